"""Blocks -> a .pdf file, as bytes that are the same on every machine and every day.

A small page layout of our own over reportlab's canvas: Platypus would take most of a second for a plan that is full
of tables, and a thousand plans are wanted for the benchmarks.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from blocks import GONE, Block, Box, Cell, Columns, Control, PageBreak, Paragraph, Picture, Row, Sheet, Table, p
from pictures import png
from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import Font, registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0
MARGIN, TOP, BOTTOM = 56.7, 65.0, 60.0
COLUMN_GAP = 24.0
LIGATURES = re.compile("(fi|fl)")
JOINED = {"fi": "\ufb01", "fl": "\ufb02"}
PAD = 5.0  # between a cell's rule and its words
FACES = {
    False: ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    True: ("Times-Roman", "Times-Bold", "Times-Italic"),
}
# style -> size relative to the body, bold, italic, space before, space after, indent
LOOKS = {
    "body": (1.0, False, False, 0, 5, 0), "title": (2.0, True, False, 10, 8, 0),
    "subtitle": (1.2, False, False, 0, 8, 0), "toc": (1.0, False, False, 0, 3, 0),
    "h1": (1.4, True, False, 12, 6, 0), "h2": (1.15, True, False, 9, 4, 0), "h3": (1.0, True, False, 6, 3, 0),
    "quote": (1.0, False, True, 0, 5, 14), "small": (0.82, False, False, 0, 4, 0), "label": (1.0, True, False, 2, 3, 0),
    "bullet": (1.0, False, False, 0, 3, 16), "number": (1.0, False, False, 0, 4, 20),
    "band": (1.15, True, False, 1, 3, 0),
}  # fmt: skip
COLOURED = ("title", "h1", "h2", "h3")


@cache
def width_of(word: str, face: str, size: float) -> float:
    return stringWidth(word, face, size)


@dataclass(slots=True)
class Line:
    """A line ready to draw: pieces of (x, words, face), its height, and the space above it."""

    pieces: list[tuple[float, str, str]]
    size: float
    height: float
    before: float = 0.0
    colour: str = "000000"
    rule: bool = False  # draw a rule under it
    keep: bool = False  # not the last line of a page
    heading: str = ""


@dataclass(slots=True)
class OpenRow:
    """The lines of a row's cells that have not been drawn yet."""

    cells: list[tuple[float, float, str, list[Line]]]  # x, width, fill, lines

    @property
    def height(self) -> float:
        return max(sum(line.before + line.height for line in lines) for *_, lines in self.cells) + 2 * PAD - 2


