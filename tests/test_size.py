"""Weight: what a reader's first visit to any page costs, as a compressing server sends it."""

import pytest
from conftest import SITE
from pages import NOTEBOOKS, SOURCES, name, url

KB = 1000


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_first_load_is_at_most_300_kb(chromium, address, source):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address + url(source), wait_until="networkidle")
    assert received
    assert sum(received) <= 300 * KB
    context.close()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name)
def test_notebook_page_is_at_most_150_kb_of_html(notebook):
    assert (SITE / url(notebook)).stat().st_size <= 150 * KB
