"""A whole PDF: every page read, margins set apart, paragraphs and tables put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document, Stretch, Unread
from ehcp_audit.reading.characters import tidy
from ehcp_audit.reading.crossed_out import struck_warning
from ehcp_audit.reading.limits import time_for_pictures
from ehcp_audit.reading.pdf import (
    badges,
    columned,
    edges,
    footnotes,
    large_letters,
    layout,
    letterspaced,
    margins,
    opening,
    overlays,
    sheets,
    side_heads,
)
from ehcp_audit.reading.pdf.breaking import Column, Habits, step
from ehcp_audit.reading.pdf.geometry import tenth
from ehcp_audit.reading.pdf.joining import join_pages
from ehcp_audit.reading.pdf.layout import Block, Free, TableRead
from ehcp_audit.reading.pdf.page import PageRead, Piece
from ehcp_audit.reading.pdf.paragraphs import Paragraph
from ehcp_audit.reading.pdf.sides import Sides
from ehcp_audit.reading.stretching import MOST_AROUND, stretch

if TYPE_CHECKING:
    from ehcp_audit.reading.formats import Wishes

MOST_PAGES = 2000
_OF_IT = 0.85  # of the time that pictures are given; the rest is for putting together what was read
_STRANGE = 0.1  # share of characters without a meaning that makes a page unreadable

NO_TEXT = (
    "This PDF holds pictures of pages and no text, as a scan does. Ask for the Word file, or for a PDF that was "
    "exported from it."
)
UNREADABLE_TEXT = (
    "The fonts of this PDF do not say which letters they show, so its text cannot be read. Ask for the Word file, or "
    "export the PDF again from Word."
)


def read(path: Path, wishes: Wishes) -> Document:
    """What does this PDF say?

    Raises UnreadableError.
    """
    pages: list[PageRead] = []
    with opening.Opened(path, wishes.passwords) as document:
        if document.pages > MOST_PAGES:
            raise UnreadableError(
                "too_large",
                f"The PDF has more than {MOST_PAGES:,} pages. Check that it is the plan, and only the plan.",
            )
        pages.extend(opening.read_page(document, number) for number in range(document.pages))
        why = _recognise(document, pages, wishes)
        properties = document.properties()
        number = document.pages
    unread = _unread(pages, why)
    _refuse_what_says_nothing(pages, why)
    halves = sheets.parted(pages)
    if halves is None:
        return _put_together(pages, number, properties, unread)
    width = pages[0].width
    whole = _put_together(halves, number, properties, unread)
    return replace(
        whole,
        stretches=sheets.together(whole.stretches, width),
        margins=sheets.together(whole.margins, width),
        notes=sheets.together(whole.notes, width),
        struck=sheets.together(whole.struck, width),
    )


def _recognise(document: opening.Opened, pages: list[PageRead], wishes: Wishes) -> dict[int, str]:
    """Read the pages that are pictures, or whose fonts say nothing, as pictures; why were some not read?"""
    from ehcp_audit.reading.pdf import recognising

    blind = [page for page in pages if not page.failed and _is_picture(page)]
    if not blind:
        return {}
    if wishes.ocr == "off":
        return {page.number: recognising.NOT_ASKED for page in blind}
    seconds = _OF_IT * time_for_pictures(wishes.seconds, len(blind))
    why = recognising.recognise(document.raw, blind, seconds, wishes.pictures)
    for page in blind:
        if page.recognised:
            page.strange = 0.0
            opening.find_cells(page)
    return why


def _is_picture(page: PageRead) -> bool:
    """Are the page's words in a picture, or in letters that mean nothing?"""
    if page.strange > _STRANGE:
        return True
    return page.pictures > 0.3 and sum(len(piece.text) for piece in page.pieces) < 25


def _unread(pages: list[PageRead], why: dict[int, str]) -> tuple[Unread, ...]:
    """Pages that hold a picture and no text, or text without letters."""
    found = []
    for page in pages:
        if page.failed:
            found.append(Unread(f"page {page.number}", "The page is damaged and could not be read."))
        elif page.number in why:
            found.append(Unread(f"page {page.number}", why[page.number]))
        elif not page.pieces and page.pictures > 0.05:
            found.append(Unread(f"page {page.number}", "The page is a picture without text, as a scan is."))
        elif page.strange > _STRANGE:
            found.append(Unread(f"page {page.number}", "The page's fonts do not say which letters they show."))
    return tuple(found)


