"""Hostile contributions are refused, each by its rule and line; honest ones pass."""

import base64
import io
import json
import os

import check_safe
import pytest
from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{}\n</svg>\n'
ENTRY = "---\ntitle: A course\nsummary: {}\nurl: https://example.org/\n---\n\nA review.\n"
PAGE = "en/3-algorithms/page.md"
NOTEBOOK = "en/4-practice/notebook.ipynb"
FIGURE = "en/3-algorithms/figure.svg"


def picture(format="PNG", size=(4, 3), **options):
    """The bytes of a black picture."""
    file = io.BytesIO()
    Image.new("L", size).save(file, format, **options)
    return file.getvalue()


def notebook(*sources, **data):
    """The JSON of a notebook: cells of Markdown, then one cell of code whose output is `data`."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": source} for source in sources]
    outputs = [{"output_type": "display_data", "data": data, "metadata": {}}] if data else []
    code = {"cell_type": "code", "execution_count": 1, "metadata": {"tags": ["solution"]}}
    cells.append({**code, "source": ["print('<script>')"], "outputs": outputs})
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}, "colab": True}
    return json.dumps({"cells": cells, "metadata": metadata}, indent=1, ensure_ascii=False)


def output(kind, value):
    return notebook("# A", **{kind: value})


def base64_of(data):
    return base64.b64encode(data).decode()


def moving():
    frame = Image.new("L", (4, 3), 255)
    return picture(save_all=True, append_images=[frame])


def check(root, name, content):
    """(rule, line) of each problem of a file with that content, written below root/docs."""
    path = root / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = list(check_safe.check_file(path, root / "docs"))
    assert all(str(p).startswith(f"{path}:{p.line}: ") and p.mend for p in problems)
    return [(problem.what.split()[0], problem.line) for problem in problems]


HOSTILE_PAGES = {
    "script": ("# A\n\n<script>alert(1)</script>\n", "script-element", 3),
    "script-after-fence": ("```\n<script>\n```\n\n<script\nsrc=x></script>\n", "script-element", 5),
    "script-in-open-fence": ("# A\n\n```\n\n<script>1</script>\n", "script-element", 5),
    "script-in-mathematics": ("# A\n\n$$\n<script>1</script>\n$$\n", "script-element", 4),
    "script-in-html": ("<div markdown>\n\n<ScRiPt >1</sCrIpT>\n</div>\n", "script-element", 3),
    "script-twice-src": (
        '<script src="https://x.example/a.js" src="catalogue.js"></script>\n',
        "script-element",
        1,
    ),
    "iframe": ('A\n<iframe srcdoc="<b>"></iframe>\n', "frame-element", 2),
    "form": ("# A\n\n<input autofocus>\n", "form-element", 3),
    "meta-refresh": ('<meta http-equiv="refresh" content="0">\n', "head-element", 1),
    "style-element": ("# A\n\n<style>\nb {}\n</style>\n", "head-element", 3),
    "noscript": ("<noscript>a</noscript>\n", "raw-text-element", 1),
    "handler": ("# A\n\n`<b onclick=1>` <b OnClick=1>b</b>\n", "event-handler", 3),
    "handler-over-lines": ("# A\n\n<b\n  class='a'\n  onfocus=f()>b</b>\n", "event-handler", 5),
    "handler-after-slash": ("a\n<svg/onload=alert(1)>\n", "event-handler", 2),
    "handler-by-attribute-list": ("# A { onclick=alert(1) }\n", "event-handler", 1),
    "handler-in-false-formula": ("a $ <b onclick=x> b $\n", "event-handler", 1),
    "handler-in-open-tag": ("# A\n\n<p>a</p>\n\n<div onclick=f() title='", "event-handler", 5),
    "tag-in-title": ('<p><img src="a.svg" alt="a" title="<img src=y "></p>\n', "malformed-html", 1),
    "false-comment": ("a <!--> <b>b</b> -->\n", "malformed-html", 1),
    "cdata": ("<![CDATA[<img alt='a' onerror=f()>]]>\n", "malformed-html", 1),
    "instruction": ("# A\n\n<?php a ?>\n", "malformed-html", 3),
    "style-url": ("# A\n\n<b style='a: u\\72l(//x.example)'>b</b>\n", "style-attribute", 3),
    "style-fixed": ("<b style='position : /**/ fixed'>b</b>\n", "style-attribute", 1),
    "javascript": ("# A\n\n[b](JavaScript:alert(1))\n", "url-scheme", 3),
    "javascript-in-entities": ("a <a href='java&#x0A;script&colon;x'>b</a>\n", "url-scheme", 1),
    "javascript-over-lines": ("a\n<a href='java\nscript:x'>b</a>\n", "url-scheme", 2),
    "javascript-in-percent": ("[b](%6Aavascript:x)\n", "url-scheme", 1),
    "javascript-by-reference": ("A [b].\n\n[b]:\n  javascript:x\n", "url-scheme", 4),
    "javascript-by-attribute-list": ("[b](b.md){ href='vbscript:x' }\n", "url-scheme", 1),
    "data-image": ("![a](data:image/png;base64,AAAA)\n", "url-scheme", 1),
    "file": ("# A\n\n[b](file:///etc/passwd)\n", "url-scheme", 3),
    "autolink": ("# A\n\n<file:///etc/passwd>\n", "url-scheme", 3),
    "remote-image": ("# A\n\n![a](https://x.example/a.png)\n", "remote-resource", 3),
    "remote-srcset": (
        "<img alt='a' srcset='a.png 1x, http://x.example 2x'>\n",
        "remote-resource",
        1,
    ),
    "protocol-relative": ("[b](//x.example/)\n", "protocol-relative", 1),
    "backslashes": ("# A\n\n<a href='\\\\x.example'>b</a>\n", "protocol-relative", 3),
    "climbing-link": ("[a](../../en/a.md)\n\n[b](../..%2F../.git/config)\n", "outside-docs", 3),
    "absolute-image": ("![a](/etc/a.png)\n", "outside-docs", 1),
    "clipboard": ("<b data-clipboard-text='rm'>b</b>\n", "site-hook", 1),
    "widget-path": ("# A\n\n<div data-widget='../x'>a</div>\n", "site-hook", 3),
    "mermaid": ("<pre class='mermaid'>a</pre>\n", "site-hook", 1),
    "snippet": ('# A\n\n;--8<-- "../../.env"\n', "snippet-outside", 3),
    "snippet-block": ("--8<--\na.md\n/etc/passwd\n--8<--\n", "snippet-outside", 3),
    "bidi": ("# A\n\nb\u202ec\n", "trojan-source", 3),
    "bidi-entity": ("# A\n\nb&#x202e;c `&#x202e;`\n", "trojan-source", 3),
    "zero-width": ("# A\n\n`pass\u200bword`\n", "trojan-source", 3),
    "invisible-tags": ("a \U000e0061\U000e0062\n", "trojan-source", 1),
    "front-matter-quote": ("---\ndescription: 'a\" b'\n---\n# A\n", "front-matter-html", 2),
    "front-matter-without-lines": ("title: </title><b>\n\n# A\n", "front-matter-html", 1),
    "front-matter-address": ("---\na: 1\nurl: javascript:x\n---\n# A\n", "url-scheme", 3),
    "front-matter-object": ("---\na: !!python/name:os.system\n---\n", "yaml-tag", 2),
    "front-matter-no-yaml": ("---\na: [\n---\n", "bad-yaml", 3),
    "latin-1": ("é".encode("latin-1"), "bad-encoding", 1),
    "large": ("a\n" * 250_001, "too-large", 1),
    "long-line": ("# A\n\n" + "[" * 2_001, "too-large", 3),
    "nest": ("- " * 900 + "a", "nested-too-deep", 1),
}
HOSTILE_FIGURES = {
    "script": (SVG.format("<x:script xmlns:x='u'>1</x:script>"), "script-element", 2),
    "foreign": (SVG.format("<foreignObject/>"), "svg-foreign", 2),
    "handler": (SVG.format("<g\nonclick='f()'/>"), "event-handler", 2),
    "link": (SVG.format("<use href='other.svg#a'/>"), "svg-link", 2),
    "link-by-prefix": (SVG.format("\n<a y:href='javascript:x' xmlns:y='u'/>"), "svg-link", 3),
    "import": (SVG.format("<style>@import 'a.css';</style>"), "svg-style", 2),
    "import-in-parts": (SVG.format("<style>@imp<!-- -->ort 'a'</style>"), "svg-style", 2),
    "paint": (SVG.format("<g fill='url(http://x.example)'/>"), "style-attribute", 2),
    "entity": ("<!DOCTYPE svg [<!ENTITY a 'b'>]>\n" + SVG.format("&a;"), "svg-entity", 1),
    "animation": (SVG.format("<set attributeName='xlink:href' to='x'/>"), "svg-animation", 2),
    "cdata": (SVG.format("<title><![CDATA[<b>]]></title>"), "malformed-html", 2),
    "style-sheet": ("<?xml-stylesheet href='a.css'?>\n" + SVG.format(""), "malformed-html", 1),
    "no-xml": (SVG.format("<g>"), "svg-invalid", 3),
    "utf-16": (SVG.format("").encode("utf-16"), "bad-encoding", 1),
}
HOSTILE_PICTURES = {
    "heavy.png": (picture() + bytes(2_000_000), "too-large"),
    "wide.png": (picture(size=(20_000, 1_001)), "too-large"),
    "bomb.png": (
        picture(size=(1, 1)).replace(bytes([0, 0, 0, 1] * 2), b"\0\1\0\0" * 2),
        "bad-image",
    ),
    "false.png": (picture("JPEG"), "bad-image"),
    "false.jpg": (b"GIF89a", "bad-image"),
    "moving.png": (moving(), "moving-image"),
}
HOSTILE_NOTEBOOKS = {
    "script": (notebook("# A", "b\n\n<script>1</script>"), "script-element", 11),
    "javascript": (notebook("# A", "[b](javascript:x)"), "url-scheme", 11),
    "data-image": (notebook("![a](data:image/png;base64,AA)"), "url-scheme", 6),
    "widget": (output("application/vnd.jupyter.widget-view+json", {}), "notebook-output", 23),
    "javascript-output": (output("application/javascript", "alert(1)"), "notebook-output", 23),
    "html-output": (output("text/html", ["<b>a</b>", "<b onclick=x>"]), "event-handler", 25),
    "markdown-output": (output("text/markdown", "<iframe>"), "frame-element", 23),
    "svg-output": (output("image/svg+xml", SVG.format("<script/>")), "script-element", 23),
    "false-picture": (output("image/png", base64_of(picture("GIF"))), "bad-image", 23),
    "no-base64": (output("image/png", "'onerror="), "bad-image", 23),
    "many-pixels": (output("image/png", base64_of(picture(size=(9000, 9000)))), "too-large", 23),
    "attachment": (
        notebook("A").replace('"source"', '"attachments": {"a.png": {}}, "source"', 1),
        "notebook-attachment",
        6,
    ),
    "metadata": (notebook("A").replace("Python 3", "<script>"), "notebook-metadata", 25),
    "remote-file": (
        output("image/png", base64_of(picture())).replace(
            '"metadata": {}\n    }', '"metadata": {"filenames": {"image/png": "//x"}}}'
        ),
        "notebook-metadata",
        25,
    ),
    "raw-cell": (
        notebook("```\n<script>1</script>").replace("markdown", "raw"),
        "script-element",
        6,
    ),
    "no-json": ("{\n", "bad-notebook", 2),
    "no-notebook": ('{"cells": [1], "metadata": {}}', "bad-notebook", 1),
    "nest": ("[" * 100_000, "nested-too-deep", 1),
    "large": (" " * 3_000_001, "too-large", 1),
    "bidi-escape": (notebook("A B").replace("A B", "A \\u202e B"), "trojan-source", 6),
}
HOSTILE_YAML = {
    "object": ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "yaml-tag", 2),
    "own-tag": ("a: !ENV [HOME]\n", "yaml-tag", 1),
    "aliases": ("a: &a 1\nb: [" + "*a, " * 51 + "]\n", "yaml-alias", 2),
    "aliases-multiply": ("a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml-alias", 2),
    "nest": ("[" * 1000, "nested-too-deep", 1),
    "html": ("- def_en: a\n- def_en: 'b <img src=x onerror=f()>'\n", "event-handler", 2),
    "large": ("a" * 500_001, "too-large", 1),
}


@pytest.mark.parametrize("case", HOSTILE_PAGES)
def test_hostile_page_is_refused(tmp_path, case):
    content, rule, line = HOSTILE_PAGES[case]
    assert check(tmp_path, PAGE, content) == [(rule, line)]


@pytest.mark.parametrize("case", HOSTILE_FIGURES)
def test_hostile_figure_is_refused(tmp_path, case):
    content, rule, line = HOSTILE_FIGURES[case]
    assert check(tmp_path, FIGURE, content) == [(rule, line)]


@pytest.mark.parametrize("case", HOSTILE_NOTEBOOKS)
def test_hostile_notebook_is_refused(tmp_path, case):
    content, rule, line = HOSTILE_NOTEBOOKS[case]
    assert check(tmp_path, NOTEBOOK, content) == [(rule, line)]


@pytest.mark.parametrize("case", HOSTILE_YAML)
def test_hostile_yaml_is_refused(tmp_path, case):
    content, rule, line = HOSTILE_YAML[case]
    assert check(tmp_path, "terms.yml", content) == [(rule, line)]


@pytest.mark.parametrize("name", HOSTILE_PICTURES)
def test_hostile_picture_is_refused(tmp_path, name):
    content, rule = HOSTILE_PICTURES[name]
    assert check(tmp_path, f"en/{name}", content) == [(rule, 1)]


@pytest.mark.parametrize(
    ("name", "rule"),
    [("-rf.md", "file-name"), ("a\u202eb.md", "file-name"), ("a\x1b.md", "file-name"),
     ("a.html", "file-type"), ("a.js", "file-type"), ("A.HTML", "file-type")],
    ids=["dash", "bidi", "control", "html", "script", "capitals"],
)  # fmt: skip
def test_hostile_name_is_refused(tmp_path, name, rule):
    assert check(tmp_path, f"en/{name}", "a\n") == [(rule, 1)]


@pytest.mark.parametrize(
    ("target", "rule"),
    [("/etc/passwd", "link-outside"), ("../../outside.md", "link-outside"), ("a.md", "no-file")],
    ids=["absolute", "climbing", "circle"],
)
def test_hostile_link_is_refused(tmp_path, target, rule):
    (tmp_path / "docs/en").mkdir(parents=True)
    (tmp_path / "outside.md").touch()
    link = tmp_path / "docs/en/a.md"
    os.symlink(target, link)
    (problem,) = check_safe.check_file(link, tmp_path / "docs")
    assert problem.what.startswith(rule)


HONEST_PAGES = {
    "fence": "# A\n\n```html\n<script>alert(1)</script>\n<b onclick=x>\n```\n",
    "fence-in-list": "- a\n\n    ```html\n    <iframe src='https://x.example'>\n    ```\n",
    "indented": "A\n\n    <script>alert(1)</script>\n",
    "inline-code": "Never write `javascript:` or `<script>` or ``<a href=`x` onclick=y>``.\n",
    "formula": "If $a<b$ and $x<y>z$, then\n\n$$\ni<n, \\quad p <q>r\n$$\n",
    "less-than": "Less than < 5 and > 3, a <- b, 1 << 2, <3.\n",
    "price": "It costs \\$5 <b>or</b> \\$6.\n",
    "table": "| a | b |\n|:-:|--:|\n| `<form>` | $x<y$ |\n",
    "footnote": "A.[^a]\n\n[^a]: B, <https://example.org/a?b=c&d=e>, table 5.\n",
    "reference": "[A][b] and [c].\n\n[b]: https://example.org/ 'B'\n[c]: other.md#d\n",
    "links": "[a](../2-concepts/a.md#b) [c](mailto:a@example.org) [d](#e) <a@example.org>\n",
    "image": '![What it shows](figure.svg "Caption: it’s 5 < 6")\n',
    "figure-in-english": "![What it shows](../../en/3-algorithms/figure.svg)\n",
    "lead": '<p class="guide-lead" markdown>What you *can* do.</p>\n',
    "widget": '<div data-widget="next-word">what it shows</div>\n',
    "own-script": '<script src="../assets/javascripts/finder.js" defer></script>\n',
    "comment": "<!-- resources: cs231n cs224n -->\n",
    "break": "a<br>b<br/>c <sub>2</sub> <kbd>Ctrl</kbd>\n",
    "details": "<details><summary>a</summary>b</details>\n",
    "admonition": '??? question "Is 3 < 5?"\n    Yes: `onclick=` is no matter.\n',
    "tabs": '=== "A"\n\n    a\n\n=== "B"\n\n    b\n',
    "attribute-list": "[a](b.md){ .button target=_blank } and ## B { #b }\n",
    "style": '<span style="color: inherit; width: 3em">a</span>\n',
    "words": "Set the data: file: on = off; import url(x), position: fixed, `--8<--`.\n",
    "snippet": '--8<-- "en/part.md"\n',
    "emoji": "The astronaut 👩‍🚀 and 🤷🏽‍♀️, ❤️‍🔥\n",
    "chinese": "---\ndescription: 大模型「注意力」一览\n---\n\n权重\u200b之和为 1。[词](b.md)\n",
    "byte-order-mark": "\ufeff# A\r\n\r\nb\r\n",
    "front-matter": "---\ndescription: Less than < 5, it's “quoted” 1 & 2\ntags: [b]\n---\n# A\n",
    "entry": ENTRY.format('"Lectures 1–5 & notes; C++, <3 hours"'),
    "definition": "a\n:   b <https://example.org>\n",
    "entity": "a &nbsp; b &lt;script&gt; &#8211; c\n",
}
HONEST_FILES = {
    "markers": (FIGURE, SVG.format(
        "<defs><marker id='head'><path d='M0 0'/></marker></defs>\n<path d='M0 0' "
        "marker-end='url(#head)' style='stroke-width:2'/><!-- a --><use href='#head'/>")),
    "plot": (FIGURE, "<?xml version='1.0'?>\n" + SVG.format(
        "<title>5 &lt; 6</title><style>*{stroke: red}</style><a href='#b'/>")),
    "notebook": (NOTEBOOK, notebook("# A\n\n$a<b$ and `<script>`", "[b](b.md) 中文 👩‍🚀")),
    "plots": (NOTEBOOK, output("image/png", base64_of(picture()))),
    "html": (NOTEBOOK, output("text/html", ["<table>\n", "<tr><td>1</td></tr></table>"])),
    "picture-in-html": (NOTEBOOK, output("text/html", "<img src='data:image/png;base64,AA'>")),
    "text": (NOTEBOOK, output("text/plain", "<script> javascript:")),
    "escape": (NOTEBOOK, notebook("A B").replace("A B", "`\\\\u202e`")),
    "photograph": ("en/photograph.jpg", picture("JPEG", (640, 480))),
    "still": ("en/still.webp", picture("WEBP")),
    "terms": ("terms.yml", "- id: a\n  def_en: 'b *c* $d<e$, [f](g.md)'\n  aliases: ['h: i']\n"),
    "merge": ("terms.yml", "a: &a {b: 1}\nc:\n  <<: *a\n"),
    "data": ("en/data/words.tsv", "a\t<script>\n"),
}  # fmt: skip


def test_page_that_cannot_be_read_hides_nothing_in_the_next(tmp_path):
    assert check(tmp_path, PAGE, HOSTILE_PAGES["nest"][0]) == [("nested-too-deep", 1)]
    assert check(tmp_path, PAGE, "a <b onclick=x>b</b>\n") == [("event-handler", 1)]


@pytest.mark.parametrize("case", HONEST_PAGES)
def test_honest_page_passes(tmp_path, case):
    assert check(tmp_path, PAGE, HONEST_PAGES[case]) == []


@pytest.mark.parametrize("case", HONEST_FILES)
def test_honest_file_passes(tmp_path, case):
    assert check(tmp_path, *HONEST_FILES[case]) == []


def test_the_guide_passes(capsys):
    assert check_safe.main([]) == 0, capsys.readouterr().out


def test_command_names_the_fault_and_fails(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text("# A\n\n<script>1</script>\n")
    assert check_safe.main([str(page), str(tmp_path / "gone.md")]) == 1
    printed = capsys.readouterr().out
    assert f"{page}:3: script-element there is a <script>. Take it out" in printed
    assert "gone.md:1: no-file " in printed
