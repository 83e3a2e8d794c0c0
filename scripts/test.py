"""Sets everything up, a browser included, and runs all checks: `python3 scripts/test.py`.

What follows on the command line goes to pytest: `python3 scripts/test.py -k glossary`.
"""

import shutil
import subprocess
import sys

from environment import ROOT, enter

enter("requirements-test.lock")

import browser  # noqa: E402
import debian  # noqa: E402
from book import fonts  # noqa: E402

TOOLS = {"pdftotext": "poppler-utils", "java": "default-jre-headless"}
MISSING = """\
Not found: {}. The books are tested with pdftotext and epubcheck, which needs Java.
Install what is missing, then run the command again:
  Debian, Ubuntu   sudo apt-get install poppler-utils default-jre-headless
  macOS            brew install poppler openjdk
  Windows          winget install oschwartz10612.Poppler EclipseAdoptium.Temurin.21.JRE"""


def install_tools():
    """Installs what only the tests need and Python's packages do not bring."""
    if not all(map(shutil.which, TOOLS)):
        debian.install(*TOOLS.values())
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        sys.exit(MISSING.format(", ".join(missing)))


def main():
    browser.install()
    fonts.install()
    install_tools()
    commands = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["pytest", "-n", "2", "--dist", "loadgroup", *sys.argv[1:]],
    ]
    failed = [
        command[0]
        for command in commands
        if subprocess.run([sys.executable, "-m", *command], cwd=ROOT).returncode
    ]
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
