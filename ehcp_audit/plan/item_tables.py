"""Needs, outcomes and provision out of tables: which column is the item, and which say more of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import NOUNS, Draft, of_last_row
from ehcp_audit.plan.item_forms import ITEM_LABEL, is_form, read_form, says_amount
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.lines import CODED, LONGEST_NAME, joined_lines
from ehcp_audit.plan.pointers import bare_numbers
from ehcp_audit.plan.ref_labels import code_alone
from ehcp_audit.plan.row_labels import cell_label, labelled_row
from ehcp_audit.plan.table_columns import Columns, by_content
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.plan.weekday_columns import days_given
from ehcp_audit.rare import rarely

_OCCASION = rarely(r"^\W{0,3}(?:a\W{1,4})?(?:antecedents?|triggers?|what happened before|before)\b", re.IGNORECASE)
_UPSHOT = rarely(
    r"^\W{0,3}(?:c\W{1,4})?(?:consequences?|outcome|result|what happened (?:next|after)|after)\b", re.IGNORECASE
)
_NUMBER = rarely(r"\s{0,2}(?:(?P<letter>[A-K])[.-]?)?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\.?\s{0,2}")
_OF_LETTER = {"B": "need", "C": "need", "D": "need", "E": "outcome"}
_NUMBERED = rarely(r"\s{0,2}(?:[A-Z]{1,4}[.-]?)?(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.:)]?\s{1,3}(?:[-–—·|/]\s)?(\D{3,60})")
_DETAILS = frozenset({"detail", "details", "description", "in detail", "specifics", "what this means", "arrangements"})
_BRACKETED = rarely(r"\([^()]{0,80}\)")


def read_table(
    layout: Layout,
    code: str,
    rows: Sequence[Row],
    header: Columns | None,
    begins: dict[int, int],
    areas: Sequence[str | None],
) -> list[Draft]:
    """The items of a section's rows, each with the fields that stand beside it."""
    body = [row for row in rows if header is None or row.number != header.row]
    if header is not None:
        header = by_content(layout, NOUNS[code], rows, header)
    if header is None and is_form(layout, body):
        return read_form(layout, code, body, begins, areas)
    drafts: list[Draft] = []
    carried: list[tuple[int, Field]] = []  # fields of cells that span rows downwards, to the last row
    for row in body:
        if header is not None and _repeats(layout, row, header):
            continue
        named = labelled_row(layout, code, row) if header is None and drafts else None
        if named is not None:
            for draft in of_last_row(drafts):
                draft.fields.append(named)
            continue
        if NOUNS[code] == "need" and _of_strengths(layout, row):
            continue
        own, fields, area, number, label = _sort_cells(layout, code, row, header)
        carried = [one for one in carried if one[0] >= row.number]
        fields = fields + [one for _, one in carried if one.name not in {other.name for other in fields}]
        carried += _spanning(layout, code, row, header)
        detailed = _detailed(layout, code, row, header)
        if detailed is not None:
            title = detailed[0]
            marked = CODED.match(title.text)
            number = number or (marked["number"] if marked else None)
            fields = [one for one in fields if one.passage not in detailed]
            place = (row.table, row.number)
            drafts.append(Draft([*detailed], fields, area or areas[row.first], place, number))
            continue
        if own is None:
            if drafts and row.cells and header is not None:
                drafts[-1].fields.extend(fields)
            continue
        if drafts and not (own := _of_this_page(layout, code, drafts[-1], own)).stretches:
            drafts[-1].fields.extend(fields)
            continue
        reader = Prose(layout, code, area=area or areas[row.first], row=(row.table, row.number), number=number)
        labelled = header is None and _is_labelled(layout, code, row)
        reader.alone = (header is not None or labelled) and len(joined_lines(layout, own.stretches)) == 1
        broken = "\n" in layout.cell_text(own)  # by hand: several items may stand in one paragraph
        amount = any(one.name == "how_often" and says_amount(one.passage.text) for one in fields)
        reader.waiting = (NOUNS[code] != "provision" or amount or labelled) and reader.alone and not broken
        reader.own_area = area
        reader.read(own.stretches, begins, areas)
        for draft in reader.drafts:
            draft.fields.extend(fields)
            draft.number, draft.label = draft.number or number, label
        drafts.extend(reader.drafts)
    return drafts


def _spanning(layout: Layout, code: str, row: Row, header: Columns | None) -> Iterator[tuple[int, Field]]:
    """The fields of a row's cells that span rows downwards, each with the last row that it is of."""
    for cell in row.cells:
        spans = layout.stretches[cell.stretches[0]].rows
        name = header.name_of(cell) if header else None
        if spans > 1 and name in ("need", "outcome", "who") and name != NOUNS[code]:
            yield row.number + spans - 1, Field(name, layout.cell_passage(cell))


