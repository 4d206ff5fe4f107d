"""Where the phrases of a list stand in a plan, without trying each list at every character.

The words of a plan are gone through once: each says by its first characters which lists have a phrase that can begin
there (see openings.py), and a list is then tried at those places alone. That holds for the lists that a plan was asked
about before; what a list finds is what `finditer` would find. Where the beginnings of a pattern, or the place of a
passage, cannot be told, `finditer` it is. All of it lasts for the time of one audit.

Of a pattern that no plan was asked about before, it is read off how a match begins where that is plain (see
beginnings.py): one that can begin nowhere in the plan is not compiled. What is learnt lasts for all plans: a pattern
that is made of one plan's words is searched plainly, and never here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from ehcp_audit.checks.beginnings import beginnings
from ehcp_audit.checks.openings import IN_NAMES, LENGTH, comparable, is_word, key_of, openings
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import flags_of

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NOWHERE: list[int] = []
_FIGURE = re.compile(r"\d")
_BREAKS = " \n\t"
_start = attrgetter("start")
_identity = object.__hash__  # as `id`, each call of which is an audit event that the network guard hears

T = TypeVar("T")


class _Begun(dict[str, tuple[int, ...]]):
    """The patterns of which a match can begin with these LENGTH characters of a text, by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[str, list[int]] = {}
        self._capitals: dict[str, list[int]] = {}

    def add(self, starts: Iterable[str], number: int, *, capital: bool = False) -> None:
        by_opening = self._capitals if capital else self._words
        for start in starts:
            by_opening.setdefault(start, []).append(number)
        self.clear()

    def __missing__(self, key: str) -> tuple[int, ...]:
        kinds = (self._words, self._capitals) if key[0].isupper() else (self._words,)
        whole = key_of(key)
        keys = [whole[:end] for end in range(1, LENGTH + 1)]
        begun = {number for kind in kinds for opening in keys for number in kind.get(opening, ())}
        if len(self) >= _MOST_KEYS:
            self.clear()
        self[key] = found = tuple(begun)
        return found


class _Patterns:
    """The patterns that plans were asked about, and those of them whose beginnings are worked out.

    By identity, because the hash of a pattern runs over all of its code; holding the pattern keeps the identity.
    """

    def __init__(self) -> None:
        self.met: dict[int, re.Pattern[str]] = {}
        self.told: dict[int, bool] = {}  # those worked out: can it be told how they begin?
        self.begun, self.figures = _Begun(), _Begun()
        self.inside: dict[int, frozenset[str]] = {}  # what may stand inside a word, and begins with no figure
        self.held: dict[int, frozenset[str]] = {}  # what is held by a word with which a match begins
        self.sundry: set[int] = set()  # those that can begin inside a word: they are looked up in more ways than one
        self.first: set[int] = set()  # those to be tried where a passage begins, whatever it begins with

    def work_out(self) -> None:
        """Work out the beginnings of all that were met: it costs more than the use of them in one plan."""
        for number in self.met.keys() - self.told.keys():
            starts = openings(self.met[number])
            self.told[number] = starts is not None
            if starts is not None:
                figures = frozenset(start for start in starts.anywhere if start[0] == "0")
                inside = frozenset(start.partition("0")[0] for start in starts.anywhere - figures)
                self.begun.add(starts.bounded, number)
                self.begun.add(starts.capitals, number, capital=True)
                self.figures.add(figures, number)
                self.inside |= {number: inside} if inside else {}
                self.held |= {number: starts.held} if starts.held else {}
                self.sundry |= {number} if starts.anywhere or starts.held else set()
                self.first |= {number} if starts.first else set()


_MOST_MET = 1024
_MOST_KEYS = 65_536
_patterns = [_Patterns()]


