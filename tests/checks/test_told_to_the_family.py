"""Presence and taught subjects are specified; how often parents are told is no frequency (F02, F04, F09)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.telling_home import less_telling
from ehcp_audit.model import Answer, Verdict
from tests.checks.small import small


def _asked(check: str, text: str) -> Answer:
    plan = small(F=text, child_name="Ravi Hale")
    return checks()[f"provision.{check}"].function(plan.section("F").items[0], plan)


@pytest.mark.parametrize(
    "text",
    [
        "(B1 to B6). One teaching assistant is with Ravi for 27.5 hours a week in class, one to one. Reviewed yearly.",
        "A teaching assistant, Mrs Roe, is with him for 20 hours a week, in all lessons and at lunch.",
        "A specialist teacher teaches Ravi one-to-one about feelings and strategies for 50 minutes every week.",
        "The mentor teaches Ravi strategies for calming himself for an hour a week.",
    ],
)
def test_who_is_with_a_child_and_what_is_taught_is_specified(text):
    assert _asked("type_named", text).verdict is Verdict.MET
    assert _asked("vague_words", text).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Support for 27.5 hours a week.",
        "Staff support Ravi with strategies each day.",
        "The assistant supports Ravi with learning and strategies for 5 hours a week.",
    ],
)
def test_bare_support_and_strategies_stay_vague(text):
    answers = [_asked(check, text) for check in ("type_named", "vague_words")]
    assert any(Verdict.MET not in (answer.verdict, answer.proposed) for answer in answers)


@pytest.mark.parametrize(
    "text",
    [
        "The speech therapist sees Ravi for 45 minutes, with a word to his parents each term.",
        "A speech therapist works on sounds with Ravi for 30 minutes; a report goes home each term.",
        "The occupational therapist gives handwriting teaching and tells his parents every half term how it goes.",
        "A teaching assistant practises reading with Ravi for 20 minutes, and a note goes home every Friday.",
    ],
)
def test_how_often_parents_are_told_is_no_frequency(text):
    answer = _asked("frequency", text)
    assert Verdict.NOT_MET in (answer.verdict, answer.proposed)


@pytest.mark.parametrize(
    "text",
    [
        "The speech therapist sees Ravi for 45 minutes each fortnight, with a word to his parents each term.",
        "The SENCO meets his parents for 30 minutes each half term.",
        "The mentor sees Ravi for ten sessions of 50 minutes, and writes to his parents at the end of each.",
        "A family worker meets Ravi and his parents for an hour each half term.",
        "A teaching assistant reads with him for ten minutes, daily, and with his mother on Fridays.",
    ],
)
def test_a_frequency_of_its_own_stands(text):
    assert _asked("frequency", text).verdict is Verdict.MET


def test_what_is_left_stands_where_it_stood():
    text = "A therapist sees Ravi for an hour, and writes to his parents each term. Yearly."
    assert len(less_telling(text)) == len(text)
    assert less_telling(text).endswith("Yearly.")


def test_a_long_run_of_words_is_read_in_no_time():
    assert less_telling("and a note goes to with his parents, " * 1500)
