"""Scaffolds what one adds to the guide: `python3 scripts/new.py course|chapter|notebook|figure`.

Asks at a terminal for what it cannot know. Each answer can be an option instead, see
`python3 scripts/new.py course --help`; without a terminal, those without a default must be.
Nothing that exists is overwritten, and who stops in the middle has written nothing.
"""

import argparse
import contextlib
import datetime
import difflib
import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from environment import PYTHON, ROOT, enter

if __name__ == "__main__":
    try:
        enter("requirements.lock")
    except KeyboardInterrupt:  # in .venv it has said so itself
        sys.exit(130)

import catalogue
import catalogue_words
from check_pages import Problem

DOCS = ROOT / "docs/en"
CHINESE = ROOT / "docs/zh"
PRACTICE = DOCS / "4-practice"
CONFIGURATION = ROOT / "mkdocs.yml"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
SCHEMA = ROOT / "docs/catalogue.schema.json"
EXAMPLE_FIGURE = re.compile(r"^### Figures$.*?^```xml\n(.*?)^```$", re.M | re.S)
HEADING = re.compile(r"^# (.+?)(?: *\{.*\})?$", re.M)
DESCRIPTION = (20, 155)  # characters: a page's `description`, which search engines show


class Refused(Exception):
    """An answer that cannot be taken, or a file in the way: what is wrong and what to do."""


@dataclass(frozen=True)
class Question:
    """What only a person knows: the option's name, the question, an answer for example.

    `read(text, answers)` returns the value of an answer, given those before it, or raises Refused.
    `default` is an answer, or makes one from those before it; None: there is none. Where it is
    sound, a question that is not `asked` is not put at all.
    """

    name: str
    text: str
    example: str
    read: Callable
    default: str | Callable | None = None
    asked: bool = True


# -- Asking ---------------------------------------------------------------------------------------
def collect(questions, options):
    """Maps the questions' names to their answers: from the options, the terminal, or by default.

    Raises:
        Refused: an option cannot be taken, or one is missing and there is no terminal to ask at.
    """
    terminal = sys.stdin.isatty()
    missing = [q for q in questions if options[q.name] is None and q.default is None]
    if missing and not terminal:
        names = "".join(f'\n  --{q.name} "{q.example}"   {q.text}' for q in missing)
        raise Refused(f"Missing, and there is no terminal to ask at. Add, for example:{names}")
    answers = {}
    for question in questions:
        given = options[question.name]
        default = question.default(answers) if callable(question.default) else question.default
        if given is None and question.asked and terminal:
            answers[question.name] = ask(question, default, answers)
            continue
        try:
            answers[question.name] = question.read(given or default or "", answers)
        except Refused as refusal:
            if given is not None or not terminal:
                option = "" if isinstance(refusal.args[0], Problem) else f"--{question.name}: "
                raise Refused(f"{option}{refusal}") from None
            print(refusal)
            answers[question.name] = ask(question, None, answers)
    return answers


def ask(question, default, answers):
    """Puts the question at the terminal until its answer can be taken; returns the value."""
    offer = f"; Enter for: {default}" if default else ""
    prompt = f"{question.text}\n  (for example: {question.example}{offer})\n> "
    while True:
        try:
            return question.read(input(prompt).strip() or default or "", answers)
        except Refused as refusal:
            print(refusal)


# -- Reading answers ------------------------------------------------------------------------------
def read_line(text, answers):
    """A line of at least two characters."""
    if len(text) < 2 or not text.isprintable():
        raise Refused(f"“{ascii(text)[1:-1]}” is no line of text. Write two characters or more")
    return text


def read_question(text, answers):
    """A question that can be a page's description."""
    question = read_line(text, answers).rstrip("?") + "?"
    if not DESCRIPTION[0] <= len(question) <= DESCRIPTION[1]:
        limits = f"{DESCRIPTION[0]} to {DESCRIPTION[1]}"
        raise Refused(f"The question has {len(question)} characters. Write {limits}")
    return question


