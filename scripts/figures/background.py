"""Writes the drawn figures of chapter 1 in both editions: `python scripts/figures/background.py`.

Each figure is drawn once; `say(english, chinese)` picks the words of the edition.
"""

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
HEAD = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    'orient="auto-start-reverse"><path class="head" d="M0 0 10 5 0 10z"/></marker></defs>'
)


def text(x, y, words, style=""):
    style = f' class="{style}"' if style else ""
    return f'<text{style} x="{x:g}" y="{y:g}">{words}</text>'


def box(x, y, w, h, style="", rx=6):
    style = f"box {style}".strip()
    return f'<rect class="{style}" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{rx}"/>'


def arrow(path, style=""):
    style = f"line {style}".strip()
    return f'<path class="{style}" d="{path}" marker-end="url(#head)"/>'


def line(path, style="line"):
    return f'<path class="{style}" d="{path}"/>'


def chapter_map(say):
    rows = [
        (
            "c1",
            say("What a large model is", "什么是大模型"),
            say("How large, in sourced numbers?", "到底有多大？数字和出处"),
        ),
        (
            "c2",
            say("Three landmarks", "三座里程碑"),
            say("What changed, exactly?", "哪里变了，证据何在？"),
        ),
        (
            "c3",
            say("Why it is hard", "为什么难学"),
            say("Which obstacle is mine?", "卡住我的是哪一关？"),
        ),
        (
            "c4",
            say("Courses or books", "听课还是看书"),
            say("What helps people remember?", "怎样才记得住？"),
        ),
        (
            "c6",
            say("How to use this guide", "怎样使用本书"),
            say("What do I read this week?", "这一周读什么？"),
        ),
    ]
    out = []
    for i, (colour, name, question) in enumerate(rows):
        y = 8 + i * 62
        out += [
            box(8, y, 200, 44, colour),
            text(108, y + 27, name, "strong middle"),
            line(f"M208 {y + 22}H232"),
            text(240, y + 27, question),
        ]
        if i < 4:
            out.append(arrow(f"M108 {y + 44}V{y + 60}"))
    return 500, 308, out


def total_active(say):
    out = []
    for left, lit, name in (
        (18, 8, say("Dense", "稠密模型")),
        (282, 2, say("Mixture of experts", "混合专家")),
    ):
        mid = left + 100
        out.append(text(mid, 20, name, "strong middle"))
        out.append(box(mid - 45, 34, 90, 30))
        out.append(text(mid, 54, say("one token", "一个词元"), "small middle"))
        if lit == 2:
            out += [
                arrow(f"M{mid} 64V82"),
                box(mid - 45, 84, 90, 28, "c4"),
                text(mid, 103, say("router", "路由器"), "small middle"),
            ]
        else:
            out.append(arrow(f"M{mid} 64V130"))
        for i in range(8):
            x, y = left + i % 4 * 52, 132 + i // 4 * 50
            on = lit == 8 or i in (1, 2)
            out.append(box(x, y, 44, 40, "c1" if on else "dashed"))
            out.append(text(x + 22, y + 25, "✓" if on else "–", "middle" if on else "middle muted"))
        if lit == 2:
            out += [
                arrow(f"M{mid - 14} 112 {left + 76} 130", "c1"),
                arrow(f"M{mid + 14} 112 {left + 124} 130", "c1"),
            ]
        out.append(text(mid, 250, say("in memory: 8 of 8", "占内存：8 份"), "small middle"))
        out.append(
            text(
                mid, 270, say(f"computed: {lit} of 8", f"参与计算：{lit} 份"), "small middle strong"
            )
        )
    return 500, 282, out


def three_sizes(say):
    out = []
    for x, colour, name, small in (
        (8, "c1", say("Parameters", "参数"), say("N: what it can hold", "N：能装多少")),
        (180, "c2", say("Tokens", "词元"), say("D: what it has seen", "D：见过多少")),
        (352, "c4", say("Compute", "计算量"), "C ≈ 6 N D"),
    ):
        out += [
            box(x, 14, 140, 62, colour),
            text(x + 70, 40, name, "strong middle"),
            text(x + 70, 62, small, "small middle"),
        ]
    out += [text(164, 51, "×", "strong middle"), text(336, 51, "→", "strong middle")]
    out += [
        arrow("M422 76V112"),
        box(352, 114, 140, 50, "c6"),
        text(422, 144, say("one model", "一个模型"), "strong middle"),
        box(8, 114, 270, 50, "c3"),
        text(143, 135, say("Generality", "通用性"), "strong middle"),
        text(
            143,
            154,
            say("trained on any text, not on one task", "用各种文本训练，而非单一任务"),
            "small middle",
        ),
        arrow("M278 139H348"),
        arrow("M422 164V192"),
        text(422, 212, say("translate, answer,", "翻译、问答、"), "small middle"),
        text(422, 230, say("summarise, code …", "摘要、写代码……"), "small middle"),
    ]
    return 500, 240, out


