"""Provision told in parts: a line that names who gives it, and under it "Direct: ...", "Indirect: ..."."""

import pytest
from plans import fields, line, provision_of, row, texts

WHO = "Speech and language therapist with experience of deaf children."
DIRECT = "Direct: 45 minutes, one to one, every two weeks."
INDIRECT = "Indirect: 60 minutes each half-term, writing the programme and coaching staff."
PERIOD = "Period: to July 2028; reviewed every half-term."
ALONE = "F2. A teaching assistant reads with Rowan for 15 minutes each day."


def in_a_cell(*paragraphs):
    need = "B1. Rowan is deaf."
    return provision_of(row(1, 0, "Need", "Provision"), row(1, 1, need, list(paragraphs)))


def in_paragraphs(*paragraphs):
    return provision_of(*map(line, paragraphs))


def by_hand(*paragraphs):
    return in_a_cell("\n".join(paragraphs))


@pytest.mark.parametrize("told", [in_a_cell, in_paragraphs, by_hand])
@pytest.mark.parametrize(
    "lead",
    [
        "F1. " + WHO,
        "F1 – Speech and language therapy",
        "F1: An occupational therapist will work with Rowan on dressing.",
    ],
)
def test_each_part_is_given_by_whom_the_line_over_it_names(told, lead):
    plan = told(lead, DIRECT, INDIRECT)
    said = lead.split(" ", 1)[1].removeprefix("– ")
    assert texts(plan, "F") == [f"{said}\n{DIRECT}", f"{said}\n{INDIRECT}"]
    assert [item.number for item in plan.section("F").items] == ["1", "1"]


@pytest.mark.parametrize(
    "labels",
    [
        ("Direct therapy", "Indirect time"),
        ("Direct work (one to one)", "Indirect work"),
        ("Sessions", "Training"),
        ("Individual", "Home programme"),
    ],
)
def test_parts_have_labels_of_any_words(labels):
    parts = [f"{labels[0]}: 40 minutes a week.", f"{labels[1]}: 2 hours each term."]
    plan = in_a_cell("F1. " + WHO, *parts)
    assert texts(plan, "F") == [f"{WHO}\n{one}" for one in parts]


@pytest.mark.parametrize("label", ["Period", "Period of provision"])
def test_for_how_long_is_said_of_all_lines_of_a_number(label):
    plan = in_a_cell("F1. " + WHO, DIRECT, INDIRECT, f"{label}: to July 2028; termly review.", ALONE)
    assert len(plan.section("F").items) == 3
    assert [fields(item).get("by_when") for item in plan.section("F").items] == [
        "to July 2028; termly review.",
        "to July 2028; termly review.",
        None,
    ]


def test_a_line_that_gives_something_stays_by_itself():
    whole = "F1. Speech and language therapy for 30 minutes each week."
    plan = in_a_cell(whole, DIRECT, INDIRECT)
    assert texts(plan, "F") == [whole.partition(" ")[2], DIRECT, INDIRECT]


def test_a_part_that_names_its_own_giver_is_not_the_one_over_it():
    own = "Daily practice: a teaching assistant, two 10-minute sessions every day."
    plan = in_a_cell("F1. " + WHO, DIRECT, own)
    assert texts(plan, "F") == [f"{WHO}\n{DIRECT}", own]


def test_labels_of_fields_say_more_of_the_line():
    plan = in_a_cell(
        "F1. Speech and language therapy on joining sentences.",
        "Who: Speech and language therapist",
        "How often: weekly, 30 minutes",
    )
    assert texts(plan, "F") == ["Speech and language therapy on joining sentences."]


def test_the_next_number_begins_anew():
    plan = in_a_cell(
        "F1. " + WHO, DIRECT, INDIRECT, ALONE, "Training: 2 hours each September from the teacher of the deaf."
    )
    assert texts(plan, "F")[2:] == [
        ALONE.partition(" ")[2],
        "Training: 2 hours each September from the teacher of the deaf.",
    ]


def test_a_vague_line_over_items_that_are_whole_stays_an_item():
    plan = in_a_cell(
        "F1. Regular support in lessons.",
        "Literacy: a teaching assistant for 20 minutes each day.",
        "Numeracy: a teacher for 30 minutes each week.",
    )
    assert len(plan.section("F").items) == 3


@pytest.mark.parametrize("first", ["• A visual timetable.", "F1. A visual timetable.", "A visual timetable."])
def test_a_thing_is_no_giver_of_the_lines_after_it(first):
    plan = in_a_cell(first, "Reading: 20 minutes every day.", "Spelling: 10 minutes every day.")
    assert len(plan.section("F").items) == 3
