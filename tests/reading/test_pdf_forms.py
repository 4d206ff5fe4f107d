"""PDFs of programs that rule nothing: shades by turns, drawn bullets, tables within tables, grids over a page's end."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.model import Document
from ehcp_audit.reading import formats

Drawn = Callable[..., Path]


def words(canvas: Canvas, base: float, *cells: tuple[float, str], bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 11)
    for x, text in cells:
        canvas.drawString(x, base, text)


def shade(canvas: Canvas, xs: list[float], low: float, high: float) -> None:
    canvas.setFillColor(colors.HexColor("#cfe0ee"))
    for left, right in pairwise(xs):
        canvas.rect(left, low, right - left, high - low, stroke=0, fill=1)
    canvas.setFillColor(colors.black)


def cells(document: Document) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(one.text, one.table) for one in document.stretches]


def test_rows_that_are_shaded_by_turns_are_one_table(drawn: Drawn) -> None:
    xs = [50.0, 250.0, 400.0, 545.0]

    def page(canvas: Canvas) -> None:
        words(canvas, 790, (50, "Cognition and learning"), bold=True)
        shade(canvas, xs, 740, 762)
        words(canvas, 747, (56, "Provision"), (256, "Who"), (406, "How often"), bold=True)
        words(canvas, 725, (56, "A reading group with"), (256, "Class teacher"), (406, "Daily"))
        words(canvas, 711, (56, "four classmates"))
        shade(canvas, xs, 680, 702)
        words(canvas, 687, (56, "Signs"), (256, "All staff"), (406, "In every lesson"))
        words(canvas, 665, (56, "Typing"), (256, "Teaching assistant"), (406, "Weekly"))
        words(canvas, 630, (50, "This is reviewed each term by the school and the family together."))

    assert cells(formats.read(drawn(page))) == [
        ("Cognition and learning", None),
        ("Provision", (1, 1, 1)),
        ("Who", (1, 1, 2)),
        ("How often", (1, 1, 3)),
        ("A reading group with four classmates", (1, 2, 1)),
        ("Class teacher", (1, 2, 2)),
        ("Daily", (1, 2, 3)),
        ("Signs", (1, 3, 1)),
        ("All staff", (1, 3, 2)),
        ("In every lesson", (1, 3, 3)),
        ("Typing", (1, 4, 1)),
        ("Teaching assistant", (1, 4, 2)),
        ("Weekly", (1, 4, 3)),
        ("This is reviewed each term by the school and the family together.", None),
    ]


def test_a_dot_that_is_drawn_before_a_line_is_its_bullet(drawn: Drawn) -> None:
    items = (
        "Sam finds it hard to follow a lesson in which more than two people talk at one time.",
        "Loud bells upset him so much that he leaves the room and hides under the nearest table.",
        "He reads well.",
    )

    def page(canvas: Canvas) -> None:
        for number, text in enumerate(items):
            canvas.circle(70, 783.5 - 14 * number, 2.2, stroke=0, fill=1)
            words(canvas, 780 - 14 * number, (80, text))

    found = formats.read(drawn(page)).stretches
    assert [(one.text, one.marker) for one in found] == [(text, "•") for text in items]


def test_a_table_inside_a_cell_stands_where_it_stands(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for x in (50, 180, 545):
            canvas.line(x, 790, x, 600)
        for y in (790, 640, 600):
            canvas.line(50, y, 545, y)
        for x in (190, 360, 535):
            canvas.line(x, 750, x, 690)
        for y in (750, 720, 690):
            canvas.line(190, y, 535, y)
        words(canvas, 775, (55, "Section F"), (190, "What will be given"))
        words(canvas, 730, (195, "Provision"), (365, "Who"))
        words(canvas, 700, (195, "Signs"), (365, "All staff"))
        words(canvas, 670, (190, "Reviewed each term."))
        words(canvas, 620, (55, "Section G"), (190, "Physiotherapy"))

    read = formats.read(drawn(page))
    assert {one.text: one.within for one in read.stretches if one.within} == dict.fromkeys(
        ("Provision", "Who", "Signs", "All staff"), ((1, 1, 2),)
    )
    assert cells(read) == [
        ("Section F", (1, 1, 1)),
        ("What will be given", (1, 1, 2)),
        ("Provision", (2, 1, 1)),
        ("Who", (2, 1, 2)),
        ("Signs", (2, 2, 1)),
        ("All staff", (2, 2, 2)),
        ("Reviewed each term.", (1, 1, 2)),
        ("Section G", (1, 2, 1)),
        ("Physiotherapy", (1, 2, 2)),
    ]


def test_a_header_at_the_foot_of_a_page_is_that_of_the_rows_overleaf(drawn: Drawn) -> None:
    def first(canvas: Canvas) -> None:
        words(canvas, 780, (50, "Section A: Views"))
        words(canvas, 60, (50, "B: Needs"), (230, "F: Provision"), (400, "E: Outcomes"), bold=True)

    def second(canvas: Canvas) -> None:
        for number in range(3):
            words(canvas, 780 - 40 * number, (50, f"Need {number}"), (230, f"Help {number}"), (400, f"Goal {number}"))

    found = cells(formats.read(drawn(first, second)))
    assert found[1:5] == [
        ("B: Needs", (1, 1, 1)),
        ("F: Provision", (1, 1, 2)),
        ("E: Outcomes", (1, 1, 3)),
        ("Need 0", (1, 2, 1)),
    ]


def test_the_last_row_of_a_table_without_lines_goes_on_overleaf(drawn: Drawn) -> None:
    def first(canvas: Canvas) -> None:
        words(canvas, 780, (50, "Provision"), (350, "Who"), bold=True)
        words(canvas, 740, (50, "Signs in every lesson"), (350, "All staff"))
        words(canvas, 700, (50, "A reading group"), (350, "Class teacher"))

    def second(canvas: Canvas) -> None:
        words(canvas, 780, (50, "Typing"), (350, "Teaching assistant"))
        words(canvas, 740, (50, "Sam and his family were asked about all of this at the meeting in the spring term."))

    found = cells(formats.read(drawn(first, second)))
    assert found[-3:-1] == [("Typing", (1, 4, 1)), ("Teaching assistant", (1, 4, 2))]
    assert found[-1][1] is None


def test_each_label_of_a_form_without_lines_is_a_row(drawn: Drawn) -> None:
    rows = (("What", "A reading group with four others"), ("By whom", "Class teacher"), ("How often", "Daily"))

    def page(canvas: Canvas) -> None:
        for card in (0, 90):
            for number, (label, value) in enumerate(rows):
                words(canvas, 780 - card - 16 * number, (50, label), bold=True)
                words(canvas, 780 - card - 16 * number, (150, value))

    found = cells(formats.read(drawn(page)))
    assert [text for text, _ in found] == [text for row in rows * 2 for text in row]
    assert len({place[:2] for _, place in found if place}) == 6


def test_struck_words_within_a_line_break_no_paragraph(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, 780, (50, "Sam will be seen by a therapist where resources allow it,"))
        begin = 50 + canvas.stringWidth("Sam will be seen by a therapist ", "Helvetica", 11)
        end = 50 + canvas.stringWidth("Sam will be seen by a therapist where resources allow it", "Helvetica", 11)
        canvas.line(begin, 783.2, end, 783.2)
        words(canvas, 766, (50, "for one hour each week in term time and in the holidays too."))

    document = formats.read(drawn(page))
    assert [one.text for one in document.stretches] == [
        "Sam will be seen by a therapist, for one hour each week in term time and in the holidays too."
    ]
    assert [one.text for one in document.struck] == ["where resources allow it"]


def test_words_that_were_drawn_font_by_font_stand_in_their_order(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Courier", 11)
        for x, box in ((50, "[ ]"), (130, "[x]"), (210, "[ ]")):
            canvas.drawString(x, 780, box)
        words(canvas, 780, (76, "Draft"), (156, "Proposed"), (236, "Final"))

    shown = " ".join(one.text for one in formats.read(drawn(page)).stretches)
    assert shown == "[ ] Draft [x] Proposed [ ] Final"


def test_a_running_head_that_names_its_section_is_a_margin(drawn: Drawn) -> None:
    def page(letter: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, 815, f"Sam Sample | Section {letter} (continued)")
            words(canvas, 780, (50, f"Words of page {letter} that go on about something else each time."))

        return draw

    document = formats.read(drawn(page("B"), page("E"), page("F")))
    assert all("continued" not in one.text for one in document.stretches)
    assert len(document.stretches) == 3


def test_short_paragraphs_with_room_between_them_stay_apart(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        base = 790.0
        for number in range(12):
            words(
                canvas,
                base,
                (50, f"Sam has one need that is written in a line of nearly full width, number {number} here."),
            )
            base -= 25
        words(canvas, base, (50, "And one sentence of his is so long that it must run over the end of the line as far"))
        words(canvas, base - 14, (50, "as this."))

    found = formats.read(drawn(page)).stretches
    assert len(found) == 13
    assert found[-1].text.endswith("as far as this.")
