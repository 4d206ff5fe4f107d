"""The chance-corrected figures of agreement, over any number of resamples at once.

Each function takes `w`, how often each unit counts (one resample a row), and gives one figure a row, NaN where it is
0/0. Sources: Cohen 1960 and 1968; Fleiss 1971; Krippendorff, Content Analysis (and Computing alpha, 2011); Gwet,
Handbook of Inter-Rater Reliability, with its rule for gaps: observed agreement over the units with two ratings or more,
the share of a category as the mean of its shares in all units with a rating.
"""

from __future__ import annotations

from math import comb
from typing import Any

Array = Any  # a numpy array; numpy is loaded when it is first needed


def weights(kind: str, positions: tuple[float, ...]) -> Array:
    """How far two grades agree, 0 to 1: `none`, `linear`, `quadratic` in their positions, or Gwet's `ordinal`."""
    import numpy

    size = len(positions)
    if kind == "none":
        return numpy.eye(size)
    if kind == "ordinal":
        most = comb(size, 2)
        return numpy.array([[1 - comb(abs(i - j) + 1, 2) / most for j in range(size)] for i in range(size)])
    place = numpy.array(positions)
    apart = numpy.abs(place[:, None] - place[None, :])
    share = apart / apart.max()
    return 1 - (share if kind == "linear" else share**2)


def within(limit: float, positions: tuple[float, ...]) -> Array:
    """1 where two grades lie so near to each other, else 0."""
    import numpy

    place = numpy.array(positions)
    return (numpy.abs(place[:, None] - place[None, :]) <= limit + 1e-9).astype(float)


def tallies(table: Array, size: int) -> Array:
    """How many raters gave each grade, unit by unit."""
    import numpy

    return (table[:, :, None] == numpy.arange(size)).sum(axis=1).astype(float)


def pair_agreement(tally: Array, agree: Array) -> Array:
    """Of the pairs of raters within each unit, the share that agrees; NaN where there is no pair."""
    import numpy

    raters = tally.sum(axis=1)
    pairs = raters * (raters - 1)
    both = (tally * (tally @ agree)).sum(axis=1) - raters
    return numpy.divide(both, pairs, out=numpy.full(len(raters), numpy.nan), where=pairs > 0)


def observed(w: Array, tally: Array, agree: Array) -> Array:
    """Mean agreement over the units with two ratings or more."""
    import numpy

    share = pair_agreement(tally, agree)
    there = ~numpy.isnan(share)
    return _divided(w[:, there] @ share[there], w[:, there].sum(axis=1))


def cohen_kappa(w: Array, first: Array, second: Array, agree: Array) -> Array:
    """Cohen's kappa of two raters, by these weights of agreement. `first` and `second` are grades without gaps."""
    import numpy

    size = len(agree)
    one, two = numpy.eye(size)[first], numpy.eye(size)[second]
    joint = numpy.matmul(w[:, None, :] * one.T[None], two)
    total = w.sum(axis=1)
    by_chance = joint.sum(axis=2)[:, :, None] * joint.sum(axis=1)[:, None, :]
    lost = 1 - agree
    return 1 - _divided((joint * lost).sum(axis=(1, 2)) * total, (by_chance * lost).sum(axis=(1, 2)))


def krippendorff_alpha(w: Array, tally: Array, level: str, values: tuple[float, ...] | None) -> Array:
    """Krippendorff's alpha: `nominal`, `ordinal` or `interval`. Units with a single rating must be left out before."""
    import numpy

    raters = tally.sum(axis=1)
    share = w / (raters - 1)
    coincidence = numpy.matmul(share[:, None, :] * tally.T[None], tally)
    size = tally.shape[1]
    coincidence[:, range(size), range(size)] -= share @ tally
    margin = coincidence.sum(axis=2)
    whole = margin.sum(axis=1)
    if level == "nominal":
        apart = 1 - numpy.eye(size)[None]
    else:
        # an ordinal difference is that of the middle ranks: the grades between, and half of each end
        place = numpy.cumsum(margin, axis=1) - margin / 2 if level == "ordinal" else numpy.array(values)[None]
        apart = (place[:, :, None] - place[:, None, :]) ** 2
    found = (coincidence * apart).sum(axis=(1, 2))
    expected = (margin[:, :, None] * margin[:, None, :] * apart).sum(axis=(1, 2))
    return 1 - _divided(found * (whole - 1), expected)


def fleiss_kappa(w: Array, tally: Array) -> Array:
    """Fleiss' kappa, with Gwet's rule for gaps."""
    import numpy

    share = _category_shares(w, tally)
    chance = (share**2).sum(axis=1)
    agree = observed(w, tally, numpy.eye(tally.shape[1]))
    one = (share > 0).sum(axis=1) < 2  # a single grade: 0/0, whatever rounding makes of it
    return numpy.where(one, numpy.nan, _divided(agree - chance, 1 - chance))


def gwet_ac(w: Array, tally: Array, agree: Array) -> Array:
    """Gwet's AC1 (where only the same grade agrees) or AC2 (by weights of agreement)."""
    share = _category_shares(w, tally)
    size = len(agree)
    chance = agree.sum() * (share * (1 - share)).sum(axis=1) / (size * (size - 1))
    return _divided(observed(w, tally, agree) - chance, 1 - chance)


def icc(w: Array, scores: Array, form: str) -> Array:
    """Shrout and Fleiss' ICC of single scores: "2,1" absolute agreement, "3,1" consistency. No gaps."""
    scores = scores - scores[0, 0]  # so that scores all alike give an exact 0/0
    raters = scores.shape[1]
    n = w.sum(axis=1)
    row = scores.mean(axis=1)
    column = (w @ scores) / n[:, None]
    grand = column.mean(axis=1)
    rows = raters * (w * (row[None] - grand[:, None]) ** 2).sum(axis=1) / (n - 1)
    columns = n * ((column - grand[:, None]) ** 2).sum(axis=1) / (raters - 1)
    rest = scores[None] - row[None, :, None] - column[:, None, :] + grand[:, None, None]
    error = (w[:, :, None] * rest**2).sum(axis=(1, 2)) / ((n - 1) * (raters - 1))
    spread = rows + (raters - 1) * error
    if form == "2,1":
        spread = spread + raters * (columns - error) / n
    return _divided(rows - error, spread)


def _category_shares(w: Array, tally: Array) -> Array:
    """The mean share of each grade, over all units with a rating."""
    return (w @ (tally / tally.sum(axis=1, keepdims=True))) / w.sum(axis=1, keepdims=True)


def _divided(over: Array, under: Array) -> Array:
    import numpy

    return numpy.divide(over, under, out=numpy.full(len(over), numpy.nan), where=under != 0)
