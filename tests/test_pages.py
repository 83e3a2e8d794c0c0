"""The Markdown of pages: sound throughout, and each fault named by file, line and what to do."""

import re

import check_pages
import pytest
from pages import DOCS, MARKDOWN, edition, name

ALGORITHM_SECTIONS = [
    "The problem",
    "The idea",
    "The mathematics",
    "A worked example",
    "The code",
    "Pitfalls",
    "Check yourself",
]
ALGORITHM_PAGES = sorted(
    page for page in (DOCS / "en/3-algorithms").glob("*.md") if page.stem != "index"
)


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_page_is_sound(page):
    assert [str(problem) for problem in check_pages.check_page(page, edition(page))] == []


@pytest.mark.parametrize("page", MARKDOWN, ids=name)
def test_page_has_a_description(page):
    """Search engines and link previews show it."""
    front_matter = page.read_text(encoding="utf-8").split("---")[1]
    assert re.search(r"^description: .{20,}", front_matter, re.M)


@pytest.mark.parametrize("page", ALGORITHM_PAGES, ids=name)
def test_algorithm_page_has_its_sections_in_order(page):
    headings = re.findall(r"^## (.+?)(?: \{.*\})?$", page.read_text(encoding="utf-8"), re.M)
    assert [heading for heading in headings if heading in ALGORITHM_SECTIONS] == ALGORITHM_SECTIONS


@pytest.mark.parametrize("page", ALGORITHM_PAGES, ids=name)
def test_algorithm_page_shows_what_it_says(page):
    text = page.read_text(encoding="utf-8")
    assert re.search(r"!\[[^\]]+\]\([^)]+\.svg", text), "a figure"
    assert "$$" in text, "a formula"
    assert re.search(r"^\| *Symbol", text, re.M), "a symbol table"
    assert 'text title="Output"' in text, "code with its output"
    assert re.search(r"^\[\^[^\]]+\]:.*https://", text, re.M), "sources"


def test_eight_chapters_in_the_order_of_the_article():
    chapters = [path.name for path in sorted((DOCS / "en").iterdir()) if path.is_dir()]
    assert [chapter[0] for chapter in chapters] == list("12345678")


@pytest.mark.parametrize(
    ("text", "line", "what", "mend"),
    [
        ("# A\n\n![](a.svg)\n", 3, "has no text alternative", "what it shows"),
        ('# A\n\n<img src="a.png">\n', 3, "no alt attribute", "in Markdown"),
        ("# A\n\nAn [unheard-of][] term.\n", 3, "no glossary term", "docs/glossary.yml"),
        ("# A\n\nA claim.[^gone]\n", 3, "[^gone] is nowhere defined", "at the end of the page"),
        ('# A\n\n??? note "A [b](page.md)"\n    C.\n', 3, "title of a folded", "inside the block"),
        ("# A\n\nSee [there](there.md).\n", 3, "there.md leads to no file", "Mend the path"),
    ],
)
def test_fault_is_named(tmp_path, text, line, what, mend):
    page = tmp_path / "page.md"
    (tmp_path / "a.svg").touch()
    page.write_text(text)
    (problem,) = check_pages.check_page(page, "en")
    message = str(problem)
    assert message.startswith(f"{page}:{line}: ")
    assert what in message
    assert mend in message


def test_code_and_formulas_are_left_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# A\n\n`x[a][b]` and $m[i][j]$\n\n```python\ny = x[a][b]\n```\n\n$$\nx[a][b]\n$$\n"
    )
    assert check_pages.check_page(page, "en") == []


def test_command_names_the_fault_and_fails(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text("# A\n\n[x](x.md)\n")
    assert check_pages.main([str(page)]) == 1
    assert "page.md:3: " in capsys.readouterr().out
