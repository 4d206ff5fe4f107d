"""Titles over the rows or lines of an outcome or a provision: no items of their own."""

import pytest
from plans import fields, heading, line, outcomes_of, provision_of, row, texts, with_sections

READS = "By July 2029 Rowan will read 45 words by sight in four of five sessions."
ASKS = "By July 2028 Rowan will ask for a break with his card in eight of ten lessons."


def across(table: int, number: int, text: str, **more):
    return line(text, table=(table, number, 1), columns=(1, 2), **more)


@pytest.mark.parametrize("mark", [" – ", ": ", ". "])
def test_a_title_across_the_rows_of_an_outcome_is_none(mark):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("1. Rowan cannot follow two instructions."),
        line("2. Rowan cannot read."),
        heading("Section E: Outcomes"),
        across(1, 1, f"Outcome 1{mark}Being understood by others (needs 1 and 2)"),
        row(1, 2, "Outcome", READS),
        row(1, 3, "Steps", "By March 2027: 20 words."),
        row(1, 4, "Checked by", "The class teacher, each term."),
        across(1, 5, f"Outcome 2{mark}Employment (aspiration: railways)"),
        row(1, 6, "Outcome", ASKS),
        row(1, 7, "Checked by", "His parents, each half term."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    first, second = plan.section("E").items
    assert [first.number, second.number] == ["1", "2"]
    assert first.refers == ("B.1", "B.2")
    assert "Being understood" in fields(first)["title"]
    assert fields(second)["monitoring"].startswith("His parents")


def test_a_title_across_the_rows_of_a_provision_is_none():
    plan = provision_of(
        across(1, 1, "Speech and language therapy"),
        row(1, 2, "What", "Direct therapy on understanding what is implied."),
        row(1, 3, "Who", "A speech and language therapist."),
        row(1, 4, "How often", "12 sessions of 45 minutes a year."),
        across(1, 5, "Key worker"),
        row(1, 6, "What", "An adult goes through the day with Rowan."),
        row(1, 7, "Who", "A higher-level teaching assistant."),
    )
    assert texts(plan, "F") == [
        "Direct therapy on understanding what is implied.",
        "An adult goes through the day with Rowan.",
    ]
    assert [fields(item)["title"] for item in plan.section("F").items] == ["Speech and language therapy", "Key worker"]


def test_a_title_beside_the_number_is_none_where_the_next_row_holds_the_outcome():
    plan = outcomes_of(
        row(1, 1, "Outcome 1", "Being understood by others"),
        row(1, 2, "Outcome", READS),
        row(1, 3, "Steps", "By March 2027: 20 words."),
        row(1, 4, "Outcome 2", "A friend"),
        row(1, 5, "Outcome", ASKS),
        row(1, 6, "Steps", "By March 2027: one card."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    assert [item.number for item in plan.section("E").items] == ["1", "2"]


def test_a_title_in_a_line_is_none_where_the_next_line_holds_the_outcome():
    plan = outcomes_of(
        line("Outcome 1: Being understood by other people (needs 1 and 2)"),
        line("Outcome: " + READS),
        line("Steps: 20 words by March 2027."),
        line("Outcome 2: A friend"),
        line("Outcome: " + ASKS),
        line("Steps: one card by March 2027."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    first, second = plan.section("E").items
    assert [first.number, second.number] == ["1", "2"]
    assert fields(second)["title"] == "A friend"


def test_outcomes_with_numbers_and_no_further_row_of_their_own_stay_outcomes():
    plan = outcomes_of(
        across(1, 1, "Outcome 1 – " + READS),
        row(1, 2, "Steps", "By March 2027: 20 words."),
        across(1, 3, "Outcome 2 – " + ASKS),
        row(1, 4, "Steps", "By March 2027: one card."),
    )
    assert texts(plan, "E") == [READS, ASKS]


def test_a_header_under_a_line_is_no_card():
    plan = outcomes_of(
        across(1, 1, "Rowan will be heard and will hear others in every lesson, by July 2028"),
        row(1, 2, "Outcome", "Steps"),
        row(1, 3, READS, "20 words by March 2027."),
    )
    assert READS in texts(plan, "E")
    assert len(texts(plan, "E")) == 2


def test_a_title_over_the_date_of_its_outcome_is_none():
    plan = outcomes_of(
        across(1, 1, "Outcome 1 – staying in class with the others (B4, B5)", bold=True),
        across(1, 2, READS),
        across(1, 3, "Steps: 20 words by March 2028."),
    )
    (item,) = plan.section("E").items
    assert item.text == READS
    assert fields(item)["title"] == "staying in class with the others (B4, B5)"


def test_who_and_how_often_are_said_of_each_line_above_them():
    plan = provision_of(
        row(1, 1, "What we will do", ["Individual physiotherapy in the hall.", "A daily programme taken from it."]),
        row(1, 2, "Who", "Physiotherapist; Miss Farrow for the programme"),
        row(1, 3, "How often", "45 minutes a fortnight; 25 minutes every school day"),
    )
    items = plan.section("F").items
    assert len(items) == 2
    assert all({"who", "how_often"} <= fields(item).keys() for item in items)


def test_words_set_like_the_paragraph_under_them_are_its_title():
    under = "The social worker tells the key adult the dates of family time a term ahead, each term, in writing."
    plan = provision_of(line("A tutor reads with Rowan daily."), line("Family time, moves and endings"), line(under))
    assert texts(plan, "F") == ["A tutor reads with Rowan daily.", under]
    listed = provision_of(line("A tutor reads with Rowan."), line("A sloping desk"), line("A laptop with speech"))
    assert texts(listed, "F") == ["A tutor reads with Rowan.", "A sloping desk", "A laptop with speech"]


def test_a_banner_with_a_code_over_rows_is_the_title_of_them():
    plan = provision_of(
        line("F5. Staff knowledge and oversight", table=(1, 1, 1), columns=(1, 2), bold=True),
        row(1, 2, "F5.1", "All staff who teach Rowan complete a half-day course each September."),
        row(1, 3, "F5.2", "The specialist teacher visits for 90 minutes each half term."),
    )
    assert len(texts(plan, "F")) == 2


def test_what_follows_the_tables_for_all_outcomes_is_provision():
    plan = with_sections(
        heading("Sections E and F: Outcomes and provision"),
        row(1, 1, "Outcome", "Provision", "Who", "How often"),
        row(1, 2, READS, "Direct teaching of reading", "Specialist teacher", "30 minutes daily"),
        row(1, 3, ASKS, "Rehearsal of asking", "Teaching assistant", "10 minutes daily"),
        line("Support for all outcomes: a teaching assistant one to one for 20 hours a week."),
        line("Environment: edges of steps marked in yellow; blinds; a corner with a carpet."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    assert len(texts(plan, "F")) >= 4


def test_a_banner_stands_over_rows_of_which_a_later_one_gives_something_too():
    plan = provision_of(
        heading("F6 Reading and access to lessons (O5)", level=3),
        row(1, 1, "What", "Structured phonics for older readers."),
        row(1, 2, "Who", "Specialist literacy teacher"),
        row(1, 3, "How often", "Four sessions a week, 30 minutes each"),
        row(1, 4, "Equipment", "Reading pen, insured by the school"),
    )
    assert texts(plan, "F") == ["Structured phonics for older readers.", "Reading pen, insured by the school"]
    assert fields(plan.section("F").items[0])["title"] == "F6 Reading and access to lessons (O5)"


def test_a_code_in_brackets_numbers_the_items_of_its_own_section():
    said = [READS, ASKS, READS.replace("45", "60"), ASKS.replace("card", "sign")]
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("Ends are set to suit Key Stage 4. Rowan and his tutor meet every six weeks and set shorter targets."),
        *(line(f"(E.{at}) {one}") for at, one in enumerate(said, start=1)),
        line("Transition. Whether he moves is discussed at every review."),
        heading("Section F: Special educational provision"),
        line("(F.1) Feeling well and going out with friends (B.4; E.1, E.2)", bold=True),
        line("A mentor works with Rowan for two hours a week, first at home and then on walks that he picks."),
        line("(E.2) A teaching assistant practises the card with him for ten minutes each day."),
    )
    assert texts(plan, "E") == said
    assert [item.number for item in plan.section("E").items] == ["1", "2", "3", "4"]
    mentor, card = plan.section("F").items
    assert mentor.text.startswith("A mentor works")
    assert mentor.refers == ("E.1", "E.2")
    assert card.text.startswith("(E.2) A teaching assistant")


def test_a_heading_with_a_code_over_a_grid_is_none_of_its_provision():
    grid = [
        row(1, 1, "Provision", "Who", "How often"),
        row(1, 2, "Phonics for older readers", "Tutor", "An hour a week"),
    ]
    plan = provision_of(heading("F6 Reading and access to lessons (O5)", level=3), *grid)
    assert texts(plan, "F") == ["Phonics for older readers"]
    given = provision_of(heading("F6 A tutor reads with him daily", level=3), *grid)
    assert texts(given, "F") == ["A tutor reads with him daily", "Phonics for older readers"]


def test_a_name_with_pointers_in_brackets_belongs_to_what_it_names():
    plan = provision_of(
        line("The Council shall secure the following in each school week from September 2026 to July 2028."),
        line("F1 Adult assistance (B2, B3). A teaching assistant shall be assigned to Rowan for 20 hours a week."),
    )
    assert texts(plan, "F") == [
        "Adult assistance (B2, B3). A teaching assistant shall be assigned to Rowan for 20 hours a week."
    ]


def test_a_row_across_that_names_an_outcome_is_its_title():
    plan = with_sections(
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome 3: Employment and study"),
        row(1, 2, "By July 2028 Rowan makes a plan for each of nine assignments in ten."),
        row(1, 3, "For", "Need 2a"),
    )
    assert texts(plan, "E") == ["By July 2028 Rowan makes a plan for each of nine assignments in ten."]
