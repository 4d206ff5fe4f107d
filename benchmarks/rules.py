"""What the wording rules, and the whole national rubric, cost on a plan that has been read, beside tokenising it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Ratio, Share, cpu_of_work
from benchmarks.sample import files

if TYPE_CHECKING:
    from ehcp_audit.model import Outcome, Plan, Provision
    from ehcp_audit.rubric import Rubric

AS_OF = date(2026, 11, 20)


def measure(plans: Path, runs: int) -> Iterator[Ratio | Share]:
    """`audit_plan` over all plans, warm, and the tokeniser over the same text, a paragraph at a time."""
    import spacy

    from ehcp_audit.audit import audit_plan
    from ehcp_audit.language.lexicon import lexicon
    from ehcp_audit.model import Outcome
    from ehcp_audit.plan import build_plan
    from ehcp_audit.reading.formats import read
    from ehcp_audit.rubric import load_rubric

    rubric = load_rubric("national")
    built = [build_plan(read(path), reference="P01", as_of=AS_OF) for path in files(plans, ".docx")]
    nlp = spacy.blank("en")
    tokens = cpu_of_work(lambda: [nlp(one.text) for plan in built for one in plan.stretches], runs) / len(built)
    items = [(isinstance(item, Outcome), item.text) for plan in built for item in items_of(plan)]
    wording = cpu_of_work(lambda: worded(items), runs) / len(built)
    yield Ratio("wording of a plan's outcomes and provision", wording, tokens, "tokenising the plan once", goal=2.0)
    texts = sorted({text for _, text in items})
    equal = sum(lexicon().look(text).hits == lexicon().look(text, prefilter=False).hits for text in texts[:200])
    yield Share("  parity: the same hits without the pre-filter", equal, min(len(texts), 200), goal=1.0)
    ours = cpu_of_work(lambda: audited(built, rubric), runs) / len(built)
    yield Ratio("auditing a plan after reading", ours, tokens, "tokenising it once", goal=2.0)
    known = cpu_of_work(lambda: [audit_plan(plan, rubric) for plan in built], runs) / len(built)
    yield Ratio("  the same plans again, their wording known", known, tokens, "tokenising it once")
    again = [audit_plan(plan, rubric) for plan in built]
    same = sum(one == other for one, other in zip(again, [audit_plan(plan, rubric) for plan in built], strict=True))
    yield Share("  parity: scorecards equal when asked again", same, len(built), goal=1.0)


def items_of(plan: Plan) -> list[Outcome | Provision]:
    """The outcomes and provision of a plan."""
    from ehcp_audit.model import Outcome, Provision

    return [item for one in plan.sections for item in one.items if isinstance(item, Outcome | Provision)]


def worded(items: list[tuple[bool, str]]) -> None:
    """The wording of these texts, with nothing remembered from the time before."""
    from ehcp_audit.language.outcomes import outcome_wording
    from ehcp_audit.language.provision import provision_wording

    forget()
    for is_outcome, text in items:
        (outcome_wording if is_outcome else provision_wording)(text)


def audited(plans: list[Plan], rubric: Rubric) -> None:
    """These plans judged as if their texts were seen for the first time."""
    from ehcp_audit.audit import audit_plan

    forget()
    for plan in plans:
        audit_plan(plan, rubric)


def forget() -> None:
    """Nothing is remembered of the texts that were looked at."""
    from ehcp_audit import audit
    from ehcp_audit.checks import lines
    from ehcp_audit.language import lexicon, outcomes, provision

    for part in (lexicon, outcomes, provision, lines, audit):
        part.forget()
