"""Refuses what a hostile contribution could smuggle in: `python3 scripts/check_safe.py [FILE ...]`.

Without files: all of docs/, and the SVGs of overrides/. Each problem is one line: file, line, the
rule's name, what is wrong, what to do. Exits with 1 if there is any. Nothing that is checked is
executed, decoded as a picture, or loaded as YAML objects.

Markdown is judged by the HTML that the site's own extensions make of it, so that no trick of
notation hides anything; the line is then looked up in the source.
"""

import sys

from environment import ROOT, enter

if __name__ == "__main__":
    enter("requirements-test.lock")

import base64
import binascii
import html
import io
import itertools
import json
import math
import posixpath
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

import catalogue
import markdown
import yaml
from check_pages import Problem, prose_lines, report
from mkdocs.utils import meta, yaml_load
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from PIL import Image

MENDS = {
    "bad-encoding": "Save the file as UTF-8",
    "bad-image": "Save the picture anew, in the format that its suffix names",
    "bad-notebook": "Save it anew with `python3 scripts/notebooks.py`",
    "bad-yaml": "Mend the YAML there",
    "event-handler": "Take the attribute out; what moves is a widget",
    "file-name": "Rename it: letters, digits, hyphens",
    "file-type": "Use a type that docs/ already holds",
    "form-element": "Take it out; what asks for input is a widget",
    "frame-element": "Take it out, and link to the page instead",
    "front-matter-html": "Write plain text: no tags, and no double quotes in a description",
    "head-element": "Take it out; styles and metadata belong to overrides/",
    "link-outside": "Copy the file into docs/ instead of linking to it",
    "malformed-html": "Write it as Markdown, or as complete tags with quoted attributes",
    "moving-image": "Use a still picture, or a widget",
    "nested-too-deep": "Write it flatter",
    "no-file": "Mend the path",
    "notebook-attachment": "Put the picture beside the notebook, as SVG",
    "notebook-metadata": "Keep kernelspec, language_info, colab; tags and alt; and plain text",
    "notebook-output": "Print text or draw with matplotlib, and run it again",
    "outside-docs": "Link to a file below docs/, by a path from this page’s folder",
    "protocol-relative": "Write the whole address, with https://",
    "raw-text-element": "Take it out",
    "remote-resource": "Put the file beside the page: the guide loads nothing from other hosts",
    "script-element": "Take it out; what moves is a widget",
    "site-hook": "Take it out; a widget is <div data-widget=\"name\">",
    "snippet-outside": "Include files below docs/ alone",
    "style-attribute": "Use a class of guide.css",
    "svg-animation": "Draw it still",
    "svg-entity": "Take the DOCTYPE and its entities out",
    "svg-foreign": "Draw it with SVG’s own shapes and texts",
    "svg-invalid": "Save it anew as plain SVG",
    "svg-link": "Refer to #id in the same file alone",
    "svg-style": "Use the classes of CONTRIBUTING.md, “Figures”",
    "too-large": "Make it smaller",
    "trojan-source": "Delete the invisible character, or name it in words",
    "url-scheme": "Use http, https, mailto, or a path from this page’s folder",
    "yaml-alias": "Write the values out",
    "yaml-tag": "Take the tag out",
}  # fmt: skip

PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF"}
TEXTS = {".md", ".ipynb", ".svg", ".yml", ".json", ".txt", ".tsv", ".csv"}
DATA = {".npz", ".raw", ".wav"}
BYTES = {".md": 500_000, ".yml": 500_000, ".ipynb": 3_000_000, ".svg": 2_000_000}
BYTES |= dict.fromkeys(PICTURES, 2_000_000)
PIXELS = 20_000_000
ALIASES = DEPTH = FAULTS = 50  # of a YAML document; faults that are told of one text

LINE = 2_000  # characters; Markdown takes the square of a line’s length to read brackets

