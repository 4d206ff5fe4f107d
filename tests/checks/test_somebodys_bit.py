"""Jobs on the plan told in few words: whose part is still to come, and when it is to be chased."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Dad to send his bit - chase w/c 9th", True),
        ("Dad to send his bit.", True),
        ("School to write their part.", True),
        ("Mum to add her half, chase by Friday.", True),
        ("Dad sends his best wishes.", False),
        ("They chase each other at break.", False),
        ("Mum to finish her part of the journey by car.", False),
        ("Dad will send his old boots to the club.", False),
    ],
)
def test_whose_part_is_still_to_come_is_a_leftover(told, found):
    plan = small(A=f"Leo likes trains. He has a friend.\n{told}")
    answer = checks()["plans.placeholders"].function(plan)
    assert (Verdict.NOT_MET in (answer.verdict, answer.proposed)) is found
