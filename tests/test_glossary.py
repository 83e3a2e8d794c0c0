"""The glossary: large enough, whole in both languages, and linked from the text."""

from collections import Counter

import glossary
import pytest
from pages import DOCS, MARKDOWN, edition

TERMS = glossary.terms()


def test_at_least_120_terms():
    assert len(TERMS) >= 120


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["id"])
def test_term_is_whole(term):
    assert set(term) >= {"id", "en", "zh", "def_en", "def_zh"}
    assert set(term) <= {"id", "en", "zh", "aliases", "def_en", "def_zh", "page"}
    assert len(term["def_en"].split()) >= 6
    assert len(term["def_zh"]) >= 10
    if "page" in term:
        assert (DOCS / "en" / term["page"]).exists()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_label_means_two_terms(lang):
    labels = Counter(
        label
        for term in TERMS
        for label in {name.lower() for name in (term[lang], term["id"], *term.get("aliases", []))}
    )
    assert [label for label, number in labels.items() if number > 1] == []


@pytest.mark.parametrize(("lang", "least"), [("en", 120), ("zh", 40)])
def test_terms_are_linked_from_the_text(lang, least):
    linked = {
        glossary.labels(lang)[label]["id"]
        for page in MARKDOWN
        if edition(page) == lang
        for label in glossary.references(page.read_text(encoding="utf-8"), lang)
    }
    assert len(linked) >= least


def test_link_leads_to_the_term_with_its_definition():
    """A built page holds the link, its title the definition."""
    built = (DOCS.parent / "site/3-algorithms/transformer.html").read_text(encoding="utf-8")
    assert 'href="../8-faq/glossary.html#softmax" title="' in built
