"""Groups side by side, or quarter after quarter, as a page and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ehcp_audit.bounds import framed
from ehcp_audit.comparison.comparing import BAR, GATE, INNER, MEAN, OUTER, Comparison, Difference, held_by
from ehcp_audit.comparison.groups import Count, Group, Mean
from ehcp_audit.comparison.trend import Trend
from ehcp_audit.intervals import COUNTS_ONLY, chance_limits
from ehcp_audit.reports.pictures import Dot, Limits, View, dots, funnel, run_chart
from ehcp_audit.styling import TIER_WORDS, between, count, join_words, long_date, percent

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

HEADLINES = {MEAN: "Mean plan score", BAR: "Plans at the bar", GATE: "Plans that meet every must criterion"}

Asked = dict[str, "Criterion"]


# --- words -------------------------------------------------------------------------------------------------------


def share_words(one: Count | None) -> str:
    """ "31 of 36, 86% (71 to 94%)", or the counts alone; "22 short, 1 meets, 9 wait" while many wait."""
    if one is None:
        return "no bar"
    waits = f"{one.open} {'waits' if one.open == 1 else 'wait'}"
    if one.many_open:
        return f"{one.known - one.k} short, {one.k} {'meets' if one.k == 1 else 'meet'}, {waits}"
    bounds = one.interval
    counts = f"{one.k} of {one.known}" + (f" ({waits})" if one.open else "")
    return counts if bounds is None else f"{counts}, {100 * one.k / one.known:.0f}% ({between(*bounds)})"


def mean_words(mean: Mean) -> str:
    """ "79.4% (78.0 to 80.8%)", or the mean alone; its bounds first where much waits for a person."""
    if mean.value is None:
        return "none"
    if mean.bounds is not None and mean.bounds.wide:
        return framed(mean.value, mean.bounds)
    bounds = mean.interval
    value = percent(mean.value)
    return value if bounds is None else f"{value} ({between(*bounds, places=1)})"


def difference_words(one: Difference) -> str:
    """ "+16.7 points (-2.7 to +34.7): cannot be told apart on this sample"."""
    if one.estimate is None:
        return one.says
    points = f"{100 * one.estimate:+.1f} points"
    if one.low is None or one.high is None:
        return f"{points}; {one.says}"
    return f"{points} ({100 * one.low:+.1f} to {100 * one.high:+.1f}): {one.says}"


def basis_words(*, judged: bool) -> str:
    """Whose verdicts these are."""
    return "As judged, of plans judged in full" if judged else "By these checks, of what they could judge"


def range_words(mean: Mean) -> str:
    """The lowest and the highest plan."""
    return f"{100 * float(min(mean.scores)):.0f} to {100 * float(max(mean.scores)):.0f}%" if mean.scores else ""


def pairs_to_tell(found: Comparison) -> list[tuple[str, str]]:
    """The pairs of groups of which an interval says anything, first and second."""
    return list(dict.fromkeys((one.first, one.second) for one in found.differences if one.low is not None))


def too_small(found: Comparison) -> list[str]:
    """The groups of fewer than ten plans, of which nothing can be told."""
    return [one.name for one in found.groups if one.plans < COUNTS_ONLY]


def told(found: Comparison) -> list[Difference]:
    """The differences of single criteria that the intervals tell apart."""
    return [one for one in found.differences if one.figure not in HEADLINES and one.low is not None and _apart(one)]


def _apart(one: Difference) -> bool:
    return (one.low or 0) > 0 or (one.high or 0) < 0


def criteria_asked(rubrics: Sequence[Rubric]) -> Asked:
    """Every criterion of these rubrics, by id, as the last of them asks it."""
    return {one.id: one for rubric in rubrics for one in rubric.criteria}


def criteria_rows(groups: Sequence[Group], asked: Asked) -> list[tuple[str, str, str, list[str]]]:
    """Id, question, tier, and what each group comes to; criteria in the rubric's order."""
    there = dict.fromkeys(id for id in asked if any(id in group.criteria for group in groups))
    there |= dict.fromkeys(id for group in groups for id in group.criteria if id not in asked)
    rows = []
    for id in there:
        cells = [share_words(group.criteria[id]) if id in group.criteria else "" for group in groups]
        question, tier = (asked[id].question, TIER_WORDS[asked[id].tier]) if id in asked else ("", "")
        rows.append((id, question, tier, cells))
    return rows


# --- pages -------------------------------------------------------------------------------------------------------


