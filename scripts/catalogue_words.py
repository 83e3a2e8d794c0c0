"""What the catalogue's values are called in each edition, for pages and for the finder alike."""

import re

from babel import Locale

WORDS = {
    "en": {
        "kind": {
            "course": "course",
            "lecture series": "lecture series",
            "MOOC": "MOOC",
            "book": "book",
            "notes": "notes",
            "interactive": "interactive page",
            "blog": "blog",
            "newsletter": "newsletter",
        },
        "level": {
            "beginner": "beginner",
            "introductory": "introductory",
            "intermediate": "intermediate",
            "advanced": "advanced",
        },
        "cost": {"free": "free", "freemium": "free to learn", "paid": "paid"},
        "certificate": {
            "none": "no certificate",
            "free": "free certificate",
            "paid": "paid certificate",
        },
        "formats": {
            "video": "video",
            "audio": "audio",
            "text": "text",
            "slides": "slides",
            "notebooks": "notebooks",
            "code": "code",
            "exercises": "exercises",
            "quizzes": "quizzes",
            "projects": "projects",
            "interactive": "interactive",
            "community": "community",
        },
        "hands_on": {"none": "no practice", "some": "some practice", "much": "much practice"},
        "status": {
            "current": "kept up",
            "frozen": "no longer renewed",
            "moved": "moved",
            "paywalled": "behind a paywall now",
            "retired": "retired",
        },
    },
    "zh": {
        "kind": {
            "course": "课程",
            "lecture series": "系列讲座",
            "MOOC": "慕课",
            "book": "书",
            "notes": "讲义",
            "interactive": "交互网页",
            "blog": "博客",
            "newsletter": "通讯",
        },
        "level": {
            "beginner": "零基础",
            "introductory": "入门",
            "intermediate": "进阶",
            "advanced": "高级",
        },
        "cost": {"free": "免费", "freemium": "内容免费", "paid": "付费"},
        "certificate": {"none": "无证书", "free": "免费证书", "paid": "付费证书"},
        "formats": {
            "video": "视频",
            "audio": "音频",
            "text": "文字",
            "slides": "幻灯片",
            "notebooks": "笔记本",
            "code": "代码",
            "exercises": "习题",
            "quizzes": "测验",
            "projects": "项目",
            "interactive": "交互",
            "community": "社区",
        },
        "hands_on": {"none": "不动手", "some": "有些练习", "much": "大量练习"},
        "status": {
            "current": "仍在维护",
            "frozen": "不再更新",
            "moved": "已搬家",
            "paywalled": "现已收费",
            "retired": "已停止",
        },
    },
}

# a unit of a resource: its plural in English; in Chinese what stands around its number, and alone
UNITS = {
    "lecture": ("lectures", "第 {} 讲", "讲座"),
    "chapter": ("chapters", "第 {} 章", "章节"),
    "unit": ("units", "第 {} 单元", "单元"),
    "week": ("weeks", "第 {} 周", "单元"),
    "module": ("modules", "第 {} 模块", "模块"),
    "lesson": ("lessons", "第 {} 课", "课"),
    "part": ("parts", "第 {} 部分", "部分"),
    "video": ("videos", "第 {} 个视频", "视频"),
    "section": ("sections", "第 {} 节", "小节"),
    "assignment": ("assignments", "作业 {}", "作业"),
    "notebook": ("notebooks", "笔记本 {}", "笔记本"),
    "course": ("courses", "课程 {}", "课程"),
    "project": ("projects", "项目 {}", "项目"),
    "post": ("posts", "文章 {}", "文章"),
    "page": ("pages", "第 {} 页", "页面"),
    "lab": ("labs", "实验 {}", "实验"),
}
NUMBERS = re.compile(r"[\dIVX]+[\w.]*(?:(?:\s*[–,+&-]\s*|\s+and\s+)[\dIVX]+[\w.]*)*")
SEVERAL = re.compile(r"[–,+&]| and |-\d")


def part(text, lang):
    """Where in a resource: "lectures 5–6" or 「第 5–6 讲」; "all of it" for the whole."""
    if text == "whole":
        return {"en": "all of it", "zh": "全部"}[lang]
    unit, where = text.split(" ", 1)
    plural, around, alone = UNITS[unit]
    if NUMBERS.fullmatch(where):
        if lang == "zh":
            return around.format(re.sub(r",\s*", "、", where).replace(" and ", "、"))
        return f"{plural if SEVERAL.search(where) else unit} {where}"
    return f"{unit}: {where}" if lang == "en" else f"{alone}：{where}"


def hours(number, lang):
    """ "2.5 h" or 「2.5 小时」, "15 min" below an hour."""
    if number < 1:
        return f"{round(number * 60)} min" if lang == "en" else f"{round(number * 60)} 分钟"
    return f"{number:g} h" if lang == "en" else f"{number:g} 小时"


def price(facts, lang):
    """The price in words, with its date, or an empty string."""
    if not (price := facts["price"]):
        return ""
    sign = {"USD": "US$", "EUR": "€", "GBP": "£", "CNY": "¥"}[price["currency"]]
    per = {
        "en": {"once": "", "month": " a month", "year": " a year"},
        "zh": {"once": "", "month": "/月", "year": "/年"},
    }[lang][price["per"]]
    amount = f"{sign}{price['amount']:g}{per}"
    return f"{amount} ({price['as_of']})" if lang == "en" else f"{amount}（{price['as_of']}）"


def language(code, lang):
    """The name of a language by its ISO 639-1 code."""
    return Locale(lang).languages.get(code, code)


def languages(codes, lang):
    """Names of the languages, English and Chinese first, the rest counted when there are many."""
    first = sorted(codes, key=lambda code: (code not in ("en", "zh"), codes.index(code)))
    listed = (", " if lang == "en" else "、").join(language(code, lang) for code in first[:3])
    if len(first) <= 3:
        return listed
    return f"{listed} and {len(first) - 3} more" if lang == "en" else f"{listed}等 {len(first)} 种"
