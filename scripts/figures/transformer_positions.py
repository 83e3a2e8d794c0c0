"""Writes the plot of sinusoidal positions of docs/en/3-algorithms/transformer.md."""

from math import pi
from pathlib import Path

import numpy as np
from axes import Axes, text, write

FOLDER = Path(__file__).parents[2] / "docs/en/3-algorithms"
WIDTH = 64  # of the model; theta_i = 10000^(-2i/WIDTH)


def main():
    """Three of the 32 sines over 60 positions."""
    parts = [text(14, 18, "sin(p θᵢ), three of 32 pairs of columns", "small strong")]
    axes = Axes((42, 34, 330, 170), (0, 60), (-1.2, 1.2))
    axes.frame([0, 10, 20, 30, 40, 50, 60], [-1, 0, 1])
    p = np.linspace(0, 60, 601)
    for i, kind, y in ((2, "c5", 0.9), (6, "c2", 0.0), (12, "c1", -0.9)):
        theta = 10000 ** (-2 * i / WIDTH)
        dash = {"c5": " dashed", "c2": "", "c1": ""}[kind]
        axes.line(p, np.sin(p * theta), f"line {kind}{dash}")
        axes.note(61.5, y, f"i = {i}: turns in {2 * pi / theta:.0f}", f"small {kind} strong")
    parts += [*axes.parts, text(207, 240, "position p", "small muted middle")]
    write(FOLDER / "transformer-positions.svg", 520, 248, parts)


if __name__ == "__main__":
    main()
