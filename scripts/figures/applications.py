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
    axes.note(0.3, 0.65, "AUC 0.974", "strong c1", 0, 8)
    parts = [
        *axes.parts,
        text(227, 302, "1 − specificity (false alarms among the healthy)", "small middle"),
        '<text class="small middle" transform="translate(16 139) rotate(-90)">sensitivity</text>',
    ]
    write(FOLDER / "image-roc.svg", 410, 310, parts)
    counts = [np.histogram(s, bins=50, range=(0, 1))[0].tolist() for s in (positives, negatives)]
    print("for widgets/score-threshold.js:", counts)


def language_heads():
    """From one block of contextual vectors, four heads."""
    d = Drawing(520, 330)
    for i, word in enumerate(["wake", "me", "at", "five", "am"]):
        d.box(56 + 84 * i, 10, 72, 32, [word])
        d.path(f"M{92 + 84 * i} 44V64", head=True)
        d.path(f"M{92 + 84 * i} 110V130", head=True)
    d.box(56, 68, 408, 40, [("Transformer: every token takes in the others", SMALL)], "box c1")
    for i in range(5):
        x = 56 + 84 * i
        d.add(f'<rect class="box c1" x="{x}" y="134" width="72" height="20" rx="3"/>')
    d.text(260, 174, "T × 768: one vector a token", "small middle")
    d.path("M260 182V202", "line")
    d.path("M66 202H454")
    heads = [
        ("c2", "intent", "1 of 60", "alarm_set"),
        ("c3", "slots", "T × 55", "five am: time"),
        ("c4", "relevance", "1 number", "query + page"),
        ("c5", "next token", "50,000", "it writes on"),
    ]
    for i, (colour, name, shape, example) in enumerate(heads):
        x = 6 + 129 * i
        d.path(f"M{x + 60.5} 202V222", head=True)
        d.box(x, 226, 121, 52, [name, (shape, SMALL)], f"box {colour}")
        d.text(x + 60.5, 298, example, "small muted middle")
    d.text(131, 322, "virtual assistant", "small strong middle")
    d.text(325, 322, "search engine", "small strong middle")
    d.text(454, 322, "chatbot", "small strong middle")
    d.save(FOLDER / "language-heads.svg")


