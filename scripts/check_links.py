"""Checks links: `python3 scripts/check_links.py` those of the built site and of README and
CONTRIBUTING, with anchors, images and assets; with `--web` those to the web, from the catalogue and
the pages.

Each finding is one line: file, line, what is wrong, what to do. `--format github` writes GitHub's
annotations, `json` and `junit` files for machines. `--web --fix` writes addresses that have moved
for good into the pages. Exit codes: 0 all is well, 1 a link is broken or an address dead, 2 the
check could not run.
"""

import argparse
import concurrent.futures
import datetime
import json
import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from environment import enter

if __name__ == "__main__":
    enter("requirements-test.lock")

import link_health

ROOT = Path(__file__).parents[1]
LYCHEE = Path(sysconfig.get_path("scripts")) / "lychee"
HEALTH = ROOT / "docs/link-health.json"
OUTSIDE = ("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md")  # Markdown beside the site
SCRIPT = re.compile(rb"""<script\b[^>]*?\bsrc="([^":]+)\"""")  # which lychee does not follow
MEND = {
    "Cannot find fragment": "Name an anchor that the target page has: a heading’s or a term’s id",
    "File not found": "Mend the path, or add the file",
}


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads to nothing; prints as `source:line: what. what to do`."""

    source: Path
    line: int
    target: str
    reason: str

    @property
    def what(self):
        return f"the link to {self.target} is broken ({self.reason.split('.')[0]})"

    @property
    def mend(self):
        return MEND.get(self.reason.split(".")[0], "Mend the link")

    def __str__(self):
        source = self.source.relative_to(ROOT) if self.source.is_relative_to(ROOT) else self.source
        return f"{source}:{self.line}: {self.what}. {self.mend}"


def source_of(page, site, docs):
    """The Markdown file or notebook that the built page comes from, or the page itself."""
    path = page.relative_to(site)
    edition = "zh" if path.parts[0] == "zh" else "en"
    path = path.relative_to("zh") if edition == "zh" else path
    candidates = [docs / edition / path.with_suffix(suffix) for suffix in (".md", ".ipynb")]
    return next((candidate for candidate in candidates if candidate.exists()), page)


def line_of(target, source):
    """The first line of the source that holds the file's name and the anchor, or the anchor alone;
    1 if none does."""
    fragment = unquote(urlsplit(target).fragment)
    file = Path(unquote(urlsplit(target).path))
    lines = [unquote(line) for line in source.read_text(encoding="utf-8").splitlines()]
    sources = [f"{file.stem}.md", f"{file.stem}.ipynb"] if file.suffix == ".html" else []
    anchor = f"#{fragment}" if fragment else ""
    wanted = [(name, anchor) for name in (file.name, *sources)] + [("", anchor)] * bool(anchor)
    for name, part in wanted:
        for number, line in enumerate(lines, 1):
            if name in line and part in line:
                return number
    return 1


def check(site=ROOT / "site", docs=ROOT / "docs", outside=()):
    """All broken internal links of the site and of the Markdown files outside it.

    Raises:
        FileNotFoundError: the site has not been built.
        RuntimeError: lychee did not run; its message is in the error.
    """
    if not (site / "index.html").exists():
        raise FileNotFoundError(f"{site} holds no site: run scripts/build.py first")
    command = [str(LYCHEE), "--offline", "--include-fragments", "--no-progress"]
    # the root: links of 404.html start with a slash, since it is shown at any address
    command += ["--format=json", "--index-files=index.html", f"--root-dir={site}"]
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        asking = pool.submit(
            subprocess.run,
            [*command, str(site), *map(str, outside)],
            capture_output=True,
            text=True,
        )
        broken = list(missing_scripts(site, docs))
        finished = asking.result()
    if not finished.stdout.strip():
        raise RuntimeError(f"lychee could not check {site}: {finished.stderr.strip()}")
    for name, links in json.loads(finished.stdout)["error_map"].items():
        page = Path(name)
        source = source_of(page, site, docs) if page.is_relative_to(site) else page
        for link in links:
            if "=" in urlsplit(link["url"]).fragment and "fragment" in link["status"]["text"]:
                continue  # no anchor but a state, such as #topic=cnn, that the page's script reads
            target = unquote(link["url"]).removeprefix(f"{site.as_uri()}/")
            line = line_of(link["url"], source)
            broken.append(BrokenLink(source, line, target, link["status"]["text"]))
    return sorted(broken, key=lambda link: (str(link.source), link.line, link.target))


def missing_scripts(site, docs):
    """Scripts that pages name and the site does not hold."""
    for page in site.rglob("*.html"):
        for found in set(SCRIPT.findall(page.read_bytes())):
            source = found.decode()
            path = unquote(urlsplit(source).path)
            folder = site if path.startswith("/") else page.parent
            if path and not (folder / path.lstrip("/")).is_file():
                markdown = source_of(page, site, docs)
                target = os.path.relpath(folder / path.lstrip("/"), site)
                yield BrokenLink(markdown, line_of(source, markdown), target, "File not found")


# -- The web ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Finding:
    """Something to say of an address, at one place where it stands."""

    level: str  # "error", "warning" or "notice"
    source: Path
    line: int
    what: str
    mend: str

    @property
    def file(self):
        """The source as one types it at the root."""
        return self.source.relative_to(ROOT) if self.source.is_relative_to(ROOT) else self.source

    def __str__(self):
        return f"{self.file}:{self.line}: {self.what}. {self.mend}"


def findings(verdicts, health, places, archived_copy):
    """What to say of the addresses that are not simply alive, the worst first."""
    found = []
    for url, verdict in verdicts.items():
        if verdict.state == "failing" and link_health.is_dead(health[url]):
            since = health[url]["failed"][0]
            copy = archived_copy(url)
            mend = (
                f"Link the archived copy {copy}" if copy else "Find its new place, or take it out"
            )
            found.append(("error", url, f"{url} is dead since {since} ({verdict.reason})", mend))
        elif verdict.state == "failing":
            days = len(health[url]["failed"])
            mend = f"Nothing yet: it counts as dead after failing on {link_health.DAYS} days"
            what = f"{url} failed ({verdict.reason}), on {days} day{'s' if days > 1 else ''} so far"
            found.append(("warning", url, what, mend))
        elif verdict.state == "moved":
            what = f"{url} has moved for good to {verdict.target}"
            found.append(("notice", url, what, "Run this with --fix to write the new address"))
    order = ("error", "warning", "notice")
    return [
        Finding(level, file, line, what, mend)
        for level, url, what, mend in sorted(found, key=lambda one: order.index(one[0]))
        for file, line in places[url]
    ]


def check_web(options):
    """Checks the addresses, remembers what was found; returns the findings and a summary."""
    import web_links  # takes longer to import than all internal links to check

    files = options.files or sorted(
        path for path in (ROOT / "docs").rglob("*") if path.suffix in (".md", ".ipynb")
    )
    places = web_links.addresses(files)
    health = (
        json.loads(options.health.read_text(encoding="utf-8")) if options.health.exists() else {}
    )
    today = datetime.date.today().isoformat()
    # what was alive today is not asked again; a second run of the day costs little
    asked = [url for url in places if health.get(url, {}).get("alive") != today]
    verdicts = web_links.check(asked) if asked else {}
    kept = {url: known for url, known in health.items() if url in places or options.files}
    health = link_health.remember(kept, verdicts, today)
    options.health.write_text(json.dumps(dict(sorted(health.items())), indent=1) + "\n")
    found = findings(verdicts, health, places, web_links.archived_copy)
    if options.fix:
        moved = {url: one.target for url, one in verdicts.items() if one.state == "moved"}
        print(f"{web_links.write_back(moved, places)} places now have the new address")
    states = [verdict.state for verdict in verdicts.values()]
    counts = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(sorted(states)))
    return found, f"{len(places)} addresses, {len(asked)} asked: {counts or 'none'}"


# -- Telling ---------------------------------------------------------------------------------------
COLOURS = {"error": "\033[31m", "warning": "\033[33m", "notice": "\033[36m"}


def tell(found, form):
    """The findings in one of the formats, as text."""
    if form == "json":
        return json.dumps(
            [{**vars(one), "source": str(one.file)} for one in found],
            indent=1,
            ensure_ascii=False,
        )
    if form == "junit":
        failures = sum(one.level == "error" for one in found)
        suite = ElementTree.Element(
            "testsuite", name="links", tests=str(len(found)), failures=str(failures)
        )
        for one in found:
            case = ElementTree.SubElement(suite, "testcase", name=one.what, file=str(one.file))
            if one.level == "error":
                ElementTree.SubElement(case, "failure", message=str(one))
        return ElementTree.tostring(suite, encoding="unicode")
    if form == "github":
        return "\n".join(
            f"::{one.level} file={one.file},line={one.line}::"
            + f"{one.what}. {one.mend}".replace("%", "%25")  # GitHub reads %0A as a new line
            for one in found
        )
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return "\n".join(f"{COLOURS[one.level]}{one}\033[0m" if colour else str(one) for one in found)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--web", action="store_true", help="ask the web for the addresses")
    parser.add_argument("--fix", action="store_true", help="write back what has moved for good")
    parser.add_argument("--format", choices=("text", "github", "json", "junit"), default="text")
    parser.add_argument("--health", type=Path, default=HEALTH, help="what is known of addresses")
    parser.add_argument("files", nargs="*", type=Path, help="with --web: only these pages")
    return parser.parse_args()


def main():
    options = arguments()
    try:
        if options.web:
            found, summary = check_web(options)
        else:
            outside = [ROOT / name for name in OUTSIDE]
            broken = check(outside=outside)
            found = [
                Finding("error", link.source, link.line, link.what, link.mend) for link in broken
            ]
            summary = f"{len(broken)} broken links"
    except (OSError, ValueError, RuntimeError) as error:
        print(f"The check could not run: {error}", file=sys.stderr)
        return 2
    if text := tell(found, options.format):
        print(text)
    if options.format in ("text", "github"):
        print(summary)
    return 1 if any(one.level == "error" for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
