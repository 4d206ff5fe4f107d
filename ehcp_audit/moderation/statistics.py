"""How far do raters agree? Every statistic by one shape, one rule for gaps and one rule for what does not exist.

A figure that does not exist is None with the reason, never 0, 1 or NaN: where every rating is the same grade, kappa and
alpha are 0/0. Units with a single rating are dropped and counted. Intervals are over units; for a count of two raters'
agreements Wilson's, else a seeded percentile bootstrap.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ehcp_audit.intervals import deviation, mean_interval, wilson
from ehcp_audit.moderation import coefficients as by
from ehcp_audit.moderation.entries import (
    NO_ORDER,
    NO_PAIRS,
    NO_SPREAD,
    NOT_NUMBERS,
    ONE_GRADE,
    Statistic,
    Sums,
    figure_over,
    none,
    rated_twice,
    skew,
)
from ehcp_audit.moderation.ratings import Ratings
from ehcp_audit.moderation.resampling import LEVEL, Interval
from ehcp_audit.styling import count

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

COEFFICIENT_FROM, LABEL_FROM = 10, 30
"""Units rated twice from which a coefficient, and a word for it, say anything."""

LIMITS = 1.96
"""Standard deviations to the limits of agreement of Bland and Altman."""

Array = Any  # a numpy array; numpy is loaded when it is first needed


def statistics(ratings: Ratings, names: Sequence[str] = NAMES, level: str = "ordinal") -> tuple[Statistic, ...]:
    """The statistics of these names, in their order; `cohen_kappa`, `gwet_ac2` and `icc` once for each parameter."""
    import numpy

    table = numpy.array(ratings.table, dtype=int).reshape(len(ratings.units), len(ratings.raters))
    sums = Sums(ratings, table, by.tallies(table, len(ratings.scale.grades)))
    found: list[Statistic] = []
    for name in names:
        found.extend(_MAKERS[name](sums, level))
    return tuple(replace(one, warnings=(*one.warnings, *_warnings(one, sums))) for one in found)


# --- agreement as it is seen ---------------------------------------------------------------------------------


def _percent_agreement(sums: Sums, level: str) -> list[Statistic]:
    import numpy

    return [_share(sums, "percent_agreement", numpy.eye(len(sums.scale.grades)))]


def _within_one(sums: Sums, level: str) -> list[Statistic]:
    if sums.scale.step is None:
        return [none(sums, "within_one", {}, int(sums.pairs.sum()), NO_ORDER)]
    return [_share(sums, "within_one", by.within(1, sums.scale.step))]


def _share(sums: Sums, name: str, agree: Array) -> Statistic:
    """The share of pairs that agree: k of n with Wilson's interval where each unit is one pair."""
    used = int(sums.pairs.sum())
    if not used:
        return none(sums, name, {}, 0, NO_PAIRS)
    tally = sums.tally[sums.pairs]
    if int(tally.sum(axis=1).max()) > 2:
        return figure_over(sums, name, {}, used, lambda w: by.observed(w, tally, agree), sums.pairs)
    k = round(float(by.pair_agreement(tally, agree).sum()))
    if sums.ratings.clusters:
        found = figure_over(sums, name, {}, used, lambda w: by.observed(w, tally, agree), sums.pairs)
        return replace(found, more={"k": k, "n": used})
    ci = Interval(*wilson(k, used), method="wilson", level=LEVEL)
    return Statistic(name, {}, k / used, len(sums.ratings.units), used, ci, more={"k": k, "n": used})


# --- corrected for chance ------------------------------------------------------------------------------------


def _cohen_kappa(sums: Sums, level: str) -> list[Statistic]:
    return [_one_kappa(sums, kind) for kind in ("none", "linear", "quadratic")]


def _one_kappa(sums: Sums, kind: str) -> Statistic:
    params = {"weights": kind}
    both = sums.complete()
    raters = len(sums.ratings.raters)
    if raters != 2:
        return none(sums, "cohen_kappa", params, 0, f"This needs exactly two raters, and there are {raters}.")
    if not len(both):
        return none(sums, "cohen_kappa", params, 0, NO_PAIRS)
    if sums.scale.positions is None and kind != "none":
        return none(sums, "cohen_kappa", params, len(both), NO_ORDER)
    if len(sums.scale.grades) < 2:
        return none(sums, "cohen_kappa", params, len(both), ONE_GRADE)
    agree = by.weights(kind, sums.scale.positions or _steps(sums))
    return figure_over(
        sums,
        "cohen_kappa",
        params,
        len(both),
        lambda w: by.cohen_kappa(w, both[:, 0], both[:, 1], agree),
        sums.whole,
        width=len(agree) + len(agree) ** 2 // len(both),
    )


def _krippendorff_alpha(sums: Sums, level: str) -> list[Statistic]:
    params = {"level": level}
    used = int(sums.pairs.sum())
    if not used:
        return [none(sums, "krippendorff_alpha", params, 0, NO_PAIRS)]
    if level == "ordinal" and sums.scale.positions is None:
        return [none(sums, "krippendorff_alpha", params, used, NO_ORDER)]
    if level == "interval" and sums.scale.values is None:
        return [none(sums, "krippendorff_alpha", params, used, NOT_NUMBERS)]
    tally = sums.tally[sums.pairs]
    values, width = sums.scale.values, tally.shape[1] + tally.shape[1] ** 2 // used
    found = figure_over(
        sums,
        "krippendorff_alpha",
        params,
        used,
        lambda w: by.krippendorff_alpha(w, tally, level, values),
        sums.pairs,
        width=width,
    )
    return [_stepped(found, sums) if level == "interval" else found]


