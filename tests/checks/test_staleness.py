"""Outcomes whose time has passed, beside levels and baselines that only look like deadlines."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(outcome, year=8):
    plan = small(E=outcome, year_group=year)
    return checks()["dates.fits_phase"].function(plan.section("E").items[0], plan)


@pytest.mark.parametrize(
    "outcome",
    [
        "By July 2028 Leo will explain what a character feels in four of five passages at Year 5 level.",
        "By July 2028 Leo will score 16 out of 20 on the spelling check (7 out of 20 in July 2026).",
        "By July 2028 Leo will ask for help in each lesson. In June 2026 he did so in one lesson of five.",
        "By July 2029 Leo will know 900 words, counted on the lists used in 2026.",
    ],
)
def test_a_level_or_a_baseline_is_no_deadline(outcome):
    assert ask(outcome).verdict is Verdict.MET
    assert checks()["dates.stale"].function(small(E=outcome, year_group=8)).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("By July 2025 Leo will read a page aloud.", "By July 2025"),
        ("In December 2025 Leo will read a page aloud, and in July 2028 a chapter.", "In December 2025"),
        ("Leo will dress by himself by the end of Year 5.", "by the end of Year 5"),
        ("Leo will dress by himself at the end of Year 5.", "at the end of Year 5"),
    ],
)
def test_a_deadline_that_has_passed_is_quoted(outcome, words):
    answer = ask(outcome)
    assert answer.verdict is Verdict.NOT_MET
    assert words in [passage.text for passage in answer.evidence]
