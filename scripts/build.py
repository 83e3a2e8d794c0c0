"""Builds both editions into `site/`: `python3 scripts/build.py`. A warning is an error."""

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, enter

EDITIONS = ("mkdocs.yml", "mkdocs.zh.yml")  # English first: its build empties the folder


def build(site=ROOT / "site", root=ROOT):
    """Builds the guide at `root` strictly into `site`, the Chinese edition in `zh/` below it.

    Raises:
        subprocess.CalledProcessError: MkDocs refused; it has said why on standard error.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if url := os.environ.get("SITE_URL"):
        environment["SITE_URL_ZH"] = url.rstrip("/") + "/zh/"
    for config in EDITIONS:
        folder = site / "zh" if config == "mkdocs.zh.yml" else site
        # not --quiet: it would hide the warnings, and strictness with them
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
        subprocess.run(
            [*command, "-f", str(Path(root) / config)], check=True, cwd=root, env=environment
        )


if __name__ == "__main__":
    enter("requirements.lock")
    try:
        build()
    except subprocess.CalledProcessError:
        sys.exit("The build stopped: see the message above.")
    print("Built: open site/index.html or site/zh/index.html")
