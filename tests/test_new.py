"""Scaffolding: what it writes is sound or says what is to be filled in, and nothing else is hurt.

Each test runs the real script in a copy of the guide, whose `.venv` is the one of this test.
"""

import contextlib
import datetime
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from xml.etree import ElementTree

import catalogue
import nbformat
import notebooks
import pytest
import run_code
import test_notebooks
from conftest import ROOT
from test_pages import ALGORITHM_SECTIONS

CATALOGUE = "docs/en/6-resources/catalogue"
TWINS = "docs/zh/6-resources/catalogue"
ENTRIES = ("cs231n", "fast-ai-part-1")
QUESTION = "Can a model be made to forget what it was taught?"
OPTIONS = {
    "course": {
        "url": "https://example.org/vision",
        "title": "Seeing: a “first” course",
        "provider": "Example University",
        "level": "intermediate",
        "topics": "cnn: lecture 5, 7; deep-learning",
    },
    "chapter": {"folder": "7-outlook", "title": "Machine unlearning", "question": QUESTION},
    "notebook": {
        "title": "Dropout from scratch",
        "group": "From scratch",
        "page": "3-algorithms/optimisation.md",
    },
    "figure": {
        "page": "docs/en/3-algorithms/cnn.md",
        "alt": "Scores become weights",
        "caption": "From scores to weights.",
        "id": "cnn-weights",
    },
}
WRITTEN = {
    "course": [f"{CATALOGUE}/seeing-a-first-course.md", f"{TWINS}/seeing-a-first-course.md"],
    "chapter": ["docs/en/7-outlook/machine-unlearning.md"],
    "notebook": ["docs/en/4-practice/dropout-from-scratch.ipynb"],
    "figure": ["docs/en/3-algorithms/cnn-weights.svg"],
}
every_kind = pytest.mark.parametrize("kind", OPTIONS)


@pytest.fixture
def guide(tmp_path):
    """A copy of the guide without notebooks, drawings and most of the catalogue."""
    ignored = shutil.ignore_patterns("__pycache__", "data", "*.svg", "*.ipynb", "catalogue")
    for folder in ("scripts", "docs"):
        ignore = ignored if folder == "docs" else shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    for folder in (CATALOGUE, TWINS):
        (tmp_path / folder).mkdir()
        for entry in ENTRIES:
            shutil.copy(ROOT / folder / f"{entry}.md", tmp_path / folder)
    for file in ("mkdocs.yml", "CONTRIBUTING.md"):
        shutil.copy(ROOT / file, tmp_path)
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return tmp_path


def arguments(kind, /, **changes):
    """The command's arguments; a change to None leaves the option out."""
    options = OPTIONS[kind] | changes
    pairs = [(f"--{name}", value) for name, value in options.items() if value is not None]
    return [kind, *(word for pair in pairs for word in pair)]


def run(guide, *arguments):
    """The finished `scripts/new.py`, without a terminal."""
    return execute(guide, "scripts/new.py", *arguments)


def execute(guide, *command):
    return subprocess.run(
        [sys.executable, *command],
        cwd=guide,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )


def scaffold(guide, kind, /, **changes):
    """What a command that succeeds prints."""
    finished = run(guide, *arguments(kind, **changes))
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def next_command(guide, printed):
    """Runs what the last printed line tells one to run, with the interpreter of this test."""
    _, *command = shlex.split(printed.splitlines()[-1])
    return execute(guide, *command)


def content(guide):
    """Every file that a contributor could lose."""
    files = [path for path in (guide / "docs").rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in [*files, *guide.glob("mkdocs.yml*")]}


def assert_refused(guide, command, *messages):
    """The command fails with the messages and has changed nothing."""
    before = content(guide)
    finished = run(guide, *command)
    assert finished.returncode == 1
    for message in messages:
        assert message in finished.stderr
    assert "Traceback" not in finished.stderr
    assert content(guide) == before


# -- All four -------------------------------------------------------------------------------------
@every_kind
def test_says_what_was_written_and_what_comes_next(guide, kind):
    before = content(guide)
    printed = scaffold(guide, kind).splitlines()
    after = content(guide)
    new = [path.relative_to(guide).as_posix() for path in after if path not in before]
    assert sorted(new) == sorted(WRITTEN[kind])
    assert printed[0] == "Written:"
    assert set(WRITTEN[kind]) <= {line.strip() for line in printed}
    changed = [path.name for path in before if before[path] != after[path]]
    assert changed == (["mkdocs.yml"] if kind in ("chapter", "notebook") else [])
    assert re.match(r"  (\S*python\S*) scripts/\w+\.py", printed[-1])


