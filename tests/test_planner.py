"""The study planner: thousands of preferences against what every plan must keep; then its page."""

import datetime
import json
import random

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from check_catalogue import with_needs
from conftest import SITE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

PAGE = "6-resources/planner.html"
TODAY = datetime.date(2026, 11, 24)
LANGUAGES = (["en"], ["zh"], ["en", "zh"], ["zh", "en"])


def examples(count):
    """Settings for so many examples, however long each takes."""
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )


@pytest.fixture(scope="module")
def page(chromium, address):
    page = chromium.new_page()
    page.goto(address + PAGE)
    page.wait_for_function("window.guide?.planner")
    yield page
    page.close()


@pytest.fixture(scope="module")
def catalogue(page):
    return page.evaluate("guide.catalogue")


def plan(page, preferences, today=TODAY, log=(), catalogue=None):
    """The planner's answer; `catalogue` is an expression, the page's own if not given."""
    return page.evaluate(
        f"([preferences, today, log]) => guide.planner.plan({catalogue or 'guide.catalogue'}, "
        "preferences, today, log)",
        [preferences, today.isoformat(), list(log)],
    )


def preferences_for(goals, topics):
    """A strategy for preferences as the form can make them."""
    start = st.dates(datetime.date(2026, 6, 1), datetime.date(2028, 1, 1))
    return st.builds(
        lambda goal, known, hours, start, weeks, languages, budget: {
            "goal": goal,
            "known": [topic for topic in topics if topic in known],
            "hours": hours / 2,
            "start": start.isoformat(),
            "by": weeks and (start + datetime.timedelta(7 * weeks + 3)).isoformat(),
            "languages": languages,
            "budget": budget,
        },
        goal=st.sampled_from(goals),
        known=st.sets(st.sampled_from(topics), max_size=12),
        hours=st.integers(1, 160),
        start=start,
        weeks=st.one_of(st.none(), st.integers(1, 60)),
        languages=st.sampled_from(LANGUAGES),
        budget=st.one_of(st.none(), st.integers(0, 600)),
    )


