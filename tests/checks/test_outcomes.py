"""Checks on outcomes: the verdict, the exact words, and when a question does not arise."""

from datetime import date

import pytest

from ehcp_audit.checks import outcomes
from ehcp_audit.model import SECTION_CODES, Facts, Field, Outcome, Passage, Plan, Section, State, Verdict
from tests.checks.small import small


def outcome(text, **fields):
    named = []
    start = len(text) + 1
    for name, words in fields.items():
        named.append(Field(name, Passage(words, start)))
        start += len(words) + 1
    return Outcome("E.1", (Passage(text, 0),), tuple(named))


def plan_of(item, *, over=""):
    """A plan whose section E holds this outcome, under a line of its own."""
    text = f"{item.text}\n{over}"  # the outcome stands at 0, where `outcome` puts it
    piece = Passage(text, 0)
    sections = tuple(
        Section(code, State.PRESENT, pieces=(piece,), items=(item,)) if code == "E" else Section(code, State.MISSING)
        for code in SECTION_CODES
    )
    return Plan("P01", text, sections, Facts(), (), (), date(2026, 11, 20))


def time_bound(item, *, over="", **options):
    return outcomes.time_bound(item, plan_of(item, over=over), **options)


SMART = "By the end of Year 6, Zofia will read a page aloud with no more than two errors."


@pytest.mark.parametrize(
    "asked",
    [
        outcomes.is_outcome,
        outcomes.not_aspiration,
        outcomes.specific,
        outcomes.measurable,
        time_bound,
        outcomes.personal,
        outcomes.one_result,
    ],
)
def test_a_good_outcome_meets_every_question(asked):
    assert asked(outcome(SMART)).verdict == Verdict.MET


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        (
            "The counsellor will meet Zofia every fortnight until July 2027.",
            ["until July 2027"],
            "It says until when the help is given, not by when the outcome is to be met.",
        ),
        (
            "Zofia will read at home daily until the end of Year 6.",
            ["until the end of Year 6"],
            "It says until when it goes on, not by when the outcome is to be met.",
        ),
        ("Zofia will sit by the window until the bell.", [], "Nothing says by when."),
    ],
)
def test_a_time_that_help_goes_on_to_is_named_and_is_no_deadline(text, words, note):
    answer = time_bound(outcome(text))
    assert (answer.verdict, answer.note) == (Verdict.NOT_MET, note)
    assert [one.text for one in answer.evidence] == words


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (outcomes.is_outcome, "Zofia will receive speech therapy weekly."),
        (outcomes.not_aspiration, "Zofia would like to be a pilot."),
        (outcomes.specific, "Zofia will improve her literacy."),
        (outcomes.measurable, "Zofia will ask for help."),
        (time_bound, "Zofia will sit by the window to see the board."),
        (outcomes.personal, "Staff will use visual timetables."),
        (outcomes.yardstick, "Zofia will improve her literacy."),
        (outcomes.one_result, "Zofia will improve her reading and develop friendships."),
    ],
)
def test_a_fault_is_not_met_with_one_plain_sentence(asked, text):
    answer = asked(outcome(text))
    assert answer.verdict == Verdict.NOT_MET
    assert answer.note.endswith(".")


def test_evidence_is_the_words_at_their_place_in_the_plan():
    item = Outcome("E.2", (Passage("Zofia will read", 100), Passage("by July 2027.", 250)))
    assert time_bound(item).evidence == (Passage("by July 2027", 250),)


def test_a_by_when_field_counts_and_needs_no_by():
    assert time_bound(outcome("Zofia will read.", by_when="July 2027")).verdict == Verdict.MET
    assert time_bound(outcome("Zofia will read.", by_when="Ongoing")).verdict == Verdict.NOT_MET


def test_the_end_of_a_phase_can_be_left_out():
    text = "By the end of Key Stage 2, Zofia will read a page."
    assert time_bound(outcome(text)).verdict == Verdict.MET
    assert time_bound(outcome(text), phase_end_counts=False).verdict == Verdict.NOT_MET


@pytest.mark.parametrize(
    "over",
    ["It is hoped that everything here has come about when Zofia moves on in July 2028.", "Timescale: end of Year 6"],
)
def test_where_a_line_names_a_time_that_may_be_meant_for_all_a_person_decides(over):
    answer = time_bound(outcome("Zofia will read a page aloud."), over=over)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert [one.text for one in answer.evidence] == [over]


def test_a_line_without_a_time_leaves_an_undated_outcome_not_met():
    answer = time_bound(outcome("Zofia will read a page aloud."), over="Her teacher and her parents chose these.")
    assert answer.verdict == Verdict.NOT_MET


