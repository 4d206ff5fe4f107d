"""How authorities title sections and areas of need: headings.yml, asked by title.

A rubric for another type of plan brings the titles of that plan's sections (`using`), and they stand in for those of
an EHC plan for as long as one plan is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_lowercase, digits
from typing import Any, NamedTuple

from ehcp_audit.plan.learnt import learnt
from ehcp_audit.plan.times import time_at_end
from ehcp_audit.plan.word_rules import Ranked, Rule, holds_one_of, ranked, ready, spaced, told_by
from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

_TO_HAVE = rarely(r"\b(help|care|support) [\w'-]{1,20} (?:is to|am to|are to|will) (?:have|get)$")
_BRACKETS = rarely(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]{0,2})?")


class _Apart(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        return " "


_APART = _Apart({ord(one): one for one in ascii_lowercase + digits})
"""For `str.translate`: a space for all that is in no word. Where there is no apostrophe it finds the same words."""
_CODED = re.compile(r"^\s{0,2}[A-K]\.?\d{1,2}(?:\.\d)?[\s.:)-]{1,3}")
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "İ": "I"}
)
_JOINED = rarely(r"\band\b|[&,/]")
_AREA_TAIL = frozenset(
    {"needs", "need", "difficulties", "outcomes", "outcome", "provision", "strengths", "skills", "area", "support"}
)
_PATHWAY = frozenset(  # words that authorities put together for the ways into adult life: "Friends and community"
    {"employment", "learning", "education", "training", "work", "jobs", "career", "careers", "friends", "friendships"}
    | {"relationships", "community", "participation", "inclusion", "independence", "independent", "living", "life"}
    | {"home", "housing", "health", "healthy", "wellbeing", "travel", "leisure", "money", "adulthood", "future"}
    | {"college", "good", "my", "skills"}
)
_OF_A_PAGE = frozenset({"", "details", "detail", "summary"})
_AROUND = rarely(
    r"(?i)^(?:plan|table|grid) of | (?:that|which|to (?:reach|secure|meet)|(?:for|by) (?:each|every|area))\b.*|"
    r",? area by area$| table$"
)
_AREA_MARKS = ("area of need", "broad area", "area")
EXACT, STARTS, WORDS = 1.0, 0.75, 0.5


Titles = tuple[tuple[str, tuple[str, ...]], ...]
"""The sections of another type of plan: each code with the titles that its heading may have."""

_TITLES: ContextVar[Titles] = ContextVar("titles", default=())


@contextmanager
def using(titles: Titles) -> Iterator[None]:
    """Look for these sections, in place of an EHC plan's, for as long as the block runs; with none, for those."""
    token = _TITLES.set(titles)
    try:
        yield
    finally:
        _TITLES.reset(token)


def titles_in_use() -> Titles:
    """The titles that are known besides those of headings.yml."""
    return _TITLES.get()


class Vocabulary(NamedTuple):
    """headings.yml, ready to be asked."""

    titles: dict[str, str]
    joined: dict[str, tuple[str, ...]]
    shared: dict[str, tuple[str, ...]]
    first_words: frozenset[str]  # of the titles
    ranked: Ranked  # all of `words`, in order
    words: tuple[tuple[str, tuple[Rule, ...]], ...]
    outside: frozenset[str]
    outside_in_rank: frozenset[str]
    outside_start: tuple[str, ...]
    outside_end: tuple[str, ...]
    areas: dict[str, str]
    weak: frozenset[str]


def plain(text: str) -> str:
    """The text in lower case with straight quotes and dashes, character for character."""
    if text.isascii() and "`" not in text:
        return text.lower()
    lowered = text.translate(_STRAIGHT).lower()
    return (
        lowered if len(lowered) == len(text) else "".join(one.lower()[:1] or one for one in text.translate(_STRAIGHT))
    )


def title_key(text: str) -> str:
    """The words of a title that count: "My Outcomes:" and "The outcomes" are both "outcomes"."""
    return _keys(text)[0]


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[str, str]:
    """The words of a title that count; and those with what says which kind of page it is: "My family" is not "Family
    details".
    """
    lowered = plain(text)
    if "(" in lowered or "[" in lowered:
        lowered = _BRACKETS.sub(" ", lowered)
    lowered = _TO_HAVE.sub(r"\1 provision", lowered)  # "The health care Isla is to have"
    words = (
        [word for word in _WORD.findall(lowered) if "'" not in word]
        if "'" in lowered
        else lowered.translate(_APART).split()
    )
    ignored = _ignored()
    key = " ".join([word for word in words if word not in ignored])
    if _OF_A_PAGE.isdisjoint(words):
        return key, key
    return key, " ".join([word for word in words if word in _OF_A_PAGE or word not in ignored])


