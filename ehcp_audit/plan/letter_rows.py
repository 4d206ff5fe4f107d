"""Under one heading over several sections ("C, E & G"): tables whose rows print the letter that each belongs to.

The letter stands in a cell of its own, at the left, after the title or at the right, or it begins or ends the label
("E. Health outcome"). It says whose a row is, whatever the title beside it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.heading_columns import OF_PROVISION, joint_code
from ehcp_audit.plan.headings import Heading, covers
from ehcp_audit.plan.labels import Label, find_label, find_trailing_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.printed_letters import JOINT, Printed, are_sections, printed
from ehcp_audit.plan.vocabulary import STARTS, agreement

BY_LETTER = "letter of row"  # how such a heading is written
_LONGEST_LETTER = 14  # characters of a letter's cell: "Section H1:"
_LONGEST_LABEL = 120  # of a label with its letter
_FEWEST = 2  # letters in a table, unless every row has one
_SURE = 0.85


class LetterTable(NamedTuple):
    """A table, or what of it stands under the joint heading: its rows, and those that open a section."""

    codes: tuple[str, ...]  # of the joint heading
    rows: tuple[Row, ...]
    opened: tuple[Heading, ...]

    def wanting(self) -> tuple[str, ...]:
        """The sections of the joint heading that no row opens."""
        there = {code for one in self.opened for code in one.codes}
        return tuple(code for code in self.codes if code not in there)

    def without_letter(self) -> Iterator[Row]:
        """The rows that end in the same column as those with a letter, and have none."""
        lettered = [row for row in self.rows if self.heading_of(row) is not None]
        columns = {row.cells[-1].columns for row in lettered if len(row.cells) > 1}
        for row in self.rows:
            if self.heading_of(row) is None and row.cells[-1].columns in columns:
                yield row

    def heading_of(self, row: Row) -> Heading | None:
        return next((one for one in self.opened if row.first <= one.first <= row.last), None)


def with_letter_rows(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, with those of rows by their letters in place of what else was taken for one in such tables."""
    tables = list(letter_tables(chosen, layout))
    tables += _under_no_heading(chosen, layout, {row.table for one in tables for row in one.rows})
    within = {index for one in tables for row in one.rows for index in range(row.first, row.last + 1)}
    kept = [one for one in chosen if one.first not in within]
    return sorted(kept + [one for table in tables for one in table.opened], key=lambda one: one.first)


def letter_tables(chosen: Sequence[Heading], layout: Layout) -> Iterator[LetterTable]:
    """The tables by letters under each heading over several sections, up to the next heading that is a line."""
    for at, joint in enumerate(chosen):
        codes = covers(joint.codes)
        if len(codes) < 2 or joint.place not in ("line", "alone"):
            continue
        after = [one for one in chosen[at + 1 :] if not _is_in_row(one, layout)]
        end = after[0].first if after else len(layout.stretches)
        parts: dict[int, list[Row]] = {}
        for index in range(joint.last + 1, end):
            row = layout.rows[index]
            if row is not None and row.first == index:
                parts.setdefault(row.table, []).append(row)
        columned = {row.table for one in chosen if one.place == "column" and (row := layout.rows[one.first])}
        for table, rows in parts.items():
            opened = _opened(layout, rows, codes, alone=len(parts) == 1 and table not in columned)
            if opened:
                yield LetterTable(codes, tuple(rows), tuple(_with_titles(layout, rows, opened, codes)))


