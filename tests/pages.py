"""Which pages there are, by edition: what the parametrised tests run over."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
ALL = sorted(path for path in DOCS.rglob("*") if path.suffix in (".md", ".ipynb"))
# The catalogue's pages all come out of one template: test_catalogue.py reads every one of them, and
# a browser opens these, of different kinds and languages.
SAMPLE = ("cs231n", "hands-on-ml", "lil-log", "lee-ml-2025")
SOURCES = [path for path in ALL if path.parent.name != "catalogue" or path.stem in SAMPLE]
MARKDOWN = [path for path in SOURCES if path.suffix == ".md" and path.parent.name != "catalogue"]
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
