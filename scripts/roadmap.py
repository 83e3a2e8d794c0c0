"""The roadmap: the topic graph as an SVG in which every node is a link.

Topics stand in rows, in the order of docs/topics.yml, each below all that it needs; a line runs to
a topic from those that it needs directly. The list below the drawing says the same in words.
"""

import textwrap
from html import escape

COLUMNS = 3
WIDTH, HEIGHT = 164, 52  # of a box
GAP_X, GAP_Y = 14, 34
LINE = 18  # characters of a name that fit on a line of a box
COLOURS = {
    "foundations": "c4",
    "concepts": "c1",
    "algorithms": "c2",
    "practice": "c6",
    "applications": "c3",
    "systems": "c5",
    "society": "c4",
}
TEXT = {
    "en": {
        "label": "Roadmap: topics in the order in which they can be learnt",
        "caption": "Every topic stands below all that it needs; lines join what is near, and "
        "pointing at a topic shows its far ones too. Press one to read its page; the list below "
        "has all in words.",
        "needs": "needs {}",
        "start": "needs nothing",
    },
    "zh": {
        "label": "路线图：各主题可以学习的先后次序",
        "caption": "每个主题都排在它所需要的主题之下；连线只画相邻的，指向一个主题便显出较远的。"
        "点一个主题，便可读它的那一页；下面的列表用文字列出全部关系。",
        "needs": "先学：{}",
        "start": "无需基础",
    },
}


def rows(topics):
    """The topics in their order, COLUMNS to a row, each in a row below everything that it needs."""
    result = [[]]
    for topic in topics:
        row = result[-1]
        if len(row) == COLUMNS or any(other["id"] in topic["needs"] for other in row):
            result.append(row := [])
        row.append(topic)
    return result


def direct_needs(topics):
    """The needs of each topic less those that another of its needs implies."""
    needs = {topic["id"]: topic["needs"] for topic in topics}
    implied = {}
    for topic in topics:
        implied[topic["id"]] = {a for need in topic["needs"] for a in (need, *implied[need])}
    return {
        id: [need for need in own if not any(need in implied[other] for other in own)]
        for id, own in needs.items()
    }


def positions(topics):
    """Upper left corner of each topic's box; a row with fewer boxes stands in the middle."""
    places = {}
    for y, row in enumerate(rows(topics)):
        start = (COLUMNS - len(row)) * (WIDTH + GAP_X) / 2
        for x, topic in enumerate(row):
            places[topic["id"]] = (start + x * (WIDTH + GAP_X), y * (HEIGHT + GAP_Y))
    return places


def draw(edition, graph, here):
    """HTML of the roadmap for the page `here`: the figure, and the list with the same content."""
    topics, text = graph["topics"], TEXT[edition.lang]
    edges = direct_needs(topics)
    places = positions(topics)
    lines = "".join(
        curve(places[need], places[id], need, id) for id, own in edges.items() for need in own
    )
    nodes = "".join(node(topic, places[topic["id"]], edition, here) for topic in topics)
    width = COLUMNS * (WIDTH + GAP_X) - GAP_X + 4
    height = max(y for _, y in places.values()) + HEIGHT + 4
    figure = (
        f'<figure class="guide-figure"><div class="guide-scroll"><svg class="guide-roadmap" '
        f'viewBox="-2 -2 {width} {height}" role="group" aria-label="{text["label"]}" '
        f'style="--figure-width: {width}px"><g>{lines}</g>{nodes}</svg></div>'
        f"<figcaption>{text['caption']}</figcaption></figure>"
    )
    return figure + topic_list(edition, graph, here)


def curve(start, end, need, id):
    """A line from below one box to above the other."""
    x1, y1 = start[0] + WIDTH / 2, start[1] + HEIGHT
    x2, y2 = end[0] + WIDTH / 2, end[1]
    bend = min(GAP_Y, (y2 - y1) / 2) + 6
    path = f"M{x1:g} {y1:g}C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}"
    far = " far" if y2 - y1 > 2 * (HEIGHT + GAP_Y) else ""  # it would cross the whole drawing
    return f'<path class="line{far}" data-from="{need}" data-to="{id}" d="{path}"/>'


def node(topic, place, edition, here):
    """A box with the topic's name, linked to its page; a tick shows when the reader knows it."""
    x, y = place
    name = topic[edition.lang]
    words = textwrap.wrap(name, LINE, break_long_words=False, break_on_hyphens=False)
    first = y + HEIGHT / 2 + 5 - 9 * (len(words) - 1)
    spans = "".join(
        f'<tspan x="{x + WIDTH / 2:g}" y="{first + 18 * i:g}">{escape(line)}</tspan>'
        for i, line in enumerate(words)
    )
    return (
        f'<a href="{edition.url(topic["page"], here)}" data-topic="{topic["id"]}">'
        f'<rect class="box {COLOURS[topic["track"]]}" x="{x:g}" y="{y:g}" width="{WIDTH}" '
        f'height="{HEIGHT}" rx="6"/><text class="middle">{spans}</text>'
        f'<text class="tick" x="{x + WIDTH - 16:g}" y="{y + 16:g}">✓</text></a>'
    )


def topic_list(edition, graph, here):
    """The topics by track, each with what it needs and a place for its checkbox."""
    text, lang = TEXT[edition.lang], edition.lang
    html = ""
    for track in graph["tracks"]:
        items = ""
        for topic in graph["topics"]:
            if topic["track"] != track["id"]:
                continue
            needs = edition.comma.join(edition.topics[need][lang] for need in topic["needs"])
            needs = text["needs"].format(needs) if needs else text["start"]
            items += (
                f'<li><span data-topic="{topic["id"]}" data-name="{escape(topic[lang])}"></span>'
                f"{edition.topic_link(topic['id'], here)} "
                f'<span class="guide-card-facts">{escape(needs)}</span></li>'
            )
        html += f"\n\n## {track[lang]}\n\n<ul>{items}</ul>"
    return html
