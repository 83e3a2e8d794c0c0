"""The book as PDF, set by Typst, tagged as PDF/UA-1: Typst refuses a picture or formula without
words, a letter that no font has, and a link that leads nowhere.

It is set twice: first to learn on which page each target of a link comes to stand, then with these
places written in. Links that Typst resolves itself make it set every paragraph around them anew,
which takes a third more memory.
"""

import json
import re
from pathlib import Path

import typst
from book import pandoc
from book.content import Unreadable, where
from book.words import WORDS

PLACES = "places.json"
HERE = Path(__file__).parent
FILTER = ["-t", "typst", "--wrap=preserve", f"--lua-filter={HERE / 'typst.lua'}"]
TARGET = re.compile(r'#(?:go\(|term\("[^"]*", )"([^"]*)"')
UNKNOWN_LETTERS = re.compile(r'the text `"(.+?)"` could not be displayed')
FORMULA = re.compile(r'#formula\("((?:[^"\\]|\\.)*)"')


def chapter(html, folder, docs):
    """The Typst of a chapter's HTML."""
    return f'#import "/book.typ": *\n{pandoc.convert(html, FILTER, folder, docs)}'


def main_file(book, chapters, edition):
    """The Typst of the whole, which includes its chapters.

    Args:
        chapters: the Typst of each.
        edition: its "date" and "version".
    """
    words = WORDS[book.lang]
    date = edition["date"]
    cover = {
        "title": words["title"],
        "description": words["subtitle"],
        "issued": words["issued"].format(written(date, book.lang)),
    }
    facts = [
        f"lang: {string(book.lang)}",
        f"region: {string(words['region'])}",
        f"author: ({string(words['author'])},)",
        f"keywords: {strings(words['keywords'])}",
        f"date: datetime(year: {date.year}, month: {date.month}, day: {date.day})",
        *(f"{name}: {string(value)}" for name, value in cover.items()),
    ]
    notes = [
        line.format(date=written(date, book.lang), version=edition["version"])
        for line in words["imprint"]
    ]
    if book.address:
        notes.append(words["online"].format(book.address))
    terms = ", ".join(f"({string(key)}, {string(name)})" for key, name in book.terms)
    targets = sorted({target for text in chapters for target in TARGET.findall(text)})
    lines = [
        '#import "/book.typ": *',
        f"#let edition = ({', '.join(facts)})",
        "#show: book.with(edition)",
        "#cover(edition)",
        f"#imprint({strings(notes)})",
        f"#contents({string(words['contents'])})",
        *(f'#include "{number}.typ"' for number in range(len(chapters))),
        f"#index({string(words['index'])}, ({terms},))" if terms else "",
        f"#places({strings(targets)})",
    ]
    return "\n".join(lines)


def string(text):
    return json.dumps(text, ensure_ascii=False)


def strings(texts):
    return f"({''.join(string(text) + ', ' for text in texts)})"


def written(date, lang):
    if lang == "zh":
        return f"{date.year} 年 {date.month} 月 {date.day} 日"
    return f"{date.day} {date:%B %Y}"


def forget_places(folder):
    """Lets the book be set for the first time, all its links leading to the cover."""
    (folder / PLACES).write_text('{"targets": {}, "marks": []}', encoding="utf-8")


def find_places(folder, docs):
    """Sets `main.typ` in the folder and writes where its links' targets stand to `places.json`.

    Raises:
        Unreadable: Typst refuses; with the page, and why.
    """
    main, root = str(folder / "main.typ"), str(folder)
    try:
        found = typst.query(main, "<places>", field="value", one=True, root=root)
    except RuntimeError:  # it does not say where; compiling fails the same way and does
        compile_book(folder, docs, folder / "refused.pdf")
        raise
    (folder / PLACES).write_text(found, encoding="utf-8")


def compile_book(folder, docs, output):
    """Sets `main.typ` in the folder as a PDF, its links leading to where `places.json` says.

    Raises:
        Unreadable: Typst refuses; with the page, and why.
    """
    try:
        typst.compile(
            str(folder / "main.typ"), output=str(output), root=str(folder), pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        raise Unreadable(explain(error, folder, docs)) from None


def explain(error, folder, docs):
    """Typst's message with the file and line on which it arose, or at least the page."""
    place = re.search(r"(\d+)\.typ:(\d+):(\d+)", str(error.diagnostic or ""))
    if not place:
        return f"Typst: {error.message}"
    chapter, row, column = (int(number) for number in place.groups())
    lines = (folder / f"{chapter}.typ").read_text(encoding="utf-8").splitlines()
    line = lines[row - 1]
    if formulas := FORMULA.findall(line[:column]):
        tex = json.loads(f'"{formulas[-1]}"')
        return f"{where(tex, docs)}: Typst cannot set the formula {tex}: {error.message}"
    if letters := UNKNOWN_LETTERS.search(error.message):
        text = re.sub(r"\\u\{(\w+)\}", lambda code: chr(int(code[1], 16)), letters[1])
        return f"{where(text, docs)}: no font has the letter {text} ({letters[1]})"
    labels = re.findall(r"^<([^<>]+)>$", "\n".join(lines[:row]), re.M)
    page = labels[-1].split("--")[0] if labels else "?"
    return f"page {page}: Typst: {error.message}\n{line.strip()[:300]}"
