"""Which items of a plan belong together, and how that was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

from ehcp_audit.checks.passages import lettered, sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Item, Passage, Plan

_WORD = re.compile(r"[a-z][a-z'’-]{1,30}")
_ENDINGS = ("ing", "edly", "ed", "ly", "es", "s")
_FIRM = ("row", "number")


@cache
def _generic() -> frozenset[str]:
    text = (Path(__file__).parent / "generic_words.txt").read_text(encoding="utf-8")
    return frozenset(_stem(word) for word in text.split())


@cache
def _concepts() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Concepts by whole word, and by the first four letters and more of a word."""
    whole: dict[str, set[str]] = {}
    starts: dict[str, set[str]] = {}
    data = yaml.safe_load((Path(__file__).parent / "concepts.yml").read_text(encoding="utf-8"))
    for concept, line in data.items():
        for part in str(line).split(", "):
            word = part.strip("=")
            (whole if part.startswith("=") or len(word) < 4 else starts).setdefault(word, set()).add(concept)
    return (
        {word: frozenset(names) for word, names in whole.items()},
        {word: frozenset(names) for word, names in starts.items()},
    )


def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


@cache
def _concepts_of(word: str) -> frozenset[str]:
    whole, starts = _concepts()
    found = set(whole.get(word, ()))
    for length in range(4, len(word) + 1):
        found |= starts.get(word[:length], frozenset())
    return frozenset(found)


def subjects(plan: Plan, codes: Iterable[str]) -> tuple[Item, ...]:
    """The items of these sections, in order."""
    return tuple(item for code in codes for item in plan.section(code).items)


def aspirations(plan: Plan) -> tuple[tuple[str, Passage], ...]:
    """The sentences of section A that hope for something, each with a name: A.1, A.2, ..."""
    return ties_of(plan).aspirations


def _aspirations(plan: Plan) -> tuple[tuple[str, Passage], ...]:
    hoping = phrases("hopes")
    kept = [sentence for sentence in sentences(lettered(plan, "A")) if hoping.search(sentence.text)]
    return tuple((f"A.{number}", sentence) for number, sentence in enumerate(kept, start=1))


class Ties:
    """The ties of one plan, worked out once."""

    def __init__(self, plan: Plan) -> None:
        items = [item for section in plan.sections for item in section.items]
        self._by_section: dict[str, list[Item]] = {}
        for item in items:
            self._by_section.setdefault(item.section, []).append(item)
        name = {
            _stem(word)
            for text in (plan.facts.child_name, plan.facts.known_as)
            for word in _WORD.findall((text or "").lower())
        }
        self._ignored = _generic() | name
        self._words = {item.subject: self._content(self._full_text(item)) for item in items}
        everywhere = Counter(word for words in self._words.values() for word in words)
        often = max(6, len(items) // 3)
        common = {word for word, count in everywhere.items() if count > often}
        self._words = {subject: words - common for subject, words in self._words.items()}
        self._hows: dict[tuple[str, str], str | None] = {}
        self._texts: dict[str, frozenset[str]] = {}
        self.aspirations = _aspirations(plan)

    @staticmethod
    def _full_text(item: Item) -> str:
        fields = [
            field.passage.text
            for field in item.fields
            if field.name in ("title", "steps", "need", "outcome", "provision")
        ]
        return "\n".join((item.text, *fields))

    def _content(self, text: str) -> frozenset[str]:
        """The things a text speaks of: its telling words, and the concepts behind them (written with a #)."""
        content: set[str] = set()
        for word in _WORD.findall(text.lower()):
            for part in {word, *word.split("-")}:
                concepts = _concepts_of(part)
                content |= {f"#{concept}" for concept in concepts}
                stem = _stem(part)
                if len(stem) >= 5 and stem not in self._ignored and not concepts:
                    content.add(stem)
        return frozenset(content)

    def speaks_of(self, item: Item, text: str) -> bool:
        """Do the item and a text speak of the same thing?"""
        if text not in self._texts:
            self._texts[text] = self._content(text)
        return bool(self._words[item.subject] & self._texts[text])

    def between(self, item: Item, *codes: str) -> tuple[Item, ...]:
        """The items of these sections that are tied to this one."""
        others = [other for code in codes for other in self._by_section.get(code, ()) if other.subject != item.subject]
        firm = tuple(other for other in others if self._how(item, other) in _FIRM)
        if firm:
            return firm
        spoken = tuple(other for other in others if self._how(item, other) == "words")
        if spoken:
            return spoken
        return tuple(
            other for other in others if self._how(item, other) == "area" and not self._claimed(other, item.section)
        )

    def how(self, item: Item, others: Iterable[Item]) -> str | None:
        """The firmest way in which the item is tied to any of the others."""
        hows = {self._how(item, other) for other in others}
        return next((kind for kind in ("row", "number", "words", "area") if kind in hows), None)

    def _claimed(self, item: Item, section: str) -> bool:
        """Is the item tied already, more firmly than by area, to something in that section?"""
        return any(self._how(item, other) in (*_FIRM, "words") for other in self._by_section.get(section, ()))

    def _how(self, one: Item, other: Item) -> str | None:
        key = (one.subject, other.subject) if one.subject < other.subject else (other.subject, one.subject)
        if key not in self._hows:
            self._hows[key] = self._tie(one, other)
        return self._hows[key]

    def _tie(self, one: Item, other: Item) -> str | None:
        if one.row is not None and one.row == other.row:
            return "row"
        if self._points(one, other) or self._points(other, one):
            return "number"
        shared = self._words[one.subject] & self._words[other.subject]
        if shared:
            return "words"
        if one.area is not None and one.area == other.area:
            return "area"
        return None

    @staticmethod
    def _points(one: Item, other: Item) -> bool:
        name = f"{other.section}.{other.number}" if other.number else other.subject
        return name in one.refers


_last: list[tuple[Plan, Ties]] = []


def ties_of(plan: Plan) -> Ties:
    """The ties of this plan; kept until another plan is asked about."""
    if not _last or _last[0][0] is not plan:
        _last[:] = [(plan, Ties(plan))]
    return _last[0][1]
