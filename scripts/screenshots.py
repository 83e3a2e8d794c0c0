"""Pictures of pages as readers see them: `python scripts/screenshots.py PAGE ... [options]`.

Builds the chapters of the named pages (docs/en/3-algorithms/cnn.md) without the rest of the guide,
and writes PNG files at phone and desktop width, light and dark, a long page in pieces. Names what a
picture may not show: console errors, formulas that KaTeX refuses, content wider than the screen.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import browser
import yaml
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PIECE = 1800  # px of page height in one picture
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
REFUSED = (
    "[...document.querySelectorAll('.katex-error')].map(e => e.title + ' in ' + e.textContent)"
)


def build(lang, chapters, folder):
    """Builds only the given folders of the edition `lang` into `folder`."""
    config = {
        "INHERIT": str(ROOT / ("mkdocs.zh.yml" if lang == "zh" else "mkdocs.yml")),
        "docs_dir": str(ROOT / "docs" / lang),
        "site_dir": str(folder / "site"),
        "exclude_docs": "\n".join(
            f"/{path.name}/"
            for path in (ROOT / "docs" / lang).iterdir()
            if path.is_dir() and path.name not in chapters
        ),
        "nav": None,
    }
    file = ROOT / f".preview-{folder.name}.yml"  # hooks are found beside the configuration
    file.write_text(yaml.safe_dump(config))
    try:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)],
            check=True,
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    finally:
        file.unlink()


def picture(page, address, name, out):
    """Opens the address and writes its pictures `name-1.png`, `name-2.png`, …"""
    page.goto(address)
    page.wait_for_timeout(400)
    if page.query_selector(".arithmatex"):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # sets every formula
    if (extra := page.evaluate(OVERFLOW)) > 0:
        print(f"{name}: the page is {extra} px wider than the screen")
    for message in page.evaluate(REFUSED):
        print(f"{name}: {message}")
    height = page.evaluate("document.documentElement.scrollHeight")
    width = page.viewport_size["width"]
    page.set_viewport_size({"width": width, "height": height})
    for number, top in enumerate(range(0, height, PIECE), 1):
        file = out / f"{name}-{number}.png"
        clip = {"x": 0, "y": top, "width": width, "height": min(PIECE, height - top)}
        page.screenshot(path=file, clip=clip)
        print(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=Path, help="docs/en/… or docs/zh/… files")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--width", type=int, nargs="*", default=[390, 1440])
    parser.add_argument("--scheme", nargs="*", default=["light", "dark"])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    pages = {}
    for path in options.pages:
        lang, *rest = path.resolve().relative_to(ROOT / "docs").parts
        pages.setdefault(lang, []).append(Path(*rest))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        chromium = browser.launch(playwright)
        for lang, paths in pages.items():
            folder = Path(tempfile.mkdtemp(dir=temporary))
            build(lang, {path.parts[0] for path in paths}, folder)
            for path in paths:
                address = (folder / "site" / path.with_suffix(".html")).as_uri()
                for width in options.width:
                    for scheme in options.scheme:
                        page = chromium.new_page(
                            viewport={"width": width, "height": 900}, color_scheme=scheme
                        )
                        page.on("pageerror", lambda error: print("error:", error))
                        page.on(
                            "console",
                            lambda m: m.type == "error" and print("console:", m.text),
                        )
                        picture(page, address, f"{lang}-{path.stem}-{width}-{scheme}", options.out)
                        page.close()
        chromium.close()


if __name__ == "__main__":
    main()
