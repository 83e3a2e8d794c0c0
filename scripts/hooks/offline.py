"""Search from a folder on disk: a page opened there may run a script but not fetch a file.

Material looks for `search_index.js` then; this writes it beside the index, as Material's own
offline plugin does, which would also load a script from another host.
"""

from pathlib import Path

from mkdocs.plugins import event_priority


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config):
    """Write the search index once more as a script."""
    index = Path(config.site_dir) / "search/search_index.json"
    script = f"var __index = {index.read_text(encoding='utf-8')}"
    index.with_suffix(".js").write_text(script, encoding="utf-8")
