"""Three sheets of summary.xlsx: charts that Excel draws itself, and one page of figures for a self-evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.intervals import COUNTS_ONLY
from ehcp_audit.reports.figures import Figures
from ehcp_audit.reports.priorities import priorities
from ehcp_audit.reports.rates import UNREVIEWED, Rate
from ehcp_audit.sheets import SHARE, Column, bars, new_sheet, table, title_rows
from ehcp_audit.styling import capital, long_date, percent, section_title
from ehcp_audit.workbooks import Value

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

CHARTS, SCORES, SELF_EVALUATION = "Charts", "Scores", "Self-evaluation"
BARS = 15
ENDS = (Column("95% low", 9, number=SHARE), Column("95% high", 9, number=SHARE))
STEPS = 20  # of five points each


def charts(book: Workbook, numbers: Figures) -> None:
    """What to work on first, as on the board's page: how many plans fall short, and how many wait. Table and chart."""
    sheet = new_sheet(book, CHARTS)
    columns = (
        Column("ID", 8, wrap=False),
        Column("Question", 44),
        Column("Plans short", 10, centre=True),
        Column("Wait for a person", 9, centre=True),
        Column("Of plans it applies to", 10, centre=True),
        Column("Share short", 9, number=SHARE),
        *ENDS,
    )
    rows: list[list[Value]] = []
    for one in priorities(numbers.criteria)[:BARS]:
        share, (low, high) = one.rate.share, one.rate.interval or (None, None)
        ends: list[Value] = [None] * 3
        if not one.waits and share is not None and low is not None and high is not None:
            ends = [1 - share, 1 - high, 1 - low]
        rows.append([one.criterion.id, one.criterion.question, one.short, one.waits, one.applies, *ends])
    line = (
        "In the order of the sheet Training needs. Dark: plans that fall short. Grey: plans of which it is not known"
        " before a person has judged; a share is given where there are none, and ten plans at least."
    )
    head = title_rows(sheet, "What to work on: plans that fall short", [line])
    table(sheet, head, columns, rows, filters=False)
    if rows:
        bars(
            sheet, f"J{head}", "Plans that fall short (dark), and that wait (grey)", (head, head + len(rows)), 1, (3, 4)
        )


def spread_of_scores(book: Workbook, run: Run) -> None:
    """How many plans score how much: a table, and a chart of it."""
    sheet = new_sheet(book, SCORES)
    rows = _spread(run)
    lines = [
        "By these checks, of what could be judged so far. At least and at most: if what waits were not met, or met.",
        "A high score does not make a plan lawful: one that misses a duty can stand at the top.",
    ]
    head = title_rows(sheet, "How the plans score", lines)
    columns = (
        Column("Scores", 24),
        Column("Plans so far", 10, centre=True),
        Column("Plans at least", 10, centre=True),
        Column("Plans at most", 10, centre=True),
    )
    table(sheet, head, columns, rows, filters=False)
    if rows:
        bars(sheet, f"F{head}", "How the plans score so far", (head, head + len(rows)), 1, (2,), upright=True)


def _spread(run: Run) -> list[list[Value]]:
    """How many plans score in each five points, so far, at least and at most; the last step holds 100%."""
    scores = [card.score for card in run.core if card.score.total is not None]
    ends = [one.bounds for one in scores if one.bounds is not None]
    kinds = [
        [one.total for one in scores if one.total is not None],
        [low for low, _ in ends],
        [high for _, high in ends],
    ]
    steps = [[min(int(total * STEPS), STEPS - 1) for total in totals] for totals in kinds]
    if not scores:
        return []
    return [
        [
            f"{5 * step} to {'100' if step == STEPS - 1 else f'under {5 * step + 5}'}%",
            *(found.count(step) for found in steps),
        ]
        for step in range(min(map(min, filter(None, steps))), STEPS)
    ]


def self_evaluation(book: Workbook, run: Run, rubric: Rubric, numbers: Figures) -> None:
    """The figures that a self-evaluation quotes, each with its numerator and its denominator, on one page."""
    sheet = new_sheet(book, SELF_EVALUATION)
    columns = (
        Column("Measure", 48),
        Column("Numerator", 11, centre=True),
        Column("Denominator", 12, centre=True),
        Column("Result", 10, number=SHARE),
        *ENDS,
        Column("Read it as", 46),
    )
    lines = [
        f"{rubric.title} ({rubric.id} {rubric.version}), law as at {long_date(run.rubric.law_as_at)}. Audited on "
        f"{long_date(run.as_of)}.",
        "By these checks. Below 10 plans no rate is given. No figure here is an inspection grade.",
    ]
    rows = [*_headline(run, numbers), *_by_item(numbers)]
    table(sheet, title_rows(sheet, "For self-evaluation", lines), columns, rows, filters=False)


def _headline(run: Run, numbers: Figures) -> Iterator[list[Value]]:
    yield [
        "Plans of the sample that could be read",
        numbers.read + numbers.parts,
        numbers.plans,
        Fraction(numbers.read + numbers.parts, numbers.plans or 1),
        None,
        None,
        f"{numbers.parts_words}." if numbers.parts else "",
    ]
    if numbers.bar is not None:
        at_bar = _row(f"Plans at or above {percent(numbers.bar)}", numbers.at_bar, "Of what could be judged so far.")
        if numbers.bar_open:
            at_bar[3:] = [None, None, None, f"{capital(numbers.bar_words)}."]
        yield at_bar
    passes = _row("Plans that meet every must criterion", numbers.gate, "The statutory gate, apart from the score.")
    if not numbers.gate_known and numbers.gate.share is not None:
        passes[3:] = [None, None, None, f"{capital(numbers.gate_words)}."]
    yield passes
    yield _row("Plans that seem to miss at least one duty", numbers.missed, UNREVIEWED)
    totals = [card.score.total for card in run.core if card.score.total is not None]
    if totals:
        ends = numbers.mean_interval or (None, None)
        summed = sum(totals, Fraction(0))
        says = "Numerator: the sum of the plans' scores, each 0 to 1."
        shown: list[Value] = [numbers.mean, *ends, says]
        if numbers.open:
            shown = [None, None, None, f"{capital(numbers.mean_words)}. {says}"]
        yield ["Mean plan score", round(float(summed), 4), len(totals), *shown]


def _row(name: str, rate: Rate, says: str) -> list[Value]:
    low, high = rate.interval or (None, None)
    few = "" if rate.share is not None else "Too few plans for a rate."
    return [name, rate.k, rate.n, rate.share, low, high, " ".join(part for part in (says, few) if part)]


def _by_item(numbers: Figures) -> Iterator[list[Value]]:
    """Outcomes and provision by element: of all that the plans hold, how many meet each criterion."""
    for one in numbers.criteria:
        if one.criterion.section in ("E", "F") and one.items:
            share = one.item_share if numbers.read >= COUNTS_ONLY else None
            name = f"{one.criterion.id} {one.criterion.question}"
            what = section_title(one.criterion.section).partition(": ")[2]
            says = f"{capital(what)}, counted one by one; no interval, since those of one plan are alike."
            says += f" {one.open_items:,} more wait for a person." if one.open_items else ""
            yield [name, one.met_items, one.asked_items, share, None, None, says]
