"""Checks on dates: their order, 20 weeks to the day, the review year, 15 days, outcomes whose time has passed."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.dates import anniversary
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.plan.plans import heading, line, row, with_sections

F = "An hour of teaching each week."


def ask(id, **given):
    return checks()[id].function(small(F=F, **given))


@pytest.mark.parametrize(
    ("issued", "verdict"),
    [
        (date(2026, 5, 25), Verdict.MET),  # 140 days after 5 January
        (date(2026, 5, 26), Verdict.NOT_MET),
        (date(2026, 1, 4), Verdict.NEEDS_PERSON),  # before the request
        (date(2029, 1, 5), Verdict.NEEDS_PERSON),  # so long that another clock may apply
        (None, Verdict.NEEDS_PERSON),
    ],
)
def test_twenty_weeks_are_140_days_and_the_day_of_the_request_is_not_counted(issued, verdict):
    assert ask("dates.twenty_weeks", requested=date(2026, 1, 5), issued=issued, status="final").verdict is verdict


@pytest.mark.parametrize(
    ("decided", "given", "verdict"),
    [
        (date(2026, 2, 16), {"issued": date(2026, 5, 20)}, Verdict.MET),
        (date(2026, 2, 17), {"issued": date(2026, 5, 20)}, Verdict.PARTLY_MET),
        (date(2026, 2, 17), {"issued": date(2026, 5, 28)}, Verdict.NOT_MET),
        (date(2026, 2, 17), {"status": "draft", "drafted": date(2026, 4, 27)}, Verdict.NOT_MET),
        (date(2026, 2, 16), {"status": "draft", "drafted": date(2026, 4, 27)}, Verdict.NOT_APPLICABLE),
        (date(2026, 2, 17), {"status": "draft", "stage": "amendment notice"}, Verdict.NOT_APPLICABLE),
    ],
)
def test_the_decision_to_assess_comes_within_six_weeks_where_the_plan_shows_both_days(decided, given, verdict):
    told = {"requested": date(2026, 1, 5), "assess_decided": decided, "status": "final", **given}
    answer = ask("dates.twenty_weeks", **told)
    assert answer.verdict is verdict
    late = (
        "The decision to assess is dated 43 days after the request, which is over 6 weeks, with no exemption recorded."
    )
    assert answer.note.endswith(late) is (verdict in (Verdict.PARTLY_MET, Verdict.NOT_MET))
    if late in answer.note:
        told["cover"] = "The time limits were not kept because of exceptional circumstances."
        exempt = ask("dates.twenty_weeks", **told)
        assert (exempt.verdict, exempt.proposed is not None) == (Verdict.NEEDS_PERSON, True)


def test_over_twenty_weeks_says_that_no_exemption_is_recorded():
    answer = ask("dates.twenty_weeks", requested=date(2026, 1, 5), issued=date(2026, 6, 15), status="final")
    assert answer.note == "161 days from the request to this plan, which is over 20 weeks, with no exemption recorded."


def test_a_recorded_exemption_goes_to_a_person():
    answer = ask(
        "dates.twenty_weeks", requested=date(2026, 1, 5), issued=date(2026, 6, 15), status="final",
        cover="The 20 weeks were exceeded because of exceptional circumstances.",
    )  # fmt: skip
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"amended": date(2026, 6, 15), "stage": "amended final"}, Verdict.NOT_APPLICABLE),
        ({"issued": date(2024, 6, 15), "amended": date(2026, 6, 15)}, Verdict.NOT_APPLICABLE),
        ({"issued": date(2024, 6, 15), "reviewed": date(2026, 5, 15)}, Verdict.NOT_APPLICABLE),
        ({"issued": date(2024, 6, 15)}, Verdict.NEEDS_PERSON),
        ({"requested": date(2024, 1, 15), "issued": date(2024, 5, 15), "reviewed": date(2026, 5, 15)}, Verdict.MET),
    ],
)
def test_the_clock_of_the_first_plan_is_not_asked_of_one_that_was_reviewed_since(facts, verdict):
    assert ask("dates.twenty_weeks", status="final", **facts).verdict is verdict


def test_an_amended_plan_takes_no_twenty_week_clock():
    given = {"requested": date(2020, 1, 5), "amended": date(2026, 6, 15), "stage": "amended final", "status": "final"}
    assert ask("dates.twenty_weeks", **given).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"issued": date(2026, 6, 15), "review_due": date(2027, 6, 14)}, Verdict.MET),
        (
            {"issued": date(2026, 6, 15), "review_due": date(2027, 6, 15)},
            Verdict.NEEDS_PERSON,
        ),  # the anniversary itself
        ({"issued": date(2026, 6, 15), "review_due": date(2027, 6, 16)}, Verdict.NOT_MET),
        ({"issued": date(2025, 6, 15)}, Verdict.NOT_MET),
        ({"issued": date(2025, 11, 21)}, Verdict.MET),  # the last day is the day of the audit
        ({"issued": date(2025, 11, 20)}, Verdict.NOT_MET),
        ({"issued": date(2023, 6, 15), "reviewed": date(2026, 3, 1)}, Verdict.MET),
        ({"issued": date(2025, 6, 15), "review_due": date(2026, 6, 14)}, Verdict.NOT_MET),
        ({"issued": date(2025, 6, 15), "amended": date(2026, 6, 1)}, Verdict.NEEDS_PERSON),
        (
            {"issued": date(2025, 6, 15), "amended": date(2026, 6, 1), "review_due": date(2027, 6, 1)},
            Verdict.NEEDS_PERSON,
        ),  # the anniversary of the amendment
        ({"issued": date(2025, 6, 15), "amended": date(2026, 6, 1), "review_due": date(2027, 6, 2)}, Verdict.NOT_MET),
        (
            {
                "issued": date(2023, 6, 15),
                "amended": date(2026, 6, 1),
                "stage": "amended final",
                "reviewed": date(2026, 5, 1),
                "drafted": date(2026, 4, 1),  # the notice, before the review that it follows
            },
            Verdict.NEEDS_PERSON,
        ),
    ],
)
def test_the_review_year_ends_the_day_before_the_anniversary(given, verdict):
    assert ask("dates.review", status="final", as_of=date(2026, 11, 20), **given).verdict is verdict


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"issued": date(2025, 6, 15)},
            "The plan shows no date of a review, held or due. 12 months from the final plan ended on 14 June 2026.",
        ),
        (
            {"issued": date(2026, 6, 15)},
            "The plan shows no date of a review, held or due; 12 months from the final plan end on 14 June 2027.",
        ),
        ({}, "The plan shows no day of issue and no date of a review, held or due."),
        ({"issued": date(2026, 6, 15), "review_due": date(2027, 6, 1)}, "The review year runs to 14 June 2027."),
        (
            {"issued": date(2023, 6, 15), "reviewed": date(2025, 6, 1)},
            "12 months from the last review ended on 31 May 2026, and no later review is shown.",
        ),
    ],
)
def test_where_no_date_of_a_review_is_shown_at_all_it_is_said(given, said):
    assert ask("dates.review", status="final", as_of=date(2026, 11, 20), **given).note == said


def test_a_first_draft_has_no_review_to_be_late_for():
    assert ask("dates.review", status="draft", drafted=date(2026, 5, 1)).verdict is Verdict.NOT_APPLICABLE


def test_a_leap_day_has_its_anniversary_on_1_march():
    assert anniversary(date(2024, 2, 29)) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("issued", "verdict"), [(date(2026, 8, 31), Verdict.MET), (date(2026, 8, 30), Verdict.NEEDS_PERSON)]
)
def test_fifteen_days_count_the_day_of_service(issued, verdict):
    answer = ask("dates.representations", drafted=date(2026, 8, 17), issued=issued, status="final")
    assert answer.verdict is verdict
    assert answer.proposed is (Verdict.NOT_MET if verdict is Verdict.NEEDS_PERSON else None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"drafted": date(2026, 8, 10), "issued": date(2026, 7, 27)}, "The final plan is dated before the draft."),
        ({"requested": date(2026, 8, 10), "drafted": date(2026, 7, 27)}, "The draft is dated before the request."),
        (
            {"issued": date(2026, 8, 10), "review_due": date(2026, 7, 27)},
            "The next review is dated before the final plan.",
        ),
        ({"issued": date(2027, 8, 10)}, "The final plan is dated after the day of the audit."),
    ],
)
def test_dates_out_of_order_are_said(given, said):
    answer = ask("dates.in_order", as_of=date(2026, 11, 20), **given)
    assert (answer.verdict, answer.note) == (Verdict.NOT_MET, said)


@pytest.mark.parametrize(
    ("outcome", "year_group", "verdict"),
    [
        ("By July 2025 Tom will read a page aloud.", 6, Verdict.NOT_MET),
        ("By July 2027 Tom will read a page aloud.", 6, Verdict.MET),
        ("By the end of Year 4 Tom will read a page aloud.", 6, Verdict.NOT_MET),
        ("By the end of Key Stage 2 Tom will read a page aloud.", 8, Verdict.NOT_MET),
        ("By the end of Key Stage 3 Tom will read a Year 4 text aloud.", 8, Verdict.MET),
        ("Tom will read a page aloud.", 6, Verdict.NEEDS_PERSON),
    ],
)
def test_an_outcome_whose_time_has_passed(outcome, year_group, verdict):
    plan = small(E=outcome, year_group=year_group, as_of=date(2026, 11, 20))
    assert checks()["dates.fits_phase"].function(plan.section("E").items[0], plan).verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Ana is 6 years old and mishears.", Verdict.NOT_MET),
        ("Ana is 11 years old and mishears.", Verdict.MET),
        ("Ana is in Year 3 and mishears.", Verdict.NOT_MET),
        ("Ana reads at the level of a child aged 6.", Verdict.MET),
        ("When she was 6 years old Ana had grommets.", Verdict.MET),
    ],
)
def test_an_age_or_year_that_no_longer_fits(words, verdict):
    plan = small(B=words, date_of_birth=date(2015, 3, 4), year_group=7, known_as="Ana", as_of=date(2026, 11, 20))
    assert checks()["dates.stale"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("outcome", "year_group", "beyond"),
    [
        ("By the end of Key Stage 3 Tom will read a page aloud.", 4, True),
        ("By the end of Key Stage 2 Tom will read a page aloud.", 4, False),
        ("By the end of Year 8 Tom will read a page aloud.", 5, True),
        ("By the end of Year 7 Tom will read a page aloud.", 5, False),
        ("By July 2031 Tom will read a page aloud.", 5, True),
        ("By July 2029 Tom will read a page aloud.", 5, False),
    ],
)
def test_a_deadline_beyond_the_phase_is_told_apart(outcome, year_group, beyond):
    plan = small(E=outcome, year_group=year_group, as_of=date(2026, 11, 20))
    answer = checks()["dates.fits_phase"].function(plan.section("E").items[0], plan)
    assert answer.verdict is Verdict.MET
    assert ("after the present phase" in answer.note) is beyond


def test_a_draft_before_the_decision_to_make_a_plan_is_out_of_order():
    plan = with_sections(
        row(1, 1, "Request for an assessment", "20 July 2026", "Decision to assess", "24 August 2026"),
        row(1, 2, "Decision to issue a plan", "2 November 2026", "Draft plan sent to parents", "19 October 2026"),
        heading("Section A: Views"),
        line("I like trains."),
    )
    answer = checks()["dates.in_order"].function(plan)
    assert answer.note == "The draft is dated before the decision to make a plan."


def test_a_decision_to_make_a_plan_before_that_to_assess_is_out_of_order():
    plan = with_sections(
        row(1, 1, "Request received", "20 July 2026", "Decision to assess", "24 August 2026"),
        row(1, 2, "Decision to issue", "14 August 2026", "Draft issued", "19 October 2026"),
        heading("Section A: Views"),
        line("I like trains."),
    )
    answer = checks()["dates.in_order"].function(plan)
    assert answer.note == "The decision to make a plan is dated before the decision to assess."
    assert len(answer.evidence) == 2


def test_twenty_weeks_cannot_be_counted_from_a_request_after_the_decision_to_assess():
    plan = with_sections(
        row(1, 1, "Status", "Draft plan"),
        row(1, 2, "Request for an assessment", "13 July 2026", "Decision to assess", "29 June 2026"),
        row(1, 3, "Draft plan sent to parents", "2 November 2026", "Key worker", "A. Example"),
        heading("Section A: Views"),
        line("I like trains."),
    )
    answer = checks()["dates.twenty_weeks"].function(plan)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert any("29 June 2026" in passage.text for passage in answer.evidence)


@pytest.mark.parametrize(("day", "verdict"), [("23 October 2026", "not met"), ("20 July 2026", "not applicable")])
def test_a_draft_that_plans_its_final_after_the_twenty_weeks_is_late(day, verdict):
    plan = with_sections(
        row(1, 1, "Status", "Draft plan"),
        row(1, 2, "Request for assessment received", "2 March 2026"),
        row(1, 3, "Draft plan sent to parents", "4 July 2026"),
        row(1, 4, "Last day for parents' representations", "1 July 2026"),
        row(1, 5, "Final plan to be issued", day),
        heading("Section A: Views"),
        line("I like trains."),
    )
    answer = checks()["dates.twenty_weeks"].function(plan)
    assert answer.verdict.value == verdict
    assert any(day in passage.text for passage in answer.evidence) is (verdict == "not met")
    order = checks()["dates.in_order"].function(plan)
    assert order.note == "The draft is dated after the last day for an answer to it."


def test_views_that_somebody_took_on_a_day_give_no_last_day_for_an_answer():
    plan = with_sections(
        row(1, 1, "Draft plan sent to parents", "4 November 2026"),
        row(1, 2, "Child's views taken by Dr Example", "28 October 2026"),
        heading("Section A: Views"),
        line("I like trains."),
    )
    assert checks()["dates.in_order"].function(plan).verdict is Verdict.MET


def test_a_last_day_for_an_answer_before_the_draft_is_out_of_order():
    plan = with_sections(
        row(1, 1, "Draft plan sent to parents", "4 November 2026"),
        row(1, 2, "Comments from parents by", "28 October 2026"),
        heading("Section A: Views"),
        line("I like trains."),
    )
    answer = checks()["dates.in_order"].function(plan)
    assert answer.note == "The draft is dated after the last day for an answer to it."
    days = checks()["dates.representations"].function(plan)
    assert (days.verdict, days.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


def test_a_notice_of_amendments_comes_after_the_plan_that_it_amends():
    told = {
        "stage": "amendment notice",
        "status": "draft",
        "issued": date(2019, 3, 4),
        "drafted": date(2026, 5, 6),
        "as_of": date(2026, 6, 1),
    }
    assert ask("dates.in_order", **told).verdict is Verdict.MET
    assert ask("dates.representations", **told).verdict is Verdict.NOT_APPLICABLE
    listed = "Ms A. Example | Class teacher | 2026-03-12\nMr B. Sample | Social worker | 2026-04-02"
    assert ask("advice.in_date", K=listed, **told).verdict is Verdict.MET
    assert ask("advice.in_date", K=listed, **(told | {"drafted": date(2026, 3, 20)})).verdict is Verdict.NOT_MET
    assert ask("advice.in_date", K=listed, **(told | {"drafted": None})).verdict is Verdict.NEEDS_PERSON


COVER = "Request received on 9 March 2026. {} Draft sent on 26 June 2026. Final plan issued on 20 July 2026."


@pytest.mark.parametrize(
    ("decision", "verdict"),
    [
        ("Agreed to assess on 17 February 2026.", Verdict.NOT_MET),
        ("We agreed to assess Ada on 2 March 2026.", Verdict.NOT_MET),
        ("The panel said yes to an EHC needs assessment on 2 March 2026.", Verdict.NOT_MET),
        ("Assessment agreed 2 March 2026.", Verdict.NOT_MET),
        ("Decided to carry out an assessment on 2 March 2026.", Verdict.NOT_MET),
        ("Agreed to make a plan on 29 June 2026.", Verdict.NOT_MET),
        ("Agreed to issue on 28 June 2026.", Verdict.NOT_MET),
        ("Agreed to assess on 17 April 2026. Agreed to issue on 19 June 2026.", Verdict.MET),
        ("Agreed to issue the final plan on 18 July 2026.", Verdict.MET),
        ("Agreed to share the assessment on 2 March 2026.", Verdict.MET),
    ],
)
def test_decisions_told_in_sentences_stand_in_their_order(decision, verdict):
    plan = with_sections(
        line("Name: Ada Quill"), line(COVER.format(decision)), heading("Section A: Views"), line("I like bees.")
    )
    assert checks()["dates.in_order"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("cover", "check", "verdict"),
    [
        (
            "The school's request was received on 20 April 2026. It decided on 6 August 2026 to make a plan and sent a "
            "draft on 10 August 2026. The final plan was issued on 30 September 2026.",
            "dates.twenty_weeks",
            Verdict.NOT_MET,
        ),
        (
            "The request was received on 20 April 2026. The final plan is due by 7 September 2026.",
            "dates.twenty_weeks",
            Verdict.NEEDS_PERSON,
        ),
        (
            "This draft was sent on 10 November 2026. They have until 19 November 2026 to make representations.",
            "dates.representations",
            Verdict.NOT_MET,
        ),
        (
            "This draft was sent on 10 November 2026. They have until 27 November 2026 to make representations.",
            "dates.representations",
            Verdict.MET,
        ),
    ],
)
def test_a_history_in_sentences_is_judged(cover, check, verdict):
    plan = with_sections(line("Name: Ada Quill"), line(cover), heading("Section A: Views"), line("I like bees."))
    assert checks()[check].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("drafted", "amended", "said"),
    [
        (date(2026, 3, 25), date(2026, 5, 20), None),
        (date(2026, 4, 7), date(2026, 5, 20), "37 days from the review meeting"),
        (date(2026, 3, 10), date(2026, 5, 6), "57 days from that notice"),
        (date(2026, 3, 29), date(2026, 5, 24), None),
        (None, date(2026, 5, 25), "85 days from the review meeting"),
    ],
)
def test_the_weeks_after_a_review_are_counted_by_the_days_of_an_amended_plan(drafted, amended, said):
    given = {"issued": date(2025, 3, 1), "reviewed": date(2026, 3, 1), "stage": "amended final", "status": "final"}
    answer = ask("dates.review", drafted=drafted, amended=amended, as_of=date(2026, 11, 20), **given)
    if said is None:
        assert answer.verdict is Verdict.MET
    else:
        assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
        assert answer.note.startswith(said)


def test_days_years_apart_are_of_different_reviews():
    given = {"issued": date(2020, 3, 1), "reviewed": date(2021, 3, 1), "stage": "amended final", "status": "final"}
    answer = ask("dates.review", drafted=date(2026, 4, 1), amended=date(2026, 5, 1), as_of=date(2026, 11, 20), **given)
    assert "weeks" not in answer.note