def read_words_for_figure(text, answers):
    """A line that can stand in a Markdown image."""
    if marks := set(text) & set('[]"<>'):
        raise Refused(f"{' '.join(sorted(marks))} would end the image. Write it without them")
    return read_line(text, answers)


def one_of(values):
    """Reads one of the values, however they are capitalised."""

    def read(text, answers):
        for value in values:
            if value.lower() == text.lower():
                return value
        raise Refused(f"There is no “{text}”. {near(text, values)}")

    return read


def near(text, words):
    """A sentence that names the words near to the text, or else all of them."""
    found = difflib.get_close_matches(text.lower(), words, n=3, cutoff=0.5)
    return f"Near to it: {', '.join(found)}" if found else f"Use one of: {', '.join(words)}"


def read_url(text, answers):
    """The address of a resource that the catalogue does not have."""
    pattern = schema()["$defs"]["url"]["pattern"]
    try:
        wanted = _same_page(text) if re.search(pattern, text) and text.isprintable() else None
    except ValueError:
        wanted = None
    if wanted is None:
        raise Refused(f"“{text}” is no address. Copy it from the browser, with https://")
    for path in catalogue.resource_files():
        with contextlib.suppress(catalogue.Unreadable, ValueError):
            resource = catalogue.read_resource(path)
            if _same_page(str(resource.facts.get("url"))) == wanted:
                line = resource.document.line(("url",))
                mend = "Mend or extend that entry, and add a line to its `changes`"
                raise Refused(Problem(path, line, "this entry has the same url", mend))
    return text


def _same_page(url):
    """What is equal for addresses that lead to the same page."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query, parts.fragment


def read_languages(text, answers):
    """Codes of languages, without repetition."""
    codes = text.lower().replace(",", " ").split()
    for code in codes:
        if not re.fullmatch("[a-z]{2}", code) or catalogue_words.language(code, "en") == code:
            raise Refused(f"“{code}” is no ISO 639-1 code of a language. Write en, zh, de …")
    if not codes:
        raise Refused("No language is named. Write the code of one: en, zh, de …")
    return list(dict.fromkeys(codes))


def read_topics(text, answers):
    """Maps ids of topics to the part of the resource that teaches each."""
    ids, pattern = topic_ids(), _fields()["topics"]["additionalProperties"]["properties"]["part"]
    parts = {}
    for entry in filter(None, (entry.strip() for entry in text.split(";"))):
        topic, _, part = (piece.strip() for piece in entry.partition(":"))
        if topic not in ids:
            raise Refused(f"docs/topics.yml has no topic “{topic}”. {near(topic, ids)}")
        if not re.search(pattern["pattern"], part or "whole"):
            example = "whole, lecture 5–6, chapter 3, week 2"
            raise Refused(f"“{part}” names no part for “{topic}”. Write for example: {example}")
        parts[topic] = part or "whole"
    if not parts:
        raise Refused(f"No topic is named. Use one of: {', '.join(ids)}")
    return parts


def topic_ids():
    """The ids of docs/topics.yml; raises Refused if that file is not sound."""
    import check_catalogue  # its validator takes a second to import

    try:
        document = catalogue.read_topics()
    except catalogue.Unreadable as error:
        raise Refused(Problem(catalogue.TOPICS, error.line, error.what, "Mend it")) from None
    for problem in check_catalogue.check_topics(document):
        raise Refused(problem)
    return [topic["id"] for topic in document.data["topics"]]


def read_page(suffixes):
    """Reads the path of a page, from the root or from docs/en."""

    def read(text, answers):
        for folder in (ROOT, DOCS):
            page = (folder / text).resolve()
            if page.suffix in suffixes and page.is_file() and page.is_relative_to(ROOT / "docs"):
                return page
        pages = [path.relative_to(DOCS).as_posix() for path in DOCS.glob("*/*.md")]
        found = difflib.get_close_matches(text, pages, n=3)
        mend = f"Near to it: {', '.join(found)}" if found else "Name one as 3-algorithms/cnn.md"
        raise Refused(f"There is no page “{text}”. {mend}")

    return read


def slug(title):
    """The title as a file's name in a–z, 0–9 and hyphens; "" if it has other letters."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", title)).casefold()
    if any(letter.isalpha() and not letter.isascii() for letter in plain):
        return ""
    marks = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub("[^a-z0-9]+", "-", marks).strip("-")


