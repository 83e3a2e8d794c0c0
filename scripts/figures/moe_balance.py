"""Draws docs/en/3-algorithms/moe-balance.svg from the simulation in mixture-of-experts.md.

Runs the page's own code blocks, so that picture and page cannot disagree.
"""

import contextlib
import io
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from run_code import snippets  # noqa: E402

PAGE = ROOT / "docs/en/3-algorithms/mixture-of-experts.md"
OUT = PAGE.parent / "moe-balance.svg"
PANELS = (
    ("nothing", "c5", "no balancing"),
    ("loss", "c1", "balancing loss"),
    ("bias", "c6", "selection bias"),
)
TOP, BOTTOM, WIDTH = 60, 200, 150
MAX = 0.32

space = {"__name__": "__main__"}
with contextlib.redirect_stdout(io.StringIO()):
    for snippet in snippets(PAGE.read_text(encoding="utf-8")):
        exec(compile(snippet.code, str(PAGE), "exec"), space)
results = space["results"]


def y(share):
    return BOTTOM - share / MAX * (BOTTOM - TOP)


parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 262">']
parts.append(
    '<text class="small muted" x="10" y="16">share of all assignments; dashed: an even share, 1/8</text>'
)
for number, (name, colour, words) in enumerate(PANELS):
    left = 14 + number * 170
    load, loss = results[name]
    parts.append(f'<text class="small strong {colour}" x="{left}" y="44">{words}</text>')
    for i, share in enumerate(load):
        height = max(BOTTOM - y(share), 1)
        parts.append(
            f'<rect class="box {colour}" x="{left + i * 19}" y="{BOTTOM - height:.1f}" '
            f'width="15" height="{height:.1f}"/>'
        )
        parts.append(
            f'<text class="small middle" x="{left + i * 19 + 7.5}" y="{BOTTOM + 18}">{i + 1}</text>'
        )
    parts.append(f'<path class="line dashed" d="M{left - 4} {y(1 / 8):.1f}H{left + WIDTH + 2}"/>')
    parts.append(f'<path class="axis" d="M{left - 4} {BOTTOM}H{left + WIDTH + 2}"/>')
    parts.append(
        f'<text class="small muted" x="{left}" y="{BOTTOM + 44}">task error {loss:.2f}</text>'
    )
parts.append("</svg>\n")
OUT.write_text("\n".join(parts), encoding="utf-8")
