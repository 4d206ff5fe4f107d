"""A run of a draw: exactly the plans drawn, those not found named, picks for risk apart from the core."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date

import pytest

from ehcp_audit.batch import BatchRequest, run_batch
from ehcp_audit.caseload import read_caseload
from ehcp_audit.reports.figures import figures
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric
from ehcp_audit.runs import read_run, verify_run
from ehcp_audit.sampling import DrawSettings, draw, manifest_text, replaced, with_extra

AS_OF = date(2026, 11, 20)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A draw of four of eight plans: one replaced, one not in the folder, and one pick for risk; audited."""
    home = tmp_path_factory.mktemp("drawn")
    rows = [
        f"EHC{number:03},{('North', 'South')[number % 2]},{'odd name.docx' if number == 8 else ''}"
        for number in range(1, 9)
    ]
    caseload = home / "caseload.csv"
    caseload.write_text("\n".join(["id,team,file", *rows]) + "\n", encoding="utf-8")
    manifest = draw(read_caseload(caseload), DrawSettings(n=4, seed="dice 6-6", frame_date=AS_OF))
    manifest = replaced(manifest, manifest["plans"][0], "out_of_scope", when=AS_OF)
    lost = manifest["plans"][1]
    pick = manifest["reserve"][2]
    manifest = with_extra(manifest, pick, "risk", when=AS_OF)
    path = home / "draw.json"
    path.write_text(manifest_text(manifest), encoding="utf-8")
    plans = home / "plans"
    plans.mkdir()
    word = sorted(shipped("sample_plans").glob("*.docx"))
    for number in range(1, 9):
        name = "odd name.docx" if number == 8 else f"plan EHC{number:03} final.docx"
        if f"EHC{number:03}" != lost:
            shutil.copy(word[number % 3], plans / name)
    request = BatchRequest(
        (str(plans),), home / "run", "national", AS_OF, caseload=caseload, draw=path, jobs=2, scorecards=False
    )
    return manifest, lost, pick, run_batch(request)


def test_exactly_the_plans_drawn_are_audited(made):
    manifest, lost, pick, result = made
    gone = manifest["replacements"][0]
    wanted = {*manifest["plans"], gone["in"], pick} - {gone["out"], lost}
    assert {card.id for card in result.run.scorecards} == wanted
    assert verify_run(result.folder) == []


def test_a_plan_that_is_not_there_is_a_finding_and_no_gap(made):
    _, lost, _, result = made
    assert [one.kind for one in result.run.unreadable] == ["not_found"]
    assert "A missing file is a finding" in result.run.unreadable[0].reason
    kept = json.loads((result.folder / "run.json").read_text(encoding="utf-8"))["draw"]
    assert kept["plans"][result.run.unreadable[0].reference] == lost


def test_only_the_core_enters_a_rate(made):
    _, _, pick, result = made
    run = read_run(result.folder)
    numbers = figures(run, load_rubric("national"))
    assert (numbers.read, numbers.unread, numbers.apart) == (3, 1, 1)
    assert pick not in {card.id for card in run.core}
    with (result.folder / "csv" / "plans.csv").open(encoding="utf-8-sig", newline="") as file:
        purposes = {row["id"]: row["purpose"] for row in csv.DictReader(file) if row["id"]}
    assert purposes.pop(pick) == "risk"
    assert set(purposes.values()) == {"core"}
    assert "dice 6-6" in (result.folder / "report.html").read_text(encoding="utf-8")
