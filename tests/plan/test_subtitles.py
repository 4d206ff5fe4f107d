"""Letters that stand alone over titles in anybody's words, and over the words of a section."""

from __future__ import annotations

from plans import heading, line, plan_of

from ehcp_audit.model import State

OWN = {
    "A": "Who I am",
    "B": "What is hard for me in class",
    "C": "My body",
    "D": "My family and care",
    "E": "What I will be able to do",
    "F": "The help I get to learn",
    "G": "Help from the clinic",
    "H1": "Help because of a disability",
    "H2": "Other help for us",
    "I": "Where I go",
    "J": "Money",
    "K": "Who told us about me",
}


def words(code):
    return f"Orla has a lesson of 20 minutes in {code} each Monday."


def test_a_title_in_the_childs_words_below_each_letter_is_no_word_of_a_section():
    parts = [part for code, title in OWN.items() for part in (heading(code), line(title, bold=True), line(words(code)))]
    plan = plan_of(*parts)
    assert {code: plan.section(code).text for code in OWN} == {code: words(code) for code in OWN}
    assert plan.section("J").heading == "J Money"


def test_it_leaves_a_blank_section_blank_and_nothing_needed_said():
    parts = []
    for code, title in OWN.items():
        below = {"D": [], "G": [line("None.")]}.get(code, [line(title, bold=True), line(words(code))])
        parts += [heading(code), *below]
    plan = plan_of(*parts)
    assert (plan.section("D").state, plan.section("G").state) == (State.EMPTY, State.NIL)
    assert plan.section("E").text == words("E")


def test_short_words_under_few_letters_are_the_sections_own():
    short = {"B": "Reading and writing", "E": "Read alone", "I": "Fennmoor School"}
    parts = [
        part
        for code in OWN
        for part in (heading(code), *([line(short[code])] if code in short else []), line(words(code)))
    ]
    plan = plan_of(*parts)
    assert all(plan.section(code).text.startswith(text) for code, text in short.items())


def test_what_a_section_answers_is_no_title_of_its_letter():
    paid = "Direct payment for the assistant in H1: eight hours at £16 an hour. Held by Ann Lee. Agreed 17 August 2026."
    parts = [part for code in OWN for part in (heading(code), line(paid if code == "J" else words(code)))]
    assert plan_of(*parts).section("J").text == paid


def test_a_label_with_its_answer_is_no_title_of_the_letter_over_it():
    placed = "Type: mainstream primary school. Name: Fennmoor Primary School, Northmoor."
    parts = [
        part for code in OWN for part in (heading(f"Section {code}"), line(placed if code == "I" else words(code)))
    ]
    assert plan_of(*parts).section("I").text == placed
