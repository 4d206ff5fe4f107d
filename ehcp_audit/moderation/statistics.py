"""How far do raters agree? Every statistic by one shape, one rule for gaps and one rule for what does not exist.

A figure that does not exist is None with the reason, never 0, 1 or NaN: where every rating is the same grade, kappa and
alpha are 0/0. Units with a single rating are dropped and counted. Intervals are over units; for a count of two raters'
agreements Wilson's, else a seeded percentile bootstrap.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ehcp_audit.intervals import deviation, mean_interval, wilson
from ehcp_audit.moderation import coefficients as by
from ehcp_audit.moderation.ratings import GAP, Ratings, Scale
from ehcp_audit.moderation.resampling import LEVEL, Interval, percentile_interval

NAMES = (
    "percent_agreement",
    "within_one",
    "cohen_kappa",
    "krippendorff_alpha",
    "fleiss_kappa",
    "gwet_ac1",
    "gwet_ac2",
    "icc",
    "bland_altman",
)
LEVELS = ("nominal", "ordinal", "interval")

SKEWED = 0.7
"""The share of one grade above which kappa and alpha mislead."""

COEFFICIENT_FROM, LABEL_FROM = 10, 30
"""Units rated twice from which a coefficient, and a word for it, say anything."""

LIMITS = 1.96
"""Standard deviations to the limits of agreement of Bland and Altman."""

NO_ORDER = "The grades are words, which have no order of their own; say it with --scale, from low to high."
NOT_NUMBERS = "The grades are words; this needs numbers, or an order given with --scale."
ONE_GRADE = "Every rating is the same grade: agreement by chance is certain too, and the figure is 0/0."
NO_PAIRS = "No unit has two ratings."
NO_SPREAD = "All the scores are the same, so there is nothing to compare: the figure is 0/0."

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


def statistics(ratings: Ratings, names: Sequence[str] = NAMES, level: str = "ordinal") -> tuple[Statistic, ...]:
    """The statistics of these names, in their order; `cohen_kappa`, `gwet_ac2` and `icc` once for each parameter."""
    import numpy

    table = numpy.array(ratings.table, dtype=int).reshape(len(ratings.units), len(ratings.raters))
    sums = _Sums(ratings, table, by.tallies(table, len(ratings.scale.grades)))
    found: list[Statistic] = []
    for name in names:
        found.extend(_MAKERS[name](sums, level))
    return tuple(replace(one, warnings=(*one.warnings, *_warnings(one, sums))) for one in found)


@dataclass(frozen=True, slots=True)
class _Sums:
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
    def grades_used(self) -> int:
        return int((self.tally.sum(axis=0) > 0).sum())

    def complete(self) -> Array:
        """The units that every rater graded."""
        return self.table[(self.table != GAP).all(axis=1)]


def _none(sums: _Sums, name: str, params: dict[str, str], used: int, reason: str) -> Statistic:
    return Statistic(name, params, None, len(sums.ratings.units), used, reason=reason)


def _figure(
    sums: _Sums,
    name: str,
    params: dict[str, str],
    used: int,
    figure: Callable[[Array], Array],
    units: int,
    *,
    width: int = 1,
    undefined: str = ONE_GRADE,
) -> Statistic:
    """A figure with its interval by resampling `units`."""
    import numpy

    value = float(figure(numpy.ones((1, units)))[0])
    if math.isnan(value):
        return _none(sums, name, params, used, undefined)
    ci = percentile_interval(figure, units, width)
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


# --- agreement as it is seen ---------------------------------------------------------------------------------


def _percent_agreement(sums: _Sums, level: str) -> list[Statistic]:
    import numpy

    return [_share(sums, "percent_agreement", numpy.eye(len(sums.scale.grades)))]


def _within_one(sums: _Sums, level: str) -> list[Statistic]:
    if sums.scale.step is None:
        return [_none(sums, "within_one", {}, int(sums.pairs.sum()), NO_ORDER)]
    return [_share(sums, "within_one", by.within(1, sums.scale.step))]


def _share(sums: _Sums, name: str, agree: Array) -> Statistic:
    """The share of pairs that agree: k of n with Wilson's interval where each unit is one pair."""
    used = int(sums.pairs.sum())
    if not used:
        return _none(sums, name, {}, 0, NO_PAIRS)
    tally = sums.tally[sums.pairs]
    if int(tally.sum(axis=1).max()) > 2:
        return _figure(sums, name, {}, used, lambda w: by.observed(w, tally, agree), used)
    k = round(float(by.pair_agreement(tally, agree).sum()))
    ci = Interval(*wilson(k, used), method="wilson", level=LEVEL)
    return Statistic(name, {}, k / used, len(sums.ratings.units), used, ci, more={"k": k, "n": used})


