"""The golden thread: ties by row, number, words and area, and what hangs loose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.golden_thread import golden_thread
from ehcp_audit.model import State, Verdict
from tests.checks.small import small


def ask(id, plan, *items):
    return checks()[id].function(*items, plan) if items else checks()[id].function(plan)


@pytest.mark.parametrize(
    ("need", "provision", "verdict"),
    [
        ("Tom reads at a six-year level.", "Phonics, 20 minutes each day with a teaching assistant.", Verdict.MET),
        ("Loud rooms frighten Tom.", "Ear defenders and a quiet table at lunch.", Verdict.MET),
        ("Jo has epilepsy.", "The nurse trains two staff in seizure first aid.", Verdict.MET),
        ("Tom reads at a six-year level.", "Weekly swimming for his joints.", Verdict.NOT_MET),
        (
            "Tom needs support in school each week.",
            "A teaching assistant gives support each week in school.",
            Verdict.NOT_MET,
        ),
    ],
)
def test_need_and_provision_are_tied_by_what_they_speak_of(need, provision, verdict):
    plan = small(B=need, F=provision)
    assert ask("thread.need_has_provision", plan, plan.section("B").items[0]).verdict is verdict


def test_a_number_ties_before_words_do():
    plan = small(B="1. Tom reads slowly.\n2. Tom tires after lunch.", F="Need 2: a walk.\nNeed 1: phonics each day.")
    rows = golden_thread(plan)
    assert [(row.need, row.provision, row.by) for row in rows] == [
        ("B.1", ("F.2",), "number"),
        ("B.2", ("F.1",), "number"),
    ]


def test_an_area_ties_only_what_nothing_else_claims():
    noise, print_ = "sensory: Loud noise frightens Tom.", "sensory: Tom cannot see small print."
    claimed = small(B=f"{noise}\n{print_}", F="sensory: Ear defenders against noise.")
    assert [row.provision for row in golden_thread(claimed)] == [("F.1",), ()]
    free = small(B=f"{noise}\n{print_}", F="sensory: Ear defenders against noise.\nsensory: A sloping board.")
    rows = golden_thread(free)
    assert [(row.provision, row.by) for row in rows] == [(("F.1",), "words"), (("F.2",), "area")]
    answer = ask("thread.need_has_provision", free, free.section("B").items[1])
    assert answer.verdict is Verdict.PARTLY_MET
    assert answer.note == "It is not clear which provision is for this need. Nearest, by its area of need alone: F.2."


@pytest.mark.parametrize(
    ("need", "provision"),
    [
        ("Tom cannot organise his books or find the right page.", "A pain page on the tablet, made by the therapist."),
        ("Tom loses his train of thought. (Occupational therapist)", "An occupational therapist visits each term."),
        (
            "Tom is not toilet trained. He wears pull-ups, hides when he is wet or soiled, and is changed twice a day.",
            "The SENCO goes through the record of incidents every fortnight and agrees changes with Tom's mother.",
        ),
    ],
)
def test_one_word_or_thing_in_common_is_put_to_a_person_in_one_way(need, provision):
    """What is proposed of the one need is what is proposed of all needs."""
    sections = {"B": f"{need}\nLoud rooms frighten Tom.", "F": f"Ear defenders and a quiet table.\n{provision}"}
    plan = small(**sections, E="By July 2027 Tom will stay in loud rooms for a whole lesson.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert answer.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)
    assert ask("thread.every_need_met", plan).verdict is answer.verdict
    assert ask("thread.whole", plan).verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)


def test_a_condition_is_not_answered_by_provision_that_does_not_speak_of_it():
    need = "Tom has eczema which cracks his hands and keeps him from holding a pencil."
    plan = small(C=need, F="A hand strength and handwriting programme with a pencil grip each day.")
    check = checks()["thread.need_has_provision"].function
    sections = ("F", "G")
    assert check(plan.section("C").items[0], plan, provision=sections).verdict is Verdict.NOT_MET
    creamed = small(C=need, F="An assistant creams his hands before handwriting with a pencil each day.")
    assert check(creamed.section("C").items[0], creamed, provision=sections).verdict is Verdict.MET


def test_every_need_without_provision_is_quoted():
    plan = small(B="Tom reads slowly.\nTom cannot hold a pencil.", F="Phonics, 20 minutes each day.")
    answer = ask("thread.every_need_met", plan)
    assert answer.verdict is Verdict.NOT_MET
    assert [passage.text for passage in answer.evidence] == ["Tom cannot hold a pencil."]


def test_outcomes_and_provision_that_hang_loose_are_in_the_thread():
    plan = small(B="Tom reads slowly.", E="By July 2027 Tom will swim ten metres.", F="Ear defenders at lunch.")
    rows = golden_thread(plan)
    assert [(row.need, row.outcomes, row.provision) for row in rows] == [
        ("B.1", (), ()),
        (None, ("E.1",), ()),
        (None, (), ("F.1",)),
    ]


@pytest.mark.parametrize(
    ("sections", "verdict"),
    [
        ({"B": "Ana's speech is unclear.", "F": "Speech and language therapy, 30 minutes a week."}, Verdict.MET),
        (
            {"B": "Ana's speech is unclear.", "F": "Phonics.", "G": "Speech and language therapy each term."},
            Verdict.NOT_MET,
        ),
        ({"B": "Ana reads slowly.", "F": "Speech and language therapy, 30 minutes a week."}, Verdict.NOT_MET),
        ({"B": "Ana reads slowly.", "F": "Phonics."}, Verdict.NOT_APPLICABLE),
    ],
)
def test_speech_help_stands_in_f_and_its_need_in_b(sections, verdict):
    assert ask("thread.speech_in_b_and_f", small(**sections)).verdict is verdict


@pytest.mark.parametrize(
    ("year_group", "provision", "verdict"),
    [
        (10, "Two hours of travel training each week.", Verdict.MET),
        (10, "Phonics, ten minutes each day.", Verdict.NOT_MET),
        (10, "Cognitive behaviour therapy for his mental health.", Verdict.NOT_MET),
        (5, "Phonics, ten minutes each day.", Verdict.NOT_APPLICABLE),
        (None, "Phonics, ten minutes each day.", Verdict.NEEDS_PERSON),
    ],
)
def test_adult_life_is_asked_from_year_9(year_group, provision, verdict):
    assert ask("thread.adult_provision", small(F=provision, year_group=year_group)).verdict is verdict


def test_a_line_that_says_there_is_no_need_is_no_need():
    """ "Sensory and physical: no needs identified" under B asks for no provision."""
    plan = small(
        B="1. Tom reads slowly and guesses words.\n2. Sensory and physical: no needs identified.",
        F="A teaching assistant teaches reading for 20 minutes each day.",
    )
    assert ask("thread.every_need_met", plan).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("health", "verdict"),
    [
        ("None required.", Verdict.NOT_MET),
        ("A school nurse checks her blood glucose before lunch for ten minutes each day.", Verdict.MET),
    ],
)
def test_a_lunch_club_is_no_answer_to_a_health_need(health, verdict):
    """A word or two that a health need shares with teaching ties nothing; a line of health provision does."""
    plan = small(
        C="Ana has diabetes and needs her blood glucose checked before lunch.",
        F="A mentor runs a lunch club for Ana.\nA teacher teaches spelling for 20 minutes each day.",
        G=health,
    )
    answer = checks()["thread.need_has_provision"].function(plan.section("C").items[0], plan, provision=("F", "G"))
    assert answer.verdict is verdict


def test_the_year_that_running_text_gives_counts_where_the_cover_gives_none():
    plan = small(A="I want to fix motorbikes.", cover="Leon, who is in Year 12.", E="By July 2027 he will read a page.")
    assert ask("thread.adult_outcomes", plan).verdict is Verdict.NOT_MET


def test_the_words_beside_what_is_lacking_are_said_to_be_of_the_rest():
    plan = small(cover="Leon, who is in Year 12.", E="By July 2027 he will take his medicine by himself every day.")
    answer = ask("thread.adult_outcomes", plan)
    assert (answer.verdict, len(answer.evidence)) == (Verdict.PARTLY_MET, 1)
    assert answer.note.endswith("community life; the words quoted are of adult health.")


@pytest.mark.parametrize(
    ("need", "verdict"),
    [
        (
            "Ana has epilepsy with weekly seizures. She has a severe nut allergy and carries two pens.",
            Verdict.PARTLY_MET,
        ),
        ("Ana has epilepsy with weekly seizures. Her seizures follow a bad night.", Verdict.MET),
    ],
)
def test_each_condition_of_one_health_need_is_answered(need, verdict):
    plan = small(
        child_name="Ana Sample", C=need, F="None.", G="An epilepsy nurse reviews her seizures for 30 minutes a term."
    )
    answer = checks()["thread.need_has_provision"].function(plan.section("C").items[0], plan, provision=("F", "G"))
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("need", "more"),
    [
        ("Tom speaks in short sentences. His sleep is poor.", "His sleep is poor."),
        ("Tom speaks in short sentences. He finds it hard to make friends.", "He finds it hard to make friends."),
        ("Tom speaks in short sentences. He is at the 3rd percentile for sentences.", None),
        ("Tom speaks in short sentences. He sleeps well.", None),
        ("Tom speaks in short sentences.", None),
    ],
)
def test_a_sentence_on_something_hard_of_which_no_provision_speaks(need, more):
    plan = small(B=need, F="The speech and language therapist works on sentences with Tom each week.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert answer.verdict is (Verdict.PARTLY_MET if more else Verdict.MET)
    assert more is None or [one.text for one in answer.evidence] == [more]


@pytest.mark.parametrize(
    ("need", "provision", "verdict", "words"),
    [
        ("Tom cannot hold a pencil.", "", Verdict.NOT_MET, "Tom cannot hold a pencil."),
        (
            "Tom cannot hold a pencil. His sleep is poor.",
            "\nA pencil grip is used.",
            Verdict.PARTLY_MET,
            "His sleep is poor.",
        ),
        ("Tom cannot hold a pencil.", "\nA pencil grip is used.", Verdict.MET, None),
    ],
)
def test_of_one_need_one_thing_is_said_under_each_criterion(need, provision, verdict, words):
    plan = small(
        B=f"Tom reads slowly.\n{need}",
        E="By July 2027 Tom will read a page.\nBy July 2027 Tom will hold a pencil for a page.",
        F=f"Phonics, 20 minutes each day.{provision}",
    )
    of_one = ask("thread.need_has_provision", plan, plan.section("B").items[1])
    of_all = ask("thread.every_need_met", plan)
    assert (of_one.verdict, of_all.verdict) == (verdict, verdict)
    whole = ask("thread.whole", plan)
    assert (whole.verdict is Verdict.MET) is (verdict is Verdict.MET)
    if words is not None:
        assert all(words in [passage.text for passage in one.evidence] for one in (of_one, of_all, whole))


def test_of_many_loose_needs_the_note_says_how_many_it_does_not_name():
    needs = "\n".join(f"{n}. Tom finds {thing} hard." for n, thing in enumerate(("reading", *"abcdefghijk"), 1))
    said = ask("thread.whole", small(B=needs, E="1. By July 2027 Tom will swim a length.", F="1. Swimming each week."))
    assert "B.8 and 4 more" in said.note


def test_an_outcome_has_no_need_only_where_the_needs_can_be_seen():
    plan = small(B="1. Tom reads slowly.", E="1. By July 2027 Tom will swim a length.")
    outcome = plan.section("E").items[0]
    assert ask("thread.outcome_has_need", plan, outcome).verdict is Verdict.NOT_MET
    gone = replace(plan, partial=True, sections=tuple(map(_not_here, plan.sections)))
    answer = ask("thread.outcome_has_need", gone, outcome)
    assert answer.verdict is Verdict.NEEDS_PERSON
    assert answer.proposed is None
    assert answer.note == "Section B is not in this document."


def test_toast_is_a_snack_and_the_kerb_is_at_the_road():
    needs = "1. Tom cannot make a snack.\n2. Tom cannot cross a road by himself.\n3. Tom reads slowly."
    outcomes = "1. By July 2027 Tom will make toast.\n2. By July 2027 Tom will stop at the kerb."
    plan = small(B=needs, E=outcomes)
    said = [ask("thread.outcome_has_need", plan, one).verdict for one in plan.section("E").items]
    assert said == [Verdict.MET] * 2
    loose = small(B="1. Tom reads slowly.", E=outcomes)
    assert ask("thread.outcome_has_need", loose, loose.section("E").items[1]).verdict is Verdict.NOT_MET


def _not_here(section):
    return replace(section, state=State.UNKNOWN, items=(), pieces=()) if section.code == "B" else section


@pytest.mark.parametrize(
    ("provision", "verdict"),
    [
        ("Need 2: Occupational therapy, direct, for 45 minutes each fortnight.", Verdict.MET),
        ("Needs 1 and 2: an adult beside him for five hours each week.", Verdict.MET),
        ("Need 3: Occupational therapy, direct, for 45 minutes each fortnight.", Verdict.NOT_MET),  # it has no outcome
        ("Occupational therapy, direct, for 45 minutes each fortnight.", Verdict.NOT_MET),  # gives no number
    ],
)
def test_provision_that_gives_a_needs_number_serves_that_needs_outcome(provision, verdict):
    plan = small(
        B="1. Tom reads slowly and guesses words.\n2. Tom cannot fasten a button.\n3. Tom is afraid of dogs.",
        E="By July 2027 Tom will fasten each button.\nBy July 2027 Tom will read a page aloud.",
        F=f"{provision}\nNeed 1: phonics, 20 minutes each day.",
    )
    answer = ask("thread.provision_has_outcome", plan, plan.section("F").items[0])
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("The same therapist trains two adults for an hour each term.", Verdict.MET),
        ("An assistant carries it out each day, as shown by the therapist.", Verdict.MET),
        ("A drumming session each Tuesday.", Verdict.NOT_MET),
        ("A drumming session each Tuesday with the school's band.", Verdict.NOT_MET),
    ],
)
def test_a_line_that_takes_up_the_one_before_serves_its_outcome(line, verdict):
    plan = small(
        B="1. Tom reads slowly.\n2. Tom cannot fasten a button.",
        E="1. By July 2027 Tom will fasten each button.",
        F=f"Outcome 1: an occupational therapist works on buttons for 30 minutes a week.\n{line}",
    )
    assert ask("thread.provision_has_outcome", plan, plan.section("F").items[1]).verdict is verdict


def test_a_need_of_whose_matter_a_line_speaks_leads_to_the_outcome_that_gives_its_number():
    plan = small(
        B="1. Tom is afraid of dogs and of wasps.\n2. Tom cannot fasten a button.",
        E="Need 1: By July 2027 Tom will walk to the park by himself.",
        F="Talks about dogs and wasps with a counsellor for 40 minutes each week.\nA harp lesson each week.",
    )
    said = [ask("thread.provision_has_outcome", plan, one).verdict for one in plan.section("F").items]
    assert said == [Verdict.MET, Verdict.NOT_MET]
