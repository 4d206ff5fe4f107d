"""A list of the sections down the side of a PDF's pages, upright and turned: a register, and no words of the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
LETTERS = ("A", "B", "C", "D", "E", "F", "G")
TITLES = ("My views", "Educational needs", "Health needs", "Care needs", "Outcomes", "Provision", "Health provision")
SAID = "Rowan will have a quiet place to work and an adult who knows him well."


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


def body(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 11)
    for line in range(4):
        canvas.drawString(60, 600 - 40 * line, f"{SAID} {number}.{line}")


def register(canvas: Canvas, x: float, top: float) -> None:
    """The plan's name and the list of its sections, down the side of the paper."""
    canvas.setFont("Helvetica", 8.5)
    for at, entry in enumerate(("ROWAN", "EHC plan", *(f"{one}  {TITLES[i]}" for i, one in enumerate(LETTERS)))):
        canvas.drawString(x, top - 17 * at, entry)
    canvas.setFont("Helvetica", 11)


def upright_page(number: int, *, listed: bool = True) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((595, 842))
        canvas.setPageRotation(0)
        if listed:
            register(canvas, 490, 778)
        body(canvas, number)

    return draw


def turned_page(number: int, *, listed: bool = True) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((842, 595))
        canvas.setPageRotation(90)
        canvas.transform(0, 1, -1, 0, 595, 0)
        canvas.setFont("Helvetica", 11)
        if listed:
            register(canvas, 24, 531)
        for line in range(4):
            canvas.drawString(180, 420 - 40 * line, f"{SAID} {number}.{line}")

    return draw


def all_said(pages: int) -> list[str]:
    return [f"{SAID} {number}.{line}" for number in range(pages) for line in range(4)]


def test_a_list_of_sections_down_the_side_is_known_on_the_few_pages_that_are_turned(drawn: Drawn) -> None:
    """A landscape part for outcomes and provision carries the bar of the upright pages on its own left."""
    path = drawn(upright_page(0), upright_page(1), turned_page(2), turned_page(3), upright_page(4))
    assert texts(path) == all_said(5)
    assert texts(drawn(upright_page(0), upright_page(1), turned_page(2), upright_page(3))) == all_said(4)


def test_a_list_of_sections_down_the_side_of_two_turned_pages_only_is_none_of_their_words(drawn: Drawn) -> None:
    pages = [upright_page(number, listed=False) for number in range(3)]
    assert texts(drawn(*pages, turned_page(3), turned_page(4))) == all_said(5)


def test_short_lines_at_the_left_of_two_turned_pages_are_words_of_theirs(drawn: Drawn) -> None:
    def labels(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            turned_page(number, listed=False)(canvas)
            for at, label in enumerate(("Outcome", "Provision", "By whom", "How often")):
                canvas.drawString(40, 420 - 40 * at, label)

        return draw

    pages = [upright_page(number, listed=False) for number in range(3)]
    assert " ".join(texts(drawn(*pages, labels(3), labels(4)))).count("By whom") == 2
