"""Notebook pages: keep what mkdocs-jupyter renders, drop what it would load with it.

It writes its style sheet (hundreds of kilobytes), scripts that name a CDN, and a copy button with a
second copy of the code into every page. The guide's own style sheets and Material's copy button
take their place. Plots become files beside the page. Links to other pages, which a notebook writes
as links to their sources like any page, are pointed at what is built from them.

A code cell's metadata may say more: the tag `solution` folds it, `alt` says in words what its plot
shows.
"""

import base64
import html
import json
import posixpath
import re
from pathlib import Path

from mkdocs.structure.files import File

BAGGAGE = re.compile(
    r"<style\b.*?</style>"
    r"|<script\b.*?</script>"
    r'|<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>'
    r'|<div class="clipboard-copy-txt".*?</div>'
    # the margin prompts and handles of JupyterLab say nothing to a reader
    r'|<div class="jp-[A-Za-z-]*(?:[pP]rompt|Collapser)[^"]*">\s*</div>',
    re.S,
)
# names, operators, white space and punctuation may have the colour of plain text: they are most of
# the words
PLAIN_WORD = re.compile(r'<span class="(?:n|w|p|o|bp)">([^<]*)</span>')
SOURCE_LINK = re.compile(
    r'(<a (?![^>]*\bdownload\b)[^>]*)href="(?![a-z]+:)([^"#]+)\.(?:md|ipynb)(#[^"]*)?"'
)
EMBEDDED_IMAGE = re.compile(r'(<img [^>]*)src="data:image/png;base64,([^"]+)"')
NO_ALT = re.compile(r'alt="No description has been provided for this image" ?')
CELL = re.compile(
    r'(?=<div class="jp-Cell jp-CodeCell[^"]*">\s*<div [^>]*id="cell-id=)'
    r'|(?=<div class="jp-Cell jp-MarkdownCell[^"]*" id="cell-id=)'
)
CELL_ID = re.compile(r'id="cell-id=([^"]+)"')
WORDS = {
    "en": {"solution": "Solution", "download": "Download this notebook", "colab": "Open in Colab"},
    "zh": {"solution": "解答", "download": "下载笔记本", "colab": "在 Colab 中打开"},
}


def on_page_content(content, page, config, files):
    """Strip the baggage from a notebook's HTML, fold its solutions, move its plots into files."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    notebook = json.loads(Path(page.file.abs_src_path).read_text(encoding="utf-8"))
    words = WORDS[config.theme["language"]]
    content = PLAIN_WORD.sub(r"\1", BAGGAGE.sub("", content))
    content = SOURCE_LINK.sub(r'\1href="\2.html\3"', content)
    metadata = {cell.get("id"): cell["metadata"] for cell in notebook["cells"]}
    content = "".join(_cell(part, metadata, words) for part in CELL.split(content))
    content = content.replace("</h1>", "</h1>" + _links(page, config, notebook, words), 1)
    stem = page.file.src_uri.removesuffix(".ipynb")

    def file(match):
        number = sum(f.src_uri.startswith(f"{stem}-plot-") for f in files) + 1
        uri = f"{stem}-plot-{number}.png"
        files.append(File.generated(config, uri, content=base64.b64decode(match[2])))
        return f'{match[1]}src="{uri.rpartition("/")[2]}"'

    return EMBEDDED_IMAGE.sub(file, content)


def _cell(part, metadata, words):
    """The HTML of one cell: its plot named, and folded if it is a solution."""
    identifier = CELL_ID.search(part)
    about = metadata.get(identifier[1], {}) if identifier else {}
    if alt := about.get("alt"):
        part = NO_ALT.sub("", part).replace("<img ", f'<img alt="{html.escape(alt)}" ')
    if "solution" in about.get("tags", []):
        return f"<details><summary>{words['solution']}</summary>{part}</details>"
    return part


def _links(page, config, notebook, words):
    """Where the notebook can be had and, if it works there unchanged, run in a browser."""
    name = posixpath.basename(page.file.src_uri)
    links = [f'<a href="{name}" download>{words["download"]}</a>']
    repository = (config.repo_url or "").removeprefix("https://github.com/").strip("/")
    if repository and notebook["metadata"].get("colab"):
        path = f"{repository}/blob/main/docs/en/{page.file.src_uri}"
        address = f"https://colab.research.google.com/github/{path}"
        links.append(f'<a href="{address}">{words["colab"]}</a>')
    return f'<p class="guide-notebook-links">{" · ".join(links)}</p>'
