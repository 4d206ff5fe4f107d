"""Provision announced among the needs and needs told as outcomes (X04), each with a near miss."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Answer, Verdict
from tests.checks.small import small

AHEAD = "By May 2029 Ivo will type 20 words a minute.\nBy May 2029 Ivo will ask a friend to play.\n"


def asked(**given: str) -> Answer:
    return checks()["places.right_section"].function(small(**given))


@pytest.mark.parametrize(
    "text",
    [
        "The dietitian will review Ivo's meal plan each half term.",
        "Every speech therapist who works with Ivo shall keep to the same signs.",
        "A familiar adult to meet him at the gate.",
        "Ivo must be accompanied by two adults on trips.",
        "He requires questions to be read out by an adult.",
        "Ivo needs a full-time one-to-one support assistant in all lessons.",
        "CAMHS will provide fortnightly therapy for his low mood.",
        "We will make sure that Ivo has somebody to go to at lunchtime.",
        "Teaching should be multi-sensory, with practical apparatus.",
        "Deliver a daily sensory diet after lunch.",
        "Visual timetable; ear defenders; wobble cushion; quiet corner.",
        "Large-print worksheets and a reading stand shall be supplied.",
        "The lift and the ramp must be ready before term starts.",
        "There will be a quiet table in the hall.",
        "Ear defenders and spare batteries to be stored in the office.",
        "Ivo's arrival: staff to greet him by name and walk in with him.",
        "Ivo is going to be greeted by his mentor on the steps.",
        "Ivo will join a weekly cookery session with the HLTA.",
        "Ivo is to follow a phased timetable.",
        "Riverside Outreach will continue to visit.",
        "Help from the vision team continues each month; visits continue termly.",
        "I would suggest a writing slope and a pencil grip.",
        "Strategies: first-then board, timer, chew bracelet.",
        "Current provision includes a place in the nurture room.",
        "Set up a feelings board by his desk.",
        "When Ivo is tearful, offer him the blue beanbag.",
        "Let him leave by the side door.",
        "Daily check-in with the form tutor.",
        "TA x 15 hrs pw, OT 2 hrs per term.",
        "Weekly Lego group with the learning mentor, 30 minutes, four pupils.",
        "A top-up grant pays for an extra adult at lunch.",
        "The council agrees to fund a taxi.",
        "He requires a specialist placement for pupils with autism.",
        "Ivo's carers must remind him to charge his aids.",
        "The pupils' reading scheme is overseen by the SENCO.",
    ],
)
def test_help_that_is_announced_is_no_need(text):
    answer = asked(B=f"He reads slowly. {text}")
    assert answer.verdict is Verdict.NOT_MET
    assert answer.evidence[0].text in text


@pytest.mark.parametrize(
    "text",
    [
        "His teachers repeat what they say, and still he will not begin.",
        "He thinks that his teacher will send him home.",
        "Work will be torn up before anybody has seen it.",
        "He waits to be told what to do.",
        "He must be reminded or he forgets his bag.",
        "He needs one-to-one support to dress.",
        "Homework is hard for him, and he has no quiet corner at home.",
        "Ivo likes adults to sit by him.",
        "He is used to small classes.",
        "Adults to whom he is close calm him.",
        "Expects adults to let him down.",
        "Ivo will be sick after a long car ride.",
        "He will have a panic attack two or three times a week in class.",
        "Ivo will join a game and then spoil it.",
        "Riverside was his school for two years.",
        "Place value is weak; tens and units are muddled.",
        "Plan changes upset him for the rest of the day.",
        "She finds turning a key and lining up a zip hard because her two hands do not work together.",
        "When Ivo is tearful, he goes to the blue beanbag.",
        "Access to the curriculum is slowed by his sight.",
        "Support from adults is often refused.",
        "Reading: 38 words a minute on a text for age seven.",
        "He belongs to nothing that is run by adults.",
        "He needs adult help to do all fastenings.",
    ],
)
def test_what_a_child_will_do_or_waits_for_is_a_need(text):
    assert asked(B=f"He reads slowly. {text}").verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Ivo is currently on a part-time timetable.",
        "Ivo has never slept away from home.",
        "Can count to 20, not secure with one-to-one correspondence.",
        "Lack of sleep prevents Ivo from learning in the morning.",
        "To date Ivo has learnt four signs.",
        "Ivo has type 1 diabetes and a nut allergy.",
        "Ivo presents with a marked stammer.",
        "Ivo does not have a friend in his class.",
        "Ivo is vulnerable to being led astray.",
        "Ivo relies on an adult for toileting.",
        "Ivo's stammer affects how he answers in class.",
        "Ivo can name the months yet does not know what comes after June.",
        "Ivo avoids the hall and bolts from music.",
    ],
)
def test_a_present_position_is_no_outcome(text):
    answer = asked(E=text)
    assert (answer.verdict, answer.evidence[0].text) == (Verdict.NOT_MET, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo stays with a task for eight minutes in four sessions out of five.",
        "Ivo says when he does not follow, eight times in ten.",
        "Greets new people, and keeps his PIN from people he does not know.",
        "Ivo has no more than one seizure in a term.",
        "Ivo dresses for PE by himself.",
        "Baseline: Ivo does not yet dress by himself.",
        "Ivo wants to live in a flat of his own.",
        "By the end of Year 9 Ivo does not need a taxi.",
        "By May 2029 Ivo will type 20 words a minute. At present he does not type.",
    ],
)
def test_an_outcome_in_the_present_stays_one(text):
    assert asked(E=text).verdict is Verdict.MET


@pytest.mark.parametrize("text", ["Ivo looks to an adult before each step.", "His handwriting is slow and large."])
def test_an_item_in_the_present_among_those_that_look_ahead_is_a_need(text):
    assert [one.text for one in asked(E=AHEAD + text).evidence] == [text]


def test_where_most_outcomes_are_told_in_the_present_one_more_is_none():
    assert (
        asked(E="Ivo cooks a meal.\nIvo rides the bus to town.\nIvo looks to a friend for help.").verdict is Verdict.MET
    )


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ("Ivo gets flustered when a practical goes wrong; he will finish one from a sheet by July 2027.", True),
        ("By July 2027 Ivo will finish a practical from a sheet; he is still unable to weigh things.", False),
    ],
)
def test_a_need_before_a_semicolon_of_an_outcome_is_found(text, misplaced):
    answer = checks()["places.right_section"].function(small(E=text))
    assert (answer.verdict is not Verdict.MET) is misplaced


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ("By July 2027 Ivo will spell 60 words. When an instruction has two parts he drops the last of them.", True),
        ("By July 2027 Ivo will spell 60 words. When he is done he puts the list away.", False),
    ],
)
def test_a_need_that_a_condition_opens_is_found_after_an_outcome(text, misplaced):
    answer = checks()["places.right_section"].function(small(E=text))
    assert (answer.verdict is not Verdict.MET) is misplaced


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ("Ivo needs help with washing, about an hour a day.", False),
        ("Aching eyes on about two school days a week after close work (consultant ophthalmologist, May 2026).", False),
        ("Ivo's feeds take him out of lessons for 20 minutes a day.", False),
        ("Chest physiotherapy takes up an hour of his day.", False),
        ("A nurse supports Ivo with his feeds for 20 minutes a day.", True),
        ("Ivo will be given physiotherapy weekly.", True),
    ],
)
def test_the_time_that_a_condition_takes_is_no_provision_in_section_c(text, misplaced):
    answer = checks()["places.right_section"].function(small(C=text))
    assert (answer.verdict is not Verdict.MET) is misplaced


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ("Ivo's move to college will be planned at the review in Year 10.", False),
        ("Ivo's visits to college will be planned by the SENCO.", True),
    ],
)
def test_what_a_review_will_plan_is_no_provision(text, misplaced):
    answer = checks()["places.right_section"].function(small(B=text))
    assert (answer.verdict is not Verdict.MET) is misplaced
