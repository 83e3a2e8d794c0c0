"""Checks the Markdown of pages before it is built: `python scripts/check_pages.py [FILE ...]`.

Each problem is one line: file, line, what is wrong, what to do. Exits with 1 if there is any.
The build calls the same checks through scripts/hooks/checks.py.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts/hooks"))
import glossary  # noqa: E402

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
INLINE_CODE = re.compile(r"`[^`]*`")
INLINE_MATH = re.compile(r"\$[^$\n]+\$")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)")
REFERENCE = re.compile(r"(?<![\]!])\[([^\[\]]+)\]\[([^\[\]]*)\]")
DEFINITION = re.compile(r"^ {0,3}\[([^\]^]+)\]:\s", re.M)
FOOTNOTE = re.compile(r"\[\^([^\]]+)\](:?)")
LINK = re.compile(r"\]\((?!#|[a-z]+:)([^)\s#]+)")
DETAILS_LINK = re.compile(r"^ *\?\?\?.*\](?:\[|\()")
HTML_IMAGE = re.compile(r"<img\b(?![^>]*\balt=)")


@dataclass(frozen=True)
class Problem:
    """One thing wrong, for people: `file:line: what. what to do`."""

    file: Path
    line: int
    what: str
    mend: str

    def __str__(self):
        file = self.file.relative_to(ROOT) if self.file.is_relative_to(ROOT) else self.file
        return f"{file}:{self.line}: {self.what}. {self.mend}"


def report(problems, checked):
    """Prints the problems and how much was checked; returns the exit status."""
    for problem in problems:
        print(problem)
    print(f"{checked}, {len(problems)} problems")
    return 1 if problems else 0


def prose_lines(text):
    """Yields (line number, line) of the Markdown outside code fences and display mathematics,
    with inline code and inline mathematics blanked."""
    fence, in_math = None, False
    for number, line in enumerate(text.splitlines(), 1):
        opening = FENCE.match(line)
        if opening and fence is None:
            fence = opening[1]
        elif fence is not None:
            if opening and line.strip() == fence[0] * len(line.strip()) >= fence:
                fence = None
        elif line.strip().startswith("$$"):
            in_math = not in_math and line.count("$$") == 1
        elif not in_math:
            yield number, INLINE_MATH.sub("", INLINE_CODE.sub("", line))


def check_page(file, lang):
    """All problems of one Markdown file of the edition `lang` ("en" or "zh")."""
    text = file.read_text(encoding="utf-8")
    lines = list(prose_lines(text))
    defined = {match[1].lower() for match in DEFINITION.finditer(text)} | set(glossary.labels(lang))
    notes = {match[1] for _, line in lines for match in FOOTNOTE.finditer(line) if match[2]}
    problems = []

    def report(line, what, mend):
        problems.append(Problem(file, line, what, mend))

    for number, line in lines:
        for match in IMAGE.finditer(line):
            if not match[1].strip():
                report(
                    number,
                    f"the image {match[2]} has no text alternative",
                    "Say in the square brackets what it shows: ![what it shows](file.svg)",
                )
        for match in LINK.finditer(line):
            if not _exists(file, match[1]):
                report(
                    number,
                    f"the link to {match[1]} leads to no file",
                    "Mend the path, which starts at this page’s folder",
                )
        if DETAILS_LINK.search(line):
            report(
                number,
                "the title of a folded block holds a link, which cannot be pressed there",
                "Put the link inside the block",
            )
        if HTML_IMAGE.search(line):
            report(number, "an <img> has no alt attribute", "Write the image in Markdown")
        for match in REFERENCE.finditer(line):
            label = match[2] or match[1]
            if label.lower() not in defined and not label.startswith("^"):
                report(
                    number,
                    f"no glossary term is called “{label}”",
                    "Use a term or an alias of docs/glossary.yml, or add the term there",
                )
        for match in FOOTNOTE.finditer(line):
            if not match[2] and match[1] not in notes:
                report(
                    number,
                    f"the footnote [^{match[1]}] is nowhere defined",
                    f"Add a line “[^{match[1]}]: source” at the end of the page",
                )
    return problems


def _exists(page, link):
    """Whether the link of a page leads to a file; a Chinese page may use an English figure."""
    target = (page.parent / link).resolve()
    chinese = ROOT / "docs/zh"
    if target.exists() or not target.is_relative_to(chinese) or target.suffix in (".md", ".ipynb"):
        return target.exists()
    return (ROOT / "docs/en" / target.relative_to(chinese)).exists()


def main(arguments):
    """Checks the named files, or all pages of both editions."""
    files = [Path(argument).resolve() for argument in arguments] or sorted(
        (ROOT / "docs").rglob("*.md")
    )
    problems = [
        problem
        for file in files
        for problem in check_page(file, "zh" if ROOT / "docs/zh" in file.parents else "en")
    ]
    return report(problems, f"{len(files)} pages checked")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
