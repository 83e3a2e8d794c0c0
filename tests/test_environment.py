"""Setting up: the scripts' first minute, and what they say when something is missing."""

import subprocess
import sys

import browser
import environment
import pytest


def test_old_python_is_refused_in_one_line(monkeypatch):
    monkeypatch.setattr(environment, "VENV", environment.ROOT / ".no-such-venv")
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        environment.enter("requirements.lock")


def test_missing_venv_module_is_said_with_what_to_do(monkeypatch):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(environment.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        environment._create()


def test_missing_browser_is_said_with_what_to_do(monkeypatch):
    monkeypatch.setattr(browser, "starts", lambda: False)
    monkeypatch.setattr(browser.subprocess, "run", lambda *_, **__: None)
    with pytest.raises(SystemExit, match="Install one of these"):
        browser.install()


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_lock_files_pin_everything_alike():
    site, test = (
        # less the condition after the semicolon: on more systems the tests need a package
        dict(line.split(" ;")[0].split("==") for line in lines(environment.ROOT / file))
        for file in ("requirements.lock", "requirements-test.lock")
    )
    assert {"mkdocs", "mkdocs-material", "pymdown-extensions", "mkdocs-jupyter"} <= set(site)
    assert site["mkdocs"].startswith("1.")
    assert {name: version for name, version in test.items() if name in site} == site
