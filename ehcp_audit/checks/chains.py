"""Ties that a plan's references make between them: what one line joins, and what follows from one to the next.

"F1 (B1; E1)" ties the need B1 to the outcome E1 as well, where either is tied to no other; where outcomes name their
needs and provision its outcomes alone, the provision is for those needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehcp_audit.model import Item

KINDS = {"B": 0, "C": 0, "D": 0, "E": 1, "F": 2, "G": 2, "H1": 2, "H2": 2}
"""The sections of the thread by what they hold, in its order: needs, outcomes, provision."""


def names_others(early: Item, late: Item) -> bool:
    """Does the later item say which of the earlier one's section it is for, and not this one?"""
    section = early.subject.partition(".")[0]
    named = [one for one in late.refers if one.partition(".")[0] == section]
    return bool(named) and early.subject not in named


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
    rows: dict[tuple[int, int], list[Item]] = {}
    for item in items:
        for subject in item.refers:
            if subject in kinds and item.subject in kinds:
                yield item.subject, subject
        if item.row is not None and item.subject in kinds:
            rows.setdefault(item.row, []).append(item)
    for several in rows.values():
        for one in several:
            for other in several:
                if kinds[one.subject] < kinds[other.subject] and not names_others(one, other):
                    yield one.subject, other.subject


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
