"""Help that poses as an outcome, and outcomes that speak of help: whose act is it?"""

from __future__ import annotations

import pytest

from ehcp_audit.language.outcomes import outcome_wording

HELP = [
    "Nell will have a full-time learning support assistant alongside her in every lesson until July 2027.",
    "By the close of Year 2 the SENCO will have monitored Nell's targets each half term.",
    "By the end of the spring term all staff working with Nell will have completed Makaton level 1.",
    "By Easter 2028 Nell's eleven subject teachers will each be laying out work on one page.",
    "Nell will be in a class of no more than ten pupils by September 2027.",
    "Nell will be allowed to leave lessons five minutes early by May 2027.",
    "By July 2027 Nell will be following the Zones programme delivered by the pastoral team.",
    "Personal budget in place by April 2027 so that her family can employ somebody on Saturdays.",
    "Nell will sit near the front and be given handouts ahead of each lesson by May 2027.",
    "By 2027 there will be an increase in the amount of individual adult time in practical subjects.",
    "Nell will have somewhere calm to eat her lunch by Easter 2027.",
    "By July 2028 Nell will have completed three 10-wk fine-motor blocks, 30 sessions in all.",
    "By the end of Year 4 Nell will have had two full terms of Talk Boost with the HLTA.",
    "Nell's independence skills will be worked on through a weekly programme until July 2027.",
    "By the end of Key Stage 4, impartial careers guidance and a vocational profile will be completed with Nell.",
    "Nell will continue to see the school counsellor on Tuesdays until July 2027.",
    "By Christmas, all teachers of Nell will be using short instructions and checking that she has understood.",
    "Staff at nursery continue to model two-word phrases for Nell throughout the session.",
    "By the end of Reception, Nell's toileting routine will be managed by two trained members of staff.",
    "Mental health support from CAMHS shall continue fortnightly until Nell is eighteen.",
    "Each morning a picture timetable is on her desk and a grown-up goes over it, up to July 2027.",
    "arrange therapy sessions for Nell each week.",
    "The college undertakes to allocate a learning mentor to Nell by September 2027.",
    "In twelve months: hoist, standing frame and adapted toilet all installed and in use for Nell.",
    "By the time she is 19, Nell will have been assigned an adult social care worker.",
]
OUTCOMES = [
    "By July 2027 Nell will have a conversation of four turns with an adult on three days in five.",
    "By July 2027 Nell will have an answer ready for the teacher in 8 of 10 lessons.",
    "By July 2027 Nell will sit at the table for ten minutes at four meals of five.",
    "Conflict needing adult intervention will happen no more than once a week by the end of Year 6.",
    "By July 2027, when staff give her a choice of two, Nell will point to one in 9 of 10 tries.",
    "By July 2027 Nell will allow an adult to brush her teeth for two minutes, morning and night.",
    "To be met by the end of Year 2: Nell will catch a large ball seven times in ten.",
    "By July 2027 Nell will build three towers of ten blocks.",
    "arrange by message, and go to, one outing a fortnight with a friend.",
    "By July 2027 eight words in ten that Nell says will be understood by a visiting member of staff.",
    "Support with dressing from an adult will fall to one prompt by July 2027.",
]


@pytest.mark.parametrize("text", HELP)
def test_help_is_no_outcome(text):
    assert outcome_wording(text).is_provision


@pytest.mark.parametrize("text", OUTCOMES)
def test_what_the_child_does_is_an_outcome_whatever_help_it_names(text):
    assert not outcome_wording(text).is_provision
