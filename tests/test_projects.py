"""Project briefs: all parts are there, and the hours of milestones, table and planner agree."""

import re

import pytest
import yaml
from pages import DOCS
from run_code import snippets

PROJECTS = yaml.safe_load((DOCS / "topics.yml").read_text(encoding="utf-8"))["projects"]
PARTS = [
    "The question",
    "Data",
    "The baseline, measured",
    "Milestones",
    "What a good result looks like",
    "Grading",
]


def brief(project):
    return (DOCS / "en" / project["page"]).read_text(encoding="utf-8")


every_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project["id"])


def test_there_are_six_from_a_weekend_to_six_weeks():
    assert sorted(project["hours"] for project in PROJECTS) == [10, 10, 20, 30, 40, 60]
    assert len({project["page"] for project in PROJECTS}) == 6


@every_project
def test_has_all_parts(project):
    headings = re.findall(r"^## (.*)$", brief(project), re.M)
    for part in PARTS:
        assert any(heading.startswith(part) for heading in headings), part


@every_project
def test_baseline_is_measured_by_code(project):
    baseline = brief(project).split("## The baseline, measured")[1].split("\n## ")[0]
    assert any(snippet.output for snippet in snippets(baseline))


@every_project
def test_hours_of_the_milestones_are_those_of_the_planner(project):
    milestones = brief(project).split("## Milestones")[1].split("\n## ")[0]
    table = re.search(r"(\|.*\n)+", milestones)[0]
    hours = re.findall(r"^\| [^|]+ \| ([\d.]+)[^|]*\|", table, re.M)
    assert sum(map(float, hours)) == project["hours"]
