"""Draws the figures of chapter 7: `python scripts/figures/outlook.py`."""

from pathlib import Path

import numpy as np
from axes import Axes, write
from drawing import Drawing

OUT = Path(__file__).parents[2] / "docs/en/7-outlook"


def laplace():
    """Two neighbouring counts with Laplace noise."""
    a = Axes((44, 16, 460, 180), (34, 52), (0, 0.28))
    a.frame(range(34, 53, 3), (0, 0.1, 0.2))
    xs = np.linspace(34, 52, 361)
    for count, style in ((42, "line c2 dashed"), (43, "line c1")):
        a.line(xs, 0.25 * np.exp(-np.abs(xs - count) / 2), style)
    a.note(42, 0.25, "without you: 42", "small end", dx=-8, dy=0)
    a.note(43, 0.25, "with you: 43", "small", dx=10, dy=0)
    a.note(43, 0, "published number", "small muted middle", dy=38)
    write(OUT / "laplace.svg", 520, 240, a.parts)


def compas():
    """The COMPAS counts, scaled to 100 people a group."""
    d = Drawing(520, 262)
    for row, (name, tn, fp, fn, tp) in enumerate(
        (("Black defendants", 990, 805, 532, 1369), ("White defendants", 1139, 349, 461, 505))
    ):
        total = tn + fp + fn + tp
        y = 30 + row * 118
        d.text(10, y - 10, f"{name}, 100 people", "small strong")
        for k, (flagged, free, label, style) in enumerate(
            ((tp, fn, "re-arrested", "box c1"), (fp, tn, "not re-arrested", "box c4"))
        ):
            w = 320 / 62
            f, o = 100 * flagged / total, 100 * free / total
            yy = y + k * 40
            d.text(10, yy + 21, label)
            d.add(f'<rect class="{style}" x="120" y="{yy}" width="{f * w:.1f}" height="32"/>')
            d.add(
                f'<rect class="box" x="{120 + f * w:.1f}" y="{yy}" width="{o * w:.1f}" height="32"/>'
            )
            if f:
                d.text(120 + f * w / 2, yy + 21, f"{f:.0f} flagged", "small middle")
            d.text(120 + (f + o / 2) * w, yy + 21, f"{o:.0f} not", "small middle")
    d.save(OUT / "compas.svg")


def gender_shades():
    """Error rates for the worst and the best group."""
    d = Drawing(520, 222)
    data = (("Microsoft", 20.8, 0.0), ("Face++", 34.5, 0.8), ("IBM", 34.7, 0.3))
    d.text(110, 18, "error rate", "small muted")
    for row, (name, worst, best) in enumerate(data):
        y = 30 + row * 62
        d.text(10, y + 27, name, "small strong")
        d.add(f'<rect class="box c2" x="110" y="{y}" width="{worst * 5.5:.1f}" height="22"/>')
        d.text(110 + worst * 5.5 + 8, y + 16, f"{worst} %  darker-skinned women")
        d.add(
            f'<rect class="solid c1" x="110" y="{y + 26}" width="{max(best * 5.5, 1):.1f}" height="22"/>'
        )
        d.text(110 + best * 5.5 + 8, y + 42, f"{best} %  lighter-skinned men")
    d.save(OUT / "gender-shades.svg")


def ai_act():
    """When the parts of the AI Act apply."""
    d = Drawing(520, 446)
    y0, scale = 14, 100  # 2024.5 at the top

    def at(year):
        return y0 + (year - 2024.5) * scale

    d.path(f"M120 {y0}V436", "axis")
    events = (
        (2024.58, "1 Aug 2024", "in force", "c6"),
        (2025.09, "2 Feb 2025", "prohibited practices", "c6"),
        (2025.58, "2 Aug 2025", "general-purpose models", "c6"),
        (2026.58, "2 Aug 2026", "transparency towards people", "c6"),
        (2026.92, "2 Dec 2026", "new ban; marking by older systems", "c4"),
        (2027.92, "2 Dec 2027", "high-risk uses (before: 2 Aug 2026)", "c4"),
        (2028.58, "2 Aug 2028", "high-risk products (before: 2 Aug 2027)", "c4"),
    )
    for year, date, words, colour in events:
        y = at(year)
        d.add(f'<circle class="solid {colour}" cx="120" cy="{y:.1f}" r="6"/>')
        d.text(108, y + 5, date, "small end")
        d.text(136, y + 5, words)
    y = at(2026.75)
    d.path(f"M60 {y:.1f}H380", "line c2")
    d.text(388, y + 5, "November 2026", "small strong")
    d.save(OUT / "ai-act.svg")


