"""Words to a plan's writer, and jobs that somebody had still to do on it."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small

BEFORE = "Nell needs time to answer."


def ask(code, text):
    plan = small(child_name="Nell Exampleby", **{"B": BEFORE, code: f"{BEFORE}\n{text}"})
    return checks()["plans.placeholders"].function(plan)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Describe here what the young person enjoys outside school."),
        ("A", "Keep to what was said at the meeting and no more than five bullet points."),
        ("A", "Record these views in the child's own words."),
        ("B", "Summarise this area of need in no more than 150 words."),
        ("E", "Include up to six outcomes for the child or young person."),
        ("F", "State who, how often and for how long in this column."),
        ("F", "Please read the guidance notes before completing this section."),
        ("K", "Set out in this box whose advice is still outstanding."),
    ],
)
def test_what_a_form_tells_its_writer_is_a_leftover(code, text):
    answer = ask(code, text)
    assert answer.verdict is Verdict.NOT_MET
    assert text in [one.text for one in answer.evidence]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Say my name first and give me no more than two choices."),
        ("A", "Keep this page where a supply teacher will see it."),
        ("A", "Please use my whole name."),
        ("F", "Use bullet points on slides, with no more than five to a slide."),
        ("F", "Record each seizure in her book, and how long it lasts."),
        ("F", "Give the child beside her the same card."),
        ("F", "List the lessons of the day on her board."),
        ("E", "By July 2027 Nell will retell a story in her own words."),
    ],
)
def test_what_staff_do_is_no_word_to_the_writer(code, text):
    assert ask(code, text).verdict is Verdict.MET


def test_what_stands_right_under_a_heading_may_be_printed_for_readers():
    plan = small(child_name="Nell Exampleby", A=f"Describe here how the child communicates.\n{BEFORE}")
    answer = checks()["plans.placeholders"].function(plan)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Grandad to say something here about weekends."),
        ("A", "Dad still to send his page – chase him."),
        ("B", "Spelling age: class teacher to supply from the June data."),
        ("B", "Awaiting report from the audiologist."),
        ("B", "Need to find out whether she still wears a splint."),
        ("B", "Is this still right?"),
        ("C", "Wording to be agreed with the school nurse."),
        ("D", "Copy from last year's plan."),
        ("F", "Frequency to follow from the occupational therapist."),
        ("F", "SENCO to confirm this before the plan is sent."),
        ("H1", "Social worker to confirm hours."),
        ("K", "Caseworker: please add the date of the letter."),
    ],
)
def test_a_job_on_the_plan_is_a_leftover(code, text):
    assert ask(code, text).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("B", "Not sure whether the new glasses are worn."),
        ("F", "Check with the physiotherapist which frame is meant."),
        ("F", "Is this 20 or 30 minutes?"),
        ("F", "Health to advise."),
        ("F", "Therapist to say how many sessions."),
    ],
)
def test_a_job_that_may_be_somebody_elses_is_put_to_a_person(code, text):
    answer = ask(code, text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "I would like mum to say good night first."),
        ("A", "“Not sure if this is any good,” she says of her work."),
        ("A", "Not sure what I want to do when I am older."),
        ("B", "Nell is still waiting for an operation on her ear."),
        ("B", "Waiting for a turn is hard."),
        ("E", "By July 2027 Nell will check with a friend that she has understood."),
        ("F", "Nell to choose the book."),
        ("F", "The teacher is to write three targets each half-term."),
        ("F", "A teaching assistant to provide 20 minutes of reading daily."),
        ("F", "The therapist's programme is for staff to follow."),
        ("F", "School to provide a quiet room for lunch."),
        ("G", "Staff to call an ambulance and then her mother if a seizure lasts five minutes."),
        ("D", "The social worker to complete a carer's assessment by March 2027."),
        ("K", "Advice from social care: awaited."),
        ("I", "To be completed when the plan is final."),
    ],
)
def test_what_is_done_with_the_child_or_known_to_be_open_is_no_leftover(code, text):
    assert ask(code, text).verdict is Verdict.MET


def test_a_mark_of_a_placeholder_within_a_longer_leftover_is_told_once():
    answer = ask("B", "What she does well: caseworker to complete from the school's report.")
    assert [one.text for one in answer.evidence] == [
        "What she does well: caseworker to complete from the school's report."
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Her pets: (name of child) has a rabbit."),
        ("A", "Delete whichever sentence is wrong."),
        ("B", "Nell reads ?? words a minute."),
        ("B", "Nell scored __/30 in March."),
        ("B", "AGE EQUIVALENT NOT CHECKED, Nell was tired."),
        ("E", "By [KS3/KS4] Nell will cook a meal."),
        ("F", "A tutor sees Nell in a pair for ... minutes."),
        ("F", "A group of ? pupils meets at noon."),
        ("F", "Tips for writers: a programme is no amount."),
        ("G", "Nursing advice from the hospital to follow."),
        ("B", "Her reading score is (figure to go in when AJ sends it)."),
    ],
)
def test_a_gap_or_a_remark_that_nobody_writes_for_a_reader_is_certain(code, text):
    assert ask(code, text).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Tilda, can you look at the spelling of her street?"),
        ("A", "Could not get hold of her aunt."),
        ("A", "Tell us how the child likes to be spoken to and what helps them join in."),
        ("A", "Sorry, the photographs are too big."),
        ("B", "I think the second figure is the right one."),
        ("B", "EP says mild, SALT says severe."),
        ("B", "No reply from the clinic, reminder sent."),
        ("B", "Should her squint be under health?"),
        ("C", "Paed says she will write by the 12th."),
        ("D", "Not sure social care know about the respite."),
        ("E", "Too woolly, look at this again."),
        ("F", "Sessions to match the banding once agreed."),
        ("F", "We cannot fund the pony."),
        ("J", "Query with finance."),
    ],
)
def test_another_voice_than_the_plans_is_left_over_or_put_to_a_person(code, text):
    answer = ask(code, text)
    assert Verdict.NOT_MET in (answer.verdict, answer.proposed)
    assert any(one.text in text for one in answer.evidence)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "“Where is my ??? gone,” she says, and “Can we fix this?”"),
        ("A", "Will she cope on the bus? Her father lies awake over it."),
        ("A", "I think school is loud. I cannot find my friends. I ran out of time in maths."),
        ("B", "Nell cannot cut and paste, and she loses the page that she was on."),
        ("B", "Her hips need checking as she grows."),
        ("B", "Slow to finish. About one third of a task is done."),
        ("I", "To be completed at final."),
        ("B", "Nell is chased by younger pupils and asks, 'What did I do?'"),
        ("C", "Nell is awaiting the results of a scan of 2 May 2026."),
        ("E", "By July 2027 Nell will edit a paragraph with a list of three checks."),
        ("F", "Assume that Nell has not heard; say it again."),
        ("F", "Targets are to be agreed at the annual review."),
        ("F", "Costing a meal is taught by a mathematics teacher for one hour each week."),
        ("F", "Her hips are looked at by X-ray every six months."),
        ("F", "Taken out of class for 15 minutes every Monday, by the nurse."),
        ("G", "OT to see Nell at school for 40 minutes each half-term."),
    ],
)
def test_what_a_plan_says_to_its_readers_is_no_other_voice(code, text):
    assert ask(code, text).verdict is Verdict.MET


def test_hints_alone_are_never_certain():
    answer = ask("B", "Moved up from the old draft, probably right, and basically what school says by Friday.")
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
