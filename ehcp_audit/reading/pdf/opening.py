"""Opening a PDF with pdfium, and reading its pages one by one; each is closed before the next is opened."""

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading.characters import BULLETS, tidy
from ehcp_audit.reading.pdf import bands, framed, rounded, ruling, tiles
from ehcp_audit.reading.pdf.drawing import draw
from ehcp_audit.reading.pdf.engine import PageEngine
from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable
from ehcp_audit.reading.pdf.pen import Pen
from ehcp_audit.reading.pdf.shown import Shown

if TYPE_CHECKING:
    from ehcp_audit.reading.pdf.slower import Plumber

DAMAGED = "The PDF is damaged and cannot be opened. Ask for it again, or export it again from Word."
ENCRYPTED = (
    "This PDF is locked with a password. Ask for a copy without one, or put the password into a file and name that "
    "with --password-file."
)
WRONG_PASSWORDS = (
    "This PDF is locked with a password, and none of those in the password file opens it. Ask whoever locked it, and "
    "put the password on a line of its own."
)
LONGEST_PROPERTY = 4096  # bytes
MOST_DOTS = 500  # a page with more is a drawing
MOST_LOOKS = 60  # pages of a document that are drawn to see what stands behind light words
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uefff\uf100-\uf8ff]")
_NAMES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")


class Opened:
    """An open PDF."""

    def __init__(self, path: Path, passwords: Sequence[str]) -> None:
        try:
            data = path.read_bytes()
        except OSError:
            raise UnreadableError(
                "not_readable", "The file could not be read. Close it in any other program and try again."
            ) from None
        self._data = data  # pdfium reads from it until the end
        self._passwords = tuple(passwords)
        self._plumber: Plumber | None = None
        self._times, self._spent = 0, 0.0
        self._looks = 0
        self.raw = self._open(passwords)
        self.pages = int(pdfium.FPDF_GetPageCount(self.raw))
        self.pen = Pen()
        if self.pages < 1:
            self.close()
            raise UnreadableError("damaged", DAMAGED)

    def _open(self, passwords: Sequence[str]) -> Any:
        error = 0
        for password in (None, *passwords):
            word = None if password is None else password.encode() + b"\0"
            raw = pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), word)
            if raw:
                return raw
            error = int(pdfium.FPDF_GetLastError())
            if error != pdfium.FPDF_ERR_PASSWORD:
                break
        if error == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError("encrypted", WRONG_PASSWORDS if passwords else ENCRYPTED)
        if error == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableError(
                "encrypted",
                "This PDF is locked in a way that cannot be opened here. Ask for a copy without protection.",
            )
        raise UnreadableError("damaged", DAMAGED)

    def close(self) -> None:
        """Let go of the document."""
        if self._plumber is not None:
            self._plumber.close()
        if self.raw:
            pdfium.FPDF_CloseDocument(self.raw)
            self.raw = None

    def __enter__(self) -> Opened:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def slower(self, number: int, reason: str) -> PageRead | None:
        """The page by the slower engine; None when it knows no more, or has been asked too often."""
        from ehcp_audit.reading.pdf.slower import LONGEST, MOST, Plumber

        self._times += 1
        if self._times > MOST or self._spent > LONGEST:
            return None
        start = time.monotonic()
        if self._plumber is None:
            self._plumber = Plumber(self._data, self._passwords)
        page = self._plumber.page(number, reason)
        self._spent += time.monotonic() - start
        return page

    def look(self, page: PageEngine) -> Shown | None:
        """A small picture of the page; None when pages have been looked at too often."""
        self._looks += 1
        return Shown(page.raw, page.width, page.height) if self._looks <= MOST_LOOKS else None

    def properties(self) -> tuple[tuple[str, str], ...]:
        """Title, author and the like, as the file holds them."""
        found = []
        for name in _NAMES:
            length = pdfium.FPDF_GetMetaText(self.raw, name.encode(), None, 0)
            if not 2 < length <= LONGEST_PROPERTY:
                continue
            buffer = bytearray(length)
            pdfium.FPDF_GetMetaText(self.raw, name.encode(), ctypes.byref(ctypes.c_char.from_buffer(buffer)), length)
            text = tidy(buffer[: length - 2].decode("utf-16-le", "replace")).replace("\n", " ")
            if text:
                found.append((name.lower(), text[:500]))
        return tuple(found)


def read_page(document: Opened, number: int) -> PageRead:
    """One page: its pieces of text, and the cells that its ruling lines enclose.

    By pdfium; by pdfplumber where pdfium's record would mislead, and the record says why.
    """
    try:
        page = PageEngine(document.raw, number, document.pen)
    except ValueError:
        return PageRead(number + 1, 595.0, 842.0, failed=True)
    try:
        read = PageRead(page.number, page.width, page.height)
        text = page.characters()
        read.pieces = page.pieces(text) if text else []
        read.strange = len(_STRANGE.findall(text)) / len(text) if text else 0.0
        draw(page, read)
        if read.dots:
            _write_bullets(read)
        reason = _why_not(read, text)
        slower = document.slower(number, reason) if reason else None
        if slower is not None:
            read = slower
        _find_tables(read)
        _leave_out_what_nobody_sees(read, document, page)
        _set_struck_apart(page, read)
        if read.tables:
            _part_at_borders(page, read)
    finally:
        page.close()
    return read


