"""Which addresses on the web still answer: lychee asks them all, and those that failed or look odd
get a second look."""

import collections
import html
import json
import re
import secrets
import subprocess
import sysconfig
import tempfile
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

LYCHEE = Path(sysconfig.get_path("scripts")) / "lychee"
AGENT = "large-model-guide link check"
SECONDS = 20  # for an answer
LONGEST_WAIT = 60  # s that a Retry-After may ask for
MOST_BYTES = 65_536  # of a page that is read
PERMANENT = {301, 308}
GUARDED = {401, 403, 405, 406, 418, 429, 451, 999}  # somebody answers, but not to a machine
LATER = [429, 500, 502, 503, 504]
ADDRESS = re.compile(r"https?://[^\s<>\"'`\\|]+")
# addresses of examples: this machine, a placeholder, a name without a dot
EXAMPLE = re.compile(
    r"https?://(?:localhost|127\.0\.0\.1:8\d{3}\b|example\.|[^/.]*(?:/|$)|[^/]*[{$])"
)
FENCE = re.compile(r"^\s*(```|~~~)")
TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.S | re.I)
GONE = re.compile(
    r"\b404\b|not found|no longer (?:available|exists)|doesn.t exist|page missing|"
    r"找不到|不存在|未找到|已删除|页面丢失",
    re.I,
)
ARCHIVE = "https://archive.org/wayback/available"


@dataclass(frozen=True)
class Verdict:
    """What was found: `state` is "alive", "moved" (for good), "redirected" (for now), "guarded" or
    "failing"; `reason` in words; `target` where it leads now."""

    state: str
    reason: str = ""
    target: str = ""


# -- Which addresses ------------------------------------------------------------------------------
def addresses(files):
    """Where each address stands, {address: [(file, line), …]}, code blocks of pages left out."""
    found = collections.defaultdict(list)
    for file in files:
        fenced = False
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if file.suffix == ".md" and FENCE.match(line):
                fenced = not fenced
            if fenced:
                continue
            for match in ADDRESS.finditer(line):
                address = trim(match[0])
                if not EXAMPLE.match(address):
                    found[address].append((file, number))
    return dict(found)


def trim(address):
    """The address up to a bracket that it does not open, without the sentence's punctuation."""
    depth = 0
    for place, letter in enumerate(address):
        depth += (letter in "([{") - (letter in ")]}")
        if depth < 0 or letter in "，。；：！？、（）「」《》【】…":
            address = address[:place]
            break
    return address.rstrip(".,;:!?*_")


# -- Asking ----------------------------------------------------------------------------------------
def check(urls, interval="100ms"):
    """A Verdict for each address.

    Args:
        interval: the least time between two requests to one host, as lychee writes it.

    Raises:
        RuntimeError: lychee did not run; its message is in the error.
    """
    verdicts = ask_lychee(urls, interval)
    with ThreadPoolExecutor(16) as pool:
        again = [url for url, verdict in verdicts.items() if may_recover(verdict)]
        verdicts.update(
            zip(again, pool.map(lambda url: look_again(url, verdicts[url]), again), strict=True)
        )
        present = [url for url, verdict in verdicts.items() if verdict.state != "failing"]
        verdicts.update(without_soft_404(present, verdicts, pool))
    return verdicts


def ask_lychee(urls, interval):
    """lychee's answer for each address."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "addresses.html"
        links = "\n".join(f'<a href="{html.escape(url)}">x</a>' for url in urls)
        page.write_text(f"<html><body>{links}</body></html>", encoding="utf-8")
        command = [
            *(str(LYCHEE), "--format=json", "-vv", "--no-progress", f"--timeout={SECONDS}"),
            *("--max-retries=1", "--scheme=http", "--scheme=https", f"--user-agent={AGENT}"),
            *("--host-concurrency=4", f"--host-request-interval={interval}", str(page)),
        ]
        finished = subprocess.run(command, capture_output=True, text=True)
    try:
        report = json.loads(finished.stdout)
    except ValueError:
        raise RuntimeError(f"lychee could not run: {finished.stderr.strip()}") from None
    answers = {}
    for kind in ("success_map", "error_map", "timeout_map"):
        for links in report[kind].values():
            answers.update((link["url"], verdict_of(link)) for link in links)
    nothing = Verdict("failing", "lychee did not ask for it: is it an address at all?")
    return {url: answers.get(url) or answers.get(normal(url), nothing) for url in urls}


def normal(url):
    """The address as lychee writes it."""
    return requests.Request("GET", url).prepare().url


def verdict_of(link):
    """The Verdict on a link of lychee's report."""
    status, hops = link["status"], link.get("redirects", {}).get("redirects", [])
    code = status.get("code")
    if code in GUARDED and code not in LATER:
        return Verdict("guarded", f"answers {code} to machines")
    if code is None or not 200 <= code < 300:
        if code and 300 <= code < 400:
            return Verdict("failing", "redirects in a circle, or too often")
        said = status.get("details") or status["text"].split("(error")[0].strip()
        return Verdict("failing", f"answers {code}" if code else said)
    if not hops:
        return Verdict("alive")
    target = hops[-1]["url"]
    if to_the_home_page(link["url"], target):
        return Verdict("failing", f"leads to the home page {target}: the page itself seems gone")
    for_good = all(hop["code"] in PERMANENT for hop in hops)
    return Verdict("moved" if for_good else "redirected", f"leads to {target}", target)


