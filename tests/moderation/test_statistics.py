"""Agreement: published worked examples, two libraries as oracles, gaps, and what does not exist."""

from __future__ import annotations

import math
import warnings

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.moderation.ratings import Rating, named_scale, ratings_of, scale_found
from ehcp_audit.moderation.statistics import NAMES, statistics


def rated(columns, scale=None):
    """Ratings from one list of grades a rater, in the order of the units."""
    given_ = [
        Rating(f"u{unit:03}", f"r{rater}", None if grade is None else str(grade), 1)
        for rater, grades in enumerate(columns)
        for unit, grade in enumerate(grades)
    ]
    return ratings_of(given_, None if scale is None else named_scale(scale))


def crossed(table):
    """Two raters' grades from a table of counts: `table[first][second]`."""
    pairs = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    return [[i for i, _ in pairs], [j for _, j in pairs]]


def value(ratings, name, level="ordinal", **params):
    found = [one for one in statistics(ratings, [name], level) if one.params == params or not params]
    assert len(found) == 1
    return found[0].value


KRIPPENDORFF = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(("level", "wanted"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_of_krippendorffs_own_example(level, wanted):
    (found,) = statistics(rated(KRIPPENDORFF), ["krippendorff_alpha"], level)
    assert round(found.value, 3) == wanted
    assert (found.n_units, found.n_used) == (12, 11)


@pytest.mark.parametrize(
    ("name", "params", "wanted"),
    [  # Gwet's own figures for the same data, with its gaps
        ("percent_agreement", {}, 0.81818),
        ("fleiss_kappa", {}, 0.76117),
        ("gwet_ac1", {}, 0.77544),
        ("gwet_ac2", {"weights": "quadratic"}, 0.91400),
    ],
)
def test_gwets_figures_with_gaps(name, params, wanted):
    assert value(rated(KRIPPENDORFF), name, **params) == pytest.approx(wanted, abs=0.00001)


def test_the_paradoxes_of_feinstein_and_cicchetti():
    balanced, skewed = rated(crossed([[40, 9], [6, 45]])), rated(crossed([[80, 10], [5, 5]]))
    assert value(balanced, "percent_agreement") == value(skewed, "percent_agreement") == 0.85
    assert round(value(balanced, "cohen_kappa", weights="none"), 2) == 0.70
    assert round(value(skewed, "cohen_kappa", weights="none"), 2) == 0.32


def test_gwets_example_of_a_kappa_below_nothing():
    ratings = rated(crossed([[118, 5], [2, 0]]))
    assert value(ratings, "percent_agreement") == pytest.approx(0.944)
    assert round(value(ratings, "cohen_kappa", weights="none"), 2) == -0.02
    assert round(value(ratings, "gwet_ac1"), 2) == 0.94
    (kappa, *_) = statistics(ratings, ["cohen_kappa"])
    assert any("97% of the ratings are one grade (0)" in one for one in kappa.warnings)
    assert not any("one grade" in one for one in statistics(ratings, ["gwet_ac1"])[0].warnings)


def test_fleiss_own_arithmetic():
    """Ten subjects, fourteen raters, five categories: the worked table of many textbooks."""
    table = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]
    rows = [[grade for grade, count in enumerate(row, 1) for _ in range(count)] for row in table]
    assert round(value(rated(list(zip(*rows, strict=True))), "fleiss_kappa"), 3) == 0.210


def test_shrout_and_fleiss():
    judges = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]
    assert round(value(rated(judges), "icc", form="2,1"), 2) == 0.29
    assert round(value(rated(judges), "icc", form="3,1"), 2) == 0.71


def test_bland_and_altman():
    large = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
    mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
    (found,) = statistics(rated([large, mini]), ["bland_altman"])
    assert round(found.value, 1) == -2.1
    assert round(found.more["limits"]["sd"], 1) == 38.8
    assert (round(found.interval.low, 1), round(found.interval.high, 1)) == (-22.0, 17.8)
    assert found.more["limits"]["multiplier"] == 1.96


TWO = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40)
FOUR = ("inadequate", "requires improvement", "good", "outstanding")


@settings(max_examples=60)
@given(TWO)
def test_kappas_are_those_of_statsmodels(pairs):
    from statsmodels.stats.inter_rater import cohens_kappa

    table = numpy.zeros((4, 4))
    for i, j in pairs:
        table[i, j] += 1
    ratings = rated([[FOUR[i] for i, _ in pairs], [FOUR[j] for _, j in pairs]], FOUR)
    for weights in ("none", "linear", "quadratic"):
        with warnings.catch_warnings(), numpy.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            wanted = cohens_kappa(table, wt=None if weights == "none" else weights, return_results=False)
        found = value(ratings, "cohen_kappa", weights=weights)
        assert found is None if math.isnan(wanted) else found == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(1, 4), min_size=3, max_size=3), min_size=2, max_size=20))
def test_fleiss_kappa_is_that_of_statsmodels(rows):
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    found = value(rated(list(zip(*rows, strict=True))), "fleiss_kappa")
    if len({grade for row in rows for grade in row}) == 1:
        assert found is None
    else:
        assert found == pytest.approx(fleiss_kappa(aggregate_raters(numpy.array(rows))[0]), abs=1e-9)


GAPPED = st.lists(st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=3, max_size=3), min_size=3, max_size=20)


