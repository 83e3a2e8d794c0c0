"""Counts which word follows which in the guide's own pages, for the model on the home page.

`python scripts/next_word_model.py` writes `overrides/assets/javascripts/widgets/next-word-data.js`:
words in English, characters in Chinese. A small vocabulary keeps the file small.
"""

import itertools
import json
import re
from collections import Counter, defaultdict

from check_pages import prose_lines
from environment import ROOT

FILE = ROOT / "overrides/assets/javascripts/widgets/next-word-data.js"
VOCABULARY = 700  # most frequent words that the model knows
FOLLOWERS = 12  # most frequent followers kept for each
START = {"en": "the", "zh": "模"}
PATTERN = {"en": re.compile(r"[a-z]+(?:-[a-z]+)*|[.,]"), "zh": re.compile(r"[一-鿿]|[，。]")}
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
        if word in known and following in known:
            followers[word][following] += 1
    return {
        word: sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:FOLLOWERS]
        for word, counter in sorted(followers.items())
    }


def main():
    data = {}
    for lang in ("en", "zh"):
        sequence = words(lang)
        data[lang] = {
            "start": START[lang],
            "total": len(sequence),
            "followers": counts(sequence),
        }
        print(f"{lang}: {len(sequence)} words, {len(data[lang]['followers'])} with followers")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    FILE.write_text(
        f"// Written by scripts/next_word_model.py.\nguide.nextWordData = {text};\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
