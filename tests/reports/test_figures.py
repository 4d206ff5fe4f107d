"""What a sample can say while some of it waits for a person: what is certain, what is open, and no rate of the rest."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import made_runs
import pytest

from ehcp_audit import audit_plan
from ehcp_audit.model import Evidence, Must, Tier, Verdict
from ehcp_audit.reports.figures import criteria_figures, figures, short_by_team
from ehcp_audit.reports.gaps import Gap, in_how_many, many_words, tiers_in_words
from ehcp_audit.reports.outline import Outlines
from ehcp_audit.reports.priorities import look_first_at, priorities
from ehcp_audit.reports.rates import Rate
from ehcp_audit.reports.vague_phrases import vague_words_of
from ehcp_audit.rubric import load_rubric
from ehcp_audit.scoring import share, strongest
from ehcp_audit.styling import gate_words, tiers_words
from tests.checks.small import small


def with_lines(card, id, *verdicts):
    """The scorecard with these verdicts for the lines of one criterion."""
    result = next(one for one in card.criteria if one.id == id)
    findings = tuple(result.findings[0]._replace(subject=f"F.{n}", verdict=one) for n, one in enumerate(verdicts, 1))
    verdict, earned = share(verdicts)
    changed = replace(result, verdict=verdict, share=earned, findings=findings)
    return replace(card, criteria=tuple(changed if one.id == id else one for one in card.criteria))


def sample(meet=1, short=10, wait=21):
    """Plans of which so many meet F05, certainly fall short of it (while a line of it waits), and wait."""
    lines = {
        "meet": (Verdict.MET, Verdict.MET),
        "short": (Verdict.NOT_MET, Verdict.NEEDS_PERSON),
        "wait": (Verdict.MET, Verdict.NEEDS_PERSON),
    }
    kinds = ["meet"] * meet + ["short"] * short + ["wait"] * wait
    return [
        with_lines(made_runs.scorecard(f"P{n:02}", clean=True, team="North"), "F05", *lines[kind])
        for n, kind in enumerate(kinds, 1)
    ]


def of(cards, id="F05"):
    return next(one for one in criteria_figures(cards, made_runs.rubric()) if one.criterion.id == id)


def test_a_criterion_has_plans_that_meet_it_are_short_of_it_and_wait():
    one = of(sample())
    assert (one.counts[Verdict.MET], one.short, one.waits, one.applies) == (1, 10, 21, 32)
    assert one.short_words == "10 of 32; 21 wait"
    assert one.rate == Rate(1, 11, 21)
    assert (one.rate.share, one.rate.interval, one.rate.interval_words) == (None, None, "")
    assert one.rate.rate_words == "no rate: 21 of 32 wait for a person"
    assert one.rate.counts_waiting == "1 of 11; 21 wait"
    assert one.shortfall == 10 * Fraction(1, 2)


@pytest.mark.parametrize(("wait", "rated"), [(0, True), (3, True), (4, False)])
def test_a_rate_is_given_where_at_most_one_plan_in_ten_waits(wait, rated):
    one = of(sample(meet=20, short=32 - 20 - wait, wait=wait))
    assert (one.rate.share is not None) is rated
    assert (one.rate.interval is not None) is rated


def test_what_rules_can_only_fail_is_no_rate_of_nothing():
    """Settled only where a plan fails: 3 of 3 short, 29 waiting, is no 0%."""
    cards = sample(meet=0, short=3, wait=29)
    one = of(cards)
    assert one in priorities([one])
    assert one.rate.share is None
    assert short_by_team(cards, ["North"])("F05") == ["3 of 32"]


def test_items_are_no_rate_either_while_many_wait():
    one = of(sample(meet=1, short=10, wait=21))
    assert (one.met_items, one.asked_items, one.open_items, one.item_share) == (23, 33, 31, None)
    assert of(sample(meet=30, short=2, wait=0)).item_share == Fraction(60, 62)


def test_the_law_comes_first_and_then_what_most_plans_fall_short_of():
    cards = [with_lines(card, "E02", Verdict.NOT_MET) for card in sample(meet=26, short=6, wait=0)[:12]]
    cards += sample(meet=12, short=8, wait=0)
    found = criteria_figures(cards, made_runs.rubric())
    needs = priorities(found)
    assert [one.criterion.id for one in needs[:2]] == ["F05", "E02"]
    assert needs[0].short < needs[1].short


def test_a_criterion_stands_where_what_plans_are_short_of_puts_it():
    """Three plans short of the local part of a duty do not come before one that is short of a duty."""
    cards = sample(meet=12, short=0, wait=0)
    local = [with_lines(card, "F05", Verdict.MET, Verdict.NOT_MET) for card in cards[:3]]
    for n, card in enumerate(local):
        changed = [
            replace(one, findings=tuple(finding._replace(tier=Tier.LOCAL) for finding in one.findings))
            if one.id == "F05"
            else one
            for one in card.criteria
        ]
        cards[n] = replace(card, criteria=tuple(changed))
    cards[3] = with_lines(cards[3], "F04", Verdict.NOT_MET)
    cards[4] = with_lines(cards[4], "E02", Verdict.NOT_MET)
    found = priorities(criteria_figures(cards, made_runs.rubric()))
    assert [(one.criterion.id, one.short_most) for one in found] == [("F04", 1), ("E02", 1), ("F05", 3)]


def test_what_to_look_at_first_is_in_the_same_order():
    cards = [made_runs.scorecard(f"P{n:02}", clean=True) for n in range(1, 13)]
    for n in range(2):
        card = with_lines(cards[n], "F05", Verdict.NEEDS_PERSON)
        doubted = [
            replace(one, findings=(one.findings[0]._replace(proposed=Verdict.PARTLY_MET),)) if one.id == "F05" else one
            for one in card.criteria
        ]
        cards[n] = replace(card, criteria=tuple(doubted))
    found = look_first_at(criteria_figures(cards, made_runs.rubric()))
    assert [(one.criterion.id, one.doubted) for one in found] == [("F05", 2), ("B02", 12)]


def test_the_mean_of_the_duties_is_between_two_ends_while_some_wait():
    assert gated(Must(15, 35, 19), Must(35, 35, 0)).must_words == "between 71.4% and 98.6%"
    assert gated(Must(35, 35, 0)).must_words == "100.0%"


# --- the gate ---------------------------------------------------------------------------------------------------


def gated(*musts):
    made = made_runs.run(len(musts))
    cards = [
        replace(card, score=replace(card.score, must=must)) for card, must in zip(made.scorecards, musts, strict=True)
    ]
    made.scorecards = made.core = tuple(cards)
    return figures(made, made_runs.rubric())


@pytest.mark.parametrize(
    ("musts", "sentence"),
    [
        (
            [Must(15, 35, 19)] * 20 + [Must(16, 35, 19)] * 12,
            "20 of 32 plans seem to miss at least one duty, 62.5% (95% interval 45 to 77%); 12 wait for a person",
        ),
        ([Must(15, 35, 19)] * 3, "3 of 3 plans seem to miss at least one duty"),
        (
            [Must(15, 35, 19), Must(16, 35, 19), Must(3, 3, 0)],
            "1 of 3 plans seem to miss at least one duty; 1 waits for a person; 1 meets every one",
        ),
        ([Must(16, 35, 19)] * 2, "not known yet: 0 of 2 miss one, 0 meet all, 2 wait for a person"),
        ([Must(35, 35, 0)] * 12, "12 of 12, 100.0% (95% interval 76 to 100%) meet every must criterion"),
    ],
)
def test_the_gate_of_a_sample_says_how_many_plans_miss_a_duty(musts, sentence):
    assert gated(*musts).gate_sentence == sentence


@pytest.mark.parametrize(
    ("must", "words"),
    [
        (Must(16, 35, 18), "16 of 35 must criteria met, 1 not met; 18 wait for a person"),
        (Must(16, 17, 1), "16 of 17 must criteria met; 1 waits for a person"),
        (Must(3, 5, 0), "3 of 5 must criteria met, 2 not met"),
        (Must(5, 5, 0), "5 of 5 must criteria met"),
    ],
)
def test_the_gate_of_a_plan_names_what_is_missed(must, words):
    assert gate_words(must) == words


# --- whose demand -----------------------------------------------------------------------------------------------


def test_a_criterion_counts_for_the_strongest_tier_of_what_was_found():
    card = made_runs.scorecard()
    (vague, other) = next(one for one in card.criteria if one.id == "F04").findings
    weak = other._replace(tier=Tier.LOCAL)
    missed = next(one for one in card.criteria if one.id == "X01").findings
    assert tiers_in_words([weak, *missed]) == "2 criteria: 1 of the law and 1 of good practice"
    assert tiers_in_words([weak, vague]) == "1 criterion of the law"
    assert strongest([weak, vague]) is Tier.MUST
    assert Gap(card.criteria[0], (weak, vague)).tier is Tier.MUST


def test_a_need_of_training_is_of_the_tier_that_plans_fall_short_of():
    card = made_runs.scorecard()
    weak = [
        replace(one, findings=tuple(found._replace(tier=Tier.LOCAL) for found in one.findings)) for one in card.criteria
    ]
    needs = {
        one.criterion.id: one for one in criteria_figures([replace(card, criteria=tuple(weak))], made_runs.rubric())
    }
    assert needs["F04"].criterion.tier is Tier.MUST
    assert needs["F04"].short_tier is Tier.LOCAL


@pytest.mark.parametrize(
    ("tier", "weaker", "words"),
    [(Tier.MUST, (), "must"), (Tier.MUST, (Tier.SHOULD, Tier.LOCAL), "must, in part should and local")],
)
def test_a_criterion_names_the_tiers_of_its_parts(tier, weaker, words):
    assert tiers_words(tier, weaker) == words


# --- how many ---------------------------------------------------------------------------------------------------


def test_how_many_is_said_of_items_alone_and_with_their_noun():
    result = next(one for one in made_runs.scorecard().criteria if one.id == "E07")
    unmet, partly = Verdict.NOT_MET, Verdict.PARTLY_MET
    assert in_how_many(result, [unmet] * 2) == "not met in 2 of 6 outcomes"
    assert in_how_many(result, [unmet, partly, unmet]) == "2 not met and 1 partly met, of 6 outcomes"
    first = result.findings[0]
    assert many_words(replace(result, findings=(*result.findings, first._replace(subject="E"))), [unmet]) == ""
    assert many_words(replace(result, findings=(*result.findings, first)), [unmet]) == ""
    single = replace(result, findings=(first,))
    assert many_words(single, [unmet]) == ""
    assert in_how_many(single, [unmet, partly], "or") == "not met or partly met"
    mixed = (first, first._replace(subject="F.1"))
    assert many_words(replace(result, findings=mixed), [unmet]) == "in 1 of 2 lines"


def test_a_vague_word_is_the_same_with_a_hyphen_and_a_capital():
    result = next(one for one in made_runs.scorecard().criteria if one.id == "F04")
    words = [Evidence(text, 0) for text in ("Small-group", "small  group")]
    assert vague_words_of(result.findings[0]._replace(evidence=tuple(words))) == ("small group", "small group")


def test_answers_about_a_section_are_no_items():
    card = made_runs.scorecard()
    twice = [replace(one, findings=one.findings * 2) if one.id == "A01" else one for one in card.criteria]
    by_id = {
        one.criterion.id: one
        for one in criteria_figures([replace(card, criteria=tuple(twice))] * 3, made_runs.rubric())
    }
    assert by_id["A01"].items == ""
    assert by_id["E02"].items == "18 of 18"
    outlines = Outlines()
    again = {one.criterion.id: one for one in criteria_figures([outlines.of(card)] * 3, made_runs.rubric())}
    assert again["E02"].items == "18 of 18"


@pytest.mark.parametrize(
    ("h2", "acts", "of_the_run"),
    [
        (None, "writer", "writer"),
        ("", "writer", "writer"),
        ("A worker comes.", "advice-giver", "advice-giver"),
    ],
)
def test_a_missing_or_blank_section_is_the_writers_to_mend_and_vague_words_are_not(h2, acts, of_the_run):
    rubric = load_rubric("national")
    card = audit_plan(small(D="Tom has no club outside school.", H1="None.", H2=h2), rubric)
    result = next(one for one in card.criteria if one.id == "H02")
    assert [one.act for one in result.findings] == [acts]
    for held in (card, Outlines().of(card)):
        figure = next(one for one in criteria_figures([held], rubric) if one.criterion.id == "H02")
        assert figure.act == of_the_run
