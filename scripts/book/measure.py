"""How much of the site is in a PDF: words and links. For tests and benchmark."""

import collections
import re
import subprocess

import lxml.html

SCREEN_ONLY = (
    "script, style, form, button, .headerlink, .anchor-link, .celltoolbar, .guide-notebook-links, "
    ".guide-done, .footnote-backref, .tabbed-set > input, sup[id^='fnref'], .arithmatex"
)
IN_DOLLARS = re.compile(r"\$\$[^$]+\$\$|\$[^$\n]+\$")
NO_WORDS = re.compile(r"https?://(?:www\.)?|\bwww\.|[\u00ad\u200b\u2060]")  # paper shows no scheme
# a Chinese character, letters, or digits: the number of a note stands close to words
WORD = re.compile(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[^\W\d_])+|\d+")


def articles(site):
    """The articles of an edition's pages, by address in its folder."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix()
        if not url.startswith(("zh/", "downloads/")) and url != "404.html":
            article = lxml.html.fromstring(path.read_text(encoding="utf-8")).find(".//article")
            if article is not None:
                found[url] = article
    return found


def words(text):
    """The words of a text; a Chinese character is one, and so is a number."""
    return WORD.findall(NO_WORDS.sub("", text))


def words_on_site(site):
    """How often each word stands on the pages, without buttons, forms and formulas."""
    count = collections.Counter()
    for article in articles(site).values():
        for element in article.cssselect(SCREEN_ONLY):
            element.drop_tree()
        for cell in article.cssselect(".jp-RenderedMarkdown"):
            for element in cell.iter():
                element.text = element.text and IN_DOLLARS.sub(" ", element.text)
                element.tail = element.tail and IN_DOLLARS.sub(" ", element.tail)
        count.update(words(" ".join(article.itertext())))
    return count


def printed(pdf, *options):
    """What pdftotext finds in the file."""
    command = ["pdftotext", *options, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def words_in_pdf(pdf):
    """How often each word stands in the file, those divided at the end of a line put together."""
    text = printed(pdf, "-raw")
    whole = re.sub(r"(\w)[-‐\u00ad]\n(\w)", r"\1\2", text)
    return collections.Counter(words(text)) | collections.Counter(words(whole))
