"""A moderation round as a page and in words, for the terminal and the workbook too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.judgements import GRADES, NA
from ehcp_audit.model import Judgement
from ehcp_audit.moderation.agenda import apart, spoken
from ehcp_audit.moderation.entries import Statistic
from ehcp_audit.moderation.measuring import Agreement, Changes, Moderation
from ehcp_audit.moderation.scores import ScorePair
from ehcp_audit.reports.pictures import Dot, View, apart_plot, dots, stack
from ehcp_audit.styling import between, count, join_words

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

MATRIX_GRADES = (*GRADES, NA)

AGENDA_LIMIT = 60
"""So many points stand on the page; no meeting gets through more, and the workbook holds all."""

MOST, TOOL_LIMIT, PAIRS = 5, 20, 3

DISPUTES = ("the same", "one grade apart", "two apart", "does it apply?")
"""How the grades of a plan can lie, on one criterion."""

_STACK = ("met", "partly-met", "not-met", "needs-a-person")

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
    bounds = f" ({between(one.interval.low, one.interval.high)})" if one.interval else ""
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


def short_direction(one: Changes | None) -> str:
    """ "3 higher, 5 lower", with the word where chance alone would not do it."""
    if one is None or not one.changed:
        return ""
    return f"{one.up} higher, {one.down} lower{f' ({one.says})' if one.says.endswith('wards') else ''}"


def said(one: Judgement) -> str:
    """One person's grade and words."""
    words = spoken(one)
    return f"{one.grade or NA}{f': {words}' if words else ''}"


