"""Sets everything up, a browser included, and runs all checks: `python3 scripts/test.py`.

What follows on the command line goes to pytest: `python3 scripts/test.py -k glossary`.
"""

import subprocess
import sys

from environment import ROOT, enter

enter("requirements-test.lock")

import browser  # noqa: E402


def main():
    browser.install()
    commands = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["pytest", "-n", "2", *sys.argv[1:]],
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
