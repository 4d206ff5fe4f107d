"""Whatever goes wrong, no identity of a plan reaches the screen, the messages or the temporary files (T11)."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.privacy.planted.generating import Writer
from tests.privacy.planted.judging import is_there

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A folder of plans that name 40 people and numbers, whole and broken in every way; and the names."""
    folder = tmp_path_factory.mktemp("planted") / "in"
    folder.mkdir()
    wanted = set()
    for number in range(2):
        made = Writer(folder / f"good{number}.docx", random.Random(f"search/{number}"), "tuning").write()  # noqa: S311
        wanted |= {
            one.value for one in made.planted if len(one.value) >= 6 and (" " in one.value or one.value[-1].isdigit())
        }
    good = (folder / "good0.docx").read_bytes()
    names = " ".join(sorted(wanted)[:40])
    (folder / "cut.docx").write_bytes(good[: len(good) // 2])
    (folder / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + names.encode("utf-16-le") * 20)
    (folder / "words.docx").write_text(names, encoding="utf-8")
    (folder / "empty.docx").write_bytes(b"")
    (folder / "words.pdf").write_bytes(b"%PDF-1.7\n" + names.encode() + b"\n%%EOF")
    rewritten(folder / "good0.docx", folder / "doctype.docx", b"<!DOCTYPE x [<!ENTITY e 'x'>]>")
    not_a_plan(folder / "letter.docx", names)
    assert len(wanted) >= 40
    return folder, sorted(wanted)


def rewritten(source, target, insert):
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "word/document.xml":
                head, _, rest = data.partition(b"?>")
                data = head + b"?>" + insert + rest
            made.writestr(name, data)


def not_a_plan(path, names):
    import docx

    letter = docx.Document()
    letter.add_paragraph(names)
    letter.save(path)


def ran(folder, tmp_path, *arguments):
    temp = tmp_path / "temp"
    temp.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "ehcp_audit", *map(str, arguments)],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temp), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=300,
    )
    left = b"".join(path.read_bytes() for path in temp.rglob("*") if path.is_file())
    return done.returncode, (done.stdout + done.stderr + left).decode("utf-8", "replace")


def test_batch_says_no_name_whatever_it_meets(planted, tmp_path):
    folder, wanted = planted
    code, said = ran(folder, tmp_path, "-v", "batch", folder, "-o", "run", "--jobs", "1", "--read-seconds", "20")
    assert code == 3
    assert said.count("Traceback") == 0
    for kind in ("cut.docx", "locked.docx", "words.docx", "words.pdf", "doctype.docx", "letter.docx"):
        assert kind in said, "each refused file is named, with its reason"
    assert [one for one in wanted if is_there(one, said, exact_case=False)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("batch", "{folder}", "-o", "{folder}/good0.docx/x"),
        ("batch", "{folder}", "-o", "run2", "--read-seconds", "0.01"),
        ("batch", "{folder}", "-o", "run3", "--caseload", "{folder}/words.docx"),
        ("batch", "{folder}", "-o", "run4", "--rubric", "{folder}/words.pdf.yaml"),
        ("redact", "{folder}/doctype.docx"),
        ("redact", "{folder}/letter.docx"),
        ("rubric", "check", "{folder}/words.docx"),
        ("verify", "{folder}"),
        ("share-check", "{folder}/good0.docx"),
        ("share", "{folder}", "-o", "pack.zip"),
    ],
)
def test_no_refusal_quotes_what_it_refuses(planted, tmp_path, arguments):
    folder, wanted = planted
    code, said = ran(folder, tmp_path, *(one.format(folder=folder) for one in arguments))
    assert code in (2, 3)
    assert said.strip()
    assert "Traceback" not in said
    assert [one for one in wanted if is_there(one, said, exact_case=False)] == []


@pytest.mark.parametrize("command", ["check", "redact", "extract"])
def test_a_fault_of_ours_tells_its_kind_and_no_word(planted, cli, monkeypatch, command):
    """An exception whose text is the plan's: its type is told, its text is not."""
    folder, wanted = planted

    def broken(document, **_options):
        raise ValueError(" ".join(one.text for one in document.stretches))

    monkeypatch.setattr("ehcp_audit.plan.build_plan", broken)
    done = cli(command, folder / "good1.docx")
    assert done.code in (2, 3)
    assert "ValueError" in done.err
    assert [one for one in wanted if is_there(one, done.out + done.err, exact_case=False)] == []


def namespace() -> bool:
    """May this machine make a network namespace without interfaces?"""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not namespace(), reason="this machine may not make a network namespace")
def test_a_whole_batch_runs_where_there_is_no_network(tmp_path, samples):
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in ("03-key-stage-1-columns.docx", "05-year-4-first-person.pdf"):
        shutil.copy(samples / name, plans)
    done = subprocess.run(
        ["unshare", "-rn", sys.executable, "-m", "ehcp_audit", "batch", str(plans), "-o", "run", "--jobs", "1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert len((tmp_path / "run" / "results.jsonl").read_text(encoding="utf-8").splitlines()) == 2