def _refuse_what_says_nothing(pages: list[PageRead], why: dict[int, str]) -> None:
    if all(page.failed for page in pages):
        raise UnreadableError("damaged", opening.DAMAGED)
    with_text = [page for page in pages if page.pieces]
    if not with_text:
        if any(page.pictures > 0.05 for page in pages):
            raise UnreadableError("no_text", f"{NO_TEXT} {_what_would_help(why)}".strip())
        raise UnreadableError(
            "no_text", "This PDF holds no text: its pages are empty. Check that the right file was saved."
        )
    if all(page.strange > _STRANGE for page in with_text):
        raise UnreadableError("unreadable_text", UNREADABLE_TEXT)


def _what_would_help(why: dict[int, str]) -> str:
    """What to do so that the pictures are read after all."""
    from ehcp_audit.reading.pdf import recognising

    reasons = set(why.values())
    if recognising.NOT_INSTALLED in reasons:
        return "Or install the program Tesseract with its English data: ehcp-audit then reads pictures of pages."
    if recognising.NOT_ASKED in reasons:
        return "Or leave out --ocr off: where the program Tesseract is installed, pictures of pages are read."
    if recognising.NOT_WORKING in reasons:
        return "Or mend the program Tesseract, which failed on every page: 'ehcp-audit doctor' says what is amiss."
    if recognising.NO_TIME in reasons:
        return "Or raise --read-seconds: there was no time to read the pictures."
    return ""


def _put_together(
    pages: list[PageRead], number: int, properties: tuple[tuple[str, str], ...], unread: tuple[Unread, ...]
) -> Document:
    """Margins off, blocks found, lines joined, pages joined."""
    taken = overlays.set_apart(pages)
    letterspaced.put_together(pages)
    taken += edges.set_apart(pages)
    badges.put_beside_titles(pages)
    large_letters.put_before_titles(pages)
    taken += margins.set_apart(pages)
    parted = columned.parted(pages)
    parts = pages if parted is None else parted.pages
    notes = footnotes.set_apart(parts)
    side_heads.set_apart(parts)
    columns = _columns(parts)
    body, cells = Habits(), Habits()
    found: list[list[Block]] = []
    bottoms: dict[int, float] = {}
    shown: list[Sides] = [] if parted is None else parted.shown
    for page in parts:
        before = found[-1][-1] if found and found[-1] else None
        blocks = layout.blocks(page, columns[page.number], before, shown)
        bottoms[page.number] = max((piece.bottom for piece in page.pieces), default=0.0)
        for block in blocks:
            layout.learn(block, body, cells)
        found.append(blocks)
    for blocks in found:
        for block in blocks:
            layout.fill(block, body, cells)
    lowest = _lowest(parts, bottoms)
    stretches = _stretches(join_pages(found, lowest, body, cells))
    noted = _each_once(notes)
    return Document(
        format="pdf",
        pages=number,
        stretches=tuple(stretches if parted is None else parted.back(stretches)),
        margins=tuple(_each_once(taken)),
        notes=tuple(noted if parted is None else parted.back(noted)),
        struck=tuple(_each_once([(page.number, piece) for page in pages for piece in page.struck])),
        properties=properties,
        unread=unread,
        warnings=_warnings(pages),
    )


