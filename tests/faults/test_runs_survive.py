"""A run survives what a machine does to it: kills, interrupts, a full disc, a second run, rot (F1 to F10)."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from sessions import processes_of

from ehcp_audit import saving
from ehcp_audit.batch import BatchRequest, run_batch
from ehcp_audit.errors import AuditError
from ehcp_audit.runs import files_of, verify_run

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 20)
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and mounts of POSIX systems")


@pytest.fixture(scope="module")
def plans(tmp_path_factory, samples):
    folder = tmp_path_factory.mktemp("plans")
    for path in sorted(samples.glob("0[1-4]*.docx")):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def whole(plans, tmp_path_factory):
    """The undisturbed run, and how long it took."""
    began = time.monotonic()
    folder = tmp_path_factory.mktemp("whole") / "run"
    run_batch(BatchRequest((str(plans),), folder, "national", AS_OF, jobs=2))
    return folder, time.monotonic() - began


def command(plans, output, *more):
    return [sys.executable, "-m", "ehcp_audit", "batch", str(plans), "-o", str(output), "--jobs", "2",
            "--as-of", AS_OF.isoformat(), *more]  # fmt: skip


def started(plans, output, *more):
    return subprocess.Popen(
        command(plans, output, *more),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def killed_and_resumed(plans, whole, folder, after):
    process = started(plans, folder / "run")
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=20)
    deadline = time.monotonic() + 10
    while processes_of(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_of(process.pid) == []
    again = subprocess.run(
        command(plans, folder / "run", "--resume"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert again.returncode == 0, again.stderr
    assert files_of(folder / "run") == files_of(whole)
    assert (folder / "run" / "run.json").read_bytes() == (whole / "run.json").read_bytes()
    assert [path.name for path in folder.iterdir()] == ["run"]
    assert not list((folder / "run").rglob(f"{saving.TEMPORARY}*.tmp"))


@POSIX
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("share", [0.35, 0.9])
def test_a_run_killed_at_any_moment_goes_on_to_the_same_bytes(plans, whole, tmp_path, share):
    killed_and_resumed(plans, whole[0], tmp_path, share * whole[1])


@POSIX
@pytest.mark.soak
def test_two_hundred_kills(plans, whole, tmp_path):
    draw = random.Random("kills")  # noqa: S311
    for number in range(200):
        folder = tmp_path / str(number)
        folder.mkdir()
        killed_and_resumed(plans, whole[0], folder, draw.uniform(0.02, 1.2) * whole[1])
        shutil.rmtree(folder)


STAGES = {
    "the folder is made": lambda part: part.is_dir(),
    "plans are done": lambda part: (part / "journal.jsonl").is_file() and (part / "journal.jsonl").stat().st_size > 0,
    "reports are written": lambda part: (part / "results.jsonl").is_file(),
}


def reach(process, part, stage):
    """Wait until a run has come so far, or has ended."""
    deadline = time.monotonic() + 60
    while not STAGES[stage](part) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)


@POSIX
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("stage", STAGES)
def test_an_interrupt_ends_within_two_seconds_with_the_way_to_go_on(plans, whole, tmp_path, stage, times):
    process = started(plans, tmp_path / "run")
    reach(process, tmp_path / "run.part", stage)
    began = time.monotonic()
    for _ in range(times):
        process.send_signal(signal.SIGINT)
        time.sleep(0.02)
    _, said = process.communicate(timeout=20)
    assert time.monotonic() - began < 2.0
    assert "Traceback" not in said
    if stage == "reports are written" and process.returncode == 0:
        assert files_of(tmp_path / "run") == files_of(whole[0]), "it was done before the signal came"
    else:
        assert process.returncode in (130, *([-signal.SIGINT] if times > 1 else []))  # a second one ends it at once
        assert "--resume" in said or times > 1


def mounts() -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = "mount -t tmpfs -o size=1m tmpfs /mnt"
    return subprocess.run(["unshare", "-rm", "sh", "-c", trial], capture_output=True, check=False).returncode == 0


@POSIX
@pytest.mark.skipif(not mounts(), reason="this machine may not mount a file system of its own")
def test_a_full_disc_ends_with_a_sentence_and_leaves_what_was_there(plans, tmp_path):
    disc = tmp_path / "disc"
    disc.mkdir()
    script = (
        f"mount -t tmpfs -o size=160k tmpfs {disc} && mkdir {disc}/old && echo kept > {disc}/old/run.json && "
        f"{sys.executable} -m ehcp_audit batch {plans} -o {disc}/run --jobs 1; echo code $?; cat {disc}/old/run.json; "
        f"ls {disc}; find {disc} -name '{saving.TEMPORARY}*.tmp'"
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert "code 2" in done.stdout, done.stdout + done.stderr
    assert "kept" in done.stdout
    assert "no space left" in done.stderr.lower()
    assert "Traceback" not in done.stderr
    assert ".tmp" not in done.stdout


def test_a_second_run_into_the_same_folder_is_refused_while_the_first_works(plans, tmp_path):
    with saving.new_folder(tmp_path / "run"), pytest.raises(AuditError, match="another run"):
        run_batch(BatchRequest((str(plans),), tmp_path / "run", "national", AS_OF, jobs=1, resume=True))
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


WRITER = """
import sys, pathlib
from ehcp_audit.saving import new_folder, save
from ehcp_audit.errors import AuditError
try:
    with new_folder(pathlib.Path(sys.argv[1]), force=True) as part:
        save(part / "rows.txt", (sys.argv[2] * 1000).encode())
        save(part / "run.json", sys.argv[2].encode())
