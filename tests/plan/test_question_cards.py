"""Cards that ask questions under one heading for several sections: "What do we want Wilf to achieve?"."""

import pytest
from plans import fields, heading, line, row, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.labels import find_label

OUTCOME = "By July 2029 Wilf will catch the number 9 bus to the pool with a friend, three weeks out of four."
STEP = "Wilf will read the times on the stop with an adult."
GIVEN = "A travel trainer will ride with Wilf for one hour each week."


def card(table, *rows):
    return [one for number, cells in enumerate(rows, start=1) for one in row(table, number, *cells)]


def test_questions_in_a_card_tell_outcomes_from_provision():
    plan = with_sections(
        heading("Sections E and F Outcomes, and the special educational provision to meet them"),
        card(
            1,
            ("What do we want Wilf to achieve?", OUTCOME),
            ("What are the steps on the way?", STEP),
            ("What will be provided?", GIVEN),
        ),
        card(2, ("What do we want Wilf to achieve?", OUTCOME), ("What will be provided?", GIVEN)),
    )
    assert texts(plan, "E") == [OUTCOME, OUTCOME]
    assert texts(plan, "F") == [GIVEN, GIVEN]
    assert STEP in plan.section("E").text


def test_one_question_for_each_of_two_sections_is_enough():
    plan = with_sections(
        heading("Sections C and G Health needs, and the health provision to meet them"),
        card(
            1,
            ("What are Wilf's health needs?", "Wilf has eczema on both hands."),
            ("What will the health services provide?", "A dermatology clinic twice each year."),
        ),
    )
    assert "eczema" in plan.section("C").text
    assert "dermatology" in plan.section("G").text


def test_three_sections_under_one_heading_are_told_by_the_letters_of_their_questions():
    plan = with_sections(
        heading("Sections D, H1 and H2 Social care needs, and the social care provision to meet them"),
        card(
            1,
            ("What are Wilf's social care needs? (D)", "Wilf has no friends near his home."),
            ("What must be provided under the 1970 Act? (H1)", "None required."),
            ("What other social care will be provided? (H2)", "A youth club for two hours each Friday."),
        ),
    )
    assert "no friends" in plan.section("D").text
    assert plan.section("H1").state is State.NIL
    assert "youth club" in plan.section("H2").text


def banded(table, *rows):
    """A card whose texts alone are bands over the rows after them."""
    return [
        one
        for number, cells in enumerate(rows, start=1)
        for one in (
            [line(cells, table=(table, number, 1), columns=(1, 2), bold=True)]
            if isinstance(cells, str)
            else row(table, number, *cells)
        )
    ]


@pytest.mark.parametrize("bands", [("Outcome {}", "Provision for outcome {}"), ("Outcome", "Provision")])
def test_the_band_over_rows_says_whose_they_are_and_not_the_word_what(bands):
    cards = [
        banded(
            table,
            bands[0].format(table),
            ("What", OUTCOME),
            ("Steps", STEP),
            bands[1].format(table),
            ("What", GIVEN),
            ("Who", "Travel trainer"),
        )
        for table in (1, 2)
    ]
    plan = with_sections(heading("Sections E and F outcomes and provision"), *cards)
    assert texts(plan, "E") == [OUTCOME, OUTCOME]
    assert texts(plan, "F") == [GIVEN, GIVEN]
    assert [fields(one)["who"] for one in plan.section("F").items] == ["Travel trainer"] * 2


def test_bands_tell_what_stands_alone_under_them():
    cards = [
        banded(table, f"Outcome {table}", [OUTCOME], f"Provision to meet outcome {table}", [GIVEN]) for table in (1, 2)
    ]
    plan = with_sections(heading("Sections E and F: Outcomes and provision"), *cards)
    assert texts(plan, "E") == [OUTCOME, OUTCOME]
    assert texts(plan, "F") == [GIVEN, GIVEN]


def test_one_heading_whose_words_all_went_to_one_of_its_sections_leaves_both_unknown():
    cards = card(1, ("Support for Wilf", OUTCOME), ("Support for Wilf at home", GIVEN))
    plan = with_sections(heading("Section B: Needs"), line(STEP), heading("Sections E and F: Learning"), *cards)
    assert {plan.section(code).state for code in "EF"} == {State.UNKNOWN}


def test_cards_under_a_heading_that_nobody_knows_leave_their_sections_unknown():
    cards = [
        card(table, ("What do we want Wilf to achieve?", OUTCOME), ("What will be provided?", GIVEN))
        for table in (1, 2)
    ]
    plan = with_sections(heading("Section B: Needs"), line(STEP), heading("Wilf's journey"), *cards)
    assert {plan.section(code).state for code in "BEF"} == {State.UNKNOWN}
    plan = with_sections(heading("Section E: Outcomes"), line("Wilf's journey"), *cards)
    assert {plan.section(code).state for code in "EF"} == {State.UNKNOWN}