def check_plan(catalogue, preferences, result, today, log):
    """Everything that must be true of a plan, whatever was asked."""
    needs = {topic["id"]: topic["needs"] for topic in catalogue["topics"]}
    resources = {resource["id"]: resource for resource in catalogue["resources"]}
    projects = {project["id"]: project for project in catalogue["projects"]}
    learnt = with_needs(preferences["known"], needs)
    wholes, topic = set(), None
    for step in result["steps"]:  # nothing before what it needs
        if step["kind"] == "project":
            done = learnt | {topic}
            assert set(projects[step["id"]]["needs"]) <= done
            continue
        if step["topic"] != topic:
            learnt |= {topic} - {None}
            topic = step["topic"]
            assert topic not in learnt
            assert set(needs[topic]) <= learnt
        if step["kind"] == "resource":
            resource = resources[step["id"]]
            assert set(resource["prerequisites"]) <= learnt
            assert set(resource["after"]) <= wholes
            assert resource["status"] != "retired"
            assert set(resource["speaks"]) & set(preferences["languages"])
            if preferences["budget"] is not None and resource["cost"] == "paid":
                assert resource["price"]["currency"] == "USD"
            if resource["topics"][topic]["whole"]:
                wholes.add(resource["id"])
    if preferences["budget"] is not None:
        assert result["cost"] <= preferences["budget"]

    capacity = int(preferences["hours"] * 60 // 15 * 15)
    placed = dict.fromkeys((step["key"] for step in result["steps"]), 0)
    assert len(placed) == len(result["steps"])
    for week in result["weeks"]:  # no week above its hours
        done = sum(item["minutes"] for item in week["items"] if item["done"])
        ahead = sum(item["minutes"] for item in week["items"] if not item["done"])
        assert ahead <= max(0, capacity - done)
        if ahead:
            assert week["to"] >= today.isoformat()
        for item in week["items"]:
            assert item["minutes"] % 15 == 0
            placed[item["step"]["key"]] += item["minutes"]
    logged = {}
    for entry in log:
        logged[entry["key"]] = logged.get(entry["key"], 0) + entry["minutes"]
    for step in result["steps"]:  # all chosen hours placed
        assert placed[step["key"]] == max(step["minutes"], logged.get(step["key"], 0))
    ahead = [i["step"]["key"] for w in result["weeks"] for i in w["items"] if not i["done"]]
    order = {step["key"]: n for n, step in enumerate(result["steps"])}
    assert [order[key] for key in ahead] == sorted(order[key] for key in ahead)
    if preferences["by"] and result["end"]:
        assert result["end"] <= preferences["by"]

    goal = next(goal for goal in catalogue["goals"] if goal["id"] == preferences["goal"])
    taught = {step["topic"] for step in result["steps"] if step["kind"] != "project"}
    known = with_needs(preferences["known"], needs)
    assert with_needs(goal["core"], needs) <= taught | known
    # whatever of the goal is not taught is accounted for
    left_out = {entry["topic"] for entry in result["leftOut"]}
    assert with_needs([*goal["core"], *goal["extra"]], needs) == (
        (taught | known | left_out) & with_needs([*goal["core"], *goal["extra"]], needs)
    )
    assert not taught & left_out
    assert {step["id"] for step in result["steps"] if step["kind"] == "project"} == set(
        goal["projects"]
    )


def check_refusal(page, catalogue, preferences, result, today, expression=None):
    """No plan: the nearest ones are plans, and change nothing but what they say."""
    assert result["nearest"]
    for near in result["nearest"]:
        changed = {name for name in preferences if near["preferences"][name] != preferences[name]}
        assert changed == {near["change"]}
        nearest = plan(page, near["preferences"], today, catalogue=expression)
        if near["change"] == "languages" and not nearest["ok"]:
            assert nearest["reason"] == "time"  # the last day is the next question
            continue
        assert nearest["ok"], near
        check_plan(catalogue, near["preferences"], nearest, today, [])


def test_every_plan_keeps_what_it_must(page, catalogue):
    goals = [goal["id"] for goal in catalogue["goals"]]
    topics = [topic["id"] for topic in catalogue["topics"]]
    outcomes = set()

    @examples(2000)
    @given(preferences_for(goals, topics))
    def check(preferences):
        result = plan(page, preferences)
        assert result == plan(page, preferences)
        outcomes.add(result.get("reason", "ok"))
        if result["ok"]:
            check_plan(catalogue, preferences, result, TODAY, [])
        else:
            check_refusal(page, catalogue, preferences, result, TODAY)

    check()
    assert {"ok", "time"} <= outcomes


def random_catalogue(seed):
    """A small catalogue with a topic graph, goals and resources drawn by lot."""
    lot = random.Random(seed)
    topics = [f"t{i}" for i in range(lot.randint(3, 12))]
    needs = {t: lot.sample(topics[:i], min(i, lot.randint(0, 2))) for i, t in enumerate(topics)}

    def resource(number):
        taught = lot.sample(topics, lot.randint(1, min(4, len(topics))))
        others = [topic for topic in topics if topic not in taught]
        whole_hours = lot.choice([1, 5, 20, 80])
        cost = lot.choice(["free", "freemium", "paid"])
        currency, per = lot.choice(["USD", "USD", "EUR"]), lot.choice(["once", "month", "year"])
        price = {"amount": lot.randint(5, 300), "currency": currency, "per": per}
        return {
            "id": f"r{number}",
            "languages": lot.sample(["en", "zh", "fr"], lot.randint(1, 2)),
            "speaks": lot.sample(["en", "zh", "fr"], lot.randint(1, 3)),
            "level": lot.choice(["beginner", "introductory", "intermediate", "advanced"]),
            "hours": whole_hours,
            "cost": cost,
            "price": price if cost == "paid" and lot.random() < 0.7 else None,
            "hands_on": lot.choice(["none", "some", "much"]),
            "year": lot.choice([None, 2015, 2026]),
            "status": lot.choice(["current", "current", "frozen", "retired"]),
            "prerequisites": lot.sample(others, min(len(others), lot.randint(0, 2))),
            "after": lot.sample([f"r{i}" for i in range(number)], min(number, lot.random() < 0.2)),
            "topics": {
                topic: {
                    "fit": lot.randint(1, 3),
                    "part": "whole" if whole else f"chapter {lot.randint(1, 4)}",
                    "whole": whole,
                    "hours": lot.choice([None, whole_hours if whole else whole_hours / 4]),
                }
                for topic in taught
                for whole in [lot.random() < 0.4]
            },
        }

    core = lot.sample(topics, lot.randint(1, len(topics)))
    extra = [topic for topic in topics if topic not in core and lot.random() < 0.5]
    project = {"id": "p", "needs": core[:1], "hours": lot.randint(1, 30), "page": "", "name": ""}
    return {
        "topics": [
            {
                "id": topic,
                "name": topic,
                "needs": needs[topic],
                "hours": lot.choice([0.5, 0.75, 3]),
                "pageLanguage": lot.choice(["en", "zh"]),
                **({"notebook": "n"} if lot.random() < 0.2 else {}),
            }
            for topic in topics
        ],
        "resources": [resource(number) for number in range(lot.randint(0, 25))],
        "goals": [{"id": "understand", "core": core, "extra": extra, "projects": ["p"]}],
        "projects": [project],
    }


def test_plans_of_other_catalogues_keep_it_too(page):
    outcomes = set()

    @examples(1000)
    @given(st.integers(0, 10**6), st.data())
    def check(seed, data):
        catalogue = random_catalogue(seed)
        page.evaluate("catalogue => { window.other = catalogue; }", catalogue)
        topics = [topic["id"] for topic in catalogue["topics"]]
        preferences = data.draw(preferences_for(["understand"], topics))
        result = plan(page, preferences, catalogue="window.other")
        outcomes.add(result.get("reason", "ok"))
        if result["ok"]:
            check_plan(catalogue, preferences, result, TODAY, [])
        elif result["reason"] == "time":
            check_refusal(page, catalogue, preferences, result, TODAY, "window.other")
        else:
            assert result["missing"]

    check()
    assert outcomes == {"ok", "time", "language"}


def test_ticks_move_the_rest(page, catalogue):
    """Whatever is ticked, in whatever week: the rest is placed from this week on, whole."""
    goals = [goal["id"] for goal in catalogue["goals"]]
    topics = [topic["id"] for topic in catalogue["topics"]]

    @examples(500)
    @given(preferences_for(goals, topics), st.data())
    def check(preferences, data):
        preferences["by"] = None
        first = plan(page, preferences)
        if not first["ok"]:
            return
        slices = [(w, i) for w in first["weeks"] for i in w["items"] if i["minutes"]]
        ticked = data.draw(st.lists(st.sampled_from(slices), max_size=8, unique_by=id))
        later = TODAY + datetime.timedelta(data.draw(st.integers(0, 200)))
        log = [
            {"key": i["step"]["key"], "minutes": i["minutes"], "date": w["from"]} for w, i in ticked
        ]
        result = plan(page, preferences, later, log)
        assert result["ok"]
        check_plan(catalogue, preferences, result, later, log)
        assert [step["key"] for step in result["steps"]] == [s["key"] for s in first["steps"]]

    check()


def test_one_preference_changes_nothing_else(page, catalogue):
    """The start and the hours move dates and choose nothing, where money and days do not count."""
    goals = [goal["id"] for goal in catalogue["goals"]]
    topics = [topic["id"] for topic in catalogue["topics"]]

    @examples(500)
    @given(preferences_for(goals, topics), st.integers(1, 160), st.integers(0, 300))
    def check(preferences, hours, days):
        preferences |= {"by": None, "budget": None}
        result = plan(page, preferences)
        if not result["ok"]:
            return
        steps = [step["key"] for step in result["steps"]]
        start = (TODAY + datetime.timedelta(days)).isoformat()
        for changed in ({"hours": hours / 2}, {"start": start}):
            assert [step["key"] for step in plan(page, preferences | changed)["steps"]] == steps

    check()


def test_address_and_file_give_the_preferences_back(page, catalogue):
    goals = [goal["id"] for goal in catalogue["goals"]]
    topics = [topic["id"] for topic in catalogue["topics"]]

    @examples(300)
    @given(preferences_for(goals, topics))
    def check(preferences):
        read = page.evaluate(
            """(preferences) => {
              const { planner, catalogue } = guide;
              const log = [{ key: "page:python", minutes: 30, date: "2026-12-01" }];
              return [
                planner.fromAddress("#" + planner.toAddress(preferences), catalogue, "2026-11-24"),
                planner.fromFile(planner.toFile(preferences, log), catalogue, "2026-11-24"),
              ];
            }""",
            preferences,
        )
        assert [entry["problems"] for entry in read] == [[], []]
        assert [entry["preferences"] for entry in read] == [preferences, preferences]
        assert read[1]["log"] == [{"key": "page:python", "minutes": 30, "date": "2026-12-01"}]

    check()


ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text(), max_size=3)
)


