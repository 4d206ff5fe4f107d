"""One missing or blank section is one thing to mend: told where the plan as a whole is, with what hangs on it."""

from __future__ import annotations

from ehcp_audit.audit import audit_plan
from ehcp_audit.model import Scorecard, Verdict
from ehcp_audit.reports.gaps import finding_count, same_reason, to_mend, told_once
from ehcp_audit.rubric import load_rubric
from tests.checks.small import small

WHOLE = {
    "A": "I like maps.",
    "B": "He reads at a seven-year level.",
    "E": "By July 2027 he will read a page aloud.",
    "F": "One hour of reading teaching a week.",
    "I": "A mainstream primary school.",
    **dict.fromkeys(("C", "D", "G", "H1", "H2"), "None identified"),
    "J": "None",
    "K": "Advice",
}


def _card(**changed: str | None) -> Scorecard:
    return audit_plan(small(**{**WHOLE, **changed}, year_group=5), load_rubric("national"))


def _told(card: Scorecard) -> dict[str, str]:
    return {
        gap.result.id: same_reason(gap)
        for one in told_once(to_mend(card), card, load_rubric("national"))
        for gap in one.gaps
    }


def _verdict(card: Scorecard, id: str) -> Verdict:
    return next(one.verdict for one in card.criteria if one.id == id)


def test_a_missing_section_is_told_with_what_hangs_on_it():
    told = _told(_card(H2=None))
    assert "H02" in told["X01"]
    assert not {"H02", "H03"} & set(told)


def test_so_are_the_criteria_of_a_missing_section_d():
    told = _told(_card(D=None))
    assert "D01" in told["X01"]
    assert not {"D01", "D02"} & set(told)


def test_a_blank_section_takes_the_weaker_finding_on_the_plan_with_it():
    told = _told(_card(D=""))
    assert "X02" in told["D01"]
    assert not {"X02", "D02"} & set(told)


def test_no_finding_is_lost_and_each_section_counts_once():
    card = _card(H2=None, D="")
    sections = told_once(to_mend(card), card, load_rubric("national"))
    gaps = [one for section in sections for gap in section.gaps for one in (gap, *gap.beside)]
    whole = [finding for gap in gaps for finding in gap.findings]
    assert len(whole) == finding_count(to_mend(card))
    assert finding_count(sections) < len(whole)


def test_a_blank_section_says_nothing_of_how_its_needs_are_answered():
    assert _verdict(_card(D=""), "D03") is Verdict.NEEDS_PERSON
    assert _verdict(_card(C=""), "C02") is Verdict.NEEDS_PERSON
    assert _verdict(_card(D=""), "D01") is Verdict.NOT_MET
    assert _verdict(_card(D="None identified"), "D03") is Verdict.NOT_APPLICABLE


def test_how_a_missing_h2_is_sorted_is_for_a_person_and_proposed_as_nothing():
    card = _card(H2=None)
    sorting = next(one for one in card.criteria if one.id == "H03").findings
    assert [(one.verdict, one.proposed) for one in sorting] == [(Verdict.NEEDS_PERSON, None)]
