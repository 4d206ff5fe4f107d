"""Numbers that stand before a need and again before the outcome and the provision for it."""

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import Plan
from ehcp_audit.plan.same_numbers import Printed, numbers_before, sections_meant

NEEDS = {
    "1.1": "Sam reads at the level of a child of six and loses his place on the line.",
    "1.2": "He leaves out small words and listeners cannot follow what happened.",
    "2.1": "He stands at the edge of games and has no settled companion at break.",
    "3.1": "He covers his ears when a bell rings and leaves the room twice a day.",
}
OUTCOMES = (
    "By July 2028 Sam will read a page of a library book aloud with five errors or fewer.",
    "By July 2028 he will retell an event so that a stranger knows who, where and what.",
    "By July 2027 he will play a whole board game with two classmates three times in a week.",
    "By July 2027 he will stay in assembly on four days in five.",
)
GIVEN = (
    "A teaching assistant will teach phonics to Sam one to one for 20 minutes each morning.",
    "A therapist will see him individually for 45 minutes a fortnight in term time.",
    "The learning mentor will run a games club of four for 30 minutes every Tuesday.",
    "The occupational therapist will write a plan and coach staff for one hour each term.",
    "Ear defenders will be kept in each classroom and offered before every bell.",
)


def told(outcomes: tuple[str, ...], given: tuple[str, ...]) -> Plan:
    """A plan whose needs are numbered 1.1, 1.2, 2.1 and 3.1, with these numbers of outcomes and of provision."""
    return with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"{number} {one}") for number, one in NEEDS.items()],
        heading("Section E: Outcomes"),
        *[line(f"{number} {one}") for number, one in zip(outcomes, OUTCOMES, strict=False)],
        heading("Section F: Special educational provision"),
        row(1, 1, "Provision", "Review"),
        *[row(1, at, f"{n} {one}", "Termly") for at, (n, one) in enumerate(zip(given, GIVEN, strict=False), start=2)],
    )


def refers(plan: Plan, code: str) -> list[tuple[str, ...]]:
    return [tuple(sorted(item.refers)) for item in plan.section(code).items]


SAME = ("1.1", "1.2", "2.1", "3.1")
AGAIN = ("1.1", "1.2", "2.1", "3.1", "3.1")


def test_a_number_in_three_parts_ties_them():
    plan = told(SAME, AGAIN)
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",), ("B.4",)]
    assert refers(plan, "F") == [("B.1", "E.1"), ("B.2", "E.2"), ("B.3", "E.3"), ("B.4", "E.4"), ("B.4", "E.4")]


def test_two_numbers_before_provision_tie_it_to_both():
    plan = told(SAME, ("1.1", "1.1 and 1.2", "2.1", "3.1", "3.1"))
    assert refers(plan, "F")[1] == ("B.1", "B.2", "E.1", "E.2")


def test_a_need_whose_number_no_provision_bears_is_tied_to_none():
    plan = told(SAME, ("1.1", "1.1", "2.1", "3.1", "3.1"))
    assert not any("B.2" in one for one in refers(plan, "F"))
    plan = told(("1.1", "2.1", "3.1", "3.2"), ("1.1", "1.2", "2.1", "2.2", "3.1"))  # provision counts itself
    assert refers(plan, "F") == [()] * 5


@pytest.mark.parametrize(
    ("outcomes", "given"),
    [
        (SAME, ("1.1", "1.2", "1.3", "2.1", "3.1")),  # counts itself
        (SAME, ("6.1", "6.1", "6.2", "6.3", "6.4")),  # numbers of no need
        (("1.1", "2.1", "3.1", "4.1"), ("1.1", "1.1", "2.1", "3.1", "3.2")),
        (SAME, ("1", "1", "2", "3", "3")),  # "1" begins anew anywhere
    ],
)
def test_provision_that_counts_itself_is_tied_to_nothing(outcomes, given):
    assert refers(told(outcomes, given), "F") == [()] * 5


@pytest.mark.parametrize(
    ("needs", "outcomes", "given", "expected"),
    [
        (SAME, SAME, SAME, ("B", "E")),
        (SAME, SAME, AGAIN, ("B", "E")),
        (SAME, ("5.1", "5.2", "5.3"), AGAIN, ("B",)),
        ((), SAME, AGAIN, ("E",)),
        (SAME[:3], SAME[:3], SAME[:3], ()),  # too few
        (SAME, SAME, ("1.1", "1.2", "2.1"), ()),
        (SAME, ("1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2"), AGAIN, ()),  # the needs' or the outcomes'
    ],
)
def test_which_numbers_provision_repeats(needs, outcomes, given, expected):
    printed = {
        code: [Printed(at, (number,)) for at, number in enumerate(numbers)]
        for code, numbers in (("B", needs), ("E", outcomes), ("F", given))
    }
    assert sections_meant(printed) == expected


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("4.1", "Ear defenders", ("4.1",)),
        ("1.1, 1.2", "Ear defenders", ("1.1", "1.2")),
        ("", "1.1 and 1.2 Advice to teachers", ("1.1", "1.2")),
        ("", "1.1 to 1.3 Advice to teachers", ("1.1", "1.2", "1.3")),
        ("", "1.5 hours and 2 adults", ()),
        ("", "1.5 to 2.5 hours a week", ()),
        ("4", "Ear defenders", ()),
        ("B1", "Ear defenders", ()),
    ],
)
def test_numbers_before_an_item(head, text, expected):
    assert numbers_before(head, text) == expected
