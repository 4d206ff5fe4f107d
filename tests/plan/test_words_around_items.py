"""Sentences around the items of a section that are none: how tables are read, reviews that are held, strengths."""

import pytest
from plans import heading, line, provision_of, row, texts, with_sections

DAILY = "A teaching assistant reads with Rowan for 15 minutes each day."
FIRST = "B1. Rowan knows six words and cries when he is not understood."
SECOND = "B2. Sound and touch (6): hands over ears in the hall; no tolerance of paint. Toilet: nappies all day."


def needs_after(*opening):
    """A table of needs, provision and outcomes under a joint heading, with lines between."""
    return with_sections(
        heading("B, F and E – Special educational needs, provision and outcomes"),
        *map(line, opening),
        row(1, 0, "B – Special educational needs", "F – Special educational provision", "E – Outcomes"),
        row(1, 1, FIRST, "F1. " + DAILY, "E1. By July 2028 Rowan will use twenty words."),
        row(1, 2, SECOND, "F2. " + DAILY, "E2. By July 2028 Rowan will stay in the hall for ten minutes."),
    )


@pytest.mark.parametrize(
    "opening",
    [
        ("Targets for each step: set and checked every half-term by the SENCO, Harbour Lane School, with parents.",),
        ("Steps for every outcome are set each term by the class teacher. Numbers in brackets: advice list in K.",),
        ("Letters in brackets: reports in Section K.", "Targets under each outcome are reviewed termly by the SENCO."),
        ("Numbers in brackets – see the list of advice in K.",),
    ],
)
def test_what_stands_between_a_joint_heading_and_its_table_is_no_need(opening):
    assert texts(needs_after(*opening), "B") == [FIRST.partition(" ")[2], SECOND.partition(" ")[2]]


@pytest.mark.parametrize(
    "opening",
    [
        "Sound and touch (6): hands over ears in the hall; no tolerance of paint. Toilet: nappies all day.",
        "Numbers: Rowan counts to three and cannot match a number to a group of things.",
        "Stairs: Rowan cannot climb them without a rail.",
    ],
)
def test_a_need_over_the_table_is_one(opening):
    assert len(texts(needs_after(opening), "B")) == 3


@pytest.mark.parametrize(
    "opening",
    [
        "Summary of strengths. Rowan has a wide knowledge of plants. He draws with skill.",
        "Overview of Rowan’s strengths: Rowan knows the name of each bird and draws them well.",
        "Strengths and interests. Rowan loves trains and swims like a fish.",
        "A short summary of his strengths – Rowan reads fluently and is kind to others.",
    ],
)
def test_a_summary_of_strengths_is_no_need(opening):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line(opening),
        line("Need 1. Finding words. Rowan loses one word in five."),
        line("Need 2. Memory. Rowan keeps a fifth of what he hears."),
    )
    assert len(texts(plan, "B")) == 2


def test_strengths_that_end_in_a_need_are_kept():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Summary of strengths. Rowan draws with skill but cannot hold a pencil for long."),
        line("Need 1. Finding words. Rowan loses one word in five."),
    )
    assert len(texts(plan, "B")) == 2


@pytest.mark.parametrize(
    "review",
    [
        "A second review is held in January 2028, with the social worker and the job coach present, to agree what "
        "continues after July 2028.",
        "An early review will be held before the move to Year 7.",
        "The annual review of 14 June 2027 sets out the move from college.",
        "The transition review takes place in autumn 2027, with both schools.",
        "His Year 9 review meeting will be held in the spring of 2028.",
        "The annual review of 14 June 2027 sets out the move from college. A second review is held in January 2028.",
    ],
)
def test_a_review_that_is_held_is_no_provision(review):
    plan = provision_of(line(DAILY), heading("Moving on", 2), line(review))
    assert texts(plan, "F") == [DAILY]


@pytest.mark.parametrize(
    "given",
    [
        "A review meeting of one hour is held each term with the speech and language therapist.",
        "The therapist reviews the programme each half-term for 30 minutes.",
        "A review of his hearing aids is carried out every six months by an audiologist.",
        "The annual review sets out his timetable: 5 hours of mentoring a week.",
    ],
)
def test_time_that_somebody_gives_to_a_review_is_provision(given):
    assert len(texts(provision_of(line(DAILY), line(given)), "F")) == 2


def test_who_looks_at_all_of_it_is_no_provision():
    opening = (
        "This provision begins on 14 September 2026 and is made in each of the 36 weeks of the year. "
        "The learning support manager reviews it with Rowan at the end of each term, and it is considered at the "
        "annual review of 14 June 2027."
    )
    assert texts(provision_of(line(opening), line(DAILY)), "F") == [DAILY]


@pytest.mark.parametrize(
    "ahead",
    [
        "Future changes: Rowan's sister will move away in spring 2027, and he will need more support at that time.",
        "Forward plans: the move to a secondary school in September 2028.",
        "Forward plan for key changes. A new social worker will be named in February 2027.",
    ],
)
def test_what_will_change_for_the_child_is_no_outcome(ahead):
    first, last = "By July 2028 Rowan will use twenty words.", "By July 2028 Rowan will stay in the hall."

    plan = with_sections(heading("Section E: Outcomes"), line(first), line(ahead), line(last))

    assert texts(plan, "E") == [first, last]
    assert ahead in plan.section("E").text


@pytest.mark.parametrize(
    "outcome",
    [
        "Future changes of plan will be met by Rowan with his card, by July 2028, on four days in five.",
        "Rowan will plan for key changes with an adult, by July 2028, each half-term.",
        "Coping with change: by July 2028 Rowan will move between lessons calmly.",
    ],
)
def test_an_outcome_about_change_is_one(outcome):
    first = "By July 2028 Rowan will use twenty words."

    plan = with_sections(heading("Section E: Outcomes"), line(first), line(outcome))

    assert len(texts(plan, "E")) == 2
