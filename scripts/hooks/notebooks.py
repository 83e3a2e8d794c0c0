"""Notebook pages: keep what mkdocs-jupyter renders, drop what it would load with it.

It writes its style sheet (hundreds of kilobytes), scripts that name a CDN, and a copy button with a
second copy of the code into every page. The guide's own style sheets and Material's copy button
take their place. Links to other pages, which a notebook writes as links to their sources like any
page, are pointed at what is built from them.
"""

import re

BAGGAGE = re.compile(
    r"<style\b.*?</style>"
    r"|<script\b.*?</script>"
    r'|<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>'
    r'|<div class="clipboard-copy-txt".*?</div>'
    # the margin prompts of JupyterLab say nothing to a reader
    r'|<div class="jp-[A-Za-z-]*[pP]rompt[^"]*">\s*</div>',
    re.S,
)
SOURCE_LINK = re.compile(r'href="(?![a-z]+:)([^"#]+)\.md(#[^"]*)?"')


def on_page_content(content, page, config, files):
    """Strip the baggage from a notebook's HTML, and mend its links."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    content = BAGGAGE.sub("", content)
    return SOURCE_LINK.sub(r'href="\1.html\2"', content)
