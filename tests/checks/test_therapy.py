"""How a therapist's time is spent, and the lines that give none."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.therapy import direct_indirect
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(*lines):
    plan = small(F="\n".join(lines))
    return [direct_indirect(item, plan).verdict for item in plan.section("F").items]


@pytest.mark.parametrize(
    "text",
    [
        "Speech and language therapy: 6 direct sessions and one hour of programme planning.",
        "A speech and language therapist works with Leo one to one for 30 minutes each week.",
        "An occupational therapist visits each half term: 40 minutes with Leo and 20 minutes with staff.",
        "The occupational therapist visits for an hour each half-term to train staff.",
    ],
)
def test_time_of_a_kind_that_is_named_is_told(text):
    assert ask(text) == [Verdict.MET]


@pytest.mark.parametrize(
    "text", ["Speech and language therapy.", "Ten hours of occupational therapy a year.", "Physiotherapy, 12 hours."]
)
def test_hours_that_might_be_anything_are_not(text):
    assert ask(text) == [Verdict.NOT_MET]


@pytest.mark.parametrize(
    "text",
    [
        "Phonics daily.",
        "A sloping chair and footrest prescribed by the occupational therapist.",
        "Ear defenders and a weighted lap pad.",
        "A lunch club on three days, led by the assistant to a plan from the speech and language therapist.",
        "A lunch club on three days, led by the assistant with materials from the speech and language therapist.",
        "A lunch club on three days, led by the assistant and co-ordinated by the speech and language therapist.",
        "Careers guidance: two interviews of 45 minutes.",
        "A mentor meets Leo for 30 minutes each Monday.",
    ],
)
def test_lines_that_give_no_therapists_time_are_not_asked(text):
    assert ask(text) == [Verdict.NOT_APPLICABLE]


def test_the_lines_of_one_therapy_tell_its_time_together():
    hours = "Speech and language therapy: ten hours a year."
    told = "The speech and language therapist works with Leo one to one for 30 minutes each week."
    other = "The occupational therapist works with Leo one to one for 30 minutes each week."
    assert ask(hours, told) == [Verdict.MET, Verdict.MET]
    assert ask(hours, other) == [Verdict.NOT_MET, Verdict.MET]