ELEMENTS = {
    "script-element": "script",
    "frame-element": "iframe|frame|frameset|object|embed|applet|portal|fencedframe",
    "form-element": "form|input|button|select|textarea|fieldset",
    "head-element": "base|meta|link|style|title|html|head|body",
    "raw-text-element": "noscript|template|xmp|plaintext|noembed|noframes|listing",
    "svg-foreign": "foreignobject",
}
ANIMATIONS = {"animate", "set", "animatemotion", "animatetransform"}
OWN_SCRIPT = re.compile(r"catalogue\.js|(\.\./)+assets/javascripts/[a-z-]+\.js")
LOADING = re.compile("src|srcset|poster|data|background|lowsrc|dynsrc|ping|manifest")
ADDRESS = re.compile(LOADING.pattern + "|href|action|formaction|cite|longdesc")
PAINT = re.compile("style|fill|stroke|filter|mask|cursor|clip-path|marker.*")
DANGEROUS_CSS = re.compile(
    r"url\((?!['\"]?#)|image-set\(|@import|expression\(|behaviou?r:|binding:"
    r"|position:(fixed|sticky|absolute)"
)
TAG = re.compile(
    r"<[a-zA-Z][\w:-]*(\s+[\w:.-]+(\s*=\s*(\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+))?)*\s*/?>"
)
MARKUP = re.compile(r"<[a-zA-Z/!?]")
ACTIVE = re.compile(r"<\s*/?\s*(script|iframe|object|embed|svg|img|style|link|meta|form|base)\b|"
                    r"javascript:|\bon\w+\s*=", re.I)  # fmt: skip
SNIPPET = re.compile(
    r"-+8<-+\s+[\"']?([^\"'\s]+)|\{!\s*([^\s!]+)|\{%\s*include\S*\s+[\"']([^\"']+)"
)
SNIPPET_BLOCK = re.compile(r"[\s;]*-+8<-+\s*")
IMAGE_OUTPUT = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
TEXT_OUTPUT = {"text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml"}
INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)
BLANKS = re.compile(r"[\0-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+")
JSON_ESCAPE = re.compile(r"(\\\\)|\\u([0-9a-fA-F]{4})")


class Found(NamedTuple):
    """What breaks a rule; `needles` are texts of the source, squeezed, one of which leads to it."""

    rule: str
    what: str
    needles: tuple
    line: int  # within the HTML


def squeeze(text):
    """The text as a browser reads an address: entities and escapes resolved, no blanks, lower."""
    return BLANKS.sub("", unquote(html.unescape(text))).replace("\\", "/").lower()


def leaves(path, folder):
    """Whether a path, seen from a folder of docs/, leads out of docs/."""
    path = unquote(re.split("[?#]", path)[0]).replace("\\", "/").strip()
    return path.startswith("/") or posixpath.normpath(f"{folder}/{path}").startswith("..")


