"""Groups side by side, or quarter after quarter, as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ehcp_audit.comparison.comparing import Comparison, held_by
from ehcp_audit.comparison.groups import Count, Group
from ehcp_audit.comparison.trend import Trend
from ehcp_audit.reports.comparison import (
    HEADLINES,
    basis_words,
    criteria_asked,
    criteria_rows,
    pairs_to_tell,
    share_words,
    too_small,
)
from ehcp_audit.sheets import SHARE, Column, new_sheet, page_setup, table, title_rows
from ehcp_audit.styling import join_words
from ehcp_audit.workbooks import Value, new_workbook, workbook_bytes

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

ENDS = (Column("Low", 8, number=SHARE), Column("High", 8, number=SHARE))


def comparison_workbook(found: Comparison, rubrics: Sequence[Rubric]) -> bytes:
    """comparison.xlsx: the groups, the differences with what may be said of them, every criterion, the notes."""
    book = new_workbook("Comparison")
    _groups(book, found.groups, judged=found.judged)
    _differences(book, found)
    if found.funnel:
        _funnel(book, found)
    _criteria(book, found.groups, rubrics)
    _notes(book, found.notes)
    return _bytes(book, "Comparison")


def trend_workbook(found: Trend, rubrics: Sequence[Rubric]) -> bytes:
    """trend.xlsx: the audits in the order of their dates."""
    book = new_workbook("Trend")
    _groups(book, found.groups, judged=found.judged, changed=found.changed)
    _criteria(book, found.groups, rubrics)
    pooled = [] if found.pooled is None else [f"The last four together: plans at the bar {share_words(found.pooled)}."]
    _notes(book, [*pooled, *found.notes])
    return _bytes(book, "Trend")


def _bytes(book: Any, name: str) -> bytes:
    for sheet in book.worksheets:
        page_setup(sheet, name)
    return workbook_bytes(book)


def _groups(book: Any, groups: Sequence[Group], *, judged: bool, changed: frozenset[str] = frozenset()) -> None:
    sheet = new_sheet(book, "Figures")
    columns = [
        Column("Group", 22),
        Column("Date", 12, number="yyyy-mm-dd"),
        Column("Plans", 7, centre=True),
        *_three("Mean plan score"),
        Column("Lowest plan", 9, number=SHARE),
        Column("Highest plan", 9, number=SHARE),
        *_four("Plans at the bar"),
        *_four("Every must criterion"),
        Column("Rubric", 22),
    ]
    rows: list[list[Value]] = []
    for one in groups:
        low, high = one.mean.interval or (None, None)
        scores = one.mean.scores
        mean: list[Value] = [one.mean.value, low, high, min(scores, default=None), max(scores, default=None)]
        rubric = f"{one.rubric}{' (changed)' if one.name in changed else ''}"
        rows.append([one.name, one.as_of, one.plans, *mean, *_cells(one.bar), *_cells(one.gate), rubric])
    lines = [f"{basis_words(judged=judged)}. Low and high are the ends of the 95% interval; none below ten plans."]
    if any(one.gate.many_open for one in groups):
        lines.append("Open: of more than one plan in ten it is not known before a person has judged: no share.")
    head = title_rows(sheet, "The figures", lines)
    table(sheet, head, columns, rows, freeze_columns=1, filters=False)


def _three(name: str) -> list[Column]:
    return [Column(name, 10, number=SHARE), *ENDS]


def _four(name: str) -> list[Column]:
    return [
        Column(f"{name}: met", 10, centre=True),
        Column("of", 6, centre=True),
        Column("Share", 8, number=SHARE),
        *ENDS,
    ]


def _cells(one: Count | None) -> list[Value]:
    if one is None:
        return ["", "", None, None, None]
    low, high = one.interval or (None, None)
    if one.many_open:
        return ["open", one.n, None, None, None]
    return [one.k, one.known, one.k / one.known if low is not None else None, low, high]


def _differences(book: Any, found: Comparison) -> None:
    sheet = new_sheet(book, "Differences")
    columns = (
        Column("Figure", 34),
        Column("Group", 28),
        Column("Less", 28),
        Column("Difference", 11, number=SHARE),
        Column("Low", 9, number=SHARE),
        Column("High", 9, number=SHARE),
        Column("What may be said", 34),
    )
    rows: list[list[Value]] = [
        [HEADLINES.get(one.figure, one.figure), one.second, one.first, one.estimate, one.low, one.high, one.says]
        for first, second in pairs_to_tell(found)
        for one in found.differences
        if (one.first, one.second) == (first, second)
    ]
    lines = ["A word such as improved stands only where the 95% interval leaves nought out."]
    if small := too_small(found):
        lines.append(f"Too few plans to tell apart from any other: {join_words(small)}.")
    table(sheet, title_rows(sheet, "One less the other", lines), columns, rows, freeze_columns=1)


def _funnel(book: Any, found: Comparison) -> None:
    sheet = new_sheet(book, "Against all")
    columns = (
        Column("Group", 24),
        Column(HEADLINES[held_by(found.groups)], 14, centre=True),
        Column("Plans", 9, centre=True),
        Column("Against all together", 46),
    )
    rows: list[list[Value]] = [
        [one.group, one.k, one.n, one.says or "within what chance allows"] for one in found.funnel
    ]
    lines = [f"All together reach {100 * found.funnel[0].target:.0f}%. By exact tails, from ten plans on. No rank."]
    table(sheet, title_rows(sheet, "Each group against all together", lines), columns, rows, filters=False)


def _criteria(book: Any, groups: Sequence[Group], rubrics: Sequence[Rubric]) -> None:
    sheet = new_sheet(book, "Criteria")
    columns = [Column("ID", 8, wrap=False), Column("Question", 50), Column("Tier", 18)]
    columns += [Column(group.name, 24) for group in groups]
    rows: list[list[Value]] = [
        [id, question, tier, *cells] for id, question, tier, cells in criteria_rows(groups, criteria_asked(rubrics))
    ]
    lines = ["Plans that meet each criterion, of those in which it was judged."]
    table(sheet, title_rows(sheet, "Criterion by criterion", lines), columns, rows, freeze_columns=1)


def _notes(book: Any, notes: Sequence[str]) -> None:
    sheet = new_sheet(book, "Notes")
    rows: list[list[Value]] = [[note] for note in notes]
    table(sheet, title_rows(sheet, "What to bear in mind", []), [Column("Note", 110)], rows, filters=False)