def read_id(taken):
    """Reads a file's name without suffix; `taken(name, answers)` are the files it must not meet."""

    def read(text, answers):
        pattern = schema()["$defs"]["id"]["pattern"]
        if not text:
            raise Refused("The title gives no name in a to z. Choose one, as deep-learning-nju")
        if not re.fullmatch(pattern.strip("^$"), text):
            raise Refused(f"“{text}” is no name. Use a to z, 0 to 9 and single hyphens")
        for path in taken(text, answers):
            if path.exists():
                mend = "Choose another name with --id, or change that file"
                raise Refused(Problem(path, 1, f"the name “{text}” is taken", mend))
        return text

    return read


def id_from_title(taken):
    """The question for a file's name, which the title answers if it can."""
    text = "A short name for its file and address"
    default = lambda answers: slug(answers["title"])  # noqa: E731
    return Question("id", text, "attention-by-hand", read_id(taken), default, asked=False)


# -- A course -------------------------------------------------------------------------------------
REVIEW = """\
Write: what it covers, in which order, and how one works: what is read, watched, built, graded.

Write: for whom it is and what one must know before.

Write: what sets it apart from two neighbours of the catalogue, each linked as
`[Name](its-id.md)`.

Write: what to skip, and what is outdated. In all {} to {} words of your own.
"""
CHINESE_REVIEW = """\
待写：讲什么，怎么学。

待写：适合谁，和哪两门相近的课不同（给出链接），哪些可以跳过，哪些已经过时。至少一百个汉字。
"""


@cache
def schema():
    """What docs/catalogue.schema.json says."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def _fields():
    """The schema of each field of a resource, in the order in which entries have them."""
    return schema()["$defs"]["resource"]["properties"]


def resource_paths(id, answers=None):
    """The files of a resource: the English one and its twin."""
    return [edition / catalogue.FOLDER / f"{id}.md" for edition in (DOCS, CHINESE)]


def course_questions():
    kinds, levels = (_fields()[name]["enum"] for name in ("kind", "level"))
    example = "cnn: lecture 5–6; optimisation: chapter 3; deep-learning: whole"
    return [
        Question("url", "Its address", "https://cs231n.stanford.edu/", read_url),
        Question("title", "Its title", "Deep Learning for Computer Vision", read_line),
        id_from_title(resource_paths),
        Question("provider", "Who offers it", "Stanford University", read_line),
        Question("kind", f"What it is: {', '.join(kinds)}", "MOOC", one_of(kinds), kinds[0]),
        Question("level", f"Its level: {', '.join(levels)}", "intermediate", one_of(levels)),
        Question("languages", "Its languages, as codes", "en, zh", read_languages, "en"),
        Question("topics", "Topics of docs/topics.yml, each with its part", example, read_topics),
    ]


def course(answers):
    """The two files of a resource; what nobody was asked is null, with what the schema says."""
    import check_catalogue  # its validator takes a second to import

    today = datetime.date.today().isoformat()
    texts = {name: answers[name] for name in ("title", "provider", "url")}
    written = {name: json.dumps(text, ensure_ascii=False) for name, text in texts.items()}
    written |= {name: answers[name] for name in ("kind", "level")}
    written["languages"] = f"[{', '.join(answers['languages'])}]"
    fit = _fields()["topics"]["additionalProperties"]["properties"]["fit"]["description"]
    written["topics"] = f"# fit {fit}" + "".join(
        f"\n  {topic}: {{fit: null, part: {json.dumps(part, ensure_ascii=False)}, hours: null}}"
        for topic, part in answers["topics"].items()
    )
    source = f"{{source: {written['url']}, confirms: null}}"
    written["evidence"] = f"# each page that you opened, and what it confirms\n  - {source}"
    written["checked"] = today
    written["changes"] = f"\n  - {{date: {today}, what: Added}}"
    lines = [
        f"{name}: {written[name]}".replace(": \n", ":\n") if name in written else _open(name, spec)
        for name, spec in _fields().items()
    ]
    english, chinese = resource_paths(answers["id"])
    twin = (
        f"title: {written['title']}\nsummary: null # 一句话，说明是什么、特别在哪里\n"
        "# hours_from, status_note: 英文版有则译出"
    )
    files = {
        english: "\n".join(["---", *lines, "---", "", REVIEW.format(*check_catalogue.WORDS)]),
        chinese: f"---\n{twin}\n---\n\n{CHINESE_REVIEW}",
    }
    command = f"{_python()} scripts/check_catalogue.py {_name(english)} {_name(chinese)}"
    advice = (
        "When both are written, record that they belong together:\n"
        f"  {_python()} scripts/check_translations.py --mark {_name(chinese)}\n"
        "Before that, look up what is null and write the review, until this finds nothing:"
    )
    return files, {}, advice, command


def _open(name, spec):
    """The line of a field that is still to be looked up, with what the schema says of it."""
    about = f"one of: {', '.join(map(str, spec['enum']))}. " if "enum" in spec else ""
    about = f"{about}{spec.get('description', '')}".strip().rstrip(".").replace("None", "null")
    required = name in schema()["$defs"]["resource"]["required"]
    empty = "[]" if spec.get("type") == "array" else "null"
    line = f"{name}: {empty} # {about}" if about else f"{name}: {empty}"
    return line if required or empty == "[]" else f"# {line.replace('null # ', '')}"


# -- A page ---------------------------------------------------------------------------------------
PAGE = """\
---
description: {description}
---

