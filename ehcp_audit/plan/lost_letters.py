"""Headings that have lost their letter ("Section : Health provision") among those that have theirs.

In a column of headings at the left of a table, a title that is known and wanting there opens its section. Whatever else
is placed and set like the headings, or says "Section" and no letter, leaves the sections it may open in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.numerals import NUMBERED
from ehcp_audit.plan.vocabulary import EXACT, STARTS, WORDS, agreement, area_of, is_outside, title_code
from ehcp_audit.rare import rarely

if TYPE_CHECKING:
    from ehcp_audit.plan.ownership import Ownership

LOST = "lost letter"  # how such a heading is written
_FEWEST = 5  # headings that show how the plan sets them
_MOST = 3  # lines set like them that have no letter
_LONGEST = 90  # characters
_NEARLY_ALL = 9  # sections whose headings tell the order of the others
_SCORE = 0.7
_NO_LETTER = rarely(r"\W{0,3}(?:Section|SECTION|section)\s?(?:[:_?–—-][\s:_?–—-]{0,8}|\s{0,3}$)")
_NONE_AFTER = rarely(r"\s{0,3}[(\[]\s?(?:[Ss]ection|SECTION)?[\s_?.:-]{0,6}[)\]]\s{0,3}$")
_BEFORE_TITLE = rarely(r"\W{0,3}(?:(?:Section|SECTION|section)\b)?[\W_]{0,8}")


def with_left_titles(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, with those at the left of a table that have lost their letter and whose title says which it was."""
    found = list(chosen)
    for one in _left_cells(chosen, layout):
        between = _wanting(found, one.first, {code for other in found for code in covers(other.codes)})
        title = _title(one.text)
        known, sure = title_code(title)
        fits = [code for code in between if agreement(title, code) >= (WORDS if len(between) == 1 else STARTS)]
        if not fits and sure >= EXACT and known in SECTION_CODES:
            fits = [known] if not any(known in covers(other.codes) for other in found) else []
        if len(fits) == 1 and (area_of(title) is None or sure >= EXACT):
            found.append(replace(one, codes=(fits[0],)))
    return sorted(found, key=lambda one: one.first)


def lost(
    layout: Layout, headings: Sequence[Heading], opened: set[str], result: Ownership
) -> Iterator[tuple[str, str | None]]:
    """The sections that nothing opens, each with the one in which a line or a cell stands that may be its heading."""
    if all(code in opened for code in SECTION_CODES):
        return
    lines = {*_set_alike(layout, headings, result), *_saying_section(layout, headings, result)}
    left = [
        one for one in _left_cells(headings, layout) if area_of(_title(one.text)) is None or _says_section(one.text)
    ]
    cells = [one.first for one in left]
    for index in (*sorted(lines), *(cells if len(cells) <= _MOST else ())):
        for code in _wanting(headings, index, opened):
            yield code, result.owners[index]
    for one in headings:
        if one.form == NUMBERED and one.unsure:
            yield from ((code, None) for code in _of_numbered(one, headings, opened))


def _of_numbered(one: Heading, headings: Sequence[Heading], opened: set[str]) -> list[str]:
    """The sections that a numbered part may be whose title is none's: those wanting where it stands, if the others run
    from A to K, and else any.
    """
    in_order = len(opened) >= _NEARLY_ALL and _run_on(headings)
    here = _wanting(headings, one.first, opened) if in_order else []
    return here or [code for code in SECTION_CODES if code not in opened]


def _run_on(headings: Sequence[Heading]) -> bool:
    """Do the sections stand in the order of their letters?"""
    places = [SECTION_CODES.index(code) for one in headings for code in covers(one.codes) if code in SECTION_CODES]
    return places == sorted(places)


def _wanting(headings: Sequence[Heading], index: int, opened: set[str]) -> list[str]:
    """The sections that nothing opens, and that would stand in order between the headings before and after a place."""
    codes = [(one.first, covers(one.codes)) for one in headings if set(one.codes) <= {*SECTION_CODES, "H"}]
    before = next(
        (SECTION_CODES.index(several[-1]) for first, several in reversed(codes) if several and first < index), -1
    )
    after = next(
        (SECTION_CODES.index(several[0]) for first, several in codes if several and first > index), len(SECTION_CODES)
    )
    wanting = [code for code in SECTION_CODES if code not in opened]
    places = {code: SECTION_CODES.index(code) for code in wanting}
    if before < after:
        return [code for code in wanting if before < places[code] < after]
    return [code for code in wanting if places[code] < after or places[code] > before]