def speech_mel():
    """The log-mel spectrogram of the speech page's rising tone, in coarse blocks."""
    rate, window, hop, bands = 16_000, 400, 160, 80
    time = np.arange(30 * rate) / rate
    wave = np.sin(2 * np.pi * (300 * time + 40 * time**2))
    padded = np.pad(wave, window // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop][:3000]
    power = np.abs(np.fft.rfft(frames * np.hanning(window))) ** 2

    def mel(hertz):
        return 2595 * np.log10(1 + hertz / 700)

    frequencies = mel(np.linspace(0, rate / 2, power.shape[1]))
    centres = np.linspace(0, mel(rate / 2), bands + 2)
    width = centres[1] - centres[0]
    triangles = np.maximum(0, 1 - np.abs(frequencies[:, None] - centres[1:-1]) / width)
    loud = np.log10(np.maximum(power @ triangles, 1e-10))
    blocks = loud[:, :60].reshape(60, 50, 30, 2).max(axis=(1, 3))  # 0.5 s × 2 bands
    shade = np.clip((blocks - blocks.max() + 5) / 5, 0, 1)
    axes = Axes((58, 12, 430, 210), (0, 30), (0, 60))
    axes.frame([0, 10, 20, 30], [0, 20, 40, 60])
    parts = axes.parts
    for i in range(60):
        for j in range(30):
            if shade[i, j] > 0.12:
                x, y = axes.at(i / 2, 2 * j + 2)
                parts.append(
                    f'<rect class="solid c1" x="{x:.1f}" y="{y:.1f}" width="7.4" height="7.2" '
                    f'opacity="{shade[i, j]:.2f}"/>'
                )
    parts += [
        text(273, 258, "time in seconds", "small middle"),
        '<text class="small middle" transform="translate(16 117) rotate(-90)">mel band</text>',
    ]
    write(FOLDER / "speech-mel.svg", 500, 266, parts)


def speech_pipeline():
    """Whisper from sound to text, with shapes."""
    d = Drawing(520, 300)
    wave = "M14 60" + "".join(
        f"L{14 + 2 * i} {60 + 24 * np.sin(i * 0.9) * np.exp(-(((i - 30) / 16) ** 2)):.1f}"
        for i in range(61)
    )
    d.path(wave, "line c1")
    d.text(75, 112, "sound, 30 s", "middle")
    d.text(75, 132, "480,000 numbers", "small muted middle")
    d.path("M142 60H168", head=True)
    for i in range(14):
        for j in range(8):
            strength = np.exp(-((j - 1.5 - 0.4 * i) ** 2) / 2)
            d.add(
                f'<rect class="solid c1" x="{176 + 8 * i}" y="{85 - 8 * j}" width="7" height="7" '
                f'opacity="{0.1 + 0.9 * strength:.2f}"/>'
            )
    d.text(232, 112, "log-mel", "middle")
    d.text(232, 132, "3,000 × 80", "small muted middle")
    d.path("M294 60H320", head=True)
    d.box(324, 28, 186, 64, ["two convolutions", ("the second with step 2", SMALL)])
    d.text(417, 112, "vectors", "middle")
    d.text(417, 132, "1,500 × 1,280", "small muted middle")
    d.path("M417 142V164", head=True)
    d.box(324, 168, 186, 54, ["encoder", ("32 layers: 1,500 × 1,280", SMALL)], "box c3")
    d.path("M322 195H212", head=True)
    d.text(267, 186, "attends to", "small muted middle")
    d.box(10, 168, 198, 54, ["decoder", ("32 layers, one token a step", SMALL)], "box c2")
    d.path("M109 224V246", head=True)
    d.text(10, 268, "turn on the", "mono")
    d.text(124, 268, "light", "mono strong")
    d.text(10, 290, "next of 51,865 tokens", "small muted")
    d.path("M172 263H240V216H212", head=True)
    d.text(250, 268, "and back in as input", "small muted")
    d.save(FOLDER / "speech-pipeline.svg")


def recommendation_funnel():
    """From millions of items to twenty, with the cost of each step."""
    d = Drawing(520, 336)
    steps = [
        (330, "Catalogue", "millions of items", "c1", "stored"),
        (250, "Retrieval", "hundreds", "c3", "1 product of 256 numbers each"),
        (180, "Ranking", "hundreds, in order", "c2", "a network, hundreds of features"),
        (120, "Rules", "dozens", "c4", "variety, safety, seen before"),
    ]
    for i, (width, name, count, colour, cost) in enumerate(steps):
        y = 10 + 82 * i
        following = steps[i + 1][0] if i < 3 else 100
        d.add(
            f'<path class="box {colour}" d="M{170 - width / 2} {y}H{170 + width / 2}'
            f'L{170 + following / 2 + 6} {y + 62}H{170 - following / 2 - 6}Z"/>'
        )
        d.text(170, y + 26, name, "strong middle")
        d.text(170, y + 47, count, "small middle")
        if i:
            d.text(512, y + 26, "cost per item:", "small muted end")
            d.text(512, y + 46, cost, "small end")
        if i < 3:
            d.path(f"M170 {y + 64}V{y + 79}", head=True)
    d.save(FOLDER / "recommendation-funnel.svg")


def click_simulation(explore, by_rate=False, days=200, visitors=100, items=100, shown=10):
    """The simulation of the recommendation page: the share of the ten most clicked by day."""
    rng = np.random.default_rng(1)
    quality = rng.uniform(0.05, 0.15, items)
    clicks, views, share = np.zeros(items), np.zeros(items), []
    for _ in range(days):
        score = (clicks + 1) / (views + 10) if by_rate else clicks
        for _ in range(visitors):
            if rng.random() < explore:
                chosen = rng.choice(items, shown, replace=False)
            else:
                chosen = np.argsort(-score - 1e-6 * rng.random(items))[:shown]
            views[chosen] += 1
            clicks[chosen] += rng.random(shown) < quality[chosen]
        share.append(np.sort(clicks)[-shown:].sum() / clicks.sum())
    return share


def recommendation_loop():
    """How the ten most clicked items gather the clicks, under four rules."""
    axes = Axes((56, 14, 440, 240), (0, 200), (0, 1.15))
    axes.frame([0, 50, 100, 150, 200], [0, 0.25, 0.5, 0.75, 1], show_y="{:.0%}")
    days = range(1, 201)
    rules = [
        ((0, False), "line c2", "by clicks", 1.0, -7),
        ((0.1, False), "line c5 dashed", "by clicks, 10 % at random", 0.915, 17),
        ((0.1, True), "line c1", "by click rate, 10 % at random", 0.72, 20),
        ((1, False), "line c3 dashed", "all at random", 0.2, -10),
    ]
    for options, classes, words, height, shift in rules:
        axes.line(days, click_simulation(*options), classes)
        axes.note(196, height, words, f"small end {classes.split()[1]}", 0, shift)
    parts = [*axes.parts, text(276, 292, "day", "small middle")]
    write(FOLDER / "recommendation-loop.svg", 510, 300, parts)


def assistants_loop():
    """Retrieval, prompt, model, tool: one loop."""
    d = Drawing(520, 372)
    d.box(10, 10, 120, 50, ["Question"])
    d.path("M132 35H160", head=True)
    d.box(164, 10, 120, 50, ["Vector", ("768", SMALL)], "box c1")
    d.path("M286 35H330", head=True)
    d.text(308, 27, "k best", "small muted middle")
    d.box(334, 10, 176, 50, ["Passages", ("M × 768, made before", SMALL)], "box c1")
    d.path("M70 62V106", head=True)
    d.path("M422 62V84H200V106", head=True)
    d.box(10, 110, 330, 96, [], "box")
    d.text(22, 132, "Prompt", "strong")
    for i, (words, colour) in enumerate(
        [("rules", ""), ("tools", " c4"), ("passages 1–k", " c1"), ("question", "")]
    ):
        x = [22, 82, 142, 262][i]
        width = [54, 54, 114, 70][i]
        d.box(x, 146, width, 32, [(words, SMALL)], f"box{colour}", 3)
    d.text(22, 197, "everything is text in one window", "small muted")
    d.path("M175 208V232", head=True)
    d.box(95, 236, 160, 46, ["Language model"], "box c3")
    d.path("M175 284V318", head=True)
    d.text(186, 306, "“… within 30 days [1]”", "small")
    d.box(95, 322, 160, 40, ["Answer, sources"], "box")
    d.path("M257 259H346", head=True)
    d.text(302, 251, "a call", "small middle")
    d.box(
        350,
        222,
        160,
        76,
        ["Your program", ("allowed? confirmed?", SMALL), ("then run the tool", SMALL)],
        "box c2",
    )
    d.path("M430 220V160H344", head=True)
    d.text(438, 186, "result", "small")
    d.save(FOLDER / "assistants-loop.svg")


def code_loop():
    """Generate, run, repair, review."""
    d = Drawing(520, 306)
    d.box(10, 12, 150, 60, ["Issue and files", ("10,000 tokens", SMALL)])
    d.path("M162 42H190", head=True)
    d.box(194, 12, 130, 60, ["Model", ("samples", SMALL)], "box c3")
    d.path("M326 42H354", head=True)
    for i in range(3):
        d.add(
            f'<rect class="box" x="{358 + 8 * i}" y="{12 + 6 * i}" width="136" height="48" rx="4"/>'
        )
    d.text(442, 44, "k candidates", "middle")
    d.text(442, 63, "k changes of files", "small muted middle")
    d.path("M442 74V112", head=True)
    d.add('<rect class="box c4" x="300" y="116" width="210" height="72" rx="6"/>')
    d.add('<rect class="line c4 dashed" x="306" y="122" width="198" height="60" rx="4"/>')
    d.text(405, 148, "Tests in a closed box", "strong middle")
    d.text(405, 169, "no network, no secrets", "small middle")
    d.path("M298 152H259V76", head=True)
    d.text(20, 134, "fails: the error message", "small")
    d.text(20, 152, "goes back into the prompt", "small")
    d.path("M196 148H250", "line dashed")
    d.path("M405 190V226", head=True)
    d.text(415, 213, "passes", "small")
    d.box(300, 230, 210, 62, ["A person reads", ("the change and the tests", SMALL)], "box c2")
    d.path("M298 261H206", head=True)
    d.text(252, 253, "approves", "small middle")
    d.box(40, 236, 162, 50, ["Main branch"], "box c6")
    d.save(FOLDER / "code-loop.svg")


def science_alphafold():
    """AlphaFold 2 with shapes."""
    d = Drawing(520, 330)
    d.box(10, 14, 150, 54, ["Sequence", ("N amino acids", SMALL)])
    d.path("M162 41H196", head=True)
    d.box(200, 14, 150, 54, ["Databases", ("S relatives", SMALL)])
    d.path("M275 70V96", head=True)
    d.path("M85 70V82H430V96", "line dashed")
    d.box(200, 100, 150, 54, ["Sequences", ("S × N × 256", SMALL)], "box c1")
    d.box(366, 100, 144, 54, ["Pairs", ("N × N × 128", SMALL)], "box c3")
    d.path("M300 156V184", both=True)
    d.path("M438 156V184", both=True)
    d.box(200, 188, 310, 50, ["48 blocks exchange information"], "box c4")
    d.path("M355 240V266", head=True)
    d.box(200, 270, 310, 50, ["Structure module: N frames in space"], "box c2")
    d.path("M198 295H166", head=True)
    d.box(10, 258, 152, 62, ["Structure", ("atoms, pLDDT", SMALL)])
    d.path("M85 256V213H196", head=True)
    d.text(20, 180, "three more rounds:", "small")
    d.text(20, 198, "the result is input again", "small")
    d.save(FOLDER / "science-alphafold.svg")


def science_blur():
    """Two possible storms and their mean."""
    place = np.linspace(-6, 6, 241)
    north, south = (30 * np.exp(-((place - c) ** 2)) for c in (2, -2))
    axes = Axes((56, 14, 440, 210), (-6, 6), (0, 34))
    axes.frame([-6, -4, -2, 0, 2, 4, 6], [0, 10, 20, 30])
    axes.line(place, north, "line c1")
    axes.line(place, south, "line c3 dashed")
    axes.line(place, (north + south) / 2, "line c2")
    axes.note(2.95, 25, "possible: north", "small c1")
    axes.note(-2.95, 25, "possible: south", "small c3 end")
    axes.note(0, 11, "mean: 15", "small c2 middle")
    parts = [
        *axes.parts,
        text(276, 264, "place in hundreds of kilometres", "small middle"),
        '<text class="small middle" transform="translate(16 119) rotate(-90)">wind in m/s</text>',
    ]
    write(FOLDER / "science-blur.svg", 510, 272, parts)


def applications_map():
    """Inputs, model families, outputs and metrics of the seven pages."""
    d = Drawing(520, 372)
    for x, words in ((62, "in"), (207, "model family"), (351, "out"), (466, "counted")):
        d.text(x, 18, words, "small strong middle")
    rows = [
        ("image", "label, map", "PPV, AUC"),
        ("sound", "words", "WER"),
        ("text", "label, list, text", "F1, nDCG"),
        ("question, files", "answer, action", "faithfulness"),
        ("issue, tests", "program", "pass@k"),
        ("past clicks", "ordered list", "recall@k, A/B"),
        ("sequence, state", "shape, forecast", "lDDT, CRPS"),
    ]
    for i, (given, out, metric) in enumerate(rows):
        y = 30 + 48 * i
        colour = f"c{i % 6 + 1}"
        d.box(2, y, 122, 36, [(given, SMALL)], f"box {colour}")
        d.path(f"M126 {y + 18}H144", head=True)
        d.path(f"M270 {y + 18}H286", head=True)
        d.box(289, y, 126, 36, [(out, SMALL)], f"box {colour}")
        d.text(424, y + 22.5, metric, "small")
    d.box(147, 30, 120, 36, [("CNN, ViT", SMALL)])
    d.box(
        147,
        78,
        120,
        180,
        ["Transformer", ("encoder,", SMALL), ("decoder", SMALL), ("or both", SMALL)],
    )
    d.box(147, 270, 120, 36, [("two towers", SMALL)])
    d.box(147, 318, 120, 36, [("GNN, attention", SMALL)])
    d.save(FOLDER / "applications-map.svg")


def evidence_ladder():
    """Four kinds of evidence as stairs, each with what it shows and an example."""
    d = Drawing(520, 308)
    steps = [
        ("Held-out rows of the same source", "It has learnt something.", ""),
        ("Another hospital, year or region", "It may travel.", "retina 2016"),
        ("Real use", "It fits the place, or not.", "Thailand 2018"),
        ("A trial drawn by lot", "It helps, by so much.", "MASAI 2026"),
    ]
    for i, (name, shows, example) in enumerate(steps):
        x, y = 8 + 48 * i, 240 - 76 * i
        d.box(x, y, 360, 60, [], f"box c{i + 1}")
        d.text(x + 14, y + 25, f"{i + 1}  {name}", "strong")
        d.text(x + 35, y + 47, shows, "small")
        if example:
            d.text(x + 348, y + 47, example, "small muted end")
    d.save(FOLDER / "evidence-ladder.svg")


FIGURES = {
    name: function
    for name, function in globals().items()
    if callable(function)
    and getattr(function, "__module__", "") == "__main__"
    and name not in ("digit_scores", "click_simulation")
}


def main():
    for name in sys.argv[1:] or FIGURES:
        FIGURES[name]()


if __name__ == "__main__":
    main()
