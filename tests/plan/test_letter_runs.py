"""Lettered paragraphs of a letter, and letters after titles: headings by their run alone."""

import pytest
from plans import heading, line, plan_of

from ehcp_audit.model import State

TITLES = {
    "A": "Your views",
    "B": "Your special educational needs",
    "C": "Your health needs",
    "D": "Your social care needs",
    "E": "Your outcomes",
    "F": "Your special educational provision",
    "G": "Your health provision",
    "H1": "Social care under the 1970 Act",
    "H2": "Other social care",
    "I": "Your school",
    "J": "Your personal budget",
    "K": "The advice we used",
}
SAID = "You told us so on 3 May 2026, and we wrote it down."


def test_paragraphs_that_begin_with_a_letter_and_a_title_open_their_sections():
    plan = plan_of(
        line("Dear Ada,"), *(line(f"{code}. {title}. {SAID}", marker=f"{code}.") for code, title in TITLES.items())
    )
    assert {section.code: section.text for section in plan.sections} == dict.fromkeys(TITLES, SAID)


def test_a_lettered_list_of_a_few_things_opens_none():
    plan = plan_of(
        heading("Section A: My views"),
        *(line(f"{code}. Some title. {SAID}") for code in "ABC"),
        heading("Section B: Special educational needs"),
        line("Ada reads slowly."),
        heading("Section E: Outcomes"),
        line("By July 2028 Ada will read 40 words."),
    )
    assert "A. Some title." in plan.section("A").text
    assert plan.section("C").state is State.MISSING


@pytest.mark.parametrize("asked", ["What do we know, and what do you say?  {}", "What will help you? {}"])
def test_a_letter_after_each_question_opens_its_section(asked):
    parts = [part for code in TITLES for part in (heading(asked.format(code)), line(f"{SAID} That is in {code}."))]
    plan = plan_of(*parts)
    assert {section.code: section.text for section in plan.sections} == {
        code: f"{SAID} That is in {code}." for code in TITLES
    }
