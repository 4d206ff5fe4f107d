"""Staff in a clause of time or condition, and a place at the end of a noun, are no subject of an outcome."""

from __future__ import annotations

import pytest

from ehcp_audit.language.outcomes import outcome_wording

OF_THE_CHILD = [
    "By Easter 2027, when someone has not understood her, Mia will without prompting say it again slowly, sign, draw "
    "or show a card on 15 of 20 recorded occasions.",
    "By July 2027, when staff have not understood her, Mia will repeat the word or show a picture in 8 of 10 trials.",
    "When a teacher has asked her twice, Mia will answer in 8 of 10 lessons by July 2027.",
    "By July 2028, if an adult has left the room, Tom will carry on with his work for five minutes on 4 days of 5.",
    "By July 2028, when an unfamiliar adult is near, Tom will wait for two minutes on four days out of five.",
    "By July 2028, after the teacher has explained the task, Tom will start it within two minutes in 9 of 10 lessons.",
    "Once staff have given the signal Tom will leave the hall within one minute on 9 of 10 days by July 2028.",
    "Although the teacher has moved away, Joe will write for ten minutes in 4 of 5 lessons by July 2028.",
    "Unless an adult has called him, Joe will stay at his desk for ten minutes in 4 of 5 lessons by July 2028.",
    "Until the teacher has come, Joe will read on by himself in 4 of 5 lessons by July 2028.",
    "By July 2027 Ana will use her scale in 4 of 5 lessons; shutdowns in school will number no more than one a term.",
    "By July 2027, meltdowns in nursery will be no more than one a month.",
    "By July 2027, absences from college will fall to two in a term.",
    "By July 2027 Ana will take part in one club of her own choosing twice a month for two terms.",
    "By July 2027 Ana will attend a weekly group of her own choice in 20 of 24 weeks.",
]
OF_A_SERVICE = [
    "When staff have been trained they will sign to Mia in every lesson.",
    "When Mia is upset, staff will offer a quiet room by July 2027.",
    "By July 2027, when Mia has not been understood, staff will use pictures in 8 of 10 lessons.",
    "After lunch the teacher will read with Mia by July 2027.",
    "Before school the teaching assistant will meet Mia each day.",
    "By July 2027 school will number the steps of each task for Mia.",
    "By July 2027 the school will provide a laptop.",
    "Staff in school will be trained to sign by July 2027.",
    "Support at school will be in place by July 2027.",
    "The therapist from the nursery will be at two meetings by July 2027.",
    "By July 2027 staff will have been trained when Mia moves up.",
    "Once staff will have been trained, all adults will sign to Mia.",
    "By July 2027 Ana will take part in a social skills group twice a week.",
]


@pytest.mark.parametrize("text", OF_THE_CHILD)
def test_what_the_child_does_then_is_the_outcome(text: str) -> None:
    words = outcome_wording(text)
    assert not words.is_provision, [span.text for span in words.provision]
    assert words.specific
    assert words.person_centred


@pytest.mark.parametrize("text", OF_A_SERVICE)
def test_what_staff_do_stays_provision(text: str) -> None:
    assert outcome_wording(text).is_provision
