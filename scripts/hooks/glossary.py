"""The glossary: one file of terms, linked from the text of both editions.

`docs/glossary.yml` holds every term once. A page links to one by its name in square brackets,
`[gradient][]`, or with other words, `[slopes][gradient]`: this hook adds the reference definitions
that the page uses, with the term's definition as the link's title. On the glossary page itself the
line `<!-- glossary -->` gives way to the list of terms.
"""

import posixpath
import re
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
TERMS = ROOT / "docs/glossary.yml"
PAGE = "8-faq/glossary.md"
MARKER = "<!-- glossary -->"
REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")


@cache
def terms():
    """Every entry of the glossary, in the file's order."""
    # libyaml, where it is there, reads ten times as fast
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(TERMS.read_text(encoding="utf-8"), Loader=loader)


@cache
def labels(lang):
    """Maps each label that may stand in square brackets, in lower case, to its entry."""
    return {
        label.lower(): term
        for term in terms()
        for label in (term[lang], term["id"], *term.get("aliases", []))
    }


def references(text, lang):
    """The glossary labels that the Markdown text uses, in lower case."""
    used = {(target or label).lower() for label, target in REFERENCE.findall(text)}
    return {label for label in used if label in labels(lang)}


def on_page_markdown(markdown, page, config, files):
    """Define the references the page uses; write the list on the glossary page."""
    lang = config.theme["language"]
    uri = page.file.src_uri
    if uri == PAGE:
        markdown = markdown.replace(MARKER, definition_list(lang))
    to_glossary = posixpath.relpath(PAGE, posixpath.dirname(uri) or ".") if uri != PAGE else ""
    definitions = [
        f"[{label}]: {to_glossary}#{term['id']} '{_title(term, lang)}'"
        for label in sorted(references(markdown, lang))
        for term in [labels(lang)[label]]
    ]
    return markdown + "\n\n" + "\n".join(definitions) + "\n" if definitions else markdown


def definition_list(lang):
    """The terms as Markdown: a heading for each initial letter, a definition list below it."""
    other = "zh" if lang == "en" else "en"
    lines, initial = [], None
    for term in sorted(terms(), key=lambda term: term["en"].lower()):
        first = term["en"][0].upper()
        if first != initial:
            initial = first
            lines += ["", f"## {initial}", ""]
        name = term[lang]
        page = term.get("page")
        if page and (ROOT / "docs" / lang / page).exists():
            name = f"[{name}]({posixpath.relpath(page, posixpath.dirname(PAGE))})"
        language_tag = "zh-Hans" if other == "zh" else "en"
        lines += [
            f'<dl class="guide-glossary" markdown="1"><dt id="{term["id"]}" markdown="span">{name}'
            f' <span lang="{language_tag}">{term[other]}</span></dt>'
            f'<dd markdown="span">{term["def_" + lang]}</dd></dl>',
            "",
        ]
    return "\n".join(lines)


def _title(term, lang):
    """The definition as plain text within single quotes: no markup, no line breaks."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)|\[([^\]]*)\]\[[^\]]*\]", r"\1\2", term[f"def_{lang}"])
    return " ".join(re.sub(r"[*_`$]", "", text).split()).replace("'", "’")
