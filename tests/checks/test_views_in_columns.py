"""Views in columns: whose they are, the head of the column says."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.plan.plans import heading, line, row, with_sections

ADA = line("Name: Ada Quill")
CHILDS = ["I like snakes and I hate maths.", "I want to keep bees when I am grown up and live by the sea."]
PARENTS = ["Ada was born early and came home at ten weeks.", "We hope that she will have a friend by the summer."]


def asked(id, *stretches):
    plan = with_sections(ADA, heading("Section A: Views"), *stretches)
    check = checks()[id]
    return check.function(plan.section("A"), *((plan,) if check.takes_plan else ()))


@pytest.mark.parametrize(
    "heads",
    [
        ("A1  Ada", "A2  Ada's parents"),
        ("Ada", "Ada's mum and dad"),
        ("In her words", "Family"),
        ("Me", "Our views as parents"),
        ("Child", "Parent"),
        ("Own views", "Mother's views"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_child_and_the_parents_side_by_side(heads, turned):
    cells = [(heads[0], CHILDS), (heads[1], PARENTS)]
    cells = cells[::-1] if turned else cells
    table = [*row(1, 1, *(head for head, _ in cells)), *row(1, 2, *(words for _, words in cells))]
    assert asked("children.own_views", *table).verdict is Verdict.MET
    assert asked("children.parents_views", *table).verdict is Verdict.MET


def test_a_column_of_parents_alone_holds_no_views_of_the_child():
    table = [*row(1, 1, "Mum", "Dad"), *row(1, 2, PARENTS, ["I want Ada to be safe on the road."])]
    assert asked("children.own_views", *table).verdict is not Verdict.MET


def test_labels_down_the_side_open_the_cells_beside_them():
    table = [
        *row(1, 1, "Ada's views", CHILDS),
        *row(1, 2, "Parents' views", ["I want Ada to read. We think that she should have more time outside."]),
    ]
    assert asked("children.own_views", *table).verdict is Verdict.MET
    alone = [*row(1, 1, "Ada's views", [""]), *row(1, 2, "Parents' views", ["I want Ada to read."])]
    assert asked("children.own_views", *alone).verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("how", "met"),
    [
        ("Keyworker watched three sessions and filmed choices with parents.", True),
        ("Parents watched her at home.", False),
        ("She was not watched.", False),
    ],
)
def test_what_a_child_seemed_to_want_is_theirs_where_they_were_watched(how, met):
    table = [
        *row(1, 1, "How views were gathered", how),
        *row(1, 2, "What she seems to want", "To be with other children and make things happen."),
    ]
    assert (asked("children.own_views", *table).verdict is Verdict.MET) is met
