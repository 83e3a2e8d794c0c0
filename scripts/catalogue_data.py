"""The catalogue as data: for the finder and the planner, for other programs, for search engines,
and as a feed of what was added or changed."""

import json
import uuid
from urllib.parse import urljoin
from xml.etree import ElementTree

import catalogue_words as words

LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"
ATOM = "http://www.w3.org/2005/Atom"
LEARNING = ("course", "lecture series", "MOOC", "interactive")
SCHEMA_TYPE = {
    "book": "Book",
    "notes": "LearningResource",
    "blog": "Blog",
    "newsletter": "Periodical",
}

# facts that finder and planner take as they are
SHARED = (
    "provider",
    "platform",
    "instructors",
    "kind",
    "year",
    "languages",
    "subtitles",
    "level",
    "hours",
    "cost",
    "price",
    "certificate",
    "formats",
    "hands_on",
    "prerequisites",
    "status",
    "checked",
)


def script(edition, graph):
    """`catalogue.js`: what finder and planner need of the catalogue, for one edition.

    Addresses are relative to the folder `6-resources/` of the edition.
    """
    here = "6-resources/finder.md"
    lang = edition.lang
    topics = [
        {
            "id": topic["id"],
            "name": topic[lang],
            "track": topic["track"],
            "needs": topic["needs"],
            "page": edition.url(topic["page"], here),
            # the language in which this edition's reader gets the page
            "pageLanguage": "zh" if lang == "zh" and topic["page"] in edition.pages else "en",
            "hours": topic["hours"],
            **({"notebook": edition.url(topic["notebook"], here)} if "notebook" in topic else {}),
        }
        for topic in graph["topics"]
    ]
    resources = [
        {
            "id": resource.id,
            "title": edition.title(resource),
            "url": edition.url(resource.page, here),
            "topics": {
                topic: {
                    "fit": part["fit"],
                    "part": words.part(part["part"], lang),
                    "whole": part["part"] == "whole",
                    "hours": resource.part_hours(topic),
                }
                for topic, part in facts["topics"].items()
            },
            "summary": edition.summary(resource),
            "after": facts.get("after", []),
            "speaks": sorted(resource.languages),
            **{name: facts[name] for name in SHARED},
        }
        for resource in edition.ordered()
        for facts in [resource.facts]
    ]
    codes = {
        code
        for resource in resources
        for code in [*resource["languages"], *(resource["subtitles"] or [])]
    }
    names = {code: words.language(code, lang) for code in sorted(codes)}
    data = {
        "words": {**edition.words, "language": names},
        "tracks": {track["id"]: track[lang] for track in graph["tracks"]},
        "topics": topics,
        "resources": resources,
        "goals": [{**goal, "name": goal[lang]} for goal in graph["goals"]],
        "projects": [
            {
                "id": project["id"],
                "name": project[lang],
                "needs": project["needs"],
                "page": edition.url(project["page"], here),
                "hours": project["hours"],
            }
            for project in graph["projects"]
        ],
    }
    return f"guide.catalogue = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def updated(resources):
    """The date of the latest change."""
    return max(change["date"] for resource in resources for change in resource.facts["changes"])


def for_others(resources, graph):
    """`catalogue.json`, as docs/catalogue.schema.json describes it."""
    data = {
        "updated": updated(resources),
        "licence": LICENCE,
        "topics": graph["topics"],
        "resources": [
            {"id": resource.id, **resource.facts, "review": resource.review}
            for resource in resources
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def feed(resources, site_name, site_url):
    """An Atom feed of additions and changes, the latest first.

    Without a public address, links are relative to the feed, as Atom allows.
    """
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")

    def add(parent, tag, text="", **attributes):
        element = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
        element.text = text or None

    def identifier(*parts):
        return uuid.uuid5(uuid.NAMESPACE_URL, "/".join((site_name, *parts))).urn

    base = urljoin(site_url, "6-resources/") if site_url else ""
    add(root, "title", f"{site_name}: catalogue")
    add(root, "id", identifier("catalogue"))
    add(root, "updated", f"{updated(resources)}T00:00:00Z")
    add(root, "link", rel="self", href=f"{base}catalogue.xml")
    add(root, "link", rel="alternate", href=f"{base}finder.html")
    author = ElementTree.SubElement(root, f"{{{ATOM}}}author")
    add(author, "name", site_name)
    changes = [
        (change["date"], resource, change["what"])
        for resource in resources
        for change in resource.facts["changes"]
    ]
    for date, resource, what in sorted(changes, key=lambda c: (c[0], c[1].id), reverse=True):
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        add(entry, "title", f"{resource.facts['title']}: {what}")
        add(entry, "id", identifier(resource.id, date, what))
        add(entry, "updated", f"{date}T00:00:00Z")
        add(entry, "link", rel="alternate", href=f"{base}catalogue/{resource.id}.html")
        add(entry, "summary", resource.facts["summary"])
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def json_ld(edition, resource):
    """The resource in schema.org's terms: a Course, a Book, or what else it is."""
    facts = resource.facts
    course = facts["kind"] in LEARNING
    data = {
        "@context": "https://schema.org",
        "@type": "Course" if course else SCHEMA_TYPE[facts["kind"]],
        "name": edition.title(resource),
        "description": edition.summary(resource),
        "url": facts["url"],
        "inLanguage": facts["languages"],
        "isAccessibleForFree": facts["cost"] != "paid",
    }
    provider = {"@type": "Organization", "name": facts["provider"]}
    people = [{"@type": "Person", "name": name} for name in facts["instructors"]]
    data["publisher" if facts["kind"] in ("book", "newsletter", "blog") else "provider"] = provider
    if facts["year"]:
        data["datePublished"] = str(facts["year"])
    if not course:
        return {**data, "author": people} if people else data
    data["educationalLevel"] = facts["level"]
    data["about"] = [edition.topics[topic]["en"] for topic in facts["topics"]]
    instance = {"@type": "CourseInstance", "courseMode": "online"}
    if facts["hours"]:
        minutes = round(facts["hours"] * 60)
        instance["courseWorkload"] = f"PT{minutes // 60}H{minutes % 60}M"
    if people:
        instance["instructor"] = people
    data["hasCourseInstance"] = instance
    offer = {
        "@type": "Offer",
        "category": {"free": "Free", "freemium": "Partially Free"}.get(facts["cost"], "Paid"),
    }
    if facts["price"]:
        offer |= {"price": facts["price"]["amount"], "priceCurrency": facts["price"]["currency"]}
    data["offers"] = offer
    return data
