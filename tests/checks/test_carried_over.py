"""One fact of a paragraph of provision that nobody gives, or that has no time, beside others that are complete."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.plan.plans import heading, line, with_sections

TEACHER = "A specialist teacher teaches Nell reading for 45 minutes on Mondays and Wednesdays, one to one."
MENTOR = "A learning mentor meets Nell for ten minutes every morning before registration."


def asked(check, *sentences):
    """The answers of a check for the lines of a paragraph of section F that are not met, or in doubt."""
    plan = with_sections(
        line("Name: Nell Harrow"), heading("Section F: Special educational provision"), line(" ".join(sentences))
    )
    answers = (checks()[check].function(item, plan) for item in plan.section("F").items)
    return [one for one in answers if one.verdict not in (Verdict.MET, Verdict.NOT_APPLICABLE)]


@pytest.mark.parametrize(
    "bare",
    [
        "Hand exercises are done with Nell for 15 minutes every afternoon.",
        "Lego therapy will be run for 40 minutes a week in a group of three.",
        "For spelling she will get 30 minutes of rehearsal three times a week, in a group of three.",
        "I get half an hour of mindfulness on Tuesdays and Thursdays.",
        "In addition the adults working with Nell receive one hour of supervision every half term.",
        "Friendship: a 30 minute circle of friends group of six meets every Thursday.",
    ],
)
def test_a_sentence_that_names_nobody_beside_others_that_do_is_doubted(bare):
    for sentences in ((TEACHER, bare, MENTOR), (bare, TEACHER), (TEACHER, MENTOR, bare)):
        (answer,) = asked("provision.who", *sentences)
        assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
        assert [one.text for one in answer.evidence] == [bare]


@pytest.mark.parametrize(
    "sentences",
    [
        (TEACHER, "She also gives two hours of indirect time each term.", MENTOR),
        (TEACHER, "Indirect time of one hour a term is used to write her programme.", MENTOR),
        (TEACHER, "These are practised for ten minutes daily.", MENTOR),
        (TEACHER, "Four sessions of ten minutes a day are set aside for practice.", MENTOR),
        (TEACHER, "Hand exercises are done with the same assistant for 15 minutes every afternoon.", MENTOR),
        (TEACHER, "Hand exercises are done with Mrs Hale for 15 minutes every afternoon.", MENTOR),
        (TEACHER, "Nell uses the quiet room for ten minutes after each break.", MENTOR),
        ("The following is given by a trained teaching assistant.", "Hand exercises, 15 minutes daily.", MENTOR),
        (
            "All of the sessions are led by a speech therapist for 30 minutes a week.",
            "Lego therapy runs for 40 minutes.",
        ),
        (
            "Teaching assistant trained by the therapist: stretches, 15 minutes daily.",
            "Spelling game, 10 minutes daily.",
        ),
    ],
)
def test_a_sentence_that_has_its_giver_from_another_is_not(sentences):
    assert asked("provision.who", *sentences) == []


@pytest.mark.parametrize(
    "bare",
    [
        "A teaching assistant goes through the sounds with her one to one.",
        "Nell's teaching assistant goes back over the taught sounds with her between the lessons.",
        "The school's play therapist will also work with her individually.",
        "Help with planning from the assistant in written subjects on the days she finds it hard.",
        "The occupational therapist will come in to see how Nell is getting on with her board.",
        "Pre-teaching of new vocabulary is done by the teaching assistant ahead of new topics.",
    ],
)
def test_a_sentence_on_somebody_else_has_no_amount_from_the_others(bare):
    (answer,) = asked("provision.amount", TEACHER, bare, "The SENCO reviews progress each half term.")
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert bare in [one.text for one in answer.evidence]


@pytest.mark.parametrize(
    "more",
    [
        "She breaks the task down with her and lets her show her answer on a whiteboard.",
        "The teacher uses structured materials with her.",
        "The SENCO reviews her progress with her parents.",
        "A learning mentor sits next to her throughout.",
        "My teachers never ask me to read aloud.",
        "The sessions are led by a teaching assistant.",
        "A learning mentor teaches Nell ways to ask. They meet for 30 minutes once a week.",
        "The school provides a laptop with speech-to-text.",
    ],
)
def test_how_the_same_people_work_needs_no_amount_of_its_own(more):
    assert asked("provision.amount", TEACHER, more) == []


def test_a_therapy_without_time_among_notes_that_give_theirs_is_doubted():
    notes = ("Mentoring from the pastoral manager: 20 minutes, Mondays.", "Cookery with the tutor: 1 hour on Fridays.")
    (answer,) = asked("provision.amount", *notes, "Art therapy with a registered art therapist.")
    assert answer.proposed is Verdict.NOT_MET
    assert asked("provision.amount", "Art therapy with an art therapist.", "Direct: 45 minutes weekly.", *notes) == []


def test_the_time_of_a_review_is_no_amount_of_help_that_is_left_open():
    help_open = "In the afternoons there will be some help from the same assistant with practical subjects."
    assert asked("provision.amount", help_open, "The help is reviewed at the end of each term by the SENCO.")


@pytest.mark.parametrize(
    ("more", "doubted"),
    [
        ("The help is fading as Nell goes on; her support is noted each week by the tutor for ten minutes.", False),
        ("The support service's tutor spends an hour each week on her worksheets.", False),
        ("The tutor gives her the support of an adult for an hour each week.", True),
    ],
)
def test_help_told_before_leaves_nothing_open(more, doubted):
    assert bool(asked("provision.vague_words", TEACHER, more)) is doubted
