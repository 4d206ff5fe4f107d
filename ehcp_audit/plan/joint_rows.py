"""Under one heading for two sections ("Parts E and F"): the rows that say by their labels which of the two they are.

A table for each outcome holds it in a row over all columns, its steps, and then its provision: row by row ("F. What",
"Provision"), with who gives it and how often below, or under a header of its own ("Provision | Who | How often").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ehcp_audit.plan.coded_labels import coded_label, section_of
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.plan.heading_columns import OF_PROVISION, joint_code
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score
from ehcp_audit.plan.labels import find_label, find_trailing_label, may_begin_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.letter_rows import BY_LETTER
from ehcp_audit.plan.printed_letters import printed
from ehcp_audit.plan.provision_headers import only_points
from ehcp_audit.plan.timetables import timetable_rows
from ehcp_audit.plan.vocabulary import STARTS
from ehcp_audit.rare import rarely

if TYPE_CHECKING:
    from ehcp_audit.plan.ownership import Ownership

_LONGEST = 60  # characters of a label
_LONGEST_TITLED = 160  # characters of one that begins with its letter
_NUMBERED = rarely(r"\s\d{1,2}\b|\s?[:–—]\s")  # "Outcome 2 ...", "Outcome: Friends"
_LEAST = 2  # rows with the second section's label, below which it may be a word of the first


def part_rows(layout: Layout, result: Ownership) -> None:
    """Gives the rows under each heading over several sections to the one that their labels name."""
    for joint in result.joined:
        codes = covers(joint.codes)
        if len(codes) < 2:
            continue
        rows = list(_rows_under(layout, result, joint, codes))
        given = next((code for code in codes[1:] if code in ("F", "G")), None)
        heads = {id(row) for row in rows if heads_provision(layout, row)} if given else set()
        labels = {
            id(row): code for row in rows if id(row) not in heads and (code := _label(layout, row, codes)) is not None
        }
        over = _under_bands(layout, result, joint, rows)
        labels = {id(row): code for row in rows if (code := labels.get(id(row))) and not _is_told(layout, row, over)}
        all_told = _are_lettered(layout, rows, labels) or all(id(row) in labels for row in rows)
        least = 1 if codes[0] in labels.values() and all_told else _LEAST
        if heads or over or sum(code != codes[0] for code in labels.values()) >= least:
            _part(layout, result, joint, rows, labels, (heads, given or codes[1]), over)


def heads_provision(layout: Layout, row: Row) -> bool:
    """Is a row the header of columns of provision, and of no others: "Provision | Delivered by | How often"?"""
    if len(row.cells) < 2 or row is layout.tables[row.table][-1]:
        return False
    texts = [" ".join(layout.cell_text(cell).split()) for cell in row.cells]
    if any(len(text) > _LONGEST or text.endswith((".", ";")) for text in texts):
        return False
    names = [column_name(text) for text in texts]
    items = [cell for cell, name in zip(row.cells, names, strict=True) if name in ("outcome", "need")]
    told = names.count("provision") == 1 and all(only_points(layout, row, cell) for cell in items)
    return told and not OF_PROVISION.isdisjoint(names) and sum(one is None for one in names) <= len(names) // 3


def _rows_under(layout: Layout, result: Ownership, joint: Heading, codes: Sequence[str]) -> Iterator[Row]:
    """The rows of tables between a heading over several sections and the next heading of another; over three or more,
    the next heading of any.
    """
    seen: Row | None = None
    opened_rows = [one for several in result.opened.values() for one in several if one.form == BY_LETTER]
    lettered = {row.table for one in opened_rows if (row := layout.rows[one.first]) is not None}
    lettered |= {table for table, rows in layout.tables.items() if timetable_rows(layout, rows)}  # it stays where it is
    for index in range(joint.last + 1, len(layout.stretches)):
        opened = result.codes_at.get(index)
        if opened is not None and (len(codes) > 2 or not set(opened) <= set(codes)):
            return
        row = layout.rows[index]
        if row is None or row is seen or row.table in result.columns or row.table in lettered:
            continue
        seen = row
        own = [one for cell in row.cells for one in cell.stretches if one not in result.headings]
        if own and all(result.owners[one] in codes for one in own):
            yield row


def _are_lettered(layout: Layout, rows: Sequence[Row], labels: dict[int, str]) -> bool:
    """Do the labels of rows print their letters, and a mark or an item's number after them: "H1: ...", "F2 Who"?"""
    texts = [layout.cell_text(row.cells[0]) for row in rows if id(row) in labels]
    texts = [text for text in texts if coded_label(text) is None]
    found = [find_label(text) or find_trailing_label(text) for text in texts]
    return all(one is not None and one.kind != "bare" for one in found)


def _label(layout: Layout, row: Row, codes: Sequence[str]) -> str | None:
    if len(row.cells) == 1:  # a band, or a label that has no answer
        letter = printed(layout, row.cells[0])
        whole = letter is not None and letter.last == row.last and letter.body is None and letter.title
        return letter.codes[0] if letter is not None and whole and letter.codes[0] in codes else None
    text = layout.cell_text(row.cells[0])
    if not text or len(text) > _LONGEST_TITLED:
        return None
    coded = coded_label(text)
    if coded is not None and (own := section_of(coded, codes)) is not None:
        return own
    if coded is not None and coded.name not in NOUNS.values():
        return None  # "E1 – Who" goes on with the row before it
    if len(text) > _LONGEST:
        label = find_label(text)
        if label is not None and label.codes[0] in codes and label.kind != "bare":
            return label.codes[0]
        if label is not None or text.rstrip().endswith("."):
            return None
    code = joint_code(text, codes)
    return _letter_below(layout, row, codes) if code is None else code


