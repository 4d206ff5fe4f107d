"""Footnotes stand under a short line at the foot of a page, in smaller letters: no part of the running text."""

from __future__ import annotations

import re

from ehcp_audit.reading.pdf.page import PageRead, Piece

_GLUED = re.compile(r"[0-9]{1,2}[A-Za-z\"“(]")  # a raised number and the first word of its note
_MOST_LINES = 14
_SHORTEST, _LONGEST = 40.0, 0.45  # points, and share of the page's width


def set_apart(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Take the footnotes off the pages; what were they?"""
    taken = _under_lines(pages) if any(page.thin and page.pieces for page in pages) else []
    return sorted([*taken, *_referred_to(pages)], key=lambda one: (one[0], one[1].top, one[1].x0))


def _under_lines(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """What stands in small letters, or behind a raised number, under a short line."""
    sizes: dict[float, int] = {}
    for page in pages:
        for piece in page.pieces:
            sizes[piece.size] = sizes.get(piece.size, 0) + len(piece.text)
    usual = max(sizes, key=sizes.__getitem__)
    taken: list[tuple[int, Piece]] = []
    for page in pages:
        if not page.thin:
            continue
        line = _line_above_notes(page, usual)
        if line is None:
            continue
        notes = [piece for piece in page.pieces if piece.base > line]
        page.pieces = [piece for piece in page.pieces if piece.base <= line]
        taken.extend((page.number, piece) for piece in notes)
    return taken


def _line_above_notes(page: PageRead, usual: float) -> float | None:
    """Where is the short line under which stand nothing but small letters?"""
    left = min((piece.x0 for piece in page.pieces), default=0.0)
    for y, x0, x1 in sorted(page.thin, reverse=True):
        if y < 0.4 * page.height or not _SHORTEST <= x1 - x0 <= _LONGEST * page.width or abs(x0 - left) > 20:
            continue
        below = [piece for piece in page.pieces if piece.base > y]
        starts = sorted(below, key=lambda piece: (piece.base, piece.x0))
        if not starts or any(piece.size > usual + 0.3 for piece in below):
            continue
        small = all(piece.size < usual - 0.8 for piece in below) and starts[0].text[0] in "0123456789*†i"
        if small or _GLUED.match(starts[0].text):
            return y
    return None


def _referred_to(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Notes in letters like any other: lines at a page's foot, numbered through the document, whose numbers stand
    raised in the text above them ("... each week.5", "5 Physiotherapy report, page 1.").
    """
    taken: list[tuple[int, Piece]] = []
    number = 1
    for page in pages:
        half = 0.5 * page.height
        said = str(number)
        if not [one for one in page.pieces if one.base >= half and one.table < 0 and one.text.startswith(said)]:
            continue  # no line may begin the next note
        lines = _lines(page)
        first = None
        for at, line in enumerate(lines):
            begins = re.match(rf"{number}\s{{1,3}}(?=[A-Z\"“])", line[0].text)
            if begins is None or line[0].base < 0.5 * page.height or line[0].table >= 0:
                continue
            raised = re.compile(rf"(?:(?<=[a-z)\"'”’])|(?<=[A-Za-z)\"'”’][.,;:!?])){number}(?=\s|$)")
            above = [piece for other in lines[: at if first is None else first] for piece in other]
            marked = next((piece for piece in above if raised.search(piece.text)), None)
            if marked is None:
                continue
            marked.text = raised.sub("", marked.text, count=1)
            first = at if first is None else first
            number += 1
        if first is not None and len(lines) - first <= _MOST_LINES:
            notes = [piece for line in lines[first:] for piece in line]
            page.pieces = [piece for piece in page.pieces if all(piece is not one for one in notes)]
            taken.extend((page.number, piece) for piece in notes)
    return taken


def _lines(page: PageRead) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    for piece in sorted(page.pieces, key=lambda one: (one.base, one.x0)):
        if found and abs(found[-1][0].base - piece.base) <= 0.35 * piece.size:
            found[-1].append(piece)
        else:
            found.append([piece])
    for line in found:
        line.sort(key=lambda one: one.x0)
    return found
