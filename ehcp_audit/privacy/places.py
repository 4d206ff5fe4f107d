"""Schools, nurseries, hospitals and surgeries, found by the kind of place that a run of capitals ends in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ehcp_audit.privacy.tokens import Word, is_titled, line_around
from ehcp_audit.privacy.words import known_capitals, word_set

SCHOOLS = word_set("places.schools")
PLACES = word_set("places.places")
KINDS = word_set("places.kinds")
NO_NAMES = word_set("places.domain")
_LEADS = word_set("places.leads")
_JOINS = re.compile(
    r"[ \u00a0]{1,2}|[-‐‑]|\.[ \u00a0]{1,2}|['’]|[ \u00a0]?&[ \u00a0]?|\n|[ \u00a0]?\([ \u00a0]?|\)[ \u00a0]"
)
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A named place in a text: its first and last word, and SCHOOL or PLACE."""

    first: int
    last: int
    kind: str


def find_places(text: str, words: Sequence[Word]) -> list[Place]:
    """Which schools, hospitals and the like does the text name?"""
    found = []
    for i, word in enumerate(words):
        if word.folded not in SCHOOLS | PLACES or not word.capital:
            continue
        first = _first(text, words, i)
        if first < i and _is_named(text, words, first, i):
            found.append(Place(first, i, "SCHOOL" if word.folded in SCHOOLS else "PLACE"))
    return found


def _first(text: str, words: Sequence[Word], at: int) -> int:
    first = at
    while first > 0 and at - first < _LONGEST:
        before = words[first - 1]
        if not _JOINS.fullmatch(text[before.end : words[first].start].removeprefix("'s").removeprefix("’s")):
            break
        if not before.capital and before.folded not in ("of", "the", "and", "in", "on"):
            break
        first -= 1
    while first < at and (not words[first].capital or _leads(words[first])):
        first += 1
    return first


def _leads(word: Word) -> bool:
    """Words that stand before a place's name and are no part of it."""
    return word.folded in NO_NAMES | _LEADS or (word.opens and word.folded in KINDS)


def _is_named(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Does the run hold a word of its own, and not just kinds of places and words of the trade?"""
    own = [one for one in words[first:last] if one.folded not in KINDS | NO_NAMES and len(one.folded) > 1]
    if not own:
        return False
    if any(not one.plain and one.folded not in known_capitals() for one in own):
        return True
    line = line_around(text, words[first].start).rpartition(": ")[2]
    if is_titled(line) and len(line) > len(text[words[first].start : words[last].end]) + 3:
        return not all(one.plain for one in own)
    return True


def distinctive(words: Sequence[Word]) -> tuple[str, ...]:
    """The words of a place's name that stand for it alone: "Oakfield" of "Oakfield Primary School"; folded."""
    return tuple(
        one.folded for one in words
        if not one.plain and len(one.folded) >= 4 and one.folded not in KINDS | NO_NAMES | known_capitals()
    )  # fmt: skip
