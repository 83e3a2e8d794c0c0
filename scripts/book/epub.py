"""The book as EPUB 3, by pandoc, formulas in MathML."""

from pathlib import Path

import typst
from book import pandoc
from book.pdf import written
from book.words import WORDS

HERE = Path(__file__).parent


def make(book, html, edition, output):
    """Writes the EPUB of the chapters' HTML."""
    words = WORDS[book.lang]
    cover = book.folder / "cover.png"
    typst.compile(
        str(book.folder / "cover.typ"),
        output=str(cover),
        root=str(book.folder),
        format="png",
        ppi=144,
    )
    metadata = {
        "title": words["title"],
        "subtitle": words["subtitle"],
        "author": words["author"],
        "lang": f"{book.lang}-{words['region']}",
        "date": f"{edition['date']:%Y-%m-%d}",
        "identifier": f"large-model-guide-{book.lang}-{edition['version']}",
        "rights": "CC BY-SA 4.0",
        "description": words["issued"].format(written(edition["date"], book.lang)),
    }
    arguments = [
        *("-t", "epub3", "-o", str(output), "--mathml", "--toc", "--toc-depth=2"),
        *("--split-level=2", f"--css={HERE / 'epub.css'}", f"--epub-cover-image={cover}"),
        f"--lua-filter={HERE / 'epub.lua'}",
        *(f"--metadata={name}={value}" for name, value in metadata.items()),
    ]
    pandoc.convert("\n".join(html), arguments, book.folder, book.docs)
