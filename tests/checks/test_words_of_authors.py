"""The same things in the words of many authors: each class of words with sound and with faulty lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Field, Passage, Verdict
from tests.checks.small import small

CERTAIN = (Verdict.NOT_MET, Verdict.PARTLY_MET)


def ask(id, text, **fields):
    plan = small(F=text)
    item = plan.section("F").items[0]
    item = replace(item, fields=tuple(Field(name, Passage(said, 0)) for name, said in fields.items()))
    check = checks()[id]
    return check.function(item, *((plan,) if check.takes_plan else ()))


@pytest.mark.parametrize("field", ["by_when", "other", "how_often"])
@pytest.mark.parametrize("when", ["3 March 2026 and 9 June 2026", "Autumn term 2026", "September and January"])
def test_a_bare_date_in_a_cell_says_when_training_is_given(field, when):
    text = "Training for the whole class team in signing"
    answer = ask("provision.training", text, who="Speech and language therapist", **{field: when})
    assert answer.verdict is Verdict.MET


def test_ongoing_in_a_cell_says_nothing_of_when_training_is_given():
    answer = ask("provision.training", "Training for the class team in signing", who="Therapist", by_when="Ongoing")
    assert answer.verdict in CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "A dietitian shall meet the kitchen team each term and shall train both cooks in textures by 2 May 2026.",
        "The physiotherapist must train three assistants in the walker for two hours by 1 May 2026.",
        "A psychologist shall meet the SENCO to advise on G1, and must also train all of Idris's tutors in grief "
        "for an hour by 6 March 2026.",
    ],
)
def test_whoever_shall_or_must_train_is_named(text):
    assert ask("provision.training", text).verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize(
    "text",
    [
        "Link worker: one named adult, Level 3, a day's training in attachment.",
        "Learning support assistant (Level 2; three hours' training in low vision).",
        "Named adult: Level 3 diploma, one day's training in selective mutism, known to Isla since Year 1.",
    ],
)
def test_what_a_person_has_learned_is_no_sure_fault_of_training(text):
    assert ask("provision.training", text).verdict not in CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "One named adult, who will have training in ADHD.",
        "Support staff: training in dyspraxia to be arranged.",
        "The SENCO shall ensure that staff are trained in epilepsy by July 2026.",
    ],
)
def test_training_to_come_is_still_asked_by_whom(text):
    assert ask("provision.training", text).verdict in CERTAIN
