"""Lettered paragraphs of a letter, and letters after titles: headings by their run alone."""

import pytest
from plans import heading, line, plan_of, with_sections

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


CARDS = [  # in whatever order, and with titles that say little
    ("A", "Voice", "Ama chose the swing, water and toast as her best things, and pushed the picture of the hall away."),
    ("C", "Body", "Ama takes all fluids through a tube, and she needs a suction pump at hand all through the day."),
    ("G", "Nursing", "Two members of staff will be trained by the community nurse each September, and again in March."),
    ("E", "Aims", "By July 2028 Ama will choose between two drinks, with her eyes, on eight days out of ten."),
    ("D", "Home", "Ama shares a room with two sisters, and her mother is up with her three times in most nights."),
    ("H1", "By law", "A sitter for five hours each Saturday under section 2 of the 1970 Act, all through the year."),
    ("H2", "By choice", "A family support worker will call each month for a year, and will go to meetings with them."),
    (
        "B",
        "Hard things",
        "Ama does not yet speak, and she cannot point, so that she has few ways to say what she wants.",
    ),
    (
        "F",
        "Teaching",
        "A communication book is used in all lessons, and a therapist works with her each Tuesday for an hour.",
    ),
    ("I", "School", "Harbour Lane School, a special school for children with physical needs, in Wexbourne, each day."),
    ("J", "Money", "Direct payments of £40 a week for the sitter, paid to her mother on the first day of the month."),
    (
        "K",
        "Sources",
        "A report by Dr Lowe, paediatrician, of 3 March 2026, and one by Ms Ode, therapist, of 9 March 2026.",
    ),
]


def set_apart(letters):
    return [
        one
        for letter, title, text in CARDS
        if letter in letters
        for one in (line(f"{letter} {title}", bold=True, size=11.5), line(text, size=9.5))
    ]


def test_letters_that_open_nearly_all_sections_in_any_order_need_no_known_titles():
    found = {one.code: one for one in plan_of(set_apart([letter for letter, _, _ in CARDS])).sections}
    for letter, title, text in CARDS:
        assert (found[letter].heading, [piece.text for piece in found[letter].pieces]) == (f"{letter} {title}", [text])


def test_a_list_of_the_letters_before_them_is_none_of_the_sections():
    contents = [line(f"{letter} {title} {page}", size=9.5) for page, (letter, title, _) in enumerate(CARDS, start=2)]
    found = {one.code: one for one in plan_of(contents, set_apart([letter for letter, _, _ in CARDS])).sections}
    for letter, _, text in CARDS:
        assert [piece.text for piece in found[letter].pieces] == [text]


def test_a_few_letters_with_titles_of_their_own_within_a_section_open_none():
    within = set_apart(["C", "G", "D"])
    sections = {
        one.code: one for one in with_sections(heading("Section B: Special educational needs"), within).sections
    }
    assert sections["B"].state is State.PRESENT
    assert {sections[code].state for code in ("C", "D", "G")} & {State.PRESENT, State.NIL} == set()
