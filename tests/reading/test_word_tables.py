"""Word tables: rows, cells and grid columns, merged either way, nested, and large."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from ehcp_audit.reading import formats

Word = Callable[..., Path]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def test_cells_know_their_table_row_and_cell(word: Word) -> None:
    body = table(row(cell(p("a")), cell(p("b"))), row(cell(p("c")), cell(p("d")))) + p("x") + table(row(cell(p("e"))))
    stretches = formats.read(word(body)).stretches
    assert [(one.text, one.table, one.paragraph) for one in stretches] == [
        ("a", (1, 1, 1), 1),
        ("b", (1, 1, 2), 2),
        ("c", (1, 2, 1), 3),
        ("d", (1, 2, 2), 4),
        ("x", None, 5),
        ("e", (2, 1, 1), 6),
    ]


def test_a_cell_merged_across_names_its_grid_columns_and_so_do_those_after_it(word: Word) -> None:
    body = table(
        row(cell(p("Sections C and G"), '<w:gridSpan w:val="2"/>'), cell(p("E"))),
        row(cell(p("c")), cell(p("g")), cell(p("e"))),
    )
    stretches = formats.read(word(body)).stretches
    assert [(one.text, one.columns) for one in stretches] == [
        ("Sections C and G", (1, 2)),
        ("E", (3, 3)),
        ("c", None),
        ("g", None),
        ("e", None),
    ]


def test_a_cell_merged_downwards_speaks_once_and_says_how_far(word: Word) -> None:
    body = table(
        row(cell(p("need"), '<w:vMerge w:val="restart"/>'), cell(p("one"))),
        row(cell(p("ghost"), "<w:vMerge/>"), cell(p("two"))),
        row(cell("<w:p/>", "<w:vMerge/>"), cell(p("three"))),
        row(cell(p("next")), cell(p("four"))),
    )
    document = formats.read(word(body))
    assert [(one.text, one.table, one.rows) for one in document.stretches] == [
        ("need", (1, 1, 1), 3),
        ("one", (1, 1, 2), 1),
        ("two", (1, 2, 2), 1),
        ("three", (1, 3, 2), 1),
        ("next", (1, 4, 1), 1),
        ("four", (1, 4, 2), 1),
    ]
    assert document.warnings == ()


def test_a_repeating_header_row_is_marked(word: Word) -> None:
    body = table(row(cell(p("Outcome")), properties="<w:tblHeader/>"), row(cell(p("By July"))))
    assert [one.header_row for one in formats.read(word(body)).stretches] == [True, False]


def test_a_nested_table_has_a_number_of_its_own_and_stands_in_its_place(word: Word) -> None:
    inner = table(row(cell(p("inner"))))
    body = table(row(cell(p("before") + inner + p("after")), cell(p("beside"))))
    assert [(one.text, one.table) for one in formats.read(word(body)).stretches] == [
        ("before", (1, 1, 1)),
        ("inner", (2, 1, 1)),
        ("after", (1, 1, 1)),
        ("beside", (1, 1, 2)),
    ]


def test_a_nested_table_tells_in_which_cells_it_stands_and_no_more_than_eight_of_them(word: Word) -> None:
    inner = table(row(cell(p("inner"))))
    around = table(row(cell(""), cell(inner)))
    body = table(row(cell(p("before")), cell(around + p("")), cell(p("beside"))))
    assert [(one.text, one.within) for one in formats.read(word(body)).stretches] == [
        ("before", ()),
        ("inner", ((1, 1, 2), (2, 1, 2))),
        ("beside", ()),
    ]
    for _ in range(20):
        inner = table(row(cell(inner)))
    (stretch,) = formats.read(word(inner)).stretches
    assert stretch.table == (21, 1, 1)
    assert stretch.within == tuple((number, 1, 1) for number in range(13, 21))


def test_rows_and_cells_in_content_controls_are_rows_and_cells(word: Word) -> None:
    in_control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(row(cell(p("a")), in_control.format(cell(p("b")))), in_control.format(row(cell(p("c")), cell(p("d")))))
    assert [(one.text, one.table) for one in formats.read(word(body)).stretches] == [
        ("a", (1, 1, 1)),
        ("b", (1, 1, 2)),
        ("c", (1, 2, 1)),
        ("d", (1, 2, 2)),
    ]


def test_a_cell_that_claims_millions_of_columns_costs_nothing(word: Word) -> None:
    body = table(row(cell(p("wide"), '<w:gridSpan w:val="400000000"/>'), cell(p("next"))))
    assert [one.text for one in formats.read(word(body)).stretches] == ["wide", "next"]


def test_time_grows_with_the_rows_and_no_faster(word: Word) -> None:
    def seconds(rows: int) -> float:
        path = word(table(*(row(*(cell(p(f"r{n} c{c}")) for c in range(6))) for n in range(rows))))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            assert len(formats.read(path).stretches) == 6 * rows
            best = min(best, time.process_time() - start)
        return best

    assert seconds(1600) < 10 * seconds(400), "four times the rows: 16 times the time if it grew with their square"
