"""Which items refer to which, in the forms of authors: each plan has three needs, outcomes and lines of provision."""

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import Plan

NEEDS = (
    "Sam reads at the level of a child of six and loses his place on the line.",
    "He leaves out small words and listeners cannot follow what happened.",
    "He stands at the edge of games and has no settled companion at break.",
)
OUTCOMES = (
    "By July 2028 Sam will read a page of a library book aloud with five errors or fewer.",
    "By July 2028 he will retell an event so that a stranger knows who, where and what.",
    "By July 2027 he will play a whole board game with two classmates three times in a week.",
)
GIVEN = (
    "A teaching assistant will teach phonics to Sam one to one for 20 minutes each morning.",
    "A therapist will see him individually for 45 minutes a fortnight in term time.",
    "The learning mentor will run a games club of four for 30 minutes every Tuesday.",
)
MORE = "The class teacher will check the work with him twice a week."
DIAGONAL = [("B.1", "E.1"), ("B.2", "E.2"), ("B.3", "E.3")]


def told(needs: str, outcomes: str, given: str, *, first: int = 1) -> Plan:
    """A plan with a line for each; in the forms {n}, {e}, {p} count on from `first`, and {i} is 1 to 3."""

    def lines(form: str, texts: tuple[str, ...]) -> list:
        return [
            line(
                form.format(
                    i=at, n=first + at - 1, e=first + at + 2, p=first + at + 5, r="i" * at, l="abc"[at - 1], t=t
                )
            )
            for at, t in enumerate(texts, start=1)
        ]

    return with_sections(
        heading("Section B: Special educational needs"),
        *lines(needs, NEEDS),
        heading("Section E: Outcomes"),
        *lines(outcomes, OUTCOMES),
        heading("Section F: Special educational provision"),
        *lines(given, tuple(f"{one} {MORE}" for one in GIVEN)),
    )


def refers(plan: Plan, code: str) -> list[tuple[str, ...]]:
    return [tuple(sorted(item.refers)) for item in plan.section(code).items]


def each_twice() -> list[tuple[str, ...]]:
    """Both sentences of each paragraph of provision."""
    return [pair for pair in DIAGONAL for _ in range(2)]


@pytest.mark.parametrize(
    ("needs", "outcomes", "given"),
    [
        ("B{i} {t}", "E{i} {t}", "F{i} (B{i}; E{i}) {t}"),
        ("B{i} {t}", "E{i} {t}", "F{i} {t} (B{i}; E{i})"),
        ("B.{i} {t}", "E.{i} {t}", "F.{i} {t} [B.{i} / E.{i}]"),
        ("{i}. {t}", "{i}. {t}", "{t} This meets need {i} and outcome {i}."),
        ("Need {i}: {t}", "Outcome {i}: {t}", "{t} Meets need(s) {i}; outcome(s) {i}."),
        ("{n}. {t}", "{e}. {t}", "{p}. {t} ({n}; {e})"),
        ("{n}. {t}", "{e}. {t}", "{p}. {t} This meets paragraph {n} and works towards {e}."),
        ("2.{i} {t}", "5.{i} {t}", "6.{i} {t} (2.{i}; 5.{i})"),
        ("2.{i} {t}", "5.{i} {t}", "6.{i} For 2.{i} (outcome 5.{i}). {t}"),
        ("({r}) {t}", "({r}) {t}", "{t} (need {r}; outcome {r})"),
        ("({l}) {t}", "{i}. {t}", "{t} For need ({l}) and outcome {i}."),
        ("CI{i} {t}", "O{i} {t}", "P{i} {t} (CI{i} → O{i} → P{i})"),
        ("SEMH {i} {t}", "Outcome {i}: {t}", "{t} (SEMH {i}, outcome {i})"),
        ("CL({l}) {t}", "E{i}. {t}", "{t} (CL({l}); E{i})"),
        ("{i}. {t}", "{i}. {t}", "{i}. {t} (Section B {i}; Section E {i})"),
    ],
)
def test_provision_refers_to_its_need_and_its_outcome(needs, outcomes, given):
    plan = told(needs, outcomes, given, first=4)
    assert refers(plan, "F") == each_twice()
    assert refers(plan, "B") == [()] * 3


def test_bare_numbers_after_outcomes_are_those_of_the_needs():
    plan = told("{n}. {t}", "{e}. {t} ({n})", "{p}. {t}", first=4)
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]


