"""Draws the two computed figures of 3-algorithms/diffusion.md: `python scripts/figures/diffusion.py`."""

from pathlib import Path

import numpy as np

OUT = Path(__file__).parents[2] / "docs/en/3-algorithms"
WEIGHT, CENTRE, WIDTH = np.array([0.3, 0.7]), np.array([-2.0, 1.0]), 0.3
T = 1000
BETA = np.concatenate([[0.0], np.linspace(1e-4, 0.02, T)])
ABAR = np.cumprod(1 - BETA)
HEAD = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
    'markerHeight="7" orient="auto-start-reverse"><path class="head" d="M0 0 10 5 0 10z"/>'
    "</marker></defs>"
)


def components(x, abar):
    """Weighted densities of the two noised components at x, and the offsets and the variance."""
    variance = abar * WIDTH**2 + 1 - abar
    offset = np.sqrt(abar) * CENTRE - x[:, None]
    return (
        WEIGHT * np.exp(-(offset**2) / (2 * variance)) / np.sqrt(2 * np.pi * variance),
        offset,
        variance,
    )


def noise_estimate(x, t):
    """The best possible noise prediction, from the exact score of the mixture."""
    density, offset, variance = components(x, ABAR[t])
    score = (density * offset).sum(1) / density.sum(1) / variance
    return -np.sqrt(1 - ABAR[t]) * score


def forward_figure(rng):
    """Histograms of noised samples under the exact densities, at five times."""
    panels, gap, left, base, high = 92, 10, 8, 200, 118
    shapes = [HEAD]
    which = rng.choice(2, size=4000, p=WEIGHT)
    x0 = CENTRE[which] + WIDTH * rng.normal(size=4000)
    noise = rng.normal(size=4000)
    grid = np.linspace(-3.6, 3.6, 73)
    for number, t in enumerate((0, 100, 250, 500, 1000)):
        x = left + number * (panels + gap)
        sample = np.sqrt(ABAR[t]) * x0 + np.sqrt(1 - ABAR[t]) * noise
        exact = components(grid, ABAR[t])[0].sum(1)
        scale = high / max(exact.max(), 0.45)
        counts, edges = np.histogram(sample, bins=24, range=(-3.6, 3.6), density=True)
        across = panels / 7.2
        for count, edge in zip(counts, edges, strict=False):
            tall = min(count * scale, high + 8)
            if tall > 0.4:
                shapes.append(
                    f'<rect class="soft c1" x="{x + (edge + 3.6) * across:.1f}" '
                    f'y="{base - tall:.1f}" width="{0.3 * across:.1f}" height="{tall:.1f}"/>'
                )
        points = " ".join(
            f"{x + (g + 3.6) * across:.1f} {base - e * scale:.1f}"
            for g, e in zip(grid, exact, strict=True)
        )
        shapes.append(f'<path class="line c2" d="M{points}"/>')
        shapes.append(f'<path class="axis" d="M{x} {base}h{panels}"/>')
        middle = x + panels / 2
        shapes.append(f'<text class="middle small" x="{middle}" y="{base + 20}">t = {t}</text>')
        share = f"{ABAR[t]:.2f}" if ABAR[t] > 0.001 else "0.00004"
        shapes.append(
            f'<text class="middle small muted" x="{middle}" y="{base + 39}">ᾱ = {share}</text>'
        )
    shapes += [
        '<path class="line c1" d="M20 46H494" marker-end="url(#head)"/>',
        '<text class="small" x="20" y="34">forward: add noise – fixed, nothing to learn</text>',
        f'<path class="line c2 dashed" d="M494 {base + 58}H20" marker-end="url(#head)"/>',
        f'<text class="small end" x="494" y="{base + 79}">'
        "reverse: remove noise – this is what the network learns</text>",
    ]
    write("diffusion-forward.svg", 514, base + 92, shapes)


def paths_figure(rng):
    """Fourteen paths of the reverse process, with fresh noise (DDPM) and without (DDIM)."""
    start = rng.normal(size=14)
    stops = np.unique(np.concatenate([np.arange(0, 1001, 12), np.arange(0, 60, 6), [T]]))[::-1]
    paths = {"DDPM: fresh noise at every step": [], "DDIM: no fresh noise": []}
    x, y = start.copy(), start.copy()
    kept = {T: (x.copy(), y.copy())}
    for t in range(T, 0, -1):
        mean = (x - BETA[t] / np.sqrt(1 - ABAR[t]) * noise_estimate(x, t)) / np.sqrt(1 - BETA[t])
        spread = np.sqrt((1 - ABAR[t - 1]) / (1 - ABAR[t]) * BETA[t])
        x = mean + spread * rng.normal(size=len(x))
        e = noise_estimate(y, t)
        clean = (y - np.sqrt(1 - ABAR[t]) * e) / np.sqrt(ABAR[t])
        y = np.sqrt(ABAR[t - 1]) * clean + np.sqrt(1 - ABAR[t - 1]) * e
        kept[t - 1] = (x.copy(), y.copy())
    shapes = [HEAD]
    wide, high, top = 212, 190, 40
    for number, name in enumerate(paths):
        left = 34 + number * (wide + 32)
        shapes.append(f'<text class="small strong" x="{left}" y="24">{name}</text>')
        shapes.append(f'<path class="axis" d="M{left} {top}v{high}h{wide}"/>')
        for value in (-2, 1):
            level = top + (3.2 - value) / 6.4 * high
            shapes.append(f'<path class="grid dashed" d="M{left} {level:.1f}h{wide}"/>')
            shapes.append(
                f'<text class="small end muted" x="{left - 5}" y="{level + 5:.1f}">'
                f"{str(value).replace('-', '−')}</text>"
            )
        for k in range(len(start)):
            values = [kept[t][number][k] for t in stops]
            colour = "c2" if values[-1] < -0.5 else "c1"
            dash = " dashed" if colour == "c2" else ""
            points = " ".join(
                f"{left + (T - t) / T * wide:.1f} {top + (3.2 - v) / 6.4 * high:.1f}"
                for t, v in zip(stops, values, strict=True)
            )
            shapes.append(
                f'<path class="line {colour}{dash}" style="stroke-width:1.1" d="M{points}"/>'
            )
            shapes.append(
                f'<circle class="solid {colour}" cx="{left + wide}" '
                f'cy="{top + (3.2 - values[-1]) / 6.4 * high:.1f}" r="2.6"/>'
            )
        below = top + high + 20
        shapes.append(f'<text class="small" x="{left}" y="{below}">t = 1000</text>')
        shapes.append(
            f'<text class="small middle muted" x="{left + 112}" y="{below}">noise → data</text>'
        )
        shapes.append(f'<text class="small end" x="{left + wide}" y="{below}">t = 0</text>')
    write("diffusion-paths.svg", 510, top + high + 32, shapes)


def write(name, width, height, shapes):
    """Writes the shapes as an SVG file beside the page."""
    text = "\n".join(shapes)
    (OUT / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n{text}\n</svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    forward_figure(np.random.default_rng(0))
    paths_figure(np.random.default_rng(9))
