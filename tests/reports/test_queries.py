"""Whom the query list asks: who wrote, set or trained what is done, not who does it; and what it does not ask."""

from __future__ import annotations

from dataclasses import replace

import made_runs
import pytest
from plans import heading, row, with_sections

from ehcp_audit import audit_plan
from ehcp_audit.model import Evidence, Finding, ItemRead, Tier, Verdict
from ehcp_audit.reports import queries
from ehcp_audit.reports.queries import NOBODY, Line, Query, lines_of, query_text
from ehcp_audit.rubric import load_rubric
from tests.checks.small import small


@pytest.mark.parametrize(
    ("words", "cell", "to"),
    [
        (
            "The teaching assistant carries out the exercises which the occupational therapist has written.",
            "",
            "Occupational therapist",
        ),
        ("A mentor follows the plan drawn up by the educational psychologist.", "", "Educational psychologist"),
        ("Staff trained by the specialist nurse give the feed.", "Teaching assistant", "Specialist nurse"),
        ("The class follows the speech and language therapist's programme.", "", "Speech and language therapist"),
        ("Exercises as set out in the EP advice, led by a physiotherapist.", "", "EP"),
        ("The supervisor follows the eating plan written by the therapist in May 2026.", "", "Therapist"),
        ("SaLT input as set out in the EP and OT advice", "", "SaLT"),
        ("Weekly speech and language therapy sessions, as in the EP advice", "", "Speech and language therapy"),
        ("OT advice is followed by the class.", "", NOBODY),
        ("A targets sheet set by the SENCo.", "", "Senco"),
        ("Regular visits by the physiotherapist.", "", "Physiotherapist"),
        ("Training of teachers: waiting time", "SLT", "SLT"),
        ("A teaching assistant reads with him.", "", NOBODY),
        ("His form tutor sits down with him.", "Form tutor", NOBODY),
        ("The programme for this is set by SaLT, who sees her.", "", "SaLT"),
        ("Salt dough and other play in class.", "", NOBODY),
        ("A group about my body, food and going to the doctor.", "Class teacher", NOBODY),
        ("A group about food, run by the dietitian.", "", "Dietitian"),
        ("He practises going to the dentist and talking to the nurse.", "Teaching assistant", NOBODY),
        ("Regular talks with him by the nurse.", "Teaching assistant", "Nurse"),
        ("A mentor reports each week to the physiotherapist.", "", NOBODY),
        ("A group about friends.", "Teacher trained by the learning disability nurse (two days)", NOBODY),
        ("A group about friends.", "Teacher and learning disability nurse", "Learning disability nurse"),
        ("The therapist keeps an eye on her targets.", "", "Therapist"),
        ("The therapist's room is used for reading.", "", NOBODY),
        ("Training of teachers: waiting time", "", NOBODY),
    ],
)
def test_who_wrote_or_trained_it_is_asked_and_the_schools_staff_who_do_it_are_not(words, cell, to):
    assert queries._named(words, cell) == to


@pytest.mark.parametrize(
    ("before", "to"),
    [
        ("A speech and language therapist works with Esme. The assistant practises.", "Speech and language therapist"),
        ("An assistant reads with Esme.", "Therapist"),
        ("The school nurse weighs Esme.", "Therapist"),
    ],
)
def test_which_therapist_it_is_may_be_told_by_the_lines_before(before, to):
    assert queries._named("The therapist keeps an eye on her targets.", "", before) == to


@pytest.mark.parametrize(
    ("listed", "to"), [("speech and language therapist", "Speech and language therapist"), ("", NOBODY)]
)
def test_who_trained_the_adult_in_the_cell_is_asked_where_section_k_lists_the_role(listed, to):
    cell = "Teaching assistant trained by the speech and language therapist"
    assert queries._named("The Language for Thinking programme", cell, "", frozenset({listed})) == to


def card_of(*items):
    """A scorecard whose lines of F are these: words, the number that the plan prints, what is found of how often."""
    card = made_runs.scorecard()
    read = tuple(ItemRead(f"F.{n}", text, 0, label=label) for n, (text, label, _) in enumerate(items, 1))
    result = next(one for one in card.criteria if one.id == "F04")
    findings = tuple(
        result.findings[0]._replace(
            subject=f"F.{n}",
            verdict=found if found in (Verdict.MET, Verdict.NOT_MET) else Verdict.NEEDS_PERSON,
            proposed=None if found in (Verdict.MET, Verdict.NOT_MET) else Verdict.NOT_MET,
        )
        for n, (*_, found) in enumerate(items, 1)
    )
    return replace(card, plan=replace(card.plan, items=read), criteria=(replace(result, findings=findings),))


