"""Every page of both editions in Chromium: what its readers see, and what they must not."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SITE
from pages import SOURCES, edition, name, url

WIDTHS = (390, 768, 1440)
EXTRA_WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
REFUSED = "[...document.querySelectorAll('.katex-error')].map(e => e.title)"
every_page = pytest.mark.parametrize("source", SOURCES, ids=name)


def ready(page):
    """Waits until the page's formulas are set and its widgets are built."""
    if page.locator(".arithmatex").count():
        page.evaluate("dispatchEvent(new Event('beforeprint'))")  # sets every formula
        page.wait_for_selector("html[data-math=ready]", state="attached")
    if page.locator("[data-widget]").count():
        page.wait_for_function(
            "[...document.querySelectorAll('[data-widget]')]"
            ".every(e => e.classList.contains('guide-widget'))"
        )


def watch(page, home):
    """Collects what the page complains of and every request that leaves `home`."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: (
            message.type in ("error", "warning") and complaints.append(f"console: {message.text}")
        ),
    )
    page.on(
        "request",
        lambda request: (
            request.url.startswith((home, "data:", "blob:"))
            or complaints.append(f"request: {request.url}")
        ),
    )
    page.on(
        "response",
        lambda response: (
            response.status >= 400 and complaints.append(f"{response.status}: {response.url}")
        ),
    )
    return complaints


def violations(page):
    """What axe-core finds, one line each, on a screen so tall that all of the page is laid out."""
    width = page.viewport_size["width"]
    for _ in range(2):  # what is laid out makes the page taller
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(250)  # guide.js waits for the page to come to rest
    found = look(page)
    if found:  # on a busy machine guide.js takes longer; what is really wrong stays
        page.wait_for_timeout(2000)
        found = look(page)
    return found


def look(page):
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]


@every_page
def test_page_over_http(chromium, address, source):
    # without animations, so that nothing is half-way to its colour when axe looks
    page = chromium.new_page(
        viewport={"width": 390, "height": 844}, color_scheme="light", reduced_motion="reduce"
    )
    complaints = watch(page, address)
    page.goto(address + url(source))
    ready(page)
    assert page.evaluate(REFUSED) == [], "KaTeX refuses formulas"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(EXTRA_WIDTH) <= 0, f"the page scrolls sideways at {width} px"
    assert violations(page) == [], "axe-core in light, 1440 px"
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    assert violations(page) == [], "axe-core in dark, 390 px"
    assert complaints == []
    page.close()


@every_page
def test_page_from_disk(chromium, source):
    page = chromium.new_page()
    complaints = watch(page, SITE.as_uri())
    page.goto((SITE / url(source)).as_uri())
    ready(page)
    page.wait_for_timeout(200)
    assert complaints == []
    page.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(
    ("home", "query", "expected"),
    [
        ("index.html", "backpropagation", "backpropagation"),
        ("zh/index.html", "反向传播", "反向传播"),
    ],
    ids=["en", "zh"],
)
def test_search(chromium, address, scheme, home, query, expected):
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    start = address if scheme == "http" else SITE.as_uri() + "/"
    complaints = watch(page, start)
    page.goto(start + home)
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.fill(query)
    field.press("End")  # Material listens to keys
    page.locator(".md-search-result__article").first.wait_for(state="visible")
    results = page.locator(".md-search-result__list").text_content()
    assert expected in re.sub(r"[\n\u200b]", "", results.lower())
    assert complaints == []
    page.close()


def test_search_index_waits_for_the_reader(chromium, address):
    page = chromium.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [request for request in requests if "search_index" in request]
    page.close()


@every_page
def test_language_switch(chromium, address, source):
    page = chromium.new_page()
    page.goto(address + url(source), wait_until="commit")
    page.locator(".guide-language").first.wait_for(state="attached")
    twin = page.locator(".guide-language").evaluate("link => link.href")
    other = "zh" if edition(source) == "en" else "en"
    twins = [s for s in SOURCES if edition(s) == other and name(s)[3:] == name(source)[3:]]
    home = "zh/index.html" if other == "zh" else "index.html"
    assert twin == address + (url(twins[0]) if twins else home)
    assert page.locator("html").get_attribute("lang") == edition(source)
    page.close()


WITH_WIDGET = [source for source in SOURCES if "data-widget=" in source.read_text(encoding="utf-8")]


@pytest.mark.parametrize("source", WITH_WIDGET, ids=name)
def test_widgets_answer_to_the_keyboard(chromium, address, source):
    page = chromium.new_page()
    page.goto(address + url(source))
    ready(page)
    for widget in page.locator("[data-widget]").all():
        slider, select, button = (
            widget.locator(control).first for control in ("input[type=range]", "select", "button")
        )
        control = next(
            c
            for c in (slider, select, button, widget.locator("input, textarea").first)
            if c.count()
        )
        before = widget.inner_html() + str(control.evaluate("c => c.value"))
        control.focus()
        page.keyboard.press("Enter" if control is button else "ArrowRight")
        if control is select:
            page.keyboard.press("ArrowDown")
        after = widget.inner_html() + str(control.evaluate("c => c.value"))
        assert after != before, f"{widget.get_attribute('data-widget')} does not answer"
    page.close()


def test_page_reads_without_javascript(chromium, address):
    """Formulas show their TeX, widgets what they would show, figures are in the page."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "3-algorithms/transformer.html")
    assert page.locator(".arithmatex").first.inner_text().startswith("\\(")
    assert page.locator("[data-widget]").first.inner_text()
    assert page.locator("figure svg[role=img]").count() > 3
    context.close()


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_first_paint_has_the_systems_scheme(chromium, address, system, scheme):
    """The scheme is set by the page itself, not by a script that arrives later."""
    context = chromium.new_context(color_scheme=system)
    page = context.new_page()
    page.route("**/bundle.*.js", lambda route: route.abort())
    page.goto(address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    context.close()


def test_chosen_scheme_is_kept(chromium, address):
    context = chromium.new_context(color_scheme="light", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address)
    for _ in range(2):  # automatic, light, dark
        page.locator("label[for^=__palette]:visible").click()
    page.goto(address + "8-faq/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    context.close()
