"""A moderation round as a workbook, and the blank sheet to score on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ehcp_audit.moderation.agenda import Point
from ehcp_audit.moderation.measuring import Moderation
from ehcp_audit.reports.moderation import (
    MATRIX_GRADES,
    biggest,
    by_disagreement,
    counted,
    figure,
    headline,
    said,
    score_rows,
    short_direction,
)
from ehcp_audit.sheets import Column, new_sheet, page_setup, table, title_rows
from ehcp_audit.styling import TIER_WORDS, section_rank, section_short, section_title
from ehcp_audit.workbooks import Value, new_workbook, workbook_bytes

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

NAME = "Moderation"


def moderation_workbook(found: Moderation, rubric: Rubric) -> bytes:
    """moderation.xlsx: the figures, the matrix, the agenda, the raters, and where people overrule rules."""
    book = new_workbook(NAME)
    _summary(book, found)
    if found.overall.matrix:
        _matrix(book, found)
    _agenda(book, found)
    _criteria(book, found, rubric)
    if found.scores:
        _scores(book, found)
    _raters(book, found)
    _tool(book, found, rubric)
    for sheet in book.worksheets:
        page_setup(sheet, NAME, landscape=sheet.title not in ("Agreement", "Matrix"))
    return workbook_bytes(book)


def _summary(book: Any, found: Moderation) -> None:
    sheet = new_sheet(book, "Agreement")
    rows: list[list[Value]] = [list(row) for row in headline(found)]
    columns = (Column("Figure", 36), Column("Value", 80))
    table(
        sheet,
        title_rows(
            sheet,
            "How far we agree",
            ["Only blind grades are counted. Compare a lower bound with your bar, never the figure alone."],
        ),
        columns,
        rows,
        filters=False,
    )


def _matrix(book: Any, found: Moderation) -> None:
    """Grade against grade, where two raters share the plans."""
    sheet = new_sheet(book, "Matrix")
    raters = [rater for rater, _ in found.raters]
    columns = [
        Column(f"{raters[0]} down, {raters[1]} across", 30),
        *(Column(one, 14, centre=True) for one in MATRIX_GRADES),
    ]
    cells: list[list[Value]] = [[grade, *row] for grade, row in zip(MATRIX_GRADES, found.overall.matrix, strict=True)]
    lines = ["On the diagonal they agree.", biggest(found.overall, raters)]
    table(sheet, title_rows(sheet, "Grade against grade", [one for one in lines if one]), columns, cells, filters=False)


def _agenda(book: Any, found: Moderation) -> None:
    sheet = new_sheet(book, "Agenda")
    raters = sorted({one.rater for point in found.agenda for one in point.words})
    together = len(raters) > 4
    columns = [
        Column("No", 5, centre=True),
        Column("Plan", 10, wrap=False),
        Column("Section", 8, centre=True),
        Column("ID", 7, wrap=False),
        Column("Question", 32),
        Column("Why it is here", 18),
        Column("Tool", 11),
        *([Column("Everybody's words", 70)] if together else [Column(rater, 30) for rater in raters]),
        Column("What good looks like", 30),
    ]
    rows = [_agenda_row(number, point, raters, together) for number, point in enumerate(found.agenda, 1)]
    lines = ["The widest disagreements first. outcomes.xlsx is the record to fill in; it comes back as the consensus."]
    table(sheet, title_rows(sheet, "What to talk about first", lines), columns, rows, freeze_columns=4)


def _agenda_row(number: int, point: Point, raters: Sequence[str], together: bool) -> list[Value]:
    by_rater: dict[str, list[str]] = {}
    for one in point.words:
        by_rater.setdefault(one.rater, []).append(said(one))
    words = [f"{rater}: {' / '.join(found)}" for rater, found in by_rater.items()]
    cells = ["\n".join(words)] if together else ["\n".join(by_rater.get(rater, ())) for rater in raters]
    criterion = point.criterion
    tool = "" if point.unit.tool is None else str(point.unit.tool)
    place = section_short(criterion.section)
    why = ", ".join(point.reasons)
    head: list[Value] = [number, point.unit.label, place, criterion.id, criterion.question, why, tool]
    return [*head, *cells, criterion.guidance.good]


def _criteria(book: Any, found: Moderation, rubric: Rubric) -> None:
    sheet = new_sheet(book, "By criterion")
    raters = [rater for rater, _ in found.raters]
    columns = (
        Column("ID", 7, wrap=False),
        Column("Section", 22),
        Column("Question", 40),
        Column("Tier", 14),
        Column("Plans rated twice", 9, centre=True),
        Column("Exact agreement", 20),
        Column("Within one grade", 20),
        Column("Chance taken out", 22),
        Column("AC2 beside it", 18),
        Column("Does it apply? In dispute", 10, centre=True),
        Column(f"{raters[1]} against {raters[0]}" if len(raters) == 2 else "Direction", 24),
    )
    rows: list[list[Value]] = []
    for one in by_disagreement(found.criteria):
        criterion = rubric.criterion(one.name)
        head: list[Value] = [
            one.name,
            section_title(criterion.section),
            criterion.question,
            TIER_WORDS[criterion.tier],
            one.plans,
        ]
        figures = [counted(one.exact), counted(one.within_one), figure(one.coefficient), figure(one.beside)]
        rows.append([*head, *figures, one.applies, short_direction(one.direction)])
    lines = ["Least agreed first. Below 10 plans rated twice: counts and cases only, no coefficient."]
    table(sheet, title_rows(sheet, "Criterion by criterion", lines), columns, rows, freeze_columns=1)


def _scores(book: Any, found: Moderation) -> None:
    """Plan scores by every two raters: what may be said, then the scores themselves."""
    sheet = new_sheet(book, "Plan scores")
    columns = (
        Column("Who", 20),
        Column("Plans scored by both", 12, centre=True),
        Column("Mean difference, points of 100", 28),
        Column("Limits of agreement", 28),
        Column("ICC(2,1)", 22),
    )
    rows: list[list[Value]] = [list(row) for row in score_rows(found.scores)]
    lines = ["Of plans that both graded blind and in full; a score is what the rubric makes of that rater's grades."]
    end = table(sheet, title_rows(sheet, "Plan scores side by side", lines), columns, rows, filters=False)
    held: list[list[Value]] = [
        [plan, one.first, one.second, round(first, 1), round(second, 1)]
        for one in found.scores
        for plan, first, second in one.scores
    ]
    heads = ("Plan", "First", "Second", "First's score", "Second's score")
    below = [Column(head, column.width) for head, column in zip(heads, columns, strict=True)]
    table(sheet, end + 1, below, held, filters=False)
    sheet.freeze_panes = None


def _raters(book: Any, found: Moderation) -> None:
    sheet = new_sheet(book, "Raters")
    columns = (
        Column("Rater", 14),
        Column("Blind grades", 12, centre=True),
        Column("Plans shared", 12, centre=True),
        Column("Harder (-) or softer (+), on 0 to 1", 18, centre=True),
        Column("95% interval", 20),
    )
    severity = {one.rater: one for one in found.severity}
    rows: list[list[Value]] = []
    for rater, number in found.raters:
        one = severity.get(rater)
        bounds = f"{one.interval[0]:+.2f} to {one.interval[1]:+.2f}" if one is not None and one.interval else ""
        mean = f"{one.mean:+.2f}" if one is not None else ""
        rows.append([rater, number, one.n if one is not None else "", mean, bounds])
    lines = [found.severity_note or "Mean difference from the mean of each plan and criterion. For moderators only."]
    table(sheet, title_rows(sheet, "The raters", lines), columns, rows, filters=False)
    if len(found.drift) > 1:
        sheet = new_sheet(book, "Rounds")
        drift: list[list[Value]] = [[run, n, k, f"{100 * k / n:.0f}%"] for run, k, n in found.drift]
        heads = [Column(one, 18) for one in ("Run", "Rated twice", "Agreed", "Exact")]
        table(sheet, title_rows(sheet, "Agreement from run to run", ["In the order of dates."]), heads, drift)


def _tool(book: Any, found: Moderation, rubric: Rubric) -> None:
    sheet = new_sheet(book, "People and rules")
    columns = (
        Column("ID", 7, wrap=False),
        Column("Question", 50),
        Column("Grades beside a rule's verdict", 14, centre=True),
        Column("Overruled", 10, centre=True),
        Column("Higher", 9, centre=True),
        Column("Lower", 9, centre=True),
        Column("Said not to apply", 10, centre=True),
    )
    rows: list[list[Value]] = [
        [
            one.criterion,
            rubric.criterion(one.criterion).question,
            one.changes.n + one.not_applicable,
            one.changes.changed + one.not_applicable,
            one.changes.up,
            one.changes.down,
            one.not_applicable,
        ]
        for one in found.tool
    ]
    lines = ["Where people overrule what a rule settled, most often first: the rule, or the reading, may want mending."]
    table(sheet, title_rows(sheet, "People and rules", lines), columns, rows, freeze_columns=1)
    if found.wording:
        sheet = new_sheet(book, "Rubric wording")
        words: list[list[Value]] = [list(row) for row in found.wording]
        heads = [Column("ID", 8), Column("Wording to change", 80), Column("Owner", 20)]
        table(sheet, title_rows(sheet, "Rubric wording to change", ["From the agreed outcomes."]), heads, words)


def scoring_sheet(rubric: Rubric, only: frozenset[str] | None = None) -> bytes:
    """A blank sheet for the table: criteria, what good looks like, a box for the grade and one for why."""
    book = new_workbook("Scoring sheet")
    sheet = new_sheet(book, "Scoring sheet")
    columns = (
        Column("Section", 9, centre=True),
        Column("ID", 7, wrap=False),
        Column("Question", 40),
        Column("What good looks like", 44),
        Column("Grade", 16, unlocked=True),
        Column("Reason", 44, unlocked=True),
    )
    asked = [one for one in rubric.criteria if only is None or one.id in only]
    criteria = sorted(asked, key=lambda one: section_rank(one.section))
    rows: list[list[Value]] = [
        [section_short(one.section), one.id, one.question, one.guidance.good, "", ""] for one in criteria
    ]
    lines = [
        f"{rubric.title}, {rubric.id} {rubric.version}. Grades: {', '.join(MATRIX_GRADES)}. N/A needs its reason.",
        "Plan ____________________     Scorer ____________________     Date ____________________",
    ]
    head = title_rows(sheet, "Scoring sheet", lines)
    sheet.row_dimensions[head - 1].height = 26
    table(sheet, head, columns, rows, freeze_columns=2)
    page_setup(sheet, "Scoring sheet")
    return workbook_bytes(book)
