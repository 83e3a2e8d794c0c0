"""The site works under its Content-Security-Policy; what a page smuggles in does not run."""

import functools
import http.server
import shutil
import threading

import csp
import pytest
import server
from conftest import SITE


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """The address of the site, served with the policy; it has a page with hostile parts."""
    folder = tmp_path_factory.mktemp("csp") / "site"
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("downloads", "*.pdf"))
    home = (folder / "index.html").read_text(encoding="utf-8")
    hostile = (
        "<script>window.smuggled = 1</script>"
        '<img src="x" alt="" onerror="window.smuggled = 2">'
        '<script src="data:text/javascript,window.smuggled = 3"></script>'
        '<iframe srcdoc="<script>parent.smuggled = 4</script>"></iframe></body>'
    )
    (folder / "hostile.html").write_text(home.replace("</body>", hostile), encoding="utf-8")

    policy = csp.policy(folder)  # after: no page may allow its own scripts

    class Guarded(server.Handler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    handler = functools.partial(Guarded, directory=str(folder))
    serving = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.refused = []
    page.on(
        "console",
        lambda message: (
            page.refused.append(message.text) if "Content Security" in message.text else None
        ),
    )
    yield page
    context.close()


@pytest.mark.parametrize(
    ("path", "works"),
    [
        ("index.html", "[data-widget=next-word] button"),
        ("zh/index.html", "[data-widget] button"),
        ("3-algorithms/transformer.html", ".katex"),
        ("3-algorithms/transformer.html", "[data-widget] input"),
        ("6-resources/finder.html", "[data-widget=finder] input"),
        ("6-resources/planner.html", "[data-widget=planner] input"),
        ("4-practice/lora.html", ".jp-RenderedImage img"),
        ("404.html", "h1"),
    ],
)
def test_page_works(page, guarded, path, works):
    page.goto(guarded + path)
    page.wait_for_selector(works)
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(300)
    assert page.refused == []


def test_search_works(page, guarded):
    page.goto(guarded + "index.html")
    field = page.locator(".md-search__input")
    field.click()
    field.fill("backpropagation")
    field.press("End")  # Material listens to keys
    page.locator(".md-search-result__article").first.wait_for(state="visible")
    assert page.refused == []


def test_what_is_smuggled_in_does_not_run(page, guarded):
    page.goto(guarded + "hostile.html")
    page.wait_for_timeout(500)
    assert page.evaluate("window.smuggled") is None
    assert len(page.refused) >= 3
