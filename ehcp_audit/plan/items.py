"""The needs, outcomes and provision of each section, one by one, in document order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ehcp_audit.model import Item, Section, State
from ehcp_audit.plan.areas import areas_of
from ehcp_audit.plan.cards import banner_of, is_card, is_titled, own_number, read_card, with_banner
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.drafts import (
    NOUNS,
    Draft,
    finish,
    settled,
    without_framing,
    without_numbers,
    without_words_around,
)
from ehcp_audit.plan.introductions import points_at
from ehcp_audit.plan.item_prose import Prose
from ehcp_audit.plan.item_tables import is_behaviour_chart, read_table
from ehcp_audit.plan.keys import without_keys
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.lead_ins import tie_to_outcomes
from ehcp_audit.plan.lettered_parts import with_lettered_parts
from ehcp_audit.plan.numbered_stages import with_numbered_stages
from ehcp_audit.plan.opening_needs import without_later_sections, without_opening, without_praise
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.records import Records, records_of
from ehcp_audit.plan.references import with_references
from ehcp_audit.plan.row_labels import labelled_row
from ehcp_audit.plan.score_tables import without_scores
from ehcp_audit.plan.shared_dates import (
    SharedDate,
    date_of_column,
    date_of_heading,
    dates_elsewhere,
    dates_of_areas,
    shared_dates,
    with_days_under_by,
    with_same_dates,
    with_shared_dates,
)
from ehcp_audit.plan.sideways import read_sideways
from ehcp_audit.plan.staged import with_differences, with_stages, without_tiers
from ehcp_audit.plan.step_tables import add_steps
from ehcp_audit.plan.table_columns import Columns, header_of
from ehcp_audit.plan.timetables import timetable_rows
from ehcp_audit.plan.vocabulary import area_of

LONGEST_CAPTION = 12  # words
_DETAILS = ("steps", "who", "how_often", "review")
_MANY = 3  # paragraphs of a cell
_LONGEST_CODE = 40  # characters: "Outcome 3 (needs 2 and 4)"
_FEWEST_COLUMNS = 3  # of a table that goes without the header of the one before it


def find_items(layout: Layout, ownership: Ownership, sections: Sequence[Section]) -> dict[str, tuple[Item, ...]]:
    """The items of B to H2 by section. A section that is nil, empty, missing or unknown has none."""
    areas = areas_of(layout, ownership)
    told: dict[str, list[Draft]] = {}
    present = {section.code for section in sections if section.state is State.PRESENT}
    headers: dict[int, Columns | None] = {}
    owned = _owned(ownership)
    for code in NOUNS:
        if code not in present:
            continue
        blocks = _without_timetables(layout, code, _blocks(layout, ownership, code, owned.get(code, [])))
        drafts = without_keys(_drafts_of(layout, ownership, code, blocks, headers, areas))
        drafts = with_lettered_parts(layout, without_later_sections(drafts)) if NOUNS[code] == "need" else drafts
        drafts = without_praise(without_opening(without_scores(layout, drafts))) if code == "B" else drafts
        drafts = without_framing(drafts) if NOUNS[code] == "need" else without_tiers(drafts)
        told[code] = settled(without_words_around(drafts) if code == "E" else drafts)
    tie_to_outcomes(layout, ownership.owners, told)
    return with_references(layout, told, {code: finish(code, drafts) for code, drafts in told.items()})


def _drafts_of(
    layout: Layout,
    ownership: Ownership,
    code: str,
    blocks: Sequence[_Block],
    headers: dict[int, Columns | None],
    areas: Sequence[str | None],
) -> list[Draft]:
    """The items of a section's blocks; what stands over a block of rows or over all outcomes is told apart."""
    drafts: list[Draft] = []
    opened = ownership.opened.get("E", ()) if code == "E" else ()
    dates: list[SharedDate] = [date for one in opened for date in date_of_heading(layout, one.first, one.last)]
    dates += dates_of_areas(layout) if code == "E" else ()
    banner: int | None = None  # the line over the rows that come next
    for at, block in enumerate(blocks):
        if code == "B" and at + 1 < len(blocks) and _is_caption(layout, block, blocks[at + 1]):
            block = _Block(stretches=block.stretches[:-1])
        under = banner
        banner = _banner(layout, code, block, blocks[at + 1]) if at + 1 < len(blocks) else None
        if banner is not None:
            block = _Block(stretches=block.stretches[:-1])
        if code == "E" and block.stretches:
            said, told = shared_dates(layout, block.stretches)
            dates.extend(said)
            block = _Block(stretches=tuple(one for one in block.stretches if one not in told))
        if code == "E" and block.rows:
            dates.extend(date_of_column(layout, block.rows))
            block, said = _without_dates(layout, block)
            dates.extend(said)
        if code == "E" and drafts and block.rows and under is None:
            more = [labelled_row(layout, code, row) for row in block.rows]
            if all(one is not None for one in more):  # "Steps | ..." under the outcome in the row over all columns
                drafts[-1].fields.extend(one for one in more if one is not None)
                continue
        if code == "E" and drafts and block.rows and add_steps(layout, block.rows, drafts):
            continue
        if block.stretches or block.rows:
            read = without_numbers(drafts, _read(layout, ownership, code, block, headers, areas))
            if under is not None and block.rows:
                title = layout.passage(layout.starts[under], layout.ends[under])
                with_banner(title, own_number(title.text), read)
            drafts.extend(read)
    drafts = with_stages(with_differences(layout, with_numbered_stages(drafts))) if code == "E" else drafts
    if code == "E":
        with_days_under_by(drafts)
        with_same_dates(drafts)
        dates = dates or dates_elsewhere(layout, ownership.owners)
    with_shared_dates(drafts, dates)
    return drafts


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of paragraphs (`rows` empty), or rows of one table; `records` where these are a label and words each."""

    stretches: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    records: Records | None = None


def _without_dates(layout: Layout, block: _Block) -> tuple[_Block, list[SharedDate]]:
    """A row that holds all outcomes, without what the lines in its cell say of all of them; and what that is."""
    if len(block.rows) > 1:
        return block, []
    row = block.rows[0]
    cells: list[Cell] = []
    dates: list[SharedDate] = []
    for cell in row.cells:
        said, told = shared_dates(layout, cell.stretches) if len(cell.stretches) >= _MANY else ([], set())
        left = tuple(one for one in cell.stretches if one not in told)
        dates.extend(said if left else ())
        cells.append(replace(cell, stretches=left or cell.stretches))
    return _Block(rows=(replace(row, cells=tuple(cells)),)), dates


def _own_rows(layout: Layout, ownership: Ownership, rows: Sequence[Row]) -> list[Row]:
    """The rows of a table without those that are headings of sections, each of another."""
    return [
        row
        for row in rows
        if not all(index in ownership.headings for cell in row.cells for index in cell.stretches)
        or _names_details(layout, ownership, row)
    ]


def _names_details(layout: Layout, ownership: Ownership, row: Row) -> bool:
    """Does a row of headings name the columns within a section too: "Provision (Section F) | Who (Section F)"?"""
    further = [cell for cell in row.cells if ownership.codes_at.get(cell.stretches[0]) is None]
    return any(column_name(layout.cell_text(cell)) in _DETAILS for cell in further)


def _owned(ownership: Ownership) -> dict[str, list[int]]:
    """The stretches that hold each section's own words."""
    owned: dict[str, list[int]] = {}
    for index, owner in enumerate(ownership.owners):
        if owner is not None and (index not in ownership.headings or index in ownership.begins):
            owned.setdefault(owner, []).append(index)
    return owned