def _write_bullets(read: PageRead) -> None:
    """A dot that is drawn before a line, and no letter, is its bullet."""
    by_height: dict[int, list[Piece]] = {}
    for piece in read.pieces:
        by_height.setdefault(round(piece.base / 10), []).append(piece)
    taken: set[int] = set()
    for x0, top, x1, bottom in read.dots[:MOST_DOTS]:
        middle = (top + bottom) / 2
        near = [
            piece
            for height in (-1, 0, 1, 2)
            for piece in by_height.get(round(middle / 10) + height, ())
            if -1 < piece.x0 - x1 < 30 and piece.base - 0.8 * piece.size < middle < piece.base + 1
        ]
        if near:
            first = min(near, key=lambda piece: piece.x0)
            if id(first) not in taken and first.text[0] not in BULLETS:
                taken.add(id(first))
                bullet = Piece("•", x0, first.top, x1, first.bottom, first.base, first.size, first.bold, first.font)
                read.pieces.append(bullet)


def find_cells(read: PageRead) -> None:
    """The cells of a page whose pieces or lines have changed, and which piece stands in which."""
    read.tables = []
    _find_tables(read)
    for piece in read.pieces:
        piece.table = piece.cell = -1
        _settle(piece, read.tables, for_good=True)


def _why_not(read: PageRead, text: str) -> str:
    """Why can pdfium's record of the page not be used? "" when it can."""
    if read.strange > 0.02:
        return "characters that mean nothing"
    if len(text) > 40 and text.count(" ") > 0.3 * len(text):
        return "letters that seem to stand apart"
    return ""


def _find_tables(read: PageRead) -> None:
    """The tables that lines enclose. A shade, a frame drawn as one box and the border of a page are none."""
    for cells in ruling.tables(_cells(read)):
        if len(cells) > 1:
            whole = rounded.closed(cells, read.upright, read.level)
            read.tables.extend(map(RuledTable, ruling.within_one_another(whole)))
        elif _is_table(table := RuledTable(cells), read):
            read.tables.append(table)
    bands.fill_in(read)
    framed.lay(read)
    tiles.lay(read)
    if len(read.tables) > 1:  # a table inside a cell of another holds its words before that one does
        read.tables.sort(key=lambda table: (table.x1 - table.x0) * (table.bottom - table.top))


def _cells(read: PageRead) -> list[ruling.Cell]:
    """The cells that the page's lines enclose; those at its top or foot may lack a side."""
    if max(len(read.upright), len(read.level)) > ruling.MOST_RULES or not read.upright or not read.level:
        return []
    uprights = ruling.merged(read.upright)
    return ruling.enclosed(uprights, ruling.merged([*read.level, *_open_ends(read, uprights)]))


def _open_ends(read: PageRead, lines: list[ruling.Rule]) -> list[ruling.Rule]:
    """Level lines that are missing: a row that goes on overleaf may be left open where the page cuts it.

    `lines` are the page's upright lines, merged. Three of them or more that begin or end together, with
    no level line there, are the sides of such a row. The edge of a shade under one of its cells does not close it.
    """
    if len(read.upright) < 3:
        return []
    width = max(x for x, _, _ in read.upright) - min(x for x, _, _ in read.upright)
    heights = {round(y / ruling.NEAR) for y in {y for y, x0, x1 in read.level if x1 - x0 > width / 2}}
    heights |= {height + near for height in heights for near in (-1, 1)}
    tips = {top for _, top, _ in read.upright} | {low for _, _, low in read.upright}
    if all(round(tip / ruling.NEAR) in heights for tip in tips):
        return []
    found: list[ruling.Rule] = []
    for end in (1, 2):
        ends: dict[int, list[ruling.Rule]] = {}
        for line in lines:
            ends.setdefault(round(line[end] / ruling.NEAR), []).append(line)
        for together in ends.values():
            if len(together) < 3 or len({round(line[0]) for line in together}) < 3:
                continue
            y = together[0][end]
            left, right = min([line[0] for line in together]), max([line[0] for line in together])
            drawn = [(x0, x1) for at, x0, x1 in read.level if abs(at - y) <= 2 * ruling.NEAR]
            closed = sum([max(0.0, min(x1, right) - max(x0, left)) for x0, x1 in drawn]) > (right - left) / 2
            if not closed:
                found.append((y, left, right))
    return found


def _is_table(table: RuledTable, read: PageRead) -> bool:
    """Is a single cell a table of one cell? Then its upper and lower sides were drawn as lines."""
    if table.x1 - table.x0 > 0.85 * read.width and table.bottom - table.top > 0.8 * read.height:
        return False
    return all(
        any(abs(y - edge) <= ruling.NEAR and left < table.x1 and right > table.x0 for y, left, right in read.thin)
        for edge in (table.top, table.bottom)
    )


