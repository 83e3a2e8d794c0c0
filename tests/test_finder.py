"""The finder: filters, ranks, says why, keeps its state in the address; by keyboard, from a folder,
and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SITE
from playwright.sync_api import expect

PAGE = "6-resources/finder.html"
LEVELS = ["beginner", "introductory", "intermediate", "advanced"]


@pytest.fixture
def page(chromium):
    page = chromium.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    assert page.complaints == []
    page.close()


def open_finder(page, address, hash="", edition=""):
    page.goto("about:blank")
    page.goto(address + edition + PAGE + hash)
    page.locator(".guide-count").wait_for()


def ids(page):
    return page.locator("#resources > li").evaluate_all("cards => cards.map(c => c.dataset.id)")


def facts(page):
    return page.evaluate("Object.fromEntries(guide.catalogue.resources.map(r => [r.id, r]))")


@pytest.mark.parametrize("edition", ["", "zh/"])
def test_whole_list_is_there_without_javascript_sorted(chromium, address, edition):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + edition + PAGE)
    cards = page.locator("#resources > li")
    assert cards.count() >= 120
    levels = [
        next(
            level for level in [*LEVELS, "零基础", "入门", "进阶", "高级"] if f"· {level} ·" in text
        )
        for text in cards.locator(".guide-card-facts").all_text_contents()
    ]
    order = LEVELS if edition == "" else ["零基础", "入门", "进阶", "高级"]
    assert levels == sorted(levels, key=order.index)
    assert cards.first.locator("a").get_attribute("href").endswith(".html")
    context.close()


def test_filters_narrow_and_the_address_keeps_them(page, address):
    open_finder(page, address)
    everything = page.locator(".guide-count").inner_text()
    page.get_by_label("Topic").select_option("cnn")
    page.get_by_label("free", exact=True).check()
    page.get_by_label("intermediate").check()
    all_facts = facts(page)
    shown = ids(page)
    assert shown
    for id in shown:
        resource = all_facts[id]
        assert "cnn" in resource["topics"]
        assert resource["cost"] == "free"
        assert resource["level"] == "intermediate"
    fits = [all_facts[id]["topics"]["cnn"]["fit"] for id in shown]
    assert fits == sorted(fits, reverse=True)
    reason = page.locator("#resources > li").first.locator(".guide-reasons").inner_text()
    assert "Convolutional networks: " in reason
    assert "free" in reason
    address_now = page.evaluate("location.href")
    open_finder(page, address, "#" + address_now.split("#")[1])
    assert ids(page) == shown
    for name in ("Convolutional networks", "intermediate", "free"):
        page.get_by_role("button", name=f"Remove filter: {name}").click()
    assert page.locator(".guide-count").inner_text() == everything
    assert page.evaluate("location.hash") == ""


def test_text_finds_people_titles_and_topics(page, address):
    open_finder(page, address)
    page.get_by_label("Search", exact=True).last.fill("karpathy zero")
    assert ids(page) == ["zero-to-hero"]
    open_finder(page, address, "#q=李宏毅", "zh/")
    assert "lee-ml-2025" in ids(page)


def test_used_by_keyboard_alone(page, address):
    open_finder(page, address)
    field = page.locator(".guide-filters input[type=search]")
    field.focus()
    page.keyboard.type("agents")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # the first goal
    assert "goal=" in page.evaluate("location.hash")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first level
    assert "level=beginner" in page.evaluate("location.hash")
    page.keyboard.press("Space")
    chips = page.locator(".guide-chips .guide-chip")
    before = chips.count()
    chips.first.focus()
    page.keyboard.press("Enter")
    assert chips.count() == before - 1
    # the focus is not lost with the chip
    assert page.evaluate("document.activeElement.closest('.guide-chips, .guide-filters') !== null")


def test_says_which_filter_to_give_up(page, address):
    open_finder(
        page, address, "#topic=gpu-programming&level=beginner&certificate=free&kind=newsletter"
    )
    expect(page.locator(".guide-count")).to_contain_text("0 of")
    expect(page.get_by_role("button", name="more", exact=False).last).to_be_hidden()
    open_finder(page, address, "#topic=cnn&kind=newsletter")
    advice = page.locator(".guide-advice button")
    expect(advice.first).to_contain_text("Without")
    advice.first.click()
    assert ids(page)


def test_hand_edited_address_says_what_it_cannot_use(page, address):
    open_finder(page, address, "#level=beginner,genius&taste=good&compare=nothing")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("genius")
    expect(alert).to_contain_text("taste")
    expect(alert).to_contain_text("nothing")
    assert ids(page)
    assert {facts(page)[id]["level"] for id in ids(page)} == {"beginner"}


def test_compares_at_most_four(page, address):
    open_finder(page, address)
    boxes = page.locator(".guide-compare input")
    for n in range(4):
        boxes.nth(n).check()
    compared = page.locator(".guide-comparison")
    assert compared.locator("th[scope=col]").count() == 4
    boxes.nth(4).click()
    expect(boxes.nth(4)).not_to_be_checked()
    expect(page.get_by_role("alert")).to_contain_text("Four is the most")
    assert "compare=" in page.evaluate("location.hash")
    compared.get_by_role("button").first.click()
    assert compared.locator("th[scope=col]").count() == 3


def test_more_are_shown_on_demand(page, address):
    open_finder(page, address)
    first = len(ids(page))
    page.get_by_role("button", name="more", exact=False).last.click()
    assert len(ids(page)) > first
    focused = page.evaluate("document.activeElement.closest('li').dataset.id")
    assert ids(page).index(focused) == first  # reading goes on where it was


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "hash",
    [
        "#goal=train&level=introductory,intermediate&cost=free&compare=cs336,cs224n",
        "#topic=cnn&kind=newsletter",
    ],
)
def test_axe_finds_nothing_while_it_is_used(chromium, address, width, scheme, hash):
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    open_finder(page, address, hash)
    page.locator(".guide-more summary").click()
    results = Axe().run(page)
    assert results.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_works_from_a_folder(page):
    open_finder(page, SITE.as_uri() + "/")
    page.get_by_label("I want to").select_option("build")
    assert "goal=build" in page.evaluate("location.hash")
    shown = ids(page)
    page.reload()
    page.locator(".guide-count").wait_for()
    assert ids(page) == shown
