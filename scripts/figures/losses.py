"""Writes the plots of docs/en/3-algorithms/losses.md: `python scripts/figures/losses.py`."""

from pathlib import Path

import numpy as np
from axes import Axes, text, write

FOLDER = Path(__file__).parents[2] / "docs/en/3-algorithms"


def legend(x, y, entries):
    """Sample lines with their words, one below the other."""
    parts = []
    for row, (classes, words) in enumerate(entries):
        parts.append(f'<path class="{classes}" d="M{x} {y + 19 * row - 4}h20"/>')
        parts.append(text(x + 26, y + 19 * row, words))
    return parts


def likelihood():
    words, p, seen = ["sat", "slept", "ran", "sang"], [0.10, 0.60, 0.25, 0.05], 2
    parts = [
        text(14, 18, "The model: after “the cat …”", "small strong"),
        text(298, 18, "The loss of each word", "small strong"),
    ]
    bars = Axes((44, 40, 190, 170), (0, 4), (0, 0.7))
    bars.frame([], [0, 0.2, 0.4, 0.6])
    for i, (word, q) in enumerate(zip(words, p, strict=True)):
        x, y = bars.at(i + 0.2, q)
        width, height = 0.6 * 190 / 4, 210 - y
        colour = "c2" if i == seen else "c1"
        bars.parts.append(
            f'<rect class="box {colour}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
            f'height="{height:.1f}"/>'
        )
        bars.note(i + 0.5, q, f"{q:.2f}", "small middle", dy=-6)
        bars.note(i + 0.5, 0, word, "small middle" + (" c2 strong" if i == seen else ""), dy=18)
    bars.note(2.5, 0, "seen", "small c2 strong middle", dy=36)
    curve = Axes((330, 40, 176, 170), (0, 1), (0, 4))
    curve.frame([0, 0.25, 0.5, 0.75, 1], [0, 1, 2, 3, 4])
    grid = np.linspace(0.018, 1, 200)
    curve.line(grid, -np.log(grid), "line c1")
    for i, q in enumerate(p):
        curve.dot(q, -np.log(q), "solid c2" if i == seen else "solid c1", 5 if i == seen else 3.5)
        curve.note(q, -np.log(q), words[i], "small" + (" c2 strong" if i == seen else ""), 8, -5)
    curve.note(0.36, 1.39, "−ln 0.25 = 1.39", "small c2 strong", 18, -4)
    parts += bars.parts + curve.parts
    parts.append(text(418, 246, "probability p of what was seen", "small muted middle"))
    parts.append(text(520, 18, "−ln p", "small muted end"))
    write(FOLDER / "losses-likelihood.svg", 520, 256, parts)


def shapes():
    parts = [
        text(14, 18, "Classification", "small strong"),
        text(280, 18, "Regression", "small strong"),
    ]
    left = Axes((36, 32, 200, 180), (-2, 2), (0, 3))
    left.frame([-2, -1, 0, 1, 2], [0, 1, 2, 3])
    m = np.linspace(-2, 2, 201)
    left.line(m[m < 0], np.ones(100), "line c4 dashed")
    left.line(m[m >= 0], np.zeros(101), "line c4 dashed")
    left.line(m, np.maximum(0, 1 - m), "line c2")
    left.line(m, np.log1p(np.exp(-m)), "line c1")
    entries = [("line c2", "hinge"), ("line c1", "logistic"), ("line c4 dashed", "0–1")]
    parts += left.parts + legend(146, 50, entries)
    parts.append(text(136, 246, "margin: negative is wrong", "small muted middle"))
    right = Axes((302, 32, 204, 180), (-3, 3), (0, 4))
    right.frame([-3, -2, -1, 0, 1, 2, 3], [0, 1, 2, 3, 4])
    r = np.linspace(-3, 3, 301)
    right.line(r, r**2 / 2, "line c1")
    right.line(r, np.abs(r), "line c4 dashed")
    right.line(r, np.where(np.abs(r) < 1, r**2 / 2, np.abs(r) - 0.5), "line c2")
    entries = [("line c1", "squared"), ("line c4 dashed", "absolute"), ("line c2", "Huber")]
    parts += right.parts + legend(362, 50, entries)
    parts.append(text(404, 246, "residual y − prediction", "small muted middle"))
    write(FOLDER / "losses-shapes.svg", 520, 256, parts)


likelihood()
shapes()
