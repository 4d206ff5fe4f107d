"""Pronouns that belong to a mother, an assistant, a teacher or a sibling, and pronouns that are the child's (X06)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Answer, Verdict
from tests.checks.small import small

_TOLD = {
    "he": ("Tom Hale", "Tom finds reading hard. He reads slowly.\nHe tires by noon.\nHe needs his words read.\n"),
    "she": ("Ana Hale", "Ana finds reading hard. She reads slowly.\nShe tires by noon.\nShe needs her words read.\n"),
}


def _asked(usual: str, code: str, text: str) -> Answer:
    name, needs = _TOLD[usual]
    given = {"B": needs, code: needs + text if code == "B" else text}
    return checks()["identity.pronouns"].function(small(child_name=name, **given))


@pytest.mark.parametrize(
    ("usual", "code", "text"),
    [
        ("he", "F", "A speech and language therapist who knows autism will see Tom herself, for 45 minutes."),
        ("he", "A", "Tom drew a comic with his teaching assistant on 7 July 2026 and talked it through with her."),
        ("he", "D", "Tom cannot get to anything outside school without her."),
        ("he", "D", "Tom's mother has had two falls. He wakes at night. Nobody else can lift him when she is ill."),
        ("she", "F", "The occupational therapist will measure the chair himself and show Ana how to move it."),
        ("she", "B", "Her father works away. Ana asks where he is each night."),
        ("she", "D", "Her father has a bad back. Ana has to be lifted, and he cannot do it."),
        ("he", "B", "Tom shares a room with his sister. She wakes him at night."),
        ("he", "F", "The class teacher greets Tom at the gate. He shows her his list."),
        ("he", "D", "He has never lived apart from her, and sees his friend once a month."),
        ("he", "A", "Her hope is that he will be safe and busy when she is gone."),
        ("she", "A", "He is most concerned about sleep and about older girls who lead her on."),
        ("he", "F", "The tutor teaches Tom from picture lists that she revises every half-term."),
    ],
)
def test_the_pronoun_of_somebody_beside_the_child_is_not_strange(usual, code, text):
    assert _asked(usual, code, text).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("usual", "code", "text", "word"),
    [
        ("he", "B", "She cannot follow two instructions.", "she"),
        ("he", "F", "Tom will be given her own laptop.", "her"),
        ("he", "F", "The teaching assistant reads with her each day.", "her"),
        ("he", "F", "Tom has an adult to read with her.", "her"),
        ("he", "F", "Tom keeps a card with her.", "her"),
        ("he", "B", "B1. Miss Orme takes him out at ten. B2. When cross he hits out, and she has no friend.", "she"),
        ("she", "E", "By July 2027 Ana will dress himself.", "himself"),
        ("she", "F", "Staff remind him to use the board.", "him"),
    ],
)
def test_a_strange_pronoun_is_named_as_a_pronoun(usual, code, text, word):
    answer = _asked(usual, code, text)
    assert Verdict.NOT_MET in (answer.verdict, answer.proposed)
    assert f"the pronoun '{word}'" in answer.note


def test_a_strange_word_is_no_pronoun():
    assert "the word 'boy'" in _asked("she", "B", "As a boy with autism, Ana hears too much.").note