class Scan:
    """One plan's text, where its words can begin a match of each pattern, and what was worked out from them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.text = plan.text
        self.worked_out: dict[Hashable, Any] = {}
        self._patterns = _patterns[0]
        self._filed: dict[int, list[list[int]]] = {}  # where the openings of each pattern stand, opening by opening
        self._places: dict[int, list[int]] = {}  # of each that was asked: where a match can begin, in order
        self._not_plain: set[int] = set()  # of those not met before: how they begin cannot be read off
        self._by_key: defaultdict[str, list[list[int]]] = defaultdict(list)
        self._lowered = ""
        self._standing: dict[str, list[int]] = {}  # where what may stand inside words does
        self._gone_through = False
        self._edges: list[int] = []
        self._codes: list[str | None] = []

    def matches(self, passage: Passage, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of the pattern in the passage's text, as `pattern.finditer` gives them."""
        places = self._places_in(passage, pattern)
        if places is None:
            return list(pattern.finditer(passage.text))
        if not places:
            return []
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
        if not places:
            return None
        match, text, start = pattern.match, passage.text, passage.start
        for place in places:
            one = match(text, place - start)
            if one is not None:
                return one
        return None

    def holding(
        self, piece: Passage, parts: Callable[[], Sequence[Passage]], pattern: re.Pattern[str]
    ) -> Iterable[Passage]:
        """Those of the piece's parts, which are in order, in which the pattern matches.

        The piece is parted only where a match can begin in it, and no other part is looked at.
        """
        places = self._places_in(piece, pattern)
        if places is None or _identity(pattern) in self._patterns.first:
            return [part for part in parts() if self.first_match(part, pattern)]
        if not places:
            return ()
        cut = parts()
        near = {bisect_right(cut, place, key=_start) - 1 for place in places}
        return [cut[at] for at in sorted(near) if at >= 0 and self.first_match(cut[at], pattern)]

    def _places_in(self, passage: Passage, pattern: re.Pattern[str]) -> list[int] | None:
        """Where in the passage a match can begin, counted in the plan; None: anywhere."""
        number = _identity(pattern)
        places = self._places.get(number)
        if places is None:
            places = self._put_in_order(number)
            if places is None:
                places = self._read_off(pattern)
            if places is None:
                return None
        start, text = passage.start, passage.text
        if passage.document is not None or not self.text.startswith(text, start):
            return None
        if start and self.text[start - 1] not in _BREAKS and is_word(self.text[start - 1]) and is_word(text[:1]):
            return None  # it begins inside a word
        low = bisect_left(places, start)
        end = start + len(text)
        here = places[low : bisect_left(places, end, low)] if low < len(places) and places[low] < end else _NOWHERE
        return [start, *here] if number in self._patterns.first and start not in here[:1] else here

    def _put_in_order(self, number: int) -> list[int] | None:
        """Where a match of this pattern can begin; None where that cannot be told, or the pattern was not met before.

        Few of the patterns that were met are asked about one plan: the places of no other are put in order.
        """
        if not self._gone_through:
            self._go_through()
        filed = self._filed.get(number)
        if filed is None:
            return None
        patterns = self._patterns
        if number in patterns.sundry:
            found = {*chain.from_iterable(filed), *self._inside(patterns.inside.get(number, ()))}
            held = self._inside(patterns.held.get(number, ()))
            places = sorted(found.union(*(_starts_before(self._lowered, place) for place in held)))
        else:
            places = sorted(chain.from_iterable(filed)) if len(filed) != 1 else filed[0]
        self._places[number] = places
        return places

    def _read_off(self, pattern: re.Pattern[str]) -> list[int] | None:
        """Where a match of a pattern can begin that was not met before; None where that is not plain."""
        _meet(pattern)
        number = _identity(pattern)
        if number in self._patterns.told or number in self._not_plain or not comparable(self.text):
            return None
        keys = None if flags_of(pattern) & ~(re.IGNORECASE | re.UNICODE) else beginnings(pattern.pattern)
        if keys is None:
            self._not_plain.add(number)
            return None
        by_key = self._keys()
        self._places[number] = sorted({*chain.from_iterable(starts for key in keys for starts in by_key.get(key, ()))})
        return self._places[number]

    def _keys(self) -> Mapping[str, list[list[int]]]:
        """Where tokens stand, under each key with which a match can begin there."""
        if not self._by_key:
            for opening, starts in self._by_opening(_TOKEN).items():
                key = key_of(opening)
                for end in range(1, len(key) + 1):
                    self._by_key[key[:end]].append(starts)
        return self._by_key

    def _go_through(self) -> None:
        """Find where the openings of each pattern that was met before stand."""
        self._gone_through = True
        patterns = self._patterns
        if not patterns.met or not comparable(self.text):
            return
        patterns.work_out()
        self._lowered = self.text.lower()  # as long as before, because the text is comparable
        self._filed = {number: [] for number, told in patterns.told.items() if told}
        self._file(_TOKEN, patterns.begun)
        self._file(_FIGURE, patterns.figures)

    def _file(self, token: re.Pattern[str], begun: _Begun) -> None:
        """Note under each pattern where the openings of tokens stand with which it can begin."""
        for opening, starts in self._by_opening(token).items():
            for number in begun[opening]:
                self._filed[number].append(starts)

    def _by_opening(self, token: re.Pattern[str]) -> Mapping[str, list[int]]:
        """Where tokens stand, by their first characters: few openings recur."""
        text = self.text
        places: defaultdict[str, list[int]] = defaultdict(list)
        for start in [one.start() for one in token.finditer(text)]:
            places[text[start : start + LENGTH]].append(start)
        return places

    def _inside(self, starts: Iterable[str]) -> Iterator[int]:
        """Where these stand in the text, inside words too; several patterns ask for the same."""
        for start in starts:
            yield from self._standing_at(start)

    def _standing_at(self, start: str) -> list[int]:
        """Where this stands; where it begins with a sign ("'s views"), the few places of the sign are gone through."""
        known = self._standing.get(start)
        if known is None:
            text, sign = self._lowered, start[0]
            if len(start) > 1 and not (sign.isalnum() or sign == " "):
                known = [place for place in self._standing_at(sign) if text.startswith(start, place)]
            else:
                known = [*_places_of(start, text)]
            self._standing[start] = known
        return known

    def section_at(self, start: int) -> str | None:
        """As `Plan.section_at`: it changes only where a piece of a section begins or ends."""
        if not self._edges:
            held = [(piece.start, piece.end, one.code) for one in self.plan.sections for piece in one.pieces]
            self._edges = sorted({0, *(edge for start, end, _ in held for edge in (start, end))})
            self._codes = [
                next((code for start, end, code in held if start <= edge < end), None) for edge in self._edges
            ]
        return self._codes[bisect_right(self._edges, start) - 1]


