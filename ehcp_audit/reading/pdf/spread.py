"""What of a page stands in two columns, and what over both: bands from its top to its foot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ehcp_audit.reading.pdf.page import PageRead, Piece, RuledTable

HANGS = 9.0  # points that a table may hang out of its column: the words of its cells stand in line with the text
_TIGHTEST = 4.0  # points between a long line of the left column and the right one
_TALL = 0.3  # share of the page's height: columns that tell by themselves that they are columns
_MANY = 6  # lines on either side of such columns
_TALLER, _MANY_MORE, _OFTEN = 0.45, 14, 5  # where no tables stand in them; and how often either begins anew
_WORDS = 3  # in a line of them
_FACING = 0.5  # share of the headings that may stand side by side by chance
_FEW = 3  # lines on either side of columns that others have told
_NARROW = 0.5  # the lesser width of two columns beside the greater
_NEAR = 3.0  # points
_LARGER = 1.12  # a heading, beside the size of the text
_SELDOM = 0.4  # share of the places at which both may begin anew by chance, where columns have yet to be told
_OFTENER = 0.6  # and where every second line is such a place
_CHANCE = 0.7  # and where they have
_PAUSE = 1.2  # of the usual distance between lines


@dataclass(slots=True)
class Thing:
    """Words of a line outside tables, or a ruled table with what stands in it."""

    x0: float
    x1: float
    top: float
    bottom: float
    pieces: list[Piece]
    tables: list[RuledTable] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """Half its height down."""
        return (self.top + self.bottom) / 2

    @property
    def base(self) -> float:
        """Where the letters of its first line stand."""
        return min((piece.base for piece in self.pieces), default=self.top)


@dataclass(slots=True)
class Band:
    """What stands between two heights: in two columns, or over both."""

    left: list[Thing]
    right: list[Thing]
    columns: bool = False
    beside: bool = False  # a table of one column stands beside lines of the other
    share: float = 0.0  # of the page's height
    lines: int = 0  # of the shorter side
    begins: int = 0  # how often a side begins anew after a pause
    shared: int = 0  # and how often both do so at one height
    heads: int = 0  # headings on the side that has fewer
    facing: int = 0  # and how many stand at one height
    words: int = 0  # of the side that says less


def bands(page: PageRead, edge: float) -> list[Band]:
    """The page from its top to its foot, if its right column began at this edge."""
    things = sorted(_things(page), key=lambda thing: (thing.middle, thing.x0))
    over = _over(page, things, edge)
    tops = [top for top, _ in over]
    slots: list[list[Thing]] = [[] for _ in range(2 * len(over) + 1)]  # between, over, between, over, between
    for thing in things:
        at = bisect_right(tops, thing.middle)
        inside = at > 0 and thing.middle <= over[at - 1][1]
        slots[2 * at - 1 if inside else 2 * at].append(thing)
    body = _body(things)
    sections = any(_is_large(thing, body) for n in range(1, len(slots), 2) if any(slots[:n:2]) for thing in slots[n])
    found: list[Band] = []
    for number, slot in enumerate(slots):
        if number % 2 or not slot:
            found += [Band(slot, [])] if slot else []
            continue
        under = slots[number + 1][0] if number + 1 < len(slots) and slots[number + 1] else None
        found += _between(slot, under, edge, page, body, sections=sections)
    return _merged(found)


def _things(page: PageRead) -> list[Thing]:
    """Lines and tables; a table within another goes with it."""
    things: list[Thing] = []
    of_table: dict[int, Thing] = {}
    for number in range(len(page.tables) - 1, -1, -1):  # the largest are last
        table = page.tables[number]
        around = next((thing for thing in things if _holds(thing, table)), None)
        if around is None:
            around = Thing(table.x0, table.x1, table.top, table.bottom, [])
            things.append(around)
        around.tables.append(table)
        of_table[number] = around
    for piece in page.pieces:
        if piece.table >= 0:
            of_table[piece.table].pieces.append(piece)
        else:
            things.append(Thing(piece.x0, piece.x1, piece.top, piece.bottom, [piece]))
    return things


def _holds(outer: Thing, inner: RuledTable) -> bool:
    return (
        outer.x0 - _NEAR <= inner.x0
        and inner.x1 <= outer.x1 + _NEAR
        and outer.top - _NEAR <= inner.top
        and inner.bottom <= outer.bottom + _NEAR
    )


def _over(page: PageRead, things: list[Thing], edge: float) -> list[tuple[float, float]]:
    """The heights at which something stands over the gutter: words, tables, lines and shades."""
    gutter = edge - HANGS
    spans = [
        (thing.top, thing.bottom)
        for thing in things
        if thing.x0 < gutter and thing.x1 > (gutter if thing.tables else edge - _TIGHTEST)
    ]
    spans += [(y, y) for y, x0, x1 in page.level if x0 < gutter < x1]
    shades = [*page.fills, *page.shapes]
    spans += [(top, low) for x0, top, x1, low, _ in shades if x0 < gutter < x1 and low - top < 0.4 * page.height]
    found: list[tuple[float, float]] = []
    for top, bottom in sorted(spans):
        if found and top <= found[-1][1]:
            found[-1] = (found[-1][0], max(bottom, found[-1][1]))
        else:
            found.append((top, bottom))
    return found


def _body(things: list[Thing]) -> float:
    """How large are the letters of most words?"""
    sizes: dict[float, int] = {}
    for thing in things:
        for piece in thing.pieces:
            sizes[piece.size] = sizes.get(piece.size, 0) + len(piece.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _between(
    slot: list[Thing], under: Thing | None, edge: float, page: PageRead, body: float, *, sections: bool
) -> list[Band]:
    """What stands under one thing over the gutter and above the next, cut at headings that are over both columns."""
    left = [thing for thing in slot if thing.x0 < edge - HANGS]
    right = [thing for thing in slot if thing.x0 >= edge - HANGS]
    if not left or not right:
        return [Band(left, right)]
    found: list[Band] = []
    cuts = _headings(left, right, body)
    height = _heading_at_end(left, right, body, under) if under is not None or sections or cuts else None
    cuts += [] if height is None else [height]
    for height in cuts:
        upper, beside = ([thing for thing in side if thing.middle < height] for side in (left, right))
        found.append(_band(upper, beside, page, edge))
        left, right = ([thing for thing in side if thing.middle >= height] for side in (left, right))
    return [*found, _band(left, right, page, edge)]


def _headings(left: list[Thing], right: list[Thing], body: float) -> list[float]:
    """The heights above and under each heading at the left beneath which both columns begin anew.

    A heading within the left column has the lines of the right one beside it, or chance would have to set the next
    lines of both at one height.
    """
    found: list[float] = []
    for number, thing in enumerate(left):
        if not _is_large(thing, body) or (number and _is_large(left[number - 1], body)):
            continue
        end = number
        while end + 1 < len(left) and _is_large(left[end + 1], body):
            end += 1
        if end + 1 == len(left):
            break
        top, bottom = thing.top, left[end].bottom
        above = [other for other in right if other.bottom < top]
        below = [other for other in right if other.top > bottom]
        if not above or not below or len(above) + len(below) < len(right) or _is_large(below[0], body):
            continue
        if _level(left[end + 1], below[0]):
            found += [top, bottom]
    return found


def _heading_at_end(left: list[Thing], right: list[Thing], body: float, under: Thing | None) -> float | None:
    """Where the lines of a heading begin that stand under both columns, over what follows.

    At the foot of the page what follows stands overleaf: the columns above the heading end together then, as those of
    other sections do.
    """
    lowest = max(thing.bottom for thing in right)
    size = 0.0 if under is None or under.tables or not under.pieces else under.pieces[0].size
    first = len(left)
    while first and left[first - 1].top > lowest and _is_heading(left[first - 1], body):
        if left[first - 1].pieces[0].size < size - 0.3:
            break  # a smaller one at the foot of the column
        first -= 1
        size = left[first].pieces[0].size
    if not 0 < first < len(left):
        return None
    if under is None and (not _is_large(left[first], body) or abs(left[first - 1].bottom - lowest) > 2.5 * body):
        return None
    return left[first].top


def _is_large(thing: Thing, body: float) -> bool:
    return not thing.tables and thing.pieces[0].size >= _LARGER * body


def _is_heading(thing: Thing, body: float) -> bool:
    return _is_large(thing, body) or _is_bold(thing)


def _is_bold(thing: Thing) -> bool:
    return not thing.tables and thing.pieces[0].bold


def _level(one: Thing, other: Thing) -> bool:
    """Do two lines stand at one height, the first lines of tables among them?"""
    return abs(one.base - other.base) < (_NEAR if one.tables or other.tables else 2.0)


def _band(left: list[Thing], right: list[Thing], page: PageRead, edge: float) -> Band:
    """Are these two columns, so far as they show it themselves?"""
    band = Band(left, right)
    if not left or not right:
        return band
    lines, beside = (len({round(piece.base) for thing in side for piece in thing.pieces}) for side in (left, right))
    band.lines = min(lines, beside)
    if band.lines < _FEW:
        band.columns = _begin_together(left, right, edge)
        return band
    widths = sorted(max(thing.x1 for thing in side) - min(thing.x0 for thing in side) for side in (left, right))
    _compare(band)
    band.words = min(
        sum(piece.text.count(" ") + 1 for thing in side if not thing.tables for piece in thing.pieces)
        for side in (left, right)
    )
    band.columns = widths[0] >= _NARROW * widths[1] and band.shared <= max(1.0, _CHANCE * band.begins)
    low = min(max(thing.bottom for thing in side) for side in (left, right))
    band.share = (low - min(thing.top for thing in [*left, *right])) / page.height
    band.beside = _stand_beside(left, right) or _stand_beside(right, left)
    return band


def _begin_together(left: list[Thing], right: list[Thing], edge: float) -> bool:
    """Do a few lines, balanced over the columns, begin at one height, the right ones where their column does?"""
    first = next((thing for thing in left if thing.tables or not thing.pieces[0].bold), left[-1])
    if any(thing.x0 < edge - 1.5 for thing in right) or abs(right[0].x0 - edge) > 1.5:
        return False
    labels = any(thing.pieces[-1].text.rstrip().endswith(":") for thing in left if not thing.tables)
    return not labels and (_level(first, right[0]) or _level(left[0], right[0]))


def tell(several: Iterable[Band]) -> bool:
    """Do these bands show together that the pages stand in columns?

    Tables of one column stand beside the lines of the other, or both are long and of many words; and seldom do both
    begin anew at one height, as the rows of a table and boxes side by side do.
    """
    columns = [band for band in several if band.columns]
    shared, begins = sum(band.shared for band in columns), sum(band.begins for band in columns)
    share, lines = sum(band.share for band in columns), sum(band.lines for band in columns)
    if sum(band.facing for band in columns) > max(1.0, _FACING * sum(band.heads for band in columns)):
        return False
    by_chance = (_SELDOM + (_OFTENER - _SELDOM) * min(1.0, 2 * begins / max(lines, 1))) * begins
    if any(band.beside for band in columns):
        return share >= _TALL and lines >= _MANY and shared <= max(len(columns), by_chance)
    return (
        share >= _TALLER
        and lines >= _MANY_MORE
        and begins >= _OFTEN
        and shared <= by_chance
        and sum(band.words for band in columns) >= _WORDS * lines
    )


def _stand_beside(tables: list[Thing], lines: list[Thing]) -> bool:
    """Does a table of one column stand beside free lines of the other, begun anew at another height than they?"""
    free = [thing for thing in lines if not thing.tables]
    return any(sum(table.top < thing.middle < table.bottom for thing in free) >= 2 for table in tables if table.tables)


def _compare(band: Band) -> None:
    """How often do both sides begin anew at one height, as rows of a table do; and how often does either?

    Both begin at the top, whatever they are.
    """
    one, other = _begins(band.left), _begins(band.right)
    pairs = [(thing, beside) for thing in one for beside in other if _level(thing, beside)]
    top = _level(one[0], other[0])
    band.shared, band.begins = len(pairs) - top, min(len(one), len(other)) - 1
    band.heads = min(sum(map(_is_bold, side)) for side in (one, other))
    band.facing = sum(_is_bold(thing) and _is_bold(beside) for thing, beside in pairs)


def _begins(side: list[Thing]) -> list[Thing]:
    """The lines after a pause, and the tables."""
    gaps = sorted(
        gap
        for above, below in pairwise(side)
        if not above.tables and not below.tables and (gap := below.base - above.base) > 2.0
    )
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    found = side[:1]
    for above, below in pairwise(side):
        if above.tables or below.tables or below.base - above.base > _PAUSE * usual:
            found.append(below)
    return found


def _merged(found: list[Band]) -> list[Band]:
    """What stands over both columns one under the other is one band."""
    whole: list[Band] = []
    for band in found:
        if whole and not band.columns and not whole[-1].columns:
            whole[-1] = Band([*whole[-1].left, *band.left], [*whole[-1].right, *band.right])
        elif band.left or band.right:
            whole.append(band)
    return whole
