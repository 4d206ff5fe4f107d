"""What a plan itself calls its items, where we would call them something else."""

import pytest
from plans import heading, line, outcomes_of, row, with_sections

from ehcp_audit.plan.own_labels import own_labels

READS, TIES = "By July 2028 Rowan will read 45 words by sight.", "By July 2028 Rowan will tie his laces alone."
DAILY = "A teaching assistant reads with Rowan for 15 minutes each day."
WEEKLY = "A speech and language therapist sees Rowan for 40 minutes each week."


def in_f(*lines: str) -> dict[str, str]:
    plan = with_sections(heading("Section F: Special educational provision"), *map(line, lines))
    return {subject: label for subject, label in own_labels(plan).items() if subject.startswith("F")}


def test_a_label_that_says_another_number_is_the_plans_own():
    assert in_f("A teacher of the deaf visits Rowan for one hour each week.", f"F1. {DAILY}", f"F2. {WEEKLY}") == {
        "F.2": "F1",
        "F.3": "F2",
    }


@pytest.mark.parametrize(("first", "second"), [("F1", "F2"), ("F.1", "F.2"), ("1.", "2."), ("(F1)", "(F2)")])
def test_a_label_that_says_the_same_is_none(first, second):
    assert in_f(f"{first} {DAILY}", f"{second} {WEEKLY}") == {}


def test_numbers_that_run_through_the_plan_and_numbers_of_two_parts():
    assert in_f(f"24. {DAILY}", f"25. {WEEKLY}") == {"F.1": "24", "F.2": "25"}
    assert in_f(f"6.1 {DAILY}", f"6.2 {WEEKLY}") == {"F.1": "6.1", "F.2": "6.2"}


def test_each_line_of_a_clause_has_its_label():
    assert in_f(f"F4. {DAILY} {WEEKLY}") == {"F.1": "F4", "F.2": "F4"}


def test_what_a_line_is_for_is_no_label_of_it():
    assert in_f(f"Outcome 5: {DAILY}", f"E7: {WEEKLY}") == {}


def test_the_number_in_a_tables_first_cell():
    plan = outcomes_of(row(1, 1, "No.", "By when", "Outcome"), row(1, 2, "4", "July 2028", READS))
    assert own_labels(plan) == {"E.1": "4"}


def test_a_word_before_the_number_is_part_of_it():
    assert own_labels(outcomes_of(line(f"Outcome 3: {READS}"), line(f"Outcome 4: {TIES}"))) == {
        "E.1": "Outcome 3",
        "E.2": "Outcome 4",
    }


def test_a_number_that_several_lines_bear_is_told_of_each_also_of_the_one_that_we_call_so():
    assert in_f(f"1. {DAILY}", f"1. {WEEKLY}") == {"F.1": "1", "F.2": "1"}
    assert in_f(f"F1. {DAILY} {WEEKLY}") == {"F.1": "F1", "F.2": "F1"}


def test_where_a_section_counts_otherwise_anywhere_all_that_it_prints_is_told():
    kept = in_f(f"F1. {DAILY}", "A nurse visits Rowan for one hour each term.", f"F2. {WEEKLY}")
    assert kept["F.1"] == "F1"
    assert kept["F.3"] == "F2"
