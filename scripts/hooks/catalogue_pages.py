"""The catalogue in the site: a page for each resource, the lists that pages ask for, "Learn it
from" at the end of pages about a topic, the roadmap, and the data files.

A page asks for a list of resources by a line `<!-- resources: cs231n cs224n -->`, for all of them
by `<!-- all resources -->`, for the roadmap by `<!-- roadmap -->`, and for when each resource was
last seen alive by `<!-- link health -->`.
"""

import json
import logging
import re
import sys
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

sys.path.insert(0, str(Path(__file__).parents[1]))
import catalogue
import catalogue_data
import check_catalogue
import roadmap
from catalogue_html import Edition, learning_pages, topics_of_pages
from check_pages import Problem

log = logging.getLogger("mkdocs.hooks.catalogue")
ROOT = catalogue.ROOT
LIST = re.compile(r"^<!-- resources: (.*?) -->$", re.M)
ALL = "<!-- all resources -->"
ROADMAP = "<!-- roadmap -->"
HEALTH = "<!-- link health -->"
FOOTNOTES = re.compile(r"^\[\^[^\]]+\]:", re.M)
PAGE = (".md", ".ipynb")

edition = graph = None  # of the build that is running; on_files sets them
learning = {}


def on_files(files, config):
    """Read and check the catalogue; add its data files, and nothing to the navigation."""
    global edition, graph, learning
    edition = graph = None
    learning = {}
    lang = config.theme["language"]
    try:
        problems, resources, topics, twins = check_catalogue.check()
    except catalogue.Unreadable as error:
        log.error(Problem(catalogue.TOPICS, error.line, error.what, "Mend it"))
        return files
    for problem in problems:
        log.warning(problem)
    if any(problem.file == catalogue.TOPICS for problem in problems):
        return files
    graph = topics.data
    pages = {file.src_uri for file in files if file.src_uri.endswith(PAGE)}
    edition = Edition(
        lang,
        {resource.id: resource for resource in resources},
        {topic["id"]: topic for topic in graph["topics"]},
        twins if lang == "zh" else {},
        pages,
    )
    learning = learning_pages(topics_of_pages(graph["topics"]))
    if resources:
        for uri, content in data_files(resources, config).items():
            files.append(File.generated(config, f"6-resources/{uri}", content=content))
    return files


def data_files(resources, config):
    """Content of each data file by its name; the English edition holds what is for others."""
    files = {"catalogue.js": catalogue_data.script(edition, graph)}
    if edition.lang == "en":
        url = config.site_url or ""
        files["catalogue.json"] = catalogue_data.for_others(resources, graph)
        files["catalogue.schema.json"] = check_catalogue.SCHEMA.read_text(encoding="utf-8")
        files["catalogue.xml"] = catalogue_data.feed(resources, config.site_name, url)
    return files


@event_priority(50)  # before the glossary looks for the terms that the page uses
def on_page_markdown(markdown, page, config, files):
    """Write a resource's page, or what a page asks of the catalogue."""
    uri = page.file.src_uri
    if uri.startswith(f"{catalogue.FOLDER}/"):
        return resource_page(markdown, page)
    if edition is None or not uri.endswith(".md"):
        return markdown

    def cards(match):
        ids = match[1].split()
        for id in ids:
            if id not in edition.resources:
                line = page_line(page, match[0])
                what, mend = f"there is no resource “{id}”", "Name a file of the catalogue"
                log.warning(Problem(Path(page.file.abs_src_path), line, what, mend))
        return edition.cards([id for id in ids if id in edition.resources], uri)

    markdown = LIST.sub(cards, markdown)
    if ALL in markdown:
        markdown = markdown.replace(ALL, edition.all_cards(uri))
    if ROADMAP in markdown:
        markdown = markdown.replace(ROADMAP, roadmap.draw(edition, graph, uri))
    if HEALTH in markdown:
        health = json.loads((ROOT / "docs/link-health.json").read_text(encoding="utf-8"))
        markdown = markdown.replace(HEALTH, edition.health_table(health, uri))
    if uri in learning:
        section = edition.learn_it_from(learning[uri], uri)
        notes = FOOTNOTES.search(markdown)
        end = notes.start() if notes else len(markdown)
        markdown = f"{markdown[:end].rstrip()}\n\n{section}\n\n{markdown[end:]}"
    return markdown


def page_line(page, text):
    """The line of the page's source on which the text stands."""
    source = Path(page.file.abs_src_path).read_text(encoding="utf-8")
    return source[: source.find(text)].count("\n") + 1


def resource_page(markdown, page):
    """The page of a resource, and its facts for the template."""
    resource = edition.resources.get(Path(page.file.src_uri).stem) if edition else None
    if resource is None:
        return markdown  # it has problems, and a warning about each
    page.meta["title"] = page.title = edition.title(resource)
    page.meta["description"] = edition.summary(resource)
    # "<" would end the script element early
    data = json.dumps(catalogue_data.json_ld(edition, resource), ensure_ascii=False)
    page.meta["json_ld"] = data.replace("<", "\\u003c")
    return edition.page(resource, markdown.strip())
