"""Lighthouse's mobile scores of three pages: `python scripts/lighthouse.py`. Needs Node.js.

Runs over the built site behind a server that compresses, with the browser that the tests use.
"""

import json
import os
import shutil
import subprocess
import sys

import browser
import build
import server
from environment import ROOT

VERSION = "13.5.0"
PAGES = (
    "index.html",
    "3-algorithms/transformer.html",
    "4-practice/backpropagation-from-scratch.html",
)
FLAGS = " ".join(["--headless=new", *browser.ARGUMENTS])


def audit(url):
    """Lighthouse's report on the page at the address."""
    command = [shutil.which("npx"), "--yes", f"lighthouse@{VERSION}", url, "--quiet"]
    environment = {**os.environ}
    if path := browser.find():
        environment["CHROME_PATH"] = path
    finished = subprocess.run(
        [*command, "--output=json", f"--chrome-flags={FLAGS}"],
        capture_output=True,
        text=True,
        env=environment,
    )
    if finished.returncode:
        sys.exit(f"Lighthouse failed on {url}:\n{finished.stderr}")
    return json.loads(finished.stdout)


def main():
    if not shutil.which("npx"):
        sys.exit("Lighthouse needs Node.js: install it, then run this again.")
    site = ROOT / "site"
    with server.serving(site) as url:
        # search engines want absolute addresses; the address is known only now
        os.environ["SITE_URL"] = url
        build.build(site)
        for page in PAGES:
            report = audit(url + page)
            scores = {key: round(100 * c["score"]) for key, c in report["categories"].items()}
            metrics = [
                f"{name} {report['audits'][audit_id]['displayValue']}"
                for name, audit_id in (
                    ("LCP", "largest-contentful-paint"),
                    ("TBT", "total-blocking-time"),
                    ("CLS", "cumulative-layout-shift"),
                )
            ]
            print(page, scores, *metrics)
            for audit_result in report["audits"].values():
                if audit_result.get("score") == 0 and audit_result["scoreDisplayMode"] == "binary":
                    print("   ", audit_result["id"], "–", audit_result["title"])


if __name__ == "__main__":
    main()
