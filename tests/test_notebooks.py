"""Notebooks: executed anew from a clean kernel, they give the outputs that are published."""

import nbformat
import pytest
from nbclient import NotebookClient
from pages import NOTEBOOKS, name


def outputs(cell):
    """What a code cell shows, without what may differ from run to run (execution counts)."""
    return [
        (output.get("name"), output.get("text"), output.get("data", {}).get("text/plain"))
        for output in cell.outputs
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_published_outputs_are_current(path):
    published = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": path.parent}}
    client = NotebookClient(fresh, timeout=600, coalesce_streams=True, resources=resources)
    client.execute()
    for number, (old, new) in enumerate(zip(published.cells, fresh.cells, strict=True)):
        if old.cell_type == "code":
            assert old.execution_count is not None, f"cell {number} has not been run"
            assert outputs(old) == outputs(new), f"cell {number} now shows something else"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_ends_in_assertions(path):
    code = [c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    assert any("assert " in source for source in code[-3:])
