"""Pages in two columns: read down one column and then the other, tables and headings within them too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from ehcp_audit.model import Stretch
from ehcp_audit.reading import formats

Drawn = Callable[..., Path]
Flow = Sequence[tuple[str, str]]
LAND, UPRIGHT = (842.0, 595.0), (595.0, 842.0)
MARGIN, GUTTER, HANGS = 50.0, 30.0, 5.0
FONTS = {"h": ("Helvetica-Bold", 13.0, 16.0), "b": ("Helvetica-Bold", 9.0, 15.0)}
SENTENCE = "Tamsin works in the garden room with a known adult who shows her each step and waits for her to begin"
WORDS = SENTENCE.split()


def said(number: int, words: int) -> str:
    """A paragraph that is like no other: its words begin at another place each time."""
    return f"Point {number}: " + " ".join(WORDS[(number + at) % len(WORDS)] for at in range(words)) + "."


class Writer:
    """Fills columns one after the other, page after page, as a word processor does."""

    def __init__(self, canvas: Canvas, size: tuple[float, float], top: float) -> None:
        self.canvas, self.size, self.top = canvas, size, top
        self.width = (size[0] - 2 * MARGIN - GUTTER) / 2
        self.column, self.y = 0, top

    @property
    def x(self) -> float:
        return MARGIN + self.column * (self.width + GUTTER)

    def room(self, height: float) -> None:
        """Go on in the next column where this one has no room."""
        if self.y - height >= MARGIN:
            return
        self.column, self.y = self.column + 1, self.top
        if self.column > 1:
            self.canvas.showPage()
            self.column, self.top = 0, self.size[1] - MARGIN
            self.y = self.top

    def write(self, kind: str, text: str) -> None:
        if kind == "t":
            for row in text.split("\n"):
                self.row(row.split("|"))
            self.y -= 8
            return
        font, size, leading = FONTS.get(kind, ("Helvetica", 9.0, 11.0))
        indent = 14.0 if kind == "•" else 0.0
        self.y -= 12 if kind == "h" else 0
        for number, line in enumerate(simpleSplit(text, font, size, self.width - indent)):
            self.room(leading)
            self.canvas.setFont(font, size)
            if kind == "•" and not number:
                self.canvas.drawString(self.x, self.y - size, "•")
            self.canvas.drawString(self.x + indent, self.y - size, line)
            self.y -= leading
        self.y -= 5 if kind == "p" else 1

    def row(self, cells: list[str]) -> None:
        wide = (self.width + 2 * HANGS) / len(cells)
        lines = [simpleSplit(cell, "Helvetica", 8.5, wide - 2 * HANGS) for cell in cells]
        height = 10.0 * max(map(len, lines)) + 4
        self.room(height)
        self.canvas.setFont("Helvetica", 8.5)
        for at, several in enumerate(lines):
            left = self.x - HANGS + at * wide
            self.canvas.rect(left, self.y - height, wide, height)
            for number, line in enumerate(several):
                self.canvas.drawString(left + HANGS, self.y - 9.5 - 10 * number, line)
        self.y -= height


def read(drawn: Drawn, size: tuple[float, float], flow: Flow, *, facts: bool = True) -> tuple[Stretch, ...]:
    def page(canvas: Canvas) -> None:
        canvas.setPageSize(size)
        top = size[1] - MARGIN
        if facts:
            canvas.setFont("Helvetica-Bold", 20)
            canvas.drawString(MARGIN, top - 20, "My plan")
            canvas.setFont("Helvetica", 9)
            for at, text in enumerate(("Name", "Tamsin Sample", "Year group", "Year 6")):
                wide = (size[0] - 2 * MARGIN) / 4
                canvas.rect(MARGIN + at * wide, top - 50, wide, 16)
                canvas.drawString(MARGIN + at * wide + 5, top - 45, text)
            top -= 70
        writer = Writer(canvas, size, top)
        for kind, text in flow:
            writer.write(kind, text)

    return formats.read(drawn(page)).stretches


def texts(flow: Flow) -> list[str]:
    return [cell for kind, text in flow for cell in (text.replace("\n", "|").split("|") if kind == "t" else [text])]


def table(number: int, rows: int = 3) -> tuple[str, str]:
    every = range(number, number + rows)
    return "t", "\n".join(f"{said(at, 7)}|Adult {at}|Week {at}" for at in every)


def points(first: int, many: int, words: int = 12, kind: str = "p") -> list[tuple[str, str]]:
    return [(kind, said(at, words + at % 5)) for at in range(first, first + many)]


WITH_TABLES = [
    ("h", "Views"),
    *points(1, 4),
    ("h", "Needs"),
    *points(5, 5, kind="•"),
    ("b", "Learning"),
    table(10),
    ("h", "Provision"),
    table(13, 4),
    *points(17, 4),
    ("b", "Talking"),
    table(21),
    ("h", "Outcomes"),
    *points(24, 6, kind="•"),
    table(30, 4),
    ("h", "Health"),
    *points(34, 9),
]


@pytest.mark.parametrize("size", [LAND, UPRIGHT])
@pytest.mark.parametrize("facts", [True, False])
def test_columns_with_tables_within_them_are_read_one_after_the_other(
    drawn: Drawn, size: tuple[float, float], facts: bool
) -> None:
    found = read(drawn, size, WITH_TABLES, facts=facts)
    first = ["My plan", "Name", "Tamsin Sample", "Year group", "Year 6"] if facts else []
    assert [one.text for one in found] == first + texts(WITH_TABLES)


def test_what_is_read_in_columns_keeps_its_place_on_its_page(drawn: Drawn) -> None:
    found = read(drawn, LAND, [*WITH_TABLES, *WITH_TABLES])
    right = MARGIN + (LAND[0] - 2 * MARGIN - GUTTER) / 2 + GUTTER
    assert {one.page for one in found} == {1, 2, 3} - ({3} if max(one.page for one in found) < 3 else set())
    headings = {round(one.box[0]) for one in found if one.size == 13.0}
    assert headings == {round(MARGIN), round(right)}


def test_columns_of_short_points_and_headings_need_no_tables(drawn: Drawn) -> None:
    flow: list[tuple[str, str]] = []
    for at in range(1, 60, 5):
        flow += [("h", f"Title {at}"), *points(at, 2, 4), ("b", f"Area {at}"), *points(at + 2, 3, 9, "•")]
    assert [one.text for one in read(drawn, LAND, flow)][5:] == texts(flow)


def test_sections_of_a_few_lines_balanced_over_the_columns_are_read_under_their_headings(drawn: Drawn) -> None:
    wanted: list[str] = []

    def page(canvas: Canvas) -> None:
        writer = Writer(canvas, UPRIGHT, 790)
        for at in range(6):
            left = points(10 * at, 2, 5) if at % 2 else [*points(10 * at, 1), table(10 * at + 1, 2)]
            right = points(10 * at + 5, 1, 5) if at % 2 else points(10 * at + 5, 4)
            heading = ("h", f"Section {at}")
            writer.write(*heading)
            top, low = writer.y, writer.y
            for writer.column, flow in enumerate((left, right)):
                writer.y = top
                for kind, text in flow:
                    writer.write(kind, text)
                low = min(low, writer.y)
            writer.column, writer.y = 0, low - 8
            wanted.extend(texts([heading, *left, *right]))

    assert [one.text for one in formats.read(drawn(page)).stretches] == wanted


def test_boxes_side_by_side_that_white_space_parts_are_read_box_by_box(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        writer = Writer(canvas, UPRIGHT, 790)
        for box in range(4):
            top = writer.y
            for writer.column in (0, 1):
                writer.y = top
                for kind, text in [("b", f"Box {box} {writer.column}"), *points(10 * box + writer.column, 3, 14, "•")]:
                    writer.write(kind, text)
            writer.y = min(writer.y, top - 110)

    found = [one.text for one in formats.read(drawn(page)).stretches if one.text.startswith("Box")]
    assert found == [f"Box {box} {side}" for box in range(4) for side in range(2)]


def test_tables_that_answer_labels_stay_with_them(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        writer = Writer(canvas, UPRIGHT, 790)
        for area in range(6):
            top = writer.y
            writer.write("p", f"Area {area}: what she needs is written here in words that take two lines of room.")
            writer.column, writer.y = 1, top
            writer.write("t", f"Adult {area}|Weekly {area}\nTeacher {area}|Daily {area}")
            writer.column, writer.y = 0, top - 60

    found = [one.text.split()[1].strip(":") for one in formats.read(drawn(page)).stretches]
    assert found == sorted(found)


def test_a_list_of_labels_and_sentences_is_read_row_by_row(drawn: Drawn) -> None:
    labels = ("What Kit likes best", "What Kit does not like", "What his family hope for", "His story so far now")
    sentences = (
        "Kit likes drums, bubbles, and being outside in the wind with his dog.",
        "Kit does not like cold hands, or being moved before he is told of it.",
        "His mother hopes that he will have friends and a voice of his own through his",
        "talker, and that his days will be full of music and of people he knows.",
        "Kit was born early, and has two brothers who are older than he is now.",
    )

    def first(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for label, line in zip(labels, (0, 1, 2, 4), strict=True):
            canvas.drawString(60, 700 - 13 * line, label)
        for line, sentence in enumerate(sentences):
            canvas.drawString(200, 700 - 13 * line, sentence)

    words = " ".join(one.text for one in formats.read(drawn(first)).stretches)
    assert words.index(labels[0]) < words.index("Kit likes drums") < words.index(labels[1]) < words.index("cold hands")
    assert words.index(labels[2]) < words.index("His mother") < words.index("full of music") < words.index(labels[3])
