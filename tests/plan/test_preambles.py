"""What stands around lines of provision and advice and is none: preambles, closing words, timetables, signatures."""

import pytest
from plans import heading, line, plan_of, row, texts, with_sections

from ehcp_audit.checks.lines import is_statement
from ehcp_audit.plan.preambles import is_preamble, is_scope

GIVEN = "A teaching assistant reads with Ivo for 20 minutes each day."


@pytest.mark.parametrize(
    "words",
    [
        "The school year has 38 weeks.",
        "A college week is 16 taught hours.",
        "Lessons last fifty minutes.",
        "There are 39 weeks in the school year.",
        "Ivo's school week is 25 hours.",
        "The academic year consists of 37 teaching weeks.",
        "All provision is in term time and stands until 31 August 2028.",
        "Everything here runs for 38 weeks a year, unless a line says otherwise.",
        "The provision below applies from 4 January 2027 until it is amended.",
        "Unless a row says otherwise provision starts in January 2027 and lasts until July 2029.",
        "The nursery gives all the support below from 4 January 2027.",
        "The support set out here is for each school week of the year.",
        "Timetables are given in the second column.",
        "The school makes it from its own budget share and top-up funding.",
        "School timetable, 39 weeks a year, from January 2027.",
        "Weekly timetable, 39 weeks a year.",
        "The grid runs from January 2027 until July 2028.",
        "Every row runs from 4 January 2027 until the end of Year 6 unless another date is given.",
        "The authority shall secure the provision in this section in every school week (39 weeks a year).",
        "The council will secure the following in each of 38 weeks.",
        "The college delivers what follows in each of its 36 weeks until July 2028.",
        "The following will be made available during every school week from January 2027.",
        "Period: from 4 January 2027 to 21 July 2028, in each of the 38 weeks.",
        "It was written with the nursery and her parents.",
        "In brackets is the number of the need.",
        "Ivo follows the National Curriculum.",
        "Weeks are school weeks, of which there are 39.",
        "Minutes are teaching minutes.",
        "The times are approximate.",
        "The key beneath says who does each thing and for which need and outcome.",
        "The letters after each row name the need.",
        "Where we name a mentor we mean one who has been trained in autism.",
        "The assistant referred to is a teaching assistant with a level 3 award and two days of dyslexia training.",
        'By "the key adult" we mean the class teacher.',
        "TA stands for teaching assistant.",
        "The therapist named below is a speech and language therapist registered with the HCPC.",
        "Ivo goes to nursery on three days (15 hours) in each of 38 weeks.",
        "Ivo will not take the multiplication check in June 2027.",
        "He is disapplied from French.",
        "She does not study a modern foreign language.",
        "Ivo stays with his own year group.",
        "The National Curriculum applies, with reading from an earlier stage.",
    ],
)
def test_words_around_provision_are_no_line_of_it(words):
    assert is_preamble(words)
    plan = with_sections(heading("Section F: Special educational provision"), line(words), line(GIVEN))
    assert texts(plan, "F") == [GIVEN]
    plan = with_sections(heading("Section F: Special educational provision"), line(f"{words} {GIVEN}"))
    assert texts(plan, "F") == [GIVEN]
    plan = with_sections(heading("Section F: Special educational provision"), line(f"1. {words}"), line(f"2. {GIVEN}"))
    assert texts(plan, "F") == [GIVEN]


@pytest.mark.parametrize(
    "words",
    [
        "Provision is made for two hours a week by a tutor until July 2028.",
        "Support will be given in every lesson by a teaching assistant.",
        "The week has two hours of phonics.",
        "Sessions last 45 minutes.",
        "Staff will not ask him to read aloud in any test.",
        "Ivo will not wait for more than five minutes for his bus.",
        "He is not to be left alone on the course.",
        "A weekly timetable is drawn with Ivo each Monday.",
        "Ivo stays with the teaching assistant at lunch.",
        "The help below is given daily by the teaching assistant until July 2028.",
        "All support is provided one to one until July 2028.",
        "The assistant referred to is a teaching assistant who sits with Ivo.",
        "The assistant named above is with Ivo for 25 hours a week.",
        "The assistant named below is a teaching assistant, full-time.",
        "The assistant is a help to Ivo.",
    ],
)
def test_what_is_given_is_no_preamble(words):
    assert not is_preamble(words)


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("For 39 weeks of the year from January 2027 until the end of Year 6, unless another period is stated.", True),
        ("For 38 weeks a year, until July 2028.", True),
        ("For 39 weeks of the year a tutor reads with Ivo for an hour.", False),
        ("For 12 weeks, a group of four.", False),
    ],
)
def test_the_weeks_of_a_year_alone_are_said_of_all_provision(words, scope):
    assert is_scope(words) is scope


def test_who_is_meant_is_asked_for_no_amount_within_a_paragraph():
    defined = "The assistant referred to is a teaching assistant with two days of training from the specialist teacher."
    plan = with_sections(heading("Section F: Special educational provision"), line(f"{GIVEN} {defined}"))
    assert all(is_statement(text) for text in texts(plan, "F") if text != GIVEN)
    assert is_statement(defined)
    assert not is_statement(GIVEN)