# --- corrected for chance ------------------------------------------------------------------------------------


def _cohen_kappa(sums: _Sums, level: str) -> list[Statistic]:
    return [_one_kappa(sums, kind) for kind in ("none", "linear", "quadratic")]


def _one_kappa(sums: _Sums, kind: str) -> Statistic:
    params = {"weights": kind}
    both = sums.complete()
    raters = len(sums.ratings.raters)
    if raters != 2:
        return _none(sums, "cohen_kappa", params, 0, f"This needs exactly two raters, and there are {raters}.")
    if not len(both):
        return _none(sums, "cohen_kappa", params, 0, NO_PAIRS)
    if sums.scale.positions is None and kind != "none":
        return _none(sums, "cohen_kappa", params, len(both), NO_ORDER)
    if len(sums.scale.grades) < 2:
        return _none(sums, "cohen_kappa", params, len(both), ONE_GRADE)
    agree = by.weights(kind, sums.scale.positions or _steps(sums))
    return _figure(
        sums,
        "cohen_kappa",
        params,
        len(both),
        lambda w: by.cohen_kappa(w, both[:, 0], both[:, 1], agree),
        len(both),
        width=len(agree) + len(agree) ** 2 // len(both),
    )


def _krippendorff_alpha(sums: _Sums, level: str) -> list[Statistic]:
    params = {"level": level}
    used = int(sums.pairs.sum())
    if not used:
        return [_none(sums, "krippendorff_alpha", params, 0, NO_PAIRS)]
    if level == "ordinal" and sums.scale.positions is None:
        return [_none(sums, "krippendorff_alpha", params, used, NO_ORDER)]
    if level == "interval" and sums.scale.values is None:
        return [_none(sums, "krippendorff_alpha", params, used, NOT_NUMBERS)]
    tally = sums.tally[sums.pairs]
    values, width = sums.scale.values, tally.shape[1] + tally.shape[1] ** 2 // used
    found = _figure(
        sums,
        "krippendorff_alpha",
        params,
        used,
        lambda w: by.krippendorff_alpha(w, tally, level, values),
        used,
        width=width,
    )
    return [_stepped(found, sums) if level == "interval" else found]


def _fleiss_kappa(sums: _Sums, level: str) -> list[Statistic]:
    return [_over_rated(sums, "fleiss_kappa", {}, lambda w, tally: by.fleiss_kappa(w, tally))]


def _gwet_ac1(sums: _Sums, level: str) -> list[Statistic]:
    agree = by.weights("none", _steps(sums))
    return [_over_rated(sums, "gwet_ac1", {}, lambda w, tally: by.gwet_ac(w, tally, agree))]


def _gwet_ac2(sums: _Sums, level: str) -> list[Statistic]:
    found = []
    for kind in ("linear", "quadratic", "ordinal"):
        if sums.scale.positions is None:
            found.append(_none(sums, "gwet_ac2", {"weights": kind}, int(sums.pairs.sum()), NO_ORDER))
        else:
            found.append(_one_ac2(sums, kind, sums.scale.positions))
    return found


def _one_ac2(sums: _Sums, kind: str, positions: tuple[float, ...]) -> Statistic:
    if len(positions) < 2:
        return _none(sums, "gwet_ac2", {"weights": kind}, int(sums.pairs.sum()), ONE_GRADE)
    agree = by.weights(kind, positions)
    return _over_rated(sums, "gwet_ac2", {"weights": kind}, lambda w, tally: by.gwet_ac(w, tally, agree))


