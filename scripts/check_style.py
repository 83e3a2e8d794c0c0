"""Checks how files are written: `python3 scripts/check_style.py [--fix] [FILE …]`.

English pages: spelling (codespell) and Markdown; Chinese pages: spaces and punctuation; notebooks:
whether their outputs are there; Python: ruff. Each finding is one line: file, line, rule, what to
do. `--fix` mends what can be mended by itself. Without files, all of docs/, the Markdown beside it,
and all Python. Exits with 1 if anything is left.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements-test.lock")

from check_pages import Problem, prose_lines, report

HAN = r"[\u4e00-\u9fff]"
FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# names written that way by those who bear them
NAMES = re.compile(r"中国大学MOOC|Transformer升级之路|MoE环游记|MuP之上")
# what stands in a line but is no prose: links' targets, tags, attributes, addresses
NO_PROSE = re.compile(r"\]\([^)\s]*\)|<[^>]*>|\{[^}]*\}|https?://\S+|\[\^[^\]]*\]")
CLOSE = re.compile(rf"(?<={HAN})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?={HAN})")
HALF = re.compile(rf"(?<={HAN})[,;:!?](?={HAN}|\s|$)")
# spellings that codespell takes for mistakes: names, code, words of the field
KNOWN = "te,nd,fpr,relaion,gage,sentance,tmis,als,normale,pinter"


def masked(line):
    """The line with what is no prose made blank, so that places stay where they are."""
    return re.sub(NAMES, blank, re.sub(NO_PROSE, blank, line))


def blank(match):
    return "\x00" * len(match[0])


def check_markdown(file, lines):
    """Problems of any Markdown file; lines are those of its prose."""
    level = 0
    for number, line in lines:
        if "\t" in line:
            yield Problem(file, number, "tab: a tab stands here", "Write spaces")
        if heading := re.match(r"(#+)\s", line):
            if level and len(heading[1]) > level + 1:
                what = f"heading-step: from level {level} to {len(heading[1])}"
                yield Problem(file, number, what, "Go down one level at a time")
            level = len(heading[1])


def check_chinese(file, lines):
    """Problems of a Chinese page's spaces and punctuation."""
    for number, line in lines:
        prose = masked(line)
        for match in CLOSE.finditer(prose):
            here = line[max(0, match.start() - 4) : match.start() + 4]
            what = f"chinese-space: Chinese and Latin letters touch in “{here}”"
            yield Problem(file, number, what, "Put a space between them, or run with --fix")
        for match in HALF.finditer(prose):
            what = f"chinese-punctuation: “{match[0]}” stands after a Chinese character"
            mend = f"Write {FULL[match[0]]}, or run with --fix"
            yield Problem(file, number, what, mend)


def fix_chinese(file):
    """Writes missing spaces and full-width punctuation; returns whether anything changed."""
    text = file.read_bytes().decode()
    lines = text.split("\n")
    for number, prose in prose_lines(text):
        # code and formulas are blanked in prose: a line that has them is left to people
        if prose != lines[number - 1].rstrip("\r"):
            continue
        line = lines[number - 1]
        places = [(m.start(), m.start(), " ") for m in CLOSE.finditer(masked(line))]
        places += [(m.start(), m.end(), FULL[m[0]]) for m in HALF.finditer(masked(line))]
        for start, end, new in sorted(places, reverse=True):
            line = line[:start] + new + line[end:]
        lines[number - 1] = line
    file.write_bytes("\n".join(lines).encode())
    return "\n".join(lines) != text


def check_spelling(files):
    """Problems that codespell finds in the English files."""
    command = [sys.executable, "-m", "codespell_lib", "--ignore-words-list", KNOWN]
    command += ["--skip", "*.ipynb", "--ignore-regex", r"`[^`]*`|https?://\S+|\$[^$]+\$"]
    finished = subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
    for line in finished.stdout.splitlines():
        if found := re.match(r"(.+?):(\d+): (\S+) ==> (.+)", line):
            what = f"spelling: “{found[3]}”"
            yield Problem(Path(found[1]), int(found[2]), what, f"Do you mean {found[4]}?")


def check_notebook(file):
    """Problems of a notebook's outputs."""
    try:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError):
        yield Problem(file, 1, "notebook: this is no notebook", "Save it from JupyterLab again")
        return
    code = [cell for cell in cells if cell["cell_type"] == "code" and cell["source"]]
    if any(cell["execution_count"] is None for cell in code):
        mend = f"Run python3 scripts/notebooks.py --run {file}"
        yield Problem(file, 1, "notebook: a cell has not been run", mend)


def ruff(files, fix):
    """ruff's exit status, 0 if all is well; it prints what it finds."""
    checks = [["check", *(["--fix"] if fix else [])], ["format", *([] if fix else ["--check"])]]
    return max(
        subprocess.run([sys.executable, "-m", "ruff", *check, "-q", *map(str, files)]).returncode
        for check in checks
    )


def all_files():
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.ipynb")]
    return sorted(
        [
            *pages,
            *ROOT.glob("*.md"),
            *(ROOT / "scripts").rglob("*.py"),
            *(ROOT / "tests").rglob("*.py"),
        ]
    )


def check(files, fix=False):
    """All problems of Markdown files and notebooks, after mending what can be mended if `fix`."""
    problems = []
    markdown = [file for file in files if file.suffix == ".md"]
    chinese = [file for file in markdown if "zh" in file.parts]
    for file in chinese if fix else ():
        fix_chinese(file)
    for file in markdown:
        lines = list(prose_lines(file.read_text(encoding="utf-8")))
        problems += check_markdown(file, lines)
        problems += check_chinese(file, lines) if file in chinese else ()
    for file in files:
        problems += check_notebook(file) if file.suffix == ".ipynb" else ()
    if english := [file for file in markdown if file not in chinese]:
        problems += check_spelling(english)
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--fix", action="store_true", help="mend what can be mended by itself")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    files = [file.resolve() for file in options.files] or all_files()
    if missing := [file for file in files if not file.exists()]:
        sys.exit(f"There is no {missing[0]}")
    python = [file for file in files if file.suffix == ".py"]
    status = ruff(python, options.fix) if python else 0
    return max(report(check(files, options.fix), f"{len(files)} files checked"), status)


if __name__ == "__main__":
    sys.exit(main())
