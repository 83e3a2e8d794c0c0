"""Draws 4-practice/projects-splits.svg: the same models under two ways to split the digits."""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

OUT = Path(__file__).parents[2] / "docs/en/4-practice/projects-splits.svg"
MODELS = {
    "logistic regression": LogisticRegression(max_iter=2000),
    "3 nearest neighbours": KNeighborsClassifier(3),
    "support vector machine": SVC(C=10),
}


def main():
    """A row a model; small marks are folds, a large mark is their mean."""
    X, y = load_digits(return_X_y=True)
    X = X / 16

    def at(accuracy):
        return 30 + (accuracy - 0.88) / 0.12 * 460

    shapes = []
    for value in (0.88, 0.91, 0.94, 0.97, 1.0):
        shapes.append(f'<path class="grid" d="M{at(value):.1f} 30V236"/>')
        shapes.append(
            f'<text class="small middle muted" x="{at(value):.1f}" y="254">{100 * value:.0f} %</text>'
        )
    shapes.append('<circle class="solid c1" cx="38" cy="14" r="6"/>')
    shapes.append('<text class="small" x="50" y="19">rows shuffled</text>')
    shapes.append('<rect class="solid c2" x="172" y="8" width="12" height="12"/>')
    shapes.append(
        '<text class="small" x="190" y="19">rows in order: other writers in the test</text>'
    )
    for k, (name, model) in enumerate(MODELS.items()):
        top = 46 + 66 * k
        shapes.append(f'<text class="small strong" x="30" y="{top + 2}">{name}</text>')
        for shift, shuffled in ((18, True), (38, False)):
            folds = KFold(5, shuffle=shuffled, random_state=0 if shuffled else None)
            scores = cross_val_score(model, X, y, cv=folds)
            level, colour = top + shift, "c1" if shuffled else "c2"
            low, high = at(scores.min()), at(scores.max())
            shapes.append(f'<path class="line {colour}" d="M{low:.1f} {level}H{high:.1f}"/>')
            for score in scores:
                shapes.append(f'<path class="line {colour}" d="M{at(score):.1f} {level - 4}v8"/>')
            centre = at(np.mean(scores))
            shapes.append(
                f'<circle class="solid {colour}" cx="{centre:.1f}" cy="{level}" r="6"/>'
                if shuffled
                else f'<rect class="solid {colour}" x="{centre - 6:.1f}" y="{level - 6}" width="12" height="12"/>'
            )
    OUT.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 262">\n'
        + "\n".join(shapes)
        + "\n</svg>\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
