"""What a blank section leaves not met is one thing to mend, told once and counted in full."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ehcp_audit.model import CriterionResult, Evidence, Finding, Mode, State, Tier, Verdict
from ehcp_audit.reports.gaps import Gap, SectionGaps, finding_count, same_reason, told_once
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
def test_a_blank_or_missing_section_is_told_once_and_counted_in_full(state):
    (section,) = told_once([SectionGaps("D", (gap("D01"), gap("D02"), gap("D03")))], plan(state))
    (first,) = section.gaps
    assert first.result.id == "D01"
    assert same_reason(first) == "D02 and D03 are not met for the same reason."
    assert finding_count([section]) == 3


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
