"""A line among outcomes in which the child does nothing, and faults found in it."""

from datetime import date

import pytest

from ehcp_audit.checks import outcomes
from ehcp_audit.checks.alike import stands_apart
from ehcp_audit.model import SECTION_CODES, Facts, Outcome, Passage, Plan, Section, State, Verdict

OTHERS = (
    "By July 2028 Zofia will read a Year 3 text aloud at 90 words a minute.",
    "Zofia will ask an adult for help in four lessons of five by July 2028.",
    "By July 2028 she will eat lunch in the hall on four days a week.",
)


def plan_of(*texts, child="Zofia"):
    start, items = 0, []
    for at, text in enumerate(texts, start=1):
        items.append(Outcome(f"E.{at}", (Passage(text, start),)))
        start += len(text) + 1
    whole = "\n".join(texts)
    sections = tuple(
        Section(code, State.PRESENT, None, (Passage(whole, 0),), tuple(items))
        if code == "E"
        else Section(code, State.MISSING)
        for code in SECTION_CODES
    )
    return Plan("P01", whole, sections, Facts(child_name=child), (), (), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("The personal assistant works on E2 and E4 above.", True),
        ("Tests are taken in the quiet base with rest breaks.", True),
        ("When you move up a key stage, we will plan options.", True),
        ("Zofia's parents will have a break each week.", True),
        ("3", True),
        ("Speech and language therapy will be provided.", False),
        ("Access to a social skills group.", False),
        ("Happy and confident at school.", False),
        ("Good attendance.", False),
        ("Zofia will receive speech therapy weekly.", False),
        ("Improved communication.", False),
        ("She'll feel better about school.", False),
        ("For Zofia to be happy.", False),
    ],
)
def test_a_line_in_which_the_child_does_nothing_stands_apart_from_outcomes_in_which_it_acts(line, apart):
    plan = plan_of(*OTHERS, line)
    assert stands_apart(plan.section("E").items[-1], plan) is apart


def test_what_a_line_of_another_kind_lacks_is_for_a_person():
    plan = plan_of(*OTHERS, "The personal assistant works on E2 and E4 above.")
    line = plan.section("E").items[-1]
    for check in (outcomes.is_outcome, outcomes.time_bound, outcomes.personal):
        answer = check(line, plan)
        assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
        assert "is it meant as one?" in answer.note


def test_without_company_a_service_in_place_of_an_outcome_is_a_fault():
    texts = ("The personal assistant works on reading.", "Staff will use visual timetables.", "Sensory diet in place.")
    plan = plan_of(*texts)
    assert not any(stands_apart(item, plan) for item in plan.section("E").items)
    assert outcomes.is_outcome(plan.section("E").items[1], plan).verdict is Verdict.NOT_MET
