"""The area of need that each line of a plan stands under."""

from __future__ import annotations

import re

from ehcp_audit.plan.labels import group_and_area
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.vocabulary import area_of, title_in_full
from ehcp_audit.rare import rarely

_WITHIN_AREA = frozenset({"B", "E", "F"})
_PARTED = re.compile(r"\s[–—-]\s|:\s")
_NUMBERED = rarely(r"(?:outcome|need|aim|goal|target)\s\d{1,2}[a-z]?\s{0,2}[:.–—-]\s{1,2}", re.IGNORECASE)


def areas_of(layout: Layout, ownership: Ownership) -> list[str | None]:
    """The area of each stretch: cognition, communication, social, sensory, other or none.

    An area's name inside a section counts to the section's end; one that stands over the headings of B, E and F counts
    for all of them, to the next area or to a section that is not told by area.
    """
    areas: list[str | None] = []
    of_rows: dict[tuple[int, int], str] = {}
    area: str | None = None
    over_sections = False
    for index, stretch in enumerate(layout.stretches):
        row = layout.rows[index]
        codes = ownership.codes_at.get(index)
        if codes is not None:
            said = _area_of_heading(stretch.text)
            if said is not None or not (over_sections and codes and set(codes) <= _WITHIN_AREA):
                area, over_sections = said, False
        alone = row is None or len(row.cells) == 1
        first_line = stretch.text.partition("\n")[0]
        named = area_of(first_line) if alone or (row is not None and index == row.first) else None
        if named is None and row is not None and alone:
            named = _area_of_band(first_line)
        if named is not None and alone:
            area, over_sections = named, ownership.owners[index] is None
        if named is not None and row is not None and not alone:
            of_rows[(row.table, row.number)] = named
        in_row = of_rows.get((row.table, row.number)) if row is not None else None
        areas.append(named or in_row or area)
    return areas


def _area_of_band(text: str) -> str | None:
    """The area that the band over a card ends in: "Outcome 2: Cognition and learning"."""
    match = _NUMBERED.match(text)
    return area_of(text[match.end() :]) if match is not None else None


def _area_of_heading(text: str) -> str | None:
    """The area that a section's heading ends in: "Section F: Provision – Cognition and learning"."""
    group, rest = group_and_area(text)
    if group:
        return area_of(rest) if rest else None
    parts = _PARTED.split(text)
    told = len(parts) > 1 and len(parts[-1]) > 8 and title_in_full(parts[-1]) is None
    return area_of(parts[-1]) or area_of(_BESIDE.split(parts[-1], maxsplit=1)[0]) if told else None


_BESIDE = rarely(r"\s?(?:[;+]|\bwith\b|\bincluding\b)\s")  # "Sensory and/or physical; self-care"
