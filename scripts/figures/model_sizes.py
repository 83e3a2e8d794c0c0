"""Writes the figure and the table of model sizes of chapter 1, in both editions, from one list.

`python scripts/figures/model_sizes.py` writes model-sizes.svg beside the page in docs/en and
docs/zh, and the table between the two comments `model-sizes` of the page itself.
"""

import math
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGE = "1-background/what-is-a-large-model.md"

# name, year with fraction, parameters, active parameters (None: all), training tokens,
# published training compute in FLOP, footnote, where its label stands in the figure
MODELS = [
    ("AlexNet", 2012.75, 60e6, None, None, None, "alexnet", "right"),
    ("VGG-16", 2014.68, 138e6, None, None, None, "vgg", "above"),
    ("ResNet-152", 2015.94, 60.2e6, None, None, None, "resnet", "below"),
    ("Transformer base", 2017.45, 65e6, None, None, 3.3e18, "transformer", None),
    ("Transformer big", 2017.45, 213e6, None, None, 2.3e19, "transformer", "pair"),
    ("BERT-large", 2018.78, 340e6, None, 0.131e12, None, "bert", "right"),
    ("GPT-2", 2019.12, 1.542e9, None, None, None, "gpt2", "left"),
    ("T5-11B", 2019.81, 11e9, None, 1e12, None, "t5", "left"),
    ("GPT-3", 2020.41, 175e9, None, 300e9, 3.14e23, "gpt3", "left"),
    ("Switch-C", 2021.03, 1.571e12, None, None, None, "switch", "left"),
    ("Chinchilla", 2022.24, 70e9, None, 1.4e12, None, "chinchilla", "left"),
    ("PaLM", 2022.26, 540e9, None, 780e9, None, "palm", "left"),
    ("Llama 2 70B", 2023.55, 70e9, None, 2e12, None, "llama2", None),
    ("Mixtral 8x7B", 2023.94, 46.7e9, 12.9e9, None, None, "mixtral", None),
    ("Llama 3.1 405B", 2024.56, 405e9, None, 15.6e12, 3.8e25, "llama31", None),
    ("DeepSeek-V3", 2024.98, 671e9, 37e9, 14.8e12, None, "dsv3", None),
    ("Qwen3-235B-A22B", 2025.33, 235e9, 22e9, 36e12, None, "qwen3", None),
    ("Kimi K2", 2025.53, 1.04e12, 32e9, 15.5e12, None, "k2", None),
    ("gpt-oss-120b", 2025.60, 116.8e9, 5.1e9, None, None, "gptoss", None),
    ("GLM-5", 2026.12, 744e9, 40e9, 28.5e12, None, "glm5", None),
    ("DeepSeek-V4-Pro", 2026.31, 1.6e12, 49e9, 32e12, None, "dsv4", None),
    ("Kimi K3", 2026.54, 2.8e12, 104e9, None, None, "k3", "left"),
]
NO_ESTIMATE = {"T5-11B"}  # an encoder–decoder: a token does not pass through all of its weights

WORDS = {
    "en": {
        "head": [
            "Model",
            "Year",
            "Parameters",
            "Active per token",
            "Training tokens",
            "Training compute (FLOP)",
        ],
        "all": "all",
        "units": [(1e12, "\u00a0T"), (1e9, "\u00a0B"), (1e6, "\u00a0M")],
        "axis": {3: "1 thousand", 6: "1 million", 9: "1 billion", 12: "1 trillion"},
        "closed": "| GPT-4 and later closed models[^gpt4] | 2023– | not published | not published | not published | not published |",
        "claim": "“thousands of parameters”",
        "claim2": "would be down here",
        "total": "all parameters",
        "active": "active for one token (experts)",
    },
    "zh": {
        "head": ["模型", "年份", "参数量", "每词元激活", "训练词元数", "训练计算量（FLOP）"],
        "all": "全部",
        "units": [(1e12, "\u00a0万亿"), (1e8, "\u00a0亿"), (1e4, "\u00a0万")],
        "axis": {3: "一千", 6: "一百万", 9: "十亿", 12: "一万亿"},
        "closed": "| GPT-4 及之后的闭源模型[^gpt4] | 2023 起 | 未公布 | 未公布 | 未公布 | 未公布 |",
        "claim": "「成千上万个参数」",
        "claim2": "应该在这条带子里",
        "total": "全部参数",
        "active": "单个词元激活的参数（混合专家）",
    },
}


def amount(number, words):
    """A number with its unit, four digits at most: 116.8 B, 1168 亿."""
    for size, unit in words["units"]:
        if number >= size:
            return f"{number / size:.4g}{unit}"
    return f"{number:g}"


def power(number):
    """A number in scientific notation with a raised exponent: 3.1 × 10²³."""
    exponent = math.floor(math.log10(number))
    raised = str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{number / 10**exponent:.1f} × 10{raised}"


