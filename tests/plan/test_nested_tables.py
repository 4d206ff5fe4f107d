"""Tables within the cells of tables, as case systems print their forms."""

from dataclasses import replace

from plans import heading, line, plan_of, row, with_sections

from ehcp_audit.model import State, Stretch


def inside(around: tuple[int, int, int], *stretches: list[Stretch]) -> list[Stretch]:
    """The rows of a table that stands in a cell."""
    return [replace(one, within=(*one.within, around)) for part in stretches for one in part]


def bar(table: int, text: str) -> list[Stretch]:
    return row(table, 1, text, bold=True)


OUTCOME = "By July 2027 Ann will ask for help with a card in four lessons out of five."
PROVISION = "A therapist will see Ann for 30 minutes each week."


def test_headings_over_tables_within_their_cells_open_sections_side_by_side():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Ann finds it hard to ask for help when work is new to her."),
        bar(1, "Sections E and F – Outcomes and special educational provision"),
        row(2, 1, "E – Outcomes", bold=True),
        inside((2, 1, 1), row(3, 1, "Outcome", "Status", bold=True), row(3, 2, OUTCOME, "Active")),
        [Stretch(text="F – Special educational provision", table=(2, 1, 2), columns=(2, 2), bold=True)],
        inside((2, 1, 2), row(4, 1, "Provision", "By", bold=True), row(4, 2, PROVISION, "Therapist")),
        heading("Section G: Health provision"),
        line("The school nurse will train two members of staff in the use of an inhaler."),
    )
    assert OUTCOME in plan.section("E").text
    assert PROVISION not in plan.section("E").text
    assert PROVISION in plan.section("F").text
    assert len(plan.section("E").items) == len(plan.section("F").items) == 1


def test_a_table_in_a_cell_stands_in_the_column_of_that_cell():
    plan = with_sections(
        heading("Section A: Views"),
        line("Ann likes to draw, and she wants to work with horses."),
        row(1, 1, "B – Needs", "F – Provision", "E – Outcomes", bold=True),
        row(1, 2, "Ann finds it hard to ask for help."),
        inside((1, 2, 2), row(2, 1, PROVISION, "Therapist")),
        [Stretch(text=OUTCOME, table=(1, 2, 3), columns=(3, 3))],
        row(1, 3, "Ann reads at the level of a child of six."),
        inside((1, 3, 2), row(3, 1, "Daily reading for ten minutes with an assistant.", "Assistant")),
        [Stretch(text="By July 2027 Ann will read a page.", table=(1, 3, 3), columns=(3, 3))],
    )
    assert plan.section("B").text == "Ann finds it hard to ask for help.\nAnn reads at the level of a child of six."
    assert PROVISION in plan.section("F").text
    assert "Daily reading" in plan.section("F").text
    assert plan.section("E").text == f"{OUTCOME}\nBy July 2027 Ann will read a page."


def test_cells_that_hold_nothing_but_tables_stand_under_the_header():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Ann finds it hard to ask for help when work is new to her."),
        row(1, 1, "Section E: Outcomes", "Section F: Special educational provision", bold=True),
        inside((1, 2, 1), row(2, 1, "Outcome", "Status", bold=True), row(2, 2, OUTCOME, "Active")),
        inside((1, 2, 2), row(3, 1, "Provision", "By", bold=True), row(3, 2, PROVISION, "Therapist")),
        heading("Section G: Health provision"),
        line("The school nurse will train two members of staff in the use of an inhaler."),
    )
    assert OUTCOME in plan.section("E").text
    assert PROVISION not in plan.section("E").text
    assert PROVISION in plan.section("F").text


def test_a_table_in_a_table_in_a_cell_stands_in_its_column_too():
    deep = [replace(one, within=((1, 2, 2), (2, 1, 1))) for one in row(3, 1, PROVISION, "Therapist")]
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Ann finds it hard to ask for help when work is new to her."),
        row(1, 1, "Section E: Outcomes", "Section F: Special educational provision", bold=True),
        row(1, 2, OUTCOME),
        deep,
        heading("Section G: Health provision"),
        line("None."),
    )
    assert plan.section("E").text == OUTCOME
    assert PROVISION in plan.section("F").text


def test_tables_side_by_side_without_headings_are_the_section_s_own():
    plan = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 1, "In class", bold=True),
        inside((1, 1, 1), row(2, 1, PROVISION, "Therapist")),
        [Stretch(text="Out of class", table=(1, 1, 2), columns=(2, 2), bold=True)],
        inside((1, 1, 2), row(3, 1, "Daily reading for ten minutes with an assistant.", "Assistant")),
    )
    assert PROVISION in plan.section("F").text
    assert "Daily reading" in plan.section("F").text


def test_the_heads_of_an_exported_form_say_nothing_themselves():
    def state(said: str) -> State:
        plan = plan_of(
            heading("Section H1: Social care provision"),
            line("Six hours a week of a personal assistant."),
            heading("Section I: Placement"),
            line("Harbour Lane School"),
            heading("Section J: Personal budget"),
            row(1, 1, "Field", "Value"),
            row(1, 2, "Is there a personal budget?", said),
            heading("Section K: Advice"),
            line("Dr Ash, educational psychologist, 3 May 2026"),
        )
        return plan.section("J").state

    assert state("No") is State.NIL
    assert state("Yes, £1,200 a year") is State.PRESENT


def test_what_is_set_like_the_bars_of_sections_ends_the_advice_where_areas_repeat():
    areas = []
    for at, area in enumerate(("Communication and interaction", "Cognition and learning", "Sensory"), start=1):
        areas += [
            line(f"Area of need: {area}", bold=True, size=10.0),
            line("E – Outcomes", bold=True, size=9.5),
            line(f"By July 2027 Ann will have learnt {at} new ways to ask for help.", size=9.0),
            line("F – Special educational provision", bold=True, size=9.5),
            line(f"An assistant will help Ann for {at} hours each week.", size=9.0),
        ]
    titles = {"A": "Views", "B": "Special educational needs", "C": "Health needs", "D": "Social care needs"}
    after = {"G": "Health provision", "I": "Placement", "J": "Personal budget", "K": "Advice and information"}

    def part(code: str, title: str) -> list[Stretch]:
        words = "Ann has words of some length to stand here, and they go on."
        return [line(f"Section {code} – {title}", bold=True, size=11.0), line(words, size=9.0)]

    plan = plan_of(
        *(part(*one) for one in titles.items()),
        line("Sections E and F – Outcomes and provision", bold=True, size=11.0),
        areas,
        *(part(*one) for one in after.items()),
        line("Workflow", bold=True, size=11.0),
        line("Draft approved by panel, J. Tull", size=9.0),
    )
    assert "Draft approved" not in plan.section("K").text
