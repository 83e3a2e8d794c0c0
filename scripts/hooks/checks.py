"""Warns of every page that would be published broken, with file, line and what to do.

A strict build stops at a warning; the live preview shows it and goes on.
"""

import logging
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from check_pages import Problem, check_page

log = logging.getLogger("mkdocs.hooks.checks")


def on_page_markdown(markdown, page, config, files):
    """Check each Markdown page before it is rendered."""
    if page.file.src_uri.endswith(".md"):
        for problem in check_page(Path(page.file.abs_src_path), config.theme["language"]):
            log.warning(problem)


def on_nav(nav, config, files):
    """Check that the navigation leads to every page."""
    for file in files.documentation_pages():
        if file.page not in nav.pages and not file.inclusion.is_not_in_nav():
            mend = f"Add it to `nav` in {Path(config.config_file_path).name}"
            what = "the page is missing from the navigation"
            log.warning(Problem(Path(file.abs_src_path), 1, what, mend))