def _left_cells(headings: Sequence[Heading], layout: Layout) -> Iterator[Heading]:
    """The labels in a table with a column of headings at its left that open nothing, as headings of no section yet."""
    tables: dict[int, list[tuple[Heading, Row]]] = {}
    for one in headings:
        row = layout.rows[one.first]
        if row is not None and one.codes and one.place == "row" and len(row.cells) > 1:
            tables.setdefault(row.table, []).append((one, row))
    taken = {index for one in headings for index in range(one.first, one.last + 1)}
    for table, lettered in tables.items():
        if len(sections_opened(one for one, _ in lettered)) < _FEWEST:
            continue
        columns = {cell.columns for one, row in lettered for cell in _label_cells(one, row)}
        for row in layout.tables[table]:
            cells = [cell for cell in row.cells[:-1] if cell.columns in columns]
            if row.first in taken or not cells or cells[0] is not row.cells[0]:
                continue
            first, last = row.first, cells[-1].stretches[-1]
            text = " ".join(layout.between(first, last).split())
            alike = any(same_format(layout, first, one.first) for one, _ in lettered) or _says_section(text)
            if alike and _may_be_title(text):
                yield Heading(first, last, (), LOST, _SCORE, text, STARTS, "row")


def _label_cells(one: Heading, row: Row) -> list[Cell]:
    """The cells of a row that its letter and title stand in: those of the heading, and the second of three or more."""
    return [
        cell for at, cell in enumerate(row.cells) if cell.stretches[0] <= one.last or (at == 1 and len(row.cells) > 2)
    ]


def _set_alike(layout: Layout, headings: Sequence[Heading], result: Ownership) -> list[int]:
    """Lines of no known meaning that are set and placed like nearly all lettered headings.

    Where more than `_MOST` are set so, it is how the plan sets its sub-headings.
    """
    lettered = [one for one in headings if one.codes and one.form != "title" and one.place in ("line", "alone")]
    if len(lettered) < _FEWEST:
        return []
    like = Counter(_setting(layout, one.first) for one in lettered).most_common(1)[0]
    if like[1] < 0.8 * len(lettered) or format_score(layout, lettered[0].first) < HEADING_FORMAT:
        return []
    lines = [
        index
        for index, stretch in enumerate(layout.stretches)
        if index not in result.headings and _setting(layout, index) == like[0] and _may_be_title(stretch.text)
    ]
    return lines if len(lines) <= _MOST else []


def _saying_section(layout: Layout, headings: Sequence[Heading], result: Ownership) -> list[int]:
    """Lines that say "Section" with a mark and no letter, where the plan's headings say it with theirs."""
    if sum(one.form == "section" and one.place in ("line", "alone") for one in headings) < _FEWEST:
        return []
    return [
        index
        for index, stretch in enumerate(layout.stretches)
        if index not in result.headings
        and ((row := layout.rows[index]) is None or len(row.cells) == 1)
        and "ection" in stretch.text.lower()
        and len(stretch.text) <= _LONGEST
        and _says_section(stretch.text)
    ]


def _says_section(text: str) -> bool:
    """Does a label say "Section" with a mark and no letter?"""
    return _NO_LETTER.match(text) is not None or _NONE_AFTER.search(text) is not None


def _setting(layout: Layout, index: int) -> tuple[object, ...]:
    """How a line is set and placed: level, weight, size in points, and whether it has a row of a table to itself."""
    stretch, row = layout.stretches[index], layout.rows[index]
    return stretch.level, stretch.bold, round(stretch.size or 0), row and len(row.cells)


def _title(text: str) -> str:
    """A title without what is left of its label."""
    return _NONE_AFTER.sub("", text[_BEFORE_TITLE.match(text).end() :])  # type: ignore[union-attr]


def _may_be_title(text: str) -> bool:
    title = _title(text).strip()
    return (
        2 < len(title) <= _LONGEST
        and title[0].isalpha()
        and not title.endswith((".", ",", ";"))
        and not is_outside(title)
    )
