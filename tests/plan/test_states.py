"""What is said of a section that is not there, was not read, or shares its heading."""

import pytest
from plans import UNREAD, document, heading, line, plan_of, row, with_sections

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import SECTION_CODES, State, Unread
from ehcp_audit.plan import build_plan


def test_all_twelve_sections_are_always_there_in_order():
    plan = with_sections()
    assert tuple(section.code for section in plan.sections) == SECTION_CODES


def test_a_section_without_a_heading_is_missing_where_all_was_read():
    section = with_sections().section("B")
    assert (section.state, section.heading, section.text) == (State.MISSING, None, "")


def test_a_section_without_a_heading_is_unknown_where_part_was_not_read():
    section = with_sections(unread=UNREAD).section("B")
    assert section.state is State.UNKNOWN
    assert "could not be read" in section.note


def test_a_heading_with_nothing_under_it_is_empty():
    plan = with_sections(heading("Section C: Health needs"), heading("Section D: Social care needs"))
    assert plan.section("C").state is State.EMPTY
    assert plan.section("D").state is State.EMPTY


def test_a_heading_over_an_unread_page_is_unknown():
    parts = [
        heading("Section A: My views", page=2),
        heading("Section B: Special educational needs", page=4),
        line("He reads.", page=4),
    ]
    assert with_sections(*parts, unread=(Unread("page 3", "a picture"),)).section("A").state is State.UNKNOWN
    assert with_sections(*parts, unread=(Unread("page 9", "a picture"),)).section("A").state is State.EMPTY


def test_badly_recognised_words_make_a_section_unknown():
    parts = [heading("Section B: Special educational needs"), line("H3 rcads tvvelve w0rds", ocr=0.4)]
    section = with_sections(*parts).section("B")
    assert section.state is State.UNKNOWN
    assert "picture" in section.note
    well = [heading("Section B: Special educational needs"), line("He reads twelve words.", ocr=0.93)]
    assert with_sections(*well).section("B").state is State.PRESENT


def test_what_was_not_found_in_a_picture_is_unknown_and_never_empty_or_missing():
    parts = [
        heading("Section A: My views", ocr=0.9),
        heading("Section B: Special educational needs"),
        line("He reads."),
    ]
    plan = with_sections(*parts)
    assert plan.section("A").state is State.UNKNOWN
    assert plan.section("F").state is State.UNKNOWN
    assert "picture" in plan.section("F").note


def test_a_plan_of_which_little_was_recognised_is_a_plan_all_the_same():
    """It goes to a person, section by section; it is not refused as another document."""
    parts = [
        part for code in "ABCEFI" for part in (heading(f"Section {code}", ocr=0.5), line("tvvelve w0rds", ocr=0.4))
    ]
    plan = plan_of(*parts)
    assert {section.state for section in plan.sections} == {State.UNKNOWN}


def test_fewer_than_three_sections_are_no_plan():
    with pytest.raises(UnreadableError) as caught:
        plan_of(
            heading("Section A: My views"),
            line("I like trains."),
            heading("Section B: Needs"),
            line("Reading is hard."),
        )
    assert caught.value.kind == "not_a_plan"
    assert caught.value.reason.startswith("Only 2 of the sections A to K were found; give a whole EHC plan")


def test_of_no_section_it_is_said_that_none_was_found():
    with pytest.raises(UnreadableError) as caught:
        plan_of(line("Dear parents, the school fair is on Saturday."))
    assert caught.value.reason.startswith("None of the sections A to K were found; give")
    with pytest.raises(UnreadableError) as caught:
        plan_of(heading("Section A: My views"), line("I like trains."))
    assert caught.value.reason.startswith("Only 1 of the sections A to K was found; give")
    assert "trains" not in str(caught.value)


def test_a_letter_with_another_sections_title_is_doubted():
    plan = with_sections(heading("Section F: Health needs"), line("Rowan has epilepsy."))
    for code in ("C", "F"):
        assert plan.section(code).state is State.UNKNOWN
        assert plan.section(code).text == ""
        assert plan.section(code).note
    own = heading("Section C: Health needs"), line("Rowan has asthma.")
    section = with_sections(*own, heading("Section F: Health needs"), line("Rowan has epilepsy.")).section("F")
    assert section.state is State.PRESENT
    assert section.confidence < 0.7
    assert section.note


def test_a_section_inside_which_a_line_names_another_that_nothing_opens_is_doubted():
    words = "Rowan has words here that are long enough to be those of a section of the plan."
    plan = with_sections(
        heading("Section A: Views, interests and aspirations"),
        line(words),
        row(
            1, 1, "For the family to keep", "Section B: Special educational needs", "Ask for help with this", bold=True
        ),
        line(words),
        heading("Section D: Social care needs"),
        line(words),
    )
    for code in ("A", "B"):
        assert plan.section(code).state is State.UNKNOWN
        assert plan.section(code).note
    assert plan.section("D").state is State.PRESENT


