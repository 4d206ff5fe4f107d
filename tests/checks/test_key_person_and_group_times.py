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
        ("Radio aid worn by his teacher in all group lessons, 17 hours a week.", False),
        ("Speech through a radio aid in all groups, checked each week.", False),
        ("Until he takes up his place at the Larches Nurture Base, it is held in the library.", False),
        ("ELSA Nurture Group with the learning mentor, 30 minutes a week.", True),
        ("Group lessons with the speech therapist, 20 minutes a week.", True),
        ("Group time with the speech therapist, 20 minutes a week.", True),
        ("A language group, 20 minutes a week, with the speech therapist.", True),
    ],
)
def test_a_group_time_of_the_day_has_no_size_to_tell(words, asked):
    assert (ask("provision.group_size", words).verdict is not Verdict.NOT_APPLICABLE) is asked


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("A play group of Noor and three hearing children, 20 minutes every day, led by a teacher.", True),
        ("A play group of Noor, Sam and Ada, 20 minutes every day, led by a teacher.", True),
        ("Day with other blind children, group of at most ten, with a teacher of the blind.", True),
        ("A play group of Noor's friends, 20 minutes every day, led by a teacher.", False),
        ("A group for Noor and her friends, 20 minutes every day, led by a teacher.", False),
        ("A group with Noor's class teacher and a mentor, 20 minutes every day.", False),
    ],
)
def test_a_group_whose_members_are_told_has_a_size(words, said):
    assert (ask("provision.group_size", words).verdict is Verdict.MET) is said


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Programme: Springline Adult Learning, part time, 15 hours a week until July 2028.", "does not say who"),
        ("Programme by an adult, part time, 15 hours a week until July 2028.", "name no role"),
    ],
)
def test_a_word_in_the_name_of_a_place_is_nobody_who_does_it(words, note):
    assert note in ask("provision.who", words).note
