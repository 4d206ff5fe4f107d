"""What stands among a section's lines and is none of its words: headings of areas, notes of the form, repeated rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.plan.form_words import tells_writer
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, same_format
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

if TYPE_CHECKING:
    from ehcp_audit.plan.ownership import Ownership

_SIGNS = rarely(r"([-=*~#+–—.])\1{7,}")  # "========"
_LONGEST_BAND = 120  # characters
_PARTS_FOR = (
    re.compile(r"[A-Z][a-z]{2,11}\s{1,2}\d{1,2}\s{0,3}[.:|–—-]?\s{1,3}(?=\S)"),  # "Sheet 2   Cognition and learning"
    re.compile(r"[A-Z][^.:;|]{2,50}?(?:\s?[:|]|\s[–—-])\s{1,3}(?=\S)"),  # "Part 1 of the plan: cognition and learning"
)
_SMALLER = 1.5  # points: of small print beside the text


def free_area_headings(layout: Layout, result: Ownership, headings: Sequence[Heading]) -> None:
    """An area's name that stands over the next section's heading is no word of the section before."""
    for one in headings:
        index = one.first - 1
        if one.place == "column":
            row = layout.rows[one.first]
            _free_title_over_grid(layout, result, (row.first if row is not None else one.first) - 1, headings)
            continue
        while (
            index >= 0
            and index not in result.headings
            and _names_area(layout.stretches[index].text)
            and format_score(layout, index) > 0.1
        ):
            result.owners[index] = None
            index -= 1
        if one.first > 1 and _stands_over(layout, result, index, one):
            result.owners[index] = None


def _names_area(text: str) -> bool:
    """Is it an area's name, alone or after the name of the part that is for it: "Part 2 of the plan: friendships"?"""
    if area_of(text) is not None:
        return True
    parts = [part.match(text) for part in _PARTS_FOR] if len(text) <= _LONGEST_BAND else []
    return any(part is not None and area_of(text[part.end() :]) is not None for part in parts)


def _free_title_over_grid(layout: Layout, result: Ownership, index: int, headings: Sequence[Heading]) -> None:
    """A line set like the sections' headings, right above the header row of columns, is no word of the section before:
    "Provision agreed".
    """
    header = layout.rows[index + 1]
    while header is not None and index >= layout.tables[header.table][0].first and index in result.headings:
        index -= 1  # the header's first row, of two
    while index > 0 and layout.rows[index] is None and area_of(layout.stretches[index].text) is not None:
        index -= 1
    if index < 0 or index in result.headings or layout.rows[index] is not None or header is None:
        return
    grid = {code for _, code in result.columns.get(header.table, ())}
    if result.owners[index] in grid or format_score(layout, index) < HEADING_FORMAT:
        return
    lines = (one for one in headings if one.codes and one.place in ("line", "alone"))
    if any(same_format(layout, index, one.first) for one in lines):
        result.owners[index] = None


def free_guidance(layout: Layout, result: Ownership) -> None:
    """What a form tells its writer ("Guidance: leave blank if there is none", "Click or tap here to enter text.") is no
    word of the section, nor are lines of signs.
    """
    for index, stretch in enumerate(layout.stretches):
        if result.owners[index] is None or index in result.begins:
            continue
        signs = not stretch.text[0].isalnum() and _SIGNS.fullmatch(stretch.text.strip())
        if signs or tells_writer(stretch.text):
            result.owners[index] = None


def free_small_print(layout: Layout, result: Ownership, headings: Sequence[Heading]) -> None:
    """What stands small under a label, left of the section's words, is what the form says of it."""
    for one in headings:
        cell, row = layout.cells[one.last], layout.rows[one.last]
        if one.place != "row" or cell is None or row is None or cell is row.cells[-1] or not layout.body_size:
            continue
        for index in cell.stretches:
            size = layout.stretches[index].size
            if index > one.last and size is not None and size <= layout.body_size - _SMALLER:
                result.owners[index] = None


def _stands_over(layout: Layout, result: Ownership, index: int, heading: Heading) -> bool:
    """Is the line right above a section's heading a title over it ("Part 2: My needs"), set at least as high?

    Not where it is all that the section before says.
    """
    joint = any(one.last == index - 1 for one in result.joined)
    if index in result.headings or result.owners[index] is None or (index - 1 in result.headings and not joint):
        return False
    row, line, other = layout.rows[index], layout.stretches[index], layout.stretches[heading.first]
    if (row is not None and len(row.cells) > 1) or len(line.text) > 90 or line.text.rstrip().endswith((".", ";", ",")):
        return False
    apart = format_score(layout, index)
    if row is not None and heading.place == "row" and apart >= HEADING_FORMAT and _is_band_over(layout, row, heading):
        return True
    if joint:
        return False
    if line.level is None and apart > 0.1 and (line.size or 0) > (other.size or 0) + 0.6:
        return True
    if line.level is not None or other.level is not None:
        return line.level is not None and line.level <= (other.level if other.level is not None else line.level)
    return apart > 0.1 and apart >= format_score(layout, heading.first) and (line.size or 0) >= (other.size or 0) - 0.3


def _is_band_over(layout: Layout, row: Row, heading: Heading) -> bool:
    """Is it the band at the head of a table whose next row opens a section: "Sheet 2: Cognition and learning"?"""
    below = layout.rows[heading.first]
    return below is not None and below.table == row.table and row is layout.tables[row.table][0]


def free_repeated_rows(layout: Layout, result: Ownership) -> None:
    """A table's header row, again at the top of the next page, is said once.

    Within a table any later row that says the same; in a further table only where it follows at once on a later page.
    """
    before: Row | None = None
    for rows in layout.tables.values():
        first = rows[0]
        again = [row for row in rows[1:] if len(first.cells) > 1 and _says_the_same(layout, first, row)]
        if before is not None and _goes_on_from(layout, before, first):
            again.append(first)
        for row in again:
            if not any(index in result.headings for cell in row.cells for index in cell.stretches):
                result.repeated.update(index for cell in row.cells for index in cell.stretches)
        before = rows[-1]
    result.headings |= result.repeated


def _says_the_same(layout: Layout, one: Row, other: Row) -> bool:
    if len(one.cells) != len(other.cells) or len(one.cells) < 2:
        return False
    return all(layout.cell_text(a) == layout.cell_text(b) for a, b in zip(one.cells, other.cells, strict=True))


def _goes_on_from(layout: Layout, before: Row, first: Row) -> bool:
    """Does a table begin right after another, on a later page, with the same header row?"""
    header = layout.tables[before.table][0]
    one, other = layout.stretches[before.last].page, layout.stretches[first.first].page
    return (
        before.last + 1 == first.first
        and one is not None
        and other is not None
        and other > one
        and _says_the_same(layout, header, first)
    )
