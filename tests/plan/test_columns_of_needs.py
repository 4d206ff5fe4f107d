"""Tables of needs whose columns are headed in the child's own words, and columns that say two things of a line."""

import pytest
from plans import fields, heading, provision_of, row, texts, with_sections

from ehcp_audit.plan.columns import column_name, names_together

NEEDS = [
    "I follow 3 of 10 instructions that hold a joke, and I spoke once in half an hour.",
    "I was alone for 24 of 25 playtimes, and I told my teacher that I minded.",
    "I finish 3 in 10 pieces of writing, because I stop when I cannot be perfect.",
]
AREAS = ["Communication and interaction", "Social, emotional and mental health", "Cognition and learning"]


@pytest.mark.parametrize(
    "head",
    [
        "What is hard for me, and how much",
        "What I cannot do yet",
        "What gets in my way",
        "Where I get stuck",
        "What makes school hard for me",
        "What trips me up",
        "What Wilf finds hardest, and how often",
        "How it is for me",
        "How much it affects me",
        "Where I am now",
    ],
)
def test_a_column_in_the_childs_words_holds_the_needs(head):
    rows = [row(0, at, f"1.{at} {area}", need) for at, (area, need) in enumerate(zip(AREAS, NEEDS, strict=True), 1)]
    plan = with_sections(heading("Section B: Special educational needs"), row(0, 0, "Number", head), *rows)
    assert texts(plan, "B") == NEEDS
    assert [(one.number, one.area) for one in plan.section("B").items][:2] == [
        ("1.1", "communication"),
        ("1.2", "social"),
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("What is done, how much", "provision"),
        ("What will help", "provision"),
        ("What support Wilf needs", "provision"),
        ("What helps me", None),
        ("What keeps Wilf safe", None),
        ("What the school cannot do", None),
        ("How much", "how_often"),
    ],
)
def test_what_is_given_is_no_need(head, name):
    assert column_name(head) == name


def test_a_column_of_help_alone_holds_no_needs():
    rows = [
        row(0, at, area, f"Help {at} is given in each lesson by an adult who knows him.")
        for at, area in enumerate(AREAS, 1)
    ]
    plan = with_sections(heading("Section B: Special educational needs"), row(0, 0, "Area", "Support given"), *rows)
    assert texts(plan, "B") == []


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Size; check", ("group", "review")),
        ("Who and how often", ("who", "how_often")),
        ("Group size / review", ("group", "review")),
        ("Size", ()),
        ("Date and place", ()),
        ("Provision and outcome", ()),
    ],
)
def test_a_heading_may_name_two_things(head, names):
    assert names_together(head) == names


def test_each_part_of_a_cell_answers_for_its_part_of_the_heading():
    plan = provision_of(
        row(0, 0, "No.", "What", "How much", "Size; check"),
        row(0, 1, "P1", "A play group with set roles", "40 minutes a week", "Three children; half-termly"),
        row(0, 2, "P2", "Typing taught by an assistant", "15 minutes daily", "Just me"),
    )
    first, second = plan.section("F").items
    assert (fields(first)["group"], fields(first)["review"]) == ("Three children", "half-termly")
    assert fields(second)["other"] == "Just me"
    assert "review" not in fields(second)
