"""The built site as one book: its pages in the order of the navigation, without what only a screen
needs. What comes out is plain HTML, a piece for each chapter, which pandoc turns into Typst and
EPUB.
"""

import copy
import hashlib
import io
import itertools
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import lxml.html
from book.words import WORDS
from lxml import etree
from lxml.builder import E
from PIL import Image

BAGGAGE = ", ".join(
    (
        "script",
        "style",
        "form",
        "button",
        ".footnote",
        ".celltoolbar",
        ".guide-notebook-links",
        ".guide-done",
        ".tabbed-set > input",
    )
)
DOLLARS = re.compile(r"\$\$([^$]+)\$\$|\$([^$\n]+)\$")
# the HTML parser writes these names of SVG in lower case
SVG_NAMES = {
    name.lower(): name
    for name in (
        *("viewBox", "refX", "refY", "markerWidth", "markerHeight", "preserveAspectRatio"),
        *("textLength", "gradientUnits", "linearGradient", "clipPath", "textPath"),
    )
}
SVG_NAME = re.compile(r"(?<=[ </])(" + "|".join(SVG_NAMES) + r")(?=[\s=>])")
APPENDIX = "A"
POINTS_PER_PIXEL = 0.54  # 16 px of a figure's text become the size of a caption
TEXT_WIDTH, TEXT_HEIGHT = 385, 500  # pt; below a picture there is room for its caption


class Unreadable(Exception):
    """Something that cannot become part of the book: where it is, and what to do."""


@dataclass
class Page:
    """A page of the site; `url` is its path in the edition's folder."""

    url: str
    title: str
    article: lxml.html.HtmlElement


@dataclass
class Chapter:
    """A chapter: its first page introduces it, the others are its sections. The home page is number
    0; the appendix has sections only."""

    number: str
    pages: list


def where(text, docs):
    """File and line of the page below `docs` that holds the first line of the text."""
    first = next(line.strip() for line in text.splitlines() if line.strip())
    for path in sorted([*docs.rglob("*.md"), *docs.rglob("*.ipynb")]):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if first in line.replace("\\\\", "\\") or first in line:
                return f"{path}:{number}"
    return str(docs)


def slug(url, anchor=""):
    """The label in the book of a page, or of an anchor on it."""
    parts = [url.removesuffix(".html"), anchor] if anchor else [url.removesuffix(".html")]
    return "--".join(re.sub(r"\W+", "-", part) for part in parts)


def parse(path):
    return lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()


def read_page(site, url):
    article = parse(site / url).find(".//article")
    if article is None or article.find(".//h1") is None:
        raise Unreadable(f"{site / url}: has no article with a heading; build the site anew")
    for element in article.cssselect(".headerlink, .anchor-link"):
        element.drop_tree()
    return Page(url, article.find(".//h1").text_content().strip(), article)


def read_chapters(site):
    """The chapters of an edition, pages in the order of the navigation. Pages that it does not name
    (the catalogue's) become an appendix, by title."""
    (navigation,) = parse(site / "index.html").cssselect("nav.md-nav--primary")
    hrefs = (link.get("href") for link in navigation.cssselect("a.md-nav__link"))
    named = list(dict.fromkeys(href for href in hrefs if not re.search("[#:]", href)))
    folders = {}
    for url in named:
        folders.setdefault(posixpath.dirname(url), []).append(url)
    chapters = [
        Chapter(folder[:1] or "0", [read_page(site, url) for url in urls])
        for folder, urls in folders.items()
    ]
    urls = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    others = [
        read_page(site, url) for url in urls if url.split("/")[0] in folders and url not in named
    ]
    if others:
        others.sort(key=lambda page: page.title.casefold())
        chapters.append(Chapter(APPENDIX, others))
    return chapters


