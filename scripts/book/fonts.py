"""The fonts that the book is set in: whether they are here, and how to get them."""

import re
import sys
from pathlib import Path

import debian
import typst

LETS = re.compile(r"^#let (?:serif|sans|mono) = \((.*)\)$", re.M)
PACKAGES = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji", "fonts-dejavu-core"]
MISSING = """\
No such font here: {}.
Install what is missing, then run this again:
  Debian, Ubuntu   sudo apt-get install {}
  elsewhere        https://fonts.google.com/noto and https://dejavu-fonts.github.io"""


def missing():
    """The families that book.typ names and that are not installed."""
    text = (Path(__file__).parent / "book.typ").read_text(encoding="utf-8")
    named = dict.fromkeys(re.findall('"([^"]+)"', " ".join(LETS.findall(text))))
    here = set(typst.Fonts().families())
    return [family for family in named if family not in here]


def install():
    """Installs them on Debian as root; elsewhere exits with what to install if one is missing."""
    if missing():
        debian.install(*PACKAGES)
    if families := missing():
        sys.exit(MISSING.format(", ".join(families), " ".join(PACKAGES)))