def _leave_out_what_nobody_sees(read: PageRead, document: Opened, page: PageEngine) -> None:
    """Text off the page, or in the colour of the paper it stands on, is no text of the plan."""
    width, height = read.width + 2, read.height + 2
    # Where most words are light, there is something dark behind them that we do not know of.
    light = sum([len(piece.text) for piece in read.pieces if piece.light])
    some = light > 0 and 2 * light < sum([len(piece.text) for piece in read.pieces])
    seen = [
        piece
        for piece in read.pieces
        if -2 <= (piece.x0 + piece.x1) / 2 <= width and -2 <= (piece.top + piece.bottom) / 2 <= height
    ]
    if some:
        picture: Shown | None = None
        on_page, seen = seen, []
        for piece in on_page:
            if piece.light and _on_paper(read, (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2):
                picture = picture or document.look(page)
                if picture is None or not picture.is_dark(piece.x0, piece.top, piece.x1, piece.bottom):
                    continue
            seen.append(piece)
    if len(seen) < len(read.pieces):
        read.hidden += sum(len(piece.text) for piece in read.pieces) - sum(len(piece.text) for piece in seen)
        read.pieces = seen


def _on_paper(read: PageRead, x: float, y: float) -> bool:
    """Is there nothing dark behind this place?"""
    if read.pictures > 0.01:
        return False
    behind = [*read.fills, *read.shapes]
    shades = [light for x0, top, x1, bottom, light in behind if x0 <= x <= x1 and top <= y <= bottom]
    return not shades or min(shades) > 225


def _set_struck_apart(page: PageEngine, read: PageRead) -> None:
    """Words with a line drawn through them are apart from those that stand. Sides of cells strike nothing."""
    if not read.thin or read.fallback:
        return
    sides = {round(side) for table in read.tables for cell in table.cells for side in (cell[1], cell[3])}
    lines = [line for line in read.thin if not {round(line[0]) - 1, round(line[0]), round(line[0]) + 1} & sides]
    if not lines:
        return
    standing: list[Piece] = []
    for piece in read.pieces:
        low, high = piece.base - 0.45 * piece.size, piece.base - 0.12 * piece.size
        through = [(x0, x1) for y, x0, x1 in lines if low <= y <= high and x0 < piece.x1 - 1 and x1 > piece.x0 + 1]
        if not through:
            standing.append(piece)
            continue
        ends = sorted({x for span in through for x in span if piece.x0 + 1 < x < piece.x1 - 1})
        kept: list[Piece] = []
        room: float | None = None  # where struck words at the head of the line began
        for part in page.split(piece, ends) if ends else [piece]:
            middle = (part.x0 + part.x1) / 2
            if not any(x0 <= middle <= x1 for x0, x1 in through):
                part.x0 = part.x0 if room is None or kept else room
                kept.append(part)
                continue
            read.struck.append(part)
            if kept:
                kept[-1].x1 = max(kept[-1].x1, part.x1)  # the line is as full as it was
            elif room is None:
                room = part.x0
        standing.extend(kept)
    read.pieces = standing


def _part_at_borders(page: PageEngine, read: PageRead) -> None:
    """Say of each piece in which cell of which table it stands; one that runs over the border of a cell is parted."""
    parted: list[Piece] = []
    for piece in read.pieces:
        if _settle(piece, read.tables) or read.fallback:
            parted.append(piece)
            continue
        for part in page.split(piece, _borders(piece, read)):
            _settle(part, read.tables, for_good=True)
            parted.append(part)
    read.pieces = parted


def _settle(piece: Piece, tables: list[RuledTable], *, for_good: bool = False) -> bool:
    """Find the piece's cell. False: it runs over the border of one, and must be parted first."""
    y = piece.base - 0.3 * piece.size
    for number, table in enumerate(tables):
        if not table.top <= y <= table.bottom or piece.x1 < table.x0 - 2 or piece.x0 > table.x1 + 2:
            continue
        at = table.cell_at(piece.x0 + 2.0, y)
        if at >= 0 and piece.x1 <= table.cells[at][2] + 3:
            piece.table, piece.cell = number, at
            return True
        middle = (piece.x0 + piece.x1) / 2
        if for_good or piece.x1 - piece.x0 <= 6:
            if table.x0 - 2 <= middle <= table.x1 + 2:
                at = table.cell_at(middle, y)
                piece.table, piece.cell = number, at if at >= 0 else table.nearest(middle, y)
                return True
            continue
        return False
    return True


def _borders(piece: Piece, read: PageRead) -> list[float]:
    """Where do sides of cells cross the piece?"""
    left, right, middle = piece.x0 + 3, piece.x1 - 3, piece.base - 0.3 * piece.size
    found = set()
    for table in read.tables:
        if table.top <= middle <= table.bottom:
            for x0, top, x1, bottom in table.cells:
                if top <= middle <= bottom:
                    if left < x0 < right:
                        found.add(x0)
                    if left < x1 < right:
                        found.add(x1)
    return sorted(found)
