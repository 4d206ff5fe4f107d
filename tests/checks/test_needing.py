"""Which items of section B tell of a need, among those that lead to needs, name an area or say what goes well."""

from __future__ import annotations

import pytest
from plans import heading, line, with_sections

from ehcp_audit.checks.needing import needing
from tests.checks.small import small

NEED = "Mia covers her ears in the dining hall and cries about twice a week."
OTHER = "Mia cannot name feelings in words, and points at pictures of faces."


def kept(*texts):
    return [item.text for item in needing(small(B="\n".join(texts), F="A mentor sees Mia each day."), "B")]


@pytest.mark.parametrize(
    "opening",
    [
        'One grid for each area of need. Every row runs from the need to the help. "The setting" means the nursery.',
        "Down syndrome. Four areas and adult life.",
        "I have a good memory for songs. My teachers and the psychologist found these needs.",
        "Things I am good at: remembering routines, making people feel welcome, hard work. I have a moderate learning "
        "disability.",
        "Mia is able, with a strong memory for songs. She works hard and is proud of doing things without help.",
        "Mia is cheerful and proud of good work. She learns a song by ear and does not forget it.",
        "Mia is blind. Her needs follow in four areas; the source is in brackets and the reports are under K.",
        "Four areas. Each need has a number.",
        "Two needs, numbers 2 and 4.",
        "The report each statement comes from is given in brackets; the list is in section K.",
        "Being an adult.",
        "Sensory and physical. None. Sight and hearing were tested in July 2026.",
    ],
)
def test_what_leads_to_the_needs_is_none(opening):
    assert kept(opening, NEED, OTHER) == [NEED, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Sensory: vision. My strengths: I listen closely and know my home streets.",
        "Moving about. Strengths: fit, with good balance.",
        "Sensory and physical. Nothing is hard for you here. Your hearing was tested and it is normal. You move "
        "and hold a pencil as children of your age do.",
        "Her reasoning is average and her mental arithmetic is strong.",
        "Strengths: she is kind and never late.",
    ],
)
def test_what_goes_well_is_none_wherever_it_stands(line):
    assert kept(NEED, line, OTHER) == [NEED, OTHER]


@pytest.mark.parametrize(
    "line",
    [
        "Four areas are hard for Mia.",
        "Every row in the hall runs before her eyes.",
        "Hand joints bend too far and ache. Mia writes for six minutes, and her grip fails in practical subjects.",
        "Nothing helps when she is upset.",
        "Nobody has found out why Mia will not eat.",
        "Nobody helps Mia to read at home.",
        "Her will is strong and she hits out.",
        "Her understanding is strong but she cannot show it.",
        "She has no trouble starting fights.",
        "She never forgets a slight and never forgives.",
        "Epilepsy. Strengths in art.",
        "She leaves the house without supervision.",
        "She is proud and does not manage lunch without help.",
        "She asks for help from nobody.",
        "Noise. She covers her ears.",
        "Hearing. She plays with sounds alone.",
    ],
)
def test_what_is_hard_is_a_need_however_near_the_words(line):
    assert line in kept(NEED, line, OTHER)


DEAF = (
    "Mia is deaf in both ears and wears two implants, which have given her hearing since she was two. She copies signs."
)


def test_who_the_child_is_before_needs_under_areas_or_with_numbers_is_none():
    areas = [heading("Communication and interaction", level=2), line(NEED), line(OTHER)]
    more = [heading("Cognition and learning", level=2), line("Mia holds two items in mind and loses the third.")]
    told = [heading("Section B: Special educational needs"), line(DEAF), *areas, *more]
    plan = with_sections(*told, heading("Section F: Provision"), line("A mentor sees Mia each day."))
    assert DEAF not in [item.text for item in needing(plan, "B")]
    assert len(needing(plan, "B")) == 3
    assert DEAF in kept(DEAF, NEED, OTHER)  # no areas and no numbers: it may be a need


@pytest.mark.parametrize(
    ("can", "need"),
    [
        ("Mia can wait, share and lose at a game; she is gentle with younger children.", False),
        ("Mia can wait but not lose at a game; she hits out at others.", True),
    ],
)
def test_what_a_child_can_do_before_the_numbered_needs_of_an_area_is_none(can, need):
    numbered = [line(f"{number}. {text}") for number, text in enumerate((NEED, OTHER, NEED), 1)]
    section = [heading("Section B: Special educational needs"), *numbered[:2], line(can), numbered[2]]
    plan = with_sections(*section, heading("Section F: Provision"), line("A mentor sees Mia each day."))
    assert (can in [item.text for item in needing(plan, "B")]) is need


@pytest.mark.parametrize(
    "need", ["Mia leaves letters out at the end of words.", "Mia mixes up numbers, and tires at the end of the day."]
)
def test_letters_and_numbers_that_are_hard_lead_to_no_needs(need):
    assert kept(NEED, need, OTHER) == [NEED, need, OTHER]