@settings(max_examples=60)
@given(GAPPED, st.sampled_from(["nominal", "ordinal", "interval"]))
def test_alpha_is_that_of_krippendorff_with_any_gaps(rows, level):
    import krippendorff

    data = numpy.array([[numpy.nan if grade is None else grade for grade in row] for row in rows], dtype=float).T
    found = value(rated(list(zip(*rows, strict=True))), "krippendorff_alpha", level)
    try:
        with numpy.errstate(all="ignore"):
            wanted = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
    except ValueError:
        wanted = math.nan
    assert found is None if math.isnan(wanted) else found == pytest.approx(wanted, abs=1e-9)


def test_grades_that_nobody_gave_still_space_the_scale():
    pairs = [["inadequate", "good", "outstanding", "good"], ["inadequate", "outstanding", "good", "good"]]
    assert value(rated(pairs, FOUR), "cohen_kappa", weights="quadratic") == pytest.approx(1 - 0.5 / 2.375)
    squeezed = rated(pairs, ("inadequate", "good", "outstanding"))
    assert value(squeezed, "cohen_kappa", weights="quadratic") == pytest.approx(0.5)


def test_ordinal_ac2_uses_gwets_weights():
    """Two of three agree, one differs by one of four grades: its pair agrees by 1 - C(2,2)/C(4,2) = 5/6."""
    ratings = rated([["good", "good", "inadequate"], ["good", "outstanding", "inadequate"]], FOUR)
    agree = [[1 - math.comb(abs(i - j) + 1, 2) / 6 for j in range(4)] for i in range(4)]
    shares = [1 / 3, 0, 1 / 2, 1 / 6]
    chance = sum(map(sum, agree)) * sum(one * (1 - one) for one in shares) / 12
    wanted = ((1 + 5 / 6 + 1) / 3 - chance) / (1 - chance)
    assert value(ratings, "gwet_ac2", weights="ordinal") == pytest.approx(wanted)


def test_what_does_not_exist_is_none_with_its_reason():
    same = {one.name + str(one.params): one for one in statistics(rated([["met"] * 5, ["met"] * 5]))}
    assert all(one.value is None for name, one in same.items() if "percent" not in name)
    assert same["percent_agreement{}"].value == 1
    assert "0/0" in same["cohen_kappa{'weights': 'none'}"].reason
    assert "--scale" in same["within_one{}"].reason
    single = statistics(rated([["met", "not met"]]))
    assert all(one.value is None and one.reason for one in single)
    three = statistics(rated([[1, 2], [1, 2], [2, 2]]), ["cohen_kappa", "bland_altman"])
    assert all("exactly two raters" in one.reason for one in three)
    for one in statistics(rated([[5, 5, 5], [5, 5, 5]])):
        assert one.value is None or one.name in ("percent_agreement", "within_one", "bland_altman")


def test_one_grade_of_a_longer_scale_leaves_kappa_and_alpha_undefined():
    ratings = rated([["good"] * 12] * 2, FOUR)
    for name in ("cohen_kappa", "krippendorff_alpha", "fleiss_kappa"):
        assert all(one.value is None for one in statistics(ratings, [name]))
    assert value(ratings, "gwet_ac1") == 1


def test_words_have_no_order_unless_a_scale_gives_it():
    pairs = [["good", "poor", "good"], ["good", "good", "good"]]
    without = {one.name: one for one in statistics(rated(pairs), ["within_one", "krippendorff_alpha", "gwet_ac2"])}
    assert all(one.value is None and "--scale" in one.reason for one in without.values())
    assert value(rated(pairs), "krippendorff_alpha", "nominal") is not None
    assert value(rated(pairs, ("poor", "good")), "within_one") == 1
    (score,) = statistics(rated(pairs, ("poor", "good")), ["bland_altman"])
    assert any("equal steps" in one for one in score.warnings)


def test_numbers_are_in_their_order():
    assert scale_found(["10", "9", "2.0", "2"]).grades == ("2.0", "9", "10")
    assert scale_found(["b", "a"]).positions is None
    assert value(rated([[1, 2, 10], [2, 4, 10]]), "within_one") == pytest.approx(2 / 3)


def test_two_raters_get_counts_and_wilsons_interval():
    (found,) = statistics(rated([[1] * 31 + [1] * 5, [1] * 31 + [2] * 5]), ["percent_agreement"])
    assert (found.more, round(found.interval.low, 3), round(found.interval.high, 3)) == (
        {"k": 31, "n": 36},
        0.713,
        0.939,
    )


def test_the_bootstrap_gives_the_same_interval_every_time():
    first = statistics(rated(KRIPPENDORFF), ["krippendorff_alpha"])[0].json()
    assert first == statistics(rated(KRIPPENDORFF), ["krippendorff_alpha"])[0].json()
    assert first["ci"]["reps"] == 1000
    assert first["ci"]["low"] < first["value"] <= first["ci"]["high"]


@pytest.mark.parametrize(
    ("units", "words"), [(9, "support no coefficient"), (10, "no word"), (29, "no word"), (30, None)]
)
def test_small_numbers_are_said(units, words):
    grades = [unit % 4 + 1 for unit in range(units)]
    (found,) = statistics(rated([grades, grades[1:] + grades[:1]]), ["krippendorff_alpha"])
    small = [one for one in found.warnings if "rated twice" in one]
    assert (words is None and not small) or words in small[0]


@settings(max_examples=40, deadline=None)
@given(GAPPED)
def test_no_figure_is_ever_nan_or_out_of_bounds(rows):
    for one in statistics(rated(list(zip(*rows, strict=True))), NAMES, "interval"):
        assert (one.value is None) == (one.reason is not None)
        if one.value is not None:
            assert math.isfinite(one.value)
            if one.name != "bland_altman":
                assert one.value <= 1 + 1e-9
