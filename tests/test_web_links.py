"""Addresses on the web, asked of a local server that behaves as badly as real ones."""

import collections
import contextlib
import functools
import gzip
import http.server
import json
import subprocess
import threading
import time
import typing
from pathlib import Path

import check_links
import link_health
import pytest
import web_links

QUICK = "0ms"  # one local server plays all hosts


class Badly(http.server.BaseHTTPRequestHandler):
    """Answers as the path says."""

    protocol_version = "HTTP/1.1"
    asked: typing.ClassVar = collections.Counter()

    def log_message(self, *_):
        pass

    def answer(self, code, body=b"<title>A page</title>", **headers):
        self.send_response(code)
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def do_GET(self):
        self.asked[self.path] += 1
        times = self.asked[self.path]
        match self.path.split("?")[0]:
            case "/" | "/ok" | "/deep/ok":
                self.answer(200)
            case "/moved":
                self.answer(301, b"", Location="/ok")
            case "/moved-twice":
                self.answer(308, b"", Location="/moved")
            case "/elsewhere":
                self.answer(302, b"", Location="/ok")
            case "/circle":
                self.answer(302, b"", Location="/circle")
            case "/deep/gone-home":
                self.answer(302, b"", Location="/")
            case "/gone":
                self.answer(410)
            case "/guarded":
                self.answer(403)
            case "/busy":  # lychee waits a second only
                busy = time.monotonic() < self.server.begun + 4
                self.answer(429 if busy else 200, Retry_After="4")
            case "/flaky":
                self.answer(500 if times < 3 else 200)
            case "/down":
                self.answer(500)
            case "/slow":
                time.sleep(3)
                self.answer(200)
            case "/endless":
                self.send_response(200)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                with contextlib.suppress(OSError):
                    while True:
                        self.wfile.write(b"400\r\n" + b"x" * 1024 + b"\r\n")
            case "/short":
                self.answer(200, b"too short", Content_Length="10000")
                self.close_connection = True
            case "/bomb":
                bomb = gzip.compress(b"<title>" + b"0" * 100_000_000)
                self.answer(200, bomb, Content_Encoding="gzip")
            case "/dropped":
                self.close_connection = True
                self.connection.close()
            case _:
                self.answer(404)


class Soft(Badly):
    """Answers 200 to everything, as some sites do."""

    def do_GET(self):
        if self.path == "/real":
            return self.answer(200, b"<title>Attention, explained</title>")
        if self.path == "/endless":
            return super().do_GET()
        if self.path == "/bomb":
            return super().do_GET()
        return self.answer(200, "<title>404 – 页面不存在</title>".encode())


@contextlib.contextmanager
def serving(handler, context=None):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.begun = time.monotonic()
    scheme = "http"
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"{scheme}://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def verdicts():
    """The verdict on each path of the bad server, and how long all took."""
    Badly.asked.clear()
    paths = [
        *("ok", "moved", "moved-twice", "elsewhere", "circle", "deep/ok", "deep/gone-home", "gone"),
        *("guarded", "busy", "flaky", "down", "slow", "endless", "short", "bomb", "dropped"),
        *("nothing", "ok?a=1&b=%20", "nothing(1)"),
    ]
    with serving(Badly) as address, pytest.MonkeyPatch.context() as patch:
        patch.setattr(web_links, "SECONDS", 5)
        urls = {f"{address}/{path}": path for path in paths}
        begun = time.monotonic()
        found = web_links.check([*urls, "http://127.0.0.1:9/closed"], QUICK)
        seconds = time.monotonic() - begun
        names = {**urls, "http://127.0.0.1:9/closed": "closed"}
        return {names[url]: verdict for url, verdict in found.items()}, seconds, address


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("ok", "alive", ""),
        ("deep/ok", "alive", ""),
        ("ok?a=1&b=%20", "alive", ""),
        ("moved", "moved", "leads to"),
        ("moved-twice", "moved", "leads to"),
        ("elsewhere", "redirected", "leads to"),
        ("circle", "failing", "circle"),
        ("deep/gone-home", "failing", "home page"),
        ("gone", "failing", "410"),
        ("nothing", "failing", "404"),
        ("nothing(1)", "failing", "404"),
        ("guarded", "guarded", "403"),
        ("busy", "alive", ""),
        ("flaky", "alive", "second attempt"),
        ("down", "failing", "500"),
        ("slow", "alive", ""),
        ("endless", "alive", ""),
        ("short", "alive", ""),
        ("bomb", "alive", ""),
        ("dropped", "failing", ""),
        ("closed", "failing", "refused"),
    ],
)
def test_verdict(verdicts, path, state, reason):
    verdict = verdicts[0][path]
    assert verdict.state == state, verdict
    assert reason in verdict.reason, verdict


def test_moved_names_the_last_target(verdicts):
    found, _, address = verdicts
    assert found["moved-twice"].target == f"{address}/ok"


def test_soft_404(monkeypatch):
    """A server that answers 200 to anything is found out by the title of its pages; neither an
    endless page nor a compressed flood keeps the check busy or fills the memory."""
    monkeypatch.setattr(web_links, "SECONDS", 5)
    with serving(Soft) as address:
        urls = [f"{address}/{path}" for path in ("real", "unreal", "endless", "bomb")]
        begun = time.monotonic()
        found = web_links.check(urls, QUICK)
        assert time.monotonic() - begun < 60
        assert {url.rsplit("/")[-1]: verdict.state for url, verdict in found.items()} == {
            "real": "alive",
            "unreal": "failing",
            "endless": "alive",
            "bomb": "alive",
        }
        assert "404 – 页面不存在" in found[f"{address}/unreal"].reason
        assert len(web_links.beginning(f"{address}/endless")[1]) < 2 * web_links.MOST_BYTES
        assert len(web_links.beginning(f"{address}/bomb")[1]) <= web_links.MOST_BYTES


