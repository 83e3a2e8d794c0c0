"""Still pictures of what moves on the pages, taken in Chromium."""

import browser
from playwright.sync_api import sync_playwright

FORMS = ("finder", "planner")  # nothing to see before somebody has filled them in
WIDTH = 640  # px; the book's column holds it at 180 dots per inch
# Away from the text above it, whose formulas are set when somebody sees them: a picture begins on a
# whole pixel then, and is the same each time
ALONE = """
* { content-visibility: visible !important }
.alone { position: fixed !important; inset: 0 auto auto 0; z-index: 99; margin: 0 !important;
         width: 100%; box-shadow: 0 0 0 100vmax white }
"""


def pages(site):
    """The pages of an edition on which something moves."""
    other = site / "zh"  # the English edition's folder holds the Chinese one
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if "data-widget=" in path.read_text(encoding="utf-8") and other not in path.parents
    ]


def take(site, urls, folder, date):
    """Pictures of the widgets on these pages of an edition: {(page, name of the widget): file}.

    Args:
        date: what the browser takes for the present.
    """
    stills = {}
    with sync_playwright() as playwright:
        page = browser.launch(playwright).new_page(
            viewport={"width": WIDTH, "height": 1600},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
            timezone_id="UTC",
        )
        page.clock.set_fixed_time(date)
        for url in urls:
            page.goto((site / url).resolve().as_uri())
            page.add_style_tag(content=ALONE)
            for widget in page.locator("[data-widget]").all():
                name = widget.get_attribute("data-widget")
                if name in FORMS:
                    continue
                widget.scroll_into_view_if_needed()
                page.wait_for_timeout(100)
                widget.evaluate("widget => widget.classList.add('alone')")
                file = folder / f"{url.replace('/', '-')}-{name}.png"
                widget.screenshot(path=file)
                widget.evaluate("widget => widget.classList.remove('alone')")
                stills[url, name] = file
    return stills
