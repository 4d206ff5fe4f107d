"""What stands down the side of the page outside the text, page after page: the tabs of a register, a strip on end."""

from __future__ import annotations

import re
from collections import Counter

from ehcp_audit.reading.pdf.opening import find_cells
from ehcp_audit.reading.pdf.page import PageRead, Piece, by_shape

_FEWEST_PAGES = 3
_LONGEST = 40  # characters of a tab
_SIDE = 0.22  # share of the page's width in which tabs may stand
_STEP = 6.0  # points
_OFTEN = 0.6  # share of the pages
_APART = 2.0  # points between the tabs and the text
_TALL = 3.0  # times as high as wide
_SHORTEST_STRIP = 3  # characters
_FEWEST_ENTRIES = 6  # tabs of a list of sections
_ENTRY = re.compile(r"\W?(?:section |sect\.? |part )?[A-K](?:[12]|\(?i{1,2}\)?)?(?:\W|$)", re.IGNORECASE)
_LETTER = re.compile(r"(?:section |sect\.? |part )?[A-K](?:[12]|\(?i{1,2}\)?)?", re.IGNORECASE)


def set_apart(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Take the tabs off the pages, with the boxes around them; what were they, page by page?"""
    taken: list[tuple[int, Piece]] = []
    known: set[str] = set()
    few: list[list[PageRead]] = []  # pages of a shape that hardly comes back, such as a plan's turned ones
    for alike in by_shape(pages):
        taken.extend(_strips(alike))
        if len(alike) < _FEWEST_PAGES:
            few.append(alike)
            continue
        for right in (True, False):
            tabs = _off_one_side(alike, right)
            known.update(piece.text.strip() for _, piece in tabs)
            taken.extend(tabs)
    for alike in few:
        for right in (True, False):
            near = [_outer(page, right) for page in alike]
            taken.extend(_off(alike, _known(near, known) or _register(near), right))
    return taken


def _strips(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """What stands on end beside the text, the same at one place on page after page: a strip with the plan's name."""
    standing = {page.number: [one for one in page.pieces if one.table < 0 and _is_strip(one)] for page in pages}
    if not any(standing.values()):
        return []
    seen: Counter[tuple[str, int, int]] = Counter()
    for pieces in standing.values():
        seen.update({_stand(piece) for piece in pieces})
    needed = max(2.0, _OFTEN * len(pages))
    taken: list[tuple[int, Piece]] = []
    for page in pages:
        often = [piece for piece in standing[page.number] if seen[_stand(piece)] >= needed]
        if not often:
            continue
        ids = {id(piece) for piece in often}
        rest = [piece for piece in page.pieces if id(piece) not in ids]
        inside = [piece for piece in rest if not _is_margin(piece, page)]
        left, right = min((p.x0 for p in inside), default=0.0), max((p.x1 for p in inside), default=page.width)
        if all(piece.x1 <= left or piece.x0 >= right for piece in often):
            page.pieces = rest
            taken.extend((page.number, piece) for piece in often)
    return taken


def _is_strip(piece: Piece) -> bool:
    tall = piece.bottom - piece.top > _TALL * (piece.x1 - piece.x0)
    return len(piece.text) > _SHORTEST_STRIP and (piece.on_end or tall)


def _off_one_side(pages: list[PageRead], right: bool) -> list[tuple[int, Piece]]:
    near = [_outer(page, right) for page in pages]
    return _off(pages, _repeated(near, _FEWEST_PAGES) or _letters(near), right)


def _known(near: list[list[Piece]], known: set[str]) -> list[Piece]:
    """The tabs that pages of another shape have too, where most of them stand on each of these, at whatever height."""
    tabs = [[piece for piece in pieces if piece.text.strip() in known] for pieces in near]
    needed = max(_FEWEST_ENTRIES, _OFTEN * len(known))
    if any(len({piece.text.strip() for piece in pieces}) < needed for pieces in tabs):
        return []
    return [piece for pieces in tabs for piece in pieces]


def _register(near: list[list[Piece]]) -> list[Piece]:
    """A list of the sections at one place on two pages: "A Views", "B Needs", with what stands over and under it."""
    tabs = _repeated(near, len(near)) if len(near) > 1 else []
    return tabs if len({piece.text.strip() for piece in tabs if _ENTRY.match(piece.text)}) >= _FEWEST_ENTRIES else []


def _off(pages: list[PageRead], tabs: list[Piece], right: bool) -> list[tuple[int, Piece]]:
    """Take tabs off the pages, where nothing else stands among them."""
    if not tabs:
        return []
    inner = min(piece.x0 for piece in tabs) if right else max(piece.x1 for piece in tabs)
    ids = {id(piece) for piece in tabs}
    for page in pages:
        for piece in page.pieces:
            reaches = piece.x1 > inner - _APART if right else piece.x0 < inner + _APART
            if reaches and id(piece) not in ids and not _is_margin(piece, page):
                return []
    taken = [(page.number, piece) for page in pages for piece in page.pieces if id(piece) in ids]
    for page in pages:
        others = [piece for piece in page.pieces if id(piece) not in ids]
        if len(others) < len(page.pieces):
            page.pieces = others
            _clear(page, inner, right)
    return taken


def _outer(page: PageRead, right: bool) -> list[Piece]:
    """The few words that stand at this side of the page."""
    edge = (1 - _SIDE) * page.width if right else _SIDE * page.width
    outer = [piece for piece in page.pieces if (piece.x0 >= edge if right else piece.x1 <= edge)]
    return [piece for piece in outer if len(piece.text) <= _LONGEST]


def _is_margin(piece: Piece, page: PageRead) -> bool:
    """Does it stand where a header or footer does, which may be as wide as the paper?"""
    return piece.bottom < 0.08 * page.height or piece.top > 0.92 * page.height


def _repeated(near: list[list[Piece]], fewest: int) -> list[Piece]:
    """What stands at the same place on most pages, off their tops and bottoms: two such things or more."""
    needed = max(fewest, _OFTEN * len(near))
    said: Counter[str] = Counter()
    for pieces in near:
        said.update({piece.text.strip() for piece in pieces})
    near = [[piece for piece in pieces if said[piece.text.strip()] >= needed] for pieces in near]
    seen: Counter[tuple[str, int, int]] = Counter()
    for pieces in near:
        seen.update({_stand(piece) for piece in pieces})
    often = {stand for stand, times in seen.items() if times >= needed}
    if len({text for text, _, _ in often}) < 2:
        return []
    return [piece for pieces in near for piece in pieces if _stand(piece) in often]


def _stand(piece: Piece) -> tuple[str, int, int]:
    return piece.text.strip(), round(piece.x0 / _STEP), round(piece.base / _STEP)


def _letters(near: list[list[Piece]]) -> list[Piece]:
    """The letter of the section on each of its pages: said again and again, so it is no heading."""
    lettered = [[piece for piece in pieces if _LETTER.fullmatch(piece.text.strip())] for pieces in near]
    found = [piece for pieces in lettered for piece in pieces]
    pages = sum(map(bool, lettered))
    again = len(found) >= 1.4 * len({piece.text.strip() for piece in found})
    return found if again and pages >= max(_FEWEST_PAGES, _OFTEN * len(near)) else []


def _clear(page: PageRead, inner: float, right: bool) -> None:
    """Drop the lines and shades that stand among the tabs, and find the page's cells anew."""

    def among(x0: float, x1: float) -> bool:
        return x0 >= inner - 4 * _APART if right else x1 <= inner + 4 * _APART

    page.upright = [rule for rule in page.upright if not among(rule[0], rule[0])]
    page.level = [rule for rule in page.level if not among(rule[1], rule[2])]
    page.thin = [rule for rule in page.thin if not among(rule[1], rule[2])]
    page.fills = [fill for fill in page.fills if not among(fill[0], fill[2])]
    page.shapes = [shape for shape in page.shapes if not among(shape[0], shape[2])]
    find_cells(page)
