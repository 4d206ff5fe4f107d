"""Tables on their side: a column for each area or outcome, and rows that say what, who, how often and by when."""

from __future__ import annotations

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

AREAS = ("Communication and interaction", "Cognition and learning", "Social, emotional and mental health")
OUTCOMES = (
    "By July 2028 Ruby will follow three-step instructions in 4 of 5 lessons.",
    "By July 2028 Ruby will read 60 words on sight in a list of 70.",
    "By July 2028 Ruby will ask for a break with a card on 4 of 5 occasions.",
)
WHAT = ("Language group", "Precision teaching of sight words", "Calm corner and break card")
OFTEN = ("30 minutes, three times a week", "15 minutes every day", "10 minutes every day")
WHO = ("Speech and language therapist", "Teaching assistant", "Learning mentor")


@pytest.mark.parametrize(
    ("corner", "labels"),
    [
        ("Area of need", ("Outcome (E)", "Small steps", "Provision (F)", "How often", "Who")),
        ("", ("E: outcome", "E: steps", "F: what is done", "F: how long, how often", "F: by whom")),
        ("", ("E – Outcome", "E – Steps", "F – Support", "F – Frequency", "F – Staff")),
    ],
)
def test_a_matrix_of_areas_gives_each_item_what_stands_below_it(corner, labels):
    rows = (OUTCOMES, ("Two steps", "40 words", "2 of 5"), WHAT, OFTEN, WHO)
    plan = with_sections(
        heading("Sections E and F: Outcomes and special educational provision"),
        row(1, 1, corner, *AREAS),
        *(row(1, at, label, *cells) for at, (label, cells) in enumerate(zip(labels, rows, strict=True), start=2)),
    )
    assert texts(plan, "E") == list(OUTCOMES)
    assert fields(plan.section("E").items[1]) == {"steps": "40 words"}
    assert texts(plan, "F") == list(WHAT)
    assert fields(plan.section("F").items[0]) == {"how_often": OFTEN[0], "who": WHO[0]}
    assert [item.area for item in plan.section("F").items] == [item.area for item in plan.section("E").items]
    assert len({item.area for item in plan.section("F").items}) == len(AREAS)


def test_a_column_for_each_numbered_title_ties_provision_to_its_outcome():
    plan = with_sections(
        heading("My outcomes (section E) and my special educational provision (section F)"),
        row(1, 1, "", "1 Work", "2 My own home"),
        row(1, 2, "Outcome: by 16 July 2027", "I work 8 hours a week in a bakery.", "I cook four hot meals."),
        row(1, 3, "Step by 18 December 2026", "Three tasks", "One meal"),
        row(1, 4, "Provision: what", ["Job coaching, one to one.", "Work skills class."], "Teaching in the flat."),
        row(
            1,
            5,
            "Provision: how long and how often",
            ["Coaching: 3 hours a week.", "Class: 2 hours a week."],
            "3 hours.",
        ),
        row(1, 6, "Provision: who", ["Job coach (level 3).", "Tutor (qualified)."], "Living tutor (level 4)."),
        row(1, 7, "Provision: group", "Coaching one to one. Class of 6 students.", "3 students."),
    )
    work, home = plan.section("E").items
    assert (work.text, work.number, home.number) == ("I work 8 hours a week in a bakery.", "1", "2")
    assert fields(work) == {"by_when": "Outcome: by 16 July 2027", "steps": "Three tasks"}
    coach, group, flat = plan.section("F").items
    assert fields(coach) == {
        "how_often": "Coaching: 3 hours a week.",
        "who": "Job coach (level 3).",
        "group": "Coaching one to one.",
    }
    assert fields(group)["how_often"] == "Class: 2 hours a week."
    assert [item.refers for item in (coach, group, flat)] == [("E.1",), ("E.1",), ("E.2",)]


def test_rows_tell_the_items_of_a_cell_by_their_numbers():
    plan = provision_of(
        row(1, 1, "", *AREAS[:2]),
        row(1, 2, "What", ["F1. Language group.", "F2. Speech therapy.", "F3. Training of staff."], "F4. Phonics."),
        row(
            1, 3, "How often", ["F1: 30 minutes daily.", "F2: 40 minutes weekly.", "F3: 5 hours a year."], "F4: daily."
        ),
        row(1, 4, "Who", ["F1: teaching assistant.", "F2, F3: therapist."], "F4: class teacher."),
        row(1, 5, "Reviewed", "F1 termly; F2 and F3 in March.", "Half-termly."),
    )
    one, two, three, four = (fields(item) for item in plan.section("F").items)
    assert one == {"how_often": "30 minutes daily.", "who": "teaching assistant.", "review": "termly;"}
    assert two == {"how_often": "40 minutes weekly.", "who": "therapist.", "review": "in March."}
    assert three == {"how_often": "5 hours a year.", "who": "therapist.", "review": "in March."}
    assert four["review"] == "Half-termly."


def test_needs_below_the_names_of_their_areas_alone():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 1, *AREAS),
        row(
            1,
            2,
            ["Ruby loses long sentences.", "A stranger follows half of her speech."],
            "She reads 9 words.",
            "Hides.",
        ),
    )
    assert len(texts(plan, "B")) == 4
    assert len({item.area for item in plan.section("B").items}) == 3


def test_a_table_with_a_header_is_read_row_by_row():
    plan = provision_of(
        row(1, 1, "Provision", "How often", "Who"),
        *(row(1, at, *cells) for at, cells in enumerate(zip(WHAT, OFTEN, WHO, strict=True), start=2)),
    )
    assert texts(plan, "F") == list(WHAT)
    assert fields(plan.section("F").items[2]) == {"how_often": OFTEN[2], "who": WHO[2]}
    plan = outcomes_of(
        row(1, 1, "Area", "Outcome", "Steps"),
        row(1, 2, AREAS[0], OUTCOMES[0], "Two steps"),
        row(1, 3, AREAS[1], OUTCOMES[1], "40 words"),
    )
    assert texts(plan, "E") == list(OUTCOMES[:2])


def test_a_week_of_lessons_is_no_matrix():
    plan = provision_of(
        row(1, 1, "", "Monday", "Tuesday", "Wednesday"),
        row(1, 2, "Morning", "Phonics", "Reading", "Maths"),
        row(1, 3, "Afternoon", "Swimming", "Art", "Music"),
        line("Ruby is taught reading by a specialist teacher, one to one, 30 minutes three times a week."),
    )
    assert len(texts(plan, "F")) == 1
