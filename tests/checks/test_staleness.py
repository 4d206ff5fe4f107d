"""Outcomes whose time has passed, beside levels and baselines that only look like deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(outcome, year=8):
    plan = small(E=outcome, year_group=year)
    return checks()["dates.fits_phase"].function(plan.section("E").items[0], plan)


@pytest.mark.parametrize(
    "outcome",
    [
        "By July 2028 Leo will explain what a character feels in four of five passages at Year 5 level.",
        "By July 2028 Leo will score 16 out of 20 on the spelling check (7 out of 20 in July 2026).",
        "By July 2028 Leo will ask for help in each lesson. In June 2026 he did so in one lesson of five.",
        "By July 2029 Leo will know 900 words, counted on the lists used in 2026.",
    ],
)
def test_a_level_or_a_baseline_is_no_deadline(outcome):
    assert ask(outcome).verdict is Verdict.MET
    assert checks()["dates.stale"].function(small(E=outcome, year_group=8)).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("By July 2025 Leo will read a page aloud.", "By July 2025"),
        ("In December 2025 Leo will read a page aloud, and in July 2028 a chapter.", "In December 2025"),
        ("Leo will dress by himself by the end of Year 5.", "by the end of Year 5"),
        ("Leo will dress by himself at the end of Year 5.", "at the end of Year 5"),
    ],
)
def test_a_deadline_that_has_passed_is_quoted(outcome, words):
    answer = ask(outcome)
    assert answer.verdict is Verdict.NOT_MET
    assert words in [passage.text for passage in answer.evidence]


ISSUED = {"status": "final", "issued": date(2026, 7, 24), "as_of": date(2026, 11, 27)}


def stale(outcome, **facts):
    return checks()["dates.stale"].function(small(E=outcome, **facts))


def of_final(outcome, **facts):
    plan = small(E=outcome, **{**ISSUED, **facts})
    return checks()["dates.fits_phase"].function(plan.section("E").items[0], plan)


def test_an_outcome_of_a_final_plan_is_judged_by_the_day_it_was_issued():
    answer = of_final("By 23 October 2026 Leo will type 15 words a minute.")
    assert answer.verdict is Verdict.MET
    assert answer.note == "It was to come when the plan was issued on 24 July 2026."
    assert of_final("By July 2025 Leo will type 15 words a minute.").note == (
        "Its time had passed already when the plan was issued on 24 July 2026."
    )


def test_the_year_group_is_that_of_the_day_of_issue():
    child = {"year_group": 10, "date_of_birth": date(2012, 3, 4)}
    assert of_final("Leo will dress by himself by the end of Year 9.", **child).verdict is Verdict.MET
    assert of_final("Leo will dress by himself by the end of Year 8.", **child).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "draft"},
        {"issued": None},
        {"issued": date(2027, 1, 8)},
        {"stage": "amended final"},
        {"issued": date(2024, 7, 24), "amended": date(2026, 11, 2)},
    ],
)
def test_a_draft_or_an_undated_plan_is_judged_on_the_day_of_the_audit_and_an_amended_one_when_it_was(facts):
    assert of_final("By 23 October 2026 Leo will type 15 words a minute.", **facts).verdict is Verdict.NOT_MET


def test_what_has_passed_since_the_plan_was_issued_is_for_the_review():
    late = "By 23 October 2026 Leo will type 15 words a minute."
    answer = stale(late, **ISSUED)
    assert answer.verdict is Verdict.NOT_MET
    assert answer.note == (
        "E.1 was due by 23 October 2026, after the plan was issued on 24 July 2026."
        " Ask at the review whether it was met."
    )
    early = "By July 2025 Leo will ask for help."
    assert stale(f"{late}\n{early}", **ISSUED).note == (
        "There is an outcome whose time has passed. Its time had passed already when the plan was issued on 24 July"
        " 2026. E.1 was due by 23 October 2026, after the plan was issued on 24 July 2026. Ask at the review whether it"
        " was met."
    )
    two = f"{late}\nBy the end of October 2026 Leo will ask for help."
    assert stale(two, **ISSUED).note.startswith("E.1 and E.2 were due after the plan was issued on 24 July 2026. Ask")
    assert stale(early, **ISSUED).note.endswith("Its time had passed already when the plan was issued on 24 July 2026.")
    assert stale(late, as_of=ISSUED["as_of"]).note == "There is an outcome whose time has passed."


BORN = {"date_of_birth": date(2017, 10, 4), "year_group": 4, "as_of": date(2026, 11, 27)}  # Year 6 ends in July 2029


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("By 19 July 2030 (end of Key Stage 2) Leo will read a page aloud.", "19 July 2030 (end of Key Stage 2"),
        ("Leo will read a page aloud by the end of Year 5 (July 2027).", "end of Year 5 (July 2027"),
        (
            "By the end of KS2, summer term 2027, or July 2028, the end of Year 6, Leo will.",
            "July 2028, the end of Year 6",
        ),
    ],
)
def test_a_day_that_does_not_fit_the_stage_beside_it_is_asked(outcome, words):
    answer = of_final(outcome, issued=None, status="draft", **BORN)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)
    assert [passage.text for passage in answer.evidence] == [words]


@pytest.mark.parametrize(
    ("outcome", "facts"),
    [
        ("By 19 July 2029 (end of Key Stage 2) Leo will read a page aloud.", {}),
        ("By July 2032 (the end of Key Stage 3) Leo will read a page aloud.", {}),
        ("By July 2031 (the end of Key Stage 3) Leo will read a page aloud.", {}),
        ("By September 2029, the end of Year 6 being past, Leo will read a page aloud.", {}),
        ("By 19 July 2030 (end of Key Stage 2) Leo will read a page aloud.", {"year_group": 3}),
        ("By 19 July 2030 (end of Key Stage 2) Leo will read a page aloud.", {"date_of_birth": None}),
        ("By July 2027 Leo will read a page, and by the end of Year 6 a chapter.", {}),
    ],
)
def test_a_day_that_fits_the_stage_is_not(outcome, facts):
    assert of_final(outcome, **{"issued": None, "status": "draft", **BORN, **facts}).verdict is Verdict.MET
