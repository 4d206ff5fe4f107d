"""Sentences over the outcomes that say by when for all of them, and sentences that only look like them."""

import pytest
from plans import fields, heading, line, outcomes_of, row, texts, with_sections

READS = "Rowan will read 45 words by sight."
TIES = "Rowan will tie his laces without help."


def dates_under(said: str) -> list[str | None]:
    plan = outcomes_of(line(said), row(1, 1, "E1", READS), row(1, 2, "E2", TIES))
    return [fields(item).get("by_when") for item in plan.section("E").items if item.text in (READS, TIES)]


@pytest.mark.parametrize(
    "said",
    [
        "I leave this school in July 2028, at the end of Year 6. I want these to be true by then, or sooner.",
        "Unless we say otherwise, this is by the end of Year 4, in July 2028. Rowan is in Year 3.",
        "To be reached by the end of Year 4 (July 2028) unless another date is given. Rowan is in Year 3.",
        "To be achieved by the end of Key Stage 2.",
        "These are for when I finish Year 13 in July 2028, unless another date is written.",
        "By the end of Key Stage 2 (July 2029). Her teacher sets targets each term; the SENCO checks them.",
        "End of Key Stage 1, July 2028.",
        "All to be met by July 2028.",
        "All outcomes below are to be achieved by July 2028 unless stated otherwise.",
        "Unless another date is given, the outcomes are for the end of Year 6.",
        "The target date for all outcomes is 31 July 2028.",
        "Timescale for all outcomes: the end of Key Stage 2.",
        "The date by which all outcomes are to be met: July 2028.",
        "These outcomes should be achieved by the end of Year 6.",
        "It is expected that all these outcomes will be achieved by July 2028.",
        "We expect Rowan to achieve these outcomes by the end of Year 9.",
        "It is hoped that Rowan will have met these outcomes by the end of Year 6.",
        "The outcomes cover the period to July 2028.",
        "Each outcome has an end date of July 2028.",
        "The outcomes below will all be reached by the end of Year 6, except where a different date is shown.",
        "By the end of Key Stage 2, July 2028, except where stated.",
    ],
)
def test_a_date_said_of_all_outcomes_is_given_to_each(said):
    found = dates_under(said)
    assert len(found) == 2
    assert all(found)


@pytest.mark.parametrize(
    "said",
    [
        "The outcomes will be reviewed by July 2027.",
        "These outcomes were agreed with Rowan by March 2026.",
        "The short-term outcomes are for July 2027.",
        "The steps are to be met by July 2027.",
        "This outcome should be achieved by July 2028.",
        "The targets for all outcomes are reviewed each year.",
        "The provision for these outcomes is for the school year.",
        "Timescale for the assessment: July 2026.",
        "The date for the next review is July 2027.",
        "We expect Rowan to enjoy school by July 2028.",
        "The outcomes were approved in July 2026.",
        "The outcomes were chosen by Rowan in July 2026.",
        "These outcomes come from the plan of July 2025.",
        "All outcomes start in September 2026.",
        "The outcomes for Year 3 have been met.",
        "The date of the meeting about these outcomes is 3 July 2027.",
        "Our meeting on 3 March 2026 chose each of these.",
    ],
)
def test_dates_of_other_things_are_given_to_none(said):
    assert dates_under(said) == [None, None]


@pytest.mark.parametrize("mark", [" ", ": "])
def test_a_date_under_each_outcome_is_that_outcomes_own(mark):
    plan = outcomes_of(
        line("1. " + READS),
        line(f"To be achieved by{mark}July 2028."),
        line("2. " + TIES),
        line(f"To be achieved by{mark}Easter 2027."),
    )
    assert texts(plan, "E") == [READS, TIES]
    first, second = (fields(item)["by_when"] for item in plan.section("E").items)
    assert "July 2028" in first
    assert "Easter 2027" in second


def test_a_cell_that_holds_all_outcomes_may_open_with_their_date():
    said = "All are for the end of the course on 9 July 2027. Rowan's tutor sets three targets a term."
    plan = outcomes_of(row(1, 1, "Outcomes", [said, READS, TIES]))
    assert texts(plan, "E") == [READS, TIES]
    assert all("9 July 2027" in fields(item)["by_when"] for item in plan.section("E").items)


def test_a_few_words_with_a_time_in_brackets_date_the_outcomes_under_them():
    plan = outcomes_of(
        line("Within school (to the end of Year 6, July 2028)", bold=True),
        line(f"1. {READS}"),
        line("After school (by July 2030)", bold=True),
        line(f"2. {TIES}"),
    )
    told = [fields(item)["by_when"].rstrip(")") for item in plan.section("E").items]
    assert told == ["to the end of Year 6, July 2028", "by July 2030"]


@pytest.mark.parametrize(
    "tail", [" – by July 2028", ": outcomes to be reached by the end of Year 6", " (by the end of Year 6)"]
)
def test_the_heading_of_an_area_dates_the_outcomes_under_it_alone(tail):
    plan = outcomes_of(
        line(f"Communication and interaction{tail}", bold=True),
        row(1, 1, "No.", "Outcome"),
        row(1, 2, "E1", READS),
        line("Cognition and learning", bold=True),
        row(2, 1, "No.", "Outcome"),
        row(2, 2, "E2", TIES),
    )
    reads, ties = plan.section("E").items
    assert fields(reads)["by_when"].rstrip(")") in tail
    assert "by_when" not in fields(ties)
    assert (reads.area, ties.area) == ("communication", "cognition")


