"""Needs: what is none, what shows its effect, what says where the child stands."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.passages import says_nothing
from ehcp_audit.model import Need, Passage, Verdict
from tests.checks.small import section_of, small


def need(text, subject="B.1"):
    return Need(subject, (Passage(text, 0),))


def ask(id, text):
    return checks()[id].function(need(text)).verdict


@pytest.mark.parametrize(
    "text",
    [
        "The family support team replied in May 2026. There are no social care needs.",
        "Advice was sought on 2 June 2026, and the reply was that no social care needs were found.",
        "No special educational needs have been found in this area. Hearing was checked in June 2026.",
        "Good at: rowing, baking, mending bicycles.",
        "Strengths: a fine memory for songs; kind to the younger ones.",
        "A keen swimmer. No special educational need.",
        "Her hearing and sight are as expected for her age.",
        "The Early Help team met the family. No social care needs were identified.",
    ],
)
def test_a_line_that_tells_of_no_need_is_none(text):
    assert says_nothing(need(text))


@pytest.mark.parametrize(
    "text",
    [
        "Leo's speech is as expected for his age, but he cannot follow talk in a noisy room.",
        "No diagnosis has been given. Leo struggles to hold a pencil.",
        "Leo has no activity outside the home. No other need was found.",
        "No special educational need, apart from the effect of sight on faces and gestures.",
        "Strengths: mathematics. He finds spelling difficult.",
        "The social worker visited in May. Leo has no sense of danger near roads, and no health needs were found.",
        "Reading is at the level of a child of six.",
    ],
)
def test_a_line_with_something_hard_in_it_is_a_need(text):
    assert not says_nothing(need(text))


@pytest.mark.parametrize(
    "text",
    [
        "Washing, dressing and eating take her much longer than others of her age.",
        "Leo masks. He copies what others do.",
        "Sirens make him hide under a table.",
        "Grip is 4 kg on the right hand.",
        "In a busy room she withdraws.",
    ],
)
def test_what_the_child_does_shows_the_effect_of_a_need(text):
    assert ask("needs.effect", text) is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Leo has autism and ADHD.", Verdict.NOT_MET),
        ("Moderate learning difficulties", Verdict.NOT_MET),
        ("Leo has been diagnosed with developmental language disorder by the therapist in May 2024.", Verdict.NOT_MET),
        ("Autism spectrum condition, confirmed at Northwold Hospital in 2021 by the paediatric team there.", None),
        ("Dr Ash confirmed a diagnosis of autism on 4 May 2023 and Leo takes melatonin.", None),
    ],
)
def test_a_label_is_proposed_as_one(text, verdict):
    got = ask("needs.effect", text)
    assert got is verdict if verdict else got in (Verdict.PARTLY_MET, Verdict.NOT_MET)


def test_a_long_need_in_other_words_is_left_to_a_person():
    text = "Uneven attention in the afternoons, chiefly with written tasks of any real length, and in wet weather."
    answer = checks()["needs.effect"].function(need(text))
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, None)


@pytest.mark.parametrize(
    "text",
    [
        "On the parent scale she scored 74, and on the teacher's 71 per cent.",
        "He manages two turns in a conversation before he goes back to trains.",
        "Her hand function is at MACS level IV.",
        "Her distance vision is 6/48 with both eyes open.",
        "Processing speed is in the low range.",
        "She cannot cut with scissors.",
    ],
)
def test_a_score_a_count_or_a_level_is_a_baseline(text):
    assert ask("needs.baseline", text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Belongs to one group, always with his father.",
        "Plays alone. Walks off when a child speaks to her; one shared turn a week was seen.",
        "Cannot pull clothes up or down.",
        "She needs an adult to do up buttons, zips and laces.",
        "Needs another person for toilet, coat and cutting food.",
        "When plans change I stop talking, about once a fortnight at college.",
        "I do not ask for help: I asked once in a fortnight of watching.",
        "Cried at home weekly last year.",
        "She signs about eighty signs and joins words now and then.",
        "Strangers understand half.",
        "Does not hear alarms, or where a voice comes from.",
        "Number words are not understood, so maths talk is lost.",
        "Travels with an adult; freezes when a bus is late.",
        "Refuses group work in drama, one lesson in three.",
        "Wakes for two to three hours and is then too tired to learn.",
    ],
)
def test_a_cannot_who_is_needed_and_how_often_are_present_levels(text):
    assert ask("needs.baseline", text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Leo has autism.",
        "Leo is anxious about change.",
        "Diagnosed on 4 May 2023.",
        "Leo cannot cope with change.",
        "He needs support with reading and with friends.",
        "He needs an adult who is calm.",
        "Leo has always been a quiet boy.",
        "He finds one thing hard after another.",
        "On the one hand he is shy.",
        "He does not like change.",
        "He finds work on his own hard.",
    ],
)
def test_a_date_or_a_feeling_is_none(text):
    assert ask("needs.baseline", text) is Verdict.NOT_MET


@pytest.mark.parametrize(
    "text",
    [
        "Glue ear: she hears less in class after a cold.",
        "Gastrostomy (a feeding tube into the stomach) for all food.",
        "ADHD; the medicine wears off by two o'clock.",
    ],
)
def test_a_health_need_that_is_explained_is_met(text):
    assert ask("needs.plain_effect", text) is Verdict.MET


def test_a_bare_condition_is_not_explained():
    assert ask("needs.plain_effect", "Growth hormone deficiency, treated daily.") is Verdict.NOT_MET


def test_what_goes_well_is_asked_for_no_present_level():
    text = "Strengths: kind and funny.\nReading is a struggle and he avoids it.\nWriting is slow for his age."
    plan = section_of("B", text)
    answers = [checks()["needs.baseline"].function(one, plan).verdict for one in plan.section("B").items]
    assert answers == [Verdict.NOT_APPLICABLE, Verdict.NOT_MET, Verdict.NOT_MET]


@pytest.mark.parametrize(
    ("told", "health", "verdict"),
    [
        ("He misses what is said behind him; his hearing aids whistle.", "Mild hearing loss.", Verdict.MET),
        ("He reads 20 words a minute.\nHe cannot follow a plan.", "Trisomy 21 (see B2).", Verdict.MET),
        ("Hearing loss.", "Mild hearing loss.", Verdict.NOT_MET),
        ("He reads 20 words a minute.", "Mild hearing loss.", Verdict.NOT_MET),
        ("He cannot run far.", "Underactive thyroid.", Verdict.NOT_MET),
    ],
)
def test_section_b_may_say_what_a_health_need_means(told, health, verdict):
    plan = small(B=told, C=health)
    assert checks()["needs.plain_effect"].function(plan.section("C").items[0], plan).verdict is verdict
