"""Notebook pages: keep what mkdocs-jupyter renders, drop what it would load with it.

It writes its style sheet (hundreds of kilobytes), scripts that name a CDN, and a copy button with a
second copy of the code into every page. The guide's own style sheets and Material's copy button
take their place. Plots become files beside the page. Links to other pages, which a notebook writes
as links to their sources like any page, are pointed at what is built from them.
"""

import base64
import re

from mkdocs.structure.files import File

BAGGAGE = re.compile(
    r"<style\b.*?</style>"
    r"|<script\b.*?</script>"
    r'|<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>'
    r'|<div class="clipboard-copy-txt".*?</div>'
    # the margin prompts of JupyterLab say nothing to a reader
    r'|<div class="jp-[A-Za-z-]*[pP]rompt[^"]*">\s*</div>',
    re.S,
)
# names, white space and punctuation may have the colour of plain text; they are most of the words
PLAIN_WORD = re.compile(r'<span class="(?:n|w|p|bp)">([^<]*)</span>')
SOURCE_LINK = re.compile(r'href="(?![a-z]+:)([^"#]+)\.md(#[^"]*)?"')
EMBEDDED_IMAGE = re.compile(r'(<img [^>]*)src="data:image/png;base64,([^"]+)"')


def on_page_content(content, page, config, files):
    """Strip the baggage from a notebook's HTML, mend its links, and move its plots into files."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    content = PLAIN_WORD.sub(r"\1", BAGGAGE.sub("", content))
    content = SOURCE_LINK.sub(r'href="\1.html\2"', content)
    stem = page.file.src_uri.removesuffix(".ipynb")

    def file(match):
        number = sum(f.src_uri.startswith(f"{stem}-plot-") for f in files) + 1
        uri = f"{stem}-plot-{number}.png"
        files.append(File.generated(config, uri, content=base64.b64decode(match[2])))
        return f'{match[1]}src="{uri.rpartition("/")[2]}"'

    return EMBEDDED_IMAGE.sub(file, content)
