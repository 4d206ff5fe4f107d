"""Intervals: the published table, the census, the impossible, and statsmodels as an oracle."""

from math import comb

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.errors import AuditError
from ehcp_audit.intervals import (
    CANNOT,
    binomial_tail,
    clopper_pearson,
    collapsed,
    hypergeometric,
    interval,
    marginal_shift,
    mean_interval,
    newcombe,
    sample_size,
    sign_test,
    small_sample,
    told_apart,
    weighted_share,
    wilson,
)


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


@pytest.mark.parametrize("method", ["wilson", "clopper_pearson", "hypergeometric"])
def test_whatever_the_method_a_census_has_no_interval(method):
    assert interval(28, 36, method=method, population=36) == (28 / 36, 28 / 36)


@pytest.mark.parametrize(
    ("wanted", "margin", "share", "population"),
    [
        (385, 0.05, 0.5, None),
        (351, 0.05, 0.5, 4000),
        (94, 0.10, 0.5, 4000),
        (61, 0.10, 0.8, 4000),
        (53, 0.05, 0.5, 60),
        (97, 0.10, 0.5, None),
        (1, 0.05, 0.5, 1),
    ],
)
def test_how_many_plans_a_margin_needs(wanted, margin, share, population):
    assert sample_size(margin, share, population) == wanted


@pytest.mark.parametrize(
    "numbers", [(0, 0.5, None), (0.6, 0.5, None), (0.1, 0.0, None), (0.1, 1.0, None), (0.1, 0.5, 0)]
)
def test_an_impossible_margin_is_refused(numbers):
    with pytest.raises(AuditError):
        sample_size(*numbers)


def test_strata_drawn_unevenly_are_weighted_back():
    share, error = weighted_share([(640, 12, 7), (3360, 24, 20)])
    assert round(100 * share, 1) == 79.3
    assert round(100 * error, 1) == 6.9


def test_one_plan_in_a_stratum_has_no_variance_and_none_leaves_the_weights():
    assert weighted_share([(10, 1, 1), (90, 9, 9)]) == (1.0, None)
    assert weighted_share([(10, 0, 0), (90, 10, 5)])[0] == 0.5
    assert weighted_share([(1, 1, 0), (99, 10, 5)])[1] is not None, "a stratum counted whole adds none"


def test_strata_with_a_single_plan_are_joined_for_the_error():
    strata = [(10, 1, 1), (90, 9, 6), (300, 20, 12)]
    assert collapsed(strata) == ((100, 10, 7), (300, 20, 12))
    assert weighted_share(collapsed(strata))[1] is not None
    assert collapsed([(10, 1, 1), (20, 1, 0), (30, 1, 1)]) == ((60, 3, 2),)
    assert collapsed([(1, 1, 1), (90, 9, 6)]) == ((1, 1, 1), (90, 9, 6)), "a stratum counted whole stands"
    assert collapsed([(10, 1, 1)]) == ((10, 1, 1),)


def test_a_mean_of_36_scores_from_70_to_87_is_known_to_a_point_and_a_half():
    scores = [70 + 17 * place / 35 for place in range(36)]
    low, high = mean_interval(scores)
    assert round((high - low) / 2, 1) == 1.7  # these are spread evenly: a deviation of 5.1, not the 4.0 of a bell
    assert mean_interval(scores, population=36) == pytest.approx((78.5, 78.5))
    with pytest.raises(AuditError):
        mean_interval([70.0])


def test_five_of_five_is_no_outlier_at_a_target_of_80():
    fewer, more = binomial_tail(5, 5, 0.8)
    assert round(more, 2) == 0.33
    assert fewer == 1


def test_uneven_changes_are_weighed_by_the_exact_sign_test():
    assert sign_test(5, 0) == pytest.approx(0.0625)
    assert sign_test(3, 3) == pytest.approx(1)
    assert sign_test(0, 0) is None


def test_words_follow_the_interval_and_the_number():
    assert told_apart(-0.027, 0.347) == CANNOT
    assert told_apart(0.01, 0.3) == "higher"
    assert told_apart(-0.3, -0.01) == "lower"
    assert "count alone" in small_sample(4)
    assert "too few" in small_sample(9)
    assert "wide" in small_sample(10)
    assert small_sample(30) == ""


def test_the_shift_of_shares_is_that_of_stuart_and_maxwell():
    """Stuart's vision data (7,477 women, right eye by left): the statistic is 11.96 on 3 degrees of freedom."""
    vision = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]
    assert marginal_shift(vision) == pytest.approx(0.00753, abs=0.00001)
    from statsmodels.stats.contingency_tables import SquareTable

    tables = [vision, [[20, 9, 4], [2, 15, 6], [1, 3, 8]], [[30, 5], [1, 10]]]
    for table in tables:
        wanted = SquareTable(numpy.array(table), shift_zeros=False).homogeneity(method="stuart_maxwell").pvalue
        assert marginal_shift(table) == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("table", [[[5, 0], [0, 5]], [[9, 0], [0, 0]], [[0, 0], [0, 0]]])
def test_a_table_without_a_change_has_no_shift(table):
    assert marginal_shift(table) is None


def test_a_grade_that_nobody_gave_changes_no_shift():
    thin = [[30, 0, 9], [0, 0, 0], [2, 0, 10]]
    assert marginal_shift(thin) == pytest.approx(marginal_shift([[30, 9], [2, 10]]))
