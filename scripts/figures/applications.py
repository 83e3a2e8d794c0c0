"""Draws the figures of chapter 5: `python scripts/figures/applications.py [NAME ...]`.

Pipelines are drawn from boxes; plots are computed here, with the same code as on their pages.
"""

import sys
from pathlib import Path

import numpy as np
from axes import Axes, text, write
from drawing import Drawing

FOLDER = Path(__file__).parents[2] / "docs/en/5-applications"
SMALL = "small"


def image_pipeline():
    """One backbone with three heads."""
    d = Drawing(520, 322)
    d.box(10, 10, 130, 54, ["Picture", ("299 × 299 × 3", SMALL)])
    d.path("M142 37H181", head=True)
    d.box(185, 10, 150, 54, ["CNN or ViT", ("the backbone", SMALL)], "box c1")
    d.path("M337 37H376", head=True)
    d.box(380, 10, 130, 54, ["Features", ("8 × 8 × 2,048", SMALL)])
    d.path("M445 66V90M90 90H445M90 90V111", head=True)
    d.path("M260 90V111", head=True)
    d.path("M430 90V111", head=True)
    heads = [
        (
            "c2",
            ["average", ("2,048", SMALL)],
            ["softmax", ("5 grades", SMALL)],
            "Medicine",
            "threshold: refer?",
        ),
        (
            "c3",
            ["scale up", ("299 × 299 × 64", SMALL)],
            ["softmax per pixel", ("299 × 299 × 9", SMALL)],
            "Satellites",
            "add up the area",
        ),
        (
            "c4",
            ["project", ("256", SMALL)],
            ["nearest vectors", ("20 products", SMALL)],
            "Shops",
            "show the list",
        ),
    ]
    for column, (colour, first, second, field, use) in enumerate(heads):
        x = 10 + 170 * column
        d.box(x, 115, 160, 54, first, f"box {colour}")
        d.path(f"M{x + 80} 171V192", head=True)
        d.box(x, 196, 160, 54, second, f"box {colour}")
        d.text(x + 80, 280, field, "strong middle")
        d.text(x + 80, 302, use, "small muted middle")
    d.save(FOLDER / "image-pipeline.svg")


def digit_scores():
    """The scores of the code on the image page: of the eights and of the other digits."""
    from sklearn.datasets import load_digits
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import train_test_split

    images, digits = load_digits(return_X_y=True)
    ill = (digits == 8).astype(int)
    x_train, x_test, y_train, y_test = train_test_split(
        images / 16, ill, test_size=0.5, random_state=0, stratify=ill
    )
    model = LogisticRegression(C=0.2, max_iter=1000).fit(x_train, y_train)
    score = model.predict_proba(x_test)[:, 1]
    return score[y_test == 1], score[y_test == 0]


def image_roc():
    """The ROC curve of the code on the image page."""
    positives, negatives = digit_scores()
    edges = np.concatenate([[1.1], np.sort(np.concatenate([positives, negatives]))[::-1]])
    tpr = [(positives >= e).mean() for e in edges]
    fpr = [(negatives >= e).mean() for e in edges]
    axes = Axes((62, 14, 330, 250), (0, 1), (0, 1))
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.frame(ticks, ticks)
    axes.line([0, 1], [0, 1], "line dashed")
    axes.line(fpr, tpr, "line c1")
    for threshold in (0.5, 0.2, 0.1):
        x, y = (negatives >= threshold).mean(), (positives >= threshold).mean()
        axes.dot(x, y, "solid c2", 5)
        axes.note(x, y, f"threshold {threshold:g}", "small", 10, 17)
    axes.note(0.62, 0.5, "a coin", "small muted", 0, 0)
    axes.note(0.52, 0.75, "AUC 0.974", "strong c1", 0, 8)
    parts = axes.parts + [
        text(227, 302, "1 − specificity (false alarms among the healthy)", "small middle"),
        '<text class="small middle" transform="translate(16 139) rotate(-90)">sensitivity</text>',
    ]
    write(FOLDER / "image-roc.svg", 410, 310, parts)
    counts = [np.histogram(s, bins=50, range=(0, 1))[0].tolist() for s in (positives, negatives)]
    print("for widgets/score-threshold.js:", counts)


FIGURES = {
    name: function
    for name, function in globals().items()
    if callable(function)
    and getattr(function, "__module__", "") == "__main__"
    and name not in ("digit_scores",)
}


def main():
    for name in sys.argv[1:] or FIGURES:
        FIGURES[name]()


if __name__ == "__main__":
    main()
