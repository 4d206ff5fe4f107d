"""Section J where a payment was talked of and nobody asked for one."""

import pytest

from ehcp_audit.checks.care import direct_payment
from ehcp_audit.model import Verdict
from tests.checks.small import section_of


def _verdict(words):
    plan = section_of("J", words)
    return direct_payment(plan.section("J"), plan).verdict


@pytest.mark.parametrize(
    "words",
    [
        "Both parents were told on 2 October 2026 what a personal budget can do, and neither has requested one.",
        "Personal budgets were explained; neither asked for one.",
        "We explained direct payments and nobody has asked for one.",
        "A personal budget was talked through with the family. No one wants one at present.",
        "Mum knows about direct payments but does not want one.",
        "The family was told about personal budgets and has decided against one.",
        "A personal budget was offered and declined.",
        "Direct payments have been discussed; the family would rather not have one.",
        "The offer of a personal budget was turned down by Ana's parents on 3 May 2026.",
        "Personal budget: none of the family has asked for it.",
        "Information on personal budgets was given to both parents. Neither parent wishes to take it up.",
        "A direct payment has yet to be requested.",
        "The parents are happy for the council to arrange everything and do not seek a direct payment.",
        "Nothing is paid as a direct payment.",
        "The family chose not to take a personal budget.",
        "A personal budget was considered but Ana's father prefers the council to arrange the provision.",
        "A direct payment was discussed with the family, who have never asked for one.",
    ],
)
def test_nothing_is_asked_of_a_payment_that_nobody_wants(words):
    assert _verdict(words) is Verdict.MET


@pytest.mark.parametrize(
    "words",
    [
        "A direct payment of £40 a week will be made to Ana's mother for a personal assistant.",
        "A direct payment is made. Neither parent is to pay the assistant from their own money.",
        "The personal budget is £2,400 a year, and nobody else may draw on it.",
        "The family asked for a direct payment on 3 May 2026 and it was agreed.",
        "Direct payment: £1,200 a year. It was first declined and then agreed in June 2026.",
        "The parents want a personal budget and it is paid monthly.",
    ],
)
def test_a_payment_that_is_made_is_asked_what_it_serves(words):
    assert _verdict(words) is not Verdict.MET
