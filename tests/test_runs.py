"""The run folder and the stored result: written, read back, verified."""

import json
from dataclasses import replace
from datetime import date

import pytest

from ehcp_audit.errors import AuditError
from ehcp_audit.model import Unreadable
from ehcp_audit.runs import (
    RubricStamp,
    Run,
    files_of,
    manifest_json,
    manifest_text,
    read_result,
    read_run,
    references_text,
    result_json,
    unreadable_text,
    verify_run,
)
from tests import made_runs

STAMP = RubricStamp("national", "2026.1", "ab" * 32, date(2026, 9, 1))


def run_of(*names):
    cards = tuple(replace(made_runs.scorecard(), reference=f"P{number:02}") for number in range(1, 4))
    return Run(
        rubric=STAMP,
        as_of=date(2026, 11, 20),
        scorecards=cards,
        unreadable=(Unreadable("P04", "=scan,-1.pdf", "no_text", "It is a picture."),),
        files={"P01": "a.docx", "P02": "b.docx", "P03": "c.docx", "P04": "=scan,-1.pdf"},
        settings={"read_seconds": 30.0},
        inputs={"P01": "cd" * 32},
    )


def written(folder, run):
    folder.mkdir()
    (folder / "results.jsonl").write_bytes(made_runs.stored(run.scorecards))
    (folder / "unreadable.jsonl").write_text(unreadable_text(run), encoding="utf-8")
    (folder / "references.csv").write_text(references_text(run), encoding="utf-8")
    (folder / "csv").mkdir()
    (folder / "csv" / "plans.csv").write_text("reference\n", encoding="utf-8")
    (folder / "run.json").write_text(manifest_text(manifest_json(run, files_of(folder))), encoding="utf-8")
    return folder


def test_a_run_folder_reads_back_as_it_was(tmp_path):
    run = run_of()
    got = read_run(written(tmp_path / "run", run))
    assert got.scorecards == tuple(replace(card, file=None) for card in run.scorecards)
    assert got.unreadable == (replace(run.unreadable[0], file=""),)
    assert got.files == run.files
    assert (got.rubric, got.as_of, got.settings, got.inputs) == (STAMP, run.as_of, run.settings, run.inputs)


def test_no_file_name_stands_outside_references_csv(tmp_path):
    folder = written(tmp_path / "run", run_of())
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "references.csv":
            text = path.read_text(encoding="utf-8")
            assert "scan" not in text
            assert "draft P0" not in text


def test_a_whole_run_verifies_and_judgements_do_not_disturb_it(tmp_path):
    folder = written(tmp_path / "run", run_of())
    assert verify_run(folder) == []
    (folder / "judgements").mkdir()
    (folder / "judgements" / "one.jsonl").write_text("{}\n")
    assert verify_run(folder) == []


@pytest.mark.parametrize("name", ["run.json", "results.jsonl", "unreadable.jsonl", "references.csv", "csv/plans.csv"])
def test_one_byte_flipped_anywhere_is_named(tmp_path, name):
    folder = written(tmp_path / "run", run_of())
    whole = (folder / name).read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        data = bytearray(whole)
        data[place] ^= 1
        (folder / name).write_bytes(data)
        assert verify_run(folder) == [f"{name} was changed after the run"]
    (folder / name).write_bytes(whole[:-1])
    assert verify_run(folder) == [f"{name} was changed after the run"]


def test_a_workbook_open_in_excel_does_not_disturb_a_run(tmp_path):
    folder = written(tmp_path / "run", run_of())
    (folder / "~$summary.xlsx").write_bytes(b"x")
    assert verify_run(folder) == []


def test_whatever_was_changed_lost_or_added_is_named(tmp_path):
    folder = written(tmp_path / "run", run_of())
    data = bytearray((folder / "results.jsonl").read_bytes())
    data[50] ^= 1
    (folder / "results.jsonl").write_bytes(data)
    (folder / "csv" / "plans.csv").unlink()
    (folder / "csv" / "more.csv").write_text("x")
    assert verify_run(folder) == [
        "csv/plans.csv is missing",
        "results.jsonl was changed after the run",
        "csv/more.csv was added after the run",
    ]


def test_a_stored_result_reads_back_with_its_files(tmp_path):
    run = run_of()
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result_json(run)), encoding="utf-8")
    got = read_result(path)
    assert (got.scorecards, got.unreadable, got.rubric) == (run.scorecards, run.unreadable, run.rubric)


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "{}", '{"scorecards": 3, "unreadable": []}'])
def test_a_damaged_result_is_refused_in_a_sentence(tmp_path, text):
    (tmp_path / "result.json").write_text(text)
    with pytest.raises(AuditError, match=r"result\.json"):
        read_result(tmp_path / "result.json")


def test_what_is_no_run_folder_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(AuditError, match="not there"):
        read_run(tmp_path)
