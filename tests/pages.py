"""Which pages there are, by edition: what the parametrised tests run over."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCES = sorted(path for path in DOCS.rglob("*") if path.suffix in (".md", ".ipynb"))
MARKDOWN = [path for path in SOURCES if path.suffix == ".md"]
NOTEBOOKS = [path for path in SOURCES if path.suffix == ".ipynb"]


def edition(source):
    """ "en" or "zh", by the folder that the page lies in."""
    return source.relative_to(DOCS).parts[0]


def url(source):
    """The page's address relative to the built site's root."""
    path = source.relative_to(DOCS / edition(source)).with_suffix(".html").as_posix()
    return path if edition(source) == "en" else f"zh/{path}"


def name(source):
    """A short name for a test's report."""
    return source.relative_to(DOCS).as_posix()
