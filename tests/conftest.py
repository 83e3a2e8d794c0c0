"""The site is built once, before the tests; what needs a browser or a server gets it here."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "scripts/hooks")]

import browser as browser_script  # noqa: E402
import build as build_script  # noqa: E402
import server as server_script  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--no-build", action="store_true", help="test site/ as it stands")


def pytest_sessionstart(session):
    """Builds both editions strictly; only the process that collects, not its workers."""
    option = session.config.option
    if hasattr(session.config, "workerinput") or option.collectonly or option.no_build:
        return
    try:
        build_script.build(SITE)
    except subprocess.CalledProcessError:
        pytest.exit("The strict build failed: see its message above.", returncode=1)


@pytest.fixture(scope="session")
def chromium():
    """A headless browser."""
    with sync_playwright() as playwright:
        chromium = browser_script.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address():
    """The address at which the built site is served, compressed."""
    with server_script.serving(SITE) as url:
        yield url
