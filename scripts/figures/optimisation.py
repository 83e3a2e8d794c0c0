"""Writes the plots of docs/en/3-algorithms/optimisation.md: `python scripts/figures/optimisation.py`."""

import math
from pathlib import Path

import numpy as np
from axes import Axes, text, write

FOLDER = Path(__file__).parents[2] / "docs/en/3-algorithms"
CURVATURE = np.array([1.0, 25.0])
START = np.array([-9.0, 1.6])


def descent(rate, beta=0.0, steps=40):
    """Gradient descent with momentum on the ravine."""
    place, m, path = START.copy(), np.zeros(2), [START]
    for _ in range(steps):
        m = beta * m + CURVATURE * place
        place = place - rate * m
        path.append(place)
    return np.array(path)


def adam(rate, steps=40):
    place, m, v, path = START.copy(), np.zeros(2), np.zeros(2), [START]
    for t in range(1, steps + 1):
        g = CURVATURE * place
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        place = place - rate * (m / (1 - 0.9**t)) / np.sqrt(v / (1 - 0.999**t))
        path.append(place)
    return np.array(path)


def trajectories():
    runs = [
        ("Gradient descent, rate 0.07", descent(0.07), "c1"),
        ("Momentum 0.8, rate 0.02", descent(0.02, 0.8), "c2"),
        ("Adam, rate 0.6", adam(0.6), "c3"),
    ]
    parts = []
    for row, (name, path, colour) in enumerate(runs):
        axes = Axes((8, 30 + 148 * row, 500, 100), (-10, 2.5), (-2, 2))
        for level in (0.5, 2, 8, 18, 32):
            (x, y), (right, top) = (
                axes.at(0, 0),
                axes.at(math.sqrt(2 * level), math.sqrt(2 * level / 25)),
            )
            axes.parts.append(
                f'<ellipse class="grid" cx="{x:.1f}" cy="{y:.1f}" rx="{right - x:.1f}" ry="{y - top:.1f}" '
                f'clip-path="url(#row{row})"/>'
            )
        points = "L".join("{:.1f} {:.1f}".format(*axes.at(*p)) for p in path)
        axes.parts.append(f'<path class="line {colour}" d="M{points}"/>')
        for p in path[1:]:
            axes.dot(*p, f"solid {colour}", 2.2)
        axes.dot(*START, f"solid {colour}", 5)
        axes.note(*START, "start", "small", 9, -4)
        axes.dot(0, 0, "solid c4", 4)
        loss = (CURVATURE * path[-1] ** 2).sum() / 2
        parts.append(
            f'<defs><clipPath id="row{row}"><rect x="8" y="{30 + 148 * row}" width="500" height="100"/>'
            f"</clipPath></defs>"
        )
        parts.append(text(8, 18 + 148 * row, name, f"small strong {colour}"))
        parts.append(text(508, 18 + 148 * row, f"loss after 40 steps: {loss:.4f}", "small end"))
        parts += axes.parts
    write(FOLDER / "optimisation-trajectories.svg", 520, 440, parts)


def rates():
    """Four learning rates on a parabola."""
    parts = []
    cases = [(0.2, "crawls"), (1.0, "one step"), (1.8, "zigzags"), (2.1, "diverges")]
    for column, (product, words) in enumerate(cases):
        axes = Axes((6 + 129 * column, 42, 118, 130), (-2.2, 2.2), (-0.2, 2.4))
        x = np.linspace(-2.2, 2.2, 89)
        axes.line(x, x**2 / 2, "line c4")
        theta, places = -1.3, []
        for _ in range(6):
            places.append(theta)
            theta = (1 - product) * theta
        points = [axes.at(p, p * p / 2) for p in places if abs(p) < 2.19]
        axes.parts.append(
            '<path class="line c1" d="M' + "L".join(f"{a:.1f} {b:.1f}" for a, b in points) + '"/>'
        )
        for p in places:
            if abs(p) < 2.19:
                axes.dot(p, p * p / 2, "solid c1", 3.4)
        axes.dot(places[0], places[0] ** 2 / 2, "solid c2", 5)
        middle = 6 + 129 * column + 59
        parts.append(text(middle, 18, f"ηλ = {product:g}", "small strong middle"))
        parts.append(text(middle, 36, words, "small muted middle"))
        parts += axes.parts
    write(FOLDER / "optimisation-rates.svg", 520, 180, parts)


def schedules():
    axes = Axes((40, 30, 454, 150), (0, 100), (0, 1.08))
    axes.frame([0, 25, 50, 75, 100], [0, 0.5, 1], show_x="{:g}%")
    t = np.linspace(0, 100, 401)
    cosine = np.where(t < 5, t / 5, 0.1 + 0.45 * (1 + np.cos(np.pi * (t - 5) / 95)))
    stable = np.where(t < 5, t / 5, np.where(t < 80, 1, 1 - 0.9 * (t - 80) / 20))
    axes.line(t, stable, "line c2 dashed")
    axes.line(t, cosine, "line c1")
    axes.note(11, 0.28, "warm-up, then cosine to 10%", "small c1 strong")
    axes.note(58, 1, "warm-up, stable, decay", "small c2 strong middle", dy=-7)
    parts = [text(4, 18, "learning rate, share of its peak", "small muted"), *axes.parts]
    parts.append(text(274, 214, "share of training done", "small muted middle"))
    write(FOLDER / "optimisation-schedules.svg", 520, 222, parts)


trajectories()
rates()
schedules()
