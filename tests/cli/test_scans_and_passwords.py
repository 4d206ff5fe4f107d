"""Scans and locked PDFs from the command line: read where that is possible, refused with what to do where it is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from ehcp_audit.audit import FROM_A_PICTURE
from ehcp_audit.errors import AuditError
from ehcp_audit.reading import Terms, read_passwords

AS_OF = ("--as-of", "2026-11-20")
PASSWORD = "kestrel 9-lantern"  # noqa: S105
NO_TOOLS = {"PATH": "/nonexistent"}


@pytest.fixture(scope="module")
def scan(samples, tmp_path_factory):
    """Two pages of the scanned sample: sections B to F."""
    path = tmp_path_factory.mktemp("scan") / "scan.pdf"
    writer = pypdf.PdfWriter()
    writer.append(samples / "13-scanned.pdf", pages=(4, 6))
    writer.write(path)
    return path


def locked(source: Path, path: Path, *, user: str, owner: str) -> Path:
    writer = pypdf.PdfWriter(clone_from=source)
    writer.encrypt(user, owner, algorithm="RC4-128", permissions_flag=pypdf.constants.UserAccessPermissions(0))
    writer.write(path)
    return path


@pytest.fixture(scope="module")
def lock(samples, tmp_path_factory):
    """A plan that needs a password, and the file that holds it among others."""
    folder = tmp_path_factory.mktemp("lock")
    (folder / "passwords.txt").write_text(f"wrong\n{PASSWORD}\nalso wrong\n", encoding="utf-8")
    return locked(samples / "04-year-1-banner-rows.pdf", folder / "locked.pdf", user=PASSWORD, owner="owner")


# --- scans


@pytest.fixture(scope="module")
def read(process, scan, needs, tmp_path_factory):
    """The scan as `check` prints it, and a run of it: each has read the pictures for itself."""
    needs("tesseract")
    done = process("check", scan, "--format", "json", *AS_OF)
    assert done.code in (0, 1), done.err
    run = tmp_path_factory.mktemp("scans") / "on"
    assert process("batch", scan, "-o", run, "--no-scorecards", "--jobs", "1", *AS_OF).code == 0
    return json.loads(done.out)["scorecards"][0], run


def test_a_scan_is_read_and_its_findings_say_so(read):
    card, _ = read
    assert card["plan"]["sections"]["E"] == "present"
    assert "missing" not in card["plan"]["sections"].values()  # a heading in a picture may only not have been read
    assert any("Tesseract" in warning for warning in card["plan"]["warnings"])
    quoting = [one for criterion in card["criteria"] for one in criterion["findings"] if one["evidence"]]
    assert quoting
    assert all(one["note"].endswith(FROM_A_PICTURE) for one in quoting)


def test_a_scan_is_read_the_same_again(read):
    card, run = read
    kept = json.loads((run / "results.jsonl").read_text(encoding="utf-8"))
    assert kept == {key: value for key, value in card.items() if key != "scales"} | {"file": None}


def test_switched_off_a_scan_is_refused_and_told_how_to_read_it(cli, scan):
    done = cli("check", scan, "--ocr", "off", "--format", "json", *AS_OF)
    assert done.code == 3
    (refused,) = json.loads(done.out)["unreadable"]
    assert refused["kind"] == "no_text"
    assert "leave out --ocr off" in refused["reason"]


@pytest.mark.parametrize("command", ["check", "extract"])
def test_without_tesseract_a_scan_is_refused_and_told_what_to_install(process, scan, command):
    done = process(command, scan, "--format", "json", *AS_OF, env=NO_TOOLS)
    assert done.code == 3
    (refused,) = json.loads(done.out)["unreadable"]
    assert refused["kind"] == "no_text"
    assert "install the program Tesseract" in refused["reason"]


def test_a_run_keeps_whether_and_by_what_pictures_were_read(process, read, scan, tmp_path):
    for name, more, env in (("off", ("--ocr", "off"), {}), ("none", (), NO_TOOLS)):
        done = process("batch", scan, "-o", tmp_path / name, "--no-scorecards", *AS_OF, *more, env=env)
        assert done.code == 3, done.err
    on, off, none = (
        json.loads((run / "run.json").read_text(encoding="utf-8"))["settings"]
        for run in (read[1], tmp_path / "off", tmp_path / "none")
    )
    assert [one["ocr"] for one in (on, off, none)] == ["auto", "off", "auto"]
    assert on["ocr_program"].startswith("tesseract ")
    assert off["ocr_program"] is none["ocr_program"] is None


@pytest.mark.parametrize("where", ["variable", "file"])
def test_the_setting_is_taken_from_where_settings_stand(process, scan, tmp_path, where):
    """A bare `off` in YAML means no: it is taken for what was meant."""
    if where == "file":
        (tmp_path / "ehcp-audit.yml").write_text("ocr: off\n", encoding="utf-8")
    env = {"EHCP_AUDIT_OCR": "off"} if where == "variable" else {}
    done = process("extract", scan, "--format", "json", cwd=tmp_path, env=env)
    assert done.code == 3
    assert "--ocr off" in json.loads(done.out)["unreadable"][0]["reason"]


# --- passwords


def test_a_locked_plan_is_refused_and_told_how_to_open_it(cli, lock):
    done = cli("check", lock, "--format", "json", *AS_OF)
    assert done.code == 3
    (refused,) = json.loads(done.out)["unreadable"]
    assert refused["kind"] == "encrypted"
    assert "--password-file" in refused["reason"]


@pytest.mark.parametrize("command", ["check", "extract", "redact"])
def test_with_its_password_in_a_file_a_locked_plan_is_read(cli, lock, command):
    how = () if command == "redact" else ("--format", "json")
    done = cli(command, lock, "--password-file", lock.with_name("passwords.txt"), *how)
    assert done.code in (0, 1), done.err
    assert "section e" in done.out.lower() or json.loads(done.out)["scorecards"]
    assert PASSWORD not in done.out + done.err


def test_passwords_that_do_not_fit_are_said_not_to(cli, lock, tmp_path):
    (tmp_path / "words.txt").write_text("nope\n", encoding="utf-8")
    done = cli("check", lock, "--password-file", tmp_path / "words.txt", "--format", "json", *AS_OF)
    assert done.code == 3
    assert "none of those in the password file opens it" in json.loads(done.out)["unreadable"][0]["reason"]
    assert "nope" not in done.out + done.err


def test_a_marked_copy_of_a_locked_plan_can_be_opened(cli, lock, tmp_path):
    how = ("--password-file", lock.with_name("passwords.txt"))
    done = cli("check", lock, *how, "--marked", tmp_path / "out", "--format", "json", *AS_OF)
    assert done.code in (0, 1), done.err
    assert "without its password" in done.err
    assert not pypdf.PdfReader(tmp_path / "out" / "locked.reviewed.pdf").is_encrypted


def test_what_is_only_restricted_is_read_without_a_word(cli, samples, tmp_path):
    restricted = locked(samples / "04-year-1-banner-rows.pdf", tmp_path / "plan.pdf", user="", owner="owner")
    done = cli("check", restricted, "--format", "json", *AS_OF)
    assert done.code in (0, 1)
    plain = cli("check", samples / "04-year-1-banner-rows.pdf", "--format", "json", *AS_OF)
    (one,), (other,) = (json.loads(said.out)["scorecards"] for said in (done, plain))
    assert one["criteria"] == other["criteria"]


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="only Linux shows every process to the test")
def test_nobody_sees_the_passwords_of_a_batch(lock, tmp_path, root):
    """Neither command lines nor environments of its processes, nor its output, nor its folder hold the password."""
    run = tmp_path / "run"
    command = [sys.executable, "-m", "ehcp_audit", "-v", "batch", str(lock), "-o", str(run), "--jobs", "2", *AS_OF]
    command += ["--password-file", str(lock.with_name("passwords.txt"))]
    env = {**os.environ, "PYTHONPATH": str(root)}
    seen: set[int] = set()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, start_new_session=True
    ) as started:
        while started.poll() is None:
            for entry in Path("/proc").glob("[0-9]*"):
                try:
                    shown = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
                except OSError:
                    continue
                if b"ehcp_audit" in shown or str(lock).encode() in shown:
                    seen.add(int(entry.name))
                assert PASSWORD.encode() not in shown
            time.sleep(0.02)
        assert started.stdout is not None
        said = started.stdout.read()
    assert started.returncode == 0, said.decode()
    assert len(seen) >= 2  # the command, and a worker or a reader: each is short-lived, and some may be missed
    assert PASSWORD.encode() not in said
    for path in run.rglob("*"):
        assert not path.is_file() or PASSWORD.encode() not in path.read_bytes()


def test_a_password_file_that_is_none_is_refused_before_any_work(cli, lock, tmp_path):
    (tmp_path / "empty.txt").write_text("\n \n", encoding="utf-8")
    (tmp_path / "plan.txt").write_bytes(b"x" * 100_000)
    for name in ("not-there.txt", "empty.txt", "plan.txt", "."):
        done = cli("check", lock, "--password-file", tmp_path / name)
        assert done.code == 2
        assert "password" in done.err
        assert "Traceback" not in done.err


def test_passwords_are_read_as_people_write_them(tmp_path):
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeffone\r\n two words \r\n\r\nÿé\r\none\r\n".encode())
    assert read_passwords(path) == ("one", " two words ", "two words", "ÿé")
    path.write_bytes("caf\u00e9\n".encode("cp1252"))
    assert read_passwords(path) == ("café",)
    with pytest.raises(AuditError):
        read_passwords(tmp_path)
    assert "café" not in repr(Terms(passwords=("café",)))
