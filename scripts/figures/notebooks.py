"""Draws the funnel of 4-practice/notebooks.md: `python scripts/figures/notebooks.py`.

The numbers are those of the abstract of Samuel and Mietchen, GigaScience 2024.
"""

from pathlib import Path

OUT = Path(__file__).parents[2] / "docs/en/4-practice/notebooks-funnel.svg"
STEPS = [
    ("found with biomedical articles", 27271),
    ("written in Python", 22578),
    ("say what they depend on", 15817),
    ("all dependencies could be installed", 10388),
    ("ran without an error", 1203),
    ("gave the same results", 879),
]


def main():
    """Writes one bar a step; its length is the number of notebooks left."""
    shapes = []
    for k, (words, count) in enumerate(STEPS):
        y = 8 + 50 * k
        width = 420 * count / STEPS[0][1]
        colour = "c2" if k >= 4 else "c1"
        share = f"{100 * count / STEPS[0][1]:.1f}".rstrip("0").rstrip(".")
        shapes.append(f'<text class="small" x="8" y="{y + 12}">{words}</text>')
        shapes.append(
            f'<rect class="box {colour}" x="8" y="{y + 18}" width="{width:.1f}" height="18" rx="2"/>'
        )
        shapes.append(
            f'<text class="small muted" x="{8 + width + 8:.1f}" y="{y + 32}">{count:,} ({share} %)</text>'
            if width < 400
            else f'<text class="small end" x="{8 + width - 8:.1f}" y="{y + 32}">{count:,} ({share} %)</text>'
        )
    OUT.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 312">\n'
        + "\n".join(shapes)
        + "\n</svg>\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
