"""Who looks at progress, and when, in whatever verb of looking (E12)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small

OUTCOME = "By July 2028 Noor will read ninety words a minute."
STEPS = "Steps: forty words by March 2027; sixty by July 2027."


def verdict(words):
    answer = checks()["places.steps_and_monitoring"].function(small(E=f"{words}\n{OUTCOME} {STEPS}"))
    return answer.verdict


@pytest.mark.parametrize(
    "words",
    [
        "Set and counted by the physiotherapist each half term.",
        "Tallied weekly by the key person.",
        "Steps set each term by form tutor with parents; checked by the special educational needs co-ordinator.",
        "Special educational needs co-ordinator checks each term.",
        "Noor and her mother go over the steps each half term.",
        "Every half term her form tutor writes in her green folder whether they were met.",
        "The steps are set, watched and renewed every term by the teacher of the deaf with the parents.",
        "Set by the Teacher of the Deaf, checked termly.",
        "Targets on the way are set by Noor with her tutor each half term.",
        "Her tutor and Noor choose steps every term and photograph what she has done.",
        "Mr Arden, Noor and her key assistant write the termly steps; they are measured in the last week of term.",
        "Steps are agreed by Noor and her job coach each half-term, and shown on her picture chart.",
        "The form tutor will log the count each Friday.",
        "Steps set and checked each term: special educational needs coordinator, Noor, father.",
        "Noor and her head of year look at the steps in December and April.",
        "Her learning mentor keeps a tally every week.",
    ],
)
def test_a_role_a_verb_of_looking_and_a_time_are_monitoring(words):
    assert verdict(words) is Verdict.MET


@pytest.mark.parametrize(
    "words",
    [
        "By July 2028 Noor will check her bag with her form tutor each day.",
        "By July 2028 Noor will count ten objects for her teacher, five times a week.",
        "Her form tutor helps her count coins each week.",
        "Her form tutor reads with her each week.",
        "Set by her form tutor.",
        "Counted weekly.",
        "Her tutor keeps a quiet corner each day.",
        "Noor keeps a diary each week.",
        "She goes to a check at the dentist each year with her mother.",
    ],
)
def test_what_the_child_does_or_who_alone_or_when_alone_is_no_monitoring(words):
    assert verdict(words) is not Verdict.MET


@pytest.mark.parametrize(
    ("words", "met"),
    [
        (
            "Provision is reviewed each term by the inclusion lead, who also sets and monitors the steps with Noor.",
            True,
        ),
        ("Noor's targets for each term are set and checked by the form tutor with her mother.", True),
        ("The speech and language therapist checks her targets each term.", False),
        ("The form tutor checks her targets for spelling each term.", False),
        ("The form tutor takes her up the steps each day.", False),
    ],
)
def test_who_looks_at_the_steps_may_be_told_among_the_provision(words, met):
    plan = small(E=f"{OUTCOME} {STEPS}", F=f"{words}\nA tutor reads with her each day.")
    assert (checks()["places.steps_and_monitoring"].function(plan).verdict is Verdict.MET) is met
