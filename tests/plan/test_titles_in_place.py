"""Plans without letters, whose titles are set no other way than the text: their places tell them."""

from dataclasses import replace

import pytest
from plans import TITLES, heading, line, plan_of, row

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import State

OWN = {
    **TITLES,
    "A": "Who I am and what I hope for",
    "B": "What I find difficult: special educational needs",
    "E": "What we want to achieve: outcomes",
    "F": "The special educational provision I must have",
    "H1": "Social care that must be provided (CSDPA 1970)",
    "K": "Advice and information gathered",
}
WORDS = {code: f"What section {code} says of Rowan is told in this one line, which is long enough." for code in TITLES}
SAID = WORDS["B"]
NUMBERS = {code: number for number, code in enumerate(TITLES, 1)}


def beside(code, number):
    return row(1, number, OWN[code], WORDS[code])


def under(code, number):
    return row(1, 2 * number, OWN[code]) + row(1, 2 * number + 1, WORDS[code])


def numbered_row(code, number):
    return row(1, number, str(number), OWN[code], WORDS[code])


PLACES = {
    "lines": lambda code, _: [line(OWN[code]), line(WORDS[code])],
    "numbered lines": lambda code, number: [line(f"{number}. {OWN[code]}"), line(WORDS[code])],
    "parts": lambda code, number: [line(f"Part {number}: {OWN[code]}"), line(WORDS[code])],
    "before their words": lambda code, _: [line(f"{OWN[code].upper()}: {WORDS[code]}")],
    "left cells": beside,
    "rows of their own": under,
    "cells after numbers": numbered_row,
    "a table each": lambda code, number: row(number, 1, OWN[code], WORDS[code]),
    "a cell each": lambda code, number: row(number, 1, [OWN[code], WORDS[code]]),
}


def placed(place, codes=tuple(TITLES)):
    return [one for code in codes for one in PLACES[place](code, NUMBERS[code])]


@pytest.mark.parametrize("place", PLACES)
def test_titles_are_told_by_their_place(place):
    plan = plan_of(line("Education, Health and Care Plan"), placed(place))
    assert {code: plan.section(code).text for code in TITLES} == WORDS


def test_an_answer_that_is_a_table_leaves_its_label_a_title():
    rows = [one for code in TITLES if code != "J" for one in beside(code, NUMBERS[code])]
    rows += row(1, NUMBERS["J"], OWN["J"])
    rows.sort(key=lambda one: one.table)
    assert plan_of(rows).section("J").state is State.EMPTY


def test_a_label_that_says_less_is_the_section_that_is_wanting_there():
    rows = [
        replace(one, text="Reports used for this plan") if one.text == OWN["K"] else one for one in placed("left cells")
    ]
    assert plan_of(rows).section("K").text == WORDS["K"]


def test_headers_of_tables_within_are_no_titles():
    rows = placed("a table each")
    items = row(50, 1, "Outcome", "Step this year") + row(50, 2, "Rowan will read a page.", "Reads a line.")
    at = next(at for at, one in enumerate(rows) if one.text == OWN["F"])
    plan = plan_of(rows[:at], items, rows[at:])
    assert plan.section("E").text.startswith(WORDS["E"])
    assert "Reads a line." in plan.section("E").text


def test_a_report_in_plain_type_is_no_plan():
    parts = (
        "Views of the child",
        "Special educational needs",
        "Health needs",
        "Outcomes",
        "Special educational provision",
    )
    with pytest.raises(UnreadableError) as refused:
        plan_of(
            line("A report", bold=True, size=14.0), *(line(one, size=11.0) for part in parts for one in (part, SAID))
        )
    assert refused.value.kind == "not_a_plan"


QUESTIONS = {
    "A": "Who is Rowan, and what does he hope for?",
    "B": "What does Rowan find hard in learning?",
    "C": "What are Rowan's health needs?",
    "D": "What are Rowan's social care needs?",
    "E": "What do we want Rowan to be able to do?",
    "F": "What special help will Rowan have at school, from whom and how often?",
    "G": "What health help will Rowan have?",
    "H1": "What social care help is made under the 1970 Act?",
    "H2": "What other social care help is there?",
    "I": "Where will Rowan go to school?",
    "J": "Is there a personal budget?",
    "K": "Whose reports did we use?",
}


def boxed(codes):
    return [one for at, code in enumerate(codes, 1) for one in (*row(at, 1, QUESTIONS[code]), line(WORDS[code]))]


def test_questions_in_boxes_that_speak_of_the_sections_in_order_are_their_titles():
    plan = plan_of(boxed(QUESTIONS))
    assert {code: plan.section(code).text for code in QUESTIONS} == WORDS


def test_a_few_questions_in_boxes_make_no_plan():
    with pytest.raises(UnreadableError):
        plan_of(boxed(("A", "B", "E", "F")))


# --- section A under a title of the writer's own ------------------------------------------------

VIEWS = (
    "I like trains and I want to work at the zoo. My sister helps me. Mum hopes that people will know me as she does."
)
LAWS = (
    "This plan was made under the Children and Families Act 2014. You may ask for it to be read to you at any time, and"
    " your school has a copy."
)


def titled(*before):
    rest = [one for code in list(TITLES)[1:] for one in (heading(TITLES[code]), line(WORDS[code]))]
    return plan_of(line("Education, Health and Care Plan", size=20.0), *before, *rest)


@pytest.mark.parametrize("title", ["Rowan and family", "The story so far", "Rowan", "What matters to Rowan"])
def test_views_under_a_title_of_the_writers_own_are_section_a(title):
    plan = titled(heading("How to read this plan"), line(LAWS), heading(title), line(VIEWS))
    assert plan.section("A").text == VIEWS


def test_other_words_under_such_a_title_leave_a_unknown():
    assert titled(heading("Rowan at a glance"), line(WORDS["B"] + " " + WORDS["C"])).section("A").state is State.UNKNOWN


def test_where_nothing_stands_before_the_first_section_a_is_missing():
    assert titled().section("A").state is State.MISSING
