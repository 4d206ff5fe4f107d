"""What the national rubric costs on a plan that has been read, beside tokenising the plan once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.measuring import Ratio, Share, cpu_of_work
from benchmarks.sample import files

AS_OF = date(2026, 11, 20)


def measure(plans: Path, runs: int) -> Iterator[Ratio | Share]:
    """`audit_plan` over all plans, warm, and the tokeniser over the same text, a paragraph at a time."""
    import spacy

    from ehcp_audit.audit import audit_plan
    from ehcp_audit.plan import build_plan
    from ehcp_audit.reading.formats import read
    from ehcp_audit.rubric import load_rubric

    rubric = load_rubric("national")
    built = [build_plan(read(path), reference="P01", as_of=AS_OF) for path in files(plans, ".docx")]
    nlp = spacy.blank("en")
    tokens = cpu_of_work(lambda: [nlp(one.text) for plan in built for one in plan.stretches], runs) / len(built)
    ours = cpu_of_work(lambda: [audit_plan(plan, rubric) for plan in built], runs) / len(built)
    yield Ratio("auditing a plan after reading", ours, tokens, "tokenising it once", goal=2.0)
    again = [audit_plan(plan, rubric) for plan in built]
    same = sum(one == other for one, other in zip(again, [audit_plan(plan, rubric) for plan in built], strict=True))
    yield Share("  parity: scorecards equal when asked again", same, len(built), goal=1.0)
