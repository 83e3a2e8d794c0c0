"""Footnotes: the number stays on the line of the word that it follows.

Chinese text may break between any two characters, and before a footnote's number too; a word
joiner (U+2060) forbids that break.
"""


def on_page_content(content, page, config, files):
    """Join each footnote's number to what stands before it."""
    return content.replace('<sup id="fnref', '\u2060<sup id="fnref')
