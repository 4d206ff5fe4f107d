"""How a score is said while a part of it waits for a person: from where to where it can move comes first.

What rules could settle is often the plain half of a plan, and scores high. Where more than a tenth of the weight waits
for a person (the tenth of `intervals.many_open`, for plans), no output says that figure before the two ends between
which the score will lie once all is judged, nor without how much has been.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ehcp_audit.intervals import many_open
from ehcp_audit.model import Score
from ehcp_audit.styling import percent, tenths


class Bounds(NamedTuple):
    """A score if all that waits were not met, and if it were met; and how much of the weight has been judged."""

    low: Fraction
    high: Fraction
    judged: Fraction

    @property
    def wide(self) -> bool:
        """Whether so much waits that the score of the rest would mislead by itself: more than a tenth."""
        return many_open(self.judged.denominator - self.judged.numerator, self.judged.denominator)

    @property
    def ends(self) -> str:
        """ "52.5 to 98.7%": for a narrow place."""
        return f"{tenths(self.low)} to {percent(self.high)}"

    @property
    def words(self) -> str:
        """ "between 52.5% and 98.7%"."""
        return f"between {percent(self.low)} and {percent(self.high)}"


def bounds_of(score: Score) -> Bounds | None:
    """The bounds of a plan's score; None where no criterion of a section applies."""
    return None if score.bounds is None else Bounds(*score.bounds, score.coverage)


def mean_bounds(found: Sequence[Bounds]) -> Bounds | None:
    """Between what the mean score of some plans will lie; None of none."""
    if not found:
        return None
    low, high, judged = (sum(ends, Fraction(0)) / len(found) for ends in zip(*found, strict=True))
    return Bounds(low, high, judged)


def framed(score: Fraction | None, bounds: Bounds | None, none: str = "not scored", beside: str = "") -> str:
    """ "97.9%"; where much waits "between 52.5% and 98.7% (97.9% of the 53.3% judged)".

    No output prints 100.0% of a part: it would be taken for the whole. `beside`: what falls short outside the score.
    """
    if bounds is None or not bounds.wide:
        return percent(score, none)
    if score is None:
        return f"{bounds.words} (nothing judged yet)"
    if score == 1:
        return f"{bounds.words} (all of the {percent(bounds.judged)} judged is met{f'; {beside}' if beside else ''})"
    return f"{bounds.words} ({percent(score)} of the {percent(bounds.judged)} judged)"


def score_words(score: Score, beside: str = "") -> str:
    """A plan's score in one phrase, by the rule of this module."""
    return framed(score.total, bounds_of(score), beside=beside)
