"""Names and pronouns that are nobody's mistake: friends in outcomes, examples of speech, who wrote, what hurts."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small

TOLD = "Tom reads well. He finds writing hard. His hands tire. He likes maps."


def wrong(name="identity.one_child", **sections):
    plan = small(child_name="Tom Sample", **({"B": TOLD} | sections))
    answer = checks()[name].function(plan)
    return Verdict.NOT_MET in (answer.verdict, answer.proposed)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("By 16 July 2027 Tom will go to darts every week with Owen, and stay for the whole match.", False),
        ("By 16 July 2027 I will go out with Shanice or Kofi twice a month to a place we chose.", False),
        ("By July 2027 Tom will play a game with Owen in four weeks out of five.", False),
        ("By July 2027 Owen will play a game in four weeks out of five.", True),
        ("By July 2027 the mentor will go to darts with Owen every week.", True),
        ("By July 2027 Tom will read to his teacher, who works with Owen each week.", True),
    ],
)
def test_a_friend_in_an_outcome_is_no_other_child(told, found):
    assert wrong("identity.other_names", E=told) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("He speaks in short sentences and leaves off word endings (“she jump”).", False),
        ('He mixes up words, as in "her want it", and cannot retell a story.', False),
        ("Tom speaks in short sentences and she cannot retell a story.", True),
    ],
)
def test_an_example_of_speech_is_no_pronoun_of_the_childs(told, found):
    assert wrong(B=f"{TOLD}\n{told}") is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Tom spoke to his tutor, Ivy Marsh. He used photographs, and she wrote them down while he watched.", False),
        ("Tom told his story to his teacher in two sittings, talking while she typed, and then read it back.", False),
        ("She writes slowly and likes maps.", True),
    ],
)
def test_who_takes_down_the_childs_words_is_another(told, found):
    assert wrong(A=told if not found else "Tom likes maps.", B=f"{TOLD}\n{told}" if found else TOLD) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Glare hurts his eyes.", False),
        ("Kohl irritates his skin.", False),
        ("Kenver reads to his teacher.", True),
        ("Kenver hurts his friends.", True),
    ],
)
def test_what_hurts_is_no_child(told, found):
    assert wrong("identity.other_names", B=f"{TOLD}\n{told}") is found
