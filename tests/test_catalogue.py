"""The catalogue: what it must hold, what its checks refuse, and what the site makes of it."""

import ast
import json
import re
from collections import Counter
from xml.etree import ElementTree

import catalogue
import catalogue_words
import check_catalogue
import check_pages
import jsonschema
import pytest
from catalogue_html import Edition, learning_pages, topics_of_pages
from conftest import ROOT, SITE
from pages import ALL, edition

TOPICS = catalogue.read_topics().data
RESOURCES = [catalogue.read_resource(path) for path in catalogue.resource_files()]
PLATFORMS = ("Coursera", "edX", "Udacity", "Kaggle", "Medium")  # which the article names


def count(test):
    return sum(test(resource.facts) for resource in RESOURCES)


# -- What it holds --------------------------------------------------------------------------------
def test_catalogue_is_sound():
    problems = check_catalogue.check().problems
    assert [str(problem) for problem in problems] == []
    coverage = check_catalogue.check_coverage(RESOURCES, catalogue.read_topics())
    assert [str(problem) for problem in coverage] == []


def test_links_of_reviews_lead_somewhere():
    pages = [path for path in ALL if path.parent.name == "catalogue"]
    problems = [p for path in pages for p in check_pages.check_page(path, edition(path))]
    assert [str(problem) for problem in problems] == []


def test_catalogue_is_large_enough():
    assert len(RESOURCES) >= 120
    assert count(lambda facts: facts["kind"] in ("course", "lecture series", "MOOC")) >= 70
    assert sum("zh" in resource.languages for resource in RESOURCES) >= 25
    assert count(lambda facts: facts["level"] == "beginner") >= 15
    assert count(lambda facts: facts["year"] == 2026) >= 10


def test_every_kind_and_every_platform_of_the_article_is_there():
    kinds = check_catalogue.schema()["$defs"]["resource"]["properties"]["kind"]["enum"]
    assert {resource.facts["kind"] for resource in RESOURCES} == set(kinds)
    hosts = {r.facts[field] for r in RESOURCES for field in ("platform", "provider")}
    assert set(PLATFORMS) <= hosts
    names = {resource.id for resource in RESOURCES}
    named = {"cs231n", "cs224n", "fast-ai-part-1", "deep-learning-book", "hands-on-ml"}
    assert named | {"towards-data-science", "medium-ai", "arxiv-sanity"} <= names


def test_all_words_are_translated():
    english, chinese = catalogue_words.WORDS["en"], catalogue_words.WORDS["zh"]
    assert {name: list(values) for name, values in english.items()} == {
        name: list(values) for name, values in chinese.items()
    }
    fields = check_catalogue.schema()["$defs"]["resource"]["properties"]
    for name in ("kind", "level", "cost", "hands_on", "status"):
        assert list(english[name]) == fields[name]["enum"]
    assert list(english["formats"]) == fields["formats"]["items"]["enum"]


@pytest.mark.parametrize(
    ("part", "english", "chinese"),
    [
        ("whole", "all of it", "全部"),
        ("lecture 5", "lecture 5", "第 5 讲"),
        ("lecture 5–6", "lectures 5–6", "第 5–6 讲"),
        ("chapter 3, 7", "chapters 3, 7", "第 3、7 章"),
        ("chapter 4.2", "chapter 4.2", "第 4.2 章"),
        ("post GPT, inside", "post: GPT, inside", "文章：GPT, inside"),
    ],
)
def test_parts_are_said_in_both_languages(part, english, chinese):
    assert catalogue_words.part(part, "en") == english
    assert catalogue_words.part(part, "zh") == chinese


def test_hours_in_the_sequences_are_those_of_the_catalogue():
    page = (ROOT / "docs/en/6-resources/courses.md").read_text(encoding="utf-8")
    typed = ast.literal_eval(re.search(r"^hours = (\{.*?^\})", page, re.M | re.S)[1])
    by_id = {resource.id: resource.facts["hours"] for resource in RESOURCES}
    assert typed == {id: by_id[id] for id in typed}


# -- What its checks refuse -----------------------------------------------------------------------
SOUND = (catalogue.ROOT / "docs/en" / catalogue.FOLDER / "cs231n.md").read_text(encoding="utf-8")


