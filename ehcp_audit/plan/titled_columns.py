"""Tables whose columns are sections by their titles alone: "My needs | My support | My outcomes", no letter in sight.

Such a row gives its columns to their sections where nothing else in the plan opens these: beside headings of the same
sections it is a map of the provision, and the sections stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import Heading, covers, sections_opened
from ehcp_audit.plan.labels import find_label, may_begin_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.vocabulary import EXACT, STARTS, title_code

_FAMILIES = {"B": ("B", "E", "F"), "C": ("C", "G", "E"), "D": ("D", "H1", "H2", "E")}
"""The sections that stand side by side, by that of the needs among them."""
_NEED_OF = {"B": "B", "E": "B", "F": "B", "C": "C", "G": "C", "D": "D", "H": "D", "H1": "D", "H2": "D"}
_ROWS_ABOVE = 3  # an area's name and its strengths may stand over the header row
_LONGEST = 110  # characters of a column's title
_LONGEST_OVER = 300  # between the heading over a grid and its header row
_FEWEST = 2  # columns that are sections: needs, and what is given for them
_FEWEST_OTHERS = 3  # sections with headings: a plan, and no report with a table of what it advises
_SCORE = 0.75
_BESIDE = ("outcome", "provision")  # what both columns of a grid without needs must be called


class _Grid(NamedTuple):
    """A header row, its columns, and the heading that stands over it."""

    row: Row
    columns: list[Heading]
    over: Heading | None

    @property
    def codes(self) -> set[str]:
        return sections_opened(self.columns)


def with_titled_columns(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, and the columns that nothing else opens; what stood over them opens no section by itself."""
    grids = list(_grids(chosen, layout))
    if not grids:
        return list(chosen)
    within = {index for grid in grids for index in range(grid.row.first, grid.row.last + 1)}
    overs = {grid.over.first for grid in grids if grid.over is not None}
    elsewhere = sections_opened(one for one in chosen if one.first not in within and one.first not in overs)
    known = {_header(row, layout) for one in chosen if one.place == "column" and (row := layout.rows[one.first])}
    grids = [grid for grid in grids if _header(grid.row, layout) in known or not _own(grid) & elsewhere]
    grids = grids if len(elsewhere) >= _FEWEST_OTHERS else []
    within = {index for grid in grids for index in range(grid.row.first, grid.row.last + 1)}
    overs = {grid.over.first for grid in grids if grid.over is not None and grid.over.form == "title"}
    found = [
        replace(one, codes=(), form="outside") if one.first in overs else one
        for one in chosen
        if one.first not in within
    ]
    found += [one for grid in grids for one in grid.columns]
    return sorted(found, key=lambda one: one.first)


def titled_grids(chosen: Sequence[Heading], layout: Layout) -> list[tuple[int, set[str]]]:
    """The tables whose columns are sections by their titles: where the header row begins, and the sections."""
    return [(grid.row.first, grid.codes) for grid in _grids(chosen, layout)]


def _header(row: Row, layout: Layout) -> tuple[str, ...]:
    """The titles of a row's columns; a table under the same ones as another goes on with its sections."""
    return tuple(" ".join(layout.cell_text(cell).split()) for cell in row.cells)


def _own(grid: _Grid) -> set[str]:
    """The sections that must stand nowhere else; outcomes may, beside health and social care."""
    return grid.codes if "B" in grid.codes else grid.codes - {"E"}


def _grids(chosen: Sequence[Heading], layout: Layout) -> Iterator[_Grid]:
    lettered = {row.table for one in chosen if one.place == "column" and (row := layout.rows[one.first]) is not None}
    for table, rows in layout.tables.items():
        if table in lettered or len(rows) < 2:
            continue
        for row in rows[:_ROWS_ABOVE]:
            if len(row.cells) < 2:
                continue
            over = _heading_over(chosen, row, layout)
            own = over is not None and over.form != "title" and len(covers(over.codes)) == 1  # a section's own table
            columns = _columns(layout, row, over) if not own else []
            if columns:
                yield _Grid(row, columns, over)
                break


def _heading_over(chosen: Sequence[Heading], row: Row, layout: Layout) -> Heading | None:
    """The heading right over a grid, of a section whose words may be in it."""
    first = row.first
    above = next((one for one in reversed(chosen) if one.first < first and one.place != "column"), None)
    if above is None or not above.codes or above.codes[0] not in _NEED_OF:
        return None
    return above if layout.starts[first] - layout.ends[above.last] <= _LONGEST_OVER else None


def _columns(layout: Layout, row: Row, over: Heading | None) -> list[Heading]:
    """The columns of a header row that are sections: needs and provision, and mostly outcomes."""
    texts = [(cell, " ".join(layout.cell_text(cell).split())) for cell in row.cells]
    if any(len(text) > _LONGEST or text.endswith(".") or _has_letter(text) for _, text in texts):
        return []
    need = _family(texts, over)
    by_code: dict[str, tuple[Cell, str]] = {}
    in_order = sorted(texts, key=lambda one: column_name(one[1]) == "area")
    for left, (cell, text) in zip(range(len(in_order) - 1, -1, -1), in_order, strict=True):
        code = joint_code(text, _FAMILIES[need])
        if code is not None:
            by_code.setdefault(code, (cell, text))
        if len(by_code) + left < _FEWEST:
            return []
    if by_code.keys() == {"E", "F"} and need == "B":
        return _of(by_code) if all(label_name(text) in _BESIDE for _, text in by_code.values()) else []
    if len(by_code) == _FEWEST and need != "B" and "E" in by_code and need not in by_code:
        return _of(by_code) if all(_is_called(code, text) for code, (_, text) in by_code.items()) else []
    if need not in by_code or by_code.keys() <= {need, "E"}:
        return []
    if "E" not in by_code and not all(_is_known(text, need) for _, text in by_code.values()):
        return []  # "What I find hard | What I can do": of two columns both must be known by their titles
    if "H1" in by_code and "H2" not in by_code and title_code(by_code["H1"][1])[0] != "H1":
        by_code["H"] = by_code.pop("H1")
    return _of(by_code)


def _is_called(code: str, text: str) -> bool:
    """Is a column beside no needs called by the title of its section, or for outcomes?"""
    return label_name(text) == "outcome" if code == "E" else title_code(text) == (code, EXACT)


def _is_known(text: str, need: str) -> bool:
    """Is a column known by its title, or, of health and of care, by what it is called: "What the NHS will do"?"""
    return title_code(text)[1] >= STARTS or (need != "B" and label_name(text) in ("need", "provision"))


def _of(by_code: Mapping[str, tuple[Cell, str]]) -> list[Heading]:
    """The headings of columns, from left to right."""
    found = [
        Heading(cell.stretches[0], cell.stretches[-1], (code,), "column", _SCORE, text, STARTS, "column", cell.columns)
        for code, (cell, text) in by_code.items()
    ]
    return sorted(found, key=lambda one: one.first)


def _has_letter(text: str) -> bool:
    label = find_label(text) if may_begin_label(text) else None
    return label is not None and label.kind != "bare"


def _family(texts: Sequence[tuple[Cell, str]], over: Heading | None) -> str:
    """Whose needs stand in the table: as its titles say, or the heading over it where they say nothing."""
    for _, text in texts:
        code, sure = title_code(text)
        if (sure >= STARTS or label_name(text) == "need") and code is not None and _NEED_OF.get(code, "B") != "B":
            return _NEED_OF[code]
    return _NEED_OF.get(over.codes[0], "B") if over is not None else "B"
