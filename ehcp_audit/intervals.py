"""What can a figure honestly say? Intervals for a share and for the difference of two shares.

Wilson for every proportion, the hypergeometric tails where the plans come from a small, known population, never the
textbook (Wald) interval: at 36 plans and 95% met its nominal 95% is 84%. Where everything was counted there is no
interval: low and high are the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from math import ceil, fsum, sqrt
from statistics import NormalDist

from ehcp_audit.errors import AuditError

METHODS = ("wilson", "clopper_pearson", "hypergeometric")

NO_RATE, COUNTS_ONLY, WARN = 5, 10, 30
"""Below these numbers of plans: no rate at all; counts and no percentage; an interval with a warning."""

CANNOT = "cannot be told apart on this sample"
"""What is said of two figures when the interval of their difference holds 0."""


def interval(
    k: int, n: int, *, method: str = "wilson", level: float = 0.95, population: int | None = None
) -> tuple[float, float]:
    """The interval of `k` of `n` by one of METHODS, as shares of 1. A census (`n` is the population) has none."""
    _check(k, n, level, population)
    if n == population:
        return k / n, k / n
    if method == "hypergeometric":
        if population is None:
            raise AuditError("The hypergeometric interval needs the population that the plans were drawn from.")
        return hypergeometric(k, n, population, level)
    if method == "clopper_pearson":
        return clopper_pearson(k, n, level)
    return wilson(k, n, level, population)


def wilson(k: int, n: int, level: float = 0.95, population: int | None = None) -> tuple[float, float]:
    """Between which shares does the true one lie, when `k` of `n` were met? (Wilson 1927)

    With `population`, corrected for drawing without return: the `n` that counts is n(N-1)/(N-n). A census has no
    interval. Raises AuditError when the counts are impossible.
    """
    _check(k, n, level, population)
    share = k / n
    if population is not None and n == population:
        return share, share
    counts = n if population is None else n * (population - 1) / (population - n)
    z = _z(level)
    centre = (share + z * z / (2 * counts)) / (1 + z * z / counts)
    half = z * sqrt(share * (1 - share) / counts + z * z / (4 * counts * counts)) / (1 + z * z / counts)
    low = 0.0 if k == 0 else max(0.0, centre - half)
    high = 1.0 if k == n else min(1.0, centre + half)
    return low, high


def clopper_pearson(k: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """The exact binomial interval: wide, and never too narrow. (Clopper and Pearson 1934)"""
    from scipy.stats import beta

    _check(k, n, level, None)
    tail = (1 - level) / 2
    low = 0.0 if k == 0 else float(beta.ppf(tail, k, n - k + 1))
    high = 1.0 if k == n else float(beta.ppf(1 - tail, k + 1, n - k))
    return low, high


def hypergeometric(k: int, n: int, population: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval for `n` plans drawn without return from `population`, from its tails.

    The lowest and the highest number of met plans in the population for which a draw as extreme as this one has more
    than half of what the level leaves, as shares of the population.
    """
    from scipy.stats import hypergeom

    _check(k, n, level, population)
    tail = (1 - level) / 2
    fewest, most = k, population - (n - k)
    low = _first(lambda count: bool(hypergeom.sf(k - 1, population, count, n) > tail), fewest, most)
    high = _first(lambda count: bool(hypergeom.cdf(k, population, count, n) <= tail), fewest, most + 1) - 1
    return low / population, high / population


def _first(holds: Callable[[int], bool], first: int, last: int) -> int:
    """The first count from `first` on at which something holds that goes on holding; `last` when nowhere before it."""
    while first < last:
        middle = (first + last) // 2
        if holds(middle):
            last = middle
        else:
            first = middle + 1
    return first