def _over_rated(sums: _Sums, name: str, params: dict[str, str], figure: Callable[[Array, Array], Array]) -> Statistic:
    """A figure whose chance is counted over all units with a rating, by Gwet's rule for gaps."""
    used = int(sums.pairs.sum())
    if not used:
        return _none(sums, name, params, 0, NO_PAIRS)
    if len(sums.scale.grades) < 2:
        return _none(sums, name, params, used, ONE_GRADE)
    tally = sums.tally[sums.tally.sum(axis=1) > 0]
    return _figure(sums, name, params, used, lambda w: figure(w, tally), len(tally))


# --- scores ----------------------------------------------------------------------------------------------------


def _icc(sums: _Sums, level: str) -> list[Statistic]:
    return [_one_icc(sums, form) for form in ("2,1", "3,1")]


def _one_icc(sums: _Sums, form: str) -> Statistic:
    params = {"form": form}
    both = sums.complete()
    if len(sums.ratings.raters) < 2:
        return _none(sums, "icc", params, 0, NO_PAIRS)
    if sums.scale.values is None:
        return _none(sums, "icc", params, len(both), NOT_NUMBERS)
    if len(both) < 2:
        return _none(sums, "icc", params, len(both), "This needs two units or more that every rater scored.")
    scores = _scores(both, sums.scale.values)
    found = _figure(
        sums,
        "icc",
        params,
        len(both),
        lambda w: by.icc(w, scores, form),
        len(both),
        width=scores.shape[1],
        undefined=NO_SPREAD,
    )
    return _stepped(found, sums)


def _bland_altman(sums: _Sums, level: str) -> list[Statistic]:
    names = sums.ratings.raters
    if len(names) != 2:
        return [_none(sums, "bland_altman", {}, 0, f"This needs exactly two raters, and there are {len(names)}.")]
    params = {"difference": f"{names[0]} less {names[1]}"}
    both = sums.complete()
    if sums.scale.values is None:
        return [_none(sums, "bland_altman", params, len(both), NOT_NUMBERS)]
    if len(both) < 2:
        return [_none(sums, "bland_altman", params, len(both), "This needs two units or more that both raters scored.")]
    scores = _scores(both, sums.scale.values)
    apart = [float(one) for one in scores[:, 0] - scores[:, 1]]
    bias, spread = math.fsum(apart) / len(apart), deviation(apart)
    ci = Interval(*mean_interval(apart), method="t", level=LEVEL)
    limits = {"low": bias - LIMITS * spread, "high": bias + LIMITS * spread, "sd": spread, "multiplier": LIMITS}
    found = Statistic("bland_altman", params, bias, len(sums.ratings.units), len(both), ci, more={"limits": limits})
    return [_stepped(found, sums)]


def _scores(table: Array, values: tuple[float, ...]) -> Array:
    import numpy

    return numpy.array(values)[table]


def _stepped(one: Statistic, sums: _Sums) -> Statistic:
    """With the warning that words were taken for equal steps, where they were."""
    if not sums.scale.stepped or one.value is None:
        return one
    return replace(
        one, warnings=(*one.warnings, "The grades are words: they were counted as equal steps of the scale.")
    )


def _steps(sums: _Sums) -> tuple[float, ...]:
    return tuple(map(float, range(len(sums.scale.grades))))


# --- what must be said beside a figure ---------------------------------------------------------------------------


def _warnings(one: Statistic, sums: _Sums) -> list[str]:
    if one.value is None:
        return []
    said = []
    coefficient = one.name not in ("percent_agreement", "within_one", "bland_altman")
    if coefficient and one.n_used < COEFFICIENT_FROM:
        said.append(f"{one.n_used} units rated twice support no coefficient: report counts and cases.")
    elif coefficient and one.n_used < LABEL_FROM:
        said.append(f"{one.n_used} units rated twice: give the interval, and no word such as good or poor.")
    if one.name in ("cohen_kappa", "krippendorff_alpha", "fleiss_kappa") and (skewed := skew(sums.ratings)):
        said.append(skewed)
    return said


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


_MAKERS: dict[str, Callable[[_Sums, str], list[Statistic]]] = {
    "percent_agreement": _percent_agreement,
    "within_one": _within_one,
    "cohen_kappa": _cohen_kappa,
    "krippendorff_alpha": _krippendorff_alpha,
    "fleiss_kappa": _fleiss_kappa,
    "gwet_ac1": _gwet_ac1,
    "gwet_ac2": _gwet_ac2,
    "icc": _icc,
    "bland_altman": _bland_altman,
}
