"""The scales that a rubric shows its score on. Judgements are stored; a scale is worked out from them and never stored.

The score is exact until it is printed, and no number is rounded up to a step that was not reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.model import Scorecard, Verdict

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


def scale_lines(scorecard: Scorecard, rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """What a plan comes to on each of the rubric's scales: the scale's title and its words."""
    lines = [(TITLES[name], on_scale(name, scorecard, rubric)) for name in rubric.scales]
    if rubric.non_negotiables:
        lines.append(("Non-negotiables", non_negotiables(scorecard, rubric)))
    return tuple(lines)


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
    if name == "0-10":
        return f"{_tenths(score.total * 10)} of 10{band}{waits}"
    if name == "1-5":
        return f"{fifth(score.total)} of 5{waits}"
    return f"{_tenths(score.total * 100)}%{band}{waits}"


def fifth(total: Fraction) -> int:
    """One to five in equal steps: 5 from four fifths of the marks, 1 below one fifth."""
    return min(5, int(total * 5) + 1)


def _tenths(value: Fraction) -> str:
    """A number to one decimal, half up."""
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return f"{tenths // 10}.{tenths % 10}"


def _counted(scorecard: Scorecard) -> str:
    counts = Counter(result.verdict for result in scorecard.criteria)
    named = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]]
    return ", ".join(named) or "nothing was asked"


def non_negotiables(scorecard: Scorecard, rubric: Rubric) -> str:
    """How many of the criteria that the rubric calls non-negotiable are met, and which are not."""
    verdicts = {result.id: result.verdict for result in scorecard.criteria if result.id in rubric.non_negotiables}
    asked = [id for id in rubric.non_negotiables if verdicts.get(id, Verdict.NOT_APPLICABLE) != "not applicable"]
    met = sum(verdicts[id] is Verdict.MET for id in asked)
    return "; ".join((f"{met} of {len(asked)} met", *_named(asked, verdicts)))


def _named(asked: list[str], verdicts: dict[str, Verdict]) -> Iterator[str]:
    for words, wanted in (
        ("not met", (Verdict.NOT_MET, Verdict.PARTLY_MET)),
        ("for a person", (Verdict.NEEDS_PERSON,)),
    ):
        listed = [id for id in asked if verdicts[id] in wanted]
        if listed:
            yield f"{words}: {', '.join(listed)}"
