"""What to talk about first: the disagreements, the widest at the head, with everybody's words side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.judgements import GRADES, NA
from ehcp_audit.model import Judgement, Tier
from ehcp_audit.moderation.pairing import Unit

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

PASS = GRADES[0]
"""The grade that passes: a criterion is met, or it is not yet."""

_PLACES = {grade: place for place, grade in enumerate(GRADES)}


@dataclass(frozen=True, slots=True)
class Point:
    """One disagreement, and why it is on the agenda."""

    unit: Unit
    criterion: Criterion
    gap: int  # grades apart
    applies: bool  # whether it applies at all is in dispute
    reasons: tuple[str, ...]

    @property
    def words(self) -> tuple[Judgement, ...]:
        """Everybody's judgement of it, blind first."""
        return (*self.unit.blind, *self.unit.sighted)


def agenda(units: Sequence[Unit], rubric: Rubric) -> tuple[Point, ...]:
    """The disagreements that nobody has settled yet, the widest first; then what the law asks, then by weight."""
    points = [point for unit in units if unit.consensus is None and (point := _point(unit, rubric)) is not None]
    return tuple(sorted(points, key=_order))


def apart(unit: Unit) -> tuple[int, bool]:
    """How many grades the blind grades of a unit are apart, and whether some say that it does not apply."""
    places = [_PLACES[grade] for grade in unit.grades if grade != NA]
    gap = max(places) - min(places) if len(places) > 1 else 0
    return gap, NA in unit.grades and bool(places)


def spoken(one: Judgement) -> str:
    """What somebody wrote beside a grade: the words, and the place in brackets."""
    words = list(dict.fromkeys(part.strip() for part in (one.reason, one.comment) if part.strip()))
    text = " ".join(part if part[-1] in ".!?" or part is words[-1] else f"{part};" for part in words)
    place = one.evidence.strip()
    return f"{text} ({place})" if text and place else text or place


def _point(unit: Unit, rubric: Rubric) -> Point | None:
    gap, applies = apart(unit)
    if not gap and not applies:
        return None
    criterion = rubric.criterion(unit.criterion)
    reasons = []
    if applies:
        reasons.append("does it apply?")
    if gap:
        reasons.append(f"{gap} grade{'' if gap == 1 else 's'} apart")
    if gap and PASS in unit.grades:
        reasons.append("across the pass line")
    if criterion.cap is not None:
        reasons.append("limits the band")
    if criterion.mandatory:
        reasons.append("asked by the law")
    return Point(unit, criterion, gap, applies, tuple(reasons))


def _order(point: Point) -> tuple[int, bool, bool, bool, Fraction, str, str]:
    tiers = list(Tier)
    return (
        -point.gap,
        not point.applies,
        PASS not in point.unit.grades,
        point.criterion.cap is None and tiers.index(point.criterion.tier) > 0,
        -point.criterion.weight,
        point.criterion.id,
        point.unit.label,
    )