def translate_timeline(say):
    rows = [
        (
            say("Apr 2006", "2006.4"),
            "c2",
            say("Statistical, phrase by phrase", "统计方法，逐短语翻译"),
            say("counts from bilingual texts", "从双语语料里数出来的概率"),
        ),
        (
            say("Nov 2016", "2016.11"),
            "c1",
            say("GNMT: the sentence as a whole", "GNMT：整句一起读"),
            say("8 + 8 LSTM layers with attention", "8 层编码、8 层解码 LSTM 加注意力"),
        ),
        (
            say("Jun 2017", "2017.6"),
            "c3",
            say("The Transformer is published", "Transformer 论文发表"),
            say("attention alone, trained in parallel", "只用注意力，可以并行训练"),
        ),
        (
            say("Jun 2020", "2020.6"),
            "c1",
            say("Transformer encoder in service", "编码器换成 Transformer"),
            say("RNN decoder; +5 BLEU on average", "解码器仍是 RNN；平均 +5 BLEU"),
        ),
        (
            say("Jun 2024", "2024.6"),
            "c3",
            say("A large language model helps", "大语言模型加入"),
            say("PaLM 2: 110 new languages", "PaLM 2：新增 110 种语言"),
        ),
    ]
    out = [line(f"M112 14V{30 + 4 * 60 + 26}", "axis")]
    for i, (date, colour, what, how) in enumerate(rows):
        y = 30 + i * 60
        out += [
            text(94, y + 5, date, "end"),
            f'<circle class="box {colour}" cx="112" cy="{y}" r="8"/>',
            text(132, y + 1, what, "strong"),
            text(132, y + 21, how, "small"),
        ]
    return 480, 306, out


# Wu et al. 2016, table 10: mean rating from 0 to 6 of the phrase-based system, GNMT and people
RATINGS = [
    ("English → Spanish", "英语 → 西班牙语", 4.885, 5.428, 5.504),
    ("English → French", "英语 → 法语", 4.932, 5.295, 5.496),
    ("English → Chinese", "英语 → 中文", 4.035, 4.594, 4.987),
    ("Spanish → English", "西班牙语 → 英语", 4.872, 5.187, 5.372),
    ("French → English", "法语 → 英语", 5.046, 5.343, 5.404),
    ("Chinese → English", "中文 → 英语", 3.694, 4.263, 4.636),
]


def translate_ratings(say):
    left, right = 150, 490

    def x(value):
        return left + (value - 3.5) / 2.25 * (right - left)

    out = []
    kx = 12
    out += [
        f'<circle class="box c2" cx="{kx}" cy="14" r="6"/>',
        text(kx + 12, 19, say("phrase-based", "短语统计"), "small"),
        f'<path class="solid c1" d="M{kx + 133} 14l7 -7 7 7 -7 7z"/>',
        text(kx + 154, 19, "GNMT", "small"),
        f'<path class="line c4" d="M{kx + 230} 5V23"/>',
        text(kx + 240, 19, say("human translators", "人工翻译"), "small"),
    ]
    for tick in (3.5, 4, 4.5, 5, 5.5):
        out += [
            line(f"M{x(tick):.1f} 38V268", "grid"),
            text(round(x(tick), 1), 288, f"{tick:g}", "small middle"),
        ]
    for i, (en, zh, old, new, people) in enumerate(RATINGS):
        y = 58 + i * 38
        out += [
            text(left - 12, y + 5, say(en, zh), "small end"),
            line(f"M{x(old) + 6:.1f} {y}H{x(new) - 7:.1f}", "line"),
            line(f"M{x(new) + 7:.1f} {y}H{x(people):.1f}", "line dashed"),
            f'<circle class="box c2" cx="{x(old):.1f}" cy="{y}" r="6"/>',
            f'<path class="solid c1" d="M{x(new) - 7:.1f} {y}l7 -7 7 7 -7 7z"/>',
            f'<path class="line c4" d="M{x(people):.1f} {y - 10}V{y + 10}"/>',
        ]
    out.append(
        text(
            (left + right) / 2,
            308,
            say("mean rating by bilingual people, 0 to 6", "双语评分员平均打分（0 到 6）"),
            "small middle",
        )
    )
    return 500, 316, out


