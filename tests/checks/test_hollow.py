"""A provision line of words that stand in every plan, and one that says something in words of its own."""

import pytest

from ehcp_audit.checks.hollow import is_hollow, is_hollow_service, is_of_somebody_before
from ehcp_audit.checks.provision import amount, frequency, type_named
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Field, Passage, Provision, Verdict


def line(text, **fields):
    told = tuple(Field(name, Passage(words, 1000)) for name, words in fields.items())
    return Provision("F.1", (Passage(text, 0),), told)


@pytest.mark.parametrize(
    ("words", "hollow"),
    [
        ("Regular access to adult support in lessons, as required.", True),
        ("Oscar will benefit from opportunities to work in small groups where possible.", True),
        ("Speech and language therapy will be provided by the service. (B2; outcome 3)", True),
        ("Rowan will receive bespoke, holistic and personalised support.", True),
        ("Adult support for Rowan to zip his coat, tie laces and cut food.", True),
        ("The coach fades help by a chart that the programme lead reads.", False),
        ("Chair with foot support and arms; rest space available by the window.", False),
        ("A laptop with a word list is on her desk. She will have access to support as appropriate.", True),
        ("Reviewed termly. Ramp, evacuation chair and a hoist with support from the caretaker.", False),
    ],
)
def test_a_line_is_hollow_where_the_sentence_that_promises_says_nothing_of_its_own(words, hollow):
    assert is_hollow(line(words)) is hollow


def test_what_a_service_is_for_says_nothing_of_how_much_is_given():
    therapy = line("Speech and language therapy sessions to develop inference, narrative and debate.")
    assert is_hollow_service(therapy)
    assert [check(therapy).verdict for check in (amount, frequency)] == [Verdict.NOT_MET] * 2


@pytest.mark.parametrize("check", [amount, frequency, type_named, vague_words])
def test_what_a_line_that_says_something_seems_to_lack_is_for_a_person(check):
    answer = check(line("After a seizure he rests for as long as the nurse's protocol says, beside the heater."))
    assert answer.verdict not in (Verdict.NOT_MET, Verdict.PARTLY_MET)


def test_what_is_given_at_will_is_vague_whatever_else_the_line_says():
    words = "Task boards, cue cards, comic strips and a vest with pockets will be used as appropriate to support him."
    assert vague_words(line(words)).verdict is Verdict.NOT_MET


def test_a_cell_of_its_own_can_be_hollow():
    assert is_hollow(line("Ear defenders, a wedge cushion and a pencil grip", how_often="Access to these at all times"))


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("She will sit near and help you.", True),
        ("One of them is with me at lunch.", True),
        ("The same teacher gives support as required.", True),
        ("The same support will be given as required.", False),
        ("He will receive support as required.", False),
        ("They will support Rowan as required.", False),
    ],
)
def test_a_line_on_somebody_of_the_line_before_is_told_of_there(words, before):
    assert is_of_somebody_before(line(words)) is before
    assert not (before and is_hollow(line(words)))


@pytest.mark.parametrize(
    ("words", "certain"),
    [
        ("My home tutor, a qualified teacher, works with me on needs 1 and 2, for two hours a week.", False),
        ("A teaching assistant works with me on need B2, for two hours a week.", False),
        ("A teaching assistant works with me on learning, one to one, for two hours a week.", True),
        ("A qualified teacher works with me on my needs, one to one, for two hours a week.", True),
    ],
)
def test_teaching_of_needs_told_by_number_is_not_certainly_empty(words, certain):
    assert (type_named(line(words)).verdict is Verdict.NOT_MET) is certain
