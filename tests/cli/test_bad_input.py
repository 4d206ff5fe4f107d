"""Bad input: one clear sentence that names the file and says what to do; the rest is done; 2 or 3 as agreed."""

from __future__ import annotations

import errno
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

AS_OF = ("--as-of", "2026-11-20")
NAME = "Aisha Example"
"""A name that stands in file names and plans here, and in no message but the one that refuses the file."""


@pytest.fixture(scope="module")
def good(samples):
    return sorted(samples.glob("*.docx"))[0]


def encrypted_word(path: Path) -> None:
    """What Word writes under a password: an OLE container with an EncryptedPackage stream."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900")
    names = "EncryptionInfo".encode("utf-16-le") + bytes(8) + "EncryptedPackage".encode("utf-16-le")
    path.write_bytes((header + bytes(488) + names).ljust(4096, b"\0"))


def encrypted_pdf(path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    with path.open("wb") as file:
        writer.write(file)


def scan(path: Path) -> None:
    """A page that is a picture."""
    from PIL import Image

    Image.new("L", (150, 200), 250).save(path, "PDF")


def damaged_word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:document><w:body>")
        packed.writestr("[Content_Types].xml", "<Types/>")


def no_plan(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(f"A letter about {NAME}, who likes bubbles.")
    document.save(path)


MADE = {
    "empty_file": (".docx", lambda path: path.write_bytes(b"")),
    "not_a_document": (".docx", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))),
    "damaged": (".docx", damaged_word),
    "no_text": (".pdf", scan),
    "not_a_plan": (".docx", no_plan),
    "encrypted": (".docx", encrypted_word),
}


def one_sentence(said: str, name: str) -> str:
    """The only line on stderr that names the file."""
    lines = [line for line in said.splitlines() if name in line]
    assert len(lines) == 1, said
    return lines[0]


@pytest.mark.parametrize("kind", MADE)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(cli, good, tmp_path, kind):
    suffix, make = MADE[kind]
    bad = tmp_path / f"{NAME} draft{suffix}"
    make(bad)
    done = cli("check", bad, good, "--format", "json", "--fail-on", "must", *AS_OF)
    result = json.loads(done.out)
    assert done.code == 3
    assert [one["kind"] for one in result["unreadable"]] == [kind]
    assert len(result["scorecards"]) == 1
    sentence = one_sentence(done.err, bad.name)
    assert sentence.startswith(result["unreadable"][0]["reference"])
    assert sentence.rstrip().endswith(".")
    assert "bubbles" not in done.err
    assert "Traceback" not in done.err


def test_an_encrypted_pdf_says_what_to_do(cli, tmp_path):
    bad = tmp_path / "locked.pdf"
    encrypted_pdf(bad)
    done = cli("check", bad, "--format", "json")
    assert done.code == 3
    assert json.loads(done.out)["unreadable"][0]["kind"] == "encrypted"
    assert "password" in one_sentence(done.err, "locked.pdf")


def test_a_wrong_suffix_is_read_and_noted(cli, good, tmp_path):
    wrong = tmp_path / "draft.pdf"
    shutil.copy(good, wrong)
    card = json.loads(cli("check", wrong, "--format", "json", *AS_OF).out)["scorecards"][0]
    assert card["plan"]["format"] == "docx"
    assert any(".pdf" in warning for warning in card["plan"]["warnings"])


def test_a_missing_file_alone_is_3_and_named(cli):
    done = cli("check", f"{NAME}.docx")
    assert done.code == 3
    assert NAME in one_sentence(done.err, NAME)


@pytest.mark.parametrize("command", ["check", "extract", "batch"])
@pytest.mark.parametrize("what", ["folder", "pattern"])
def test_no_plan_in_the_folder_or_pattern_is_2(cli, tmp_path, command, what):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("nothing", encoding="utf-8")
    where = tmp_path / "empty" if what == "folder" else tmp_path / "empty" / "*.docx"
    options = ["-o", tmp_path / "run"] if command == "batch" else []
    done = cli(command, where, *options)
    assert (done.code, done.out) == (2, "")
    assert "There is no plan in" in done.err
    assert not (tmp_path / "run").exists()
    assert not (tmp_path / "run.part").exists()


def test_what_is_skipped_in_a_folder_is_named(cli, good, tmp_path):
    shutil.copy(good, tmp_path / "draft.docx")
    (tmp_path / "~$draft.docx").write_bytes(b"lock")
    (tmp_path / "cloud.docx").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    done = cli("check", tmp_path, "--fail-on", "never", *AS_OF)
    assert done.code == 0
    assert "~$draft.docx" in done.err
    assert "cloud.docx" in done.err
    assert "left alone: 1" in done.err


def test_a_file_held_open_elsewhere_says_so(cli, good, tmp_path, monkeypatch):
    """A locked file cannot be made as root: the reader's refusal is."""
    from ehcp_audit.errors import UnreadableError
    from ehcp_audit.reading import Reader

    def refuse(self, path):
        raise UnreadableError("not_readable", "Another program holds the file. Close it in Word and try again.")

    monkeypatch.setattr(Reader, "read", refuse)
    done = cli("check", good, "--format", "json")
    assert done.code == 3
    assert "Close it in Word" in one_sentence(done.err, good.name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold back this user")
def test_a_file_that_may_not_be_opened_is_named(cli, good, tmp_path):
    locked = tmp_path / "locked.docx"
    shutil.copy(good, locked)
    locked.chmod(0)
    done = cli("check", locked, "--format", "json")
    assert done.code == 3
    assert json.loads(done.out)["unreadable"][0]["kind"] == "not_readable"


def test_a_pipe_is_refused_at_once(cli, tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    done = cli("check", pipe, "--format", "json")
    assert done.code == 3
    assert json.loads(done.out)["unreadable"][0]["kind"] == "not_readable"


def test_control_characters_of_a_file_name_are_shown_as_escapes(cli, tmp_path):
    evil = tmp_path / "a\x1b[31mb\u202ec.docx"
    try:
        evil.write_bytes(b"")
    except OSError:
        pytest.skip("this file system refuses the name")
    done = cli("check", evil)
    assert done.code == 3
    assert "\x1b" not in done.err + done.out
    assert "\u202e" not in done.err + done.out
    assert "\\x1b" in done.err


def test_a_batch_names_what_it_could_not_read_and_writes_the_rest(cli, good, tmp_path):
    plans = tmp_path / "plans"
    plans.mkdir()
    for kind, (suffix, make) in MADE.items():
        if kind != "empty_file":  # skipped in a folder
            make(plans / f"{NAME} {kind}{suffix}")
    shutil.copy(good, plans / "good.docx")
    done = cli("batch", plans, "-o", tmp_path / "run", "--jobs", "1", *AS_OF)
    assert done.code == 3
    run = tmp_path / "run"
    kinds = [json.loads(line)["kind"] for line in (run / "unreadable.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(kinds) == sorted(kind for kind in MADE if kind != "empty_file")
    assert len((run / "results.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert NAME not in (run / "unreadable.jsonl").read_text(encoding="utf-8")
    for kind in kinds:
        one_sentence(done.err, f"{NAME} {kind}")
    assert "Traceback" not in done.err


def test_a_rubric_with_mistakes_stops_before_any_work(cli, good, tmp_path):
    rubric = tmp_path / "ours.yaml"
    rubric.write_text("id: ours\nversoin: '1'\n", encoding="utf-8")
    for command in (("check", good), ("batch", good, "-o", tmp_path / "run")):
        done = cli(*command, "--rubric", rubric)
        assert (done.code, done.out) == (2, "")
        assert f"{rubric}:2:1:" in done.err
        assert "version" in done.err
        assert not (tmp_path / "run").exists()


def test_a_rubric_that_is_not_there(cli, good):
    done = cli("check", good, "--rubric", "nowhere.yaml")
    assert done.code == 2
    assert "nowhere.yaml" in done.err


@pytest.mark.parametrize("text", ["nothing,here\n1,2\n", ""])
def test_a_caseload_with_mistakes(cli, good, tmp_path, text):
    caseload = tmp_path / "caseload.csv"
    caseload.write_text(text, encoding="utf-8")
    done = cli("batch", good, "-o", tmp_path / "run", "--caseload", caseload)
    assert done.code == 2
    assert "caseload.csv" in done.err
    assert not (tmp_path / "run").exists()


def test_an_existing_folder_of_somebody_elses_is_never_replaced(cli, good, tmp_path):
    run = tmp_path / "run"
    run.mkdir()
    (run / "mine.txt").write_text("mine", encoding="utf-8")
    for force in ([], ["--force"]):
        done = cli("batch", good, "-o", run, *force)
        assert done.code == 2
        assert str(run) in done.err
    assert (run / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_an_output_whose_folder_is_not_there(cli, good, tmp_path):
    done = cli("check", good, "-o", tmp_path / "nowhere" / "out.txt")
    assert (done.code, done.out) == (2, "")
    assert "nowhere" in done.err


def test_an_output_that_cannot_be_written(cli, good, tmp_path, monkeypatch):
    """A full or read-only disc, as the system would say it."""

    def refuse(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    done = cli("check", good, "-o", tmp_path / "out.txt", "--fail-on", "never")
    assert done.code == 2
    assert "out.txt could not be written" in done.err
    assert "no space left" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_under_a_file(cli, good, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = cli("batch", good, "-o", tmp_path / "file" / "run")
    assert done.code == 2
    assert "Traceback" not in done.err
    assert "name another" in done.err


def test_a_fault_of_ours_in_one_plan_does_not_stop_the_others(cli, good, tmp_path, monkeypatch):
    """An exception whose text is a plan's is told by its type; the next plan is done."""
    import ehcp_audit.audit

    other = tmp_path / "z.docx"
    shutil.copy(good, other)
    right = ehcp_audit.audit.audit_plan

    def fail(plan, *rest, file=None, **more):
        if Path(file).name == "z.docx":
            raise KeyError(plan.text)
        return right(plan, *rest, file=file, **more)

    monkeypatch.setattr(ehcp_audit.audit, "audit_plan", fail)
    done = cli("check", other, good, "--format", "json", *AS_OF)
    result = json.loads(done.out)
    assert done.code == 3
    assert [one["kind"] for one in result["unreadable"]] == ["crashed"]
    assert len(result["scorecards"]) == 1
    assert "KeyError" in done.err
    assert len(done.err) < 600
