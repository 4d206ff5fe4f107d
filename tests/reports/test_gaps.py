"""What a blank or missing section leaves not met is one thing to mend, told once and counted once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ehcp_audit import audit_plan
from ehcp_audit.absent import absences
from ehcp_audit.model import CriterionResult, Evidence, Finding, Mode, State, Tier, Verdict
from ehcp_audit.reports.figures import criteria_figures
from ehcp_audit.reports.gaps import Gap, SectionGaps, finding_count, same_reason, told_once, told_together
from ehcp_audit.reports.outline import Outlines
from ehcp_audit.reports.priorities import priorities
from ehcp_audit.rubric import load_rubric
from ehcp_audit.scorecards.cover import cover_rows
from tests.checks.small import small
from tests.made_runs import scorecard


def gap(id: str, subject: str = "D", **more) -> Gap:
    one = Finding(
        id, subject, Tier.MUST, Verdict.NOT_MET, "Section D has its heading and no words.", "writer", "0" * 16
    )
    one = one._replace(**more)
    result = CriterionResult(id, "D", Tier.MUST, Mode.AUTOMATIC, Verdict.NOT_MET, None, Fraction(1), (one,))
    return Gap(result, (one,))


def plan(state: State):
    one = scorecard()
    return replace(one, plan=replace(one.plan, sections=(("D", state),)))


@pytest.mark.parametrize("state", [State.EMPTY, State.MISSING])
def test_a_blank_or_missing_section_is_told_once_and_counted_once(state):
    (section,) = told_once([SectionGaps("D", (gap("D01"), gap("D02"), gap("D03")))], plan(state))
    (first,) = section.gaps
    assert first.result.id == "D01"
    assert same_reason(first) == "D02 and D03 are not met for the same reason."
    assert finding_count([section]) == 1
    assert told_together([section]) == "D02 and D03 have the same cause as D01 and are told there."


def test_what_words_show_stands_by_itself():
    words = gap("D02", evidence=(Evidence("not known", 40, section="D"),))
    partly = gap("D03", verdict=Verdict.PARTLY_MET)
    for kept, state in (
        ((gap("D01"), words), State.EMPTY),
        ((gap("D01"), partly), State.EMPTY),
        ((gap("D01"), gap("D03")), State.PRESENT),
    ):
        (section,) = told_once([SectionGaps("D", kept)], plan(state))
        assert section.gaps == kept
        assert same_reason(section.gaps[0]) == ""


def of_plan(id: str, check: str, tier: str, note: str) -> Gap:
    one = Finding(id, "plan", Tier(tier), Verdict.PARTLY_MET, note, "writer", "1" * 16)
    result = CriterionResult(id, "all", Tier(tier), Mode.AUTOMATIC, Verdict.PARTLY_MET, None, Fraction(1), (one,))
    return Gap(result, (one,))


@pytest.mark.parametrize(
    ("state", "id", "host", "told"),
    [
        (State.MISSING, "X01", "X01", "D01 has the same cause as X01 and is told there."),  # as strong, and wider
        (State.EMPTY, "X02", "D01", "X02 has the same cause as D01 and is told there."),  # the law before good practice
        (State.EMPTY, "X01", "X01", ""),  # a blank section is not what X01 asks after
    ],
)
def test_what_is_asked_of_the_whole_plan_has_the_same_cause(state, id, host, told):
    rubric = load_rubric("national")
    wide = of_plan(id, "", "must" if id == "X01" else "local", "Section D.")
    sections = told_once([SectionGaps("all", (wide,)), SectionGaps("D", (gap("D01"),))], plan(state), rubric)
    assert told_together(sections) == told
    assert finding_count(sections) == (1 if told else 2)
    assert host in [one.result.id for section in sections for one in section.gaps]


def test_a_run_counts_plans_and_causes_and_not_criteria():
    rubric = load_rubric("national")
    cards = [audit_plan(small(H1="None.", H2=h2), rubric) for h2 in (None, None, "None.")]
    for held in (cards, [Outlines().of(one) for one in cards]):
        found = {one.criterion.id: one for one in criteria_figures(held, rubric)}
        assert (found["X01"].short, found["H02"].short) == (3, 2)  # the small plan lacks other sections too
        assert found["H02"].short_beside(found) == 0
        assert "H2 in 2 plans" in found["X01"].causes.words
        listed = [one.criterion.id for one in priorities(found.values())]
        assert "X01" in listed
        assert "H02" not in listed
        assert "H02" in [one.criterion.id for one in priorities([found["H02"]])]  # where X01 does not tell of it


def test_a_section_that_says_little_is_no_absent_one():
    rubric = load_rubric("national")
    card = audit_plan(small(D="Not known to social care.", H1="None.", H2="None."), rubric)
    assert "D" not in {code for codes in absences(card.criteria, card, rubric).values() for code in codes}


def test_the_cover_of_a_scorecard_tells_a_cause_once():
    rubric = load_rubric("national")
    rows = cover_rows(audit_plan(small(H1="None.", H2=None), rubric), rubric)
    certain = {row[1]: row[4] for row in rows if row[0] == "Certain"}
    assert "H02" not in certain
    assert "For the same reason not met:" in certain["X01"]
    assert "H02" in certain["X01"]
