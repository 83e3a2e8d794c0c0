"""How long the build takes beside plain Material: `python scripts/benchmark_build.py`.

Copies of the English pages make guides of 50 to 800 pages. Each is built by this guide's
configuration and by Material alone with the same Markdown extensions, in turn; the processor
seconds of each build, seconds a page and the ratio are printed.
"""

import argparse
import itertools
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
SIZES = (50, 100, 200, 400, 800)
OURS = ("hooks", "extra", "extra_css", "extra_javascript", "validation", "site_url", "nav")


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without resolving its `!ENV` values."""


Loader.add_constructor("!ENV", lambda loader, node: "")


def lay_out(folder, size):
    """Writes `size` pages into `folder/docs/en`, and beside it both configurations."""
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "docs/zh").mkdir(parents=True)
    for name in ("glossary.yml", "topics.yml", "catalogue.schema.json"):
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    chapters = sorted(path for path in (ROOT / "docs/en").iterdir() if path.is_dir())
    pages = [path for chapter in chapters for path in sorted(chapter.glob("*.md"))]
    left = size - 1
    for copy in itertools.count():
        for chapter in chapters:
            target = folder / "docs/en" / (chapter.name if not copy else f"{copy}/{chapter.name}")
            shutil.copytree(chapter, target, ignore=shutil.ignore_patterns("*.md", "*.ipynb"))
        for page in pages[:left]:
            relative = page.relative_to(ROOT / "docs/en")
            shutil.copy(page, folder / "docs/en" / (str(copy) if copy else "") / relative)
        left -= len(pages[:left])
        if not left:
            break
    (folder / "docs/en/index.md").write_text("# Home\n")
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    guide = {key: value for key, value in config.items() if key not in ("nav", "validation")}
    # the copies link to each other's chapters, not all of which are there
    guide["validation"] = {"links": {"not_found": "info", "anchors": "info"}}
    (folder / "guide.yml").write_text(yaml.safe_dump(guide))
    plain = {key: value for key, value in config.items() if key not in OURS}
    plain["theme"] = {key: config["theme"][key] for key in ("name", "features", "palette")}
    plain["plugins"] = ["search"]
    (folder / "plain.yml").write_text(yaml.safe_dump(plain))


def seconds(folder, config):
    """Processor seconds of one build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", "site"]
    subprocess.run(command, check=True, cwd=folder, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"{'pages':>6} {'guide s':>8} {'plain s':>8} {'guide s/page':>13} {'ratio':>6}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as temporary:
            lay_out(Path(temporary), size)
            guide, plain = (
                min(times)
                for times in zip(
                    *(
                        (seconds(temporary, "guide.yml"), seconds(temporary, "plain.yml"))
                        for _ in range(options.runs)
                    ),
                    strict=True,
                )
            )
        print(
            f"{size:6} {guide:8.1f} {plain:8.1f} {guide / size:13.3f} {guide / plain:6.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
