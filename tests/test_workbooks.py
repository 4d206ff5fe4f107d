"""Workbooks and CSV: plan text is never a formula, bytes are stable, tables come in as text."""

import csv
import io
import re
import zipfile
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ehcp_audit.errors import AuditError
from ehcp_audit.unseen import in_cell
from ehcp_audit.workbooks import (
    CELL_LIMIT,
    csv_cell,
    csv_text,
    new_workbook,
    put,
    read_rows,
    workbook_bytes,
)

HOSTILE = ["=1+1", "+44 1632 960000", "-5", "@SUM(A1)", '=HYPERLINK("x")', "\t=1", "plain", "", " =2"]


def book_of(*values):
    book = new_workbook("Try")
    sheet = book.create_sheet("One")
    for column, value in enumerate(values, 1):
        put(sheet.cell(1, column), value)
    return book


def test_text_is_never_stored_as_a_formula():
    sheet = load_workbook(io.BytesIO(workbook_bytes(book_of(*HOSTILE))))["One"]
    for wanted, cell in zip(HOSTILE, sheet[1], strict=True):
        assert cell.data_type != "f"
        assert (cell.value or "") == in_cell(wanted)
    assert [cell.quotePrefix for cell in sheet[1]][:5] == [True] * 5
    assert not sheet["G1"].quotePrefix


def test_numbers_dates_and_fractions_stay_numbers_and_dates():
    sheet = load_workbook(io.BytesIO(workbook_bytes(book_of(36, 86.1, Fraction(3, 4), date(2026, 6, 15), None))))["One"]
    assert [cell.value for cell in sheet[1]][:3] == [36, 86.1, 0.75]
    assert sheet["D1"].value.date() == date(2026, 6, 15)


def test_control_characters_are_shown_and_long_text_says_that_it_was_cut():
    book = book_of("a\x1b[31mb\x00", "x" * (CELL_LIMIT + 5), "two\r\nlines")
    sheet = load_workbook(io.BytesIO(workbook_bytes(book)))["One"]
    assert sheet["A1"].value == "a\\u001b[31mb\\u0000"
    assert len(sheet["B1"].value) == CELL_LIMIT
    assert sheet["B1"].value.endswith("longer than a cell can hold]")
    assert sheet["C1"].value == "two\nlines"


def test_the_same_workbook_gives_the_same_bytes_and_no_temporary_file(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first, second = workbook_bytes(book_of(*HOSTILE)), workbook_bytes(book_of(*HOSTILE))
    assert first == second
    assert list(tmp_path.iterdir()) == []
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("-5 degrees", "'-5 degrees"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n'=1"),
        ("＝1", "'＝1"),
        ("a,=b", "a,'=b"),
        ("first\n- second", "first\n'- second"),
        ("20-week clock", "20-week clock"),
        ("sum = 4", "sum = 4"),
        ("e-mail, phone", "e-mail, phone"),
        ("", ""),
    ],
)
def test_csv_text_that_could_be_a_formula_gets_an_apostrophe(text, cell):
    assert csv_cell(text) == cell


def test_csv_values_have_one_form():
    assert csv_text([["a", 1, -2.5, None, True, date(2026, 1, 31), Fraction(29, 36)]]) == (
        "\ufeffa,1,-2.5,,yes,2026-01-31,29/36\n"
    )


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=40), min_size=2, max_size=4), max_size=4))
def test_no_csv_line_holds_a_formula(rows):
    written = csv_text(rows).removeprefix("\ufeff")
    assert not re.search(r'(^|,)"?[=+\-@\t\r]', written, flags=re.MULTILINE)
    assert len(list(csv.reader(io.StringIO(written, newline="")))) == len(rows)


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_text_can_be_put_and_comes_back(values):
    book = book_of(*values)
    sheet = load_workbook(io.BytesIO(workbook_bytes(book)))["One"]
    for column, value in enumerate(values, 1):
        assert (sheet.cell(1, column).value or "") == in_cell(value)


@pytest.mark.parametrize(
    "data",
    [
        "id,team\r\n007,Zoë\r\n".encode(),
        "\ufeffid,team\n007,Zoë\n".encode(),
        "id;team\n007;Zoë\n".encode("cp1252"),
        "id\tteam\n007\tZoë\n".encode("utf-16"),
    ],
)
def test_a_csv_table_is_read_however_excel_saved_it(tmp_path, data):
    path = tmp_path / "caseload.csv"
    path.write_bytes(data)
    assert read_rows(path) == (("id", "team"), ("007", "Zoë"))


def test_an_excel_table_comes_as_text_with_its_row_numbers(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["id", "issued", "year_group", "score"])
    sheet.append([7, date(2026, 6, 15), 9, 1.5])
    sheet["A2"].number_format = "000"
    sheet["A4"] = 123456789012
    sheet["B4"] = 1.23456e20
    book.save(tmp_path / "caseload.xlsx")
    assert read_rows(tmp_path / "caseload.xlsx") == (
        ("id", "issued", "year_group", "score"),
        ("007", "2026-06-15", "9", "1.5"),
        ("", "", "", ""),
        ("123456789012", "1.23456E+20", "", ""),
    )


def test_one_far_cell_costs_one_sentence_and_no_memory(tmp_path):
    book = Workbook()
    book.active["A1"] = "id"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(AuditError, match="XFD1048576"):
        read_rows(tmp_path / "far.xlsx")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"PK\x03\x04 nonsense", "damaged workbook"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or a locked"),
        ("a.csv", b"id,team\n\x00\x00", "neither"),
        ("a.csv", b'id,team\n"open', "well-formed"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(AuditError, match=words):
        read_rows(tmp_path / name)


def test_a_workbook_with_a_doctype_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>')
    with pytest.raises(AuditError, match="document type"):
        read_rows(tmp_path / "a.xlsx")


def test_a_cell_may_be_set_one_by_one():
    book = new_workbook("Try")
    sheet = book.create_sheet("One")
    put(sheet["B2"], "=x")
    assert (sheet["B2"].data_type, sheet["B2"].value) == ("s", "=x")
