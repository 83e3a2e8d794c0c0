"""The hours of the courses in docs/en/6-resources/courses.md as a figure beside that page."""

from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/en/6-resources"
# name, hours, subject: f first, d deep learning, l language, v vision, r RL, s systems
COURSES = [
    ("Deep Dive into LLMs", 3.5, "f"),
    ("Kaggle: Intro to DL", 4, "f"),
    ("ML Crash Course", 15, "f"),
    ("Zero to Hero (video)", 19, "f"),
    ("6.S184 diffusion", 20, "v"),
    ("CS50 AI", 30, "f"),
    ("6.5940 efficient DL", 50, "s"),
    ("EECS 498 vision", 70, "v"),
    ("CS231n", 80, "v"),
    ("CS224N", 80, "l"),
    ("CS285", 80, "r"),
    ("HF LLM course", 84, "l"),
    ("MIT 6.7960", 90, "d"),
    ("ML Specialization", 100, "f"),
    ("10-714 DL systems", 100, "s"),
    ("CMU 11-785", 120, "d"),
    ("11-868 LLM systems", 120, "s"),
    ("CS336 (one student)", 275, "l"),
]
SUBJECTS = {
    "f": ("first course", "c1"),
    "d": ("deep learning", "c2"),
    "l": ("language", "c3"),
    "v": ("vision", "c4"),
    "r": ("RL", "c5"),
    "s": ("systems", "c6"),
}
LEFT, RIGHT, TOP, STEP = 168, 400, 20, 25


def main():
    """Writes course-hours.svg."""
    bottom = TOP + len(COURSES) * STEP
    scale = (RIGHT - LEFT) / 300
    parts = []
    for hours in range(0, 301, 100):
        x = LEFT + hours * scale
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP - 8}V{bottom}"/>')
        parts.append(f'<text class="small middle" x="{x:.1f}" y="{bottom + 18}">{hours}</text>')
    for row, (name, hours, subject) in enumerate(COURSES):
        y, x = TOP + row * STEP + 6, LEFT + hours * scale
        word, colour = SUBJECTS[subject]
        parts.append(f'<text class="small end" x="{LEFT - 8}" y="{y + 5}">{name}</text>')
        parts.append(f'<path class="line {colour}" d="M{LEFT} {y}H{x:.1f}"/>')
        parts.append(f'<circle class="solid {colour}" cx="{x:.1f}" cy="{y}" r="5"/>')
        parts.append(
            f'<text class="small muted" x="{x + 10:.1f}" y="{y + 5}">{hours:g} {word}</text>'
        )
    parts.append(
        f'<text class="small middle muted" x="{(LEFT + RIGHT) / 2}" y="{bottom + 40}">hours</text>'
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 {bottom + 48}">\n'
    (PAGE / "course-hours.svg").write_text(svg + "\n".join(parts) + "\n</svg>\n")


if __name__ == "__main__":
    main()