def _blocks(layout: Layout, ownership: Ownership, code: str, owned: Sequence[int]) -> list[_Block]:
    blocks: list[_Block] = []
    run: list[int] = []
    rows: list[Row] = []
    done: set[tuple[int, int]] = set()  # a row that goes on after a table inside it is read once
    for index in owned:
        row = layout.rows[index]
        if row is None or len(row.cells) == 1:
            if rows:
                blocks.append(_Block(rows=tuple(rows)))
                rows = []
            if run and _parted(ownership, run[-1], index):
                blocks.append(_Block(stretches=tuple(run)))
                run = []
            run.append(index)
            continue
        if run:
            blocks.append(_Block(stretches=tuple(run)))
            run = []
        if (row.table, row.number) in done:
            continue
        done.add((row.table, row.number))
        if rows and rows[-1].table != row.table:
            blocks.append(_Block(rows=tuple(rows)))
            rows = []
        rows.append(_cells_of(ownership, row, code))
    if run:
        blocks.append(_Block(stretches=tuple(run)))
    if rows:
        blocks.append(_Block(rows=tuple(rows)))
    records = iter(records_of(layout, [block.rows for block in blocks if block.rows]))
    return [replace(block, records=next(records)) if block.rows else block for block in blocks]


def _without_timetables(layout: Layout, code: str, blocks: list[_Block]) -> list[_Block]:
    """Blocks of provision without timetables, unless there is nothing else."""
    if NOUNS[code] != "provision":
        return blocks
    kept: list[_Block] = []
    for block in blocks:
        grid = timetable_rows(layout, block.rows) if block.rows and block.records is None else set()
        rows = tuple(row for row in block.rows if row.number not in grid)
        if block.stretches or rows:
            kept.append(replace(block, rows=rows) if grid else block)
    return kept or blocks


