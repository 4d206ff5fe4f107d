"""Sentences of a need that no provision speaks of, and items of section B that tell of no need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.language import beside
from ehcp_audit.model import Verdict
from tests.checks.small import small

NOISE = "The dining hall is too loud for Mia, and she covers her ears and cries about twice a week."
LUNCH = "Mia eats lunch in a quiet room away from the loud dining hall, with ear defenders that cover her ears."
OTHER = "Mia cannot name feelings in words, and points at pictures of faces."
FEELINGS = "An ELSA works with Mia on naming feelings in words, from pictures of faces, for 30 minutes each week."


def ask(id, plan, *items, **options):
    return checks()[id].function(*items, plan, **options)


def in_one_row(**sections):
    """A plan in which the items of these sections stand in one row of a table."""
    plan = small(**{code: "\n".join(texts) for code, texts in sections.items()})

    def moved(section):
        return replace(section, items=tuple(replace(item, row=(1, 2), number=None) for item in section.items))

    return replace(plan, sections=tuple(moved(one) if one.code in sections else one for one in plan.sections))


def quoted(answer):
    return [one.text for one in answer.evidence]


@pytest.mark.parametrize(
    ("sentence", "answered"),
    [
        ("On most mornings she cannot part from her mother at the gate.", "A mentor greets her at the gate at 8:40."),
        ("Her hand aches after four or five lines of writing.", "Touch typing on a laptop, 20 minutes each day."),
        ("She loses her place on the page after two lines.", "A reading ruler lies on her desk in every lesson."),
        ("Under strip lighting the print swims.", "The blinds are drawn and a tinted overlay is used each lesson."),
        ("She bites her sleeves until they tear.", "The occupational therapist has chosen a chew for her, used daily."),
        ("She cannot keep her hands still.", "A fidget lies on her desk in every lesson."),
        ("She cannot tell the time.", "Reading a clock is taught for ten minutes each day."),
        ("She cannot bear the feel of glue or wet paint.", "Glue and wet paint are met in small steps each day."),
    ],
)
def test_a_sentence_of_a_need_that_no_provision_speaks_of_is_quoted(sentence, answered):
    plan = small(B=f"{NOISE} {sentence}\n{OTHER}", F=f"{LUNCH}\n{FEELINGS}", E="Mia will eat in the dining hall.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert (answer.verdict, quoted(answer)) == (Verdict.PARTLY_MET, [sentence])
    assert sentence in quoted(ask("thread.every_need_met", plan))
    assert sentence in quoted(ask("thread.whole", plan))
    plan = small(B=f"{NOISE} {sentence}\n{OTHER}", F=f"{LUNCH}\n{FEELINGS}\n{answered}", E="Mia will eat with others.")
    assert ask("thread.need_has_provision", plan, plan.section("B").items[0]).verdict is Verdict.MET
    assert ask("thread.every_need_met", plan).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("section", "need", "provision", "words"),
    [
        (
            "C",
            "Mia has epilepsy, and has about one seizure a month. She wakes three or four times most nights.",
            {"G": "The epilepsy nurse trains two staff in rescue medication each September."},
            "She wakes three or four times most nights.",
        ),
        (
            "C",
            "Mia has asthma and uses an inhaler before running. She wets the bed on five nights a week.",
            {"G": "The asthma nurse reviews the inhaler once a year."},
            "She wets the bed on five nights a week.",
        ),
        (
            "D",
            "Mia has no playmate and goes to no club outside school. Her brother is a young carer for her.",
            {"H1": "A worker takes Mia to a youth club for two hours each week.", "H2": "None identified."},
            "Her brother is a young carer for her.",
        ),
    ],
)
def test_so_it_is_in_health_and_social_care(section, need, provision, words):
    plan = small(**{section: need, "F": FEELINGS, **provision})
    sections = ("G", "F") if section == "C" else ("H1", "H2")
    answer = ask("thread.need_has_provision", plan, plan.section(section).items[0], provision=sections)
    assert (answer.verdict, quoted(answer)) == (Verdict.PARTLY_MET, [words])


@pytest.mark.parametrize(
    ("provision", "verdict"),
    [
        ("The diabetes nurse trains two members of staff each September.", Verdict.PARTLY_MET),
        ("The diabetes nurse trains two members of staff, and has written a plan for migraine.", Verdict.MET),
    ],
)
def test_a_row_of_several_needs_does_not_say_which_of_them_its_provision_is_for(provision, verdict):
    plan = in_one_row(
        C=(
            "Type 1 diabetes: her blood sugar is tested before meals.",
            "Migraine twice a month; she cannot bear light.",
        ),
        G=(provision,),
    )
    first, second = (
        ask("thread.need_has_provision", plan, one, provision=("G", "F")) for one in plan.section("C").items
    )
    assert (first.verdict, second.verdict) == (Verdict.MET, verdict)


def test_a_single_sentence_that_is_tied_by_its_number_is_answered_in_any_words():
    plan = small(B="1. Mia's hand aches when she writes.\n2. Noise hurts her.", F="Need 1: a plan.\nNeed 2: quiet.")
    assert ask("thread.need_has_provision", plan, plan.section("B").items[0]).verdict is Verdict.MET


def test_what_goes_well_is_no_difficulty():
    plan = small(B=f"{NOISE} Her handwriting is good for her age.\n{OTHER}", F=f"{LUNCH}\n{FEELINGS}")
    short = (Verdict.NOT_MET, Verdict.PARTLY_MET)
    assert not [one for one in plan.section("B").items if ask("thread.need_has_provision", plan, one).verdict in short]


def test_what_follows_the_first_clause_tells_only_how_it_shows():
    skin = "Eczema of both hands, which makes holding a pencil sore."
    plan = small(B=f"{OTHER} {skin}\n{NOISE}", F=f"{FEELINGS}\n{LUNCH}\nA pencil grip is on her table.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert quoted(answer) == [skin]


@pytest.mark.parametrize(
    "opening",
    [
        "Mia has moderate learning difficulties and cerebral palsy.",
        "Mia's main need is autism. Her needs are set out below.",
        "Provision in this section runs for 38 weeks until July 2028.",
        "Provision is for 38 school weeks a year. Key Stage 4 ends in July 2028. The co-ordinator sets steps with Mia "
        "each term, and reviews all provision at the end of each half term.",
        "Each row carries one need and what will be done about it. Outcomes run to July 2028. Steps are set each term "
        "by the class teacher, and all provision is checked then.",
        "Strengths: Mia is kind, funny and curious.",
        "Mia is an able pupil. Her reasoning was at the 96th percentile and she has a wide circle of friends. She "
        "works hard and remembers routines perfectly.",
        "Her verbal reasoning is at the 84th percentile and she enjoys music.",
    ],
)
def test_strengths_and_a_diagnosis_that_opens_the_section_are_asked_for_no_provision(opening):
    plan = small(B=f"{opening}\n{NOISE}", F=LUNCH)
    first = plan.section("B").items[0]
    assert first.text.startswith(opening[:12])
    assert ask("thread.need_has_provision", plan, first).verdict is Verdict.NOT_APPLICABLE
    assert ask("thread.every_need_met", plan).verdict is Verdict.MET


@pytest.mark.parametrize(
    "need",
    [
        "Mia has autism and does not understand jokes.",
        "Mia enjoys music but cannot sing in tune with others.",
        "Mia misses her targets each term because she cannot keep a rhythm.",
        "Mia's work ends in July each year because heat tires her, and her reviews are each term.",
        "Mia's needs are described by the psychologist as severe: she cannot keep a rhythm.",
        "Mia enjoys music. In class she watches the others and starts after them.",
        "Steps are hard for Mia, and she falls on them.",
        "Each paragraph that Mia reads is lost to her before the next one.",
    ],
)
def test_a_need_beside_a_diagnosis_or_a_strength_is_asked(need):
    plan = small(B=f"{need}\n{NOISE}", F=LUNCH)
    assert ask("thread.need_has_provision", plan, plan.section("B").items[0]).verdict is Verdict.NOT_MET


def test_a_kind_of_difficulty_has_words_on_both_sides():
    lists = beside.read_lists(beside.DIFFICULTIES)
    told = {name.removeprefix("difficulties/") for name in lists if name.startswith("difficulties/")}
    assert told == {name.removeprefix("answers/") for name in lists if name.startswith("answers/")}
    assert set(beside.difficulties()) == told
    assert not [entry for entries in lists.values() for entry in entries if "’" in entry]


def test_one_word_ties_where_the_line_speaks_of_the_difficulty_in_other_words():
    plan = small(
        B=f"Mia tires by two o'clock and finishes a third of what she began.\n{NOISE}",
        F=f"A rest on the couch at 12.50, and no test begun after two o'clock.\n{LUNCH}",
    )
    assert ask("thread.need_has_provision", plan, plan.section("B").items[0]).verdict is Verdict.MET


def test_telling_things_for_half_the_time_teaches_nobody_the_clock():
    clock = "She cannot read a clock face."
    order = "A therapist works with Mia for an hour a week, half of that time on telling things in order."
    plan = small(B=f"{NOISE} {clock}\n{OTHER}", F=f"{LUNCH}\n{FEELINGS}\n{order}", E="Mia will eat in the dining hall.")
    assert clock in quoted(ask("thread.every_need_met", plan))


@pytest.mark.parametrize(
    ("sentence", "given", "is_quoted"),
    [
        # what it comes from
        ("Tiredness from low iron shortens her day.", "Iron is tested in her blood every six months.", False),
        ("Tiredness due to anaemia shortens her day.", "The nurse treats anaemia every six months.", False),
        ("Tiredness from low iron shortens her day.", "Phonics for 20 minutes on every weekday.", True),
        ("Tiredness shortens her day, and iron tablets taste bad.", "Iron is tested in her blood.", True),
        # what is named after it
        ("She tires, is unsafe on steps and misses lessons.", "Balance is taught on a beam each week.", False),
        ("She tires, and slides down in a nursery chair.", "A chair with a foot plate stands in each room.", False),
        ("She tires, is unsafe on steps and misses lessons.", "Phonics for 20 minutes on every weekday.", True),
        ("She tires, and misses lessons.", "A chair with a foot plate stands in each room.", True),
        # only that she tires gives way: another first clause stays what the sentence tells of
        ("She cannot tell the time, and slides down in a chair.", "A chair with a foot plate is kept.", True),
    ],
)
def test_tiredness_is_answered_by_what_helps_its_cause_or_what_is_named_beside_it(sentence, given, is_quoted):
    ears = "Mia wears ear defenders in the loud dining hall."
    plan = small(B=f"{NOISE} {sentence}\n{OTHER}", F=f"{ears}\n{FEELINGS}\n{given}", E="Mia will eat with others.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert (sentence in quoted(answer)) is is_quoted


PRINT = "Mia reads 24 point print for 15 minutes before her eyes ache."
PAGE = "Mia loses her place on the page after two lines."
ROAD = "Mia cannot cross a busy road."


def numbered(*sentences, given):
    """A plan whose lines of provision give the numbers of their needs."""
    plan = small(B=f"{' '.join(sentences)}\n{OTHER}", F=f"{given}\n{FEELINGS}", E="Mia will eat with others.")
    lines = tuple(replace(item, refers=(f"B.{at}",)) for at, item in enumerate(plan.section("F").items, start=1))
    return replace(plan, sections=tuple(replace(one, items=lines) if one.code == "F" else one for one in plan.sections))


@pytest.mark.parametrize(
    ("sentence", "given", "is_quoted"),
    [
        # a detail of what the plan itself gives for the need
        (PRINT, "A teacher of the visually impaired teaches braille for two hours a week.", False),
        ("Mia cannot hold a pencil.", "Hand strength is built with putty and a pen grip, ten minutes a day.", False),
        (
            "Mia cannot tie laces, and knives and tins defeat her.",
            "She has adapted knives, and tins with rings.",
            False,
        ),
        # that she is weary comes of what the need is of
        ("By lunch she is tired.", "Two assistants move her with the hoist, four times a day.", False),
        ("After forty minutes her eyes are tired.", "A therapist programmes her tablet each week.", False),
        # another kind of difficulty, of which what is given for the need says nothing
        ("Her hand aches after five lines.", "Ear defenders, and a quiet lunch for 30 minutes a day.", True),
        (ROAD, "Ear defenders, and a quiet lunch for 30 minutes a day.", True),
        ("She cannot bear to be touched.", "Ear defenders, and a quiet lunch for 30 minutes a day.", True),
        ("Being touched from behind sends her out.", "Ear defenders, and a quiet lunch for 30 minutes.", False),
        # one word by chance is none
        ("Her hand aches after five lines of a story.", "A story is told at lunch in a small room each day.", True),
    ],
)
def test_a_detail_of_what_a_numbered_need_is_given_has_its_provision(sentence, given, is_quoted):
    plan = numbered(NOISE, sentence, given=given)
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert (sentence in quoted(answer)) is is_quoted


@pytest.mark.parametrize(
    ("sentence", "is_quoted"),
    [
        ("Mia moves about the building by memory.", False),
        ("Mia learns the way by memory, and cannot cross a road.", True),
        ("(Her balance is in section C.)", False),
        ("Her sleep is described under section D.", False),
        ("Mia's balance is worse in section three of the hall.", True),
        ("Mia falls off the kerb at the road by section B of the park.", True),
    ],
)
def test_how_a_thing_is_done_or_where_it_is_told_is_no_difficulty(sentence, is_quoted):
    plan = numbered(NOISE, sentence, given="Ear defenders, and a quiet lunch for 30 minutes a day.")
    answer = ask("thread.need_has_provision", plan, plan.section("B").items[0])
    assert (answer.verdict is Verdict.PARTLY_MET) is is_quoted
