"""Notebooks: run anew from a clean kernel, they show what is published."""

import re

import nbformat
import notebooks
import pytest
from conftest import SITE
from pages import NOTEBOOKS, edition, name, url


def code_cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def is_solution(cell):
    return "solution" in cell.metadata.get("tags", [])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_shows_what_is_published(path):
    notebooks.compare(path, nbformat.read(path, as_version=4), notebooks.execute(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_ends_in_assertions(path):
    assert any("assert " in cell.source for cell in code_cells(path)[-3:])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_can_be_held_in_the_head(path):
    lines = [
        line
        for cell in code_cells(path)
        if not is_solution(cell)
        for line in cell.source.splitlines()
        if line.strip()
    ]
    assert 60 <= len(lines) <= 250


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_every_exercise_has_a_solution_that_ran(path):
    cells = nbformat.read(path, as_version=4).cells
    tasks = [i for i, c in enumerate(cells) if re.search(r"^\*\*\d+\. ", c.source, re.M)]
    assert len(tasks) >= 3
    assert [i + 1 for i in tasks] == [i for i, cell in enumerate(cells) if is_solution(cell)]
    assert all(cells[i + 1].execution_count for i in tasks)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_plots_are_files_with_words(path):
    html = (SITE / url(path)).read_text(encoding="utf-8")
    images = re.findall(r"<img [^>]*>", html.split("jupyter-wrapper")[1])
    assert "base64" not in html
    for image in images:
        assert re.findall(r'alt="([^"]*)"', image)[1:] == [], f"two alternatives: {image}"
        assert re.search(r'alt="[^"]{20,}"', image), image
        file = re.search(r'src="([^"]+)"', image)[1]
        assert (SITE / url(path)).parent.joinpath(file).exists()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_download_is_the_notebook(path):
    html = (SITE / url(path)).read_text(encoding="utf-8").split("jupyter-wrapper")[1]
    links = re.findall(r"<a [^>]*\bdownload\b[^>]*>", html)
    assert links
    assert all(f'href="{path.name}"' in link for link in links)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_solutions_are_folded(path):
    html = (SITE / url(path)).read_text(encoding="utf-8")
    label = {"en": "Solution", "zh": "解答"}[edition(path)]
    folded = html.count(f'<details><summary>{label}</summary><div class="jp-Cell')
    assert folded == sum(map(is_solution, code_cells(path)))


# -- What the check says --------------------------------------------------------------------------
def notebook(tmp_path, *sources):
    """A notebook with these code cells, run."""
    path = tmp_path / "example.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_failing_cell_is_named(tmp_path):
    path = notebook(tmp_path, "x = 1", "1 / 0")
    with pytest.raises(notebooks.Failure, match=r"example\.ipynb, cell 1: ZeroDivisionError: div"):
        notebooks.execute(path)


def test_endless_cell_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(notebooks, "SECONDS", 2)
    path = notebook(tmp_path, "x = 1", "while True: pass")
    with pytest.raises(notebooks.Failure, match="cell 1: did not finish within 2 s"):
        notebooks.execute(path)


PLOT = "import matplotlib.pyplot as plt\nplt.plot([0, {}])\nplt.show()"


@pytest.mark.parametrize(
    ("published", "now", "message"),
    [
        ("print('loss 1.20')", "print('loss 1.25')", "now shows 'loss 1.25"),
        ("print('loss 1.20')", "print('loss 1.21')", None),
        ("print('a word')", "print('another word')", "now shows 'another word"),
        ("print('a word')", "x = 1", "now shows more or less"),
        (PLOT.format(1), PLOT.format(1.0), None),
        (PLOT.format(1), PLOT.format("-5, 9, -8, 7"), "now draws another plot"),
    ],
)
def test_change_is_named(tmp_path, published, now, message):
    old = notebooks.execute(notebook(tmp_path, published))
    new = notebooks.execute(notebook(tmp_path, now))
    path = tmp_path / "example.ipynb"
    if message is None:
        notebooks.compare(path, old, new)
    else:
        with pytest.raises(notebooks.Failure, match=message) as failure:
            notebooks.compare(path, old, new)
        assert "example.ipynb, cell 0: " in str(failure.value)


def test_notebook_that_was_never_run_is_named(tmp_path):
    path = notebook(tmp_path, "x = 1")
    published = nbformat.read(path, as_version=4)
    with pytest.raises(notebooks.Failure, match="has not been run; run: python3 scripts/notebooks"):
        notebooks.compare(path, published, notebooks.execute(path))
