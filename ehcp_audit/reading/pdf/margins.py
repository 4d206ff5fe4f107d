"""Running headers and footers: what stands at the same place on page after page is no part of the plan's words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from operator import attrgetter

from ehcp_audit.reading.pdf.lines import LEFT
from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable, by_shape

_BAND = 0.22  # share of the page, from its top or bottom, in which a margin may stand
_OFTEN = 0.4  # share of the pages of one size that a margin stands on
_COUNTED = re.compile(
    r"\b(page|pg\.?|p\.) ?[0-9]{1,4}\b|\b[0-9]{1,4}(?= ?(?:of|/) ?[0-9]{1,4}\b)|\b[0-9]{1,4}(?= ?\| ?page\b)", re.I
)
_DIGIT = re.compile("[0-9]")
_ENDS = re.compile(r"^[-–| ]*([0-9]{1,4})\b(?![./])|(?<![./])\b([0-9]{1,4})[-–| ]*$")
_LETTERED = re.compile(r"(?<=.)\b(section) [A-K][12]?\b|\b(section) [A-K][12]?\b(?=.{0,60}\bcont)", re.IGNORECASE)
_SMALL = 9.6  # points: a running head names its section in letters no larger
_PAGE_NUMBER = re.compile(r"(?:page|p\.?|-|–)? ?#(?: ?(?:of|/|\|) ?#)?(?: ?(?:-|–|\| ?page))?$", re.IGNORECASE)
_NEAR = 62.0  # points from the edge of the paper: a margin that not all pages have stands this near to it
_LONGEST_MARGIN = 90  # characters
_SEVERAL = 2  # pages of another shape that show a margin
_REACH = 4.0  # points that a margin may move from page to page
_base = attrgetter("base")


def set_apart(pages: list[PageRead]) -> list[tuple[int, Piece]]:
    """Take the margins off the pages; what were they, page by page?"""
    taken: list[tuple[int, Piece]] = []
    shapes = by_shape(pages)
    for at_top in (True, False):
        known: Counter[_Stand] = Counter()
        for alike in shapes:
            taken.extend(_peel(alike, at_top, known))
        for page in pages if len(shapes) > 1 else ():
            taken.extend(_peel_known(page, at_top, known))
    if not any(page.pieces for page in pages):  # one page over and over, or a page of nothing but its number
        by_number = {page.number: page for page in pages}
        for number, piece in taken:
            by_number[number].pieces.append(piece)
        return []
    return sorted(taken, key=lambda one: (one[0], one[1].top, one[1].x0))


def _peel(pages: list[PageRead], at_top: bool, known: Counter[_Stand]) -> list[tuple[int, Piece]]:
    """Lines from the outside in, as long as each is seen at the same height on other pages too; `known` counts them."""
    lines_of = [_outer_lines(page, at_top) for page in pages]
    seen: Counter[_Stand] = Counter()
    for lines in lines_of:
        seen.update({stand for line in lines for stand in line.stands})
    needed = max(2, _OFTEN * len(pages))
    removed: list[list[_Line]] = []
    for lines in lines_of:
        gone = []
        for line in lines:
            if _times(seen, line) < needed and not _PAGE_NUMBER.match(line.text):
                break
            gone.append(line)
        removed.append(gone)
    _give_back(removed, seen)
    _add_rare_ones(lines_of, removed, seen)
    _add_half_constant(lines_of, removed, needed)
    _add_small_ones(pages, lines_of, removed)
    taken: list[tuple[int, Piece]] = []
    for page, gone in zip(pages, removed, strict=True):
        known.update({stand for line in gone for stand in line.stands})
        taken.extend(_take(page, gone))
    return taken


def _peel_known(page: PageRead, at_top: bool, known: Counter[_Stand]) -> list[tuple[int, Piece]]:
    """The margins of a page of its own shape, among pages of another: as far from the paper's edge as theirs."""
    gone: list[_Line] = []
    for line in _outer_lines(page, at_top):
        if line.height > _NEAR or _times(known, line) < _SEVERAL:
            break
        gone.append(line)
    return _take(page, gone)


def _take(page: PageRead, gone: list[_Line]) -> list[tuple[int, Piece]]:
    """Take lines off a page: its number, with each of their pieces."""
    out = {id(piece) for line in gone for piece in line.pieces}
    if out:
        page.pieces = [piece for piece in page.pieces if id(piece) not in out]
    return [(page.number, piece) for line in gone for piece in line.pieces]


_Stand = tuple[str, int]
"""The words of a line, and a step of height that it stands at."""


