"""A scorecard survives people: they can only write where they should, and it can still be told apart."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.model import Verdict
from ehcp_audit.scorecards import cover
from ehcp_audit.scorecards.parts import header_lines
from ehcp_audit.scorecards.sheet import AS_TOOL, BLIND, COLUMNS, GRADES, evidence_words, scorecard_workbook


def workbook(**options):
    data = scorecard_workbook(
        made_runs.scorecard(), made_runs.rubric(), as_of=made_runs.AS_OF, tool_version="0.1.0", **options
    )
    return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def book():
    return workbook(auditor="AB")


def header_row(sheet) -> int:
    return int(re.search(r"\d+", sheet.freeze_panes)[0]) - 1


def columns(sheet) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[header_row(sheet)]}


def test_it_has_its_sheets_and_hides_those_for_machines(book):
    assert book.sheetnames == ["Cover", "Scorecard", "Overall", "Actions", "Guidance", "Lists", "_meta"]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == book.sheetnames[:5]


def test_one_row_a_criterion_known_by_a_hidden_column(book):
    sheet = book["Scorecard"]
    column = columns(sheet)["criterion_id"]
    ids = [sheet.cell(row, column).value for row in range(header_row(sheet) + 1, sheet.max_row + 1)]
    assert ids == ["X01", "A01", "B02", "E02", "E07", "F04", "F05", "G01", "K02"]
    letter = sheet.cell(1, column).column_letter
    assert sheet.column_dimensions[letter].hidden


def test_the_tools_verdict_comes_with_short_quotes_and_their_place(book):
    sheet = book["Scorecard"]
    row = next(one for one in range(1, sheet.max_row + 1) if sheet.cell(one, 2).value == "E07")
    found = {heading: sheet.cell(row, column).value for heading, column in columns(sheet).items()}
    assert found["Tool's verdict"] == "partly met"
    lines = found["Tool's evidence and place"].split("\n")
    assert lines[:2] == ["1 of 6 met.", "E.1, E.2, E.4, E.5, E.6: not met. Nothing says by when."]
    assert lines[2].startswith("E.1 (paragraph 80, table 2 row 1): “Sam will improve his communication skills.”")
    assert found["Tier"] == "should"


def test_only_the_auditors_cells_can_be_written_in(book):
    sheet = book["Scorecard"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    for row in sheet.iter_rows(min_row=header_row(sheet) + 1):
        for cell in row:
            heading = sheet.cell(header_row(sheet), cell.column).value
            mine = heading in ("Grade", "N/A reason", "Your evidence and place", "Comment")
            assert cell.protection.locked is not mine
            assert not (mine and cell.value)


def test_grades_and_reasons_are_offered_by_name(book):
    sheet = book["Scorecard"]
    offered = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    grade = sheet.cell(header_row(sheet) + 1, columns(sheet)["Grade"]).coordinate
    reason = sheet.cell(header_row(sheet) + 1, columns(sheet)["N/A reason"]).coordinate
    grades = next(one for cells, one in offered.items() if cells.startswith(grade))
    reasons = next(one for cells, one in offered.items() if cells.startswith(reason))
    assert grades.formula1 == "=Grades"
    assert grades.showErrorMessage
    assert not reasons.showErrorMessage
    lists = book["Lists"]
    assert [lists.cell(row, 1).value for row in range(2, 7)] == [*GRADES, AS_TOOL]
    assert book.defined_names["Grades"].attr_text == "'Lists'!$A$2:$A$6"
    assert book.defined_names["Bands"].attr_text == "'Lists'!$C$2:$C$3"


def test_the_head_says_whose_plan_by_what_rubric_and_how_it_does(book):
    head = "\n".join(str(book["Scorecard"].cell(row, 1).value) for row in range(1, 5))
    for words in (
        "Scorecard P01",
        "made 2026.1",
        "1 September 2026",
        "20 November 2026",
        "59.5%",
        "3 of 5 must criteria",
    ):
        assert words in head


def test_it_is_known_by_its_properties_and_by_its_hidden_sheet(book):
    kept = {row[0].value: row[1].value for row in book["_meta"].iter_rows()}
    assert kept["schema"] == "ehcp-audit/scorecard-workbook/1"
    assert (kept["scorecard"], kept["rubric"], kept["rubric_sha256"]) == ("P01", "made", "ab" * 32)
    assert (kept["tool_version"], kept["auditor"], kept["blind"]) == ("0.1.0", "AB", "no")
    properties = {one.name: one.value for one in book.custom_doc_props.props}
    assert properties["ehcp_audit_rubric_sha256"] == "ab" * 32
    assert properties["ehcp_audit_scorecard"] == "P01"


def test_plan_text_is_never_a_formula_and_no_cell_is_merged(book):
    for sheet in book.worksheets:
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
        assert not sheet.merged_cells.ranges


def test_it_prints_on_a4_one_page_across_with_its_headings(book):
    for name in ("Scorecard", "Actions", "Guidance", "Overall"):
        sheet = book[name]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        assert "Page &P of &N" in sheet.oddFooter.right.text


def test_rows_are_high_enough_for_their_words(book):
    sheet = book["Scorecard"]
    row = next(one for one in range(1, sheet.max_row + 1) if sheet.cell(one, 2).value == "E07")
    assert sheet.row_dimensions[row].height > 10 * 1.2 * 6


def test_a_blind_scorecard_leaves_out_all_that_the_tool_says():
    blind = workbook(blind=True)
    sheet = blind["Scorecard"]
    assert not set(BLIND) & set(columns(sheet))
    assert set(columns(sheet)) == {column.heading for column in COLUMNS} - set(BLIND)
    words = "\n".join(str(cell.value) for one in blind.worksheets for row in one.iter_rows() for cell in row)
    for told in ("59.5%", "Nothing says by when", "improve his communication", "3 of 5"):
        assert told not in words
    assert {row[0].value: row[1].value for row in blind["_meta"].iter_rows()}["blind"] == "yes"


def test_the_same_scorecard_gives_the_same_bytes():
    one, other = (
        scorecard_workbook(made_runs.scorecard(), made_runs.rubric(), as_of=date(2026, 11, 20), tool_version="0.1.0")
        for _ in range(2)
    )
    assert one == other


def test_lines_that_certainly_fall_short_say_so_and_those_for_a_person_are_named_after_them():
    card = made_runs.scorecard()
    result = next(one for one in card.criteria if one.id == "E07")
    waits = {"E.4": None, "E.5": Verdict.NOT_MET, "E.6": Verdict.NOT_MET}
    findings = tuple(
        one._replace(verdict=Verdict.NEEDS_PERSON, proposed=waits[one.subject]) if one.subject in waits else one
        for one in result.findings
    )
    items = {item.subject: item for item in card.plan.items}
    said = evidence_words(replace(result, verdict=Verdict.NEEDS_PERSON, share=None, findings=findings), items)
    lines = said.split("\n")
    assert lines[0] == "2 of 6 not met; 3 need a person (2 perhaps not met, 1 that the tool cannot tell)."
    assert lines[1] == "E.1, E.2: not met. Nothing says by when."
    assert lines[2].startswith("E.1 (paragraph 80, table 2 row 1): “Sam will improve")
    assert lines[-1] == (
        "For a person: E.5 (paragraph 84, table 2 row 5), E.6 (paragraph 85, table 2 row 6): perhaps not met; "
        "E.4 (paragraph 83, table 2 row 4)."
    )


def test_a_line_that_falls_short_in_two_ways_stands_once_with_both():
    card = made_runs.scorecard()
    result = next(one for one in card.criteria if one.id == "E07")
    items = {item.subject: item for item in card.plan.items}
    what = [one._replace(verdict=Verdict.NOT_MET, note="It does not say what.") for one in result.findings[:4]]
    who = [one._replace(note="It does not say who.") for one in what]
    doubted = [one._replace(verdict=Verdict.NEEDS_PERSON, proposed=Verdict.NOT_MET) for one in what[3:] + who[3:]]
    findings = (*what[:3], *who[:3], *doubted)
    lines = evidence_words(replace(result, verdict=Verdict.NOT_MET, findings=findings), items).split("\n")
    assert lines[0] == "E.1, E.2, E.3: not met. It does not say what. It does not say who."
    assert [line[:30] for line in lines[1:-1]] == ["E.1 (paragraph 80, table 2 row", "E.2 (paragraph 81, table 2 row"]
    assert lines[-1] == "For a person: E.4 (paragraph 83, table 2 row 4): perhaps not met."


def test_lines_that_are_perhaps_met_are_counted_and_one_stands_for_them_where_no_other_waits():
    card = made_runs.scorecard()
    result = next(one for one in card.criteria if one.id == "E07")
    items = {item.subject: item for item in card.plan.items}

    def said(doubted: int) -> str:
        findings = tuple(
            one._replace(
                verdict=Verdict.NEEDS_PERSON,
                proposed=Verdict.NOT_MET if place < doubted else Verdict.MET,
                note="Seen.",
            )
            for place, one in enumerate(result.findings)
        )
        return evidence_words(replace(result, verdict=Verdict.NEEDS_PERSON, share=None, findings=findings), items)

    assert said(0).startswith("6 of 6 need a person (6 perhaps met).\nE.1 ")
    assert "E.2" not in said(0)
    assert said(1).startswith("6 of 6 need a person (5 perhaps met, 1 perhaps not met).\nE.1 ")
    assert "E.2" not in said(1)
    assert "E.1, E.2, E.3: Seen. Perhaps not met." in said(3)
    assert said(3).count("Seen.") == 1  # one question to a person, with the list of lines
    assert "E.4" not in said(3)


def test_the_guidance_names_its_sources_in_full_once():
    from openpyxl import Workbook

    from ehcp_audit.rubric import load_rubric
    from ehcp_audit.scorecards.parts import add_guidance

    sheet = add_guidance(Workbook(), load_rubric("national"), "P01")
    words = [str(cell.value or "") for row in sheet.iter_rows() for cell in row]
    assert sum("Special Educational Needs and Disability Regulations 2014" in one for one in words) == 1
    assert sum("nobody has yet compared" in one for one in words) == 1
    assert any("SEND Regulations 2014, reg 12(1)" in one for one in words)


def test_a_cover_of_one_page_says_what_is_certain_what_to_look_at_first_and_what_else_waits(book):
    sheet = book["Cover"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "portrait",
        1,
        1,
    )
    assert book.active.title == "Scorecard"
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=header_row(sheet) + 1)]
    assert [(what, id) for what, id, *_ in rows] == [
        ("Certain", "X01"),
        ("Certain", "F04"),
        ("Certain", "E07"),
        ("Look first", "B02"),
        ("Judge", ""),
    ]
    assert rows[2][4].startswith("E.1: Nothing says by when.")
    assert rows[2][4].endswith("Also E.2, E.4, E.5, E.6.")
    assert rows[4][4] == "K02"
    assert "3 of 5 must criteria" in str(sheet.cell(5, 1).value)
    assert "Cover" not in workbook(blind=True).sheetnames


def test_a_cover_and_the_head_of_a_scorecard_give_the_day_of_the_amended_plan():
    made = made_runs.scorecard()
    days = (("issued", date(2018, 7, 30)), ("amended", date(2026, 9, 16)))
    card = replace(made, plan=replace(made.plan, status="final", facts=days))
    first = cover.cover_lines(card, made_runs.rubric(), made_runs.AS_OF)[0]
    _, head = header_lines(card, made_runs.rubric(), made_runs.AS_OF, blind=True)
    for said in (first, head[0]):
        assert said.startswith("Plan: amended final, 16 September 2026, Year 6, primary")
        assert "2018" not in said


def test_what_does_not_fit_a_cover_is_named(monkeypatch):
    monkeypatch.setitem(cover.MOST, "Certain", 1)
    rows = cover.cover_rows(made_runs.scorecard(), made_runs.rubric())
    assert ["Certain", "", "", "and 2 more criteria", "E07, F04"] in rows
    clean = cover.cover_rows(made_runs.scorecard(clean=True), made_runs.rubric())
    assert ["Certain", "", "", "nothing", ""] in clean
