"""A document that sets out only a part of a plan: audited for what it has, named as what it is, and in no figure."""

from __future__ import annotations

import io
from dataclasses import replace
from io import BytesIO

import made_runs
import pytest
from openpyxl import load_workbook
from plans import document, heading, line
from rich.console import Console

from ehcp_audit import audit_plan, load_rubric, read_plan
from ehcp_audit.cli.gate import batch_exit
from ehcp_audit.errors import ExitCode
from ehcp_audit.model import Verdict
from ehcp_audit.plan import build_plan
from ehcp_audit.reports.board import board_blocks, title_of
from ehcp_audit.reports.csv_tables import plans_csv
from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.html import html_report
from ehcp_audit.reports.html_views import about, plan_views
from ehcp_audit.reports.summary import summary_workbook
from ehcp_audit.reports.terminal import show_check
from ehcp_audit.resources import shipped
from ehcp_audit.results import scorecard_from_json, scorecard_json
from ehcp_audit.runs import RubricStamp, Run
from ehcp_audit.scorecards.cover import cover_rows
from ehcp_audit.scorecards.parts import header_lines
from ehcp_audit.scoring import not_in_document, of_what_it_holds, section_bounds


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
    part, whole = plan_views(run.scorecards[:2], rubric, {})
    assert (part["so_far"], part["unweighted"]) == ("", "")
    assert whole["so_far"].endswith("%")
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


@pytest.fixture(scope="module")
def working_document():
    path = shipped("sample_plans") / "15-tribunal-working-document.docx"
    return audit_plan(read_plan(path, as_of=made_runs.AS_OF), load_rubric("national"))


def test_what_it_lacks_as_a_whole_is_for_a_person(working_document):
    card = working_document
    found = {one.id: one for one in card.criteria}
    short = [one for one in card.findings() if one.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)]
    assert all("." in one.subject for one in short)
    assert {found[id].verdict for id in ("X01", "A01", "C01", "D01", "E06", "K01")} == {Verdict.NEEDS_PERSON}
    assert "not in this document" in found["X01"].findings[0].note
    assert card.score.must.unmet == 0


@pytest.fixture(scope="module")
def partly_wrong():
    """A part of a plan with a leftover of the template, letters that it does not explain, and lines all alike."""
    told = ["Ama reads at a six-year level.", "[Insert the EP's findings]", "The GADS and the LBQT were used twice."]
    given = [f"A teacher will teach Ama {what} for 30 minutes each day." for what in ("reading", "spelling", "sums")]
    said = [
        line("Only the parts in dispute are set out here."),
        *(heading("Section B: Special educational needs"), *map(line, told)),
        *(heading("Section F: Special educational provision"), *map(line, given)),
        *(heading("Section I: Placement"), line("Larkmoor School, a maintained special school.")),
    ]
    plan = build_plan(document(*said), reference="P01", as_of=made_runs.AS_OF)
    return audit_plan(plan, load_rubric("national"))


def test_what_is_wrong_in_the_words_there_is_certain(partly_wrong):
    found = {(one.criterion, one.subject): one for one in partly_wrong.findings()}
    assert found["X05", "plan"].verdict is Verdict.NOT_MET
    assert (found["X08", "plan"].verdict, found["X08", "plan"].proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)
    assert (found["B02", "B"].verdict, found["B02", "B"].proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


def test_people_are_shown_what_it_holds_and_are_not_asked_for_the_rest(working_document):
    rubric = load_rubric("national")
    gone = not_in_document(working_document)
    held = of_what_it_holds(working_document, rubric)
    assert {"A01", "C01", "E06", "G01", "K01"} <= set(gone)
    assert not {"B01", "F01", "X01"} & set(gone)
    assert held.score.open == working_document.score.open - len(gone)
    assert held.score.must.applicable < working_document.score.must.applicable
    assert (held.score.must.met, held.score.band) == (working_document.score.must.met, None)
    assert set(section_bounds(held)) == {"B", "F", "I+J+K"}  # it names the placement
    whole = made_runs.scorecard()
    assert (not_in_document(whole), of_what_it_holds(whole, made_runs.rubric())) == ((), whole)


def test_its_outputs_count_what_is_not_in_it_apart(working_document):
    rubric = load_rubric("national")
    gone = len(not_in_document(working_document))
    said = " ".join(terminal(working_document, rubric).split())
    assert f"Not in this document, and not asked: {gone} criteria." in said
    assert "Score by these checks of what this document holds" in said
    assert "No band yet" not in said
    rows = {row[0]: row for row in cover_rows(working_document, rubric)}
    assert rows["Not here"][3] == f"not in this document, {gone} criteria: not asked"
    assert "A01" not in rows["Judge"][4]
    _, head = header_lines(working_document, rubric, made_runs.AS_OF, blind=False)
    assert f"left for you; {gone} not in this document and not asked." in head[1]


def test_a_key_is_no_leftover_and_a_tie_to_a_section_it_lacks_is_not_looked_for(working_document):
    found = {one.id: one for one in working_document.criteria}
    assert [one.proposed or one.verdict for one in found["X05"].findings] == [Verdict.MET]
    assert all("draft or final" not in one.note for one in found["X07"].findings)
    assert {one.note for one in found["F17"].findings if one.verdict is Verdict.NEEDS_PERSON} == {
        "Section E is not in this document."
    }


def terminal(card, rubric) -> str:
    held = io.StringIO()
    show_check(Console(file=held, width=80), [card], rubric)
    return held.getvalue()
