"""What stands in somebody's title or training is no need of the child (B01)."""

import pytest
from small import small

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("A teacher of pupils and young people with vision impairment visits each month.", Verdict.MET),
        ("A tutor (Level 7 dyslexia) teaches her for an hour a week.", Verdict.MET),
        ("A mentor trained for two days in autism sees her for an hour a week.", Verdict.MET),
        ("A speech and language therapist who is experienced in DLD sees her each week.", Verdict.MET),
        ("A teaching assistant with two days' autism training works with her each day.", Verdict.MET),
        ("All four of my tutors have two hours on Down's syndrome from the therapist.", Verdict.MET),
        ("Her dyslexia is met by an hour of teaching a week.", Verdict.NOT_MET),
        ("The teacher says that she has autism and gives her an hour a week.", Verdict.NOT_MET),
        ("The nurse trains staff for her epilepsy each year.", Verdict.NOT_MET),
    ],
)
def test_a_title_names_no_need(words, verdict):
    plan = small(B="Ida finds company hard and tires.", F=words)
    assert checks()["advice.needs_elsewhere"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("A clinical neuropsychologist's assessment every two years, next in May 2028.", Verdict.MET),
        ("The neuropsychologist's assessment of May 2026 found a loss of memory.", Verdict.NOT_MET),
    ],
)
def test_an_assessment_to_come_cites_no_report(words, verdict):
    plan = small(B="Ida finds reading hard and tires.", G=words, K="Dr Ann Lee, educational psychologist, 4 May 2026")
    assert checks()["advice.cited_is_listed"].function(plan).verdict is verdict
