"""Boxes, arrows and words for diagrams in the guide's classes, with a check that words fit."""

from pathlib import Path

from axes import HEAD

SIZE = {"small": 13.5, "mono": 14.5, "math": 18}


def words_width(words, classes=""):
    """Estimated width of one line of text, as CONTRIBUTING.md says: 0.55 of its height a letter."""
    size = next((SIZE[c] for c in classes.split() if c in SIZE), 16)
    factor = 0.6 if "mono" in classes or "strong" in classes else 0.53
    return factor * size * len(words)


class Drawing:
    """An SVG picture of the given size; every method adds to it."""

    def __init__(self, width, height):
        self.width, self.height, self.parts = width, height, []

    def text(self, x, y, words, classes="small"):
        """One line of text; complains where it would leave the picture."""
        width = words_width(words, classes)
        left = x - (width if "end" in classes.split() else width / 2 if "middle" in classes else 0)
        if left < 0 or left + width > self.width + 1:
            print(f"text leaves the picture: {words!r} ({left:.0f} to {left + width:.0f})")
        self.parts.append(f'<text class="{classes}" x="{x:g}" y="{y:g}">{words}</text>')

    def box(self, x, y, width, height, lines=(), classes="box", radius=6):
        """A box with centred lines: strings, or (string, classes)."""
        self.parts.append(
            f'<rect class="{classes}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
            f'rx="{radius}"/>'
        )
        lines = [line if isinstance(line, tuple) else (line, "") for line in lines]
        step = 19
        first = y + height / 2 - step * (len(lines) - 1) / 2 + 5.3
        for number, (words, style) in enumerate(lines):
            if words_width(words, style) > width - 8:
                print(f"text is wider than its box: {words!r}")
            self.text(x + width / 2, first + number * step, words, f"{style} middle".strip())

    def path(self, d, classes="line", head=False, both=False):
        """A path, with an arrow's head at its end or at both ends."""
        ends = ' marker-end="url(#head)"' if head or both else ""
        ends += ' marker-start="url(#head)"' if both else ""
        self.parts.append(f'<path class="{classes}" d="{d}"{ends}/>')

    def add(self, svg):
        """Any SVG."""
        self.parts.append(svg)

    def save(self, path):
        """Writes the file."""
        body = "\n".join(self.parts)
        Path(path).write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">\n'
            f"{HEAD}\n{body}\n</svg>\n",
            encoding="utf-8",
        )
