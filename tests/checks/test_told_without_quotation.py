"""Hopes and ways of communicating as children tell them: unquoted, by symbols, by what a child does (A04, A07)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Passage, Verdict
from tests.checks.small import section_of


def _asked(check: str, text: str) -> Verdict:
    plan = section_of("A", text, year_group=5)
    return checks()[check].function(plan.section("A")).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Short sentences, a picture with each, ten-second wait.",
        "He says what he thinks best when he is walking and has been told beforehand what is coming.",
        "She spoke to me by voice and by her tablet.",
        "He wants one person to ask him, not a meeting.",
        "I want to come to meetings about me if I can type instead of talk.",
        "It helps her to have one thing said at a time.",
        "She read this plan with me and altered three lines of it.",
        "Imran does not speak. He asks for more by reaching, and shows he has had enough by turning his head.",
        "She takes an adult by the hand to what she wants.",
        "He pushes away what he does not like and looks at the cup to ask for a drink.",
        "I text or type to others.",
        "Talk was with an interpreter; she answered with signs.",
    ],
)
def test_how_a_child_communicates_is_told_in_many_ways(text):
    assert _asked("children.communicates", text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "I like trains and cake.",
        "He was born at thirty weeks and has a sister.",
        "She pushes her bike up the hill and laughs.",
        "My school is near the sea.",
        "He takes his dog to the park.",
    ],
)
def test_a_childs_life_is_no_way_of_communicating(text):
    assert _asked("children.communicates", text) is not Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "I mean to read law and sing in a choir.",
        "I am going to be a vet.",
        "I plan to live with my cousin.",
        "Later: work with animals, own home.",
        "She put the picture of the farm under 'later'.",
        "He chose the baker for what he will do when he is big.",
        "As an adult: a job, a dog.",
    ],
)
def test_a_hope_needs_no_word_of_hoping(text):
    assert _asked("children.aspirations", text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    ["I am going to my gran's on Friday.", "He put the book on the table.", "We had lunch later.", "I mean it."],
)
def test_what_is_no_hope(text):
    assert _asked("children.aspirations", text) is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("pathway", "text"),
    [
        ("hoped employment", "Agricultural engineer. Drive."),
        ("hoped employment", "paid studio work"),
        ("hoped independent living", "live in halls with assistants I have picked"),
        ("hoped independent living", "pass my driving test"),
        ("hoped community life", "go out in the evening without Mum"),
        ("hoped adult health", "staying fit"),
    ],
)
def test_a_side_of_adult_life_is_hoped_for(pathway, text):
    assert holds(Passage(text, 0), phrases(pathway))


@pytest.mark.parametrize(
    ("pathway", "text"),
    [("hoped employment", "My dad is an electrician."), ("hoped independent living", "I go about a lot.")],
)
def test_what_is_no_side_of_it(pathway, text):
    assert not holds(Passage(text, 0), phrases(pathway))