def _is_caption(layout: Layout, block: _Block, table: _Block) -> bool:
    """Does a run of paragraphs end in the few words over a chart: "Behaviour record"?"""
    if not block.stretches or not table.rows or block.stretches[-1] + 1 != table.rows[0].first:
        return False
    last = layout.stretches[block.stretches[-1]]
    few = len(last.text.split()) <= LONGEST_CAPTION and not last.text.rstrip().endswith((".", ";"))
    return few and not last.marker and is_behaviour_chart(layout, layout.tables[table.rows[0].table])


def _banner(layout: Layout, code: str, block: _Block, table: _Block) -> int | None:
    """The line that a run of paragraphs ends in, where it is the banner over a card, or over rows of provision."""
    if NOUNS[code] == "need" or not block.stretches or not table.rows:
        return None
    index = banner_of(layout, block.stretches, table.rows)
    if index is None:
        return None
    text = layout.stretches[index].text
    named = own_number(text) is not None or area_of(text) is None  # "E3 Learning" is an area as well
    if named and (is_card(layout, code, table.rows) or is_titled(layout, code, table.rows)):
        return index
    names = layout.rows[index] is not None and len(text.split()) <= LONGEST_CAPTION and "will" not in text.split()
    over = layout.stretches[index].level is not None or names
    if code == "E" and own_number(text) is not None and over:
        return index  # "Outcome 1: spoken English (need 1)", a heading over a table of it or a row across it
    return index if NOUNS[code] == "provision" and points_at(text) else None


def _parted(ownership: Ownership, one: int, other: int) -> bool:
    """Does a heading, or another section, stand between two stretches of a section?"""
    return any(
        index in ownership.headings or ownership.owners[index] != ownership.owners[one]
        for index in range(one + 1, other)
    )


def _cells_of(ownership: Ownership, row: Row, code: str) -> Row:
    """A row with only the cells that belong to the section, and of these only the section's stretches."""
    cells = []
    for cell in row.cells:
        own = tuple(
            index
            for index in cell.stretches
            if ownership.owners[index] == code and (index not in ownership.headings or index in ownership.begins)
        )
        if own:
            cells.append(Cell(cell.number, cell.columns, own))
    return Row(row.table, row.number, tuple(cells), row.header)


