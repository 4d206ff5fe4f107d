"""The wording of provision, element by element, with near misses."""

import pytest

from ehcp_audit.language.provision import provision_wording


@pytest.mark.parametrize(
    "text",
    [
        "Precision teaching",
        "Weekly music therapy",
        "A sloping board",
        "Pottery sessions",
        "All staff to be trained in Makaton.",
        "A TA will read with Sam.",
        "Movement breaks as required",
        "Signed videos of stories",
    ],
)
def test_a_therapy_programme_thing_or_activity_is_a_type(text):
    assert provision_wording(text).specific_type


@pytest.mark.parametrize(
    "text",
    [
        "Support as required",
        "Opportunities to develop independence",
        "Input from professionals",
        "A range of strategies",
        "A nurturing ethos",
        "Mentor with training in counselling",
        "Training for parents to be considered",
        "Differentiation",
    ],
)
def test_bare_help_is_no_type(text):
    assert not provision_wording(text).specific_type


@pytest.mark.parametrize(
    "text",
    [
        "30 mins/day phonics",
        "Six sessions of 45 minutes each",
        "2 x 30 minutes per week",
        "1:1 supervision every lunchtime",
        "A radio aid at all times",
        "One hour every other week",
        "Annual hearing test",
        "Half an hour on Mondays",
    ],
)
def test_an_amount_that_can_be_worked_out_is_quantified(text):
    assert provision_wording(text).quantified


@pytest.mark.parametrize(
    "text",
    [
        "Weekly phonics",
        "20 minutes of phonics",
        "Available in all rooms",
        "The teacher will visit termly",
        "Regular breaks",
        "In a class of 12",
        "Opportunities for exercise throughout the school day",
    ],
)
def test_a_frequency_or_a_length_alone_is_not_quantified(text):
    assert not provision_wording(text).quantified


@pytest.mark.parametrize(
    "text",
    ["Delivered by an HLTA", "QToD visits", "A registered occupational therapist", "Catch-up with the form tutor"],
)
def test_a_role_or_qualification_names_who(text):
    assert provision_wording(text).who


@pytest.mark.parametrize(
    "text",
    ["A trusted adult", "Staff will help", "The school", "All teachers to receive a briefing", "Occupational therapy"],
)
def test_adults_staff_schools_and_receivers_name_nobody(text):
    assert not provision_wording(text).who


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Physiotherapy as required", ("as required",)),
        ("Up to 30 minutes of phonics a day", ("Up to",)),
        ("Phonics in a group of up to six pupils", ()),
        ("At least 30 minutes of phonics a day", ()),
        ("TA support", ()),
        ("Help in class", ("Help",)),
        ("Music therapy for 2-6 hours a term", ("2-6 hours",)),
        ("Music therapy for 20-30 minutes a term", ()),
        ("Sensory toys, such as fidgets", ()),
        ("Would benefit from a laptop in May", ("Would benefit from",)),
        ("Physiotherapy, 45 minutes per visit across the year", ("per visit across the year",)),
        ("Physiotherapy weekly, 45 minutes per visit across the year", ()),
        ("A reader in tests, where he has extra time to allow processing", ()),
    ],
)
def test_hedges_have_their_exceptions(text, terms):
    assert provision_wording(text).vague_terms == terms


def test_the_kind_of_a_hedge_is_told():
    said = provision_wording("Sam would benefit from regular time with a trusted adult.")
    assert [span.kind for span in said.hedges] == ["commitment", "amount", "actor"]


def test_specified_provision_says_what_how_much_and_who():
    said = provision_wording("An HLTA will teach Numicon for 30 minutes three times a week.")
    assert (said.overall, said.notes) == ("specified", ())


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("Sam will carry a card and may leave the room.", False),
        ("Staff will meet and may leave a note.", True),
        ("The review will look at schools that could be suitable.", False),
        ("A school that could be suitable.", True),
        ("Support in lessons: new words drawn and checked by the teaching assistant.", False),
        ("Support in lessons.", True),
        ('Instructions are shown on a board with a "help" card fixed to it.', False),
    ],
)
def test_words_that_open_nothing_where_they_give_leave_or_choose(text, left_open):
    assert bool(provision_wording(text).hedges) is left_open


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A quarter of an hour with a mentor.", []),
        ("A mentor meets her every quarter of the year.", ["every quarter"]),
        ("A mentor meets them once a quarter.", ["once a quarter"]),
    ],
)
def test_a_quarter_of_an_hour_is_no_frequency(text, said):
    assert [one.text for one in provision_wording(text).frequencies] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("An adult sits beside them whenever they eat", ["whenever they eat"]),
        ("An adult sits beside them whenever they seem unhappy", []),
        ("An adult is beside her throughout the day", ["throughout the day"]),
        ("An adult checks frequently through the day", []),
        ("A mentor is there throughout the year", []),
    ],
)
def test_what_is_at_some_times_is_no_occasion(text, said):
    assert [one.text for one in provision_wording(text).occasions] == said


def test_small_groups_that_a_room_is_used_for_leave_nothing_open():
    assert not provision_wording("A quiet room for all one-to-one and small-group sessions in this plan.").hedges
    assert [one.text for one in provision_wording("In all lessons small-group work.").hedges] == ["small-group"]


def test_a_calm_space_that_is_kept_for_the_child_is_promised():
    kept = "A calm space in or next to the classroom, kept for his use all day, one adult within sight."
    assert not provision_wording(kept).hedges
    assert [one.text for one in provision_wording("A calm space when staff can find one.").hedges][:1] == [
        "A calm space"
    ]
