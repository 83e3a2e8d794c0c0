"""The browser that tests and screenshots use: one that is installed, or Playwright's own.

`python scripts/browser.py` installs one where there is none: Debian's package when run as root on
Debian or Ubuntu, Playwright's Chromium elsewhere.
"""

import os
import shutil
import subprocess
import sys

import debian
from playwright.sync_api import Error, sync_playwright

INSTALLED = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    ARGUMENTS.append("--no-sandbox")  # Chromium's sandbox refuses to run as root
MISSING = """\
No Chromium or Chrome was found, and none could be installed.
Install one of these, then run the command again:
  Debian, Ubuntu   sudo apt-get install chromium fonts-noto-cjk
  macOS            brew install --cask google-chrome
  Windows          winget install Google.Chrome
  any              python -m playwright install chromium"""


def find():
    """The path of an installed Chromium or Chrome, or None to let Playwright use its own."""
    return next((path for name in INSTALLED if (path := shutil.which(name))), None)


def launch(playwright):
    """A headless browser.

    Raises:
        playwright.sync_api.Error: there is none; `install` says what to do.
    """
    return playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)


def starts():
    """Whether a browser is there and really starts."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except Error:
        return False
    return True


def install():
    """Installs a browser if none starts; exits with what to do if that fails."""
    if starts():
        return
    if not debian.install("chromium", "fonts-noto-cjk", "fonts-noto-core"):
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        print("$", *command, flush=True)
        subprocess.run(command)
    if not starts():
        sys.exit(MISSING)


if __name__ == "__main__":
    install()
