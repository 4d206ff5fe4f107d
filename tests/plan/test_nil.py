import pytest
from plans import heading, line, outcomes_of, provision_of, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.nil import is_nil, is_nil_among
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
        "Rowan and his family are not known to social care.",
        "Neither Rowan nor his mother has asked for an assessment.",
        "52. None identified.",
        "10.1\tNone.",
        "10.1 None identified",
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
        "Asthma and his mother gives him puffs.",
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


@pytest.mark.parametrize(
    "text",
    [
        "None. Section C records no health needs.",
        "None is needed. Speech and language therapy is set out under special educational provision.",
        "None required. Physiotherapy is educational provision, and is told in F.",
        "There are no health needs related to Sam's SEN, and no provision is therefore required here.",
        "Not required, as there are no needs in Section D.",
        "Aisha is in good health. No needs were identified by the community paediatrician.",
        "Social care were asked for advice and reported no involvement with the family.",
        "The local authority's social care team confirmed on 4 May 2026 that Leo is not an open case. No "
        "provision is needed.",
        "Leo's parents have not asked for a personal budget.",
        "The family have chosen not to have a personal budget.",
        "Section 2 of the CSDPA 1970: none.",
        "No other social care provision is reasonably required by Maya's learning difficulties.",
        "I have no health needs.",
        "We do not need any help from social care.",
        "The school nurse reported that Ben has no medical needs in school.",
        "Health advice was sought and none of the professionals reported needs beyond those in Section B.",
        "Nil return from the ICB dated 3 April 2026.",
        "Neither the school nor the family has raised any social care need.",
        "No one in the assessment found any health need linked to Ravi's special educational needs.",
        "At the date of this plan there are none.",
        "As no needs are recorded in Section D, there is nothing to put here.",
        "Because Section C is nil, this section is nil too.",
        "No needs known to the local authority.",
        "An early help assessment found no need for social care.",
        "There is no social care involvement.",
        "Does not apply.",
        "Not relevant to this plan.",
        "No direct payments are being made.",
        "There is no personal budget.",
        "The option of a personal budget was explained to Mrs Obi; she does not want one at present.",
        "No social care outcomes or provision were found necessary.",
        "(None)",
        "None known at the time of writing.",
        "None was identified by the paediatrician, Dr Lowe, who saw her on 3 March 2026.",
        "No health provision is needed beyond what any child of his age gets from the GP.",
        "Lena's health needs are met by universal services and nothing further is needed.",
        "Nothing was identified.",
        "No entry is required.",
        "No needs have come to light.",
        "She hasn't any health needs.",
        "They've no social care needs.",
        "Dr Adeyemi (community paediatrician) examined Ife in May 2026 and found no health need that relates "
        "to her special educational needs.",
    ],
)
def test_a_text_that_says_there_is_nothing_and_how_that_is_known_is_nil(text):
    assert state_of(text) is State.NIL


@pytest.mark.parametrize(
    "text",
    [
        "No changes to his diet may be made without the dietitian's advice.",
        "There is no cure for his condition and he takes medicine twice a day.",
        "None of the staff may give the injection except the trained two.",
        "Ben has asthma. He has no inhaler in school.",
        "He has no sense of danger near roads.",
        "Leo has no sleep routine and wakes four times a night.",
        "She does not sleep through the night.",
        "No needs were identified apart from her epilepsy.",
        "She has no speech and uses an eye-gaze device.",
        "He does not have bladder control and wears pads.",
        "The family has had a social worker since March 2026.",
        "The family is known to social care and has a short break of four hours a month.",
        "There is no respite in place and the family is exhausted.",
        "Her parents do not have enough help at night.",
        "A personal budget of £3,000 a year is paid to the family.",
        "The family asked for a personal budget; a decision is awaited.",
        "He was discharged from the clinic but needs his glasses all day.",
        "Nothing may be given by mouth.",
        "She has no vision in her left eye.",
        "He has had no seizures since January and takes sodium valproate.",
        "No eggs or nuts.",
        "He receives no education at present.",
        "Ravi has no friends outside school and spends weekends alone.",
        "He is not known to have allergies but carries an inhaler.",
        "There are no places at the club and he waits for one.",
        "Lena does not eat at school.",
        "No provision can be named until the assessment has been completed on 3 May.",
        "She needs no help to eat but must be watched while she drinks.",
        "No more than two adults in the room.",
        "He has no unmet needs while his medication is given each morning by the school nurse.",
        "Isla has no sense of danger and needs an adult within reach outdoors.\nIsla wakes at night.",
        "None required for this need.\nTwo weekends a year at an activity centre.",
        "Window locks and a garden fence, fitted by the council's adaptations team.\nNone",
        "Nothing under H1; under H2 there is one afternoon a month with a sitter.",
    ],
)
def test_a_text_with_anything_else_in_it_is_not(text):
    assert state_of(text) is State.PRESENT