def dangerous_css(css):
    """What of CSS loads something, runs something or lies over the page; or None."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\\([0-9a-fA-F]{1,6})\s?", lambda m: chr(int(m[1], 16) % 0x110000), css)
    match = DANGEROUS_CSS.search(BLANKS.sub("", css).replace("\\", "").lower())
    return match and match[0]


class Inspector(HTMLParser):
    """Collects in `found` what is active in HTML or SVG; `folder` is the page's, below docs/."""

    def __init__(self, folder, svg=False, data_images=False):
        super().__init__(convert_charrefs=False)
        self.folder, self.svg, self.data_images = folder, svg, data_images
        self.found = []

    def inspect(self, text):
        self.feed(text)
        self.close()
        return self.found

    def set_cdata_mode(self, *_, **__):
        """Scripts and styles are read like all else: in SVG, elements may stand in them."""

    def add(self, rule, what, *needles):
        self.found.append(Found(rule, what, tuple(map(squeeze, needles)), self.getpos()[0]))

    def handle_starttag(self, tag, attributes):
        before, source = len(self.found), self.get_starttag_text()
        name = tag.rpartition(":")[2]
        attributes = [(key.rpartition(":")[2], value or "") for key, value in attributes]
        if rule := self.refused(name, dict(reversed(attributes))):
            self.add(rule, f"there is a <{name}>", f"<{tag}")
            return
        for key, value in attributes:
            self.check_attribute(name, key, value)
        if len(self.found) == before and not TAG.fullmatch(source):
            what = f"browsers and checks may read {source[:40]!r} differently"
            self.add("malformed-html", what, source[:30], f"<{tag}")

    def refused(self, name, attributes):
        """The rule that forbids the element, or None."""
        if self.svg and name in ("style", "title"):
            return None
        if name == "script" and set(attributes) <= {"src", "defer"}:
            return None if OWN_SCRIPT.fullmatch(attributes.get("src", "")) else "script-element"
        if name == "input" and set(attributes) <= {"checked", "id", "name", "type"}:
            is_tab = attributes.get("type") == "radio" and "__tabbed_" in attributes.get("name", "")
            return None if is_tab else "form-element"  # Material's tabs are made of these
        if name in ANIMATIONS and attributes.get("attributename", "").lower().endswith("href"):
            return "svg-animation"
        return next((rule for rule, names in ELEMENTS.items() if re.fullmatch(names, name)), None)

    def check_attribute(self, name, key, value):
        if key.startswith("on") and len(key) > 2:
            self.add("event-handler", f"<{name}> has the attribute {key}", key)
        elif key == "srcdoc":
            self.add("frame-element", f"<{name}> has the attribute {key}", key)
        elif PAINT.fullmatch(key):
            if danger := dangerous_css(value):
                self.add("style-attribute", f"the {key} of <{name}> has {danger!r}", danger, key)
        elif ADDRESS.fullmatch(key):
            addresses = re.split(r"[\s,]+(?=\S)", value) if key == "srcset" else [value]
            loads = LOADING.fullmatch(key) or name in ("image", "use", "feimage")
            for address in addresses:
                self.check_address(address, loads)
        elif (
            key.startswith(("data-md", "data-clipboard"))
            or (key == "data-widget" and not re.fullmatch("[a-z0-9-]+", value))
            or (key == "class" and "mermaid" in value.split())
        ):
            self.add("site-hook", f"{key}={value[:30]!r} calls the site’s own scripts", value, key)
        if INVISIBLE.search(value):
            self.add("trojan-source", f"an invisible character in {key}", key)

    def check_address(self, value, loads):
        shown, target = repr(value.strip()[:60]), squeeze(value)
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", target)
        if self.svg:
            if not target.startswith("#"):
                self.add("svg-link", f"there is a link to {shown}", target[:40])
        elif scheme and scheme[0] in ("http:", "https:"):
            if loads:
                self.add("remote-resource", f"{shown} is loaded from another host", target[:40])
        elif scheme and (scheme[0] != "mailto:" or loads):
            if not (self.data_images and re.match("data:image/(png|jpeg|webp)[;,]", target)):
                self.add("url-scheme", f"the address {shown}", target[:40], scheme[0])
        elif target.startswith("//"):
            self.add("protocol-relative", f"the address {shown} has no scheme", target[:40])
        elif leaves(value, self.folder):
            self.add("outside-docs", f"the path {shown} leads out of docs/", target[:40])

    def handle_data(self, data):
        if MARKUP.search(data):
            self.add("malformed-html", f"{data.strip()[:40]!r} is no complete tag", data[:30])

    def handle_charref(self, name):
        self.handle_entityref(f"#{name}")

    def handle_entityref(self, name):
        if INVISIBLE.search(html.unescape(f"&{name};")):
            what = f"the entity &{name}; cannot be seen"
            self.found.append(Found("trojan-source", what, (f"&{name}",), self.getpos()[0]))

    def handle_comment(self, data):
        if re.search(r"[<>]|^\[", data):
            self.refuse_markup(f"<!--{data}")

    def refuse_markup(self, data):
        what = f"browsers and checks may read {data[:40]!r} differently"
        self.add("malformed-html", what, data[:30])

    def handle_decl(self, data):
        self.refuse_markup(f"<!{data}")

    def unknown_decl(self, data):
        self.refuse_markup(f"<![{data}")

    def handle_pi(self, data):
        if not (self.svg and re.match(r"xml\s", data)):
            self.refuse_markup(f"<?{data}")


class Lines:
    """The lines of a source, in which `find` looks up where something stands."""

    def __init__(self, text):
        self.source = text.split("\n")
        self.lines = [squeeze(line) for line in self.source]
        prose = {number for number, _ in prose_lines(text)}
        self.order = sorted(range(len(self.lines)), key=lambda i: (i + 1 not in prose, i))
        self.last = {}

    def find(self, needles, first=1):
        """The line, from `first` on, that holds one of the needles: of the prose, if it can be, and
        at the second call with the same needles the second one; or `first`."""
        after = max(self.last.get(needles, 0), first - 1)
        for start in (after, first - 1):
            for needle, size in itertools.product(filter(None, needles), (1, 2, 3)):
                for i in self.order:
                    text = "".join(self.lines[i : i + size])
                    if i >= start and (needle in text or needle in self.source[i]):
                        self.last[needles] = i + 1
                        return i + 1
        return first


