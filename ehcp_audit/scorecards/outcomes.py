"""The record of a moderation meeting: what was agreed on each point of the agenda, why, and what it changes.

It goes out with the agenda filled in and comes back by `scorecard import`, as the consensus. A point without an agreed
grade stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ehcp_audit import __version__
from ehcp_audit.errors import ManyErrors
from ehcp_audit.judgements import GRADES, NA, Kept
from ehcp_audit.model import Judgement
from ehcp_audit.moderation.agenda import Point, spoken
from ehcp_audit.runs import Run
from ehcp_audit.scorecards.cells import (
    Row,
    Table,
    cell_date,
    find_table,
    is_formula,
    looks_like,
    notes_on,
    plain,
    sheet_named,
)
from ehcp_audit.scorecards.desk import KEY, OUTCOMES, SPELT, Desk, Returned, wrong_identity
from ehcp_audit.scorecards.parts import add_meta, origin
from ehcp_audit.scorecards.sheet import GRADES as OFFERED
from ehcp_audit.sheets import Column, choices, drop_down, new_sheet, page_setup, protect, table, title_rows
from ehcp_audit.styling import count, long_date
from ehcp_audit.workbooks import new_workbook, workbook_bytes

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ehcp_audit.rubric import Rubric

PLAN_KEY = "plan_reference"
GRADE, REASON, WORDING, OWNER = "Agreed grade", "Reason", "Rubric wording to change", "Owner (role)"
WRITTEN = (GRADE, REASON, WORDING, OWNER)
SAID = "Grades and words so far"

COLUMNS = (
    Column("Plan", 8, wrap=False),
    Column("ID", 7, wrap=False),
    Column("Question", 30),
    Column("Why it is here", 18),
    Column(SAID, 48),
    Column(GRADE, 11, unlocked=True),
    Column(REASON, 30, unlocked=True),
    Column(WORDING, 28, unlocked=True),
    Column(OWNER, 14, unlocked=True),
    Column(PLAN_KEY, 10, hidden=True),
    Column(KEY, 10, hidden=True),
)

MEETING = (
    ("Date of the meeting", 18),
    ("Who took part (initials or keys)", 30),
    ("Signed off by (role)", 18),
    ("Signed off on (date)", 18),
)
"""What is said of the meeting as a whole, and the height of its cell in points."""

DAY, PRESENT, SIGNED, SIGNED_ON = (label for label, _ in MEETING)
ASKED, ANSWER = "About the meeting", "Your words"

PANEL = "panel"
"""The key under which a consensus is kept."""


def outcomes_workbook(run: Run, fingerprint: str, points: Sequence[tuple[str, Point]], rubric: Rubric) -> bytes:
    """The record for a meeting, with a row for each point of the agenda: plan of the run, and the point."""
    book = new_workbook("Record of agreed outcomes")
    sheet = new_sheet(book, "Outcomes")
    lines = [
        f"{count(len(points), 'point')}, the widest first. Rubric: {rubric.title}, {rubric.id} {rubric.version}."
        f" Audit date: {long_date(run.as_of)}.",
        "Fill in the yellow cells: the grade agreed and why. Leave a point blank to keep it open. Roles, no names.",
    ]
    start = title_rows(sheet, "Record of agreed outcomes", lines)
    rows = [_cells(plan, point) for plan, point in points]
    table(sheet, start, COLUMNS, rows, freeze_columns=2)
    meeting = _meeting_sheet(book)
    lists = new_sheet(book, "Lists")
    formula = choices(book, lists, 1, "Grades", OFFERED)
    if rows:
        drop_down(sheet, f"F{start + 1}:F{start + len(rows)}", formula, error="Choose met, partly met, not met or N/A.")
    for one in (sheet, meeting, lists):
        protect(one)
        page_setup(one, "Record of agreed outcomes")
    lists.sheet_state = "hidden"
    made = origin(rubric, tool_version=__version__, as_of=run.as_of, auditor=PANEL, round="consensus", blind=False)
    add_meta(book, {"schema": OUTCOMES, "scorecard": "all", **made, "run": fingerprint})
    return workbook_bytes(book)


def _meeting_sheet(book: Workbook) -> Worksheet:
    sheet = new_sheet(book, "Meeting")
    row = title_rows(sheet, "The meeting", ["Dates as 31/01/2027. Initials, keys and roles; no names."])
    columns = (Column(ASKED, 40), Column(ANSWER, 80, unlocked=True))
    table(sheet, row, columns, [[label, ""] for label, _ in MEETING], filters=False)
    for number, (_, height) in enumerate(MEETING, row + 1):
        sheet.row_dimensions[number].height = height
    return sheet


def words_of(point: Point) -> str:
    """Everybody's grade and words on one point, a line each."""
    lines = [f"Tool: {point.unit.tool}"] if point.unit.tool is not None else []
    for one in point.words:
        said = spoken(one)
        lines.append(f"{one.rater}: {one.grade or NA}{f'. {said}' if said else ''}")
    return "\n".join(lines)


