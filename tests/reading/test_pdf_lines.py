"""Harder PDFs: what ends a paragraph when no room does, what repeats and is no margin, what is struck or a footnote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import formats

Drawn = Callable[..., Path]


def lines(canvas: Canvas, x: float, y: float, *texts: str, leading: float = 14) -> None:
    for number, text in enumerate(texts):
        canvas.drawString(x, y - leading * number, text)


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


FULL = "Rowan will have a quiet place to work and an adult who knows him well beside him there."


def test_a_label_begins_a_paragraph_though_the_line_above_is_full(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for number in range(4):
            lines(canvas, 60, 780 - 60 * number, FULL, "Who will help: the class teacher", "Review: each term")

    assert texts(drawn(page)) == [FULL, "Who will help: the class teacher", "Review: each term"] * 4


def test_a_heading_in_capitals_parts_from_the_full_line_above_and_the_text_below(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        heading = "SECTION D: THE SOCIAL CARE NEEDS WHICH RELATE TO SPECIAL EDUCATIONAL"
        lines(canvas, 60, 780, FULL, heading, "NEEDS", FULL)

    assert texts(drawn(page)) == [
        FULL,
        "SECTION D: THE SOCIAL CARE NEEDS WHICH RELATE TO SPECIAL EDUCATIONAL NEEDS",
        FULL,
    ]


def test_a_dash_within_a_sentence_is_no_bullet(drawn: Drawn) -> None:
    first = "Rowan works best with one adult, in a room that is quiet and that he has come to know so well too"

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, first, "– and he says so himself.")
        lines(canvas, 60, 700, "– a list", "– of two")

    assert texts(drawn(page)) == [f"{first} – and he says so himself.", "a list", "of two"]


@pytest.mark.parametrize("middle", ["games with a partner – Behaviour mentor", "games with a partner (a mentor"])
def test_a_dash_between_the_parts_of_an_item_is_no_bullet(drawn: Drawn, middle: str) -> None:
    first = f"Careful work on taking turns, on losing and on joining in, in real {middle} named"

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, "•")
        lines(canvas, 75, 780, first, "– 40 minutes a week)" if "(" in middle else "– 40 minutes a week")
        lines(canvas, 60, 740, "•")
        lines(canvas, 75, 740, "Time to draw.")

    found = texts(drawn(page))
    assert found[0].startswith(f"{first} – 40 minutes a week")
    assert found[1:] == ["Time to draw."]


def test_outcomes_that_open_page_after_page_are_no_margins(drawn: Drawn) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 820, "Hill Council")
            canvas.drawString(480, 30, f"Page {number + 1} of 6")
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(60, 760, f"Outcome {number + 1}")
            canvas.setFont("Helvetica", 11)
            lines(canvas, 60, 730, f"By July 202{number} he will read {number} books.")

        return draw

    document = formats.read(drawn(*(page(number) for number in range(6))))
    assert [one.text for one in document.stretches[::2]] == [f"Outcome {number + 1}" for number in range(6)]
    assert [one.text for one in document.margins] == [
        "Hill Council",
        *(f"Page {number + 1} of 6" for number in range(6)),
    ]


def test_words_with_a_line_through_them_are_struck(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 780, "Support each week ")
        start = 60 + canvas.stringWidth("Support each week ", "Helvetica", 11)
        end = start + canvas.stringWidth("or each month", "Helvetica", 11)
        canvas.drawString(start, 780, "or each month")
        canvas.line(start, 783.5, end, 783.5)
        canvas.drawString(60, 750, "Underlined words stand.")
        canvas.line(60, 748, 180, 748)

    document = formats.read(drawn(page))
    assert [one.text for one in document.stretches] == ["Support each week", "Underlined words stand."]
    assert [one.text for one in document.struck] == ["or each month"]
    assert document.warnings[0].endswith("set apart and not judged: page 1.")


def test_footnotes_stand_apart(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, FULL, "He has dyslexia.")
        canvas.line(60, 90, 200, 90)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 78, "1 Report of the psychologist, page 3.")

    document = formats.read(drawn(page))
    assert [one.text for one in document.stretches] == [FULL, "He has dyslexia."]
    assert [one.text for one in document.notes] == ["1 Report of the psychologist, page 3."]


@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_turned_pages_keep_their_tables(drawn: Drawn, quarters: int) -> None:
    height = 842  # as it is shown; reportlab lays the paper of a page that is turned by one or three quarters

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(quarters)
        if quarters == 90:
            canvas.translate(842, 0)
        elif quarters == 180:
            canvas.translate(595, 842)
        else:
            canvas.translate(0, 595)
        canvas.rotate(quarters)
        for x in (60, 250, 500):
            canvas.line(x, height - 100, x, height - 180)
        for y in (100, 140, 180):
            canvas.line(60, height - y, 500, height - y)
        for number, word in enumerate(("Outcome", "Who", "Reads aloud", "Teacher")):
            canvas.drawString(66 + 190 * (number % 2), height - 120 - 40 * (number // 2), word)
        canvas.drawString(60, height - 60, "Section E")

    document = formats.read(drawn(page))
    assert [(one.text, one.table) for one in document.stretches] == [
        ("Section E", None),
        ("Outcome", (1, 1, 1)),
        ("Who", (1, 1, 2)),
        ("Reads aloud", (1, 2, 1)),
        ("Teacher", (1, 2, 2)),
    ]
    box = document.stretches[0].box
    assert box is not None
    assert box[0] == pytest.approx(60, abs=2)
    assert box[3] == pytest.approx(60, abs=4)


def test_sides_of_cells_that_do_not_quite_agree_are_one_edge(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for top, middle in ((760, 250), (720, 254), (680, 250)):
            canvas.rect(50, top - 40, middle - 50, 40)
            canvas.rect(middle, top - 40, 550 - middle, 40)
            canvas.drawString(56, top - 20, f"left {top}")
            canvas.drawString(middle + 6, top - 20, f"right {top}")

    found = [(one.table, one.columns) for one in formats.read(drawn(page)).stretches]
    assert found == [((1, row, cell), None) for row in (1, 2, 3) for cell in (1, 2)]


def test_a_file_of_nothing_but_its_running_heads_is_not_read_as_empty(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 820, "Hill Council")

    assert texts(drawn(page, page, page)) == ["Hill Council"] * 3
    with pytest.raises(UnreadableError) as caught:
        formats.read(drawn(lambda canvas: None))
    assert caught.value.kind == "no_text"


def test_a_row_that_the_page_leaves_open_is_a_row(drawn: Drawn) -> None:
    """Browsers draw no line where a page cuts a row."""

    def first(canvas: Canvas) -> None:
        for x in (60, 200, 350, 540):
            canvas.line(x, 120, x, 40)
        for y in (120, 95):
            canvas.line(60, y, 540, y)
        for x, head, words in (
            (66, "Need", "He is often lost when he is"),
            (206, "Outcome", "By July he will be able to"),
            (356, "Who", "SENCO"),
        ):
            canvas.drawString(x, 103, head)
            canvas.drawString(x, 46, words)
        canvas.drawString(66, 780, "Sections B and E")

    def second(canvas: Canvas) -> None:
        for x in (60, 200, 350, 540):
            canvas.line(x, 800, x, 740)
        canvas.line(60, 740, 540, 740)
        canvas.drawString(66, 785, "in a large room.")
        canvas.drawString(206, 785, "find his own way.")

    stretches = formats.read(drawn(first, second)).stretches
    assert [(one.text, one.table) for one in stretches if one.table and one.table[1] == 2] == [
        ("He is often lost when he is in a large room.", (1, 2, 1)),
        ("By July he will be able to find his own way.", (1, 2, 2)),
        ("SENCO", (1, 2, 3)),
    ]


def test_letters_that_are_set_one_by_one_or_scaled_are_words(drawn: Drawn) -> None:
    def by_letters(canvas: Canvas) -> None:
        for number, line in enumerate((FULL, "He likes it there.")):
            x = 60.0
            for letter in line:
                canvas.drawString(x, 780 - 14 * number, letter)
                x += canvas.stringWidth(letter, "Helvetica", 11)

    def scaled(canvas: Canvas) -> None:
        canvas.scale(0.75, 0.75)
        canvas.setFont("Helvetica", 11 / 0.75)
        canvas.drawString(80, 1000, FULL)

    document = formats.read(drawn(by_letters, scaled))
    assert [(one.text, one.size) for one in document.stretches] == [
        (FULL, 11.0),
        ("He likes it there.", 11.0),
        (FULL, 11.0),
    ]


def test_the_size_of_a_list_item_is_that_of_its_words(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 14)
        canvas.drawString(60, 780, "1.")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(
            72, 780, "Rowan will work in a quiet place with an adult who knows him well beside him there always, and"
        )
        canvas.drawString(78, 766, "who can help him to begin.")

    (one,) = formats.read(drawn(page)).stretches
    assert (one.size, one.marker) == (11.0, "1.")
    assert one.text.endswith("and who can help him to begin.")


def test_an_area_that_stands_on_end_down_the_side_is_read(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for x in (60, 100, 540):
            canvas.line(x, 760, x, 600)
        for y in (760, 600):
            canvas.line(60, y, 540, y)
        canvas.drawString(106, 740, "Rowan speaks in short phrases.")
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(606, -74, "Communication and")
        canvas.drawString(606, -88, "interaction")
        canvas.restoreState()

    assert [(one.text, one.table) for one in formats.read(drawn(page)).stretches] == [
        ("Communication and interaction", (1, 1, 1)),
        ("Rowan speaks in short phrases.", (1, 1, 2)),
    ]


def test_ticks_in_a_narrow_column_are_no_words_on_end(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for x in (60, 100, 540):
            canvas.line(x, 780, x, 640)
        for number in range(8):
            canvas.line(60, 780 - 20 * number, 540, 780 - 20 * number)
            if number < 7:
                canvas.drawString(76, 766 - 20 * number, "YNYYNYN"[number])
                canvas.drawString(106, 766 - 20 * number, f"question {number}")

    found = [one.text for one in formats.read(drawn(page)).stretches if one.table and one.table[2] == 1]
    assert found == list("YNYYNYN")


def test_a_bold_line_is_bold_though_its_number_is_plain(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        lines(canvas, 60, 780, "C.")
        lines(canvas, 60, 700, FULL)
        canvas.setFont("Helvetica-Bold", 11)
        lines(canvas, 90, 780, "THE HEALTH NEEDS OF ROWAN WHICH RELATE TO HIS", "SPECIAL EDUCATIONAL NEEDS")

    found = formats.read(drawn(page)).stretches
    assert [one.bold for one in found] == [True, True, False]


def test_a_bold_heading_parts_from_the_numbered_line_under_it(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawCentredString(297, 780, "PART E")
        canvas.drawCentredString(297, 764, "Outcomes")
        canvas.setFont("Helvetica", 11)
        lines(canvas, 60, 740, f"(1) {FULL}", f"(2) {FULL}", leading=22)

    assert texts(drawn(page))[-3:] == ["Outcomes", f"(1) {FULL}", f"(2) {FULL}"]
