"""A moderation round as a workbook, a page and a few lines on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ehcp_audit.judgements import GRADES, NA
from ehcp_audit.model import Judgement
from ehcp_audit.moderation.agenda import Point
from ehcp_audit.moderation.entries import Statistic
from ehcp_audit.moderation.measuring import Agreement, Changes, Moderation
from ehcp_audit.sheets import Column, new_sheet, page_setup, table, title_rows
from ehcp_audit.styling import TIER_WORDS, count, join_words, section_rank, section_title
from ehcp_audit.workbooks import Value, new_workbook, workbook_bytes

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

NAME = "Moderation"
MATRIX_GRADES = (*GRADES, NA)

COEFFICIENTS = {
    "cohen_kappa": "Cohen's kappa, quadratic weights",
    "krippendorff_alpha": "Krippendorff's alpha, ordinal",
    "gwet_ac2": "Gwet's AC2, quadratic weights",
}

SAYS = (
    "Only blind grades are counted here. Exact agreement comes first, then agreement within one grade, which is high by"
    " chance alone on a short scale; then one figure with chance taken out. Its interval draws plans again and is"
    " approximate. Compare its lower bound with your bar, never the figure alone."
)


# --- words -------------------------------------------------------------------------------------------------


def counted(one: Statistic) -> str:
    """ "31 of 36, 86% (71 to 94%)"; counts alone below ten plans."""
    if one.value is None:
        return "none"
    share = f"{100 * one.value:.0f}%"
    bounds = f" ({100 * one.interval.low:.0f} to {100 * one.interval.high:.0f}%)" if one.interval else ""
    if "k" in one.more:
        head = f"{one.more['k']:,} of {one.more['n']:,}"
        return f"{head}, {share}{bounds}" if bounds else head
    return f"{share} of the pairs in {one.n_used:,} grades by two or more{bounds}"


def figure(one: Statistic | None) -> str:
    """ "0.71 (0.52 to 0.84)", or why there is none."""
    if one is None:
        return ""
    if one.value is None:
        return f"none: {one.reason}"
    bounds = f" ({one.interval.low:.2f} to {one.interval.high:.2f})" if one.interval else ""
    return f"{one.value:.2f}{bounds}"


def direction(one: Changes | None, raters: Sequence[str]) -> str:
    """Which way the second rater differs from the first."""
    if one is None or not one.changed:
        return ""
    who = f"{raters[1]} against {raters[0]}: " if len(raters) == 2 else ""
    return f"{who}{one.up} higher, {one.down} lower ({one.says})"


def said(one: Judgement) -> str:
    """One person's grade and words."""
    words = "; ".join(part for part in (one.reason, one.comment, one.evidence) if part)
    return f"{one.grade or NA}{f': {words}' if words else ''}"


def headline(found: Moderation) -> list[tuple[str, str]]:
    """The figures of the whole round, name and words."""
    overall = found.overall
    raters = [rater for rater, _ in found.raters]
    rows = [
        ("Plans judged blind by two or more", str(overall.plans)),
        ("Raters", join_words(f"{rater} ({number} grades)" for rater, number in found.raters) or "none"),
        ("Exact agreement", counted(overall.exact)),
        ("Within one grade", counted(overall.within_one)),
    ]
    if overall.coefficient is not None:
        rows.append((COEFFICIENTS[overall.coefficient.name], figure(overall.coefficient)))
    if overall.beside is not None:
        rows.append((COEFFICIENTS[overall.beside.name], figure(overall.beside)))
    if overall.label:
        rows.append(("What it allows", overall.label))
    if words := direction(overall.direction, raters):
        rows.append(("Direction", words))
    if overall.applies:
        rows.append(("Whether a criterion applies", f"in dispute {overall.applies} times"))
    if found.regraded.n:
        regraded = f"{found.regraded.changed} of {found.regraded.n} changed, {found.regraded.up} up and"
        rows.append(("Sighted regrades", f"{regraded} {found.regraded.down} down. This overstates agreement."))
    rows.append(("On the agenda", f"{count(len(found.agenda), 'disagreement')}; {found.settled} settled"))
    rows += [("Note", note) for note in overall.notes]
    return rows


# --- the workbook ------------------------------------------------------------------------------------------


def moderation_workbook(found: Moderation, rubric: Rubric) -> bytes:
    """moderation.xlsx: the figures, the matrix, the agenda, the raters, and where people overrule rules."""
    book = new_workbook(NAME)
    _summary(book, found)
    if found.overall.matrix:
        _matrix(book, found)
    _agenda(book, found)
    _criteria(book, found, rubric)
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
        Column("ID", 7, wrap=False),
        Column("Question", 32),
        Column("Why it is here", 18),
        Column("Tool", 11),
        *([Column("Everybody's words", 70)] if together else [Column(rater, 30) for rater in raters]),
        Column("What good looks like", 30),
    ]
    rows = [_agenda_row(number, point, raters, together) for number, point in enumerate(found.agenda, 1)]
    lines = ["The widest disagreements first. outcomes.xlsx is the record to fill in; it comes back as the consensus."]
    table(sheet, title_rows(sheet, "What to talk about first", lines), columns, rows, freeze_columns=3)


