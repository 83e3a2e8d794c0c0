"""Lists the Chinese pages that have fallen behind: `python3 scripts/check_translations.py`.

Each page of docs/zh records which version of its English twin, the page at the same path below
docs/en, it renders: `renders: 0123456789ab` in its front matter, the first 12 hexadecimal digits of
the SHA-256 of the English text. A page whose twin has changed since is listed, followed by the
change if git's history holds the version that it renders.
"""

import argparse
import difflib
import hashlib
import re
import subprocess
import sys
from pathlib import Path

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements.lock")

import catalogue
from check_catalogue import TWIN
from check_pages import Problem, report

EXIT = """\
Exits with 1 if `renders` is missing or malformed, or the page that it speaks of is gone. A page
that has fallen behind is not wrong: it is an error with --strict alone."""
FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*(?P<newline>\r?\n)(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M
)
FIELD = re.compile(r"^renders:(.*?)[ \t\r]*$", re.M)
VERSION = re.compile(r"[ \t]+([0-9a-f]{12})")
BLOB = re.compile(r"^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ", re.M)  # the newer of a change's two


class Wrong(Exception):
    """What keeps a page from being checked, as a `problem`."""

    def __init__(self, *problem):
        self.problem = Problem(*problem)
        super().__init__(str(self.problem))


def read(path):
    """The text of a file, its line endings as they are; raises Wrong if it is not UTF-8."""
    content = path.read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Wrong(path, line, "this is not UTF-8", "Save the file as UTF-8") from None


# -- The English page --------------------------------------------------------------------------
def rendered(path, text):
    """What a translation renders of the text of the English page at `path`: all of it, or of an
    entry of the catalogue what stands in its twin. Line endings do not count.

    Raises:
        catalogue.Unreadable: an entry without sound front matter.
    """
    text = text.replace("\r\n", "\n")
    if not path.match(f"{catalogue.FOLDER}/*.md"):
        return text
    document, review = catalogue.split(text)
    facts = document.data
    fields = [f"{field}: {facts[field]}" for field in TWIN if facts.get(field) is not None]
    return "\n".join([*fields, "", review, ""])


