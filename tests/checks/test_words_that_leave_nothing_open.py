"""Words vague elsewhere: the name of a thing, who is taught beside the child, help whose kind and amount are told."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.checks.test_provision import line


@pytest.mark.parametrize(
    "told",
    [
        "Help with writing in a pair, with a teaching assistant, 60 minutes every school day.",
        "In-class help in mathematics and science, 5 hours a week, teaching assistant with a level 3 qualification.",
        "Support to move and transfer safely: teaching assistant with a moving certificate, 5 hours a week.",
        "Sloping board, adapted scissors and tablet computer, in all table work from November 2026.",
        "A Deaf adult, qualified to teach signing, gives 1 hour each week to Orla and her key person, 38 weeks a year.",
    ],
)
def test_they_leave_nothing_open(told):
    assert vague_words(line(told)).verdict is Verdict.MET


@pytest.mark.parametrize(
    "told",
    [
        "An adapted curriculum, 25 hours a week, with a teaching assistant.",
        "Support from a teaching assistant, 10 hours a week.",
        "Support in all lessons from a teaching assistant, 10 hours a week.",
        "Help in lessons as needed, from a teaching assistant.",
        "The key person gives Isla a ten-minute rest every morning.",
        "Adapted materials in all lessons.",
        "Help in the nursery from a teaching assistant at times, 15 hours a week: flexible.",
    ],
)
def test_they_leave_it_open(told):
    assert vague_words(line(told)).verdict is not Verdict.MET


@pytest.mark.parametrize(
    ("told", "exact"),
    [
        ("Isla’s key person, trained by the therapist, signs with her.", True),
        ("Anjali Devi, key person, spent three mornings with her.", True),
        ("Isla has a key person whom she likes.", False),
    ],
)
def test_a_key_person_of_whom_the_plan_says_who_it_is(told, exact):
    given = "The key person gives Isla a ten-minute rest every morning."
    plan = small(A=told, F=given)
    answer = vague_words(plan.section("F").items[0], plan)
    assert (answer.verdict is Verdict.MET) is exact
