"""Chinese pages that fall behind their English twins are found, shown, marked; readers are told."""

import json
import os
import posixpath
import subprocess
import sys

import catalogue
import check_catalogue
import check_translations
import pytest
from conftest import ROOT

ENTRY = """\
---
title: A course
summary: {summary}
hours: {hours}
hours_from: null
checked: {checked}
---

A review.
"""


class Guide:
    """A small guide in `root`: English and Chinese pages, and git."""

    def __init__(self, root):
        self.root = root

    def write(self, path, text):
        """Writes a file below docs/ as it is, and returns it."""
        file = self.root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def git(self, *arguments):
        identity = ["-c", "user.name=Guide", "-c", "user.email=guide@example.org"]
        command = ["git", "-C", self.root, *identity, "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A version")

    def run(self, *arguments):
        return check_translations.main(list(map(str, arguments)), self.root)


@pytest.fixture
def guide(tmp_path):
    """A guide of one page, with a Chinese twin that is up to date, both committed."""
    guide = Guide(tmp_path)
    guide.git("init", "-q")
    guide.write("en/1/page.md", "# Page\n\nOne sentence.\n\nAnother.\n")
    page = guide.write("zh/1/page.md", "---\ndescription: 一页。\n---\n\n# 页\n")
    assert guide.run("--mark", page) == 0
    guide.commit()
    return guide


def test_recorded_version_is_that_of_the_file(guide):
    """As sha256sum computes it."""
    lines = (guide.root / "docs/zh/1/page.md").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "renders: b8ff2210a81a"


def test_fresh_page_is_not_listed(guide, capsys):
    capsys.readouterr()
    assert guide.run("--strict") == 0
    assert capsys.readouterr().out == "1 pages, 0 behind, 0 without a twin, 0 problems\n"


def test_line_endings_of_the_english_page_do_not_count(guide):
    guide.write("en/1/page.md", "# Page\r\n\r\nOne sentence.\r\n\r\nAnother.\r\n")
    assert guide.run("--strict") == 0


def test_stale_page_is_listed_with_the_change(guide, capsys):
    guide.write("en/1/page.md", "# Page\n\nOne word.\n\nAnother.\n")
    guide.commit()  # the version that the page renders is no longer the latest in the history
    guide.write("en/1/page.md", "# Page\n\nOne word.\n\nAnother.\n\nA third.\n")
    capsys.readouterr()
    assert guide.run() == 0
    out = capsys.readouterr().out
    blob = guide.git("rev-parse", "HEAD~:docs/en/1/page.md")[:12]
    see = f"git diff --word-diff {blob} -- docs/en/1/page.md"
    first = (
        "docs/zh/1/page.md:2: renders an older version of docs/en/1/page.md. "
        f"See the change with: {see}\n"
    )
    assert out.startswith(first)
    assert "check_translations.py --mark docs/zh/1/page.md\n" in out
    lines = [line for line in out.splitlines() if not line.startswith(("---", "+++"))]
    changed = [line for line in lines if line.startswith(("-", "+"))]
    assert changed == ["-One sentence.", "+One word.", "+", "+A third."]
    assert out.endswith("1 pages, 1 behind, 0 without a twin, 0 problems\n")
    assert "[-sentence.-]{+word.+}" in guide.git(*see.split()[1:]), "the command that it names"


def test_stale_page_is_an_error_when_strict(guide):
    guide.write("en/1/page.md", "# Page\n")
    assert guide.run() == 0
    assert guide.run("--strict") == 1


def test_version_is_found_behind_a_new_name(guide, capsys):
    for lang in ("en", "zh"):
        guide.git("mv", f"docs/{lang}/1/page.md", f"docs/{lang}/1/name.md")
    guide.write("en/1/name.md", "# Page\n\nOne sentence.\n\nAnother.\n\nA third.\n")
    guide.commit()
    capsys.readouterr()
    guide.run()
    assert "\n+A third.\n" in capsys.readouterr().out


