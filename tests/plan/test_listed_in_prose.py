"""Advice that section K lists in running text."""

from __future__ import annotations

import pytest

from tests.plan.plans import heading, line, plan_of

BEFORE = [
    part
    for code, words in zip(
        "ABCDEFIJ", ("I like.", "He reads.", "None", "None", "x", "y", "Hay School", "N/A"), strict=True
    )
    for part in (heading(f"Section {code}"), line(words))
]


def listed(text):
    plan = plan_of(*BEFORE, heading("Section K: Advice"), line(text))
    return [(one.name, one.role, one.written and one.written.day) for one in plan.facts.contributors]


BOTH = [("Mrs Jo Pell", "SENCO", 1), ("Dr Ann Cray", "educational psychologist", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "The following are behind this plan. The advice of Mrs Jo Pell, SENCO, dated 1 June 2026. The advice of Dr Ann "
        "Cray, educational psychologist, dated 3 June 2026.",
        "Attached: the advice of Mrs Jo Pell, SENCO, 1 June 2026; and that of Dr Ann Cray, educational psychologist, "
        "3 June 2026.",
        "We had advice from Mrs Jo Pell, SENCO (1 June 2026), and Dr Ann Cray, educational psychologist (3 June 2026).",
        "On 1 June 2026 Mrs Jo Pell, SENCO, wrote her advice, and on 3 June 2026 Dr Ann Cray, educational "
        "psychologist, sent hers.",
        "The SENCO, Mrs Jo Pell, wrote on 1 June 2026. The educational psychologist, Dr Ann Cray, wrote on "
        "3 June 2026.",
        "Mrs Jo Pell (SENCO) gave her advice on 1 June 2026, and Dr Ann Cray (educational psychologist) gave hers on "
        "3 June 2026.",
    ],
)
def test_each_piece_of_advice_is_told_apart(text):
    assert listed(text) == BOTH


def test_one_without_a_date_is_listed_among_those_with_one():
    text = "Mrs Jo Pell, SENCO, wrote on 1 June 2026. Dr Ann Cray, educational psychologist, wrote on 3 June 2026. "
    assert listed(f"{text}Mr Lee Oak, occupational therapist, wrote a report.") == [
        *BOTH,
        ("Mr Lee Oak", "occupational therapist", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Advice was sought on 4 May 2026 and was due by 15 June 2026. All of it was received in time.",
        "All advice is attached.",
        "Signed by Mrs Ada Flint on 3 July 2026. Checked and signed by Mr Joe Hill, manager, on 4 July 2026.",
    ],
)
def test_dates_of_nobodys_advice_are_no_list(text):
    assert listed(text) == []


def test_two_dates_of_one_persons_advice_are_one_piece():
    text = "Dr Ann Cray, educational psychologist, visited on 1 May 2026, report dated 3 June 2026."
    assert [name for name, *_ in listed(text)] == ["Dr Ann Cray"]
