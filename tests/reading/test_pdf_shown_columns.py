"""Columns of prose that are told by longer ones further down the page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
LEFT, RIGHT = 54.0, 312.0
FULL = "words that run on to the very end of the line"
END = "and end"


def down(canvas: Canvas, x: float, y: float, paragraphs: list[list[str]]) -> None:
    for paragraph in paragraphs:
        for line in paragraph:
            canvas.setFont("Helvetica-Bold" if line.istitle() else "Helvetica", 10.5)
            canvas.drawString(x, y, line)
            y -= 13
        y -= 6


def bar(canvas: Canvas, y: float, text: str) -> None:
    canvas.setFillGray(0.8)
    canvas.rect(LEFT, y, 488, 26, stroke=1, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(LEFT + 8, y + 8, text)


def told(name: str, lines: int) -> list[str]:
    return [f"{name} {number} {FULL}" for number in range(1, lines)] + [f"{name} {END}."]


def page(
    left: list[list[str]], right: list[list[str]], *, long: bool = True, right_x: float = RIGHT
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        bar(canvas, 780, "A   What Bea told us")
        down(canvas, LEFT, 760, left)
        down(canvas, right_x, 760, right)
        bar(canvas, 540, "B   What Bea needs")
        if long:
            down(canvas, LEFT, 520, [["Cognition"], *(told(f"Need {at}", 4) for at in range(5))])
            down(canvas, RIGHT, 520, [["Speech"], *(told(f"Want {at}", 3) for at in range(4))])
        bar(canvas, 60, "C   Health")

    return draw


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


BEA = [["Bea"], told("Mine 1", 4), told("Mine 2", 3), told("Mine 3", 3)]
MUM = [["Mum"], told("Hers 1", 4), told("Hers 2", 2), ["Gran"], told("Hers 3", 2)]


def test_a_short_section_in_the_columns_of_the_next_is_read_down_them(drawn: Drawn) -> None:
    found = texts(drawn(page(BEA, MUM)))

    at = [
        next(n for n, one in enumerate(found) if one.startswith(first)) for first in ("Bea", "Mine 3", "Mum", "Hers 3")
    ]
    assert all(one < other for one, other in pairwise(at))


def test_where_nothing_shows_columns_rows_that_begin_together_stay_rows(drawn: Drawn) -> None:
    found = texts(drawn(page(BEA, MUM, long=False)))

    assert found.index("Mum") == found.index("Bea") + 1


def test_labels_and_answers_over_such_columns_stay_side_by_side(drawn: Drawn) -> None:
    labels = [["Name"], ["School"], ["Year"], ["Lives with"], ["Language"]]
    answers = [["Bea Lam"], ["Hawthorn Bank"], ["Year 11"], ["Her parents"], ["English"]]

    found = texts(drawn(page(labels, answers)))

    for (label,), (answer,) in zip(labels, answers, strict=True):
        assert found.index(answer) == found.index(label) + 1


def test_a_table_whose_columns_begin_elsewhere_stays_one(drawn: Drawn) -> None:
    mine = [told(f"Mine {at}", 3) for at in range(3)]
    hers = [told(f"Hers {at}", 3) for at in range(3)]

    found = texts(drawn(page(mine, hers, right_x=RIGHT + 14)))

    begins = [
        next(n for n, one in enumerate(found) if one.startswith(f"{who} {at}"))
        for at in range(3)
        for who in ("Mine", "Hers")
    ]
    assert begins == sorted(begins)
