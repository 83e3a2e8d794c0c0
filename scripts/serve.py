"""Sets everything up and serves both editions with live reload: `python3 scripts/serve.py`."""

import argparse
import logging
import os
import tempfile
from pathlib import Path

from environment import ROOT, enter

enter("requirements.lock")
os.environ["NO_MKDOCS_2_WARNING"] = "1"

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402

WATCHED = ("docs", "overrides", "scripts/hooks", "mkdocs.yml", "mkdocs.zh.yml")


def build_editions(folder, url):
    """Builds both editions below `folder`; says what is wrong with a page, and goes on."""
    for config, path in (("mkdocs.yml", ""), ("mkdocs.zh.yml", "zh/")):
        try:
            settings = {"site_dir": str(folder / path), "site_url": url + path}
            build(load_config(str(ROOT / config), **settings))
        except Abort as stopped:
            print(stopped)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    url = f"http://127.0.0.1:{port}/"
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        server = LiveReloadServer(
            builder=lambda: build_editions(folder, url),
            host="127.0.0.1",
            port=port,
            root=str(folder),
        )
        for path in WATCHED:
            server.watch(str(ROOT / path))
        build_editions(folder, url)
        print(f"English {url}   中文 {url}zh/   (Ctrl-C to stop)", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()


if __name__ == "__main__":
    main()