@cache
def converter():
    """Markdown with the site's extensions."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        extensions = yaml_load(file)["markdown_extensions"]
    return markdown.Markdown(extensions=list(extensions), extension_configs=extensions)


def rendered(text):
    """The HTML of a page; what follows it closes a tag or quote that it may have left open."""
    try:
        return converter().reset().convert(text + "\n\n>\n\n\">\n\n'>\n")
    except BaseException:
        converter.cache_clear()  # one that has stopped half-way reads later pages wrongly
        raise


def check_file(path, docs):
    """Yields all problems of one file below the folder `docs`; never raises on what it reads."""

    def problem(rule, what, line=1):
        return Problem(path, line, f"{rule} {what}", MENDS[rule])

    if INVISIBLE.search(path.name) or path.name.startswith("-") or not path.name.isprintable():
        yield problem("file-name", f"the name {path.name!r} may be read as something else")
    try:
        if not path.resolve().is_relative_to(docs.resolve()):
            yield problem("link-outside", "this is a link to a file outside docs/")
        elif not path.is_dir():
            folder = path.parent.relative_to(docs).as_posix()
            for fault in check_content(path, path.suffix.lower(), folder):
                yield problem(*fault)
    except UnicodeDecodeError:
        yield problem("bad-encoding", "this is not UTF-8")
    except RecursionError:
        yield problem("nested-too-deep", "it is nested too deep to be read")
    except AssertionError:  # what html.parser raises at <![x[
        yield problem("malformed-html", "it holds a declaration that cannot be read")
    except (OSError, RuntimeError):  # a loop of links
        yield problem("no-file", "there is no such file, or it cannot be read")


# Each check yields faults: (rule, what is wrong, line if it is not the first).


def check_content(path, suffix, folder):
    """Type and size of a file, then what its type has checks for."""
    size, limit = path.stat().st_size, BYTES.get(suffix, math.inf)
    if suffix not in TEXTS | DATA | set(PICTURES):
        yield "file-type", f"files of type {suffix or 'without suffix'} are not published"
    elif size > limit:
        yield "too-large", f"it has {size:,} bytes; {limit:,} may be"
    elif suffix in PICTURES:
        yield from check_picture(path.read_bytes(), PICTURES[suffix])
    elif suffix in TEXTS:
        text = path.read_text(encoding="utf-8").removeprefix("\ufeff")
        yield from check_invisible(text, suffix)
        checks = {".md": check_page, ".ipynb": check_notebook, ".svg": check_svg}
        if check := {**checks, ".yml": check_yaml}.get(suffix):
            yield from check(text, folder)


def check_invisible(text, suffix):
    """Characters that hide or reorder text, unless they join emoji or stand between Chinese."""
    if suffix in (".ipynb", ".json", ".yml"):  # what is written as \u202e counts, too
        text = JSON_ESCAPE.sub(lambda m: m[1] or chr(int(m[2], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for number, line in enumerate(text.split("\n"), 1):
        for match in INVISIBLE.finditer(line.removesuffix("\r")):
            before, after = line[: match.start()][-1:] or "x", line[match.end() :][:1] or "x"
            joins = match[0] == "\u200d" and unicodedata.category(before) in ("So", "Sk", "Mn")
            chinese = match[0] in "\u200b\u200c\u200d" and all(
                unicodedata.east_asian_width(neighbour) in "WF" for neighbour in (before, after)
            )
            if not (joins or chinese):
                yield "trojan-source", f"the character U+{ord(match[0]):04X} cannot be seen", number
                break


def check_html(text, lines, folder, first=1, **options):
    """What is active in HTML that was made of a source, with the source's lines from `first`."""
    for found in Inspector(folder, **options).inspect(text)[:FAULTS]:
        yield found.rule, found.what, lines.find(found.needles, first)


