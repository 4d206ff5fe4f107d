"""Lines of section K that are no advice: who signed, and what is said of the whole list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.plan.plans import heading, line, with_sections

LIST = ("Ann Oak, educational psychologist, 24 June 2026", "Dr Ivy Ashe, paediatrician, 30 June 2026")


def ask(name, told):
    plan = with_sections(heading("Section K: Advice"), *map(line, (*LIST, told)))
    plan = replace(plan, facts=replace(plan.facts, issued=date(2026, 11, 13)))
    check = checks()[name].function
    return (check(plan) if name == "advice.in_date" else check(plan.section("K"), plan)).verdict


@pytest.mark.parametrize(
    "told",
    [
        "Mari Estlin, caseworker, Tarnshire County Council, 20 November 2026",
        "Jo Sands, SEND co-ordinator, Tarnshire County Council, 20 November 2026",
        "Signed for the council by Jo Sands, 20 November 2026",
        "Jo Sands, EHC coordinator, 20 November 2026",
        "Jo Sands, casework officer for the local authority, 20 November 2026",
    ],
)
def test_an_officers_signature_is_no_advice(told):
    assert ask("advice.in_date", told) is Verdict.MET
    assert ask("advice.attributed", told) is Verdict.MET


@pytest.mark.parametrize(
    "told",
    [
        "Jo Sands, SEND co-ordinator, Hill School, 20 November 2026",
        "Jo Sands, speech and language therapist, Tarnshire County Council, 20 November 2026",
        "Jo Sands, class teacher, 20 November 2026",
        "Views of Leo, taken by Jo Sands, caseworker, 20 November 2026",
    ],
)
def test_advice_after_the_plan_is_late_whoever_gave_it(told):
    assert ask("advice.in_date", told) is Verdict.NOT_MET


@pytest.mark.parametrize(
    "told",
    [
        "This advice was gathered for the review of 9 June 2026 and takes the place of the advice of the first "
        "assessment. Copies are attached.",
        "All of the advice was received by 1 July 2026.",
        "These reports were sent to the family on 2 July 2026.",
        "Copies are attached as they stood on 2 July 2026.",
    ],
)
def test_a_sentence_about_the_list_is_no_entry(told):
    assert ask("advice.attributed", told) is Verdict.MET


@pytest.mark.parametrize(
    "told",
    [
        "Report of 12 May 2026",
        "Educational advice, 12 May 2026",
        "The social care advice was given on 3 May 2026.",
    ],
)
def test_advice_without_its_author_is_still_named(told):
    assert ask("advice.attributed", told) is not Verdict.MET
