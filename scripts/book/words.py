"""What the book says of itself, in both languages."""

WORDS = {
    "en": {
        "title": "Learn Large AI Models",
        "subtitle": "The ideas, the mathematics, the code, "
        "and the courses and lectures to learn them from",
        "author": "The authors of the guide",
        "keywords": ["large language models", "machine learning", "courses", "lectures"],
        "region": "GB",
        "contents": "Contents",
        "index": "Index",
        "figure": "Figure {}. ",
        "table": "Table {}. ",
        "answers": "Answers",
        "catalogue": "The catalogue",
        "interactive": "Interactive on the site:",
        "comma": ", ",
        "colon": ": ",
        "issued": "Edition of {}",
        "imprint": [
            "Edition of {date}, made from version {version}.",
            "Text and figures are under CC BY-SA 4.0 "
            "(https://creativecommons.org/licenses/by-sa/4.0/), code under the MIT licence.",
            "Set in Libertinus Serif, Noto Sans and Noto Serif CJK.",
        ],
        "online": "The newest edition, with everything that moves: {}",
        "take": "Take it along",
        "download": "<li><strong>{link}</strong> – {what} ({size}, {date})</li>",
        "pdf": (
            "PDF book",
            "with numbered figures, an index, and the answers at the end of each chapter",
        ),
        "epub": ("EPUB", "for e-readers, in the type and size that you like"),
        "zip": (
            "The site as a zip",
            "both languages, with search, planner and all that moves: unpack, open index.html",
        ),
    },
    "zh": {
        "title": "学习 AI 大模型",
        "subtitle": "思想、数学、代码，以及值得学的课程与讲座",
        "author": "本指南的作者们",
        "keywords": ["大模型", "机器学习", "课程", "讲座"],
        "region": "CN",
        "contents": "目录",
        "index": "索引",
        "figure": "图 {}　",
        "table": "表 {}　",
        "answers": "答案",
        "catalogue": "资源目录",
        "interactive": "网站上可以动手操作：",
        "comma": "，",
        "colon": "：",
        "issued": "{}版",
        "imprint": [
            "{date}版，由版本 {version} 制成。",
            "文字与图片采用 CC BY-SA 4.0 许可（https://creativecommons.org/licenses/by-sa/4.0/），"
            "代码采用 MIT 许可。",
            "正文字体为 Libertinus Serif、Noto Sans 与 Noto Serif CJK。",
        ],
        "online": "最新版本与可交互内容见：{}",
        "take": "带着离线读",
        "download": "<li><strong>{link}</strong>：{what}（{size}，{date}）</li>",
        "pdf": ("PDF 书", "图表编号，书末有索引，每章末尾有答案"),
        "epub": ("EPUB", "适合电子书阅读器，字体字号随你调"),
        "zip": ("整站压缩包", "中英文都在，搜索、学习计划和交互图照常可用：解压后打开 index.html"),
    },
}
