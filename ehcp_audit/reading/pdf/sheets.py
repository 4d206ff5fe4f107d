"""Two pages printed on one sheet, side by side: each half is read as the page that it is, the left one first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.model import Stretch
from ehcp_audit.reading.pdf.opening import find_cells
from ehcp_audit.reading.pdf.page import PageRead, Piece

_FEWEST = 2  # sheets
_LINES = 6  # of a half, at least, that is a page of its own
_ALIKE = 2.5  # points that the margins of the two halves may differ
_OFTEN = 0.2  # share of a half's lines that begin at its margin
_REACH = 2.0  # points that a line may stand over the middle


def parted(pages: list[PageRead]) -> list[PageRead] | None:
    """The halves of the sheets, counted anew; None where the pages are no such sheets."""
    if len(pages) < _FEWEST or any(page.width <= 1.2 * page.height or page.failed for page in pages):
        return None
    if len({page.shape for page in pages}) > 1 or any(page.recognised for page in pages):
        return None
    middle = pages[0].width / 2
    if any(_crosses(page, middle) for page in pages):
        return None
    left, right = (_margin(pages, start, start + middle) for start in (0.0, middle))
    if left is None or right is None or abs(right - left - middle) > _ALIKE:
        return None
    halves = [half for page in pages for half in (_half(page, middle, 0), _half(page, middle, 1))]
    for half in halves:
        find_cells(half)
    return halves


def together(stretches: Sequence[Stretch], width: float) -> tuple[Stretch, ...]:
    """The stretches with the page and the place that they have on the sheet."""
    return tuple(
        one
        if one.page is None
        else replace(
            one,
            page=(one.page + 1) // 2,
            box=one.box if one.box is None or one.page % 2 else _moved(one.box, width / 2),
        )
        for one in stretches
    )


def _moved(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    return round(box[0] + by, 1), box[1], round(box[2] + by, 1), box[3]


def _crosses(page: PageRead, middle: float) -> bool:
    """Does anything reach over the middle of the sheet, or is a half hardly written on?"""
    spans = [(piece.x0, piece.x1) for piece in page.pieces]
    spans += [(x0, x1) for _, x0, x1 in [*page.level, *page.thin]]
    spans += [(box[0], box[2]) for box in [*page.fills, *page.shapes] if box[2] - box[0] < 0.9 * page.width]
    return any(x0 < middle - _REACH and x1 > middle + _REACH for x0, x1 in spans)


def _margin(pages: list[PageRead], start: float, end: float) -> float | None:
    """Where do the lines of these halves begin, most of them or those furthest to the left?"""
    lefts = Counter(round(piece.x0) for page in pages for piece in page.pieces if start <= piece.x0 < end)
    whole = sum(lefts.values())
    often = [left for left in lefts if lefts[left] + lefts[left + 1] + lefts[left - 1] >= _OFTEN * whole]
    return float(min(often)) if often and whole >= _LINES * len(pages) / 2 else None


def _half(page: PageRead, middle: float, at: int) -> PageRead:
    """The left (0) or right (1) half of a sheet, measured from its own left edge."""
    by = at * middle

    def here(x0: float, x1: float) -> bool:
        return ((x0 + x1) / 2 >= middle) == bool(at)

    def piece_here(pieces: list[Piece]) -> list[Piece]:
        found = [piece for piece in pieces if here(piece.x0, piece.x1)]
        for piece in found:
            piece.x0, piece.x1 = piece.x0 - by, piece.x1 - by
        return found

    return PageRead(
        2 * page.number - 1 + at,
        middle,
        page.height,
        pieces=piece_here(page.pieces),
        upright=[(x - by, top, low) for x, top, low in page.upright if here(x, x)],
        level=[(y, x0 - by, x1 - by) for y, x0, x1 in page.level if here(x0, x1)],
        thin=[(y, x0 - by, x1 - by) for y, x0, x1 in page.thin if here(x0, x1)],
        shapes=[(x0 - by, top, x1 - by, low, light) for x0, top, x1, low, light in page.shapes if here(x0, x1)],
        fills=[(x0 - by, top, x1 - by, low, light) for x0, top, x1, low, light in page.fills if here(x0, x1)],
        dots=[(x0 - by, top, x1 - by, low) for x0, top, x1, low in page.dots if here(x0, x1)],
        pictures=page.pictures,
        struck=piece_here(page.struck),
        hidden=0 if at else page.hidden,
        fallback="" if at else page.fallback,
        strange=page.strange,
    )