def test_bare_numbers_that_may_be_either_are_what_the_section_says():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"{at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section E: Outcomes"),
        *[line(f"{at}. {one}") for at, one in enumerate(OUTCOMES, start=1)],
        heading("Section F: Special educational provision"),
        line("The numbers in brackets are the outcomes above."),
        *[line(f"{one} ({at})") for at, one in enumerate(GIVEN, start=1)],
    )
    assert refers(plan, "F")[-3:] == [("E.1",), ("E.2",), ("E.3",)]
    assert refers(told("{i}. {t}", "{i}. {t}", "{t} ({i})"), "F") == [()] * 6  # a need's or an outcome's


@pytest.mark.parametrize(
    "given",
    [
        "{p}. {t} ({n}; 20 minutes)",
        "{p}. {t} (39 weeks)",
        "{p}. {t} (11.30 to {n})",
        "{p}. {t} It takes {n} and 10 minutes by turns.",
        "{p}. {t} He is in Year {n}.",
    ],
)
def test_amounts_times_and_years_are_no_references(given):
    assert refers(told("{n}. {t}", "{e}. {t}", given, first=4), "F") in ([()] * 6, [()] * 9)


def test_one_bare_number_is_not_the_plans_way_of_pointing():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"{at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section E: Outcomes"),
        *[line(f"{at}. {one}") for at, one in enumerate((*OUTCOMES[:2], f"{OUTCOMES[2]} (2)"), start=4)],
    )
    assert refers(plan, "E") == [()] * 3


def test_a_need_may_point_forward():
    plan = told("B{i}. {t} → E{i}, F{i}", "E{i}. {t}", "F{i}. {t}")
    assert refers(plan, "B")[0] == ("E.1", "F.1", "F.2")


def test_each_sentence_keeps_its_own_reference():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"B{at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section F: Special educational provision"),
        line(f"{GIVEN[0]} (B1) {GIVEN[1]} {GIVEN[2]} (B3)"),
    )
    assert refers(plan, "F") == [("B.1",), ("B.3",), ("B.3",)]


def test_columns_of_dotted_numbers():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"2.{at} {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section C: Health needs"),
        line("3.1 Absence seizures interrupt him about twice a week."),
        heading("Section E: Outcomes"),
        row(1, 1, "Ref", "Outcome", "Need"),
        *[row(1, at + 1, f"E{at}", one, f"2.{at}") for at, one in enumerate(OUTCOMES, start=1)],
        heading("Section G: Health provision"),
        row(2, 1, "What", "Who", "For"),
        row(2, 2, "The epilepsy nurse will visit the school for one hour each term.", "NHS", "3.1"),
    )
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "G") == [("C.1",)]


def test_letters_in_the_column_of_needs_may_be_those_of_the_outcomes():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"{at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome", "By when", "Need"),
        *[row(1, at + 1, f"{'ABC'[at - 1]}. {one}", "July 2028", str(at)) for at, one in enumerate(OUTCOMES, start=1)],
        heading("Section F: Special educational provision"),
        row(2, 1, "What", "How often", "For"),
        *[row(2, at + 1, one, "Weekly", "ABC"[at - 1]) for at, one in enumerate(GIVEN, start=1)],
    )
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "F") == [("E.1",), ("E.2",), ("E.3",)]


def test_lines_that_only_point_stand_after_what_they_are_about_or_before_it():
    after = [x for at, one in enumerate(GIVEN, start=1) for x in (line(one), line(f"Links to outcomes: {at}"))]
    before = [x for at, one in enumerate(GIVEN, start=1) for x in (line(f"Outcome: {at}"), line(one))]
    for lines in (after, before):
        plan = with_sections(
            heading("Section E: Outcomes"),
            *[line(f"{at}. {one}") for at, one in enumerate(OUTCOMES, start=1)],
            heading("Section F: Special educational provision"),
            *lines,
        )
        assert refers(plan, "F") == [("E.1",), ("E.2",), ("E.3",)]


def test_headings_over_outcomes_and_provision_say_what_these_are_for():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"Need {at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section E: Outcomes"),
        *[
            x
            for at, one in enumerate(OUTCOMES, start=1)
            for x in (heading(f"Outcome {at} (need {at})", level=3), line(one))
        ],
        heading("Section F: Special educational provision"),
        *[
            x
            for at, one in enumerate(GIVEN, start=1)
            for x in (heading(f"Provision for Outcome {at}", level=3), line(one), line(MORE))
        ],
    )
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "F") == [("E.1",), ("E.1",), ("E.2",), ("E.2",), ("E.3",), ("E.3",)]


