"""Marked PDFs: another engine finds the words under every highlight, however the page is turned or cut."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pdfplumber
import pypdf
import pytest
from pypdf.generic import RectangleObject

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import Reader, formats
from ehcp_audit.reading.marking import Note, Sheet, Span
from ehcp_audit.reading.pdf.typeset import HEIGHT, WIDTH, Words, pages_of

Drawn = Callable[..., Path]
DAY = "2026-11-20"


@dataclass(frozen=True)
class Mark:
    """A highlight as it is stored: its page, the box of each of its parts, its note."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    text: str
    rect: tuple[float, ...]
    author: str = ""
    colour: tuple[float, ...] = ()


def letters(text: str) -> str:
    return "".join(one for one in text.casefold().replace("ﬁ", "fi") if one.isalnum())


def marks(data: bytes) -> list[Mark]:
    found = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages, 1):
        for entry in page.get("/Annots") or ():
            one = entry.get_object()
            if one["/Subtype"] != "/Highlight":
                continue
            points = [float(value) for value in one["/QuadPoints"]]
            boxes = tuple(
                (min(quad[0::2]), min(quad[1::2]), max(quad[0::2]), max(quad[1::2]))
                for quad in (points[at : at + 8] for at in range(0, len(points), 8))
            )
            rect, colour = (tuple(map(float, one[key])) for key in ("/Rect", "/C"))
            found.append(Mark(number, boxes, one["/Contents"], rect, one["/T"], colour))
    return found


def under(data: bytes, mark: Mark) -> str:
    """The letters whose middles lie in a highlight."""
    return letters(
        "".join(
            one
            for one, x, y in middles(data, mark.page)
            if any(left <= x <= right and low <= y <= high for left, low, right, high in mark.boxes)
        )
    )


