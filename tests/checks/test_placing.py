"""What a plan sets together without a number: the only health need and its clinics, the only need of an area."""

import pytest
from small import small

from ehcp_audit.checks.thread import need_has_provision, provision_has_outcome
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


def test_a_line_whose_link_names_a_need_alone_is_asked_about_where_the_others_name_outcomes():
    plan = small(
        B="B1. He does not ask for help.\nB2. He reads slowly.\nB3. He types slowly.\nB4. He has never gone by tram.",
        E="E1. By July 2028 he will ask for help.\nE2. By July 2028 he will read a page.\n"
        "E3. By July 2028 he will type 30 words and go by tram.",
        F="F1 (B1; E1) Speech therapy each week.\nF2 (B2; E2) Reading each day.\nF3 (B3; E3) Typing each day.\n"
        "F4 (B4) Travel training by tram each week.",
    )
    verdicts = [provision_has_outcome(line, plan).verdict for line in plan.section("F").items]
    assert verdicts == [Verdict.MET, Verdict.MET, Verdict.MET, Verdict.NOT_MET]
