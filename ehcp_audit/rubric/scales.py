"""The scales that a rubric shows its score on. Judgements are stored; a scale is worked out from them and never stored.

The score is exact until it is printed, and no number is rounded up to a step that was not reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.bounds import bounds_of
from ehcp_audit.model import GAPS, Scorecard, Verdict

if TYPE_CHECKING:
    from ehcp_audit.rubric.schema import Rubric

TITLES = {
    "percentage": "Percentage",
    "grades": "Grade",
    "0-10": "Out of ten",
    "1-5": "One to five",
    "met-partly-not": "Met, partly met, not met",
    "gate": "Gate",
}
"""What each scale is called."""

_NON_NEGOTIABLES = "Non-negotiables"


Value = float | int | str | dict[str, int] | None
"""What a plan comes to on a scale: a number, a grade, counts by verdict; None where nothing can be said yet."""


@dataclass(frozen=True, slots=True)
class OnScale:
    """What one plan comes to on one of the rubric's scales."""

    scale: str
    title: str
    value: Value
    words: str


def on_scales(scorecard: Scorecard, rubric: Rubric) -> tuple[OnScale, ...]:
    """What a plan comes to on each of the rubric's scales, its non-negotiables last."""
    shown = [
        OnScale(name, TITLES[name], _value(name, scorecard), on_scale(name, scorecard, rubric))
        for name in rubric.scales
    ]
    if rubric.non_negotiables:
        asked, verdicts = _asked(scorecard, rubric)
        counts = {"met": sum(verdicts[id] is Verdict.MET for id in asked), "asked": len(asked)}
        shown.append(OnScale("non-negotiables", _NON_NEGOTIABLES, counts, non_negotiables(scorecard, rubric)))
    return tuple(shown)


_EVERYWHERE = ("percentage", "grades")


def scales_of_its_own(scorecard: Scorecard, rubric: Rubric) -> tuple[OnScale, ...]:
    """The scales to show beside the percentage and the band, which every output has."""
    return tuple(one for one in on_scales(scorecard, rubric) if one.scale not in _EVERYWHERE)


def own_titles(rubric: Rubric) -> tuple[str, ...]:
    """What the scales beside the percentage and the band are called, in their order."""
    named = [TITLES[name] for name in rubric.scales if name not in _EVERYWHERE]
    return (*named, *((_NON_NEGOTIABLES,) if rubric.non_negotiables else ()))


def _value(name: str, scorecard: Scorecard) -> Value:
    score = scorecard.score
    if name == "met-partly-not":
        return {str(verdict): count for verdict, count in _counts(scorecard)}
    if name == "gate":
        must = score.must
        return "not passed" if must.met + must.open < must.applicable else "open" if must.open else "passed"
    if name == "grades":
        return score.band
    if score.total is None:
        return None
    if name == "1-5":
        return fifth(score.total)
    return float(_tenths(score.total * (10 if name == "0-10" else 100)))


def on_scale(name: str, scorecard: Scorecard, rubric: Rubric) -> str:
    """The words for one scale. Until a person has judged what waits, a figure is of what has been judged so far."""
    score = scorecard.score
    if name == "met-partly-not":
        return _counted(scorecard)
    if name == "gate":
        must = score.must
        failed = must.applicable - must.met - must.open
        if failed:
            return f"not passed: {failed} of {must.applicable} duties are not met in full"
        return f"open: {must.open} of {must.applicable} duties wait for a person" if must.open else "passed"
    if score.total is None:
        return "nothing has been judged yet"
    waits = f"; {score.open} to be judged by a person" if score.open else ""
    band = f" ({score.band})" if score.band else ""
    if name == "grades":
        return score.band or f"none yet{waits}"
    bounds = bounds_of(score)
    shown, unit = _figure(name, score.total)
    if bounds is not None and bounds.wide:
        low, high = _figure(name, bounds.low)[0], _figure(name, bounds.high)[0]
        return f"{low} to {high}{unit}; so far {shown}{waits}" if low != high else f"{low}{unit}{waits}"
    return f"{shown}{unit}{'' if name == '1-5' else band}{waits}"


def _figure(name: str, share: Fraction) -> tuple[str, str]:
    """A share on one scale, and of what: ("8.2", " of 10"), ("4", " of 5"), ("81.7", "%")."""
    if name == "0-10":
        return _tenths(share * 10), " of 10"
    return (str(fifth(share)), " of 5") if name == "1-5" else (_tenths(share * 100), "%")


def fifth(total: Fraction) -> int:
    """One to five in equal steps: 5 from four fifths of the marks, 1 below one fifth."""
    return min(5, int(total * 5) + 1)


def _tenths(value: Fraction) -> str:
    """A number to one decimal, half up."""
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"


def _counts(scorecard: Scorecard) -> Iterator[tuple[Verdict, int]]:
    """How many criteria came to each verdict, those that none came to left out."""
    counts = Counter(result.verdict for result in scorecard.criteria)
    yield from ((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])


def _counted(scorecard: Scorecard) -> str:
    return ", ".join(f"{count} {verdict}" for verdict, count in _counts(scorecard)) or "nothing was asked"


def non_negotiables(scorecard: Scorecard, rubric: Rubric) -> str:
    """How many of the criteria that the rubric calls non-negotiable are met, and which are not."""
    asked, verdicts = _asked(scorecard, rubric)
    met = sum(verdicts[id] is Verdict.MET for id in asked)
    return "; ".join((f"{met} of {len(asked)} met", *_named(asked, verdicts)))


def _asked(scorecard: Scorecard, rubric: Rubric) -> tuple[list[str], dict[str, Verdict]]:
    """The non-negotiables that apply to this plan, and their verdicts; what is certainly missed waits for nobody."""
    waits = Verdict.NEEDS_PERSON
    own = [result for result in scorecard.criteria if result.id in rubric.non_negotiables]
    verdicts = {one.id: Verdict.PARTLY_MET if one.verdict is waits and one.falls_short else one.verdict for one in own}
    asked = [id for id in rubric.non_negotiables if verdicts.get(id, Verdict.NOT_APPLICABLE) != "not applicable"]
    return asked, verdicts


def _named(asked: list[str], verdicts: dict[str, Verdict]) -> Iterator[str]:
    for words, wanted in (
        ("not met", GAPS),
        ("for a person", (Verdict.NEEDS_PERSON,)),
    ):
        listed = [id for id in asked if verdicts[id] in wanted]
        if listed:
            yield f"{words}: {', '.join(listed)}"