@every_kind
def test_second_of_the_same_name_is_refused(guide, kind):
    scaffold(guide, kind)
    url = {"url": "https://example.org/another"} if kind == "course" else {}
    name = WRITTEN[kind][0]
    assert_refused(guide, arguments(kind, **url), f"{name}:1: the name “", "is taken. Choose")


@every_kind
def test_every_missing_answer_is_named(guide, kind):
    names = [name for name in OPTIONS[kind] if name != "id"]
    assert_refused(guide, [kind], "no terminal", *(f'--{name} "' for name in names))


def test_kind_must_be_known(guide):
    assert "invalid choice: 'page'" in run(guide, "page").stderr


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        ("course", {"topics": "transfomer: whole"}, "no topic “transfomer”. Near to it: transfo"),
        ("course", {"topics": "zzz"}, "no topic “zzz”. Use one of: artificial-intelligence, pyth"),
        ("course", {"topics": "cnn: the end"}, "--topics: “the end” names no part for “cnn”"),
        ("course", {"topics": " ; "}, "--topics: No topic is named"),
        ("course", {"kind": "seminar"}, "--kind: There is no “seminar”. Use one of: course"),
        ("course", {"level": "intermediat"}, "“intermediat”. Near to it: intermediate"),
        ("course", {"languages": "en xx"}, "--languages: “xx” is no ISO 639-1 code"),
        ("course", {"languages": ","}, "--languages: No language is named"),
        ("course", {"provider": "two\nlines"}, "--provider: “two\\nlines” is no line of text"),
        ("course", {"url": "cs231n"}, "--url: “cs231n” is no address"),
        ("course", {"url": "https://[a.b"}, "--url: “https://[a.b” is no address"),
        ("course", {"url": "https://cs231n.stanford.edu/"}, f"{CATALOGUE}/cs231n.md:9: this ent"),
        ("course", {"url": "http://www.CS231n.stanford.edu"}, f"{CATALOGUE}/cs231n.md:9: this "),
        ("course", {"title": "CS231n"}, f"{CATALOGUE}/cs231n.md:1: the name “cs231n” is taken"),
        ("course", {"id": "../../x"}, "--id: “../../x” is no name"),
        ("course", {"title": "深度学习"}, "--id: The title gives no name in a to z"),
        ("chapter", {"folder": "9-more"}, "--folder: There is no “9-more”. Use one of: 1-backg"),
        ("chapter", {"question": "Why?"}, "--question: The question has 4 characters"),
        ("chapter", {"id": "index"}, "docs/en/7-outlook/index.md:1: the name “index” is taken"),
        ("chapter", {"title": "机器遗忘"}, "--id: The title gives no name in a to z"),
        ("notebook", {"group": "In Pytorsh"}, "“In Pytorsh”. Near to it: In PyTorch"),
        ("notebook", {"page": "3-algorithms/cn.md"}, "Near to it: 3-algorithms/cnn.md"),
        ("figure", {"page": "../../etc/passwd"}, "--page: There is no page “../../etc/passwd”"),
        ("figure", {"alt": 'The "best"'}, '--alt: " would end the image'),
        ("figure", {"caption": "See [1]"}, "--caption: [ ] would end the image"),
    ],
)
def test_answer_that_cannot_be_taken_is_refused(guide, kind, changes, message):
    assert_refused(guide, arguments(kind, **changes), message)


@pytest.mark.parametrize(
    ("title", "id", "name"),
    [
        ("Études d’IA – Łódź", "etudes", "etudes"),
        ("Études d’IA, 2e édition", None, "etudes-dia-2e-edition"),
        ("Grüße", None, "grusse"),
        ("Ｗｉｄｅ № 1", None, "wide-no-1"),
        ("深度学习", "deep-learning-zh", "deep-learning-zh"),
    ],
)
def test_titles_become_names(guide, title, id, name):
    scaffold(guide, "course", title=title, id=id)
    resource = catalogue.read_resource(guide / CATALOGUE / f"{name}.md")
    assert resource.facts["title"] == title


@pytest.mark.parametrize("kind", ["course", "chapter"])
def test_file_that_cannot_be_written_leaves_nothing_behind(guide, kind):
    if kind == "course":  # fails at the second file
        shutil.rmtree(guide / "docs/zh")
        assert_refused(guide, arguments(kind), "No such file", "Nothing was written")
    else:
        (guide / "mkdocs.yml.new").write_text("mine")
        assert_refused(guide, arguments(kind), "mkdocs.yml.new:1: this file is in the way")