@pytest.mark.parametrize(
    "title",
    [
        "What Wilf is aiming for and how we will help (E and F)",
        "Outcomes, and the provision to meet them",
        "My outcomes and the help I will get",
        "Sections E – F: Learning",
        "E & F Outcomes and provision",
    ],
)
def test_one_heading_for_two_sections_however_it_is_put(title):
    plan = with_sections(
        heading("My special educational needs"),
        line(STEP),
        heading(title),
        *(card(table, ("Outcome", OUTCOME), ("Provision", GIVEN)) for table in (1, 2)),
    )
    assert (texts(plan, "E"), texts(plan, "F")) == ([OUTCOME] * 2, [GIVEN] * 2)


def of_care(title, *cells):
    """Plans whose section on social care is a table of rows, and one of columns, under this title."""
    said = (
        "Wilf has few friends near his home.",
        "Two hours of short breaks each Saturday.",
        "A youth club on Fridays.",
    )
    across = [*row(1, 1, *cells, bold=True), *row(1, 2, *said)]
    for table in (card(1, *zip(cells, said, strict=True)), across):
        yield said, with_sections(heading("Section B: Needs"), line(STEP), heading(title), *table)


@pytest.mark.parametrize(
    "cells",
    [
        ("Needs", "H1 provision", "H2 provision"),
        ("Social care needs", "Social care provision (H1)", "Social care provision (H2)"),
        ("Section D", "Section H1", "Section H2"),
    ],
)
def test_needs_without_a_letter_beside_provision_with_one_are_those_of_the_heading_above(cells):
    for said, plan in of_care("Social care", *cells):
        assert tuple(plan.section(code).text.split("\n")[-1].split("\t")[-1] for code in ("D", "H1", "H2")) == said


def test_rows_of_care_that_no_heading_opens_are_never_missing():
    cells = (
        "What are Wilf's social care needs?",
        "What must be provided under the Act?",
        "What else will be provided?",
    )
    rows, columns = (plan for _, plan in of_care("Social care", *cells))
    assert {rows.section(code).state for code in ("D", "H1", "H2")} == {State.UNKNOWN}
    assert {columns.section(code).state for code in ("D", "H1", "H2")} == {State.PRESENT}


def test_a_letter_under_its_joint_heading_needs_one_other_that_is_alike():
    plan = with_sections(
        heading("Sections D, H1 and H2 Social care"),
        card(
            1,
            ("Social care needs (D)", "Wilf has no friends near his home."),
            ("Provision under the 1970 Act (H1)", "Two hours of short breaks each Saturday."),
            ("What else (H2)", "A youth club for two hours each Friday."),
        ),
    )
    assert plan.section("H1").text == "Two hours of short breaks each Saturday."
    assert plan.section("H2").text == "A youth club for two hours each Friday."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Sections E and F Outcomes and provision", ("E", "F")),
        ("Section C and G Health", ("C", "G")),
        ("Parts D, H1 and H2 Social care", ("D", "H1", "H2")),
        ("Sections E and F outcomes and provision", ("E", "F")),
        ("Section A and I have read it", ("A",)),
        ("Sections A and I have read them", ("A",)),
    ],
)
def test_a_title_may_follow_the_letters_without_a_mark(text, codes):
    label = find_label(text)
    assert (label.codes if label else ("A",)) == codes


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("What do we want Wilf to achieve?", "outcome"),
        ("What will Wilf be able to do?", "outcome"),
        ("What would we like Wilf to achieve", "outcome"),
        ("What is Wilf working towards?", "outcome"),
        ("What I will achieve", "outcome"),
        ("What does Wilf find difficult?", "need"),
        ("F: Who", "who"),
        ("How will we get there?", "steps"),
        ("What will we do to help Wilf achieve?", "provision"),
        ("What will school do?", "provision"),
        ("What are the steps on the way?", "steps"),
        ("What will be different for Wilf", "outcome"),
        ("How will life be different?", "outcome"),
        ("What will be different about the support", "provision"),
        ("Markers along the way", "steps"),
    ],
)
def test_a_question_names_what_is_asked(label, name):
    assert column_name(label) == name


def test_a_heading_of_letters_that_cannot_be_parsed_leaves_its_sections_unknown():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Wilf reads at the level of a child of six, and cannot yet tell the time."),
        heading("Sections E and F in one table"),
        line("By July 2029 Wilf will tell the time to the nearest five minutes by a clock with hands."),
    )
    assert {plan.section(code).state for code in ("B", "E", "F")} == {State.UNKNOWN}


def test_what_the_reader_is_to_do_next_and_who_signed_follow_the_advice():
    after = [
        line("What to do next", bold=True),
        line("You have fifteen days in which to send us your comments."),
        line("Plan signed by", bold=True),
        line("Mr Otto Penhale, 3 March 2027"),
    ]
    plan = with_sections(heading("Section A: Views"), line("Wilf likes swimming."))
    assert "Ada Finch" in plan.section("K").text
    for at in (0, 2):
        plan = with_sections(heading("Section A: Views"), line("Wilf likes swimming."), after=after[at:])
        assert plan.section("K").text.endswith("12 March 2026")
