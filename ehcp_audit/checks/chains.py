"""Ties that a plan's references make between them: what one line joins, and what follows from one to the next.

"F1 (B1; E1)" ties the need B1 to the outcome E1 as well, where either is tied to no other; where outcomes name their
needs and provision its outcomes alone, the provision is for those needs. What stands in one row is tied by it, and a
table that is one card ties the single need or outcome at its head to all that stands under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ehcp_audit.model import Item

KINDS = {"B": 0, "C": 0, "D": 0, "E": 1, "F": 2, "G": 2, "H1": 2, "H2": 2}
"""The sections of the thread by what they hold, in its order: needs, outcomes, provision."""
_FEWEST_CARDS = 2


def names_others(early: Item, late: Item) -> bool:
    """Does the later item say which of the earlier one's section it is for, and not this one?"""
    section = early.subject.partition(".")[0]
    named = [one for one in late.refers if one.partition(".")[0] == section]
    return bool(named) and early.subject not in named


def side_by_side(items: Sequence[Item]) -> frozenset[tuple[str, str]]:
    """The pairs of items, the earlier in the thread first, that stand in one row, or on one card.

    A card is a table of its own, as its like are in the plan: with one need over its outcomes and provision, or one
    outcome over its provision. A table of several needs, or of several outcomes alone, is no card.
    """
    tables: dict[int, list[Item]] = {}
    for item in items:
        if item.row is not None and item.section in KINDS:
            tables.setdefault(item.row[0], []).append(item)
    in_rows = (pair for several in tables.values() for pair in _in_rows(several))
    cards = [pairs for several in tables.values() if (pairs := tuple(_on_card(several)))]
    return frozenset((*in_rows, *(chain.from_iterable(cards) if len(cards) >= _FEWEST_CARDS else ())))


def _in_rows(several: Sequence[Item]) -> Iterator[tuple[str, str]]:
    rows: dict[int, list[Item]] = {}
    for item in several:
        rows.setdefault(item.row[1] if item.row else 0, []).append(item)
    return ((one.subject, other.subject) for row in rows.values() for one, other in _pairs(row, row))


def _on_card(several: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """The pairs of one table in different rows, where it is a card: those of its head, and of the rest where no row
    tells more of them.
    """
    first = min(KINDS[item.section] for item in several)
    heads = [item for item in several if KINDS[item.section] == first]
    if len({item.row for item in heads}) > 1:
        return
    rest = [item for item in several if KINDS[item.section] > first]
    early = heads if next(_in_rows(rest), None) else several
    yield from ((one.subject, other.subject) for one, other in _pairs(early, several) if one.row != other.row)


def _pairs(early: Sequence[Item], late: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Each item with each that comes after it in the thread and does not name others of its section."""
    for one in early:
        for other in late:
            if KINDS[one.section] < KINDS[other.section] and not names_others(one, other):
                yield one, other


def through_others(items: Sequence[Item]) -> frozenset[tuple[str, str]]:
    """The pairs of items, the earlier in the thread first, that are tied through a third one alone."""
    kinds = {item.subject: KINDS[item.section] for item in items if item.section in KINDS}
    tied: dict[str, dict[int, list[str]]] = {subject: {0: [], 1: [], 2: []} for subject in kinds}
    for one, other in _directly(items, kinds):
        tied[one][kinds[other]].append(other)
        tied[other][kinds[one]].append(one)
    return frozenset(pair for way in (_joined, _of_outcomes, _of_needs) for pair in way(tied, kinds))


_Tied = Mapping[str, Mapping[int, Sequence[str]]]


def _directly(items: Sequence[Item], kinds: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for item in items:
        for subject in item.refers:
            if subject in kinds and item.subject in kinds:
                yield item.subject, subject
    yield from side_by_side(items)


def _joined(tied: _Tied, kinds: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Needs and outcomes that a provision names together, where either is tied to no other."""
    for given in (subject for subject, kind in kinds.items() if kind == 2):
        for need in tied[given][0]:
            for outcome in tied[given][1]:
                if not tied[need][1] or not tied[outcome][0]:
                    yield need, outcome


def _of_outcomes(tied: _Tied, kinds: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Provision that names no need, and the needs of its outcomes."""
    for given in (subject for subject, kind in kinds.items() if kind == 2 and not tied[subject][0]):
        for outcome in tied[given][1]:
            for need in tied[outcome][0]:
                yield need, given


def _of_needs(tied: _Tied, kinds: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Provision that names no outcome, and the outcomes of its needs."""
    for given in (subject for subject, kind in kinds.items() if kind == 2 and not tied[subject][1]):
        for need in tied[given][0]:
            for outcome in tied[need][1]:
                yield outcome, given