def test_a_weekly_timetable_is_no_list_of_lines():
    grid = [
        row(1, 1, "", "P1", "P2", "P3"),
        row(1, 2, "Mon", "English (T)", "Maths (S)", "Art (S)"),
        row(1, 3, "Tues", "Signing (D)", "Friendship group (G)", "Maths (S)"),
        row(1, 4, "Wednesday", "Maths (S)", "English (T)", "Horses (R)"),
    ]
    plan = with_sections(heading("Section F: Special educational provision"), *grid, line(GIVEN))
    assert texts(plan, "F") == [GIVEN]
    turned = [
        row(1, 1, "", "Monday", "Tuesday", "Wednesday", "Thursday"),
        row(1, 2, "9.15 to 10.15", "English", "Signing", "Maths", "PE"),
        row(1, 3, "Lesson 2", "Maths", "Friendship group", "English", "Horses"),
    ]
    plan = with_sections(heading("Section F: Special educational provision"), *turned, line(GIVEN))
    assert texts(plan, "F") == [GIVEN]


def test_days_under_named_columns_are_lines_and_a_lone_grid_is_read():
    rows = [
        row(1, 1, "Day", "Provision", "Who", "How long"),
        row(1, 2, "Mon", "Phonics", "Teaching assistant", "20 minutes"),
        row(1, 3, "Tue", "Number games", "Teaching assistant", "20 minutes"),
        row(1, 4, "Wed", "Talk group", "Speech therapist", "30 minutes"),
    ]
    plan = with_sections(heading("Section F: Special educational provision"), *rows, line(GIVEN))
    assert texts(plan, "F") == ["Phonics", "Number games", "Talk group", GIVEN]
    grid = [
        row(1, at, day, "Phonics (T)", "Signing (D)", "Talk group (G)")
        for at, day in enumerate(("Mon", "Tue", "Fri"), 1)
    ]
    assert texts(with_sections(heading("Section F: Special educational provision"), *grid), "F")


STRENGTHS = "Ivo has a keen ear and a wide vocabulary. He enjoys drums and will keep a beat for an hour."


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (STRENGTHS, False),
        ("Ivo is brave in the water. He will try any stroke.", False),
        ("Ivo has a strong dislike of drums. He will leave the hall.", True),
        ("Ivo is kind. Staff will show him each change in pictures.", True),
        ("Ivo has a keen ear, which makes the hall hard for him.", True),
    ],
)
def test_a_paragraph_of_strengths_beside_numbered_needs_is_no_need(words, kept):
    needs = [line(f"B{at}. {one}") for at, one in enumerate(("He stammers.", "He tires.", "He reads 12 words."), 1)]
    plan = with_sections(heading("Section B: Special educational needs"), line(words), *needs)
    assert (len(plan.section("B").items) == 4) is kept


@pytest.mark.parametrize(
    "words",
    [
        "Officer for the county: Ann Lee, EHC plan co-ordinator    4 January 2027",
        "SEND case officer: Ann Lee, 4 January 2027",
        "Signed and sealed on 4 January 2027. Ann Lee, Head of SEND, Exampleshire Council.",
        "Given under the hand of Ann Lee, Head of SEND, this 4th day of January 2027.",
        "Ann Lee, EHC plan writer, Exampleshire Council",
        "Your plan will be reviewed with you by 4 January 2027.",
        "Prepared by Ann Lee, EHCP officer, 4 January 2027",
        "This plan was drawn up by Ann Lee for Exampleshire Council, 4 January 2027",
        "For the Council: Ann Lee, team lead, 4 January 2027",
        "On behalf of the local authority, Ann Lee, 4 January 2027",
    ],
)
def test_whoever_made_the_plan_gave_no_advice(words):
    plan = _with_advice(words)
    assert [one.name for one in plan.facts.contributors] == ["Dr Ada Finch"]


@pytest.mark.parametrize(
    "words",
    [
        "Social worker: Ann Lee, 4 January 2027",
        "Written by Ann Lee, class teacher, 4 January 2027",
        "Careers officer: Ann Lee, 4 January 2027",
    ],
)
def test_whoever_wrote_advice_gave_it(words):
    assert len(_with_advice(words).facts.contributors) == 2


def _with_advice(words):
    return plan_of(
        heading("Section F: Special educational provision"),
        line(GIVEN),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
        heading("Section K: Advice and information"),
        line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
        line(words),
    )


@pytest.mark.parametrize(
    "said",
    [
        "Ama follows the National Curriculum with one-to-one support from a teaching assistant.",
        "The National Curriculum applies, with reading taught by a specialist teacher.",
        "Dates: a calendar on her desk is read with her each morning.",
        "Duration: 30 minutes of reading each day with a teacher.",
        "In brackets are the signs that staff use with Ama.",
        "The following will be made available from September 2026: a laptop.",
    ],
)
def test_what_is_given_beside_is_no_preamble(said):
    assert not is_preamble(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ama follows the full National Curriculum at Year 3 level.",
        "Period: from 30 November 2026 to 21 July 2028, 38 weeks.",
        "In brackets is the number of the need.",
        "The following will be made available from September 2026 to July 2027.",
    ],
)
def test_when_and_how_all_of_it_runs_is_a_preamble(said):
    assert is_preamble(said)


@pytest.mark.parametrize(
    "words",
    [
        "Sessions are one to one with a teaching assistant.",
        "The key worker gives him a card for the day.",
        "The letters of the alphabet are taught by an assistant, and the teacher names each need.",
    ],
)
def test_a_line_that_begins_as_a_key_or_a_unit_is_read(words):
    assert not is_preamble(words)
