"""The two figures of hours in docs/en/6-resources/courses.md: of 18 courses, read from the
catalogue, and of the three sequences, read from the page's code."""

import contextlib
import io
import math
import sys
from pathlib import Path

from drawing import Drawing

sys.path.insert(0, str(Path(__file__).parents[1]))
import catalogue
import run_code

PAGE = catalogue.ROOT / "docs/en/6-resources/courses.md"
# id, name in the figure, subject: f first, d deep learning, l language, v vision, r RL, s systems
COURSES = [
    ("deep-dive-into-llms", "Deep Dive into LLMs", "f"),
    ("google-ml-crash-course", "ML Crash Course", "f"),
    ("mit-6-s184", "6.S184 diffusion", "v"),
    ("hf-deep-rl", "HF Deep RL", "r"),
    ("cme-295", "CME 295", "l"),
    ("zero-to-hero", "Zero to Hero", "f"),
    ("fast-ai-part-1", "fast.ai, part 1", "f"),
    ("mit-6-5940", "6.5940 efficient DL", "s"),
    ("eecs-498", "EECS 498 vision", "v"),
    ("cs231n", "CS231n", "v"),
    ("cs224n", "CS224N", "l"),
    ("cs285", "CS285", "r"),
    ("hf-llm-course", "HF LLM course", "l"),
    ("mit-6-7960", "MIT 6.7960", "d"),
    ("ml-specialization", "ML Specialization", "f"),
    ("cmu-10-414", "10-714 DL systems", "s"),
    ("cmu-11-785", "CMU 11-785", "d"),
    ("cs336", "CS336", "l"),
]
SUBJECTS = {
    "f": ("first course", "c1"),
    "d": ("deep learning", "c2"),
    "l": ("language", "c3"),
    "v": ("vision", "c4"),
    "r": ("RL", "c5"),
    "s": ("systems", "c6"),
}
# the steps of the page's code, in short
STEPS = {
    "Newcomer": "films; Elements of AI; Kaggle Learn; ML Crash Course",
    "Developer": "fast.ai 1; Zero to Hero; HF LLM; HF Agents; project",
    "Student": "18.06; 6.7960; CS224N; CS336: assignments 1, 2, 5",
}


def draw_courses():
    """Writes course-hours.svg."""
    hours = {}
    for id, _, _ in COURSES:
        path = PAGE.parent / "catalogue" / f"{id}.md"
        hours[id] = catalogue.read_resource(path).facts["hours"]
    left, right, top, step = 168, 400, 20, 25
    bottom = top + len(COURSES) * step
    scale = (right - left) / 300
    figure = Drawing(500, bottom + 48)
    for tick in range(0, 301, 100):
        x = left + tick * scale
        figure.path(f"M{x:.1f} {top - 8}V{bottom}", "grid")
        figure.text(round(x, 1), bottom + 18, str(tick), "small middle")
    for row, (id, name, subject) in enumerate(sorted(COURSES, key=lambda c: hours[c[0]])):
        y, x = top + row * step + 6, round(left + hours[id] * scale, 1)
        word, colour = SUBJECTS[subject]
        figure.text(left - 8, y + 5, name, "small end")
        figure.path(f"M{left} {y}H{x}", f"line {colour}")
        figure.add(f'<circle class="solid {colour}" cx="{x}" cy="{y}" r="5"/>')
        figure.text(x + 10, y + 5, f"{hours[id]:g} {word}", "small muted")
    figure.text((left + right) / 2, bottom + 40, "hours", "small middle muted")
    figure.save(PAGE.parent / "course-hours.svg")


def draw_sequences():
    """Writes sequences.svg."""
    code = run_code.snippets(PAGE.read_text(encoding="utf-8"))[0].code
    namespace = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, namespace)
    left, week = 20, 15.25
    figure = Drawing(520, 360)
    for row, (name, (per_week, steps)) in enumerate(namespace["plans"].items()):
        y, x = 22 + 100 * row, left
        total = sum(steps.values())
        weeks = math.ceil(total / per_week)
        title = f"{name}, {per_week} h a week: {total:g} h, {weeks} weeks"
        figure.text(left, y, title, "strong small")
        for number, hours in enumerate(steps.values(), 1):
            width = hours / per_week * week
            figure.box(
                round(x, 1),
                y + 10,
                round(width - 2, 1),
                32,
                [(str(number), "small strong")],
                f"box c{number}",
                4,
            )
            x += width
        shorts = STEPS[name].split("; ")
        assert len(shorts) == len(steps), name
        legend = ", ".join(f"{i} {short}" for i, short in enumerate(shorts, 1))
        figure.text(left, y + 60, legend, "small muted")
    figure.path(f"M{left} 308H{left + 32 * week:g}", "axis")
    for tick in range(0, 33, 4):
        x = left + tick * week
        figure.path(f"M{x:g} 308v6", "axis")
        figure.text(min(x, 504), 330, str(tick), "small middle")
    figure.text(264, 350, "weeks", "small middle")
    figure.save(PAGE.parent / "sequences.svg")


if __name__ == "__main__":
    draw_courses()
    draw_sequences()
