"""A plan that is one long table, letter and title in a row and the words below or beside; a guide of the same letters
before it.
"""

from dataclasses import replace

import pytest
from plans import TITLES, heading, line, plan_of, row

from ehcp_audit.model import State

WORDS = {code: f"What section {code} says of Rowan is told in this one line, which is long enough." for code in TITLES}
LETTERS = ("{}", "{}.", "({})", "Section {}", "Part {}")


def guide(table=1, head=("Section", "What it tells you"), letter="{}"):
    rows = [one for at, text in enumerate(TITLES.items(), 2) for one in row(table, at, letter.format(text[0]), text[1])]
    return row(table, 1, *head) + rows


def plan_table(letter, *, bold=True, table=2, guidance=False, head=("Section", "Education, Health and Care Plan")):
    """The letter and the title in one row, what the section says in the next."""
    rows, number = row(table, 1, *head, bold=True, header_row=True), 1
    for code, title in TITLES.items():
        rows += row(table, number + 1, letter.format(code), title, bold=bold)
        if guidance:
            rows += row(table, number + 2, "Complete with the family.", size=8.0)
        rows += row(table, number + 3, WORDS[code])
        number += 3
    return rows


def held(plan):
    return {code: WORDS[code] in plan.section(code).text for code in TITLES}


@pytest.mark.parametrize("guidance", [False, True])
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_plan_in_one_table_is_read_behind_a_guide_that_names_its_sections(letter, bold, guidance):
    plan = plan_of(heading("What the sections contain"), guide(), plan_table(letter, bold=bold, guidance=guidance))
    assert held(plan) == dict.fromkeys(TITLES, True)


def test_a_guide_and_the_plan_that_a_pdf_joined_in_one_table_are_told_apart():
    rows = guide() + [replace(one, table=(1, one.table[1] + 20, one.table[2])) for one in plan_table("{}")]
    assert held(plan_of(rows)) == dict.fromkeys(TITLES, True)


def test_a_log_of_amendments_is_no_section():
    log = row(3, 1, "Section", "Present wording", "Proposed wording")
    log += row(3, 2, "B", "Rowan reads.", "Rowan reads well.") + row(3, 3, "F", "A tutor.", "A tutor each day.")
    sections = [
        one for code, title in TITLES.items() for one in (heading(f"Section {code}: {title}"), line(3 * WORDS[code]))
    ]
    plan = plan_of(log, sections)
    assert plan.section("B").text == 3 * WORDS["B"]
    assert plan.section("F").text == 3 * WORDS["F"]


def joint_rows(monitoring):
    """Sections as rows of label and words; C and G share one, with a heading for each inside."""
    rows = row(1, 1, "Section", "What the plan says", bold=True, header_row=True)
    for at, code in enumerate(("A", "B", "D", "E", "F"), 2):
        rows += row(1, at, [code, TITLES[code]], bold=True)
        rows += [replace(one, columns=(2, 2), table=(1, at, 2), bold=False) for one in row(1, at, WORDS[code])]
    rows += row(1, 8, "C and G Health", bold=True)
    for text, bold in (
        ("C – Health needs", True),
        (WORDS["C"], False),
        ("G – Health provision", True),
        (WORDS["G"], False),
    ):
        rows += [replace(one, columns=(2, 2), table=(1, 8, 2), bold=bold) for one in row(1, 8, text)]
    if monitoring:
        told = row(1, 6, "Monitoring arrangements", bold=True)
        told += [replace(one, columns=(2, 2), table=(1, 6, 2)) for one in row(1, 6, "Progress is looked at each term.")]
        at = next(at for at, one in enumerate(rows) if one.table[1] == 6)
        rows = [one if one.table[1] < 6 else replace(one, table=(1, one.table[1] + 1, one.table[2])) for one in rows]
        rows[at:at] = told
    return rows


@pytest.mark.parametrize("monitoring", [False, True])
def test_rows_that_are_no_section_end_the_one_before(monitoring):
    below = [
        heading("Section I: Placement"),
        line("Harbour Lane School"),
        heading("Section K: Advice"),
        line("Reports"),
    ]
    plan = plan_of(joint_rows(monitoring), below)
    assert {code: plan.section(code).text for code in "ABCDEFG"} == {code: WORDS[code] for code in "ABCDEFG"}


def test_small_print_under_a_label_is_no_word_of_the_section():
    rows = []
    for at, (code, title) in enumerate(TITLES.items(), 1):
        said = "None identified." if code == "D" else WORDS[code]
        label = row(1, at, [title, "Complete with the family."])
        label[1] = replace(label[1], size=8.0)
        rows += [replace(label[0], size=11.0, bold=True), label[1]]
        rows += [replace(one, size=11.0, columns=(2, 2), table=(1, at, 2)) for one in row(1, at, said)]
    plan = plan_of(rows)
    assert plan.section("D").state is State.NIL
    assert plan.section("E").text == WORDS["E"]
