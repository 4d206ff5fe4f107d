"""Tables whose header names provision over one of its columns are provision, wherever they stand."""

import pytest
from plans import heading, line, row, with_sections

DETAILS = ("How often and how long", "Who", "Review")
GIVEN = {
    1: (
        "B1",
        "Practice in slowing her speech.",
        "45 minutes each fortnight",
        "Speech and language therapist",
        "Termly",
    ),
    2: ("B2, B3", "Catch-up in fractions.", "30 minutes, twice a week", "Mathematics teacher", "Half-termly"),
}
TITLE = "My outcomes and my special educational provision"


def outcome(table, at, label="E: Outcome"):
    return [
        *row(table, 1, label, f"By 31 July 2029 Orla orders {at} drinks in a cafe by herself."),
        *row(table, 2, "Steps towards it", f"By July 2027: {at} drinks with an adult beside her."),
        *row(table, 3, "Needs", f"B{at}"),
    ]


def forms(head, label="E: Outcome", given=GIVEN, *, repeated=True):
    """For each outcome a form, and after it a table of what is given."""
    found = []
    for at in (1, 2):
        found.append(heading(f"Outcome {at}", level=2))
        found += outcome(2 * at, at, label)
        if repeated or at == 1:
            found += row(2 * at + 1, 1, *head, bold=True)
        found += row(2 * at + 1, 2 if repeated or at == 1 else 1, *given[at])
    return found


def held(plan):
    return {code: [item.text.split(".")[0] for item in plan.section(code).items] for code in "EF"}


EXPECTED = {
    "E": [f"By 31 July 2029 Orla orders {at} drinks in a cafe by herself" for at in (1, 2)],
    "F": ["Practice in slowing her speech", "Catch-up in fractions"],
}


@pytest.mark.parametrize("over", [f"Sections E and F: {TITLE}", "Section E: My outcomes"])
@pytest.mark.parametrize(
    ("head", "label"),
    [
        (("Needs", "F: Special educational provision", *DETAILS), "E: Outcome"),
        (("Need", "F. Special educational provision", *DETAILS), "E"),
        (("Need", "Section F Special educational provision", *DETAILS), "Section E Outcome"),
        (("For need", "Provision (F)", "How much", "Who by", "Checked"), "Outcome (E)"),
        (("Needs", "The help I must get (Section F)", *DETAILS), "My outcome (Section E)"),
        (("B: Needs", "F: Special educational provision", *DETAILS), "E: Outcome"),
        (("Needs", "F", *DETAILS), "E"),
    ],
)
def test_a_table_that_names_provision_in_a_later_column_is_provision_between_outcomes(over, head, label):
    plan = with_sections(heading(over), *forms(head, label))
    assert held(plan) == EXPECTED
    assert "B1" not in plan.section("B").text


def test_the_next_tables_go_on_without_a_header():
    head = ("Needs", "F: Special educational provision", *DETAILS)
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *forms(head, repeated=False))
    assert plan.section("E").text.count("By 31 July") == 2
    assert "Catch-up in fractions." in plan.section("F").text
    assert "Catch-up" not in plan.section("E").text


def test_a_title_without_a_letter_tells_under_one_heading_for_both():
    head = ("Needs", "Special educational provision", *DETAILS)
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *forms(head))
    assert held(plan) == EXPECTED


def test_references_under_a_letter_are_no_outcomes():
    given = {at: (f"E{at}", *cells[1:]) for at, cells in GIVEN.items()}
    head = ("Outcome (E)", "Provision (F)", *DETAILS)
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *forms(head, given=given))
    assert held(plan) == EXPECTED


def test_the_provision_may_stand_in_the_table_of_its_outcome():
    found = []
    for at in (1, 2):
        found += outcome(at, at)
        found += row(at, 4, "Needs", "F: Special educational provision", *DETAILS, bold=True)
        found += row(at, 5, *GIVEN[at])
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *found)
    assert "Catch-up" in plan.section("F").text
    assert "Catch-up" not in plan.section("E").text
    assert "Steps" in plan.section("E").text


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("G", "G: Health provision"),
        ("H1", "H1: Social care provision"),
        ("H2", "Section H2: Other social care provision"),
    ],
)
def test_health_and_social_care_are_told_alike(code, title):
    given = row(1, 1, "Needs", title, *DETAILS, bold=True)
    given += row(
        1, 2, "C1", "Checks of her hips and wrists.", "30 minutes, twice a year", "Paediatrician", "Every July"
    )
    before = "Section E: Outcomes"
    plan = with_sections(heading(before), line("By July 2029 Orla will order a drink by herself."), *given)
    assert "hips and wrists" in plan.section(code).text
    assert "hips" not in plan.section("E").text


def test_needs_that_stand_in_the_table_stay_needs():
    rows = row(1, 1, "Needs", "F: Special educational provision", *DETAILS, bold=True)
    need = "Orla speaks so quickly that people who do not know her miss about half of what she says."
    rows += row(1, 2, need, *GIVEN[1][1:])
    plan = with_sections(heading("Section B: Special educational needs"), *rows)
    assert need in plan.section("B").text
    assert "Practice in slowing" in plan.section("F").text
    assert "Practice" not in plan.section("B").text


def test_outcomes_that_stand_in_the_table_stay_outcomes():
    rows = row(1, 1, "Outcome", "F: Special educational provision", *DETAILS, bold=True)
    rows += row(1, 2, "By July 2029 Orla will order a drink in a cafe by herself, with no adult.", *GIVEN[1][1:])
    plan = with_sections(heading("Section E: Outcomes"), *rows)
    assert "By July 2029 Orla will order" in plan.section("E").text
    assert "Practice in slowing" not in plan.section("E").text


@pytest.mark.parametrize(
    "head",
    [
        ("Needs", "F: Special educational provision", "Orla has used this since 2024."),
        ("What went well", "G forces in physics", "Marks"),
        ("Needs", "F grade in the last test", "Marks"),
    ],
)
def test_other_rows_head_no_provision(head):
    rows = row(1, 1, *head) + row(1, 2, "B1", "She wrote two pages by herself in June.", "12 of 20")
    plan = with_sections(heading("Section B: Special educational needs"), line("Orla speaks quickly."), *rows)
    assert "two pages" in plan.section("B").text


@pytest.mark.parametrize(
    "said",
    [
        "Adulthood: the provision under outcomes 1 and 2 prepares Orla for adult life, as it must from Year 9.",
        "Outcome 1 and outcome 2 are also her health outcomes, and outcome 2 her social care outcome.",
        "Outcomes 1 and 2 prepare her for good health as an adult.",
    ],
)
def test_what_outcomes_serve_is_no_item(said):
    head = ("Needs", "F: Special educational provision", *DETAILS)
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *forms(head), line(said))
    assert held(plan) == EXPECTED
    plan = with_sections(heading("Section E: Outcomes"), *outcome(1, 1), *outcome(2, 2), line(said))
    assert held(plan)["E"] == EXPECTED["E"]


def test_what_is_given_for_outcomes_is_an_item():
    said = "The provision for outcomes 1 and 2 also takes in 30 minutes a week with a teaching assistant in a shop."
    head = ("Needs", "F: Special educational provision", *DETAILS)
    plan = with_sections(heading(f"Sections E and F: {TITLE}"), *forms(head), line(said))
    assert len(plan.section("F").items) == 3
