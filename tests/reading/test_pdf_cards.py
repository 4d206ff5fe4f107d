"""Cards side by side that hold a section each, and letters in boxes before their titles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
CARDS = [
    ("C", "Health", ["Rowan has asthma and", "uses an inhaler."]),
    ("G", "Health support", ["The school nurse will", "call in each term."]),
    ("E", "Health goal", ["By July 2028 Rowan", "will ask for his inhaler."]),
]
IN_ORDER = [
    *("C Health", "Rowan has asthma and uses an inhaler."),
    *("G Health support", "The school nurse will call in each term."),
    *("E Health goal", "By July 2028 Rowan will ask for his inhaler."),
]


def letter(canvas: Canvas, x: float, y: float, text: str, *, filled: bool = True, round_: bool = True) -> None:
    canvas.setFillColor(colors.navy)
    if round_:
        canvas.roundRect(x, y - 6, 26, 20, 4, stroke=0 if filled else 1, fill=1 if filled else 0)
    else:
        canvas.rect(x, y - 6, 20, 20, stroke=0 if filled else 1, fill=1 if filled else 0)
    canvas.setFillColor(colors.white if filled else colors.navy)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawCentredString(x + (13 if round_ else 10), y, text)
    canvas.setFillColor(colors.black)


def words(canvas: Canvas, x: float, y: float, *texts: str, bold: bool = False, size: float = 10) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    for number, text in enumerate(texts):
        canvas.drawString(x, y - 13 * number, text)


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("round_", [True, False])
def test_cards_side_by_side_with_a_letter_and_a_title_are_read_one_after_the_other(
    drawn: Drawn, filled: bool, round_: bool
) -> None:
    def page(canvas: Canvas) -> None:
        for number, (code, title, lines) in enumerate(CARDS):
            x = 40 + 175 * number
            canvas.setFillColor(colors.whitesmoke)
            if round_:
                canvas.roundRect(x, 660, 162, 90, 9, stroke=1, fill=1 if filled else 0)
            else:
                canvas.rect(x, 660, 162, 90, stroke=1, fill=1 if filled else 0)
            letter(canvas, x + 8, 728, code, filled=filled, round_=round_)
            words(canvas, x + 41, 728, title, bold=True, size=11.5)
            words(canvas, x + 10, 704, *lines)

    read = formats.read(drawn(page))
    assert " ".join(one.text for one in read.stretches) == " ".join(IN_ORDER)
    assert [one.text for one in read.stretches if one.bold] == IN_ORDER[::2]


def test_boxes_whose_heads_name_no_section_stay_the_cells_of_a_row(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for number, (title, line) in enumerate([("Need", "Rowan is shy."), ("Aim", "A friend."), ("Help", "A club.")]):
            x = 40 + 175 * number
            canvas.setFillColor(colors.whitesmoke)
            canvas.rect(x, 680, 162, 70, stroke=0, fill=1)
            canvas.setFillColor(colors.black)
            words(canvas, x + 10, 730, title, bold=True)
            words(canvas, x + 10, 708, line)

    assert {one.table for one in formats.read(drawn(page)).stretches} == {(1, 1, 1), (1, 1, 2), (1, 1, 3)}


def test_boxed_letters_at_one_height_of_two_columns_make_no_table(drawn: Drawn) -> None:
    left = "Robin likes the garden and has grown beans and peas with his uncle, who comes on Sundays."
    right = "The nurse will call in each term, and will train four members of staff each September."

    def page(canvas: Canvas) -> None:
        for x, code, title, lines in ((40, "A", "Robin and his mum", left), (310, "G", "What health will do", right)):
            lines = simpleSplit(f"{lines} " * 5, "Helvetica", 10, 240)
            letter(canvas, x, 760, code, round_=False)
            words(canvas, x + 28, 760, title, bold=True, size=13)
            words(canvas, x, 735, *lines)
        canvas.setStrokeColor(colors.lightgrey)
        canvas.line(298, 600, 298, 800)

    texts = [one.text for one in formats.read(drawn(page)).stretches]
    assert [text for text in texts if len(text) < 40] == ["A Robin and his mum", "G What health will do"]


def test_a_letter_in_a_cell_of_a_ruled_table_stays_in_its_cell(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for number, (code, title) in enumerate([("A", "About me"), ("B", "My needs"), ("C", "My health")]):
            y = 740 - 24 * number
            canvas.setFillColor(colors.lavender)
            canvas.rect(60, y, 24, 24, stroke=1, fill=1)
            canvas.rect(84, y, 200, 24, stroke=1, fill=0)
            canvas.setFillColor(colors.black)
            words(canvas, 68, y + 8, code, bold=True)
            words(canvas, 90, y + 8, title)

    stretches = formats.read(drawn(page)).stretches
    assert [(one.text, one.table) for one in stretches[:2]] == [("A", (1, 1, 1)), ("About me", (1, 1, 2))]


def test_a_large_letter_and_the_words_of_the_next_cell_are_parted_each_with_its_size(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for x, width in ((46, 39), (85, 102), (187, 350)):
            canvas.rect(x, 700, width, 40, stroke=1, fill=0)
        words(canvas, 54, 719, "H2", bold=True, size=18)
        words(canvas, 91, 724, "What else", bold=True, size=11)
        words(canvas, 193, 724, "A place at a youth club.", size=11)

    found = [(one.text, one.size) for one in formats.read(drawn(page)).stretches]
    assert found == [("H2", 18.0), ("What else", 11.0), ("A place at a youth club.", 11.0)]