def comparison_html(found: Comparison, rubrics: Sequence[Rubric]) -> str:
    """comparison.html: one self-contained page with its dots, and the funnel of teams or phases."""
    from ehcp_audit.reports.html import render

    return render(
        "comparison.html.j2",
        {
            "title": f"{count(len(found.groups), _kind(found.by))} side by side",
            **_groups_view(found, rubrics),
            "plots": _plots(found.groups),
            "dated": any(one.as_of is not None for one in found.groups),
            "differences": [
                (one.second, one.first, HEADLINES[one.figure], difference_words(one))
                for first, second in pairs_to_tell(found)
                for one in found.differences
                if one.figure in HEADLINES and (one.first, one.second) == (first, second)
            ],
            "small": join_words(too_small(found)),
            "told": [_told_view(one, criteria_asked(rubrics)) for one in told(found)],
            "held_by": HEADLINES[held_by(found.groups)],
            "funnel": _funnel(found),
            "flags": [
                (one.group, f"{one.k} of {one.n}", one.says or "within what chance allows") for one in found.funnel
            ],
        },
    )


def trend_html(found: Trend, rubrics: Sequence[Rubric]) -> str:
    """trend.html: the quarters as run charts, each with the table that says the same."""
    from ehcp_audit.reports.html import render

    return render(
        "trend.html.j2",
        {
            "title": f"{count(len(found.groups), 'audit')} in the order of their dates",
            **_groups_view(found, rubrics, found.changed),
            "plots": _charts(found),
            "pooled": share_words(found.pooled) if found.pooled is not None else "",
        },
    )


def _groups_view(found: Comparison | Trend, rubrics: Sequence[Rubric], changed: frozenset[str] = frozenset()) -> View:
    """What both pages say of their groups."""
    return {
        "under": ", ".join(dict.fromkeys(rubric.title for rubric in rubrics)),
        "basis": basis_words(judged=found.judged),
        "groups": [_group_view(one, changed) for one in found.groups],
        "names": [one.name for one in found.groups],
        "criteria": criteria_rows(found.groups, criteria_asked(rubrics)),
        "notes": found.notes,
    }


def _kind(by: str) -> str:
    return {"run": "audit"}.get(by, by)


def _group_view(one: Group, changed: frozenset[str] = frozenset()) -> View:
    return {
        "name": one.name,
        "day": long_date(one.as_of) if one.as_of is not None else "",
        "plans": one.plans,
        "mean": mean_words(one.mean),
        "range": range_words(one.mean),
        "bar": share_words(one.bar),
        "gate": share_words(one.gate),
        "rubric": f"{one.rubric}{' (changed)' if one.name in changed else ''}",
    }


def _told_view(one: Difference, asked: Asked) -> tuple[str, str, str, str, str]:
    question = asked[one.figure].question if one.figure in asked else ""
    return one.figure, question, one.second, one.first, difference_words(one)


def _of_mean(group: Group, mark: str = "") -> Dot:
    low, high = group.mean.interval or (None, None)
    shown = float(group.mean.value) if group.mean.value is not None and low is not None else None
    words = mean_words(group.mean) if shown is not None else f"{count(group.plans, 'plan')}: too few"
    return Dot(group.name, shown, low, high, words, mark)


def _of_count(name: str, one: Count | None, mark: str = "") -> Dot:
    low, high = (one.interval if one is not None else None) or (None, None)
    shown = one.k / one.known if one is not None and low is not None else None
    words = share_words(one)
    if one is not None and shown is None and not one.many_open:
        words += ": too few for a share"
    return Dot(name, shown, low, high, words, mark)


def _headline_dots(groups: Sequence[Group], marks: dict[str, str]) -> list[tuple[str, list[Dot]]]:
    means = [_of_mean(one, marks.get(one.name, "")) for one in groups]
    found = [(HEADLINES[MEAN], means)]
    if any(one.bar is not None for one in groups):
        found.append((HEADLINES[BAR], [_of_count(one.name, one.bar, marks.get(one.name, "")) for one in groups]))
    found.append((HEADLINES[GATE], [_of_count(one.name, one.gate, marks.get(one.name, "")) for one in groups]))
    return found


def _plots(groups: Sequence[Group]) -> list[View]:
    return [dots(title, rows) for title, rows in _headline_dots(groups, {})]


def _charts(found: Trend) -> list[View]:
    marks = dict.fromkeys(found.changed, "the rubric changed")
    return [run_chart(title, rows) for title, rows in _headline_dots(found.groups, marks)]


def _funnel(found: Comparison) -> dict[str, Any] | None:
    """The funnel, where there are three groups or more of ten plans or more."""
    large = [one for one in found.funnel if one.n >= COUNTS_ONLY]
    if len(large) < 3:
        return None
    target = large[0].target
    last = max(one.n for one in large)
    limits = [_limits(n, target) for n in range(COUNTS_ONLY, last + max(3, last // 10))]
    points = [(one.group, one.k, one.n, one.says) for one in large]
    return funnel(f"{HEADLINES[held_by(found.groups)]} by number of plans", target, points, limits)


def _limits(n: int, target: float) -> Limits:
    def shares(tail: float) -> tuple[float, float]:
        fewest, most = chance_limits(n, target, tail)
        return max(0.0, (fewest - 0.5) / n), min(1.0, (most + 0.5) / n)

    return Limits(n, shares(INNER), shares(OUTER))
