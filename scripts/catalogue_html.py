"""What the catalogue looks like on pages: a resource's own page, its card in lists, and the
"Learn it from" of a topic. All text that comes from a file is escaped here."""

import itertools
import posixpath
from html import escape

import catalogue_words as words
from link_health import is_dead

LEVELS = ("beginner", "introductory", "intermediate", "advanced")
MOST = 6  # resources under "Learn it from"

TEXT = {
    "en": {
        "open": "Open {}",
        "provider": "Provider",
        "instructors": "By",
        "kind": "Kind",
        "year": "Edition",
        "level": "Level",
        "languages": "Language",
        "subtitles": "Subtitles",
        "hours": "Time",
        "cost": "Cost",
        "certificate": "Certificate",
        "formats": "Formats",
        "hands_on": "Practice",
        "licence": "Licence",
        "status": "Status",
        "unstated": "not stated",
        "continuous": "continuous",
        "teaches": "What it teaches",
        "teaches_head": ("Topic", "Where", "Time"),
        "before": "What you need before",
        "nothing": "Nothing.",
        "after": "Do first: {}.",
        "evidence": "Evidence",
        "checked": "Looked up on {}:",
        "back": "All resources",
        "archived": "Archived copy",
        "health_head": ("Resource", "Last seen alive", "What was found"),
        "health_counts": "{} resources: {} answered at the last check, {} failed, "
        "{} have been looked up by hand only.",
        "by_hand": "looked up by hand",
        "never": "not yet",
        "health": {
            "alive": "answers",
            "moved": "answers at a new address",
            "guarded": "answers, but not to machines",
            "failing": "failed on {} – counts as dead after three days",
            "dead": "dead: failed on {}",
        },
        "learn": "Learn it from",
        "learn_intro": "The best we know on {topic}, the easiest first. "
        '<a href="{finder}">The finder</a> has more; <a href="{planner}">the planner</a> puts them '
        "in order.",
        "join": " and ",
        "subtitled": "{} subtitles",
        "comma": ", ",
        "pause": ", ",
        "colon": ": ",
    },
    "zh": {
        "open": "打开 {}",
        "provider": "提供者",
        "instructors": "作者",
        "kind": "类型",
        "year": "版本",
        "level": "难度",
        "languages": "语言",
        "subtitles": "字幕",
        "hours": "用时",
        "cost": "费用",
        "certificate": "证书",
        "formats": "形式",
        "hands_on": "练习",
        "licence": "许可",
        "status": "状态",
        "unstated": "未说明",
        "continuous": "持续更新",
        "teaches": "教什么",
        "teaches_head": ("主题", "位置", "用时"),
        "before": "先要会什么",
        "nothing": "无需任何基础。",
        "after": "先学完：{}。",
        "evidence": "依据",
        "checked": "查证于 {}：",
        "back": "全部资源",
        "archived": "存档副本",
        "health_head": ("资源", "最近一次可访问", "检查结果"),
        "health_counts": "共 {} 个资源：最近一次检查有回应的 {} 个，失败的 {} 个，"
        "只人工查证过的 {} 个。",
        "by_hand": "人工查证",
        "never": "尚未",
        "health": {
            "alive": "有回应",
            "moved": "有回应，地址已变",
            "guarded": "有回应，但不接受程序访问",
            "failing": "{} 访问失败，三天都失败才算失效",
            "dead": "已失效：{} 访问失败",
        },
        "learn": "跟谁学",
        "learn_intro": "关于{topic}，我们所知最好的资源，由易到难。"
        '<a href="{finder}">选课</a>里还有更多，<a href="{planner}">学习计划</a>会替你排好次序。',
        "join": "和",
        "subtitled": "{}字幕",
        "comma": "、",
        "pause": "，",
        "colon": "：",
    },
}


