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
    d.path("M68 110C68 70 110 44 148 40", "line dashed", head=True)
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
    d.path("M372 38H400", "line dashed", both=True)
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


if __name__ == "__main__":
    concept_map()
    nested_circles()