def _of_this_page(layout: Layout, code: str, before: Draft, own: Cell) -> Cell:
    """A cell without what goes on, over the page, with the item before it: that is added to the item."""
    if NOUNS[code] == "outcome" and _goes_on_overleaf(layout, before, own):
        return replace(own, stretches=())
    if NOUNS[code] == "provision" and _ends_overleaf(layout, before, own):
        return replace(own, stretches=own.stretches[1:])
    return own


def _goes_on_overleaf(layout: Layout, before: Draft, own: Cell) -> bool:
    """Does a cell of the first row on a page go on with the outcome before it: with its words, or with its steps only?

    What it says is then added to that outcome.
    """
    at = own.stretches[0]
    row, first = layout.rows[at], layout.stretches[at]
    if row is None or first.page is None or layout.stretches[row.first - 1].page == first.page:
        return False
    last = before.passages[-1]
    above = layout.stretches[bisect_right(layout.starts, last.start) - 1]
    if above.page == first.page:
        return False
    if first.text[:1].islower() and not last.text.rstrip().endswith((".", "!", "?", ":", ";")):
        before.passages.append(layout.passage(layout.starts[at], layout.ends[at]))
        rest = own.stretches[1:]
    elif all(_is_bullet(layout.stretches[one].marker) for one in own.stretches) and not _is_bullet(above.marker):
        rest = own.stretches
        if not any(one.name == "steps" for one in before.fields) and not _ends_in_steps(layout, row, own):
            return False
    else:
        return False
    before.fields.extend(Field("steps", layout.passage(layout.starts[one], layout.ends[one])) for one in rest)
    return True


def _ends_overleaf(layout: Layout, before: Draft, own: Cell) -> bool:
    """Is the first line of a cell, at the top of a page, the end of the provision before it? It is then added to it.

    It goes on in small letters, or the bracket that it closes was opened on the page before: "(Form tutor; | daily)".
    """
    at = own.stretches[0]
    row, first, last = layout.rows[at], layout.stretches[at], before.passages[-1]
    above = bisect_right(layout.starts, last.start) - 1
    if row is None or first.page is None or layout.stretches[above].page == first.page or first.marker:
        return False
    if layout.stretches[row.first - 1].page == first.page:
        return False
    text = layout.stretches[above].text.rstrip()
    open_bracket = text.rfind("(") > text.rfind(")") and ")" in first.text.partition("(")[0]
    if not open_bracket and (not first.text[:1].islower() or text.endswith((".", "!", "?", ":", ";"))):
        return False
    before.passages[-1] = layout.passage(last.start, layout.ends[above])
    before.passages.append(layout.passage(layout.starts[at], layout.ends[at]))
    return True


def _is_bullet(marker: str | None) -> bool:
    return bool(marker) and not any(map(str.isalnum, marker or ""))


def _ends_in_steps(layout: Layout, row: Row, own: Cell) -> bool:
    """Does the cell over this one end in a heading for steps?"""
    rows = layout.tables[row.table]
    at = next(at for at, one in enumerate(rows) if one is row)
    over = next((cell for cell in rows[at - 1].cells if cell.number == own.number), None) if at else None
    return over is not None and column_name(layout.stretches[over.stretches[-1]].text) == "steps"


def _of_strengths(layout: Layout, row: Row) -> bool:
    """Does the first cell of a row of several say that it holds strengths?"""
    first = layout.cell_text(row.cells[0]).strip(" :.").lower() if len(row.cells) > 1 else ""
    return first in ("strengths", "strength")


def _is_labelled(layout: Layout, code: str, row: Row) -> bool:
    """Does the row's first cell say that its second is what the section holds: "What | Support in lessons"?"""
    if len(row.cells) != 2:
        return False
    label, said = (" ".join(layout.cell_text(cell).split()) for cell in row.cells)
    return column_name(label) == NOUNS[code] and area_of(said) is None and column_name(said) is None