def title_in_full(text: str) -> str | None:
    """Which section has exactly this title?"""
    if own := _own_sections(text):
        return own[0] if len(own) == 1 else None
    code = vocabulary().titles.get(title_key(text)) if len(text) <= 300 else None
    return _of_which_half(text, vocabulary()) if code == "H" and "(" in text else code


def _own_sections(text: str) -> tuple[str, ...]:
    """The sections for which the document's own list of contents gives this title."""
    own = learnt()
    return own.get(title_key(text), ()) if own else ()


def joint_title(text: str) -> tuple[str, ...]:
    """The sections that this title ("Plan of outcomes and provision by area") stands over together; or none."""
    own, known = _own_sections(text), vocabulary().joined
    return own if len(own) > 1 else known.get(title_key(text)) or known.get(title_key(_AROUND.sub("", text)), ())


def title_code(text: str) -> tuple[str | None, float]:
    """Which section has this title, and how surely: 1 in full, 0.75 as its beginning, 0.5 by its words.

    "H" stands for social care provision of either kind.
    """
    own = _own_sections(text)
    if len(own) == 1:
        return own[0], EXACT
    return _title_code(text, titles_in_use())


@lru_cache(maxsize=4096)
def _title_code(text: str, titles: Titles) -> tuple[str | None, float]:
    key = title_key(text)
    if not key:
        return None, 0.0
    known = _vocabulary(titles)
    if key in known.titles:
        code = known.titles[key]
        return _of_which_half(text, known) if code == "H" and "(" in text else code, EXACT
    words, whole = key.split(), text.rstrip(" :")
    text = spaced(words)
    if words[0] in known.first_words:
        for length in range(min(len(words) - 1, 14), 1, -1):
            start = " ".join(words[:length])
            if start in known.titles:
                return _of_which_act(text, known.titles[start], known), STARTS
    if whole[-1] == ")":  # "The help I will get at school (special educational provision)"
        inside = title_key(whole.rpartition("(")[2])
        if inside in known.titles and inside not in known.weak:
            return known.titles[inside], EXACT
    told = told_by(text, known.ranked)
    return told, WORDS if told is not None else 0.0


def _of_which_half(text: str, known: Vocabulary) -> str:
    """H1 or H2 where the words in brackets say which: "Social care provision (1970 Act)"; H where they name both."""
    whole = spaced(_WORD.findall(plain(text)))
    told = [one for one, rules in known.words if one in ("H1", "H2") and holds_one_of(whole, rules)]
    return told[0] if len(told) == 1 else "H"


def _of_which_act(text: str, code: str, known: Vocabulary) -> str:
    """H1 or H2 where the words after "social care provision", or "social care", say which; else the code itself."""
    if code not in ("D", "H"):
        return code
    return next((one for one, rules in known.words if one in ("H1", "H2") and holds_one_of(text, rules)), code)


def agreement(text: str, code: str) -> float:
    """How well a title suits the letter printed before it: 1 to 0, and -0.5 where it is another section's title."""
    if code in vocabulary().shared.get(title_key(text), ()) or code in _own_sections(text):
        return EXACT
    found, sure = title_code(text)
    if found is None:
        return 0.0
    if found == code or (code[0] == "H" and found[0] == "H"):
        return sure
    known = vocabulary()
    words = title_key(text).split()
    for one, rules in known.words:
        if one[0] == code[0] and holds_one_of(spaced(words), rules):
            return WORDS
    return -0.5 if sure >= STARTS else 0.0


def bare_title(title: str) -> str:
    """A section's title, or one over several, without the area that it is for: "Outcomes: Cognition and learning",
    "Communication and interaction – needs, outcomes and provision"; and without what it is to meet. "Provision: Health"
    is another section's.
    """
    if title[-9:].rstrip().lower().endswith(_LAST_OF_THEM):
        title = _TO_MEET_THEM.sub("", title)
    for match in _OF_AREA.finditer(title) if len(title) <= LONGEST_OF_AREA else ():
        left, right = title[: match.start()], title[match.end() :]
        for name, area in ((left, right), (right, left)):
            known = title_in_full(name) is not None or bool(joint_title(name))
            if known and _of_areas(area) and title_in_full(area) is None:
                return name
    return title


