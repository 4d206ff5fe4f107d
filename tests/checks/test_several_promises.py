"""Outcomes that are paragraphs: one promise of nothing to be seen, why the child wants it, a need told after it."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small

CLEAR = "By July 2027 Nell will read 60 words a minute from a book at her level in three checks running."


def answer(check, text):
    plan = small(E=text)
    return checks()[check].function(plan.section("E").items[0], plan)


@pytest.mark.parametrize(
    "vague",
    [
        "Her independence at home and at school is better too.",
        "I will get on well with other children.",
        "She manages her feelings well by July 2027.",
        "Her writing shows good progress across the curriculum.",
        "She will also enjoy books more.",
    ],
)
def test_a_vague_promise_beside_a_clear_one_is_quoted(vague):
    found = answer("outcomes.specific", f"{CLEAR} {vague}")
    assert (found.verdict, found.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)
    assert [one.text for one in found.evidence] == [vague]


@pytest.mark.parametrize("joined", [", and she will be more confident in class.", ", and will understand it better."])
def test_a_vague_promise_in_the_same_sentence_is_quoted(joined):
    assert answer("outcomes.specific", CLEAR.rstrip(".") + joined).proposed is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    "more",
    [
        "This will mean that she is happier at school.",
        "She wants to be able to read to her brother.",
        "At present her confidence is low.",
        "She also chooses a book and reads it for ten minutes by herself on three evenings a week.",
        "Her teacher keeps a record.",
    ],
)
def test_reasons_and_a_second_clear_promise_are_not(more):
    assert answer("outcomes.specific", f"{CLEAR} {more}").verdict is Verdict.MET


def test_why_the_child_wants_it_makes_no_wish_of_an_outcome():
    text = f"{CLEAR} She wants to be able to read to her brother."
    assert answer("outcomes.measurable", text).verdict is Verdict.MET
    assert answer("outcomes.not_aspiration", text).verdict is Verdict.MET
    assert (
        answer("outcomes.not_aspiration", "Nell wants to be a vet. She will go to college.").verdict is not Verdict.MET
    )


def misplaced(text):
    return [one.text for one in checks()["places.right_section"].function(small(E=text)).evidence]


@pytest.mark.parametrize(
    "need",
    [
        "She does not read faces and thinks that others are laughing at her.",
        "Her speech is unclear to people who do not know her.",
        "She often gets very cross when asked to say it again.",
    ],
)
def test_a_need_told_after_an_outcome_is_named(need):
    assert misplaced(f"{CLEAR} {need}") == [need]


@pytest.mark.parametrize(
    "more",
    [
        "At present she does not read aloud.",
        "She does not do this yet.",
        "She does not need a prompt.",
        "She likes stories.",
    ],
)
def test_where_it_starts_from_is_no_need(more):
    assert misplaced(f"{CLEAR} {more}") == []
