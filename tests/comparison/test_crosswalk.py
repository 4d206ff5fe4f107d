"""Crosswalks: what each concept is worth on both sides, what is covered, and every mistake at once."""

from __future__ import annotations

from fractions import Fraction

import judged_runs
import made_runs
import pytest

from ehcp_audit.comparison.crosswalk import compare_by_concept, worth
from ehcp_audit.comparison.groups import Source
from ehcp_audit.errors import AuditError
from ehcp_audit.judgements import Kept
from ehcp_audit.rubric.crosswalk import PLAIN, Side, load_crosswalk
from ehcp_audit.runs import read_run

GOOD = """
crosswalk: {id: a-b, version: 1, left: {rubric: made, sha256: "SHA"}, right: {rubric: made, sha256: "SHA"}}
concepts:
  - id: OUT.TIME
    label: Outcomes say by when
    match: exact
    left: {criteria: [E07], scale: {0: 0, 1: 1/2, 2: 1}}
    right: {criteria: [E02, E07], combine: min, scale: {1: 0, 2: 1/3, 3: 2/3, 4: 1}}
  - id: PROV
    match: close
    left: {criteria: [F04, F05, A01, X01], combine: mean}
    right: {criteria: [F04, F05, A01], combine: all}
  - id: OTHER
    match: broad
    left: {criteria: [G01]}
    right: {criteria: [G01]}
unmapped: {left: [K02], right: [B02]}
""".replace("SHA", "ab" * 32)


def crosswalk(tmp_path, text=GOOD):
    path = tmp_path / "walk.yml"
    path.write_text(text, encoding="utf-8")
    return load_crosswalk(path, made_runs.rubric(), made_runs.rubric())


def test_coverage_is_of_weight_and_by_exact_and_close_matches_only(tmp_path):
    walk = crosswalk(tmp_path)
    assert (walk.coverage("left"), walk.coverage("right")) == (Fraction(5, 9), Fraction(5, 9))


STEPS = (("1", Fraction(0)), ("2", Fraction(1, 3)), ("3", Fraction(2, 3)), ("4", Fraction(1)))
BENT = (("0", Fraction(0)), ("1", Fraction(1, 4)), ("2", Fraction(1)))
WORDS = (("poor", Fraction(0)), ("fair", Fraction(1, 4)), ("good", Fraction(1)))


@pytest.mark.parametrize(
    ("side", "wanted"),
    [  # E07 has 1 of 6, E02 all, F04 none, F05 all; K02 waits for a person
        (Side(("E07",), "mean", STEPS), Fraction(1, 6)),
        (Side(("E07",), "mean", BENT), Fraction(1, 12)),
        (Side(("E07",), "mean", WORDS), Fraction(1, 12)),
        (Side(("E07",), "mean", PLAIN), Fraction(1, 6)),
        (Side(("E02", "E07"), "min", STEPS), Fraction(1, 6)),
        (Side(("F04", "F05"), "mean", STEPS), Fraction(1, 2)),
        (Side(("E02", "F05"), "all", STEPS), Fraction(1)),
        (Side(("E02", "F04"), "all", STEPS), Fraction(0)),
        (Side(("E02", "K02"), "min", STEPS), None),
        (Side(("E02", "K02"), "mean", STEPS), Fraction(1)),
        (Side(("K02",), "mean", STEPS), None),
    ],
)
def test_what_a_plan_earns_on_a_concept(side, wanted):
    assert worth(side, made_runs.scorecard()) == wanted


def test_concepts_are_set_side_by_side_with_intervals_and_coverage(tmp_path):
    folder = judged_runs.run_folder(tmp_path / "run", 12)
    side = Source("run", read_run(folder), made_runs.rubric(), Kept())
    found = compare_by_concept(crosswalk(tmp_path), side, side, judged=False)
    assert [one["id"] for one in found["concepts"]] == ["OUT.TIME", "PROV", "OTHER"]
    assert found["concepts"][0]["says"] == "cannot be told apart on this sample"
    assert found["concepts"][2] == {"id": "OTHER", "label": "", "match": "broad", "says": "not compared"}
    assert found["overall"]["left"]["n"] == 12
    thin = crosswalk(tmp_path, GOOD.replace("match: close", "match: narrow"))
    found = compare_by_concept(thin, side, side, judged=False)
    assert found["overall"] is None
    assert "less than half" in found["says"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'left: {rubric: made, sha256: "' + "ab" * 32,
            'left: {rubric: made, sha256: "' + "cd" * 32,
            "is not the one that this was agreed for",
        ),
        ("left: {rubric: made,", "left: {rubric: other,", "the run has 'made'"),
        ("criteria: [E07]", "criteria: [E77]", "has no criterion 'E77'"),
        ("left: [K02]", "left: [E07]", "'E07' is mapped above"),
        ("{0: 0, 1: 1/2, 2: 1}", "{0: 1, 1: 1/2, 2: 0}", "the scale goes down"),
        ("{0: 0, 1: 1/2, 2: 1}", "{0: 0, 1: 1/2, 2: 3}", "from 0 to 1"),
        ("{0: 0, 1: 1/2, 2: 1}", "{0: 1/2, 1: 1/2}", "does not rise"),
        ("{0: 0, 1: 1/2, 2: 1}", "two", "maps each grade to a share"),
        ("match: close", "match: clos", "Did you mean 'close'"),
        ("combine: min, ", "", "say how they combine"),
        ("criteria: [E07]", "criteria: []", "needs 'criteria'"),
    ],
)
def test_mistakes_are_named(tmp_path, old, new, words):
    assert old in GOOD
    with pytest.raises(AuditError, match=words):
        crosswalk(tmp_path, GOOD.replace(old, new))


@pytest.mark.parametrize("text", ["", "[1]", "a: b\na: c\n", "a: [", "crosswalk: {}\n"])
def test_what_is_no_crosswalk_is_refused(tmp_path, text):
    with pytest.raises(AuditError):
        crosswalk(tmp_path, text)
