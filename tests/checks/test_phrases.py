"""The phrases: each list compiles, and none can be made to run away."""

from __future__ import annotations

import time

import pytest

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.language.beside import phrase_lists

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
