"""A club, a clinic or people that the child goes to are no service where the outcome goes on to what the child does."""

import pytest

from ehcp_audit.language.outcomes import outcome_wording


@pytest.mark.parametrize(
    "text",
    [
        "By July 2027 Ana will go to her eye clinic with a friend, and say what has changed since last time.",
        "By July 2028 Ana will take part in a Saturday club for three hours, and choose what she does there.",
        "By July 2028 Ana will count her food and treat a low by herself on every day, and will attend clinic alone.",
        "By July 2028 Ana joins a group at break on four days of five and tells new people what she can see.",
        "By July 2028 Ana works with a new member of staff within a week, and asks people to face her.",
    ],
)
def test_going_there_with_an_act_of_the_childs_own_is_an_outcome(text):
    assert not outcome_wording(text).is_provision


@pytest.mark.parametrize(
    "text",
    [
        "By July 2028 Ana will attend weekly therapy sessions and use the strategies that she is taught.",
        "By July 2028 Ana will take part in a social skills group and say how she feels.",
        "By July 2028 Ana will work with a specialist teacher and read.",
        "By July 2028 Ana will attend a nurture group and see the play therapist.",
        "By July 2028 Ana will attend a lunch club. She will tell a friend about it.",
        "By July 2028 Ana takes part in a club for two hours each week, and is bathed by one adult every day.",
        "By July 2028 Ana will have a mentor, and ask for help.",
    ],
)
def test_teaching_that_is_gone_to_stays_what_is_given(text):
    assert outcome_wording(text).is_provision
