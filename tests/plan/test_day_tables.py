"""The plan's history in tables with a header of steps, and in rows of one review each."""

from datetime import date

from plans import heading, line, row, with_sections

VIEWS = [heading("Section A: Views, interests and aspirations"), line("I like trains.")]


def facts_of(*cover):
    return with_sections(*cover, *VIEWS).facts


def test_of_several_reviews_under_a_header_the_last_counts_and_the_next_is_to_come():
    facts = facts_of(
        line("First plan: 30/07/2018. Status: ☐ draft ☐ final ☑ amended final. [U] = updated."),
        row(1, 1, "Type", "Review meeting", "Decision", "Notice sent", "Amended plan", "Parts"),
        row(1, 2, "AR", "11/07/2024", "No change", "–", "–", "–"),
        row(1, 3, "AR (Year 6 to 7)", "21/11/2024", "Amend", "12/12/2024", "05/02/2025", "F I K"),
        row(1, 4, "AR", "02/07/2026", "Amend", "24/07/2026", "16/09/2026", "A B E F"),
        row(1, 5, "Next AR", "by 01/07/2027", "", "", "", ""),
    )
    assert (facts.stage, facts.issued) == ("amended final", date(2018, 7, 30))
    assert (facts.reviewed, facts.drafted) == (date(2026, 7, 2), date(2026, 7, 24))
    assert (facts.amended, facts.review_due) == (date(2026, 9, 16), date(2027, 7, 1))


def test_a_cell_under_a_header_may_hold_several_days():
    facts = facts_of(
        row(1, 1, "First made", "Reviews held", "Last review", "Notice of amendment", "Amended plan", "Next review by"),
        row(1, 2, "22 November 2021", "16 Nov 2022; 8 Nov 2023; 17 Sept 2025", "9 September 2026", "1 October 2026",
            "18 November 2026", "8 September 2027"),
        line("Amended on 24 January 2024 for transfer to Year 7 and on 18 November 2026."),
    )  # fmt: skip
    assert (facts.reviewed, facts.drafted) == (date(2026, 9, 9), date(2026, 10, 1))
    assert (facts.amended, facts.review_due) == (date(2026, 11, 18), date(2027, 9, 8))


def test_of_reviews_in_rows_the_last_was_held():
    facts = facts_of(
        row(1, 1, "Draft plan sent", "06/01/2021", ""),
        row(1, 2, "First final plan", "27/01/2021", ""),
        row(1, 3, "Annual review 1", "12/01/2022", "Plan kept unchanged"),
        row(1, 4, "Annual review 2", "10/12/2024", "Plan kept unchanged"),
        row(1, 5, "Annual review 3 (phase transfer)", "04/12/2025", "Amend"),
        row(1, 6, "Amendment notice sent", "19/12/2025", "Parents replied 05/01/2026"),
        row(1, 7, "Amended final plan issued", "06/02/2026", "This document"),
    )
    assert (facts.drafted, facts.reviewed) == (date(2025, 12, 19), date(2025, 12, 4))
    assert (facts.issued, facts.amended) == (date(2021, 1, 27), date(2026, 2, 6))


def test_a_header_over_words_is_no_table_of_days():
    facts = facts_of(
        row(1, 1, "Review meeting", "Amended plan"),
        row(
            1,
            2,
            "What was said on 3 May 2024 at the meeting about his reading",
            "It was changed on 4 May 2024 as agreed",
        ),
    )
    assert (facts.reviewed, facts.amended) == (None, None)
