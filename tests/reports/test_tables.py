"""The tidy tables and the summary workbook say what the stored result says, and no cell of them is a formula."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction

import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.model import Verdict
from ehcp_audit.reports.csv_tables import csv_tables
from ehcp_audit.reports.json_report import json_report, jsonl_report
from ehcp_audit.reports.summary import SHORT, summary_workbook


@pytest.fixture(scope="module")
def run():
    return made_runs.run(12)


@pytest.fixture(scope="module")
def tables(run) -> dict[str, str]:
    return csv_tables(run, made_runs.rubric())


@pytest.fixture(scope="module")
def book(run):
    return load_workbook(io.BytesIO(summary_workbook(run, made_runs.rubric())))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheet_rows(sheet) -> list[tuple[object, ...]]:
    """The rows of a sheet's table, its headings first."""
    first = int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=first)]


def test_the_four_tables_open_in_excel_as_utf_8(tables):
    assert list(tables) == ["plans.csv", "criteria.csv", "scores.csv", "findings.csv"]
    assert all(text.startswith("\ufeff") for text in tables.values())


def test_plans_hold_the_read_and_the_unread(run, tables):
    found = rows(tables["plans.csv"])
    assert [row["reference"] for row in found] == [*(f"P{n:02}" for n in range(1, 13)), "P98", "P99"]
    first, unread = found[0], found[-1]
    assert Fraction(int(first["numerator"]), int(first["denominator"])) == run.scorecards[0].score.total
    assert (first["read"], first["percent"], first["issued"]) == ("yes", "59.5", "2026-06-15")
    assert (unread["read"], unread["kind"], unread["percent"]) == ("no", "encrypted", "")
    assert unread["law_as_at"] == "2026-09-01"


def test_scores_and_findings_agree_with_the_scorecards(run, tables):
    scores, findings = rows(tables["scores.csv"]), rows(tables["findings.csv"])
    expected = [(card.reference, one.id, str(one.verdict)) for card in run.scorecards for one in card.criteria]
    assert [(row["reference"], row["criterion"], row["verdict"]) for row in scores] == expected
    assert len(findings) == sum(len(card.findings()) for card in run.scorecards)
    met = [row for row in findings if row["reference"] == "P01" and row["verdict"] == "met"]
    assert len(met) == sum(one.verdict is Verdict.MET for one in run.scorecards[0].findings())


def test_every_row_of_the_facts_finds_its_plan_and_its_criterion(tables):
    plans = {row["reference"] for row in rows(tables["plans.csv"])}
    criteria = {row["criterion"] for row in rows(tables["criteria.csv"])}
    for name in ("scores.csv", "findings.csv"):
        assert {row["reference"] for row in rows(tables[name])} <= plans
        assert {row["criterion"] for row in rows(tables[name])} <= criteria


def test_a_finding_without_evidence_gives_the_words_and_place_of_its_item(tables):
    row = next(one for one in rows(tables["findings.csv"]) if one["criterion"] == "E02" and one["subject"] == "E.1")
    assert row["evidence"] == "Sam will improve his communication skills."
    assert row["page"] == "6"


def test_no_cell_of_a_table_can_become_a_formula(tables):
    for text in tables.values():
        assert re.findall(r'(?:^|,)"?[=+@\t\r]', text.removeprefix("\ufeff"), re.MULTILINE) == []
    assert "'=HYPERLINK" in tables["findings.csv"]


def test_json_and_jsonl_hold_every_plan(run):
    assert json_report(run, made_runs.rubric()).count('"ehcp-audit/scorecard/1"') == 12
    lines = jsonl_report(run, made_runs.rubric()).splitlines()
    assert len(lines) == 14
    assert json.loads(lines[12])["file"] == "scan.pdf"


def test_the_summary_has_its_sheets_and_a_readable_top(book):
    assert book.sheetnames == [
        *("Summary", "Plans x criteria", "Criteria", "Charts", "Scores", "Self-evaluation"),
        *("Training needs", "Unread", "Method"),
    ]
    assert book["Summary"]["A1"].value == "Dip sample of 14 plans"
    assert book.properties.title == "Dip sample summary"
    assert book.properties.language == "en-GB"


def test_the_matrix_says_every_verdict_in_a_word(run, book):
    table = sheet_rows(book["Plans x criteria"])
    columns = {heading: number for number, heading in enumerate(table[0])}
    for card, row in zip(run.scorecards, table[1:], strict=True):
        assert row[0] == card.reference
        assert row[columns["Of what was judged"]] == pytest.approx(float(card.score.total))
        ends = [row[columns[name]] for name in ("Score at least", "Score at most")]
        assert ends == pytest.approx([float(end) for end in card.score.bounds])
        assert [row[columns[one.id]] for one in card.criteria] == [SHORT[one.verdict] for one in card.criteria]


def test_criteria_give_k_of_n_with_their_interval(book):
    table = sheet_rows(book["Criteria"])
    row = dict(zip(table[0], next(one for one in table if one[0] == "X01"), strict=True))
    assert (row["Plans that meet it"], row["Plans short of it"], row["Wait for a person"]) == (4, 8, 0)
    assert row["Share that meet it"] == pytest.approx(1 / 3)
    assert row["95% low"] == pytest.approx(0.138, abs=0.001)
    assert row["95% high"] == pytest.approx(0.609, abs=0.001)


def test_training_needs_come_by_team_and_with_the_vague_words(book):
    table = sheet_rows(book["Training needs"])
    assert {"Team North", "Team South"} <= set(table[0])
    ids = [row[0] for row in table[1:]]
    assert ids[:3] == ["F04", "X01", "E07"]
    assert "“access to”" in ids


def test_what_could_not_be_read_is_named_by_reference_alone(book):
    cells = [cell for row in sheet_rows(book["Unread"]) for cell in row]
    assert "P98" in cells
    assert "Not read: a scan: pages without text" in cells
    assert not any("scan.pdf" in str(cell) for cell in cells)


def test_no_cell_of_the_workbook_is_a_formula_and_none_is_merged(book):
    for sheet in book.worksheets:
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        assert not sheet.merged_cells.ranges


def test_every_sheet_prints_on_a4_with_its_headings_repeated(book):
    for sheet in book.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.freeze_panes


def test_the_same_run_gives_the_same_workbook(run):
    assert summary_workbook(run, made_runs.rubric()) == summary_workbook(run, made_runs.rubric())


def test_a_title_is_not_cut_beside_a_column_that_is_printed_on_every_page(book):
    sheet = book["Plans x criteria"]
    assert sheet.print_title_cols == "$A:$A"
    assert (sheet["A1"].value, sheet["B1"].value) == (None, "Plans by criteria")
    others = [one for one in book.worksheets if one.title != sheet.title]
    assert all(one["A1"].value and one.page_setup.fitToWidth == 1 for one in others)
