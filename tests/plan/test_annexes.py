"""Sections that stand behind the plan's body, each in an annex of its own; and appendices that only name a section."""

import pytest
from plans import TITLES, heading, line, plan_of, row

from ehcp_audit.model import State

WORDS = {
    "A": "Odd likes ferries and wants to work on one.",
    "B": "Odd finds it hard to follow what is said in a noisy room.",
    "C": "Odd has asthma.",
    "D": "Odd needs an adult with him out of doors.",
    "E": "By July 2028 Odd will order his own lunch in the canteen.",
    "F": "A teaching assistant will sit with Odd for ten hours a week.",
    "G": "The asthma nurse will see Odd twice a year.",
    "H1": "Three hours a week of a support worker.",
    "H2": "A holiday club for six days a year.",
    "I": "Ferry Road School, a mainstream school.",
    "J": "There is no personal budget.",
    "K": "Dr Ida Holm, educational psychologist, 3 March 2026",
}


def body(*without, said=None, make=heading, **more):
    """The sections in the plan's body, those `without` left to its annexes."""
    stretches = []
    for code, title in TITLES.items():
        if code not in without or said is not None:
            stretches.append(make(f"Section {code}: {title}", **more))
            stretches.append(line(WORDS[code] if code not in without else said, size=11.0))
    return stretches


def bold(text, size=14.0):
    return line(text, bold=True, size=size)


@pytest.mark.parametrize(
    ("of_e", "of_f"),
    [
        ("Annex 1: Section E – Outcomes", "Annex 2: Section F – Special educational provision"),
        ("Appendix A – Section E: Outcomes", "Appendix B – Section F: Special educational provision"),
        ("ANNEX A: SECTION E – OUTCOMES", "ANNEX B: SECTION F – SPECIAL EDUCATIONAL PROVISION"),
        ("Schedule 1. Section E Outcomes", "Schedule 2. Section F Special Educational Provision"),
        ("Annexe 1 | Section E | Outcomes", "Annexe 2 | Section F | Provision"),
        ("Annex 1 (Section E): Outcomes", "Annex 2 (Section F): Special educational provision"),
        ("Appendix One - Section E", "Appendix Two - Section F"),
        ("Attachment 1: Section E – My outcomes", "Attachment 2: Section F – The provision I need"),
        ("Appendix 1 Section E: Desired outcomes", "Appendix 2 Section F: Provision required"),
        ("Annex I – Section E – Outcomes sought", "Annex II – Section F – Educational provision"),
        ("Annex 1: Outcomes (Section E)", "Annex 2: Special educational provision (Section F)"),
        ("Section E – Outcomes (Annex 1)", "Section F – Special educational provision (Annex 2)"),
        ("Annex 1 – E. Outcomes", "Annex 2 – F. Special educational provision"),
        ("Supplement 1: Section E - Outcomes", "Supplement 2: Section F - SEP"),
        ("Annex E: Outcomes", "Annex F: Special educational provision"),
        ("Annex to the plan: Section E – Outcomes", "Annex to the plan: Section F – Special educational provision"),
        ("Insert A: Section E (Outcomes)", "Insert B: Section F (Special educational provision)"),
        ("Enclosure 1 / Section E: Outcomes", "Enclosure 2 / Section F: Special educational provision"),
    ],
)
@pytest.mark.parametrize("make", [heading, bold])
def test_sections_in_annexes_are_read(of_e, of_f, make):
    plan = plan_of(
        body("E", "F", make=make),
        make("Signature"),
        line("Ros Vane, SEND officer", size=11.0),
        make(of_e),
        line(WORDS["E"], size=11.0),
        make(of_f),
        line(WORDS["F"], size=11.0),
        make("Annex 3: Monitoring and review"),
        line("The plan is reviewed in March.", size=11.0),
    )
    assert [plan.section(code).text for code in WORDS] == list(WORDS.values())


@pytest.mark.parametrize("said", ["See Annex 1.", "Please see Annex 1 to this plan.", "These are set out in Annex 1."])
def test_a_section_that_points_at_its_annex_holds_what_stands_there(said):
    plan = plan_of(
        body("F", said=said), heading("Annex 1: Section F – Special educational provision"), line(WORDS["F"])
    )
    assert plan.section("F").text == f"{said}\n{WORDS['F']}"
    assert plan.section("K").text == WORDS["K"]