def test_wrong_certificate(tmp_path):
    """A certificate that nobody vouches for is an error, and says so."""
    import ssl

    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=here"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(Badly, context) as address:
        (verdict,) = web_links.check([f"{address}/ok"], QUICK).values()
    assert verdict.state == "failing"
    assert "certificate" in verdict.reason.lower()


def test_addresses_of_a_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "---\nurl: https://one.org/a\n---\n"
        "[b](https://two.org/b_(c)) and <https://three.org/d>, https://four.org/e.\n"
        "[^n]: A paper, <https://five.org/f?g=1&h=2>。见 https://six.org/七，八\n"
        "```python\nget('https://seven.org/')\n```\n"
        "[x](http://localhost:8000/) [y](https://example.org/)\n"
        "| a | [z](https://eight.org/i) | `https://nine.org/{id}`\n",
        encoding="utf-8",
    )
    found = web_links.addresses([page])
    assert {url: [line for _, line in places] for url, places in found.items()} == {
        "https://one.org/a": [2],
        "https://two.org/b_(c)": [4],
        "https://three.org/d": [4],
        "https://four.org/e": [4],
        "https://five.org/f?g=1&h=2": [5],
        "https://six.org/七": [5],
        "https://eight.org/i": [10],
        "https://nine.org/{id}": [10],
    }


FAILS = web_links.Verdict("failing", "answers 404")
LIVES = web_links.Verdict("alive")


def test_dead_only_after_three_days():
    health = {}
    for day, dead in (("01", False), ("01", False), ("02", False), ("03", True)):
        health = link_health.remember(health, {"u": FAILS}, f"2026-03-{day}")
        assert link_health.is_dead(health["u"]) is dead
    health = link_health.remember(health, {"u": LIVES}, "2026-03-04")
    assert health == {"u": {"alive": "2026-03-04", "failed": []}}


@pytest.fixture
def run(tmp_path):
    """Runs the command for a page with these lines; returns exit code, output, page and health."""

    def run(address, lines, *options, health=None):
        page, state = tmp_path / "page.md", tmp_path / "health.json"
        page.write_bytes("\r\n".join(lines).encode())
        state.write_text(json.dumps(health or {}))
        command = [check_links.sys.executable, "scripts/check_links.py", "--web", *options]
        finished = subprocess.run(
            [*command, "--health", str(state), str(page)],
            cwd=check_links.ROOT,
            capture_output=True,
            text=True,
        )
        return finished, page, json.loads(state.read_text())

    return run


def test_fix_writes_back_what_moved_for_good(run):
    with serving(Badly) as address:
        lines = [f"[a]({address}/moved)", f"[b]({address}/moved-on)", f"<{address}/elsewhere>", ""]
        finished, page, _ = run(address, lines, "--fix")
    assert page.read_bytes().decode() == "\r\n".join(
        [f"[a]({address}/ok)", f"[b]({address}/moved-on)", f"<{address}/elsewhere>", ""]
    )
    assert "1 places now have the new address" in finished.stdout


def test_formats_and_exit_codes(run):
    with serving(Badly) as address:
        lines = ["# Page", f"[a]({address}/gone)", f"[b]({address}/moved)"]
        dead = {f"{address}/gone": {"alive": None, "failed": ["2026-01-01", "2026-01-02"]}}
        first, page, health = run(address, lines)
        assert first.returncode == 0, first.stderr
        assert f"{page}:2: {address}/gone failed (answers 410), on 1 day so far" in first.stdout
        assert f"{page}:3: {address}/moved has moved for good to {address}/ok" in first.stdout
        assert len(health[f"{address}/gone"]["failed"]) == 1
        text, page, _ = run(address, lines, health=dead)
        assert text.returncode == 1
        assert f"{page}:2: {address}/gone is dead since 2026-01-01" in text.stdout
        github, page, _ = run(address, lines, "--format=github", health=dead)
        assert f"::error file={page},line=2::{address}/gone is dead" in github.stdout
        as_json, page, _ = run(address, lines, "--format=json", health=dead)
        assert {one["level"] for one in json.loads(as_json.stdout)} == {"error", "notice"}
        junit, page, _ = run(address, lines, "--format=junit", health=dead)
        assert 'failures="1"' in junit.stdout and "<failure" in junit.stdout


def test_broken_health_file_is_said(tmp_path):
    (tmp_path / "health.json").write_text("{")
    command = [check_links.sys.executable, "scripts/check_links.py", "--web", "--health"]
    finished = subprocess.run(
        [*command, str(tmp_path / "health.json"), "README.md"],
        cwd=check_links.ROOT,
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 2
    assert "The check could not run" in finished.stderr and "Traceback" not in finished.stderr


def test_archived_copy_is_suggested():
    class Archive(Badly):
        def do_GET(self):
            copy = {"archived_snapshots": {"closest": {"url": "http://web.archive.org/web/1/x"}}}
            self.answer(200, json.dumps(copy).encode())

    with serving(Archive) as address:
        places = {"http://gone.org/": [(Path("page.md"), 7)]}
        health = {"http://gone.org/": {"alive": None, "failed": ["a", "b", "c"]}}
        verdicts = {"http://gone.org/": FAILS}
        find = functools.partial(web_links.archived_copy, archive=address)
        (finding,) = check_links.findings(verdicts, health, places, find)
    assert str(finding) == (
        "page.md:7: http://gone.org/ is dead since a (answers 404). "
        "Link the archived copy http://web.archive.org/web/1/x"
    )
