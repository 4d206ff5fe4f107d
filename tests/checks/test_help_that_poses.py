"""An outcome that only tells what adults put on, that the child is there, or what is put in place, goes to a person."""

import pytest

from ehcp_audit.checks.help_as_outcomes import posing
from ehcp_audit.checks.outcomes import is_outcome, personal
from ehcp_audit.model import Outcome, Passage, Verdict


def _outcome(text):
    return Outcome("E.1", (Passage(text, 0),))


HELP = [
    "By May 2028 Ottilie will take part in a weekly drumming circle.",
    "Ottilie will stay on her reading intervention until the end of Year 4.",
    "By the end of Year 8 Ottilie will be doing Talkabout with the pastoral worker on Mondays.",
    "Ottilie will, by summer 2028, be on the caseload of the continence nurse.",
    "Ottilie will have been to four art therapy afternoons by March 2028.",
    "Ottilie will keep her weekly mentoring through to July 2028.",
    "Ottilie to work in a group of five for phonics, by Easter 2028.",
    "By June 2028 Ottilie will have her break in the Burrow with Mr Finch.",
    "By Easter 2028 Ottilie will go to the homework club every Tuesday.",
    "Ottilie will rehearse the visit five times by Easter 2028.",
    "By July 2028 Ottilie will be reminded to drink.",
    "By July 2028 Ottilie will be wheeled to the hall by the teaching assistant.",
    "By Easter 2028 Ottilie will have the register called and a pass for the lift.",
    "Mr Finch will stand by Ottilie in the yard until Easter 2028.",
    "Ottilie's desk will be by the window from January 2028.",
    "Chatting with an assistant twice weekly by June 2028 (Ottilie)",
    "By May 2028 Ottilie will wear a weighted jacket for ten minutes every morning.",
    "By May 2028 Ottilie will have extra breaks.",
    "By May 2028 Ottilie will bake with the teaching assistant every Friday.",
    "By May 2028 Ottilie will have sat down with Mr Finch for an hour each Monday and gone over her week.",
    "Until May 2028 Ottilie will sit down with the pastoral worker for an hour each Monday to go over her week.",
    "By May 2028 Ottilie will have sat down every week with her speech and language therapist.",
    "By May 2028 Ottilie will be listening to a story with the TA each day.",
    "By May 2028 Ottilie will have finished a block of OT.",
    "She'll get more one to one help in the yard.",
    "For the Year 4 team to keep a diary of what upsets Ottilie.",
    "By May 2028 Ottilie will have her sums modelled to her and broken into steps in 4 of 5 lessons.",
    "By May 2028 Ottilie will have new words explained to her on 9 days out of 10.",
    "Attendance at the breakfast club, three mornings out of five, by May 2028.",
    "School and home keep in touch by email.",
    "Ottilie's tutor and her aunt will speak once a fortnight.",
    "Everyone in school knows what to do if Ottilie has a seizure.",
    "A task list is put in front of Ottilie in each lesson.",
    "That ear defenders are left by Ottilie's peg.",
    "Social stories written for Ottilie about trips, each with a picture card.",
    "A laminated prompt card made for Ottilie's desk.",
    "Sensory breaks are built into Ottilie's day.",
    "Ottilie's work is printed on buff paper.",
    "2 x 15 mins phonics, TA, by May 2028.",
    "By the end of Year 4: 1:1 sounds x 3 weekly, LSA.",
    "Laptop and reading pen for all long writing by May 2028.",
    "Rest breaks during exams by May 2028.",
]
PRESENCE = [
    "Ottilie will be in school every day by Easter 2028.",
    "By Easter 2028 Ottilie's attendance will be above 92%.",
    "Ottilie to be on a full-time timetable by March 2028.",
    "Ottilie attends college full time by October 2028.",
]
OUTCOMES = [
    "By July 2028 Ottilie will ask for her break card in 4 of 5 lessons.",
    "By July 2028 Ottilie will complete a lap of the field in under three minutes.",
    "By July 2028 Ottilie will take part in a conversation of six turns, twice a day.",
    "By July 2028 Ottilie will have a friend she phones each week.",
    "By July 2028 Ottilie will have a part-time job in a garden centre.",
    "By July 2028 Ottilie will attend her interview, travelling by tram.",
    "By July 2028 Ottilie will manage her own hearing aids every day.",
    "By July 2028 Ottilie will go to a drama club in the village each week with a friend.",
    "By July 2028 Ottilie will be part of a group of four in science and give two ideas each week.",
    "By July 2028 Ottilie will follow a recipe of six steps.",
    "By July 2028 Ottilie will use the quiet room by herself when she needs it.",
    "By July 2028 Ottilie will be understood by an adult who has not met her.",
    "By July 2028 Ottilie will be dressed by 8am each day.",
    "By July 2028 Ottilie will have made two cakes.",
    "By July 2028 Ottilie will keep an upright position on a therapy ball for four minutes.",
    "By July 2028 Ottilie will join a game by asking in words.",
    "By July 2028 Ottilie will stay in the classroom for the whole of each story.",
    "By July 2028 Ottilie will get to the hub within two minutes of the bell.",
    "By July 2028 Ottilie will do the whole lesson with the class teacher, and not with the assistant.",
    "Mr Finch will understand Ottilie when she gives her news, by July 2028.",
    "Ottilie's speech will be clear to her class by July 2028.",
    "By annual review: better sleep, fewer sessions missed",
    "She'll ask for help with her card in 8 lessons of 10 by July 2028.",
    "By July 2028 Ottilie will have her coat on within two minutes in 4 of 5 playtimes.",
    "By July 2028 Ottilie will have her work finished by the bell in 4 lessons of 5.",
    "By July 2028 Ottilie will have met three new children and learnt their names.",
    "By July 2028 Ottilie will be greeting three people by name each morning.",
    "For Ottilie to tell her teacher when she is stuck, once a day.",
    "To read 20 words a minute.",
    "Teachers and peers hear Ottilie's voice in each class discussion, by July 2028.",
    "A shopping list read and followed by Ottilie, with eight items found out of ten.",
    "Splints on by 8.15 each morning, put on by her.",
    "A letter written by Ottilie to the head teacher, with three reasons.",
    "Laptop: types her name and password in 30 seconds.",
    "Conversation with an adult: five turns each, twice a day.",
    "Eye contact with an adult for three seconds, twice in each session.",
    "Five words said to an adult in the playground each day.",
    "By May 2028 Ottilie will sit down with her group and put two questions in each lesson.",
    "By May 2028 Ottilie will go with the teaching assistant to buy a drink and pay with the right coins.",
]


@pytest.mark.parametrize("text", HELP + PRESENCE)
def test_help_that_poses_is_found(text):
    assert is_outcome(_outcome(text)).verdict in (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize("text", PRESENCE)
def test_to_be_there_is_put_to_a_person(text):
    answer = is_outcome(_outcome(text))
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert personal(_outcome(text)).verdict is Verdict.MET


@pytest.mark.parametrize("text", OUTCOMES)
def test_what_the_child_does_is_an_outcome(text):
    assert posing(text) == ()
    assert is_outcome(_outcome(text)).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("By July 2028 Ottilie will have done eight swimming sessions.", Verdict.NOT_MET),
        ("By July 2028 Ottilie will join the cadets.", Verdict.NEEDS_PERSON),
        ("By July 2028 Ottilie will attend the physiotherapy clinic monthly.", Verdict.NOT_MET),
        ("By July 2028 Ottilie will do sessions.", Verdict.MET),
    ],
)
def test_only_a_service_so_often_is_plainly_help(text, verdict):
    assert is_outcome(_outcome(text)).verdict is verdict