def table(words):
    """The Markdown table; a compute that we estimate as 6ND carries ≈."""
    lines = ["| " + " | ".join(words["head"]) + " |", "|---|---|--:|--:|--:|--:|"]
    for name, year, total, active, tokens, flop, note, _ in MODELS:
        if flop:
            compute = power(flop)
        elif tokens and name not in NO_ESTIMATE:
            compute = "≈ " + power(6 * (active or total) * tokens)
        else:
            compute = "–"
        shown = words["all"] if active is None else amount(active, words)
        if name == "Switch-C":
            shown = "–"
        seen = amount(tokens, words) if tokens else "–"
        if name == "DeepSeek-V4-Pro":
            seen = ">\u00a0" + seen
        lines.append(
            f"| {name}[^{note}] | {int(year)} | {amount(total, words)} | {shown} | {seen} | {compute} |"
        )
    return "\n".join([*lines, words["closed"]])


W, H, LEFT, RIGHT, TOP, BOTTOM = 520, 480, 86, 508, 16, 440


def x_of(year):
    return LEFT + (year - 2012) / 15 * (RIGHT - LEFT)


def y_of(number):
    return BOTTOM - (math.log10(number) - 3) / 10 * (BOTTOM - TOP)


def figure(words):
    """The plot: each model a mark at its date and its number of parameters, on a log scale."""
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}">']
    for exponent in range(3, 14):
        y = y_of(10**exponent)
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{RIGHT}"/>')
        if exponent in words["axis"]:
            out.append(
                f'<text class="small end" x="{LEFT - 6}" y="{y + 5:.1f}">{words["axis"][exponent]}</text>'
            )
    for year in range(2012, 2027, 2):
        out.append(f'<path class="axis" d="M{x_of(year):.1f} {BOTTOM}v5"/>')
        out.append(
            f'<text class="small middle" x="{x_of(year):.1f}" y="{BOTTOM + 20}">{year}</text>'
        )
    out.append(f'<path class="axis" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}"/>')
    top, low = y_of(1e4), y_of(1e3)
    out.append(
        f'<rect class="soft c5" x="{LEFT}" y="{top:.1f}" width="{RIGHT - LEFT}" height="{low - top:.1f}"/>'
    )
    out.append(
        f'<text class="small middle strong" x="{(LEFT + RIGHT) / 2}" y="{(top + low) / 2 - 3:.1f}">{words["claim"]}</text>'
    )
    out.append(
        f'<text class="small middle" x="{(LEFT + RIGHT) / 2}" y="{(top + low) / 2 + 14:.1f}">{words["claim2"]}</text>'
    )
    for name, year, total, active, _, _, _, side in MODELS:
        x, y = x_of(year), y_of(total)
        if active:
            low = y_of(active)
            out.append(f'<path class="line c2 dashed" d="M{x:.1f} {y + 4:.1f}V{low - 4:.1f}"/>')
            out.append(f'<circle class="box c2" cx="{x:.1f}" cy="{low:.1f}" r="3.6"/>')
            out.append(
                f'<path class="solid c1" d="M{x - 5.5:.1f} {y:.1f} {x:.1f} {y - 5.5:.1f} {x + 5.5:.1f} {y:.1f} {x:.1f} {y + 5.5:.1f}z"/>'
            )
        elif name == "Switch-C":
            out.append(
                f'<path class="solid c1" d="M{x - 5.5:.1f} {y:.1f} {x:.1f} {y - 5.5:.1f} {x + 5.5:.1f} {y:.1f} {x:.1f} {y + 5.5:.1f}z"/>'
            )
        else:
            out.append(f'<circle class="solid c1" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>')
        if side == "pair":  # one label for base and big
            out.append(
                f'<text class="small" x="{x + 9:.1f}" y="{y + 17:.1f}">Transformer base, big</text>'
            )
        elif side == "right":
            out.append(f'<text class="small" x="{x + 9:.1f}" y="{y + 5:.1f}">{name}</text>')
        elif side == "left":
            out.append(f'<text class="small end" x="{x - 9:.1f}" y="{y + 5:.1f}">{name}</text>')
        elif side:
            dy = -10 if side == "above" else 19
            out.append(f'<text class="small middle" x="{x:.1f}" y="{y + dy:.1f}">{name}</text>')
    ky = y_of(1.2e5)
    kx = 236
    out.append(f'<circle class="solid c1" cx="{kx}" cy="{ky - 22:.1f}" r="4.5"/>')
    out.append(
        f'<path class="solid c1" d="M{kx + 8.5} {ky - 22:.1f} {kx + 14} {ky - 27.5:.1f} {kx + 19.5} {ky - 22:.1f} {kx + 14} {ky - 16.5:.1f}z"/>'
    )
    out.append(f'<text class="small" x="{kx + 27}" y="{ky - 17:.1f}">{words["total"]}</text>')
    out.append(f'<circle class="box c2" cx="{kx + 14}" cy="{ky:.1f}" r="3.6"/>')
    out.append(f'<text class="small" x="{kx + 27}" y="{ky + 5:.1f}">{words["active"]}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main():
    for lang, words in WORDS.items():
        page = DOCS / lang / PAGE
        page.with_name("model-sizes.svg").write_text(figure(words), encoding="utf-8")
        if page.exists():
            text = page.read_text(encoding="utf-8")
            pattern = r"(<!-- model-sizes -->\n).*?(<!-- /model-sizes -->)"
            text = re.sub(pattern, rf"\1\n{table(words)}\n\n\2", text, flags=re.S)
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
