"""Tables of steps below the outcome that they lead to."""

import pytest
from plans import heading, line, outcomes_of, row


@pytest.mark.parametrize("head", ["What", "What I will do"])
def test_rows_that_each_say_by_when_below_an_outcome_are_its_steps_whatever_heads_them(head):
    plan = outcomes_of(
        line("Outcome 1 (for need 1)"),
        line("By July 2028 Sam will cross the road alone on nine days in ten."),
        row(1, 1, head, "Who checks", "When"),
        row(1, 2, "Sam stops at the kerb, five times in ten.", "Physiotherapist", "By Easter (25 March 2027)"),
        row(1, 3, "He looks both ways eight times in ten.", "Physiotherapist", "By summer (20 July 2027)"),
        line("Outcome 2 (for need 2)"),
        line("By July 2028 Sam will type a page without an adult."),
        heading("Section F: Special educational provision"),
        line("A mentor walks with Sam for 20 minutes a day."),
    )
    assert [one.text[:28] for one in plan.section("E").items] == [
        "By July 2028 Sam will cross ",
        "By July 2028 Sam will type a",
    ]


def test_rows_of_another_time_below_an_outcome_are_no_steps_of_it():
    plan = outcomes_of(
        line("By July 2028 Sam will cross the road alone on nine days in ten."),
        row(1, 1, "What", "Who checks", "When"),
        row(1, 2, "By July 2028 Sam will type a page without an adult.", "Class teacher", "Every term"),
        row(1, 3, "By July 2028 Sam will tie his laces in a minute.", "Class teacher", "Every term"),
        heading("Section F: Special educational provision"),
        line("A mentor walks with Sam for 20 minutes a day."),
    )
    assert len(plan.section("E").items) == 3


def test_a_table_with_a_time_over_each_column_below_an_outcome_holds_its_steps():
    plan = outcomes_of(
        line("By July 2028 Sam will cross the road alone on nine days in ten."),
        *row(1, 1, "What we'll see by Easter 2027", "by July 2027"),
        *row(1, 2, "Stops at the kerb, 5 in 10", "Looks both ways, 5 in 10"),
        line("By July 2028 Sam will type a page without an adult."),
        *row(2, 1, "What we'll see by Easter 2027", "by July 2027"),
        *row(2, 2, "A line", "Half a page"),
    )
    outcomes = plan.section("E").items
    assert [one.text[:20] for one in outcomes] == ["By July 2028 Sam wil"] * 2
    assert [[field.name for field in one.fields] for one in outcomes] == [["steps", "steps"]] * 2
