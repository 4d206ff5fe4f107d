"""Teachers and services for hearing or vision, however their title is worded."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Verdict
from tests.checks.small import small


def _kinds(text):
    return {one.kind for one in find_roles(text)}


@pytest.mark.parametrize(
    "title",
    [
        "Qualified teacher of deaf children",
        "Teacher of deaf children and young people",
        "teacher for deaf pupils",
        "teacher of children with vision impairment",
        "Teacher of the visually impaired",
        "qualified teacher of the vision impaired",
        "Advisory teacher, hearing impairment",
        "Specialist teacher (vision)",
        "teacher qualified in multi-sensory impairment",
        "VI advisory teacher",
        "HI teacher",
        "hearing support teacher",
        "Teacher in charge of the deaf",
        "Peripatetic teacher of the deaf",
        "teacher of deafblind children",
        "QTMSI",
        "QTVI",
        "ToD",
        "Mandatory qualified teacher for learners who are blind or partially sighted",
        "Mobility officer",
        "mobility and habilitation officer",
        "Vision support service",
        "Sensory inclusion team",
        "Hearing advisory service",
        "Sensory specialist teacher",
        "Specialist teachers of pupils with a hearing loss",
        "Teacher for children with visual impairments",
        "qualified teacher (deaf children)",
        "Teacher with the mandatory qualification in hearing impairment",
        "Registered qualified habilitation specialist",
    ],
)
def test_a_title_for_hearing_or_vision_is_sensory(title):
    assert "sensory" in _kinds(title)


@pytest.mark.parametrize(
    "title",
    [
        "Class teacher of two deaf pupils' friends",
        "Teaching assistant with deaf awareness training",
        "Class teacher",
        "teacher for Year 4",
        "Teacher of children with autism",
        "Teacher of English and drama",
        "Head teacher, Mill Lane School for the Deaf",
        "Teacher. Deaf since birth, he signs.",
        "sensory occupational therapist",
        "Sensory circuits leader",
        "The teacher has good vision for the school",
        "Teacher; hearing test March 2026",
        "Form tutor in a class with vision boards",
        "teacher of pupils with hidden needs",
        "Specialist teacher for cognition and learning",
        "mobility allowance officer of the council",
    ],
)
def test_other_titles_are_not(title):
    assert "sensory" not in _kinds(title)


_SET = (
    "A. Example | Head teacher | 2026-04-01\nB. Sample | Educational psychologist | 2026-05-04\n"
    "C. Person | Paediatrician | 2026-04-20\nD. Noone | Social worker | 2026-04-22"
)


@pytest.mark.parametrize(
    ("adviser", "verdict"),
    [
        ("E. Lark | Qualified teacher of deaf children | 2026-04-24", Verdict.MET),
        ("E. Lark | Hearing support service | 2026-04-24", Verdict.MET),
        ("E. Lark | Teacher of children with autism | 2026-04-24", Verdict.NEEDS_PERSON),
    ],
)
def test_a_hearing_need_asks_for_a_teacher_qualified_in_it(adviser, verdict):
    plan = small(A="Mum hopes for a friend.", B="She has a hearing loss in both ears.", K=f"{_SET}\n{adviser}")
    assert checks()["advice.complete"].function(plan).verdict is verdict