def _detailed(layout: Layout, code: str, row: Row, header: Columns | None) -> tuple[Passage, Passage] | None:
    """What a provision is called, and the cell beside it that says what it is: "Shopping | 90 minutes a week ..."."""
    if header is None or NOUNS[code] != "provision":
        return None
    top = next((one for one in layout.tables[row.table] if one.number == header.row), None)
    if top is None:
        return None
    heads = [(cell.columns, " ".join(layout.cell_text(cell).split()).strip(" .:").lower()) for cell in top.cells]
    details = {columns for columns, text in heads if text in _DETAILS}
    told = [cell for cell in row.cells if header.name_of(cell) == "provision" or cell.columns in details]
    if len(told) != 2 or header.name_of(told[0]) != "provision":
        return None
    title, detail = (layout.cell_passage(cell) for cell in told)
    few = len(_BRACKETED.sub("", title.text).split()) <= LONGEST_NAME
    return (title, detail) if few and len(detail.text) > len(title.text) and not title.text.endswith(".") else None


def _sort_cells(
    layout: Layout, code: str, row: Row, header: Columns | None
) -> tuple[Cell | None, list[Field], str | None, str | None, str]:
    """The cell that is the item, and what the others say: fields, area, number, label."""
    noun = NOUNS[code]
    top = next((one for one in layout.tables[row.table] if header and one.number == header.row), None)
    days = list(days_given(layout, row, top)) if noun == "provision" else []
    cells = [cell for cell in row.cells if all(cell is not day for day, _ in days)]
    named = [(cell, header.name_of(cell) if header else None) for cell in cells]
    own = next((cell for cell, name in named if name == noun), None)
    area = number = None
    label = ""
    fields: list[Field] = []
    rest: list[Cell] = []
    for cell, name in named:
        if cell is own:
            continue
        passage = layout.cell_passage(cell)
        label = label or (code_alone(passage.text) if name == "number" else "")
        found = area_of(passage.text)
        digits = _NUMBER.fullmatch(passage.text)
        if found is not None and name in (None, "area", "need", "title"):
            area = found
        elif name is None and digits and digits["letter"] in _OF_LETTER and digits["letter"] != code[0]:
            fields.append(Field(_OF_LETTER[digits["letter"]], passage))  # "B2" beside outcome E1
        elif (name in (None, "number")) and digits:
            number = digits["number"].lower()
        elif name == "number" and (titled := _NUMBERED.fullmatch(passage.text)) and area_of(titled[2]) is not None:
            number, area = titled[1].lower(), area_of(titled[2])  # "1.1 Communication and interaction"
        elif name == "number":
            figures = bare_numbers(passage.text.split()[-1]) if ITEM_LABEL.match(passage.text) else []
            number = figures[0] if figures else number
        elif name in ("area", "strengths"):
            continue
        elif name is None and (labelled := cell_label(layout, code, passage)) is not None:
            fields.append(labelled)
        elif name is None:
            rest.append(cell)
        else:
            fields.extend(_said_together(name, passage))
    if own is None and rest and (header is None or not any(name == noun for _, name in header.names)):
        own = max(rest, key=lambda cell: len(layout.cell_text(cell)) if header is None else -cell.number)
        rest.remove(own)
    fields.extend(Field("other", layout.cell_passage(cell)) for cell in rest)
    fields.extend(field for _, told in days for field in told)
    return own, fields, area, number, label


def _said_together(names: str, passage: Passage) -> list[Field]:
    """What a cell says of its line: under a heading of two things ("Size; check") each of its parts, where it has as
    many: "Just me; each term".
    """
    told = names.split("; ")
    if len(told) == 1:
        return [Field(names, passage)]
    for mark in (_PARTS, _COMMAS):
        bounds = [0, *(at for found in mark.finditer(passage.text) for at in found.span()), len(passage.text)]
        if len(bounds) == 2 * len(told):
            parts = zip(told, bounds[::2], bounds[1::2], strict=True)
            return [Field(name, passage.cut(start, end)) for name, start, end in parts]
    return [Field("other", passage)]


_PARTS, _COMMAS = rarely(r"\s{0,3}[;\n/]\s{0,3}"), rarely(r",\s{1,3}")


def is_behaviour_chart(layout: Layout, rows: Sequence[Row]) -> bool:
    """Is the table a record of behaviour: what went before it, what was done, what came of it?"""
    told = [bool(_OCCASION.search(layout.cell_text(cell))) for row in rows[:2] for cell in row.cells]
    ends = [bool(_UPSHOT.search(layout.cell_text(cell))) for row in rows[:2] for cell in row.cells]
    return any(told) and any(ends) and all(len(row.cells) > 1 for row in rows[1:2])


def _repeats(layout: Layout, row: Row, header: Columns) -> bool:
    """Is the row the header again, as on every page of a long table?"""
    names = [header.name_of(cell) for cell in row.cells]
    return (
        len(names) > 1
        and any(names)
        and all(
            column_name(" ".join(layout.cell_text(cell).split())) == name
            for cell, name in zip(row.cells, names, strict=True)
        )
    )
