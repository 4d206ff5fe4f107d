"""summary.xlsx: a dip sample in one workbook, for the meeting and for whoever counts on from it.

Sheets: Summary (the headline), Plans x criteria (every verdict in a word), Criteria (k of n with intervals), Training
needs (criteria and vague words, by team), Charts, Scores, Self-evaluation (one page, each figure with its numerator and
denominator), Unread, and Method (what the figures can say).
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from ehcp_audit.model import CriterionResult, Verdict
from ehcp_audit.reports.figures import (
    CriterionFigures,
    Figures,
    figures,
    results_by_id,
    short_by_team,
    teams,
)
from ehcp_audit.reports.html_views import about, name_of
from ehcp_audit.reports.judged import Judged, judged
from ehcp_audit.reports.method import method_rows
from ehcp_audit.reports.priorities import look_first_at, priorities
from ehcp_audit.reports.rates import UNREVIEWED
from ehcp_audit.reports.summary_pages import ENDS, SELF_EVALUATION, charts, self_evaluation, spread_of_scores
from ehcp_audit.rubric.scales import own_titles, scales_of_its_own
from ehcp_audit.same_plans import twice_words
from ehcp_audit.sheets import SHARE, Column, colour_verdicts, new_sheet, page_setup, table, title_rows
from ehcp_audit.styling import (
    ACTS,
    TIER_WORDS,
    UNREADABLE,
    capital,
    count,
    long_date,
    percent,
    section_title,
    shortfall_words,
)
from ehcp_audit.workbooks import Value, new_workbook, workbook_bytes

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from ehcp_audit.judgements import Kept
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

NAME = "Dip sample summary"
SHORT = {verdict: str(verdict) for verdict in Verdict} | {
    Verdict.PARTLY_MET: "partly",
    Verdict.NOT_APPLICABLE: "N/A",
    Verdict.NEEDS_PERSON: "person",
}
"""Words short enough for a matrix."""

SHORT_AND_OPEN = "short?"
"""What certainly falls short somewhere, while some of it waits for a person."""

MATRIX = "Plans x criteria"
PER_PAGE = 24  # criteria to a printed page of the matrix


def summary_workbook(run: Run, rubric: Rubric, kept: Kept | None = None) -> bytes:
    """The whole workbook, the same bytes for the same run; with what people `kept` on it, the figures as judged too."""
    numbers = figures(run, rubric)
    book = new_workbook(NAME)
    _summary(book, run, rubric, numbers)
    if found := judged(run, rubric, kept) if kept else None:
        _judged(book, found)
    _matrix(book, run, rubric, numbers)
    _criteria(book, numbers)
    charts(book, numbers)
    spread_of_scores(book, run)
    self_evaluation(book, run, rubric, numbers)
    _training(book, run, numbers)
    _unread(book, run)
    _method(book, run, rubric, numbers)
    for sheet in book.worksheets:
        upright = sheet.title in ("Summary", "As judged", SELF_EVALUATION, "Method")
        across = ceil(len(numbers.criteria) / PER_PAGE) if sheet.title == MATRIX else 1
        page_setup(sheet, f"{NAME}, {long_date(run.as_of)}", landscape=not upright, across=max(1, across))
    book[SELF_EVALUATION].page_setup.fitToHeight = 1
    return workbook_bytes(book)


def _summary(book: Workbook, run: Run, rubric: Rubric, numbers: Figures) -> None:
    sheet = new_sheet(book, "Summary")
    title = f"Dip sample of {count(numbers.plans, 'plan')}"
    lines = [f"By the checks of {rubric.title} ({rubric.id} {rubric.version}), {long_date(run.as_of)}."]
    if numbers.warning:
        lines.append(f"A small sample. {numbers.warning}")
    if twice := twice_words(run.scorecards):
        lines.append(f"The same plan twice? {twice}.")
    columns = (Column("Figure", 40), Column("Value", 26), Column("What it says", 62))
    table(sheet, title_rows(sheet, title, lines), columns, _headline(numbers), size=11, filters=False)


def _judged(book: Workbook, found: Judged) -> None:
    """The figures as judged beside those of the checks, criterion by criterion too, and the actions."""
    sheet = new_sheet(book, "As judged")
    columns = (Column("Figure", 40), Column("By these checks", 40), Column("As judged", 40))
    rows: list[list[Value]] = [list(row) for row in found.rows]
    rows += [[f"{id}: {question}", checks, people] for id, question, checks, people in found.criteria]
    lines = [found.whose, "As judged: plans in which nothing waits for a person. Criteria: plans that meet it."]
    table(sheet, title_rows(sheet, "By these checks, and as judged", lines), columns, rows, filters=False)
    if found.actions:
        sheet = new_sheet(book, "Actions")
        widths = (("Plan", 10), ("Action", 60), ("Owner", 24), ("Due", 20), ("State", 10))
        heads = [Column(name, width) for name, width in widths]
        actions: list[list[Value]] = [list(row) for row in found.actions]
        table(sheet, title_rows(sheet, "Actions", ["From the scorecards that came back."]), heads, actions)


def _headline(numbers: Figures) -> list[list[Value]]:
    parts = f"{numbers.parts_words}. " if numbers.parts else ""
    bar = percent(numbers.bar) if numbers.bar is not None else "no bar"
    named = f', where the band "{numbers.bar_name}" begins' if numbers.bar_name else ""
    spread = "" if numbers.lowest is None else f"Lowest {percent(numbers.lowest)}, highest {percent(numbers.highest)}."
    rows: list[list[Value]] = [
        [
            "Plans read",
            f"{numbers.read + numbers.parts} of {numbers.plans}",
            f"{parts}What was not read is on the sheet Unread, and was not graded.",
        ],
        [
            "Judged so far",
            percent(numbers.coverage, "none"),
            "Of a plan's weight, on average. The rest needs a person.",
        ],
    ]
    missed = numbers.missed
    says = f"Counts plans: one missed duty of the law is enough. {capital(missed.with_interval)}. {UNREVIEWED}"
    rows.append(["Plans that seem to miss at least one duty", missed.counts, says])
    passes = f"{capital(numbers.gate.with_interval)}. They meet every must criterion."
    if not numbers.gate_known:
        passes = f"{capital(numbers.gate_words)}."
    rows.append(
        ["Plans that pass the statutory gate", numbers.gate.counts if numbers.gate_known else "not known yet", passes]
    )
    if not numbers.musts_open:
        says = "Kept apart from the score."
        rows.append(["Must criteria met, mean over plans", percent(numbers.must_met, "none"), says])
    score, says = _mean(numbers, spread)
    rows.append(["Mean plan score", score, f"Counts marks, good practice too: no measure of the law. {says}"])
    if numbers.bar is not None:
        says = f"{capital(numbers.at_bar.with_interval)}{named}."
        if numbers.bar_open:
            says = (
                f"From those that reach it whatever a person says to those that may{named}. So far {numbers.at_bar.k}."
            )
        rows.append([f"Plans at or above {bar}", numbers.bar_counts, says])
    rows += [
        [
            f"Work on first: {one.criterion.id}",
            f"{one.short} of {one.applies} plans short",
            one.criterion.question,
        ]
        for one in priorities(numbers.criteria)[:5]
    ]
    rows += [
        [
            f"Look at first: {one.criterion.id}",
            f"{one.doubted} of {one.applies} plans",
            f"Not judged: {one.criterion.question}",
        ]
        for one in look_first_at(numbers.criteria)[:5]
    ]
    return rows


def _mean(numbers: Figures, spread: str) -> tuple[str, str]:
    """The mean score and what it says; where much waits its bounds, and the score of the rest in words."""
    if numbers.bounds is None or not numbers.open:
        return numbers.mean_words, f"{spread} Of what these checks could judge."
    so_far = f"What was judged so far scores {percent(numbers.mean, 'nothing')}. {spread}".strip()
    return numbers.bounds.ends, f"Between these it will lie once all is judged. {so_far}"


def _matrix(book: Workbook, run: Run, rubric: Rubric, numbers: Figures) -> None:
    from openpyxl.utils import get_column_letter

    sheet = new_sheet(book, MATRIX)
    criteria = [one.criterion for one in numbers.criteria]
    columns = [
        Column("Plan", 12, wrap=False),
        Column("Team", 10),
        Column("What it is", 30),
        Column("Judged so far", 9, number=SHARE),
        Column("Score at least", 9, number=SHARE),
        Column("Score at most", 9, number=SHARE),
        Column("Of what was judged", 9, number=SHARE),
        Column("Unweighted", 11, number=SHARE),
        Column("Must met", 9, centre=True),
        Column("Must not met", 9, centre=True),
        *(Column(title, 20) for title in own_titles(rubric)),
        *(Column(one.id, 8, centre=True, wrap=False) for one in criteria),
    ]
    rows: list[list[Value]] = []
    for card in run.scorecards:
        found = results_by_id(card)
        must = card.score.must
        verdicts = [_in_short(found[one.id]) if one.id in found else "" for one in criteria]
        head: list[Value] = [
            name_of(card),
            card.team or "",
            about(card, run.apart.get(card.reference)),
            card.score.coverage,
            *(card.score.bounds or (None, None)),
            card.score.total,
            card.score.unweighted,
        ]
        shown = [one.words for one in scales_of_its_own(card, rubric)]
        rows.append([*head, f"{must.met} of {must.applicable}", must.unmet, *shown, *verdicts])
    line = (
        "met, partly, not met, N/A, person (needs a person), short? (certainly short somewhere; some of it needs a"
        " person). Questions are on the sheet Criteria."
    )
    row = title_rows(sheet, "Plans by criteria", [line], column=2)  # A is printed on every page, and would cut them
    table(sheet, row, columns, rows, size=9, freeze_columns=1, long=True)
    sheet.print_title_cols = "A:A"
    if rows and criteria:
        first = get_column_letter(len(columns) - len(criteria) + 1)
        cells = f"{first}{row + 1}:{get_column_letter(len(columns))}{row + len(rows)}"
        colour_verdicts(sheet, cells, SHORT, {SHORT_AND_OPEN: Verdict.NOT_MET})


def _in_short(result: CriterionResult) -> str:
    """The verdict in a word; one that waits for a person, and is short whatever the person says, is told apart."""
    if result.verdict is Verdict.NEEDS_PERSON and result.falls_short:
        return SHORT_AND_OPEN
    return SHORT[result.verdict]


def _criteria(book: Workbook, numbers: Figures) -> None:
    sheet = new_sheet(book, "Criteria")
    columns = (
        Column("ID", 7, wrap=False),
        Column("Section", 24),
        Column("Question", 46),
        Column("Tier", 16),
        Column("Plans that meet it", 11, centre=True),
        Column("Plans short of it", 10, centre=True),
        Column("Wait for a person", 9, centre=True),
        Column("N/A", 7, centre=True),
        Column("Share that meet it", 9, number=SHARE),
        *ENDS,
        Column("Items that meet it, of those judged", 14, centre=True),
        Column("Items that wait", 9, centre=True),
    )
    line = (
        "A share is of the plans that meet it or are short of it, with its Wilson interval. None below 10 of these, nor"
        " where more than one plan in ten waits: what rules can settle is no random part of the sample."
    )
    row = title_rows(sheet, "Criterion by criterion", [line])
    table(sheet, row, columns, [_criterion_row(one) for one in numbers.criteria], freeze_columns=1)


def _criterion_row(one: CriterionFigures) -> list[Value]:
    rate = one.rate
    low, high = rate.interval or (None, None)
    return [
        one.criterion.id,
        section_title(one.criterion.section),
        one.criterion.question,
        TIER_WORDS[one.criterion.tier],
        rate.k,
        one.short,
        one.waits,
        one.counts[Verdict.NOT_APPLICABLE],
        rate.share,
        low,
        high,
        one.items,
        one.open_items if one.items else None,
    ]


def _training(book: Workbook, run: Run, numbers: Figures) -> None:
    sheet = new_sheet(book, "Training needs")
    named = teams(run.scorecards)
    columns = [
        Column("ID or words", 16),
        Column("What it is", 46),
        Column("Tier", 16),
        Column("Plans short", 11, centre=True),
        Column("Of plans it applies to", 10, centre=True),
        Column("Wait for a person", 9, centre=True),
        Column("Items short, or times", 10, centre=True),
        *(Column(f"Team {team}", 12, centre=True) for team in named),
        Column("What good looks like", 46),
        Column("Who acts", 16),
        Column("One cause of several", 34),
    ]
    short = short_by_team(run.core, named)
    rows: list[list[Value]] = []
    for one in priorities(numbers.criteria):
        criterion = one.criterion
        tier = shortfall_words(TIER_WORDS, one.short_tier, criterion.tier)
        head: list[Value] = [
            criterion.id,
            criterion.question,
            tier,
            one.short,
            one.applies,
            one.waits,
            one.asked_items - one.met_items if one.items else None,
        ]
        teams_short: list[Value] = [*short(criterion.id)]
        rows.append([*head, *teams_short, criterion.guidance.good, ACTS.get(one.act, one.act), one.causes.words])
    blank: list[Value] = [""] * len(named)
    for phrase in numbers.phrases[:50]:
        rows.append(
            [f"“{phrase.text}”", "vague words", "", phrase.plans, numbers.read, None, phrase.times, *blank, "", "", ""]
        )
    lines = [
        "Criteria that plans fall short of, the law first, then by the number of plans; then the vague words; teams as"
        " the caseload says. What one missing or blank section causes stands with the first criterion that it leaves"
        " unmet."
    ]
    table(sheet, title_rows(sheet, "Training needs", lines), columns, rows, freeze_columns=1)


def _unread(book: Workbook, run: Run) -> None:
    sheet = new_sheet(book, "Unread")
    columns = (Column("Reference", 12), Column("What", 34), Column("Why, and what to do", 90))
    rows: list[list[Value]] = [
        [one.reference, f"Not read: {UNREADABLE.get(one.kind, one.kind)}", one.reason] for one in run.unreadable
    ]
    for card in run.scorecards:
        rows += [[card.reference, f"Left out: {one.place}", one.reason] for one in card.plan.unread]
        rows += [[card.reference, "Warning", warning] for warning in card.plan.warnings]
    line = "What was not read was not graded. references.csv says which file each reference is."
    if not rows:
        line = "Every file was read, and read whole."
    table(sheet, title_rows(sheet, "What could not be read", [line]), columns, rows, long=True)


def _method(book: Workbook, run: Run, rubric: Rubric, numbers: Figures) -> None:
    sheet = new_sheet(book, "Method")
    columns = (Column("What", 26), Column("How", 96))
    rows: list[list[Value]] = [[name, text] for name, text in method_rows(run, rubric, numbers)]
    must = "" if numbers.must_met is None else f" (here {numbers.must_words} on average)"
    rows.append(
        ["Must criteria met", f"A figure of its own{must}: never part of the score, never printed as the score."]
    )
    table(sheet, title_rows(sheet, "How these figures were made", []), columns, rows, size=11, filters=False)