class _Line:
    """A line near the edge of a page: its words with a page's number as "#", and how far it is from the edge."""

    __slots__ = ("height", "pieces", "stands", "text")

    def __init__(self, pieces: list[Piece], page: PageRead, at_top: bool) -> None:
        self.pieces = pieces
        self.text = _text(pieces, page)
        self.height = pieces[0].base if at_top else page.height - pieces[0].base
        # a line between two steps of height counts for both, so that a small move is no difference
        self.stands: tuple[_Stand, _Stand] = (
            (self.text, int(self.height // _REACH)),
            (self.text, int((self.height + _REACH / 2) // _REACH)),
        )


def _times(seen: Counter[_Stand], line: _Line) -> int:
    """On how many pages does the line stand at this height, give or take a little?"""
    one, other = line.stands
    return max(seen[one], seen[other])


def _give_back(removed: list[list[_Line]], seen: Counter[_Stand]) -> None:
    """A heading may open several pages: what repeats on some only is a margin where it stands near the paper's edge."""
    for gone in removed:
        while gone:
            line = gone[-1]
            if line.height <= _NEAR or _PAGE_NUMBER.match(line.text):
                break
            if len(removed) > 3 and _times(seen, line) > 0.7 * len(removed):
                break
            gone.pop()


def _add_rare_ones(lines_of: list[list[_Line]], removed: list[list[_Line]], seen: Counter[_Stand]) -> None:
    """A running head that names the section changes every few pages: it stands outside where the body begins."""
    edges = sorted(
        lines[len(gone)].height for lines, gone in zip(lines_of, removed, strict=True) if len(gone) < len(lines)
    )
    if len(edges) < 4 or not any(removed):
        return
    edge = edges[len(edges) // 2]
    for lines, gone in zip(lines_of, removed, strict=True):
        while len(gone) < len(lines):
            line = lines[len(gone)]
            if line.height >= edge - 1.2 * line.pieces[0].size or seen[line.stands[0]] < 2:
                break
            gone.append(line)


def _add_half_constant(lines_of: list[list[_Line]], removed: list[list[_Line]], needed: float) -> None:
    """A line next to the edge that says something else on every page is a margin where a part of it never changes.

    "Section B: Special educational needs            Sam Example", with the name at one place on page after page. On
    some of these pages it may stand alone.
    """
    often: Counter[tuple[str, int, int]] = Counter(
        _part(line.pieces[0], line) for gone in removed for line in gone if len(line.pieces) == 1
    )
    nexts = [
        lines[len(gone)] if len(gone) < len(lines) else None for lines, gone in zip(lines_of, removed, strict=True)
    ]
    for line in nexts:
        if line is not None and len(line.pieces) > 1:
            often.update({_part(piece, line) for piece in line.pieces})
    for line, gone in zip(nexts, removed, strict=True):
        if line is None or len(line.pieces) < 2 or line.height > _NEAR or any(p.table >= 0 for p in line.pieces):
            continue
        same = [piece for piece in line.pieces if often[_part(piece, line)] >= max(3.0, needed)]
        apart = all(right.x0 - left.x1 > 2 * left.size for left, right in pairwise(line.pieces))
        if same and apart and any(len(piece.text) > 3 for piece in same):
            gone.append(line)


def _part(piece: Piece, line: _Line) -> tuple[str, int, int]:
    """A piece's words, how far it ends from the left and how far the line is from the edge, in steps."""
    return piece.text.strip(), round(piece.x1 / _REACH), round(line.height / _REACH)


def _add_small_ones(pages: list[PageRead], lines_of: list[list[_Line]], removed: list[list[_Line]]) -> None:
    """An outermost line in small type at one height on half the pages is a running head or foot, whatever it says on
    each: "Sections C and D: health and social care needs". A note's first line begins with its number, and its last
    one ends in a full stop.
    """
    several = max(3.0, len(pages) / 2)
    outermost = [
        (lines[0], gone)
        for lines, gone in zip(lines_of, removed, strict=True)
        if lines and not gone and _may_be_margin(lines[0])
    ]
    if len(outermost) < several:
        return
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page.pieces:
            sizes[piece.size] += len(piece.text)
    largest = 0.88 * sizes.most_common(1)[0][0]
    outermost = [(line, gone) for line, gone in outermost if max(piece.size for piece in line.pieces) <= largest]
    places = Counter((round(line.height), line.pieces[0].size) for line, _ in outermost)
    for line, gone in outermost:
        if places[round(line.height), line.pieces[0].size] >= several:
            gone.append(line)


def _may_be_margin(line: _Line) -> bool:
    short = len(line.text) <= _LONGEST_MARGIN and not line.text.rstrip().endswith((".", ";", ","))
    return short and not line.text[:1].isdigit() and line.height <= _NEAR and line.pieces[0].table < 0


def _outer_lines(page: PageRead, at_top: bool) -> list[_Line]:
    """The page's lines near its top or bottom, from the outside in. A table that goes on is none of them."""
    limit = _BAND * page.height
    height = page.height
    if at_top:
        near = [piece for piece in page.pieces if piece.bottom <= limit]
    else:
        near = [piece for piece in page.pieces if height - piece.top <= limit]
    near.sort(key=_base, reverse=not at_top)
    lines: list[list[Piece]] = []
    for piece in near:
        if lines and abs(lines[-1][0].base - piece.base) <= 0.35 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=LEFT)
    found: list[_Line] = []
    for line in lines:
        if any(piece.table >= 0 and _is_long(page.tables[piece.table], page, at_top) for piece in line):
            break
        found.append(_Line(line, page, at_top))
    return found


def _is_long(table: RuledTable, page: PageRead, at_top: bool) -> bool:
    """Does the table reach into the body of the page, so that its first row is no margin?"""
    limit = (_BAND + 0.03) * page.height
    return table.bottom > limit if at_top else page.height - table.top > limit


def _text(line: list[Piece], page: PageRead) -> str:
    """The words of a line, a page's number as "#": said to be one, or the very number (or nearly) at either end."""

    def number(found: re.Match[str]) -> str:
        said = found[1] or found[2]
        return found[0].replace(said, "#") if abs(int(said) - page.number) <= 2 else found[0]

    texts = []
    for piece in line:
        text = piece.text
        at_edge = min(piece.base, page.height - piece.base) <= _NEAR
        if _DIGIT.search(text):
            text = _COUNTED.sub(lambda found: f"{found[1] or ''} #".strip(), text)
            if at_edge and text == piece.text and (text[:1].isdigit() or text[-1:].isdigit() or text[-1:] in "-–|"):
                text = _ENDS.sub(number, text)
        if at_edge and "ection" in text.lower() and (piece.size < _SMALL or "cont" in text.lower()):
            text = _LETTERED.sub(lambda found: f"{found[1] or found[2]} #", text)
        texts.append(text)
    return " ".join(texts)
