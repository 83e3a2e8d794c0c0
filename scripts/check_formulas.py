"""Sets every formula of the built site with KaTeX: `python scripts/check_formulas.py`.

A formula that KaTeX refuses is named by source file and line. Exits with 1 if there is any.
"""

import html
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import browser
from check_links import ROOT, source_of
from playwright.sync_api import sync_playwright

KATEX = ROOT / "overrides/assets/vendor/katex/katex.min.js"
FORMULA = re.compile(r'<(span|div) class="arithmatex">(.*?)</\1>', re.S)
NOTEBOOK_FORMULA = re.compile(r"\$\$([^$]+)\$\$|\$([^$\n]+)\$")
RENDER = """formulas => formulas.map(([tex, displayMode]) => {
  try { katex.renderToString(tex, {displayMode, strict: "ignore"}); return null; }
  catch (error) { return error.message; }
})"""


@dataclass(frozen=True)
class Formula:
    """One formula where it is written."""

    source: Path
    tex: str
    display: bool

    @property
    def line(self):
        """The line of the source that holds the formula's first words."""
        first = self.tex.strip().splitlines()[0].strip()
        for number, line in enumerate(self.source.read_text(encoding="utf-8").splitlines(), 1):
            if first in line or json.dumps(first)[1:-1] in line:
                return number
        return 1


def page_formulas(site, docs):
    """The formulas of all built Markdown pages."""
    for page in sorted(site.rglob("*.html")):
        source = source_of(page, site, docs)
        for tag, body in FORMULA.findall(page.read_text(encoding="utf-8")):
            tex = re.sub(r"^\\[(\[]|\\[)\]]$", "", html.unescape(body).strip())
            yield Formula(source, tex, tag == "div")


def notebook_formulas(docs):
    """The formulas in the text cells of all notebooks."""
    for notebook in sorted(docs.rglob("*.ipynb")):
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                for display, inline in NOTEBOOK_FORMULA.findall("".join(cell["source"])):
                    yield Formula(notebook, display or inline, bool(display))


def check(chromium, site=ROOT / "site", docs=ROOT / "docs"):
    """Messages for all formulas that KaTeX refuses in the browser, and the number of formulas."""
    formulas = [*page_formulas(site, docs), *notebook_formulas(docs)]
    page = chromium.new_page()
    page.add_script_tag(path=str(KATEX))
    errors = page.evaluate(RENDER, [[f.tex, f.display] for f in formulas])
    page.close()
    refused = [
        f"{f.source.relative_to(ROOT) if f.source.is_relative_to(ROOT) else f.source}:{f.line}: "
        f"KaTeX refuses “{f.tex.strip()[:60]}”: {error}. Mend the TeX"
        for f, error in zip(formulas, errors, strict=True)
        if error
    ]
    return refused, len(formulas)


def main():
    with sync_playwright() as playwright:
        refused, number = check(browser.launch(playwright))
    print("\n".join([*refused, f"{number} formulas, {len(refused)} refused"]))
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