def newcombe(
    k1: int, n1: int, k2: int, n2: int, level: float = 0.95, populations: tuple[int, int] | None = None
) -> tuple[float, float]:
    """The interval of the first share less the second, from their Wilson intervals. (Newcombe 1998, method 10)"""
    first, second = populations or (None, None)
    low1, high1 = wilson(k1, n1, level, first)
    low2, high2 = wilson(k2, n2, level, second)
    share1, share2 = k1 / n1, k2 / n2
    difference = share1 - share2
    low = difference - sqrt((share1 - low1) ** 2 + (high2 - share2) ** 2)
    high = difference + sqrt((high1 - share1) ** 2 + (share2 - low2) ** 2)
    return max(-1.0, low), min(1.0, high)


def mean_interval(values: Sequence[float], level: float = 0.95, population: int | None = None) -> tuple[float, float]:
    """Between which figures does the mean of all lie, when these were drawn? Student's t, corrected for a population.

    Raises AuditError for fewer than two values: one value says nothing of how they spread.
    """
    n = len(values)
    if n < 2:
        raise AuditError("A mean needs at least two values to have an interval.")
    mean, spread = fsum(values) / n, deviation(values)
    left = 1.0 if population is None else max(0.0, 1 - n / population)
    half = _t(level, n - 1) * spread * sqrt(left / n)
    return mean - half, mean + half


def mean_share_interval(values: Sequence[float], population: int | None = None) -> tuple[float, float]:
    """The interval of the mean of shares of 1: no mean of shares is below 0 or above 1."""
    low, high = mean_interval(values, population=population)
    return max(0.0, low), min(1.0, high)


