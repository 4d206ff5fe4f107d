"""Where a note on a whole section stands in a marked copy."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ehcp_audit.model import CriterionResult, Finding, Mode, Tier, Verdict
from ehcp_audit.reports.marked_places import points
from tests.made_runs import scorecard
from tests.plan.plans import heading, line, plan_of, row


def test_what_is_said_of_a_blank_section_stands_at_its_heading_and_not_at_words_like_it():
    parts = [heading("Section A: My views"), line("I like trains."), heading("Section B: Special educational needs")]
    parts += [line("He cannot read."), heading("Section D: Social care needs"), heading("Section E: Outcomes")]
    parts += [line("By July he reads."), heading("Section K: Advice and information")]
    plan = plan_of(*parts, row(1, 1, "Advice", "Who", "Date"), row(1, 2, "Social care", "Ann Lee", "4 May 2026"))
    blank = Finding(
        "D01", "D", Tier.MUST, Verdict.NOT_MET, "Section D has its heading and no words.", "writer", "0" * 16
    )
    result = CriterionResult("D01", "D", Tier.MUST, Mode.AUTOMATIC, Verdict.NOT_MET, None, Fraction(1), (blank,))
    (point,) = points(plan, replace(scorecard(), criteria=(result,)))
    assert plan.text[slice(*point.stand)] == "Section D: Social care needs"
