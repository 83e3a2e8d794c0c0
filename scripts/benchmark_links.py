"""The link check beside lychee alone: `python3 scripts/benchmark_links.py`, after a build.

Prints seconds and the ratio, first for the internal links of the built site, then for 2,000
addresses of a local server, some of which fail or move.
"""

import http.server
import subprocess
import sys
import threading
import time

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements-test.lock")

import check_links
import web_links

SITE = ROOT / "site"
RUNS = 5
ADDRESSES = 2_000


class Server(http.server.BaseHTTPRequestHandler):
    """Of a hundred addresses two are gone, two moved for good, and the others answer."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        last = self.path[-2:]
        code = 404 if last in ("00", "50") or "no-such" in self.path else 200
        if last in ("25", "75"):
            code = 301
        self.send_response(code)
        if code == 301:
            self.send_header("Location", "/page-1")
        self.send_header("Content-Length", "0")
        self.end_headers()


def lychee_alone():
    command = [str(check_links.LYCHEE), "--offline", "--include-fragments", "--no-progress"]
    command += ["--format=json", "--index-files=index.html", f"--root-dir={SITE}", str(SITE)]
    subprocess.run(command, capture_output=True)


def whole_command():
    subprocess.run([sys.executable, str(ROOT / "scripts/check_links.py")], capture_output=True)


def compare(name, alone, whole, runs):
    """Runs both in turn; prints the shortest times and their ratio."""
    times = {alone: [], whole: []}
    for _ in range(runs):
        for call in (alone, whole):
            begun = time.monotonic()
            call()
            times[call].append(time.monotonic() - begun)
    first, second = min(times[alone]), min(times[whole])
    print(
        f"{name:32} lychee {first:6.2f} s, this {second:6.2f} s: {second / first:.2f}", flush=True
    )


def main():
    compare("internal links of the site", lychee_alone, whole_command, RUNS)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urls = [f"http://127.0.0.1:{server.server_port}/page-{n}" for n in range(ADDRESSES)]
    compare(
        f"{ADDRESSES} addresses of one server",
        lambda: web_links.ask_lychee(urls, "1ms"),
        lambda: web_links.check(urls, "1ms"),
        2,
    )


if __name__ == "__main__":
    main()
