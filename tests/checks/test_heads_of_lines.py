"""Who trains or gives it, told at the head of a line or in the line before; and what was confirmed on a day."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.plan.plans import heading, line, with_sections


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Specialist teacher for autism – trains all 22 staff in autism – half a day each September.", Verdict.MET),
        ("Qualified teacher of the deaf: trains all 9 staff in deafness for two hours each September.", Verdict.MET),
        ("All 22 staff, training in autism – half a day each September.", Verdict.PARTLY_MET),
    ],
)
def test_a_role_at_the_head_of_a_line_trains(text, verdict):
    plan = small(F=text)
    assert checks()["provision.training"].function(plan.section("F").items[0], plan).verdict is verdict


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("direct: 90 minutes, once a week, one to one, qualified habilitation specialist: cane;", Verdict.MET),
        ("cane: 90 minutes, once a week, one to one, qualified habilitation specialist;", Verdict.NOT_MET),
    ],
)
def test_the_indirect_part_is_given_by_whoever_gives_the_direct_part_before_it(before, verdict):
    plan = with_sections(
        heading("Section F: Special educational provision"),
        line("F5 (B3; E3). From the habilitation report:"),
        line(before, marker="•"),
        line("indirect: 1 hour each half term, route risk notes and staff briefing;", marker="•"),
    )
    assert checks()["provision.who"].function(plan.section("F").items[-1], plan).verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Confirmed with parents 10 July 2026", Verdict.MET),
        ("Agreed with family on 3 June 2026.", Verdict.MET),
        ("To be confirmed with parents", Verdict.NOT_MET),
        ("Confirmed with parents", Verdict.NOT_MET),
    ],
)
def test_what_was_confirmed_on_a_day_is_no_prompt(words, verdict):
    plan = small(F=words)
    assert checks()["plans.placeholders"].function(plan).verdict is verdict
