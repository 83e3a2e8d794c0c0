"""A Chinese page whose English twin has changed since says so to its reader, below its heading.

`scripts/check_translations.py` tells the same to the translator, with the change.
"""

import posixpath
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from check_translations import Wrong, is_behind

# search shall not find the words of the note on every such page
NOTE = (
    '<aside class="guide-behind" role="note" data-search-exclude>英文版在本页翻译之后有改动，'
    '可对照<a href="{}" hreflang="en">英文版</a>。</aside>'
)


def on_page_content(content, page, config, files):
    """Put the note on a page of the Chinese edition that has fallen behind."""
    if config.theme["language"] != "zh":
        return content
    english = Path(config.docs_dir).parent / "en" / page.file.src_uri
    try:
        if not english.exists() or not is_behind(Path(page.file.abs_src_path), english):
            return content
    except Wrong:  # check_translations.py names it
        return content
    note = NOTE.format(posixpath.relpath(page.url, posixpath.dirname(f"zh/{page.url}")))
    return content.replace("</h1>", f"</h1>{note}", 1) if "</h1>" in content else note + content
