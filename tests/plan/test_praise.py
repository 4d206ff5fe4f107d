"""Loose paragraphs of praise beside numbered needs are no needs; what is hard, or goes well on terms, stays one."""

import pytest

from ehcp_audit.model import Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.opening_needs import without_opening, without_praise

FIRST = "He understands sentences with three key words, so he carries out 4 of 10 instructions."
SECOND = "He reads 14 words by sight; his word reading is below the 1st percentile."


def needs(*told):
    """How many of the needs are kept: each is a number, if any, and its words."""
    drafts = [Draft([Passage(text, at * 1000)], number=number) for at, (number, text) in enumerate(told)]
    return len(without_praise(drafts))


@pytest.mark.parametrize(
    "praise",
    [
        "Nate learns songs and routines quickly.",
        "Nate cheers other children on.",
        "Nate has good rhythm and good hearing.",
        "He is clear about what he wants.",
        "Cognition and learning. Nate is of average ability and strong in English and history.",
        "Physical and sensory. He steers his powered chair with skill. Vision and hearing are normal.",
        "Nate reads fluently, has an exceptional memory and is two years ahead of his age. He is punctual.",
        "I talk well and can explain how a machine works.",
        "I am good at mathematics.",
    ],
)
def test_praise_between_numbered_needs_is_none(praise):
    assert needs(("1", FIRST), (None, praise), ("2", SECOND)) == 2


@pytest.mark.parametrize(
    "need",
    [
        "Nate learns songs quickly but forgets what they mean.",
        "He works well only one to one.",
        "He works well when an adult sits beside him.",
        "He has good hearing in one ear.",
        "Nate is good at hiding how he feels.",
        "He is quick to lose his temper.",
        "He has strong reactions to smells.",
        "He holds a pencil in his fist and writes six letters.",
        "He wears hearing aids in both ears.",
        "Nate is friendly to everyone. He follows strangers out of the shop.",
        "He eats three foods.",
    ],
)
def test_what_is_hard_or_goes_well_on_terms_is_a_need(need):
    assert needs(("1", FIRST), (None, need), ("2", SECOND)) == 3


def test_praise_without_numbers_beside_it_stays():
    assert needs((None, "Nate learns songs quickly."), (None, FIRST), ("1", SECOND)) == 3
    assert needs(("1", "Nate learns songs quickly."), ("2", FIRST), ("3", SECOND)) == 3


def test_numbers_may_be_codes_of_the_writers_own():
    assert needs((None, "I am kind and I say sorry first."), (None, "N1. I interrupt."), (None, "N2. I leave.")) == 2


@pytest.mark.parametrize(
    ("first", "count"),
    [
        ("Ada has a permanent sensorineural hearing loss in both ears: moderate in the right, severe in the left.", 2),
        ("Ada has a permanent hearing loss in both ears, so she misses what others say.", 3),
        ("Ada has a permanent hearing loss and finds groups hard.", 3),
    ],
)
def test_a_hearing_loss_alone_over_numbered_needs_is_the_diagnosis(first, count):
    told = ((None, first), ("1", FIRST), ("2", SECOND))
    drafts = [Draft([Passage(text, at * 1000)], number=number) for at, (number, text) in enumerate(told)]
    assert len(without_opening(drafts)) == count
