"""Tables whose first row holds the section's heading over the labels of its items, beside their words."""

import pytest
from plans import heading, line, row, with_sections


def _plan(head):
    return with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Sam reads slowly."),
        *row(1, 1, "SECTION E – Outcomes", head),
        *row(1, 2, "Outcome 1 (B1)", ["Sam will read 60 words a minute.", "By July 2027: 40 words a minute."]),
        *row(1, 3, "Outcome 2 (B1)", ["Sam will read a page to a friend.", "By July 2027: a line."]),
        *row(2, 1, "SECTION F – Provision", "Detail"),
        *row(2, 2, "F1 for B1", "Reading with a teaching assistant, 20 minutes a day."),
    )


@pytest.mark.parametrize("head", ["Outcome", "Detail", "What Sam will do", "By 20 July 2029 and on the way"])
def test_the_words_beside_the_labels_are_the_items(head):
    outcomes = _plan(head).section("E").items
    assert [one.text for one in outcomes] == ["Sam will read 60 words a minute.", "Sam will read a page to a friend."]
    assert [one.refers for one in outcomes] == [("B.1",), ("B.1",)]


def test_a_day_and_a_colon_begin_a_step_in_the_cell_of_an_outcome():
    (first, _) = _plan("Outcome").section("E").items
    assert [one.passage.text for one in first.fields if one.name == "steps"] == ["By July 2027: 40 words a minute."]


def test_the_day_over_the_words_is_said_of_each():
    for one in _plan("By 20 July 2029 and on the way").section("E").items:
        assert [field.passage.text for field in one.fields if field.name == "by_when"]


def test_a_timetable_below_outcomes_and_provision_holds_no_outcomes():
    plan = with_sections(
        heading("Sections E and F"),
        *row(1, 1, "SECTION E – Outcomes", "Detail"),
        *row(1, 2, "Outcome 1", "By July 2028 Sam will read 60 words a minute."),
        *row(2, 1, "SECTION F – Provision", "Detail"),
        *row(2, 2, "F1 for outcome 1", "Reading with a teaching assistant, 20 minutes a day."),
        line("A week on paper"),
        *row(3, 1, "", "Mon", "Tue", "Wed", "Thu"),
        *row(3, 2, "9.00", "Reading", "Reading", "Number", "Reading"),
        *row(3, 3, "10.00", "Number", "Games", "Games", "Number"),
    )
    assert len(plan.section("E").items) == 1


def test_a_day_alone_before_the_outcomes_is_said_of_all_of_them():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("By 19 July 2029, the end of Year 6. Steps are set each term by the SENCO."),
        line("E1. Sam will read 60 words a minute."),
        line("E2. Sam will read a page to a friend."),
    )
    assert [one.text[:8] for one in plan.section("E").items] == ["Sam will", "Sam will"]
    assert all(any(field.name == "by_when" for field in one.fields) for one in plan.section("E").items)


def test_a_day_alone_over_outcomes_with_days_of_their_own_is_none_of_theirs():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("By 19 July 2029."),
        line("By July 2027 Sam will read 60 words a minute."),
        line("By July 2028 Sam will read a page to a friend."),
    )
    assert all("2029" not in field.passage.text for one in plan.section("E").items for field in one.fields)