def test_no_file_and_no_address_breaks_the_planner(page):
    """Whatever they hold: preferences that give an answer, or a problem that can be named."""
    names = st.sampled_from(
        ["goal", "known", "hours", "start", "by", "languages", "budget", "colour"]
    )
    files = st.one_of(
        st.text(),
        st.builds(
            lambda version, preferences, log: json.dumps(
                {
                    "format": "large-model-guide-plan",
                    "version": version,
                    "preferences": preferences,
                    "log": log,
                }
            ),
            st.one_of(st.just(1), ODD),
            st.one_of(st.dictionaries(names, ODD), ODD),
            st.one_of(ODD, st.lists(st.dictionaries(st.sampled_from(["key", "minutes"]), ODD))),
        ),
    )

    @examples(500)
    @given(files, st.dictionaries(names, st.text()))
    def check(file, address):
        answers = page.evaluate(
            """([file, address]) => {
              const { planner, catalogue } = guide;
              const hash = "#" + new URLSearchParams(address);
              return [planner.fromFile(file, catalogue, "2026-11-24"),
                      planner.fromAddress(hash, catalogue, "2026-11-24")].map((read) => ({
                problems: read.problems.map((problem) => problem.code),
                answered: read.preferences &&
                  "ok" in planner.plan(catalogue, read.preferences, "2026-11-24", read.log ?? []),
              }));
            }""",
            [file, address],
        )
        for answer in answers:
            assert answer["problems"] or answer["answered"]

    check()


