"""A diagnosis that is named elsewhere, and what it makes hard in section B (B01)."""

import pytest
from small import small

from ehcp_audit.checks import checks
from ehcp_audit.checks.conditions import condition
from ehcp_audit.language import beside
from ehcp_audit.model import Verdict


def asked(label, **sections):
    return checks()["advice.needs_elsewhere"].function(small(A=f"Mum says that Ida has {label}.", **sections)).verdict


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("autism", "Ida plays alone and turns from other children.\nShe cries when a routine changes."),
        ("autism", "Ida follows no conversation.\nHand dryers and loud rooms make her run."),
        ("Down’s syndrome", "Her speech is clear to few.\nShe counts to five."),
        ("cerebral palsy", "Ida cannot walk ten metres without her frame."),
        ("cerebral palsy", "She cannot fasten buttons or hold a pencil."),
        ("muscular dystrophy", "Two adults hoist her, and she cannot walk."),
        ("vision impairment", "Ida cannot read a board, nor print under 24 point."),
        ("a hearing loss", "Ida mishears words and is lost in noise without her radio aid."),
        ("dyslexia", "Ida reads 30 words a minute."),
        ("dyscalculia", "Ida cannot count past twenty."),
        ("ADHD", "Ida leaves a task after four minutes, distracted by any movement."),
    ],
)
def test_what_a_condition_makes_hard_is_told_without_its_name(label, told):
    assert asked(label, B=told) is Verdict.MET


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("autism", "Loud rooms frighten Ida."),
        ("epilepsy", "Loud rooms frighten Ida."),
        ("dyslexia", "Loud rooms frighten Ida."),
        ("dyslexia", "Ida reads well. Her reading is at the level expected for her age.\nShe tires by noon."),
        ("a hearing loss", "Ida reads at a six-year level."),
        ("vision impairment", "Ida mishears words."),
        ("cerebral palsy", "Ida reads at a six-year level."),
        ("Tourette syndrome", "Ida reads at a six-year level and cannot sit."),
    ],
)
def test_a_condition_of_which_nothing_is_told_is_left_out(label, told):
    assert asked(label, B=told) is Verdict.NOT_MET


def test_what_section_c_tells_counts():
    assert asked("epilepsy", B="Ida reads slowly.", C="Two seizures a month leave her drowsy.") is Verdict.MET


def test_the_forms_of_a_name_are_one():
    assert condition("Down’s syndrome") == condition("Downs syndrome") == condition("Down's syndrome")
    assert condition("dyslexic") == condition("dyslexia")
    assert condition("ASD") == condition("autistic")
    assert condition("DLD") == condition("developmental language disorder")
    assert condition("Tourette's") == condition("Tourette syndrome")


def test_every_condition_is_of_listed_concepts():
    concepts = beside.read_lists(beside.CONCEPTS)
    for name in beside.conditions():
        assert set(beside.listed(f"conditions.{name}")) <= set(concepts)
        assert condition(name) == name


def test_a_rubric_adds_concepts_to_a_condition():
    assert beside.mistake_in("conditions.autism", "sleep") is None
    assert "names of the lists of concepts" in beside.mistake_in("conditions.autism", "sleeps badly")


def test_the_adjective_of_a_condition_is_its_name_and_what_only_begins_alike_is_not():
    assert condition("epileptic") == condition("epilepsy")
    assert condition("diabetic") == condition("diabetes")
    assert condition("developmental coordination disorder") != condition("developmental language disorder")
