"""A Document becomes a Plan: headings, sections, items (needs, outcomes, provision), facts."""

from ehcp_audit.plan.advice import build_advice, build_report
from ehcp_audit.plan.building import build_plan

__all__ = ["build_advice", "build_plan", "build_report"]
