"""The catalogue of resources and the topic graph: reads both, with the line of everything in them.

`docs/topics.yml` holds the topics; each file of `docs/en/6-resources/catalogue/` holds a resource,
its facts as front matter and our review of it as the body. `scripts/check_catalogue.py` says what
is wrong with them; `scripts/hooks/catalogue.py` makes pages of them.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
TOPICS = ROOT / "docs/topics.yml"
FOLDER = "6-resources/catalogue"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads YAML safely, and leaves dates the strings that they are written as."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


class Unreadable(Exception):
    """A file that is no YAML, or has no front matter: `line` and what is wrong."""

    def __init__(self, line, what):
        super().__init__(what)
        self.line, self.what = line, what


@dataclass
class Document:
    """A YAML document as data, with the line in its file of each part."""

    data: object
    node: yaml.Node
    first_line: int  # of the YAML within its file

    def line(self, path=()):
        """The line of what the keys and indices of `path` lead to, or of the last part there is."""
        node = self.node
        line = node.start_mark.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == str(step)), None)
            else:
                pair = (node.value[step], node.value[step])
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        return line + self.first_line

    def repeated_keys(self):
        """Yields (line, key) of every key that stands twice in one mapping."""
        waiting = [self.node]
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.MappingNode):
                seen = set()
                for key, value in node.value:
                    if key.value in seen:
                        yield key.start_mark.line + self.first_line, key.value
                    seen.add(key.value)
                    waiting.append(value)
            elif isinstance(node, yaml.SequenceNode):
                waiting += node.value


@dataclass
class Resource:
    """One file of the catalogue: its facts (the schema says which) and the review below them."""

    path: Path
    facts: dict
    document: Document = field(repr=False)
    review: str = field(repr=False)

    @cached_property
    def id(self):
        return self.path.stem

    @cached_property
    def page(self):
        """The page's source below its edition's folder."""
        return f"{FOLDER}/{self.path.name}"

    @property
    def languages(self):
        """Codes of the languages in which one can follow it: its own, and those of its subtitles,
        unless it is there to be read."""
        read = self.facts["kind"] in ("book", "notes", "blog", "newsletter")
        return {*self.facts["languages"], *([] if read else self.facts["subtitles"] or [])}

    @property
    def is_easy(self):
        """Whether it asks for no machine learning."""
        return self.facts["level"] in ("beginner", "introductory")

    def fit(self, topic):
        """How well it teaches the topic: 3 among the best, 2 good, 1 touches it, 0 not at all."""
        return self.facts["topics"].get(topic, {}).get("fit", 0)

    def part_hours(self, topic):
        """Hours of the part that teaches `topic`: stated there, or those of the whole; or None."""
        part = self.facts["topics"][topic]
        return part["hours"] or (self.facts["hours"] if part["part"] == "whole" else None)


def parse(text, first_line=1):
    """Reads YAML text as a Document.

    Raises:
        Unreadable: it is no YAML, with the line.
    """
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise Unreadable(first_line, "there is nothing in it")
        return Document(loader.construct_document(node), node, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + first_line, f"this is no YAML: {error.problem}") from None
    finally:
        loader.dispose()


def split(text):
    """The front matter as a Document and the body of a Markdown page.

    Raises:
        Unreadable: there is no front matter, or it is no mapping.
    """
    match = FRONT_MATTER.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if not match:
        raise Unreadable(1, "there is no front matter")
    document = parse(match[1], first_line=2)
    if not isinstance(document.data, dict):
        raise Unreadable(2, "the front matter is no list of “field: value”")
    return document, match[2].strip()


def read_resource(path):
    """Reads one file of the catalogue; raises Unreadable."""
    document, review = split(path.read_text(encoding="utf-8"))
    return Resource(path, document.data, document, review)


def resource_files(root=ROOT):
    """The catalogue's files, in the order of their names."""
    return sorted((root / "docs/en" / FOLDER).glob("*.md"))


def read_topics(path=TOPICS):
    """The topic graph as a Document: `tracks` and `topics`."""
    return parse(path.read_text(encoding="utf-8"))