# -- The page -------------------------------------------------------------------------------------
@pytest.fixture
def reader(chromium, address):
    """A page of a reader who has never been here, at a phone's width."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime(2026, 11, 24, 12))
    yield page
    context.close()


def open_planner(page, address, hash=""):
    page.goto("about:blank")
    page.goto(address + PAGE + hash)
    page.locator(".guide-count").wait_for()


def saved(page):
    return page.evaluate("localStorage.getItem('guide.plan')")


def save_plan(page, address):
    """Makes and saves a plan; what the browser then keeps."""
    open_planner(page, address)
    page.get_by_role("button", name="Save in this browser").click()
    return saved(page)


def test_plan_is_made_saved_and_ticked_by_keyboard(reader, address):
    open_planner(reader, address)
    hours = reader.get_by_label("Hours a week")
    hours.focus()
    reader.keyboard.press("ControlOrMeta+A")
    reader.keyboard.type("4")
    reader.keyboard.press("Tab")
    assert "hours=4" in reader.evaluate("location.hash")
    reader.get_by_role("button", name="Save in this browser").focus()
    reader.keyboard.press("Enter")
    assert json.loads(saved(reader))["preferences"]["hours"] == 4
    before = reader.locator(".guide-weeks > li").first.text_content()
    reader.locator(".guide-weeks input").first.focus()
    reader.keyboard.press("Space")
    assert len(json.loads(saved(reader))["log"]) == 1
    expect(reader.locator(".guide-weeks li.done")).to_have_count(1)
    expect(reader.locator(".guide-count")).to_contain_text("done")
    # the next visit, without an address, shows the saved plan
    reader.evaluate("history.replaceState(null, '', location.pathname)")
    reader.reload()
    expect(reader.locator(".guide-weeks li.done")).to_have_count(1)
    reader.locator(".guide-weeks input").first.uncheck()
    assert json.loads(saved(reader))["log"] == []
    assert reader.locator(".guide-weeks > li").first.text_content() == before


def test_shared_address_leaves_the_saved_plan(reader, address):
    mine = save_plan(reader, address)
    open_planner(reader, address, "#goal=research&hours=10&languages=en&budget=any")
    expect(reader.get_by_label("I want to")).to_have_value("research")
    assert saved(reader) == mine
    reader.get_by_role("button", name="Save in this browser").click()
    reader.get_by_role("button", name="Keep it").click()
    assert saved(reader) == mine
    reader.get_by_role("button", name="Back to my saved plan").click()
    expect(reader.get_by_label("I want to")).to_have_value("understand")
    assert saved(reader) == mine


@pytest.mark.parametrize(
    ("hash", "message"),
    [
        ("#goal=fame", "there is no goal “fame”"),
        ("#hours=0", "0 hours a week is not between 0.5 and 80"),
        ("#hours=lots", "lots hours a week is not"),
        ("#start=2026-02-31", "“2026-02-31” is no date"),
        ("#start=2026-12-01&by=2026-12-03", "2026-12-03 leaves not even one week"),
        ("#known=python,magic", "there is no topic “magic”"),
        ("#languages=xx", "“xx” is no choice of languages"),
        ("#budget=-5", "“-5” is no amount of money"),
        ("#colour=red", "“colour” means nothing here"),
    ],
)
def test_hand_edited_address_says_what_it_cannot_use(reader, address, hash, message):
    mine = save_plan(reader, address)
    open_planner(reader, address, hash)
    expect(reader.get_by_role("alert")).to_contain_text(message)
    assert reader.locator(".guide-weeks > li").count()
    assert saved(reader) == mine


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "the file is broken"),
        ('{"a": 1}', "the file is no study plan"),
        ('{"format": "large-model-guide-plan", "version": 0}', "the file is of version 0"),
    ],
)
def test_file_that_is_no_plan_changes_nothing(reader, address, content, message):
    mine, shown = save_plan(reader, address), reader.locator(".guide-weeks").text_content()
    file = {"name": "plan.json", "mimeType": "application/json", "buffer": content.encode()}
    reader.locator("input[type=file]").set_input_files(file)
    expect(reader.get_by_role("alert")).to_contain_text(message)
    assert saved(reader) == mine
    assert reader.locator(".guide-weeks").text_content() == shown


def test_zero_hours_and_past_dates_are_explained(reader, address):
    open_planner(reader, address)
    shown = reader.locator(".guide-weeks").text_content()
    reader.get_by_label("Hours a week").fill("0")
    reader.get_by_label("Hours a week").press("Tab")
    expect(reader.get_by_role("alert")).to_contain_text("0 hours a week is not between")
    assert reader.locator(".guide-weeks").text_content() == shown
    open_planner(reader, address, "#start=2026-09-01")
    expect(reader.locator(".guide-remarks")).to_contain_text("Its first day has passed")
    assert "24 – 30 Nov 2026" in reader.locator(".guide-weeks > li").first.text_content()


def test_where_no_plan_fits_the_nearest_is_one_press_away(reader, address):
    open_planner(reader, address, "#goal=research&hours=1&start=2026-12-01&by=2026-12-20")
    expect(reader.locator(".guide-count")).to_have_text("No plan fits.")
    reader.get_by_role("button", name="the same hours, done by").click()
    assert reader.locator(".guide-weeks > li").count() > 10


def test_broken_storage_is_left_alone(reader, address):
    open_planner(reader, address)
    reader.evaluate("localStorage.setItem('guide.plan', '{broken')")
    reader.reload()
    expect(reader.get_by_role("alert")).to_contain_text("What this browser had saved is broken")
    assert saved(reader) == "{broken"


def test_file_goes_out_and_comes_back(reader, address):
    open_planner(reader, address, "#goal=build&hours=7&known=python&languages=en&budget=50")
    shown = reader.locator(".guide-weeks").text_content()
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Save as a file").click()
    open_planner(reader, address)
    reader.locator("input[type=file]").set_input_files(download.value.path())
    expect(reader.get_by_label("I want to")).to_have_value("build")
    assert reader.locator(".guide-weeks").text_content() == shown


@pytest.mark.parametrize("edition", ["", "zh/"])
def test_calendar_is_read_back_by_another_program(reader, address, edition):
    open_planner(reader, address + edition, "#goal=train&hours=8&start=2026-12-07&languages=en,zh")
    with reader.expect_download() as download:
        reader.locator(".guide-actions button", has_text=".ics").click()
    data = download.value.path().read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    calendar = icalendar.Calendar.from_ical(data)
    events = [event for event in calendar.walk("VEVENT")]
    weeks = [event for event in events if str(event["UID"]).startswith("week-")]
    shown = reader.locator(".guide-weeks > li")
    assert len(weeks) == shown.count() > 5
    assert len({str(event["UID"]) for event in events}) == len(events)
    first = datetime.date(2026, 12, 7)
    for n, event in enumerate(weeks):
        assert event.decoded("DTSTART") == first + datetime.timedelta(7 * n)
        assert event.decoded("DTEND") == first + datetime.timedelta(7 * n + 7)
        names = shown.nth(n).locator("li a").all_inner_texts()
        lines = str(event["DESCRIPTION"]).split("\n")
        assert all(any(name in line for name in names) for line in lines)
    due = [event for event in events if event not in weeks]
    assert len(due) == 2
    assert all(
        event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(1) for event in due
    )
    assert any("LoRA" in str(event["SUMMARY"]) for event in due)


def test_calendar_escapes_what_has_a_meaning_there(page):
    text = "commas, semicolons; back\\slashes\nand 中文 in a line of many more octets than 75"
    event = {"uid": "1", "from": "2026-12-07", "to": "2026-12-13", "summary": text}
    calendar = page.evaluate(
        "event => guide.planner.toCalendar([event], 'Guide', '2026-11-24')",
        {**event, "description": text},
    )
    unfolded = calendar.replace("\r\n ", "")
    assert "SUMMARY:commas\\, semicolons\\; back\\\\slashes\\nand 中文 in" in unfolded
    (read,) = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert str(read["SUMMARY"]) == str(read["DESCRIPTION"]) == text


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hash", ["#goal=build&hours=5", "#goal=research&hours=1&by=2027-03-01"])
def test_axe_finds_nothing_while_it_is_used(chromium, address, width, scheme, hash):
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    open_planner(page, address, hash)
    page.locator(".guide-more summary").first.click()
    if page.get_by_role("button", name="Save in this browser").count():
        page.get_by_role("button", name="Save in this browser").click()
        page.locator(".guide-weeks input").first.check()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_planner_works_from_a_folder(chromium):
    page = chromium.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((SITE / PAGE).as_uri())
    page.locator(".guide-count").wait_for()
    page.get_by_label("I want to").select_option("build")
    assert "goal=build" in page.evaluate("location.hash")
    page.get_by_role("button", name="Save in this browser").click()
    page.goto((SITE / PAGE).as_uri())
    expect(page.get_by_label("I want to")).to_have_value("build")
    assert complaints == []
    page.close()
