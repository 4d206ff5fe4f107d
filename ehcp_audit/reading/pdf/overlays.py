"""What a bundle lays over a plan's pages: numbers of lines at the left, stamps in a corner, words across the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from ehcp_audit.reading.pdf.page import PageRead, Piece

_NUMBER = re.compile(r"[0-9]{1,4}")
_STAMP = re.compile(r"[\[(]?([A-Z]{0,3}[-/. ]?)([0-9]{1,4})[\])]?")
_FEWEST_PAGES = 2
_FEWEST_NUMBERS = 8  # of lines, on one page; half as many where each fifth line has one
_OFTEN = 0.6  # share of the pages
_LINES = 0.75  # share of a page's lines that have a number
_GO_ON = 0.1  # share of the numbered lines that go on with the sentence before them: no rows of a list do
_NEAR = 62.0  # points from the edge of the paper
_LARGE = 24.0  # points
_HUGE = 2.4  # times the usual size: letters of words across the page
_STEP = 6.0  # points


def set_apart(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Take them off the pages; what were they, page by page?"""
    ids = {id(piece) for piece in [*_across(pages), *_stamps(pages)]}
    taken = _take(pages, ids)
    taken += _take(pages, {id(piece) for piece in _line_numbers(pages)})
    return sorted(taken, key=lambda one: (one[0], one[1].top, one[1].x0))


def _take(pages: list[PageRead], ids: set[int]) -> list[tuple[int, Piece]]:
    if not ids or len(ids) == sum(len(page.pieces) for page in pages):
        return []
    taken = [(page.number, piece) for page in pages for piece in page.pieces if id(piece) in ids]
    for page in pages:
        page.pieces = [piece for piece in page.pieces if id(piece) not in ids]
    return taken


def _across(pages: list[PageRead]) -> list[Piece]:
    """Words in huge letters at one place in the body of most pages: "TRIBUNAL COPY"."""
    if not any([piece for piece in page.pieces if piece.size >= _LARGE] for page in pages):
        return []
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page.pieces:
            sizes[piece.size] += len(piece.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    found: dict[tuple[str, int, int], list[Piece]] = defaultdict(list)
    for page in pages:
        for piece in page.pieces:
            if piece.size >= _HUGE * usual and 0.1 * page.height < piece.base < 0.9 * page.height:
                found[piece.text, round(piece.x0 / _STEP), round(piece.base / _STEP)].append(piece)
    needed = max(_FEWEST_PAGES, _OFTEN * len(pages))
    return [piece for several in found.values() if len(several) >= needed for piece in several]


def _stamps(pages: list[PageRead]) -> list[Piece]:
    """The page's number in a bundle, in a corner and with the letter of its part: "C12", "[204]"."""
    found: dict[tuple[str, int, int], list[Piece]] = defaultdict(list)
    for page in pages:
        for piece in page.pieces:
            if len(piece.text) >= 12 or piece.table >= 0 or min(piece.base, page.height - piece.base) > _NEAR:
                continue
            stamp = _STAMP.fullmatch(piece.text.strip())
            if stamp is not None:
                found[stamp[1], int(stamp[2]) - page.number, round(piece.base / _STEP)].append(piece)
    needed = max(_FEWEST_PAGES + 1, _OFTEN * len(pages))
    return [piece for several in found.values() if len(several) >= needed for piece in several]


def _line_numbers(pages: list[PageRead]) -> list[Piece]:
    """Numbers outside the text at the left, one beside nearly each line or each fifth, page after page."""
    full = [page for page in pages if len(page.pieces) >= 2 * _FEWEST_NUMBERS]
    found = [_on_page(page) for page in full]
    if sum(map(bool, found)) < max(_FEWEST_PAGES, _OFTEN * len(full)):
        return []
    where = max(piece.x1 for numbers in found for piece in numbers)
    rest = {id(page) for page, numbers in zip(full, found, strict=True) if numbers}
    few = [_on_page(page, where) for page in pages if id(page) not in rest]
    return [piece for numbers in [*found, *few] for piece in numbers]


def _on_page(page: PageRead, where: float | None = None) -> list[Piece]:
    """The numbers of a page's lines; of one with a few lines only where others have theirs."""
    numbers = [one for one in page.pieces if len(one.text) < 6 and one.table < 0 and _NUMBER.fullmatch(one.text)]
    lefts = sorted({round(piece.x1) for piece in numbers if piece.x1 < 0.25 * page.width})
    if not lefts:
        return []
    right = lefts[0] + 4.0 if where is None else where + 1.0
    numbers = sorted((piece for piece in numbers if piece.x1 <= right), key=lambda piece: piece.base)
    ids = {id(piece) for piece in numbers}
    others = [piece for piece in page.pieces if id(piece) not in ids]
    body = [piece for piece in page.pieces if _NEAR < piece.base < page.height - _NEAR] or page.pieces
    if any(piece.x0 <= right for piece in body if id(piece) not in ids):
        return []
    steps = {int(lower.text) - int(upper.text) for upper, lower in pairwise(numbers)}
    if len(steps) > 1 or steps - {1, 2, 5, 10}:
        return []
    if where is not None:
        return numbers
    each = steps == {1}
    if len(numbers) < (_FEWEST_NUMBERS if each else _FEWEST_NUMBERS / 2):
        return []
    beside = [_beside(piece, others) for piece in numbers]
    if each and len(numbers) < _LINES * len({round(piece.base) for piece in others}):
        return []
    on = sum(text[:1].islower() for text in beside)
    return numbers if all(beside) and on >= _GO_ON * len(numbers) else []


def _beside(number: Piece, others: list[Piece]) -> str:
    """The words of the line that a number stands beside."""
    line = [piece for piece in others if abs(piece.base - number.base) <= 0.35 * max(piece.size, number.size)]
    return min(line, key=lambda piece: piece.x0).text if line else ""
