"""Notebook pages: keep what mkdocs-jupyter renders, drop what it would load with it.

It writes its style sheet (hundreds of kilobytes), scripts that name a CDN, and a copy button into
every page. The guide's own style sheets and Material's copy button take their place.
"""

import re

BAGGAGE = re.compile(
    r"<style\b.*?</style>"
    r"|<script\b.*?</script>"
    r'|<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>',
    re.S,
)


def on_page_content(content, page, config, files):
    """Strip the baggage from a notebook's HTML."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    content = BAGGAGE.sub("", content)
    # the margin prompts of JupyterLab say nothing to a reader
    return re.sub(r'<div class="jp-[A-Za-z-]*[pP]rompt[^"]*">\s*</div>', "", content)
