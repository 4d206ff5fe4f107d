"""Whom a section means by loose words, lines that give nothing, and rules for what may happen."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.checks import provision as asked
from ehcp_audit.checks import staffing
from ehcp_audit.checks.children import _is_parents, parents_views
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Passage, Provision, Verdict
from tests.checks.small import small

MET, NOT_MET, NOT_ASKED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE
PERSON = Verdict.NEEDS_PERSON


def line(text):
    return Provision("F.1", (Passage(text, 0),))


def answers(check, words):
    plan = small(F=words)
    return [check(item, plan).verdict for item in plan.section("F").items]


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("The key adult (a teaching assistant) meets Wren for 10 minutes a day.", "The key adult", MET),
        (
            "A key adult, at higher level teaching assistant grade, meets Wren for 10 minutes a day.",
            "The key adult",
            MET,
        ),
        ("A learning support assistant works with Wren for two hours a day.", "The assistant", MET),
        ("The key adult meets Wren for 10 minutes a day.", "The key adult", PERSON),
        ("A speech and language therapist sees Wren for 30 minutes a week.", "The assistant", PERSON),
    ],
)
def test_a_role_that_the_section_gives_once_counts_for_its_short_name(before, after, verdict):
    words = f"{before}\n{after} will teach signing to Wren for 20 minutes each morning."
    assert answers(staffing.who, words)[1] == verdict


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(Needs 1, 2 and 4; outcomes 1 and 3)", "statement"),
        ("For outcomes 1, 2 and 3 (needs 1 to 6).", "statement"),
        ("Coping with what is hard", "statement"),
        ("Wren's provision is for 38 weeks a year and will be looked at in May.", "statement"),
        ("Proposed change: F1 and F4 are new.", "statement"),
        ("None required: no health need is recorded. Dr Wick confirmed this on 12 May 2026.", "statement"),
        ("Every row starts on the day of the final plan and lasts until July 2028.", "statement"),
        ("By July 2028 Wren will pay for three items in a shop.", "statement"),
        ("By July 2028 Wren will have a 20-minute lesson each day.", "service"),
        ("When the lift is out of order, the lesson will be moved to the ground floor.", "thing"),
        ("No teacher will ask Wren to read aloud.", "thing"),
        ("When needed, adults will support Wren.", "service"),
        ("Wren will be helped to remember what to do.", "service"),
        ("Speech and language therapy", "service"),
    ],
)
def test_what_a_line_is(text, kind):
    assert line_kind(line(text)) == kind


def test_a_named_role_beside_an_adult_leaves_nothing_open():
    assert vague_words(line("A teaching assistant or another adult sits with Wren for ten minutes.")).verdict == MET
    assert vague_words(line("A trusted adult sits with Wren for ten minutes.")).verdict == PERSON


def test_one_to_one_is_no_number_of_sessions():
    assert asked.frequency(line("One-to-one sessions of 30 minutes with a teaching assistant.")).verdict == NOT_MET
    assert asked.frequency(line("Six sessions of 30 minutes with a teaching assistant.")).verdict == MET


@pytest.mark.parametrize(
    ("heading", "verdict"),
    [
        ("A2 - The views and aspirations of my parents", True),
        ("My parents' views", True),
        ("The views, interests and aspirations of the child and his parents", False),
        ("My views", False),
    ],
)
def test_a_heading_that_gives_a_part_of_section_a_to_the_parents(heading, verdict):
    assert _is_parents(heading) is verdict


def test_a_parent_may_be_named_by_the_family_name_alone():
    words = "Ms Wick\nJuno is at her happiest at home and we would not change a thing about her."
    plan = small(A=words, child_name="Juno Wick")
    assert parents_views(plan.section("A"), plan).verdict == MET
    other = small(A=words.replace("Ms Wick", "Ms Peel"), child_name="Juno Wick", date_of_birth=date(2018, 1, 2))
    assert parents_views(other.section("A"), other).verdict != MET
