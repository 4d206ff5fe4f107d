"""Who the key person is, and group times of the nursery's day (F05, F06)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small

AID = "Radio aid worn by the adult who leads, {}, checked by the teacher of the deaf each week for 10 minutes."


def ask(name, *provision):
    plan = small(F="\n".join(provision))
    return (
        checks()[name].function(plan.section("F").items[0], plan)
        if name == "provision.who"
        else checks()[name].function(plan.section("F").items[0])
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Signed story, one to one, 15 minutes, daily, by key person trained to British Sign Language Level 3.", True),
        ("Signed story, 15 minutes a day, by a key adult with a Level 3 childcare qualification.", True),
        ("Pastoral worker runs a craft group, five pupils, 25 minutes twice a week.", True),
        ("Signed story, one to one, 15 minutes, daily, by key person.", False),
        ("Signed story, one to one, 15 minutes, daily, by a suitably trained key person.", False),
        ("Signed story, one to one, 15 minutes, daily, by key person trained as needed.", False),
    ],
)
def test_a_key_person_with_a_qualification_is_a_role(words, named):
    assert (ask("provision.who", words).verdict is Verdict.MET) is named


def test_another_line_may_say_what_the_key_person_has_learned():
    signs = "Key person signs the story for Noor for 15 minutes a day."
    learned = "Signed talk, 20 minutes a day, by key person trained to British Sign Language Level 3."
    assert ask("provision.who", signs, learned).verdict is Verdict.MET
    assert ask("provision.who", signs, "Signed talk, 20 minutes a day, by a deaf tutor.").verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (AID.format("in every group time"), False),
        (AID.format("for all group times"), False),
        ("Curtains and a carpet in the group room, fitted by the site manager.", False),
        ("Group time with the speech therapist, 20 minutes a week.", True),
        ("A language group, 20 minutes a week, with the speech therapist.", True),
    ],
)
def test_a_group_time_of_the_day_has_no_size_to_tell(words, asked):
    assert (ask("provision.group_size", words).verdict is not Verdict.NOT_APPLICABLE) is asked