def _places_of(words: str, text: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _starts_before(text: str, place: int) -> Iterator[int]:
    """Where a word begins that reaches to this place, or several that are joined do: "O'Neill-Smith"."""
    while place:
        before = text[place - 1]
        in_word = is_word(before)
        if not in_word or text[place] in IN_NAMES:
            yield place
        if not in_word and before not in IN_NAMES:
            return
        place -= 1
    yield 0


def _meet(pattern: re.Pattern[str]) -> None:
    """Note a pattern, so that it is looked up in the next plan."""
    met = _patterns[0].met
    number = _identity(pattern)
    if number not in met:
        if len(met) >= _MOST_MET:
            _patterns[0] = _Patterns()
        _patterns[0].met[number] = pattern


def learn_afresh() -> None:
    """Forget the patterns that plans were asked about: half of what was worked out from one may be missing."""
    _patterns[0] = _Patterns()


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


def holding_parts(
    piece: Passage, parts: Callable[[], Sequence[Passage]], pattern: re.Pattern[str]
) -> Iterable[Passage]:
    """Those of the parts of a piece, its lines say, in which the pattern matches."""
    scan = _present.get()
    if scan is None:
        return [part for part in parts() if pattern.search(part.text)]
    return scan.holding(piece, parts, pattern)


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


def kept_of(one: object, name: Hashable, work: Callable[[], T]) -> T:
    """What this work gives for this very object, kept for the time of the audit."""
    scan = _present.get()
    if scan is None:
        return work()
    key = (_identity(one), name)
    known = scan.worked_out.get(key)
    if known is None:
        known = scan.worked_out[key] = (one, work())  # with the object, so that no other takes its identity
    return known[1]
