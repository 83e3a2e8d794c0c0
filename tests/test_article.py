"""Every point that the article names has its section in the English edition."""

import re

import pytest
import yaml
from conftest import SITE
from pages import ROOT

CHAPTERS = yaml.safe_load((ROOT / "tests/article_points.yml").read_text(encoding="utf-8"))
POINTS = [
    (f"{chapter}: {point}", target)
    for chapter, points in CHAPTERS.items()
    for point, target in points.items()
]


def test_all_eight_chapters_are_listed():
    assert len(CHAPTERS) == 8


@pytest.mark.parametrize(("point", "target"), POINTS, ids=[point for point, _ in POINTS])
def test_point_has_its_section(point, target):
    page, _, anchor = target.partition("#")
    html = (SITE / re.sub(r"\.(md|ipynb)$", ".html", page)).read_text(encoding="utf-8")
    assert not anchor or f'id="{anchor}"' in html, f"{page} has no section {anchor}"


def test_faq_answers_at_least_twenty_questions():
    html = (SITE / "8-faq/index.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<h3[^>]*>[^<]*\?", html)) >= 20
