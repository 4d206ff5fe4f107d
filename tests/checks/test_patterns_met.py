"""No pattern that is made of one plan's words is learnt for all plans. Plans with planted defects are asked too."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ehcp_audit import audit_plan, load_rubric, read_plan
from ehcp_audit.checks import scanning
from ehcp_audit.model import Passage
from tests.patterns_met import noting_patterns

RUBRIC = load_rubric("national")
KINDS = {"School", "Primary", "Academy", "College"}  # of settings: no words of one plan
LASTING = re.compile(r"\bEllery\b")


@pytest.mark.parametrize("name", ["05-year-4-first-person", "12-post-16-letters", "15-tribunal-working-document"])
def test_an_audit_teaches_no_words_of_its_plan(samples: Path, name: str) -> None:
    plan = read_plan(samples / f"{name}.docx", as_of=date(2026, 11, 20))
    with noting_patterns() as passing:
        audit_plan(plan, RUBRIC)
        met = [one.pattern for one in scanning._patterns[0].met.values()]
        told = (plan.facts.child_name, plan.facts.setting, *(one.name for one in plan.facts.contributors))
        own = {word for one in told if one for word in re.findall(r"[A-Z]\w{3,}", one)} - KINDS
        assert len(met) > 100
        assert own
        assert [words for words in met if not own.isdisjoint(re.findall(r"\w+", words))] == []
        assert passing() == []


def test_a_pattern_that_is_made_for_one_plan_is_told(samples: Path) -> None:
    plan = read_plan(samples / "02-reception-areas.docx", as_of=date(2026, 11, 20))
    with noting_patterns() as passing:
        with scanning.scanning(plan):
            scanning.matches(Passage(plan.text, 0), re.compile(rf"\b{'Elle'}rs\b"))
            scanning.matches(Passage(plan.text, 0), LASTING)
        assert passing() == [r"\bEllers\b"]
