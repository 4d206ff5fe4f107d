"""Bars over a section that hold more than its heading, and tables in which several sections stand."""

import pytest
from plans import TITLES as ALL_TITLES
from plans import line, plan_of, row

from ehcp_audit.model import State

BODY = "Rowan has words of his own here, long enough to be those of a section and of no list."
TITLES = {code: ALL_TITLES[code] for code in "ABCDEF"}


def bars(make):
    stretches = []
    for number, (code, title) in enumerate(TITLES.items(), start=1):
        stretches += [row(number, 1, *make(code, title)), line(f"{BODY} {code}")]
    return plan_of(*stretches)


@pytest.mark.parametrize(
    "make",
    [
        lambda code, title: ["[crest]", f"Section {code}\n{title}", "Last changed 16/02/2026"],
        lambda code, title: [f"Section {code}: {title}", "Reviewed 4 May 2026"],
        lambda code, title: [f"Section {code}", title, "Version 2"],
        lambda code, title: ["Sandleigh Council", f"{code}. {title}", "Page 3"],
        lambda code, title: [f"Section {code} – {title}", "Back to contents"],
    ],
)
def test_what_stands_beside_a_heading_in_its_bar_is_no_word_of_a_section(make):
    plan = bars(make)
    for code in TITLES:
        assert plan.section(code).state is State.PRESENT
        assert plan.section(code).text == f"{BODY} {code}", code


def test_a_section_may_own_several_columns_each_with_its_label():
    found = plan_of(
        *(
            part
            for code, title in TITLES.items()
            if code in "ACD"
            for part in (line(f"Section {code}: {title}"), line(BODY))
        ),
        line("Sections B, E and F: Needs, outcomes and provision", bold=True),
        row(1, 1, "No.", "Section B: Special educational needs", "Section E: Outcomes"),
        row(1, 2, "1", "Rowan finds reading hard.", "By July 2027 Rowan will read 40 words."),
        row(2, 1, "No.", "Section F: Special educational provision", "Section F: By whom", "Section F: How often"),
        row(2, 2, "1", "Precision teaching.", "A teaching assistant", "Ten minutes a day"),
    )
    assert "Precision teaching." in found.section("F").text
    assert "Ten minutes a day" in found.section("F").text
    assert "Precision" not in found.section("B").text + found.section("E").text


def test_the_way_to_a_section_in_a_record_s_print_is_its_label():
    found = plan_of(
        *(
            part
            for code, title in TITLES.items()
            for part in (line(f"Plan > Section {code} > {title} (4 records)", bold=True), line(f"{BODY} {code}"))
        )
    )
    assert [found.section(code).text for code in TITLES] == [f"{BODY} {code}" for code in TITLES]


def test_a_block_to_sign_belongs_to_no_section_wherever_it_stands():
    signing = [
        "Authorised on behalf of the Council",
        "Signed: Ms Ada Finch",
        "Position: Head of Inclusion",
        "Date: 5 May 2026",
    ]
    found = plan_of(
        *(part for code, title in TITLES.items() for part in (line(f"Section {code}: {title}", bold=True), line(BODY))),
        line("Section I: Placement", bold=True),
        line("Elm Road School"),
        *map(line, signing),
        line("Section K: Advice and information", bold=True),
        line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
        line("Section J: Personal budget", bold=True),
        line("A direct payment of £40 a week for short breaks."),
        line("Authorised: Mrs Ada Finch, 13 May 2026"),
    )
    assert found.section("I").text == "Elm Road School"
    assert found.section("J").text == "A direct payment of £40 a week for short breaks."


def test_an_answer_beside_a_heading_is_none_of_the_bar():
    plan = plan_of(
        *(part for code, title in TITLES.items() for part in (line(f"Section {code}: {title}", bold=True), line(BODY))),
        row(1, 1, "Section I: Placement", "Elm Road School from 1 September 2026"),
        row(2, 1, "Section J: Personal budget", "N/A"),
    )
    assert plan.section("I").text == "Elm Road School from 1 September 2026"
    assert plan.section("J").state is State.NIL


