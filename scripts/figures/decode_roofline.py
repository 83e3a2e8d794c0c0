"""Draws docs/en/3-algorithms/decode-roofline.svg: tokens per second of decoding against batch size.

Llama 3 8B in 16 bits on one H100 SXM (3.35 TB/s, 989 TFLOP/s dense, 80 GB).
"""

from math import log10
from pathlib import Path

OUT = Path(__file__).parents[2] / "docs/en/3-algorithms/decode-roofline.svg"
PARAMETERS = 8.03e9
WEIGHTS = 2 * PARAMETERS  # bytes
CACHE = 4096 * 131_072  # bytes: one conversation of 4096 tokens
BANDWIDTH, PEAK, MEMORY = 3.35e12, 989e12, 80e9
LEFT, RIGHT, TOP, BOTTOM = 70, 500, 30, 270
X_MAX, Y_MIN, Y_MAX = 3.0, 2.0, 5.0  # log10


def rate(batch, cache):
    """Upper bound of tokens per second for all conversations together."""
    seconds = max((WEIGHTS + batch * cache) / BANDWIDTH, 2 * PARAMETERS * batch / PEAK)
    return batch / seconds


def x(batch):
    return LEFT + log10(batch) / X_MAX * (RIGHT - LEFT)


def y(value):
    return BOTTOM - (log10(value) - Y_MIN) / (Y_MAX - Y_MIN) * (BOTTOM - TOP)


batches = [10 ** (X_MAX * i / 90) for i in range(91)]
full = (MEMORY - WEIGHTS) / CACHE
parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 330">']
for value in (100, 1000, 10_000, 100_000):
    parts.append(f'<path class="grid" d="M{LEFT} {y(value):.1f}H{RIGHT}"/>')
    parts.append(f'<text class="small end" x="{LEFT - 8}" y="{y(value) + 5:.1f}">{value:,}</text>')
for value in (1, 10, 100, 1000):
    parts.append(
        f'<text class="small middle" x="{x(value):.1f}" y="{BOTTOM + 20}">{value:,}</text>'
    )
parts.append(f'<path class="axis" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>')
ideal = " ".join(f"{x(b):.1f},{y(rate(b, 0)):.1f}" for b in batches)
parts.append(f'<polyline class="line c1 dashed" points="{ideal}"/>')
real = [b for b in batches if b <= full] + [full]
points = " ".join(f"{x(b):.1f},{y(rate(b, CACHE)):.1f}" for b in real)
parts.append(f'<polyline class="line c2" points="{points}"/>')
parts.append(f'<circle class="solid c2" cx="{x(full):.1f}" cy="{y(rate(full, CACHE)):.1f}" r="5"/>')
parts.append(
    f'<text class="small c2 strong" x="{x(full) - 30:.1f}" y="{y(rate(full, CACHE)) + 26:.1f}">'
    "with the cache of 4096</text>"
)
parts.append(
    f'<text class="small c2" x="{x(full) - 30:.1f}" y="{y(rate(full, CACHE)) + 44:.1f}">'
    f"tokens each: full at {int(full)}</text>"
)
parts.append(
    f'<text class="small c1 strong end" x="{x(24):.1f}" y="{y(8200):.1f}">weights alone</text>'
)
parts.append(
    f'<text class="small muted end" x="{RIGHT}" y="{y(61600) + 20:.1f}">compute limit</text>'
)
parts.append(
    '<text class="small muted" x="4" y="16">tokens per second, all together (logarithmic)</text>'
)
parts.append(
    f'<text class="small muted middle" x="{(LEFT + RIGHT) / 2}" y="{BOTTOM + 44}">'
    "conversations in the batch (logarithmic)</text>"
)
parts.append("</svg>\n")
OUT.write_text("\n".join(parts), encoding="utf-8")
print(rate(1, 0), rate(1, CACHE), full, rate(full, CACHE), PEAK / 2 / PARAMETERS)