def test_version_is_found_that_a_merge_made(guide, capsys):
    guide.git("checkout", "-q", "-b", "other")
    guide.write("en/1/page.md", "# Page\n\nOne word.\n")
    guide.commit()
    guide.git("checkout", "-q", "-")
    guide.write("en/1/page.md", "# Page\n\nOne letter.\n")
    guide.commit()
    guide.git("merge", "-q", "-s", "ours", "--no-commit", "other")
    guide.write("en/1/page.md", "# Page\n\nOne word or letter.\n")
    guide.run("--mark", guide.root / "docs/zh/1/page.md")
    guide.commit()
    guide.write("en/1/page.md", "# Page\n")
    guide.commit()
    guide.run()
    assert "\n-One word or letter.\n" in capsys.readouterr().out


def test_change_that_no_history_holds(guide, capsys):
    guide.write("zh/1/page.md", "---\nrenders: 000000000000\n---\n\n# 页\n")
    guide.run()
    out = capsys.readouterr().out
    assert "docs/en/1/page.md. No git history here holds that version: compare the two" in out
    assert "git diff" not in out


def test_stale_page_without_git(tmp_path, capsys):
    guide = Guide(tmp_path)
    guide.write("en/page.md", "# Page\n")
    guide.write("zh/page.md", "---\nrenders: 000000000000\n---\n\n# 页\n")
    assert guide.run() == 0
    assert "No git history here" in capsys.readouterr().out


def test_stale_page_where_git_is_not_installed(guide, capsys, monkeypatch):
    guide.write("en/1/page.md", "# Page\n")
    monkeypatch.setenv("PATH", "")
    assert guide.run() == 0
    assert "No git history here" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("page", "line", "what"),
    [
        ("# 页\n", 1, "“renders” is missing"),
        ("---\ndescription: 页\n---\n\nrenders: b8ff2210a81a\n", 1, "“renders” is missing"),
        ("---\ndescription: 页\nrenders: today\n---\n", 3, "“renders” is not 12 digits"),
        ("---\nrenders:\n---\n", 2, "“renders” is not 12 digits"),
        ("---\nrenders: b8ff2210a81af\n---\n", 2, "“renders” is not 12 digits"),
        ("---\r\nrenders: B8FF2210A81A\r\n---\r\n", 2, "“renders” is not 12 digits"),
        ("---\nrenders: b8ff2210a81a\na: b\nrenders: x\n---\n", 4, "“renders” stands here twice"),
    ],
    ids=["no-front-matter", "in-the-body", "words", "empty", "too-long", "capitals", "twice"],
)
def test_missing_or_malformed_record_is_an_error(guide, capsys, page, line, what):
    file = guide.write("zh/1/page.md", page)
    assert guide.run() == 1
    assert f"{file}:{line}: {what}" in capsys.readouterr().out


def test_digits_alone_are_a_version(guide):
    """YAML would read a number, and an octal one at that."""
    page = guide.write("zh/1/page.md", "---\nrenders: 012345670123\n---\n")
    assert check_translations.record(page) == ("012345670123", 2)


def test_page_that_is_not_utf8_is_named_by_its_line(guide, capsys):
    for lang in ("zh", "en"):
        file = guide.root / f"docs/{lang}/1/page.md"
        file.write_bytes(b"---\ndescription: \xff\n---\n")
        assert guide.run() == 1
        assert f"{file}:2: this is not UTF-8. Save" in capsys.readouterr().out
        guide.git("checkout", "-q", "docs")


def test_page_whose_twin_is_gone_is_an_error(guide, capsys):
    (guide.root / "docs/en/1/page.md").unlink()
    assert guide.run() == 1
    page = guide.root / "docs/zh/1/page.md"
    assert f"{page}:2: the English page that this one renders is gone" in capsys.readouterr().out


def test_page_that_never_had_a_twin_is_listed(guide, capsys):
    page = guide.write("zh/only.md", "# 仅此一页\n")
    capsys.readouterr()
    assert guide.run("--strict") == 0
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "docs/zh/only.md: has no English twin",
        "2 pages, 0 behind, 1 without a twin, 0 problems",
    ]
    assert guide.run("--mark", page) == 1
    assert f"{page}:1: there is no English page of this path" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == "# 仅此一页\n"