def _under_no_heading(chosen: Sequence[Heading], layout: Layout, taken: set[int]) -> list[LetterTable]:
    """The tables whose rows all print letters alike, which no heading over them all opens, and no line.

    They may be one for each outcome, with the same letters in all: "Outcome (E)", "School (F)", "NHS (G)".
    """
    lines = [one for one in chosen if not _is_in_row(one, layout)]
    joint = [frozenset(covers(one.codes)) for one in lines if len(one.codes) > 1]
    taken = taken | {row.table for one in chosen if one.place == "column" and (row := layout.rows[one.first])}
    found: dict[tuple[str, str], list[tuple[int, list[tuple[Row, Printed]]]]] = {}
    for table in sorted(layout.tables.keys() - taken):
        told = _all_printed(layout, layout.tables[table])
        if told:
            found.setdefault(told[0][1].form, []).append((table, told))
    within = {table for several in found.values() for table, _ in several}
    apart = {
        one.codes[0]
        for one in lines
        if len(one.codes) == 1 and ((row := layout.rows[one.first]) is None or row.table not in within)
    }
    rows = {id(row) for one in chosen if one.place == "row" and (row := layout.rows[one.first])}
    tables: list[LetterTable] = []
    for several in found.values():
        each = {one.codes: one for _, told in several for _, one in told}
        codes = tuple(code for one in each for code in one)
        if apart.intersection(codes) or not set(codes).issubset(JOINT):
            continue
        every = [row for _, told in several for row, _ in told]
        if any(one.issuperset(covers(codes)) for one in joint) and not any(id(row) in rows for row in every):
            continue  # those rows are told apart one by one, not as headings
        if are_sections(list(each.values()), frozenset(), every=True) or _come_back(several):
            tables += [
                LetterTable(
                    codes,
                    layout.tables[table],
                    tuple(_heading(layout, row, row.cells[0], one.codes) for row, one in told),
                )
                for table, told in several
            ]
    return tables


def _come_back(several: Sequence[tuple[int, list[tuple[Row, Printed]]]]) -> bool:
    """Do letters alone come back, in order, for several outcomes: "E", "F" and "G", then "E" and "F"?"""
    runs: list[list[int]] = []
    for _, told in several:
        last = len(SECTION_CODES)
        for place in [SECTION_CODES.index(code) for _, one in told for code in covers(one.codes)]:
            if place <= last:
                runs.append([])
            runs[-1].append(place)
            last = place
    both = {SECTION_CODES.index("E"), SECTION_CODES.index("F")}
    return len(runs) >= _FEWEST and all(both.issubset(run) for run in runs)


def _all_printed(layout: Layout, rows: Sequence[Row]) -> list[tuple[Row, Printed]]:
    """The rows of a table with the letters that their first cells print; none where one but the first prints none."""
    many = [row for row in rows if len(row.cells) > 1]
    told: list[tuple[Row, Printed]] = []
    for row in many:
        one = _printed(layout, row)
        if one is not None and (not told or one.form == told[0][1].form):
            told.append((row, one))
        elif row is not rows[0]:
            return []
    columns = {row.cells[0].columns for row, _ in told}
    for row in rows:  # a label like the others, and nothing beside it
        unanswered = printed(layout, row.cells[0]) if len(row.cells) == 1 and row.cells[0].columns in columns else None
        if unanswered is not None and unanswered.form == told[0][1].form:
            told.append((row, unanswered))
    return told if len(told) >= _FEWEST else []


def _printed(layout: Layout, row: Row) -> Printed | None:
    """The letters in the first cell of a row, with words beside it that print none."""
    if not _is_short(layout, row.cells[0]) or _heads_columns(layout, row):
        return None
    one = printed(layout, row.cells[0])
    beside = printed(layout, row.cells[1]) if one is not None and _is_short(layout, row.cells[1]) else None
    return one if beside is None or one is None or beside.form != one.form else None


def _is_in_row(one: Heading, layout: Layout) -> bool:
    """Does a heading stand in a row with other cells?"""
    row = layout.rows[one.first]
    return row is not None and len(row.cells) > 1


def _opened(layout: Layout, rows: Sequence[Row], codes: Sequence[str], *, alone: bool) -> list[Heading]:
    """The headings that the letters of a table's rows make; none where they are no letters of the joint heading."""
    many = [row for row in rows if len(row.cells) > 1]
    for at in (0, 1, -1):
        found = [one for row in many if (one := _by_cell(layout, row, at, rows)) is not None]
        several = len({one.codes for one in found}) >= _FEWEST
        if _are_of(found, codes) and (several or (alone and len(found) == len(many) == 1)):
            return found
    # letters that begin a label may come back for every outcome: those rows are told apart one by one, not as headings
    found = [one for row in many if (one := _by_label(layout, row)) is not None]
    each_once = len({one.codes for one in found}) == len(found)
    enough = len(found) >= _FEWEST or len(found) == len(many)
    return found if alone and each_once and enough and _are_of(found, codes) else []


