"""Runs the Python of pages and compares what it prints: `scripts/run_code.py [--write] PAGE ...`

The blocks of a page run in order in one fresh interpreter, as a reader would run them. A block
followed by a block titled "Output" must print exactly that; `--write` writes what it really prints
into the page. A block titled "Not run here: why" is left out.
"""

import argparse
import contextlib
import io
import itertools
import os
import re
import subprocess
import sys
import textwrap
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```[ \t]*$", re.M | re.S
)
OUTPUT = re.compile(r'text\s+title="(Output|输出)"')
TIME_LIMIT = 300  # seconds for one page


@dataclass
class Snippet:
    """A Python block of a page; `output` is the block of text that shows what it prints."""

    code: str
    line: int
    output: re.Match | None


def snippets(text):
    """The Python blocks of the Markdown text that are to be run."""
    blocks = list(BLOCK.finditer(text))
    found = []
    for block, following in itertools.zip_longest(blocks, blocks[1:]):
        info = block["info"].strip()
        if info.split(" ")[0] != "python" or 'title="Not run' in info:
            continue
        adjacent = following and not text[block.end() : following.start()].strip()
        output = following if adjacent and OUTPUT.match(following["info"].strip()) else None
        line = text[: block.start()].count("\n") + 2
        found.append(Snippet(textwrap.dedent(block["body"]), line, output))
    return found


def run_page(page, write=False):
    """Runs the page's blocks in this interpreter; returns a list of problems, one line each."""
    text = page.read_text(encoding="utf-8")
    namespace, problems, edits = {"__name__": "__main__"}, [], []
    for snippet in snippets(text):
        printed = io.StringIO()
        where = f"{page.relative_to(ROOT) if page.is_relative_to(ROOT) else page}:{snippet.line}"
        # as many empty lines before it as in the page, so that a traceback names the page's line
        source = "\n" * (snippet.line - 1) + snippet.code
        try:
            with contextlib.redirect_stdout(printed):
                exec(compile(source, str(page), "exec"), namespace)
        except Exception as error:
            frames = [
                f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(page)
            ]
            line = frames[-1].lineno if frames else snippet.line
            problems.append(
                f"{where.rsplit(':', 1)[0]}:{line}: {type(error).__name__}: {error}. Mend the block"
            )
            break
        if snippet.output is None:
            continue
        shown = textwrap.dedent(snippet.output["body"]).rstrip()
        if shown != (real := printed.getvalue().rstrip()):
            edits.append((snippet.output.span("body"), snippet.output["indent"], real))
            problems.append(
                f"{where}: prints\n{textwrap.indent(real, '    ')}\nbut the page shows\n"
                f"{textwrap.indent(shown, '    ')}\nRun scripts/run_code.py --write {page.name}, "
                "and read whether the text beside it still holds"
            )
    if write and edits:
        for (start, end), indent, real in reversed(edits):
            text = text[:start] + textwrap.indent(real, indent) + "\n" + text[end:]
        page.write_text(text, encoding="utf-8")
    return problems


def run_in_fresh_interpreter(page, write=False):
    """Runs one page in a new process; returns its finished process with the output captured."""
    command = [sys.executable, __file__, "--here", str(page), *(["--write"] if write else [])]
    # one thread: sums in another order end in other last digits
    settings = {"KERAS_BACKEND": "torch", "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1"}
    environment = {**os.environ, **settings}
    return subprocess.run(
        command, capture_output=True, text=True, timeout=TIME_LIMIT, env=environment
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true", help="write real outputs into the pages")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    pages = [page.resolve() for page in options.pages] or sorted((ROOT / "docs").rglob("*.md"))
    failed = False
    for page in pages:
        if options.here:
            problems = run_page(page, options.write)
            print("\n".join(problems), file=sys.stderr)
            failed |= bool(problems)
        elif snippets(page.read_text(encoding="utf-8")):
            finished = run_in_fresh_interpreter(page, options.write)
            print(page.name, "ok" if finished.returncode == 0 else finished.stderr.strip())
            failed |= finished.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