def _cells(plan: str, point: Point) -> list[str]:
    head = [plan, point.criterion.id, point.criterion.question, ", ".join(point.reasons), words_of(point)]
    return [*head, "", "", "", "", plan, point.criterion.id]


def read_outcomes(name: str, book: Workbook, identity: Mapping[str, str], mistakes: list[str], desk: Desk) -> Returned:
    """What a meeting agreed. Raises ManyErrors with every mistake, each with its cell; then nothing of it goes in."""
    mistakes = [*mistakes, *wrong_identity(identity, desk, OUTCOMES)]
    kept: list[Judgement] = []
    notes: list[str] = []
    rows = 0
    if not mistakes:
        found = find_table(book, "Outcomes", [column.heading for column in COLUMNS], KEY)
        mistakes += found.mistakes
        if found.table is not None:
            rows = len(found.table.rows)
            meeting = _meeting(book, mistakes)
            kept = [meeting.on(one) for one in _agreed(found.table, desk, mistakes)]
            notes = [f"{where}: a note on the cell was not read" for where in notes_on(found.table)]
        notes += _other_sheets(book, mistakes)
    if mistakes:
        raise ManyErrors([*(f"{name}, {one}" for one in mistakes), f"{name}: refused whole, all of its {rows} rows"])
    plans = tuple(sorted({one.plan for one in kept}))
    return Returned(name, PANEL, "consensus", False, plans, Kept(tuple(kept)), (), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Meeting:
    """When it met and who stands for what it agreed."""

    day: date | None = None
    more: tuple[tuple[str, str], ...] = ()

    def on(self, one: Judgement) -> Judgement:
        """The outcome with what is known of the meeting."""
        return replace(one, judged_on=self.day, extra=(*one.extra, *self.more))


def _meeting(book: Workbook, mistakes: list[str]) -> _Meeting:
    """What the sheet Meeting says; a record made before there was one has none."""
    if sheet_named(book, "Meeting") is None:
        return _Meeting()
    found = find_table(book, "Meeting", (ASKED, ANSWER), ASKED)
    mistakes += found.mistakes
    days: dict[str, date | None] = {}
    words: dict[str, str] = {}
    for row in found.table.rows if found.table is not None else ():
        label = next((one for one, _ in MEETING if plain(one) == plain(row.text(ASKED))), "")
        if found.table is None or not row.text(ANSWER):
            continue
        where = found.table.address(row, ANSWER)
        if not label:
            mistakes.append(f"{where}: '{ASKED}' was changed; only the yellow cells are yours")
        elif is_formula(row.cells[ANSWER]):
            mistakes.append(f"{where}: a formula; write the words themselves")
        elif label in (DAY, SIGNED_ON):
            try:
                days[label] = cell_date(row.cells[ANSWER])
            except ValueError as error:
                mistakes.append(f"{where}: the date {error}")
        else:
            words[label] = row.text(ANSWER)
    signed_on = days.get(SIGNED_ON)
    more = (
        ("present", words.get(PRESENT, "")),
        ("signed_off", words.get(SIGNED, "")),
        ("signed_off_on", signed_on.isoformat() if signed_on is not None else ""),
    )
    return _Meeting(days.get(DAY), tuple(one for one in more if one[1]))


def _other_sheets(book: Workbook, mistakes: list[str]) -> list[str]:
    """Sheets that are none of ours: a second record is a mistake, any other is said not to have been read."""
    notes = []
    for sheet in book.worksheets:
        if plain(sheet.title) in ("outcomes", "meeting", "lists", "_meta"):
            continue
        if looks_like(sheet, [column.heading for column in COLUMNS]):
            mistakes.append(f"the sheet '{sheet.title[:31]}' is a second record of outcomes: keep one of them")
        else:
            notes.append(f"the sheet '{sheet.title[:31]}' was added and not read")
    return notes


def _agreed(table: Table, desk: Desk, mistakes: list[str]) -> list[Judgement]:
    known = {(one.reference, result.id) for one in desk.scorecards.values() for result in one.criteria}
    first = {
        (one.plan, one.criterion): one.grade or NA for one in reversed(desk.kept.judgements) if one.round == "first"
    }
    agreed = {
        (one.plan, one.criterion): (one.grade, one.comment) for one in desk.kept.judgements if one.round == "consensus"
    }
    seen: dict[tuple[str, str], int] = {}
    kept = []
    for row in table.rows:
        key = (row.text(PLAN_KEY), row.text(KEY))
        where = table.address(row, KEY)
        if key not in known:
            mistakes.append(f"{where}: the run has no '{key[1][:20]}' of plan '{key[0][:20]}'")
        elif key in seen:
            mistakes.append(f"{where} ({key[1]}): this point stands in row {seen[key]} too")
        elif row.text("ID") != key[1] or row.text("Plan") != key[0]:
            mistakes.append(f"{table.address(row, 'ID')} ({key[1]}): 'Plan' or 'ID' was changed")
        else:
            seen[key] = row.number
            one = _outcome(table, row, key, first.get(key), desk, mistakes)
            if one is not None and agreed.get(key) == (one.grade, one.comment):
                mistakes.append(f"{where} ({key[1]}): this outcome is in already; clear the row, or send only new ones")
            kept += [one] if one is not None else []
    return kept


def _outcome(
    table: Table, row: Row, key: tuple[str, str], before: str | None, desk: Desk, mistakes: list[str]
) -> Judgement | None:
    for heading in WRITTEN:
        cell = row.cells.get(heading)
        if cell is not None and is_formula(cell):
            mistakes.append(f"{table.address(row, heading)} ({key[1]}): a formula; write the words themselves")
            return None
    said = row.text(GRADE)
    if not said:
        if any(row.text(heading) for heading in WRITTEN):
            mistakes.append(f"{table.address(row, GRADE)} ({key[1]}): something was written and no grade agreed")
        return None
    grade = SPELT.get(plain(said))
    if grade is None:
        where = table.address(row, GRADE)
        mistakes.append(f"{where} ({key[1]}): found '{said[:40]}'; allowed: {', '.join(GRADES)}, {NA}")
        return None
    if grade == NA and not desk.rubric.criterion(key[1]).na_allowed:
        mistakes.append(f"{table.address(row, GRADE)} ({key[1]}): N/A is not allowed here")
    if not row.text(REASON) and (grade == NA or grade != before):
        what = "N/A needs its reason" if grade == NA else f"the first grade was {before or 'none'}: say why"
        mistakes.append(f"{table.address(row, REASON)} ({key[1]}): {what}")
    more = (("owner", row.text(OWNER)), ("wording", row.text(WORDING)))
    return Judgement(
        *key,
        PANEL,
        "consensus",
        False,
        None if grade == NA else grade,
        reason=row.text(REASON) if grade == NA else "",
        comment=row.text(REASON),
        extra=tuple(one for one in more if one[1]),
    )
