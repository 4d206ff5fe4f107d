"""Sharing a sample among strata: largest remainder in exact fractions, with ties, minima and what cannot be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehcp_audit.errors import AuditError
from ehcp_audit.sampling import allocate

SIZES = st.dictionaries(st.text("abcde", min_size=1, max_size=3), st.integers(0, 60), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("sizes", "n", "minimum", "wanted"),
    [
        ({"a": 100, "b": 100}, 5, 0, {"a": 3, "b": 2}),  # a tie of remainder and size: the first key
        ({"b": 100, "a": 100}, 5, 0, {"a": 3, "b": 2}),  # whatever the order they come in
        ({"a": 1, "b": 3}, 2, 0, {"a": 0, "b": 2}),  # a tie of remainders (1/2): the larger stratum
        ({"new": 640, "amended": 3360}, 36, 0, {"new": 6, "amended": 30}),
        ({"new": 640, "amended": 3360}, 36, 12, {"new": 12, "amended": 24}),
        ({"a": 2, "b": 98}, 20, 5, {"a": 2, "b": 18}),  # a stratum smaller than the minimum gives all it has
        ({"a": 0, "b": 10}, 4, 3, {"a": 0, "b": 4}),  # an empty one gives none
        ({"a": 3, "b": 4}, 7, 0, {"a": 3, "b": 4}),  # a census
        ({"a": 3, "b": 4}, 50, 0, {"a": 3, "b": 4}),
        ({"a": 10, "b": 20, "c": 970}, 10, 2, {"a": 2, "b": 2, "c": 6}),
        # fixing one stratum brings another below the minimum: shared again
        ({"a": 10, "b": 145, "c": 845}, 20, 3, {"a": 3, "b": 3, "c": 14}),
    ],
)
def test_a_sample_is_shared_by_largest_remainder(sizes, n, minimum, wanted):
    assert allocate(sizes, n, minimum) == wanted


def test_minima_that_do_not_fit_say_what_would():
    with pytest.raises(AuditError, match="smallest -n that works is 13"):
        allocate({"a": 3, "b": 40, "c": 50}, 10, 5)
    assert sum(allocate({"a": 3, "b": 40, "c": 50}, 13, 5).values()) == 13


@given(SIZES, st.integers(1, 80))
def test_quotas_hold_whatever_the_sizes(sizes, n):
    given_ = allocate(sizes, n)
    whole = sum(sizes.values())
    assert sum(given_.values()) == min(n, whole)
    for key, size in sizes.items():
        assert given_[key] <= size
        if n < whole:
            assert abs(given_[key] - Fraction(n * size, whole)) < 1


@given(SIZES, st.integers(1, 80), st.integers(0, 5))
def test_no_stratum_falls_below_its_minimum(sizes, n, minimum):
    try:
        given_ = allocate(sizes, n, minimum)
    except AuditError:
        assert sum(min(minimum, size) for size in sizes.values()) > n
        return
    assert all(given_[key] >= min(minimum, size) for key, size in sizes.items())
    assert all(given_[key] <= size for key, size in sizes.items())
    assert sum(given_.values()) == min(n, sum(sizes.values()))
