"""Checks the links, anchors, images and assets of the built site: `python scripts/check_links.py`.

lychee reads the pages in `site/`; each broken link is named by the source file and line that holds
it. Exits with 1 if there is any. The links to the web are not asked for.
"""

import json
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[1]
LYCHEE = Path(sysconfig.get_path("scripts")) / "lychee"
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

    def __str__(self):
        source = self.source.relative_to(ROOT) if self.source.is_relative_to(ROOT) else self.source
        reason = self.reason.split(".")[0]
        mend = MEND.get(reason, "Mend the link")
        return f"{source}:{self.line}: the link to {self.target} is broken ({reason}). {mend}"


def source_of(page, site, docs):
    """The Markdown file or notebook that the built page comes from, or the page itself."""
    path = page.relative_to(site)
    edition = "zh" if path.parts[0] == "zh" else "en"
    path = path.relative_to("zh") if edition == "zh" else path
    candidates = [docs / edition / path.with_suffix(suffix) for suffix in (".md", ".ipynb")]
    return next((candidate for candidate in candidates if candidate.exists()), page)


def line_of(target, source):
    """The first line of the source that holds the anchor or the file's name; 1 if none does."""
    fragment = unquote(urlsplit(target).fragment)
    file = Path(urlsplit(target).path)
    lines = source.read_text(encoding="utf-8").splitlines()
    sources = [f"{file.stem}.md", f"{file.stem}.ipynb"] if file.suffix == ".html" else []
    for needle in (f"#{fragment}" if fragment else file.name, *sources):
        for number, line in enumerate(lines, 1):
            if needle in line:
                return number
    return 1


def check(site=ROOT / "site", docs=ROOT / "docs"):
    """All broken internal links of the site.

    Raises:
        FileNotFoundError: the site has not been built.
        RuntimeError: lychee did not run; its message is in the error.
    """
    if not (site / "index.html").exists():
        raise FileNotFoundError(f"{site} holds no site: run scripts/build.py first")
    command = [str(LYCHEE), "--offline", "--include-fragments", "--no-progress"]
    finished = subprocess.run(
        # the root: links of 404.html start with a slash, since it is shown at any address
        [*command, "--format=json", "--index-files=index.html", f"--root-dir={site}", str(site)],
        capture_output=True,
        text=True,
    )
    if not finished.stdout.strip():
        raise RuntimeError(f"lychee could not check {site}: {finished.stderr.strip()}")
    broken = []
    for name, links in json.loads(finished.stdout)["error_map"].items():
        source = source_of(Path(name), site, docs)
        for link in links:
            if "=" in urlsplit(link["url"]).fragment and "fragment" in link["status"]["text"]:
                continue  # no anchor but a state, such as #topic=cnn, that the page's script reads
            target = unquote(link["url"]).removeprefix(f"{site.as_uri()}/")
            line = line_of(link["url"], source)
            broken.append(BrokenLink(source, line, target, link["status"]["text"]))
    return sorted(broken, key=lambda link: (str(link.source), link.line, link.target))


def main():
    try:
        broken = check()
    except (FileNotFoundError, RuntimeError) as error:
        sys.exit(str(error))
    for link in broken:
        print(link)
    print(f"{len(broken)} broken links")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
