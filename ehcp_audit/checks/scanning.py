"""Where the phrases of a list stand in a plan, without trying each list at every character.

The words of a plan are indexed once by how they begin. A list of phrases is then tried only where one of its phrases
can begin (see openings.py), from the second plan on that a process audits. What it finds there is what `finditer`
would find; where the beginnings of a pattern, or the place of a passage, cannot be told, `finditer` it is. All of it
lasts for the time of one audit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from ehcp_audit.checks.openings import LENGTH, Openings, comparable, key_of, openings
from ehcp_audit.model import Passage, Plan

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NOWHERE: list[int] = []
_LAST = "\U0010ffff"
_FIGURE = re.compile("0")
_BREAKS = " \n\t"
_CAPITAL = re.compile(r"[A-Z]\w*")

T = TypeVar("T")


class Scan:
    """One plan's text, its words by their beginnings, and what was worked out from them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.text = plan.text
        self.worked_out: dict[Hashable, Any] = {}
        # By identity, because the hash of a pattern runs over all of its code; holding the pattern keeps the identity.
        self._places: dict[int, tuple[re.Pattern[str], list[int] | None]] = {}
        self._by_key: defaultdict[str, list[int]] | None = None
        self._sorted: list[str] = []
        self._capitals: list[int] | None = None
        self._keys = ""
        self._comparable = comparable(plan.text)
        self._edges: list[int] = []
        self._codes: list[str | None] = []

    def matches(self, passage: Passage, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of the pattern in the passage's text, as `pattern.finditer` gives them."""
        places = self._places_in(passage, pattern)
        if places is None:
            return list(pattern.finditer(passage.text))
        match, text, start = pattern.match, passage.text, passage.start
        hits: list[re.Match[str]] = []
        after = start
        for place in places:
            if place >= after and (one := match(text, place - start)) is not None:
                hits.append(one)
                after = start + one.end()
        return hits

    def first_match(self, passage: Passage, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of the pattern in the passage's text, as `pattern.search` gives it."""
        places = self._places_in(passage, pattern)
        if places is None:
            return pattern.search(passage.text)
        match, text, start = pattern.match, passage.text, passage.start
        for place in places:
            one = match(text, place - start)
            if one is not None:
                return one
        return None

    def _places_in(self, passage: Passage, pattern: re.Pattern[str]) -> list[int] | None:
        """Where in the passage a match can begin, counted in the plan; None: anywhere."""
        known = self._places.get(id(pattern))
        places = known[1] if known is not None else self._look_up(pattern)
        start, text = passage.start, passage.text
        if places is None or passage.document is not None or not self.text.startswith(text, start):
            return None
        if start and self.text[start - 1] not in _BREAKS and _is_word(self.text[start - 1]) and _is_word(text[:1]):
            return None  # it begins inside a word
        low = bisect_left(places, start)
        end = start + len(text)
        return places[low : bisect_left(places, end, low)] if low < len(places) and places[low] < end else _NOWHERE

    def _look_up(self, pattern: re.Pattern[str]) -> list[int] | None:
        """Where in the plan a match of the pattern can begin, in order; None: anywhere."""
        starts = openings(pattern) if self._comparable and _met_before(pattern) else None
        places = None if starts is None else self._beginnings(starts)
        self._places[id(pattern)] = (pattern, places)
        return places

    def _beginnings(self, starts: Openings) -> list[int]:
        by_key = self._by_key if self._by_key is not None else self._index()
        places = self._anywhere(starts.anywhere)
        if starts.capital:
            places += self._among(self._beginning_with_capitals(), starts.bounded)
        else:
            keys = by_key.keys() & starts.whole
            for start in starts.short:
                keys.update(self._beginning_with(start))
            for key in keys:
                places += by_key[key]
        return sorted(set(places)) if starts.anywhere else sorted(places)

    def _beginning_with(self, start: str) -> list[str]:
        """The keys that go on from this shorter one."""
        return self._sorted[bisect_left(self._sorted, start) : bisect_left(self._sorted, start + _LAST)]

    def _anywhere(self, starts: frozenset[str]) -> list[int]:
        """Where these stand, inside words too."""
        numbers = frozenset(start for start in starts if start[0] == "0")
        places = self._among([match.start() for match in _FIGURE.finditer(self._keys)], numbers) if numbers else []
        for start in starts - numbers:
            place = self._keys.find(start)
            while place >= 0:
                places.append(place)
                place = self._keys.find(start, place + 1)
        return places

    def _among(self, places: Iterable[int], starts: frozenset[str]) -> list[int]:
        """Those of the places at which one of these stands."""
        text = self._keys
        return [
            place
            for place in places
            if text[place] in starts
            or text[place : place + LENGTH] in starts
            or text[place : place + 2] in starts
            or text[place : place + 3] in starts
        ]

    def _beginning_with_capitals(self) -> list[int]:
        """The places of the words with a capital at the beginning."""
        if self._capitals is None:
            self._capitals = [match.start() for match in _CAPITAL.finditer(self.text)]
        return self._capitals

    def section_at(self, start: int) -> str | None:
        """As `Plan.section_at`: it changes only where a piece of a section begins or ends."""
        if not self._edges:
            pieces = [piece for section in self.plan.sections for piece in section.pieces]
            self._edges = sorted({0, *(edge for piece in pieces for edge in (piece.start, piece.end))})
            self._codes = [self.plan.section_at(edge) for edge in self._edges]
        return self._codes[bisect_right(self._edges, start) - 1]

    def _index(self) -> defaultdict[str, list[int]]:
        """The places of the plan's words and signs by the key of what begins there."""
        self._keys = text = key_of(self.text) + " " * LENGTH  # as long as before, because the text is comparable
        by_key: defaultdict[str, list[int]] = defaultdict(list)
        for start in [one.start() for one in _TOKEN.finditer(text)]:
            by_key[text[start : start + LENGTH]].append(start)
        self._sorted = sorted(by_key)
        self._by_key = by_key
        return by_key


_met: dict[int, re.Pattern[str]] = {}
_MOST_MET = 1024


def _met_before(pattern: re.Pattern[str]) -> bool:
    """Was the pattern asked of another plan already? Working out its openings costs more than one plan's worth."""
    if id(pattern) in _met:
        return True
    if len(_met) >= _MOST_MET:
        _met.clear()
    _met[id(pattern)] = pattern
    return False


_present: ContextVar[Scan | None] = ContextVar("_present", default=None)


@contextmanager
def scanning(plan: Plan) -> Iterator[None]:
    """While this lasts, what is found in the plan's passages is looked up, and kept where several checks ask it."""
    token = _present.set(Scan(plan))
    try:
        yield
    finally:
        _present.reset(token)


def matches(passage: Passage, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Every match of the pattern in the passage's text."""
    scan = _present.get()
    return list(pattern.finditer(passage.text)) if scan is None else scan.matches(passage, pattern)


def holds(passage: Passage, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of the pattern in the passage's text, or None."""
    scan = _present.get()
    return pattern.search(passage.text) if scan is None else scan.first_match(passage, pattern)


def holding(passages: Iterable[Passage], pattern: re.Pattern[str]) -> list[Passage]:
    """Those of the passages in which the pattern matches."""
    scan = _present.get()
    if scan is None:
        return [passage for passage in passages if pattern.search(passage.text)]
    return [passage for passage in passages if scan.first_match(passage, pattern)]


def section_at(plan: Plan, start: int) -> str | None:
    """The code of the plan's section that holds the character at `start`; None outside A to K."""
    scan = _present.get()
    return plan.section_at(start) if scan is None or scan.plan is not plan else scan.section_at(start)


def once(plan: Plan, name: Hashable, work: Callable[[], T]) -> T:
    """What this work gives for the plan, worked out once for the time of its audit."""
    scan = _present.get()
    if scan is None or scan.plan is not plan:
        return work()
    if name not in scan.worked_out:
        scan.worked_out[name] = work()
    return scan.worked_out[name]  # type: ignore[no-any-return]


def kept(name: Hashable, work: Callable[[], T]) -> T:
    """What this work gives, kept for the time of the audit under a name that says all that it depends on."""
    scan = _present.get()
    if scan is None:
        return work()
    if name not in scan.worked_out:
        scan.worked_out[name] = work()
    return scan.worked_out[name]  # type: ignore[no-any-return]


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
