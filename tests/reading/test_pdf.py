"""PDFs: lines become paragraphs, ruling lines become cells, what repeats on every page goes into the margins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document
from ehcp_audit.reading import formats
from ehcp_audit.reading.pdf.breaking import ended, expects_more, goes_on, joined

Drawn = Callable[..., Path]


def lines(canvas: Canvas, x: float, y: float, *texts: str, leading: float = 14) -> float:
    """Draw lines one below the other; where would the next one stand?"""
    for text in texts:
        canvas.drawString(x, y, text)
        y -= leading
    return y


def grid(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def texts(document: Document) -> list[str]:
    return [one.text for one in document.stretches]


PROSE = (
    "Sam has difficulty in following instructions of more than two steps and needs them",
    "to be repeated with a picture. He copes well with routine and is upset by changes that",
    "nobody has told him of.",
)


def test_lines_that_fill_the_column_are_one_paragraph(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        y = lines(canvas, 60, 780, *PROSE)
        lines(canvas, 60, y, "He likes drawing.", "He wants a friend.", *PROSE)

    assert texts(formats.read(drawn(page))) == [
        " ".join(PROSE),
        "He likes drawing.",
        "He wants a friend.",
        " ".join(PROSE),
    ]


def test_a_heading_stands_alone_and_knows_its_size(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(60, 780, "Section B: Special educational needs")
        canvas.setFont("Helvetica", 11)
        lines(canvas, 60, 764, *PROSE)

    first, second = formats.read(drawn(page)).stretches
    assert (first.text, first.size, first.bold, first.page) == ("Section B: Special educational needs", 15.0, True, 1)
    assert (second.size, second.bold) == (11.0, False)
    assert first.box is not None
    assert first.box[1] < first.box[3] < second.box[1] + 5  # type: ignore[index]


def test_bullets_go_into_the_marker_and_numbers_stay(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(
            canvas,
            60,
            780,
            "• draws every day",
            "- sings",
            "1. By July 2027 Sam will read.",
            "a) He will write.",
            "– Reads",
        )
        lines(canvas, 60, 600, "10 minutes a day", "A – Views", "I like cats")

    found = [(one.marker, one.text) for one in formats.read(drawn(page)).stretches]
    assert found == [
        ("•", "draws every day"),
        ("•", "sings"),
        ("1.", "1. By July 2027 Sam will read."),
        ("a)", "a) He will write."),
        ("•", "Reads"),
        ("", "10 minutes a day"),
        ("", "A – Views"),
        ("", "I like cats"),
    ]


def test_a_hyphen_at_the_end_of_a_line_is_kept(drawn: Drawn) -> None:
    first = "He is beginning to name what he feels with an adult beside him and is learning to self-"

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, first, "regulate with his cards.")

    (one,) = formats.read(drawn(page)).stretches
    assert one.text.endswith("learning to self-regulate with his cards.")


def test_cells_of_a_ruled_table_keep_their_lines_together(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 800, "Outcomes")
        grid(canvas, [50, 250, 400, 550], [760, 730, 680, 640])
        canvas.drawString(55, 740, "Outcome")
        canvas.drawString(255, 740, "Who")
        canvas.drawString(405, 740, "When")
        lines(canvas, 55, 715, "Sam will ask for help in", "words or with a card.")
        lines(canvas, 255, 715, "Teaching assistant")
        lines(canvas, 405, 715, "By July 2027")
        lines(canvas, 55, 665, "Sam will dress himself.")
        lines(canvas, 405, 665, "By May 2027")

    document = formats.read(drawn(page))
    assert [(one.text, one.table) for one in document.stretches] == [
        ("Outcomes", None),
        ("Outcome", (1, 1, 1)),
        ("Who", (1, 1, 2)),
        ("When", (1, 1, 3)),
        ("Sam will ask for help in words or with a card.", (1, 2, 1)),
        ("Teaching assistant", (1, 2, 2)),
        ("By July 2027", (1, 2, 3)),
        ("Sam will dress himself.", (1, 3, 1)),
        ("By May 2027", (1, 3, 3)),
    ]


def test_merged_cells_name_their_columns_and_rows(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, [50, 550], [760, 730, 690, 650])
        canvas.line(250, 730, 250, 650)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.drawString(55, 740, "Sections C and G")
        canvas.drawString(55, 710, "Health need")
        canvas.drawString(255, 710, "Health provision")
        canvas.drawString(255, 670, "More provision")

    found = [(one.text, one.table, one.columns, one.rows) for one in formats.read(drawn(page)).stretches]
    assert found[0] == ("Sections C and G", (1, 1, 1), (1, 2), 1)
    assert found[1] == ("Health need", (1, 2, 1), None, 1)
    assert found[3] == ("More provision", (1, 3, 2), None, 1)


def test_a_line_drawn_in_one_piece_over_two_cells_is_taken_apart(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, [50, 200, 350], [760, 730])
        canvas.drawString(55, 740, "Date of birth" + " " * 28 + "4 March 2012")

    assert [(one.text, one.table) for one in formats.read(drawn(page)).stretches] == [
        ("Date of birth", (1, 1, 1)),
        ("4 March 2012", (1, 1, 2)),
    ]


def running(canvas: Canvas, number: int) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 815, "CONFIDENTIAL: plan of a child")
    canvas.drawString(60, 30, f"Page {number} of 3")
    canvas.setFont("Helvetica", 11)


def test_running_heads_and_page_numbers_are_margins_and_sentences_run_over_pages(drawn: Drawn) -> None:
    starts = ("to be repeated with a picture.", "to be shown with an object.")

    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            running(canvas, number)
            if number > 1:
                lines(canvas, 60, 780, starts[number - 2], f"Here something else is told, of {'xy'[number - 2]}.")
            lines(canvas, 60, 90 - 9 * number, PROSE[0])

        return draw

    document = formats.read(drawn(page(1), page(2), page(3)))
    assert texts(document) == [
        f"{PROSE[0]} to be repeated with a picture.",
        "Here something else is told, of x.",
        f"{PROSE[0]} to be shown with an object.",
        "Here something else is told, of y.",
        PROSE[0],
    ]
    assert [one.text for one in document.margins][:2] == ["CONFIDENTIAL: plan of a child", "Page 1 of 3"]


def test_a_page_that_lies_on_its_side_has_the_margins_of_the_others(drawn: Drawn) -> None:
    def page(number: int, width: float, height: float) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.setPageSize((width, height))
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, height - 40, "CONFIDENTIAL: plan of a child")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, height - 100, f"Here something is told, of {'wxyz'[number]}.")

        return draw

    document = formats.read(drawn(page(0, 595, 842), page(1, 595, 842), page(2, 842, 595), page(3, 595, 842)))
    assert texts(document) == [f"Here something is told, of {letter}." for letter in "wxyz"]


def test_a_table_goes_on_overleaf_without_its_header_and_a_cut_row_is_one(drawn: Drawn) -> None:
    def first(canvas: Canvas) -> None:
        running(canvas, 1)
        lines(canvas, 60, 780, "Provision")
        grid(canvas, [50, 350, 550], [120, 100, 60])
        canvas.drawString(55, 105, "What")
        canvas.drawString(355, 105, "Who")
        lines(
            canvas,
            55,
            86,
            "A visual timetable beside his desk that an adult goes",
            "through with him every morning before the",
            leading=14,
        )
        lines(canvas, 355, 86, "Teaching assistant")

    def second(canvas: Canvas) -> None:
        running(canvas, 2)
        grid(canvas, [50, 350, 550], [790, 770, 740, 710])
        canvas.drawString(55, 775, "What")
        canvas.drawString(355, 775, "Who")
        lines(canvas, 55, 755, "register and again after lunch.")
        lines(canvas, 55, 725, "A quiet corner.")
        lines(canvas, 355, 725, "Class teacher")

    stretches = formats.read(drawn(first, second)).stretches
    assert [(one.text, one.table, one.header_row) for one in stretches] == [
        ("Provision", None, False),
        ("What", (1, 1, 1), True),
        ("Who", (1, 1, 2), True),
        (
            "A visual timetable beside his desk that an adult goes through with him every morning before the "
            "register and again after lunch.",
            (1, 2, 1),
            False,
        ),
        ("Teaching assistant", (1, 2, 2), False),
        ("A quiet corner.", (1, 3, 1), False),
        ("Class teacher", (1, 3, 2), False),
    ]


LEFT = (
    "Sam was born early and had",
    "many stays in hospital in his",
    "first years. He walked late and",
    "spoke his first words at three.",
    "He is a cheerful boy who likes",
    "to be outside.",
)
RIGHT = (
    "His sister says that he is kind",
    "and makes her laugh. He wants",
    "to have a dog and to live near",
    "his gran when he is grown up,",
    "with work that he can do with",
    "his hands.",
)


def test_two_columns_of_prose_are_read_one_after_the_other(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 800, "Two views of one boy, one from each side of the family, both written down at home.")
        lines(canvas, 60, 770, *LEFT)
        lines(canvas, 320, 770, *RIGHT)

    assert texts(formats.read(drawn(page)))[1:] == [" ".join(LEFT), " ".join(RIGHT)]


def test_rows_without_lines_are_read_row_by_row(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, "Date of birth", "NHS number", "School")
        lines(canvas, 220, 780, "4 March 2012", "999 123 4567", "Hill Lane Primary")

    assert [(one.text, one.table and one.table[1:]) for one in formats.read(drawn(page)).stretches] == [
        ("Date of birth", (1, 1)),
        ("4 March 2012", (1, 2)),
        ("NHS number", (2, 1)),
        ("999 123 4567", (2, 2)),
        ("School", (3, 1)),
        ("Hill Lane Primary", (3, 2)),
    ]


def test_a_contents_list_keeps_its_lines(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        for number, code in enumerate("ABC"):
            canvas.drawString(60, 780 - 16 * number, f"Section {code} " + "." * 60)
            canvas.drawRightString(535, 780 - 16 * number, str(number + 2))

    assert texts(formats.read(drawn(page))) == ["Section A 2", "Section B 3", "Section C 4"]


def test_words_off_the_page_or_in_white_are_not_read_and_are_warned_of(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, *PROSE)
        canvas.drawString(700, 500, "off the page")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60, 500, "white on white")
        canvas.setFillColorRGB(0.1, 0.1, 0.4)
        canvas.rect(50, 440, 300, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60, 450, "Section E")

    document = formats.read(drawn(page))
    assert texts(document) == [" ".join(PROSE), "Section E"]
    assert "nobody sees" in document.warnings[0]


def test_a_page_that_is_a_picture_is_named_and_a_file_of_them_is_refused(drawn: Drawn) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def picture(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (200, 280), 200)), 0, 0, 595, 842)

    def text(canvas: Canvas) -> None:
        lines(canvas, 60, 780, *PROSE)

    document = formats.read(drawn(text, picture), ocr="off")
    assert [one.place for one in document.unread] == ["page 2"]
    with pytest.raises(UnreadableError) as caught:
        formats.read(drawn(picture, picture, name="scan.pdf"), ocr="off")
    assert caught.value.kind == "no_text"


def test_a_locked_pdf_is_refused_and_opens_with_its_password(drawn: Drawn) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, *PROSE)

    locked = drawn(page, encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))
    with pytest.raises(UnreadableError) as caught:
        formats.read(locked)
    assert caught.value.kind == "encrypted"
    assert texts(formats.read(locked, passwords=["wrong", "secret"])) == [" ".join(PROSE)]


def test_a_pdf_that_only_its_owner_may_change_is_read(drawn: Drawn) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 780, *PROSE)

    restricted = drawn(page, encrypt=StandardEncryption("", ownerPassword="owner", canCopy=0, strength=128))
    assert texts(formats.read(restricted)) == [" ".join(PROSE)]


def test_a_rotated_page_reads_as_it_is_shown(drawn: Drawn) -> None:
    def upright(canvas: Canvas) -> None:
        lines(canvas, 60, 780, *PROSE)

    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, 60, 500, *PROSE)

    document = formats.read(drawn(upright, turned))
    assert texts(document) == [" ".join(PROSE), " ".join(PROSE)]
    box = document.stretches[1].box
    assert box is not None
    assert box[2] - box[0] > box[3] - box[1]


def test_a_cropped_page_measures_from_what_is_shown(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((50, 400, 545, 800))
        lines(canvas, 60, 780, *PROSE)
        lines(canvas, 60, 100, "outside the crop")

    document = formats.read(drawn(page))
    assert texts(document) == [" ".join(PROSE)]
    box = document.stretches[0].box
    assert box is not None
    assert box[0] == pytest.approx(10, abs=2)
    assert box[1] == pytest.approx(12, abs=4)


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("self-", "regulate", "self-regulate"),
        ("2025-", "26", "2025-26"),
        ("Mensah-", "Blythe", "Mensah-Blythe"),
        ("pre-", "and post-teaching", "pre- and post-teaching"),
        ("draft –", "final", "draft – final"),
        ("and/", "or", "and/or"),
        ("one", "two", "one two"),
    ],
)
def test_two_lines_as_one_text(above: str, below: str, expected: str) -> None:
    assert joined(above, below) == expected


def test_how_sentences_end_and_go_on() -> None:
    assert ended("He reads.")
    assert ended("He said 'yes.'")
    assert not ended("He reads and")
    assert goes_on("and writes")
    assert goes_on("'one' and two")
    assert not goes_on("He writes")
    assert expects_more("with the")
    assert not expects_more("with Sam")