def check_page(text, folder):
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE:
            yield "too-large", f"the line has more than {LINE:,} characters", number
            return
    lines = Lines(text)
    if match := meta.YAML_RE.match(text):
        faults = list(check_events(match[1], first=2))
        yield from faults
        if faults:
            return
    body, fields = meta.get_data(text)
    for field, value in fields.items():
        for string in strings(value):
            quoted = field in ("description", "summary", "author") and '"' in string
            if quoted or MARKUP.search(string):
                yield "front-matter-html", f"“{field}” holds a tag or a quote", lines.find((field,))
            elif re.match(r"(javascript|vbscript|data|file):\S+$", squeeze(string)) and (
                " " not in string.strip()
            ):
                yield (
                    "url-scheme",
                    f"“{field}” is the address {string[:40]!r}",
                    lines.find((field,)),
                )
    in_block = False
    for number, line in prose_lines(text):
        if SNIPPET_BLOCK.fullmatch(line):
            in_block = not in_block
            continue
        paths = [next(filter(None, match.groups())) for match in SNIPPET.finditer(line)]
        for path in [line.strip()] if in_block else paths:
            if leaves(path, ".") or re.match(r"[a-z]+:", path):
                yield "snippet-outside", f"it includes {path[:60]!r}", number
    yield from check_html(rendered(body), lines, folder)


