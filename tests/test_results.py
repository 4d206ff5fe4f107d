"""A scorecard goes to JSON and comes back as it was."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.model import (
    SECTION_CODES,
    AdviceSays,
    Cap,
    CriterionResult,
    Evidence,
    Finding,
    ItemRead,
    Mode,
    Must,
    PlanRead,
    Score,
    Scorecard,
    State,
    ThreadRow,
    Tier,
    Unread,
    Unreadable,
    Verdict,
    Waiver,
)
from ehcp_audit.results import line, scorecard_from_json, scorecard_json, unreadable_from_json, unreadable_json

TEXT = st.text(max_size=30)
COUNT = st.integers(0, 10_000)
MAYBE_COUNT = st.none() | st.integers(1, 500)
TRIPLE = st.none() | st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
SHARE = st.none() | st.fractions(0, 1, max_denominator=60)
EVIDENCE = st.builds(
    Evidence,
    text=TEXT,
    start=COUNT,
    section=st.none() | st.sampled_from(SECTION_CODES),
    page=MAYBE_COUNT,
    paragraph=MAYBE_COUNT,
    table=TRIPLE,
    document=st.none() | st.just("A01"),
)
EVIDENCES = st.lists(EVIDENCE, max_size=2).map(tuple)
FINDING = st.builds(
    Finding,
    criterion=st.just("E07"),
    subject=st.sampled_from(["E.1", "E", "plan"]),
    tier=st.sampled_from(Tier),
    verdict=st.sampled_from(Verdict),
    note=TEXT,
    act=st.sampled_from(["writer", "panel"]),
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    evidence=EVIDENCES,
    proposed=st.none() | st.sampled_from(Verdict),
    waived=st.none() | st.builds(Waiver, reason=TEXT, who=TEXT, when=st.dates(), expires=st.dates()),
    advice=st.none() | st.builds(AdviceSays, document=st.just("A01"), says=st.just("as vague"), evidence=EVIDENCES),
)
CRITERION = st.builds(
    CriterionResult,
    id=st.just("E07"),
    section=st.just("E"),
    tier=st.sampled_from(Tier),
    mode=st.sampled_from(Mode),
    verdict=st.sampled_from(Verdict),
    share=SHARE,
    weight=st.fractions(Fraction(1, 4), 9, max_denominator=4),
    findings=st.lists(FINDING, max_size=2).map(tuple),
)
SCORE = st.builds(
    Score,
    total=SHARE,
    unweighted=SHARE,
    method=st.sampled_from(["flat", "sections"]),
    coverage=st.fractions(0, 1, max_denominator=60),
    bounds=st.none() | st.tuples(st.fractions(0, 1, max_denominator=9), st.fractions(0, 1, max_denominator=9)),
    must=st.builds(Must, met=COUNT, applicable=COUNT, open=COUNT),
    sections=st.lists(st.tuples(st.sampled_from(SECTION_CODES), SHARE), max_size=3, unique_by=lambda one: one[0]).map(
        tuple
    ),
    open=COUNT,
    band=st.none() | TEXT,
    band_before_caps=st.none() | TEXT,
    caps=st.lists(st.builds(Cap, criterion=TEXT, to=TEXT, binding=st.booleans()), max_size=2).map(tuple),
    notes=st.lists(TEXT, max_size=2).map(tuple),
)
PLAN = st.builds(
    PlanRead,
    format=st.just("docx"),
    pages=MAYBE_COUNT,
    status=st.sampled_from([None, "draft", "final"]),
    year_group=st.none() | st.integers(-2, 14),
    phase=st.none() | TEXT,
    facts=st.lists(st.tuples(st.sampled_from(["issued", "drafted"]), st.dates()), unique_by=lambda one: one[0]).map(
        tuple
    ),
    sections=st.lists(
        st.tuples(st.sampled_from(SECTION_CODES), st.sampled_from(State)), unique_by=lambda one: one[0]
    ).map(tuple),
    unread=st.lists(st.builds(Unread, place=TEXT, reason=TEXT), max_size=2).map(tuple),
    warnings=st.lists(TEXT, max_size=2).map(tuple),
    items=st.lists(
        st.builds(
            ItemRead, subject=TEXT, text=TEXT, start=COUNT, page=MAYBE_COUNT, paragraph=MAYBE_COUNT, table=TRIPLE
        ),
        max_size=2,
    ).map(tuple),
)
NAMES = st.lists(TEXT, max_size=2).map(tuple)
CARD = st.builds(
    Scorecard,
    reference=st.just("P01"),
    plan=PLAN,
    score=SCORE,
    criteria=st.lists(CRITERION, max_size=2).map(tuple),
    thread=st.lists(
        st.builds(ThreadRow, need=st.none() | TEXT, aspirations=NAMES, outcomes=NAMES, provision=NAMES), max_size=2
    ).map(tuple),
    id=st.none() | TEXT,
    file=st.none() | TEXT,
    team=st.none() | TEXT,
)


@settings(deadline=None, max_examples=60)
@given(CARD)
def test_a_scorecard_comes_back_from_its_json_as_it_was(card):
    written = line(scorecard_json(card))
    assert written.endswith(b"\n")
    assert written.count(b"\n") == 1
    assert scorecard_from_json(json.loads(written)) == card


def example(**score):
    return Scorecard(
        reference="P01",
        file="draft.docx",
        plan=PlanRead(
            "docx",
            None,
            "draft",
            9,
            "secondary",
            (("issued", date(2026, 6, 15)),),
            (("A", State.PRESENT), ("H1", State.NIL)),
            items=(ItemRead("E.3", "Sam will cook.", 10234, None, 88, (2, 3, 1), "E2"),),
        ),
        score=Score(
            Fraction(49, 60),
            Fraction(49, 60),
            "flat",
            Fraction(5, 6),
            (Fraction(49, 72), Fraction(61, 72)),
            Must(2, 5, 0),
            (("A", Fraction(1)), ("G", None)),
            2,
        ),
        criteria=(
            CriterionResult(
                "E07",
                "E",
                Tier.SHOULD,
                Mode.AUTOMATIC,
                Verdict.PARTLY_MET,
                Fraction(3, 4),
                Fraction(2),
                (Finding("E07", "E.3", Tier.SHOULD, Verdict.NOT_MET, "Nothing says by when.", "writer", "ab" * 8),),
            ),
        ),
    )


def test_the_json_has_the_keys_and_forms_that_scripts_rely_on():
    data = scorecard_json(example())
    assert data["schema"] == "ehcp-audit/scorecard/1"
    assert list(data)[:4] == ["schema", "reference", "id", "file"]
    assert data["plan"]["facts"] == {"issued": "2026-06-15"}
    assert data["plan"]["sections"] == {"A": "present", "H1": "nil"}
    assert data["plan"]["items"][0]["table"] == [2, 3, 1]
    score = data["score"]
    assert (score["exact"], score["percent"], score["unweighted"]) == ("49/60", 81.7, 81.7)
    assert (score["coverage"], score["bounds"]) == (83.3, [68.1, 84.7])
    assert score["must"] == {"met": 2, "applicable": 5, "open": 0}
    assert (score["sections"], score["band"], score["caps"]) == ({"A": 100.0, "G": None}, None, [])
    criterion = data["criteria"][0]
    assert (criterion["verdict"], criterion["share"], criterion["weight"]) == ("partly met", "3/4", "2")
    assert criterion["findings"][0]["proposed"] is None
    assert set(criterion["findings"][0]) == {
        *("subject", "tier", "verdict", "note", "proposed", "act", "fingerprint", "waived", "advice", "evidence"),
    }


def test_a_half_surrogate_can_be_stored():
    data = {"text": "\ud800"}
    assert json.loads(line(data)) == data


def test_an_unreadable_plan_is_named_only_where_files_may_be():
    one = Unreadable("P07", "scan.pdf", "no_text", "It is a picture of a page.")
    assert unreadable_json(one, named=True)["file"] == "scan.pdf"
    assert "file" not in unreadable_json(one, named=False)
    assert unreadable_from_json(unreadable_json(one, named=True)) == one


@pytest.mark.parametrize("change", [{"schema": "other/1"}, {"plan": {}}, {"score": None}])
def test_what_is_no_scorecard_is_an_error(change):
    with pytest.raises((ValueError, KeyError, TypeError)):
        scorecard_from_json({**scorecard_json(example()), **change})
