"""Formulas: KaTeX sets every one; one that it can't is named by file and line."""

import check_formulas


def test_every_formula_is_set(chromium):
    refused, number = check_formulas.check(chromium)
    assert refused == []
    assert number > 500


def test_refused_formula_is_named(chromium, tmp_path):
    site, docs = tmp_path / "site", tmp_path / "docs"
    (site).mkdir()
    (docs / "en").mkdir(parents=True)
    (docs / "en/page.md").write_text("# Page\n\n$$\n\\frac{1}{2\n$$\n")
    page = (
        '<div class="arithmatex">\\[\n\\frac{1}{2\n\\]</div><span class="arithmatex">\\(x\\)</span>'
    )
    (site / "page.html").write_text(page)
    refused, number = check_formulas.check(chromium, site, docs)
    assert number == 2
    assert len(refused) == 1
    assert refused[0].startswith(f"{docs}/en/page.md:4: KaTeX refuses “\\frac{{1}}{{2”")