def may_recover(verdict):
    """Whether a second look is worth it: not where the server has said clearly that it is not."""
    return verdict.state == "failing" and not re.match(
        r"answers 4(?:04|10)|redirects|leads", verdict.reason
    )


def to_the_home_page(url, target):
    deep, end = urlsplit(url), urlsplit(target)
    return len(deep.path.strip("/").split("/")) > 1 and end.path in ("", "/") and not end.query


def session():
    """A session that tries again, as long after as the server asks for."""
    retry = urllib3.Retry(
        total=3,
        backoff_factor=1,
        status_forcelist=LATER,
        retry_after_max=LONGEST_WAIT,
        raise_on_status=False,
    )
    asking = requests.Session()
    asking.headers["User-Agent"] = AGENT
    asking.max_redirects = 10
    for scheme in ("http://", "https://"):
        asking.mount(scheme, HTTPAdapter(max_retries=retry))
    return asking


def look_again(url, before):
    """Asks once more for an address that failed; `before` stays where that fails as well."""
    try:
        with session().get(url, timeout=SECONDS, stream=True) as answer:
            code = answer.status_code
    except requests.RequestException:
        return before
    if code in GUARDED:
        return Verdict("guarded", f"answers {code} to machines")
    if code < 400:
        return Verdict("alive", "at the second attempt")
    return Verdict("failing", f"answers {code}")


def beginning(url):
    """Status and the first bytes of a page; never more, however long or compressed it is.

    Raises:
        requests.RequestException: there is no answer.
    """
    end = time.monotonic() + SECONDS
    with session().get(url, timeout=SECONDS, stream=True) as answer:
        content = b""
        try:
            # undecoded: a few bytes of a compressed page may become gigabytes
            for piece in answer.raw.stream(8192, decode_content=False):
                content += piece
                if len(content) >= MOST_BYTES or time.monotonic() > end:
                    break
        except urllib3.exceptions.HTTPError:
            pass  # shorter than promised: what came counts
        if "gzip" in answer.headers.get("Content-Encoding", ""):
            content = unzip(content)
        return answer.status_code, content


def unzip(content):
    """The beginning of what the bytes hold, as far as it can be read."""
    try:
        return zlib.decompressobj(31).decompress(content, MOST_BYTES)
    except zlib.error:
        return b""


def without_soft_404(urls, verdicts, pool):
    """The addresses that answer 200 with a page which says that there is none. Only servers that
    answer 200 for an address which nobody can have are asked for their pages' titles."""
    hosts = collections.defaultdict(list)
    for url in urls:
        hosts[urljoin(url, "/")].append(url)
    nonsense = {host: urljoin(host, f"no-such-page-{secrets.token_hex(8)}") for host in hosts}
    soft = zip(hosts, pool.map(answers_anything, nonsense.values()), strict=True)
    candidates = [url for host, is_soft in soft if is_soft for url in hosts[host]]
    doubtful = [url for url in candidates if verdicts[url].state == "alive"]
    return {
        url: Verdict("failing", f"answers 200, but its title is “{title}”")
        for url, title in zip(doubtful, pool.map(title_of, doubtful), strict=True)
        if GONE.search(title)
    }


def answers_anything(url):
    try:
        with session().get(url, timeout=SECONDS, stream=True) as answer:
            return answer.status_code == 200
    except requests.RequestException:
        return False


def title_of(url):
    try:
        _, content = beginning(url)
    except requests.RequestException:
        return ""
    title = TITLE.search(content)
    return " ".join(title[1].decode(errors="replace").split()) if title else ""


# -- What to do ------------------------------------------------------------------------------------
def archived_copy(url, archive=ARCHIVE):
    """The address of an archived copy, or None."""
    try:
        answer = session().get(archive, params={"url": url}, timeout=SECONDS).json()
    except (requests.RequestException, ValueError):
        return None
    return answer.get("archived_snapshots", {}).get("closest", {}).get("url")


def write_back(moved, places):
    """Writes new addresses into the files that hold the old ones; returns how many places changed.

    Args:
        moved: {old address: new address}.
        places: where each stands, see `addresses`.
    """
    changed = 0
    for file in {file for old in moved for file, _ in places[old]}:
        text = file.read_bytes().decode()
        for old in sorted(moved, key=len, reverse=True):
            # not within a longer address
            pattern = re.escape(old) + r"(?![\w/?#&=%~+-]|\.\w)"
            text, count = re.subn(pattern, lambda _, new=moved[old]: new, text)
            changed += count
        file.write_bytes(text.encode())
    return changed