def problems_of(tmp_path, text):
    path = tmp_path / "entry.md"
    path.write_text(text, encoding="utf-8")
    try:
        resource = catalogue.read_resource(path)
    except catalogue.Unreadable as error:
        return [f"{error.line}: {error.what}"]
    ids = {topic["id"] for topic in TOPICS["topics"]}
    return [
        f"{problem.line}: {problem.what}. {problem.mend}"
        for problem in check_catalogue.check_resource(resource, ids)
    ]


def line_of(text, start):
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def test_sound_resource_has_no_problem(tmp_path):
    assert problems_of(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("field", "replacement", "message"),
    [
        ("kind", "kind: seminar", "kind is 'seminar'. Use one of: course, lecture series"),
        ("level", "level: easy", "level is 'easy'. Use one of: beginner"),
        ("provider", "supplier: Stanford", "unknown field “supplier” in the front matter. Mend"),
        ("licence", "", "the front matter lacks “licence”. Add it"),
        ("hours", "hours: many", "hours: 'many' is not"),
        ("hours", "hours: -3", "hours: -3"),
        ("hours", "hours: null", "hours and hours_from belong together"),
        ("url", "url: cs231n", "url: 'cs231n' does not match"),
        ("checked", "checked: 2026-02-30", "there is no day 2026-02-30"),
        ("checked", "checked: yesterday", "checked: 'yesterday' does not match"),
        ("cost", "cost: free\ncost: paid", "“cost” stands here twice"),
        ("status", "status: retired", "nothing says why it is retired"),
        ("prerequisites", "prerequisites: [magic]", "there is no topic “magic”. Use the id"),
        ("prerequisites", "prerequisites: [cnn]", "“cnn” is taught here and needed before"),
        ("title", "title: [", "this is no YAML"),
    ],
)
def test_fault_is_refused_with_its_line(tmp_path, field, replacement, message):
    line = line_of(SOUND, f"{field}:")
    lines = SOUND.splitlines()
    lines[line - 1] = replacement
    text = "\n".join(line for line in lines if line) if not replacement else "\n".join(lines)
    found = problems_of(tmp_path, text)
    assert any(message in problem for problem in found), found
    if replacement and "YAML" not in message:
        expected = line + replacement.count("\n")
        if "unknown field" in message or "belong together" in message:
            return  # told at the line of what it belongs to
        assert any(p.startswith(f"{expected}: ") for p in found), found


def test_review_of_the_wrong_length_is_refused(tmp_path):
    head = SOUND.split("\n---\n")[0] + "\n---\n\n"
    line = head.count("\n")
    assert problems_of(tmp_path, head + "Too short.") == [
        f"{line}: the review has 2 words. Write 120 to 300"
    ]
    assert "301 words" in problems_of(tmp_path, head + "word " * 301)[0]


@pytest.mark.parametrize("text", ["", "# No front matter\n", "---\n- a list\n---\n", "---\n---\n"])
def test_file_without_facts_is_refused_in_words(tmp_path, text):
    (problem,) = problems_of(tmp_path, text)
    assert "front matter" in problem


def test_same_address_and_circles_are_refused(tmp_path):
    def entry(name, url, after):
        text = re.sub(r"^url: .*$", f"url: {url}\nafter: [{after}]", SOUND, flags=re.M)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        return catalogue.read_resource(tmp_path / f"{name}.md")

    pair = [entry("a", "https://a.org/x", "b"), entry("b", "https://a.org/x/", "a")]
    found = [str(problem) for problem in check_catalogue.check_together(pair)]
    assert any("b.md" in p and "a.md has the same url. Merge" in p for p in found)
    assert any("come after each other in a circle: a → b → a" in p for p in found)
    lost = [entry("c", "https://c.org/", "nowhere")]
    (problem,) = check_catalogue.check_together(lost)
    assert problem.what == "there is no resource “nowhere”"