def strings(value):
    """Yields every string of nested lists and mappings, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            for part in pair:
                yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def check_events(text, first=1, on_string=lambda value, line: ()):
    """Tags, aliases and depth of YAML, read as events: no object is made of it."""
    aliases, anchored = 0, []  # of each open collection, whether it has an anchor
    try:
        for event in yaml.parse(text, Loader=catalogue.Loader):
            line = event.start_mark.line + first
            if getattr(event, "tag", None):
                yield "yaml-tag", f"the tag {event.tag[:60]!r} makes objects", line
            if isinstance(event, yaml.AliasEvent):
                aliases += 1
                if aliases == ALIASES + 1 or any(anchored):
                    yield "yaml-alias", f"*{event.anchor} multiplies what stands there", line
                    return
            elif isinstance(event, yaml.ScalarEvent):
                yield from on_string(event.value, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                anchored.append(bool(event.anchor))
                if len(anchored) > DEPTH:
                    yield "nested-too-deep", f"it is nested more than {DEPTH} deep", line
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                anchored.pop()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield "bad-yaml", "this is no YAML", mark.line + first if mark else first


def check_yaml(text, folder):
    """YAML whose strings may become Markdown of a page."""

    def on_string(value, line):
        if len(value) > LINE:
            yield "too-large", f"a text has more than {LINE:,} characters", line
        elif re.search(r"[<\]{]", value):
            for rule, what, _ in check_html(rendered(value), Lines(value), "en/8-faq"):
                yield rule, what, line

    yield from check_events(text, on_string=on_string)


def check_svg(text, folder):
    """An SVG is read twice: as HTML, as which it gets into pages, and as XML."""
    if match := re.search(r"<!(doctype|entity)", text, re.I):
        line = text.count("\n", 0, match.start()) + 1
        yield "svg-entity", f"there is a {match[0]}", line
        return
    for style in re.finditer(r"<(?:[^\s<>/]+:)?style\b[^>]*(?:>([^<&]*)</)?", text):
        if style[1] is None or dangerous_css(style[1]):
            line = text.count("\n", 0, style.start()) + 1
            yield "svg-style", "a <style> loads something, or holds more than text", line
    found = Inspector(folder, svg=True).inspect(text)[:FAULTS]
    yield from ((fault.rule, fault.what, fault.line) for fault in found)
    try:
        expat.ParserCreate("utf-8").Parse(text.encode(), True)
    except expat.ExpatError as error:
        if not found:
            yield "svg-invalid", f"this is no XML: {expat.ErrorString(error.code)}", error.lineno


def check_picture(data, format, line=1):
    """Format, pixels and frames of a raster image, from its header."""
    try:
        with Image.open(io.BytesIO(data), formats=sorted(set(PICTURES.values()))) as image:
            if image.width * image.height > PIXELS:
                yield "too-large", f"it has {image.width} × {image.height} pixels", line
            elif image.format != format:
                yield "bad-image", f"this is {image.format}, and not {format}", line
            elif getattr(image, "is_animated", False):
                yield "moving-image", f"it has {image.n_frames} frames", line
    except Image.DecompressionBombError:
        yield "too-large", f"it has more than {PIXELS:,} pixels", line
    except Exception:  # whatever a forged header makes Pillow raise
        yield "bad-image", f"this cannot be read as {format}", line


def check_notebook(text, folder):
    try:
        notebook = json.loads(text)
    except ValueError as error:
        yield "bad-notebook", "this is no JSON", getattr(error, "lineno", 1)
        return
    lines = Lines(re.sub(r"\\(.)", r"\1", text))
    try:
        yield from check_metadata(
            notebook["metadata"], lines, text.count("\n", 0, text.rfind('"metadata"')) + 1
        )
        first = 1
        for cell in notebook["cells"]:
            source = joined(cell["source"])
            if head := json.dumps(source.split("\n")[0], ensure_ascii=False)[1:-1]:
                at = text.find(head, sum(map(len, text.splitlines(True)[: first - 1])))
                first = text.count("\n", 0, at) + 1 if at > 0 else first
            yield from check_cell(cell, source, lines, folder, first)
    except (AttributeError, KeyError, TypeError) as error:
        yield "bad-notebook", f"its parts are not those of a notebook ({error})", 1


def check_cell(cell, source, lines, folder, first):
    """One cell of a notebook, whose source begins in line `first`."""
    yield from check_metadata(cell["metadata"], lines, first)
    if cell.get("attachments"):
        yield "notebook-attachment", "a cell has attachments", first
    if any(len(line) > LINE for line in source.split("\n")):
        yield "too-large", f"a line has more than {LINE:,} characters", first
        return
    if cell["cell_type"] != "code":
        made = source if cell["cell_type"] == "raw" else markdown2html_mistune(source)
        yield from check_html(made, lines, folder, first)
        return
    if not isinstance(cell["execution_count"], int | None):
        yield "bad-notebook", "an execution_count is no number", first
    for output in cell["outputs"]:
        yield from check_metadata(output.get("metadata", {}), lines, first)
        for kind, value in output.get("data", {}).items():
            line = lines.find((squeeze(f'"{kind}"'),), first)
            if kind in IMAGE_OUTPUT:
                yield from check_embedded(joined(value), IMAGE_OUTPUT[kind], line)
            elif kind not in TEXT_OUTPUT:
                yield "notebook-output", f"an output is {kind[:60]!r}", line
            elif kind == "image/svg+xml":
                yield from (
                    (rule, what, line) for rule, what, _ in check_svg(joined(value), folder)
                )
            elif kind != "text/plain":
                made = (
                    joined(value) if kind == "text/html" else markdown2html_mistune(joined(value))
                )
                yield from check_html(made, lines, folder, line, data_images=True)


def check_embedded(text, format, line):
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        yield "bad-image", "this is no base64", line
        return
    if len(data) > BYTES[".png"]:
        yield "too-large", f"a picture has {len(data):,} bytes", line
    else:
        yield from check_picture(data, format, line)


def check_metadata(metadata, lines, first):
    for string in strings(metadata):
        if string in ("widgets", "filenames") or ACTIVE.search(string):
            what = f"the metadata hold {string[:40]!r}"
            yield "notebook-metadata", what, lines.find((squeeze(string)[:40],), first)


def joined(value):
    """The text of a notebook's field, which may be a list of lines."""
    return value if isinstance(value, str) else "".join(value)


def main(arguments):
    """Checks the named files, or docs/ and the SVGs of overrides/; returns the exit status."""
    files = [Path(argument).absolute() for argument in arguments] or [
        *sorted((ROOT / "docs").rglob("*")),
        *sorted((ROOT / "overrides").rglob("*.svg")),
    ]
    problems = [problem for file in files for problem in check_file(file, home(file))]
    return report(problems, f"{sum(file.is_file() for file in files)} files checked")


def home(file):
    """The folder that a file must not lead out of: docs/, overrides/, or else its own."""
    tops = [ROOT / "docs", ROOT / "overrides", *reversed(file.parents)]
    inside = (top for top in tops if top in file.parents and top.name in ("docs", "overrides"))
    return next(inside, file.parent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
