"""Two editions of one guide: every page knows its twin, and a figure is drawn once.

The English edition is built into the site's root, the Chinese one into `zh/` below it. A page's
twin is the page at the same path in the other edition.
"""

import logging
import posixpath
from pathlib import Path

import jieba
from mkdocs.structure.files import File

ROOT = Path(__file__).parents[2]
DOCS = {"en": ROOT / "docs/en", "zh": ROOT / "docs/zh"}
FOLDER = {"en": "", "zh": "zh/"}  # where an edition lies below the site's root
NAME = {"en": "English", "zh": "中文"}
NO_TWIN = {
    "en": "This page is not in Chinese yet: to the Chinese home page",
    "zh": "本页没有英文版：前往英文版首页",
}
PAGE = (".md", ".ipynb")

jieba.setLogLevel(logging.WARNING)  # it reports its dictionary as if something were wrong


def on_files(files, config):
    """Lend the Chinese edition every figure or other file of the English one that it lacks.

    The data of notebooks stay where the notebooks are.
    """
    if config.theme["language"] != "zh":
        return files
    for path in DOCS["en"].rglob("*"):
        uri = path.relative_to(DOCS["en"]).as_posix()
        lent = path.is_file() and path.suffix not in PAGE and "data" not in path.parts
        if lent and files.get_file_from_path(uri) is None:
            files.append(File(uri, str(DOCS["en"]), config.site_dir, config.use_directory_urls))
    return files


def on_page_context(context, page, config, nav):
    """Tell `partials/alternate.html` where this page, or the home page, is in the other edition."""
    here = config.theme["language"]
    other = "zh" if here == "en" else "en"
    has_twin = (DOCS[other] / page.file.src_uri).exists()
    target = FOLDER[other] + (page.url if has_twin else "index.html")
    start = posixpath.dirname(FOLDER[here] + page.url)
    context["other_edition"] = {
        "lang": other,
        "name": NAME[other],
        "url": posixpath.relpath(target, start or "."),
        "note": "" if has_twin else NO_TWIN[here],
    }
    return context
