"""Runs pandoc; what it cannot read is an error that names the page."""

import re
import subprocess

import pypandoc
from book.content import Unreadable, where

READER = "html+tex_math_single_backslash"
# pandoc has no Chinese for words that the book does not use
UNTRANSLATED = re.compile(
    r"\[WARNING\] (?:Could not load translations for .*\n.*not found|"
    r"The term .* has no translation.*)"
)
TEX_REFUSED = re.compile(r"Could not convert TeX math (.*?),? rendering as TeX", re.S)


def convert(html, arguments, folder, docs):
    """What pandoc writes for the HTML.

    Args:
        folder: where the pictures are found.
        docs: folder of the pages, in which a formula that pandoc refuses is looked up.

    Raises:
        Unreadable: pandoc refuses or warns.
    """
    finished = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", READER, *arguments],
        input=html.encode(),
        cwd=folder,
        capture_output=True,
    )
    said = UNTRANSLATED.sub("", finished.stderr.decode()).strip()
    if refused := TEX_REFUSED.search(said):
        tex = refused[1].strip()
        raise Unreadable(f"{where(tex, docs)}: pandoc cannot read the formula {tex}")
    if finished.returncode or said:
        raise Unreadable(f"pandoc: {said}")
    return finished.stdout.decode()
