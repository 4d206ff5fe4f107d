"""Letters of sections drawn beside their titles, and running heads that name a section on some pages only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
SAID = "Rowan will have a quiet place to work."


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


def disc(canvas: Canvas, letter: str, x: float, y: float) -> None:
    """A letter in a circle, with its title right of it."""
    canvas.setFillGray(0.3)
    canvas.circle(x + 14, y + 5, 14, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawCentredString(x + 14, y, letter)
    canvas.setFillGray(0)


def test_of_two_columns_a_drawn_letter_goes_with_the_title_right_of_it(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for at, titles in enumerate((("E", "Hopes"), ("F", "Help"))):
            x = 50 + 260 * at
            disc(canvas, titles[0], x, 780)
            canvas.drawString(x + 46, 780, titles[1])
            canvas.setFont("Helvetica", 11)
            for number in range(12):
                canvas.drawString(x, 750 - 30 * number, f"{SAID} {titles[0]}{number}")

    found = texts(drawn(page))
    assert not any("[" in text for text in found)
    assert found.index("E Hopes") < found.index("F Help") < found.index(f"{SAID} F0")


def test_a_running_head_may_name_the_section_on_some_pages_beside_what_never_changes(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, 805, "Sam Example   Born 3 May 2016")
            if number > 1:
                canvas.drawRightString(545, 805, "EK"[number - 2])
            canvas.setFont("Helvetica", 11)
            for line in range(9):
                canvas.drawString(50, 740 - 40 * line, f"{SAID} {number}.{line}")

        return draw

    found = texts(drawn(*(page(number) for number in range(4))))
    assert found == [f"{SAID} {number}.{line}" for number in range(4) for line in range(9)]