def _letter_below(layout: Layout, row: Row, codes: Sequence[str]) -> str | None:
    """The section whose letter ends a row's label, in a line of its own: "Outcome" over "E"."""
    lines = layout.cell_text(row.cells[0]).split("\n")
    label = find_label(lines[-1]) if len(lines) > 1 and may_begin_label(lines[-1]) else None
    if label is None or label.title or label.sub or len(label.codes) > 1:
        return None
    return label.codes[0] if label.codes[0] in codes else None


def _under_bands(layout: Layout, result: Ownership, joint: Heading, rows: Sequence[Row]) -> dict[int, str]:
    """The section that the band over each row names, where bands of several stand there: "Outcome 1" over "What" and
    "By when", "Provision for outcome 1" over "What" and "Who". A band may be a heading of its section.
    """
    codes = covers(joint.codes)
    found: dict[int, str] = {}
    bands: set[str] = set()
    current: str | None = None
    last = joint.last
    for row in rows:
        opened = [result.codes_at[index] for index in range(last + 1, row.first) if index in result.codes_at]
        band = _band(layout, row, codes) or next((one[0] for one in reversed(opened) if len(one) == 1), None)
        if band is not None:
            current = band
            bands.add(band)
        if current is not None:
            found[id(row)] = current
        last = row.last
    return found if len(bands) > 1 else {}


def _band(layout: Layout, row: Row, codes: Sequence[str]) -> str | None:
    """The section that a row of one cell is a band of: "Outcome 2: Friends", "Provision for outcome 2"."""
    text = " ".join(layout.cell_text(row.cells[0]).split())
    if len(row.cells) > 1 or len(text) > _LONGEST or text.endswith((".", ";")) or row is layout.tables[row.table][-1]:
        return None
    name = label_name(_NUMBERED.split(text, maxsplit=1)[0])
    if name not in ("need", "outcome", "provision") or format_score(layout, row.first) < HEADING_FORMAT:
        return None
    return joint_code(name, codes)


def _is_told(layout: Layout, row: Row, over: dict[int, str]) -> bool:
    """Does a band say whose a row is, its own label having no letter?"""
    return id(row) in over and not _are_lettered(layout, [row], {id(row): ""})


def _part(
    layout: Layout,
    result: Ownership,
    joint: Heading,
    rows: Sequence[Row],
    labels: dict[int, str],
    headed: tuple[set[int], str],
    over: dict[int, str],
) -> None:
    codes = covers(joint.codes)
    heads, given = headed
    current, table = codes[0], -1
    columns: Sequence[tuple[int, int]] | None = None  # those of the last header, to which rows may come back
    for row in rows:
        label, places, before = labels.get(id(row)), [cell.columns for cell in row.cells], current
        if row.table != table:
            current, table, columns = codes[0], row.table, None
        if id(row) in heads:
            current, columns = given, places
            _open(layout, result, row, given, joint.text)
            _give_line_over(layout, result, row, codes)
        elif label is not None:
            current, columns = (label if label in codes else current), None
        elif id(row) in over:
            current, columns = over[id(row)], None
        elif len(row.cells) == 1:
            current = codes[0]
        elif columns == places:
            current = given
        for cell in row.cells:
            for index in cell.stretches:
                if index not in result.headings:
                    result.owners[index] = current
        if label is not None and len(row.cells) > 1 and coded_label(layout.cell_text(row.cells[0])) is not None:
            if current != before:  # the label stays with its words: its number and name tell what they are
                _open(layout, result, row, current, " ".join(layout.cell_text(row.cells[0]).split()))
        elif label is not None and (
            label in codes[1:] or codes[0] == "H1" or printed(layout, row.cells[0]) is not None
        ):
            _open(layout, result, row, label, " ".join(layout.cell_text(row.cells[0]).split()))
            result.headings.update(row.cells[0].stretches)
        elif _band(layout, row, codes) in codes[1:]:
            _open(layout, result, row, current, " ".join(layout.cell_text(row.cells[0]).split()))


def _open(layout: Layout, result: Ownership, row: Row, code: str, text: str) -> None:
    first, last = row.cells[0].stretches[0], row.cells[0].stretches[-1]
    result.opened.setdefault(code, []).append(Heading(first, last, (code,), "row", 0.75, text, STARTS, "row"))


def _give_line_over(layout: Layout, result: Ownership, row: Row, codes: Sequence[str]) -> None:
    """A line over a table of provision that says so is provision too: "Provision to meet all outcomes"."""
    index = row.first - 1
    if row is not layout.tables[row.table][0] or index in result.headings or layout.rows[index] is not None:
        return
    text = layout.stretches[index].text
    if result.owners[index] == codes[0] and len(text) <= _LONGEST and column_name(text) == "provision":
        result.owners[index] = codes[1]
