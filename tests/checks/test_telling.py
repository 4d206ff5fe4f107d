"""What many lines lack alike is one finding on the section; what few lack stands line by line."""

from __future__ import annotations

import pytest

from ehcp_audit.audit import audit_plan
from ehcp_audit.model import Verdict
from ehcp_audit.rubric import load_rubric
from tests.checks.small import small

PLAIN = (
    "A mentor meets Leo for 20 minutes every Monday.",
    "A teacher reads with Leo for 15 minutes each day.",
    "A therapist works with Leo for 30 minutes each week.",
    "An assistant sits with Leo in science for two hours a week.",
)
CITED = tuple(f"{line[:-1]}, as advised in the report of May 2026 (K{n})." for n, line in enumerate(PLAIN, start=1))


def asked(id, **given):
    (result,) = audit_plan(small(**given), load_rubric("national"), select=frozenset({id})).criteria
    return result.findings


def proposed(findings):
    return [(one.subject, one.note) for one in findings if one.proposed in (Verdict.NOT_MET, Verdict.PARTLY_MET)]


def test_a_plan_that_cites_no_advice_is_told_so_once_and_nothing_is_proposed():
    """How a plan is written is no fault of its lines: whether they follow the advice is for a person to look up."""
    findings = asked("F15", F="\n".join(PLAIN))
    assert proposed(findings) == []
    assert (findings[0].subject, findings[0].verdict) == ("F", Verdict.NEEDS_PERSON)
    assert findings[0].note.startswith("None of the 4 lines cite the advice that they rest on: ")
    assert findings[0].evidence == ()
    assert [one.verdict for one in findings[1:]] == [Verdict.NOT_APPLICABLE] * 4


def test_so_it_is_where_hardly_any_line_cites_its_advice():
    findings = asked("F15", F="\n".join((*PLAIN, CITED[0])))
    assert proposed(findings) == []
    assert findings[0].note.startswith("1 of the 5 lines cite the advice that they rest on: ")
    assert [one.subject for one in findings if one.proposed is Verdict.MET] == ["F.5"]


def test_where_most_lines_cite_their_advice_the_others_stand_by_themselves():
    findings = asked("F15", F="\n".join((*CITED, *CITED, *PLAIN[:3])))
    assert [subject for subject, _ in proposed(findings)] == ["F.9", "F.10", "F.11"]


def test_two_lines_are_no_habit():
    assert [subject for subject, _ in proposed(asked("F15", F="\n".join(PLAIN[:2])))] == ["F.1", "F.2"]


def test_who_gives_the_help_is_no_advice_cited():
    """Lines of therapists and teachers show no habit of citing that one of an assistant could be held to."""
    given = tuple(f"A speech and language therapist works on part {n} for 30 minutes each week." for n in range(5))
    findings = asked("F15", F="\n".join((*given, PLAIN[3])))
    assert proposed(findings) == []
    assert findings[0].note.startswith("None of the 6 lines cite the advice")
    assert [subject for subject, _ in proposed(asked("F15", F="\n".join((*CITED, given[0], PLAIN[3]))))] == ["F.6"]


def test_a_long_list_is_cut_in_the_note_and_the_first_lines_are_quoted():
    outcome = "By July 2027 Leo will read forty words."
    findings = asked("F17", E=outcome, F="\n".join(f"Visit {n} of a drumming teacher." for n in range(16)))
    ((_, note),) = proposed(findings)
    assert note.endswith("F.7, F.8 and 8 more.")
    assert len(findings[0].evidence) == 10


def test_needs_without_a_source_are_told_once():
    needs = "Leo reads at a six-year level.\nLeo avoids the hall.\nLeo tires by noon."
    findings = asked("B08", B=needs)
    assert proposed(findings) == []
    assert findings[0].note.startswith("None of the 3 needs name the report or person that they come from")


def test_provision_for_no_outcome_is_named_together_and_staff_training_not_at_all():
    loose = ("Ear defenders for the dinner hall.", "A drumming session each Tuesday.", "Swimming lessons each Friday.")
    training = "All staff will receive two hours of training on epilepsy."
    findings = asked("F17", E="By July 2027 Leo will read forty words.", F="\n".join((*loose, training)))
    ((subject, note),) = proposed(findings)
    assert subject == "F"
    assert "F.1, F.2 and F.3" in note
    assert [one.text for one in findings[0].evidence] == list(loose)


@pytest.mark.parametrize("lines", [1, 3])
def test_without_the_reports_nothing_is_proposed_on_what_they_say(lines):
    findings = asked("F16", F="\n".join(["Regular support with reading as needed."] * lines))
    assert proposed(findings) == []
    (open_,) = [one for one in findings if one.verdict is Verdict.NEEDS_PERSON]
    assert open_.subject == ("F.1" if lines == 1 else "F")
    assert "--advice" in open_.note
    assert [one.text for one in open_.evidence]