def test_the_words_of_a_section_above_columns_in_one_table_are_its_own():
    found = plan_of(
        line("Section A: Views, interests and aspirations", bold=True),
        line(BODY),
        line("Section B: Special educational needs", bold=True),
        line(BODY),
        line("Sections D, H1 and H2 – Social care", bold=True),
        row(1, 1, "Section D – Social care needs"),
        row(1, 2, "The family was assessed by the team."),
        row(1, 3, "Section H1 – Provision under section 2", "Section H2 – Other social care provision"),
        row(1, 4, "Short breaks of four hours a week.", "A parenting course of eight weeks."),
    )
    assert found.section("D").text == "The family was assessed by the team."
    assert found.section("H1").text == "Short breaks of four hours a week."
    assert found.section("H2").text == "A parenting course of eight weeks."


def test_a_heading_may_say_that_it_is_part_of_its_section():
    found = plan_of(
        line("My views, interests and aspirations (Section A)", level=1),
        line(BODY),
        *(
            part
            for area in ("Communication and interaction", "Cognition and learning")
            for part in (
                line(area, level=1),
                line("What I need help with (part of Section B)", level=2),
                line(f"Rowan finds it hard. {area}"),
                line("What I will be able to do (part of Section E)", level=2),
                line(f"By July 2027 Rowan will do it. {area}"),
                line("What will be done (part of Section F)", level=2),
                line(f"An adult will help for an hour a day. {area}"),
            )
        ),
        line("My health needs (Section C)", level=1),
        line(BODY),
    )
    assert found.section("A").text == BODY
    for code, words in (("B", "finds it hard"), ("E", "will do it"), ("F", "will help")):
        assert found.section(code).text.count(words) == 2, code


def test_headings_under_a_heading_over_their_letters_open_their_sections():
    found = plan_of(
        *(part for code, title in TITLES.items() for part in (line(f"Section {code}: {title}", level=1), line(BODY))),
        line("Sections I, J and K", level=1),
        row(1, 1, "Section I: Placement", "Elm Road School"),
        row(1, 2, "Section J: Personal budget", "None"),
        line("Section K: Advice", bold=True),
        line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
    )
    assert found.section("I").text == "Elm Road School"
    assert found.section("J").state is State.NIL
    assert found.section("K").text.startswith("Educational psychologist")


def test_a_row_may_hold_a_letter_a_title_of_the_authority_s_own_and_the_words():
    titles = {**TITLES, "H Part 1": "Social care provision", "H Part 2": "Other help", "I": "Where I go each day"}
    found = plan_of(*(row(1, at, code, title, f"{BODY} {code}") for at, (code, title) in enumerate(titles.items(), 1)))
    for code, letter in (("A", "A"), ("F", "F"), ("H1", "H Part 1"), ("H2", "H Part 2"), ("I", "I")):
        assert found.section(code).text == f"{BODY} {letter}", code


def test_when_a_heading_was_last_reviewed_is_none_of_its_title():
    found = plan_of(
        *(
            part
            for code, title in TITLES.items()
            for part in (line(f"{code} My {title.lower()} Reviewed 19 May 2026", bold=True), line(f"{BODY} {code}"))
        )
    )
    for code in TITLES:
        assert found.section(code).text == f"{BODY} {code}"


def test_lines_of_signs_are_no_words_of_a_section():
    found = plan_of(
        *(
            part
            for code, title in TITLES.items()
            for part in (line("=" * 40), line(f"SECTION {code} - {title}"), line("=" * 40), line(f"{BODY} {code}"))
        )
    )
    for code in TITLES:
        assert found.section(code).text == f"{BODY} {code}"


def test_a_letter_left_aside_where_the_next_heading_should_stand_leaves_both_in_doubt():
    found = plan_of(
        *(
            part
            for code, title in (*TITLES.items(), ("G", "Health provision"), ("I", "Placement"))
            if code != "E"
            for part in (
                line(f"{code} {title}", bold=True),
                line(f"{BODY} {code}"),
                *([line("E Where the journey leads"), line(f"{BODY} E")] if code == "D" else []),
            )
        )
    )
    assert found.section("D").state is State.UNKNOWN
    assert found.section("E").state is State.UNKNOWN
    assert found.section("C").state is State.PRESENT
