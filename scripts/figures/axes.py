"""A pair of axes as SVG in the guide's classes, for the plots that scripts in this folder write."""

import math
from pathlib import Path

HEAD = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
    'markerHeight="7" orient="auto-start-reverse"><path class="head" d="M0 0 10 5 0 10z"/>'
    "</marker></defs>"
)


def text(x, y, words, classes="small"):
    """One line of text at (x, y)."""
    return f'<text class="{classes}" x="{x:.1f}" y="{y:.1f}">{words}</text>'


def write(path, width, height, parts):
    """Writes the SVG file; `parts` are strings of SVG."""
    body = "\n".join(parts)
    Path(path).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n{HEAD}\n'
        f"{body}\n</svg>\n",
        encoding="utf-8",
    )


def thinned(points, tolerance=0.12):
    """The points without those that lie on the line between their neighbours."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0) or 1
    closed = points[0] == points[-1]
    far, at = 0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        off = abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length
        if closed:
            off = math.hypot(x - x0, y - y0)
        if off > far:
            far, at = off, i
    if far <= tolerance:
        return [points[0], points[-1]]
    return thinned(points[: at + 1], tolerance)[:-1] + thinned(points[at:], tolerance)


class Axes:
    """A rectangle of the page (left, top, width, height) with data coordinates in it."""

    def __init__(self, box, x_range, y_range, log_y=False):
        self.left, self.top, self.width, self.height = box
        self.x_range, self.y_range, self.log_y = x_range, y_range, log_y
        self.parts = []

    def at(self, x, y):
        """The place of the data point (x, y) in the picture."""
        (x0, x1), (y0, y1) = self.x_range, self.y_range
        if self.log_y:
            y, y0, y1 = math.log10(y), math.log10(y0), math.log10(y1)
        return (
            self.left + (x - x0) / (x1 - x0) * self.width,
            self.top + (y1 - y) / (y1 - y0) * self.height,
        )

    def frame(self, x_ticks, y_ticks, show_x="{:g}", show_y="{:g}", zero=False):
        """Grid lines and numbers at the ticks; with `zero`, darker lines through the origin."""
        right, bottom = self.left + self.width, self.top + self.height
        for x in x_ticks:
            place, _ = self.at(x, self.y_range[0])
            self.parts.append(f'<path class="grid" d="M{place:.1f} {self.top:.1f}V{bottom:.1f}"/>')
            words = show_x(x) if callable(show_x) else show_x.format(x).replace("-", "−")
            self.parts.append(text(place, bottom + 17, words, "small muted middle"))
        for y in y_ticks:
            _, place = self.at(self.x_range[0], y)
            self.parts.append(f'<path class="grid" d="M{self.left:.1f} {place:.1f}H{right:.1f}"/>')
            words = show_y(y) if callable(show_y) else show_y.format(y).replace("-", "−")
            self.parts.append(text(self.left - 6, place + 4.5, words, "small muted end"))
        if zero:
            x, y = self.at(0, 0)
            self.parts.append(
                f'<path class="axis" d="M{self.left:.1f} {y:.1f}H{right:.1f}'
                f'M{x:.1f} {self.top:.1f}V{bottom:.1f}"/>'
            )

    def line(self, xs, ys, classes="line c1", extra=""):
        """A curve through the points; it stops where it leaves the range of y."""
        runs, low, high = [[]], *self.y_range
        for x, y in zip(xs, ys, strict=True):
            if math.isfinite(y) and low <= y <= high:
                runs[-1].append(self.at(x, y))
            else:
                runs.append([])
        d = "".join(
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thinned(run)) for run in runs if run
        )
        self.parts.append(f'<path class="{classes}" d="{d}"{extra}/>')

    def dot(self, x, y, classes="solid c1", radius=4):
        """A round mark at the data point."""
        px, py = self.at(x, y)
        self.parts.append(f'<circle class="{classes}" cx="{px:.1f}" cy="{py:.1f}" r="{radius}"/>')

    def note(self, x, y, words, classes="small", dx=0, dy=0):
        """Text at the data point, moved by (dx, dy) of the picture."""
        px, py = self.at(x, y)
        self.parts.append(text(px + dx, py + dy, words, classes))
