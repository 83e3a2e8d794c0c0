"""Links: none of the built site's is broken, and each broken one is named."""

import check_links
import pytest


def test_no_internal_link_is_broken():
    assert [str(link) for link in check_links.check()] == []


PAGE = """\
<html><body id="top">
<a href="sub/page.html#here">right</a> <a href="#top">right</a> <a href="https://example.org/">web</a>
<a href="sub/page.html#gone">wrong</a> <a href="sub/page.html#topic=cnn">right</a>
<a href="sub/none.html">wrong</a>
<img src="none.png" alt=""> <link rel="stylesheet" href="none.css">
</body></html>
"""
SOURCE = """\
# Page

[right](sub/page.md#here)
[wrong](sub/page.md#gone)

[wrong](sub/none.md)
![wrong](none.png)
"""


def test_each_fault_is_named_by_source_and_line(tmp_path):
    site, docs = tmp_path / "site", tmp_path / "docs"
    (site / "sub").mkdir(parents=True)
    (docs / "en").mkdir(parents=True)
    (site / "index.html").write_text(PAGE)
    (site / "sub/page.html").write_text('<html><body><p id="here">x</p></body></html>')
    (docs / "en/index.md").write_text(SOURCE)
    source = docs / "en/index.md"
    fragment, file = "Cannot find fragment", "File not found"
    assert [str(link) for link in check_links.check(site, docs)] == [
        f"{source}:1: the link to none.css is broken ({file}). {check_links.MEND[file]}",
        f"{source}:4: the link to sub/page.html#gone is broken ({fragment}). "
        + check_links.MEND[fragment],
        f"{source}:6: the link to sub/none.html is broken ({file}). {check_links.MEND[file]}",
        f"{source}:7: the link to none.png is broken ({file}). {check_links.MEND[file]}",
    ]


def test_unbuilt_site_is_said(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"run scripts/build\.py first"):
        check_links.check(tmp_path)
