"""`redact`: text and Word copies of a plan without its names, wherever Word keeps them."""

from __future__ import annotations

import re
import zipfile

import pytest

NAMES = (
    "Rafe",
    "Ormerod",
    "Martin",
    "Haigh",
    "Farrell",
    "Crabtree",
    "999 640 1137",
    "FB/26/0731",
    "Lime Street",
    "Holly Bank",
)


@pytest.fixture
def plan(samples):
    return samples / "04-year-1-banner-rows.docx"


def inside(path):
    """Every part of a Word file as one text, entities undone enough for a search."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
        names = archive.namelist()
    return "\n".join([*names, *(part.decode("utf-8", "replace") for part in parts)])


def test_the_text_holds_no_name(cli, plan):
    done = cli("redact", str(plan))
    assert done.code == 0
    assert "[CHILD]" in done.out
    assert "Section F" in done.out
    assert [name for name in NAMES if name in done.out] == []
    assert [name for name in NAMES if name in done.err.replace(str(plan), "")] == []


def test_a_section_is_printed_with_numbered_lines_for_the_table(cli, plan):
    done = cli("redact", str(plan), "--section", "F")
    lines = done.out.splitlines()
    assert lines[0] == "Section F"
    assert re.match(r" {5}1 {6}\S", lines[2])
    assert max(map(len, lines)) <= 80
    assert "Section E" not in done.out


def test_a_word_copy_keeps_its_text_and_holds_no_name_in_any_part(cli, plan, tmp_path):
    out = tmp_path / "copy.docx"
    done = cli("redact", str(plan), "--format", "docx", "-o", str(out))
    assert done.code == 0, done.err
    everything = inside(out)
    bare = re.sub(r"<[^>]{1,2000}>", "", everything)
    assert [name for name in NAMES if name in everything or name in bare] == []
    again = cli("extract", str(out), "--section", "F")
    before = cli("extract", str(plan), "--section", "F")
    assert len(again.out.splitlines()) == len(before.out.splitlines())


def test_the_same_plan_gives_the_same_bytes(cli, plan, tmp_path):
    for name in ("one", "two"):
        cli("redact", str(plan), "--format", "docx", "-o", str(tmp_path / f"{name}.docx"))
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_what_is_left_is_listed_for_the_officer_and_counted_only_on_stderr(cli, plan, tmp_path):
    done = cli("redact", str(plan), "--residue", str(tmp_path / "left.txt"))
    left = [line.split("\t")[0] for line in (tmp_path / "left.txt").read_text(encoding="utf-8").splitlines()]
    assert f"shared: {len(left)}, in" in done.err
    assert [word for word in left if word in done.err] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "docx"), "-o"),
        (("--format", "docx", "--section", "F", "-o", "x.docx"), "--section"),
        (("--section", "Q"), "There is no section"),
    ],
)
def test_what_cannot_be_done_is_said(cli, plan, arguments, words):
    done = cli("redact", str(plan), *arguments)
    assert done.code == 2
    assert words in done.err


def test_a_pdf_gives_text_and_no_word_copy(cli, plan, tmp_path):
    pdf = plan.with_suffix(".pdf")
    done = cli("redact", str(pdf))
    assert done.code == 0
    assert [name for name in NAMES if name in done.out] == []
    assert cli("redact", str(pdf), "--format", "docx", "-o", str(tmp_path / "x.docx")).code == 2


def test_the_row_of_the_caseload_is_masked_too(cli, plan, tmp_path):
    table = tmp_path / "caseload.csv"
    table.write_text(f"id,file,name,Social worker\n4471-A,{plan.name},Rafe Ormerod,Tank Zablocki\n", encoding="utf-8")
    assert "tortoise called Tank" in cli("redact", str(plan)).out
    assert "tortoise called Tank" not in cli("redact", str(plan), "--caseload", str(table)).out


def test_a_file_that_is_no_plan_is_named_with_its_reason(cli, tmp_path):
    bad = tmp_path / "notes.docx"
    bad.write_bytes(b"no document")
    assert cli("redact", str(bad)).code == 3
