"""Is a sentence of section E about its outcomes as such, or is it one of them?"""

import pytest
from plans import fields, line, outcomes_of, row, texts

from ehcp_audit.plan.over_all import is_over_all


@pytest.mark.parametrize(
    "sentence",
    [
        "All of these are for the end of Key Stage 1, except where an earlier date is shown.",
        "Unless another date is shown each is to be reached by 23 July 2027.",
        "Every date falls before the end of Key Stage 4.",
        "All of the outcomes below are to be reached by 21 July 2028, the end of Ana's Reception year and of the "
        "Early Years Foundation Stage.",
        "Where no date is given, July 2028 is meant.",
        "Everything in this section is for the end of Year 6.",
        "These are what Ana is working towards by July 2028.",
        "July 2028 is the date for all of them.",
        "Ana should reach each of them by the end of Key Stage 2.",
        "These five outcomes take Ana to the end of primary school.",
        "(All by July 2028 unless stated.)",
        "Steps towards these are set each half term by Ana and her teacher.",
        "The outcomes below were written with Ana.",
        "The review in Year 8 will look ahead to options.",
        "Both are due at the end of Year 2.",
        "The aims here were written with Ana.",
        "Each has smaller steps, which her teacher sets.",
        "Letters in brackets show the need.",
        "Each lasts until the end of Key Stage 2.",
        "For the period to July 2028, each outcome is to be met in full.",
        "To be achieved: by the end of Year 6",
        "Except for E2, all fall due in July 2028.",
        "What follows is to be reached by July 2027.",
        "Zofia is to do all of these by the end of Year 6.",
        "They are to manage all of them by July 2027.",
        "We want Kofi to reach these by July 2027.",
        "I am to achieve these by July 2027.",
        "All of this by the end of Key Stage 2.",
        "All five by July 2027.",
        "The following by July 2027.",
        "Outcomes: to be achieved by July 2027.",
        "These are for when I leave Year 13 in July 2028, unless another date is written.",
        "All are for the day before Ana takes her exams in June 2028.",
    ],
)
def test_it_is_about_the_outcomes(sentence):
    assert is_over_all(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Names numbers to 20 by July 2028.",
        "Writes down dates and times by July 2028.",
        "The numbers one to ten are read aloud by July 2028.",
        "All five vowels are written by July 2028 without a model.",
        "By July 2028 Ana reads to each of them.",
        "They are able to name their goals by July 2028.",
        "Ana's goals: to score for the team by July 2028.",
        "Outcome 8: By September 2026 Ana will visit the secondary school hall.",
        "My goal is to cook a meal by July 2028.",
        "The aim is for Ana to read 40 words by July 2028.",
        "A long-term aim is independent living by 2030.",
        "All of these sounds are said clearly by July 2028.",
        "Both are used to cut with scissors by July 2028.",
        "They will be able to read 40 words by July 2028.",
        "They are travelling alone by July 2028.",
        "All should be able to understand my speech by July 2028.",
        "By July 2028, the outcomes of an experiment will be written down in science lessons.",
        "Goals are scored in matches by July 2028.",
        "Dates and times are written in a diary by July 2028.",
        "Date: can write the date by July 2028.",
        "Outcome: reading 40 words by July 2028.",
        "To be met by friends at the bus stop by July 2028.",
        "Kofi is to do them by himself by July 2027.",
        "To meet these friends he will go to town by July 2027.",
        "They are able to write all six by July 2027.",
        "By July 2027 Kofi can do the following: name ten fruits, sort them and count them.",
        "By July 2027 they will have done all of their homework on three days in five.",
        "These are named by Zofia by July 2027.",
        "When I finish Year 13 in July 2028 I will travel alone.",
        "All are said aloud when Ana reads by July 2028.",
        "By 21 July 2028, the end of Year 6 and of all her time here, Ana will read each of them.",
        "They are able to sit still when Ana reads in Year 6.",
    ],
)
def test_it_is_an_outcome(sentence):
    assert not is_over_all(sentence)


def test_the_time_of_an_outcome_may_stand_in_a_sentence_of_its_own():
    plan = outcomes_of(
        line("Rowan will use his change card in eight changes of ten. By February 2027."),
        line("Rowan will tie his laces on five days running."),
        line("By the end of Year 4 (July 2028)."),
    )
    first, second = plan.section("E").items
    assert first.text.endswith("By February 2027.")
    assert fields(second) == {"by_when": "By the end of Year 4 (July 2028)"}


@pytest.mark.parametrize("own", ["My goal is to cook a meal by July 2028.", "They are travelling alone by July 2028."])
@pytest.mark.parametrize("number", ["", "2. "])
def test_a_goal_in_a_line_of_its_own_is_an_outcome_and_dates_no_other(own, number):
    plan = outcomes_of(line("Rowan will tie his laces without help."), line(number + own))
    assert texts(plan, "E")[1:] == [own]
    assert fields(plan.section("E").items[0]) == {}


def test_what_leads_into_lines_without_bullets_goes_with_each():
    plan = outcomes_of(
        line("By July 2028 Rowan will:"), line("read 45 words by sight;"), line("tie his laces without help.")
    )
    assert texts(plan, "E") == [
        "By July 2028 Rowan will:\nread 45 words by sight;", "By July 2028 Rowan will:\ntie his laces without help."
    ]  # fmt: skip


def test_what_leads_into_a_table_says_by_when_for_its_rows():
    plan = outcomes_of(
        line("By July 2028, when he leaves, Rowan will:"), row(1, 1, "E1", "Rowan reads 45 words by sight.")
    )
    (item,) = plan.section("E").items
    assert fields(item)["by_when"] == "By July 2028, when he leaves, Rowan will:"


@pytest.mark.parametrize(
    "lead",
    [
        "8. The outcomes sought for Rowan are these.",
        "8. The outcomes that we seek for Rowan are as follows:",
        "8. Outcomes agreed for Rowan are set out below.",
    ],
)
def test_a_numbered_line_that_leads_into_outcomes_is_none(lead):
    plan = outcomes_of(
        line(lead), line("(i) By July 2028 Rowan will read 45 words."), line("(ii) By May 2028 he swims.")
    )
    assert [text.partition(" ")[2] for text in texts(plan, "E")][-1].endswith("he swims.")
    assert len(texts(plan, "E")) == 2


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("School, parents and Rowan will break these down into targets for each term.", 1),
        ("His teacher and parents will turn each of these into termly steps.", 1),
        ("Staff and family will split them into steps at the start of each term, and write down what was reached.", 1),
        ("Rowan will break long tasks down into steps in four lessons out of five by July 2028.", 2),
        ("Rowan and his teacher will break these words down into sounds by July 2028.", 2),
    ],
)
def test_who_breaks_outcomes_down_into_steps_is_no_outcome(said, count):
    plan = outcomes_of(line("By July 2028 Rowan will read 45 words by sight."), line(said))
    assert len(texts(plan, "E")) == count