def asked(*items):
    return [(one.subject, one.line) for one in queries.queries([card_of(*items)], load_rubric("national"))]


def test_what_is_asked_of_a_line_is_asked_and_when_all_of_it_runs_is_not():
    """Also where another line of its number gives as much: what `check` asks about is in the list."""
    twice = ("A teacher reads with him for ten minutes each day.", "6.10", Verdict.MET)
    for found in (Verdict.NOT_MET, Verdict.NEEDS_PERSON):
        assert asked(twice, ("A programme of phonics will be provided.", "6.10", found)) == [("F.2", "6.10")]
    assert asked(("These arrangements run until 31 August 2027.", None, Verdict.NOT_MET)) == []
    assert asked(("A mentor meets him.", None, Verdict.NEEDS_PERSON)) == [("F.1", "section F")]


def test_a_line_that_the_plan_numbers_as_we_do_goes_by_that_number():
    card = card_of(*((text, None, False) for text in ("A mentor meets him.", "A teacher reads to him.", "He is met.")))
    lines = {("P01", "F.1"): Line("", "F1"), ("P01", "F.2"): Line("", "2"), ("P01", "F.3"): Line()}
    found = queries.queries([card], load_rubric("national"), lines=lines)
    assert [one.line for one in found] == ["F1", "section F, 2", "section F"]


def test_what_the_query_list_keeps_of_a_plans_lines():
    first_words = "A mentor meets him for ten minutes each day."
    first = row(1, 2, "1", first_words, "Learning mentor")
    second = row(1, 3, "7", "A teacher reads with him each day.", "Class teacher")
    head = row(1, 1, "No.", "Provision", "Who")
    plan = with_sections(heading("Section F: Special educational provision"), *head, *first, *second)
    lines = lines_of(plan)
    authors = frozenset({"educational psychologist"})
    assert lines[plan.reference, "F.1"] == Line("Learning mentor", "1", authors=authors)
    assert lines[plan.reference, "F.2"] == Line("Class teacher", "7", f"{first_words} Learning mentor", authors)


def test_a_plan_is_named_by_its_own_numbers_and_by_its_reference_only_among_several():
    one, other = (
        Query("Physiotherapist", "", plan, "F.13", "6.2", "She is stretched.", "", "", True, ["How often?"])
        for plan in ("P01", "P02")
    )
    assert query_text([one]).splitlines()[3] == '1. The plan, 6.2, says: "She is stretched."'
    assert query_text([one], 2).splitlines()[3] == '1. Plan P01, 6.2, says: "She is stretched."'
    assert query_text([one, other]).splitlines()[3] == '1. Plan P01, 6.2, says: "She is stretched."'


def vague(subject: str, *words: str) -> Finding:
    places = tuple(Evidence(one, 0, "F") for one in words)
    return Finding("F09", subject, Tier.MUST, Verdict.NOT_MET, "", "advice-giver", "0" * 16, evidence=places)


@pytest.mark.parametrize(
    ("words", "sized", "ask"),
    [
        (("small group", "at points"), True, 'What is meant by "at points"?'),
        (("small group",), True, None),
        (("small group",), False, 'What is meant by "small group"?'),
        ((), True, queries.ASKS[queries.VAGUE]),
    ],
)
def test_what_a_small_group_is_and_how_many_share_it_are_one_question(words, sized, ask):
    assert queries._worded(vague("F.1", *words), queries.ASKS[queries.VAGUE], sized=sized) == ask


def test_what_is_given_when_somebody_asks_is_asked_for_its_least():
    often = queries.ASKS["provision.frequency"]
    asked_for = vague("F.1")._replace(note="It is given when somebody asks: how often at the least?")
    assert queries._worded(asked_for, often, sized=False) == "How often at the least, if nobody asks for it?"
    assert queries._worded(vague("F.1"), often, sized=False) == often


def test_of_a_criterion_with_several_checks_each_asks_its_own_question():
    """G01 asks of each line of G what is done, and who does it."""
    rubric = load_rubric("national")
    plan = small(
        C="Tom has eczema.",
        G="Physiotherapy exercises for 10 minutes each school day.\nInput each week from the school nurse.",
    )
    found = queries.queries([audit_plan(plan, rubric)], rubric)
    asks = {one.subject: one.asks for one in found}
    assert asks["G.1"] == [queries.ASKS["provision.who"]]
    assert asks["G.2"] == [queries.ASKS["provision.type_named"]]