# -- At a terminal --------------------------------------------------------------------------------
def start_at_terminal(guide, *arguments):
    """The script at a terminal of its own, and where one types."""
    pty = pytest.importorskip("pty")
    keyboard, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "scripts/new.py", *arguments],
        cwd=guide,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # where tests run in the background, interrupts are ignored, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    os.close(terminal)
    return process, keyboard


def test_terminal_asks_again_until_an_answer_can_be_taken(guide):
    process, keyboard = start_at_terminal(guide, "chapter", "--folder", "7-outlook")
    os.write(keyboard, f"机器遗忘\nEthics!\nethics\nunlearning\nWhy?\n{QUESTION}\n".encode())
    shown, _ = process.communicate(timeout=60)
    assert process.returncode == 0, shown
    assert "(for example: Catastrophic forgetting)" in shown
    assert "“Ethics!” is no name" in shown
    assert "docs/en/7-outlook/ethics.md:1: the name “ethics” is taken" in shown
    assert "The question has 4 characters" in shown
    assert "its chapter" not in shown  # an option has answered
    page = (guide / "docs/en/7-outlook/unlearning.md").read_text(encoding="utf-8")
    assert "# 机器遗忘\n" in page


def test_enter_takes_the_default(guide):
    given = arguments("figure", id=None, caption=None)
    process, keyboard = start_at_terminal(guide, *given)
    os.write(keyboard, b"A caption.\n\n")
    shown, _ = process.communicate(timeout=60)
    assert "Enter for: cnn-1)" in shown
    assert (guide / "docs/en/3-algorithms/cnn-1.svg").exists()


@pytest.mark.parametrize("way", ["end of input", "interrupt"])
def test_stopping_in_the_middle_writes_nothing(guide, way):
    before = content(guide)
    process, keyboard = start_at_terminal(guide, "course")
    os.write(keyboard, b"https://example.org/\nA title\n")
    shown = ""
    while "Who offers it" not in shown:
        shown += process.stdout.read(1)
    if way == "end of input":
        os.write(keyboard, b"\x04")
    rest = None
    for _ in range(20):
        if way == "interrupt":  # one that comes just before input() waits is not noticed by Python
            process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            rest, _ = process.communicate(timeout=3)
            break
    assert process.returncode == 1
    assert rest.endswith("Stopped; nothing was written\n")
    assert "Traceback" not in rest
    assert content(guide) == before


# -- A course -------------------------------------------------------------------------------------
TO_FILL_IN = {
    "summary": "summary: One that sets itself apart",
    "cost": "cost: free",
    "formats": "formats: [video]",
    "hands_on": "hands_on: some",
    "topics.cnn.fit": '  cnn: {fit: 3, part: "lecture 5, 7", hours: 2}',
    "topics.deep-learning.fit": "  deep-learning: {fit: 2, part: whole, hours: null}",
    "status": "status: current",
    "evidence.0.confirms": '  - {source: "https://example.org/vision", confirms: all of it}',
}


def test_course_has_all_fields_and_no_guess(guide):
    scaffold(guide, "course", kind="mooc", languages="zh, en zh")
    resource = catalogue.read_resource(guide / WRITTEN["course"][0])
    schema = json.loads((guide / "docs/catalogue.schema.json").read_text(encoding="utf-8"))
    spec = schema["$defs"]["resource"]
    text = resource.path.read_text(encoding="utf-8").split("---")[1]
    # an optional one stands there as a comment
    assert re.findall(r"^(?:# )?(\w+):", text, re.M) == list(spec["properties"])
    assert {*spec["required"], "after"} == set(resource.facts)
    today = datetime.date.today().isoformat()
    known = {
        "title": OPTIONS["course"]["title"],
        "kind": "MOOC",
        "provider": "Example University",
        "url": "https://example.org/vision",
        "languages": ["zh", "en"],
        "level": "intermediate",
        "topics": {
            "cnn": {"fit": None, "part": "lecture 5, 7", "hours": None},
            "deep-learning": {"fit": None, "part": "whole", "hours": None},
        },
        "evidence": [{"source": "https://example.org/vision", "confirms": None}],
        "checked": today,
        "changes": [{"date": today, "what": "Added"}],
    }
    assert {name: resource.facts[name] for name in known} == known
    rest = [value for name, value in resource.facts.items() if name not in known]
    assert all(value in (None, []) for value in rest)


