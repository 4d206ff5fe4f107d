"""One figure of agreement, whichever it is: its value or the reason why there is none, of how many units, how sure."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ehcp_audit.moderation.ratings import GAP, Ratings, Scale
from ehcp_audit.moderation.resampling import Interval, percentile_interval

NO_ORDER = "The grades are words, which have no order of their own; say it with --scale, from low to high."
NOT_NUMBERS = "The grades are words; this needs numbers, or an order given with --scale."
ONE_GRADE = "Every rating is the same grade: agreement by chance is certain too, and the figure is 0/0."
NO_PAIRS = "No unit has two ratings."
NO_SPREAD = "All the scores are the same, so there is nothing to compare: the figure is 0/0."

SKEWED = 0.7
"""The share of one grade above which kappa and alpha mislead."""

Array = Any  # a numpy array; numpy is loaded when it is first needed


@dataclass(frozen=True, slots=True)
class Statistic:
    """One figure of agreement: its value or the reason why there is none, of how many units, how sure."""

    name: str
    params: dict[str, str]
    value: float | None
    n_units: int
    n_used: int
    interval: Interval | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    def json(self) -> dict[str, Any]:
        """The entry of an ehcp-audit/agreement/1 document."""
        ci = self.interval
        bounds = {"low": ci.low, "high": ci.high, "method": ci.method, "level": ci.level} if ci else None
        if bounds is not None and ci is not None and ci.reps is not None:
            bounds |= {"reps": ci.reps, "seed": ci.seed}
        return {
            "statistic": self.name,
            "params": self.params,
            "value": self.value,
            "n_units": self.n_units,
            "n_used": self.n_used,
            "dropped": self.n_units - self.n_used,
            "ci": bounds,
            "reason": self.reason,
            "warnings": list(self.warnings),
            **self.more,
        }


@dataclass(frozen=True, slots=True)
class Sums:
    """The ratings as arrays."""

    ratings: Ratings
    table: Array
    tally: Array

    @property
    def scale(self) -> Scale:
        return self.ratings.scale

    @property
    def pairs(self) -> Array:
        """Which units have two ratings or more."""
        return self.tally.sum(axis=1) >= 2

    @property
    def whole(self) -> Array:
        """Which units every rater graded."""
        return (self.table != GAP).all(axis=1)

    def complete(self) -> Array:
        """The units that every rater graded."""
        return self.table[self.whole]

    def clusters(self, which: Array) -> Array:
        """The number of what each of these units belongs to; None where units stand for themselves."""
        import numpy

        if not self.ratings.clusters:
            return None
        return numpy.unique(numpy.array(self.ratings.clusters)[which], return_inverse=True)[1]


def none(sums: Sums, name: str, params: dict[str, str], used: int, reason: str) -> Statistic:
    """A figure that does not exist, and why."""
    return Statistic(name, params, None, len(sums.ratings.units), used, reason=reason)


def figure_over(
    sums: Sums,
    name: str,
    params: dict[str, str],
    used: int,
    figure: Callable[[Array], Array],
    which: Array,
    *,
    width: int = 1,
    undefined: str = ONE_GRADE,
) -> Statistic:
    """A figure with its interval by resampling the units that it counts (or the plans that they belong to)."""
    import numpy

    units = int(which.sum())
    value = float(figure(numpy.ones((1, units)))[0])
    if math.isnan(value):
        return none(sums, name, params, used, undefined)
    ci = percentile_interval(figure, units, width, sums.clusters(which))
    notes = []
    if ci is None:
        notes.append("There is no interval: the figure does not exist in most resamples of so few units.")
    elif ci.undefined:
        notes.append(
            f"The figure does not exist in {ci.undefined} of {ci.reps} resamples; the interval is the others'."
        )
    elif ci.low == ci.high:
        notes.append("Every resample gives this figure: so narrow an interval says nothing of other plans.")
    return Statistic(name, params, value, len(sums.ratings.units), used, ci, warnings=tuple(notes))


def rated_twice(ratings: Ratings) -> int:
    """How many plans (units, where these stand for themselves) have two ratings or more."""
    twice = [sum(place != GAP for place in row) > 1 for row in ratings.table]
    names = ratings.clusters or ratings.units
    return len({name for name, held in zip(names, twice, strict=True) if held})


def skew(ratings: Ratings) -> str:
    """The sentence on the kappa paradox, where one grade holds so many ratings that it matters; else ""."""
    given = [place for row in ratings.table for place in row if place != GAP]
    if not given:
        return ""
    top = max(set(given), key=lambda place: (given.count(place), -place))
    share = given.count(top) / len(given)
    if share <= SKEWED:
        return ""
    return (
        f"{100 * share:.0f}% of the ratings are one grade ({ratings.scale.grades[top]}): kappa and alpha may be low"
        " although raters agree; read the percentage, and AC1 or AC2, beside them."
    )
