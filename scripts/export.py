"""Makes what readers take along: for each edition a PDF book, an EPUB and a zip of the site.

`python3 scripts/export.py` builds the site, writes the files to `site/downloads/` and names them on
both home pages. With `--no-build` it takes `site/` as it stands. Installs what it needs.

The same commit gives the same bytes: dates come from SOURCE_DATE_EPOCH or else from the commit.
"""

import argparse
import datetime
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements-export.lock")

import browser
from book import epub, fonts, pdf, stills
from book.content import Book, Unreadable
from book.figure_css import figure_css
from book.words import WORDS
from build import build

NAME = "large-model-guide-{}"
SHEETS = [ROOT / "overrides/assets/stylesheets" / name for name in ("guide.css", "catalogue.css")]
DOWNLOADS = re.compile(r"(<!-- downloads -->).*?(<!-- /downloads -->)", re.S)
START = time.monotonic()


@dataclass
class Edition:
    """An edition to export: its language, the folder of its built pages, that of their sources,
    where its book is made, and its address on the web ("" if it has none)."""

    lang: str
    site: Path
    docs: Path
    folder: Path
    address: str


def git(*arguments):
    finished = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return finished.stdout.strip()


def date_of_state():
    """When the exported state is from: SOURCE_DATE_EPOCH, the commit's date, or else now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct")
    return datetime.datetime.fromtimestamp(int(seconds or time.time()), datetime.UTC)


def export(site, out, folder, date, root=ROOT):
    """Exports the built site into the folder `out`; replaces what is there only by what is whole.

    Args:
        folder: an empty folder to work in.
        root: the folder with `docs/`.

    Returns: the files, {(language, kind): path}; the language of the zip, which holds both, is "".

    Raises:
        Unreadable: something on a page that cannot become part of a book.
    """
    about = {"date": date, "version": git("rev-parse", "--short=10", "HEAD") or f"{date:%Y-%m-%d}"}
    home = os.environ.get("SITE_URL", "")
    home = home and home.rstrip("/") + "/"
    editions = [
        Edition("en", site, root / "docs/en", folder / "en", home),
        Edition("zh", site / "zh", root / "docs/zh", folder / "zh", home and home + "zh/"),
    ]
    files = {}
    # A process ends with its task, and gives its memory back
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, max_tasks_per_child=1) as pool:
        pictures = take_stills(editions, pool, date)
        books = []
        for edition, stills_of_edition in zip(editions, pictures, strict=True):
            for kind in ("pdf", "epub"):
                name = f"{NAME.format(edition.lang)}.{kind}"
                files[edition.lang, kind] = folder / name
            target = files[edition.lang, "epub"]
            books.append(pool.submit(write_book, edition, stills_of_edition, about, target))
        say("writing the chapters and the EPUBs")
        for book in books:
            book.result()
        for edition in editions:  # one after the other, for the sake of memory
            say(f"setting the PDF, {edition.lang}")
            pool.submit(pdf.find_places, edition.folder, edition.docs).result()
            target = files[edition.lang, "pdf"]
            pool.submit(pdf.compile_book, edition.folder, edition.docs, target).result()
    say("packing the site")
    files["", "zip"] = folder / f"{NAME.format('site')}.zip"
    pack(site, files["", "zip"], date)
    out.mkdir(parents=True, exist_ok=True)
    return {key: Path(shutil.move(path, out / path.name)) for key, path in files.items()}


def take_stills(editions, pool, date):
    """The stills of each edition, taken by two browsers."""
    tasks = []
    for edition in editions:
        (edition.folder / "stills").mkdir(parents=True)
        urls = stills.pages(edition.site)
        say(f"taking pictures of what moves on {len(urls)} pages, {edition.lang}")
        halves = [urls[::2], urls[1::2]]
        tasks.append(
            [
                pool.submit(stills.take, edition.site, half, edition.folder / "stills", date)
                for half in halves
            ]
        )
    return [{**first.result(), **second.result()} for first, second in tasks]


def write_book(edition, pictures, about, epub_file):
    """Writes an edition's Typst files into its folder, and its EPUB."""
    css = figure_css(edition.lang, *(path.read_text(encoding="utf-8") for path in SHEETS))
    (edition.folder / "figures").mkdir()
    for name in ("book.typ", "code.tmTheme", "python.sublime-syntax"):
        shutil.copy(pdf.HERE / name, edition.folder)
    book = Book(edition, css, pictures)
    pieces = book.html()
    with ThreadPoolExecutor(2) as pool:
        chapters = list(
            pool.map(lambda piece: pdf.chapter(piece, edition.folder, edition.docs), pieces)
        )
    main = pdf.main_file(book, chapters, about)
    cover = main[: main.index("#imprint")]
    for name, text in [*enumerate(chapters), ("main", main), ("cover", cover)]:
        (edition.folder / f"{name}.typ").write_text(text, encoding="utf-8")
    pdf.forget_places(edition.folder)
    epub.make(book, pieces, about, epub_file)


def pack(site, output, date):
    """Zips the site, without earlier downloads, in one order and with one date."""
    stamp = date.timetuple()[:6]
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site)
            if path.is_file() and name.parts[0] != "downloads" and name.suffix != ".gz":
                info = zipfile.ZipInfo(f"{NAME.format('site')}/{name.as_posix()}", stamp)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, path.read_bytes())


def name_downloads(site, files, date):
    """Puts links to the files, with size and date, on the home page of each edition; without files
    takes them away.

    Raises:
        Unreadable: a home page has no place for them.
    """
    for lang, page in (("en", site / "index.html"), ("zh", site / "zh/index.html")):
        words, up = WORDS[lang], "../" if lang == "zh" else ""
        items = [
            words["download"].format(
                link=f'<a href="{up}downloads/{path.name}" download>{words[kind][0]}</a>',
                what=words[kind][1],
                size=f"{path.stat().st_size / 1e6:.0f} MB",
                date=pdf.written(date, lang),
            )
            for (edition, kind), path in files.items()
            if edition in (lang, "")
        ]
        section = f'<h2 id="take-it-along">{words["take"]}</h2><ul>{"".join(items)}</ul>'
        text = page.read_text(encoding="utf-8")
        text, count = DOWNLOADS.subn(rf"\1{section if items else ''}\2", text)
        if not count:
            raise Unreadable(f"{page}: has no place marked <!-- downloads --><!-- /downloads -->")
        page.write_text(text, encoding="utf-8")


def say(what):
    print(f"{time.monotonic() - START:5.0f} s  {what} …", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--no-build", action="store_true", help="take site/ as it stands")
    options = parser.parse_args()
    site = ROOT / "site"
    browser.install()
    fonts.install()
    date = date_of_state()
    os.environ["SOURCE_DATE_EPOCH"] = str(int(date.timestamp()))  # MkDocs and pandoc read it
    try:
        if not options.no_build:
            say("building the site")
            build()
        name_downloads(site, {}, date)  # those of before are no part of the books
        with tempfile.TemporaryDirectory() as folder:
            files = export(site, site / "downloads", Path(folder), date)
        name_downloads(site, files, date)
    except subprocess.CalledProcessError:
        sys.exit("The build stopped: see the message above.")
    except Unreadable as problem:
        sys.exit(f"The export stopped, nothing was replaced. {problem}")
    for path in files.values():
        say(f"{path.relative_to(ROOT)}, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
