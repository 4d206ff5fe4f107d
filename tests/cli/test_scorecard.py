"""`scorecard export` and `scorecard import`: out to the auditors and back, by the command."""

from __future__ import annotations

import json

import jsonschema
import judged_runs
import pytest

from ehcp_audit.runs import verify_run


@pytest.fixture
def run(tmp_path):
    return judged_runs.national_run(tmp_path / "run")


def test_out_and_back_with_what_is_still_out(cli, run, tmp_path):
    done = cli("scorecard", "export", run, "--auditor", "AB", "--blind", "-o", tmp_path / "AB")
    assert done.code == 0
    files = sorted((tmp_path / "AB").glob("*.xlsx"))
    assert [path.name for path in files] == ["P01-AB-first.xlsx", "P02-AB-first.xlsx"]
    assert verify_run(run) == [], "handing scorecards out changes nothing of the run"
    assert not list((run / "judgements").glob("*.jsonl")), "there is no judgement until an import"
    judged_runs.fill(files[0], lambda plan, id: "met")
    done = cli("scorecard", "import", run, files[0])
    assert done.code == 0
    assert "P01 by AB (first, blind): 90 grades in" in done.out
    assert "Still out: AB (first): P02" in done.out
    schema = json.loads(cli("schema", "judgement").out)
    lines = next((run / "judgements").glob("*.jsonl")).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 90
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
    assert verify_run(run) == []


def test_a_folder_comes_back_as_often_as_there_is_more_in_it(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "--blind", "-o", tmp_path / "AB")
    first, second = sorted((tmp_path / "AB").glob("*.xlsx"))
    judged_runs.fill(first, lambda plan, id: "met")
    assert cli("scorecard", "import", run, tmp_path / "AB").code == 3  # nothing is graded in the second
    judged_runs.fill(second, lambda plan, id: "met")
    done = cli("scorecard", "import", run, tmp_path / "AB")
    assert (done.code, done.err) == (0, "")
    assert "P02 by AB (first, blind): 90 grades in" in done.out
    assert "Already in: 1 workbook, passed over." in done.out
    done = cli("scorecard", "import", run, tmp_path / "AB" / "*.xlsx")
    assert done.code == 0
    assert "Already in: 2 workbooks, passed over." in done.out
    assert len(list((run / "judgements").glob("*.jsonl"))) == 2
    done = cli("scorecard", "import", run, first)
    assert done.code == 3
    assert "is in already and stays" in done.err


def test_a_refused_workbook_makes_three_and_the_others_go_in(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "-o", tmp_path / "AB")
    judged_runs.fill(tmp_path / "AB" / "P01-AB-first.xlsx", lambda plan, id: "superb" if id == "E07" else "met")
    judged_runs.fill(tmp_path / "AB" / "P02-AB-first.xlsx", lambda plan, id: "N/A" if id == "E07" else "met")
    done = cli("scorecard", "import", run, tmp_path / "AB")
    assert done.code == 3
    assert "(E07): found 'superb'; allowed: met, partly met, not met, N/A" in done.err
    assert "P02 by AB" in done.out
    assert "Still out: AB (first): P01" in done.out


def test_all_plans_in_one_workbook(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "--one-workbook", "-o", tmp_path / "AB")
    path = judged_runs.fill(tmp_path / "AB" / "scorecards-AB-first.xlsx", lambda plan, id: "met")
    done = cli("scorecard", "import", run, path)
    assert (done.code, "180 grades in" in done.out) == (0, True)
    assert "No scorecard is out." in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--auditor", "Alex Example of North"), "initials or a key"),
        (("--auditor", "../AB"), "initials or a key"),
        (("--auditor", "AB", "--round", "secnd"), "Did you mean 'second'"),
        (("--auditor", "AB", "--round", "consensus", "--blind"), "agreed in the open"),
        (("--auditor", "AB", "--rubric", "nation"), "Did you mean 'national'"),
    ],
)
def test_what_cannot_be_handed_out(cli, run, tmp_path, arguments, words):
    done = cli("scorecard", "export", run, *arguments, "-o", tmp_path / "out")
    assert done.code == 2
    assert words in done.err
    assert not (tmp_path / "out").exists()


def test_an_existing_folder_is_kept_and_an_empty_one_holds_no_workbook(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "-o", tmp_path / "AB")
    assert cli("scorecard", "export", run, "--auditor", "AB", "-o", tmp_path / "AB").code == 2
    assert cli("scorecard", "export", run, "--auditor", "AB", "-o", tmp_path / "AB", "--force").code == 0
    (tmp_path / "empty").mkdir()
    assert cli("scorecard", "import", run, tmp_path / "empty").code == 2
    assert cli("scorecard", "import", tmp_path / "empty", tmp_path / "AB").code == 2


def test_what_a_folder_holds_besides_is_refused_by_name_and_never_passed_over(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "--blind", "-o", tmp_path / "AB")
    judged_runs.fill(tmp_path / "AB" / "P01-AB-first.xlsx", lambda plan, id: "met")
    (tmp_path / "AB" / "P02-AB-first.xlsx").rename(tmp_path / "AB" / "P02-AB-first.csv")
    (tmp_path / "AB" / "notes.txt").write_text("not a table", encoding="utf-8")
    done = cli("scorecard", "import", run, tmp_path / "AB")
    assert done.code == 3
    assert "P01 by AB" in done.out
    assert "P02-AB-first.csv" in done.err
    assert "handed-out" not in done.err


def test_many_that_nobody_has_begun_are_one_line_and_what_is_left_blank_is_counted(cli, run, tmp_path, monkeypatch):
    from ehcp_audit.cli import scorecard

    monkeypatch.setattr(scorecard, "SINGLY", 1)
    cli("scorecard", "export", run, "--auditor", "AB", "--blind", "-o", tmp_path / "AB")
    first, second = sorted((tmp_path / "AB").glob("*.xlsx"))
    done = cli("scorecard", "import", run, tmp_path / "AB")
    assert (done.code, done.err) == (3, "Not started (AB, first): P01, P02, 2 plans. Nothing of them went in.\n")
    assert "Still out" not in done.out
    for path in (first, second):
        judged_runs.fill(path, lambda plan, id: "met" if id == "E07" else None, comment=None)
    done = cli("scorecard", "import", run, tmp_path / "AB", "--partial")
    assert done.code == 0
    assert "2 workbooks: P01, P02 by AB (first, blind): 2 grades in" in done.out
    assert "Still out, by AB: P01, P02 89 grades" in done.out


def test_with_partial_one_that_nobody_has_begun_is_no_fault(cli, run, tmp_path):
    cli("scorecard", "export", run, "--auditor", "AB", "--blind", "-o", tmp_path / "AB")
    done = cli("scorecard", "import", run, tmp_path / "AB" / "P01-AB-first.xlsx", "--partial")
    assert (done.code, done.err) == (0, "P01-AB-first.xlsx: nothing was graded in it yet, and nothing of it went in.\n")
    assert "0 grades" not in done.out
