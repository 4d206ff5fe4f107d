"""What leaves the authority holds no plan text unless asked for; a pack with a name in it is refused by its cell."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from dataclasses import replace

import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.model import Verdict
from ehcp_audit.runs import RubricStamp, Run
from ehcp_audit.sharing import check_pack, make_pack
from ehcp_audit.sharing.figures import ALSO, HELD_BACK, held_back

NAMES = ("Rafe", "Ormerod", "Haigh", "Holly Bank", "Fellbridge")


@pytest.fixture(scope="module")
def run(tmp_path_factory, samples, process):
    folder = tmp_path_factory.mktemp("shared")
    (folder / "plans").mkdir()
    for path in sorted(samples.glob("0[3-5]*.docx")):
        shutil.copy(path, folder / "plans")
    assert process("batch", folder / "plans", "-o", folder / "run", "--no-scorecards", "--jobs", 1).code == 0
    return folder / "run"


@pytest.fixture(scope="module")
def packs(run, process):
    found = {}
    for name, more in (("plain", ()), ("quotes", ("--quotes",))):
        path = run.parent / f"{name}.zip"
        done = process("share", run, "-o", path, *more)
        assert done.code == 0, done.err
        found[name] = path.read_bytes()
    return found


def everything(data):
    text = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(part)) as book:
                    text += [book.read(one).decode("utf-8") for one in book.namelist()]
            else:
                text.append(part.decode("utf-8"))
            text.append(name)
    return "\n".join(text)


def with_cell(data, sheet, cell, value, **more):
    """The pack with another value in one cell of its workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "scores.xlsx":
                book = load_workbook(io.BytesIO(part))
                if sheet not in book.sheetnames:
                    book.create_sheet(sheet)
                book[sheet][cell] = value
                changed = io.BytesIO()
                book.save(changed)
                part = changed.getvalue()
            made.writestr(name, part)
        for name, text in more.items():
            made.writestr(name, text)
    return out.getvalue()


def test_a_pack_holds_no_name_and_without_quotes_no_words_of_a_plan(packs, run):
    for data in packs.values():
        text = everything(data)
        assert [name for name in NAMES if name in text] == []
        assert re.search("anonymi[sz]ed", text, re.IGNORECASE) is None
        assert "personal data" in text
    assert "quotes.csv" not in everything(packs["plain"])
    assert "planted identifiers were missed" in everything(packs["quotes"])
    results = (run / "results.jsonl").read_text(encoding="utf-8")
    for words in re.findall(r'"text":"([^"\\]{40,80})', results)[:200]:
        assert words not in everything(packs["plain"])


def test_packs_pass_their_own_check(packs):
    assert check_pack(packs["plain"]) == []
    assert check_pack(packs["quotes"]) == []


def test_quotations_are_short_and_masked(packs):
    with zipfile.ZipFile(io.BytesIO(packs["quotes"])) as archive:
        book = load_workbook(io.BytesIO(archive.read("scores.xlsx")))
    words = [row[4] for row in book["Quotes"].iter_rows(min_row=2, values_only=True)]
    assert len(words) > 5
    assert max(map(len, words)) <= 200
    assert any("[CHILD]" in one for one in words)


@pytest.mark.parametrize("kind", ["plain", "quotes"])
@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("Plans", "A2"), ("Plans", "J4"), ("Criteria", "A3"), ("Criteria", "E2"), ("About", "A3"), ("About", "C9")],
)
def test_a_planted_name_is_refused_with_sheet_and_cell_and_never_named(packs, kind, sheet, cell):
    found = check_pack(with_cell(packs[kind], sheet, cell, "Ormerod"))
    assert any(f"sheet {sheet}, cell {cell} " in one for one in found)
    assert not any("Ormerod" in one for one in found)


@pytest.mark.parametrize(
    "words", ["A plan for Rafe Ormerod.", "Ring 07700 900123.", "He sees Dr Haigh.", "Born on 4 May 2015.", "x" * 201]
)
def test_a_quotation_that_holds_an_identity_is_refused(packs, words):
    found = check_pack(with_cell(packs["quotes"], "Quotes", "E2", words))
    assert any("sheet Quotes, cell E2" in one for one in found)
    assert not any(words in one for one in found)


