"""Provision told among the needs, and needs that speak of help."""

import pytest

from ehcp_audit.checks import places
from ehcp_audit.checks.told_as_needs import is_arranged, is_given_now, is_ordered
from ehcp_audit.model import Passage
from tests.checks.small import small


def _is_help(text: str) -> bool:
    return is_ordered(Passage(text, 0)) or is_given_now(text) or places._is_help(small(), text)


@pytest.mark.parametrize(
    "text",
    [
        "Staff should give her one instruction at a time with a picture.",
        "She should have a wobble cushion and a timer at her desk.",
        "Adults must face Layla when they speak to her.",
        "Teachers will need to check that she has understood before she starts.",
        "Materials must be enlarged to N24.",
        "School to provide a slant board and pencil grips.",
        "She would benefit from weekly sessions of social skills.",
        "He is currently supported by a one-to-one teaching assistant for all lessons.",
        "He is withdrawn three mornings a week for phonics with Mrs Dale.",
        "He attends a nurture group on two afternoons.",
        "He has extra time in tests and a reader.",
        "A laptop is provided for written work.",
        "Her key adult meets her at the gate every morning and walks her to class.",
        "All adults working with him need training in attachment.",
        "Funding at Band C has been agreed for Noor.",
        "The nursery uses picture cards with Noor at every change.",
        "Noor to have a named adult whom she can go to.",
        "Worksheets are broken down into steps, and she is given a checklist.",
        "She requires specialist teaching from someone with a diploma.",
        "They have a laptop and a scribe in tests.",
        "Movement breaks are built into his day.",
        "Her key adult walks them to class every day.",
        "Adults are to stay within reach.",
        "He requires a calm start in the hall, with a mentor beside him for fifteen minutes before lessons.",
        "Handwriting is slow and hard to read, and he must be given a laptop for anything longer than four lines.",
        "She needs reading practice with a trained adult three times a week.",
        "Use visual prompts.",
        "A teaching assistant will scribe for her in tests of more than thirty minutes.",
        "He therefore has the key words taught to him before each reading lesson by an assistant.",
        "The teacher goes over it with her alone for five minutes.",
        "A rest of twenty minutes will be built into each afternoon.",
        "They receive 20 hours of TA support, funded at Band D top-up.",
        "Maya has a 20-minute spelling catch-up with the teaching assistant on Tuesday and Thursday mornings.",
        "Tom has two booster groups a week with Mrs Lane.",
        "They have a check-in with the mentor each morning.",
        "Mrs Lund has him for 20 minutes of flash cards after lunch.",
        "An assistant hears him read each morning.",
        "She has a half-hour reading lesson with a specialist teacher every Monday.",
        "He does a twenty-minute maths intervention three times a week.",
        "He has sensory circuits every morning before registration.",
        "Ravi joins a lunchtime lego club run by the teaching assistant twice a week.",
        "In English he is to sit at the front beside a teaching assistant, who scribes his first paragraph.",
        "He is to work with an assistant in mathematics.",
        "Maya is to use a writing slope for all written work.",
        "He is to leave lessons five minutes early.",
    ],
)
def test_what_others_do_is_no_need(text):
    assert _is_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "After about ninety minutes of school he must lie down.",
        "She has a good relationship with the teaching assistant.",
        "He has a quarrel with the class teacher about twice a week.",
        "He has a session of crying each morning before school.",
        "She had a weekly phonics group in Year 1.",
        "He gets little from his weekly session with the teacher.",
        "He has a group of friends with whom he plays each day.",
        "He has a club with his brother on Saturdays.",
        "He is to sit his GCSEs in June 2027.",
        "She is to have an operation on her foot in March.",
        "She forgets what she is to use and where she is to sit in the hall.",
        "He is to leave school in July.",
        "Teachers will often find him under the table.",
        "She has the words explained to her and forgets them by the next day.",
        "He is also given to shouting.",
        "His hand aches after ten minutes of writing, and he stops.",
        "She needs an adult beside her to finish a page of writing.",
        "He cannot follow an instruction of more than two parts without a picture.",
        "He relies on an adult to repeat what the class has been told.",
        "With an adult next to him he can write three sentences in twenty minutes.",
        "Her mother has to lift her from the bath each evening.",
        "He should be able at his age to tie his laces and cannot.",
        "Adults have to guess what she means about half of the time.",
        "Although he has a visual timetable, Noor does not look at it.",
        "Left with a laptop, she still does not write unless an adult sits by her.",
        "He has had three blocks of speech therapy and leaves out word endings.",
        "She wears hearing aids in both ears but often pulls them out.",
        "His teachers report that he asks to leave the room nine times a day.",
        "She thinks that everybody should have a turn.",
        "Kofi says he would benefit from a rest.",
        "Zofia uses a laptop slowly and makes many errors.",
        "They are supported by a large family.",
        "Kofi has been taught chess by his father.",
        "Zofia is taught in a class of 30.",
        "With ear defenders Kofi stays in the hall for ten minutes.",
        "With a scribe they produce a page; alone they write one line.",
        "The teachers offer praise, which Kofi dislikes.",
        "His teacher keeps a diary: he left the room nine times in a week.",
        "Her teachers have agreed that she is anxious.",
        "Kofi is placed on the 2nd percentile for reading.",
        "He is used to one adult.",
        "Mrs Lund has him down as a worrier who cries every day.",
        "The psychologist has him at the 4th percentile, tested each year.",
        "The noise keeps Sam out of the hall each lunchtime.",
        "Kofi gets two hours of sleep.",
        "He has a Band 3 hearing loss in the left ear.",
        "The psychologist suggested that her memory is weak.",
        "A routine is essential to them.",
        "Break times are hard for Zofia.",
        "Keep in mind that Kofi tires.",
        "School to him is a place of fear.",
        "No programme has been agreed by the doctors.",
        "They have access to the whole curriculum.",
        "He needs an adult beside him at all times to be safe.",
        "She needs an adult's help with buttons and zips.",
    ],
)
def test_a_need_may_speak_of_help(text):
    assert not _is_help(text)


def test_a_long_run_of_words_is_read_in_no_time():
    assert not is_arranged("needs an adult " * 3400)
