"""What sounds like help in section B and tells how a need shows, and help that is told in like words (X04)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.how_needs_show import less_how_it_shows
from ehcp_audit.model import Verdict
from tests.checks.small import small


def _verdict(text: str) -> Verdict:
    return checks()["places.right_section"].function(small(B=f"He reads slowly. {text}")).verdict


@pytest.mark.parametrize(
    "text",
    [
        "He remembers two parts of an instruction; his class is given five.",
        "His class is given five instructions at a time and he follows one of them.",
        "She cannot read the novels from which her class is taught.",
        "The rest of the class is given twenty spellings a week; she learns four.",
        "His peers are taught fractions while he counts in ones.",
        "Weak ankles; orthoses worn eight hours a day.",
        "She uses a walking frame for short distances.",
        "I have weak legs, so I use an electric wheelchair and need two people or a hoist to move me.",
        "Adults fill in for her.",
        "Adults do things for him that he could do himself.",
        "Adults dress her, as her right hand does not close.",
        "She is fed by an adult.",
        "He is lifted by two adults.",
        "Adults who know her well make out about half of her words.",
        "She plays alone and attends to a game chosen by an adult for about one minute.",
        "The therapist places his talking at 20 months.",
        "He sits at the table for two minutes and eats five foods.",
        "She is easily led by those she wants to please.",
        "He uses a screen reader for short tasks but not in music.",
        "She does not know that “everyone” includes her.",
        "He hides his work or runs out about three times a week.",
    ],
)
def test_how_a_need_shows_is_no_help(text):
    assert _verdict(text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "His class is taught Makaton so that they can talk with him.",
        "Her class is given movement breaks three times a day.",
        "He is given four instructions at a time, with a picture for each.",
        "A teaching assistant puts on her splints each morning.",
        "He has a powered chair on loan from the school for trips.",
        "Adults fill in a home-school book each day.",
        "Adults fill in his planner with him at the end of each day.",
        "An adult feeds her by tube every day at noon.",
        "The teaching assistant feeds her at lunch.",
        "He is fed by a trained teaching assistant each day.",
        "An adult sits with him for 20 minutes each morning.",
        "He works with a TA for 15 minutes.",
        "She stands in a frame for 30 minutes each day with the TA.",
        "Staff hoist him twice a day.",
        "He uses a laptop for all written work.",
    ],
)
def test_help_in_like_words_is_help(text):
    assert _verdict(text) is Verdict.NOT_MET


def test_a_sentence_of_neither_is_left_as_it_is():
    text = "Ravi tires by noon and finds the hall loud."
    assert less_how_it_shows(text) == text


def test_a_long_run_of_words_is_read_in_no_time():
    assert less_how_it_shows("adults who know him fill in, his class is given " * 1500)
