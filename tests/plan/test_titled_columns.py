"""Needs, outcomes and provision side by side, each column with its title and none with its letter."""

import pytest
from plans import heading, line, plan_of, row

from ehcp_audit.errors import UnreadableError

NEED = "Rowan loses the thread of long instructions and leaves the room twice a week."
OUTCOME = "By July 2028 Rowan will follow three steps given to the class in four of five lessons."
GIVEN = "A teaching assistant will go over each instruction with Rowan in every lesson."
HEALTH = "Rowan has asthma and uses an inhaler twice a day."
NURSE = "The asthma nurse will see Rowan every six months."
CARE = "Rowan needs an adult beside him near roads."
CLUB = "A support worker will take Rowan to a club for three hours each Saturday."
SITTING = "Six hours of sitting service a month."
REST = (
    heading("My school"),
    line("Harbour Lane School"),
    heading("My personal budget"),
    line("N/A"),
    heading("Advice and information"),
    line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
)
CARE_IN_LINES = (
    heading("My health needs"),
    line(HEALTH),
    heading("My health provision"),
    line(NURSE),
    heading("My social care needs"),
    line(CARE),
    heading("Other social care provision"),
    line(SITTING),
)
VIEWS = (heading("All about me"), line("Rowan likes trains and wants to be a signalman, and so says his mother."))
BY_CODE = {"B": NEED, "E": OUTCOME, "F": GIVEN}


def grid(table: int, titles: tuple[str, ...], codes: str):
    return [
        row(table, 1, *titles, bold=True),
        row(table, 2, *(BY_CODE.get(code, "By the teacher") for code in codes)),
    ]


@pytest.mark.parametrize(
    "over",
    [
        "My needs, my support and my outcomes",
        "Needs, outcomes and provision",
        "My plan for education",
        "Special educational needs, outcomes and provision",
    ],
)
@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (("My special educational needs", "My special educational provision", "My outcomes"), "BFE"),
        (("Special educational needs", "Outcomes", "Special educational provision"), "BEF"),
        (("Needs", "Provision", "Outcomes"), "BFE"),
        (("What I find difficult", "What I want to achieve", "The support I will get"), "BEF"),
        (("What Rowan finds hard", "What help Rowan will get", "What Rowan will achieve"), "BFE"),
    ],
)
def test_columns_are_told_by_their_titles(over, titles, codes):
    area = heading("Cognition and learning", level=2)
    again = heading("Communication and interaction", level=2)
    tables = (heading(over), area, *grid(1, titles, codes), again, *grid(2, titles, codes))
    plan = plan_of(*VIEWS, *tables, *CARE_IN_LINES, *REST)
    for code, text in BY_CODE.items():
        assert plan.section(code).text == f"{text}\n{text}"
    assert plan.section("A").text == VIEWS[1].text
    assert plan.section("C").text == HEALTH


def test_health_and_social_care_may_stand_so_too():
    health = [row(3, 1, "Health needs", "Health provision", "Outcomes"), row(3, 2, HEALTH, NURSE, "By May he is well.")]
    titles = ("Social care needs", "Social care provision under the 1970 Act", "Other social care provision")
    care = [row(4, 1, *titles), row(4, 2, CARE, CLUB, SITTING)]
    education = grid(1, ("Special educational needs", "Outcomes", "Special educational provision"), "BEF")
    plan = plan_of(
        *VIEWS,
        heading("Education"),
        *education,
        heading("Health"),
        *health,
        heading("Social care"),
        *care,
        *REST,
    )
    told = {code: plan.section(code).text for code in ("B", "C", "D", "F", "G", "H1", "H2")}
    assert told == {"B": NEED, "C": HEALTH, "D": CARE, "F": GIVEN, "G": NURSE, "H1": CLUB, "H2": SITTING}
    assert plan.section("E").text == f"{OUTCOME}\nBy May he is well."


def test_beside_sections_of_their_own_such_columns_are_a_map_of_them():
    own = (heading("My special educational needs"), line(NEED), heading("My outcomes"), line(OUTCOME))
    support = (heading("My special educational provision"), line(GIVEN))
    table = grid(1, ("Needs", "Outcomes", "Provision"), "BEF")
    plan = plan_of(*VIEWS, *own, *support, *CARE_IN_LINES, *REST, heading("Appendix 1: Provision map"), *table)
    for code, text in BY_CODE.items():
        assert plan.section(code).text == text


def test_a_table_of_needs_and_strengths_stays_in_its_section():
    table = [row(1, 1, "Area", "What I can do", "What I find hard"), row(1, 2, "Learning", "I can count.", NEED)]
    lettered = (heading("B. My special educational needs"), *table, heading("F. Special educational provision"))
    plan = plan_of(heading("A. All about me"), VIEWS[1], *lettered, line(GIVEN), heading("K. Advice"), REST[-1])
    assert NEED in plan.section("B").text
    assert "I can count." in plan.section("B").text
    assert plan.section("F").text == GIVEN


def test_a_report_with_such_a_table_is_no_plan():
    table = grid(1, ("Needs", "Outcomes", "Provision"), "BEF")
    with pytest.raises(UnreadableError):
        plan_of(heading("Report on Rowan"), line("He was seen in May."), *table, heading("Advice"), line("None."))


def test_outcomes_beside_what_health_and_care_give_are_columns_by_their_titles():
    def table(number: int, given: str, text: str):
        return [
            row(number, 1, "Outcomes", given, "By whom", bold=True),
            row(number, 2, f"By July 2028 outcome {number} is reached.", text, "The team"),
        ]

    own = (heading("My special educational needs"), line(NEED))
    needs = (heading("My health needs"), line(HEALTH), heading("My social care needs"), line(CARE))
    tables = [
        *table(1, "Special educational provision", GIVEN),
        line("How progress is checked", bold=True),
        line("Teachers and parents meet each half term."),
        *table(2, "Special educational provision", GIVEN),
        heading("Health", level=2),
        *table(3, "Health provision", NURSE),
        *table(4, "Provision under section 2, Chronically Sick and Disabled Persons Act 1970", CLUB),
        *table(5, "Other social care provision", SITTING),
    ]
    plan = plan_of(*VIEWS, *own, *needs, heading("Outcomes and support"), *tables, *REST)
    told = {code: plan.section(code).text for code in ("C", "D", "F", "G", "H1", "H2")}
    given = {"F": f"{GIVEN}\nThe team\n{GIVEN}\nThe team", "G": f"{NURSE}\nThe team"}
    care = {"H1": f"{CLUB}\nThe team", "H2": f"{SITTING}\nThe team"}
    assert {code: text.replace("By whom\n", "").replace("\t", "\n") for code, text in told.items()} == {
        "C": HEALTH,
        "D": CARE,
        **given,
        **care,
    }
    assert [item.text for item in plan.section("E").items] == [
        f"By July 2028 outcome {number} is reached." for number in range(1, 6)
    ]