@pytest.mark.parametrize("name", ["docs/en/1/page.md", "docs/zh/1/none.md", "docs/zh/1"])
def test_what_is_no_chinese_page_is_refused(guide, capsys, name):
    assert guide.run(guide.root / name) == 1
    assert f"{guide.root / name}:1: there is no such page of docs/zh" in capsys.readouterr().out


def test_marking_needs_files(guide):
    with pytest.raises(SystemExit) as stopped:
        guide.run("--mark")
    assert stopped.value.code == 2


RECORD = "renders: b8ff2210a81a"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: 页\n---\n\n# 页 \n", f"---\n{RECORD}\ntitle: 页\n---\n\n# 页 \n"),
        ("---\r\ntitle: 页\r\n---\r\n\r\n# 页", f"---\r\n{RECORD}\r\ntitle: 页\r\n---\r\n\r\n# 页"),
        ("---\ntitle: 页\nrenders: 0\n---\n# 页\n", f"---\ntitle: 页\n{RECORD}\n---\n# 页\n"),
        ("---\r\nrenders:\r\nhide: a\r\n---\r\n页", f"---\r\n{RECORD}\r\nhide: a\r\n---\r\n页"),
        ("---\n---\n# 页\n", f"---\n{RECORD}\n---\n# 页\n"),
        ("\ufeff---\na: b\n---\n# 页\n", f"\ufeff---\n{RECORD}\na: b\n---\n# 页\n"),
        ("# 页\n\n---\n\nrenders: 0\n", f"---\n{RECORD}\n---\n\n# 页\n\n---\n\nrenders: 0\n"),
        ("# 页\r\n文\r\n", f"---\r\n{RECORD}\r\n---\r\n\r\n# 页\r\n文\r\n"),
        ("\ufeff# 页\n", f"\ufeff---\n{RECORD}\n---\n\n# 页\n"),
        ("", f"---\n{RECORD}\n---\n\n"),
    ],
    ids=[
        "first",
        "first-crlf",
        "again",
        "again-crlf",
        "empty-front-matter",
        "bom",
        "no-front-matter",
        "no-front-matter-crlf",
        "no-front-matter-bom",
        "empty",
    ],
)
def test_marking_writes_the_record_and_nothing_else(guide, before, after):
    page = guide.write("zh/1/page.md", before)
    assert guide.run("--mark", page) == 0
    assert page.read_bytes() == after.encode()
    assert guide.run("--strict", page) == 0
    assert guide.run("--mark", page) == 0
    assert page.read_bytes() == after.encode(), "marked twice"


def test_marking_refuses_a_page_with_two_records(guide):
    text = "---\nrenders: 000000000000\nrenders: 111111111111\n---\n"
    page = guide.write("zh/1/page.md", text)
    assert guide.run("--mark", page) == 1
    assert page.read_text() == text


# -- Entries of the catalogue ------------------------------------------------------------------
@pytest.fixture
def entry(guide):
    """The guide with an entry of the catalogue, its twin marked."""
    guide.write("en/6-resources/catalogue/a.md", ENTRY.format(summary="Good.", hours=1, checked=1))
    twin = guide.write("zh/6-resources/catalogue/a.md", "---\nsummary: 好。\n---\n\n好。\n")
    assert guide.run("--mark", twin) == 0
    guide.commit()
    return guide


def test_entry_whose_facts_alone_change_stays_fresh(entry):
    text = ENTRY.format(summary="'Good.'", hours=2, checked="2026-11-24")
    entry.write("en/6-resources/catalogue/a.md", text)
    assert entry.run("--strict") == 0


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("A review.", "Another.", "+Another."),
        ("Good.", "Bad.", "+summary: Bad."),
        ("A course", "The course", "+title: The course"),
        ("hours_from: null", "hours_from: ours", "+hours_from: ours"),
        ("hours: 1", "status_note: Gone", "+status_note: Gone"),
    ],
    ids=["review", "summary", "title", "hours_from", "status_note"],
)
def test_entry_whose_words_change_is_stale(entry, capsys, old, new, change):
    text = ENTRY.format(summary="Good.", hours=1, checked="2026-11-24")
    entry.write("en/6-resources/catalogue/a.md", text.replace(old, new))
    capsys.readouterr()
    assert entry.run("--strict") == 1
    out = capsys.readouterr().out
    assert f"\n{change}\n" in out
    assert "checked" not in out, "a fact that the twin does not render"


