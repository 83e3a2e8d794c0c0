"""The books and the zip, made by the real tools from the built site, opened with other tools."""

import collections
import datetime
import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
import zipfile

import export
import pytest
from book import fonts, pdf
from book.content import Unreadable
from book.measure import articles, printed, words_in_pdf, words_on_site
from conftest import SITE
from pypdf import PdfReader

pytestmark = pytest.mark.xdist_group("export")  # one worker makes the books, once
DATE = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
LANGS = ("en", "zh")
MM = 72 / 25.4


@pytest.fixture(scope="session", autouse=True)
def date_of_the_files():
    """The date that pandoc reads, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(DATE.timestamp())))
        assert export.date_of_state() == DATE
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """All files, by language and kind, and the folder in which they were made."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "work").mkdir()
    return export.export(SITE, folder / "out", folder / "work", DATE), folder / "work"


@pytest.fixture(scope="session")
def files(made):
    return made[0]


@pytest.fixture(scope="session")
def readers(files):
    return {lang: PdfReader(files[lang, "pdf"]) for lang in LANGS}


def edition_folder(lang):
    return SITE if lang == "en" else SITE / "zh"


# -- The PDF -------------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", LANGS)
def test_words(files, lang):
    """99.5 % of the site's words are in the PDF."""
    wanted = words_on_site(edition_folder(lang))
    lost = wanted - words_in_pdf(files[lang, "pdf"])
    share = 1 - lost.total() / wanted.total()
    assert wanted.total() > 100_000
    assert share > 0.995, lost.most_common(20)


def entries(outline, level=1):
    for entry in outline:
        if isinstance(entry, list):
            yield from entries(entry, level + 1)
        else:
            yield level, entry


@pytest.mark.parametrize("lang", LANGS)
def test_bookmarks(readers, lang):
    """A bookmark for each chapter, each of its pages, each of their sections."""
    wanted = {1: 3, 2: 0, 3: 0}  # contents, appendix and index
    for url, article in articles(edition_folder(lang)).items():
        folder = url.rpartition("/")[0]
        if folder.endswith("/catalogue"):
            wanted[2] += 1
        elif url.endswith("index.html") or (lang, url) == ("zh", "6-resources/finder.html"):
            wanted[1] += 1
            wanted[2] += len(article.findall(".//h2"))
            wanted[3] += len(article.findall(".//h3"))
        else:
            wanted[2] += 1
            wanted[3] += len(article.findall(".//h2"))
    with_answers = {
        url.split("/")[0]
        for url, article in articles(edition_folder(lang)).items()
        if article.cssselect("details.question")
    }
    wanted[2] += len(with_answers)
    found = collections.Counter(level for level, _ in entries(readers[lang].outline))
    assert dict(found) == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_links_within_the_pdf(made, readers, lang):
    """Every link between pages of the guide leads to the page of the book where its target stands,
    and no link to an address that is none."""
    reader = readers[lang]
    html = "".join(path.read_text(encoding="utf-8") for path in (made[1] / lang).glob("[0-9A].typ"))
    wanted = len(re.findall(r"#(?:go|term)\(", html))
    inner = 0
    for page in reader.pages:
        for annotation in page.get("/Annots") or []:
            annotation = annotation.get_object()
            if action := annotation.get("/A"):
                assert re.match(r"https?://|mailto:", action["/URI"]), action["/URI"]
                continue
            destination = annotation["/Dest"]
            if not isinstance(destination, str):
                number = reader.get_page_number(destination[0].get_object())
                assert number > 2, f"a link leads to page {number + 1}"  # behind the imprint
                inner += 1
    assert inner >= wanted > 1000
    # A page's own label stands at its heading: the link leads to where the bookmark leads
    places = json.loads((made[1] / lang / pdf.PLACES).read_text(encoding="utf-8"))["targets"]
    all_entries = [entry for _, entry in entries(reader.outline)]
    count = collections.Counter(entry.title for entry in all_entries)
    bookmarks = {
        entry.title: reader.get_destination_page_number(entry) + 1
        for entry in all_entries
        if count[entry.title] == 1
    }
    for url, article in articles(edition_folder(lang)).items():
        title = article.find(".//h1").text_content().removesuffix("¶").strip()
        label = re.sub(r"\W+", "-", url.removesuffix(".html"))
        if label in places and title in bookmarks and not url.endswith("index.html"):
            assert places[label][0] == bookmarks[title], title


