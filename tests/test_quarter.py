"""A whole quarter as people play it: drawn, audited, judged twice, moderated, agreed, compared, exchanged."""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from datetime import date

import jsonschema
import judged_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.intervals import newcombe, wilson
from ehcp_audit.judgements import Kept, keep, read_judgements
from ehcp_audit.model import Judgement
from ehcp_audit.resources import shipped
from ehcp_audit.runs import read_run, verify_run

SEED = "Panel minute 12: dice 4-2-6"
DISPUTED = {3: "not met", 9: "partly met", 15: "partly met", 21: "not met", 27: "met", 33: "met"}
"""Plans, by their place, on whose E07 the second auditor differs, and what she says."""


def first_says(place):
    """AB finds E07 met in the first 24 plans and not met in the last 12; everything else met."""
    return "met" if place <= 24 else "not met"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A caseload of 4,000 and, once drawn, a folder in which the plans stand under their ids."""
    home = tmp_path_factory.mktemp("quarter")
    chance = random.Random(7)  # noqa: S311  a made-up caseload keeps no secret
    rows = [
        f"EHC{number:04},{chance.choice(('primary', 'secondary', 'post-16'))},{chance.choice(('North', 'South'))}"
        for number in range(1, 4001)
    ]
    (home / "caseload.csv").write_text("\n".join(["id,phase,team", *rows]) + "\n", encoding="cp1252")
    return home


def sort_by_question(path):
    """As an auditor does it: all rows of the table, by the column Question."""
    book = load_workbook(path)
    sheet = book["Scorecard"]
    place, head = judged_runs.columns(sheet), judged_runs.heading_row(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 1)]
    rows.sort(key=lambda row: (row[place["Question"] - 1], row[place["plan_reference"] - 1]))
    for number, row in enumerate(rows, head + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    book.save(path)


def put(path, grades):
    """Write grades into a scorecard by plan and criterion, wherever their rows have gone. Returns their addresses."""
    book = load_workbook(path)
    sheet = book["Scorecard"]
    place, head = judged_runs.columns(sheet), judged_runs.heading_row(sheet)
    rows = {
        (sheet.cell(row, place["plan_reference"]).value, sheet.cell(row, place["criterion_id"]).value): row
        for row in range(head + 1, sheet.max_row + 1)
    }
    cells = [sheet.cell(rows[key], place["Grade"]) for key in grades]
    for cell, grade in zip(cells, grades.values(), strict=True):
        cell.value = grade
    book.save(path)
    return [cell.coordinate for cell in cells]


def test_a_whole_quarter(cli, desk, office):
    run = drawn_and_audited(cli, desk)
    judged_twice(cli, desk, run, office)
    moderated(cli, desk, run)
    agreed(cli, desk, run)
    compared(cli, desk, run)
    exchanged(cli, desk, run)
    assert cli("share", run, "-o", desk / "pack.zip").code == 0
    assert kept_by_schema(cli, desk, run) >= {"run", "scorecard", "judgement", "exported", "exchange-grade", "share"}
    assert verify_run(run) == [], "whatever people judged, what the checks found is as it was"


def drawn_and_audited(cli, desk):
    draw, run = desk / "draw.json", desk / "autumn"
    arguments = ("-n", 36, "--seed", SEED, "--stratify", "phase", "-o", draw, "--as-of", "2026-11-20")
    assert cli("sample", "draw", desk / "caseload.csv", *arguments).code == 0
    manifest = json.loads(draw.read_text(encoding="utf-8"))
    for one in manifest["strata"]:
        assert abs(one["drawn"] - 36 * one["population"] / 4000) < 1
    assert cli("sample", "verify", draw, desk / "caseload.csv").code == 0
    word = sorted(shipped("sample_plans").glob("*.docx"))
    (desk / "plans").mkdir()
    for place, id in enumerate(sorted([*manifest["plans"], *manifest["reserve"]])):
        shutil.copy(word[place % 2], desk / "plans" / f"{id} final.docx")
    done = cli(
        *("batch", desk / "plans", "-o", run, "--draw", draw, "--caseload", desk / "caseload.csv"),
        *("--no-scorecards", "--as-of", "2026-11-20", "--jobs", 2),
    )
    assert done.code == 0
    assert {card.id for card in read_run(run).scorecards} == set(manifest["plans"])
    return run


def judged_twice(cli, desk, run, office):
    for auditor in ("AB", "CD"):
        out = desk / auditor
        cli("scorecard", "export", run, "--auditor", auditor, "--blind", "--one-workbook", "-o", out)

        def grade(plan, id, auditor=auditor):
            place = int(plan[1:])
            if id != "E07":
                return "met"
            return DISPUTED.get(place, first_says(place)) if auditor == "CD" else first_says(place)

        path = judged_runs.fill(out / f"scorecards-{auditor}-first.xlsx", grade)
        sort_by_question(path)
        saved = office(path, "xlsx")
        if auditor == "AB":
            mistakes = put(saved, {("P04", "F04"): "excelent", ("P05", "E07"): "=1+1", ("P06", "K02"): "N/A"})
            done = cli("scorecard", "import", run, saved)
            assert done.code == 3
            assert not read_judgements(run)
            for cell, words in zip(mistakes, ("found 'excelent'", "a formula"), strict=False):
                assert f"Scorecard!{cell}" in done.err
                assert words in done.err
            assert "(K02): N/A needs its reason" in done.err
            assert "3237 of its 3240 rows are right" in done.err
            put(saved, dict.fromkeys((("P04", "F04"), ("P05", "E07"), ("P06", "K02")), "met"))
        done = cli("scorecard", "import", run, saved)
        assert (done.code, "3240 grades in" in done.out) == (0, True), done.err


def moderated(cli, desk, run):
    found = json.loads(cli("moderate", run, "-o", desk / "papers", "--format", "json").out)
    assert found["plans"] == 36
    (e07,) = (one for one in found["criteria"] if one["name"] == "E07")
    exact, within, kappa = e07["statistics"][:3]
    assert (exact["k"], exact["n"]) == (30, 36)
    assert (exact["ci"]["low"], exact["ci"]["high"]) == tuple(map(pytest.approx, wilson(30, 36)))
    assert (within["k"], within["n"]) == (32, 36), "four of the six are two grades apart"
    # AB: 24 met, 12 not met. CD: 22 met (20 of them with AB), 2 partly, 12 not met (10 with AB).
    assert e07["matrix"] == [[20, 2, 2, 0], [0, 0, 0, 0], [2, 0, 10, 0], [0, 0, 0, 0]]
    seen = (2 * 1 + 4 * 4) / 36
    by_chance = (24 * (2 * 1 + 12 * 4) + 12 * (22 * 4 + 2 * 1)) / 36**2
    assert kappa["params"] == {"weights": "quadratic"}
    assert kappa["value"] == pytest.approx(1 - seen / by_chance)
    assert [one["criterion"] for one in found["agenda"]] == ["E07"] * 6
    assert [one["gap"] for one in found["agenda"]] == [2, 2, 2, 2, 1, 1]
    assert (found["overall"]["statistics"][0]["k"], found["overall"]["statistics"][0]["n"]) == (3234, 3240)


def agreed(cli, desk, run):
    record = desk / "papers" / "outcomes.xlsx"
    book = load_workbook(record)
    sheet = book["Outcomes"]
    place, head = judged_runs.columns(sheet), judged_runs.heading_row(sheet)
    for row in range(head + 1, head + 7):
        sheet.cell(row, place["Agreed grade"]).value = "not met"
        sheet.cell(row, place["Reason"]).value = "No outcome says by when."
    book.save(record)
    assert cli("scorecard", "import", run, record).code == 0
    report = desk / "autumn.html"
    assert cli("report", run, "-o", report).code == 0
    page = report.read_text(encoding="utf-8")
    assert "Grades that stand: 6 agreed (consensus), 3,234 of first audits, 0 the rules&#39; own" in page
    assert "36 plans judged in full" in page


def compared(cli, desk, run):
    """The quarter before: 31 of 36 met E07, everything else met. Now: 24 less the four agreed otherwise, 20 of 36."""
    before = judged_runs.national_run(desk / "summer", 36)
    text = (before / "run.json").read_text(encoding="utf-8")
    (before / "run.json").write_text(text.replace("2026-11-20", "2026-08-20"), encoding="utf-8")
    said = [
        Judgement(card.reference, one.id, "AB", "first", True, "not met" if one.id == "E07" and place > 31 else "met")
        for place, card in enumerate(read_run(before).scorecards, 1)
        for one in card.criteria
    ]
    keep(before, Kept(tuple(said)))
    found = json.loads(cli("compare", run, before, "--judged", "--format", "json").out)
    assert [one["name"] for one in found["groups"]] == ["summer", "autumn"]
    by_figure = {one["figure"]: one for one in found["differences"]}
    e07 = by_figure["E07"]
    assert e07["estimate"] == pytest.approx(20 / 36 - 31 / 36)
    assert e07["says"] == "got worse"
    assert (e07["low"], e07["high"]) == tuple(map(pytest.approx, newcombe(20, 36, 31, 36)))
    assert by_figure["F04"]["says"] == "cannot be told apart on this sample"
    trend = json.loads(cli("trend", run, before, "--judged", "--format", "json").out)
    assert [one["as_of"] for one in trend["runs"]] == ["2026-08-20", "2026-11-20"]


def exchanged(cli, desk, run):
    key, file = desk / "round.key", desk / "north.jsonl"
    cli("exchange", "key", "-o", key)
    names = ("--key", key, "--purpose", "moderation-2026Q4")
    assert cli("exchange", "export", run, *names, "--authority", "NOR", "-o", file).code == 0
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) == 1 + 2 * 3240
    assert re.search(r"EHC\d", text) is None
    other = desk / "other"
    shutil.copytree(run, other, ignore=shutil.ignore_patterns("judgements"))
    keep(other, Kept(tuple(Judgement(f"P{n:02}", "E07", "ZZ", "first", True, "not met") for n in range(1, 37))))
    done = cli("exchange", "import", file, "--run", other, *names)
    assert "6480 grades on 36 plans from NOR" in done.out
    found = json.loads(cli("moderate", other, "--format", "json").out)
    (e07,) = (one for one in found["criteria"] if one["name"] == "E07")
    assert e07["statistics"][2]["statistic"] == "krippendorff_alpha", "three raters"
    assert date.fromisoformat(found["runs"][0]["as_of"]) == date(2026, 11, 20)


def kept_by_schema(cli, desk, run):
    """The names of the schemas that the files left behind carry, and lines of each file held against their own."""
    with zipfile.ZipFile(desk / "pack.zip") as pack:
        texts = [(run / "run.json").read_text(encoding="utf-8"), pack.read("pack.json").decode()]
    paths = [*run.rglob("*.jsonl"), desk / "north.jsonl"]
    files = [path.read_text(encoding="utf-8").splitlines() for path in paths]
    lines = [line for held in files for line in [*held[:6], *held[6::50], *held[-1:]]]
    validators = {}
    for document in (json.loads(text) for text in [*texts, *lines]):
        name = document["schema"].split("/")[1]
        if name not in validators:
            validators[name] = jsonschema.Draft202012Validator(json.loads(cli("schema", name).out))
        validators[name].validate(document)
    return set(validators)
