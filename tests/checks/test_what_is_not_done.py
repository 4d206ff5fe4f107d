"""What a child has not done, how far one has come, how often something befell and whose need it is (X04)."""

import pytest
from small import small

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict


def asked(**sections):
    return checks()["places.right_section"].function(small(**sections)).verdict


@pytest.mark.parametrize(
    "text",
    [
        "I have never travelled without a parent or spent a day in a workplace, and I do not know which jobs suit me.",
        "I do not yet read braille or use a screen reader well: I use 6 of about 60 commands, and I will need both.",
        "She has used a screen reader for two terms, with 12 of its 40 main commands.",
        "She keeps friends for years and asks trusted people for help.",
        "Two adults and a hoist are needed for each transfer, and he slumps after 50 minutes.",
        "She needs two adults to transfer and must change position every 45 minutes.",
        "Needs an adult for zips, shoes and the toilet; dressing takes him 25 minutes.",
        "A walking frame is used for short distances and a wheelchair for anything over 50 metres.",
        "Left class 31 times in summer term 2026 and could not say why for half an hour afterwards.",
        "Tears when words fail: five or six times a week, ten minutes each.",
        "I manage six minutes of listening.",
        "Needs to move every 15 minutes; bell and canteen noise lead to flight.",
        "Single words and learned phrases are used, chiefly to request food.",
        "I missed 61 days in Year 9, so my maths is at the level of Year 6 and there are gaps in fractions.",
        "Hot cooking, household money and appointments are done by staff.",
        "New staff set me back.",
        "Attention to an adult-chosen task about 3 minutes.",
    ],
)
def test_it_tells_of_a_need(text):
    assert asked(B=f"He reads slowly. {text}") is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "He does not start a task, so a teaching assistant sits with him for ten minutes each morning.",
        "He cannot spell and has 20 minutes of spelling with the teaching assistant each day.",
        "She knows 12 of 40 sounds, and a teaching assistant takes her out for phonics each day.",
        "He needs a teaching assistant for 30 minutes each day.",
        "Signs are used by all adults who teach him, each day.",
        "There are three sessions of phonics a week with the teaching assistant.",
        "Exercises are done by staff for ten minutes each day.",
        "Two trained adults hoist him each morning at nine.",
        "A laptop is used for all written work, supplied by the school.",
    ],
)
def test_help_beside_it_is_found(text):
    assert asked(B=f"He reads slowly. {text}") is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("His mother is his only carer and does 30 hours a week around full-time work.", Verdict.MET),
        ("He spends evenings alone while Mum works shifts.", Verdict.MET),
        ("Outside swimming (four hours a week) she does not go out.", Verdict.MET),
        (
            "Because of his sight loss he needs to be taught skills at home (sensory social worker, 9 October 2026).",
            "met",
        ),
        ("A personal assistant works with him for 3 hours a week.", Verdict.NOT_MET),
        ("A social worker visits his mother for 2 hours a week.", Verdict.NOT_MET),
    ],
)
def test_what_a_family_does_is_no_provision(text, verdict):
    assert asked(D=text) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Writing is limited to five-minute bursts, and she types after that.", Verdict.MET),
        ("Twice a year she meets four other pupils who have a vision impairment.", Verdict.MET),
        ("She has difficulty with writing.", Verdict.NOT_MET),
        ("Her speech is limited to single words.", Verdict.NOT_MET),
    ],
)
def test_a_need_in_section_f_is_the_childs(text, verdict):
    assert asked(F=text) is verdict


def test_what_she_can_and_cannot_see_is_what_she_tells():
    told = "By July 2028 Mara tells new people what she can and cannot see, on 4 of 5 occasions."
    assert asked(E=told) is Verdict.MET
    assert asked(E="Mara cannot see the board.") is Verdict.NOT_MET


def test_a_date_of_a_talk_is_no_deadline():
    told = "My mother said on 2 July 2026: Nadia works three hours a night and will not complain."
    assert asked(A=told) is Verdict.MET
    assert asked(A="By July 2027 Nadia will read a page aloud to her class.") is Verdict.NOT_MET