def _fleiss_kappa(sums: Sums, level: str) -> list[Statistic]:
    return [_over_rated(sums, "fleiss_kappa", {}, lambda w, tally: by.fleiss_kappa(w, tally))]


def _gwet_ac1(sums: Sums, level: str) -> list[Statistic]:
    agree = by.weights("none", _steps(sums))
    return [_over_rated(sums, "gwet_ac1", {}, lambda w, tally: by.gwet_ac(w, tally, agree))]


def _gwet_ac2(sums: Sums, level: str) -> list[Statistic]:
    found = []
    for kind in ("linear", "quadratic", "ordinal"):
        if sums.scale.positions is None:
            found.append(none(sums, "gwet_ac2", {"weights": kind}, int(sums.pairs.sum()), NO_ORDER))
        else:
            found.append(_one_ac2(sums, kind, sums.scale.positions))
    return found


def _one_ac2(sums: Sums, kind: str, positions: tuple[float, ...]) -> Statistic:
    if len(positions) < 2:
        return none(sums, "gwet_ac2", {"weights": kind}, int(sums.pairs.sum()), ONE_GRADE)
    agree = by.weights(kind, positions)
    return _over_rated(sums, "gwet_ac2", {"weights": kind}, lambda w, tally: by.gwet_ac(w, tally, agree))


def _over_rated(sums: Sums, name: str, params: dict[str, str], figure: Callable[[Array, Array], Array]) -> Statistic:
    """A figure whose chance is counted over all units with a rating, by Gwet's rule for gaps."""
    used = int(sums.pairs.sum())
    if not used:
        return none(sums, name, params, 0, NO_PAIRS)
    if len(sums.scale.grades) < 2:
        return none(sums, name, params, used, ONE_GRADE)
    rated = sums.tally.sum(axis=1) > 0
    tally = sums.tally[rated]
    return figure_over(sums, name, params, used, lambda w: figure(w, tally), rated)


# --- scores ----------------------------------------------------------------------------------------------------


def _icc(sums: Sums, level: str) -> list[Statistic]:
    return [_one_icc(sums, form) for form in ("2,1", "3,1")]


def _one_icc(sums: Sums, form: str) -> Statistic:
    params = {"form": form}
    both = sums.complete()
    if len(sums.ratings.raters) < 2:
        return none(sums, "icc", params, 0, NO_PAIRS)
    if sums.scale.values is None:
        return none(sums, "icc", params, len(both), NOT_NUMBERS)
    if len(both) < 2:
        return none(sums, "icc", params, len(both), "This needs two units or more that every rater scored.")
    scores = _scores(both, sums.scale.values)
    found = figure_over(
        sums,
        "icc",
        params,
        len(both),
        lambda w: by.icc(w, scores, form),
        sums.whole,
        width=scores.shape[1],
        undefined=NO_SPREAD,
    )
    return _stepped(found, sums)


def _bland_altman(sums: Sums, level: str) -> list[Statistic]:
    names = sums.ratings.raters
    if len(names) != 2:
        return [none(sums, "bland_altman", {}, 0, f"This needs exactly two raters, and there are {len(names)}.")]
    params = {"difference": f"{names[0]} less {names[1]}"}
    both = sums.complete()
    if sums.scale.values is None:
        return [none(sums, "bland_altman", params, len(both), NOT_NUMBERS)]
    if len(both) < 2:
        return [none(sums, "bland_altman", params, len(both), "This needs two units or more that both raters scored.")]
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


def _stepped(one: Statistic, sums: Sums) -> Statistic:
    """With the warning that words were taken for equal steps, where they were."""
    if not sums.scale.stepped or one.value is None:
        return one
    return replace(
        one, warnings=(*one.warnings, "The grades are words: they were counted as equal steps of the scale.")
    )


def _steps(sums: Sums) -> tuple[float, ...]:
    return tuple(map(float, range(len(sums.scale.grades))))


# --- what must be said beside a figure ---------------------------------------------------------------------------


def _warnings(one: Statistic, sums: Sums) -> list[str]:
    said = []
    if unsaid := sums.ratings.unsaid:
        said.append(f"{count(unsaid, 'grade')} only said that there is none (N/A and the like): counted as missing.")
    if one.value is None:
        return said
    coefficient = one.name not in ("percent_agreement", "within_one", "bland_altman")
    number, what = (one.n_used, "units") if not sums.ratings.clusters else (rated_twice(sums.ratings), "plans")
    if coefficient and number < COEFFICIENT_FROM:
        said.append(f"{number} {what} rated twice support no coefficient: report counts and cases.")
    elif coefficient and number < LABEL_FROM:
        said.append(f"{number} {what} rated twice: give the interval, and no word such as good or poor.")
    if one.name in ("cohen_kappa", "krippendorff_alpha", "fleiss_kappa") and (skewed := skew(sums.ratings)):
        said.append(skewed)
    return said


_MAKERS: dict[str, Callable[[Sums, str], list[Statistic]]] = {
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
