"""What is not found in a line is a fault where the line is bare or open, and goes to a person where it is not."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import outcomes, staffing
from ehcp_audit.checks import provision as asked
from ehcp_audit.checks.groups import group_size
from ehcp_audit.checks.lines import is_statement
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Field, Outcome, Passage, Provision, Verdict

NOT_MET, PERSON = Verdict.NOT_MET, Verdict.NEEDS_PERSON


@pytest.mark.parametrize(
    ("check", "words", "verdict"),
    [
        (asked.amount, "Physical intervention is a last resort by staff with current training.", PERSON),
        (asked.amount, "Intervention by staff with current training.", NOT_MET),
        (vague_words, "Intervention by staff with current training.", NOT_MET),
        (vague_words, "Physical intervention is a last resort by staff.", Verdict.MET),
        (vague_words, "A reader and extra time where the evidence allows.", Verdict.MET),
        (vague_words, "Help with reading where the evidence allows.", NOT_MET),
        (vague_words, "It is not made a target that Sam should look at the speaker.", Verdict.MET),
        (vague_words, "The school should help Sam to look at the speaker.", NOT_MET),
        (asked.amount, "Extra time is applied for in the tests of Year 6.", PERSON),
        (asked.amount, "Extra time in tests.", NOT_MET),
        (asked.amount, "Extra time in tests, applied by the school.", NOT_MET),
        (asked.amount, "Speech and language therapy will be timetabled by the school.", NOT_MET),
        (asked.amount, "The plan sets out speech and language therapy sessions.", NOT_MET),
        (asked.amount, "Speech therapy sessions, and a record of progress kept.", NOT_MET),
        (asked.amount, "The response plan sets out early signs and the exit route.", Verdict.NOT_APPLICABLE),
        (staffing.who, "Adult support for 15 hours a week.", NOT_MET),
        (vague_words, "Weekly physical support.", NOT_MET),
        (vague_words, "Staff reduce help as he copes.", NOT_MET),
        (vague_words, "A TA reads with Sam for as long as the school can plan for it.", PERSON),
        (asked.amount, "Upstairs lessons and library moved to the ground floor.", PERSON),
        (staffing.who, "Restorative talk within 24 hours. All staff rehearse it.", PERSON),
        (staffing.who, "A half-day course of 3 hours for staff each term, given by the sensory team.", PERSON),
        (asked.amount, "The toilet routine is to be moved to the last quarter of assembly.", PERSON),
        (asked.amount, "The SENCO checks that sessions took place from the session log.", PERSON),
        (asked.amount, "Tutors allow his aid time to speak.", PERSON),
        (staffing.who, "Sam is taught in classes of no more than 24 pupils, with doors kept shut.", PERSON),
        (staffing.who, "Two residential sessions with the county's sight society, one in spring.", PERSON),
        (vague_words, "The coach fades help in line with a weekly chart.", Verdict.MET),
        (vague_words, "After a seizure Sam rests for as long as the protocol of the nurse says.", Verdict.MET),
        (vague_words, "A teaching assistant helps Sam for as long as he likes.", NOT_MET),
        (asked.frequency, "A teaching assistant reads with Sam for 15 minutes after lunch.", PERSON),
        (staffing.who, "One adult within reach for all swimming, 2 hours a week.", PERSON),
        (staffing.who, "A handover of 2 hours between staff in June 2027.", PERSON),
        (staffing.who, "Captions on all film; no lesson in the hall; one speaker at a time.", PERSON),
        (asked.amount, "A ceiling track hoist, checked by the therapists each term.", PERSON),
        (asked.amount, "Speech and language therapy.", NOT_MET),
        (asked.amount, "Weekly mentoring from a teaching assistant.", NOT_MET),
        (asked.amount, "Precision teaching in 2 blocks.", PERSON),
        (asked.amount, "All film clips shown to the class will be captioned.", PERSON),
        (asked.frequency, "A teaching assistant gives 30 minutes of precision teaching.", NOT_MET),
        (asked.frequency, "A careers adviser meets Sam for an hour in the spring and the summer term of 2027.", PERSON),
        (asked.frequency, "In swimming, a sign is held up.", PERSON),
        (staffing.who, "Precision teaching.", NOT_MET),
        (staffing.who, "Precision teaching, 20 minutes every day.", PERSON),
        (staffing.who, "An adult reads with Sam for 20 minutes every day.", NOT_MET),
        (staffing.who, "Mr Okafor or an adult reads with Sam for 20 minutes every day.", PERSON),
        (staffing.who, "Sam visits the college for 20 minutes every day.", PERSON),
        (
            staffing.who,
            "A deaf adult from the Sensory Support Service signs with Sam for an hour daily.",
            PERSON,
        ),
        (asked.amount, "The occupational therapist checks the fit of the chair each term.", PERSON),
        (asked.amount, "Write a language programme every term.", PERSON),
        (staffing.who, "The adult moves three metres back for ten minutes of each lunch break.", PERSON),
        (staffing.who, "The key person, one adult to Sam, runs a toilet routine for ten minutes every day.", PERSON),
        (asked.amount, "Lessons on the ground floor, with ramps at both doors.", PERSON),
        (staffing.who, "In tests staff give 50 per cent extra time and rest breaks.", PERSON),
        (staffing.who, "Subject staff read with Sam for 20 minutes every day.", PERSON),
        (asked.type_named, "A teaching assistant will support Sam for two hours a week.", NOT_MET),
        (asked.type_named, "The key adult is told of changes first and tells Sam the day before.", PERSON),
        (asked.period, "Opportunities for precision teaching.", NOT_MET),
        (asked.period, "A teaching assistant gives precision teaching for 20 minutes every day.", PERSON),
        (group_size, "A small group for reading.", NOT_MET),
        (group_size, "A radio aid is worn by the adult who leads every group.", PERSON),
        (vague_words, "Access to precision teaching.", NOT_MET),
        (vague_words, "Precision teaching with adapted cards.", PERSON),
        (vague_words, "Adapted work.", NOT_MET),
        (vague_words, "A second named adult covers when he is away.", PERSON),
        (vague_words, "In a panic attack: move to a quiet place and breathe together.", PERSON),
        (vague_words, "Support in a quiet place.", NOT_MET),
        (asked.frequency, "The behaviour policy is adapted, with no detention for forgetting.", PERSON),
        (asked.amount, "She will have a laptop with a word prediction program.", PERSON),
        (asked.amount, "Sessions lost through absence are made up.", PERSON),
        (asked.amount, "The reading programme will run.", NOT_MET),
        (asked.amount, "Intervention sessions are held at the farm.", PERSON),
        (asked.amount, "Assistants who cover have done the training in hoisting.", PERSON),
        (vague_words, "Mr Example covers the programme if she is ill.", Verdict.MET),
        (staffing.who, "Signs with speech; carpet time kept to ten minutes each day; adults repeat his words.", PERSON),
    ],
)
def test_absence_is_a_fault_of_a_bare_line_alone(check, words, verdict):
    answer = check(Provision("F.1", (Passage(words, 0),)))
    assert (answer.verdict, answer.proposed) == (verdict, NOT_MET if verdict is PERSON else None)


@pytest.mark.parametrize(
    ("check", "words", "verdict"),
    [
        (outcomes.is_outcome, "Sam will have access to a teaching assistant.", NOT_MET),
        (
            outcomes.is_outcome,
            "By July 2028 Sam will go to a group, on three days out of four.",
            PERSON,
        ),
        (outcomes.is_outcome, "By July 2028 Sam will receive therapy, in four sessions out of five.", PERSON),
        (outcomes.measurable, "Sam will improve his communication.", NOT_MET),
        (outcomes.measurable, "Sam will ask an adult for help.", NOT_MET),
        (outcomes.measurable, "Sam will ask an adult for help every bath night.", PERSON),
    ],
)
def test_an_outcome_with_a_measure_or_a_figure_is_put_to_a_person(check, words, verdict):
    answer = check(Outcome("E.1", (Passage(words, 0),)))
    assert answer.verdict is verdict


def test_when_a_card_is_used_is_for_the_child_to_say():
    def asked_of(words: str) -> Verdict:
        often = Field("how_often", Passage("As needed, every day", 0))
        return vague_words(Provision("F.1", (Passage(words, 0),), (often,))).verdict

    assert asked_of("An exit card and a quiet room with an adult.") is PERSON
    assert asked_of("Reading with an adult.") is NOT_MET


def test_the_period_of_a_counted_line_is_for_a_person():
    assert period_of("Adult support for lessons in art, 7 hours weekly.") is PERSON
    assert period_of("Adult support for lessons in art as needed.") is NOT_MET


def period_of(words: str) -> Verdict:
    return asked.period(Provision("F.1", (Passage(words, 0),))).verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("One practitioner to Sam for all fifteen hours.", PERSON), ("TA support in lessons.", NOT_MET)],
)
def test_what_a_title_alone_calls_adult_support_may_be_told_by_the_line(words, verdict):
    title = Field("title", Passage("Adult support", 0))
    assert group_size(Provision("F.1", (Passage(words, 0),), (title,))).verdict is verdict


@pytest.mark.parametrize("words", ["1.1." * 20 + "x", "1.11 " * 20 + "x", "12 " * 40 + "x"])
def test_a_line_of_numbers_is_told_at_once(words):
    assert not is_statement(words)