def test_check_asks_for_what_is_to_be_filled_in_and_no_more(guide):
    printed = scaffold(guide, "course")
    english, chinese = (guide / name for name in WRITTEN["course"])

    def complaints():
        """What the check that the scaffold names says, without the count at its end."""
        return next_command(guide, printed).stdout.splitlines()[:-1]

    found = [re.match(r"\S+?:(\d+): ([\w.-]+)(?: is|:)", line) for line in complaints()]
    assert [match[2] for match in found] == list(TO_FILL_IN)
    lines = english.read_text(encoding="utf-8").splitlines()
    for match in found:
        lines[int(match[1]) - 1] = TO_FILL_IN[match[2]]
    facts = "\n".join(lines).rpartition("---")[0] + "---\n\n"
    english.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (complaint,) = complaints()
    assert "the review has" in complaint
    english.write_text(facts + "word " * 150, encoding="utf-8")
    summary, review = complaints()
    assert f"{WRITTEN['course'][1]}:1: “summary” is missing" in summary
    assert f"{WRITTEN['course'][1]}:1: the review has fewer than 100 Chinese" in review
    text = chinese.read_text(encoding="utf-8").replace("summary: null", "summary: 一门课")
    chinese.write_text(text + "看" * 100, encoding="utf-8")
    assert complaints() == []


def test_twin_without_its_english_file_is_in_the_way(guide):
    (guide / WRITTEN["course"][1]).write_text("mine")
    assert_refused(guide, arguments("course"), f"{WRITTEN['course'][1]}:1: the name")


def test_faulty_topics_are_named(guide):
    (guide / "docs/topics.yml").write_text("topics: [\n")
    assert_refused(guide, arguments("course"), "docs/topics.yml:2: this is no YAML")


@pytest.mark.parametrize("kind", ["course", "chapter"])
def test_links_and_terms_are_sound(guide, kind):
    scaffold(guide, kind)
    finished = execute(guide, "scripts/check_pages.py", *WRITTEN[kind])
    assert finished.returncode == 0, finished.stdout


