"""Help that an outcome tells as under way: "will be having her hour with the teacher"; and what the child does then."""

import pytest

from ehcp_audit.language.outcomes import outcome_wording

HELP = [
    "working through a friendship programme each week with the speech and language therapist and two girls",
    "having her Tuesday numeracy hour with the specialist teacher",
    "halfway through the confidence course with the school counsellor",
    "doing her daily reading scheme with the teaching assistant",
    "part of the Friday lunch group with the learning mentor",
    "at the nurture breakfast each morning with the family worker",
    "following a handwriting scheme for fifteen minutes each morning",
    "spending an hour each Monday with the autism outreach teacher",
    "getting her weekly slot with the mental health practitioner",
    "attending a sensory circuit at the start of each day",
    "using the sensory room twice a day with an assistant beside her",
    "taking part in the lunchtime friendship circle run by the tutor",
]
DOES = [
    "working through her own list of five tasks without a prompt in 4 lessons of 5",
    "having lunch in the hall with two friends on four days of five",
    "having a conversation of six turns with another child each day",
    "halfway through her Level 1 bricklaying course at college",
    "part of the school netball team, and play in three matches",
    "at school for all five days each week",
    "following two-step instructions from the teacher in 9 lessons of 10",
    "spending her own money in a shop and counting the change",
    "spending the first half of lessons working without help from the teacher",
    "doing the whole maths lesson with the class teacher, and not with the assistant",
    "in the class each morning with her teacher and without her mother",
    "doing a paper round for an hour on Saturdays",
    "using the sensory room by herself, no more than once a day",
    "on a Level 2 catering course at college",
]


@pytest.mark.parametrize("words", HELP)
def test_help_under_way_is_provision(words):
    assert outcome_wording(f"By July 2027 Keira will be {words}.").is_provision


@pytest.mark.parametrize("words", DOES)
def test_what_the_child_does_by_then_is_none(words):
    assert not outcome_wording(f"By July 2027 Keira will be {words}.").is_provision


def test_things_to_hand_are_provision_and_things_set_out_are_not():
    given = outcome_wording("By July 2028 Mariam will have a number kit to hand in all mathematics lessons.")
    done = outcome_wording("By July 2028 Mariam will set out her number kit herself in all mathematics lessons.")
    assert (given.is_provision, done.is_provision) == (True, False)


def test_what_is_attended_each_week_is_no_share_but_every_session_is_one():
    weekly = outcome_wording("By July 2027 Raj will be joining the social stories group every Monday.")
    share = outcome_wording("By July 2027 Raj will take part in every session of the group.")
    assert (weekly.is_provision, share.is_provision) == (True, False)
