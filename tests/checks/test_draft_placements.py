"""Settings promised in a draft, in section I or wherever a place is spoken of as settled."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(**given):
    return checks()["placement.fits_status"].function(small(status="draft", child_name="Nell Exampleby", **given))


@pytest.mark.parametrize(
    "text",
    [
        "Nell and her mother can rest assured that Fernhollow Lodge is expecting her on Monday.",
        "We hear from Larkhill Meadows that a desk is ready.",
    ],
)
def test_a_name_in_section_i_of_a_draft_is_put_to_a_person(text):
    answer = ask(I=text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    "text",
    [
        "To be completed when the plan is final.",
        "Left blank; Mr Osei and Nell Exampleby have fifteen days from the draft to name a school.",
        "The council will name a school for Nell Exampleby when the plan is final.",
        "Exampleshire County Council will name the school or college when the plan is final.",
    ],
)
def test_a_section_i_that_is_left_open_is_met(text):
    assert ask(I=text).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant will read with Nell for 20 minutes daily when she joins Oakmere Academy in January.",
        "Nell will be taught in the hearing unit at Oakmere Academy from Year 7.",
        "We have agreed that Nell shall be placed at Oakmere College.",
        "Nell will remain at Elm Grove Primary until she is eleven.",
    ],
)
def test_a_place_spoken_of_as_settled_in_a_draft_is_put_to_a_person(text):
    answer = ask(I="Left blank.", F=text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert answer.evidence


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant at Oakmere Academy reads with Nell for 20 minutes each day.",
        "Oakmere Academy's literacy teacher will teach Nell for an hour a week.",
    ],
)
def test_the_setting_that_gives_help_now_may_stand_in_a_draft(text):
    assert ask(I="Left blank.", F=text).verdict is Verdict.MET