def version(text):
    """The version of a text, as `renders` records it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def english_text(path):
    """What there is to render of an English page now; raises Wrong."""
    try:
        return rendered(path, read(path))
    except catalogue.Unreadable as error:
        raise Wrong(path, error.line, error.what, "Mend the English page first") from None


def git(folder, *arguments):
    """What git prints, as bytes; nothing where git or a repository is missing."""
    try:
        return subprocess.run(["git", "-C", folder, *arguments], capture_output=True).stdout
    except FileNotFoundError:
        return b""


def history(path):
    """Yields (id of its blob, what there is to render) of each committed version, latest first."""
    wanted = ("--follow", "-m", "--format=", "--raw", "--no-abbrev", "--", path.name)
    log = git(path.parent, "log", *wanted).decode(errors="replace")
    for blob in dict.fromkeys(BLOB.findall(log)):
        text = git(path.parent, "cat-file", "blob", blob).decode(errors="replace")
        try:
            yield blob, rendered(path, text)
        except catalogue.Unreadable:
            continue


def find_version(path, recorded):
    """The version of an English page as `history` yields it, or a pair of empty strings."""
    return next((found for found in history(path) if version(found[1]) == recorded), ("", ""))


# -- The Chinese page --------------------------------------------------------------------------
def find_field(page, text):
    """The match of FIELD in the front matter of a page, or None; raises Wrong if there are two."""
    front = FRONT_MATTER.match(text)
    fields = list(FIELD.finditer(text, *front.span("fields"))) if front else []
    if len(fields) > 1:
        line = line_of(text, fields[1])
        raise Wrong(page, line, "“renders” stands here twice", "Keep one of the two")
    return fields[0] if fields else None


def line_of(text, match):
    return text.count("\n", 0, match.start()) + 1


def record(page):
    """The version that a page says it renders, and the line; raises Wrong if it says none."""
    text = read(page)
    field = find_field(page, text)
    mend = "When the page is up to date: python3 scripts/check_translations.py --mark FILE"
    if field is None:
        raise Wrong(page, 1, "“renders” is missing", mend)
    if not (match := VERSION.fullmatch(field[1])):
        what = "“renders” is not 12 digits from 0 to f"
        raise Wrong(page, line_of(text, field), what, mend)
    return match[1], line_of(text, field)


def is_behind(page, english):
    """Whether the English page has changed since the version that the page renders.

    Raises:
        Wrong: one of the two cannot be read, or the page does not say what it renders.
    """
    return record(page)[0] != version(english_text(english))


def marked(page, text, recorded):
    """The text of a page with the recorded version put in, and all else as it was."""
    if field := find_field(page, text):
        return f"{text[: field.start(1)]} {recorded}{text[field.end(1) :]}"
    if front := FRONT_MATTER.match(text):
        start = front.start("fields")
        return f"{text[:start]}renders: {recorded}{front['newline']}{text[start:]}"
    body = text.removeprefix("\ufeff")
    newline = "\r\n" if "\r\n" in body else "\n"
    lines = ["---", f"renders: {recorded}", "---", "", body]
    return text[: len(text) - len(body)] + newline.join(lines)


# -- The command -------------------------------------------------------------------------------
def find_twin(page, root):
    """The English page at the same path, be it there or not; raises Wrong for no Chinese page."""
    chinese = root / "docs/zh"
    if not (page.is_file() and page.suffix == ".md" and page.is_relative_to(chinese)):
        raise Wrong(page, 1, "there is no such page of docs/zh", "Name one, as docs/zh/index.md")
    return root / "docs/en" / page.relative_to(chinese)


def check(page, english, root):
    """What to tell the translator of a page, or nothing; raises Wrong."""
    recorded, line = record(page)
    now = english_text(english)
    if recorded == version(now):
        return ""
    name, english_name = (path.relative_to(root).as_posix() for path in (page, english))
    blob, then = find_version(english, recorded)
    see = (
        f"See the change with: git diff --word-diff {blob[:12]} -- {english_name}"
        if blob
        else "No git history here holds that version: compare the two pages"
    )
    told = (
        f"{name}:{line}: renders an older version of {english_name}. {see}\n"
        f"    When the page is up to date: python3 scripts/check_translations.py --mark {name}"
    )
    if not blob:
        return told
    labels = (f"{english_name} {blob[:12]}", f"{english_name} now")
    diff = difflib.unified_diff(then.splitlines(), now.splitlines(), *labels, lineterm="")
    return "\n".join([told, *diff])


def mark(page, english):
    """Records in a page that it renders the English page of now; raises Wrong."""
    if not english.exists():
        raise Wrong(page, 1, "there is no English page of this path", "Leave “renders” out")
    text = read(page)
    page.write_bytes(marked(page, text, version(english_text(english))).encode())


def has_no_twin(page, english):
    """Whether a page stands alone; raises Wrong if it renders a page that is gone."""
    if english.exists():
        return False
    text = read(page)
    if field := find_field(page, text):
        what = "the English page that this one renders is gone"
        mend = "Move this page to where that one is now, or take “renders” out"
        raise Wrong(page, line_of(text, field), what, mend)
    return True


def main(arguments, root=ROOT):
    """Checks or marks the named pages, or checks all; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXIT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="pages of docs/zh")
    parser.add_argument("--mark", action="store_true", help="record that each FILE is up to date")
    parser.add_argument("--strict", action="store_true", help="a page left behind is an error")
    options = parser.parse_args(arguments)
    if options.mark and not options.files:
        parser.error("--mark needs the pages that are up to date: --mark docs/zh/index.md")
    pages = [file.resolve() for file in options.files] or sorted((root / "docs/zh").rglob("*.md"))
    problems, alone, behind = [], 0, 0
    for page in pages:
        try:
            english = find_twin(page, root)
            if options.mark:
                mark(page, english)
            elif has_no_twin(page, english):
                print(f"{page.relative_to(root).as_posix()}: has no English twin")
                alone += 1
            elif told := check(page, english, root):
                print(told)
                behind += 1
        except Wrong as error:
            problems.append(error.problem)
    if options.mark:
        return report(problems, f"{len(pages) - len(problems)} pages marked")
    status = report(problems, f"{len(pages)} pages, {behind} behind, {alone} without a twin")
    return status or int(options.strict and behind > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
