"""Draws docs/en/3-algorithms/goodhart.svg: the proxy reward and the true one under best-of-n.

The true quality is normal, the proxy adds a heavy-tailed error (Student's t, 2 degrees of freedom).
The same simulation stands in alignment.md with fewer repetitions.
"""

from pathlib import Path

import numpy as np

OUT = Path(__file__).parents[2] / "docs/en/3-algorithms/goodhart.svg"
LEFT, RIGHT, TOP, BOTTOM = 46, 380, 30, 250
COUNTS = [2**k for k in range(11)]
Y_MAX = 5.0

rng = np.random.default_rng(0)
proxy_line, true_line = [], []
for n in COUNTS:
    true = rng.normal(size=(4000, n))
    proxy = true + 0.5 * rng.standard_t(2, size=(4000, n))
    best = proxy.argmax(axis=1)
    rows = np.arange(4000)
    proxy_line.append(np.median(proxy[rows, best]))
    true_line.append(true[rows, best].mean())


def x(k):
    return LEFT + k / 10 * (RIGHT - LEFT)


def y(value):
    return BOTTOM - value / Y_MAX * (BOTTOM - TOP)


parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 312">']
for value in range(6):
    parts.append(f'<path class="grid" d="M{LEFT} {y(value):.1f}H{RIGHT}"/>')
    parts.append(f'<text class="small end" x="{LEFT - 8}" y="{y(value) + 5:.1f}">{value}</text>')
for k in (0, 2, 4, 6, 8, 10):
    parts.append(f'<text class="small middle" x="{x(k):.1f}" y="{BOTTOM + 20}">{2**k}</text>')
parts.append(f'<path class="axis" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>')
for values, colour, dash, words in (
    (proxy_line, "c3", " dashed", "proxy reward (on to 13)"),
    (true_line, "c2", "", "true quality"),
):
    points = [(x(k), y(v)) for k, v in enumerate(values) if v <= Y_MAX]
    joined = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    parts.append(f'<polyline class="line {colour}{dash}" points="{joined}"/>')
    a, b = points[-1]
    parts.append(
        f'<text class="small {colour} strong" x="{a + 8:.1f}" y="{b + 5:.1f}">{words}</text>'
    )
parts.append('<text class="small muted" x="4" y="16">reward of the chosen answer</text>')
parts.append(
    f'<text class="small muted middle" x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 44}">'
    "answers to choose from, n (logarithmic)</text>"
)
parts.append("</svg>\n")
OUT.write_text("\n".join(parts), encoding="utf-8")
print(np.round(proxy_line, 2), np.round(true_line, 2))
