"""The site's rules for figures, in the CSS that an SVG file on its own can carry: no custom
properties, no `:is()`. The light scheme's colours."""

import itertools
import re

RULE = re.compile(r"^(\.guide-(?:figure|roadmap) [^{]*|\.guide-figure svg[^{]*)\{([^{}]*)\}", re.M)
PROPERTY = re.compile(r"(--[\w-]+):\s*([^;]+);")
CLASSES = [f"c{n}" for n in range(1, 7)]
# One font each: for letters that it lacks Typst would take any other font, Japanese for Chinese
FONTS = {
    "en": {"--md-text-font": '"Noto Sans"', "--md-code-font": '"DejaVu Sans Mono"'},
    "zh": {"--md-text-font": '"Noto Sans CJK SC"', "--md-code-font": '"Noto Sans Mono CJK SC"'},
}


def figure_css(lang, *sheets):
    """The rules of the sheets that begin with .guide-figure, for a lone SVG in this language."""
    text = "\n".join(sheets)
    light = text[text.index('[data-md-color-scheme="default"] {') :].split("}")[0]
    properties = {**dict(PROPERTY.findall(light)), **FONTS[lang]}
    rules = []
    for selectors, body in RULE.findall(text):
        selector = re.split(r",\s*(?=\.guide-widget)", selectors)[0].strip()
        selector = selector.removeprefix(".guide-figure ")
        if "figcaption" in selector or (selector == "svg" and "display" in body):
            continue
        body = body.replace('KaTeX_Main, "Times New Roman", serif', '"Libertinus Serif"')
        for one in expand(selector):
            rules += coloured(one, " ".join(body.split()), properties)
    return "\n".join(rules)


def expand(selector):
    """Selectors without :is() that together mean the same."""
    parts = re.split(r":is\(([^)]*)\)", selector)
    choices = [[part] if index % 2 == 0 else part.split(", ") for index, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def coloured(selector, body, properties):
    """The rule, once for each of the six colours where it takes the colour of its class."""
    if "var(--c" not in body:
        return [f"{selector} {{ {resolve(body, properties)} }}"]
    rules = [f"{selector} {{ {resolve(body, properties)} }}"] if "var(--c," in body else []
    for name in CLASSES:
        if re.search(r"\.c\d", selector) and not selector.endswith(f".{name}"):
            continue
        own = {
            "--c": properties[f"--fig-{name[1]}"],
            "--c-soft": properties[f"--fig-{name[1]}-soft"],
        }
        both = selector if selector.endswith(name) else f"{selector}.{name}, .{name} {selector}"
        rules.append(f"{both} {{ {resolve(body, {**properties, **own})} }}")
    return rules


def resolve(body, properties):
    """The declarations with each var() replaced by its value, or by what stands for it."""
    previous = None
    while body != previous:
        previous = body
        body = re.sub(
            r"var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)",
            lambda match: properties.get(match[1], match[2] or ""),
            body,
        )
    return body
