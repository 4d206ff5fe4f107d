"""Amounts that sound like all of the day and are some times of it, or that last as long as somebody feels."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small
from tests.checks.test_words_of_authors import CERTAIN, ask

SAID = (*CERTAIN, Verdict.NEEDS_PERSON)


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("Teaching assistant: comes alongside Euan through the morning and again later on, and goes over his work", ""),
        (
            "Little and often check-ins through the week with the tutor",
            "Through the school day, with more around tests",
        ),
        ("The learning mentor drops by his table through the day.", ""),
        ("Number games with the teaching assistant", "Across the day"),
        ("Catch-up with the mentor", "Dotted through the week"),
        ("Talking time with the mentor", "Each day, for as long as he feels he needs it"),
        ("Anxiety work with the counsellor", "Every day until settled"),
    ],
)
def test_some_times_of_the_day_are_no_amount(text, often):
    assert ask("provision.amount", text, how_often=often).verdict in SAID


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("The teaching assistant works with Ben, one to one, throughout the morning.", ""),
        ("A teaching assistant at his side", "Throughout the school day"),
        ("A teaching assistant beside him, who prompts each step", "Across the day"),
        ("Number games with the teaching assistant", "Across the day, 20 minutes in all"),
        ("The mentor meets him for 20 minutes twice a week, and 20 minutes more in each week of tests.", ""),
        ("Spelling practice", "10 minutes daily"),
    ],
)
def test_all_of_the_day_and_a_length_are_amounts(text, often):
    assert ask("provision.amount", text, how_often=often).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("often", "vague"),
    [
        ("Each day, for as long as Keira feels she needs it", "for as long as Keira feels she needs it"),
        ("Through the school day, with more around tests", "more around tests"),
        ("Daily until no longer needed", "until no longer needed"),
        ("On and off through the week", "On and off"),
    ],
)
def test_the_words_that_leave_it_open_are_quoted(often, vague):
    answer = ask("provision.vague_words", "A chat about the day ahead with the mentor", how_often=often)
    assert vague in [one.text for one in answer.evidence]


@pytest.mark.parametrize(
    "often",
    [
        "10 minutes each morning, in the run-up to each test",
        "For as long as the lesson lasts, each day, 20 minutes",
        "20 minutes twice a week and 20 minutes more in the weeks of exams",
        "Again in May, 20 minutes a day",
    ],
)
def test_like_words_leave_nothing_open(often):
    answer = ask("provision.vague_words", "A chat about the day ahead with the mentor", how_often=often)
    assert answer.verdict is Verdict.MET


_COUNTED = "The SENCO teaches Ana a message system one to one for 20 minutes every week. "


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("In class a teaching assistant sits near Ana and steps in when he sees that she has stalled.", True),
        ("A teaching assistant helps her with writing whenever he judges that she is losing heart.", True),
        ("In science an assistant comes over when he can see that she is stuck.", True),
        ("In every lesson an assistant sits with her and steps in when he sees that she has stalled.", False),
        ("The SENCO also prompts her to use it when she sees that she has forgotten.", False),
        ("A teaching assistant practises it for 10 minutes each day and helps when he sees her stuck.", False),
        ("Ana tells an adult when she feels unwell.", False),
    ],
)
def test_help_at_sight_of_need_beside_what_is_counted(line, asked):
    plan = small(child_name="Ana Sample", F=_COUNTED + line)
    answers = [checks()["provision.amount"].function(item, plan=plan) for item in plan.section("F").items]
    assert any(line[:20] in one.text for answer in answers for one in answer.evidence if answer.proposed) is asked