@lru_cache(maxsize=64)
def middles(data: bytes, number: int) -> list[tuple[str, float, float]]:
    """Every character of a page with its middle, by pdfplumber, on the page laid flat and uncut."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    page = writer.pages[number - 1]
    page.rotation = 0
    page.mediabox = page.cropbox = RectangleObject((-1000, -1000, 2000, 2000))
    flat = io.BytesIO()
    writer.write(flat)
    with pdfplumber.open(flat) as document:  # it gives x its origin back, y not
        return [
            (one["text"], (one["x0"] + one["x1"]) / 2, (one["y0"] + one["y1"]) / 2 - 1000)
            for one in document.pages[number - 1].chars
        ]


def span(path: Path, words: str) -> Span:
    texts = [one.text for one in formats.read(path).stretches]
    number = next(number for number, text in enumerate(texts) if words in text)
    start = texts[number].index(words)
    return Span(number, start, number, start + len(words), words)


def marked(path: Path, *words: str) -> bytes:
    notes = tuple(
        Note((span(path, one),), (("E07", "what"), ("Why:", "because")), f"E{number}", "gist", "FFA24D")
        for number, one in enumerate(words)
    )
    copy = formats.mark(path, Sheet(notes, DAY, "Review notes: P01", ("A line.",), (("E0", "Asked?"),)))
    assert copy.unplaced == ()
    return copy.data


def turned(path: Path, quarter: int, *, moved: bool) -> Path:
    """The page drawn sideways and turned upright again by so many quarters; moved: an odd origin, and cropped."""
    reader = pypdf.PdfReader(path)
    writer = pypdf.PdfWriter()
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        across = (height, width) if quarter % 2 else (width, height)
        shift = {
            0: (1, 0, 0, 1, 0, 0),
            1: (0, 1, -1, 0, height, 0),
            2: (-1, 0, 0, -1, width, height),
            3: (0, -1, 1, 0, 0, width),
        }[quarter]
        target = writer.add_blank_page(*across)
        target.merge_transformed_page(page, pypdf.Transformation(shift))
        if moved:
            target.add_transformation(pypdf.Transformation().translate(-50, -30))
            target.mediabox = RectangleObject((-50, -30, across[0] - 50, across[1] - 30))
            target.cropbox = RectangleObject((-40, -22, across[0] - 57, across[1] - 41))
        target.rotate(90 * quarter)
    there = path.with_name(f"turned{quarter}{moved}.pdf")
    with there.open("wb") as file:
        writer.write(file)
    return there


def plan(canvas) -> None:
    lines = canvas.beginText(60, 760)
    for line in (
        "Section F: Special educational provision",
        "",
        "Sam will have access to a quiet space whenever it is needed, and regular small group work to help",
        "with reading and spelling as appropriate, from the staff who are in the room on that day or on the",
        "next one, in the hall.",
        "",
        "Another paragraph has access to a quiet corner too.",
    ):
        lines.textLine(line)
    canvas.drawText(lines)


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_another_engine_finds_the_words_under_the_highlight(drawn: Drawn, quarter, moved):
    path = turned(drawn(plan), quarter, moved=moved)
    words = ("access to a quiet space", "group work to help with reading", "access to a quiet corner")
    data = marked(path, *words)
    found = marks(data)
    assert [under(data, one) for one in found] == [letters(one) for one in words]
    assert [len(one.boxes) for one in found] == [1, 2, 1]
    assert all(one.text == "E07 what\nWhy: because" for one in found)


def test_what_stands_twice_is_marked_where_it_stands(drawn: Drawn):
    def page(canvas):
        canvas.drawString(60, 700, "Regular support in class every single day of the week.")
        canvas.drawString(60, 600, "Regular support in class on Fridays only, in the hall.")

    path = drawn(page)
    texts = [one.text for one in formats.read(path).stretches]
    note = Note((Span(1, 0, 1, 7, "Regular"),), (("", "x"),), "F09", "gist")
    assert len(texts) == 2
    (mark,) = marks(formats.mark(path, Sheet((note,), DAY)).data)
    assert 590 < mark.boxes[0][1] < 612


def test_a_sentence_that_goes_on_overleaf_is_marked_on_both_pages(drawn: Drawn):
    long = "Sam will have a quiet space near the door of the classroom whenever he asks for it, and he will"

    def first(canvas):
        for number in range(42):
            canvas.drawString(60, 780 - 17 * number, f"Line {number} of the plan says something of its own.")
        canvas.drawString(60, 780 - 17 * 42, long)

    def second(canvas):
        canvas.drawString(60, 780, "be helped by the teaching assistant to use it well and to go back to his work.")
        for number in range(1, 42):
            canvas.drawString(60, 780 - 17 * number - 20, f"Line {number} overleaf says something else again.")

    path = drawn(first, second)
    data = marked(path, "and he will be helped by the teaching assistant")
    assert [(one.page, under(data, one)) for one in marks(data)] == [
        (1, "andhewill"),
        (2, "behelpedbytheteachingassistant"),
    ]


def test_words_in_cells_side_by_side_are_not_mixed(drawn: Drawn):
    def page(canvas):
        canvas.grid([60, 260, 460], [600, 660, 720])
        for row, top in enumerate((700, 640)):
            for column, left in enumerate((64, 264)):
                canvas.drawString(left, top, f"Access to group {row}{column} every")
                canvas.drawString(left, top - 14, "day as required by it.")

    path = drawn(page)
    data = marked(path, "group 01 every day as", "group 10 every day as")
    assert [under(data, one) for one in marks(data)] == ["group01everydayas", "group10everydayas"]


def test_the_pages_and_their_words_stay_and_the_list_comes_last(drawn: Drawn):
    path = drawn(plan)
    before = path.read_bytes()
    data = marked(path, "access to a quiet space")
    assert path.read_bytes() == before
    one, two = pypdf.PdfReader(path), pypdf.PdfReader(io.BytesIO(data))
    assert len(two.pages) == len(one.pages) + 1
    assert two.pages[0].extract_text() == one.pages[0].extract_text()
    last = two.pages[-1].extract_text()
    assert "Review notes: P01" in last
    assert "E0: page 1" in last
    assert "access to a quiet space" in last
    assert "E0: Asked?" in last


def test_the_list_leads_to_the_highlight(drawn: Drawn):
    def blank(canvas):
        canvas.drawString(60, 700, "The first page of the plan says nothing of that.")

    data = marked(drawn(blank, plan), "access to a quiet space")
    reader = pypdf.PdfReader(io.BytesIO(data))
    (link,) = [one.get_object() for one in reader.pages[-1]["/Annots"]]
    assert link["/Dest"][0].get_object()["/Contents"] == reader.pages[1].get_object()["/Contents"]


def test_notes_of_others_stay(drawn: Drawn):
    from pypdf.annotations import Text

    writer = pypdf.PdfWriter(clone_from=drawn(plan))
    writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text="theirs"))
    path = drawn(plan, name="theirs.pdf")
    with path.open("wb") as file:
        writer.write(file)
    page = pypdf.PdfReader(io.BytesIO(marked(path, "access to a quiet space"))).pages[0]
    assert [one.get_object()["/Contents"] for one in page["/Annots"]] == ["theirs", "E07 what\nWhy: because"]


def test_the_same_bytes_whenever_it_is_made(drawn: Drawn):
    path = drawn(plan)
    assert marked(path, "access to a quiet space") == marked(path, "access to a quiet space")


def test_a_locked_pdf_that_anyone_may_open_gives_an_open_copy(drawn: Drawn):
    from reportlab.lib.pdfencrypt import StandardEncryption

    path = drawn(plan, encrypt=StandardEncryption("", ownerPassword="boss"))
    data = marked(path, "access to a quiet space")
    assert [under(data, one) for one in marks(data)] == ["accesstoaquietspace"]
    assert not pypdf.PdfReader(io.BytesIO(data)).is_encrypted


def test_a_broken_tail_is_mended_or_refused_never_a_crash(drawn: Drawn):
    path = drawn(plan)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"xref")])
    data = marked(path, "access to a quiet space")
    assert [under(data, one) for one in marks(data)] == ["accesstoaquietspace"]


def test_words_that_are_not_there_are_not_marked(drawn: Drawn):
    path = drawn(plan)
    note = Note((Span(0, 0, 0, 9, "something"),), (("", "x"),), "E", "gist")
    copy = formats.mark(path, Sheet((note,), DAY))
    assert copy.unplaced == (0,)
    assert marks(copy.data) == []


def test_the_door_makes_the_same_copy(drawn: Drawn):
    path = drawn(plan)
    sheet = Sheet((Note((span(path, "access to a quiet space"),), (("", "x"),), "E", "gist"),), DAY)
    with Reader() as reader:
        assert reader.mark(path, sheet) == formats.mark(path, sheet)
        path.write_bytes(b"%PDF-1.4 nothing")
        with pytest.raises(UnreadableError):
            reader.mark(path, sheet)


def test_paragraphs_fill_pages_and_no_word_is_lost():
    text = " ".join(f"word{number}" for number in range(3000)) + " " + "x" * 300
    pages = pages_of([Words("Title", size=18, bold=True), Words(text, leads_to=0)])
    drawn = "".join(
        bytes.fromhex(line.split("<")[1].split(">")[0]).decode("cp1252") for page in pages for line in page.content
    )
    assert drawn.replace(" ", "") == ("Title" + text).replace(" ", "")
    assert len(pages) > 3
    assert all(0 < x0 < x1 < WIDTH and 0 < y0 < y1 < HEIGHT for page in pages for (x0, y0, x1, y1), _ in page.links)


def test_a_highlight_is_as_high_as_its_line_whatever_its_letters(drawn: Drawn):
    def page(canvas):
        canvas.drawString(60, 700, "Sam can use a room near us as soon as he can, on his own, every day of the week.")

    (mark,) = marks(marked(drawn(page), "near us as soon as"))
    (_, low, _, high) = mark.boxes[0]
    assert 11 < high - low < 14
    assert low < 700 < high


@pytest.mark.parametrize(
    ("text", "wanted", "at"),
    [
        ("thelastwordeducational", "educationalpsychologist", 11),
        ("educational", "educationalpsychologist", 0),
        ("thelastworded", "educationalpsychologist", -1),
        ("nothing", "educationalpsychologist", -1),
    ],
)
def test_the_rest_of_a_cell_may_stand_overleaf(text, wanted, at):
    from ehcp_audit.reading.pdf.locating import _end_that_begins

    assert _end_that_begins(text, wanted) == at


def test_what_goes_on_overleaf_goes_on_in_its_own_column():
    from ehcp_audit.reading.pdf.locating import Letters, _goes_on

    words = "planplan"
    boxes = [(60.0 + 5 * n, 80.0, 64.0 + 5 * n, 90.0) for n in range(4)]
    boxes += [(300.0 + 5 * n, 80.0, 304.0 + 5 * n, 90.0) for n in range(4)]
    there = Letters(2, words, boxes, [88.0] * 8)
    assert _goes_on(there, "plan", (298.0, 700.0, 420.0, 712.0)) == 4
    assert _goes_on(there, "plan", (58.0, 700.0, 120.0, 712.0)) == 0
    assert _goes_on(there, "plan", None) == 0
    assert _goes_on(there, "school", None) == -1


def test_a_line_read_from_a_picture_is_marked_where_it_stands(drawn: Drawn):
    from dataclasses import replace

    from ehcp_audit.reading.pdf import opening
    from ehcp_audit.reading.pdf.locating import Locator

    path = drawn(plan)
    first = replace(formats.read(path).stretches[0], ocr=0.9)
    with opening.Opened(path, ()) as document:
        assert list(Locator(document, [first]).lines(0, 2, 5)) == [(1, first.box)]


@pytest.mark.parametrize("lines", range(50, 62))
def test_no_heading_of_the_list_ends_a_page(lines):
    filled = [Words(f"Line {number}") for number in range(lines)]
    pages = pages_of([*filled, Words("Heading", bold=True), Words("What it heads")])
    drawn = ["".join(page.content).casefold() for page in pages]
    heads, said = (
        next(number for number, text in enumerate(drawn) if words.encode().hex() in text)
        for words in ("Heading", "What it heads")
    )
    assert heads == said