def welch(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """The 95% interval of the first mean less the second, by Welch (1947). Two values each at least."""
    means = fsum(first) / len(first) - fsum(second) / len(second)
    parts = deviation(first) ** 2 / len(first), deviation(second) ** 2 / len(second)
    spread = sum(parts)
    if not spread:
        return means, means
    freedom = spread**2 / (parts[0] ** 2 / (len(first) - 1) + parts[1] ** 2 / (len(second) - 1))
    half = _t(0.95, freedom) * sqrt(spread)
    return means - half, means + half


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample of at least two values."""
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def binomial_tail(k: int, n: int, share: float) -> tuple[float, float]:
    """How likely are so few, and so many, as `k` of `n` when each is met with this chance?"""
    from scipy.stats import binom

    return float(binom.cdf(k, n, share)), float(binom.sf(k - 1, n, share))


def chance_limits(n: int, share: float, tail: float) -> tuple[int, int]:
    """The fewest and the most of `n` that are not beyond this tail, when each is met with this chance.

    Exactly what `binomial_tail` flags lies outside them, so that a line drawn from them never contradicts a flag.
    """
    from scipy.stats import binom

    if share in (0, 1):
        return round(n * share), round(n * share)
    return int(binom.ppf(tail, n, share)), n - int(binom.ppf(tail, n, 1 - share))


def sign_test(ups: int, downs: int) -> float | None:
    """How likely is so uneven a split of changes up and down by chance alone? Exact, two-sided; None without any."""
    from scipy.stats import binomtest

    return float(binomtest(ups, ups + downs).pvalue) if ups + downs else None


def marginal_shift(table: Sequence[Sequence[int]]) -> float | None:
    """How likely is it by chance alone that two raters of the same things use the grades in such different shares?

    `table` counts the first rater's grades by the second's. Stuart 1955 and Maxwell 1970; None where nothing tells
    them apart, or the table is too thin to say.
    """
    import numpy
    from scipy.stats import chi2

    counts = numpy.array(table, dtype=float)
    used = (counts.sum(axis=0) + counts.sum(axis=1)) > 0
    counts = counts[used][:, used]
    apart = counts.sum(axis=1) - counts.sum(axis=0)
    if len(counts) < 2:
        return None
    spread = -(counts + counts.T)
    spread[range(len(counts)), range(len(counts))] = counts.sum(axis=0) + counts.sum(axis=1) - 2 * counts.diagonal()
    inner, moved = spread[:-1, :-1], apart[:-1]  # the last grade's share follows from the others
    if numpy.linalg.matrix_rank(inner) < len(inner):
        return None
    return float(chi2.sf(moved @ numpy.linalg.solve(inner, moved), len(inner)))


def sample_size(margin: float, share: float = 0.5, population: int | None = None) -> int:
    """How many plans give a 95% interval of plus or minus `margin` (a share of 1), when about `share` will be met?"""
    if not 0 < margin <= 0.5:
        raise AuditError("The margin is in points of 100, more than 0 and at most 50.")
    if not 0 < share < 1:
        raise AuditError("The share expected is a percentage between 0 and 100, such as 80.")
    if population is not None and population < 1:
        raise AuditError("The population is the number of plans to draw from: 1 or more.")
    z = _z(0.95)
    endless = z * z * share * (1 - share) / (margin * margin)
    needed = endless if population is None else endless / (1 + (endless - 1) / population)
    most = population if population is not None else ceil(needed - 1e-9)
    return max(1, min(most, ceil(needed - 1e-9)))


def weighted_share(strata: Sequence[tuple[int, int, int]]) -> tuple[float, float | None]:
    """The share over strata of (population, judged, met), each weighted by its population; and its standard error.

    None for the error where a stratum has a single plan judged and more to draw from: it has no variance of its own.
    Strata without a plan judged are left out of the weights.
    """
    used = [(size, n, k) for size, n, k in strata if n]
    whole = sum(size for size, _, _ in used)
    if not whole:
        raise AuditError("There is no plan judged in any stratum.")
    share = float(sum((Fraction(size * k, whole * n) for size, n, k in used), Fraction(0)))
    if any(n == 1 < size for size, n, _ in used):
        return share, None
    variance = fsum(
        (size / whole) ** 2 * (1 - n / size) * (k / n) * (1 - k / n) / (n - 1) for size, n, k in used if n > 1
    )
    return share, sqrt(variance)


def collapsed(strata: Sequence[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """The strata with each that has a single plan judged, and more to draw from, joined to the smallest of the others.

    For the standard error alone: a single plan has no variance of its own (Cochran, Sampling Techniques, 5A.12).
    """
    used = sorted(one for one in strata if one[1])
    while len(used) > 1 and (alone := next((one for one in used if one[1] == 1 < one[0]), None)):
        used.remove(alone)
        joined = tuple(first + second for first, second in zip(alone, used[0], strict=True))
        used = sorted([(joined[0], joined[1], joined[2]), *used[1:]])
    return tuple(used)


def many_open(open: int, n: int) -> bool:
    """Do so many of `n` plans wait for a person that those settled say nothing of the others: more than one in ten?

    What rules can settle is no random part of a sample: often it is only the faults, or only what is plainly right.
    """
    return open * 10 > n


def small_sample(n: int) -> str:
    """What must be said beside a figure of so few plans; "" from 30 on."""
    if n < NO_RATE:
        return f"{n} cannot give a rate: report the count alone."
    if n < COUNTS_ONLY:
        return f"{n} is too few for a percentage: report the counts."
    return f"{n} gives a wide interval: read the interval, not the percentage." if n < WARN else ""


def told_apart(low: float, high: float) -> str:
    """What the interval of a difference allows to be said: "higher", "lower", or that they cannot be told apart."""
    return "higher" if low > 0 else "lower" if high < 0 else CANNOT


@cache
def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


def _t(level: float, freedom: float) -> float:
    """Student's t within which this share lies. As scipy.stats works it out, without its import of half a second."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + level) / 2))


def _check(k: int, n: int, level: float, population: int | None) -> None:
    if n < 1:
        raise AuditError("There must be at least one plan to count.")
    if not 0 <= k <= n:
        raise AuditError(f"{k} of {n} cannot be: give first how many were met, then of how many.")
    if not 0 < level < 1:
        raise AuditError("The level is a share between 0 and 1, such as 0.95.")
    if population is not None and population < n:
        raise AuditError(f"A population of {population} is smaller than the {n} plans that were counted.")
