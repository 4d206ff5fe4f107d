"""Outcomes each followed by a line that leads to its provision, under one heading for both."""

from __future__ import annotations

import pytest
from plans import heading, line, texts, with_sections

from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.lead_ins import leads_to_provision

JOINT = "Sections E and F: Outcomes and special educational provision"
OUTCOMES = (
    "By July 2028 Ruby will follow three-step instructions in 4 of 5 lessons.",
    "By July 2028 Ruby reads 60 words on sight in a list of 70.",
)
GIVEN = (
    "Language group, 30 minutes three times a week, group of 3, speech and language therapist.",
    "Precision teaching, 15 minutes every day, one to one, teaching assistant (level 3).",
)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("This will be achieved by:", True),
        ("How this will be achieved:", True),
        ("To meet this outcome Ruby requires the following provision:", True),
        ("To help Ruby achieve this, school will provide:", True),
        ("Ruby will be supported by:", True),
        ("Support for this outcome:", True),
        ("Put in place to support this:", True),
        ("Provision needed to meet outcome 2:", True),
        ("School will:", True),
        ("This will be achieved by: July 2028", False),
        ("By July 2028 Ruby will have:", False),
        ("Steps towards this:", False),
        ("How we will know:", False),
        ("Checked by:", False),
        ("Achieved so far:", False),
        ("This will be achieved by", False),
    ],
)
def test_which_lines_lead_to_provision(text, leads):
    assert leads_to_provision(text) is leads


@pytest.mark.parametrize(
    "lead", ["This will be achieved by:", "To meet this outcome Ruby needs:", "School will provide:"]
)
@pytest.mark.parametrize(
    "titles", [("Outcome 1 (need B1)", "Outcome 2 (need B2)"), ("1. Listening", "2. Reading"), None]
)
@pytest.mark.parametrize("marker", ["•", None])
def test_provision_follows_each_outcome(lead, titles, marker):
    stretches = []
    for at in range(2):
        stretches += [heading(titles[at], 2)] if titles else []
        stretches += [line(OUTCOMES[at]), line(lead), line(GIVEN[at], marker=marker)]
    plan = with_sections(heading(JOINT), *stretches)
    assert texts(plan, "E") == list(OUTCOMES)
    assert texts(plan, "F") == list(GIVEN)


def test_provision_is_tied_to_the_outcome_above_it():
    plan = with_sections(
        heading(JOINT),
        heading("Outcome 1 (need B1)", 2),
        line(OUTCOMES[0]),
        line("This will be achieved by:"),
        line(GIVEN[0], marker="•"),
        heading("Outcome 2 (need B2)", 2),
        line(OUTCOMES[1]),
        line("This will be achieved by:"),
        line(GIVEN[1], marker="•"),
        line("The health help for this outcome is in G and H2.", marker="•"),
    )
    assert [item.refers for item in plan.section("F").items] == [("E.1",), ("E.2",)]


def test_what_the_child_will_do_on_the_way_is_no_provision():
    plan = with_sections(
        heading(JOINT),
        heading("Outcome 1", 2),
        line(OUTCOMES[0]),
        line("To achieve this Ruby will:"),
        line("listen for two steps by July 2027", marker="•"),
        heading("Outcome 2", 2),
        line(OUTCOMES[1]),
        line("To achieve this Ruby will:"),
        line("read 30 words by July 2027", marker="•"),
        heading("Provision for all of the outcomes", 2),
        *(line(one, marker="•") for one in GIVEN),
    )
    assert texts(plan, "F") == list(GIVEN)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("The health and social care help for this outcome is in G and H2.", True),
        ("Support for this need is in section H1.", True),
        ("The help for this outcome is a 20-minute session in a quiet room.", False),
        ("The help for this outcome is given in class by a teaching assistant, daily.", False),
    ],
)
def test_where_other_help_stands_is_no_provision(sentence, leads):
    assert leads_in("provision", sentence) is leads
