"""A document that sets out only a part of a plan: audited for what it has, named as what it is, and in no figure."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit import audit_plan, load_rubric, read_plan
from ehcp_audit.cli.gate import batch_exit
from ehcp_audit.errors import ExitCode
from ehcp_audit.model import Verdict
from ehcp_audit.reports.board import board_blocks, title_of
from ehcp_audit.reports.csv_tables import plans_csv
from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.html import html_report
from ehcp_audit.reports.html_views import about
from ehcp_audit.reports.summary import summary_workbook
from ehcp_audit.resources import shipped
from ehcp_audit.results import scorecard_from_json, scorecard_json
from ehcp_audit.runs import RubricStamp, Run


def part_of(card):
    return replace(card, plan=replace(card.plan, partial=True))


@pytest.fixture
def run():
    """Twelve plans, the first of which (with faults) is only a part of one."""
    made = made_runs.run(12)
    cards = (part_of(made.scorecards[0]), *made.scorecards[1:])
    stamp = RubricStamp("made", "2026.1", "ab" * 32, made_runs.AS_OF)
    return Run(stamp, made.as_of, cards, made.unreadable)


def test_it_enters_no_figure_and_is_counted_as_read(run):
    numbers = figures(run, made_runs.rubric())
    alone = figures(replace(run, scorecards=run.scorecards[1:]), made_runs.rubric())
    assert (numbers.read, numbers.parts, numbers.plans) == (11, 1, 14)
    assert (numbers.mean, numbers.missed, numbers.criteria) == (alone.mean, alone.missed, alone.criteria)
    assert numbers.parts_words == "1 sets out only a part of a plan and is in no figure"
    assert figures(replace(run, scorecards=run.scorecards[1:]), made_runs.rubric()).parts_words == ""


def test_every_output_says_so(run):
    rubric = made_runs.rubric()
    said = "1 sets out only a part of a plan and is in no figure"
    assert said in html_report(run, rubric)
    assert any(said in block.text for block in board_blocks(run, rubric))
    assert title_of(run) == "Quality of EHC plans: dip sample of 14 plans"
    assert "only a part of a plan: in no rate" in about(run.scorecards[0])
    first, second = plans_csv(run).splitlines()[1:3]
    assert first.endswith("part of a plan")
    assert not second.endswith("part of a plan")
    sheet = load_workbook(BytesIO(summary_workbook(run, rubric)))["Summary"]
    assert any(said in str(cell) for row in sheet.values for cell in row if cell)


def test_a_run_of_nothing_else_has_no_figures_and_is_shown(run):
    alone = replace(run, scorecards=run.scorecards[:1], unreadable=())
    assert figures(alone, made_runs.rubric()).mean is None
    assert html_report(alone, made_runs.rubric())
    assert board_blocks(alone, made_runs.rubric())


def test_it_does_not_pull_the_mean_of_a_batch_under_the_gate():
    low, high = made_runs.scorecard("P01"), made_runs.scorecard("P02", clean=True)
    assert batch_exit([low, high], 0, fail_on="never", fail_under=90) is ExitCode.GATE_NOT_PASSED
    assert batch_exit([part_of(low), high], 0, fail_on="never", fail_under=90) is ExitCode.DONE


def test_a_pick_that_is_a_part_is_counted_once(run):
    picked = replace(run, draw={"extras": {"P01": "risk"}, "population": 40})
    assert (picked.apart["P01"], len(picked.core)) == ("part of a plan", 11)
    numbers = figures(picked, made_runs.rubric())
    assert (numbers.apart, numbers.parts) == (1, 0)


def test_a_stored_scorecard_keeps_it_and_one_of_before_is_whole(run):
    stored = scorecard_json(run.scorecards[0])
    assert scorecard_from_json(stored).plan.partial
    del stored["plan"]["partial"]
    assert not scorecard_from_json(stored).plan.partial


def test_what_it_lacks_as_a_whole_is_for_a_person():
    path = shipped("sample_plans") / "15-tribunal-working-document.docx"
    card = audit_plan(read_plan(path, as_of=made_runs.AS_OF), load_rubric("national"))
    found = {one.id: one for one in card.criteria}
    short = [one for one in card.findings() if one.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)]
    assert all("." in one.subject for one in short)
    assert {found[id].verdict for id in ("X01", "A01", "C01", "D01", "E06", "K01")} == {Verdict.NEEDS_PERSON}
    assert "not in this document" in found["X01"].findings[0].note
    assert card.score.must.unmet == 0
