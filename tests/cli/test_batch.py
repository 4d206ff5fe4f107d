"""`batch`: a dip sample, from the command line to the run folder."""

from __future__ import annotations

import csv
import json
import shutil

import jsonschema
import pytest

AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(scope="module")
def plans(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plans")
    for path in sorted(samples.glob("*.docx"))[:3]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def ended(process, plans, tmp_path_factory):
    """A run over three plans with two workers, and how it ended."""
    run = tmp_path_factory.mktemp("runs") / "spring"
    return run, process("batch", plans, "-o", run, "--jobs", "2", *AS_OF)


def test_a_run_folder_holds_everything(ended):
    run, done = ended
    assert done.code == 0, done.err
    names = {path.relative_to(run).as_posix() for path in run.rglob("*") if path.is_file()}
    assert names == {
        "run.json",
        "rubric.json",
        "results.jsonl",
        "unreadable.jsonl",
        "references.csv",
        "summary.xlsx",
        "report.html",
        *(f"scorecards/P0{number}.xlsx" for number in (1, 2, 3)),
        *(f"csv/{name}.csv" for name in ("plans", "criteria", "scores", "findings")),
    }
    assert not run.with_name("spring.part").exists()


def test_it_says_what_to_open_next(ended):
    run, done = ended
    assert str(run / "report.html") in done.out.replace("\n", "")
    assert len(done.out.splitlines()) <= 30


def test_results_keep_their_schema(ended, cli):
    run, _ = ended
    schema = json.loads(cli("schema", "scorecard").out)
    lines = [json.loads(line) for line in (run / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["reference"] for line in lines] == ["P01", "P02", "P03"]
    for line in lines:
        jsonschema.validate(line, schema)
        assert line["file"] is None


def test_file_names_stand_in_references_alone(ended):
    run, _ = ended
    name = "01-early-years"
    assert name in (run / "references.csv").read_text(encoding="utf-8-sig")
    for path in [*run.glob("*.json*"), *run.glob("*.html"), *run.glob("csv/*")]:
        assert name not in path.read_text(encoding="utf-8"), path.name


def test_the_same_plans_give_the_same_bytes_with_any_number_of_workers(ended, process, plans, tmp_path):
    run, _ = ended
    other = tmp_path / "spring"
    process("batch", plans, "-o", other, "--jobs", "1", *AS_OF)
    for path in run.rglob("*"):
        if path.is_file():
            assert (other / path.relative_to(run)).read_bytes() == path.read_bytes(), path.name


def test_an_existing_run_is_refused_and_kept(ended, cli, plans):
    run, _ = ended
    before = (run / "run.json").read_bytes()
    done = cli("batch", plans, "-o", run)
    assert done.code == 2
    assert "--force" in done.err
    assert (run / "run.json").read_bytes() == before


def test_resume_only_verifies_a_run_that_is_whole(ended, cli, plans):
    run, _ = ended
    before = (run / "run.json").stat().st_mtime_ns
    done = cli("batch", plans, "-o", run, "--resume")
    assert done.code == 0
    assert (run / "run.json").stat().st_mtime_ns == before


def test_without_scorecards(cli, plans, tmp_path):
    done = cli("batch", plans, "-o", tmp_path / "run", "--no-scorecards", "--jobs", "1", *AS_OF)
    assert done.code == 0
    assert not (tmp_path / "run" / "scorecards").exists()


def test_a_caseload_gives_ids_and_teams_and_names_its_bad_rows(cli, plans, tmp_path):
    caseload = tmp_path / "caseload.csv"
    names = sorted(path.name for path in plans.iterdir())
    rows = [
        ["id", "file", "team", "issued"],
        ["C7", names[0], "North", "15/06/2026"],
        ["C8", names[1], "South", "soon"],
    ]
    caseload.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    done = cli("batch", plans, "-o", tmp_path / "run", "--caseload", caseload, "--no-scorecards", "--jobs", "1", *AS_OF)
    assert done.code == 3
    assert "row 3" in done.err
    with (tmp_path / "run" / "csv" / "plans.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["reference"]: row for row in csv.DictReader(file)}
    assert (found["P01"]["id"], found["P01"]["team"]) == ("C7", "North")


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--fail-under", "100"], 1), (["--fail-under", "1"], 0)])
def test_there_is_no_gate_unless_it_is_asked_for(ended, cli, plans, options, code):
    run, done = ended
    assert done.code == 0
    assert cli("batch", plans, "-o", run, "--resume", *AS_OF, *options).code == code


def test_progress_is_for_terminals_only(ended):
    assert ended[1].err == ""
