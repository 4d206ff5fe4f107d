"""What a plan sets together without a number: the only health need and its clinics, the only need of an area."""

import pytest
from small import small

from ehcp_audit.checks.thread import need_has_provision
from ehcp_audit.model import Answer, Verdict

THYROID = "Underactive thyroid: when tablets are missed he is slow and cannot learn in the morning."
CLINIC = "Blood test and dose review by the endocrinologist, 20 minutes every six months."
LESSON = "Touch typing taught in the morning by a teaching assistant for 20 minutes on three days a week."


def asked(health: str, given: str, lessons: str = LESSON) -> list[Answer]:
    plan = small(B="He types slowly.", C=health, F=lessons, G=given)
    return [need_has_provision(need, plan, provision=("G", "F")) for need in plan.section("C").items]


def test_the_only_health_need_has_what_the_health_section_gives():
    (answer,) = asked(THYROID, CLINIC)
    assert answer.verdict is Verdict.MET
    assert "G.1" in answer.note


def test_as_many_lines_as_needs_are_taken_one_by_one():
    answers = asked(f"{THYROID}\nCurved spine: she tires when sitting.", f"{CLINIC}\nBrace fitted twice a year.")
    assert [answer.verdict for answer in answers] == [Verdict.MET, Verdict.MET]


@pytest.mark.parametrize(
    ("health", "given"),
    [
        (f"{THYROID}\nMigraine, about twice a month, for which he lies down.", CLINIC),  # more needs than lines
        (f"{THYROID}\nMigraine, twice a month.", f"{CLINIC}\nThyroid tablets checked by the nurse each month."),
        (f"Migraine, twice a month.\n{THYROID}", f"Thyroid tablets checked each month.\n{CLINIC}"),
        ("Migraine, about twice a month.", "Agreed by the Integrated Care Board on 3 May 2026."),
    ],
)
def test_a_health_need_beside_lines_for_another_has_none(health, given):
    verdicts = [answer.verdict for answer in asked(health, given)]
    assert Verdict.NOT_MET in verdicts


def test_no_lesson_is_named_for_a_health_need_where_the_health_section_gives_anything():
    _, answer = asked(f"{THYROID}\nMigraine, in the morning, about twice a month.", CLINIC)
    assert answer.verdict is Verdict.NOT_MET
    assert "F.1" not in answer.note


@pytest.mark.parametrize(
    ("health", "given", "verdict"),
    [
        ("A squint, for which he turns his head.", "Orthoptist, once every six months at the clinic.", Verdict.MET),
        ("Asthma: he cannot run far.", "Orthoptist, once every six months at the clinic.", Verdict.NOT_MET),
        ("A hole in the heart: he cannot run far.", "Hearing test once every six months.", Verdict.NOT_MET),
    ],
)
def test_a_line_of_eyes_or_ears_is_for_a_need_of_these(health, given, verdict):
    (answer,) = asked(health, given)
    assert answer.verdict is verdict
