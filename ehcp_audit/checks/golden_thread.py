"""The golden thread as rows: each need, what the plan ties to it, and what hangs loose."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.checks.ties import aspirations, subjects, ties_of
from ehcp_audit.model import Item, Plan, ThreadRow


def golden_thread(plan: Plan) -> tuple[ThreadRow, ...]:
    """A line for each need with what the plan ties to it; then the outcomes and provision that no need is tied to."""
    ties = ties_of(plan)
    hopes = aspirations(plan)
    rows = []
    seen: set[str] = set()
    for need in subjects(plan, "BCD"):
        outcomes = ties.between(need, "E")
        provision = ties.between(need, "F", "G", "H1", "H2")
        hoped = tuple(
            name for name, passage in hopes if any(ties.speaks_of(outcome, passage.text) for outcome in outcomes)
        )
        seen.update(item.subject for item in (*outcomes, *provision))
        by = ties.how(need, (*outcomes, *provision))
        rows.append(ThreadRow(need.subject, hoped, names_of(outcomes), names_of(provision), by))
    for outcome in subjects(plan, "E"):
        if outcome.subject not in seen:
            provision = ties.between(outcome, "F", "G", "H1", "H2")
            hoped = tuple(name for name, passage in hopes if ties.speaks_of(outcome, passage.text))
            seen.update(item.subject for item in provision)
            rows.append(ThreadRow(None, hoped, (outcome.subject,), names_of(provision), ties.how(outcome, provision)))
    loose = [item.subject for code in ("F", "G", "H1", "H2") for item in plan.section(code).items]
    rows.extend(ThreadRow(None, provision=(subject,)) for subject in loose if subject not in seen)
    return tuple(rows)


def names_of(items: Sequence[Item]) -> tuple[str, ...]:
    """How these items are called: "E.1", "E.3"."""
    return tuple(item.subject for item in items)
