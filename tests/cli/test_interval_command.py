"""`interval` and `difference`: the figures of the manual, as JSON and in words."""

from __future__ import annotations

import json

import jsonschema
import pytest


@pytest.mark.parametrize(
    ("arguments", "low", "high"),
    [
        ((25, 36), 53.1, 82.0),
        ((28, 36), 61.9, 88.3),
        ((31, 36), 71.3, 93.9),
        ((36, 36), 90.4, 100.0),
        ((0, 36), 0.0, 9.6),
        ((28, 36, "--population", 48), 70.2, 83.9),
        ((28, 36, "--method", "clopper_pearson"), 60.8, 89.9),
        ((28, 36, "--method", "clopper-pearson"), 60.8, 89.9),
        ((28, 36, "--method", "hypergeometric", "--population", 4000), 60.9, 89.8),
        ((28, 36, "--population", 36), 77.8, 77.8),
    ],
)
def test_an_interval_as_json(cli, arguments, low, high):
    done = cli("interval", *arguments, "--format", "json")
    found = json.loads(done.out)
    assert done.code == 0
    assert (round(100 * found["low"], 1), round(100 * found["high"], 1)) == (low, high)
    assert found["estimate"] == arguments[0] / arguments[1]
    jsonschema.validate(found, json.loads(cli("schema", "interval").out))


def test_a_difference_as_json_and_in_words(cli):
    done = cli("difference", 31, 36, 25, 36, "--format", "json")
    found = json.loads(done.out)
    assert [round(100 * found[key], 1) for key in ("estimate", "low", "high")] == [16.7, -2.7, 34.7]
    jsonschema.validate(found, json.loads(cli("schema", "difference").out))
    assert "cannot be told apart on this sample" in cli("difference", 31, 36, 25, 36).out
    assert "first is higher" in cli("difference", 36, 36, 20, 36).out
    assert "first is lower" in cli("difference", 20, 36, 36, 36).out


def test_small_numbers_and_a_census_are_said_in_words(cli):
    assert "count alone" in cli("interval", 3, 4).out
    assert "no interval" in cli("interval", 3, 4, "--population", 4).out
    assert "71.3% to 93.9% (Wilson)" in cli("interval", 31, 36).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("interval", 5, 3),
        ("interval", 3, 0),
        ("interval", "three", 36),
        ("interval", 3, 36, "--population", 30),
        ("interval", 3, 36, "--method", "wald"),
        ("interval", 3, 36, "--method", "hypergeometric"),
        ("difference", 5, 3, 1, 2),
    ],
)
def test_what_cannot_be_is_refused(cli, arguments):
    done = cli(*arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
