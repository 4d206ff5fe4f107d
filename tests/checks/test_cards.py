"""Tables that are one card each: what stands under the need or the outcome at their head is for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.chains import side_by_side
from ehcp_audit.model import Verdict
from tests.checks.small import small

NEEDS = ("He tips his chair after ten minutes.", "He throws what he holds when he loses.")
OUTCOMES = ("By July 2028 he will stay with a task for 20 minutes.", "By July 2028 he will lose without a blow.")
PROVISION = ("A circuit of stairs and wall presses, ten minutes a day.", "A mentor sees him for 30 minutes a week.")


def placed(rows, **sections):
    """A plan whose items stand in these rows, in their order, by section."""
    plan = small(**{code: "\n".join(texts) for code, texts in sections.items()})

    def moved(section):
        at = iter(rows.get(section.code, ()))
        return replace(section, items=tuple(replace(item, row=next(at, None), number=None) for item in section.items))

    return replace(plan, sections=tuple(map(moved, plan.sections)))


def tied(plan):
    return side_by_side([item for section in plan.sections for item in section.items])


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        # a need, its outcome and its provision under one another, a table for each need
        (
            {"B": ((1, 1), (2, 1)), "E": ((1, 2), (2, 2)), "F": ((1, 3), (2, 3))},
            {("B.1", "E.1"), ("B.1", "F.1"), ("E.1", "F.1"), ("B.2", "E.2"), ("B.2", "F.2"), ("E.2", "F.2")},
        ),
        # an outcome over its provision, the needs elsewhere
        ({"E": ((1, 1), (2, 1)), "F": ((1, 3), (2, 3))}, {("E.1", "F.1"), ("E.2", "F.2")}),
        # two outcomes over their provision: the table does not say which is for which
        ({"E": ((1, 1), (1, 2)), "F": ((1, 3), (1, 4))}, set()),
        # one such table alone may be the whole section
        ({"E": ((1, 1), (2, 1)), "F": ((1, 3), (3, 3))}, set()),
        # rows beneath the need say more than the card
        (
            {"B": ((1, 1), (2, 1)), "E": ((1, 2), (1, 3)), "F": ((1, 2), (1, 3))},
            {("E.1", "F.1"), ("E.2", "F.2")},
        ),
    ],
)
def test_a_card_ties_what_stands_under_its_head(rows, pairs):
    assert tied(placed(rows, B=NEEDS, E=OUTCOMES, F=PROVISION)) == pairs


def test_rows_under_a_need_are_each_for_it_and_for_their_own_outcome():
    rows = {"B": ((1, 1), (2, 1)), "E": ((1, 2), (1, 3), (2, 2)), "F": ((1, 2), (1, 3), (2, 3))}
    plan = placed(rows, B=NEEDS, E=(*OUTCOMES, "By July 2028 he will swim."), F=(*PROVISION, "Swimming weekly."))
    assert {("B.1", "F.1"), ("B.1", "F.2"), ("E.1", "F.1"), ("E.2", "F.2"), ("B.2", "F.3")} <= tied(plan)
    assert ("E.1", "F.2") not in tied(plan)


def test_provision_on_a_card_that_names_another_need_is_not_for_its_head():
    rows = {"B": ((1, 1), (2, 1), (3, 1)), "F": ((1, 2), (2, 2), (3, 2))}
    plan = placed(rows, B=(*NEEDS, "He cannot swim."), F=(*PROVISION, "Swimming weekly."))
    named = replace(plan.section("F").items[0], refers=("B.2",))
    items = [*plan.section("B").items, named, *plan.section("F").items[1:]]
    assert side_by_side(items) == {("B.2", "F.2"), ("B.3", "F.3")}


def test_a_need_is_answered_by_what_stands_on_its_card_in_whatever_words():
    rows = {"B": ((1, 1), (2, 1)), "E": ((1, 2), (2, 2)), "F": ((1, 3), (2, 3))}
    plan = placed(rows, B=NEEDS, E=OUTCOMES, F=PROVISION)
    assert checks()["thread.every_need_met"].function(plan).verdict is Verdict.MET
    bare = placed({**rows, "F": ((2, 3),)}, B=NEEDS, E=OUTCOMES, F=PROVISION[1:])
    assert checks()["thread.every_need_met"].function(bare).verdict is Verdict.NOT_MET
