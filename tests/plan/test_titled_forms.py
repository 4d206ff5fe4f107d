"""A row that titles an item stands over the rows of its labels: "Outcome 1 – Talking | Need 1" over "Outcome | ..."."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

TALKS = "By July 2028 Rowan will take part in a talk with two friends for ten minutes."
COOKS = "By July 2028 Rowan will cook two meals safely."
STEP = "By July 2027: one friend, five minutes."
MEAL = "By July 2027: one meal."
NEEDS = [
    heading("Section B: Special educational needs"),
    line("1. Rowan finds it hard to follow talk."),
    line("2. Rowan cannot cook."),
]


def tables(*items, apart=True):
    """Each item's rows in a table of their own, or all in one."""
    found, at = [], 0
    for table, rows in enumerate(items):
        for pair in rows:
            found.append(row(table if apart else 0, at, *pair))
            at += 1
    return found


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    ("title", "beside", "label", "steps"),
    [
        ("Outcome {} – Talking", "Need {}. “I want people to wait.”", "Outcome", "Shorter-term steps"),
        ("Outcome {}: Talking", "Need {}", "Outcome", "Steps"),
        ("Outcome {}", "Talking (need {})", "The outcome", "Small steps"),
        ("Outcome {}", "Talking", "What I want to be able to do", "Steps"),
        ("E{} Talking", "B{}", "Outcome", "Short term targets"),
        ("E{}", "Talking and being heard by other people", "Outcome", "Milestones"),
        ("{}", "Talking", "Outcome", "Steps"),
        ("Aim {} – Talking", "Need {}: “Wait for me, I am getting there.”", "Aim", "Next steps"),
    ],
)
def test_the_words_of_an_outcome_stand_beside_its_label(title, beside, label, steps, apart):
    one, two = (
        [(title.format(at), beside.format(at)), (label, text), (steps, step)]
        for at, text, step in ((1, TALKS, STEP), (2, COOKS, MEAL))
    )
    plan = outcomes_of(*tables(one, two, apart=apart))
    assert texts(plan, "E") == [TALKS, COOKS]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]
    assert [fields(item)["steps"] for item in plan.section("E").items] == [STEP, MEAL]


def test_one_such_table_alone_is_one_outcome():
    plan = with_sections(
        *NEEDS,
        heading("Section E: Outcomes"),
        *tables([("Outcome 1 – Talking", "Need 1. “I want people to wait.”"), ("Outcome", TALKS), ("Steps", STEP)]),
    )
    assert texts(plan, "E") == [TALKS]
    (item,) = plan.section("E").items
    assert item.refers == ("B.1",)
    assert fields(item)["title"] == "Outcome 1 – Talking"


def test_provision_has_such_titles_too():
    daily = "A teaching assistant practises words with Rowan for 15 minutes each day."
    weekly = "A tutor cooks with Rowan for an hour each week."
    plan = provision_of(
        *tables(
            [("Provision 1 – Talking", "Need 1, outcome 1"), ("Provision", daily), ("Who", "Teaching assistant")],
            [("Provision 2 – Cooking", "Need 2, outcome 2"), ("Provision", weekly), ("Who", "Tutor")],
        )
    )
    assert texts(plan, "F") == [daily, weekly]
    assert [fields(item)["who"] for item in plan.section("F").items] == ["Teaching assistant", "Tutor"]


def test_a_need_after_its_outcome_is_that_outcomes():
    plan = outcomes_of(
        *tables(
            [("Outcome 1", TALKS), ("Need", "Following talk"), ("Steps", STEP)],
            [("Outcome 2", COOKS), ("Need", "Cooking"), ("Steps", MEAL)],
            apart=False,
        )
    )
    assert [fields(item)["need"] for item in plan.section("E").items] == ["Following talk", "Cooking"]


def test_a_numbered_outcome_is_its_own_words():
    plan = outcomes_of(*tables([("Outcome 1", TALKS), ("Steps", STEP)], [("Outcome 2", COOKS), ("Steps", MEAL)]))
    assert texts(plan, "E") == [TALKS, COOKS]


def test_a_header_over_numbers_of_needs_is_a_header():
    daily = "A teaching assistant practises words with Rowan for 15 minutes each day."
    plan = provision_of(row(1, 0, "Need and outcome", "Provision"), row(1, 1, ["Need 1", "Outcome 1"], daily))
    assert texts(plan, "F") == [daily]
