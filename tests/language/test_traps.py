"""Clauses that undo a promise, with near misses."""

import pytest

from ehcp_audit.language import traps


@pytest.mark.parametrize(
    "text", ["The hours may be reduced over time.", "This may be varied at the discretion of the school."]
)
def test_a_clause_of_variation_is_found(text):
    assert traps.varied(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hours will be reviewed at the annual review.",
        "The hours may be changed at an annual review, by an amendment notice.",
    ],
)
def test_a_review_is_no_variation(text):
    assert not traps.varied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Therapy to be determined by the school.",
        "As deemed necessary.",
        "Hours following an assessment by the OT.",
        "Therapy: TBC",
        "Work experience, to be arranged.",
        "Hours to be arranged by the school.",
        "Hours to be arranged by the SENCO.",
        "At the review in July 2027, after an assessment, the level of support will be decided.",
        "Reviewed on 3 March 2026. Therapy will be set after assessment by the therapist.",
        "A powered chair after a seating assessment.",
    ],
)
def test_delegation_is_found(text):
    assert traps.delegated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The therapist will agree two targets with him.",
        "Sam decides which book to read.",
        "Lunch table of four students, begun by staff then left to the group.",
        "One day a fortnight, to be arranged and visited by the job coach.",
        "A powered chair on loan from January 2027 after a seating assessment.",
    ],
)
def test_choosing_and_agreeing_are_no_delegation(text):
    assert not traps.delegated(text)


@pytest.mark.parametrize("text", ["Band 4 funding", "£6,000", "Top-up funding", "Element 3"])
def test_money_is_found(text):
    assert traps.money(text)


@pytest.mark.parametrize("text", ["Resistance bands", "A rubber band", "Two elements of a game"])
def test_bands_of_rubber_are_no_money(text):
    assert not traps.money(text)


def test_travel_training_is_no_transport():
    assert traps.transport("Home to school transport by taxi")
    assert not traps.transport("Travel training once a week")
    assert not traps.transport("Independent travel practice on the bus")
    assert not traps.transport("A half-day visit to a transport employer")
    assert traps.transport("Transport college to home by taxi")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The SaLT works with Sam for 30 minutes a week and trains the TA for an hour a term.", {"direct", "indirect"}),
        ("A therapist works with school staff to set targets.", {"indirect"}),
        ("The physiotherapist sees Aled for an hour each half-term and reviews his seating.", {"direct", "review"}),
        ("Ten hours of physiotherapy a year.", set()),
    ],
)
def test_time_with_the_child_is_told_from_time_with_others_and_from_review(text, kinds):
    assert {kind for kind, spans in traps.therapy_time(text).items() if spans} == kinds