def test_sheets_and_files_of_no_pack_are_refused_without_their_names(packs):
    found = check_pack(with_cell(packs["plain"], "Ormerod", "A1", "x", **{"Rafe.txt": "Rafe"}))
    assert any("sheet 4 is none" in one for one in found)
    assert any("is none that a share pack holds" in one for one in found)
    assert not any(name in one for one in found for name in NAMES)


def test_the_command_says_where_and_ends_with_one(packs, cli, tmp_path):
    good, bad, other = tmp_path / "good.zip", tmp_path / "bad.zip", tmp_path / "other.zip"
    good.write_bytes(packs["plain"])
    bad.write_bytes(with_cell(packs["plain"], "Plans", "B2", "Ormerod"))
    other.write_bytes(b"no pack")
    assert cli("share-check", good).code == 0
    done = cli("share-check", bad)
    assert done.code == 1
    assert "sheet Plans, cell B2" in done.out
    assert "Ormerod" not in done.out + done.err
    assert cli("share-check", other).code == 2


def test_known_names_are_looked_for_in_quotations(packs, cli, run, tmp_path):
    """A name that no list knows and no word gives away is found when the caseload is at hand."""
    bad, caseload = tmp_path / "bad.zip", tmp_path / "caseload.csv"
    bad.write_bytes(with_cell(packs["quotes"], "Quotes", "E2", "a story that rosevear likes"))
    caseload.write_text("id,name\n1,Ada Rosevear\n", encoding="utf-8")
    assert "cell E2" not in cli("share-check", bad).out
    assert "cell E2 holds a known identity" in cli("share-check", bad, "--caseload", caseload).out


def test_quotes_need_the_plans_as_they_were(run, cli, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(run, copy)
    text = (copy / "references.csv").read_text(encoding="utf-8-sig")
    (copy / "references.csv").write_text(text.replace(".docx", "-gone.docx"), encoding="utf-8-sig")
    done = cli("share", copy, "--quotes", "-o", tmp_path / "pack.zip")
    assert done.code == 2
    assert "leave out --quotes" in done.err
    assert not (tmp_path / "pack.zip").exists()


def test_the_same_run_gives_the_same_bytes(run, cli, packs, tmp_path):
    assert cli("share", run, "-o", tmp_path / "again.zip").code == 0
    assert (tmp_path / "again.zip").read_bytes() == packs["plain"]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((30, 0, 6, 0, 0), (30, 0, 6, 0, 0)),
        ((30, 0, 2, 4, 0), (30, 0, HELD_BACK, HELD_BACK, 0)),
        ((30, 0, 2, 0, 0), (ALSO, 0, HELD_BACK, 0, 0)),
        ((30, 6, 2, 0, 0), (30, ALSO, HELD_BACK, 0, 0)),
        ((2, 0, 1, 0, 0), (HELD_BACK,) * 5),
    ],
)
def test_small_counts_are_held_back_and_cannot_be_worked_out(numbers, shown):
    order = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.NOT_APPLICABLE, Verdict.NEEDS_PERSON)
    assert held_back(dict(zip(order, numbers, strict=True))) == shown


def test_parts_of_plans_are_in_no_count_and_have_no_score():
    made = made_runs.run(12)
    parts = tuple(replace(card, plan=replace(card.plan, partial=True)) for card in made.scorecards)
    run = Run(RubricStamp("made", "2026.1", "ab" * 32, made_runs.AS_OF), made.as_of, parts)
    data = make_pack(run).data
    assert check_pack(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _, *criteria = archive.read("criteria.csv").decode("utf-8-sig").splitlines()
        _, *plans = archive.read("plans.csv").decode("utf-8-sig").splitlines()
    assert len(criteria) == len(parts[0].criteria)
    assert all(row.endswith(",".join([HELD_BACK] * 5)) for row in criteria)
    assert all(row.split(",")[1:3] == ["", ""] for row in plans)


def test_verify_names_what_was_changed(run, cli, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(run, copy)
    assert cli("verify", copy).code == 0
    with (copy / "report.html").open("ab") as file:
        file.write(b" ")
    done = cli("verify", copy)
    assert done.code == 1
    assert "report.html was changed" in done.out
