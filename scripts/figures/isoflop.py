"""Draws docs/en/3-algorithms/isoflop.svg: predicted loss against model size, one curve a budget.

The constants are Besiroglu et al. 2024 (arXiv 2404.10102), C = 6 N D.
"""

from math import log10
from pathlib import Path

import numpy as np

E, A, B, ALPHA, BETA = 1.8172, 482.01, 2085.43, 0.3478, 0.3658
BUDGETS = {19: "c1", 20: "c2", 21: "c3", 22: "c5", 23: "c6"}  # log10 C
OUT = Path(__file__).parents[2] / "docs/en/3-algorithms/isoflop.svg"
WIDTH, HEIGHT = 520, 372
LEFT, RIGHT, TOP, BOTTOM = 56, 500, 26, 310
X_MIN, X_MAX = 7.5, 11.5  # log10 N
Y_MIN, Y_MAX = 1.8, 3.4


def x(log_n):
    return LEFT + (log_n - X_MIN) / (X_MAX - X_MIN) * (RIGHT - LEFT)


def y(loss):
    return BOTTOM - (loss - Y_MIN) / (Y_MAX - Y_MIN) * (BOTTOM - TOP)


def loss(n, c):
    return E + A / n**ALPHA + B / (c / 6 / n) ** BETA


def optimum(c):
    g = (ALPHA * A / (BETA * B)) ** (1 / (ALPHA + BETA))
    return g * (c / 6) ** (BETA / (ALPHA + BETA))


parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">']
for value in (2.0, 2.4, 2.8, 3.2):
    parts.append(f'<path class="grid" d="M{LEFT} {y(value):.1f}H{RIGHT}"/>')
    parts.append(
        f'<text class="small end" x="{LEFT - 8}" y="{y(value) + 5:.1f}">{value:.1f}</text>'
    )
for power, word in ((8, "0.1 B"), (9, "1 B"), (10, "10 B"), (11, "100 B")):
    parts.append(f'<path class="axis" d="M{x(power):.1f} {BOTTOM}v6"/>')
    parts.append(f'<text class="small middle" x="{x(power):.1f}" y="{BOTTOM + 22}">{word}</text>')
parts.append(f'<path class="axis" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>')
parts.append(f'<path class="line dashed" d="M{LEFT} {y(E):.1f}H{RIGHT}"/>')
parts.append(f'<text class="small muted end" x="{RIGHT}" y="{y(E) - 6:.1f}">floor E = 1.82</text>')
minima, ends = [], []
for power, colour in BUDGETS.items():
    c = 10.0**power
    grid = np.linspace(X_MIN, X_MAX, 161)
    inside = [(g, loss(10**g, c)) for g in grid if loss(10**g, c) <= 3.38]
    points = " ".join(f"{x(g):.1f},{y(v):.1f}" for g, v in inside)
    ends.append(((x(inside[-1][0]), y(inside[-1][1])), colour, power))
    parts.append(f'<polyline class="line {colour}" points="{points}"/>')
    best = optimum(c)
    minima.append((x(log10(best)), y(loss(best, c)), colour, power))
parts.append(
    '<polyline class="line dashed" points="'
    + " ".join(f"{a:.1f},{b:.1f}" for a, b, _, _ in minima)
    + '"/>'
)
for a, b, colour, _ in minima:
    parts.append(f'<circle class="solid {colour}" cx="{a:.1f}" cy="{b:.1f}" r="5.5"/>')
for (a, b), colour, power in ends:
    anchor, dx, dy = (" end", 0, -9) if a > RIGHT - 2 else (" end", -8, 12)
    parts.append(
        f'<text class="small {colour} strong{anchor}" x="{a + dx:.1f}" y="{b + dy:.1f}">'
        f'C = 10<tspan dy="-5" style="font-size:10px">{power}</tspan></text>'
    )
parts.append(
    f'<text class="small muted" x="{LEFT - 44}" y="14">predicted loss, nats per token</text>'
)
parts.append(
    f'<text class="small muted middle" x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 46}">'
    "parameters N (logarithmic); each curve: one budget C in FLOPs</text>"
)
parts.append("</svg>\n")
OUT.write_text("\n".join(parts), encoding="utf-8")
