"""Titles of a council's own, learnt from the list of contents at the front of a plan."""

import pytest

from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan.layout import lay_out
from ehcp_audit.plan.listed_titles import NOTHING, listed_titles
from tests.plan.plans import document, heading, line, plan_of, row

OWN = {
    "A": "Get to know Bea",
    "B": "Strong points and sticking points",
    "C": "Bea's body",
    "D": "Beyond the school gate",
    "E": "The changes we hope for",
    "F": "In the classroom",
    "G": "At the clinic",
    "H1": "At home, by law",
    "H2": "At home, besides",
    "I": "The schoolhouse",
    "J": "The purse",
    "K": "The papers",
}
WORDS = {code: f"What stands under {title.lower()} is told here in a whole sentence." for code, title in OWN.items()}


def as_table():
    return [one for at, code in enumerate(SECTION_CODES) for one in row(1, at, f"Section {code}", OWN[code])]


def as_pages():
    return [line(f"{code}\t{OWN[code]}\t{at + 2}") for at, code in enumerate(SECTION_CODES)]


def as_table_with_pages():
    return [one for at, code in enumerate(SECTION_CODES) for one in row(1, at, code, OWN[code], str(at + 2))]


def as_lines_after():
    return [line(f"{OWN[code]} (Section {code})") for code in SECTION_CODES]


def as_dotted_lines():
    return [line(f"{OWN[code]} ........ (this is Section {code})") for code in SECTION_CODES]


def body(title=lambda code: OWN[code], order=SECTION_CODES, **more):
    return [
        one for code in order for one in (line(title(code), bold=True, size=15.0, **more), line(WORDS[code], size=11.0))
    ]


@pytest.mark.parametrize("listing", [as_table, as_pages, as_table_with_pages, as_lines_after, as_dotted_lines])
@pytest.mark.parametrize(
    "title",
    [lambda code: OWN[code], lambda code: OWN[code].upper(), lambda code: f"{code}  {OWN[code]}"],
    ids=["as listed", "in capitals", "with its letter"],
)
def test_the_titles_of_the_list_open_the_sections_in_the_body(listing, title):
    plan = plan_of(line("What each part holds", bold=True, size=13.0), *listing(), *body(title))

    assert {one.code: "".join(piece.text for piece in one.pieces) for one in plan.sections} == WORDS


def test_the_sections_may_stand_in_any_order():
    order = ("A", "I", "B", "F", "E", "C", "G", "D", "H2", "H1", "J", "K")

    plan = plan_of(*as_table(), *body(order=order))

    assert {one.code: "".join(piece.text for piece in one.pieces) for one in plan.sections} == WORDS


IN_LETTERS = (
    ("A", "Get to know Bea"),
    ("B | E | F", "The three things"),
    ("C | G", "Bea's body"),
    ("D | H1 | H2", "Beyond the gate"),
    ("I", "The schoolhouse"),
    ("J", "The purse"),
    ("K", "The papers"),
)


def in_words(letters, between):
    return between.join(f"Section {code}" for code in letters.split(" | "))


@pytest.mark.parametrize(
    "listing",
    [
        [line(f"{letters}  {title}") for letters, title in IN_LETTERS],
        [line(f"{in_words(letters, ' / ')}: {title}") for letters, title in IN_LETTERS],
        [one for at, (letters, title) in enumerate(IN_LETTERS) for one in row(9, at, in_words(letters, " / "), title)],
        [
            one
            for at, (letters, title) in enumerate(IN_LETTERS)
            for one in row(9, at, in_words(letters, " and ").upper(), title)
        ],
    ],
    ids=["letters", "words", "cells", "in capitals"],
)
def test_a_title_of_several_sections_stands_over_their_columns(listing):
    plan = plan_of(
        *listing,
        *body(order=("A",)),
        line("B, E and F The three things", bold=True, size=15.0),
        row(1, 1, "B Needs", "E Outcomes", "F Provision", bold=True),
        row(1, 2, WORDS["B"], WORDS["E"], WORDS["F"]),
        line("C and G Bea's body", bold=True, size=15.0),
        row(2, 1, "C Needs", "G Provision", bold=True),
        row(2, 2, WORDS["C"], WORDS["G"]),
        line("D, H1 and H2 Beyond the gate", bold=True, size=15.0),
        row(3, 1, "D Needs", "H1 Provision", "H2 Provision", bold=True),
        row(3, 2, WORDS["D"], WORDS["H1"], WORDS["H2"]),
        *body(lambda code: f"{code} {OWN[code]}", order=("I", "J", "K")),
    )

    assert {one.code: "".join(piece.text for piece in one.pieces) for one in plan.sections} == WORDS


