"""Tables of a label and its words in each row, in which the same labels come back for every item."""

import pytest
from plans import fields, outcomes_of, provision_of, row, texts

READS = "By July 2028 Rowan will read 45 words by sight."
TIES = "By July 2028 Rowan will tie his laces alone."
DAILY = "A teaching assistant reads with Rowan for 15 minutes each day."
WEEKLY = "A speech and language therapist sees Rowan for 40 minutes each week."
MATHS = "A teacher runs a number group twice a week for 20 minutes."
CLUB = "A support worker takes Rowan to a club for two hours each Saturday."


def records(*pairs, apart=False):
    """Rows in one table, or in one for each two of them."""
    return [row(1 + at // 2 if apart else 1, at, *pair) for at, pair in enumerate(pairs)]


@pytest.mark.parametrize(("apart", "known"), [(False, "How it will be tested"), (True, "Success will look like")])
def test_each_record_is_an_item_whatever_its_labels_are_called(apart, known):
    plan = outcomes_of(
        *records(
            ("E1 What Rowan will do", READS),
            (known, "A list of words"),
            ("E2 What Rowan will do", TIES),
            (known, "Both shoes"),
            apart=apart,
        )
    )
    assert texts(plan, "E") == [READS, TIES]
    assert [list(fields(item).values()) for item in plan.section("E").items] == [["A list of words"], ["Both shoes"]]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]


@pytest.mark.parametrize(
    "labels",
    [
        ("At school", "At home"),
        ("Teaching assistant", "Therapist"),
        ("Support", "Equipment"),
        ("Cognition and learning", "Communication and interaction"),
        ("Provision", "Training"),
        ("What helps me at school", "What helps me at home"),
    ],
)
def test_rows_that_hold_an_item_each_are_no_records(labels):
    plan = provision_of(*records(*zip(labels * 2, (DAILY, WEEKLY, MATHS, CLUB), strict=True)))
    assert texts(plan, "F") == [DAILY, WEEKLY, MATHS, CLUB]
