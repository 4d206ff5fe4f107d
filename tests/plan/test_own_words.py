"""Plans all of whose titles are the authority's own."""

import pytest
from plans import line, plan_of, row

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Plan, State, Stretch

VIEWS = "Ann loves singing and ponies. She likes the quiet corner, and her mum hopes she will make friends."
NEED = "Ann finds it hard to follow an instruction of more than three words."
OUTCOME = "By July 2028 Ann will retell an event in the right order to an adult."
PROVISION = "A speech and language therapist will work with Ann for 40 minutes each week."
HEALTH = "Ann has epilepsy and takes medicine twice a day."
NURSE = "The epilepsy nurse will train four members of staff each year."
CARE = "Ann needs to be watched outdoors, and social care has known her since May."
SHORT = "Twelve nights a year of short breaks at Larch House."


def title(text: str) -> Stretch:
    return line(text, bold=True, size=15.0)


def words(text: str) -> Stretch:
    return line(text, size=11.0)


def bar(table: int, letters: str, name: str, note: str) -> list[Stretch]:
    told, italic = row(table, 1, [letters, name], bold=True), row(table, 1, "", note, italic=True)
    return [*told, *italic]


def plan(*, named: bool = True, school: str = "The school she will go to") -> Plan:
    return plan_of(
        title("Gorsehill Borough Council"),
        line("Education, Health and Care Plan" if named else "Report on Ann", bold=True, size=16.0),
        title("What matters to Ann and to those who love her"),
        words(VIEWS),
        title("What makes learning harder"),
        words(NEED),
        title("Being well"),
        row(1, 1, "What we know about Ann's health", "What the NHS will do", bold=True, size=10.0),
        row(1, 2, HEALTH, NURSE, size=10.0),
        title("Life at home and in the community"),
        row(2, 1, "What we know about Ann's care", "What social care will do", bold=True, size=10.0),
        row(2, 2, CARE, SHORT, size=10.0),
        title("Where Ann is heading and how she will be helped at school"),
        line("Communication and interaction", bold=True, size=12.0),
        row(3, 1, "Where Ann is heading", "How she will be helped at school", bold=True, size=10.0),
        row(3, 2, OUTCOME, PROVISION, size=10.0),
        title("Keeping an eye on progress"),
        words("Those who help Ann will meet each term."),
        title(school),
        words("Gorse Hill Community School, a mainstream primary school."),
        title("Who told us, and when"),
        words("Mrs P. Lound, SENCO, educational advice, 14 September 2026"),
        words("Dr K. Osei, community paediatrician, report of 28 September 2026"),
        title("Agreed for the council"),
        words("B. Nuttall, 16 November 2026"),
        title("Appendix A: What makes learning harder – the teacher's checklist"),
        words("Miss Rudd ticked: listening on the carpet; sharing; finding her own coat, which is hard."),
    )


def texts(of: Plan) -> dict[str, str]:
    return {one.code: one.text for one in of.sections if one.text}


def test_titles_and_columns_in_own_words_are_told_by_what_they_say():
    assert texts(plan()) == {
        "A": VIEWS,
        "B": NEED,
        "C": HEALTH,
        "D": CARE,
        "E": OUTCOME,
        "F": PROVISION,
        "G": NURSE,
        "H1": SHORT,
        "I": "Gorse Hill Community School, a mainstream primary school.",
        "K": "Mrs P. Lound, SENCO, educational advice, 14 September 2026\n"
        "Dr K. Osei, community paediatrician, report of 28 September 2026",
    }
    assert plan().section("H2").state is State.UNKNOWN
    assert plan().section("J").state is State.MISSING


def test_what_may_be_a_section_under_a_title_that_says_nothing_is_not_called_missing():
    found = plan(school="Somewhere new")
    assert found.section("I").state is State.UNKNOWN
    assert not any("Gorse Hill" in one.text for one in found.sections)


def test_a_document_that_does_not_call_itself_a_plan_is_refused():
    with pytest.raises(UnreadableError):
        plan(named=False)


def test_titles_whose_words_speak_of_nothing_open_nothing():
    with pytest.raises(UnreadableError):
        plan_of(
            line("Education, Health and Care Plan: a guide for parents", bold=True, size=16.0),
            *(
                part
                for one in (
                    "What matters to you",
                    "What makes learning harder",
                    "What you are aiming for",
                    "Your school",
                )
                for part in (title(one), words("This leaflet tells you whom to ask, and where to write to us."))
            ),
        )


def test_a_heading_over_sections_that_open_below_it_ends_the_one_before():
    found = plan_of(
        bar(1, "SECTIONS D AND H", "Social care needs and provision", "H1 is under the 1970 Act."),
        row(2, 1, "Section D: need", "Section H1", "Section H2", bold=True),
        row(2, 2, CARE, "Six hours a week of a personal assistant.", SHORT),
        bar(3, "SECTIONS E AND F", "Outcomes and special educational provision", "One table each."),
        line("Cognition and learning", bold=True, size=12.0),
        row(4, 1, "Section E: outcomes", bold=True),
        row(4, 2, OUTCOME),
        row(5, 1, "Section F: provision to meet these outcomes", bold=True),
        row(5, 2, PROVISION),
        bar(6, "SECTION I", "Placement", "Name and type."),
        line("Harbour Lane School"),
        bar(7, "SECTION K", "Advice and information", "All advice."),
        line("Dr Ash, educational psychologist, 3 May 2026"),
    )
    assert found.section("D").text.endswith(CARE)
    assert found.section("E").text == OUTCOME
    assert found.section("F").text == PROVISION