def test_faults_of_the_topic_graph_are_refused():
    text = catalogue.TOPICS.read_text(encoding="utf-8")

    def found(old, new):
        assert old in text
        document = catalogue.parse(text.replace(old, new, 1))
        return [str(problem) for problem in check_catalogue.check_topics(document)]

    line = line_of(text, "  - {id: machine-learning,")
    needs = "needs: [artificial-intelligence]"
    (circle,) = found(needs, "needs: [deep-learning]")
    assert f":{line}: the topics need each other in a circle: machine-learning → deep-le" in circle
    assert "needs the unknown topic “magic”" in found(needs, "needs: [magic]")[0]
    assert (
        "there is no page 2-concepts/no.md" in found("2-concepts/models.md", "2-concepts/no.md")[0]
    )
    assert (
        "no track “sports”" in found("id: models, track: concepts", "id: models, track: sports")[0]
    )
    assert "there are two topics “models”" in " ".join(found("id: rnn,", "id: models,"))
    assert "lacks “zh”" in found("zh: 深度学习, ", "")[0]
    assert "no topic “rhetoric”" in found("core: [models,", "core: [rhetoric,")[0]


def test_chinese_twin_holds_prose_and_no_facts(tmp_path):
    english = next(resource for resource in RESOURCES if resource.id == "cs231n")
    twin = tmp_path / "cs231n.md"
    twin.write_text("---\nsummary: 很好。\nhours: 80\n---\n\n" + "好" * 100, encoding="utf-8")
    document, review = catalogue.split(twin.read_text(encoding="utf-8"))
    problems = check_catalogue.check_twin(twin, document, review, english)
    found = [(problem.line, problem.what) for problem in problems]
    assert found == [
        (3, "“hours” stands in the Chinese twin"),
        (1, "“hours_from” is missing"),
    ]


# -- What the site makes of it --------------------------------------------------------------------
def html(path):
    return (SITE / path).read_text(encoding="utf-8")


def test_data_validates_against_the_published_schema():
    data = json.loads(html("6-resources/catalogue.json"))
    schema = json.loads(html("6-resources/catalogue.schema.json"))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert len(data["resources"]) == len(RESOURCES)
    assert all(resource["review"] for resource in data["resources"])


