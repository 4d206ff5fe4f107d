"""Boxes of colour and boxes of prose side by side; light words on shapes; paragraphs set close in cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]


def words(canvas: Canvas, x: float, y: float, *texts: str, leading: float = 13, bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
    for number, text in enumerate(texts):
        canvas.drawString(x, y - leading * number, text)


def test_light_words_on_a_shape_with_rounded_corners_are_seen(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColor(colors.teal)
        canvas.roundRect(60, 740, 480, 30, 8, stroke=0, fill=1)
        canvas.setFillColor(colors.white)
        words(canvas, 70, 750, "Section A: All about me", bold=True)
        canvas.setFillColor(colors.black)
        words(canvas, 60, 700, "I live with my mother and two cats.", "I like trains and being outside.")

    read = formats.read(drawn(page))
    assert read.stretches[0].text == "Section A: All about me"
    assert not read.warnings


def test_boxes_of_colour_with_room_between_them_are_cells(drawn: Drawn) -> None:
    cells = [
        ("B: Needs", ["Rowan cannot tell", "the time.", "Rowan is shy."]),
        ("E: Outcomes", ["By July 2027 Rowan", "will tell the time."]),
        ("F: Provision", ["Lessons with a clock,", "twice a week.", "A mentor at lunch."]),
    ]

    def page(canvas: Canvas) -> None:
        for number, (head, lines) in enumerate(cells):
            x = 60 + 165 * number
            canvas.setFillColor(colors.navy)
            canvas.rect(x, 740, 150, 24, stroke=0, fill=1)
            canvas.setFillColor(colors.lavender)
            canvas.rect(x, 640, 150, 90, stroke=0, fill=1)
            canvas.setFillColor(colors.white)
            words(canvas, x + 6, 748, head, bold=True)
            canvas.setFillColor(colors.black)
            words(canvas, x + 6, 710, *lines)

    read = formats.read(drawn(page))
    found: dict[tuple[int, int, int] | None, str] = {}
    for one in read.stretches:
        found[one.table] = f"{found.get(one.table, '')} {one.text}".strip()
    assert found[1, 1, 2] == "E: Outcomes"
    assert found[1, 2, 1] == "Rowan cannot tell the time. Rowan is shy."
    assert found[1, 2, 3] == "Lessons with a clock, twice a week. A mentor at lunch."


def test_lists_under_headings_side_by_side_are_read_one_after_the_other(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, 60, 780, "What people like about me", bold=True)
        words(canvas, 320, 780, "What is important to me", bold=True)
        words(canvas, 60, 764, "•  I make people laugh", "•  I am kind to others")
        words(canvas, 320, 764, "•  My dog and my nan", "•  Knowing what comes next")

    assert [one.text for one in formats.read(drawn(page)).stretches] == [
        "What people like about me",
        "I make people laugh",
        "I am kind to others",
        "What is important to me",
        "My dog and my nan",
        "Knowing what comes next",
    ]


def test_short_paragraphs_set_close_in_a_cell_part_after_a_full_line(drawn: Drawn) -> None:
    needs = [
        ["Rowan needs ten seconds to think about", "a question that an adult has put to him."],
        ["Friendships end soon when others do not", "play by the rules that he has made."],
        ["Handwriting is slow and cannot be read", "by him an hour later, nor by others."],
        ["He is shy."],
        ["Loud bells hurt him."],
    ]

    def page(canvas: Canvas) -> None:
        at = 770
        for side in (60, 300):
            canvas.line(side, 790, side, 600)
        for level in (790, 600):
            canvas.line(60, level, 300, level)
        for need in needs:
            for text in need:
                canvas.setFont("Helvetica", 10)
                canvas.drawString(66, at, text)
                at -= 12
        words(canvas, 60, 560, "Words under the table, which are longer than those in it and fill their line.")

    found = [one.text for one in formats.read(drawn(page)).stretches if one.table]
    assert found == [" ".join(need) for need in needs]


def test_light_words_on_a_run_of_colours_are_seen_and_those_on_paper_are_not(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, 60, 700, "I live with my mother and two cats.", "I like trains and being outside.")
        canvas.setFillColor(colors.white)
        words(canvas, 60, 600, "Nobody is to read this.")
        canvas.saveState()
        path = canvas.beginPath()
        path.roundRect(60, 740, 480, 30, 8)
        canvas.clipPath(path, stroke=0)
        canvas.linearGradient(60, 740, 540, 740, (colors.darkgreen, colors.teal))
        canvas.restoreState()
        canvas.setFillColor(colors.white)
        words(canvas, 70, 750, "Section A: All about me", bold=True)

    read = formats.read(drawn(page))
    assert read.stretches[0].text == "Section A: All about me"
    assert "Nobody" not in " ".join(one.text for one in read.stretches)
    assert read.warnings
