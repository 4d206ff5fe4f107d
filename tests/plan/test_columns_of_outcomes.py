"""Tables whose outcomes stand under a date, and provision that follows the name of its need in one paragraph."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, with_sections

from ehcp_audit.plan.times import says_by_when

READS = "Rowan will read 45 words by sight in four of five sessions."
ASKS = "Rowan will ask for a break with his card in eight of ten lessons."


def outcomes(*stretches):
    return outcomes_of(*stretches).section("E").items


def provision(*stretches):
    return provision_of(*stretches).section("F").items


@pytest.mark.parametrize("header", ["By July 2029", "Outcome (by July 2029)", "By when and what"])
def test_a_column_under_a_date_holds_the_outcomes(header):
    rows = (
        row(1, 1, "No.", "Strand", header, "Step by July 2027"),
        row(1, 2, "E1", "Community", READS, "20 words"),
        row(1, 3, "E2", "Health", ASKS, "five of ten lessons"),
    )
    found = outcomes(*(one for cells in rows for one in cells))
    assert [one.text for one in found] == [READS, ASKS]
    assert all(fields(one)["steps"] for one in found)
    if "July" in header:
        assert [fields(one)["by_when"] for one in found] == [header, header]


@pytest.mark.parametrize(
    "heads",
    [
        ("What Rowan will be able to do by July 2029", "What we'll see by Christmas 2026", "by Easter 2027"),
        ("Outcome", "By Christmas 2026", "By Easter 2027"),
        ("My outcome", "What we will see by 18 December 2026", "What we will see by 25 March 2027"),
    ],
)
def test_columns_under_earlier_times_beside_the_outcomes_hold_their_steps(heads):
    rows = (row(1, 1, *heads), row(1, 2, READS, "20 words", "30 words"), row(1, 3, ASKS, "three of ten", "five of ten"))
    found = outcomes(*(one for cells in rows for one in cells))
    assert [one.text for one in found] == [READS, ASKS]
    assert [sum(field.name == "steps" for field in one.fields) for one in found] == [2, 2]


@pytest.mark.parametrize(
    "words",
    [
        "Each runs to the end of Key Stage 2 (July 2029) unless another date is given.",
        "They are for the end of my internship, July 2029.",
        "To be met by the end of Year 11 (July 2029), with a step in Year 9.",
    ],
)
def test_a_sentence_over_the_outcomes_says_by_when(words):
    rows = (row(1, 1, "No.", "Outcome"), row(1, 2, "E1", READS), row(1, 3, "E2", ASKS))
    found = outcomes(line(words), *(one for cells in rows for one in cells))
    assert [one.text for one in found] == [READS, ASKS]
    assert all("July 2029" in fields(one)["by_when"] for one in found)


def test_provision_follows_the_name_of_its_need():
    found = provision(
        line("Need 1: anxiety. A mentor meets him for 15 minutes each day. Adults will correct him in private."),
        line("Need 2: reading. A literacy teacher teaches him for 30 minutes, four days a week."),
    )
    assert [one.text for one in found] == [
        "A mentor meets him for 15 minutes each day.",
        "Adults will correct him in private.",
        "A literacy teacher teaches him for 30 minutes, four days a week.",
    ]


def test_what_comes_round_is_provision():
    found = provision(line("A tutor will see him for an hour. Respiratory clinic every three months. He likes it."))
    assert [one.text for one in found][-1] == "Respiratory clinic every three months."


@pytest.mark.parametrize(
    "header", ["Provision (outcome)", "Provision and outcome", "Need and support", "What we will do"]
)
def test_a_column_of_provision_may_name_what_it_is_for(header):
    rows = (
        row(1, 1, header, "Who", "How much"),
        row(1, 2, "Mathematics (2)", "Qualified teacher", "One to one, two sessions of 45 minutes"),
        row(1, 3, "Bicycle workshop (9)", "Qualified instructor", "Two hours a week"),
    )
    found = provision(*(one for cells in rows for one in cells))
    assert [one.text for one in found] == ["Mathematics (2)", "Bicycle workshop (9)"]
    assert all(set(fields(one)) >= {"who", "how_often"} for one in found)


def test_of_two_columns_under_dates_the_later_holds_the_outcomes():
    rows = (
        row(1, 1, "No.", "By July 2029 ...", "By December 2027 ..."),
        row(1, 2, "E1", READS, "Twenty words."),
        row(1, 3, "E2", ASKS, "Five of ten lessons."),
    )
    found = outcomes(*(one for cells in rows for one in cells))
    assert [one.text for one in found] == [READS, ASKS]
    assert [fields(one)["steps"] for one in found] == ["Twenty words.", "Five of ten lessons."]


def test_an_outcome_may_stand_beside_what_the_child_will_achieve():
    found = outcomes(
        *row(1, 1, "What Rowan will achieve", f"By July 2029 {READS}"),
        *row(1, 2, "Steps", "July 2027 ten words."),
        *row(1, 3, "Reviewed by", "Key worker each half term"),
    )
    assert [one.text for one in found] == [f"By July 2029 {READS}"]


def test_the_heading_of_the_section_may_say_by_when():
    plan = with_sections(
        heading("Section E: Outcomes, by the end of the programme in July 2029"),
        row(1, 1, "Ref", "Outcome", "Steps"),
        row(1, 2, "E1", READS, "Ten words."),
    )
    assert fields(plan.section("E").items[0])["by_when"] == "by the end of the programme in July 2029"


def test_a_column_under_a_date_beside_the_outcomes_holds_their_steps():
    aged = "Rowan will read a page at reading age 12 by himself."
    found = outcomes(
        *row(1, 1, "Outcome, by the end of Key Stage 4 (July 2029)", "By July 2027"),
        *row(1, 2, READS, "Twenty words."),
        *row(1, 3, aged, "A page at reading age 9."),
    )
    assert [one.text for one in found] == [READS, aged]
    assert [fields(one)["steps"] for one in found] == ["Twenty words.", "A page at reading age 9."]
    assert all("July 2029" in fields(one)["by_when"] for one in found)


def test_a_table_by_number_holds_the_steps_of_the_outcomes_before_it():
    found = outcomes(
        line(f"E1. By July 2029 {READS}"),
        line(f"E2. By July 2029 {ASKS}"),
        *row(1, 1, "Outcome", "By December 2027", "By July 2028"),
        *row(1, 2, "1", "Ten words.", "Twenty words."),
        *row(1, 3, "2", "Two lessons.", "Four lessons."),
    )
    assert [one.number for one in found] == ["1", "2"]
    assert [one.passage.text for one in found[1].fields if one.name == "steps"] == ["Two lessons.", "Four lessons."]


_FIRST_STEPS = (row(2, 1, "", "By December 2027", "By July 2028"), row(2, 2, "1", "Ten words", "Twenty words"))


@pytest.mark.parametrize(
    ("last", "count"),
    [
        (row(2, 3, "2", "Card made", "Card made and tried with a friend"), 2),
        (row(2, 3, "3", "Card made", "Card made and tried with a friend"), 4),  # no outcome has that number
        (row(2, 3, "2", "Card made", "Rowan will show the card to a friend in every lesson"), 4),
    ],
)
def test_a_table_of_numbers_under_times_holds_the_steps_of_the_outcomes_before_it(last, count):
    first = (row(1, 1, "", "Outcome"), row(1, 2, "1", f"By July 2029 {READS}"), row(1, 3, "2", f"By July 2029 {ASKS}"))
    found = outcomes(*first, heading("My small steps", level=2), *_FIRST_STEPS, last)
    assert len(found) == count
    steps = [one.passage.text for one in found[1].fields if one.name == "steps"]
    assert steps == (["Card made", "Card made and tried with a friend"] if count == 2 else [])


_STEPS = (row(3, 1, "Step", "By when", "Who checks"), row(3, 2, "Ten words", "December 2027", "Form tutor"))


@pytest.mark.parametrize("step", ["Twenty words", "E1: a card made"])
def test_a_table_of_steps_below_an_outcome_holds_its_steps(step):
    last = row(3, 3, step, "July 2028", "Form tutor")
    words = line("For each area the outcome comes first, then the steps, then the provision.")
    found = outcomes(words, line(f"E1. By July 2029 {READS}"), line(f"E2. By July 2029 {ASKS}"), *_STEPS, last)
    assert len(found) == 2
    steps = [[one.passage.text for one in each.fields if one.name == "steps"] for each in found]
    assert steps[1][:2] == ["Ten words", "December 2027"]
    assert step in steps[0]
    assert (step in steps[1]) is not step.startswith("E1")


def test_a_table_of_steps_below_a_long_list_is_of_the_last_outcome():
    found = outcomes(*(line(f"E{at}. By July 2029 {READS}") for at in range(1, 6)), *_STEPS)
    assert [bool(one.fields) for one in found] == [False] * 4 + [True]


@pytest.mark.parametrize(("title", "dated"), [("with points to reach in between", True), ("with help from Ada", False)])
def test_a_time_with_points_in_between_is_that_of_all_outcomes(title, dated):
    found = outcomes(line(f"By the end of Key Stage 4 in July 2029, {title}."), line(READS), line(ASKS))
    assert [("by_when" in fields(one)) for one in found if one.text in (READS, ASKS)] == [dated, dated]


def test_once_a_month_is_no_time_by_which():
    found = outcomes(
        line("All outcomes run to July 2029."),
        line("Rowan will go to town by bus with a friend, once a month."),
    )
    assert "July 2029" in fields(found[0])["by_when"]


@pytest.mark.parametrize(
    "text",
    [
        "At nursery Rowan will choose a toy by July 2027.",
        "In the sixth form, by July 2028, Rowan will read.",
        "In a school year by July 2027 he will read.",
    ],
)
def test_a_place_or_a_rate_hides_no_time_after_it(text):
    assert says_by_when(text)