# {title}

<p class="guide-lead" markdown>{question}
*Write: what the reader can do or decide after this page, in one to three sentences.*</p>

{sections}
## Check yourself

??? question "A question that shows whether one has understood"
    *Write: its answer, with the reason.*

## Where next

- [The start of the chapter](index.md): *write: why one goes there*
- [Glossary](../8-faq/glossary.md): *write: why, or link a better page*
"""
IN_A_NUTSHELL = """\
## The short answer

*Write: the answer in one paragraph, with a number or an example and its source in a footnote.*

## How it comes about

*Write: one idea a paragraph, an example for every abstraction; on every screen a figure, a table
or code.*

"""
CODE = """\
```python
w, x, b = 2.0, 3.0, 1.0
print(w * x + b)
```

```text title="Output"
7.0
```

"""
MISCONCEPTION = """\
!!! warning "Common misconception"
    *Write: what many believe, and what is true instead.*

"""
MATHEMATICS = """\
## The problem

*Write: what could not be done without it.*

## The idea

*Write: the idea in words, and one figure (`python3 scripts/new.py figure`).*

## The mathematics

$$
y = w x + b
$$

| Symbol | Meaning | Shape |
|---|---|---|
| $x$ | *write: the input* | 1 |

## A worked example

*Write: small numbers, computed by hand.* $2 \\cdot 3 + 1 = 7$.

## The code

"""
PITFALLS = """\
## Pitfalls

*Write: what goes wrong and how it shows.*