def _agenda_row(number: int, point: Point, raters: Sequence[str], together: bool) -> list[Value]:
    by_rater: dict[str, list[str]] = {}
    for one in point.words:
        by_rater.setdefault(one.rater, []).append(said(one))
    words = [f"{rater}: {' / '.join(found)}" for rater, found in by_rater.items()]
    cells = ["\n".join(words)] if together else ["\n".join(by_rater.get(rater, ())) for rater in raters]
    criterion = point.criterion
    tool = "" if point.unit.tool is None else str(point.unit.tool)
    head: list[Value] = [number, point.unit.label, criterion.id, criterion.question, ", ".join(point.reasons), tool]
    return [*head, *cells, criterion.guidance.good]


def _criteria(book: Any, found: Moderation, rubric: Rubric) -> None:
    sheet = new_sheet(book, "By criterion")
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
        Column("Direction", 24),
    )
    raters = [rater for rater, _ in found.raters]
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
        rows.append([*head, *figures, one.applies, direction(one.direction, raters)])
    lines = ["Least agreed first. Below 10 plans rated twice: counts and cases only, no coefficient."]
    table(sheet, title_rows(sheet, "Criterion by criterion", lines), columns, rows, freeze_columns=1)


def by_disagreement(criteria: Sequence[Agreement]) -> list[Agreement]:
    """The criteria with least exact agreement first."""
    return sorted(criteria, key=lambda one: (2.0 if one.exact.value is None else one.exact.value, one.name))


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


def scoring_sheet(rubric: Rubric) -> bytes:
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
    criteria = sorted(rubric.criteria, key=lambda one: section_rank(one.section))
    rows: list[list[Value]] = [[one.section, one.id, one.question, one.guidance.good, "", ""] for one in criteria]
    lines = [f"{rubric.title}, {rubric.id} {rubric.version}.   Plan:                 Scorer:                 Date:"]
    table(sheet, title_rows(sheet, "Scoring sheet", lines), columns, rows, freeze_columns=2)
    page_setup(sheet, "Scoring sheet")
    return workbook_bytes(book)


# --- the page ------------------------------------------------------------------------------------------------


def moderation_html(found: Moderation, rubric: Rubric) -> str:
    """moderation.html: one self-contained page for the meeting."""
    from ehcp_audit.reports.html import render

    raters = [rater for rater, _ in found.raters]
    criteria = [
        {
            "id": one.name,
            "question": rubric.criterion(one.name).question,
            "plans": one.plans,
            "exact": counted(one.exact),
            "within": counted(one.within_one),
            "figure": figure(one.coefficient),
            "direction": direction(one.direction, raters),
        }
        for one in by_disagreement(found.criteria)
    ]
    points = [
        {
            "number": number,
            "plan": point.unit.label,
            "id": point.criterion.id,
            "question": point.criterion.question,
            "why": ", ".join(point.reasons),
            "tool": "" if point.unit.tool is None else str(point.unit.tool),
            "words": [(one.rater, one.round, one.grade or NA, _reasons(one)) for one in point.words],
            "good": point.criterion.guidance.good,
        }
        for number, point in enumerate(found.agenda, 1)
    ]
    return render(
        "moderation.html.j2",
        {
            "title": f"Moderation of {count(found.overall.plans, 'plan')}",
            "rubric": rubric,
            "runs": [one.name for one in found.sources],
            "headline": headline(found),
            "says": SAYS,
            "grades": MATRIX_GRADES,
            "matrix": found.overall.matrix,
            "biggest": biggest(found.overall, raters),
            "raters": raters,
            "criteria": criteria,
            "points": points,
            "severity": found.severity,
            "severity_note": found.severity_note,
            "tool": [one for one in found.tool if one.changes.changed or one.not_applicable][:20],
        },
    )


def _reasons(one: Judgement) -> str:
    return "; ".join(part for part in (one.reason, one.comment, one.evidence) if part)


def biggest(one: Agreement, raters: Sequence[str]) -> str:
    """The commonest disagreement of two raters, in words; "" where there is none."""
    cells = [
        (number, MATRIX_GRADES[row], MATRIX_GRADES[column])
        for row, numbers in enumerate(one.matrix)
        for column, number in enumerate(numbers)
        if row != column and number
    ]
    if not cells or len(raters) != 2:
        return ""
    number, first, second = max(cells, key=lambda cell: cell[0])
    times = "once" if number == 1 else "twice" if number == 2 else f"{number} times"
    return f"The commonest disagreement: {raters[0]} says {first}, {raters[1]} says {second} ({times})."
