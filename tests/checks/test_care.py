"""Health and care: who agreed, what is given and how much, and lines that give nothing themselves."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def specific(*lines):
    plan = small(H1="\n".join(lines), year_group=6)
    return checks()["care.specific"].function(plan.section("H1"), plan)


@pytest.mark.parametrize(
    "lines",
    [
        ("None. The assessment of 5 May 2026 did not find that Leo needs services under section 2.",),
        ("Not needed: section D records no social care needs.",),
    ],
)
def test_none_is_said(lines):
    answer = specific(*lines)
    assert (answer.verdict, answer.note) == (Verdict.MET, "Section H1 says that there is none.")


@pytest.mark.parametrize(
    "lines",
    [
        ("A short-breaks worker takes Leo to a club for three hours each Saturday, 40 weeks a year, 1:1.",),
        ("Six hours of short breaks each week.", "The disabled children's team reviews this every six months."),
        ("A sitter trained in epilepsy, four hours every Saturday.", "Starts in the week of 11 January 2027."),
        ("A flashing doorbell and a vibrating smoke alarm, fitted by 30 November 2026.",),
    ],
)
def test_amounts_are_read_and_who_looks_at_the_care_is_not_asked(lines):
    assert specific(*lines).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (("Support as assessed.",), Verdict.NOT_MET),
        (("Short breaks will be offered where appropriate.",), Verdict.NOT_MET),
        (("Six hours of short breaks each week.", "Help in the home as needed."), Verdict.PARTLY_MET),
        (("Help in the home.", "The social worker reviews this every six months."), Verdict.NOT_MET),
    ],
)
def test_what_is_left_open_stays_so(lines, verdict):
    assert specific(*lines).verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Confirmed for the integrated care board by the Designated Clinical Officer, 2 June 2026.", Verdict.MET),
        ("Northwold Integrated Care Board has approved this provision.", Verdict.MET),
        ("Agreement: Northwold integrated care board, 26 August 2026", Verdict.MET),
        ("The nurse sees Leo each term and confirms his dose with the clinic.", Verdict.NOT_MET),
    ],
)
def test_the_agreement_of_the_health_body_is_read_in_its_usual_words(words, verdict):
    plan = small(G=f"A nurse sees Leo for 30 minutes each term.\n{words}")
    assert checks()["care.agreed"].function(plan.section("G")).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Not applicable, because I am over 18.", Verdict.MET),
        ("Not applicable, because this part is for people under 18 and I am 21.", Verdict.MET),
        ("A support worker for three hours a week at the youth club.", Verdict.NOT_MET),
        ("Not applicable at school, because I am over 18; a support worker, three hours a week.", Verdict.NOT_MET),
        ("Short breaks of three hours a week, which are not only for those under 18.", Verdict.NOT_MET),
    ],
)
def test_a_part_for_those_of_another_age_gives_nothing(text, verdict):
    plan = small(H1=text, H2="None.", year_group=15)
    assert checks()["care.h1_and_h2"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Teddy has no individual healthcare plan.", Verdict.NOT_APPLICABLE),
        ("Ama takes no medicine in school and has no individual health care plan.", Verdict.NOT_APPLICABLE),
        ("The individual health care plan is dated 15 May 2025 and kept in the medical room.", Verdict.NOT_APPLICABLE),
        ("Medicine at noon, as in the individual health care plan.", Verdict.NOT_MET),
        ("The health care plan is kept in the office, and staff will give the injection.", Verdict.NOT_MET),
        ("Help with insulin each day at lunch.", Verdict.NOT_MET),
    ],
)
def test_that_a_health_plan_stands_or_not_is_asked_for_nobody(text, verdict):
    plan = small(G=text)
    item = plan.section("G").items[0]
    answer = checks()["provision.who"].function(item, plan)
    assert (answer.proposed or answer.verdict) in (verdict, Verdict.PARTLY_MET)
    assert (answer.verdict is Verdict.NOT_APPLICABLE) is (verdict is Verdict.NOT_APPLICABLE)


def test_a_missing_half_is_told_where_sections_are_asked_after_and_not_here_again():
    answer = checks()["care.h1_and_h2"].function(small(H1="None.", H2=None))
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, None)
    assert answer.note == "Section H2 was not found, so whether the two are kept apart cannot be told."


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Agreed for the integrated care board by Joan Lee, designated clinical officer, on 15 May 2026.", Verdict.MET),
        ("Northwold Integrated Care Board agreed this on 29 May 2026.", Verdict.MET),
        ("The direct payment was agreed with the integrated care board in May 2026.", Verdict.NOT_MET),
        ("The integrated care board has not yet agreed.", Verdict.NOT_MET),
        ("The head teacher agreed that the nurse may visit.", Verdict.NOT_MET),
    ],
)
def test_the_agreement_of_the_health_body_may_stand_under_another_section(words, verdict):
    plan = small(G="A nurse sees Leo for 30 minutes each term.", H2=f"None.\n{words}")
    assert checks()["care.agreed"].function(plan.section("G"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("No other care is needed. A referral to adult social care will be opened in April 2027.", Verdict.MET),
        ("No other care is needed.\nThe adults' team will assess her needs for adult care in May.", Verdict.MET),
        ("The adults' team will assess her needs for adult care in May 2027.", Verdict.NOT_MET),
        ("No other care is needed.\nA support worker will help as needed.", Verdict.NOT_MET),
        ("Three hours a week with a family practitioner at home. Meets social care need 1.", Verdict.MET),
        ("Help at home. Meets social care need 1.", Verdict.NOT_MET),
    ],
)
def test_what_is_to_be_assessed_one_day_is_no_care_of_now(text, verdict):
    plan = small(H2=text, year_group=11)
    assert checks()["care.specific"].function(plan.section("H2"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A guide for three hours each Saturday; the adult care assessment is due by June 2027.", Verdict.MET),
        ("A guide for three hours each Saturday to April 2028; then adult social care assesses.", Verdict.MET),
        ("Adult social care gives three hours a week.", Verdict.NOT_MET),
    ],
)
def test_an_assessment_for_adult_care_is_no_adult_care_in_h1(text, verdict):
    plan = small(H1=text, H2="None.", year_group=11)
    assert checks()["care.h1_and_h2"].function(plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A direct payment of £3,200 a year meets need D1 and outcome 10.", Verdict.MET),
        ("A direct payment of £92 a week is made for need 10, outcome G.", Verdict.MET),
        ("A direct payment of £92 a week is made for the worker in H1, for outcome E10.", Verdict.MET),
        ("A direct payment of £92 a week is made for the worker in H1.", Verdict.PARTLY_MET),
        ("A direct payment of £92 a week. The outcome A family hopes for is peace.", Verdict.NOT_MET),
    ],
)
def test_a_payment_names_what_it_serves_by_any_number_or_letter(text, verdict):
    plan = small(J=text)
    assert checks()["care.direct_payment"].function(plan.section("J"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "None. The therapies in paragraphs 1 and 4 educate and are special educational provision.",
            Verdict.NOT_APPLICABLE,
        ),
        ("No health provision is needed. A nurse sees Ama for 20 minutes each term.", Verdict.NOT_MET),
    ],
)
def test_where_no_health_provision_is_given_nothing_was_to_be_agreed(text, verdict):
    plan = small(G=text)
    assert checks()["care.agreed"].function(plan.section("G"), plan).verdict is verdict