except AuditError:
    sys.exit(2)
"""


def race(folder, writers):
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder / "run"), str(number)],
                         env={**os.environ, "PYTHONPATH": str(ROOT)})
        for number in range(writers)
    ]  # fmt: skip
    codes = [one.wait(timeout=60) for one in running]
    assert set(codes) <= {0, 2}
    assert 0 in codes
    winner = (folder / "run" / "run.json").read_text()
    assert (folder / "run" / "rows.txt").read_text() == winner * 1000, "the rows are of one writer, all of them"


def test_two_processes_into_one_name_leave_one_whole_folder(tmp_path):
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        race(tmp_path / str(number), 2)


@pytest.mark.soak
def test_eight_processes_a_hundred_times(tmp_path):
    for number in range(100):
        (tmp_path / str(number)).mkdir()
        race(tmp_path / str(number), 8)


def test_a_byte_that_rots_in_any_stored_file_is_named(whole, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(whole[0], copy)
    draw = random.Random("bytes")  # noqa: S311
    for path in sorted(one for one in copy.rglob("*") if one.is_file()):
        good = path.read_bytes()
        if not good:
            continue
        at = draw.randrange(len(good))
        path.write_bytes(good[:at] + bytes([good[at] ^ 0x21]) + good[at + 1 :])
        wrong = verify_run(copy)
        assert any(path.relative_to(copy).as_posix() in one for one in wrong), path.name
        path.write_bytes(good)
    assert verify_run(copy) == []


@pytest.mark.parametrize(("times", "saved"), [(1, True), (9, True), (10, False), (20, False)])
def test_an_output_that_is_open_elsewhere_is_waited_for_and_then_left(tmp_path, monkeypatch, times, saved):
    monkeypatch.setattr(saving, "_PAUSE", 0)
    target = tmp_path / "summary.xlsx"
    target.write_bytes(b"old")
    left = [times]
    real = Path.replace

    def replace(self, to):
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        return real(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    if saved:
        saving.save(target, b"new", force=True)
    else:
        with pytest.raises(AuditError, match="open in another program"):
            saving.save(target, b"new", force=True)
    assert target.read_bytes() == (b"new" if saved else b"old")
    assert [path.name for path in tmp_path.iterdir()] == ["summary.xlsx"]


def test_the_hour_of_a_file_and_of_the_machine_change_nothing(plans, whole, tmp_path, monkeypatch):
    """Inputs from the future, a clock a year back: the same bytes."""
    copy = tmp_path / "plans"
    shutil.copytree(plans, copy)
    for path in copy.iterdir():
        os.utime(path, (4_000_000_000, 4_000_000_000))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    run_batch(BatchRequest((str(copy),), tmp_path / "run", "national", AS_OF, jobs=2))
    ours, theirs = files_of(tmp_path / "run"), files_of(whole[0])
    assert {name for name in ours if ours[name] != theirs.get(name)} <= {"references.csv"}


def test_a_folder_of_plans_that_may_only_be_read_is_left_as_it_was(plans, whole, tmp_path):
    copy = tmp_path / "plans"
    shutil.copytree(plans, copy)
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in copy.iterdir()}
    for path in (*copy.iterdir(), copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        run_batch(BatchRequest((str(copy),), tmp_path / "run", "national", AS_OF, jobs=2))
        assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in copy.iterdir()} == before
    finally:
        copy.chmod(0o755)
    assert (tmp_path / "run" / "results.jsonl").read_bytes() == (whole[0] / "results.jsonl").read_bytes()


def test_an_input_that_goes_while_the_run_works_is_one_plan_not_read(plans, tmp_path):
    copy = tmp_path / "plans"
    shutil.copytree(plans, copy)
    gone = sorted(copy.iterdir())[-1]
    gathered = []

    def progress(done, total):
        gathered.append(total)
        if done == 1:
            gone.unlink(missing_ok=True)

    run = run_batch(BatchRequest((str(copy),), tmp_path / "run", "national", AS_OF, jobs=1), progress=progress).run
    assert len(run.scorecards) + len(run.unreadable) == 4
    assert len(run.scorecards) >= 3
    assert all(re.fullmatch("not_found|not_readable", one.kind) for one in run.unreadable)
