"""Needs and provision that a plan sets together without a number: the only need of a section or an area, or one by one.

Where the plan prints a link from any of these lines to any of these needs, its links say which is for which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehcp_audit.checks.senses import EARS, EYES, TEETH
from ehcp_audit.model import Item
from ehcp_audit.rare import rarely

_AGREED = rarely(r"^\W{0,3}(?:agree(?:d|ment)|signed|approved)\b")  # "Agreed by the Board on 3 May 2026."


def placed(by_section: Mapping[str, Sequence[Item]]) -> frozenset[tuple[str, str]]:
    """The pairs of a need and a line that stand together, in both orders."""
    pairs = {*_by_section(by_section), *_by_area(by_section)}
    return frozenset(pairs | {(late, early) for early, late in pairs})


def _by_section(by_section: Mapping[str, Sequence[Item]]) -> Iterator[tuple[str, str]]:
    """The only health need and all that G gives; as many lines as needs, each with the one in its place.

    Not so in D: a grab rail does not answer empty weekends, and what care gives is told in plain words.
    """
    needs = by_section.get("C", ())
    lines = [item for item in by_section.get("G", ()) if not _AGREED.search(item.text.lower())]
    if _are_linked(needs, lines):
        return
    if len(needs) == 1:
        yield from ((needs[0].subject, line.subject) for line in lines if not _is_of_another_sense(needs[0], line))
    elif len(needs) == len(lines):
        pairs = zip(needs, lines, strict=True)
        yield from ((need.subject, line.subject) for need, line in pairs if not _is_of_another_sense(need, line))


def _is_of_another_sense(need: Item, line: Item) -> bool:
    """Is a line about ears, eyes or teeth, and the need about something else: a hearing test for a feeding tube?"""
    return any(one.search(line.text) is not None and one.search(need.text) is None for one in (EARS, EYES, TEETH))


def _by_area(by_section: Mapping[str, Sequence[Item]]) -> Iterator[tuple[str, str]]:
    """The only need of B under the heading of an area, and the lines of F under the same heading."""
    needs, lines = by_section.get("B", ()), by_section.get("F", ())
    if _are_linked(needs, lines):
        return
    for area in {need.area for need in needs} - {None, "other"}:
        under = [need for need in needs if need.area == area]
        if len(under) == 1:
            yield from ((under[0].subject, line.subject) for line in lines if line.area == area)


def _are_linked(needs: Sequence[Item], lines: Sequence[Item]) -> bool:
    """Does a row or a printed link tie any of the needs to any of the lines?"""
    subjects, rows = {need.subject for need in needs}, {need.row for need in needs} - {None}
    return any(line.row in rows or not subjects.isdisjoint(line.refers) for line in lines)
