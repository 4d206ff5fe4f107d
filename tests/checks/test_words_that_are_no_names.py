"""Words with a capital that are no child's name: what a child has or does, and months beside a day or a year."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def _proposed(**given):
    plan = small(child_name="Tom Example", A="Tom likes tea.", **given)
    answer = checks()["identity.other_names"].function(plan)
    return answer.proposed or answer.verdict


@pytest.mark.parametrize(
    "need",
    [
        "Perfectionism leads her to tear up work.",
        "Impulsivity puts him in danger near roads.",
        "Hypermobility lets his fingers bend back.",
        "Echolalia fills his speech.",
        "Alexithymia leads her to say that she is fine.",
    ],
)
def test_what_a_child_has_or_does_is_no_name(need):
    assert _proposed(B=need) is not Verdict.NOT_MET


@pytest.mark.parametrize(
    "line",
    [
        "Clinical nurse specialist\tMonthly, Oct 2026 to Jun 2027",
        "The TA does this from Jan 2027 to Jun 2027.",
        "Given to Jan 2027 once a week.",
        "Termly, with the therapist.",
    ],
)
def test_a_month_beside_a_year_is_no_name(line):
    assert _proposed(F=line) is not Verdict.NOT_MET


@pytest.mark.parametrize(
    "line",
    [
        "The assistant works with Kenver alone each day.",
        "Kenver leads his friends.",
        "The assistant works with Jan each day.",
        "Bartek is given a visual script before each game.",
        "Bartek is shown where to stand.",
        "Bartek will be reminded to wear his splint.",
        "The TA works with Jan on 4 cards.",
        "The assistant gives to Jun the cards each day.",
    ],
)
def test_another_name_is_still_seen(line):
    assert _proposed(F=line) is Verdict.NOT_MET


@pytest.mark.parametrize(
    "line",
    ["Keppra is given a day before.", "Makaton is taught to staff.", "Movicol is given the night before a swim."],
)
def test_medicine_and_signs_are_given_to_others(line):
    assert _proposed(F=line) is not Verdict.NOT_MET
