"""Opens the notebooks in JupyterLab: `python3 scripts/notebooks.py`. Installs all that they need.

`python3 scripts/notebooks.py --run docs/en/4-practice/lora.ipynb …` runs notebooks from a clean
kernel and writes their outputs into them; without names, all of them. A test runs them anew and
fails when what they show has changed.
"""

import argparse
import base64
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from environment import ROOT, enter

FOLDER = ROOT / "docs/en/4-practice"
SECONDS = 300  # for a cell, on a slow machine
NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)*(?:e[-+]?\d+)?")
TOLERANCE = 0.02  # of a printed number: another processor rounds otherwise
PIXELS = 0.02  # mean difference of a plot, of the way from black to white


class Failure(Exception):
    """A notebook that does not run, or shows something else: notebook, cell and what is wrong."""

    def __init__(self, path, cell, what):
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        super().__init__(f"{name}, cell {cell}: {what}")


def execute(path):
    """Runs the notebook from a clean kernel, on one core, and returns it with its outputs.

    Raises:
        Failure: a cell fails or takes too long.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    os.environ["OMP_NUM_THREADS"] = "1"  # sums in one order give the same digits
    notebook = nbformat.read(path, as_version=4)
    begun = []
    client = NotebookClient(
        notebook,
        timeout=SECONDS,
        coalesce_streams=True,
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),
        resources={"metadata": {"path": path.parent}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise Failure(path, begun[-1], f"{error.ename}: {error.evalue}") from None
    except CellTimeoutError:
        raise Failure(path, begun[-1], f"did not finish within {SECONDS} s") from None
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times of this run
        for output in cell.get("outputs", []):
            if png := output.get("data", {}).get("image/png"):
                output.data["image/png"] = shrink(png)
    return notebook


def shrink(png):
    """The picture, in base64, with 64 colours: a plot needs no more, and is far lighter so."""
    from PIL import Image

    small = io.BytesIO()
    picture = Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB").quantize(64)
    picture.save(small, "PNG", optimize=True)
    return base64.b64encode(small.getvalue()).decode()


def compare(path, published, fresh):
    """Raises Failure if the two do not show the same: words, numbers and plots."""
    for number, (old, new) in enumerate(zip(published.cells, fresh.cells, strict=True)):
        if old.cell_type != "code":
            continue
        if old.execution_count is None:
            raise Failure(path, number, "has not been run; run: python3 scripts/notebooks.py --run")
        if len(old.outputs) != len(new.outputs):
            raise Failure(path, number, "now shows more or less than what is published")
        for before, after in zip(old.outputs, new.outputs, strict=True):
            if not _same_text(_text(before), _text(after)):
                what = f"now shows {_text(after)!r} where {_text(before)!r} is published"
                raise Failure(path, number, what)
            if not _same_picture(before, after):
                raise Failure(path, number, "now draws another plot than the published one")


def _text(output):
    """What an output says."""
    return output.get("text") or output.get("data", {}).get("text/plain", "")


def _same_text(old, new):
    """Whether the words are the same and each number is within the tolerance."""
    numbers = [
        [float(n.replace(",", "").replace("−", "-")) for n in NUMBER.findall(t)] for t in (old, new)
    ]
    if NUMBER.sub("#", old).split() != NUMBER.sub("#", new).split():
        return False
    return all(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a, b in zip(*numbers, strict=True))


def _same_picture(before, after):
    """Whether two plots, if they are any, look the same."""
    import numpy as np
    from PIL import Image

    pictures = [output.get("data", {}).get("image/png") for output in (before, after)]
    if pictures[0] is None or pictures[1] is None:
        return pictures[0] is pictures[1]
    old, new = (
        np.asarray(Image.open(io.BytesIO(base64.b64decode(p))).convert("L"), dtype=float) / 255
        for p in pictures
    )
    return old.shape == new.shape and abs(old - new).mean() <= PIXELS


def run(paths):
    """Runs the notebooks and writes them; says which do not run, and why."""
    import nbformat

    failures = 0
    for path in paths:
        try:
            notebook = execute(path)
        except Failure as failure:
            print(failure)
            failures += 1
            continue
        nbformat.write(notebook, path)
        print(f"{path.relative_to(ROOT)}: run")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--run", nargs="*", metavar="FILE", type=Path)
    options = parser.parse_args()
    enter("requirements-test.lock")
    if options.run is None:
        return subprocess.run([sys.executable, "-m", "jupyter", "lab", str(FOLDER)]).returncode
    files = [file.resolve() for file in options.run]
    if missing := [file for file in files if not file.exists()]:
        return f"There is no {missing[0]}"
    return run(files or sorted((ROOT / "docs").rglob("*.ipynb")))


if __name__ == "__main__":
    sys.exit(main())