class Edition:
    """The catalogue as one edition shows it.

    Args:
        lang: "en" or "zh".
        resources: those of `catalogue.read_resource`, by id.
        topics: the topics of docs/topics.yml, by id.
        twins: the Chinese title, summary and review by id; empty for English.
        pages: sources of the pages that the edition has, to link to; others are linked in English.
    """

    def __init__(self, lang, resources, topics, twins, pages):
        self.lang, self.resources, self.topics = lang, resources, topics
        self.twins, self.pages = twins, pages
        self.words, self.text = words.WORDS[lang], TEXT[lang]
        self.comma = self.text["comma"]

    def ordered(self):
        """The resources from beginner to advanced, by title within a level."""
        return sorted(
            self.resources.values(),
            key=lambda r: (LEVELS.index(r.facts["level"]), r.facts["title"].lower()),
        )

    def title(self, resource):
        return self.twins.get(resource.id, {}).get("title") or resource.facts["title"]

    def summary(self, resource):
        return self.twins.get(resource.id, {}).get("summary") or resource.facts["summary"]

    def url(self, source, here):
        """Address of a page's source seen from the page `here`, in the other edition if need be."""
        target = posixpath.splitext(source)[0] + ".html"
        start = posixpath.dirname(here) or "."
        if source not in self.pages and self.lang == "zh":
            return posixpath.relpath(target, posixpath.join("zh", start))
        return posixpath.relpath(target, start)

    def topic_link(self, topic, here):
        """A link to the page of the topic."""
        topic = self.topics[topic]
        return f'<a href="{self.url(topic["page"], here)}">{escape(topic[self.lang])}</a>'

    def resource_link(self, resource, here):
        """A link to the page of the resource."""
        href = self.url(resource.page, here)
        return f'<a href="{href}">{escape(self.title(resource))}</a>'

    def facts_line(self, resource):
        """The facts that decide, on one line."""
        facts, w = resource.facts, self.words
        time = words.hours(facts["hours"], self.lang) if facts["hours"] else ""
        cost = words.price(facts, self.lang) if facts["cost"] == "paid" else ""
        only_subtitled = "zh" in resource.languages and "zh" not in facts["languages"]
        chinese = self.text["subtitled"].format(words.language("zh", self.lang))
        shown = [
            facts["provider"],
            w["kind"][facts["kind"]],
            str(facts["year"] or ""),
            w["level"][facts["level"]],
            time,
            cost or w["cost"][facts["cost"]],
            words.languages(facts["languages"], self.lang),
            chinese if only_subtitled else "",
            "" if facts["status"] in ("current", "frozen") else w["status"][facts["status"]],
        ]
        return " · ".join(escape(fact) for fact in shown if fact)

    def language_names(self, codes):
        """Names of all the languages, or an empty string for none."""
        return self.comma.join(words.language(code, self.lang) for code in codes or [])

    def card(self, resource, here, part=""):
        """A resource in a list: name, the part that is meant, facts, one sentence."""
        if part:
            part = f' <span class="guide-card-part">{escape(part)}</span>'
        return (
            f'<li class="guide-card" data-id="{resource.id}">'
            f'<p class="guide-card-name">{self.resource_link(resource, here)}{part}</p>'
            f'<p class="guide-card-facts">{self.facts_line(resource)}</p>'
            f"<p>{escape(self.summary(resource))}</p></li>"
        )

    def cards(self, ids, here):
        """The named resources as a list."""
        items = "".join(self.card(self.resources[id], here) for id in ids)
        return f'<ul class="guide-cards">{items}</ul>'

    def all_cards(self, here):
        """Every resource: what the finder works on."""
        items = "".join(self.card(resource, here) for resource in self.ordered())
        return f'<ol class="guide-cards" id="resources">{items}</ol>'

    # -- A resource's own page -----------------------------------------------------------------
    def page(self, resource, review):
        """Markdown of the whole page: heading, facts, review, parts, needs, evidence."""
        facts, t, here = resource.facts, self.text, resource.page
        title = escape(self.title(resource))
        finder = self.url("6-resources/finder.md", here)
        return "\n\n".join(
            [
                f"# {title}",
                f'<p class="guide-lead">{escape(self.summary(resource))}</p>',
                self.facts_list(resource),
                f'<p class="guide-open-line"><a class="md-button guide-open" '
                f'href="{escape(facts["url"])}">{t["open"].format(self._short(facts["url"]))}</a>'
                f'{self.archived(facts)}<a href="{finder}">{t["back"]}</a></p>',
                review,
                f"## {t['teaches']} {{ #teaches }}",
                self.parts_table(resource),
                f"## {t['before']} {{ #before }}",
                self.needs(resource),
                f"## {t['evidence']} {{ #evidence }}",
                self.evidence(resource),
            ]
        )

    def archived(self, facts):
        """A link to the archived copy of what is gone, if there is one."""
        if "archived" not in facts:
            return ""
        return f'<a href="{escape(facts["archived"])}">{self.text["archived"]}</a> '

    def health_table(self, health, here):
        """When each resource was last seen alive, those that failed first.

        Args:
            health: what is known of addresses, see web_links.remember.
        """
        t, rows, counts = self.text, [], {"alive": 0, "failing": 0, "by hand": 0}
        for resource in self.ordered():
            known = health.get(resource.facts["url"])
            if known is None:
                state, found = "by hand", t["by_hand"]
                seen = resource.facts["checked"]
            else:
                state = "failing" if known["failed"] else "alive"
                kind = "dead" if is_dead(known) else state
                if state == "alive":
                    kind = "moved" if "moved" in known else "guarded" if "why" in known else "alive"
                found = t["health"][kind].format(self.comma.join(known["failed"]))
                seen = known["alive"] or t["never"]
            counts[state] += 1
            link = self.resource_link(resource, here)
            row = f"<tr><td>{link}</td><td class=guide-date>{seen}</td><td>{found}</td></tr>"
            rows.append((state != "failing", row))
        head = "".join(f'<th scope="col">{name}</th>' for name in t["health_head"])
        body = "".join(row for _, row in sorted(rows, key=lambda row: row[0]))
        summary = t["health_counts"].format(len(rows), *counts.values())
        return f"<p>{summary}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def facts_list(self, resource):
        """All facts as a list of terms."""
        facts, t, w = resource.facts, self.text, self.words
        unstated = t["unstated"]
        twin = self.twins.get(resource.id, {})
        platform = f" ({facts['platform']})" if facts["platform"] else ""
        money = words.price(facts, self.lang)
        hours = unstated
        if facts["hours"]:
            derived = twin.get("hours_from") or facts["hours_from"]
            hours = f"{words.hours(facts['hours'], self.lang)} – {derived}"
        status = w["status"][facts["status"]]
        if note := twin.get("status_note") or facts.get("status_note"):
            status += f" – {note}"
        rows = {
            "provider": facts["provider"] + platform,
            "instructors": self.comma.join(facts["instructors"]) or unstated,
            "kind": w["kind"][facts["kind"]],
            "year": str(facts["year"] or t["continuous"]),
            "level": w["level"][facts["level"]],
            "cost": w["cost"][facts["cost"]] + (f" – {money}" if money else ""),
            "languages": self.language_names(facts["languages"]),
            "subtitles": self.language_names(facts["subtitles"]) or unstated,
            "formats": self.comma.join(w["formats"][name] for name in facts["formats"]),
            "hands_on": w["hands_on"][facts["hands_on"]],
            "certificate": w["certificate"].get(facts["certificate"], unstated),
            "licence": facts["licence"] or unstated,
            "hours": hours,
            "status": status,
        }
        items = "".join(
            f"<div{' class=wide' if name in ('hours', 'status') else ''}>"
            f"<dt>{t[name]}</dt><dd>{escape(value)}</dd></div>"
            for name, value in rows.items()
        )
        return f'<dl class="guide-facts">{items}</dl>'

    def parts_table(self, resource):
        """Which part teaches which topic, the strongest first."""
        parts = resource.facts["topics"]
        head = "".join(f'<th scope="col">{name}</th>' for name in self.text["teaches_head"])
        rows = ""
        for topic in sorted(parts, key=lambda topic: -parts[topic]["fit"]):
            time = resource.part_hours(topic)
            rows += (
                f"<tr><td>{self.topic_link(topic, resource.page)}</td>"
                f"<td>{escape(words.part(parts[topic]['part'], self.lang))}</td>"
                f"<td>{words.hours(time, self.lang) if time else '–'}</td></tr>"
            )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def needs(self, resource):
        """The topics, and the resources, that come before."""
        facts, t = resource.facts, self.text
        topics = self.comma.join(
            self.topic_link(id, resource.page) for id in facts["prerequisites"]
        )
        before = f"<p>{topics or t['nothing']}</p>"
        if others := facts.get("after"):
            links = [self.resource_link(self.resources[id], resource.page) for id in others]
            before += f"<p>{t['after'].format(self.comma.join(links))}</p>"
        return before

    def evidence(self, resource):
        """Where the facts were looked up, when, and what each source confirms."""
        facts = resource.facts
        items = "".join(
            f'<li><a href="{escape(e["source"])}">{escape(self._short(e["source"]))}</a>: '
            f'<span lang="en">{escape(e["confirms"])}</span></li>'
            for e in facts["evidence"]
        )
        return f"<p>{self.text['checked'].format(facts['checked'])}</p><ul>{items}</ul>"

    @staticmethod
    def _short(url):
        """An address without its scheme, cut where it is long."""
        text = url.split("://", 1)[1].removeprefix("www.").rstrip("/")
        return text if len(text) <= 48 else text[:47] + "…"

    # -- Learn it from -------------------------------------------------------------------------
    def best(self, topics):
        """The three to six best resources for the topics in turn, the easiest first.

        At least one is free and one is for beginners, where the catalogue has any.
        """

        def ranked(topic):
            def rank(resource):
                facts = resource.facts
                native = self.lang == "zh" and "zh" in facts["languages"]
                gone = facts["status"] in ("retired", "paywalled")
                return (-resource.fit(topic) - native, gone, -(facts["year"] or 0), resource.id)

            readable = self.resources.values()
            if self.lang == "en":
                readable = (resource for resource in readable if "en" in resource.languages)
            return sorted((r for r in readable if r.fit(topic) > 1), key=rank)

        turns = itertools.chain(*itertools.zip_longest(*map(ranked, topics)))
        fitting = list({resource.id: resource for resource in turns if resource}.values())
        chosen = fitting[:MOST]
        wanted = (
            lambda r: r.facts["cost"] != "paid",
            lambda r: r.is_easy,
        )
        for wish in wanted:
            if not any(map(wish, chosen)):
                # the last place goes to the best that grants the wish
                chosen[MOST - 1 :] = [resource for resource in fitting if wish(resource)][:1]
        return sorted(chosen, key=lambda resource: LEVELS.index(resource.facts["level"]))

    def learn_it_from(self, topics, here):
        """Markdown of the section that closes the page `here`, which explains the topics."""
        t = self.text
        names = t["join"].join(self._name(topic) for topic in topics[:2])
        finder = self.url("6-resources/finder.md", here) + f"#topic={topics[0]}"
        planner = self.url("6-resources/planner.md", here)
        intro = t["learn_intro"].format(topic=names, finder=finder, planner=planner)
        items = "".join(self._learn_item(resource, topics, here) for resource in self.best(topics))
        done = "".join(
            f'<div data-topic="{topic}" data-name="{escape(self.topics[topic][self.lang])}"></div>'
            for topic in topics
        )
        return (
            f"## {t['learn']} {{ #learn-it-from }}\n\n<p>{intro}</p>\n\n"
            f'<ul class="guide-cards">{items}</ul>\n\n<div class="guide-done">{done}</div>'
        )

    def _name(self, topic):
        """The topic's name within a sentence."""
        name = self.topics[topic][self.lang]
        ordinary = name[1:2].islower() and not name.startswith(("Python", "Jupyter", "PyTorch"))
        return name[0].lower() + name[1:] if ordinary and self.lang == "en" else name

    def _learn_item(self, resource, topics, here):
        """A card with the part that teaches the topics."""
        topic = max(topics, key=resource.fit)
        time = resource.part_hours(topic)
        where = words.part(resource.facts["topics"][topic]["part"], self.lang)
        if time:
            where += self.text["pause"] + words.hours(time, self.lang)
        if len(topics) > 1:
            where = self.topics[topic][self.lang] + self.text["colon"] + where
        return self.card(resource, here, where)


def topics_of_pages(topics):
    """Maps the source of each page to the topics that it explains, in the graph's order."""
    pages = {}
    for topic in topics:
        pages.setdefault(topic["page"], []).append(topic["id"])
    return pages


def learning_pages(pages):
    """The pages that close with "Learn it from": concepts, algorithms, applications, outlook."""
    chapters = ("2-", "3-", "5-", "7-")
    return {
        page: topics
        for page, topics in pages.items()
        if page.startswith(chapters) and not page.endswith("index.md")
    }
