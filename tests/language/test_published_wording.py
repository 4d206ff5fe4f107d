"""What published examples write often, each with its near miss, in our own words."""

import pytest

from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Jo will share her wishes and feelings with a trusted adult.", False),
        ("Tells her social worker her views and wishes before each review.", False),
        ("Jo can say what her wishes, views and needs are.", False),
        ("Jo's wishes and feelings are that she lives with her aunt.", True),
        ("Her wishes: to be a vet.", True),
        ("His wishes are to work with animals.", True),
    ],
)
def test_wishes_and_feelings_that_are_told_are_no_wish(text, wish):
    assert outcome_wording(text).is_aspiration is wish


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Bo will know 12 of the 20 letter sounds.", True),
        ("Bo will learn four number bonds to ten.", True),
        ("Bo knows three strategies for staying calm.", False),
        ("To do up his own coat", True),
        ("Fastens her sandals", False),
        ("Improve his reading rate to 80 words a minute", True),
        ("Improve his reading by 80%", False),
        ("Reduce support to five hours a week", False),
        ("Gains a Level 1 award", True),
        ("Works at a level like that of his class", False),
        ("Takes part in the school concert", True),
        ("Takes part in a lesson", False),
        ("Shows the skills needed for paid work", False),
        ("Has paid work in a bakery", True),
        ("Cooks a meal with appropriate support", False),
        ("Cooks a meal with one verbal prompt", True),
    ],
)
def test_a_number_of_known_things_a_task_and_a_level_reached_are_measurable(text, measurable):
    assert outcome_wording(text).measurable is measurable


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Encourage Ana to join group games", True),
        ("Support him to make friends", True),
        ("Help Mum to cook tea", False),
        ("Teach a friend to play chess", False),
        ("Ana will be seen to share toys in 3 of 5 sessions.", False),
        ("Ana will be observed playing beside one peer for five minutes.", False),
        ("Ana will be observed by the EP each term.", True),
        ("This outcome will be reviewed each term.", True),
        ("He will read 20 words. Progress will be reviewed each term.", False),
        ("Ana will name four jobs to be explored.", False),
        ("Ana to be supported in class.", True),
    ],
)
def test_what_an_adult_does_is_provision_and_what_is_seen_of_the_child_is_not(text, provision):
    assert outcome_wording(text).is_provision is provision


@pytest.mark.parametrize(
    ("text", "timed"),
    [("Shares toys within the Reception classroom.", False), ("Within the Reception year he will share toys.", True)],
)
def test_a_room_is_no_deadline(text, timed):
    assert outcome_wording(text).time_bound is timed


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("He will dress himself and can make his own breakfast.", True),
        ("He can name the setting, the characters and message of a story.", False),
    ],
)
def test_can_joins_a_second_result(text, several):
    assert outcome_wording(text).multiple is several


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("30 minutes physio weekly", False),
        ("An hour of physio weekly", False),
        ("Guidance on OT for parents", False),
        ("Training from the OT", True),
        ("A small tutor group", False),
        ("Check-in with the form tutor every day", True),
        ("A travel buddy", False),
    ],
)
def test_a_therapy_a_class_and_a_buddy_are_nobody(text, named):
    assert provision_wording(text).who is named


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Adults giving short instructions with a visual", True),
        ("Adults being calm", False),
        ("Staff saying his name before an instruction", True),
        ("Hands-on learning activities", False),
        ("Help through training", False),
        ("Pottery training", True),
        ("SEMH intervention", False),
        ("Number intervention", True),
    ],
)
def test_how_and_through_what_name_no_type(text, typed):
    assert provision_wording(text).specific_type is typed


def test_the_whole_class_is_no_occasion():
    assert not provision_wording("Movement circuits for the whole class").quantified
    assert provision_wording("An adult beside him for the whole lesson").quantified


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Training around autism for all teachers", False),
        ("Reading for around 20 minutes a day", True),
        ("A language programme delivered by a TA and monitored by the SaLT", False),
        ("Progress monitored by the SENCo", True),
    ],
)
def test_around_a_subject_and_monitored_by_somebody_leave_nothing_open(text, hedged):
    assert bool(provision_wording(text).hedges) is hedged


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("Jo will 'sit at the table' for ten minutes.", True),
        ("'Sit at the table' for ten minutes", True),
        ("“Stay on task” for ten minutes", True),
        ("'Help' cards in each lesson", False),
    ],
)
def test_a_target_in_quotation_marks_is_read_as_without_them(text, specific):
    assert outcome_wording(text).specific is specific