"""


def chapters():
    """Names of the folders of the English edition, in the order in which they are read."""
    return sorted(index.parent.name for index in DOCS.glob("*/index.md"))


def page_paths(id, answers):
    """The files that would become the same address."""
    folder = DOCS / answers["folder"]
    return [folder / f"{id}.md", folder / f"{id}.ipynb"]


def chapter_questions():
    folders = chapters()
    question = "How much does a model forget when it is trained on something new?"
    listed = f"The folder of its chapter: {', '.join(folders)}"
    return [
        Question("folder", listed, "7-outlook", one_of(folders)),
        Question("title", "Its title, in sentence case", "Catastrophic forgetting", read_line),
        id_from_title(page_paths),
        Question("question", "The one question that it answers", question, read_question),
    ]


def chapter(answers):
    """A page with all building blocks, and its line in the navigation."""
    parts = [IN_A_NUTSHELL, CODE, MISCONCEPTION]
    if answers["folder"] == "3-algorithms":
        parts = [MATHEMATICS, CODE, PITFALLS, MISCONCEPTION]
    page = page_paths(answers["id"], answers)[0]
    description = json.dumps(answers["question"], ensure_ascii=False)
    text = PAGE.format(**answers, description=description, sections="".join(parts))
    files, changed = {page: text.replace("\n\n\n", "\n\n")}, nav_with(page)
    return (
        files,
        changed,
        "Replace every “Write:”; look at the page with:",
        ("python3 scripts/serve.py"),
    )


def nav_with(page, group=None):
    """Maps mkdocs.yml to its text with a line for the page, at the end of the page's chapter or of
    the named group; all else stays as it is."""
    lines = _configuration().splitlines(keepends=True)
    uri = page.relative_to(DOCS).as_posix()
    folder = uri.split("/")[0]
    member = re.compile(rf" *- (?:[^#]*: )?[\"']?{re.escape(folder)}/")
    of_group = re.compile(rf" *- {re.escape(group or '')}:\s*$")
    start = next((i for i, line in enumerate(lines) if line.rstrip() == "nav:"), len(lines))
    first = next((i for i in range(start, len(lines)) if member.match(lines[i])), None)
    if group:
        head = next((i for i in range(start, len(lines)) if of_group.match(lines[i])), None)
        first = head + 1 if head is not None else None
    if first is None:
        mend = f"Add a chapter with a page of {folder} to `nav`, then run this again"
        line = min(start + 1, len(lines))
        raise Refused(Problem(CONFIGURATION, line, "`nav` has no place for the page", mend))
    indent = _indent(lines[first])
    last = end = first
    while end < len(lines) and (_is_blank(lines[end]) or _indent(lines[end]) >= indent):
        last = last if _is_blank(lines[end]) else end
        end += 1
    newline = "\r\n" if lines[first].endswith("\r\n") else "\n"
    lines[last] = lines[last].rstrip("\r\n") + newline
    lines.insert(last + 1, f"{' ' * indent}- {uri}{newline}")
    return {CONFIGURATION: "".join(lines)}


def _configuration():
    """The text of mkdocs.yml with its line endings."""
    return CONFIGURATION.read_bytes().decode("utf-8")


def _indent(line):
    return len(line) - len(line.lstrip(" "))


def _is_blank(line):
    """Whether the line is empty or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


# -- A notebook -----------------------------------------------------------------------------------
IMPORTS = """\
try:
    import matplotlib.pyplot as plt
    import numpy as np
except ModuleNotFoundError as missing:
    raise SystemExit(f"{missing.name} is missing: pip install {missing.name}") from None

rng = np.random.default_rng(0)
plt.rcParams.update({"figure.dpi": 80, "savefig.dpi": 80, "font.size": 11})"""
COMPUTATION = """\
sizes = [10, 40, 160, 640]
draws = [rng.normal(size=(500, n)) for n in sizes]
errors = [np.abs(x.mean(axis=1)).mean() for x in draws]
for n, error in zip(sizes, errors):
    print(f"mean of {n:3} numbers: off by {error:.3f}")"""
PLOT = """\
fig, ax = plt.subplots(figsize=(6.8, 3.2))
ax.loglog(sizes, errors, "o-")
ax.set(xlabel="numbers in the mean", ylabel="error")
fig.tight_layout()
plt.show()"""
ALT = "Error against the number of values in the mean, on logarithmic axes: a falling straight line"
SOLUTION = """\
halved = errors[{0}] / errors[{1}]
print(f"{{halved:.2f}}")
assert 0.4 < halved < 0.6, "four times as many numbers should halve the error\""""
CHECKS = """\
assert errors == sorted(errors, reverse=True), "more numbers, yet a larger error"
print("all checks passed")"""


