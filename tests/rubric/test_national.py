"""The national rubric: every example earns its verdict, every reference has its home, every id is there."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Mode, Tier, Verdict
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric
from ehcp_audit.rubric.examples import failures, run_examples
from ehcp_audit.rubric.law import reference, references

NATIONAL = load_rubric("national")
IDS = (
    [f"X{number:02}" for number in range(1, 13)]
    + [f"A{number:02}" for number in range(1, 10)]
    + [f"B{number:02}" for number in range(1, 9)]
    + [f"C{number:02}" for number in range(1, 4)]
    + [f"D{number:02}" for number in range(1, 5)]
    + [f"E{number:02}" for number in range(1, 17)]
    + [f"F{number:02}" for number in range(1, 23)]
    + [f"G{number:02}" for number in range(1, 4)]
    + [f"H{number:02}" for number in range(1, 4)]
    + ["I01", "I02", "J01", "K01", "K02", "K03", "T01", "T02", "T03", "Q01"]
)


def test_all_ninety_criteria_are_there_in_order():
    assert [criterion.id for criterion in NATIONAL.criteria] == IDS
    assert len(IDS) == 90


@pytest.mark.parametrize("id", IDS)
def test_every_example_earns_the_verdict_it_stands_under(id):
    assert failures(NATIONAL.criterion(id)) == []


@pytest.mark.parametrize("id", IDS)
def test_every_basis_has_its_home_in_the_table_of_references(id):
    criterion = NATIONAL.criterion(id)
    homeless = [basis for basis in criterion.basis if reference(basis) is None]
    assert homeless == []


@pytest.mark.parametrize("id", IDS)
def test_a_duty_rests_on_law_and_guidance_on_the_code(id):
    criterion = NATIONAL.criterion(id)
    kinds = {found.kind for basis in criterion.basis if (found := reference(basis)) is not None}
    if (
        criterion.tier is Tier.MUST and id != "X06"
    ):  # one child's data only: data protection, which the table does not hold
        assert kinds & {"act", "regulations", "case"}
    if criterion.tier is Tier.SHOULD:
        assert kinds & {"code", "case", "act", "regulations"}


@pytest.mark.parametrize("id", IDS)
def test_automatic_and_assisted_criteria_show_two_met_and_two_not_met(id):
    criterion = NATIONAL.criterion(id)
    if criterion.mode is Mode.HUMAN:
        assert not criterion.checks
        return
    assert criterion.checks
    assert len(criterion.examples["met"]) >= 2
    assert len(criterion.examples["not met"]) >= 2


@pytest.mark.parametrize("id", IDS)
def test_guidance_is_whole_sentences_and_never_calls_a_plan_unlawful(id):
    guidance = NATIONAL.criterion(id).guidance
    for text in (
        guidance.looks_for,
        guidance.why,
        guidance.good,
        guidance.cannot_know,
        NATIONAL.criterion(id).question,
    ):
        assert text[-1] in '.?"'
        assert "breach of" not in text.lower()
        assert "unlawful" not in text.lower()
        assert "—" not in text


def test_the_modes_are_those_of_the_design():
    modes = [criterion.mode for criterion in NATIONAL.criteria]
    assert (modes.count(Mode.AUTOMATIC), modes.count(Mode.ASSISTED), modes.count(Mode.HUMAN)) == (42, 41, 7)


def test_section_weights_and_bands_are_the_published_defaults():
    assert NATIONAL.method == "sections"
    assert NATIONAL.section_weights is not None
    assert sum(NATIONAL.section_weights.values()) == 100
    assert NATIONAL.section_weights["F"] == 30
    assert [(band.name, band.min) for band in NATIONAL.bands] == [
        ("outstanding", Fraction(9, 10)),
        ("good", Fraction(3, 4)),
        ("requires improvement", Fraction(1, 2)),
        ("inadequate", Fraction(0)),
    ]


def test_a_blank_section_never_earns_marks():
    allowed = {Verdict.NOT_MET, Verdict.NOT_APPLICABLE, Verdict.NEEDS_PERSON, "ask"}
    assert {criterion.when_absent for criterion in NATIONAL.criteria} <= allowed


def test_x01_gates_on_a_to_i_and_advises_on_the_rest():
    limbs = [(use.options["codes"], use.tier) for use in NATIONAL.criterion("X01").checks]
    assert (("A", "B", "C", "D", "E", "F", "G", "H2", "I"), None) in limbs
    assert (("J", "K"), Tier.LOCAL) in limbs


def test_the_rubric_says_that_it_is_no_inspection_grade():
    words = (shipped("rubrics") / "national.yaml").read_text(encoding="utf-8")
    assert "no inspection grade" in words
    assert words.startswith("# yaml-language-server: $schema=rubric.schema.json\n")


def test_an_example_under_the_wrong_verdict_is_named():
    criterion = NATIONAL.criterion("E07")
    wrong = criterion.model_copy(update={"examples": {"met": ("Sam will sit by the window.",)}})
    assert failures(wrong) == ["E07: example 1 under 'met' comes out as 'not met'."]
    assert run_examples(NATIONAL.model_copy(update={"criteria": (wrong,)})) == failures(wrong)


def test_unchecked_references_are_carried_as_unchecked():
    unchecked = [one.cite for one in references().values() if not one.checked]
    assert any("9.68" in cite for cite in unchecked)
    assert any("reg 12(4)" in cite for cite in unchecked)


def test_every_check_that_a_rubric_can_ask_is_documented():
    undocumented = [check.id for check in checks().values() if not check.documentation.endswith((".", "?"))]
    assert undocumented == []
