"""A place for who gives it that names no role is put to a person, in its own words; who trains has its own clause."""

import pytest

from ehcp_audit.model import Verdict
from tests.checks.test_words_of_authors import CERTAIN, ask

SAID = (*CERTAIN, Verdict.NEEDS_PERSON)


@pytest.mark.parametrize(
    "cell",
    [
        "To be arranged within the learning base",
        "Somebody Mariam is comfortable with",
        "An adult he trusts",
        "Whoever is in class",
        "In school",
        "Base staff",
        "As agreed",
        "See timetable",
        "Not yet known",
        "Person of her choosing",
        "According to the rota",
    ],
)
@pytest.mark.parametrize("review", ["", "SENCO, each term"])
def test_a_cell_that_names_nobody_is_quoted_whole(cell, review):
    text = "Touch-typing practice, one to one"
    answer = ask("provision.who", text, how_often="20 minutes, four times a week", who=cell, review=review)
    assert answer.verdict in SAID
    assert [one.text for one in answer.evidence] == [cell]


@pytest.mark.parametrize(
    "cell",
    [
        "Teaching assistant in the base",
        "TA whom he knows and is comfortable with",
        "Learning mentor, as agreed with Ben",
        "Class teacher in school",
        "ELSA of her choosing",
        "Speech and language therapy assistant",
    ],
)
def test_a_cell_that_names_a_role_is_enough(cell):
    answer = ask("provision.who", "Touch-typing practice", how_often="20 minutes, four times a week", who=cell)
    assert answer.verdict is Verdict.MET


def test_a_role_in_the_line_beside_an_open_cell_is_put_to_a_person():
    answer = ask(
        "provision.who", "The teaching assistant reads with him.", how_often="20 minutes daily", who="As agreed"
    )
    assert answer.verdict is Verdict.NEEDS_PERSON


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Carpet and curtains in the classroom to cut the noise", "School"),
        ("Large print, 18 point, for all papers", "As agreed"),
        ("A seat near the front, away from the window", "All"),
    ],
)
def test_what_the_room_has_owes_nobody(text, cell):
    assert ask("provision.who", text, how_often="Every lesson", who=cell).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    "text",
    [
        "Training in trauma for all staff who teach Erin: educational psychologist, 3 hours in January 2027.",
        "Training for the two assistants in signing: teacher of deaf children, six sessions of 1 hour from September "
        "2026 to December 2026.",
        "Training in moving and handling for three assistants (physiotherapist, half a day each September).",
        "Training for the class team in play. The clinical psychologist gives 6 hours, in September 2026.",
        "Deafness training for all staff of the room, 2 hours, teacher of the deaf, once each autumn term.",
        "Training of all staff who teach Ida: 2 hours on cerebral palsy, physiotherapist and occupational therapist, "
        "each September.",
    ],
)
def test_whoever_trains_stands_in_a_clause_of_its_own(text):
    assert ask("provision.training", text).verdict is Verdict.MET


def test_whoever_trains_stands_in_the_cell_for_how_often():
    text = "Training for the six staff of Elowen’s room in deafness and communication."
    told = "The teacher of deaf children, one session of 3 hours in September 2026 and one in January 2027."
    assert ask("provision.training", text, how_often=told).verdict is Verdict.MET
    assert ask("provision.who", text, how_often=told).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Training in trauma for all staff who teach Erin: 3 hours in January 2027.",
        "Training for the teachers of Mo: 2 hours in June 2027.",
        "Training in autism for the class team, 2 hours, each September.",
        "Training for staff: teachers, therapists and a nurse, in autism, 2 hours each September.",
    ],
)
def test_who_is_trained_trains_nobody(text):
    assert ask("provision.training", text).verdict in CERTAIN