def _of_areas(text: str) -> bool:
    """Is it one area of need, or several: "communication and interaction; social and emotional needs"?"""
    return area_of(text) is not None or all(area_of(part) is not None for part in _BETWEEN_AREAS.split(text))


_BETWEEN_AREAS = rarely(r"\s?[;,/&]\s?")


def is_outside(text: str) -> bool:
    """Is this the title of something that is no section: monitoring, sign-off, contents, an appendix?"""
    known = vocabulary()
    key = _keys(text)[1]
    told = key in known.outside_in_rank or _is_named_outside(known, key)
    told = told or _SIGNED_OFF.fullmatch(text.strip()) is not None
    return told or (len(text) <= LONGEST_OUTSIDE and _WATCHED.match(text) is not None)


_SIGNED_OFF = re.compile(  # "Monitoring and sign-off", "Agreement and signatures"
    r"(?=[MRSOADTPF])(?=.*\b(?:monitoring|sign|signing|signatures?|authorisation|approval)\b)"
    r"(?:(?:monitoring|reviews?|reviewing|sign|signing|off|signatures?|agreements?|authorisation|approval|distribution|"
    r"arrangements|and|of|the|this|plan|final)\b[\s,&:.–-]{0,3}){2,8}",
    re.IGNORECASE,
)
LONGEST_OUTSIDE = 80  # characters of a heading
_WATCHED = re.compile(  # "How my plan is checked", "Who looks at progress, and when", "Keeping the plan under review"
    r"(?:how|when)(?: and (?:how|when))? (?:we|this|it|they)(?: will| shall)?(?: all)?(?: be)?(?: keep| kept)? "
    r"(?:watch(?:ed)?|track|an eye on (?:it|this|things)|check(?:ed)?|monitor(?:ed)?|review(?:ed)?|under review)[.?]?$|"
    r"(?:(?:how|when|who|where)(?: and (?:how|when|who|where))? (?!.*\b(?:support|help|taught|provision)\b)|"
    r"(?=(?:checking|reviewing|monitoring|keeping|looking|updating|changing|tracking) ))"
    r"(?=[^.:;]{0,60}\b(?:plan|ehcp|progress|outcomes?|it (?:is|will be)|will it be)\b)"  # and not "How I keep safe"
    r"[^.:;]{0,50}?\b(?:check|review|monitor|look(?:s|ed|ing)? (?:at|over)|measur|watch|track|updat|chang|sign|"
    r"keep(?:s|ing)? (?:(?:an|a close) eye|watch|track|[^.:;]{1,30}(?:under review|up to date|on track)))"
    r"\w*[^.:;]{0,50}[.?]?$",
    re.IGNORECASE,
)


def is_of_watching(text: str) -> bool:
    """Is it a title of what is done to see how the plan goes: "Monitoring", "How we will keep watch"?"""
    return is_outside(text) and (_WATCHED.match(text) is not None or _MONITORS.search(text) is not None)


_MONITORS = rarely(r"\b(?:monitor|review)", re.IGNORECASE)


def is_surely_outside(text: str) -> bool:
    """Is this such a title even where it is set smaller than the sections' headings?"""
    return _is_named_outside(vocabulary(), _keys(text)[1])


def _is_named_outside(known: Vocabulary, key: str) -> bool:
    if key in known.outside or key.startswith(known.outside_start):
        return True
    return len(key) <= LONGEST_OUTSIDE and key.endswith(known.outside_end)


def is_weak(key: str) -> bool:
    """Is this a title that is also a plain word, so that it needs more to be a heading?"""
    return key in vocabulary().weak or (key in learnt() and " " not in key and key not in vocabulary().titles)