@pytest.mark.parametrize(
    "text",
    [
        "Not known to sleep through.",
        "The cause of her hearing loss is not known to the paediatrician.",
        "She is well known to the community nurses.",
        "He does not know numbers beyond ten.",
        "He is not open to new ideas.",
        "She is not involved in decisions.",
        "He is not aware of any danger.",
        "She does not eat anything green.",
        "He is not able to ask for anything.",
        "He never asks for anything.",
        "At school she says nothing.",
        "He has nothing at home that fits.",
        "She says no to any request from an adult.",
        "He shows no evidence of understanding.",
        "He gives no indication of pain.",
        "None of these strategies has worked.",
        "Blank episodes are seen several times in the day.",
        "He is blank during absences.",
        "The seat beside him is left empty.",
        "Rowan dresses without any help.",
        "The family has no support from relatives.",
        "His parents have no help.",
        "He has no contact with any of his family.",
        "No holiday club has agreed to take him.",
        "No social worker has been allocated.",
        "No strip lights are in place.",
    ],
)
def test_what_a_child_or_a_family_is_without_is_something(text):
    assert state_of(text) is State.PRESENT
    assert not is_nil(text)


@pytest.mark.parametrize(
    "text",
    [
        "The family is not known to Early Help.",
        "Not known to Westshire Council's Disabled Children's Team.",
        "The social care team do not know Rowan.",
        "Rowan's family are unknown to children's social care.",
        "We do not need anything from social care.",
        "The family has not asked for anything.",
        "The paediatrician did not find anything of concern.",
        "Dr Lowe saw Rowan in May and did not find anything.",
        "There was no evidence of any health need.",
        "There is no support in place from social care.",
        "No requests for a personal budget have been made.",
        "Mrs Obi was offered a personal budget and said no.",
        "This page is intentionally left blank.",
        "Rowan is well. His GP has no concerns.",
    ],
)
def test_what_a_service_did_not_find_is_nothing(text):
    assert state_of(text) is State.NIL


def test_what_is_done_without_stays_an_item():
    assert len(texts(outcomes_of(
        line("1. By July 2027 Rowan dresses and no help from adults is needed."),
        line("2. No incidents of running away are recorded in a half term."),
        line("3. No worries about the bus are reported."),
    ), "E")) == 3  # fmt: skip
    given = provision_of(
        line("No handwriting is required.", marker="•"),
        line("Copying from the board is not required.", marker="•"),
    )
    assert len(texts(given, "F")) == 2
    needs = with_sections(
        heading("Section B: Special educational needs"),
        line("Rowan does not need help from an adult to read, and finds numbers hard."),
        line("No sensory needs were identified."),
    )
    assert len(texts(needs, "B")) == 1


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("B", "No concerns about hearing or vision."),
        ("B", "Sensory and physical: no needs identified."),
        ("E", "None at present."),
        ("E", "No further outcomes are needed."),
        ("F", "No provision is required in this area."),
        ("F", "No support is needed."),
        ("F", "No specialist equipment is required."),
    ],
)
def test_among_items_nothing_is_said_of_the_sections_own_matter(code, statement):
    assert is_nil_among(code, statement)
    assert state_of(statement, code) is State.NIL


@pytest.mark.parametrize(
    "text",
    [
        "He has no health needs in school. In winter his chest is bad.",
        "No social care needs were identified. At home he hits his sister.",
        "No needs were identified. From March he is fed by tube.",
        "No needs were identified. The doctor saw him about his fits.",
        "No needs were identified. He is on a child protection plan.",
        "No provision is required. The nurse agreed to see him every Friday.",
        "None. A ramp is arranged by the council.",
        "No personal budget was requested. A direct payment for the sitter is in place.",
        "A direct payment was not wanted for transport; the sitter is paid by direct payment.",
    ],
)
def test_a_need_or_payment_after_the_statement_is_something(text):
    assert state_of(text) is State.PRESENT


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2026 the team confirmed that Leo is not an open case.",
        "At present he has no needs.",
        "No needs were identified. In June 2026 his GP was asked.",
        "Leo's parents were offered the chance to have a personal budget and declined.",
        "A direct payment is not in place.",
    ],
)
def test_when_it_was_found_or_offered_leaves_the_statement_nil(text):
    assert state_of(text) is State.NIL


@pytest.mark.parametrize(
    ("statement", "nil"),
    [
        ("Keratoconus in both eyes, which is progressive. No other health needs are reported.", False),
        ("C1: hay fever with a cough at night. C2: a stiff left knee. No further need is recorded.", False),
        ("The nurse was asked on 3 May. No other health needs are reported.", True),
        ("No health needs were found. No other needs are reported.", True),
        ("H2.1 None is required beyond that in section H1.", True),
    ],
)
def test_what_ends_in_there_is_no_more_tells_what_there_is(statement, nil):
    assert is_nil_among("C", statement) is nil


def test_a_need_whose_cause_is_not_known_is_a_need():
    assert not is_nil("Permanent hearing loss in both ears, cause not known.")
    assert is_nil("Not known to social care.")