def test_feed_is_atom_with_an_entry_for_each_change():
    root = ElementTree.parse(SITE / "6-resources/catalogue.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.tag == f"{atom}feed"
    entries = root.findall(f"{atom}entry")
    assert len(entries) == sum(len(resource.facts["changes"]) for resource in RESOURCES)
    assert len({entry.find(f"{atom}id").text for entry in entries}) == len(entries)
    for entry in entries:
        href = entry.find(f"{atom}link").get("href")
        assert (SITE / "6-resources" / href).exists()
    dates = [entry.find(f"{atom}updated").text for entry in entries]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("edition", ["", "zh/"])
def test_every_resource_has_a_page_with_its_facts_and_json_ld(edition):
    types = Counter()
    for resource in RESOURCES:
        page = html(f"{edition}6-resources/catalogue/{resource.id}.html")
        (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        linked = json.loads(data)
        assert linked["@context"] == "https://schema.org"
        assert linked["url"] == resource.facts["url"]
        types[linked["@type"]] += 1
        if linked["@type"] == "Course":
            assert linked["provider"]["name"] == resource.facts["provider"]
            assert linked["description"]
        assert f'href="{resource.facts["url"].replace("&", "&amp;")}"' in page
        assert resource.facts["checked"] in page
    assert types["Course"] >= 70
    assert types["Book"] >= 10


def test_learn_it_from_closes_every_page_about_a_topic():
    pages = learning_pages(topics_of_pages(TOPICS["topics"]))
    chapters = ("2-concepts", "3-algorithms", "5-applications")
    expected = {
        path.relative_to(ROOT / "docs/en").as_posix()
        for chapter in chapters
        for path in (ROOT / "docs/en" / chapter).glob("*.md")
        if path.name != "index.md"
    }
    assert expected <= set(pages)
    by_id = {resource.id: resource.facts for resource in RESOURCES}
    for page in pages:
        section = html(page.replace(".md", ".html")).split('id="learn-it-from"')[1].split("<h2")[0]
        section = section.split('<div class="footnote"')[0]
        ids = re.findall(r'catalogue/([a-z0-9-]+)\.html"', section)
        assert 3 <= len(ids) <= 6, page
        chosen = [by_id[id] for id in ids]
        assert any(facts["cost"] != "paid" for facts in chosen), page
        assert any(facts["level"] in ("beginner", "introductory") for facts in chosen), page


@pytest.mark.parametrize("edition", ["", "zh/"])
def test_roadmap_leads_from_every_topic_to_its_page(edition):
    page = html(f"{edition}6-resources/roadmap.html")
    drawing = page.split('<svg class="guide-roadmap"')[1].split("</svg>")[0]
    links = re.findall(r'<a href="([^"]+)" data-topic="([^"]+)"', drawing)
    nodes = {topic: href for href, topic in links}
    assert set(nodes) == {topic["id"] for topic in TOPICS["topics"]}
    for href in nodes.values():
        assert (SITE / edition / "6-resources" / href).resolve().exists(), href
    # a topic stands below all that it needs
    ys = {
        topic: float(y)
        for topic, y in re.findall(r'data-topic="([^"]+)"><rect [^>]*? y="([\d.]+)"', drawing)
    }
    for topic in TOPICS["topics"]:
        assert all(ys[need] < ys[topic["id"]] for need in topic["needs"]), topic["id"]


def test_what_the_reader_knows_shows_on_roadmap_and_in_the_planner(chromium, address):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(address + "3-algorithms/cnn.html")
    page.get_by_label("I know this: Convolutional networks").check()
    page.goto(address + "6-resources/roadmap.html")
    node = page.locator('.guide-roadmap a[data-topic="cnn"]')
    assert "known" in node.get_attribute("class")
    assert node.get_attribute("aria-label").endswith("known")
    page.get_by_label("I know this: Calculus").focus()
    page.keyboard.press("Space")
    page.goto(address + "6-resources/planner.html")
    page.locator(".guide-count").wait_for()
    page.locator(".guide-more summary").first.click()
    known = page.evaluate("[...guide.progress.known()].sort()")
    assert known == ["calculus", "cnn"]
    assert page.get_by_label("Calculus").is_checked()
    context.close()


# -- Link health ----------------------------------------------------------------------------------
@pytest.mark.parametrize("edition", ["", "zh/"])
def test_link_health_names_each_resource(edition):
    page = html(f"{edition}6-resources/link-health.html")
    assert page.count('<td><a href="') == len(RESOURCES)


def test_link_health_says_what_is_known():
    """What failed stands first; what no check has asked for was looked up by hand."""
    dead, failing, moved, guarded, by_hand = RESOURCES[:5]
    known = {
        dead.facts["url"]: {"alive": None, "failed": ["2026-01-01", "2026-01-02", "2026-01-03"]},
        failing.facts["url"]: {"alive": "2026-01-01", "failed": ["2026-01-02"]},
        moved.facts["url"]: {"alive": "2026-01-02", "failed": [], "moved": "https://new.org/"},
        guarded.facts["url"]: {"alive": "2026-01-02", "failed": [], "why": "answers 403"},
    }
    pages = {resource.id: resource for resource in RESOURCES[:5]}
    table = Edition("en", pages, {}, {}, set()).health_table(known, "6-resources/link-health.md")
    assert "5 resources: 2 answered at the last check, 2 failed, 1 have been" in table
    rows = table.split("<tr>")[2:]
    assert all("failed on" in row for row in rows[:2])
    assert not any("failed on" in row for row in rows[2:])
    text = "".join(rows)
    for words in (
        "dead: failed on 2026-01-01, 2026-01-02, 2026-01-03",
        "failed on 2026-01-02 – counts as dead after three days",
        "answers at a new address",
        "answers, but not to machines",
        f"{by_hand.facts['checked']}</td><td>looked up by hand",
    ):
        assert words in text


def test_archived_copy_is_linked():
    facts = {**RESOURCES[0].facts, "archived": "https://web.archive.org/web/1/x"}
    assert check_catalogue.validator().is_valid(facts)
    link = Edition("en", {}, {}, {}, set()).archived(facts)
    assert link == '<a href="https://web.archive.org/web/1/x">Archived copy</a> '
