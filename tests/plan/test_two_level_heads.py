"""A header of two rows: the sections' letters over several columns each, and under them what each column is."""

from plans import fields, heading, line, row, texts, with_sections

from ehcp_audit.model import State

OUTCOME = "By July 2029 Wilf will order and pay for his lunch in the canteen on four days out of five."
STEP = "Wilf will point to what he wants on the board."
GIVEN = ("Role play of the canteen with play money.", "Teaching assistant", "20 minutes each Monday")
MORE = ("A picture menu sent to his phone.", "School cook", "Each morning")


def across(table, number, text, first, last, cell=1):
    return line(text, table=(table, number, cell), columns=(first, last), bold=True)


def plan_of(*letters):
    top = [across(1, 1, letters[0], 1, 2), across(1, 1, letters[1], 3, 5, cell=2)]
    names = row(1, 2, "Outcome", "Steps", "Provision", "By whom", "When", bold=True)
    band = across(1, 4, "Provision for every outcome", 1, 5)
    return with_sections(
        heading("Outcomes and special educational provision"),
        top,
        names,
        row(1, 3, OUTCOME, STEP, *GIVEN),
        band,
        row(1, 5, "", "", *MORE),
    )


def test_letters_over_several_columns_give_them_all_to_their_sections():
    plan = plan_of("Section E", "Section F")
    (outcome,) = plan.section("E").items
    assert (outcome.text, fields(outcome)) == (OUTCOME, {"steps": STEP})
    assert texts(plan, "F") == [GIVEN[0], MORE[0]]
    assert [fields(one)["who"] for one in plan.section("F").items] == [GIVEN[1], MORE[1]]


def test_what_stands_over_provision_for_all_outcomes_is_no_word_of_theirs():
    plan = plan_of("Section E", "Section F")
    assert "Provision for every outcome" not in plan.section("E").text
    assert "Provision for every outcome" in plan.section("F").text


def test_a_column_left_aside_beside_those_of_sections_leaves_both_unknown():
    plan = plan_of("Section E", "Section F: Health needs")
    assert {plan.section(code).state for code in "EF"} == {State.UNKNOWN}
