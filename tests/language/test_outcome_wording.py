"""The wording of outcomes, element by element, with near misses."""

import pytest

from ehcp_audit.language.outcomes import outcome_wording


@pytest.mark.parametrize(
    "text",
    [
        "Sam will ask a friend to play.",
        "Reads 40 sight words",
        "Sam will not hit other children.",
        "Sam will improve his social skills by greeting two peers each morning.",
        "By July 2027 Sam will plait a rope.",
        "To tie his laces",
    ],
)
def test_something_that_can_be_seen_is_specific(text):
    assert outcome_wording(text).specific


@pytest.mark.parametrize(
    "text",
    [
        "Sam will improve his literacy.",
        "Sam will understand his emotions.",
        "Sam will improve maths skills with 80% accuracy.",
        "Good attendance",
        "Sam will show respect.",
        "To use equipment responsibly",
        "By Year 9 Sam will be more independent.",
    ],
)
def test_an_area_a_state_of_mind_or_a_manner_is_not_specific(text):
    assert not outcome_wording(text).specific


@pytest.mark.parametrize(
    "text",
    [
        "Sam will read a page aloud in 3 out of 4 sessions.",
        "Sam will put on his coat without adult help.",
        "Sam will work in a garden centre.",
        "Sam will hold a Level 2 certificate in catering.",
        "Sam will use three-word phrases to ask for toys.",
        "Improve his reading age from 7 years to 8 years",
    ],
)
def test_a_count_a_level_or_an_event_is_measurable(text):
    assert outcome_wording(text).measurable


@pytest.mark.parametrize(
    "text",
    [
        "Sam will ask a friend to play.",
        "In a Year 4 class, Sam will ask for help.",
        "Sam will contribute usefully in at least one game a week.",
        "Sam will produce independently planned answers.",
        "Sam will use Y number of signs in snack time.",
        "Sam would like to win 3 races.",
    ],
)
def test_without_a_criterion_nothing_is_measurable(text):
    assert not outcome_wording(text).measurable


@pytest.mark.parametrize(
    "text",
    [
        "Sam will receive speech therapy each week.",
        "Staff will use visual timetables.",
        "15 hours of TA support per week",
        "Sam will attend a weekly social skills group.",
        "The SENCo will review the programme.",
        "Referral to CAMHS",
    ],
)
def test_provision_that_poses_as_an_outcome_is_told(text):
    said = outcome_wording(text)
    assert said.is_provision
    assert said.overall == "not"


@pytest.mark.parametrize(
    "text",
    [
        "Sam will ask the teacher for help.",
        "Sam will take turns in a group of four.",
        "Sam will attend all of his lessons.",
        "Given a prompt by the TA, Sam will start his work within 2 minutes.",
        "(Independent living) plan a day's meals and give the carer each instruction.",
        "Friendship: plan a party with two friends.",
    ],
)
def test_an_outcome_that_mentions_people_or_groups_is_no_provision(text):
    assert not outcome_wording(text).is_provision


@pytest.mark.parametrize(
    "text",
    [
        "Sam would like to be a vet.",
        "I want to live by the sea.",
        "Mum hopes that he makes friends.",
        "One day Sam will fly.",
    ],
)
def test_a_wish_is_an_aspiration(text):
    assert outcome_wording(text).is_aspiration


@pytest.mark.parametrize(
    "text",
    [
        "Sam will use a three-step plan.",
        "Sam will say what he wants.",
        "Sam will work in a shop.",
        "Sam will report a fault within one day.",
        "Sam will work one day a week.",
    ],
)
def test_a_plan_a_choice_or_a_result_is_no_aspiration(text):
    assert not outcome_wording(text).is_aspiration


def test_a_smart_outcome_holds_every_element_with_its_words():
    said = outcome_wording("By the end of Year 6, Sam will read a page aloud with no more than two errors.")
    assert said.overall == "smart"
    assert said.time_phrase == "By the end of Year 6"
    assert [span.text for span in said.behaviours] == ["read"]
    assert said.notes == ()


def test_joined_results_are_told_from_purposes():
    assert outcome_wording("Sam will improve his reading and develop friendships.").multiple
    assert not outcome_wording("Sam will ask for a break so that he can calm down and go on.").multiple


def test_nothing_is_said_of_an_empty_text():
    assert outcome_wording("").overall == "not"


def test_a_baseline_is_noted_where_it_is_given():
    said = outcome_wording("By July 2027 Ana will read 45 words a minute, up from 20.")
    assert [span.text for span in said.baselines] == ["up from 20"]
    assert not outcome_wording("By July 2027 Ana will read 45 words a minute.").baselines


def test_so_many_minutes_of_a_therapy_are_provision():
    assert outcome_wording("Sam will have 30 minutes of occupational therapy every fortnight.").is_provision
    assert outcome_wording("Sam will be meeting his mentor for half an hour on two mornings a week.").is_provision
    assert outcome_wording("By July 2028 Sam will have received two twelve-week blocks of therapy.").is_provision
    assert not outcome_wording("Sam will book and attend his own appointments.").is_provision
    assert not outcome_wording("Sam will attend one weekly group of his choice.").is_provision


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("By July 2027, be seen by the occupational therapist once every half-term.", ("seen",)),
        ("By July 2027, be given a laptop.", ("given",)),
        ("have weekly sessions with a mentor", ("sessions",)),
        ("By July 2027, be seen to share toys with two children.", ()),
        ("have two friends whom he plays with", ()),
        ("attend 95% of lessons", ()),
    ],
)
def test_an_outcome_that_begins_with_its_verb_is_read_as_under_will(text, service):
    found = outcome_wording(text).provision
    assert bool(found) is bool(service)
    assert all(any(word in span.text for span in found) for word in service)
    assert all(text[span.start : span.end] == span.text for span in found)