class Book:
    """One edition as a book.

    Args:
        edition: what is exported, see export.Edition.
        css: rules for the figures, see figure_css.
        stills: pictures of what moves, by page and name of the widget.

    Attributes:
        terms: what the index lists, (identifier, name) in alphabetical order.
    """

    def __init__(self, edition, css, stills):
        self.site, self.docs, self.folder = edition.site, edition.docs, edition.folder
        self.address, self.lang, self.words = edition.address, edition.lang, WORDS[edition.lang]
        self.css, self.stills = css, stills
        site = self.site
        self.chapters = read_chapters(site)
        self.pages = {page.url: page for chapter in self.chapters for page in chapter.pages}
        self.anchors = {
            (page.url, element.get("id"))
            for page in self.pages.values()
            for element in page.article.iter()
            if element.get("id")
        }
        self.terms = self.read_terms()

    def read_terms(self):
        glossary = self.pages.get("8-faq/glossary.html")
        found = []
        for term in glossary.article.iter("dt") if glossary else ():
            name = term.find("a")
            name = term if name is None else name
            found.append((term.get("id"), name.text_content().strip()))
        return sorted(found, key=lambda term: term[1].casefold())

    def html(self):
        """The HTML of each chapter, in order."""
        return [self.chapter(chapter) for chapter in self.chapters]

    def chapter(self, chapter):
        number, appendix = chapter.number, chapter.number == APPENDIX
        body, answers = E.div(), E.div({"class": "answers"})
        if appendix:
            body.append(E.h1(self.words["catalogue"], id="appendix"))
        for section, page in enumerate(chapter.pages, 1 if appendix else 0):
            self.clean(page, f"{number}.{section}" if section else number, answers)
            self.demote(page.article, min(section, 1))
            for heading in page.article.iter("h3") if appendix else ():
                heading.set("class", "silent")  # the same in every resource
            body.append(page.article)
        title = next(body.iter("h1"))
        if number != "0":
            title.text = f"{number}\u2002{title.text or ''}"
        if len(answers):
            body.append(E.h2(self.words["answers"], id=f"answers-{number}"))
            body.append(answers)
        return lxml.html.tostring(body, encoding="unicode")

    def demote(self, article, levels):
        for heading in article.iter("h1", "h2", "h3", "h4", "h5"):
            if not levels and heading.tag == "h2":
                heading.set("class", "minor")  # a section of the introduction, not a page
            heading.tag = f"h{min(int(heading.tag[1]) + levels, 6)}"

    # -- One page ------------------------------------------------------------------------------
    def clean(self, page, number, answers):
        """Turns the page's article into a part of the book; questions' answers go to `answers`."""
        article = page.article
        article.tag = "div"
        article.attrib.clear()
        self.footnotes(article)
        for element in article.cssselect(BAGGAGE):
            element.drop_tree()
        for comment in list(article.iter(etree.Comment)):
            comment.drop_tree()
        next(article.iter("h1")).set("id", "")  # the page's own label takes its place, below
        for element in article.xpath(f".//*[@lang='{self.lang}']"):
            del element.attrib["lang"]
        self.labels(page)
        self.tabs(article)
        self.code(article)
        self.dollars(article)
        self.facts(article)
        self.figures(page, number)
        self.widgets(page)
        self.tables(article, number)
        self.links(page)
        self.details(page, answers)
        next(article.iter("h1")).set("id", slug(page.url))

    def footnotes(self, article):
        """Each reference becomes the note itself."""
        notes = {note.get("id"): note for note in article.cssselect("div.footnote li[id]")}
        for reference in article.cssselect("sup[id^='fnref']"):
            note = copy.deepcopy(notes[reference.find("a").get("href")[1:]])
            for back in note.cssselect(".footnote-backref"):
                back.drop_tree()
            for paragraph in note.cssselect("p"):
                paragraph.tail = " "
                paragraph.drop_tag()
            note.tag = "span"
            note.attrib.clear()
            note.set("class", "note")
            replace(reference, note)
            # the word joiner that keeps the number on its line
            before = note.getprevious()
            if before is not None:
                before.tail = (before.tail or "").rstrip("\u2060 ")
            else:
                note.getparent().text = (note.getparent().text or "").rstrip("\u2060 ")

    def labels(self, page):
        for element in page.article.xpath(".//*[@id][not(ancestor::svg)]"):
            if identifier := element.get("id"):
                element.set("id", slug(page.url, identifier))
        for term in page.article.iter("dt"):
            if identifier := term.attrib.pop("id", None):
                mark = E.span({"id": identifier})
                mark.tail, term.text = term.text, None
                term.insert(0, mark)

    def tabs(self, article):
        """All alternatives, one below the other, each under its label."""
        for tabs in article.cssselect(".tabbed-set"):
            names = [label.text_content() for label in tabs.cssselect(".tabbed-labels label")]
            blocks = tabs.cssselect(".tabbed-block")
            for name, block in zip(names, blocks, strict=True):
                block.insert(0, E.p(E.strong(name)))
                block.attrib.clear()
                block.set("class", "tab")
            replace(tabs, E.div(*blocks))

    def code(self, article):
        for block in article.cssselect("div.highlight, div.highlight-ipynb, .jp-RenderedText"):
            pre = block.find(".//pre")
            if pre is None:
                continue
            language = re.search(r"(?:language|hl)-(?!text)(\w+)", block.get("class"))
            name = language[1] if language else "output"
            title = block.find(".//span[@class='filename']")
            if title is not None and name != "output":
                block.addprevious(E.p({"class": "filename"}, title.text_content()))
            replace(block, E.pre({"class": name}, E.code(pre.text_content().rstrip("\n"))))

    def dollars(self, article):
        """A notebook's formulas, which stand between dollars, written as those of other pages."""

        def written(match):
            return rf"\[{match[1]}\]" if match[1] else rf"\({match[2]}\)"

        for cell in article.cssselect(".jp-RenderedMarkdown"):
            for element in cell.iter():
                if element.tag not in ("code", "pre"):
                    element.text = element.text and DOLLARS.sub(written, element.text)
                if element is not cell:
                    element.tail = element.tail and DOLLARS.sub(written, element.tail)

    def facts(self, article):
        """A resource's facts and what it teaches as paragraphs; on the site they are columns."""
        for facts in article.cssselect("dl.guide-facts"):
            parts = [(term, term.getnext()) for term in facts.iter("dt")]
            replace(facts, paragraph(parts, " "))
        for table in article.cssselect("[id$='--teaches'] + table"):
            parts = []
            for topic, where, hours in table.iter("tr"):
                value = E.span(where.text_content(), self.words["comma"], hours.text_content())
                parts.append((topic, value))
            replace(table, paragraph(parts, self.words["colon"]))
        for link in article.cssselect(".guide-open"):
            link.text = link.text.split()[0] + " " + link.get("href")
            link.tail = " · "
            line = link.getparent()
            replace(line, E.div({"class": "facts"}, copy.copy(line)))

    def widgets(self, page):
        """What moves gives way to a still picture, what it shows in words, and its address."""
        for widget in page.article.cssselect("[data-widget]"):
            words = " ".join(widget.text_content().split())
            where = self.address + page.url
            link = E.a(where, href=where) if self.address else E.code(where)
            still = E.div({"class": "still"})
            if picture := self.stills.get((page.url, widget.get("data-widget"))):
                src = self.picture(picture.read_bytes(), picture.suffix)
                width, height = Image.open(picture).size
                scale = min(TEXT_WIDTH / width, TEXT_HEIGHT / height)
                still.append(E.p(E.img(src=src, alt=words, width=f"{width * scale:.0f}pt")))
            still.append(E.p(E.strong(self.words["interactive"]), " ", link, " ", words))
            replace(widget, still)

    def figures(self, page, number):
        count = itertools.count(1)
        for caption in page.article.iter("figcaption"):
            if (label := caption.find("b")) is not None:
                label.text = self.words["figure"].format(f"{number}.{next(count)}")
        for image in page.article.iter("img"):
            source = image.get("src")
            if source.startswith(("/", "http")):
                continue
            path = self.site / posixpath.dirname(page.url) / unquote(source)
            try:
                content = path.read_bytes()
                check_picture(content, path.suffix)
            except (OSError, SyntaxError) as problem:
                place = where(posixpath.basename(source), self.docs)
                raise Unreadable(f"{place}: cannot read the image {source}: {problem}") from None
            image.set("src", self.picture(content, path.suffix))
        for svg in list(page.article.iter("svg")):
            if not svg.get("viewbox"):
                raise Unreadable(f"{page.url}: a figure's <svg> has no viewBox; give it one")
            self.svg(svg)

    def picture(self, content, suffix):
        """Writes a picture, named by its content; returns its path in the book's folder."""
        name = f"figures/{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
        (self.folder / name).write_bytes(content)
        return name

    def svg(self, svg):
        """An inline figure becomes a file that carries its own rules."""
        words = svg.get("aria-label") or " ".join("".join(svg.itertext()).split())
        width, height = map(float, svg.get("viewbox").split()[2:])
        text = etree.tostring(svg, encoding="unicode", with_tail=False)
        text = SVG_NAME.sub(lambda match: SVG_NAMES[match[1]], text)
        text = re.sub(r' style="--[^"]*"', "", text, count=1)
        if "xmlns=" not in text:
            text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        text = text.replace(">", f"><style>{self.css}</style>", 1)
        scale = min(POINTS_PER_PIXEL, TEXT_WIDTH / width, TEXT_HEIGHT / height)
        parent = svg.getparent()
        replace(
            svg,
            E.img(
                src=self.picture(text.encode(), ".svg"), alt=words, width=f"{width * scale:.0f}pt"
            ),
        )
        if parent.get("class") == "guide-scroll":
            parent.drop_tag()

    def tables(self, article, number):
        """Numbers the tables and names each by the heading under which it stands."""
        count = itertools.count(1)
        heading = None
        for element in article.iter("h1", "h2", "h3", "h4", "table"):
            if element.tag != "table":
                heading = element
            elif not element.xpath("ancestor::details"):
                label = self.words["table"].format(f"{number}.{next(count)}")
                caption = E.caption(label + heading.text_content().strip())
                # a table's head is repeated on each page, where a note would count anew
                caption.extend(element.cssselect("th .note"))
                element.insert(0, caption)
        for link in article.cssselect("th a"):
            link.drop_tag()

    def details(self, page, answers):
        """Folded parts are open; a question's answer goes to the end of the chapter."""
        for details in list(page.article.iter("details")):
            summary = details.find("summary")
            summary.tag = "p"
            summary.attrib.clear()
            if "question" not in (details.get("class") or ""):
                summary.set("class", "admonition-title")
                details.tag = "div"
                details.attrib.clear()
                details.set("class", "admonition")
                continue
            number = str(len(answers) + 1)
            here, there = (slug(page.url, f"{kind}-{number}") for kind in ("question", "answer"))
            answer = E.div({"class": "answer", "id": there}, *list(details)[1:])
            answer.text, summary.tail = summary.tail, None
            lead(answer, E.a(E.strong(number), href=f"#{here}", **{"class": "number"}))
            lead(summary, E.a(E.strong(number), href=f"#{there}", **{"class": "number"}))
            answers.append(answer)
            replace(details, E.div({"class": "question", "id": here}, summary))

        for title in page.article.cssselect("p.admonition-title"):
            title.tag = "strong"
            replace(title, E.p(copy.copy(title)))

    def links(self, page):
        marked = set()
        for link in page.article.iter("a"):
            href = link.get("href")
            if href is None:
                continue
            link.attrib.clear()
            address = urlsplit(href)
            if address.scheme:
                link.set("href", href)
                continue
            url, anchor = page.url, unquote(address.fragment)
            if address.path:
                folder = posixpath.dirname(page.url)
                url = posixpath.normpath(posixpath.join(folder, unquote(address.path)))
            if url in self.pages:
                known = anchor if (url, anchor) in self.anchors else ""
                link.set("href", "#" + slug(url, known))
                if url == "8-faq/glossary.html" != page.url and known and known not in marked:
                    marked.add(known)
                    link.set("class", f"term-{known}")
            elif self.address:
                link.set("href", self.address + url)


def paragraph(parts, between):
    """Pairs of elements, the first of each strong, one after the other."""
    line = E.p()
    for name, value in parts:
        for element, tag in ((name, "strong"), (value, "span")):
            element.tag = tag
            element.attrib.clear()
            line.append(element)
        name.tail, value.tail = between, " · "
    line[-1].tail = None
    return E.div({"class": "facts"}, line)


def check_picture(content, suffix):
    """Raises OSError or SyntaxError if the picture cannot be drawn."""
    if suffix == ".svg":
        etree.fromstring(content)
    else:
        Image.open(io.BytesIO(content)).load()


def replace(old, new):
    """Puts the element in the place of the old one; the text behind stays."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def lead(element, link):
    """Puts the link before the element's first words."""
    place = element
    if not (element.text or "").strip() and len(element) and element[0].tag == "p":
        place = element[0]
    link.tail, place.text = " " + (place.text or "").lstrip(), None
    place.insert(0, link)
