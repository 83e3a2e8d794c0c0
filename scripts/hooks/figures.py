"""Figures: an image that stands alone in its paragraph becomes a <figure>.

An SVG is written into the page, so that it takes the colours of the scheme and its words can be
selected and read aloud; the Markdown image's text becomes its text alternative and its title the
caption, numbered within the page: `![What the picture shows](figure.svg "The caption")`.
"""

import itertools
import posixpath
import re
from pathlib import Path

IMAGE_ALONE = re.compile(r"<p>\s*(<img [^>]*>)\s*</p>")
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
XML_PROLOGUE = re.compile(r"<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE.*?>", re.S)
VIEW_BOX_WIDTH = re.compile(r'viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)')


def on_page_content(content, page, config, files):
    """Replace each lone image of the page by a figure."""
    numbers = itertools.count(1)
    label = "图 {}　" if config.theme["language"] == "zh" else "Figure {}. "

    def figure(match):
        attributes = dict(ATTRIBUTE.findall(match[1]))
        caption = attributes.get("title", "")
        if caption:
            number = label.format(next(numbers))
            caption = f"<figcaption><b>{number}</b>{caption}</figcaption>"
        uri = posixpath.normpath(
            posixpath.join(posixpath.dirname(page.file.src_uri), attributes["src"])
        )
        file = files.get_file_from_path(uri)
        if file is None or not uri.endswith(".svg"):
            return f'<figure class="guide-figure">{match[1]}{caption}</figure>'
        svg = inline_svg(Path(file.abs_src_path), attributes.get("alt", ""))
        return (
            f'<figure class="guide-figure"><div class="guide-scroll">{svg}</div>{caption}</figure>'
        )

    return IMAGE_ALONE.sub(figure, content)


def inline_svg(path, alt):
    """The SVG file's text as part of a page: named by `alt`, its ids made unique by its name."""
    text = XML_PROLOGUE.sub("", path.read_text(encoding="utf-8")).strip()
    prefix = re.sub(r"\W+", "-", path.stem)
    for identifier in set(re.findall(r'\bid="([^"]+)"', text)):
        text = text.replace(f'id="{identifier}"', f'id="{prefix}-{identifier}"')
        text = text.replace(f"url(#{identifier})", f"url(#{prefix}-{identifier})")
        text = text.replace(f'href="#{identifier}"', f'href="#{prefix}-{identifier}"')
    width = VIEW_BOX_WIDTH.search(text)
    style = f' style="--figure-width: {width[1]}px"' if width else ""
    return text.replace("<svg", f'<svg role="img" aria-label="{alt}"{style}', 1)
