"""What stands in section E beside the outcomes: who sets their steps, and until when they run."""

from __future__ import annotations

import pytest
from plans import heading, line, outcomes_of, row, texts, with_sections

from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.pointers import only_refers


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("His tutor sets half-termly targets under each outcome with Sam and his mother.", True),
        ("These are for the end of Year 11, in July 2028.", True),
        ("By July 2027 Sam will read a page to his teacher.", False),
        ("Sam will set himself a target each week and tell his tutor whether he met it.", False),
        ("Sam sets his own targets each week.", False),
        ("The SENCO meets his parents and the therapist once every half-term for 40 minutes.", True),
        ("The steps are turned into termly targets by the class teacher, with Sam and his mother.", True),
        ("The special educational needs coordinator, Miss Example, checks progress in March and July.", True),
        ("Section E is the outcome row of each table and section F is the table which follows it.", True),
        ("In each table the left column is Part E and the other columns are Part F.", True),
        ("After my course ends I will have a paid job in a garage by July 2028.", False),
        ("When his placement ends Sam will live in his own flat.", False),
        ("When I leave school we will discuss jobs and I will have a paid job by July 2029.", False),
        ("This is the outcome Sam wants most of all, to travel alone.", False),
        ("Here are my goals to cook and to travel alone.", False),
        ("Sam can also do E1 at home.", False),
        ("When the plan ends, adult social care takes over.", True),
        ("When you move up, in Year 9, we will plan options and adult life.", True),
        ("In class he will plan his work in four steps.", False),
        ("The personal assistant works on E2 and E4 above.", True),
        ("Outcomes 3 and 5 cover these needs too.", True),
        ("See also E3 and E4.", True),
        ("These needs are met through outcome 2.", True),
        ("Sam works on 3 tasks by himself.", False),
        ("By July 2027 Sam also uses the strategies of E3 at home.", False),
        ("Outcome 3: Sam also reads to his sister each night.", False),
        ("They look at the steps above and agree the next ones.", True),
        ("Because Sam is under five, the whole plan is looked at again after six months.", True),
        ("Sam meets the speech therapist at the door each week and says hello to her first.", False),
        ("These are the things that my support should help me to do.", True),
        ("This is a goal: by July 2027 Sam will swim a width.", False),
        ("These are the things that Sam will do by July 2027.", False),
        ("Last saved 03/02/2026 10:15   Locked: Yes", True),
        ("Last year Sam saved 20 pounds, and he will save 30 by July 2027.", False),
        ("Outcomes are linked to the needs in section B.", True),
        ("By July 2027 his progress in reading will be two years in each year.", False),
    ],
)
def test_who_sets_the_steps_of_outcomes_is_no_outcome(sentence, leads):
    assert leads_in("outcome", sentence) is leads


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("For B2, B5.", True),
        ("Meets needs 3 and 4", True),
        ("(B1; C2)", True),
        ("For 20 minutes.", False),
        ("By July 2028 he meets 4 friends.", False),
        ("1.1." * 20 + "x", False),
        ("B.1." * 20 + "x", False),
    ],
)
def test_a_line_that_only_says_what_the_outcome_is_for(text, refers):
    assert only_refers(text) is refers


def test_what_an_outcome_is_for_and_how_it_is_checked_is_no_outcome():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Rowan does not follow instructions of two parts."),
        heading("Section E: Outcomes"),
        line("E1. By July 2028 Rowan will follow two instructions in four lessons of five."),
        line("For B1."),
        line("E2. By July 2028 Rowan will ask for help in four lessons of five."),
        line("Checking. The class teacher looks at the targets every six weeks."),
    )
    assert [one.number for one in plan.section("E").items] == ["1", "2"]
    assert plan.section("E").items[0].refers == ("B.1",)


def test_a_cell_that_names_every_outcome_is_none():
    outcome = "By July 2027 Sam will read a page to his teacher."
    rows = [
        row(1, 1, "Outcome", "By when"),
        row(1, 2, outcome, "July 2027"),
        row(1, 3, "Every outcome in this plan", ""),
    ]
    assert texts(outcomes_of(*rows), "E") == [outcome]
    rows[2] = row(1, 3, "Sam will read out every outcome in this plan by July 2027.", "")
    assert len(texts(outcomes_of(*rows), "E")) == 2


@pytest.mark.parametrize(
    "label",
    [
        "I will get there by these steps:",
        "What Kit will do to get there:",
        "Along the way:",
        "How we will work towards this:",
    ],
)
def test_steps_may_be_called_by_where_they_lead(label):
    reads = "By July 2028 Kit will read 45 words by sight in four of five sessions."
    asks = "By July 2028 Kit will ask for a break with a card in eight of ten lessons."
    steps = [line("Read ten new words each half term.", marker="•"), line("Name the first sounds.", marker="•")]
    plan = outcomes_of(
        line(f"1. {reads}"), line(label, bold=True), *steps, line(f"2. {asks}"), line(label, bold=True), *steps
    )
    assert [one.text.removeprefix("1. ").removeprefix("2. ") for one in plan.section("E").items] == [reads, asks]


def test_steps_may_be_said_in_a_sentence_under_their_outcome():
    reads = "By July 2028 Kit will read 45 words by sight in four of five sessions."
    asks = "By July 2028 Kit will ask for a break with a card in eight of ten lessons."
    plan = outcomes_of(
        line(reads),
        line("The steps are: name ten words; read a line."),
        line(asks),
        line("The steps are: show the card."),
    )
    assert texts(plan, "E") == [reads, asks]