def test_first_steps_by_a_day_head_a_column_of_steps():
    plan = outcomes_of(row(1, 1, "Outcome", "First steps, by July 2027"), row(1, 2, READS, "20 words"))
    assert texts(plan, "E") == [READS]
    assert fields(plan.section("E").items[0])["steps"] == "20 words"


@pytest.mark.parametrize(
    "own",
    [
        "Rowan will read a new page at an 8-year level in four of five sessions.",
        "Rowan will choose a toy at nursery and at home on 8 of 10 tries.",
        "Rowan will learn by reading a Year 3 text to a friend each week.",
    ],
)
def test_a_level_and_a_place_are_no_time_of_an_outcomes_own(own):
    plan = outcomes_of(line("All outcomes run to the end of July 2028."), line(own), line(TIES))
    assert all("July 2028" in fields(item)["by_when"] for item in plan.section("E").items)


@pytest.mark.parametrize(
    "own", ["At the end of nursery Rowan will ask for a toy.", "In Year 6 Rowan will read a page."]
)
def test_a_time_of_an_outcomes_own_stays_its_own(own):
    plan = outcomes_of(line("All outcomes run to the end of July 2028."), line(own), line(TIES))
    assert "by_when" not in fields(plan.section("E").items[0])


def test_the_same_date_is_that_of_the_outcome_before():
    plan = outcomes_of(
        line("By the end of Reception (16 July 2027) Rowan will read fifteen words on sight."),
        line("On the same date he will count out five blocks when asked, four times in five."),
        line("By then Rowan will draw a closed circle when shown, three times out of four."),
    )
    assert [fields(one).get("by_when") for one in plan.section("E").items] == [
        None,
        "By the end of Reception (16 July 2027)",
        "By the end of Reception (16 July 2027)",
    ]


def test_the_same_date_is_the_one_by_which_and_no_year_of_the_past():
    plan = outcomes_of(
        line("Rowan will read the words he missed in Year 3 by July 2028."),
        line("By the same date he will tie his laces without help."),
    )
    assert fields(plan.section("E").items[1])["by_when"] == "by July 2028"


@pytest.mark.parametrize("date", ["By July 2028.", "(by the end of Year 6)"])
def test_a_date_and_no_more_under_an_outcome_is_its_own(date):
    plan = outcomes_of(line(READS), line(date), line(TIES))
    assert fields(plan.section("E").items[0]) == {"by_when": date}


@pytest.mark.parametrize(
    "other",
    ["Written July 2026.", "Annual review July 2027.", "Travel alone by July 2027.", "(Last seen in July 2026)"],
)
def test_a_few_words_with_a_date_are_no_date_of_the_outcome_before(other):
    plan = outcomes_of(line(READS), line(other), line(TIES))
    assert "by_when" not in fields(plan.section("E").items[0])


@pytest.mark.parametrize("made", [lambda *lines: lines, lambda *lines: lines[::-1]])
def test_an_outcome_of_being_met_by_somebody_is_no_date_of_the_others(made):
    meets = "To be met by friends at the bus stop by July 2028."
    plan = outcomes_of(*map(line, made("1. " + READS, meets)))
    assert sorted(texts(plan, "E")) == sorted([READS, meets])
    assert not any("by_when" in fields(item) for item in plan.section("E").items)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Outcomes are for July 2028, the end of Year 8.", "Outcomes are for July 2028"),
        ("Each outcome is for two school years, to July 2028.", "Each outcome is for two school years, to July 2028"),
        ("All outcomes are to be achieved by July 2028.", "All outcomes are to be achieved by July 2028"),
        ("The outcomes in section E are ambitious, and Rowan leaves school in July 2028.", None),
        ("Outcomes are in section E; Rowan moves to Year 7 in September 2027.", None),
        ("These outcomes are those that we agreed, with the move to Year 7 in mind.", None),
        ("Outcomes will be reviewed in July 2028.", None),
        ("The outcomes were agreed in July 2026.", None),
    ],
)
def test_a_date_said_of_all_outcomes_outside_their_section(said, given):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line(said),
        line("Rowan reads slowly and loses his place on a page of print."),
        heading("Section E: Outcomes"),
        *map(line, (READS, TIES)),
    )
    assert [fields(item).get("by_when") for item in plan.section("E").items] == [given, given]


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("Part E: Outcomes, by the end of the course in July 2028", "by the end of the course in July 2028"),
        (
            "PART E Outcomes. End of Reception (July 2028) unless another date is shown",
            "End of Reception (July 2028) unless another date is shown",
        ),
        ("Section E: Outcomes", None),
    ],
)
def test_the_sections_own_heading_may_say_by_when(title, given):
    plan = with_sections(heading(title), *map(line, (READS, TIES)))
    assert [fields(item).get("by_when") for item in plan.section("E").items] == [given, given]


def test_an_outcome_with_a_start_takes_the_date_of_all():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("Outcomes are for the end of Key Stage 2, July 2029, where no other date is given."),
        line("1. Ida will leave when she is asked, with no shouting in any week from January 2028."),
        line("2. Ida will wait her turn by July 2028."),
    )
    one, other = plan.section("E").items
    assert [field.name for field in one.fields] == ["by_when"]
    assert not other.fields
