"""Rows under one heading for several sections, whose labels print a letter and a number: "F1 – What", "F1 – Who"."""

import pytest
from plans import fields, heading, provision_of, row, texts, with_sections

from ehcp_audit.plan.coded_labels import coded_label, section_of
from ehcp_audit.plan.columns import column_name

JOINT = "Sections E and F: Outcomes and special educational provision, by area"
AREAS = ("Cognition and learning", "Communication and interaction", "Sensory and physical")
CARDS = (
    (
        "By July 2028 Otis will weigh flour alone in four of five lessons.",
        "Half of the amounts by July 2027.",
        ("Lessons with a talking scale, one to one", "Forty minutes, once a week", "A food teacher", "Each term"),
    ),
    (
        "By July 2028 Otis will ring the bus company himself on three days in five.",
        "With a card by July 2027.",
        ("Practice in phone calls, one to one", "Half an hour, each Monday", "A learning mentor", "In June"),
    ),
    (
        "By July 2028 Otis will find six rooms in school by touch, without a wrong turn.",
        "Three rooms by July 2027.",
        ("Lessons with a tactile map in a pair", "One hour, once a fortnight", "A mobility officer", "Each April"),
    ),
)
NAMES = ("What", "How much", "Who", "Review")


def plan_of(outcome="E{n} – Outcome", steps="Steps", given="F{n} – {name}", joint=JOINT, first=1, cards=CARDS):
    stretches = []
    for table, (area, (words, way, answers)) in enumerate(zip(AREAS, cards, strict=False), start=1):
        n = table + first - 1
        stretches.append(heading(area, level=2))
        rows = [(outcome.format(n=n), words), (steps.format(n=n), way)]
        rows += [(given.format(n=n, name=name), answer) for name, answer in zip(NAMES, answers, strict=True)]
        for number, cells in enumerate(rows, start=1):
            stretches.extend(row(table, number, *cells))
    return with_sections(heading(joint), *stretches)


def check(plan, code="F", cards=CARDS):
    assert texts(plan, "E") == [words for words, _, _ in cards]
    assert [fields(one) for one in plan.section("E").items] == [{"steps": way} for _, way, _ in cards]
    assert texts(plan, code) == [answers[0] for _, _, answers in cards]
    assert [fields(one) for one in plan.section(code).items] == [
        {"how_often": much, "who": who, "review": review} for _, _, (_, much, who, review) in cards
    ]


@pytest.mark.parametrize("outcome", ["E – Outcome {n}", "E{n} Outcome", "E{n}: Outcome", "Outcome {n}"])
@pytest.mark.parametrize("given", ["F{n} – {name}", "F{n}: {name}", "F {n} {name}", "F{n}. {name}", "F{n} ({name})"])
def test_the_letter_gives_each_row_to_its_section_and_the_number_makes_one_line_of_it(outcome, given):
    check(plan_of(outcome, given=given))


def test_a_code_of_two_figures_and_one_after_its_label():
    check(plan_of(first=9))
    check(plan_of("Outcome (E{n})", given="{name} (F{n})"))


def test_a_single_card():
    check(plan_of(cards=CARDS[:1]), cards=CARDS[:1])


def test_the_letter_of_health_provision():
    check(plan_of(given="G{n} – {name}", joint="Sections E and G: Outcomes and health provision"), "G")


def test_the_code_of_an_outcome_before_provision_says_what_it_is_for():
    check(plan_of(steps="E{n} – Steps", given="E{n} – {name}"))


@pytest.mark.parametrize("given", ["F{n} – {name}", "F {n} {name}"])
def test_such_labels_under_a_heading_of_one_section(given):
    rows = [
        part
        for number, (name, answer) in enumerate(zip(NAMES, CARDS[0][2], strict=True), start=1)
        for part in row(1, number, given.format(n=7, name=name), answer)
    ]
    plan = provision_of(*rows)
    assert texts(plan, "F") == [CARDS[0][2][0]]
    assert set(fields(plan.section("F").items[0])) == {"how_often", "who", "review"}


def test_rows_whose_codes_announce_nothing_are_not_told_apart_by_them():
    assert not texts(plan_of(given="F{n} – Yellow room"), "F")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("F1 – What", ("F", "1", "provision")),
        ("F12a: How much", ("F", "12a", "how_often")),
        ("H1.2 – Who", ("H1", "2", "who")),
        ("E3 Outcome", ("E", "3", "outcome")),
        ("Section F3 – Review", ("F", "3", "review")),
        ("Who (G2)", ("G", "2", "who")),
        ("F1 – Yellow room", None),
        ("F1 Music room and hall", None),
        ("H1 – What", None),
        ("Who (grade 2)", None),
        ("K1 – What", None),
        ("F – What", None),
        ("F1 – What is given, as said above.", None),
    ],
)
def test_coded_labels(text, found):
    assert coded_label(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [("F1 – Who", "F"), ("E1 – Steps", "E"), ("E1 – Who", None), ("E1 – Provision", None), ("B1 – Outcome", None)],
)
def test_the_section_that_a_coded_label_names(text, code):
    assert section_of(coded_label(text), ("B", "E", "F")) == code


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("F3 – Who", "who"),
        ("F 10 Who", "who"),
        ("Review (F4)", "review"),
        ("F3 Yellow room", None),
        ("B3 Hall by the gate", None),
    ],
)
def test_columns_by_labels_with_codes(label, name):
    assert column_name(label) == name
