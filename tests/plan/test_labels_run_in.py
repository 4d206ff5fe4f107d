"""Paragraphs under one heading for several sections that begin with the label of one of them."""

import pytest
from plans import heading, line, provision_of, row, texts, with_sections

from ehcp_audit.model import State

JOINT = "Outcomes and support (Sections E and F, area by area)"
AREAS = ("Cognition and learning", "Communication and interaction", "Sensory and physical")
OUTCOMES = (
    (
        "By July 2028 Otis will weigh flour alone in four of five lessons.",
        "By July 2028 Otis will bake one loaf a week without a prompt.",
    ),
    ("By July 2028 Otis will ring the bus company himself on three days in five.",),
    ("By July 2028 Otis will find six rooms by touch, without a wrong turn.",),
)
GIVEN = (
    "A food teacher will teach Otis to use a talking scale for forty minutes, once a week.",
    "A learning mentor will practise phone calls with Otis for half an hour, each Monday.",
    "A mobility officer will teach Otis the tactile map for one hour, once a fortnight.",
)


def plan_of(outcomes="Section E – Outcomes. {}", given="Section F – Provision. {}", joint=JOINT, numbered=True):
    stretches, number = [line("His mother and the school look at the steps each term.")] if numbered else [], 0
    for area, several, provision in zip(AREAS, OUTCOMES, GIVEN, strict=True):
        said = []
        for one in several:
            number += 1
            said.append(f"E{number}. {one}" if numbered else one)
        stretches += [heading(area, level=2), line(outcomes.format(" ".join(said))), line(given.format(provision))]
    return with_sections(heading(joint), *stretches)


def check(plan):
    assert texts(plan, "E") == [one for several in OUTCOMES for one in several]
    assert texts(plan, "F") == list(GIVEN)
    assert not any(area in plan.section(code).text for area in AREAS for code in "EF")


@pytest.mark.parametrize(
    ("outcomes", "given"),
    [
        ("Section E – Outcomes. {}", "Section F – Provision. {}"),
        ("Section E – Outcome: {}", "Section F – Support: {}"),
        ("Section E: {}", "Section F: {}"),
        ("Section E. {}", "Section F. {}"),
        ("SECTION E: OUTCOMES – {}", "SECTION F: PROVISION – {}"),
        ("Section E (Outcomes): {}", "Section F (Provision): {}"),
        ("Section E, outcomes: {}", "Section F, provision: {}"),
        ("Part E – Outcomes. {}", "Part F – Special educational provision. {}"),
        ("E. Outcomes: {}", "F. Provision: {}"),
        ("(E) Outcomes – {}", "(F) Provision – {}"),
    ],
)
def test_each_paragraph_is_of_the_section_that_its_label_names(outcomes, given):
    check(plan_of(outcomes, given))
    check(
        plan_of(outcomes, given, joint="Sections E and F: Outcomes and special educational provision", numbered=False)
    )


def test_a_section_that_holds_nothing_in_an_area():
    plan = with_sections(
        heading(JOINT),
        heading(AREAS[0], level=2),
        line(f"Section E – Outcomes. {OUTCOMES[0][0]}"),
        line("Section F – Provision. None."),
    )
    assert texts(plan, "E") == [OUTCOMES[0][0]]
    assert plan.section("F").state is State.NIL


@pytest.mark.parametrize(
    "said",
    [
        "Section F: This section sets out the help that Otis is to have, by area.",
        "Section F. Please write who gives the help, how often, and for how long it is given.",
        "Section F sets out the help. A mentor will see Otis for one hour, once a month.",
        "F2 – Provision. A mentor will see Otis for one hour, once a month, on Mondays.",
    ],
)
def test_paragraphs_that_only_speak_of_a_section_open_none(said):
    plan = with_sections(heading(JOINT), line(OUTCOMES[0][0]), line(said), line(OUTCOMES[1][0]))
    assert OUTCOMES[1][0] in texts(plan, "E")


def test_a_label_beside_its_words_is_that_of_a_row():
    plan = with_sections(
        heading(JOINT),
        *row(1, 1, "Section E: Outcomes", OUTCOMES[0][0]),
        *row(1, 2, "Section F: Provision", GIVEN[0]),
    )
    assert (texts(plan, "E"), texts(plan, "F")) == ([OUTCOMES[0][0]], [GIVEN[0]])


def test_under_a_heading_of_one_section_such_a_paragraph_stays_in_it():
    plan = provision_of(line(GIVEN[0]), line(f"Section E – Outcomes for him. {OUTCOMES[0][0]} {OUTCOMES[1][0]}"))
    assert GIVEN[0] in texts(plan, "F")
    assert len(texts(plan, "F")) > 1


def test_those_who_do_it_and_how_much_are_a_provision_of_their_own_after_one_with_its_amount():
    first = "One day each week, six hours, at a bakery, taught by a qualified instructor with four (B6)."
    second = "Careers adviser with level 6: 45 minutes each half term on forms and visits (B5)."
    assert texts(provision_of(line(f"{first} {second}")), "F") == [first, second]
    task = "All who teach him: to say his name first, and wait for his answer."
    assert texts(provision_of(line(f"{first} {task}")), "F") == [f"{first} {task}"]
    amount = "Careers adviser: 45 minutes each half term."
    assert texts(provision_of(line(f"{first} {amount}")), "F") == [f"{first} {amount}"]
