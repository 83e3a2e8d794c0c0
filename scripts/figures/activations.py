"""Writes the plots of docs/en/3-algorithms/activations.md: `python scripts/figures/activations.py`."""

from math import erf, pi, sqrt
from pathlib import Path

import numpy as np
from axes import Axes, text, write

FOLDER = Path(__file__).parents[2] / "docs/en/3-algorithms"


def power_of_ten(y):
    """The label of a tick: 1, or 10 with its exponent raised."""
    exponent = round(np.log10(y))
    digits = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(abs(exponent)))
    return f"10{'⁻' if exponent < 0 else ''}{digits}" if exponent else "1"


def relu(z):
    return np.maximum(z, 0)


def bend():
    """Three ReLUs make a hat; a row of hats follows a curve."""
    parts = [
        text(14, 18, "Three ReLUs make a hat", "small strong"),
        text(282, 18, "Seven hats follow a curve", "small strong"),
    ]
    left = Axes((34, 34, 200, 170), (-0.5, 3), (-2, 2))
    left.frame([0, 1, 2, 3], [-2, -1, 0, 1, 2])
    x = np.linspace(-0.5, 3, 351)
    left.line(x, relu(x), "line c3 dashed")
    left.line(x, -2 * relu(x - 1), "line c3 dashed")
    left.line(x, relu(x - 2), "line c3 dashed")
    left.line(x, relu(x) - 2 * relu(x - 1) + relu(x - 2), "line c2")
    left.note(1.15, 1.75, "f(x)", "small c3 strong", -32)
    left.note(1.1, -1.2, "−2 f(x−1)", "small c3 strong end", 0)
    left.note(2.12, 1.3, "f(x−2)", "small c3 strong")
    left.note(-0.4, 0.55, "sum", "small c2 strong", 6)
    right = Axes((302, 34, 204, 170), (0, 2 * pi), (-1.2, 1.2))
    right.frame([0, 2, 4, 6], [-1, 0, 1])
    knots = np.linspace(0, 2 * pi, 9)
    x = np.linspace(0, 2 * pi, 257)
    right.line(x, np.sin(x), "line c4 dashed")
    right.line(x, np.interp(x, knots, np.sin(knots)), "line c2")
    for knot in knots:
        right.dot(knot, np.sin(knot), "solid c2", 3)
    right.note(3.2, 0.95, "dashed: sin x", "small c4 strong", 0)
    right.note(3.4, 0.68, "solid: hats", "small c2 strong", 0)
    write(FOLDER / "activations-bend.svg", 520, 232, parts + left.parts + right.parts)


def functions():
    """Six functions with their derivatives."""
    z = np.linspace(-4, 4, 321)
    s = 1 / (1 + np.exp(-z))
    gauss = np.exp(-(z**2) / 2) / sqrt(2 * pi)
    phi = np.array([(1 + erf(v / sqrt(2))) / 2 for v in z])
    step = np.where(z > 0, 1.0, 0.0)
    step[np.abs(z) < 1e-9] = np.nan
    panels = [
        ("sigmoid", s, s * (1 - s), (-0.1, 1.2), [0, 1]),
        ("tanh", np.tanh(z), 1 - np.tanh(z) ** 2, (-1.2, 1.2), [-1, 0, 1]),
        ("ReLU", relu(z), step, (-0.6, 2.4), [0, 1, 2]),
        (
            "leaky ReLU, a = 0.1",
            np.where(z > 0, z, 0.1 * z),
            np.where(z > 0, step, step + 0.1),
            (-0.6, 2.4),
            [0, 1, 2],
        ),
        ("GELU", z * phi, phi + z * gauss, (-0.6, 2.4), [0, 1, 2]),
        ("SiLU", z * s, s + z * s * (1 - s), (-0.6, 2.4), [0, 1, 2]),
    ]
    parts = [
        '<path class="line c1" d="M128 14h26"/>',
        text(160, 19, "value", "small"),
        '<path class="line c2 dashed" d="M258 14h26"/>',
        text(290, 19, "derivative (slope)", "small"),
    ]
    for number, (name, value, slope, y_range, ticks) in enumerate(panels):
        left, top = (30, 292)[number % 2], 52 + 172 * (number // 2)
        axes = Axes((left, top, 216, 118), (-4, 4), y_range)
        axes.frame([-4, -2, 0, 2, 4], ticks)
        axes.line(z, value, "line c1")
        axes.line(z, slope, "line c2 dashed")
        parts += [text(left, top - 8, name, "small strong"), *axes.parts]
    write(FOLDER / "activations-functions.svg", 520, 552, parts)


def variance():
    """Root mean square of the outputs through 50 layers, six initialisations."""
    runs = [
        ("tanh", np.tanh, 0.05**2 * 256, "0.05", "line c4 dashed"),
        ("tanh", np.tanh, 1.0, "Xavier", "line c1"),
        ("ReLU", relu, 1.0, "Xavier", "line c1"),
        ("ReLU", relu, 2.0, "He", "line c2"),
        ("ReLU", relu, 4.0, "4/d", "line c4 dashed"),
    ]
    parts = []
    for panel, name in enumerate(("tanh", "ReLU")):
        left = (52, 318)[panel]
        parts.append(text(left, 18, f"{name}: size of the outputs", "small strong"))
        y_range = (1e-10, 1e10)
        axes = Axes((left, 30, 186, 190), (0, 50), y_range, log_y=True)
        axes.frame([0, 10, 20, 30, 40, 50], [1e-10, 1e-5, 1, 1e5, 1e10], show_y=power_of_ten)
        for which, f, gain, words, classes in runs:
            if which != name:
                continue
            rng = np.random.default_rng(0)
            h, sizes = rng.normal(size=(200, 256)), [1.0]
            for _ in range(50):
                h = f(h @ (rng.normal(size=(256, 256)) * np.sqrt(gain / 256)))
                sizes.append(np.sqrt((h**2).mean()))
            axes.line(range(51), sizes, classes)
            at = {
                "0.05": (14, 4e-6),
                "Xavier": (26, 9) if name == "tanh" else (4, 3e-7),
                "He": (34, 9),
                "4/d": (12, 3e5),
            }[words]
            axes.note(
                *at,
                {"0.05": "std 0.05", "4/d": "var 4/d"}.get(words, words),
                f"small strong {classes.split()[1]}",
            )
        parts += [*axes.parts, text(left + 93, 256, "layer", "small muted middle")]
    write(FOLDER / "activations-variance.svg", 520, 264, parts)


bend()
functions()
variance()
