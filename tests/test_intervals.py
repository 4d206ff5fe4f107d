"""Intervals: the published table, the census, the impossible, and statsmodels as an oracle."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.errors import AuditError
from ehcp_audit.intervals import clopper_pearson, hypergeometric, interval, newcombe, wilson


def hundreds(bounds):
    return tuple(round(100 * bound, 1) for bound in bounds)


@pytest.mark.parametrize(
    ("k", "wanted_wilson", "wanted_exact"),
    [
        (25, (53.1, 82.0), (51.9, 83.7)),
        (28, (61.9, 88.3), (60.8, 89.9)),
        (31, (71.3, 93.9), (70.5, 95.3)),
        (36, (90.4, 100.0), (90.3, 100.0)),
        (0, (0.0, 9.6), (0.0, 9.7)),
    ],
)
def test_what_36_plans_can_say(k, wanted_wilson, wanted_exact):
    assert hundreds(wilson(k, 36)) == wanted_wilson
    assert hundreds(clopper_pearson(k, 36)) == wanted_exact


def test_a_known_population_narrows_the_interval():
    assert hundreds(hypergeometric(28, 36, 4000)) == (60.9, 89.8)
    assert hundreds(wilson(28, 36, population=48)) == (70.2, 83.9)
    assert hundreds(wilson(108, 144)) == (67.3, 81.4)


@pytest.mark.parametrize("bounds", [wilson(28, 36, population=36), hypergeometric(28, 36, 36)])
def test_a_census_has_no_interval(bounds):
    assert bounds == (28 / 36, 28 / 36)


def test_two_quarters_of_36_are_not_evidence_of_improvement():
    assert hundreds(newcombe(31, 36, 25, 36)) == (-2.7, 34.7)


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [  # Newcombe 1998, table II, method 10
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((6, 7, 2, 7), (0.0582, 0.8062)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 20), (-0.1611, 0.2775)),
        ((0, 10, 0, 10), (-0.2775, 0.2775)),
        ((10, 10, 0, 20), (0.6791, 1.0000)),
        ((10, 10, 0, 10), (0.6075, 1.0000)),
    ],
)
def test_newcombe_reproduces_his_own_table(counts, wanted):
    assert newcombe(*counts) == pytest.approx(wanted, abs=0.00006)


@settings(deadline=None)
@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_oracle_agrees(counts):
    from statsmodels.stats.proportion import proportion_confint

    k, n = counts
    assert wilson(k, n) == pytest.approx(proportion_confint(k, n, method="wilson"), abs=1e-12)
    assert clopper_pearson(k, n) == pytest.approx(proportion_confint(k, n, method="beta"), abs=1e-9)


@settings(deadline=None)
@given(st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(n, n + 40))))
def test_the_hypergeometric_interval_is_what_counting_every_draw_gives(numbers):
    k, n, population = numbers

    def at_least(count):
        return sum(comb(count, i) * comb(population - count, n - i) for i in range(k, n + 1))

    def at_most(count):
        return sum(comb(count, i) * comb(population - count, n - i) for i in range(k + 1))

    every = comb(population, n)
    holds = [
        count
        for count in range(k, population - (n - k) + 1)
        if 40 * at_least(count) > every and 40 * at_most(count) > every
    ]
    assert hypergeometric(k, n, population) == pytest.approx((holds[0] / population, holds[-1] / population), abs=1e-12)


@settings(deadline=None)
@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n), st.integers(n, 5 * n))))
def test_the_figure_lies_within_every_interval(numbers):
    k, n, population = numbers
    for low, high in (wilson(k, n), wilson(k, n, population=population), clopper_pearson(k, n)):
        assert 0 <= low <= k / n + 1e-12
        assert k / n - 1e-12 <= high <= 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"k": 3, "n": 0}, "at least one"),
        ({"k": 37, "n": 36}, "cannot be"),
        ({"k": -1, "n": 36}, "cannot be"),
        ({"k": 3, "n": 36, "population": 35}, "smaller"),
        ({"k": 3, "n": 36, "level": 95.0}, "between 0 and 1"),
        ({"k": 3, "n": 36, "method": "hypergeometric"}, "needs the population"),
    ],
)
def test_impossible_counts_are_refused_in_a_sentence(numbers, words):
    with pytest.raises(AuditError, match=words):
        interval(**numbers)


def test_the_method_named_is_the_method_used():
    assert interval(28, 36) == wilson(28, 36)
    assert interval(28, 36, method="clopper_pearson") == clopper_pearson(28, 36)
    assert interval(28, 36, method="hypergeometric", population=4000) == hypergeometric(28, 36, 4000)
