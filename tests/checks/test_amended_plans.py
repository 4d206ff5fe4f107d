"""What amended plans carry: struck wording, notes of what changed, dates of several versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Contributor, Passage, Verdict
from tests.checks.small import small

STRUCK = ("49 struck-through character(s) were set apart and not judged.",)


def with_facts(plan, **facts):
    return replace(plan, facts=replace(plan.facts, **facts))


@pytest.mark.parametrize(
    ("stage", "status", "verdict"),
    [
        ("amendment notice", "draft", Verdict.MET),
        ("draft", "draft", Verdict.MET),
        ("amended final", "final", Verdict.NEEDS_PERSON),
        ("final", "final", Verdict.NOT_MET),
    ],
)
def test_struck_wording_is_a_fault_of_a_first_final_plan_alone(stage, status, verdict):
    plan = with_facts(replace(small(F="A teacher reads with Ana daily."), warnings=STRUCK), stage=stage, status=status)
    assert checks()["plans.placeholders"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A tutor sees Ana daily. [Frequency changed from one session to two, November 2026.]", Verdict.MET),
        ("A tutor sees Ana daily. [Frequency per week.]", Verdict.NOT_MET),
        ("Ana will enter text and commands at nine words a minute.", Verdict.MET),
        ("Click here, or enter text.", Verdict.NOT_MET),
    ],
)
def test_a_note_of_what_was_changed_is_no_placeholder(text, verdict):
    assert checks()["plans.placeholders"].function(small(F=text)).verdict is verdict


@pytest.mark.parametrize(
    ("drafted", "verdict"), [(date(2026, 11, 11), Verdict.MET), (date(2026, 9, 1), Verdict.NOT_MET)]
)
def test_advice_for_an_amendment_notice_is_dated_before_the_notice(drafted, verdict):
    advice = (Contributor(Passage("M. Example, teacher", 0), "M. Example", "teacher", date(2026, 10, 6)),)
    plan = with_facts(
        small(K="M. Example, teacher, 6 October 2026"),
        stage="amendment notice",
        issued=date(2021, 6, 9),
        amended=date(2024, 11, 20),
        drafted=drafted,
        contributors=advice,
    )
    assert checks()["advice.in_date"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("A nurse assessed yearly as competent in ventilation is with Ana.", Verdict.MET),
        ("The nurse assessed her seizures.", Verdict.NOT_MET),
    ],
)
def test_who_is_assessed_as_competent_has_written_no_report(said, verdict):
    plan = small(G=said, K="W. Example, teacher, 1 October 2026")
    assert checks()["advice.cited_is_listed"].function(plan).verdict is verdict


def test_places_that_a_school_keeps_are_named_in_a_draft():
    plan = with_facts(
        small(I="Left open for parents to say. Copperfield Grange have said yes and are keeping the seat."),
        stage="draft",
        status="draft",
    )
    answer = checks()["placement.fits_status"].function(plan)
    assert [one.text for one in answer.evidence] == ["Copperfield Grange have said yes"]


@pytest.mark.parametrize(
    "words",
    [
        "Left open. The Larkshire Placement Panel has agreed a place in principle.",
        "Left open. Poppy Marsh is ready to take the bus.",
        "Left open. Dr Amy Cole has kept a place on her list.",
    ],
)
def test_a_panel_the_child_or_a_doctor_is_no_school_that_has_a_place(words):
    plan = small(I=words, status="draft", child_name="Poppy Marsh")
    assert checks()["placement.fits_status"].function(plan).verdict is Verdict.MET