def test_entry_that_cannot_be_read_is_named(entry, capsys):
    english = entry.write("en/6-resources/catalogue/a.md", "---\ntitle: [\n---\n\nA review.\n")
    assert entry.run() == 1
    assert f"{english}:3: this is no YAML" in capsys.readouterr().out


def test_version_is_found_before_one_that_cannot_be_read(entry, capsys):
    entry.write("en/6-resources/catalogue/a.md", "No front matter.\n")
    entry.commit()
    text = ENTRY.format(summary="Bad.", hours=1, checked=1)
    entry.write("en/6-resources/catalogue/a.md", text)
    assert entry.run() == 0
    assert "\n-summary: Good.\n+summary: Bad.\n" in capsys.readouterr().out


def test_catalogue_accepts_the_record():
    english = catalogue.read_resource(catalogue.resource_files()[0])
    fields = {
        field: english.facts[field] for field in check_catalogue.TWIN if field in english.facts
    }
    document = catalogue.parse("renders: b8ff2210a81a\n", 2)
    document.data.update(fields)
    assert list(check_catalogue.check_twin(english.path, document, "好" * 100, english)) == []


# -- What the reader sees ----------------------------------------------------------------------
def test_only_a_stale_page_tells_its_reader(guide):
    """And none that is up to date, whose twin is gone, or that does not say what it renders."""
    for name in ("index", "1/stale", "1/gone", "1/unmarked"):
        guide.write(f"en/{name}.md", f"# The {name} page\n")
        page = guide.write(f"zh/{name}.md", f"---\ntitle: 页\n---\n\n# 页 {name}\n\n一句话。\n")
        if name != "1/unmarked":
            assert guide.run("--mark", page) == 0
    for name in ("index", "1/stale"):
        guide.write(f"en/{name}.md", "# Changed\n")
    (guide.root / "docs/en/1/gone.md").unlink()
    (guide.root / "mkdocs.yml").write_text(
        "site_name: 指南\ndocs_dir: docs/zh\nsite_dir: site/zh\nuse_directory_urls: false\n"
        "theme: {name: material, language: zh, font: false}\nplugins: [search]\n"
        f"hooks: ['{(ROOT / 'scripts/hooks/translations.py').as_posix()}']\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=guide.root, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    pages = {
        path.relative_to(guide.root / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (guide.root / "site").rglob("*.html")
    }
    words = '</h1><aside class="guide-behind" role="note" data-search-exclude>英文版在本页翻译之后'
    told = {url for url, html in pages.items() if "guide-behind" in html}
    assert told == {"zh/index.html", "zh/1/stale.html"}
    for url in told:
        assert words in pages[url]
        href = pages[url].split('可对照<a href="')[1].split('"')[0]
        assert posixpath.normpath(posixpath.join(posixpath.dirname(url), href)) == url[3:]
    assert not any("renders" in html for html in pages.values())
    index = json.loads((guide.root / "site/zh/search/search_index.json").read_text("utf-8"))
    found = "".join(part["text"] for part in index["docs"]).replace("\u200b", "")  # between words
    assert "一句话" in found
    assert "翻译之后" not in found


# -- The guide of today ------------------------------------------------------------------------
def test_every_chinese_page_says_what_it_renders(capsys):
    status = check_translations.main([])
    assert status == 0, capsys.readouterr().out


def test_command_explains_itself():
    command = [sys.executable, ROOT / "scripts/check_translations.py", "--help"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0
    assert "Exits with 1 if `renders` is missing or malformed" in run.stdout
    assert "--strict" in run.stdout