def groups():
    """Names of the groups of notebooks in the navigation."""
    pattern = r"^ +- ([^\n:#]+):[ \r]*\n +- 4-practice/[^\n]*\.ipynb"
    return re.findall(pattern, _configuration(), re.M)


def notebook_paths(id, answers):
    return page_paths(id, {"folder": PRACTICE.name})


def notebook_questions():
    names = groups()
    listed = f"Its place among the notebooks: {', '.join(names)}"
    page = "The page beside it, with the formulas"
    return [
        Question("title", "Its title, in sentence case", "Dropout from scratch", read_line),
        id_from_title(notebook_paths),
        Question("group", listed, "From scratch", one_of(names)),
        Question("page", page, "3-algorithms/optimisation.md", read_page((".md",))),
    ]


def notebook(answers):
    """A notebook that runs and has all parts, without outputs; its line in the navigation."""
    import nbformat

    path = notebook_paths(answers["id"], answers)[1]
    page = answers["page"]
    link = Path(os.path.relpath(page, PRACTICE)).as_posix()
    heading = HEADING.search(page.read_text(encoding="utf-8"))
    beside = f"[{heading[1] if heading else page.stem}]({link})"
    exercises = [
        ("**{0}. Title.** *Write: a task that changes the code above, and what to look for.*", i)
        for i in (1, 2, 3)
    ]
    parts = [
        f"# {answers['title']}\n\n*Write: You will build …, and know afterwards ….*\n\n"
        "- **Time:** *write: about … hours with the exercises.*\n"
        f"- **You need:** `pip install numpy matplotlib jupyterlab`; the page {beside}"
        " for the formulas.\n"
        f'- **How to use it:** <a href="{path.name}" download>download the notebook</a> and run it '
        "cell by cell. Where it says **Predict first**, write your answer down *before* you run "
        "the next cell.",
        (IMPORTS, {}),
        "## 1. *Write: what happens here*\n\n*Write: the idea, and the formula with "
        "`$…$`.*\n\n**Predict first.** *Write: a question to which the next cell gives the "
        "answer. Here:* four times as many numbers in a mean – what becomes of its error?",
        (COMPUTATION, {}),
        (PLOT, {"alt": ALT}),
        "*Write: how to read the plot and the numbers.*\n\n<details><summary>Why</summary>\n\n"
        "*Write: the reason.* The standard deviation of a mean of $n$ is $\\sigma/\\sqrt n$.\n\n"
        "</details>\n\n## 2. Exercises",
        *(
            part
            for text, i in exercises
            for part in (
                text.format(i),
                (
                    SOLUTION.format(i, i - 1),
                    {"jupyter": {"source_hidden": True}, "tags": ["solution"]},
                ),
            )
        ),
        "## 3. Final checks\n\nThese lines fail if something above is broken. Try it: *write: "
        "what to break*, and run all cells again.",
        (CHECKS, {}),
        f"## Where next\n\n- {beside}: *write: why*\n\n## Sources\n\n"
        "- *Write: papers with address, and where the data are from.*",
    ]
    cells = []
    for number, part in enumerate(parts):
        about = {"id": f"cell-{number:02}"}
        if isinstance(part, str):
            cells.append(nbformat.v4.new_markdown_cell(part, **about))
        else:
            cells.append(nbformat.v4.new_code_cell(part[0], metadata=part[1], **about))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    text = nbformat.writes(nbformat.v4.new_notebook(cells=cells, metadata=metadata)) + "\n"
    changed = nav_with(path, answers["group"])
    advice = (
        "Its outputs are still empty. Replace every “Write:” and the code, add a row to the table "
        "in docs/en/4-practice/notebooks.md, then run it:"
    )
    return {path: text}, changed, advice, f"python3 scripts/notebooks.py --run {_name(path)}"