def test_a_list_whose_titles_stand_nowhere_else_teaches_nothing():
    layout = lay_out(document(*as_table(), *body(lambda code: f"Section {code}")).stretches)

    assert listed_titles(layout) == NOTHING


def test_a_list_of_known_titles_teaches_nothing():
    known = ["About me", "Special educational needs", "Health needs", "Social care needs", "Outcomes"]
    known += ["Special educational provision", "Health provision", "Placement", "Personal budget"]
    codes = ("A", "B", "C", "D", "E", "F", "G", "I", "J")
    lines = [line(f"Section {code}: {title}") for code, title in zip(codes, known, strict=True)]
    under = [one for title in known for one in (heading(title), line("What stands under it is a whole sentence."))]

    assert listed_titles(lay_out(document(*lines, *under).stretches)) == NOTHING


def test_appendices_by_letter_teach_nothing():
    reports = [
        row(1, at, code, f"Report of Ms {name}")
        for at, (code, name) in enumerate(zip("ABCDEFGH", "PQRSTUVW", strict=True))
    ]
    under = [
        one
        for name in "PQRSTUVW"
        for one in (heading(f"Report of Ms {name}"), line(f"{name} saw Bea at home and school."))
    ]
    sections = body(lambda code: f"Section {code}: {OWN[code]}")

    assert listed_titles(lay_out(document(*sections, *reports, *under).stretches)) == NOTHING


def test_a_list_taken_for_the_sections_leaves_them_unknown():
    """Where the body's headings are pictures, the last entry of the list holds all of it."""
    words = [line(" ".join([WORDS[code]] * 6)) for code in SECTION_CODES]

    plan = plan_of(*as_table(), *words)

    assert {one.state for one in plan.sections} == {State.UNKNOWN}
    assert "may be a list's" in (plan.sections[0].note or "")


def test_short_sections_before_a_long_one_are_told():
    """Seven sections of a line each are no list where several others hold the text."""
    long = " ".join(["Bea is shown each step by an adult, who waits for her."] * 30)
    plan = plan_of(
        *(
            one
            for code in SECTION_CODES
            for one in (heading(f"Section {code}: {OWN[code]}"), line(long if code in "BFK" else "A line for it."))
        )
    )

    assert {one.state for one in plan.sections} == {State.PRESENT}


@pytest.mark.parametrize(
    "again",
    [
        ("In the classroom", "F", "(continued)"),
        ("In the classroom", "(cont.)"),
        ("(continued)",),
    ],
)
def test_a_title_said_again_overleaf_is_no_word_of_its_section(again):
    at = SECTION_CODES.index("F") * 2 + 2
    stretches = body(lambda code: f"Section {code} {OWN[code]}")
    more = line("An adult reads each question aloud to Bea.", size=11.0)
    stretches[at:at] = [*(line(one, bold=True, size=15.0) for one in again), more]

    plan = plan_of(*stretches)

    assert [piece.text for piece in plan.sections[5].pieces] == [WORDS["F"], more.text]


def test_a_line_that_only_ends_in_that_word_stays():
    stretches = body(lambda code: f"Section {code} {OWN[code]}")
    stretches.insert(12, line("The sessions that the clinic began are continued", size=11.0))

    plan = plan_of(*stretches)

    assert "are continued" in plan.sections[5].pieces[0].text