def test_provision_in_a_column_of_section_e_is_found_and_doubted():
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome", "Provision", "Who"),
        row(1, 2, "By July 2027 Rowan will read 45 words.", "Reading is taught for 30 minutes a day.", "Teacher"),
    )
    assert plan.section("E").text == "By July 2027 Rowan will read 45 words."
    assert "Reading is taught" in plan.section("F").text
    assert plan.section("F").confidence < 0.8


def test_a_header_row_said_again_on_the_next_page_is_no_text():
    plan = with_sections(
        heading("Section E: Outcomes", page=1),
        row(1, 1, "Outcome", "By when", page=1),
        row(1, 2, "Rowan will read 45 words.", "July 2027", page=1),
        row(2, 1, "Outcome", "By when", page=2),
        row(2, 2, "Rowan will ask for a break.", "Easter 2027", page=2),
    )
    assert plan.section("E").text.count("Outcome") == 1
    assert [item.text for item in plan.section("E").items] == [
        "Rowan will read 45 words.",
        "Rowan will ask for a break.",
    ]


def test_the_document_is_carried_whole():
    one = document(
        heading("Section A: My views"), line("I like trains."), heading("Section I: Placement"), line("Elm School"),
        heading("Section J: Personal budget"), line("N/A"), warnings=("w",),
    )  # fmt: skip
    plan = build_plan(one, reference="P07", as_of=with_sections().as_of)
    assert (plan.reference, plan.warnings, plan.stretches) == ("P07", ("w",), one.stretches)
    assert plan.section_at(plan.text.index("trains")) == "A"
    assert [plan.stretch_at(start).text for start in plan.starts] == [stretch.text for stretch in one.stretches]


def test_a_title_that_has_lost_its_letter_among_lettered_headings_is_found_or_doubted():
    words = "Rowan has words here that are long enough to be those of a section of the plan."
    plan = with_sections(
        heading("Section A: Views, interests and aspirations"),
        line(words),
        heading("Section D: Social care needs"),
        line(words),
        heading("Outcomes sought for Rowan"),
        line(f"{words} Outcomes."),
    )
    if plan.section("E").state is not State.PRESENT:
        assert plan.section("E").state is plan.section("D").state is State.UNKNOWN
    else:
        assert plan.section("D").text == words


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Social care advice was given on 28 August 2026. Rowan has a social worker.", State.PRESENT),
        ("Social care needs: none is identified.", State.NIL),
    ],
)
def test_a_statement_under_a_bare_label_is_the_sections_and_no_title(words, state):
    plan = with_sections(heading("Section D"), line(words))
    assert plan.section("D").state is state
    assert words in plan.section("D").text or state is State.NIL


def test_a_letter_with_a_title_of_its_own_before_the_first_section_leaves_it_unknown():
    plan = with_sections(
        heading("A: Here is Rowan"),
        line("I like trains and quiet rooms, and I want to drive a bus."),
        heading("Section B – Special educational needs"),
        line("Rowan finds it hard to read."),
        heading("Section E – Outcomes"),
        line("By July 2027 Rowan will read 45 words."),
    )
    section = plan.section("A")
    assert section.state is State.UNKNOWN
    assert section.note == "A line outside the sections looks like its heading, and not surely enough."


@pytest.mark.parametrize(
    "text",
    [
        "Click or tap here to enter text.",
        "Click here to enter text",
        "Click or tap to enter a date.",
        "Choose an item.",
    ],
)
def test_what_a_form_shows_where_nothing_was_written_is_nothing(text):
    plan = with_sections(heading("Section G: Health provision"), line(text))
    assert plan.section("G").state is State.EMPTY


def of_cards(said):
    """Cards side by side, of which a reader of tables made cells: the words of C and D stand in columns of nobody."""
    first = [
        *row(1, 1, "C", "Health needs"),
        *row(2, 1, said, "G", "E"),
        *row(2, 2, "", "A nurse calls.", "By July he asks."),
    ]
    other = [
        *row(3, 1, "D", "Social care needs"),
        *row(4, 1, said, "H1", "H2"),
        *row(4, 2, "", "A sitter comes.", "A club."),
    ]
    return with_sections(heading("A About me"), line("I like trains."), first, other)


def test_sections_are_not_called_empty_where_cells_of_nobody_follow_their_headings():
    long = of_cards("Wilf has asthma, and uses his inhaler before he runs. He is tired on most days by the afternoon.")
    assert {long.section(code).state for code in "CD"} == {State.UNKNOWN}
    assert "given to no section" in (long.section("C").note or "")
    assert State.UNKNOWN not in {of_cards("-").section(code).state for code in "CD"}