# -- A figure -------------------------------------------------------------------------------------
def figure_paths(id, answers):
    return [answers["page"].parent / f"{id}.svg"]


def figure_questions():
    alt = "What one learns from it, for those who do not see it"
    example = "Attention turns scores into weights that add to one"
    page = "The page on which it stands"
    return [
        Question("page", page, "3-algorithms/transformer.md", read_page((".md",))),
        Question("alt", alt, example, read_words_for_figure),
        Question("caption", "Its caption", "From scores to weights.", read_words_for_figure),
        Question("id", "Its file's name", "cnn-layers", read_id(figure_paths), free_figure),
    ]


def free_figure(answers):
    """The first free name of a figure beside the page: the page's name and a number."""
    page = answers["page"]
    numbers = range(1, 1000)
    return next(
        name
        for name in (f"{page.stem}-{number}" for number in numbers)
        if not page.with_name(f"{name}.svg").exists()
    )


def figure(answers):
    """The example of CONTRIBUTING.md as a file beside the page."""
    example = EXAMPLE_FIGURE.search(CONTRIBUTING.read_text(encoding="utf-8"))
    if not example:
        what, mend = "there is no example of a figure", "Put an SVG back below “### Figures”"
        raise Refused(Problem(CONTRIBUTING, 1, what, mend))
    path = figure_paths(answers["id"], answers)[0]
    line = f'![{answers["alt"]}]({path.name} "{answers["caption"]}")'
    page = _name(answers["page"])
    advice = f"Put this into {page}, in a paragraph of its own:\n  {line}\nDraw, and look at it:"
    return {path: example[1]}, {}, advice, "python3 scripts/serve.py"


# -- Writing --------------------------------------------------------------------------------------
KINDS = {
    "course": (course_questions, course, "a course, book or blog for the catalogue"),
    "chapter": (chapter_questions, chapter, "a page of a chapter"),
    "notebook": (notebook_questions, notebook, "a notebook of chapter 4"),
    "figure": (figure_questions, figure, "a figure beside a page"),
}


def write(new, changed):
    """Writes the new files, then the changed ones, or nothing; both map paths to texts.

    Raises:
        Refused: one of the new files exists.
        OSError: one cannot be written.
    """
    written = []

    def create(path, text):
        with path.open("xb") as file:
            written.append(path)
            file.write(text.encode())

    try:
        for path, text in new.items():
            create(path, text)
        for path, text in changed.items():
            beside = path.with_name(f"{path.name}.new")
            create(beside, text)
            shutil.copymode(path, beside)
            beside.replace(path)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            path = Path(error.filename)
            raise Refused(
                Problem(path, 1, "this file is in the way", "Move it, or choose another --id")
            ) from None
        raise


def _name(path):
    """The path as one types it at the root."""
    return path.relative_to(ROOT).as_posix()


def _python():
    """The interpreter in .venv as one types it at the root."""
    return PYTHON.relative_to(ROOT)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    questions = {}
    for command, (make_questions, _, about) in KINDS.items():
        options = commands.add_parser(command, help=about, description=f"Scaffolds {about}.")
        questions[command] = make_questions()
        for question in questions[command]:
            about = f"{question.text} (for example: {question.example})".replace("%", "%%")
            options.add_argument(f"--{question.name}", help=about)
    options = vars(parser.parse_args())
    make = KINDS[options["command"]][1]
    try:
        new, changed, advice, command = make(collect(questions[options["command"]], options))
        write(new, changed)
    except Refused as refusal:
        return str(refusal)
    except OSError as error:
        return f"{error.filename}: {error.strerror}. Nothing was written"
    except (KeyboardInterrupt, EOFError):
        return "\nStopped; nothing was written"
    print("Written:", *(f"  {_name(path)}" for path in new), sep="\n")
    for path in changed:
        print(f"  {_name(path)} (a line in `nav`)")
    print(f"{advice}\n  {command}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
