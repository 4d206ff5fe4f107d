"""Scales: worked out from the judgements, beside the score, and never rounded up into a step not reached."""

import io
import json
from dataclasses import replace
from fractions import Fraction

import pytest
from made_runs import run as made_run
from made_runs import scorecard as made_scorecard
from openpyxl import load_workbook

from ehcp_audit.model import Must, Verdict
from ehcp_audit.rubric import load_rubric
from ehcp_audit.rubric.scales import fifth, non_negotiables, on_scale, on_scales

NATIONAL = load_rubric("national")


@pytest.fixture
def scorecard():
    return made_scorecard()


def scored(scorecard, total, **changes):
    whole = {"coverage": Fraction(1), "bounds": (total, total), "open": 0, "band": None}
    return replace(scorecard, score=replace(scorecard.score, total=total, **whole, **changes))


@pytest.mark.parametrize(
    ("total", "step"),
    [(Fraction(0), 1), (Fraction(1, 5), 2), (Fraction(399, 500), 4), (Fraction(4, 5), 5), (Fraction(1), 5)],
)
def test_one_to_five_goes_in_equal_steps(total, step):
    assert fifth(total) == step


def test_the_scales_say_the_same_score_in_other_words(scorecard):
    card = scored(scorecard, Fraction(29, 36))
    assert on_scale("0-10", card, NATIONAL) == "8.1 of 10"
    assert on_scale("percentage", card, NATIONAL) == "80.6%"
    assert on_scale("1-5", card, NATIONAL) == "5 of 5"
    half = replace(card, score=replace(card.score, coverage=Fraction(1, 2), bounds=(Fraction(2, 5), Fraction(9, 10))))
    assert on_scale("0-10", half, NATIONAL) == "4.0 to 9.0 of 10; so far 8.1"
    assert on_scale("percentage", half, NATIONAL) == "40.0 to 90.0%; so far 80.6"
    banded = replace(card, score=replace(card.score, band="good"))
    assert on_scale("0-10", banded, NATIONAL) == "8.1 of 10 (good)"
    assert on_scale("grades", banded, NATIONAL) == "good"


def test_the_gate_is_passed_open_or_not_passed(scorecard):
    assert on_scale("gate", scored(scorecard, Fraction(1), must=Must(4, 4, 0)), NATIONAL) == "passed"
    assert on_scale("gate", scored(scorecard, Fraction(1), must=Must(3, 4, 1)), NATIONAL).startswith("open: 1 of 4")
    assert on_scale("gate", scored(scorecard, Fraction(1), must=Must(2, 4, 1)), NATIONAL).startswith("not passed: 1")


def test_non_negotiables_are_counted_and_those_that_fail_are_named(scorecard):
    first, second, *_ = scorecard.criteria
    card = replace(
        scorecard,
        criteria=(replace(first, verdict=Verdict.MET), replace(second, verdict=Verdict.NOT_MET)),
    )
    rubric = NATIONAL.model_copy(update={"non_negotiables": (first.id, second.id), "scales": ("gate",)})
    assert non_negotiables(card, rubric) == f"1 of 2 met; not met: {second.id}"
    assert [one.title for one in on_scales(card, rubric)] == ["Gate", "Non-negotiables"]


def test_a_non_negotiable_that_is_certainly_missed_waits_for_nobody(scorecard):
    rubric = NATIONAL.model_copy(update={"non_negotiables": ("E07",)})
    lines = next(one for one in made_run(1).scorecards[0].criteria if one.id == "E07")
    short = next(one for one in lines.findings if one.verdict is Verdict.NOT_MET)
    waits = short._replace(verdict=Verdict.NEEDS_PERSON)
    for findings, said in (((waits,), "for a person"), ((short, waits), "not met")):
        result = replace(lines, verdict=Verdict.NEEDS_PERSON, share=None, findings=findings)
        card = replace(scorecard, criteria=(result,))
        assert non_negotiables(card, rubric) == f"0 of 1 met; {said}: E07"


def test_every_output_shows_the_rubrics_own_scales(scorecard):
    """The JSON names all of them; the page and the workbook those beside the percentage, which they hold anyway."""
    from ehcp_audit.reports.json_report import json_report
    from ehcp_audit.reports.plan_page import plan_page
    from ehcp_audit.reports.summary import summary_workbook

    asked = NATIONAL.model_copy(update={"scales": ("percentage", "0-10", "1-5", "gate", "met-partly-not")})
    run = made_run(1)
    run.scorecards, run.unreadable = (scored(scorecard, Fraction(29, 36)),), ()
    shown = json.loads(json_report(run, asked))["scorecards"][0]["scales"]
    assert [(one["scale"], one["value"]) for one in shown[:3]] == [("percentage", 80.6), ("0-10", 8.1), ("1-5", 5)]
    assert sum(shown[-1]["value"].values()) == len(scorecard.criteria)
    assert "8.1 of 10" in plan_page(run, asked)
    sheet = load_workbook(io.BytesIO(summary_workbook(run, asked)))["Plans x criteria"]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert {"Out of ten", "One to five", "Gate", "8.1 of 10", "5 of 5"} <= set(cells)