def headline(found: Moderation) -> list[tuple[str, str]]:
    """The figures of the whole round, name and words."""
    overall = found.overall
    raters = [rater for rater, _ in found.raters]
    rows = [
        ("Plans judged blind by two or more", str(overall.plans)),
        ("Raters", join_words(f"{rater} ({number:,} grades)" for rater, number in found.raters) or "none"),
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
    for who, plans, gap, limits, icc in score_rows(found.scores)[:PAIRS]:
        more = f"; limits {limits}; ICC(2,1) {icc}" if limits else ""
        rows.append((f"Plan scores, {who}", f"{gap}{more}; {plans} plans scored by both"))
    if most := most_disputed(found):
        rows.append(("Most in dispute", most))
    rows.append(("On the agenda", f"{count(len(found.agenda), 'disagreement')}; {found.settled} settled"))
    rows += [("Note", note) for note in overall.notes]
    return rows


def by_disagreement(criteria: Sequence[Agreement]) -> list[Agreement]:
    """The criteria with least exact agreement first."""
    return sorted(criteria, key=lambda one: (2.0 if one.exact.value is None else one.exact.value, one.name))


def disputed(found: Moderation) -> dict[str, tuple[int, ...]]:
    """How the grades of each criterion lie, plan by plan: so many of each of DISPUTES."""
    counts = {one.name: [0] * len(DISPUTES) for one in found.criteria}
    for unit in found.units:
        if len(unit.blind) > 1:
            gap, applies = apart(unit)
            counts[unit.criterion][3 if applies and not gap else min(gap, 2)] += 1
    return {id: tuple(held) for id, held in counts.items()}


def most_disputed(found: Moderation) -> str:
    """The criteria on which most plans are in dispute: "F09 (7 of 12 plans), E05 (6 of 12)"."""
    rows = [(sum(held[1:]), sum(held), id) for id, held in disputed(found).items()]
    rows = sorted((row for row in rows if row[0]), key=lambda row: (-row[0] / row[1], row[2]))[:MOST]
    return ", ".join(f"{id} ({k} of {count(n, 'plan')})" for k, n, id in rows)


def score_rows(pairs: Sequence[ScorePair]) -> list[tuple[str, str, str, str, str]]:
    """Who, plans scored by both, the mean difference in points, the limits of agreement, ICC(2,1)."""
    rows = []
    for one in pairs:
        who, plans = f"{one.first} less {one.second}", str(one.plans)
        if one.apart is None or one.apart.value is None:
            rows.append((who, plans, "too few plans for a figure", "", ""))
            continue
        ends = one.apart.interval
        bounds = f" ({ends.low:+.1f} to {ends.high:+.1f})" if ends else ""
        limits = one.apart.more["limits"]
        within = f"{limits['low']:+.1f} to {limits['high']:+.1f} (1.96 SD)"
        rows.append((who, plans, f"{one.apart.value:+.1f} points{bounds}", within, figure(one.icc)))
    return rows


# --- the page ------------------------------------------------------------------------------------------------


def moderation_html(found: Moderation, rubric: Rubric) -> str:
    """moderation.html: one self-contained page for the meeting."""
    from ehcp_audit.reports.html import render

    raters = [rater for rater, _ in found.raters]
    disputes = disputed(found)
    criteria = [_criterion_view(one, disputes[one.name], rubric) for one in by_disagreement(found.criteria)]
    points = [
        {
            "number": number,
            "plan": point.unit.label,
            "id": point.criterion.id,
            "question": point.criterion.question,
            "why": ", ".join(point.reasons),
            "tool": "" if point.unit.tool is None else str(point.unit.tool),
            "words": [(one.rater, one.round, one.grade or NA, spoken(one)) for one in point.words],
            "good": point.criterion.guidance.good,
        }
        for number, point in enumerate(found.agenda[:AGENDA_LIMIT], 1)
    ]
    return render(
        "moderation.html.j2",
        {
            "title": f"Moderation of {count(found.overall.plans, 'plan')}",
            "under": rubric.title,
            "runs": [one.name for one in found.sources],
            "headline": headline(found),
            "says": SAYS,
            "grades": MATRIX_GRADES,
            "matrix": found.overall.matrix,
            "biggest": biggest(found.overall, raters),
            "raters": raters,
            "criteria": criteria,
            "disputes": list(zip(_STACK, DISPUTES, strict=True)),
            "most": most_disputed(found),
            "points": points,
            "left": len(found.agenda) - len(points),
            "scores": score_rows(found.scores),
            "apart": [plot for one in found.scores[:PAIRS] if (plot := _apart_view(one)) is not None],
            "severity": found.severity,
            "severity_plot": _severity_view(found),
            "severity_note": found.severity_note,
            "tool": [
                (one, rubric.criterion(one.criterion).question)
                for one in found.tool
                if one.changes.changed or one.not_applicable
            ][:TOOL_LIMIT],
        },
    )


def _criterion_view(one: Agreement, held: Sequence[int], rubric: Rubric) -> View:
    return {
        "id": one.name,
        "question": rubric.criterion(one.name).question,
        "plans": one.plans,
        "parts": stack(list(zip(_STACK, held, strict=True))),
        "lie": "; ".join(f"{number} {words}" for number, words in zip(held, DISPUTES, strict=True) if number),
        "exact": counted(one.exact),
        "figure": figure(one.coefficient),
        "direction": short_direction(one.direction),
    }


def _apart_view(one: ScorePair) -> View | None:
    if one.apart is None or one.apart.value is None:
        return None
    limits = one.apart.more["limits"]
    title = f"Plan scores: {one.first} less {one.second}, in points of 100"
    return apart_plot(title, one.scores, one.apart.value, (limits["low"], limits["high"]))


def _severity_view(found: Moderation) -> View | None:
    if not found.severity:
        return None
    rows = []
    for one in found.severity:
        low, high = one.interval or (None, None)
        words = f"{one.mean:+.2f}" + (f" ({low:+.2f} to {high:+.2f})" if low is not None and high is not None else "")
        shown = one.mean if one.interval is not None else None
        rows.append(Dot(one.rater, shown, low, high, f"{words}, {count(one.n, 'plan')}"))
    far = max((abs(end) for row in rows for end in (row.low, row.high) if end is not None), default=0.0)
    most = 0.1 if far <= 0.1 else 0.2 if far <= 0.2 else 0.5 if far <= 0.5 else 1.0
    return dots("Harder (left) or softer (right) than the others, on 0 to 1", rows, ends=(-most, most), unit="")


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
