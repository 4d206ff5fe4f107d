"""What an officer's review of whole plans asked for: what counts as said twice, who trains, what is done, who is left
open, and what belongs to somebody else.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.staffing import training, who
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Field, Outcome, Passage, Verdict
from tests.checks.small import small
from tests.checks.test_provision import line

MET, PARTLY, NOT_MET, PERSON = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.NEEDS_PERSON
ASSISTANT = "A teaching assistant at Level 3, trained for three hours by the occupational therapist"


def ask(id, **given):
    return checks()[id].function(small(child_name="Tom Sample", **given))


@pytest.mark.parametrize(
    "label",
    ["Who will provide", "By whom", "How often", "Duration", "Review", "Source", "Responsible", "Monitored by"],
)
def test_labelled_lines_of_who_and_when_may_say_the_same(label):
    same = f"{label}: {ASSISTANT} and by the class teacher of Year 5."
    assert ask("plans.repeats", F=f"Phonics.\n{same}\nDrawing.\n{same}").verdict is MET


def test_what_is_given_may_not_be_said_twice():
    same = f"{ASSISTANT} teaches Tom phonics for 20 minutes."
    assert ask("plans.repeats", F=f"{same}\nDrawing.\n{same}").verdict is NOT_MET
    same = f"Provision: {same}"
    assert ask("plans.repeats", F=f"{same}\nDrawing.\n{same}").verdict is NOT_MET


@pytest.mark.parametrize(
    ("name", "verdict"), [("who", MET), ("how_often", MET), ("source", MET), ("provision", NOT_MET)]
)
def test_fields_that_many_lines_share_may_say_the_same(name, verdict):
    plan = small(F=f"Phonics.\n{ASSISTANT}\nDrawing.\n{ASSISTANT}")
    sections = tuple(replace(one, items=_with_fields(one, name)) if one.code == "F" else one for one in plan.sections)
    plan = replace(plan, sections=sections)
    assert checks()["plans.repeats"].function(plan).verdict is verdict


def _with_fields(section, name):
    """Each second line of the section as a field of the line before it."""
    items = section.items
    return tuple(
        replace(one, fields=(Field(name, after.passages[0]),))
        for one, after in zip(items[::2], items[1::2], strict=True)
    )


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("moving and handling training each September from the Council's moving and handling adviser", True),
        ("training in signing each term with the borough's signing tutor", True),
        ("training in signing each autumn, run by Sign Hands, a charity", True),
        ("training in epilepsy each term, led by the community children's epilepsy nurse", True),
        ("training in signing each term, held by our sensory lead", True),
        ("training in signing each term with the class", False),
        ("training in signing each term from September", False),
        ("training in signing each term, led by need", False),
        ("training in signing each term from the time Tom starts", False),
    ],
)
def test_by_whom_staff_are_trained(words, given):
    answer = training(line(f"All staff who move with Tom will have 2 hours of {words}."))
    assert ("by whom" not in answer.note or answer.verdict is MET) is given


def outcome(name, words):
    return checks()[f"outcomes.{name}"].function(Outcome("E.1", (Passage(words, 0),)))


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("will travel two routes alone, and go to a weekend group on three Saturdays in four", MET),
        ("will go to a community group on two evenings in three", MET),
        ("will go to a weekend group led by the therapist on three Saturdays in four", PERSON),
        ("will go to a weekly speech therapy group", NOT_MET),
        ("will attend a social skills group each week", PERSON),
    ],
)
def test_a_group_of_the_community_is_no_service(words, verdict):
    assert outcome("is_outcome", f"By July 2027 Tom {words}.").verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("read at the level expected at the end of Year 2, shown by the school's reading assessment", MET),
        ("write at the expected standard for Year 4", MET),
        ("read at the level expected of him", NOT_MET),
        ("read better by the end of Year 4", NOT_MET),
    ],
)
def test_the_level_of_a_year_can_be_told(words, verdict):
    assert outcome("measurable", f"By July 2028 Tom will {words}.").verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("come in of a morning with a lighter heart", NOT_MET),
        ("take the ups and downs of the school day in his stride", NOT_MET),
        ("come out of his shell and find his feet", NOT_MET),
        ("come in from the playground when the bell rings", MET),
        ("take the register to the office", MET),
        ("come to school with a reading book", MET),
        ("find his coat peg", MET),
    ],
)
def test_nobody_sees_the_verb_of_an_idiom(words, verdict):
    assert outcome("specific", f"By July 2028 Tom will {words}.").verdict is verdict


@pytest.mark.parametrize(
    ("words", "cell", "verdict"),
    [
        ("Someone Tom gets on with will meet him at 8.25 every day for 20 minutes.", "Head of year", PERSON),
        ("A learning mentor will meet him at 8.25 every day for 20 minutes.", "Head of year", MET),
        ("A counsellor or teacher will see Tom for 20 minutes each week.", "", MET),
        ("Phonics teaching, 20 minutes four times a week.", "A member of school staff", PERSON),
        ("Phonics teaching, 20 minutes four times a week.", "A member of staff with a Level 3 diploma", PERSON),
        ("Phonics teaching, 20 minutes four times a week.", "A teaching assistant", MET),
    ],
)
def test_who_is_left_open_is_asked(words, cell, verdict):
    assert who(line(words, who=cell)).verdict is verdict


def test_who_is_left_open_is_no_matter_of_the_amount():
    words = "Communication group of four students, games from the therapist's programme, 40 minutes a week."
    answer = vague_words(line(words, who="An adult of the base, whoever has that period free"))
    assert answer.verdict is MET
    assert "leave it open" not in answer.note