# -- A page ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("folder", "after", "indent"),
    [
        ("7-outlook", "      - 7-outlook/staying-current.md", "      "),
        ("4-practice", "          - 4-practice/project-replication.md", "      "),
        ("8-faq", "      - 8-faq/glossary.md", "      "),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_navigation_gets_one_line_at_the_end_of_the_chapter(guide, folder, after, indent, newline):
    configuration = guide / "mkdocs.yml"
    # no newline at the end of the file, a comment behind the last page of the chapter
    before = configuration.read_text(encoding="utf-8").rstrip() + "\n# the end"
    configuration.write_bytes(before.replace("\n", newline).encode())
    scaffold(guide, "chapter", folder=folder)
    line = f"{indent}- {folder}/machine-unlearning.md"
    expected = before.replace(f"{after}\n", f"{after}\n{line}\n", 1)
    assert expected != before
    assert configuration.read_bytes() == expected.replace("\n", newline).encode()


def test_last_line_of_the_file_may_lack_its_end(guide):
    configuration = guide / "mkdocs.yml"
    before = configuration.read_text(encoding="utf-8").rstrip()
    configuration.write_text(before, encoding="utf-8")
    scaffold(guide, "chapter", folder="8-faq")
    added = "\n      - 8-faq/machine-unlearning.md\n"
    assert configuration.read_text(encoding="utf-8") == before + added


def test_chapter_that_the_navigation_lacks_is_named(guide):
    (guide / "docs/en/9-more").mkdir()
    (guide / "docs/en/9-more/index.md").write_text("# More\n")
    message = "`nav` has no place for the page. Add a chapter with a page of 9-more"
    assert_refused(guide, arguments("chapter", folder="9-more"), "mkdocs.yml:", message)


def test_page_and_notebook_do_not_share_an_address(guide):
    (guide / "docs/en/4-practice/machine-unlearning.ipynb").touch()
    message = "4-practice/machine-unlearning.ipynb:1: the name “machine-unlearning” is taken"
    assert_refused(guide, arguments("chapter", folder="4-practice"), message)


@pytest.mark.parametrize("folder", ["3-algorithms", "7-outlook"])
def test_page_has_its_building_blocks(guide, folder):
    scaffold(guide, "chapter", folder=folder)
    page = guide / f"docs/en/{folder}/machine-unlearning.md"
    text = page.read_text(encoding="utf-8")
    assert f'description: "{QUESTION}"' in text
    assert f'<p class="guide-lead" markdown>{QUESTION}' in text
    assert 'text title="Output"' in text
    assert run_code.run_page(page) == []
    assert run_code.snippets(text)
    headings = re.findall(r"^## (.+)$", text, re.M)
    assert headings[-2:] == ["Check yourself", "Where next"]
    if folder == "3-algorithms":
        assert headings[:-1] == ALGORITHM_SECTIONS


# -- A notebook -----------------------------------------------------------------------------------
def test_notebook_is_sound_once_it_has_run(guide):
    printed = scaffold(guide, "notebook")
    path = guide / WRITTEN["notebook"][0]
    fresh = nbformat.read(path, as_version=4)
    nbformat.validate(fresh)
    assert all(not cell.get("outputs") for cell in fresh.cells)
    assert "(../3-algorithms/optimisation.md)" in fresh.cells[0].source
    assert any("**Predict first.**" in cell.source for cell in fresh.cells)
    finished = next_command(guide, printed)
    assert finished.returncode == 0, finished.stdout
    test_notebooks.test_ends_in_assertions(path)
    test_notebooks.test_every_exercise_has_a_solution_that_ran(path)
    notebook = nbformat.read(path, as_version=4)
    plots = [cell for cell in notebook.cells if "image/png" in str(cell.get("outputs"))]
    assert plots
    assert all(cell.metadata.get("alt") for cell in plots)
    with pytest.raises(notebooks.Failure, match="has not been run"):
        notebooks.compare(path, fresh, notebook)


def test_notebook_stands_at_the_end_of_its_group(guide):
    before = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    scaffold(guide, "notebook", group="in pytorch")
    last = "          - 4-practice/kv-cache.ipynb\n"
    added = "          - 4-practice/dropout-from-scratch.ipynb\n"
    after = (guide / "mkdocs.yml").read_text(encoding="utf-8")
    assert after == before.replace(last, last + added)


# -- A figure -------------------------------------------------------------------------------------
def test_figure_is_the_example_and_its_line_fits_the_page(guide):
    printed = scaffold(guide, "figure")
    figure = guide / WRITTEN["figure"][0]
    text = figure.read_text(encoding="utf-8")
    assert ElementTree.fromstring(text).get("viewBox") == "0 0 480 120"
    assert text in (guide / "CONTRIBUTING.md").read_text(encoding="utf-8")
    line = '![Scores become weights](cnn-weights.svg "From scores to weights.")'
    assert f"  {line}\n" in printed


def test_missing_example_is_named(guide):
    (guide / "CONTRIBUTING.md").write_text("### Figures\n")
    assert_refused(guide, arguments("figure"), "CONTRIBUTING.md:1: there is no example")


# -- In the site ----------------------------------------------------------------------------------
SMALL_NAV = """\
nav:
  - Home: index.md # stays
  - Practice:
      - 4-practice/index.md
      - From scratch:
          - 4-practice/old.ipynb
  - Outlook:
      - 7-outlook/index.md
  - 8-faq/glossary.md
"""


def test_page_notebook_and_figure_build_strictly(guide):
    page = "---\ndescription: A page that is sound.\n---\n\n# Page\n\nText.\n"
    shutil.copytree(ROOT / "overrides", guide / "overrides")
    shutil.rmtree(guide / "docs/en")
    shutil.rmtree(guide / "docs/zh")
    for name in ("index", "4-practice/index", "7-outlook/index", "8-faq/glossary"):
        (guide / f"docs/en/{name}.md").parent.mkdir(parents=True, exist_ok=True)
        (guide / f"docs/en/{name}.md").write_text(page)
    nbformat.write(nbformat.v4.new_notebook(), guide / "docs/en/4-practice/old.ipynb")
    (guide / "docs/topics.yml").write_text("tracks: []\ntopics: []\ngoals: []\nprojects: []\n")
    configuration = (guide / "mkdocs.yml").read_text(encoding="utf-8").split("nav:\n  - ")[0]
    (guide / "mkdocs.yml").write_text(configuration + SMALL_NAV, encoding="utf-8")
    scaffold(guide, "chapter")
    scaffold(guide, "notebook", page="7-outlook/machine-unlearning.md")
    new = guide / WRITTEN["chapter"][0]
    line = scaffold(guide, "figure", page=str(new)).splitlines()[-3].strip()
    new.write_text(new.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    finished = execute(guide, "-m", "mkdocs", "build", "--strict")
    assert finished.returncode == 0, finished.stderr
    html = (guide / "site/7-outlook/machine-unlearning.html").read_text(encoding="utf-8")
    assert 'aria-label="Scores become weights"' in html
    html = (guide / "site/4-practice/dropout-from-scratch.html").read_text(encoding="utf-8")
    assert html.count("<summary>Solution</summary>") == 3
    assert 'href="../7-outlook/machine-unlearning.html"' in html
