"""Draws the figures of chapter 2: `python scripts/figures/concepts.py`."""

from pathlib import Path

from drawing import Drawing

OUT = Path(__file__).parents[2] / "docs/en/2-concepts"


def concept_map():
    """Six concepts and the relations between them, each relation named."""
    d = Drawing(520, 520)
    # fields
    d.box(
        152,
        12,
        216,
        52,
        [("Artificial intelligence", "strong"), ("a field", "small muted")],
        "box c3",
    )
    d.box(
        152,
        112,
        216,
        52,
        [("Machine learning", "strong"), ("an approach", "small muted")],
        "box c3",
    )
    d.box(
        152,
        212,
        216,
        52,
        [("Deep learning", "strong"), ("a set of methods", "small muted")],
        "box c3",
    )
    d.path("M260 110V68", head=True)
    d.text(270, 93, "is one way to build")
    d.path("M260 210V168", head=True)
    d.text(270, 193, "is, with many layers,")
    # rules
    d.box(12, 112, 112, 52, [("Rules, search,", "small"), ("logic", "small")], "box dashed")
    d.path("M68 110C68 70 110 44 144 40", "line dashed", head=True)
    d.text(14, 60, "is another way")
    # the artefact
    d.box(
        170, 352, 180, 56, [("AI model", "strong"), ("a file of numbers", "small muted")], "box c1"
    )
    d.path("M260 266V348", head=True)
    d.text(270, 302, "gives the architecture and")
    d.text(270, 319, "the training algorithm of")
    # system
    d.box(404, 12, 104, 52, [("AI system,", ""), ("product", "")], "box")
    d.path("M376 38H400", "line dashed", both=True)
    d.text(386, 84, "makes", "small middle")
    d.path("M352 380H440Q460 380 460 360V68", head=True)
    d.text(452, 230, "runs inside", "small end")
    # data and compute
    d.box(12, 452, 180, 56, [("Training data", "strong"), ("examples", "small muted")], "box c2")
    d.box(
        328,
        452,
        180,
        56,
        [("Computing", "strong"), ("chips, memory, software", "small muted")],
        "box c6",
    )
    d.path("M102 450C102 410 130 392 166 386", head=True)
    d.text(14, 404, "the numbers")
    d.text(14, 421, "are fitted to")
    d.path("M418 450C418 420 395 404 354 396", head=True)
    d.text(410, 424, "trains and runs")
    d.path("M196 480H324", both=True)
    d.text(260, 471, "C ≈ 6 · N · D", "small middle")
    d.text(260, 498, "limit each other", "small middle muted")
    d.save(OUT / "concept-map.svg")


def nested_circles():
    """The usual picture of circles in circles, and what is missing from it."""
    d = Drawing(520, 300)
    d.add('<circle class="box" cx="150" cy="150" r="138"/>')
    d.add('<circle class="box c3" cx="150" cy="178" r="102"/>')
    d.add('<circle class="box c1" cx="150" cy="206" r="62"/>')
    d.text(150, 44, "artificial intelligence", "small middle")
    d.text(150, 112, "machine learning", "small middle")
    d.text(150, 210, "deep learning", "small middle")
    for number, (top, words, more) in enumerate(
        [
            (16, "no training data", "what the numbers come from"),
            (72, "no computing resources", "what bounds size and cost"),
            (128, "no model", "an artefact is not a field"),
            (184, "no system around it", "search, tools, rules, people"),
            (240, "no mixture", "AlphaGo: search and networks"),
        ]
    ):
        d.box(300, top, 214, 46, [(words, "small strong"), (more, "small muted")], "box dashed")
    d.save(OUT / "nested-circles.svg")


def rules_and_learning():
    """What goes in and what comes out: a written program, learning, using what was learnt."""
    d = Drawing(520, 330)
    for top, name, first, second, middle, out, style in (
        (10, "Written rules", "rules", "input", "program", "answers", "box c3"),
        (120, "Learning", "example inputs", "their answers", "training", "a model", "box c2"),
        (230, "Using it", "the model", "a new input", "inference", "an answer", "box c1"),
    ):
        d.text(10, top + 16, name, "strong")
        d.box(10, top + 28, 140, 28, [(first, "small")])
        d.box(10, top + 62, 140, 28, [(second, "small")])
        d.box(206, top + 36, 112, 46, [middle], style)
        d.box(374, top + 36, 136, 46, [out], style)
        d.path(f"M152 {top + 42}L202 {top + 54}", head=True)
        d.path(f"M152 {top + 76}L202 {top + 64}", head=True)
        d.path(f"M320 {top + 59}H370", head=True)
    d.path("M442 204C442 236 330 226 154 262", "line dashed", head=True)
    d.save(OUT / "rules-and-learning.svg")


def ai_timeline():
    """Seventy-five years, with two winters."""
    d = Drawing(520, 620)
    first, last, top, bottom = 1948, 2026, 14, 606
    at = lambda year: top + (year - first) / (last - first) * (bottom - top)
    for start, end, words in ((1974, 1980, "first winter"), (1987, 1993, "second winter")):
        d.add(
            f'<rect class="box c1" x="64" y="{at(start):.1f}" width="112" '
            f'height="{at(end) - at(start):.1f}" rx="3"/>'
        )
        d.text(120, (at(start) + at(end)) / 2 + 5, words, "small middle")
    d.path(f"M60 {top}V{bottom}", "axis")
    for year in range(1950, 2030, 10):
        d.path(f"M54 {at(year):.1f}H60", "axis")
        d.text(50, at(year) + 5, str(year), "small muted end")
    events = [
        (1950, "Turing: can machines think?"),
        (1956, "Dartmouth: the field gets its name"),
        (1958, "Perceptron: weights that are learnt"),
        (1969, "Minsky and Papert: its limits"),
        (1973, "Lighthill report: promises not kept"),
        (1980, "Expert systems enter companies"),
        (1986, "Backpropagation in Nature"),
        (1997, "Deep Blue beats Kasparov; LSTM"),
        (2012, "AlexNet: deep learning wins ImageNet"),
        (2016, "AlphaGo beats Lee Sedol"),
        (2017, "Transformer"),
        (2020, "GPT-3: 175 billion parameters"),
        (2022, "ChatGPT"),
    ]
    y = 0
    for year, words in events:
        y = max(at(year), y + 21)
        y = min(y, bottom)
        d.add(f'<circle class="solid c2" cx="60" cy="{at(year):.1f}" r="4"/>')
        d.path(f"M66 {at(year):.1f}L{196} {y:.1f}", "grid")
        d.text(200, y + 5, f"{year}  {words}", "small")
    d.save(OUT / "ai-timeline.svg")


if __name__ == "__main__":
    concept_map()
    nested_circles()
    rules_and_learning()
    ai_timeline()
