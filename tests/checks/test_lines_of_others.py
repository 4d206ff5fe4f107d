"""Lines of provision that others write: who is trained, what staff have learned, the way there, parts of a visit."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.model import Stretch, Verdict
from tests.checks.small import small
from tests.plan.plans import heading, line, row, with_sections


def ask(id, text):
    plan = small(F=text)
    check = checks()[id]
    item = plan.section("F").items[0]
    return check.function(item, *((plan,) if check.takes_plan else ()))


@pytest.mark.parametrize(
    "text",
    [
        "The team gets an hour's training in signing every term from the therapist.",
        "Staff of the base, six in all, have two hours' training in autism each May and catheter training.",
        "Her two assistants have a training session of 50 minutes with the physiotherapist each spring.",
    ],
)
def test_training_is_told_in_the_present_too(text):
    assert ask("provision.training", text).verdict is not Verdict.NOT_APPLICABLE
    assert ask("provision.who", text).verdict is not Verdict.NOT_MET


@pytest.mark.parametrize(
    "text",
    [
        "A support worker with two days' training in signing is with her 12 hours a week.",
        "A practitioner with Level 3 training and a day's deaf awareness training plays with her three times a week.",
        "A tutor (Level 4) holding a degree and training in safeguarding shall teach money skills one hour weekly.",
        "A teaching assistant who has three hours' training in autism works with Ivo for 20 minutes each day.",
    ],
)
def test_what_somebody_has_learned_makes_no_line_of_training(text):
    assert ask("provision.training", text).verdict is Verdict.NOT_APPLICABLE
    assert ask("provision.who", text).verdict is Verdict.MET


def test_staff_who_work_with_the_child_still_need_a_role():
    assert ask("provision.who", "Staff read with Ivo for 20 minutes each day.").verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Meeting deaf children, one day a term, led by a teacher of the deaf; transport by the council.", "person"),
        ("Swimming with the physiotherapist, 45 minutes weekly; minibus from school to the pool.", "person"),
        ("Work at a garden one day a week with a job coach; a taxi takes him there.", "person"),
        ("Travel training, route by route, with the travel trainer, 45 minutes twice a week.", "met"),
        ("A taxi with an escort each morning and afternoon.", "not met"),
        ("The council will provide transport to and from college.", "not met"),
        ("Passenger assistant on the minibus to nursery daily.", "not met"),
        ("Tom is taken by taxi to school and to the swimming pool.", "not met"),
        ("Swimming each week, by minibus to the pool and back to school.", "person"),
    ],
)
def test_the_way_to_an_activity_is_put_to_a_person_and_the_way_to_school_is_not(text, verdict):
    answer = ask("provision.transport", text)
    assert verdict in answer.verdict.value
    assert (answer.proposed is Verdict.NOT_MET) is (verdict == "person")


def test_where_an_assistant_is_with_the_child_is_no_group_of_the_childs_own():
    told = "A teaching assistant for 20 hours a week, in class and small groups."
    assert ask("provision.group_size", told).verdict is Verdict.NEEDS_PERSON
    assert ask("provision.group_size", "Small group phonics for 20 minutes daily.").verdict is Verdict.NOT_MET


def test_a_line_that_parts_the_time_of_the_one_before_is_not_asked_how_often():
    visit = "A teacher of the deaf visits once a week for 75 minutes. 45 minutes are one-to-one teaching."
    plan = with_sections(heading("Section F: Special educational provision"), line(visit), line("Daily phonics."))
    parts = [item for item in plan.section("F").items if "45 minutes" in item.text]
    verdicts = {checks()["provision.frequency"].function(one, plan).verdict for one in parts}
    assert verdicts <= {Verdict.MET, Verdict.NOT_APPLICABLE}
    assert line_kind(parts[0]) == "service"
    alone = ask("provision.frequency", "45 minutes are one-to-one teaching by the specialist teacher.")
    assert alone.verdict is Verdict.NOT_MET


_NEED = "He needs each word shown to him before he will try it."


@pytest.mark.parametrize(
    ("heads", "verdict"),
    [
        (("Sensory: vision", "Physical: movement", "Learning", "Communication and social development"), Verdict.MET),
        (("Talking and listening", "Reading and number", "Feelings and friends", "Body and senses"), Verdict.MET),
        (("Communication and interaction", "Cognition", "Everyday life", "Physical"), Verdict.NEEDS_PERSON),
        (("Strengths", "Cognition and learning", "Communication and interaction"), Verdict.PARTLY_MET),
    ],
)
def test_areas_of_need_are_told_in_headings_of_the_writers_own(heads, verdict):
    body = [one for head in heads for one in (line(head, bold=True), line(_NEED))]
    plan = with_sections(heading("Section B: Special educational needs"), *body, heading("Section C: Health needs"))
    assert checks()["sections.areas"].function(plan.section("B"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("heads", "verdict"),
    [
        (
            ("Talking and learning", "My job (employment)", "My home (independent living)", "Friends, relationships"),
            True,
        ),
        (("Listening and speaking", "Reading", "Feelings and friends", "Hands and senses"), True),
        (("Cognition and learning", "Communication and interaction"), False),
    ],
)
def test_areas_that_divide_needs_outcomes_and_provision_together_are_those_of_the_needs(heads, verdict):
    body = [
        one
        for at, head in enumerate(heads, start=1)
        for one in (
            heading(head, level=2),
            heading("Section B: Needs", level=3),
            line(f"B{at}. {_NEED}"),
            heading("Section E: Outcomes", level=3),
            line(f"E{at}. By July 2027 he will read {at} signs in a shop."),
            heading("Section F: Provision", level=3),
            line(f"F{at}. A specialist teacher reads signs with him for {at} hours a week."),
        )
    ]
    plan = with_sections(heading("Section A: Views"), line("I like buses and shops."), *body, year_group=12)
    assert (checks()["sections.areas"].function(plan.section("B"), plan).verdict is Verdict.MET) is verdict


_IN_ROWS = ("Communication and interaction", "Cognition and learning", "Social, emotional and mental health")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("None identified. Hearing normal, 21 April 2026 (screen in the medical advice).", Verdict.MET),
        ("No needs have been identified in this area.", Verdict.MET),
        ("", Verdict.PARTLY_MET),  # nothing is said in B, and "None required." of provision only
    ],
)
def test_an_area_marked_as_none_is_spoken_to_in_a_table_of_three_sections(said, verdict):
    heads = ("B: Special educational needs", "F: Special educational provision", "E: Outcomes")
    rows = [row(1, 1, *heads)]
    for at, area in enumerate(_IN_ROWS, start=1):
        rows.append([Stretch(text=area, table=(1, 2 * at, 1), columns=(1, 3))])
        help = f"A teacher teaches him for {at} hours a week."
        aim = f"E{at} By July 2027 he will read {at} signs."
        rows.append(row(1, 2 * at + 1, f"B{at} {_NEED}", f"F{at} {help}", aim))
    rows.append([Stretch(text="Sensory and physical", table=(1, 8, 1), columns=(1, 3))])
    rows.append(row(1, 9, said, "None required.", "Not applicable."))
    plan = with_sections(heading("Section A: Views"), line("I like buses."), heading("B, F and E"), *rows)
    assert plan.section("B").items
    assert checks()["sections.areas"].function(plan.section("B"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Section B: no needs have been identified in this area. Sections E and F: none needed.", Verdict.MET),
        ("Section F: no provision is needed in this area.", Verdict.PARTLY_MET),
        ("Section B: he has no need of glasses but cannot hear a whisper.", Verdict.PARTLY_MET),
    ],
)
def test_an_area_whose_line_names_section_b_is_marked_there(said, verdict):
    body = [
        one
        for at, head in enumerate(_IN_ROWS, start=1)
        for one in (
            heading(f"Area {at}: {head}", level=2),
            heading("Section B (needs)", level=3),
            line(f"B{at}. {_NEED}"),
            heading("Section E (outcomes)", level=3),
            line(f"E{at}. By July 2027 he will read {at} signs in a shop."),
            heading("Section F (special educational provision)", level=3),
            line(f"F{at}. A specialist teacher reads signs with him for {at} hours a week."),
        )
    ]
    last = (heading("Area 4: Sensory and physical", level=2), line(said), heading("Section C. Health needs"))
    plan = with_sections(heading("Section A: Views"), line("I like buses and shops."), *body, *last)
    assert checks()["sections.areas"].function(plan.section("B"), plan).verdict is verdict


def test_training_that_comes_again_is_not_what_somebody_has_learned():
    assert (
        ask("provision.training", "All staff, a training session in autism once a year.").verdict is Verdict.PARTLY_MET
    )
