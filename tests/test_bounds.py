"""A score is said with its bounds first where more than a tenth of the weight waits for a person."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import made_runs
import pytest

from ehcp_audit.bounds import Bounds, bounds_of, framed, mean_bounds
from ehcp_audit.model import Verdict
from ehcp_audit.reports.figures import figures
from ehcp_audit.scoring import beside_score, bounds_alike, section_bounds

HALF = Bounds(Fraction(525, 1000), Fraction(987, 1000), Fraction(533, 1000))


@pytest.mark.parametrize(
    ("judged", "wide"),
    [(Fraction(0), True), (Fraction(899, 1000), True), (Fraction(9, 10), False), (Fraction(1), False)],
)
def test_the_bounds_lead_where_less_than_nine_tenths_was_judged(judged, wide):
    assert HALF._replace(judged=judged).wide is wide


def test_a_score_is_never_said_alone_where_much_waits():
    assert framed(Fraction(979, 1000), HALF) == "between 52.5% and 98.7% (97.9% of the 53.3% judged)"
    assert framed(Fraction(979, 1000), HALF._replace(judged=Fraction(1))) == "97.9%"
    assert framed(None, HALF) == "between 52.5% and 98.7% (nothing judged yet)"
    assert framed(Fraction(1), HALF) == "between 52.5% and 98.7% (all of the 53.3% judged is met)"
    beside = "X08 is not met and is outside it"
    assert framed(Fraction(1), HALF, beside=beside).endswith(f"judged is met; {beside})")
    assert framed(None, None, "none") == "none"
    assert HALF.ends == "52.5 to 98.7%"


def test_the_mean_of_plans_has_the_mean_of_their_bounds():
    whole = Bounds(Fraction(1), Fraction(1), Fraction(1))
    assert mean_bounds([Bounds(Fraction(0), Fraction(1), Fraction(0)), whole]) == Bounds(
        Fraction(1, 2), Fraction(1), Fraction(1, 2)
    )
    assert mean_bounds([]) is None


def test_a_section_and_a_group_of_criteria_have_bounds_of_their_own():
    card = made_runs.scorecard()
    ends = section_bounds(card)
    assert ends["B"] == Bounds(Fraction(0), Fraction(1), Fraction(0))
    assert ends["A"] == Bounds(Fraction(1), Fraction(1), Fraction(1))
    both = bounds_alike([one for one in card.criteria if one.section in ("A", "B")])
    assert both == Bounds(Fraction(1, 2), Fraction(1), Fraction(1, 2))
    gone = [replace(one, verdict=Verdict.NOT_APPLICABLE, share=None) for one in card.criteria]
    assert bounds_alike(gone) is None


def test_the_plans_at_the_bar_go_from_those_that_certainly_reach_it_to_those_that_may():
    made = made_runs.run(12)
    open_ended = [
        replace(card, score=replace(card.score, coverage=Fraction(1, 2), bounds=(Fraction(1, 4), Fraction(1))))
        for card in made.core
    ]
    made.core = tuple(open_ended)
    numbers = figures(made, made_runs.rubric())
    assert numbers.bar_words == "0 to 12 of 12 once all is judged (4 by what has been judged so far)"
    made.core = tuple(map(made_runs.settled, made.core))
    assert figures(made, made_runs.rubric()).bar_words == "4 of 12, 33.3% (95% interval 14 to 61%)"


def test_a_plan_judged_in_full_has_bounds_that_are_its_score():
    card = made_runs.settled(made_runs.scorecard())
    found = bounds_of(card.score)
    assert found is not None
    assert found.low == found.high == card.score.total


def test_what_falls_short_outside_the_score_is_named_beside_it():
    card = made_runs.scorecard()
    assert beside_score(card) == "X01 is not met and is outside it"
    assert beside_score(made_runs.scorecard(clean=True)) == ""
    partly = [replace(one, id="X02", verdict=Verdict.PARTLY_MET) for one in card.criteria if one.id == "X01"]
    both = replace(card, criteria=(*card.criteria, *partly))
    assert beside_score(both) == "X01 and X02 are not met in full and are outside it"