_OUTCOMES = rarely(r"[\s,:(–—-]{1,4}(?:(?:long[- ]term )?outcomes? )?$", re.IGNORECASE)
_TO_MEET_THEM = rarely(  # "Outcomes, and the provision to meet them", "My outcomes and the help I will get"
    r",?\s(?:(?:required |needed )?to (?:meet|achieve|support|reach|address) (?:them|these|this|those|it)|"
    r"(?:that )?(?:i|we|he|she|they) (?:will )?(?:get|need|have|receive))$",
    re.IGNORECASE,
)
_LAST_OF_THEM = ("them", "these", "this", "those", "it", "get", "need", "have", "receive")
_OF_AREA = re.compile(r"\s{0,2}(?::|\s-|\s–|\s—|-\s|\||,|\b(?:for|in))\s{1,3}")
LONGEST_OF_AREA = 120  # characters
_POINTING = rarely(r"\s{0,2}\([^()]{0,60}\d[^()]{0,40}\)[\s:.]{0,3}$")  # "(needs 3 and 4; outcome 2)"


def area_of(text: str) -> str | None:
    """The area of need that a short line names: cognition, communication, social, sensory, other; None for any
    other line.
    """
    return _area_of(text) if len(text) <= 110 else None


_LONGEST_PATHWAY = 6  # words: "Preparing for adulthood: friends, relationships and community"
_OF_ADULTHOOD = re.compile(
    r"\W{0,3}(?:(?:preparing|preparation) for adulthood|pfa)(?: pathway)?\s?[:,–—-]\s?(?=[\w ,&'’/-]+$)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _area_of(text: str) -> str | None:
    if "(" in text:
        text = _POINTING.sub("", text)
    until = time_at_end(text)
    if until is not None:
        text = _OUTCOMES.sub("", text[:until])
    pathway = _OF_ADULTHOOD.match(text)
    if pathway is not None and len(text[pathway.end() :].split()) <= _LONGEST_PATHWAY:
        return "other"
    lowered = plain(text)
    for mark in _AREA_MARKS if "area" in lowered[:16] else ():
        at = lowered.find(mark)
        if 0 <= at < 4:
            text = text[at + len(mark) :].lstrip(" 0123456789:-–")
            break
    words = title_key(_CODED.sub("", text).strip(" .:-–—0123456789)(")).split()
    areas = vocabulary().areas
    if " ".join(words) in areas:
        return areas[" ".join(words)]
    if len(words) > 1 and _PATHWAY.issuperset(words) and _JOINED.search(lowered):
        return "other"
    while words and words[-1] in _AREA_TAIL:
        words.pop()
    return areas.get(" ".join(words)) if words else None


def forget() -> None:
    """Nothing is remembered of the texts that were looked at."""
    for remembering in (_keys, _title_code, _area_of):
        remembering.cache_clear()


def vocabulary() -> Vocabulary:
    """headings.yml, read once; with the titles of another type of plan in place of its own while one is read."""
    return _vocabulary(_TITLES.get())


@cache
def _vocabulary(other: Titles) -> Vocabulary:
    data = _data()
    if other:
        sections = {code: {"titles": titles, "words": []} for code, titles in other}
        data = {**data, "sections": sections, "asked": [], "joined": {}, "shared": {}, "weak": []}
    titles: dict[str, str] = {}
    for code, section in data["sections"].items():
        for title in section["titles"]:
            titles.setdefault(title_key(str(title)), code)
    words = tuple(
        (code, rules)
        for when in ("words_before_others", "words")
        for code in data["asked"]
        for code in ((code, "H") if code == "H2" else (code,))
        if (rules := tuple(ready(map(str, rule)) for rule in data["sections"][code].get(when, ())))
    )
    areas = {title_key(name): area for area, names in data["areas"].items() for name in names}
    return Vocabulary(
        titles,
        {title_key(title): tuple(codes) for title, codes in data["joined"].items()},
        {title_key(title): tuple(codes) for title, codes in data["shared"].items()},
        frozenset(title.partition(" ")[0] for title in titles),
        ranked((code, rule) for code, rules in words for rule in rules),
        words,
        frozenset(_keys(title)[1] for title in data["outside"]) - _OF_A_PAGE,
        frozenset(_keys(title)[1] for title in data["outside_only_in_rank"]) - _OF_A_PAGE,
        tuple(title_key(title) for title in data["outside_start"]),
        tuple(title_key(title) for title in data["outside_end"]),
        areas,
        frozenset(data["weak"]),
    )


@cache
def _ignored() -> frozenset[str]:
    return frozenset(_data()["ignored"])


@cache
def _data() -> dict[str, Any]:
    return read_data(Path(__file__).parent / "headings.yml")