def alphago_loop(say):
    out = [
        box(8, 112, 96, 56),
        text(56, 136, say("Position", "当前棋局"), "strong middle"),
        text(56, 156, "19 × 19", "small middle"),
        box(152, 16, 176, 66, "c1"),
        text(240, 42, say("Policy network", "策略网络"), "strong middle"),
        text(240, 64, say("which moves are likely?", "哪些着法值得想？"), "small middle"),
        box(152, 198, 176, 66, "c2"),
        text(240, 224, say("Value network", "价值网络"), "strong middle"),
        text(240, 246, say("who will win from here?", "从这里谁会赢？"), "small middle"),
        box(366, 104, 148, 72, "c3"),
        text(440, 128, say("Tree search", "树搜索"), "strong middle"),
        text(440, 148, say("look ahead, average,", "往前推演、取平均，"), "small middle"),
        text(440, 166, say("pick a move", "选一手"), "small middle"),
        arrow("M82 112C90 70 118 50 148 49"),
        arrow("M82 168C90 210 118 230 148 231"),
        arrow("M328 49C370 52 400 70 412 100"),
        arrow("M328 231C370 228 400 212 412 180"),
        text(392, 44, say("fewer moves", "少想几手")),
        text(400, 246, say("less depth", "少看几步")),
        arrow("M366 140H108"),
        text(240, 132, say("play it", "落子"), "small middle"),
        line("M490 176V296H30", "line c6"),
        arrow("M30 296V172", "c6"),
        text(
            260,
            289,
            say("finished games train both networks again", "下完的棋再拿来训练两个网络"),
            "small middle",
        ),
    ]
    return 520, 306, out


def few_shot(say):
    out = [
        box(8, 10, 284, 196),
        text(24, 42, say("English to German:", "英译中："), "mono"),
        text(24, 84, say("bread =&gt; Brot", "bread =&gt; 面包"), "mono"),
        text(24, 108, say("water =&gt; Wasser", "water =&gt; 水"), "mono"),
        text(24, 132, say("house =&gt; Haus", "house =&gt; 房子"), "mono"),
        text(24, 178, "apple =&gt;", "mono"),
        line("M300 28V52", "line c2"),
        text(312, 46, say("instruction", "任务说明")),
        line("M300 70V138", "line c3"),
        text(312, 100, say("3 examples", "3 个示例")),
        text(312, 119, say("(“three-shot”)", "（three-shot）"), "small"),
        line("M300 164V188", "line c4"),
        text(312, 182, say("question", "问题")),
        arrow("M66 206V238"),
        box(8, 240, 118, 40, "c1"),
        text(67, 265, say("Apfel", "苹果"), "mono middle"),
        text(142, 257, say("the model continues the text;", "模型把文本续写下去；"), "small"),
        text(142, 276, say("no weight has changed", "权重一个都没动"), "small strong"),
    ]
    return 470, 290, out


def layers(say):
    rows = [
        (
            "c5",
            say("Product", "产品"),
            say("prompt, temperature, tool call", "提示词、温度、工具调用"),
        ),
        (
            "c3",
            say("Trained model", "训练好的模型"),
            say("benchmark score, refusal, bias", "评测分数、拒答、偏见"),
        ),
        (
            "c1",
            say("Training run", "训练过程"),
            say("loss, learning rate, batch", "损失、学习率、批次"),
        ),
        (
            "c6",
            say("Architecture", "模型结构"),
            say("attention head, expert, residual", "注意力头、专家、残差"),
        ),
        (
            "c4",
            say("Tensors", "张量"),
            say("shape (8, 2048, 4096), gradient", "形状 (8, 2048, 4096)、梯度"),
        ),
        ("c2", say("Chips", "芯片"), say("BF16, memory bandwidth, kernel", "BF16、显存带宽、内核")),
    ]
    out = []
    for i, (colour, name, words) in enumerate(rows):
        y = 8 + i * 46
        out += [
            box(8, y, 150, 38, colour),
            text(83, y + 24, name, "strong middle"),
            text(174, y + 24, words),
        ]
    out += [
        arrow("M440 278V16"),
        text(452, 24, say("nearer", "近"), "small"),
        text(452, 41, say("to you", "用户"), "small"),
        text(452, 262, say("nearer the", "近"), "small"),
        text(452, 279, say("metal", "硬件"), "small"),
    ]
    return 520, 288, out


def mooc_funnel(say):
    rows = [
        (841687, say("registered", "注册")),
        (548835, say("opened the course", "打开过课程")),
        (79133, say("saw half or more", "看了一半以上")),
        (43196, say("certificate", "拿到证书")),
    ]
    out = []
    for i, (n, words) in enumerate(rows):
        y = 10 + i * 50
        w = 240 * n / rows[0][0]
        out += [
            text(146, y + 24, words, "end"),
            box(158, y, w, 36, f"c{(1, 3, 4, 2)[i]}", 3),
            text(158 + w + 10 if i else 410, y + 15, f"{n:,}", "small strong"),
            text(
                158 + w + 10 if i else 410,
                y + 32,
                f"{n / rows[0][0]:.1%}".replace(".0%", "%"),
                "small",
            ),
        ]
    return 490, 204, out


