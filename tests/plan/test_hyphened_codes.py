"""Codes of letters, a hyphen and a number: "OUT-1", "B-2", "PROV-3"; and labels of a row for such a code alone."""

import pytest
from plans import heading, line, row, texts, with_sections

READS = "By July 2028 Sam will read 60 words a minute in a book that he has chosen."
COAT = "By July 2028 Sam will fasten his coat alone on four days out of five."
TALKS = "By July 2028 Sam will tell a friend what he did at home in three sentences."


def needs():
    return (
        heading("Section B: Special educational needs"),
        row(0, 0, "Ref", "Need", "Starting point"),
        row(0, 1, "B-1", "Sam reads so slowly that he loses the thread", "20 words a minute"),
        row(0, 2, "B-2", "Sam cannot fasten his coat", "Zips with help"),
    )


def outcomes(*codes):
    """Each outcome in a table of its own, under the row of its code."""
    said = zip(codes, ("B-1", "B-2", "B-1, B-2"), (READS, COAT, TALKS), strict=False)
    tables = [
        (row(at, 0, "Outcome ref", code), row(at, 1, "Need ref", need), row(at, 2, "Outcome", words))
        for at, (code, need, words) in enumerate(said, start=2)
    ]
    return (heading("Section E: Outcomes"), *(one for table in tables for one in table))


def provision(code, *ties):
    tied = " / ".join(ties)
    return (
        heading("Section F: Special educational provision"),
        row(9, 0, "Provision ref", "Need / outcome", "Provision", "Who", "Amount"),
        row(9, 1, code, tied, "Reading practice with phonics cards", "Teaching assistant", "20 minutes, daily"),
    )


@pytest.mark.parametrize("codes", [("OUT-1", "OUT-2", "OUT-3"), ("O-1", "O-2", "O-3"), ("OC1", "OC2", "OC3")])
def test_a_row_of_a_code_is_no_item_and_its_code_ties(codes):
    plan = with_sections(*needs(), *outcomes(*codes), *provision("PROV-1", "B-1", codes[2]))
    assert texts(plan, "E") == [READS, COAT, TALKS]
    assert [one.refers for one in plan.section("E").items] == [("B.1",), ("B.2",), ("B.1", "B.2")]
    assert plan.section("F").items[0].refers == ("B.1", "E.3")


def test_one_record_alone_is_read_the_same():
    plan = with_sections(*needs(), *outcomes("OUT-1"), *provision("PROV-1", "B-1", "OUT-1"))
    assert texts(plan, "E") == [READS]
    assert plan.section("F").items[0].refers == ("B.1", "E.1")


def test_a_table_of_strengths_over_records_leaves_them_records():
    rows = [
        (row(at, 0, "Area", area), row(at, 1, "Need ref", f"SE{at}"), row(at, 2, "Need and effect", said))
        for at, (area, said) in enumerate(
            (("Cognition and learning", "Sam reads slowly."), ("Sensory and physical", "Sam cannot fasten his coat.")),
            start=1,
        )
    ]
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(0, 0, "Strengths", "Sam knows all the planets."),
        *(one for table in rows for one in table),
    )
    assert texts(plan, "B") == ["Sam reads slowly.", "Sam cannot fasten his coat."]


def test_a_column_of_codes_called_outcome_leaves_outcomes_to_that_of_sentences():
    plan = with_sections(
        *needs(),
        heading("Section E: Outcomes"),
        row(3, 0, "Outcome ref", "Need ref", "What I will do and by when", "Steps"),
        row(3, 1, "A1", "B-1", READS, "By July 2027: 40 words a minute."),
        row(3, 2, "A2", "B-2", COAT, "By July 2027: with one prompt, on two days out of five."),
    )
    assert texts(plan, "E") == [READS, COAT]


def test_a_printed_code_is_meant_before_a_place_in_the_section_of_its_letter():
    plan = with_sections(
        heading("Section C: Health needs"),
        line("Sam has asthma and misses lessons after attacks."),
        heading("Section D: Social care needs"),
        row(1, 0, "Need ref", "C-1"),
        row(1, 1, "Need", "Sam has no activity outside the home."),
        heading("Section E: Outcomes"),
        row(2, 0, "Outcome ref", "Need ref", "Outcome"),
        row(2, 1, "OC1", "C-1", READS),
    )
    assert plan.section("E").items[0].refers == ("D.1",)


def test_a_hyphen_between_a_letter_and_a_number_of_something_else_ties_nothing():
    plan = with_sections(
        *needs(),
        heading("Section F: Special educational provision"),
        line("A teaching assistant teaches Sam road safety beside the A-1 road for 20 minutes a week after COVID-19."),
    )
    assert plan.section("F").items[0].refers == ()


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("P1, P2 and P3 are also the provision for adulthood and independent living.", 1),
        ("Funding: P1 and P2 High needs; the rest School - core budget.", 1),
        ("P2 is also provided by the teacher for 20 minutes each day.", 2),
        ("Training: P1 and P2 staff will be trained by the therapist each September.", 2),
    ],
)
def test_a_line_that_only_speaks_of_lines_by_their_codes_is_none(said, items):
    plan = with_sections(*needs(), *provision("P1", "B-1"), line(said))
    assert len(plan.section("F").items) == items
