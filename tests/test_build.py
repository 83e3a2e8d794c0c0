"""The build: strict, and stopped by a fault with file, line and what to do."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, SITE
from pages import ALL, DOCS, url

PAGE = "---\ndescription: A page that is sound in every respect.\n---\n\n# Page\n\nText.\n"


@pytest.fixture
def guide(tmp_path):
    """A guide of three pages with the real configuration, hooks, templates and scripts."""
    for folder in ("overrides", "scripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in ("mkdocs.yml", "docs/glossary.yml", "docs/en/8-faq/glossary.md"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    (tmp_path / "docs/zh").mkdir()
    (tmp_path / "docs/topics.yml").write_text("tracks: []\ntopics: []\ngoals: []\nprojects: []\n")
    shutil.copy(ROOT / "docs/catalogue.schema.json", tmp_path / "docs")
    (tmp_path / "docs/en/index.md").write_text(PAGE)
    (tmp_path / "docs/en/page.md").write_text(PAGE)
    # the glossary's own links to the chapters are not part of this small guide
    terms = (tmp_path / "docs/glossary.yml").read_text(encoding="utf-8").splitlines(True)
    kept = "".join(line for line in terms if not line.startswith("  page:"))
    (tmp_path / "docs/glossary.yml").write_text(kept, encoding="utf-8")
    configuration = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8").split("nav:\n  - ")[0]
    nav = "nav:\n  - index.md\n  - page.md\n  - 8-faq/glossary.md\n"
    (tmp_path / "mkdocs.yml").write_text(configuration + nav, encoding="utf-8")
    return tmp_path


def build(guide):
    """Builds the English edition of the small guide strictly."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=guide,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def test_sound_guide_builds(guide):
    finished = build(guide)
    assert finished.returncode == 0, finished.stderr
    assert "WARNING" not in finished.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "See [there](there.md).",
            "docs/en/page.md:8: the link to there.md leads to no file. Mend",
        ),
        ("See [there](index.md#no).", "contains a link 'index.md#no'"),
        ("![](a.png)", "docs/en/page.md:8: the image a.png has no text alternative. Say"),
        (
            "<!-- resources: cs231n -->",
            "docs/en/page.md:8: there is no resource “cs231n”. Name a file of the catalogue",
        ),
        ("An [unheard-of][] term.", "docs/en/page.md:8: no glossary term is called “unheard-of”"),
    ],
)
def test_fault_in_a_page_stops_the_build(guide, line, message):
    (guide / "docs/en/a.png").touch()
    (guide / "docs/en/page.md").write_text(PAGE + line + "\n", encoding="utf-8")
    finished = build(guide)
    assert finished.returncode != 0
    assert message in finished.stderr


def test_page_missing_from_the_navigation_stops_the_build(guide):
    (guide / "docs/en/lost.md").write_text(PAGE)
    finished = build(guide)
    assert finished.returncode != 0
    expected = "docs/en/lost.md:1: the page is missing from the navigation. Add it to `nav`"
    assert expected in finished.stderr


def test_fault_in_the_topic_graph_stops_the_build_in_words(guide):
    topic = "{id: a, track: b, en: An A, zh: 甲乙, needs: [c], page: page.md, hours: 1}"
    tracks = "tracks: [{id: b, en: B, zh: 乙}]\n"
    rest = "goals: []\nprojects: []\n"
    (guide / "docs/topics.yml").write_text(f"{tracks}topics:\n  - {topic}\n{rest}", "utf-8")
    finished = build(guide)
    assert finished.returncode != 0
    assert "docs/topics.yml:3: “a” needs the unknown topic “c”. Mend" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_figure_is_written_into_the_page(guide):
    svg = '<svg viewBox="0 0 9 9"><defs><marker id="m"/></defs><path marker-end="url(#m)"/></svg>'
    (guide / "docs/en/my-figure.svg").write_text(svg)
    (guide / "docs/en/page.md").write_text(PAGE + '\n![An arrow](my-figure.svg "What it means")\n')
    assert build(guide).returncode == 0
    html = (guide / "site/page.html").read_text(encoding="utf-8")
    assert '<svg role="img" aria-label="An arrow"' in html
    assert '<marker id="my-figure-m"/>' in html
    assert 'marker-end="url(#my-figure-m)"' in html
    assert "<figcaption><b>Figure 1. </b>What it means</figcaption>" in html


def test_every_page_is_built():
    assert [source for source in ALL if not (SITE / url(source)).exists()] == []


def test_chinese_edition_borrows_figures_and_no_pages():
    figures = [path.relative_to(DOCS / "en") for path in (DOCS / "en").rglob("*.svg")]
    assert figures
    assert all((SITE / "zh" / figure).exists() for figure in figures)
    assert not (SITE / "zh/3-algorithms/transformer.html").exists()


def test_notebook_can_be_downloaded():
    assert (SITE / "4-practice/backpropagation-from-scratch.ipynb").exists()


def test_each_edition_has_its_own_search_index():
    english = (SITE / "search/search_index.json").read_text(encoding="utf-8")
    chinese = (SITE / "zh/search/search_index.json").read_text(encoding="utf-8")
    assert "1-background/landmarks.html" in english
    assert "1-background/landmarks.html" in chinese
    assert "3-algorithms/transformer.html" in english
    assert "3-algorithms/transformer.html" not in chinese
