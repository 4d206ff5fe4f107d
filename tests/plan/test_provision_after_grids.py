"""Pages of outcomes and provision for each area, and after them what is given for all of them."""

import pytest
from plans import fields, heading, line, row, texts, with_sections

from ehcp_audit.plan.columns import is_over_provision

OUTCOME = "By July 2029 Wilf will read the instructions on a packet and do what they say."
GIVEN = "Reading of packets and signs with a teaching assistant for 20 minutes each day."
FOR_ALL = "A home and school book, in which the key adult writes each afternoon."
ALSO = "A meeting of all staff for one hour each half term."


def pages(
    *rest, titles=("Outcomes and provision: Cognition and learning", "Sensory and/or physical: outcomes and provision")
):
    columns = ("Outcomes", "Special educational provision")
    stretches = [heading("My special educational needs"), line("Wilf reads at the level of a child of six.")]
    for table, title in enumerate(titles, start=1):
        stretches += [heading(title), *row(table, 1, *columns, bold=True), *row(table, 2, OUTCOME, GIVEN)]
    return with_sections(*stretches, *rest)


def test_a_title_over_several_sections_may_name_the_area_it_is_for():
    plan = pages()
    assert [(one.text, one.area) for one in plan.section("E").items] == [
        (OUTCOME, "cognition"),
        (OUTCOME, "sensory"),
    ]
    assert texts(plan, "F") == [GIVEN, GIVEN]
    assert "packet" not in plan.section("B").text


def test_the_area_is_no_part_of_a_title_and_makes_it_no_other_sections():
    area = "Social, emotional and mental health"
    plan = with_sections(
        heading("My special educational needs"),
        line("Wilf reads at the level of a child of six."),
        heading(f"Outcomes: {area}"),
        line(OUTCOME),
        heading(f"Provision: {area}"),
        line(GIVEN),
    )
    assert (texts(plan, "E"), texts(plan, "F")) == ([OUTCOME], [GIVEN])
    assert not plan.section("C").text


def test_a_table_headed_as_provision_for_all_outcomes_is_provision():
    title = row(3, 1, "Special educational provision towards all outcomes", bold=True)
    plan = pages(title, row(3, 2, [FOR_ALL, ALSO]))
    assert texts(plan, "F") == [GIVEN, GIVEN, FOR_ALL, ALSO]
    assert FOR_ALL not in plan.section("E").text


def test_so_are_the_rows_under_a_line_that_says_so():
    title = line("Support in all areas", bold=True)
    plan = pages(title, row(3, 1, "What", "Who", "How often", bold=True), row(3, 2, FOR_ALL, "Key adult", "Daily"))
    assert texts(plan, "F") == [GIVEN, GIVEN, FOR_ALL]


def test_so_are_those_of_a_table_of_provision_under_the_name_of_all_areas():
    top = [heading("All areas of need", 2), *row(3, 1, "Provision", "Who", "How often", bold=True)]
    plan = pages(top, row(3, 2, FOR_ALL, "Key adult", "Daily"))
    assert texts(plan, "F") == [GIVEN, GIVEN, FOR_ALL]
    assert "All areas" not in plan.section("E").text


def test_letters_in_brackets_alone_head_their_columns():
    head = row(1, 1, "(B)", "(E)", "(F)")
    plan = with_sections(heading("Cognition and learning"), head, row(1, 2, "Wilf reads slowly.", OUTCOME, GIVEN))
    assert (texts(plan, "B"), texts(plan, "E"), texts(plan, "F")) == (["Wilf reads slowly."], [OUTCOME], [GIVEN])


def test_an_outcome_after_it_is_none():
    title = line("Provision for all outcomes", bold=True)
    plan = pages(title, line(FOR_ALL), line("Further outcomes", bold=True), line(OUTCOME))
    assert FOR_ALL in plan.section("F").text
    assert OUTCOME not in plan.section("F").text


def test_a_letter_alone_heads_a_table_of_provision():
    top = [heading("Section E: Outcomes"), line(OUTCOME)]
    plan = with_sections(top, row(1, 1, "F", "Who", "When"), row(1, 2, GIVEN, "Teaching assistant", "Each day"))
    (given,) = plan.section("F").items
    assert (given.text, fields(given)["who"]) == (GIVEN, "Teaching assistant")
    assert GIVEN not in plan.section("E").text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Provision for every outcome", True),
        ("Special educational provision towards all outcomes", True),
        ("General support across all areas", True),
        ("Provision and outcomes for all areas", False),
        ("How I communicate", False),
        ("Help with reading", False),
        ("Provision will be reviewed by the school.", False),
    ],
)
def test_a_title_of_provision_alone(text, is_one):
    assert is_over_provision(text) is is_one
