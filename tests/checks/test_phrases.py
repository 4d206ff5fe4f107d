"""The phrases: each list compiles, and none can be made to run away."""

from __future__ import annotations

import time

import pytest

from ehcp_audit.checks import lines
from ehcp_audit.checks.lines import is_training
from ehcp_audit.checks.phrases import is_as_shipped, phrases
from ehcp_audit.language.beside import phrase_lists
from ehcp_audit.language.wordlists import using

BAIT = (
    "A" * 5000,
    "will " * 1000,
    "Will Mum say " * 400,
    "Saint Holly Bank of the " * 250,
    "report " * 800,
    "no " * 1500,
)


@pytest.mark.parametrize("name", sorted(phrase_lists()))
def test_a_list_stays_quick_on_bait(name):
    began = time.monotonic()
    for bait in BAIT:
        sum(1 for _ in phrases(name).finditer(bait))
    assert time.monotonic() - began < 2


def test_every_phrase_of_training_holds_a_word_that_is_looked_for_first():
    for entry in phrase_lists()["staff are trained"]:
        assert any(word in entry.lower() for word in lines._ON_TRAINING), entry


def test_a_phrase_that_a_rubric_adds_is_sought_too():
    said = "All class staff are shown the ropes in September."
    assert is_as_shipped("staff are trained")
    assert not is_training(said)
    with using((("phrases.staff are trained", ("shown the ropes",), ()),)):
        assert not is_as_shipped("staff are trained")
        assert is_training(said)


@pytest.mark.parametrize(
    ("name", "words", "is_one"),
    [
        ("educates", "A worker with autism training takes Tamsin to the bird group.", False),
        ("educates", "Travel training to get to college.", True),
        ("educates", "A nurse teaches her to count carbohydrates.", True),
        ("monitoring", "Set and measured by: therapist with class teacher.", True),
        ("monitoring", "Set and checked by SaLT and class teacher.", True),
        ("monitoring", "The table is set by the assistant.", False),
    ],
)
def test_a_workers_training_and_who_sets_and_measures(name, words, is_one):
    assert (phrases(name).search(words) is not None) is is_one
