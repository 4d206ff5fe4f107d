"""A rubric that extends another: what it keeps, drops and changes, and where its mistakes are said to stand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ehcp_audit.errors import ManyErrors
from ehcp_audit.model import Tier
from ehcp_audit.rubric import load_rubric

NATIONAL = load_rubric("national")

HEAD = """\
id: ours
version: "1"
title: Ours
extends: national
"""
OWN = """\
criteria:
  - id: OWN-1
    section: F
    question: Is "input" avoided?
    tier: local
    basis: House style, page 2
    mode: automatic
    check: wording.avoids
    options: {phrases: [input]}
    weight: 1
    when_absent: not met
    act: writer
    guidance: {looks_for: The word., why: It says little., good: "30 minutes a week.", cannot_know: Other words.}
    examples: {met: [Therapy for 30 minutes a week.], not met: [Therapy input.]}
"""


@pytest.fixture
def loaded(tmp_path):
    def load(text, name="ours.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load_rubric(str(path))

    return load


def mistakes(loaded, text):
    with pytest.raises(ManyErrors) as caught:
        loaded(text)
    return caught.value.messages


def test_a_rubric_that_says_nothing_more_is_the_other_under_its_own_name(loaded):
    ours = loaded(HEAD)
    assert ours.id == "ours"
    assert ours.criteria == NATIONAL.criteria
    assert (ours.bands, ours.section_weights, ours.law_as_at) == (
        NATIONAL.bands,
        NATIONAL.section_weights,
        NATIONAL.law_as_at,
    )
    assert ours.description is None


def test_keep_and_drop_take_ids_and_how_they_start(loaded):
    ours = loaded(HEAD + "keep: [E, F03]\ndrop: [E1]\n")
    assert [one.id for one in ours.criteria] == [f"E0{number}" for number in range(1, 10)] + ["F03"]


def test_a_change_replaces_what_it_names_under_an_id_of_its_own(loaded):
    change = "change:\n  - {id: E07, as: OUT-3, weight: 5/2, tier: local, guidance: {good: By July.}}\n"
    ours = loaded(HEAD + "keep: [E06, E07]\n" + change)
    changed, theirs = ours.criterion("OUT-3"), NATIONAL.criterion("E07")
    assert (changed.weight, changed.tier) == (Fraction(5, 2), Tier.LOCAL)
    assert changed.guidance.good == "By July."
    assert changed.guidance.why == theirs.guidance.why
    assert changed.checks == theirs.checks
    assert [one.id for one in ours.criteria] == ["E06", "OUT-3"]


def test_its_own_criteria_come_after_those_it_takes(loaded):
    assert [one.id for one in loaded(HEAD + "keep: [E07]\n" + OWN).criteria] == ["E07", "OWN-1"]


def test_a_rubric_may_stand_on_one_that_stands_on_another(loaded):
    loaded(HEAD + "keep: [E07, F03]\n" + OWN, "first.yaml")
    second = loaded(HEAD.replace("national", "first.yaml") + "drop: [F03]\n", "second.yaml")
    assert [one.id for one in second.criteria] == ["E07", "OWN-1"]


def test_its_fingerprint_changes_when_the_rubric_below_it_changes(loaded):
    loaded(HEAD + "keep: [E07]\n", "first.yaml")
    above = HEAD.replace("national", "first.yaml")
    before = loaded(above, "second.yaml").sha256
    loaded(HEAD + "keep: [E07, E05]\n", "first.yaml")
    assert loaded(above, "second.yaml").sha256 != before


def test_mistakes_are_named_at_the_line_of_the_file_that_holds_them(loaded, tmp_path):
    found = mistakes(
        loaded,
        HEAD
        + "keep: [E07, F99]\ndrop: [Z]\nchange:\n  - {id: E08, weight: 2}\n  - id: E07\n    weight: -1\n"
        + "    tier: shoud\nbands:\n  - {name: fine, min: 1/2}\n  - {name: poor, min: 0}\n",
    )
    ours = f"{tmp_path / 'ours.yaml'}:"
    assert [one for one in found if not one.startswith(ours)] == []
    said = "\n".join(found)
    assert f"{ours}5:13: the rubric that is extended has no criterion 'F99'" in said
    assert f"{ours}6:8: the rubric that is extended has no criterion 'Z'" in said
    assert f"{ours}8:10: criterion 'E08' is left out above" in said
    assert f"{ours}10:13: 'weight' must be more than 0" in said
    assert f"{ours}11:11: 'tier' may not be 'shoud'" in said


def test_a_mistake_in_the_rubric_below_is_named_in_its_own_file(loaded, tmp_path):
    with pytest.raises(ManyErrors):
        loaded(HEAD + OWN.replace("wording.avoids", "wording.avoid"), "first.yaml")
    found = mistakes(loaded, HEAD.replace("national", "first.yaml"))
    assert found == (f"{tmp_path / 'first.yaml'}:12:12: unknown check 'wording.avoid'. Did you mean 'wording.avoids'?",)


def test_a_band_that_a_kept_cap_needs_is_named_where_the_cap_stands(loaded, tmp_path):
    bands = "bands:\n  - {name: good, min: 1/2}\n  - {name: poor, min: 0}\n"
    capped = OWN.replace("    weight: 1\n", "    weight: 1\n    cap: {below: 1/2, to: poor}\n")
    loaded(HEAD + bands + "keep: [E07]\n" + capped, "first.yaml")
    found = mistakes(loaded, HEAD.replace("national", "first.yaml") + "bands: []\n")
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path / 'first.yaml'}:")
    assert "no band is called 'poor'" in found[0]


def test_rubrics_that_extend_each_other_are_refused(loaded, tmp_path):
    (tmp_path / "b.yaml").write_text(HEAD.replace("national", "a.yaml"), encoding="utf-8")
    with pytest.raises(ManyErrors, match=r"b\.yaml:4:\d+: a rubric cannot extend itself"):
        loaded(HEAD.replace("national", "b.yaml"), "a.yaml")


def test_a_rubric_to_extend_that_is_not_there_gets_a_suggestion(loaded):
    (message,) = mistakes(loaded, HEAD.replace("national", "nationl"))
    assert ":4:" in message
    assert "Did you mean 'national'?" in message


def test_change_without_extends_says_what_is_missing(loaded):
    found = mistakes(loaded, HEAD.replace("extends: national\n", "change: []\n") + OWN)
    assert any("'change' is for a rubric that extends another" in one for one in found)


def test_a_non_negotiable_may_be_named_by_its_old_id_or_its_new_one(loaded):
    change = "change:\n  - {id: E07, as: OUT-3}\n"
    ours = loaded(HEAD + "non_negotiables: [E07, F03]\n" + change)
    assert ours.non_negotiables == ("OUT-3", "F03")
    found = mistakes(loaded, HEAD + "non_negotiables: [E07, F33]\n")
    assert any("no criterion is called 'F33'. Did you mean" in one for one in found)