def retention(say):
    def y(percent):
        return 250 - (percent - 30) / 60 * 220

    rows = [
        ("c2", "dashed", 83, 40, say("4 × study", "4 次都在读"), 0),
        ("c4", "", 78, 56, say("3 study, 1 recall", "3 次读、1 次回忆"), 7),
        ("c1", "", 71, 61, say("1 study, 3 recall", "1 次读、3 次回忆"), -5),
    ]
    out = []
    for percent in range(30, 91, 10):
        out += [
            line(f"M60 {y(percent):.1f}H340", "grid"),
            text(52, y(percent) + 5, f"{percent} %", "small end"),
        ]
    out += [
        text(120, 278, say("after 5 minutes", "5 分钟后"), "small middle"),
        text(300, 278, say("after 1 week", "1 周后"), "small middle"),
    ]
    for colour, dash, soon, late, words, shift in rows:
        out += [
            line(f"M120 {y(soon):.1f} 300 {y(late):.1f}", f"line {colour} {dash}"),
            f'<circle class="solid {colour}" cx="120" cy="{y(soon):.1f}" r="5"/>',
            f'<circle class="solid {colour}" cx="300" cy="{y(late):.1f}" r="5"/>',
            text(108, y(soon) + 5, f"{soon} %", "small end"),
            text(312, y(late) + 5 + shift, f"{late} %", "strong"),
            text(358, y(late) + 5 + shift, words, "small"),
        ]
    return 490, 288, out


# for each path: the eight chapters, 2 = work through, 1 = read, 0 = look up when needed
PATHS = [
    ("Newcomer", "零基础读者", [2, 2, 1, 0, 2, 1, 1, 0]),
    ("Student", "学生", [1, 1, 2, 2, 0, 0, 0, 0]),
    ("Developer", "开发者", [0, 1, 2, 2, 1, 0, 1, 0]),
    ("Chinese reader", "中文读者", [2, 0, 1, 0, 0, 0, 0, 1]),
    ("Offline", "离线读者", [1, 1, 2, 2, 0, 0, 0, 0]),
]
CHAPTERS = [
    ("Background", "背景"),
    ("Concepts", "概念"),
    ("Algorithms", "算法"),
    ("Practice", "实践"),
    ("Applications", "应用"),
    ("Resources", "资源"),
    ("Outlook", "展望"),
    ("FAQ", "问答"),
]


def mark(x, y, weight):
    """A full disc, an open disc or a dash: 2 = work through, 1 = read, 0 = look up."""
    if weight == 2:
        return f'<circle class="solid c1" cx="{x}" cy="{y}" r="10"/>'
    if weight == 1:
        return f'<circle class="box c1" cx="{x}" cy="{y}" r="7"/>'
    return f'<path class="line" d="M{x - 4} {y}H{x + 4}"/>'


def paths(say):
    out = []
    top = say(84, 36)  # where the names of the chapters end
    for j, (en, zh) in enumerate(CHAPTERS):
        x = 168 + j * 43
        if say(en, zh) == zh:  # short enough to stand upright
            out += [text(x, top - 18, j + 1, "small middle"), text(x, top, zh, "small middle")]
        else:
            turned = f'x="{x - 2}" y="{top}" transform="rotate(-48 {x - 2} {top})"'
            out.append(f'<text class="small" {turned}>{j + 1} {en}</text>')
    for i, (en, zh, weights) in enumerate(PATHS):
        y = top + 28 + i * 38
        out += [text(146, y + 5, say(en, zh), "end"), line(f"M168 {y}H469", "grid")]
        out += [mark(168 + j * 43, y, weight) for j, weight in enumerate(weights)]
    y = top + 28 + 5 * 38 + 8
    for x, weight, words in (
        (30, 2, say("work through", "动手学完")),
        (180, 1, say("read", "通读")),
        (280, 0, say("look up", "需要时查")),
    ):
        out += [mark(x, y, weight), text(x + 18, y + 5, words, "small")]
    return 510, y + 20, out


FIGURES = {
    "chapter-map": chapter_map,
    "total-active": total_active,
    "three-sizes": three_sizes,
    "translate-timeline": translate_timeline,
    "translate-ratings": translate_ratings,
    "alphago-loop": alphago_loop,
    "few-shot-prompt": few_shot,
    "layers": layers,
    "mooc-funnel": mooc_funnel,
    "retention": retention,
    "paths": paths,
}


def english(en, zh):
    return en


def chinese(en, zh):
    return zh


def main():
    for lang, say in (("en", english), ("zh", chinese)):
        for name, draw in FIGURES.items():
            w, h, parts = draw(say)
            body = "\n".join(["", HEAD, *parts, ""])
            svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{body}</svg>\n'
            (DOCS / lang / "1-background" / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
