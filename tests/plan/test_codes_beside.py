"""The code of a need in a cell beside an outcome: it ties the outcome, and is no number of its own."""

from plans import heading, line, row, with_sections


def test_the_code_of_a_need_beside_an_outcome_ties_it():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. Sam reads slowly."),
        line("B2. Sam cannot count."),
        heading("Section E: Outcomes"),
        *row(1, 1, "", "What I will be able to do, and by when", "For which one", "Steps on the way"),
        *row(1, 2, "E1", "By July 2028 Sam will read 60 words a minute.", "B1", "By July 2027: 40 words"),
        *row(1, 3, "E2", "By July 2028 Sam will count 20 pegs.", "B2", "By July 2027: 10 pegs"),
    )
    outcomes = plan.section("E").items
    assert [one.number for one in outcomes] == ["1", "2"]
    assert [one.refers for one in outcomes] == [("B.1",), ("B.2",)]