def test_a_success_field_can_be_the_measure():
    text = "Zofia will ask for help."
    assert outcomes.measurable(outcome(text, success="In 4 out of 5 lessons")).verdict == Verdict.MET
    assert outcomes.measurable(outcome(text, success="Staff observation")).verdict == Verdict.NOT_MET


def test_without_a_word_of_change_no_yardstick_is_asked_for():
    assert outcomes.yardstick(outcome(SMART)).verdict == Verdict.NOT_APPLICABLE
    text = "Zofia will stay calm, crying for no longer than a minute."
    assert outcomes.yardstick(outcome(text)).verdict == Verdict.NOT_APPLICABLE
    text = "Zofia will increase her typing speed from 12 words a minute to 20 words a minute."
    assert outcomes.yardstick(outcome(text)).verdict == Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("By July 2025 Zofia will swim.", Verdict.NOT_MET),
        ("By July 2027 Zofia will swim.", Verdict.MET),
        ("By the end of Year 6 Zofia will swim.", Verdict.NOT_APPLICABLE),
    ],
)
def test_a_deadline_that_has_passed_is_told(text, verdict):
    plan = Plan("P01", text, (), Facts(), (), (), date(2026, 11, 20))
    assert outcomes.deadline_ahead(outcome(text), plan).verdict == verdict


def test_an_outcome_is_judged_without_the_numbers_that_it_points_at():
    vague = Outcome("E.1", (Passage("5.4 Outcome 3: Sam will feel more settled by July 2028. (2.5; her wish)", 0),))
    assert outcomes.measurable(vague).verdict is Verdict.NOT_MET
    assert outcomes.not_aspiration(vague).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("By July 2028 Sam will have 1:1 sessions with a tutor for 30 minutes a week.", Verdict.NOT_MET),
        ("By July 2028 Sam will receive therapy and will read 40 words.", Verdict.NEEDS_PERSON),
    ],
)
def test_how_much_is_received_is_no_measure_of_an_outcome(words, verdict):
    assert outcomes.is_outcome(Outcome("E.1", (Passage(words, 0),))).verdict is verdict


def test_so_many_minutes_with_an_assistant_are_provision():
    given = outcome("Zofia will have 20 minutes of touch-typing with a teaching assistant three times a week.")
    assert outcomes.is_outcome(given).verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Outcomes are meant for two years.", Verdict.NEEDS_PERSON),
        ("The outcomes of the Year 6 tests in May 2026 were low.", Verdict.NOT_MET),
        ("Outcomes are looked at in July 2027.", Verdict.NOT_MET),
        ("He started nursery in September 2024.", Verdict.NOT_MET),
    ],
)
def test_a_time_told_of_outcomes_in_another_section_may_be_meant_for_all(words, verdict):
    plan = small(B=f"{words}\nTom reads slowly.", E="Tom will read 40 words.\nBy July 2028 Tom will tie his laces.")
    assert outcomes.time_bound(plan.section("E").items[0], plan).verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("By July 2028 Ana will cook four hot meals in succession. (Need 7, Care need 1)", Verdict.MET),
        ("(care need 2: friends). By July 2028 I will go by bus to a match twice a month.", Verdict.MET),
        ("By July 2028 Ana will stay for ten sessions in a row. This answers care need (s1).", Verdict.MET),
        ("(need 5, care need 1; living). By July 2028 Ana will draw ten pounds on four occasions.", Verdict.MET),
        ("Staff will use visual timetables. (Need 5, care need 1)", Verdict.NOT_MET),
        ("The care service will meet her needs (need 5).", Verdict.NOT_MET),
    ],
)
def test_a_need_of_care_that_an_outcome_points_at_is_no_service(text, verdict):
    answer = outcomes.personal(outcome(text))
    assert (answer.proposed or answer.verdict) is verdict


@pytest.mark.parametrize("asked", [outcomes.specific, outcomes.measurable])
@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("By July 2027 Ana is well enough for nursery on nine days in ten across two terms.", True),
        ("By July 2028 Ana will go to a club each week for a term without a member of her family.", True),
        ("By July 2027 Ana will be more settled at nursery.", False),
        ("By July 2028 Ana will be well enough to enjoy school.", False),
    ],
)
def test_days_of_so_many_and_how_long_can_be_seen(asked, text, met):
    answer = asked(outcome(text))
    assert ((answer.proposed or answer.verdict) is Verdict.MET) is met


def test_a_feeling_on_so_many_days_is_nothing_that_can_be_seen():
    answer = outcomes.specific(outcome("By July 2027 Ana will be happier on nine days in ten."))
    assert (answer.proposed or answer.verdict) is not Verdict.MET
