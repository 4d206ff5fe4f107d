"""Every line that could be the heading of a section, in reading order."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from ehcp_audit.plan.heading_bars import without_asides
from ehcp_audit.plan.heading_columns import column_headings, is_map, joint_columns, own_column
from ehcp_audit.plan.heading_lines import holds_item, label_at_right, labelled, runs_in, titled, trailing
from ehcp_audit.plan.headings import (
    HEADING_FORMAT,
    LONGEST_HEADING,
    Heading,
    format_score,
    place_of,
    same_format,
)
from ehcp_audit.plan.labels import find_label, find_trailing_label, may_begin_label, may_end_in_label
from ehcp_audit.plan.labels_run_in import run_in_under
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.letter_runs import letter_runs
from ehcp_audit.plan.lettered_columns import lettered_columns
from ehcp_audit.plan.numerals import numbered_parts
from ehcp_audit.plan.provision_headers import of_provision
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement, area_of

LONE_LETTERS = 5
BADGES = 8
SMALL_TABLE = 4  # rows
_LONGEST_BESIDE = 120  # characters of a title in a cell of its own
_CELLS_BY_LETTER = 3  # of a row: the letter, its title, what it says
_OWN_TABLES = -1  # stands for all tables where each section may have one of its own
LONGEST_ADVICE = 80  # characters of a row of a list of advice, on average
LONGEST_ITEM = 1800


def find_candidates(layout: Layout) -> list[Heading]:
    """All candidates in reading order. A label and the title in the next line or cell are one candidate."""
    layout = without_asides(layout)
    found: list[Heading] = []
    joint: Heading | None = None  # the heading over several letters that stands last
    around: Heading | None = None  # the same, with headings of its own sections below it
    gridded: dict[int, list[tuple[str, ...]]] = {}  # tables whose columns have been given to sections, and to which
    index = 0
    stretches = layout.stretches
    numbered = numbered_parts(layout)
    while index < len(stretches):
        row = layout.rows[index]
        if row is not None and index == row.first and len(row.cells) > 1 and not _has_number(row, numbered):
            columns = lettered_columns(layout, row, joint) or column_headings(layout, row)
            if is_map(layout, columns):
                index = row.last + 1
                continue
            if given := of_provision(layout, row, columns, found[-1] if found else None, joint):
                columns = given
            elif joint is not None and row.table not in gridded:
                columns = _with_joint(columns, joint_columns(layout, row, joint))
            elif columns and found and row.table not in gridded:
                columns = _with_joint(columns, own_column(layout, row, found[-1]))
            if columns:
                codes = [one.codes for one in columns]
                again = gridded.get(row.table) == codes  # a header that is said anew over the page
                gridded.setdefault(row.table, codes)
                found.extend(replace(one, continued=True) if again else one for one in columns)
                index = max(heading.last for heading in columns) + 1
                continue
        run_in = run_in_under(layout, index, joint) if index not in numbered else None
        if run_in is None and joint is None and around is not None and index not in numbered:
            run_in = _runs_in_again(found, around, run_in_under(layout, index, around))
        if run_in is not None:  # the heading over it stays the last one
            found.append(run_in)
            index += 1
            continue
        heading = numbered[index] if index in numbered else heading_at(layout, index)
        if heading is None or _is_area_across(layout, index, gridded):
            index += 1
            continue
        found.append(heading)
        if heading.unsure:
            pass
        elif heading.form != "title" or len(heading.codes) > 1:
            joint = heading if len(heading.codes) > 1 or heading.codes == ("H",) else None
            around = joint or (around if around is not None and set(heading.codes) <= {*around.codes} else None)
        index = heading.last + 1
    alone = _lone_letters(layout)
    taken = {at for one in found if one.form != "title" for at in range(one.first, one.last + 1)}
    if alone:
        found = _in_place_of([one for one in alone if not taken & {one.first, one.last}], found)
    elif run := letter_runs(layout, taken):
        found = _in_place_of(run, found)
    return found


def _runs_in_again(found: Sequence[Heading], around: Heading, run_in: Heading | None) -> Heading | None:
    """The label that a paragraph begins with, where one before it under the same joint heading began with it too:
    "Section E. E1. By July ...", a table of "Section F provision", "Section E. E2. By July ...".
    """
    again = run_in is not None and any(
        one.body is not None and one.codes == run_in.codes for one in found if one.first > around.first
    )
    return run_in if again else None


def _in_place_of(headings: list[Heading], found: list[Heading]) -> list[Heading]:
    """All candidates, with these in place of the others that begin in their lines."""
    held = {at for one in headings for at in (one.first, one.last)}
    return sorted([one for one in found if one.first not in held] + headings, key=lambda one: one.first)


def _has_number(row: Row, numbered: Mapping[int, Heading | None]) -> bool:
    """Does a cell of the row begin with the number of a part?"""
    return bool(numbered) and any(cell.stretches[0] in numbered for cell in row.cells)


def _with_joint(lettered: list[Heading], joint: list[Heading]) -> list[Heading]:
    """The columns that print their letters, and beside them those that a heading over the table gives their sections:
    "Needs" under "B, C, D" beside "Outcomes (Section E)".
    """
    codes = {code for one in lettered for code in one.codes}
    taken = {one.first for one in lettered}
    further = [one for one in joint if one.first not in taken and codes.isdisjoint(one.codes)]
    return sorted([*lettered, *further], key=lambda one: one.first)


def _is_area_across(layout: Layout, index: int, gridded: Container[int]) -> bool:
    """Is it an area of need across a table whose columns are sections: "Cognition and learning (Section B)"?"""
    row = layout.rows[index]
    if row is None or row.table not in gridded or len(row.cells) > 1:
        return False
    label = find_trailing_label(layout.stretches[index].text)
    return label is not None and area_of(label.title) is not None


def heading_at(layout: Layout, index: int) -> Heading | None:
    """The candidate that begins with this stretch, if its words and place allow one."""
    text = layout.stretches[index].text
    cut = text.find("\n", 0, LONGEST_HEADING + 1)
    line = text if cut < 0 else text[:cut]
    if not line or (
        len(line) > LONGEST_HEADING and not (len(line) < LONGEST_ITEM and (holds_item(line) or runs_in(line)))
    ):
        return None
    place = place_of(layout, index)
    if place is None:
        return None
    label = find_label(line) if may_begin_label(line) else None
    heading = labelled(layout, index, line, label, place) if label is not None else None
    if heading is None:
        return _without_label_before(layout, index, line, place)
    if heading.unsure:
        other = _without_label_before(layout, index, line, place)
        return heading if other is None or other.codes == heading.codes or other.titled < STARTS else other
    return heading


def _without_label_before(layout: Layout, index: int, line: str, place: str) -> Heading | None:
    """The candidate of a line that begins with no label: the label stands after its title, or nowhere."""
    row = layout.rows[index]
    if place == "row" and row is not None:
        heading = label_at_right(layout, row)
        if heading is not None:
            return heading
    last = find_trailing_label(line) if may_end_in_label(line) else None
    heading = trailing(layout, index, line, last, place) if last is not None else None
    if last is not None and (heading is not None or last.kind == "section"):
        return heading
    return titled(layout, index, line, place)


def _with_title(layout: Layout, index: int, code: str) -> tuple[int, int]:
    """A letter in a column of its own stands a hair below or above its title, and so before or after it."""
    for other in (index - 1, index + 1):
        if 0 <= other < len(layout.stretches) and layout.cells[other] is layout.cells[index]:
            text = layout.stretches[other].text
            if len(text) < 160 and agreement(text, code) >= STARTS and not text.endswith("."):
                return min(index, other), max(index, other)
    row, after = layout.rows[index], index + 1
    if row is not None and after < len(layout.stretches) and layout.rows[after] is row:
        # the letter in a cell of its own, title and text in the next
        text, beside = layout.stretches[after].text, layout.cells[after]
        titled = beside is not None and len(beside.stretches) > 1 and layout.cells[index] is not beside
        if titled and len(text) < 160 and agreement(text, code) >= STARTS:
            return index, after
    return index, index


def _lone_letters(layout: Layout) -> list[Heading]:
    """Letters without any title, each in a line or a first cell of its own: headings where five or more run A to K."""
    runs: dict[int, list[Heading]] = {}
    for index, stretch in enumerate(layout.stretches):
        if len(stretch.text) > 8 or not may_begin_label(stretch.text):
            continue
        label = find_label(stretch.text)
        place = place_of(layout, index)
        if (
            label is None
            or label.title
            or label.sub
            or place is None
            or label.kind not in ("bare", "bracket", "letter")
        ):
            continue
        table = stretch.table[0] if stretch.table else 0
        if table and len(layout.tables[table]) < SMALL_TABLE:
            table = _OWN_TABLES
        first, last = _with_title(layout, index, label.codes[0])
        shown = " ".join(layout.between(first, last).split())
        one = Heading(first, last, label.codes, "bare", 0.65, shown, STARTS if last > first else 0.0, place)
        runs.setdefault(table, []).append(one)
    openers = [table for table, run in runs.items() if table > 0 and len(run) == 1 and _opens(layout, table, run[0])]
    if openers:
        apart = [one for table in (*openers, _OWN_TABLES) for one in runs.pop(table, [])]
        runs[_OWN_TABLES] = sorted(apart, key=lambda one: one.first)
    found: list[Heading] = []
    for table, run in runs.items():
        codes = [one.codes[0] for one in run]
        if len(set(codes)) >= LONE_LETTERS and codes == sorted(codes) and not _is_list(layout, table, run):
            found.extend(_with_titles_alike(layout, run))
        elif table == 0:
            found.extend(_badges(layout, run))
    return found


def _with_titles_alike(layout: Layout, run: list[Heading]) -> list[Heading]:
    """The letters of a run, those too whose title is none that is known, where it is set like the titles of the others:
    "Reports used" in bold over what the cell beside the letter holds.
    """
    if (beside := _titles_in_cells(layout, run)) is not None:
        return beside
    titles = [one.last for one in run if one.last > one.first]
    if 2 * len(titles) < len(run):
        return run
    found: list[Heading] = []
    for one in run:
        row, after = layout.rows[one.first], one.last + 1
        if one.last == one.first and row is not None and row.first < after <= row.last:
            cell, text = layout.cells[after], layout.stretches[after].text
            apart = cell is not None and (
                after == cell.stretches[-1] or not same_format(layout, after, cell.stretches[1])
            )
            alike = all(same_format(layout, after, at) for at in titles) and len(text) < 160
            if cell is not None and after == cell.stretches[0] and apart and alike and text[-1] not in ".;":
                one = replace(one, last=after, text=f"{one.text} {' '.join(text.split())}")
        found.append(one)
    return found


def _titles_in_cells(layout: Layout, run: list[Heading]) -> list[Heading] | None:
    """The letters with what stands in the cells beside them as their titles, where most rows hold a letter, a short
    title and a text: "G | What health will provide | None." None where that is no column of titles.
    """
    rows = [row for one in run if (row := layout.rows[one.first]) is not None and len(row.cells) > 1]
    beside = [row.cells[1] for row in rows]
    texts = [" ".join(layout.cell_text(cell).split()) for cell in beside]
    if len(rows) < len(run) or any(not text or len(text) > _LONGEST_BESIDE or text[-1] in ".;," for text in texts):
        return None
    wide = [row.cells[2] for row in rows if len(row.cells) == _CELLS_BY_LETTER]
    alike = all(same_format(layout, cell.stretches[0], beside[0].stretches[0]) for cell in beside)
    if 2 * len(wide) <= len(run) or any(len(row.cells) > _CELLS_BY_LETTER for row in rows) or not alike:
        return None
    apart = sum(not same_format(layout, cell.stretches[0], beside[0].stretches[0]) for cell in wide)
    suits = sum(agreement(text, one.codes[0]) >= WORDS for text, one in zip(texts, run, strict=True))
    longer = sum(len(layout.cell_text(cell)) for cell in wide) > sum(map(len, texts))
    if not longer or (2 * apart <= len(wide) and 4 * suits < len(run)):
        return None
    lasts = [cell.stretches[-1] for cell in beside]
    shown = (f"{one.text} {text}" for one, text in zip(run, texts, strict=True))
    return [replace(one, last=last, text=text) for one, last, text in zip(run, lasts, shown, strict=True)]


def _opens(layout: Layout, table: int, one: Heading) -> bool:
    """Is it the first cell of a table, before the heads of its columns: "E | Outcome for Ama | Measure"?"""
    return layout.tables[table][0].first == one.first


def _badges(layout: Layout, run: list[Heading]) -> list[Heading]:
    """Letters in lines of their own, set apart, each beside a title of the writer's own that is set apart too: those of
    badges, which come before or after "What help will I get?". In any order, each letter once.
    """
    codes = [one.codes for one in run]
    if len(set(codes)) < BADGES or len(set(codes)) < len(codes):
        return []
    for step in (-1, 1):
        beside = [one.first + step for one in run]
        if all(0 <= at < len(layout.stretches) and _is_title(layout, at) for at in beside):
            return [
                replace(
                    one, first=min(one.first, at), last=max(one.first, at), score=0.65, text=_shown(layout, one, at)
                )
                for one, at in zip(run, beside, strict=True)
            ]
    return []


def _is_title(layout: Layout, index: int) -> bool:
    stretch = layout.stretches[index]
    return layout.rows[index] is None and len(stretch.text) < 160 and format_score(layout, index) >= HEADING_FORMAT


def _shown(layout: Layout, letter: Heading, title: int) -> str:
    return " ".join(f"{layout.stretches[letter.first].text} {layout.stretches[title].text}".split())


def _is_list(layout: Layout, table: int, run: list[Heading]) -> bool:
    """Are the letters those of a list's rows, as the appendices of section K are: short, or rows of three cells or
    more under a header of their own?
    """
    rows = layout.tables.get(table, ())
    if not rows or any(one.titled > 0 for one in run):
        return False
    lasts = [one.first - 1 for one in run[1:]] + [rows[-1].last]  # a letter may stand beside several rows
    held = sum(layout.ends[last] - layout.starts[one.first] for one, last in zip(run, lasts, strict=True))
    if held < LONGEST_ADVICE * len(run):
        return True
    return rows[0].first < run[0].first and len(rows[0].cells) > 2
