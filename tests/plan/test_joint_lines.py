"""Paragraphs under one heading for several sections, and what an outcome or a provision holds overleaf."""

import pytest
from plans import fields, heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.sentences import sentence_spans

READS = "By July 2028 Rowan will read 45 words by sight in four of five sessions."
ASKS = "By July 2028 Rowan will ask for a break with his card in eight of ten lessons."
TEACHES = "Precision teaching one to one. Teaching assistant. 15 minutes daily."
MENTOR = "A mentor will meet him at the door each morning for 10 minutes."


def test_labels_of_paragraphs_say_whose_they_are():
    plan = with_sections(
        heading("Sections B, E and F: Special educational needs, outcomes and special educational provision"),
        line("Cognition and learning", bold=True),
        line("Strengths: Rowan loves stories."),
        line("Need 1: Rowan finds reading hard."),
        line("He reads 12 words by sight."),
        line(f"Outcome: {READS}"),
        line("Rowan will read 20 words.", marker="•"),
        line(f"Provision: {TEACHES}"),
        line("Communication and interaction", bold=True),
        line("Need 2: Rowan does not ask for help."),
        line(f"Outcome: {ASKS}"),
        line(f"Provision: {MENTOR}"),
        line("Provision which meets all of the needs", bold=True),
        line("A key worker will see his mother for 20 minutes each week."),
    )
    assert texts(plan, "E") == [READS, ASKS]
    assert fields(plan.section("E").items[0])["steps"] == "Rowan will read 20 words."
    assert texts(plan, "F") == [TEACHES, MENTOR, "A key worker will see his mother for 20 minutes each week."]
    held = "\n".join(one.text for one in plan.section("B").pieces)
    assert "He reads 12 words" in held
    assert "mentor" not in held
    assert all(plan.section(code).state is State.PRESENT for code in "BEF")


def test_a_label_may_name_the_letter_of_its_provision():
    plan = with_sections(
        heading("Sections D, H1 and H2: Social care needs and provision"),
        line("Need: Rowan has no friends near his home and cannot go out alone."),
        line("Provision H1 (1970 Act, section 2): A personal assistant for two hours each week."),
        line("Provision H2 (other provision): A family worker will visit every fortnight."),
    )
    assert texts(plan, "H1") == ["A personal assistant for two hours each week."]
    assert texts(plan, "H2") == ["A family worker will visit every fortnight."]


def test_one_label_is_not_enough():
    plan = with_sections(
        heading("Sections E and F: Outcomes and provision"),
        line(READS),
        line("Support: a mentor."),
        line(ASKS),
    )
    assert plan.section("F").state is State.UNKNOWN


def grid(table):
    return [
        *row(table, 1, "Outcomes sought", "Provision to be made"),
        *row(table, 2, READS, "Precision teaching, 15 minutes daily."),
        *row(table, 3, ASKS, MENTOR),
    ]


def test_provision_for_all_rows_follows_their_table():
    after = (
        "A named key worker will oversee all of this. (SENCO; 30 minutes weekly)",
        "A book between home and school, with one good thing in it. (Key worker; daily)",
    )
    for title in ("Provision for all of the outcomes above", "General"):
        plan = with_sections(
            heading("Sections E and F: Outcomes sought and special educational provision"),
            *grid(1),
            line(title, bold=True),
            *map(line, after),
        )
        assert texts(plan, "E") == [READS, ASKS]
        assert texts(plan, "F")[-2:] == list(after)


def test_lines_after_a_table_that_give_nothing_stay():
    plan = with_sections(
        heading("Sections E and F: Outcomes sought and special educational provision"),
        *grid(1),
        line("The outcomes were agreed with Rowan and with his mother in May."),
        line("The family would like them to be read to him."),
    )
    assert len(plan.section("F").items) == 2


