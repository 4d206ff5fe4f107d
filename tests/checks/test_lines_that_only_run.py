"""A line that says only when all of the provision runs specifies nothing; one that gives help is asked what and who."""

import time

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.start_and_end import only_runs
from ehcp_audit.model import Verdict
from tests.checks.small import small

ASKED = ("type_named", "amount", "frequency", "who", "quantified", "period", "vague_words")


@pytest.mark.parametrize(
    "text",
    [
        "My help starts on 5 October 2026 and runs through the 38 weeks of each school year.",
        "What is written here is in place from 12 January 2027 for 39 weeks of the year.",
        "The support in this section starts on 3 November 2026 and continues to July 2027.",
        "Erin’s support is in place from 5 October 2026 and runs for the school year.",
        "Unless a line says otherwise, the help runs for 38 weeks of each year from 5 October 2026.",
        "Everything in the table begins on 21 September 2026 and runs until 20 July 2029 unless the plan is amended.",
        "In place from 3 September 2026, through each of the 39 school weeks, and checked at the review due by 9 July.",
        "From 23 November 2026 to 14 July 2028; the college year has 36 weeks. Looked at each term.",
    ],
)
def test_such_a_line_is_asked_nothing(text):
    plan = small(F=text)
    for item in plan.section("F").items:
        for asked in ASKED:
            check = checks()[f"provision.{asked}"]
            answer = check.function(item, *((plan,) if check.takes_plan else ()))
            assert answer.verdict is Verdict.NOT_APPLICABLE, (item.text, asked)


@pytest.mark.parametrize(
    "text",
    [
        "My help is regular support in class as required.",
        "Support runs as required through the year.",
        "Support runs each week from 5 October 2026.",
        "Support runs weekly from September 2026.",
        "Help starts when staff are available and lasts as long as she needs it.",
        "The help starts on 5 October 2026 and is given by staff.",
        "My help continues with speech and language therapy until July 2027.",
        "Support from a teaching assistant runs through the school year from 5 October 2026.",
        "It starts at 9 and runs for two hours.",
        "Support is in place.",
        "From 2026 a teaching assistant in school.",
    ],
)
def test_a_line_that_gives_or_takes_back_something_is_none(text):
    assert not only_runs(text)


@pytest.mark.parametrize("piece", ["year 7 half term ", "reviewed at ", "each ", "in place from ", "the last first "])
def test_hostile_text_takes_no_time(piece):
    start = time.process_time()
    only_runs("My help starts " + piece * (270 // len(piece)) + "!x")
    assert time.process_time() - start < 0.5
