"""Draws the figures of 4-practice/projects.md (the same models under two ways to split the digits)
and of the six briefs, from the results of the code on their pages."""

import contextlib
import io
import sys
from pathlib import Path

import numpy as np
from axes import Axes, text, write
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

sys.path.insert(0, str(Path(__file__).parents[1]))
import run_code

PAGES = Path(__file__).parents[2] / "docs/en/4-practice"
OUT = PAGES / "projects-splits.svg"
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


def run_page(name):
    """Runs the code of a page as run_code.py does; returns the names that it leaves behind."""
    names = {"__name__": "__main__"}
    text_of_page = (PAGES / name).read_text(encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.chdir(PAGES.parents[2]):
        for snippet in run_code.snippets(text_of_page):
            exec(snippet.code, names)
    return names


def lora():
    """The baselines of project-lora.md: accuracy over the number of examples; two places left empty."""
    page = run_page("project-lora.md")
    author, work, passage = page["author"], page["work"], page["text"]
    logistic, draws, test = page["logistic"], page["draws"], page["test"]

    def leaky(seed, size):
        """Accuracy when works are shared between the examples and the test."""
        rng = np.random.default_rng(seed)
        rng.permutation(page["pool"])  # the draw that the other curves use
        mixed = rng.permutation(len(author))
        few, rest = mixed[:size], mixed[500:]
        return logistic().fit(passage[few], author[few]).score(passage[rest], author[rest])

    sizes = (50, 100, 250, 500)
    curves = {
        "bayes": [draws(page["bayes"], size).mean(axis=1) for size in sizes],
        "logistic": [draws(logistic, size).mean(axis=1) for size in sizes],
        "shuffled": [[leaky(seed, size) for seed in range(10)] for size in sizes],
    }
    hit = page["by_words"]
    low, high = page["paired"](hit, np.zeros(len(hit)), work[test]) / 100

    axes = Axes((48, 16, 350, 250), (np.log10(46), np.log10(560)), (0.4, 1.0))
    axes.frame(
        np.log10((50, 100, 250, 500)),
        (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
        show_x=lambda x: f"{10**x:.0f}",
        show_y=lambda y: f"{100 * y:.0f} %",
    )
    x = np.log10(sizes)
    band = [axes.at(a, min(v)) for a, v in zip(x, curves["logistic"], strict=True)]
    band += [axes.at(a, max(v)) for a, v in zip(x, curves["logistic"], strict=True)][::-1]
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in band)
    axes.parts.append(f'<polygon class="soft c1" style="stroke: none" points="{points}"/>')
    rule = page["by_rule"].mean()
    axes.line(x[[0, -1]], [rule, rule], "line c4")
    mean = {name: [np.mean(v) for v in values] for name, values in curves.items()}
    axes.line(x, mean["shuffled"], "line c2 dashed")
    axes.line(x, mean["bayes"], "line c3")
    axes.line(x, mean["logistic"], "line c1")
    for a, b in zip(x, mean["logistic"], strict=True):
        axes.dot(a, b)
    axes.note(x[1], 0.91, "works on both sides: flattering", "small c2 middle")
    axes.note(x[-1], mean["logistic"][-1], "logistic", "small c1 strong end", -26, -13)
    axes.note(x[-1], mean["bayes"][-1], "naive Bayes", "small c3 end", -2, 30)
    axes.note(x[-1], rule, "the rule", "small c4 end", -2, 17)
    top, bottom = axes.at(x[-1], high)[1], axes.at(x[-1], low)[1]
    centre = axes.at(x[-1], hit.mean())[1]
    axes.parts.append(
        f'<path class="line c1" d="M414 {top:.1f}V{bottom:.1f}M408 {top:.1f}h12'
        f'M408 {bottom:.1f}h12"/><circle class="solid c1" cx="414" cy="{centre:.1f}" r="5"/>'
    )
    for column in (461, 508):  # the places that the reader fills
        axes.parts.append(f'<path class="line dashed" d="M{column} 30V252"/>')
        axes.parts.append(f'<circle class="box" cx="{column}" cy="120" r="12"/>')
        axes.parts.append(text(column, 125, "?", "middle strong"))
    axes.parts.append(text(461, 283, "prompt", "small middle"))
    axes.parts.append(text(508, 283, "LoRA", "small middle"))
    axes.parts.append(text(434, 306, "interval over works", "small c1 middle"))
    axes.parts.append(f'<path class="axis dashed" d="M414 292V{axes.at(0, low)[1] + 6:.1f}"/>')
    axes.parts.append(text(200, 306, "examples to learn from", "small middle"))
    write(PAGES / "project-lora.svg", 530, 316, axes.parts)


def explain():
    """Gains without learning (project-explain.md): one friend, and the average of four."""
    page, parts = run_page("project-explain.md"), []
    for row, (friends, words) in enumerate(((1, "One friend"), (4, "Average of four friends"))):
        total = page["without_learning"](friends, 1 / 2)
        limit, top = page["needed"](total), 40 + 172 * row
        axes = Axes((52, top, 452, 96), (-6, 6), (0, 0.2))
        axes.frame(range(-6, 7, 2), (0, 0.1, 0.2), show_y=lambda y: f"{100 * y:.0f} %")
        width = 452 / 12 / friends - 2
        for gain, chance in total.items():
            if abs(gain / friends) > 5.6:
                continue
            x, y = axes.at(gain / friends, chance)
            style = "solid c2" if gain >= limit else "box c1"
            axes.parts.append(
                f'<rect class="{style}" x="{x - width / 2:.1f}" y="{y:.1f}" '
                f'width="{width:.1f}" height="{top + 96 - y:.1f}"/>'
            )
        luck = f"{limit / friends:g} or more: {100 * page['at_least'](total, limit):.0f} %"
        axes.note(6, 0.16, luck, "small c2 strong end", -4)
        axes.parts.append(text(52, top - 14, words, "small strong"))
        parts += axes.parts
    parts.append(text(278, 348, "gain for each friend, in right answers", "small middle"))
    write(PAGES / "project-explain.svg", 520, 358, parts)


def characters():
    """The tables of project-characters.md: bits over letters, for four ways to test."""
    columns = run_page("project-characters.md")["columns"]
    axes = Axes((36, 14, 340, 270), (1, 6), (2, 5))
    axes.frame(range(1, 7), (2, 3, 4, 5))
    for values, style, words in (
        (columns[1], "c2", "everything, by play"),
        (columns[3], "c1", "speech, by play"),
        (columns[2], "c1 dashed", "speech, pieces"),
        (columns[0], "c2 dashed", "everything, pieces"),
    ):
        axes.line(range(1, 7), values, f"line {style}")
        axes.note(6, values[-1], words, f"small {style.split()[0]}", 10, 4.5)
        if "dashed" not in style:
            for letters, value in enumerate(values, 1):
                axes.dot(letters, value, f"solid {style}", 4)
    axes.parts.append(text(206, 320, "letters the table uses", "small middle"))
    axes.parts.append(text(112, 32, "bits per character", "small"))
    write(PAGES / "project-characters.svg", 520, 330, axes.parts)


def replication():
    """The null model of project-replication.md: loss over data, and over the size of the table."""
    page = run_page("project-replication.md")
    D, mean, exponent = page["D"], page["mean"].mean(axis=0), page["exponent"]
    N, by_letters = np.mean(page["sizes"], axis=0), np.mean(page["by_letters"], axis=0)
    parts = []

    def panel(top, x_range, x_ticks, y_range, y_ticks, words, curves):
        axes = Axes((44, top, 384, 170), np.log10(x_range), y_range, log_y=True)
        axes.frame(
            np.log10(x_ticks),
            y_ticks,
            show_x=lambda x: f"{10**x:,.0f}",
            show_y="{:.1f}",
        )
        for x, y, fitted, colour, name, down in curves:
            line, ends = exponent(x[:fitted], y[:fitted])[1], x[[0, -1]]
            axes.line(np.log10(ends), line(ends), f"line dashed {colour}")
            for k, (a, b) in enumerate(zip(np.log10(x), y, strict=True)):
                axes.dot(a, b, f"{'solid' if k < fitted else 'box'} {colour}", 5)
            axes.note(np.log10(x[-1]), y[-1], name, f"small {colour}", 12, down)
        parts.extend(axes.parts)
        parts.append(text(236, top + 206, words, "small middle"))

    panel(
        24,
        (3500, 290_000),
        (4000, 16_000, 64_000, 256_000),
        (1.6, 2.75),
        (1.6, 1.8, 2.0, 2.2, 2.4, 2.6),
        "characters of training text, D",
        [
            (D, mean[:, 2], 5, "c3", "3 letters", 4),
            (D, mean[:, 3], 5, "c4", "4 letters", -4),
            (D, mean[:, 4], 5, "c1", "5 letters", 16),
        ],
    )
    panel(
        270,
        (50, 330_000),
        (100, 1000, 10_000, 100_000),
        (1.5, 3.4),
        (1.5, 2.0, 2.5, 3.0),
        "counts stored in the table, N",
        [(N, by_letters, 4, "c2", "6 letters", -6)],
    )
    parts.append(text(44, 14, "loss in nats", "small"))
    write(PAGES / "project-replication.svg", 520, 486, parts)


def own_notes():
    """Where two searches put the right section, question by question, for project-own-notes.md."""
    page = run_page("project-own-notes.md")
    keyword, meaning, shared = page["keyword"], page["meaning"], page["shared"]

    top, bottom = 64, 290
    parts = []

    def y(place):
        return top + np.log10(place) / np.log10(200) * (bottom - top)

    for place in (1, 2, 5, 10, 50, 200):
        parts.append(f'<path class="grid" d="M46 {y(place):.1f}H516"/>')
        parts.append(text(40, y(place) + 4.5, f"{place}", "small muted end"))
    parts.append(f'<path class="axis dashed" d="M46 {y(5.6):.1f}H516"/>')
    parts.append(text(516, y(45), "below the dashed line:", "small muted end"))
    parts.append(text(516, y(45) + 18, "not among the first five", "small muted end"))
    groups = (("no word shared", -1, 0), ("up to a third", 0, 0.34), ("more", 0.34, 1))
    for k, (title, low, high) in enumerate(groups):
        left = 84 + 160 * k
        right = left + 76
        some = np.flatnonzero((shared > low) & (shared <= high))
        parts.append(text(left + 38, 18, title, "strong middle"))
        parts.append(text(left + 38, 36, f"{len(some)} questions", "small muted middle"))
        for q in some:
            a, b = y(keyword[q]), y(meaning[q])
            colour = "c1" if b < a else "c2 dashed" if b > a else ""
            parts.append(f'<path class="line {colour}" d="M{left} {a:.1f}L{right} {b:.1f}"/>')
        for q in some:
            a, b = y(keyword[q]), y(meaning[q])
            parts.append(f'<circle class="solid c4" cx="{left}" cy="{a:.1f}" r="4"/>')
            parts.append(
                f'<rect class="solid c3" x="{right - 4}" y="{b - 4:.1f}" width="8" height="8"/>'
            )
        for x, name, place, style in (
            (left, "BM25", keyword, "c4"),
            (right, "MiniLM", meaning, "c3"),
        ):
            parts.append(text(x, 312, name, f"small {style} strong middle"))
            hits = f"{(place[some] <= 5).sum()} of {len(some)}"
            parts.append(text(x, 330, hits, "small middle"))
    parts.append(text(46, 54, "place", "small muted end"))
    write(PAGES / "project-own-notes.svg", 520, 340, parts)


def service():
    """The slowest tenth's wait over the rate of readers, for the servers of project-service.md."""
    page = run_page("project-service.md")
    axes = Axes((52, 30, 448, 250), (np.log10(0.1), np.log10(24)), (0.16, 20), log_y=True)
    axes.frame(
        np.log10((0.1, 0.2, 0.5, 1, 2, 5, 10, 20)),
        (0.2, 0.5, 1, 2, 5, 10, 20),
        show_x=lambda x: f"{10**x:g}",
        show_y="{:g} s",
    )
    x0, limit = axes.at(np.log10(0.1), 2)
    axes.parts.append(f'<path class="axis dashed" d="M{x0} {limit:.1f}H500"/>')
    for setting, colour, style in zip(
        page["servers"].values(), ("c2", "c3", "c1"), (" dashed", "", ""), strict=True
    ):
        base, step, most = setting
        full = most / (base + step * (most - 1))
        loads = [*np.geomspace(0.1 / full, 0.8, 14), 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]
        waits = [np.percentile(page["simulate"](a * full, *setting), 90) for a in loads]
        axes.line(np.log10(loads) + np.log10(full), waits, f"line {colour}{style}")
        rate = page["highest_rate"](*setting)
        axes.dot(np.log10(rate), 2, f"solid {colour}", 5)
        label = f"{rate:.2f}" if rate < 1 else f"{rate:.1f}"
        axes.note(np.log10(rate), 2, label, f"small strong end {colour}", -9, -8)
    axes.note(np.log10(0.11), 0.9, "naive", "small strong c2", 0, -20)
    axes.note(np.log10(3.0), 0.8, "with cache", "small strong end c3")
    axes.note(np.log10(2.0), 0.33, "cache, up to 8 at a time", "small strong c1", 32, 22)
    axes.parts.append(text(52, 18, "p90: nine of ten answers are there by then", "small muted"))
    axes.parts.append(text(276, 318, "readers a second", "small middle"))
    write(PAGES / "project-service.svg", 520, 328, axes.parts)


if __name__ == "__main__":
    main()
    lora()
    explain()
    characters()
    replication()
    own_notes()
    service()
