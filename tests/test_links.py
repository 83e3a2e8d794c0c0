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


RIGHT = """\
<a href="page.html#here">a</a> <a href="#top">b</a> <a href="./page.html?x=1#here">c</a>
<a href="/page.html">d</a> <a href="folder/">e</a> <a href="a%20b.html">f</a>
<img src="real.svg" alt=""> <link rel="stylesheet" href="real.css"> <script src="real.js"></script>
<a href="https://example.org/none">g</a> <a href="mailto:a@example.org">h</a>
<a href="page.html#topic=cnn">state</a> <video><source src="real.mp4"></video>
"""
FAULTS = {  # of each kind one, told apart by a number
    "page": '<a href="gone{}.html">x</a>',
    "page-below": '<a href="folder/below{}.html">x</a>',
    "page-from-root": '<a href="/gone-root{}.html">x</a>',
    "page-with-state": '<a href="gone-query{}.html?a=1#b=2">x</a>',
    "folder": '<a href="no-folder{}/">x</a>',
    "letter-case": '<a href="Page.html?{}">x</a>',
    "escaped": '<a href="gone%20{}.html">x</a>',
    "anchor": '<a href="#gone{}">x</a>',
    "anchor-elsewhere": '<a href="page.html#gone{}">x</a>',
    "anchor-case": '<a href="page.html#HERE{}">x</a>',
    "image": '<img src="gone{}.svg" alt="">',
    "style": '<link rel="stylesheet" href="gone{}.css">',
    "icon": '<link rel="icon" href="gone{}.png">',
    "script": '<script src="gone{}.js"></script>',
    "media": '<video><source src="gone{}.mp4"></video>',
    "audio": '<audio src="gone{}.wav"></audio>',
    "file": '<a href="gone{}.ipynb" download>x</a>',
    "markdown": "[x](gone{}.md)",
    "markdown-image": "![x](gone{}.png)",
    "markdown-anchor": "[x](#gone{})",
}


def test_sixty_planted_faults(tmp_path):
    """Three of each kind are all found, and nothing else is."""
    site, docs, outside = tmp_path / "site", tmp_path / "docs", tmp_path / "README.md"
    (site / "folder").mkdir(parents=True)
    (docs / "en").mkdir(parents=True)
    for name in ("folder/index.html", "a b.html", "real.svg", "real.css", "real.js", "real.mp4"):
        (site / name).write_text("")
    (site / "page.html").write_text('<p id="here">x</p>')
    planted = {kind: [text.format(n) for n in "123"] for kind, text in FAULTS.items()}
    assert sum(map(len, planted.values())) == 60
    html = [text for kind, texts in planted.items() for text in texts if "markdown" not in kind]
    markdown = [text for kind, texts in planted.items() for text in texts if "markdown" in kind]
    body = RIGHT + "\n".join(html)
    (site / "index.html").write_text(f'<html><body id="top">{body}</body></html>')
    (docs / "en/index.md").write_text("\n".join(["# Page", *html]))
    outside.write_text("# Read me\n\n[right](#read-me)\n\n" + "\n\n".join(markdown))
    found = [str(link) for link in check_links.check(site, docs, [outside])]
    assert len(found) == 60, "\n".join(found)
    for number, text in enumerate(html, 2):
        line = f"{docs / 'en/index.md'}:{number}:"
        # three links to Page.html have one name: the first line stands for all
        assert any(one.startswith(line) for one in found) or "Page.html" in text, text
