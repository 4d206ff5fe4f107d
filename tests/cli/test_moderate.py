"""`moderate`: from two blind auditors to the papers for the meeting, and the outcomes back."""

from __future__ import annotations

import json

import jsonschema
import judged_runs
from openpyxl import load_workbook


def test_a_round_from_export_to_consensus(cli, tmp_path):
    run = judged_runs.national_run(tmp_path / "run")
    for auditor, said in (("AB", "met"), ("CD", "partly met")):
        cli("scorecard", "export", run, "--auditor", auditor, "--blind", "--one-workbook", "-o", tmp_path / auditor)
        path = tmp_path / auditor / f"scorecards-{auditor}-first.xlsx"
        judged_runs.fill(path, lambda plan, id, said=said: said if id == "E07" else "met")
        assert cli("scorecard", "import", run, path).code == 0
    done = cli("moderate", run, "-o", tmp_path / "papers")
    assert done.code == 0
    assert "178 of 180" in done.out
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == [
        *("agreement.json", "moderation.html", "moderation.xlsx", "outcomes.xlsx", "scoring-sheet.xlsx"),
    ]
    printed = json.loads(cli("moderate", run, "--format", "json").out)
    assert printed == json.loads((tmp_path / "papers" / "agreement.json").read_text(encoding="utf-8"))
    jsonschema.validate(printed, json.loads(cli("schema", "moderation").out))
    assert cli("moderate", run, "-o", tmp_path / "papers").code == 2
    record = tmp_path / "papers" / "outcomes.xlsx"
    book = load_workbook(record)
    sheet = book["Outcomes"]
    place, head = judged_runs.columns(sheet), judged_runs.heading_row(sheet)
    for row in (1, 2):
        sheet.cell(head + row, place["Agreed grade"]).value = "partly met"
        sheet.cell(head + row, place["Reason"]).value = "Half of them say by when."
    book.save(record)
    done = cli("scorecard", "import", run, record)
    assert (done.code, "P01, P02 by panel (consensus, sighted): 2 grades in" in done.out) == (0, True)
    assert "0 disagreements; 2 settled" in cli("moderate", run).out
    assert cli("scorecard", "import", run, record).code == 3, "the same outcome twice"


def test_a_run_that_nobody_judged_says_so(cli, tmp_path):
    done = cli("moderate", judged_runs.national_run(tmp_path / "run"))
    assert done.code == 0
    assert "Plans judged blind by two or more    0" in done.out
    assert cli("moderate", tmp_path / "none").code == 2


def test_a_meeting_on_one_section_sees_that_section_only(cli, tmp_path):
    run = judged_runs.national_run(tmp_path / "run")
    for auditor, said in (("AB", "met"), ("CD", "not met")):
        cli("scorecard", "export", run, "--auditor", auditor, "--blind", "--one-workbook", "-o", tmp_path / auditor)
        path = tmp_path / auditor / f"scorecards-{auditor}-first.xlsx"
        judged_runs.fill(path, lambda plan, id, said=said: said if id in ("E07", "F09") else "met")
        assert cli("scorecard", "import", run, path).code == 0
    assert cli("moderate", run, "--section", "f", "-o", tmp_path / "papers").code == 0
    found = json.loads((tmp_path / "papers" / "agreement.json").read_text(encoding="utf-8"))
    assert {one["criterion"] for one in found["agenda"]} == {"F09"}
    assert all(one["name"].startswith("F") for one in found["criteria"])
    assert found["only"] == sorted(one["name"] for one in found["criteria"])
    assert found["scores"][0]["plans"] == 2, "a plan's score is of the whole plan"
    sheet = load_workbook(tmp_path / "papers" / "scoring-sheet.xlsx")["Scoring sheet"]
    assert {cell.value for cell in sheet["A"][4:]} == {"F"}
    rows = load_workbook(tmp_path / "papers" / "outcomes.xlsx")["Outcomes"]
    assert {cell.value for cell in rows["B"][4:]} == {"F09"}
    assert "There is no section" in cli("moderate", run, "--section", "Q9").err