class PdfWriter:
    """Draws one sheet, page after page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.theme = sheet.theme
        self.page = landscape(A4) if sheet.landscape else A4
        self.width = self.page[0] - 2 * MARGIN
        self.faces = FACES[sheet.theme.serif]
        self.size = sheet.theme.size * (1.05 if sheet.theme.serif else 0.95)
        self.pages = 0
        self.y = 0.0
        self.heading_pages: dict[str, int] = {}  # section -> the page its first heading stands on

    def save(self) -> bytes:
        """The bytes of the .pdf. Drawn twice, for the number of pages in the footer."""
        self.draw(0)
        return self.draw(self.pages)

    def draw(self, pages: int) -> bytes:
        made = io.BytesIO()
        self.canvas = Canvas(made, pagesize=self.page, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.sheet.title)
        self.canvas.setAuthor("SEND officer")
        self.total, self.pages = pages, 0
        self.start_page()
        for block in self.sheet.blocks:
            self.block(block)
        self.canvas.showPage()
        self.canvas.save()
        return made.getvalue()

    # --- pages

    def start_page(self) -> None:
        self.pages += 1
        if self.sheet.turned:
            self.canvas.setPageSize(self.page)
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, self.page[1], 0)
        self.y = self.page[1] - TOP
        size = self.size - 2.3
        for text, y in ((self.sheet.header, self.page[1] - 38), (self.sheet.footer, 30)):
            left, _, right = text.partition("\t")
            for words, draw, x in (
                (left, self.canvas.drawString, MARGIN),
                (right, self.canvas.drawRightString, self.page[0] - MARGIN),
            ):
                if words:
                    self.canvas.setFont(self.faces[0], size)
                    self.colour("595959")
                    draw(x, y, words.replace("[pages]", str(self.total)).replace("[page]", str(self.pages)))

    def new_page(self) -> None:
        self.canvas.showPage()
        self.start_page()

    def colour(self, code: str, stroke: bool = False) -> None:
        parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        (self.canvas.setStrokeColorRGB if stroke else self.canvas.setFillColorRGB)(*parts)

    # --- blocks

    def block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.lines(self.wrap(block, self.width))
                if block.after:
                    self.lines(self.wrap(p(block.after), self.width))
            case Table():
                self.table(block)
            case Box():
                self.table(Table((Row((Cell(block.paragraphs, block.fill),)),), (1.0,)))
            case Control():
                for paragraph in block.paragraphs:
                    self.lines(self.wrap(paragraph, self.width))
            case Columns():
                self.columns(block)
            case Picture():
                self.picture(block)
            case PageBreak():
                self.new_page()

    def columns(self, block: Columns) -> None:
        """Two columns on one page, with nothing but space between them."""
        wide = (self.width - COLUMN_GAP) / 2
        sides = [[line for one in side for line in self.wrap(one, wide)] for side in (block.left, block.right)]
        high = max(sum(line.before + line.height for line in side) for side in sides)
        if self.y - high < BOTTOM:
            self.new_page()
        for x, side in ((MARGIN, sides[0]), (MARGIN + wide + COLUMN_GAP, sides[1])):
            y = self.y
            for line in side:
                y -= line.before
                self.draw_line(line, x, y)
                y -= line.height
        self.y -= high + 6

    def picture(self, picture: Picture) -> None:
        if self.y - picture.height < BOTTOM:
            self.new_page()
        image = ImageReader(io.BytesIO(png(picture.kind)))
        self.canvas.drawImage(image, MARGIN, self.y - picture.height, self.width, picture.height)
        self.y -= picture.height + 8

    def lines(self, lines: list[Line]) -> None:
        kept = sum(line.before + line.height for line in lines if line.keep)
        if lines and kept and self.y - kept - 95 < BOTTOM:
            self.new_page()
        for line in lines:
            if self.y - line.before - line.height < BOTTOM:
                self.new_page()
            self.y -= line.before
            self.draw_line(line, MARGIN)
            self.y -= line.height

    def draw_line(self, line: Line, x: float, y: float | None = None) -> None:
        base = (self.y if y is None else y) - line.size
        if line.heading:
            self.heading_pages.setdefault(line.heading, self.pages)
        self.colour(line.colour)
        for offset, words, face in line.pieces:
            self.words_at(x + offset, base, words, face, line.size)
        if line.rule:
            self.colour(self.theme.main, stroke=True)
            self.canvas.setLineWidth(1)
            self.canvas.line(x, base - 4, x + self.width, base - 4)

    def words_at(self, x: float, y: float, words: str, face: str, size: float) -> None:
        """Words where they belong; fi and fl as one letter where the sheet is typeset."""
        for part in LIGATURES.split(words) if self.sheet.typeset else [words]:
            shown, own = (JOINED[part], joined_face(face)) if part in JOINED else (part, face)
            self.canvas.setFont(own, size)
            self.canvas.drawString(x, y, shown)
            x += width_of(shown, own, size)

    def table(self, table: Table) -> None:
        total = sum(table.widths)
        widths = [self.width * width / total for width in table.widths]
        headers = [row for row in table.rows if row.header]
        for number, row in enumerate(table.rows):
            start = table.rows[number : number + 4]
            if len(start) > 1 and not self.first_rows_fit(start, widths):
                self.new_page()
            self.row(self.open_row(row, widths), [self.open_row(one, widths) for one in headers if one is not row])
        self.y -= 9

    def first_rows_fit(self, rows: tuple[Row, ...], widths: list[float]) -> bool:
        """Whether headings at the top of these rows have some of the first row of words below them on this page."""
        need = 0.0
        for row in rows:
            height = self.open_row(row, widths).height
            if row.header or row.cells[0].fill == self.theme.main or row.cells[0].paragraphs[-1].style in COLOURED:
                need += height
            else:
                return need == 0 or self.y - need - min(height, 92) >= BOTTOM
        return True

    def open_row(self, row: Row, widths: list[float]) -> OpenRow:
        cells, x, column = [], MARGIN, 0
        for one in row.cells:
            width = sum(widths[column : column + one.span])
            colour = "FFFFFF" if one.fill and one.fill == self.theme.main else ""
            lines = [line for paragraph in one.paragraphs for line in self.wrap(paragraph, width - 2 * PAD, colour)]
            cells.append((x, width, one.fill, lines))
            x, column = x + width, column + one.span
        return OpenRow(cells)

    def row(self, row: OpenRow, headers: list[OpenRow]) -> None:
        """Draw a row; one too high for the page goes on at the top of the next, below the repeated headers."""
        while True:
            room = self.y - BOTTOM
            if row.height <= room:
                self.draw_row(row)
                return
            if room > 90 or row.height > self.page[1] - TOP - BOTTOM:
                head, row = split_row(row, room)
                if head is not None:
                    self.draw_row(head)
            self.new_page()
            for header in headers:
                self.draw_row(header)

    def draw_row(self, row: OpenRow) -> None:
        height = row.height
        self.canvas.setLineWidth(0.6)
        for x, width, fill, lines in row.cells:
            self.colour("7F7F7F", stroke=True)
            if fill:
                self.colour(fill)
            self.canvas.rect(x, self.y - height, width, height, stroke=1, fill=1 if fill else 0)
            y = self.y - PAD + 1
            for line in lines:
                y -= line.before
                self.draw_line(line, x + PAD, y)
                y -= line.height
        self.y -= height

    # --- words into lines

    def wrap(self, paragraph: Paragraph, width: float, colour: str = "") -> list[Line]:
        scale, bold, italic, before, after, indent = LOOKS[paragraph.style]
        size = self.size * scale
        if paragraph.style == "toc" and "\t" in paragraph.text:
            return [self.contents_line(paragraph.text, width, size)]
        coloured = {"small": "595959", **dict.fromkeys(COLOURED, self.theme.main)}.get(paragraph.style, "000000")
        colour = colour or coloured
        lines: list[Line] = []
        pieces: list[tuple[float, str, str]] = []
        x = float(indent)
        keep = paragraph.style in (*COLOURED, "label")

        def close() -> None:
            first = before if not lines else 0
            lines.append(Line(pieces, size, size * 1.22, first, colour, keep=keep, heading=paragraph.heading))

        for words, face in self.words(paragraph, bold, italic):
            wide = width_of(words.rstrip(), face, size)
            if pieces and x + wide > width:
                if self.sheet.typeset and (parted := part_word(words, face, size, width - x)):
                    start, text, own = pieces[-1]
                    pieces[-1] = (start, text + parted[0], own) if own == face else pieces[-1]
                    words = parted[1] if own == face else words
                close()
                pieces, x = [], float(indent)
            if pieces and pieces[-1][2] == face:
                start, text, _ = pieces[-1]
                pieces[-1] = (start, text + words, face)
            else:
                pieces.append((x, words, face))
            x += width_of(words, face, size)
        close()
        if paragraph.style in ("bullet", "number"):
            marker = "•" if paragraph.style == "bullet" else paragraph.marker
            lines[0].pieces.insert(0, (4.0 if marker == "•" else 0.0, marker, self.faces[0]))
        lines[-1].height += after
        lines[-1].rule = paragraph.style == "h1" and colour == coloured
        return lines

    def contents_line(self, text: str, width: float, size: float) -> Line:
        title, _, number = text.partition("\t")
        face = self.faces[0]
        while width_of(title, face, size) > width - 60:
            title = title[: title.rindex(" ")]
        end = width - width_of(number, face, size)
        start = width_of(title, face, size) + 3
        dots = "." * max(3, int((end - start - 3) / width_of(".", face, size)))
        return Line([(0.0, title, face), (start, dots, face), (end, number, face)], size, size * 1.22 + 3)

    def words(self, paragraph: Paragraph, bold: bool, italic: bool) -> Iterator[tuple[str, str]]:
        """Pieces that may not be broken, each with its trailing space. A hyphen lets a line end after it."""
        if paragraph.auto is not None:
            yield paragraph.marker + " ", self.faces[1 if bold else 0]
        for run in paragraph.runs:
            if run.change in GONE:
                continue
            face = self.faces[1 if bold or run.bold else 2 if italic or run.italic else 0]
            words = run.text.replace("\t", "    ").split(" ")
            for number, word in enumerate(words, 1):
                parts = word.split("-")
                for part in parts[:-1]:
                    yield part + "-", face
                yield parts[-1] + (" " if number < len(words) else ""), face


def part_word(word: str, face: str, size: float, room: float) -> tuple[str, str] | None:
    """A long word parted between a vowel and a consonant, so that its head and a hyphen fit into the room."""
    letters = word.rstrip()
    if len(letters) < 7 or not letters.isalpha():
        return None
    for at in range(len(letters) - 3, 2, -1):
        if (
            letters[at - 1] in "aeiou"
            and letters[at] not in "aeiou"
            and width_of(letters[:at] + "-", face, size) <= room
        ):
            return letters[:at] + "-", word[at:]
    return None


@cache
def joined_face(face: str) -> str:
    """The same face with the letters that WinAnsi has no place for."""
    registerFont(Font(f"{face}-Joined", face, "StandardEncoding"))
    return f"{face}-Joined"


def split_row(row: OpenRow, room: float) -> tuple[OpenRow | None, OpenRow]:
    """The part of a row that fits into `room`, and the rest. None when not a line fits."""
    head, rest, drawn = [], [], False
    for x, width, fill, lines in row.cells:
        left, count = room - 2 * PAD, 0
        for line in lines:
            left -= line.before + line.height
            if left < 0:
                break
            count += 1
        while 0 < count < len(lines) and lines[count - 1].keep:
            count -= 1
        drawn = drawn or count > 0
        head.append((x, width, fill, lines[:count]))
        rest.append((x, width, fill, lines[count:]))
    return (OpenRow(head) if drawn else None), OpenRow(rest)
