"""Many plans into one run folder: whole or not at all, the same bytes however it was made."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sessions import processes_of

from ehcp_audit import batch
from ehcp_audit.batch import BatchRequest, pool, run_batch
from ehcp_audit.errors import AuditError
from ehcp_audit.resources import shipped
from ehcp_audit.runs import files_of, read_run, verify_run

AS_OF = date(2026, 11, 20)


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """Four plans, two of which cannot be read."""
    folder = tmp_path_factory.mktemp("plans")
    word = sorted(shipped("sample_plans").glob("*.docx"))
    for number in range(3):
        shutil.copy(word[number % len(word)], folder / f"case K{number + 1} secret name.docx")
    (folder / "broken K9.docx").write_bytes(b"PK\x03\x04 this is no archive")
    return folder


@pytest.fixture(scope="module")
def caseload(plans):
    path = plans.parent / "caseload-of-batch.csv"
    path.write_text("id,team,year_group\nK1,North,9\nK2,South,\nK7,East,\nK8,1,banana\n", encoding="utf-8")
    return path


def request(plans, output, **options):
    return BatchRequest((str(plans),), output, "national", AS_OF, **{"jobs": 2, "scorecards": False, **options})


@pytest.fixture(scope="module")
def whole(plans, caseload, tmp_path_factory):
    """The run that every other is compared with."""
    seen = []
    result = run_batch(
        request(plans, tmp_path_factory.mktemp("whole") / "run", caseload=caseload, scorecards=True),
        progress=lambda done, of: seen.append((done, of)),
    )
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    return result


def test_the_folder_holds_everything_and_verifies(whole):
    there = {path.relative_to(whole.folder).as_posix() for path in whole.folder.rglob("*") if path.is_file()}
    assert {
        *(
            "run.json",
            "rubric.json",
            "results.jsonl",
            "unreadable.jsonl",
            "references.csv",
            "summary.xlsx",
            "report.html",
        ),
        *("csv/plans.csv", "csv/criteria.csv", "csv/scores.csv", "csv/findings.csv"),
        *("scorecards/P02.xlsx", "scorecards/P03.xlsx", "scorecards/P04.xlsx"),
    } == there
    assert verify_run(whole.folder) == []
    assert list(whole.folder.parent.iterdir()) == [whole.folder]


def test_references_go_in_path_order_and_results_in_reference_order(whole):
    run = read_run(whole.folder)
    assert [card.reference for card in run.scorecards] == ["P02", "P03", "P04"]
    assert [one.reference for one in run.unreadable] == ["P01"]
    assert [Path(name).name for name in run.files.values()][:2] == ["broken K9.docx", "case K1 secret name.docx"]


def test_the_rest_is_done_when_a_plan_cannot_be_read(whole):
    (refused,) = whole.run.unreadable
    assert refused.kind in ("damaged", "not_a_document")
    assert next(whole.run.in_full()).plan.items


def test_rows_of_the_caseload_are_joined_and_the_bad_ones_named(whole):
    assert [(card.id, card.team) for card in whole.run.scorecards] == [("K1", "North"), ("K2", "South"), (None, None)]
    assert whole.run.scorecards[0].plan.year_group == 9
    assert [number for number, _ in whole.refused_rows] == [5]


def test_no_file_name_no_hour_and_no_machine_in_what_is_kept(whole):
    for path in whole.folder.rglob("*"):
        if path.is_file() and path.name != "references.csv":
            assert b"secret name" not in path.read_bytes(), path.name
    manifest = json.loads((whole.folder / "run.json").read_text(encoding="utf-8"))
    assert set(manifest) == {
        *("schema", "tool", "rubric", "as_of", "settings", "draw", "counts", "inputs", "files", "sha256"),
    }
    assert manifest["counts"] == {"plans": 4, "scorecards": 3, "unreadable": 1}
    assert set(manifest["inputs"]) == {"P01", "P02", "P03", "P04"}
    assert set(manifest["files"]) == set(files_of(whole.folder))


def test_references_csv_is_the_only_map(whole):
    rows = list(csv.reader((whole.folder / "references.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["reference", "file"]
    assert rows[1][1].endswith("broken K9.docx")


RUN_IT = (
    "import sys; from datetime import date; from pathlib import Path\n"
    "from ehcp_audit.batch import BatchRequest, run_batch\n"
    "def main():\n"
    "    folder, output, caseload, jobs = sys.argv[1:]\n"
    "    names = tuple(str(one) for one in sorted(Path(folder).iterdir(), reverse=True))\n"
    "    run_batch(BatchRequest(names, Path(output), 'national', date(2026, 11, 20),\n"
    "                           caseload=Path(caseload), jobs=int(jobs)),\n"
    "              progress=lambda done, of: print(done, of, flush=True))\n"
    "if __name__ == '__main__':\n"
    "    try: main()\n"
    "    except KeyboardInterrupt: sys.exit(130)\n"
)


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    path = tmp_path_factory.mktemp("script") / "run_it.py"
    path.write_text(RUN_IT)
    return path


def started(script, plans, output, caseload, jobs=2, **environment):
    return subprocess.Popen(
        [sys.executable, str(script), str(plans), str(output), str(caseload), str(jobs)],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_the_bytes_depend_on_no_worker_order_locale_zone_or_seed(whole, script, plans, caseload, tmp_path):
    process = started(
        script, plans, tmp_path / "run", caseload, jobs=1, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7"
    )
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert files_of(tmp_path / "run") == files_of(whole.folder)
    assert (tmp_path / "run" / "run.json").read_bytes() == (whole.folder / "run.json").read_bytes()


def test_an_existing_run_is_refused_before_any_work(whole, plans, tmp_path):
    before = files_of(whole.folder)
    with pytest.raises(AuditError, match="--force"):
        run_batch(request(plans, whole.folder))
    assert files_of(whole.folder) == before


def test_a_whole_run_is_only_verified_on_resume(whole, plans, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(whole.folder, copy)
    got = run_batch(request(plans, copy, resume=True))
    assert (got.verified, got.run.scorecards) == (True, whole.run.scorecards)
    (copy / "report.html").write_text("changed")
    with pytest.raises(AuditError, match=r"report\.html was changed"):
        run_batch(request(plans, copy, resume=True))


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("nowhere/*.docx",), {}, "no plan in"),
        (None, {"rubric": "natoinal"}, "national"),
        (None, {"caseload": Path("nowhere.csv")}, "not there"),
        (None, {"jobs": 0}, "--jobs"),
    ],
)
def test_what_cannot_be_done_is_said_before_any_work(plans, tmp_path, arguments, options, words):
    rubric = options.pop("rubric", "national")
    asked = BatchRequest(arguments or (str(plans),), tmp_path / "run", rubric, AS_OF, **options)
    with pytest.raises(AuditError, match=words):
        run_batch(asked)
    assert not (tmp_path / "run").exists()


def test_a_named_file_that_is_not_there_is_unreadable_and_the_others_are_done(plans, tmp_path):
    one = next(plans.glob("case K1*"))
    got = run_batch(BatchRequest((str(one), str(plans / "gone.docx")), tmp_path / "run", "national", AS_OF, jobs=1))
    assert [(item.reference, item.kind) for item in got.run.unreadable] == [("P02", "not_found")]
    assert [card.reference for card in got.run.scorecards] == ["P01"]


def test_an_interrupted_run_leaves_its_part_and_goes_on_from_it(whole, plans, caseload, tmp_path, monkeypatch):
    def stop(done, of):
        if done == 2:
            raise KeyboardInterrupt

    asked = request(plans, tmp_path / "run", caseload=caseload, scorecards=True, jobs=1)
    with pytest.raises(KeyboardInterrupt):
        run_batch(asked, progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["run.part"]
    kept = {path.stem for path in (tmp_path / "run.part" / ".work").glob("*.json")}
    assert len(kept) >= 2
    again = []

    def do_all(tasks, *rest):
        again.extend(task.reference for task in tasks)
        pool.do_all(tasks, *rest)

    monkeypatch.setattr(batch, "do_all", do_all)
    got = run_batch(replace(asked, resume=True))
    assert {*again, *kept} == {"P01", "P02", "P03", "P04"}
    assert len(again) == 4 - len(kept)
    assert files_of(got.folder) == files_of(whole.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_no_worker_outlives_an_interrupted_or_killed_run(script, plans, caseload, whole, tmp_path, how, code):
    process = started(script, plans, tmp_path / "run", caseload)
    process.stdout.readline()
    os.kill(process.pid, how)
    process.communicate(timeout=10)
    assert process.returncode == code
    deadline = time.monotonic() + 5
    while processes_of(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_of(process.pid) == []
    assert not (tmp_path / "run").exists()
    got = run_batch(request(plans, tmp_path / "run", caseload=caseload, scorecards=True, resume=True))
    assert files_of(got.folder) == files_of(whole.folder)