def _with_headings(layout: Layout, ownership: Ownership, header: Columns | None, table: int) -> Columns | None:
    """A column headed by a section's own heading is that section's, whatever else its words name:
    "Section F: Provision to meet this outcome". Of several headed by the same, each is what it says: "Who (Section F)".
    """
    rows = layout.tables[table]
    row = rows[0] if header is None else next(row for row in rows if row.number == header.row)
    nouns = {
        cell.columns: NOUNS[codes[0]]
        for cell in row.cells
        if len(codes := ownership.codes_at.get(cell.stretches[0], ())) == 1 and codes[0] in NOUNS
    }
    if _heads_labels(layout, row, nouns):  # "Section E: Outcomes | By July 2029" over "Outcome 1 | ..."
        labels, words = (cell.columns for cell in row.cells)
        return Columns(row.number, ((labels, "title"), (words, nouns[labels])))
    if header is None:
        return None
    often = Counter(nouns.values())
    names = (
        (
            columns,
            name if name not in (None, *often) and often[nouns.get(columns, "")] > 1 else nouns.get(columns, name),
        )
        for columns, name in header.names
    )
    return Columns(header.row, tuple(names))


def _heads_labels(layout: Layout, head: Row, nouns: Mapping[tuple[int, int], str]) -> bool:
    """Does the section's heading stand over the labels of its items, and not over their words in the second column?"""
    if len(head.cells) != 2 or list(nouns) != [head.cells[0].columns]:
        return False
    below = [row for row in layout.tables[head.table] if row.number > head.number]
    texts = [layout.cell_text(row.cells[0]) for row in below if len(row.cells) == 2]
    return bool(texts) and all(len(text) <= _LONGEST_CODE and own_number(text) is not None for text in texts)


def _read(
    layout: Layout,
    ownership: Ownership,
    code: str,
    block: _Block,
    headers: dict[int, Columns | None],
    areas: Sequence[str | None],
) -> list[Draft]:
    if block.stretches:
        reader = Prose(layout, code)
        row = layout.rows[block.stretches[0]]
        if row is not None:
            reader.row = (row.table, row.number)
        reader.read(block.stretches, ownership.begins, areas)
        return reader.drafts
    table = block.rows[0].table
    if is_card(layout, code, block.rows):
        return read_card(layout, code, block.rows, ownership.begins, areas)
    if block.records is not None:
        return _read_records(layout, code, block.records, ownership.begins, areas)
    if NOUNS[code] == "need" and is_behaviour_chart(layout, layout.tables[table]):
        return []
    sideways = read_sideways(layout, code, block.rows, ownership.begins, areas)
    if sideways is not None:
        return sideways
    if table not in headers:
        headers[table] = _with_headings(
            layout, ownership, header_of(layout, _own_rows(layout, ownership, layout.tables[table])), table
        )
    header = headers[table]
    if block.rows[0].number > layout.tables[table][0].number:  # one table may hold many sections, each with its header
        header = header_of(layout, block.rows) or header
    if header is None:
        header = _carried(layout, NOUNS[code], block.rows, headers)
    return read_table(layout, code, block.rows, header, ownership.begins, areas)


def _read_records(
    layout: Layout, code: str, records: Records, begins: dict[int, int], areas: Sequence[str | None]
) -> list[Draft]:
    drafts = read_table(layout, code, records.rows, records.header, begins, areas)
    for draft in drafts:
        draft.number = draft.number or records.numbers.get(draft.row or (0, 0))
    return drafts


def _carried(layout: Layout, noun: str, rows: Sequence[Row], headers: dict[int, Columns | None]) -> Columns | None:
    """The header of the last table, where it said it once for those that follow with as many columns."""
    table = rows[0].table
    before = next((headers[one] for one in sorted(headers, reverse=True) if one < table and headers[one]), None)
    if before is None or noun not in (name for _, name in before.names) or len(before.names) < _FEWEST_COLUMNS:
        return None
    if rows[0].header or any(len(row.cells) != len(before.names) for row in rows):
        return None
    places = (cell.columns for cell in rows[0].cells)
    return Columns(-1, tuple((columns, name) for columns, (_, name) in zip(places, before.names, strict=True)))