def test_rows_that_print_both_letters():
    plan = plan_of(
        heading("Section D: Social care needs"),
        line("None identified."),
        heading("Sections H1 and H2: Social care provision"),
        *row(1, 1, "H1: under section 2 of the Chronically Sick and Disabled Persons Act 1970", "None required"),
        *row(1, 2, "H2: any other provision", "None required"),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("H1").state is State.NIL
    assert plan.section("H2").state is State.NIL


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("None: there are no social care needs.", State.NIL),
        ("None, as no social care needs have been identified.", State.NIL),
        ("No other social care provision is needed.", State.UNKNOWN),
        ("No services are needed under section 2 of the 1970 Act.", State.UNKNOWN),
        ("A sitter, three hours each Saturday.", State.UNKNOWN),
    ],
)
def test_nothing_said_of_both_is_nothing_in_each(words, state):
    plan = plan_of(
        heading("Section D: Social care needs"),
        line("None identified."),
        heading("Sections H1 and H2: Social care provision"),
        line(words),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("H2").state is state


def test_the_letter_of_a_section_is_no_initial():
    said = "No health provision is needed, because no health needs are in section C. Ana's therapy is in section F."
    assert [said[start:end][-10:] for start, end in sentence_spans(said)] == ["section C.", "section F."]
    assert len(sentence_spans("It was agreed with Joan C. Lee and the school.")) == 1


def test_cards_with_rows_of_who_and_how_often():
    stretches = []
    for table, outcome in enumerate((READS, ASKS), start=1):
        rows = (
            (f"Outcome {table}", outcome),
            ("Steps", "By July 2027 half of that."),
            ("Provision", "A laptop with a reading pen. It will go with Rowan to every lesson."),
            ("Who", "The access service"),
            ("How often", "In every lesson"),
        )
        stretches.extend(one for at, cells in enumerate(rows, start=1) for one in row(table, at, *cells))
    plan = with_sections(heading("Section E and Section F"), *stretches)
    assert texts(plan, "E") == [READS, ASKS]
    assert texts(plan, "F") == ["A laptop with a reading pen. It will go with Rowan to every lesson."] * 2
    assert fields(plan.section("F").items[1])["how_often"] == "In every lesson"


def page(stretches, number):
    from dataclasses import replace

    return [replace(one, page=number) for one in stretches]


def test_an_outcome_goes_on_overleaf():
    head = page(row(1, 1, "Outcome", "Steps"), 1)
    before = page(row(1, 2, "By July 2028 Rowan will plan, shop", "He writes a list."), 1)
    after = page(row(1, 3, "for and cook three meals.", "He follows a recipe."), 2)
    plan = with_sections(heading("Section E: Outcomes"), head, before, after)
    assert texts(plan, "E") == ["By July 2028 Rowan will plan, shop\nfor and cook three meals."]
    assert [one.passage.text for one in plan.section("E").items[0].fields] == [
        "He writes a list.",
        "He follows a recipe.",
    ]


def test_steps_go_on_overleaf():
    head = page(row(1, 1, "Outcome", "Provision"), 1)
    before = page(
        [
            line(READS, table=(1, 2, 1), columns=(1, 1)),
            line("Rowan will read 20 words.", table=(1, 2, 1), columns=(1, 1), marker="•"),
            line("Teaching, 15 minutes daily.", table=(1, 2, 2), columns=(2, 2)),
        ],
        1,
    )
    after = page(
        [
            line("Rowan will read 30 words.", table=(1, 3, 1), columns=(1, 1), marker="•"),
            line("A mentor, weekly.", table=(1, 3, 2), columns=(2, 2)),
        ],
        2,
    )
    plan = with_sections(heading("Section E: Outcomes"), head, before, after)
    assert texts(plan, "E") == [READS]
    assert len(plan.section("E").items[0].fields) >= 2


def test_titles_of_each_outcome_and_of_its_provision():
    stretches = []
    for number, (outcome, given) in enumerate(((READS, TEACHES), (ASKS, MENTOR)), start=1):
        stretches += [
            heading(f"Outcome {number}", level=2),
            line(outcome),
            line("Area of need: Cognition and learning"),
        ]
        stretches += [line("Steps:"), line("Rowan will do half of that.", marker="•")]
        stretches += [heading(f"Provision to meet outcome {number}", level=3), line(given)]
    stretches += [heading("Provision to meet all outcomes", level=3), line("A book goes home with him every day.")]
    plan = with_sections(heading("Section E and Section F – Outcomes and special educational provision"), *stretches)
    assert texts(plan, "E") == [READS, ASKS]
    assert texts(plan, "F") == [TEACHES, MENTOR, "A book goes home with him every day."]


def test_strengths_between_an_area_and_its_needs_are_no_provision():
    stretches = []
    for area in ("Cognition and learning", "Communication and interaction"):
        stretches += [
            heading(area, level=2),
            line("Strengths", bold=True),
            line("Rowan will talk about what he has read."),
            line("Needs", bold=True),
            line("Rowan finds this hard."),
            line("Outcomes", bold=True),
            line(READS),
            line("Provision", bold=True),
            line(MENTOR),
        ]
    plan = with_sections(heading("Sections B, E and F: Special educational needs, outcomes and provision"), *stretches)
    assert texts(plan, "F") == [MENTOR, MENTOR]
    assert "\n".join(one.text for one in plan.section("B").pieces).count("what he has read") == 2


def test_codes_of_their_own_say_whose_the_paragraphs_after_the_tables_are():
    plan = with_sections(
        heading("Section E: Outcomes and Section F: Special educational provision"),
        row(1, 1, "Outcome", "Provision"),
        row(1, 2, f"E1. {READS}", f"F1. {TEACHES}"),
        line("Health and social care outcomes", bold=True),
        line("E2. By July 2028 Rowan will wear his aids on every school day. Checked by the nurse each term."),
        line("Arrangements for the whole school", bold=True),
        line("F2. The SENCO will meet his mother for 20 minutes each week."),
        line("F3. A mentor will meet him at the door each morning for 10 minutes."),
    )
    assert [one.number for one in plan.section("E").items] == ["1", "2"]
    assert [one.number for one in plan.section("F").items] == ["1", "2", "3"]


def test_outcomes_and_provision_in_turn():
    def turns(*lines):
        title = "Sections E and F: Outcomes and special educational provision"
        plan = with_sections(heading(title), *lines)
        assert texts(plan, "E") == [READS, ASKS]
        assert texts(plan, "F") == [TEACHES, MENTOR]

    turns(
        heading("Outcome 1", level=2),
        line(READS),
        heading("Provision", level=3),
        line(TEACHES),
        heading("Outcome 2", level=2),
        line(ASKS),
        heading("Provision", level=3),
        line(MENTOR),
    )
    turns(
        line(f"Outcome 1: {READS}"),
        line("Provision", bold=True),
        line(TEACHES, marker="•"),
        line(f"Outcome 2: {ASKS}"),
        line("Provision", bold=True),
        line(MENTOR, marker="•"),
    )
    turns(
        line(f"Outcome 1 – {READS}"),
        line(f"How we will help: {TEACHES}"),
        line(f"Outcome 2 – {ASKS}"),
        line(f"How we will help: {MENTOR}"),
    )


def test_outcomes_said_again_over_their_provision_stay_with_it():
    plan = with_sections(
        heading("Sections E and F: Outcomes and special educational provision"),
        line("Outcomes", bold=True),
        line(f"Outcome 1: {READS}"),
        line(f"Outcome 2: {ASKS}"),
        line("Provision", bold=True),
        line(f"Outcome 1: {READS}"),
        line(TEACHES, marker="•"),
        line(f"Outcome 2: {ASKS}"),
        line(MENTOR, marker="•"),
    )
    assert texts(plan, "E") == [READS, ASKS]
    assert texts(plan, "F") == [TEACHES, MENTOR]
