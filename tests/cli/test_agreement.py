"""`agreement`: from a ratings file to figures, and every bad row named."""

from __future__ import annotations

import json

import jsonschema
import pytest

GAPPED = """unit,rater,grade
1,A,1
1,B,1
2,A,2
2,B,3
3,A,
3,B,3
4,A,4
4,B,4
5,A,2
5,B,2
"""


@pytest.fixture
def ratings(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text(GAPPED, encoding="utf-8-sig")
    return path


def test_all_statistics_come_in_the_shape_of_the_schema(cli, ratings):
    done = cli("agreement", ratings, "--format", "json")
    found = json.loads(done.out)
    assert done.code == 0
    jsonschema.validate(found, json.loads(cli("schema", "agreement").out))
    assert [(one["statistic"], one["params"]) for one in found["statistics"]][:5] == [
        ("percent_agreement", {}),
        ("within_one", {}),
        ("cohen_kappa", {"weights": "none"}),
        ("cohen_kappa", {"weights": "linear"}),
        ("cohen_kappa", {"weights": "quadratic"}),
    ]
    assert {(one["n_units"], one["n_used"], one["dropped"]) for one in found["statistics"]} == {(5, 4, 1)}


def test_only_the_statistics_asked_for(cli, ratings):
    done = cli("agreement", ratings, "--statistic", "krippendorff_alpha,icc", "--level", "interval", "--format", "json")
    named = [(one["statistic"], one["params"]) for one in json.loads(done.out)["statistics"]]
    assert named == [("krippendorff_alpha", {"level": "interval"}), ("icc", {"form": "2,1"}), ("icc", {"form": "3,1"})]


def test_a_figure_that_does_not_exist_is_null_and_no_failure(cli, tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text("rater,unit,grade\nA,1,met\nB,1,met\nA,2,met\nB,2,met\n", encoding="utf-8")
    done = cli("agreement", path, "--scale", "not met,partly met,met", "--format", "json")
    assert done.code == 0
    found = {one["statistic"]: one for one in json.loads(done.out)["statistics"]}
    assert found["krippendorff_alpha"]["value"] is None
    assert "0/0" in found["krippendorff_alpha"]["reason"]
    assert "NaN" not in done.out
    assert "none: Every rating" in cli("agreement", path).out


def test_words_in_the_terminal(cli, ratings):
    done = cli("agreement", ratings)
    assert "3 of 4, 0.75" in done.out
    assert "5 units, 2 raters" in done.out


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("unit,rater\n1,A\n", (), "grade"),
        ("unit,rater,grade\n", (), "no ratings"),
        ("unit,rater,grade\n1,A,2\n1,A,3\n", (), "row 3"),
        ("unit,rater,grade\n,A,2\n1,,3\n", (), "row 2"),
        ("unit,rater,grade\n1,A,god\n", ("--scale", "poor,good"), "Did you mean 'good'"),
        (GAPPED, ("--scale", "good"), "two grades or more"),
        (GAPPED, ("--level", "ratio"), "nominal"),
        (GAPPED, ("--statistic", "kappa"), "cohen_kappa"),
    ],
)
def test_what_cannot_be_counted_is_refused(cli, tmp_path, text, more, words):
    path = tmp_path / "ratings.csv"
    path.write_text(text, encoding="utf-8")
    done = cli("agreement", path, *more)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


@pytest.mark.parametrize("nothing", ["N/A", "na", "NaN", "n.a.", "-", "."])
@pytest.mark.parametrize("scale", [(), ("--scale", "1,2,3,4")])
def test_a_grade_that_says_there_is_none_is_a_gap_and_said_to_be(cli, ratings, nothing, scale):
    blank = json.loads(cli("agreement", ratings, *scale, "--format", "json").out)["statistics"]
    ratings.write_text(GAPPED.replace("3,A,\n", f"3,A,{nothing}\n"), encoding="utf-8")
    said = json.loads(cli("agreement", ratings, *scale, "--format", "json").out)["statistics"]
    assert [one["value"] for one in said] == [one["value"] for one in blank]
    assert all(any("1 grade only said that there is none" in words for words in one["warnings"]) for one in said)


def test_a_scale_that_names_na_keeps_it_as_a_grade_and_so_do_words(cli, tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text("unit,rater,grade\n1,A,met\n1,B,met\n2,A,N/A\n2,B,N/A\n3,A,met\n3,B,N/A\n", encoding="utf-8")
    for scale in ((), ("--scale", "N/A,not met,met")):
        (found,) = json.loads(
            cli("agreement", path, *scale, "--statistic", "percent_agreement", "--format", "json").out
        )["statistics"]
        assert (found["k"], found["n"], found["warnings"]) == (2, 3, [])
