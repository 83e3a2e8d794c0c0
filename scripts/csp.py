"""Prints the Content-Security-Policy under which the built site works: `python3 scripts/csp.py`.

Scripts run only from the site itself. The few that the theme writes into every page are allowed by
the hash of their text, as they stand on the page for unknown addresses, which holds no text of
contributors: a script that a page smuggles in does not run. Styles may stand in pages, since KaTeX
and the figures set them there.
"""

import base64
import hashlib
import os
import re
from pathlib import Path

from environment import ROOT, enter

# with a source it needs no hash; JSON is not run
INLINE = re.compile(r"<script(?![^>]*\b(?:src=|json))[^>]*>(.*?)</script>", re.S)
SCOPE = 'new URL("/",location)'  # the theme writes here where the site's root is


def policy(site):
    """The value of the header for the built site."""
    site = Path(site)
    depths = {os.path.relpath(site, page.parent) for page in site.rglob("*.html")}
    texts = {
        text.replace(SCOPE, f'new URL("{root}",location)')
        for text in INLINE.findall((site / "404.html").read_text(encoding="utf-8"))
        for root in ("/", *depths)
    }
    hashes = sorted(f"'sha256-{digest(text)}'" for text in texts)
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],  # the style sheet's icons are data
        "font-src": ["'self'"],
        "connect-src": ["'self'"],  # the search index
        "worker-src": ["'self'"],  # the search
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in rules.items())


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


if __name__ == "__main__":
    enter("requirements.lock")
    print(policy(ROOT / "site"))
