"""Scans: pages that are pictures are read by Tesseract where it is installed, and say so; else they are named."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import formats
from ehcp_audit.reading.pdf import pixels, recognising

Drawn = Callable[..., Path]
needs_tesseract = pytest.mark.skipif(  # with CI=true they run, and fail where it is missing
    shutil.which("tesseract") is None and os.environ.get("CI") != "true", reason="Tesseract is not installed here"
)

LINES = (
    "Section F: Special educational provision",
    "Rowan will have a visual timetable, gone through with him every morning by",
    "a teaching assistant, and fifteen minutes of reading with a specialist teacher.",
)


UNHURRIED = 600.0
"""Seconds for a page that is looked at from several sides: a busy machine needs many."""


def page(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(60, 770, LINES[0])
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 740, LINES[1])
    canvas.drawString(60, 726, LINES[2])
    for x in (60, 300, 540):
        canvas.line(x, 690, x, 620)
    for y in (690, 655, 620):
        canvas.line(60, y, 540, y)
    for number, word in enumerate(("Outcome", "By whom", "Reads aloud", "Class teacher")):
        canvas.drawString(66 + 240 * (number % 2), 670 - 35 * (number // 2), word)


@pytest.fixture
def scan(drawn: Drawn) -> Callable[..., Path]:
    """Make a PDF whose pages are pictures of the page above, turned by so many degrees each."""

    def make(*turns: float) -> Path:
        import pypdfium2

        source = drawn(page, name="source.pdf")
        document = pypdfium2.PdfDocument(source)
        picture = document[0].render(scale=200 / 72, grayscale=True).to_pil()
        document.close()

        def put(turn: float) -> Callable[[Canvas], None]:
            def draw(canvas: Canvas) -> None:
                held = io.BytesIO()
                picture.rotate(turn, expand=turn % 90 == 0, fillcolor=255).save(held, "PNG")
                canvas.drawImage(ImageReader(held), 0, 0, 595, 842)

            return draw

        return drawn(*(put(turn) for turn in turns), name="scan.pdf")

    return make


def alike(read: str, expected: str) -> float:
    return SequenceMatcher(None, read.split(), expected.split(), autojunk=False).ratio()


@needs_tesseract
@pytest.mark.parametrize("turn", [0.0, 0.7, -0.5])
def test_a_scan_is_read_with_its_table_and_says_how_sure_it_is(scan: Callable[..., Path], turn: float) -> None:
    document = formats.read(scan(turn), seconds=UNHURRIED)
    free = " ".join(one.text for one in document.stretches if one.table is None)
    assert alike(free, " ".join(LINES)) > 0.95
    assert [(one.table, one.text) for one in document.stretches if one.table] == [
        ((1, 1, 1), "Outcome"),
        ((1, 1, 2), "By whom"),
        ((1, 2, 1), "Reads aloud"),
        ((1, 2, 2), "Class teacher"),
    ]
    assert all(one.ocr is not None and 0.5 < one.ocr <= 1 for one in document.stretches)
    assert "Tesseract" in document.warnings[0]


@needs_tesseract
@pytest.mark.parametrize("turn", [180.0, 90.0, 270.0])
def test_a_page_that_lies_on_its_side_or_its_head_is_turned(scan: Callable[..., Path], turn: float) -> None:
    document = formats.read(scan(turn), seconds=UNHURRIED)
    assert alike(" ".join(one.text for one in document.stretches if not one.table), " ".join(LINES)) > 0.9


@needs_tesseract
def test_a_page_upside_down_is_named_where_there_is_no_time_to_turn_it(
    scan: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    look, looks = recognising._words, []

    def once(*asked: Any) -> Any:
        looks.append(asked)
        return look(*asked) if len(looks) == 1 else None

    monkeypatch.setattr(recognising, "_words", once)
    with pytest.raises(UnreadableError) as caught:
        formats.read(scan(180.0), seconds=UNHURRIED)
    assert "--read-seconds" in caught.value.reason


@needs_tesseract
def test_without_time_the_pages_left_are_named(scan: Callable[..., Path]) -> None:
    with pytest.raises(UnreadableError) as caught:
        formats.read(scan(0.0), seconds=0.01)
    assert caught.value.kind == "no_text"
    assert "--read-seconds" in caught.value.reason


def test_without_tesseract_the_refusal_says_what_to_install(
    scan: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognising, "program", lambda: None)
    with pytest.raises(UnreadableError) as caught:
        formats.read(scan(0.0))
    assert caught.value.kind == "no_text"
    assert "install the program Tesseract" in caught.value.reason


def test_switched_off_a_picture_page_is_named_and_the_rest_is_read(drawn: Drawn, scan: Callable[..., Path]) -> None:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.append(drawn(page, name="text.pdf"))
    writer.append(scan(0.0))
    mixed = scan(0.0).with_name("mixed.pdf")
    writer.write(mixed)
    document = formats.read(mixed, ocr="off")
    assert [one.place for one in document.unread] == ["page 2"]
    assert document.stretches[0].text == LINES[0]
    assert all(one.ocr is None for one in document.stretches)


def test_lines_of_a_picture_are_found_and_taken_out_of_it() -> None:
    width, height = 400, 300
    picture = bytearray(b"\xf0" * width * height)
    for row in (100, 101):
        picture[row * width + 50 : row * width + 350] = b"\x80" * 300
    for row in range(100, 250):
        picture[row * width + 60] = 0x70
    for row in range(10, 60):  # a filled box is no line
        picture[row * width + 50 : row * width + 350] = b"\x10" * 300
    upright, level, clean = pixels.rules(bytes(picture), width, height, 0.5)
    assert [(round(start), round(end)) for start, end, _, _ in level] == [(25, 175)]
    assert [(round(start), round(end)) for start, end, _, _ in upright] == [(50, 125)]
    assert clean[100 * width + 200] == 0xF0
    assert clean[30 * width + 200] == 0x10
