"""Still pictures of what moves on the pages, taken in Chromium."""

import browser
from playwright.sync_api import sync_playwright

FORMS = ("finder", "planner")  # nothing to see before somebody has filled them in
WIDTH = 640  # px; the book's column holds it at 180 dots per inch


def pages(site):
    """The pages of an edition on which something moves."""
    other = site / "zh"  # the English edition's folder holds the Chinese one
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if "data-widget=" in path.read_text(encoding="utf-8") and other not in path.parents
    ]


def take(site, urls, folder):
    """Pictures of the widgets on these pages of an edition: {(page, name of the widget): file}."""
    stills = {}
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page(
            viewport={"width": WIDTH, "height": 900},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
        )
        for url in urls:
            page.goto((site / url).resolve().as_uri())
            for widget in page.locator("[data-widget]").all():
                name = widget.get_attribute("data-widget")
                if name in FORMS:
                    continue
                widget.scroll_into_view_if_needed()
                page.wait_for_timeout(100)
                file = folder / f"{url.replace('/', '-')}-{name}.png"
                widget.screenshot(path=file)
                stills[url, name] = file
    return stills