def test_rows_of_an_annex_and_the_label_in_a_line_of_its_own():
    plan = plan_of(
        body("E", "F"),
        heading("Annex 1"),
        heading("Section E – Outcomes"),
        row(1, 1, "Outcome", "By when"),
        row(1, 2, "Odd will order his own lunch.", "July 2028"),
        heading("Annex 2"),
        heading("Section F – Special educational provision"),
        line(WORDS["F"]),
    )
    assert plan.section("E").items[0].text == "Odd will order his own lunch."
    assert plan.section("F").text == WORDS["F"]
    assert "Annex" not in plan.section("E").text
    assert plan.section("K").text == WORDS["K"]


@pytest.mark.parametrize(
    "title",
    [
        "Appendix 1: report on Section F",
        "Appendix 2: Section F provision map",
        "Annex 3: Section B evidence from the speech therapist",
        "Annex 1: notes for Section E",
        "Appendix 4: Section F – what the school will pay",
        "Annex 2: Section F of the plan of 2023",
        "Annex 1: Sections A to K explained",
        "Appendix 1: timetable for Section F",
        "Annex 1: Section 17 assessment",
        "Annex 1: Section F – Special educational provision",
        "Appendix F: Special educational provision",
        "Schedule 2: Section E",
    ],
)
def test_an_appendix_that_speaks_of_a_section_that_stands_elsewhere_is_none_of_it(title):
    plan = plan_of(body(), heading(title), line("Lessons cost £40 an hour."))
    assert [plan.section(code).text for code in WORDS] == list(WORDS.values())


@pytest.mark.parametrize(
    "title",
    [
        "Appendix 1: report on Section F",
        "Appendix 2: Section F provision map",
        "Annex 2: Section F of the plan of 2023",
        "Appendix F: Timetable",
        "Annex 1: costs of Section F",
    ],
)
def test_nor_where_the_section_is_missing(title):
    plan = plan_of(body("F"), heading(title), line("Lessons cost £40 an hour."))
    assert plan.section("F").state is State.MISSING


@pytest.mark.parametrize(
    "before", ["Glossary", "Signed for the council", "Agreed by the council: Ros Vane, 4 May 2026"]
)
@pytest.mark.parametrize(
    "after", ["Annex 3: Weekly timetable", "Appendix 8 – Costs", "Schedule 3", "Annex 3. Section F funding"]
)
def test_what_stands_between_and_after_the_annexes_is_in_no_section(before, after):
    plan = plan_of(
        body("E", "F"),
        heading(before) if before == "Glossary" else line(before),
        line("Ros Vane"),
        heading("Annex 1: Section E – Outcomes"),
        line(WORDS["E"]),
        heading("Annex 2: Section F – Special educational provision"),
        line(WORDS["F"]),
        heading(after, level=2),
        line("Mathematics on Mondays."),
    )
    assert [plan.section(code).text for code in WORDS] == list(WORDS.values())


def test_a_list_of_annexes_is_no_heading():
    plan = plan_of(
        heading("How this plan is laid out"),
        line("Annex 1: Section E – Outcomes"),
        line("Annex 2: Section F – Special educational provision"),
        body("E", "F"),
        heading("Annex 1: Section E – Outcomes"),
        line(WORDS["E"]),
        heading("Annex 2: Section F – Special educational provision"),
        line(WORDS["F"]),
    )
    assert [plan.section(code).text for code in WORDS] == list(WORDS.values())


def test_rows_of_the_list_of_advice_are_none():
    plan = plan_of(
        body("K"),
        heading("Section K: Advice and information"),
        row(1, 1, "Appendix 1: Section F advice", "Dr Ida Holm, educational psychologist", "3 March 2026"),
        row(1, 2, "Appendix 2: Section C", "Dr Uma Rao, paediatrician", "5 March 2026"),
    )
    assert plan.section("F").text == WORDS["F"]
    assert plan.section("C").text == WORDS["C"]
    assert "Uma Rao" in plan.section("K").text