def _columns(pages: list[PageRead]) -> dict[int, Column]:
    """How wide does free text run on each page? Pages of one size share their margins."""
    groups: dict[tuple[int, int], list[PageRead]] = {}
    for page in pages:
        groups.setdefault(page.shape, []).append(page)
    found = {}
    for alike in groups.values():
        width = alike[0].width
        pieces = [piece for page in alike for piece in page.pieces]
        left = min((piece.x0 for piece in pieces), default=0.1 * width)
        ends = sorted((piece.x1 for piece in pieces if piece.table < 0 and "....." not in piece.text), reverse=True)
        right = ends[min(2, len(ends) // 15)] if ends else 0.9 * width
        if sum(1 for end in ends if end > right - 0.1 * width) < 5:
            right = max(right, width - left)
        rights = _rights(pieces, left, right)
        for page in alike:
            found[page.number] = Column(left, right, page.number, rights=rights)
    return found


def _rights(pieces: list[Piece], left: float, right: float) -> dict[int, float]:
    """Where do lines end that begin further in than others? Boxes and quotations are drawn in on both sides."""
    ends: dict[int, list[float]] = {}
    for piece in pieces:
        if piece.table < 0 and piece.x0 > left + 6:
            ends.setdefault(step(piece.x0), []).append(piece.x1)
    found = {}
    for place, several in ends.items():
        several.sort(reverse=True)
        full = [end for end in several if end > several[0] - 0.04 * (right - left)]
        if len(full) >= 3 and 0.6 * right < several[0] < right - 4:
            found[place] = several[0]
    return found


def _lowest(pages: list[PageRead], bottoms: dict[int, float]) -> dict[int, float]:
    """How far down do pages of this size reach, at most?"""
    lowest: dict[tuple[int, int], float] = {}
    for page in pages:
        key = page.shape
        lowest[key] = max(lowest.get(key, 0.0), bottoms[page.number])
    return {page.number: lowest[page.shape] for page in pages}


def _stretches(blocks: list[Block]) -> list[Stretch]:
    """Paragraphs and cells as the document's stretches, tables counted from 1."""
    found: list[Stretch] = []
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Free):
            found.extend(_stretch(one) for one in block.paragraphs)
        else:
            _cells(block, numbers, found)
    return [one for one in found if one.text]


def _cells(
    table: TableRead, numbers: Iterator[int], found: list[Stretch], around: tuple[tuple[int, int, int], ...] = ()
) -> None:
    """The cells of a table, row by row; a table inside one of them stands where it stands."""
    number = next(numbers)
    for row_number, row in enumerate(table.rows, start=1):
        for cell in row.cells:
            columns = None if cell.first == cell.last == cell.place else (cell.first, cell.last)
            place = (number, row_number, cell.place)
            for one in cell.parts():
                if isinstance(one, TableRead):
                    _cells(one, numbers, found, (*around, place)[-MOST_AROUND:])
                else:
                    found.append(_stretch(one, place, columns, cell.height, row.header, around))


def _stretch(
    one: Paragraph,
    table: tuple[int, int, int] | None = None,
    columns: tuple[int, int] | None = None,
    rows: int = 1,
    header: bool = False,
    around: tuple[tuple[int, int, int], ...] = (),
) -> Stretch:
    x0, top, x1, bottom = one.box
    return stretch(
        text=one.text.strip(),
        page=one.page,
        box=(tenth(x0), tenth(top), tenth(x1), tenth(bottom)),
        table=table,
        within=around,
        columns=columns,
        rows=rows,
        header_row=header,
        marker=one.marker,
        size=one.size,
        bold=one.bold,
        italic=all(row.italic for row in one.rows),
        indent=one.indent,
        ocr=_how_sure(one),
    )


def _how_sure(one: Paragraph) -> float | None:
    """How sure are the recognised words of a paragraph? None where they were no picture."""
    sure = [(row.ocr, len(row.text)) for row in one.rows if row.ocr is not None]
    if not sure:
        return None
    letters = sum(length for _, length in sure)
    return round(sum(how * length for how, length in sure) / letters, 3) if letters else None


def _each_once(taken: list[tuple[int, Piece]]) -> list[Stretch]:
    """Each text once, at the first page that shows it."""
    found: dict[str, Stretch] = {}
    for number, piece in taken:
        text = tidy(piece.text)
        if text and text not in found:
            box = (tenth(piece.x0), tenth(piece.top), tenth(piece.x1), tenth(piece.bottom))
            found[text] = stretch(text=text, page=number, box=box, size=piece.size, bold=piece.bold)
    return list(found.values())


def _warnings(pages: list[PageRead]) -> tuple[str, ...]:
    said = []
    hidden = sum(page.hidden for page in pages)
    if hidden:
        said.append(f"{hidden} character(s) that nobody sees (off the page, or white on white) were left out.")
    struck = sum(len(piece.text) for page in pages for piece in page.struck)
    if struck:
        pieces = [(page.number, piece) for page in pages for piece in page.struck]
        said.append(struck_warning(struck, _each_once(pieces)))
    pictures = [page for page in pages if page.recognised and page.pieces]
    if pictures:
        said.append(
            f"{len(pictures)} page(s) are pictures, read by Tesseract: check the words before you rely on them."
        )
    reasons = Counter(page.fallback for page in pages if page.fallback)
    for reason, times in sorted(reasons.items()):
        said.append(f"{times} page(s) were read by the slower engine: {reason}.")
    return tuple(said)