def explain_ladder():
    """Three depths of explanation."""
    d = Drawing(520, 236)
    rows = (
        ("Input", "which part of the input mattered?", "saliency, Shapley, LIME", "box c1"),
        ("Representation", "what is encoded, and where?", "attention maps, probes", "box c3"),
        ("Mechanism", "which algorithm computes it?", "circuits, features", "box c5"),
    )
    for k, (name, question, methods, style) in enumerate(rows):
        y = 10 + k * 76
        d.box(10, y, 150, 56, [(name, "strong")], style)
        d.text(176, y + 24, question, "")
        d.text(176, y + 46, methods, "small muted")
        if k < 2:
            d.path(f"M85 {y + 58}V{y + 74}", head=True)
    d.save(OUT / "explain-ladder.svg")


def four_cuts():
    """One model on two devices, cut in four ways."""
    d = Drawing(520, 330)
    for k, (name, what) in enumerate(
        (
            ("Data", "a copy each"),
            ("Tensor", "half of each layer"),
            ("Pipeline", "half of the layers"),
            ("Expert", "half of the experts"),
        )
    ):
        x, y = 10 + (k % 2) * 262, 24 + (k // 2) * 164
        d.text(x, y - 6, name, "strong")
        d.text(x + 84, y - 6, what, "small muted")
        for device in range(2):
            left = x + device * 124
            style = "box c1" if device == 0 else "box c2"
            d.add(
                f'<rect class="box dashed" x="{left}" y="{y + 4}" width="114" height="100" rx="6"/>'
            )
            d.text(left + 57, y + 122, f"device {device + 1}", "small middle")
            for layer in range(4):
                top = y + 12 + layer * 22
                if k == 0:
                    d.add(
                        f'<rect class="{style}" x="{left + 10}" y="{top}" width="94" height="17"/>'
                    )
                elif k == 1:
                    inner = left + (10 if device == 0 else 57)
                    d.add(f'<rect class="{style}" x="{inner}" y="{top}" width="47" height="17"/>')
                elif k == 2 and layer // 2 == device:
                    d.add(
                        f'<rect class="{style}" x="{left + 10}" y="{top}" width="94" height="17"/>'
                    )
                elif k == 3:
                    for e in range(2):
                        d.add(
                            f'<rect class="{style}" x="{left + 14 + e * 50}" y="{top}" '
                            f'width="36" height="17" rx="8"/>'
                        )
    d.save(OUT / "four-cuts.svg")


def bubble():
    """Four micro-batches through four stages."""
    d = Drawing(520, 214)
    for stage in range(4):
        y = 10 + stage * 42
        d.text(10, y + 24, f"stage {stage + 1}")
        for t in range(7):
            x = 84 + t * 61
            if stage <= t < stage + 4:
                d.box(x, y, 57, 36, [(str(t - stage + 1), "small")], "box c1", 3)
            else:
                d.box(x, y, 57, 36, [("idle", "small muted")], "box dashed", 3)
    d.text(84, 202, "time", "small muted")
    d.path("M122 198H500", head=True)
    d.save(OUT / "bubble.svg")


def half_life():
    """How long knowledge keeps its value."""
    d = Drawing(520, 252)
    rows = (
        ("Mathematics, statistics", 30, "decades", "box c1"),
        ("Architectures", 8, "about a decade", "box c3"),
        ("Training recipes", 2, "years", "box c6"),
        ("Model names, prices", 0.7, "months", "box c4"),
        ("Benchmark scores", 0.2, "weeks to months", "box c2"),
    )
    for k, (name, years, words, style) in enumerate(rows):
        y = 12 + k * 48
        width = 30 + 68 * np.log10(years / 0.1)
        d.text(178, y + 22, name, "small end")
        d.add(f'<rect class="{style}" x="188" y="{y}" width="{width:.1f}" height="32" rx="4"/>')
        d.text(188 + width + 8, y + 22, words, "small muted")
    d.save(OUT / "half-life.svg")


def open_questions():
    """What is settled and what is contested."""
    d = Drawing(520, 330)
    d.text(130, 22, "Settled", "strong middle")
    d.text(390, 22, "Contested", "strong middle")
    rows = (
        (
            "Ethics",
            ("models memorise some", "of their training text"),
            ("is training on protected", "works lawful?"),
        ),
        (
            "Fairness",
            ("criteria conflict when", "base rates differ"),
            ("which criterion should", "a law demand?"),
        ),
        (
            "Explaining",
            ("attention weights alone", "are no explanation"),
            ("do features show how", "a model reasons?"),
        ),
        (
            "Scaling",
            ("a ring sends less than", "twice the gradient"),
            ("how far will growth go,", "and what ends it?"),
        ),
    )
    for k, (_, left, right) in enumerate(rows):
        y = 34 + k * 73
        d.box(10, y, 240, 60, list(left), "box c6")
        d.box(270, y, 240, 60, list(right), "box c2 dashed")
    d.save(OUT / "open-questions.svg")


if __name__ == "__main__":
    laplace()
    compas()
    gender_shades()
    ai_act()
    explain_ladder()
    four_cuts()
    bubble()
    half_life()
    open_questions()
