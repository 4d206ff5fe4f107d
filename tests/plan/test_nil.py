import pytest

from ehcp_audit.model import State
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.states import state_of


@pytest.mark.parametrize(
    "statement",
    [
        "None identified",
        "None.",
        "N/A",
        "n/a",
        "Not applicable",
        "Nil",
        "-",
        "N",
        "None required at this time.",
        "Not known to social care",
        "Rowan is not currently known to social care.",
        "Rowan is not known to social care, and no social care needs which relate to his SEN were identified.",
        "The family is not known to children's services.",
        "No health needs have been identified.",
        "No social care needs related to his special educational needs.",
        "There are no health needs that relate to his special educational needs.",
        "There is currently no other social care provision.",
        "Rowan has no health needs related to his SEN.",
        "Rowan does not require any health provision.",
        "No personal budget has been requested.",
        "A personal budget has not been requested.",
        "Rowan's parents have not asked for a personal budget.",
        "You did not ask for a personal budget.",
        "The family was told about personal budgets and has not asked for one.",
        "A personal budget was offered but declined.",
        "Not requested.",
        "Not requested by the family.",
        "52. None identified.",
        "No other provision is made.",
        "No social care needs were found by the Children's Assessment Service (August 2026).",
        "(a) No health provision is required.",
        "There is no social care provision for Rowan under section 2 of the Act",
    ],
)
def test_statements_of_nothing_are_nil(statement):
    assert is_nil(statement)
    assert state_of(statement) is State.NIL


@pytest.mark.parametrize(
    "statement",
    [
        "Rowan has epilepsy.",
        "Not every lesson is hard for him.",
        "No needs were identified, but he sees the school nurse each term.",
        "Nobody has told Rowan about the change of class, which worries him.",
        "He needs an adult beside him.",
        "North Road School",
        "No more than eight pupils will be in the group, which a teacher will lead for 45 minutes each day.",
        "Rowan's parents have not asked for a personal budget and receive £40 a week for travel.",
        "The direct payment is paid each month.",
    ],
)
def test_statements_of_something_are_not(statement):
    assert not is_nil(statement)
    assert state_of(statement) is State.PRESENT


def test_a_reason_beside_the_statement_leaves_it_nil():
    assert state_of("No social care needs have been identified. Early help was offered in May 2026.") is State.NIL
    assert state_of("No health provision is required. The school nurse will visit each month.") is State.PRESENT


def test_prompts_and_column_heads_alone_are_empty():
    assert state_of("") is State.EMPTY
    assert state_of("Outcome\tSteps\tBy when") is State.EMPTY
    assert state_of("Outcome\tSteps\tBy when\nN/A\tN/A\tN/A") is State.NIL
    assert state_of("Health needs:\nNone identified") is State.NIL
    assert state_of("H2\tNo other provision is made.") is State.NIL
    assert state_of("Outcome\tSteps\tBy when\nHe reads.\tPages\tJuly 2027") is State.PRESENT