def test_a_table_of_codes_at_the_end_ties_its_rows():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"B{at}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section E: Outcomes"),
        *[line(f"E{at}. {one}") for at, one in enumerate(OUTCOMES, start=1)],
        heading("Section F: Special educational provision"),
        *[line(f"F{at}. {one}") for at, one in enumerate(GIVEN, start=1)],
        after=[
            heading("How the sections join up"),
            *row(9, 1, "Need", "Outcome", "Provision"),
            *[cell for at in (1, 2, 3) for cell in row(9, at + 1, f"B{at}", f"E{at}", f"F{at}")],
        ],
    )
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "F") == DIAGONAL


@pytest.mark.parametrize(
    ("needs", "given"),
    [
        ("B{i}. {t}", "B{i}: {t}"),
        ("B.{i} {t}", "B.{i} – {t}"),
        ("N{i}. {t}", "N{i}: {t}"),
        ("N{i}. {t}", "P{i} (N{i}) {t}"),
    ],
)
def test_a_code_before_provision_is_that_of_its_need(needs, given):
    plan = told(needs, "{t}", given)
    assert refers(plan, "F") == [(f"B.{at}",) for at in (1, 2, 3) for _ in range(2)]


def test_a_code_before_an_outcome_is_that_of_its_need():
    assert refers(told("B{i}. {t}", "B{i}. {t}", "{t}"), "E") == [("B.1",), ("B.2",), ("B.3",)]


def in_rows(needs: str, outcomes: str, given: str, health: str = "") -> Plan:
    """A plan with a code in the first cell of each row of outcomes and of provision."""
    return with_sections(
        heading("Section B: Special educational needs"),
        *[line(f"{needs.format(i=at)}. {one}") for at, one in enumerate(NEEDS, start=1)],
        heading("Section C: Health needs"),
        line(f"{health}Absence seizures interrupt him about twice a week."),
        heading("Section E: Outcomes"),
        row(1, 1, "Ref", "Outcome", "By when"),
        *[row(1, at + 1, outcomes.format(i=at), one, "July 2028") for at, one in enumerate(OUTCOMES, start=1)],
        heading("Section F: Special educational provision"),
        row(2, 1, "Ref", "What", "How often"),
        *[
            row(2, at + 1, given.format(i=at, a=("C1", "C2", "L1")[at - 1]), one, "Weekly")
            for at, one in enumerate(GIVEN, start=1)
        ],
    )


@pytest.mark.parametrize(
    ("needs", "outcomes", "given"),
    [
        ("N{i}", "O{i} (N{i})", "N{i}, O{i}"),
        ("N{i}", "O{i} (N{i})", "P{i} (N{i}, O{i})"),
        ("B{i}", "E{i} (B{i})", "F{i} (B{i}; E{i})"),
        ("CI{i}", "O{i} → CI{i}", "P{i} – CI{i}, O{i}"),
    ],
)
def test_codes_in_the_first_cell_point_beside_the_items_own(needs, outcomes, given):
    plan = in_rows(needs, outcomes, given)
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "F") == DIAGONAL


@pytest.mark.parametrize("given", ["F{i}", "P{i}", "{a}", "D{i}", "{i}"])
def test_a_code_of_the_provisions_own_points_at_nothing(given):
    plan = in_rows("Need {i}", "Outcome {i}", given, health="C1. ")
    assert refers(plan, "F") == [()] * 3
    assert refers(plan, "C") == [()]


def test_codes_that_mostly_belong_to_no_item_point_at_nothing():
    plan = in_rows("Need {i}", "Outcome {i}", "C{i}", health="C1. ")
    assert refers(plan, "F") == [()] * 3


def test_items_numbered_in_one_paragraph_are_each_meant_by_their_own_number():
    plan = with_sections(
        heading("Section C: Health needs"),
        line("C1. Sam has type 1 diabetes and wears a pump. C2. He sleeps four hours a night and wakes tired."),
        heading("Section G: Health provision"),
        line(
            "G1 (C1). A diabetes nurse visits school for an hour each half-term. "
            "G2 (C2). A sleep clinic sees Sam for 40 minutes each month."
        ),
    )
    assert [item.subject for item in plan.section("C").items] == ["C.1", "C.2"]
    assert [item.refers for item in plan.section("G").items] == [("C.1",), ("C.2",)]
