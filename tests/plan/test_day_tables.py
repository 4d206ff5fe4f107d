"""The plan's history in tables with a header of steps, and in rows of one review each."""

from datetime import date

from plans import heading, line, provision_of, row, texts, with_sections

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


def test_reviews_of_provision_and_of_health_stay_in_their_section():
    plan = provision_of(
        line("A teacher reads with Ama for 20 minutes each day."),
        row(1, 1, "Review of reading", "5 May 2026"),
        row(1, 2, "Review", "6 June 2026"),
        row(1, 3, "Next review", "7 July 2027"),
    )
    assert texts(plan, "F")[0] == "A teacher reads with Ama for 20 minutes each day."
    assert (plan.facts.reviewed, plan.facts.review_due) == (None, None)
    plan = with_sections(
        heading("Section C: Health needs"),
        line("Ama has epilepsy."),
        row(1, 1, "Epilepsy care plan drafted", "1 May 2024"),
        row(1, 2, "Care plan reviewed", "1 May 2025"),
        row(1, 3, "Care plan review due", "1 May 2027"),
    )
    assert texts(plan, "C")[0] == "Ama has epilepsy."
    assert (plan.facts.drafted, plan.facts.reviewed) == (None, None)


def test_drafts_of_the_childs_own_writing_are_not_the_plans():
    plan = with_sections(
        heading("Section E: Outcomes"),
        line("By July 2028 Ama will write a story of a page."),
        row(1, 1, "First draft", "1 December 2026"),
        row(1, 2, "Final draft", "1 March 2027"),
        row(1, 3, "Review", "1 May 2027"),
    )
    assert (plan.facts.stage, plan.facts.drafted, plan.facts.issued) == (None, None, None)


def test_the_plans_own_steps_leave_the_section_and_the_need_over_them_stays():
    steps = [
        *row(7, 1, "Request received", "1 May 2026"),
        *row(7, 2, "Decision to assess", "1 June 2026"),
        *row(7, 3, "Draft plan sent", "1 September 2026"),
        *row(7, 4, "Final plan issued", "1 October 2026"),
    ]
    for over in ([], [line("History of this plan")]):
        plan = with_sections(heading("Section C: Health needs"), line("Ama has asthma."), *over, *steps)
        assert texts(plan, "C") == ["Ama has asthma."]
        assert (plan.facts.drafted, plan.facts.issued) == (date(2026, 9, 1), date(2026, 10, 1))


def test_of_two_drafts_of_a_first_plan_the_first_counts():
    facts = facts_of(
        line("Draft plan sent: 1 August 2026"),
        line("Second draft plan: 3 September 2026"),
        line("Final plan issued: 9 September 2026"),
    )
    assert (facts.drafted, facts.issued, facts.stage) == (date(2026, 8, 1), date(2026, 9, 9), "final")
    facts = facts_of(
        row(1, 1, "", "Request", "Draft plan", "Final plan"),
        row(1, 2, "Due", "1 March 2026", "20 July 2026", "19 July 2026"),
        row(1, 3, "Done", "1 March 2026", "1 August 2026", "9 September 2026"),
    )
    assert (facts.drafted, facts.issued) == (date(2026, 8, 1), date(2026, 9, 9))


def test_a_step_that_names_sections_in_brackets_heads_none():
    told = [
        ("Request for an EHC needs assessment received", "3 November 2025"),
        ("Parents told that an assessment would be made", "12 December 2025"),
        ("Parents told that a plan would be issued", "12 February 2026"),
        ("Draft plan sent", "19 February 2026"),
        ("Final plan first issued", "20 March 2026"),
        ("Appeal registered (Sections B, F and I)", "27 April 2026"),
        ("Amended final plan issued", "5 November 2026"),
    ]
    facts = facts_of(*(row(1, at, *cells) for at, cells in enumerate(told)))
    assert (facts.assess_decided, facts.plan_decided) == (date(2025, 12, 12), date(2026, 2, 12))
    assert (facts.issued, facts.amended) == (date(2026, 3, 20), date(2026, 11, 5))
