"""The figures as judged, beside those of the checks: two results, each by its name and with its own number of plans.

By these checks: every plan read, over what the rules settled. As judged: the plans in which nothing waits any more,
with people's grades where they stand. The two are never averaged, and neither replaces the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ehcp_audit.judgements import Kept, standing
from ehcp_audit.model import Scorecard
from ehcp_audit.reports.figures import Figures, figures
from ehcp_audit.styling import count, join_words, long_date, percent

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


@dataclass(frozen=True, slots=True)
class Judged:
    """What a report says of a run that people have judged."""

    rows: tuple[tuple[str, str, str], ...]  # figure, by these checks, as judged
    criteria: tuple[tuple[str, str, str, str], ...]  # id, question, by these checks, as judged
    whose: str  # whose grades the figures as judged hold
    actions: tuple[tuple[str, str, str, str, str], ...]  # plan, action, owner, due, status
    people: Figures  # as judged: of the plans judged in full


def judged(run: Run, rubric: Rubric, kept: Kept) -> Judged | None:
    """The figures as judged beside those of the checks; None while nobody has judged anything."""
    if not kept.judgements and not kept.actions:
        return None
    stands = standing(run.core, kept.judgements, rubric)
    checks = figures(run, rubric)
    people = figures(replace(run, scorecards=stands.complete, unreadable=()), rubric)
    return Judged(
        rows=tuple(_rows(checks, people, stands.complete)),
        criteria=_criteria(checks, figures(replace(run, scorecards=(*stands.complete, *stands.incomplete)), rubric)),
        whose=_whose(stands.consensus, stands.first, stands.rules, len(stands.complete), len(stands.incomplete)),
        actions=tuple(
            (one.plan, one.action, one.owner, long_date(one.due) if one.due else "", one.status(run.as_of))
            for one in kept.actions
        ),
        people=people,
    )


def _rows(checks: Figures, people: Figures, complete: Sequence[Scorecard]) -> list[tuple[str, str, str]]:
    rows = [
        ("Plans counted", f"{count(checks.read, 'plan')} read", f"{count(people.read, 'plan')} judged in full"),
        ("Mean plan score", checks.mean_words, people.mean_words),
        ("Lowest and highest", _range(checks), _range(people)),
    ]
    if checks.bar is not None:
        rows.append((f"Plans at or above {percent(checks.bar)}", checks.bar_words, people.bar_words))
    rows.append(("Meet every must criterion", checks.gate_words, people.gate_words))
    rows.append(("Must criteria met, mean over plans", checks.must_words, people.must_words))
    bands = [card.score.band for card in complete if card.score.band]
    if bands:
        named = [
            f"{bands.count(band)} {band}" for band in dict.fromkeys(sorted(bands, key=lambda one: -bands.count(one)))
        ]
        rows.append(("Bands (this rubric's own, no inspection grades)", "none until judged in full", join_words(named)))
    return rows


def _range(numbers: Figures) -> str:
    if numbers.lowest is None:
        return "none yet"
    part = ", of what was judged" if numbers.open else ""
    return f"{percent(numbers.lowest)} and {percent(numbers.highest)}{part}"


def _criteria(checks: Figures, people: Figures) -> tuple[tuple[str, str, str, str], ...]:
    by_id = {one.criterion.id: one for one in people.criteria}
    return tuple(
        (
            one.criterion.id,
            one.criterion.question,
            one.rate.counts_waiting,
            other.rate.counts_waiting,
        )
        for one in checks.criteria
        if (other := by_id.get(one.criterion.id)) is not None and (one.rate.n or other.rate.n)
    )


def _whose(consensus: int, first: int, rules: int, complete: int, incomplete: int) -> str:
    """Whose grades stand in the figures as judged."""
    waits = f" {count(incomplete, 'plan')} not yet judged in full: in no figure as judged." if incomplete else ""
    return (
        f"Grades that stand: {consensus:,} agreed (consensus), {first:,} of first audits, {rules:,} the rules' own, in"
        f" {count(complete + incomplete, 'plan')}.{waits}"
    )