def _are_of(found: Sequence[Heading], codes: Sequence[str]) -> bool:
    """Are all letters those of the joint heading, or outcomes beside them?"""
    return bool(found) and all(one.codes[0] in (*codes, "E") for one in found)


def _by_cell(layout: Layout, row: Row, at: int, rows: Sequence[Row]) -> Heading | None:
    """The heading of a row whose letter has a cell to itself: the first, the second after a title, or the last."""
    if at and len(row.cells) < 3:
        return None
    text = layout.cell_text(row.cells[at])
    label = find_label(text) if len(text) <= _LONGEST_LETTER else None
    if label is None or label.title or not _is_single(label):
        return None
    others = [cell for cell in row.cells if cell is not row.cells[at]]
    last = row.cells[max(at, 0)]
    if at == 0 and _is_title(layout, row, others, label.codes[0], rows):
        last = others[0]
    elif at and not _is_short(layout, others[0]):
        return None
    return _heading(layout, row, last, label.codes)


def _by_label(layout: Layout, row: Row) -> Heading | None:
    """The heading of a row whose first cell is a label with its letter: "E Health outcome", "Outcome (Section E)"."""
    text = " ".join(layout.cell_text(row.cells[0]).split())
    if len(text) > _LONGEST_LABEL or text.endswith(".") or _heads_columns(layout, row):
        return None
    for label in (find_label(text), find_trailing_label(text)):
        if label is not None and _is_single(label):
            return _heading(layout, row, row.cells[0], label.codes)
    return None


def _heads_columns(layout: Layout, row: Row) -> bool:
    """Is a row the header of columns of provision: "H1: Provision under the Act | Who | When"?"""
    return all(column_name(layout.cell_text(cell)) in OF_PROVISION for cell in row.cells[1:])


def _is_single(label: Label) -> bool:
    """Is it the letter of one section, and not the number of an item ("E2")?"""
    return len(label.codes) == 1 and not label.sub and label.codes[0] in SECTION_CODES


def _is_title(layout: Layout, row: Row, others: Sequence[Cell], code: str, rows: Sequence[Row]) -> bool:
    """Is the cell after the letter a title, and not the words: with the words beside it, or in the row below?"""
    if not _is_short(layout, others[0]):
        return False
    if len(others) > 1:
        return True
    below = next((one for one in rows if one.first > row.last), None)
    known = agreement(" ".join(layout.cell_text(others[0]).split()), code) >= STARTS
    return known and below is not None and len(below.cells) == 1


def _is_short(layout: Layout, cell: Cell) -> bool:
    text = layout.cell_text(cell).strip()
    return len(text) <= _LONGEST_LABEL and not text.endswith((".", ";")) and not is_nil(text)


def _heading(layout: Layout, row: Row, last: Cell, codes: tuple[str, ...]) -> Heading:
    end = last.stretches[-1]
    shown = " ".join(layout.between(row.first, end).split())
    return Heading(row.first, end, codes, BY_LETTER, _SURE, shown, STARTS, "row")


def _with_titles(layout: Layout, rows: Sequence[Row], opened: list[Heading], codes: tuple[str, ...]) -> list[Heading]:
    """With the rows that have lost their letter, and whose title is that of a section which no row opens."""
    table = LetterTable(codes, tuple(rows), tuple(opened))
    found = list(opened)
    for row in rows:
        text = " ".join(layout.cell_text(row.cells[0]).split())
        if len(row.cells) < 2 or table.heading_of(row) is not None or not _is_short(layout, row.cells[0]):
            continue
        code = joint_code(text, codes)
        if code in table.wanting() and not any(one.codes == (code,) for one in found):
            found.append(_heading(layout, row, row.cells[0], (code,)))
    return found