@pytest.mark.parametrize("lang", LANGS)
def test_no_line_is_overfull(files, lang):
    """No word reaches into the margin; hyphens and Chinese punctuation may hang 7 points out."""
    page, overfull = 0, []
    for line in printed(files[lang, "pdf"], "-bbox").splitlines():
        page += "<page" in line
        if word := re.search(r'xMin="([\d.-]+)".*xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</', line):
            left, right = (21, 157) if page % 2 else (19, 155)
            start, end, bottom = (float(number) for number in word.groups()[:3])
            hanging = 9 if word[4][0] in "（《「" else 2
            if start < left * MM - hanging or end > right * MM + 7 or bottom > 242 * MM:
                overfull.append((page, word[4]))
    assert page > 200
    assert not overfull


@pytest.mark.parametrize("lang", LANGS)
def test_marked_for_everybody(readers, lang):
    """Tagged as PDF/UA-1, with language, title and date; fonts embedded, no fallback among them."""
    reader = readers[lang]
    root = reader.trailer["/Root"]
    assert root["/Lang"] == {"en": "en-GB", "zh": "zh-CN"}[lang]
    assert root["/MarkInfo"]["/Marked"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert reader.metadata.title == export.WORDS[lang]["title"]
    assert reader.metadata.creation_date.date() == DATE.date()
    used = set()
    for page in reader.pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            font = font.get_object()
            if font["/Subtype"] != "/Type3":  # drawn in the file itself
                inner = (
                    font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
                )
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"])
                used.add(font["/BaseFont"])
    if lang == "zh":
        assert not any("CJKjp" in name for name in used)


def test_a_real_book(files):
    """Cover, imprint, contents, running heads, numbered figures and tables, answers, index."""
    text = printed(files["en", "pdf"])
    sheets = text.split("\f")
    assert "Learn Large AI Models" in sheets[0] and "2 January 2026" in sheets[0]
    assert "CC BY-SA 4.0" in sheets[1] and "version" in sheets[1]
    assert sheets[2].startswith("Contents")
    assert "Figure 3.7.1." in text and "Table 1.2.1." in text
    middle = sheets[len(sheets) // 4]
    assert re.match(r"\d\s", middle), middle[:80]  # the running head
    index = text[text.index("\fIndex\n") :]
    assert re.search(r"backpropagation \d+(, \d+)+", index)


# -- The EPUB ------------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", LANGS)
def test_epub_is_valid(files, lang):
    """epubcheck finds neither an error nor anything to warn of."""
    command = [sys.executable, "-m", "epubcheck", str(files[lang, "epub"])]
    finished = subprocess.run(command, capture_output=True, text=True)
    assert not re.findall(r"^(?:ERROR|WARNING|FATAL).*", finished.stdout + finished.stderr, re.M)
    assert finished.returncode == 0, finished.stderr


def test_epub_has_its_formulas_and_figures(files):
    with zipfile.ZipFile(files["en", "epub"]) as book:
        names = book.namelist()
        text = "".join(book.read(n).decode() for n in names if n.endswith(".xhtml"))
    assert text.count("<math") > 2000
    assert sum(name.endswith(".svg") for name in names) > 100
    assert max(len(part) for part in text.split("<html")) < 600_000  # readers choke on longer ones


# -- The zip -------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def unpacked(files, tmp_path_factory):
    folder = tmp_path_factory.mktemp("zip")
    with zipfile.ZipFile(files["", "zip"]) as archive:
        archive.extractall(folder)
    return folder / "large-model-guide-site"


@pytest.fixture
def offline_page(chromium):
    """A page that notes what it asks of other hosts."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.elsewhere, page.broken = [], []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file:", "data:", "blob:"))
            else page.elsewhere.append(request.url)
        ),
    )
    page.on("pageerror", lambda error: page.broken.append(str(error)))
    yield page
    context.close()
    assert not page.elsewhere
    assert not page.broken


@pytest.mark.parametrize(
    ("home", "query", "hit"),
    [
        ("index.html", "backpropagation", "Backpropagation"),
        ("zh/index.html", "反向传播", "反向传播"),
    ],
)
def test_zip_searches(unpacked, offline_page, home, query, hit):
    offline_page.goto((unpacked / home).as_uri())
    field = offline_page.locator(".md-search__input")
    field.click()
    field.fill(query)
    field.press("End")  # Material listens to keys
    offline_page.locator(".md-search-result__article").first.wait_for(state="visible")
    found = offline_page.inner_text(".md-search-result__list").replace("\u200b", "")
    assert hit in found


def test_zip_sets_formulas(unpacked, offline_page):
    offline_page.goto((unpacked / "3-algorithms/transformer.html").as_uri())
    offline_page.wait_for_selector(".katex")
    assert offline_page.locator(".katex-error").count() == 0


def test_zip_finds_and_plans(unpacked, offline_page):
    offline_page.goto((unpacked / "6-resources/finder.html").as_uri())
    offline_page.wait_for_selector("[data-widget=finder] input")
    offline_page.goto((unpacked / "zh/6-resources/planner.html").as_uri())
    offline_page.wait_for_selector("[data-widget=planner] input")


def test_zip_holds_the_notebooks(unpacked, offline_page):
    offline_page.goto((unpacked / "4-practice/lora.html").as_uri())
    link = offline_page.locator(".guide-notebook-links a").first.get_attribute("href")
    notebook = unpacked / "4-practice" / link
    assert json.loads(notebook.read_text(encoding="utf-8"))["cells"]


# -- The same again ------------------------------------------------------------------------------
def test_same_bytes_again(files, tmp_path):
    (tmp_path / "work").mkdir()
    again = export.export(SITE, tmp_path / "out", tmp_path / "work", DATE)
    for key, path in files.items():
        digests = [hashlib.sha256(p.read_bytes()).hexdigest() for p in (path, again[key])]
        assert digests[0] == digests[1], key


# -- A small site, to break ----------------------------------------------------------------------
HOME = """<html><body><nav class="md-nav--primary">
<a class="md-nav__link" href="index.html">Home</a>
<a class="md-nav__link" href="1-one/index.html">One</a>
<a class="md-nav__link" href="1-one/page.html">Page</a></nav>
<article><h1>Home</h1><p>Begin.</p><!-- downloads --><!-- /downloads --></article></body></html>"""
PLAIN = "<html><body><article><h1>One</h1><p>Hello.</p></article></body></html>"


@pytest.fixture
def small(tmp_path):
    """Exports a site of three pages whose last one has this HTML and this Markdown."""

    def export_small(body, markdown=""):
        shutil.rmtree(tmp_path / "work", ignore_errors=True)
        for name in ("site", "site/zh"):
            folder = tmp_path / name
            (folder / "1-one").mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(HOME, encoding="utf-8")
            (folder / "1-one/index.html").write_text(PLAIN, encoding="utf-8")
            (folder / "1-one/page.html").write_text(PLAIN, encoding="utf-8")
        page = f"<html><body><article><h1>Page</h1>{body}</article></body></html>"
        (tmp_path / "site/1-one/page.html").write_text(page, encoding="utf-8")
        source = tmp_path / "docs/en/1-one/page.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"# Page\n\n{markdown}\n", encoding="utf-8")
        (tmp_path / "work").mkdir()
        return export.export(
            tmp_path / "site", tmp_path / "out", tmp_path / "work", DATE, root=tmp_path
        )

    return export_small


def test_nothing_gets_lost_on_the_way(small):
    """Tabs all with their labels, folded parts open, answers at the end, code to the last sign."""
    code = "x = \"\\\\n\" + 'a' * 3  # <&> $5 `q` " + "y" * 120 + "\nif x:\n    pass"
    files = small(
        f"""<div class="tabbed-set"><input type="radio"><div class="tabbed-labels"><label>First
        </label><label>Second</label></div><div class="tabbed-content"><div class="tabbed-block">
        <p>alpha</p></div><div class="tabbed-block"><p>beta</p></div></div></div>
        <details><summary>Folded</summary><p>gamma</p></details>
        <details class="question"><summary>Why?</summary>
        <p>Since <a href="../index.html">so</a>.</p>
        </details><div class="highlight language-python"><pre>{html.escape(code)}</pre></div>
        <p>A claim.<sup id="fnref:a"><a href="#fn:a">1</a></sup> More.</p>
        <div class="footnote"><ol><li id="fn:a"><p>First part.</p><p>Second <em>part</em>.
        <a class="footnote-backref" href="#">back</a></p></li></ol></div>"""
    )
    text = printed(files["en", "pdf"])
    for word in ("First", "alpha", "Second", "beta", "Folded", "gamma", "First part. Second part."):
        assert word in text
    assert text.index("Why?") < text.index("Answers\n") < text.index("Since so.")
    squeezed = re.sub(r"\s", "", text)
    assert re.sub(r"\s", "", code) in squeezed
    assert text.index("More.") < text.index("First part.")  # at the foot


@pytest.mark.parametrize(
    ("body", "markdown", "says"),
    [
        (r"<p>\(\frobnicate{x}\)</p>", r"So $\frobnicate{x}$.", r"page\.md:3: .*frobnicate"),
        ('<p><img src="gone.png" alt="a"></p>', "![a](gone.png)", r"page\.md:3: .*gone\.png"),
        ('<p><img src="bad.png" alt="a"></p>', "![a](bad.png)", r"page\.md:3: .*bad\.png"),
        ('<p><img src="bad.svg" alt="a"></p>', "![a](bad.svg)", r"page\.md:3: .*bad\.svg"),
        (
            "<p>Private: \U0010fffd</p>",
            "Private: \U0010fffd",
            r"page\.md:3: no font has the letter",
        ),
        ("<svg><path d='M0 0'/></svg>", "", r"1-one/page\.html: .*viewBox"),
    ],
    ids=["formula", "image-gone", "image-broken", "drawing-broken", "letter", "svg"],
)
def test_what_cannot_be_set(small, tmp_path, body, markdown, says):
    """The export stops with file and line, and leaves the last good files alone."""
    (tmp_path / "out").mkdir()
    for name in ("en.pdf", "en.epub", "zh.pdf", "zh.epub", "site.zip"):
        (tmp_path / f"out/large-model-guide-{name}").write_bytes(b"the last good one")
    (tmp_path / "site/1-one").mkdir(parents=True)
    (tmp_path / "site/1-one/bad.png").write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    (tmp_path / "site/1-one/bad.svg").write_text("<svg><path", encoding="utf-8")
    with pytest.raises(Unreadable, match=says):
        small(body, markdown)
    assert {path.read_bytes() for path in (tmp_path / "out").iterdir()} == {b"the last good one"}


def test_a_font_is_missing(monkeypatch):
    monkeypatch.setattr(fonts, "LETS", re.compile(r"^(#let serif)", re.M))
    assert fonts.missing() == []
    monkeypatch.setattr(fonts.re, "findall", lambda *_: ["Noto Serif CJK SC", "No Such Font"])
    monkeypatch.setattr(fonts.debian.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"here: No Such Font\.\n[^$]*fonts-noto-cjk"):
        fonts.install()


def test_home_pages_name_the_files(small, tmp_path):
    files = small("<p>Good.</p>")
    export.name_downloads(tmp_path / "site", files, DATE)
    english = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    chinese = (tmp_path / "site/zh/index.html").read_text(encoding="utf-8")
    for path in (
        "large-model-guide-en.pdf",
        "large-model-guide-en.epub",
        "large-model-guide-site.zip",
    ):
        assert f'href="downloads/{path}"' in english
    assert 'href="../downloads/large-model-guide-zh.pdf"' in chinese
    assert "2 January 2026" in english and "2026 年 1 月 2 日" in chinese
    export.name_downloads(tmp_path / "site", {}, DATE)
    assert "downloads/" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_a_site_without_a_place_for_them(small, tmp_path):
    files = small("<p>Good.</p>")
    (tmp_path / "site/index.html").write_text(PLAIN, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"index\.html: has no place marked"):
        export.name_downloads(tmp_path / "site", files, DATE)
