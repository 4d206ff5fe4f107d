"""Small plans for the tests of checks: sections from text, each line an item."""

from __future__ import annotations

from typing import Any

from ehcp_audit.model import Plan
from ehcp_audit.rubric import load_rubric
from ehcp_audit.rubric.examples import small_plan


def small(**given: Any) -> Plan:
    """A plan with these sections (by letter; "" is blank, None missing) and facts."""
    return small_plan(load_rubric("national").criteria[0], given)


def section_of(code: str, text: str, **facts: Any) -> Plan:
    """A plan with this one section."""
    return small(**{code: text}, **facts)
