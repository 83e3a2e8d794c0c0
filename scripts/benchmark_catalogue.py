"""What the catalogue costs: `python scripts/benchmark_catalogue.py`, after a build.

Prints how long finder and planner take to answer with 2,000 synthetic resources, layout included,
and the processor time of a build with the catalogue beside one of the same pages as plain Markdown.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import browser
import catalogue
import catalogue_data
import check_catalogue
import server
from catalogue_html import Edition
from playwright.sync_api import sync_playwright

ROOT = catalogue.ROOT
SITE = ROOT / "site"
MIXED = ("kind", "level", "hours", "cost", "price", "formats", "languages", "year", "prerequisites")

# Each step is done as a reader would, and timed until the page is laid out anew.
FINDER_STEPS = """() => {
  const times = [];
  const step = (element, change, event) => {
    const before = performance.now();
    change(element);
    element.dispatchEvent(new Event(event, { bubbles: true }));
    document.body.offsetHeight;
    times.push(performance.now() - before);
  };
  const search = document.querySelector(".guide-filters input[type=search]");
  for (const text of ["a", "ag", "age", "agent", "agents py", ""]) {
    step(search, (e) => { e.value = text; }, "input");
  }
  for (const menu of document.querySelectorAll(".guide-filters select")) {
    for (const option of [...menu.options].slice(0, 12)) {
      step(menu, (e) => { e.value = option.value; }, "change");
    }
    step(menu, (e) => { e.value = ""; }, "change");
  }
  for (const box of document.querySelectorAll(".guide-pill input")) {
    step(box, (e) => { e.checked = true; }, "change");
    step(box, (e) => { e.checked = false; }, "change");
  }
  return times;
}"""
PLANNER_STEPS = """() => {
  const times = [];
  const step = (element, value) => {
    const before = performance.now();
    element.value = value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
    document.body.offsetHeight;
    times.push(performance.now() - before);
  };
  const [goal, languages, budget] = document.querySelectorAll(".guide-filters select");
  const [hours] = document.querySelectorAll(".guide-filters input[type=number]");
  const [start, by] = document.querySelectorAll(".guide-filters input[type=date]");
  step(start, "2026-12-07");
  for (const last of ["", "2028-06-01", "2027-02-01"]) {
    step(by, last);
    for (const { value } of goal.options) {
      step(goal, value);
      for (const amount of [2, 6, 20]) step(hours, amount);
      for (const { value } of budget.options) step(budget, value);
      for (const { value } of languages.options) step(languages, value);
      step(languages, "en");
    }
  }
  return times;
}"""


def synthetic(real, count):
    """So many resources, each a real one with fields of other real ones mixed in."""
    lot = random.Random(1)
    made = {}
    for number in range(count):
        base = lot.choice(real)
        facts = {**base.facts, "after": [], "title": f"{base.facts['title']} {number}"}
        for name in MIXED:
            facts[name] = lot.choice(real).facts[name]
        facts["prerequisites"] = [t for t in facts["prerequisites"] if t not in facts["topics"]]
        path = Path(f"{base.id}-{number}.md")
        made[path.stem] = catalogue.Resource(path, facts, base.document, base.review)
    return made


def answers(count):
    """Milliseconds of each step in the finder and in the planner."""
    _, real, document, _ = check_catalogue.check()
    graph = document.data
    topics = {topic["id"]: topic for topic in graph["topics"]}
    edition = Edition("en", synthetic(real, count), topics, {}, set())
    data = catalogue_data.script(edition, graph)
    page_source = (SITE / "6-resources/finder.html").read_text(encoding="utf-8")
    before, rest = page_source.split('<ol class="guide-cards" id="resources">', 1)
    body = before + edition.all_cards("6-resources/finder.md") + rest.split("</ol>", 1)[1]
    times = {}
    with sync_playwright() as playwright, server.serving(SITE) as address:
        chromium = browser.launch(playwright)
        for name, steps in (("finder", FINDER_STEPS), ("planner", PLANNER_STEPS)):
            page = chromium.new_page()
            page.route("**/catalogue.js", lambda route: route.fulfill(body=data))
            page.route("**/finder.html", lambda r: r.fulfill(body=body, content_type="text/html"))
            page.goto(f"{address}6-resources/{name}.html", wait_until="networkidle")
            page.locator(".guide-count").wait_for()
            times[name] = page.evaluate(steps)
        chromium.close()
    return times


def build_seconds(hooks):
    """Processor seconds of building the English edition with these hooks."""
    with tempfile.NamedTemporaryFile("w", suffix=".yml", dir=ROOT, prefix=".preview-") as file:
        file.write(f"INHERIT: mkdocs.yml\nhooks: [{', '.join(hooks)}]\nvalidation: {{}}\n")
        file.flush()
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", file.name, "-d"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([*command, folder], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("--resources", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for name, times in answers(options.resources).items():
        print(
            f"{name}: {len(times)} answers with {options.resources} resources, "
            f"median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms"
        )
    hooks = sorted(path.as_posix() for path in (ROOT / "scripts/hooks").glob("*.py"))
    plain = [hook for hook in hooks if not hook.endswith("catalogue_pages.py")]
    seconds = [(build_seconds(hooks), build_seconds(plain)) for _ in range(options.runs)]
    ours, theirs = (min(column) for column in zip(*seconds, strict=True))
    print(f"build: {ours:.2f} s, as plain Markdown {theirs:.2f} s, {ours / theirs:.2f} times")


if __name__ == "__main__":
    main()
