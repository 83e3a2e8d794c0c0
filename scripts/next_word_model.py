"""Counts which word follows which in the guide's own pages, for the model on the home page.

`python scripts/next_word_model.py` writes `next-word-en.js` (words) and `next-word-zh.js`
(characters) beside the widget. A small vocabulary keeps them small.
"""

import itertools
import json
import re
from collections import Counter, defaultdict

from check_pages import prose_lines
from environment import ROOT

WIDGETS = ROOT / "overrides/assets/javascripts/widgets"
VOCABULARY = 700  # most frequent words that the model knows
FOLLOWERS = 12  # most frequent followers kept for each
START = {"en": "the", "zh": "模"}
PATTERN = {"en": re.compile(r"[a-z]+(?:-[a-z]+)*|[.,]"), "zh": re.compile(r"[一-鿿]|[，。]")}
PUNCTUATION = set(".,。，")
MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|\[\^[^\]]*\]:?|https?://\S+|\{[^}]*\}")


def words(lang):
    """All words of the edition's running text, in order."""
    found = []
    for page in sorted((ROOT / "docs" / lang).rglob("*.md")):
        lines = prose_lines(page.read_text(encoding="utf-8"))
        prose = [
            line for _, line in lines if not line.startswith(("|", "[^", "---", "description"))
        ]
        found += PATTERN[lang].findall(MARKUP.sub(" ", "\n".join(prose)).lower())
    return found


def counts(sequence):
    """`{word: [[follower, count], …]}` for the vocabulary, the commonest follower first."""
    known = {word for word, _ in Counter(sequence).most_common(VOCABULARY)}
    followers = defaultdict(Counter)
    for word, following in itertools.pairwise(sequence):
        stutter = word in PUNCTUATION and following in PUNCTUATION  # left where markup was cut
        if word in known and following in known and not stutter:
            followers[word][following] += 1
    return {
        word: sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:FOLLOWERS]
        for word, counter in sorted(followers.items())
    }


def main():
    for lang in ("en", "zh"):
        sequence = words(lang)
        data = {"start": START[lang], "total": len(sequence), "followers": counts(sequence)}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        file = WIDGETS / f"next-word-{lang}.js"
        file.write_text(
            f"// Written by scripts/next_word_model.py.\nguide.nextWords = {text};\n",
            encoding="utf-8",
        )
        print(f"{file.name}: {len(sequence)} words counted")


if __name__ == "__main__":
    main()
