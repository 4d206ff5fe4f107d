"""The phrases: each list compiles, and none can be made to run away."""

from __future__ import annotations

import time

import pytest

from ehcp_audit.checks.phrases import _lists, phrases

BAIT = (
    "A" * 5000,
    "will " * 1000,
    "Will Mum say " * 400,
    "Saint Holly Bank of the " * 250,
    "report " * 800,
    "no " * 1500,
)


@pytest.mark.parametrize("name", sorted(_lists()))
def test_a_list_is_text_and_stays_quick_on_bait(name):
    lines, _ = _lists()[name]
    assert all(isinstance(line, str) for line in lines)
    began = time.monotonic()
    for bait in BAIT:
        sum(1 for _ in phrases(name).finditer(bait))
    assert time.monotonic() - began < 2
