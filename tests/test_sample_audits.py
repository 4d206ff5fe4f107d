"""The sample plans, read and judged as a user would: planted defects found, good plans quiet, twins alike."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
import yaml

from ehcp_audit.audit import audit_plan
from ehcp_audit.model import Mode, Plan, Scorecard, Tier, Verdict
from ehcp_audit.plan import build_plan
from ehcp_audit.reading.formats import read
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric

SAMPLES = shipped("sample_plans")
KNOWN = yaml.safe_load((SAMPLES / "known.yml").read_text(encoding="utf-8"))
PLANS = {plan["stem"]: plan for plan in KNOWN["plans"]}
FAULTS = (Verdict.NOT_MET, Verdict.PARTLY_MET)


@cache
def plan_of(stem: str, suffix: str) -> Plan:
    document = read(SAMPLES / f"{stem}.{suffix}")
    return build_plan(document, reference="P01", as_of=date.fromisoformat(str(KNOWN["as_of"])))


@cache
def scorecard_of(stem: str, suffix: str) -> Scorecard:
    return audit_plan(plan_of(stem, suffix), load_rubric("national"))


def words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def share_words(one: str, other: str) -> bool:
    """The words found and the words planted are the same place: one holds the other."""
    first, second = words_of(one), words_of(other)
    return bool(first and second) and (first in second or second in first)


def found(scorecard: Scorecard, defect: dict[str, object]) -> bool:
    """A fault, or a proposed one, under the right criterion, with the right words where words were planted."""
    for finding in scorecard.findings():
        if finding.criterion != defect["criterion"]:
            continue
        if finding.verdict not in FAULTS and finding.proposed not in FAULTS:
            continue
        if defect["words"] is None:
            return True
        item = next((one.text for one in scorecard.plan.items if one.subject == finding.subject), "")
        if any(share_words(text, str(defect["words"])) for text in (item, *(one.text for one in finding.evidence))):
            return True
    return False


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("stem", [stem for stem, plan in PLANS.items() if plan["defects"]])
def test_every_planted_defect_is_found_with_its_words(stem, suffix):
    scorecard = scorecard_of(stem, suffix)
    judged = {criterion.id for criterion in scorecard.criteria if criterion.mode is not Mode.HUMAN}
    missed = [
        f"{defect['criterion']} {defect.get('subject') or defect.get('section')}: {defect['note']}"
        for defect in PLANS[stem]["defects"]
        if defect["criterion"] in judged and defect.get("only", suffix) == suffix and not found(scorecard, defect)
    ]
    assert missed == []


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("stem", [stem for stem, plan in PLANS.items() if plan["good"]])
def test_a_plan_without_defects_raises_no_alarm(stem, suffix):
    alarms = [
        (finding.criterion, finding.subject, finding.tier, finding.note, [one.text for one in finding.evidence])
        for finding in scorecard_of(stem, suffix).findings()
        if finding.verdict in FAULTS
    ]
    assert [alarm for alarm in alarms if alarm[2] is Tier.MUST] == []
    assert len(alarms) <= 2, alarms


EXPLAINED = {
    ("08-year-8-headings", "X05"): "the tracked changes stand in the Word file alone",
    ("10-year-10-banner-rows", "X05"): "the struck passage stands in the Word file alone",
}
"""Differences between a Word plan and its PDF twin that are right, each with its reason: (stem, criterion) -> why."""


@pytest.mark.parametrize("stem", list(PLANS))
def test_a_word_plan_and_its_pdf_twin_get_the_same_verdicts(stem):
    word, pdf = scorecard_of(stem, "docx"), scorecard_of(stem, "pdf")
    differences = [
        (
            one.id,
            [(f.subject, f.verdict.value) for f in one.findings],
            [(f.subject, f.verdict.value) for f in two.findings],
        )
        for one, two in zip(word.criteria, pdf.criteria, strict=True)
        if [(f.subject, f.verdict) for f in one.findings] != [(f.subject, f.verdict) for f in two.findings]
        and (stem, one.id) not in EXPLAINED
    ]
    assert differences == []


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("stem", list(PLANS))
def test_evidence_is_the_text_that_stands_at_its_start(stem, suffix):
    plan = plan_of(stem, suffix)
    for finding in scorecard_of(stem, suffix).findings():
        for piece in finding.evidence:
            assert plan.text[piece.start : piece.start + len(piece.text)] == piece.text
            assert piece.page or piece.paragraph or piece.table
