"""The PDF beside two others, from the same pages: `python3 scripts/benchmark_export.py`.

The others are mkdocs-to-pdf (WeasyPrint; formulas and widgets rendered by Chromium first) and
Chromium's print-to-PDF of the page that the print-site plugin makes. Each makes a PDF of the first
fifty English pages, from Markdown; printed are seconds, megabytes, pages, words of the site that
the PDF lacks, and how many of its links lead to a place in it or into nothing.
"""

import argparse
import collections
import datetime
import subprocess
import tempfile
import time
import venv
from pathlib import Path

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements-test.lock")

import browser
import debian
import export
import server
import yaml
from benchmark_build import Loader, lay_out
from book import pdf, stills
from book.measure import articles, words_in_pdf, words_on_site
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

OTHERS = ("mkdocs-to-pdf==0.12.1", "mkdocs-print-site-plugin==2.9")
NOWHERE = ("http://127", "http://localhost", "file:")  # on the reader's machine
LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")  # of WeasyPrint


def build(python, folder, name, plugins):
    """Builds the guide in the folder with these plugins beside search; returns the built site."""
    config = yaml.load((folder / "guide.yml").read_text(encoding="utf-8"), Loader)
    config["plugins"] = [*config["plugins"], *plugins]
    (folder / f"{name}.yml").write_text(yaml.safe_dump(config))
    command = [str(python), "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", name]
    subprocess.run(command, check=True, cwd=folder, stderr=subprocess.DEVNULL)
    return folder / name


def ours(python, folder):
    site = build(python, folder, "ours", [])
    work = folder / "work"
    date = datetime.datetime.now(datetime.UTC)
    edition = export.Edition("en", site, folder / "docs/en", work, "")
    (work / "stills").mkdir(parents=True)
    pictures = stills.take(site, stills.pages(site), work / "stills", date)
    about = {"date": date, "version": "benchmark"}
    export.write_book(edition, pictures, about, folder / "ours.epub")
    pdf.find_places(work, edition.docs)
    pdf.compile_book(work, edition.docs, folder / "ours.pdf")
    return folder / "ours.pdf"


def weasyprint(python, folder):
    chromium = browser.find() or "chromium"
    options = {"render_js": True, "headless_chrome_path": chromium, "toc_level": 2}
    return build(python, folder, "weasyprint", [{"to-pdf": options}]) / "pdf/document.pdf"


def print_site(python, folder):
    site = build(python, folder, "print_site", ["print-site"])
    target = folder / "print_site.pdf"
    with server.serving(site) as address, sync_playwright() as playwright:
        page = browser.launch(playwright).new_page()
        page.goto(f"{address}/print_page.html", timeout=300_000)
        page.wait_for_timeout(5_000)  # formulas and widgets
        page.pdf(path=target, outline=True, tagged=True, prefer_css_page_size=True)
    return target


def links_between_pages(site):
    """How many links of the pages lead to a page of the guide or a place on it."""
    urls = articles(site)
    return sum(
        1
        for url, article in urls.items()
        for link in article.cssselect("a[href]:not(.headerlink):not([class^=footnote])")
        if (site / url).parent.joinpath(link.get("href").split("#")[0]).is_file()
    )


def links_in_pdf(path):
    """How many links of the PDF lead to a page of it, the contents' and footnotes' among them."""
    reader = PdfReader(path)
    kinds = collections.Counter()
    for page in reader.pages:
        for annotation in page.get("/Annots") or []:
            annotation = annotation.get_object()
            action = annotation.get("/A", {})
            if "/Dest" in annotation or action.get("/S") == "/GoTo":
                kinds["inside"] += 1
            elif str(action.get("/URI", "")).startswith(
                ("http://127", "http://localhost", "file:")
            ):
                kinds["broken"] += 1
    return len(reader.pages), kinds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=50)
    size = parser.parse_args().pages
    debian.install(*LIBRARIES)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv/bin/python"
        packages = ["-r", str(ROOT / "requirements.lock"), *OTHERS]
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True)
        lay_out(folder, size)
        (folder / "docs/zh/index.md").write_text("# Home\n")
        plain = build(python, folder, "plain", [])
        wanted, links = words_on_site(plain), links_between_pages(plain)
        print(f"{size} pages, {wanted.total()} words, {links} links between pages")
        for make in (ours, weasyprint, print_site):
            start = time.monotonic()
            path = make(python, folder)
            seconds = time.monotonic() - start
            lost = 1 - (wanted & words_in_pdf(path)).total() / wanted.total()
            pages, kinds = links_in_pdf(path)
            print(
                f"{make.__name__:12} {seconds:6.0f} s  {path.stat().st_size / 1e6:6.1f} MB  "
                f"{pages:4} pages  {lost:6.2%} of the words lost  {dict(kinds)}",
                flush=True,
            )


if __name__ == "__main__":
    main()
