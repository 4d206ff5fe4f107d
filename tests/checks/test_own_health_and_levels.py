"""Minding one's own health as an outcome, and present levels told without a figure (E14, B04)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.phrases import phrases


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("By July 2028 Noor gives her own insulin dose.", True),
        ("Treats a low alone, four times in five.", True),
        ("Noor takes her own epilepsy tablets each evening.", True),
        ("By July 2028 Noor will order her repeat prescription.", True),
        ("Noor spots a hypo and tells nobody but her kit.", True),
        ("Noor uses her own tablet in lessons.", False),
        ("Noor takes her tablet to each lesson.", False),
        ("Noor gives her own opinion.", False),
        ("Noor treats her friends kindly.", False),
    ],
)
def test_minding_ones_own_condition_is_adult_health(text, told):
    assert (phrases("adult health").search(text) is not None) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Noor cooks one meal, has no bank account, and takes the bus only on the route to college.", True),
        ("Noor has no experience of a workplace.", True),
        ("She has never written a letter.", True),
        ("She does not travel alone.", True),
        ("She makes a sandwich and tea.", True),
        ("Her non-verbal reasoning is average.", True),
        ("Her grip is about half that of the right.", True),
        ("She cannot open a door.", True),
        ("Noor has difficulties with attention and with friendships.", False),
        ("Noor has no sense of danger.", False),
        ("She does not like noise.", False),
        ("She takes one day at a time.", False),
        ("Noor finds it hard to trust.", False),
    ],
)
def test_what_the_child_does_now_is_a_present_level(text, told):
    assert (phrases("baseline").search(text) is not None) is told
