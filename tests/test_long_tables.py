"""A long table is byte for byte what the same cells are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ehcp_audit import sheets
from ehcp_audit.sheets import Column, new_sheet, table, title_rows
from ehcp_audit.workbooks import CELL_LIMIT, new_workbook, workbook_bytes

COLUMNS = (Column("Plan", 12, wrap=False), Column("Words", 20), Column("Share", 9, number="0.0%"), Column("N", 7))
VALUES = [
    ["P01", "plain", Fraction(1, 3), 1],
    ["P02", "", None, 1.0],
    ["P03", " <b> & \"quoted\" 'words' ", 0.1, 0],
    ["P04", "two\nlines\tand a tab\r\nand é, “, 語, \U0001f600", Fraction(2, 1), 12345678901],
    ["P05", "unseen \x1b[31m \u202e \ud800", 1e-7, -3],
    ["P06", "x" * (CELL_LIMIT + 5), Fraction(1), 10**15],
    ["P07", "a long sentence that takes several lines in a column so narrow", 1e16, 2],
    ["P08", "last", None, None],
]


def made(rows, *, long):
    book = new_workbook("Long")
    sheet = new_sheet(book, "Long")
    table(sheet, title_rows(sheet, "A title", ["a line"]), COLUMNS, rows, long=long)
    return workbook_bytes(book)


@pytest.mark.parametrize("count", [0, 1, 2, 3, len(VALUES)])
def test_a_long_table_is_the_same_workbook(count):
    assert made(VALUES[:count], long=True) == made(VALUES[:count], long=False)


def test_words_that_could_be_a_formula_take_the_ordinary_way():
    rows = [*VALUES[:3], ["P09", "=1+1", None, 1], *VALUES[3:]]
    assert made(rows, long=True) == made(rows, long=False)


def test_a_long_table_makes_no_cells_between_its_first_row_and_its_last():
    book = new_workbook("Long")
    sheet = new_sheet(book, "Long")
    sheets.table(sheet, 1, COLUMNS, VALUES, long=True)
    assert len(sheet._cells) == 3 * len(COLUMNS)
