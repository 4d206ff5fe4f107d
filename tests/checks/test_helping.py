"""Help told among the needs by who acts and what is had (X04), each way of telling it with near misses."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.helping import tells_help


@pytest.mark.parametrize(
    "text",
    [
        "Miss Lowe fetches him from the gate and they water the tomatoes.",  # somebody acts
        "He cannot keep his place, so someone moves a ruler down the page for him.",
        "The inclusion team from Fern School have been in to model signing.",
        "Her tutor accepts a drawing and never presses her to speak.",
        "We have been using photographs since Easter.",
        "Mrs Hart, who runs the office, lets him post the letters.",
        "He is being taught to type by the specialist teacher.",  # it is done
        "Her sheets are copied on to blue paper.",
        "She has been given a tray of her own.",
        "He's been moved to the calm room for mornings.",
        "He is on a reduced timetable.",  # a thing is had
        "She joins Mrs Bell's chess group on Fridays.",
        "He would gain from a small language group.",
        "She benefits from now-and-next boards.",
        "He is allowed to eat in the library.",
        "She checks in with the pastoral lead.",
        "A timer keeps him going for five minutes.",  # a thing acts
        "There is a chewy for her by the door.",
        "The lift key is kept in the office for him.",
        "A block of therapy starts after Christmas.",
        "ELSA x1 weekly for worries.",  # a dose is noted
        "HLTA 3x20 mins.",
        "It is important that he is told of fire drills.",
        "Symbols are used at tidy-up time, and this should go on.",
    ],
)
def test_help_that_others_give_or_that_the_child_has_is_told(text):
    assert tells_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "He cannot start without an adult prompting him.",
        "She needs things said twice before she understands.",
        "He depends on adults to dress him.",
        "She reads only with an adult beside her, who has to point.",
        "Unless staff use his name he does not turn.",
        "When an assistant gives her a choice she pushes both away.",
        "His teachers find that he is calmer after lunch.",
        "The class teacher has seen her cry.",
        "The school counted 11 episodes in June, each lasting about 20 minutes.",
        "He was assessed by the educational psychologist in May.",
        "Her mother reads to her every night.",
        "He is supported at home by his sister.",
        "A sticker chart was tried and changed nothing.",
        "He was given a timer but threw it.",
        "She has a laptop and types no faster than she writes.",
        "He takes medicine each morning.",
        "With her hearing aids in she hears speech at a metre.",
        "He thinks that teachers pick on him.",
        "She lets adults help her with nothing.",
        "Adults often misread his silence.",
        "He gets upset when a task is changed.",
        "Worksheets with more than six lines are pushed away.",
        "He has a group of friends.",
        "He uses his left hand only.",
        "The class moves on before she has finished.",
        "Changing rooms takes up to ten minutes with two adults.",
        "There are daily quarrels with his brother.",
        "A member of staff was hurt when he kicked out.",
        "School to him is a place of fear.",
        "He has a full-time LSA and even so is out of the room for half of the lesson.",
    ],
)
def test_what_is_noticed_or_needed_or_fails_tells_no_help(text):
    assert not tells_help(text)


def test_a_long_run_of_words_is_read_in_no_time():
    assert not tells_help("he and " * 400)
