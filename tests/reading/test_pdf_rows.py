"""Rows of a table at the end of a page: which are cut by it, and which begin anew overleaf."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
EDGES = [50, 300, 420, 550]


def row(canvas: Canvas, top: float, low: float, *cells: tuple[str, ...]) -> None:
    canvas.setFont("Helvetica", 10)
    for x in EDGES:
        canvas.line(x, top, x, low)
    for y in (top, low):
        canvas.line(EDGES[0], y, EDGES[-1], y)
    for x, lines in zip(EDGES, cells, strict=False):
        for at, line in enumerate(lines):
            canvas.drawString(x + 5, top - 12 - 12 * at, line)


ABOVE = ("A timetable shows him the whole day, with a card for", "any change, and he goes through it at the gate.")
NEXT = ("A class about friendship, taught in a group of no more", "than four and used by staff at break.")


@pytest.mark.parametrize(
    ("who", "what", "rows"),
    [
        (("Teaching assistant",), NEXT, 3),
        (("Teaching assistant,",), ("and again after lunch, when it is his to keep and to", "change."), 2),
    ],
)
def test_a_row_overleaf_is_another_where_all_its_cells_say_something(
    drawn: Drawn, who: tuple[str, ...], what: tuple[str, ...], rows: int
) -> None:
    def first(canvas: Canvas) -> None:
        row(canvas, 100, 84, ("What will be done",), ("Who",), ("How often",))
        above = ABOVE if rows == 3 else (ABOVE[0], "any change, and an adult goes through it at the gate")
        row(canvas, 84, 54, above, who, ("Twice daily, for 5", "minutes each time"))

    def second(canvas: Canvas) -> None:
        staff = ("Mentor",) if rows == 3 else ()
        often = ("40 minutes weekly",) if rows == 3 else ()
        row(canvas, 780, 750, what, staff, often)

    stretches = formats.read(drawn(first, second)).stretches
    assert max(one.table[1] for one in stretches if one.table) == rows


@pytest.mark.parametrize(("title", "rest"), [("School", "(Section F)"), ("Council (1970", "Act) (Section H1)")])
def test_a_header_whose_letters_went_overleaf_is_one_row(drawn: Drawn, title: str, rest: str) -> None:
    def first(canvas: Canvas) -> None:
        row(canvas, 70, 54, ("We want (Section E)",), (title,), ("NHS (Section G)",))

    def second(canvas: Canvas) -> None:
        row(canvas, 780, 764, (), (rest,), ())
        row(canvas, 764, 734, ("By July she will read aloud.",), ("A daily reading lesson.",), ("A clinic each term.",))

    stretches = formats.read(drawn(first, second)).stretches
    assert [one.text for one in stretches if one.table == (1, 1, 2)] == [title, rest]
    assert max(one.table[1] for one in stretches if one.table) == 2


def test_a_row_overleaf_with_the_letter_of_another_section_is_another(drawn: Drawn) -> None:
    def first(canvas: Canvas) -> None:
        row(canvas, 84, 70, ("Home – Section D",), ("Kit wakes at night.",), ())
        row(canvas, 70, 54, ("Council – Section H2",), ("A sitter each week.",), ())

    def second(canvas: Canvas) -> None:
        row(canvas, 780, 764, ("Being well – Section C",), (), ())
        row(canvas, 764, 748, ("NHS – Section G",), ("A clinic each term.",), ())

    stretches = formats.read(drawn(first, second)).stretches
    firsts = [one.text for one in stretches if one.table and one.table[2] == 1]
    assert firsts == ["Home – Section D", "Council – Section H2", "Being well – Section C", "NHS – Section G"]
    assert max(one.table[1] for one in stretches if one.table) == 4


@pytest.mark.parametrize(("banner", "table"), [("G", [2]), ("Mathematics", [1])])
def test_a_sections_letter_alone_in_a_cell_overleaf_is_no_row_of_the_table_above(
    drawn: Drawn, banner: str, table: list[int]
) -> None:
    def first(canvas: Canvas) -> None:
        row(canvas, 100, 84, ("What will be done",), ("Who",), ("How often",))
        row(canvas, 84, 54, ABOVE, ("Mentor",), ("Daily",))

    def second(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x in (EDGES[0], EDGES[-1]):
            canvas.line(x, 780, x, 764)
        for y in (780, 764):
            canvas.line(EDGES[0], y, EDGES[-1], y)
        canvas.drawString(EDGES[0] + 5, 768, banner)
        row(canvas, 750, 734, ("For",), ("What",), ("Who",))

    stretches = formats.read(drawn(first, second)).stretches
    assert [one.table[0] if one.table else 2 for one in stretches if one.text == banner] == table


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        (("Ms H. Olney", "Larks Nursery School", "8 September"), ("Dr M. Ade", "educational adviser", "29 June"), 2),
        (("He keeps to his own timetable, written on a", "Larks Nursery Schools", "8 September, and"),
         ("card that an adult goes through.", "educational adviser", "each month after"), 1),
    ],
)  # fmt: skip
def test_lines_of_a_register_of_advice_overleaf_are_rows_of_their_own(
    drawn: Drawn, above: tuple[str, ...], below: tuple[str, ...], rows: int
) -> None:
    stretches = formats.read(
        drawn(
            lambda canvas: row(canvas, 70, 54, *((words,) for words in above)),
            lambda canvas: row(canvas, 780, 764, *((words,) for words in below)),
        )
    ).stretches
    assert max(one.table[1] for one in stretches if one.table) == rows
