"""Checks the catalogue and the topic graph: `python scripts/check_catalogue.py [FILE ...]`.

Each problem is one line: file, line, what is wrong, what to do. Exits with 1 if there is any.
The build calls the same checks through scripts/hooks/catalogue_pages.py. With files named, only
their problems are shown.
"""

import datetime
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import catalogue
import jsonschema
from check_pages import Problem, report

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "docs/catalogue.schema.json"
WORDS = (120, 300)  # of a review
CJK = re.compile(r"[\u4e00-\u9fff]")
LEAST = 3  # resources that "Learn it from" must have to choose from


class Checked(NamedTuple):
    """What was read and found: problems; the sound resources; the topics, a Document; and of each
    Chinese twin, by the resource's id, its fields and its `review`."""

    problems: list
    resources: list
    topics: catalogue.Document
    twins: dict


@cache
def schema():
    """The schema that is published with the data."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


@cache
def validator():
    """Validates the front matter of a resource: the published one, less what its file supplies."""
    resource = schema()["$defs"]["resource"]
    return jsonschema.Draft202012Validator(
        {**resource, "additionalProperties": False, "$defs": schema()["$defs"]}
    )


def word_count(review):
    """Words of a Markdown text; links count by what is shown."""
    text = re.sub(r"\]\([^)]*\)", "]", review)
    return len(re.findall(r"\w+(?:[’'.-]\w+)*", text))


def check_resource(resource, topics):
    """Problems of one resource taken alone; `topics` are the ids of the topic graph."""
    facts, document = resource.facts, resource.document

    def problem(path, what, mend):
        return Problem(resource.path, document.line(path), what, mend)

    for line, key in document.repeated_keys():
        yield Problem(resource.path, line, f"“{key}” stands here twice", "Keep one of the two")
    errors = sorted(validator().iter_errors(facts), key=lambda error: document.line(error.path))
    for error in errors:
        yield problem(error.path, *explain(error))
    if errors:
        return

    places = [("topics", topic) for topic in facts["topics"]]
    places += [("prerequisites", i) for i in range(len(facts["prerequisites"]))]
    for field, step in places:
        topic = step if field == "topics" else facts[field][step]
        if topic not in topics:
            mend = "Use the id of a topic in docs/topics.yml, or add the topic there"
            yield problem((field, step), f"there is no topic “{topic}”", mend)
    for topic in set(facts["topics"]) & set(facts["prerequisites"]):
        what = f"“{topic}” is taught here and needed before"
        yield problem(("prerequisites",), what, "Keep it in one of the two")
    if (facts["hours"] is None) != (facts["hours_from"] is None):
        mend = "Give both, or null for both"
        yield problem(("hours_from",), "hours and hours_from belong together", mend)
    for topic, part in facts["topics"].items():
        if part["hours"] and facts["hours"] and part["hours"] > facts["hours"]:
            what = f"the part for “{topic}” takes longer than the whole"
            yield problem(("topics", topic), what, "Mend one of the two numbers of hours")
    if facts["cost"] == "free" and facts["price"]:
        yield problem(("price",), "what is free has no price", "Write null, or another cost")
    if facts["status"] != "current" and "status_note" not in facts:
        mend = "Add status_note: what happened, and when"
        yield problem(("status",), f"nothing says why it is {facts['status']}", mend)
    dates = {("changes", i, "date"): change["date"] for i, change in enumerate(facts["changes"])}
    for path, date in {("checked",): facts["checked"], **dates}.items():
        try:
            datetime.date.fromisoformat(date)
        except ValueError:
            yield problem(path, f"there is no day {date}", "Write a date as 2026-11-24")
    words = word_count(resource.review)
    if not WORDS[0] <= words <= WORDS[1]:
        line = document.node.end_mark.line + document.first_line + 1
        what = f"the review has {words} words"
        mend = f"Write {WORDS[0]} to {WORDS[1]}"
        yield Problem(resource.path, line, what, mend)


def explain(error):
    """What is wrong and what to do, in words, of an error against the schema."""
    name = ".".join(str(step) for step in error.path) or "the front matter"
    if error.validator == "additionalProperties":
        unknown = re.findall(r"'([^']+)'", error.message)
        names = ", ".join(f"“{field}”" for field in unknown)
        return f"unknown field {names} in {name}", "Mend the name, or take it out"
    if error.validator == "required":
        field = re.findall(r"'([^']+)'", error.message)[0]
        return f"{name} lacks “{field}”", "Add it; null says that it is not stated"
    if error.validator == "enum":
        values = ", ".join(
            "null" if value is None else str(value) for value in error.validator_value
        )
        return f"{name} is {error.instance!r}", f"Use one of: {values}"
    meaning = error.schema.get("description") if isinstance(error.schema, dict) else None
    mend = meaning or "docs/catalogue.schema.json says what stands there"
    return f"{name}: {error.message[:160]}", mend


def check_topics(document, path=catalogue.TOPICS):
    """Problems of the topic graph: unknown or repeated ids, cycles, pages that are not there."""

    def problem(steps, what, mend):
        return Problem(path, document.line(steps), what, mend)

    for line, key in document.repeated_keys():
        yield Problem(path, line, f"“{key}” stands here twice", "Keep one of the two")
    data = document.data
    shape = schema()["properties"]["topics"]
    errors = list(
        jsonschema.Draft202012Validator({**shape, "$defs": schema()["$defs"]}).iter_errors(
            data.get("topics")
        )
    )
    for error in errors:
        yield problem(("topics", *error.path), *explain(error))
    if errors:
        return
    topics = data["topics"]
    tracks = {track["id"] for track in data["tracks"]}
    ids = [topic["id"] for topic in topics]
    problems = []
    for i, topic in enumerate(topics):
        here = ("topics", i)
        if topic["id"] in ids[:i]:
            what = f"there are two topics “{topic['id']}”"
            problems.append(problem(here, what, "Rename one of them"))
        if topic["track"] not in tracks:
            what = f"there is no track “{topic['track']}”"
            problems.append(problem(here, what, "Use one of `tracks`"))
        if not (path.parent / "en" / topic["page"]).exists():
            problems.append(problem(here, f"there is no page {topic['page']}", "Mend `page`"))
        for need in topic["needs"]:
            if need not in ids:
                what = f"“{topic['id']}” needs the unknown topic “{need}”"
                problems.append(problem(here, what, "Mend `needs`"))
    needs = {topic["id"]: topic["needs"] for topic in topics}
    if cycle := find_cycle(needs):
        what = f"the topics need each other in a circle: {' → '.join(cycle)}"
        where = ("topics", ids.index(cycle[0]))
        problems.append(problem(where, what, "Take one of these needs out"))
    yield from problems
    if problems:
        return
    projects = {project["id"]: project for project in data["projects"]}
    for i, project in enumerate(data["projects"]):
        for need in set(project["needs"]) - set(ids):
            yield problem(("projects", i), f"there is no topic “{need}”", "Mend `needs`")
    for i, goal in enumerate(data["goals"]):
        here = ("goals", i)
        unknown = set(goal["core"] + goal["extra"]) - set(ids)
        for topic in unknown:
            yield problem(here, f"there is no topic “{topic}”", "Mend `core` or `extra`")
        if unknown:
            continue
        reached = with_needs(goal["core"], needs)
        for project in goal["projects"]:
            if project not in projects:
                yield problem(here, f"there is no project “{project}”", "Mend `projects`")
            elif not reached >= set(projects[project]["needs"]):
                what = f"the project “{project}” needs topics that `core` does not reach"
                yield problem(here, what, "Add them to `core`, or take the project out")


def with_needs(ids, needs):
    """The ids with all that they need, directly or not."""
    found = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += needs[id]
    return found


def find_cycle(needs):
    """A circle in the mapping from a node to those that it needs, first node repeated; or []."""
    done, path = set(), []

    def visit(node):
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        path.append(node)
        for need in needs.get(node, []):
            if cycle := visit(need):
                return cycle
        done.add(path.pop())
        return []

    return next((cycle for node in needs if (cycle := visit(node))), [])


def check_together(resources):
    """Problems that show only when all resources are read: twice the same address, circles."""
    seen = {}
    for resource in resources:
        url = str(resource.facts.get("url")).rstrip("/")
        if url in seen:
            line = resource.document.line(("url",))
            what = f"{seen[url].path.name} has the same url"
            yield Problem(resource.path, line, what, "Merge the two, or mend one url")
        seen[url] = resource
    by_id = {resource.id: resource for resource in resources}
    after = {}
    for resource in resources:
        after[resource.id] = resource.facts.get("after") or []
        for other in after[resource.id]:
            if other not in by_id:
                line = resource.document.line(("after",))
                what = f"there is no resource “{other}”"
                yield Problem(
                    resource.path, line, what, "Name a file of the catalogue, without .md"
                )
    if cycle := find_cycle(after):
        first = by_id[cycle[0]]
        what = f"these resources come after each other in a circle: {' → '.join(cycle)}"
        line = first.document.line(("after",))
        yield Problem(first.path, line, what, "Take one `after` out")


TWIN = {"title": False, "summary": True, "hours_from": True, "status_note": True}


def check_twin(path, document, review, resource):
    """Problems of the Chinese twin of a resource: it holds prose, and no facts.

    What its English file says in words, the twin says in Chinese: summary, hours_from, status_note.
    """
    for field in document.data:
        if field not in TWIN and field != "renders":
            what = f"“{field}” stands in the Chinese twin"
            mend = "Facts stand in the English file alone; take it out"
            yield Problem(path, document.line((field,)), what, mend)
    for field, needed in TWIN.items():
        if needed and resource.facts.get(field) and not document.data.get(field):
            yield Problem(path, 1, f"“{field}” is missing", f"Add {field}, in Chinese")
    if len(CJK.findall(review)) < 100:
        yield Problem(path, 1, "the review has fewer than 100 Chinese characters", "Write more")


def check_coverage(resources, topics):
    """Topics for which "Learn it from" would have too little for who reads English alone."""
    in_english = [resource for resource in resources if "en" in resource.languages]
    for i, topic in enumerate(topics.data["topics"]):
        fitting = [resource for resource in in_english if resource.fit(topic["id"]) > 1]
        free = [resource for resource in fitting if resource.facts["cost"] != "paid"]
        lacking = {
            f"fewer than {LEAST} resources in English that fit (2 or 3)": fitting[LEAST - 1 :],
            "no free resource in English": free,
            "no resource in English for beginners or introductory": [
                resource for resource in fitting if resource.is_easy
            ],
            "no free resource in English whose hours are known": [
                resource for resource in free if resource.part_hours(topic["id"])
            ],
        }
        for what, found in lacking.items():
            if not found:
                yield Problem(
                    catalogue.TOPICS,
                    topics.line(("topics", i)),
                    f"“{topic['id']}” has {what}",
                    "Add one to the catalogue, or the topic to one",
                )


def check():
    """Reads and checks topics, resources and Chinese twins.

    Raises:
        catalogue.Unreadable: docs/topics.yml is no YAML.
    """
    topics = catalogue.read_topics()
    problems = list(check_topics(topics))
    if problems:  # resources are judged by the topics
        return Checked(problems, [], topics, {})
    ids = {topic["id"] for topic in topics.data["topics"]}
    resources = []
    for path in catalogue.resource_files():
        try:
            resource = catalogue.read_resource(path)
        except catalogue.Unreadable as error:
            mend = "CONTRIBUTING.md shows a resource’s file"
            problems.append(Problem(path, error.line, error.what, mend))
            continue
        found = list(check_resource(resource, ids))
        problems += found
        if not found:
            resources.append(resource)
    problems += check_together(resources)
    twins = {}
    by_id = {resource.id: resource for resource in resources}
    for path in sorted((ROOT / "docs/zh" / catalogue.FOLDER).glob("*.md")):
        try:
            document, review = catalogue.split(path.read_text(encoding="utf-8"))
        except catalogue.Unreadable as error:
            mend = "Begin the file with --- and summary"
            problems.append(Problem(path, error.line, error.what, mend))
            continue
        if path.stem in by_id:
            problems += check_twin(path, document, review, by_id[path.stem])
            twins[path.stem] = {**document.data, "review": review}
        elif not (ROOT / "docs/en" / catalogue.FOLDER / path.name).exists():
            what, mend = f"there is no English {path.name}", "Name the file like its English twin"
            problems.append(Problem(path, 1, what, mend))
    return Checked(problems, resources, topics, twins)


def main(arguments):
    """Checks the whole catalogue, and shows the problems of the named files, or all."""
    try:
        problems, resources, topics, _ = check()
    except catalogue.Unreadable as error:
        print(Problem(catalogue.TOPICS, error.line, error.what, "Mend it"))
        return 1
    if arguments:
        named = {Path(argument).resolve() for argument in arguments}
        problems = [problem for problem in problems if problem.file in named]
    elif resources:
        problems += check_coverage(resources, topics)
    return report(problems, f"{len(resources)} sound resources")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
