"""Draws the figures of chapter 2: `python scripts/figures/concepts.py`."""

from pathlib import Path

import numpy as np
from axes import Axes, write
from drawing import Drawing

OUT = Path(__file__).parents[2] / "docs/en/2-concepts"


def concept_map():
    """Six concepts and the relations between them, each relation named."""
    d = Drawing(520, 520)
    # fields
    d.box(
        152,
        12,
        202,
        52,
        [("Artificial intelligence", "strong"), ("a field", "small muted")],
        "box c3",
    )
    d.box(
        152,
        112,
        202,
        52,
        [("Machine learning", "strong"), ("an approach", "small muted")],
        "box c3",
    )
    d.box(
        152,
        212,
        202,
        52,
        [("Deep learning", "strong"), ("a set of methods", "small muted")],
        "box c3",
    )
    d.path("M253 110V68", head=True)
    d.text(263, 93, "is one way to build")
    d.path("M253 210V168", head=True)
    d.text(263, 193, "is, with many layers,")
    # rules
    d.box(12, 112, 112, 52, [("Rules, search,", "small"), ("logic", "small")], "box dashed")
    d.path("M68 110C68 70 110 44 146 40", "line dashed", head=True)
    d.text(82, 94, "is another way")
    # the artefact
    d.box(
        170, 352, 180, 56, [("AI model", "strong"), ("a file of numbers", "small muted")], "box c1"
    )
    d.path("M253 266V348", head=True)
    d.text(263, 302, "gives the architecture and")
    d.text(263, 319, "the training algorithm of")
    # system
    d.box(412, 12, 98, 52, [("AI system,", ""), ("product", "")], "box")
    d.path("M360 38H408", "line dashed", both=True)
    d.text(384, 28, "makes", "small middle")
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
    d.text(424, 416, "trains")
    d.text(424, 433, "and runs")
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
    for top, words, more in (
        (16, "no training data", "what the numbers come from"),
        (72, "no computing resources", "what bounds size and cost"),
        (128, "no model", "an artefact is not a field"),
        (184, "no system around it", "search, tools, rules, people"),
        (240, "no mixture", "AlphaGo: search and networks"),
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

    def at(year):
        return top + (year - first) / (last - first) * (bottom - top)

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


def linear_fit():
    """Four points, the best line, the distances."""
    axes = Axes((40, 14, 450, 300), (0.5, 4.5), (1, 7))
    axes.frame((1, 2, 3, 4), range(1, 8))
    axes.line([0.5, 4.5], [1.2, 6.8])
    for x, y, words, dx, dy in (
        (1, 2, "0.1 above", 14, 22),
        (2, 3, "0.3 below", 12, 22),
        (3, 5, "0.3 above", -12, -12),
        (4, 6, "0.1 below", 12, 22),
    ):
        (px, py), (_, qy) = axes.at(x, y), axes.at(x, 1.4 * x + 0.5)
        axes.parts.append(
            f'<path class="line c2" style="stroke-width:4" d="M{px:.1f} {py:.1f}V{qy:.1f}"/>'
        )
        axes.dot(x, y, "solid c2", 4.5)
        axes.note(x, y, words, "small" + (" end" if dx < 0 else ""), dx, dy)
    axes.note(0.7, 6.4, "ŷ = 1.4 x + 0.5", "strong c1")
    write(OUT / "linear-fit.svg", 510, 346, axes.parts)


def data_split():
    """Three parts of the data and what each is for."""
    d = Drawing(520, 150)
    d.box(10, 20, 344, 50, [("training 70 %", "strong")], "box c1", 0)
    d.box(354, 20, 78, 50, [("15 %", "strong")], "box c2", 0)
    d.box(432, 20, 78, 50, [("15 %", "strong")], "box c3", 0)
    d.text(182, 96, "fits the parameters", "small middle")
    d.text(182, 116, "seen many times", "small muted middle")
    d.text(388, 96, "validation", "small middle")
    d.text(388, 116, "chooses", "small muted middle")
    d.text(474, 96, "test", "small middle")
    d.text(474, 116, "once", "small muted middle")
    d.save(OUT / "data-split.svg")


def bias_variance():
    """Twenty fits each of degree 1 and of degree 11 to fifteen noisy points of a sine."""
    rng = np.random.default_rng(1)
    x, grid = np.linspace(0, 1, 15), np.linspace(0, 1, 121)
    parts = []
    for left, degree in ((36, 1), (286, 11)):
        axes = Axes((left, 34, 218, 210), (0, 1), (-2, 2))
        axes.frame((0, 0.5, 1), (-2, -1, 0, 1, 2))
        for _ in range(20):
            noisy = np.sin(2 * np.pi * x) + rng.normal(0, 0.25, 15)
            curve = np.polynomial.Polynomial.fit(x, noisy, degree)
            axes.line(grid, curve(grid), "line c2", ' style="stroke-width:1;opacity:.65"')
        axes.line(grid, np.sin(2 * np.pi * grid), "line c1", ' style="stroke-width:3.2"')
        axes.parts.append(
            f'<text class="small strong middle" x="{left + 109}" y="22">degree {degree}</text>'
        )
        parts += axes.parts
    parts.append(
        '<text class="small muted middle" x="260" y="284">thick: the true sine; thin: 20 fits</text>'
    )
    write(OUT / "bias-variance.svg", 516, 294, parts)


def feature_hierarchy():
    """Pixels, edges, parts, digit."""
    d = Drawing(520, 196)
    nine = ["01110", "10001", "10001", "01111", "00001", "00010", "01100"]
    for number, (name, more) in enumerate(
        [("pixels", "input"), ("edges", "layer 1"), ("loop, stem", "layer 2"), ("“9”", "output")]
    ):
        left = 10 + number * 132
        d.box(left, 10, 104, 128, [], f"box c{(number % 3) + 1}" if number else "box")
        d.text(left + 52, 162, name, "small strong middle")
        d.text(left + 52, 183, more, "small muted middle")
        if number:
            d.path(f"M{left - 26} 74H{left - 4}", head=True)
    for row, line in enumerate(nine):
        for column, ink in enumerate(line):
            kind = "solid" if ink == "1" else "grid"
            d.add(
                f'<rect class="{kind}" x="{24 + column * 15}" y="{21 + row * 15}" width="14" height="14"/>'
            )
    for x1, y1, x2, y2 in (
        (166, 40, 166, 64),
        (222, 40, 222, 64),
        (178, 26, 210, 26),
        (178, 78, 210, 78),
        (224, 74, 224, 98),
        (218, 104, 208, 116),
        (180, 122, 204, 122),
    ):
        d.path(f"M{x1} {y1}L{x2} {y2}", "line c1")
    d.add('<ellipse class="line c2" cx="322" cy="52" rx="28" ry="26"/>')
    d.path("M356 56C358 96 346 116 312 122", "line c2")
    d.text(458, 92, "9", "middle strong")
    d.parts[-1] = '<text class="strong middle" x="458" y="96" style="font-size:64px">9</text>'
    d.save(OUT / "feature-hierarchy.svg")


def xor_spaces():
    """The four inputs of XOR before and after the hidden layer."""
    parts = []
    for left, title, x_name, y_name, points in (
        (44, "input space", "x₁", "x₂", [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]),
        (300, "hidden space", "h₁", "h₂", [(0, 0, 0), (1, 0, 1), (2, 1, 0)]),
    ):
        hidden = left > 100
        axes = Axes((left, 40, 200, 200), (-0.4, 2.4 if hidden else 1.4), (-0.4, 1.4))
        axes.frame((0, 1, 2) if hidden else (0, 1), (0, 1))
        if hidden:
            axes.line([0.3, 2.4], [-0.1, 0.95], "line c3 dashed")
            axes.note(0.05, 1.14, "h₁ − 2h₂ = ½", "small c3")
        for x, y, label in points:
            if label:
                axes.dot(x, y, "solid c2", 8)
            else:
                axes.dot(x, y, "box c1", 8)
            words = (
                {(0, 0): "(0,0)", (1, 0): "(0,1) and (1,0)", (2, 1): "(1,1)"}.get((x, y))
                if hidden
                else ""
            )
            if words:
                axes.note(x, y, words, "small middle", -16 if x == 2 else 6, 26 if y == 0 else -14)
        axes.parts.append(f'<text class="strong middle" x="{left + 100}" y="24">{title}</text>')
        axes.parts.append(f'<text class="math middle" x="{left + 192}" y="282">{x_name}</text>')
        axes.parts.append(f'<text class="math middle" x="{left - 24}" y="50">{y_name}</text>')
        parts += axes.parts
    parts.append(
        '<circle class="solid c2" cx="60" cy="280" r="6"/><text class="small" x="72" y="285">XOR = 1</text>'
    )
    parts.append(
        '<circle class="box c1" cx="146" cy="280" r="6"/><text class="small" x="158" y="285">XOR = 0</text>'
    )
    write(OUT / "xor-spaces.svg", 516, 298, parts)


def tent_depth():
    """The tent function applied one, two and three times."""
    parts = []
    xs = np.linspace(0, 1, 65)
    for number in range(3):
        axes = Axes((30 + number * 168, 36, 140, 120), (0, 1), (0, 1))
        axes.frame((0, 0.5, 1), (0, 1))
        ys = xs
        for _ in range(number + 1):
            ys = 2 * np.maximum(0, ys) - 4 * np.maximum(0, ys - 0.5)
        axes.line(xs, ys)
        name = ("t(x)", "t(t(x))", "t(t(t(x)))")[number]
        axes.parts.append(
            f'<text class="math middle" x="{100 + number * 168}" y="24">{name}</text>'
        )
        axes.parts.append(
            f'<text class="small muted middle" x="{100 + number * 168}" y="200">{2 * (number + 1)} neurons,</text>'
        )
        axes.parts.append(
            f'<text class="small muted middle" x="{100 + number * 168}" y="219">{2 ** (number + 1)} pieces</text>'
        )
        parts += axes.parts
    write(OUT / "tent-depth.svg", 516, 228, parts)


def model_words():
    """From architecture, algorithm and data to checkpoint, model and product."""
    d = Drawing(520, 330)
    for top, name, more in (
        (10, "architecture", "a formula with gaps"),
        (76, "training algorithm", "how to fill the gaps"),
        (142, "training data", "what to fit them to"),
    ):
        d.box(10, top, 178, 54, [(name, "strong"), (more, "small muted")], "box c2")
        d.path(f"M190 {top + 27}L226 {103 if top == 76 else 88 if top < 76 else 118}", head=True)
    d.box(230, 76, 116, 54, [("training", ""), ("run", "")], "box c4")
    d.path("M348 103H388", head=True)
    d.box(
        392,
        66,
        118,
        74,
        [("checkpoint", "strong"), ("the weights,", "small muted"), ("as files", "small muted")],
        "box c1",
    )
    d.path("M451 142V214", head=True)
    d.text(443, 184, "load into the architecture", "small end")
    d.box(372, 218, 138, 54, [("model", "strong"), ("a function", "small muted")], "box c1")
    d.path("M368 245H200", head=True)
    d.text(284, 236, "wrapped in", "small middle")
    d.box(
        10,
        218,
        186,
        100,
        [
            ("product", "strong"),
            ("prompt, filters, search,", "small muted"),
            ("tools, interface, price", "small muted"),
            ("such as ChatGPT", "small muted"),
        ],
        "box c3",
    )
    d.save(OUT / "model-words.svg")


def block_parameters():
    """Where the parameters of a Transformer block are: GPT-2 and Llama 3.1 8B."""
    d = Drawing(520, 190)
    for top, name, shares in (
        (34, "GPT-2 small", [("attention", 2362368), ("feed-forward", 4722432)]),
        (118, "Llama 3.1 8B", [("attention", 41943040), ("feed-forward", 176160768)]),
    ):
        total = sum(n for _, n in shares)
        d.text(10, top - 10, f"{name}, one block of {total / 1e6:.1f} million", "small strong")
        left = 10
        for number, (words, count) in enumerate(shares):
            width = 500 * count / total
            label = f"{100 * count / total:.0f} %"
            if width > 110:
                label = f"{words} {label}"
            d.box(left, top, width, 40, [(label, "small")], f"box c{3 - 2 * number}", 0)
            left += width
    d.save(OUT / "block-parameters.svg")


def cleaning_pipeline():
    """From crawled pages to tokens, with what each step takes out."""
    d = Drawing(520, 470)
    steps = [
        ("crawl", "pages as they are on the web", "", "box"),
        ("extract text", "from HTML", "menus, scripts, banners", "box c2"),
        ("identify language", "by a small classifier", "other languages", "box c2"),
        ("filter for quality", "rules and classifiers", "spam, lists, fragments", "box c2"),
        ("remove duplicates", "exact and near", "copies, templates", "box c2"),
        (
            "remove what must not stay",
            "rights, persons, tests",
            "opt-outs, addresses, test sets",
            "box c2",
        ),
        ("mix and tokenise", "weights for each source", "", "box c1"),
    ]
    for number, (name, how, out, style) in enumerate(steps):
        top = 8 + number * 66
        d.box(10, top, 236, 48, [(name, "small strong"), (how, "small muted")], style)
        if number + 1 < len(steps):
            d.path(f"M128 {top + 49}V{top + 63}", head=True)
        if out:
            d.path(f"M248 {top + 24}H300", "line dashed", head=True)
            d.text(306, top + 29, out, "small")
    d.text(306, 37, "taken out:", "small muted")
    d.save(OUT / "cleaning-pipeline.svg")


def tokens_per_parameter():
    """Training tokens against parameters, both logarithmic, with the Chinchilla line."""
    axes = Axes((62, 30, 436, 280), (9.3, 12.2), (11, 14))
    names = {10: "10 bn", 11: "100 bn", 12: "1 tn"}
    axes.frame(
        (10, 11, 12),
        (11, 12, 13, 14),
        show_x=lambda v: names[v],
        show_y=lambda v: {11: "0.1 tn", 12: "1 tn", 13: "10 tn", 14: "100 tn"}[v],
    )
    log = np.log10
    axes.line([9.7, 12.2], [9.7 + log(20), 12.2 + log(20)], "line dashed")
    axes.note(10.03, 11.12, "20 tokens per parameter", "small muted")
    for name, parameters, tokens, dx, dy, style in (
        ("GPT-3 2020", 175e9, 0.3e12, 10, 5, "c1"),
        ("Chinchilla 2022", 70e9, 1.4e12, 10, 14, "c1"),
        ("Llama 2 70B 2023", 70e9, 2e12, -10, -6, "c2"),
        ("Llama 3.1 8B 2024", 8.03e9, 15e12, 10, -8, "c2"),
        ("Llama 3.1 405B 2024", 405e9, 15.6e12, -12, -10, "c2"),
        ("DeepSeek-V3 2024, 37 bn active", 37e9, 14.8e12, -6, 20, "c3"),
    ):
        axes.dot(log(parameters), log(tokens), f"solid {style}", 5)
        if "405B" in name:
            axes.note(log(parameters), log(tokens), name, "small middle", 0, -12)
        elif "DeepSeek" in name:
            axes.note(log(parameters), log(tokens), name, "small middle", 0, 22)
        else:
            axes.note(
                log(parameters), log(tokens), name, "small" + (" end" if dx < 0 else ""), dx, dy
            )
    axes.parts.append('<text class="small middle" x="280" y="350">parameters</text>')
    axes.parts.append('<text class="small" x="10" y="16">training tokens (tn = 10¹²)</text>')
    write(OUT / "tokens-per-parameter.svg", 516, 358, axes.parts)


def memory_hierarchy():
    """Where data can be, seen from one H100: sizes and speeds."""
    d = Drawing(520, 368)
    rows = [
        ("on the chip: registers, shared memory", "tens of MB", "fastest", 120, "box c1"),
        ("on the chip: L2 cache", "50 MB", "", 190, "box c1"),
        ("beside the chip: HBM", "80 GB", "3,350 GB/s", 270, "box c2"),
        ("other GPUs, NVLink", "8 × 80 GB", "450 GB/s each way", 350, "box c3"),
        ("the host: PCIe 5", "1 to 2 TB", "64 GB/s each way", 420, "box c4"),
        ("other machines: network", "the cluster", "50 GB/s each way", 500, "box"),
    ]
    for number, (name, size, speed, width, style) in enumerate(rows):
        top = 8 + number * 60
        d.box(10, top + 20, width, 28, [(size, "small strong")], style)
        d.text(10, top + 14, name, "small")
        d.text(510, top + 14, speed, "small muted end")
    d.save(OUT / "memory-hierarchy.svg")


def roofline():
    """The roofline of an H100 with three kinds of work on it."""
    log = np.log10
    axes = Axes((66, 22, 424, 262), (-0.4, 4), (-0.5, 3.5))
    axes.frame(
        (0, 1, 2, 3, 4), (0, 1, 2, 3), show_x=lambda v: f"{10**v:,}", show_y=lambda v: f"{10**v:,}"
    )
    peak, bandwidth = 989.4, 3.35
    ridge = peak / bandwidth
    axes.line([-0.4, log(ridge)], [log(bandwidth) - 0.4, log(peak)], "line c2")
    axes.line([log(ridge), 4], [log(peak), log(peak)], "line c1")
    axes.note(0.9, log(bandwidth * 10**0.9), "bandwidth: 3.35 TB/s", "small c2 end", -8, -12)
    axes.note(3.95, log(peak), "peak: 989 TFLOP/s", "small c1 end", 0, -9)
    axes.dot(log(ridge), log(peak), "solid c3", 5)
    axes.note(log(ridge), log(peak), "295", "small c3 middle", 0, 24)
    n = 4096
    for batch, words, dx in ((1, "batch 1", 10), (64, "batch 64", 10), (2048, "batch 2,048", 4)):
        intensity = 2 * batch * n * n / (2 * (n * n + 2 * batch * n))
        speed = min(peak, bandwidth * intensity)
        axes.dot(log(intensity), log(speed), "solid c5", 6)
        axes.note(
            log(intensity), log(speed), words, "small" + (" middle" if batch > 1000 else ""), dx, 22
        )
    axes.parts.append(
        '<text class="small middle" x="282" y="324">arithmetic intensity, FLOPs for each byte</text>'
    )
    axes.parts.append('<text class="small" x="10" y="12">TFLOP/s</text>')
    write(OUT / "roofline.svg", 516, 334, axes.parts)


def number_formats():
    """The bits of seven formats."""
    d = Drawing(520, 300)
    d.text(90, 16, "sign", "small muted")
    d.box(70, 6, 12, 12, [], "box", 0)
    d.box(142, 6, 12, 12, [], "box c2", 0)
    d.text(160, 16, "exponent: range", "small muted")
    d.box(286, 6, 12, 12, [], "box c1", 0)
    d.text(304, 16, "mantissa: precision", "small muted")
    for row, (name, exponent, mantissa) in enumerate(
        [
            ("FP32", 8, 23),
            ("TF32", 8, 10),
            ("BF16", 8, 7),
            ("FP16", 5, 10),
            ("FP8 E4M3", 4, 3),
            ("FP8 E5M2", 5, 2),
            ("FP4 E2M1", 2, 1),
        ]
    ):
        top = 36 + row * 37
        d.text(10, top + 19, name, "small strong")
        left = 92
        for count, style in ((1, "box"), (exponent, "box c2"), (mantissa, "box c1")):
            for _ in range(count):
                d.box(left, top + 3, 12.6, 23, [], style, 0)
                left += 13
        if exponent + mantissa < 20:
            d.text(left + 10, top + 19, f"1 + {exponent} + {mantissa} bits", "small muted")
    d.save(OUT / "number-formats.svg")


def parallelism():
    """Four ways to divide training among processors."""
    d = Drawing(520, 470)

    def panel(left, top, title, more):
        d.text(left, top + 14, title, "strong")
        d.text(left, top + 34, more, "small muted")

    panel(10, 4, "Data parallelism", "copies of the model, parts of the batch")
    for number in range(2):
        left = 10 + number * 122
        d.box(left, 50, 104, 26, [(f"batch part {number + 1}", "small")], "box c2")
        d.path(f"M{left + 52} 77V89", head=True)
        for layer in range(3):
            d.box(left, 93 + layer * 26, 104, 22, [(f"layer {layer + 1}", "small")], "box c1", 3)
    d.path("M62 190V200H184V190", "line dashed", both=True)
    d.text(123, 219, "average the gradients", "small middle")

    panel(276, 4, "Tensor parallelism", "each matrix cut into parts")
    for layer in range(3):
        top = 62 + layer * 46
        d.text(276, top + 17, f"layer {layer + 1}", "small")
        for half in range(2):
            d.box(
                334 + half * 84,
                top,
                80,
                26,
                [(f"GPU {half + 1}", "small")],
                "box c1" if half == 0 else "box c3",
                0,
            )
        d.path(f"M374 {top + 28}V{top + 36}H458V{top + 28}", "line dashed")
    d.text(416, 219, "exchange in each layer", "small middle")

    panel(10, 244, "Pipeline parallelism", "layers in turn, small batches flow")
    for stage in range(3):
        d.box(
            10 + stage * 80,
            296,
            62,
            48,
            [(f"GPU {stage + 1}", "small"), (f"layer {stage + 1}", "small muted")],
            ("box c1", "box c3", "box c4")[stage],
        )
        if stage:
            d.path(f"M{stage * 80 - 6} 320H{stage * 80 + 6}", head=True)
    for stage in range(3):
        for batch in range(3):
            d.box(
                34 + (stage + batch) * 36,
                358 + stage * 26,
                34,
                23,
                [(str(batch + 1), "small")],
                ("box c1", "box c3", "box c4")[stage],
                0,
            )
    d.text(123, 456, "gaps: the bubble", "small middle")

    panel(276, 244, "Expert parallelism", "each token visits few experts")
    d.box(276, 330, 64, 40, [("router", "small")], "box c2")
    for expert in range(4):
        top = 290 + expert * 36
        d.box(
            408,
            top,
            102,
            28,
            [(f"expert {expert + 1}", "small")],
            "box c1" if expert in (1, 3) else "box",
        )
        d.path(
            f"M342 350L404 {top + 14}",
            "line" if expert in (1, 3) else "line dashed",
            head=expert in (1, 3),
        )
    d.text(393, 456, "send tokens to and fro", "small middle")
    d.save(OUT / "parallelism.svg")


def training_memory():
    """The sixteen bytes of a parameter in mixed-precision training with Adam."""
    d = Drawing(520, 186)
    left = 12
    for count, name, more, style in (
        (2, "weights", "BF16", "box c1"),
        (2, "gradients", "BF16", "box c2"),
        (4, "master weights", "FP32", "box c1"),
        (4, "momentum", "FP32", "box c3"),
        (4, "variance", "FP32", "box c3"),
    ):
        width = 31 * count
        for byte in range(count):
            d.box(left + 31 * byte, 60, 31, 44, [], style, 0)
        high = name == "gradients"
        d.text(left + width / 2, 28 if high else 48, name, "small middle")
        if high:
            d.path(f"M{left + width / 2} 33V57", "grid")
        d.text(left + width / 2, 124, more, "small muted middle")
        left += width
    d.path("M12 138V144H136V138", "line")
    d.text(12, 166, "4 bytes: forward and backward", "small muted")
    d.path("M138 138V144H508V138", "line")
    d.text(508, 166, "12 bytes: kept for Adam", "small muted end")
    d.save(OUT / "training-memory.svg")


def three_products():
    """One layer, forward and backward: three matrix products of equal cost."""
    d = Drawing(520, 236)
    for top, name, first, second, result, words, style in (
        (8, "forward", "x", "W", "y", "2 per parameter", "box c1"),
        (84, "backward", "δy", "Wᵀ", "δx", "2 per parameter", "box c2"),
        (160, "backward", "xᵀ", "δy", "δW", "2 per parameter", "box c2"),
    ):
        d.text(10, top + 38, name, "small strong")
        for left, symbol, kind in ((110, first, "box"), (206, second, style), (302, result, "box")):
            d.box(left, top + 6, 56, 54, [], kind)
            d.text(left + 28, top + 39, symbol, "math middle")
        d.text(186, top + 38, "·", "strong middle")
        d.text(282, top + 38, "=", "strong middle")
        d.text(388, top + 30, words, "small")
        why = {"y": "for the next layer", "δx": "to the layer below", "δW": "for the update"}[
            result
        ]
        d.text(388, top + 49, why, "small muted")
    d.save(OUT / "three-products.svg")


ALL = (
    concept_map,
    nested_circles,
    rules_and_learning,
    ai_timeline,
    linear_fit,
    data_split,
    bias_variance,
    feature_hierarchy,
    xor_spaces,
    tent_depth,
    model_words,
    block_parameters,
    cleaning_pipeline,
    tokens_per_parameter,
    memory_hierarchy,
    roofline,
    number_formats,
    parallelism,
    training_memory,
    three_products,
)

if __name__ == "__main__":
    for draw in ALL:
        draw()
