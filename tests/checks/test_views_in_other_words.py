"""Section A in words of its own: interests, hopes for adult life, how the views came to be told."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Verdict
from tests.checks.small import small


def _seen(name, words):
    return any(phrases(one).search(words) for one in name.split("|"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("interests", "I am a Crystal Palace supporter, a chess player and the loudest in drama club."),
        ("interests", "He is a keen reader."),
        ("interests", "I support Leeds United."),
        ("interests", "She is mad about horses."),
        ("hoped employment", "I'd like to work in a cafe."),
        ("hoped employment", "She wants to become a vet."),
        ("hoped employment", "We want to mend boats."),
        ("hoped independent living", "She hopes to run her own small flat."),
        ("independent living", "I will make beans on toast from my cards."),
        ("independent living", "He makes his own packed lunch."),
        ("independent living", "She stops and looks at the kerb."),
        ("independent living", "crossing a busy road"),
        ("hoped independent living", "a little place near us"),
        ("hoped independent living", "live in a flat near the Overground with a friend"),
        ("hoped community life", "mates to go fishing with"),
        ("hoped adult health", "I want to manage my own inhalers."),
        ("how gathered", "I gave my views by recording a five-minute 'radio show' on 22/06/2026."),
        ("how gathered", "I made a slideshow with Mr Lee on 4 May 2026."),
    ],
)
def test_it_is_seen(name, words):
    assert _seen(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("interests", "He is a poor reader."),
        ("interests", "She is a supporter in class."),
        ("interests", "Mum supports him with dressing."),
        ("employment|hoped employment", "He would like to work in a quiet room."),
        ("employment|hoped employment", "He wants to be a good friend."),
        ("independent living|hoped independent living", "They live in a house near the school."),
        ("independent living|hoped independent living", "I live in a flat with Mum and Dad."),
        ("independent living|hoped independent living", "She wants her own place in the line."),
        ("independent living|hoped independent living", "He makes a cup out of clay."),
        ("independent living|hoped independent living", "She makes a drink choice with her card."),
        ("independent living|hoped independent living", "Crossing the room, he avoids people."),
        ("community life|hoped community life", "His classmate helps him."),
        ("how gathered", "I like listening to a radio show."),
    ],
)
def test_what_is_none_is_left(name, words):
    assert not _seen(name, words)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Ms Nwosu writes: Amara came at 29 weeks. I would like her to do for herself all that she can.", True),
        ("Ms Nwosu writes: Amara came at 29 weeks and has a tablet.", False),
    ],
)
def test_a_parent_who_writes_by_name_speaks(text, spoken):
    assert (phrases("parent speaks").search(text) is not None) is spoken


def test_somebody_with_a_title_who_states_something_may_be_a_parent():
    plan = small(A="Ivo likes bikes. Ms Oakes states that Ivo was a lively toddler.", child_name="Ivo Exampleby")
    answer = checks()["children.parents_views"].function(plan.section("A"), plan)
    assert answer.verdict is not Verdict.NOT_MET
