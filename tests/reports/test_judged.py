"""Figures as judged beside those of the checks: two results, each by its name and with its own number of plans."""

from __future__ import annotations

import io
from dataclasses import replace

import judged_runs
import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.judgements import Action, Kept, read_judgements
from ehcp_audit.reports.csv_tables import judgements_csv
from ehcp_audit.reports.figures import figures, sampled
from ehcp_audit.reports.html import html_report
from ehcp_audit.reports.judged import judged
from ehcp_audit.reports.rates import Rate
from ehcp_audit.reports.summary import summary_workbook
from ehcp_audit.runs import read_run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twelve plans of which AB has judged all and met all, but for E07."""
    folder = judged_runs.run_folder(tmp_path_factory.mktemp("judged") / "run", 12)
    judged_runs.judge(folder, "AB", lambda plan, id: "not met" if id == "E07" else "met")
    return folder


def test_the_two_results_stand_side_by_side(folder):
    found = judged(read_run(folder), made_runs.rubric(), read_judgements(folder))
    rows = {name: (checks, people) for name, checks, people in found.rows}
    assert rows["Plans counted"] == ("12 plans read", "12 plans judged in full")
    assert rows["Mean plan score"][1].startswith("87.5% (95% interval 87.5 to 87.5%)"), "7 of 8 lettered criteria met"
    assert rows["Plans at or above 75.0%"][1].startswith("12 of 12")
    assert rows["Bands (this rubric's own, no inspection grades)"][1] == "12 good"
    assert ("E07", "4 of 12", "0 of 12") in [(id, checks, people) for id, _, checks, people in found.criteria]
    assert "108 of first audits, 0 the rules' own" in found.whose


def test_nothing_is_said_until_somebody_has_judged(folder):
    assert judged(read_run(folder), made_runs.rubric(), Kept()) is None
    assert "and as judged" not in html_report(read_run(folder), made_runs.rubric(), Kept())


def test_the_page_the_workbook_and_the_tables_hold_it(folder):
    run, kept = read_run(folder), read_judgements(folder)
    kept = Kept(kept.judgements, kept.overall, (Action("P01", "AB", "first", "<b>Say</b> how often", "SENCO"),))
    page = html_report(run, made_runs.rubric(), kept)
    assert "By these checks, and as judged" in page
    assert "&lt;b&gt;Say&lt;/b&gt; how often" in page
    book = load_workbook(io.BytesIO(summary_workbook(run, made_runs.rubric(), kept)))
    assert book.sheetnames[1:3] == ["As judged", "Actions"]
    assert judgements_csv(kept).count("\n") == 109


def test_whether_every_must_is_met_is_no_rate_while_it_waits():
    """0 of 11 "meet every one" is read as 0%, and nobody has looked yet."""
    numbers = figures(made_runs.run(12), made_runs.rubric())
    settled = replace(numbers, gate=Rate(4, 12), missed=Rate(8, 12), musts_open=True)
    assert settled.gate_words == settled.gate.words
    waiting = replace(numbers, gate=Rate(0, 12), missed=Rate(9, 12), musts_open=True)
    assert waiting.gate_words == "not known yet: 9 of 12 miss one, 0 meet all, 3 wait for a person"
    assert "%" not in waiting.gate_words


def test_plans_picked_beside_the_sample_are_none_of_it():
    made = made_runs.run(12)
    made.picked = made.apart = {"P01": "risk", "P99": "thematic"}
    made.core = made.scorecards[1:]
    assert sampled(made) == 12
