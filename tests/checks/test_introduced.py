"""Staff who are introduced once with their role and then called by name, and other children, who are not."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.identity import other_names
from ehcp_audit.checks.introduced import introduced, names_introduced
from ehcp_audit.checks.staffing import training, who
from ehcp_audit.model import Verdict
from tests.checks.small import small

MET, NOT_MET, PARTLY, PERSON = Verdict.MET, Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NEEDS_PERSON


def plan_with(section, text, line=""):
    told = {
        "A": "Wren likes birds.",
        "B": "Wren finds reading hard.",
        "E": "By July 2027 Wren will read.",
        "F": "",
        "K": "",
    }
    told[section] = f"{told[section]}\n{text}".strip()
    told["F"] = f"{told['F']}\n{line}".strip()
    return small(child_name="Wren Sample", known_as="Wren", **told)


@pytest.mark.parametrize(
    ("section", "text", "called"),
    [
        ("F", "Reading for 20 minutes a day by Kenver, Level 3 teaching assistant.", "Kenver"),
        ("F", "Kenver, qualified teacher of the deaf, plans the work each half term.", "Kenver"),
        ("F", "Mrs Kenver (SENCO) leads a group of four for 30 minutes each Monday.", "Mrs Kenver"),
        ("F", "The SENCO, Mrs Kenver, leads a group of four for 30 minutes each Monday.", "Mrs Kenver"),
        ("K", "Kenver Nair\tSpeech and language therapist\t3 May 2026", "Kenver"),
        ("K", "Occupational therapist\tKenver Lewis\t3 May 2026", "Ms Lewis"),
        ("K", "Report by Kenver Rees, educational psychologist, 3 May 2026", "Kenver Rees"),
        ("F", "Tilda and Kenver, Level 2 teaching assistants, lift her for ten minutes a day.", "Tilda"),
        ("F", "Her class teacher is Kenver. They meet for ten minutes each day.", "Kenver"),
        ("F", "Teaching assistant: Kenver Akhtar. She reads daily for ten minutes.", "Kenver"),
        ("B", "She wrote this with Kenver, the teacher for physical needs, on 2 September.", "Kenver"),
        ("F", "Kenver (the occupational therapist) calls for 30 minutes each term.", "Kenver"),
        ("F", "Kenver is the school's learning mentor and sees her for ten minutes a day.", "Kenver"),
        ("F", "Specialist teacher Kenver Doyle visits for an hour each half term.", "Kenver"),
        ("F", "Dr Kenver, community paediatrician, reviews medicine every six months.", "Dr Kenver"),
        ("F", "Kenver – habilitation specialist – teaches her for an hour a week.", "Kenver"),
        ("F", "Her Emotional Literacy Support Assistant, Kenver, sees her for 30 minutes a week.", "Kenver"),
        ("F", "Kenver, who is a music therapist, plays with her for 30 minutes a week.", "Kenver"),
        ("A", "Kenver Nowak\tHill Support Service\tPhysiotherapist", "Kenver"),
        ("F", "Her teaching assistants, Tilda and Kenver, lift her for ten minutes a day.", "Kenver"),
        ("F", "A teaching assistant called Kenver lifts her for ten minutes a day.", "Kenver"),
        ("F", "Who helps Wren: Tilda Hart – class teacher; Kenver Coe – educational psychologist.", "Kenver"),
        ("F", "Who helps Wren: Tilda (teacher), Ines (OT) and Kenver (SaLT), each week.", "Kenver"),
        ("A", "Role\tName\nClass teacher\tTilda Hart\nTeaching assistant\tKenver Lin", "Kenver"),
        ("F", "By Kenver and Tilda, the physiotherapist; Kenver is the audiologist.", "Kenver"),
        ("F", "Keeley Stone, HLTA, and Kenver Parry, learning support assistant, share the hour.", "Kenver"),
    ],
)
def test_a_name_whose_role_the_plan_gives_counts_as_the_role_and_is_no_other_child(section, text, called):
    plan = plan_with(section, text, f"Number work for 20 minutes a day, one to one, by {called}.")
    assert called.split()[-1].lower() in names_introduced(plan)
    answer = who(plan.section("F").items[-1], plan)
    assert answer.verdict is MET
    assert answer.evidence[0].text == called
    assert all(plan.text[one.start : one.end] == one.text for one in answer.evidence)
    assert len(answer.evidence) == 2  # the name, and where it is introduced
    assert other_names(plan).verdict is MET


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Number work for 20 minutes a day, one to one, by Tamsyn.", PERSON),  # explained nowhere
        ("Number work for 20 minutes a day, one to one, from a plan written by Kenver.", PERSON),
        ("Number work for 20 minutes a day, one to one, from Kenver's plan.", PERSON),
        ("Number work for 20 minutes a day, one to one, reviewed each term by Kenver.", PERSON),
        ("Number work for 20 minutes a day, one to one, prescribed by Kenver.", PERSON),
        ("Number work for 20 minutes a day, one to one, from a list of Kenver.", PERSON),
        ("Number work for 20 minutes a day, one to one; Kenver checks that it happens.", PERSON),
        ("Number work for 20 minutes a day, one to one; Kenver observes.", PERSON),
        ("Number work for 20 minutes a day, one to one, with Mr Kenver.", PERSON),  # Kenver is a first name here
    ],
)
def test_a_name_that_is_explained_nowhere_or_does_not_give_it_stays_as_it_was(line, verdict):
    plan = plan_with("B", "She wrote this with Kenver, qualified teacher of the deaf, in May.", line)
    assert who(plan.section("F").items[-1], plan).verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Deaf awareness training for all 14 staff: 2 hours each September, by Kenver.", MET),
        ("Deaf awareness training for all 14 staff: 2 hours each September, by Tamsyn and Kenver.", MET),
        ("Kenver trains all 14 staff in deaf awareness for two hours each September.", MET),
        ("Kenver trains Tilda in deaf awareness for two hours each September.", MET),
        ("Deaf awareness training for all 14 staff: 2 hours each September, by Tamsyn.", PARTLY),
        ("Deaf awareness training for all 14 staff: 2 hours each September, for Kenver.", PARTLY),
    ],
)
def test_training_by_somebody_whose_role_the_plan_gives(line, verdict):
    told = "Kenver, qualified teacher of the deaf, and Tilda, Level 2 teaching assistant, wrote this."
    plan = plan_with("B", told, line)
    assert training(plan.section("F").items[-1], plan).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Oliver watches the others before he begins.",
        "Oliver, helped by the teaching assistant, names six colours.",
        "The teaching assistant reads with Oliver for ten minutes.",
        "A teaching assistant, with Oliver beside her, sets out the cards.",
        "Oliver and the teacher choose a book each day.",
        "Oliver, a teaching assistant and two friends play a board game.",
        "When Oliver is tired, the teaching assistant offers a break.",
        "Oliver, teacher and parents agree three targets.",
        "Oliver: teaching assistant to sit beside him.",
        "Oliver needs a teaching assistant within reach.",
        "Oliver (teaching assistant beside him) reads aloud for ten minutes.",
        "The class teacher gives Oliver two choices each lesson.",
        "Supported by his teacher, Oliver can name ten letters.",
        "With the speech therapist Oliver practises three sounds.",
        "His teaching assistant and Oliver count the bus fare.",
        "Oliver is with a teaching assistant for six lessons.",
        "Oliver's class teacher, Mrs Hope, sees him each day.",
        "Oliver, his teacher says, tires after ten minutes.",
        "As the teacher reads, Oliver, who tires, looks away.",
        "The teacher called Oliver to the front twice.",
        "The supervisor will then coach Oliver through a shared game.",
        "The course leader, Oliver and his key worker set the steps each term.",
        "Set each term by Oliver, her tutor and job coach.",
        "Set each term by Oliver, the mentor and the tutor.",
        "Oliver, head in his hands, waits for the teacher.",
        "Oliver – teaching assistant, 15 hours a week.",
        "Oliver wants to be a nurse and likes bandages.",
    ],
)
def test_another_child_beside_a_role_is_not_introduced_and_is_found(text):
    plan = plan_with("F", text)
    assert "oliver" not in names_introduced(plan)
    assert other_names(plan).verdict in (NOT_MET, PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Larkfield School, class teacher",
        "Speech, language therapist and more",
        "Wren, the class teacher, and her mother meet.",
        "Tom, his brother, helps.",
        "Kit, peer mentor, sits beside her.",
    ],
)
def test_a_place_the_child_kin_and_a_pupil_are_not_introduced_with_a_role(text):
    assert not introduced(plan_with("B", text))


def test_a_name_and_a_role_in_cells_side_by_side_of_provision_introduce_nobody():
    plan = plan_with("F", "Paired reading\tOliver\tTeaching assistant\t20 minutes")
    assert "oliver" not in names_introduced(plan)


def test_the_name_in_a_row_has_the_role_of_its_row():
    plan = plan_with("A", "Role\tName\nClass teacher\tTilda Hart\nTeaching assistant\tKenver Lin")
    assert [(one.name, one.role) for one in introduced(plan)] == [
        ("tilda", "Class teacher"),
        ("kenver", "Teaching assistant"),
    ]


def test_an_officer_who_agrees_something_is_no_other_child():
    plan = plan_with("B", "Agreed by Paulet, Designated Clinical Officer, for Fell Integrated Care Board in May.")
    assert other_names(plan).verdict is MET
