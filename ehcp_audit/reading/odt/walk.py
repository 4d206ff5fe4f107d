"""One walk over an OpenDocument text, in reading order: headings, paragraphs, lists, tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ehcp_audit.model import Stretch
from ehcp_audit.reading.characters import count, shown, tidy
from ehcp_audit.reading.odt.looks import Counter, Look, Looks
from ehcp_audit.reading.odt.names import DRAW, LIST, OFFICE, TABLE, TBL, TEXT, H, P
from ehcp_audit.reading.stretching import MOST_AROUND, stretch

if TYPE_CHECKING:
    from lxml import etree

_WIDEST, _LONGEST = 64, 300  # repeats of a cell or a row that holds words
_THROUGH = frozenset(
    (TEXT + "section", TEXT + "index-body", TEXT + "index-title", DRAW + "text-box", TEXT + "numbered-paragraph")
)
_INDEXES = frozenset(
    TEXT + name
    for name in ("table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index")
)
_SKIPPED = frozenset((TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", OFFICE + "forms"))


@dataclass(slots=True)
class Found:
    """What a walk gathers."""

    stretches: list[Stretch] = field(default_factory=list)
    struck: list[Stretch] = field(default_factory=list)
    notes: list[Stretch] = field(default_factory=list)
    comments: list[Stretch] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    hidden: int = 0
    insertions: int = 0
    pictures: int = 0


class Walk:
    """A walk over one document."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.out = Found()
        self.paragraphs = 0
        self.tables = 0
        self._counter = Counter(looks)
        self._place: tuple[int, int, int] | None = None
        self._within: tuple[tuple[int, int, int], ...] = ()  # the cells around the table
        self._columns: tuple[int, int] | None = None
        self._rows = 1
        self._header = False

    def blocks(self, container: Iterable[etree._Element]) -> None:
        """Paragraphs, lists and tables of a body, a cell or a text box."""
        for element in container:
            tag = element.tag
            if tag == P:
                self.paragraph(element)
            elif tag == H:
                self._heading(element)
            elif tag == LIST:
                self._list(element, None, 1)
            elif tag == TBL:
                self._table(element)
            elif tag in _THROUGH or tag in _INDEXES:
                self.blocks(element)
            elif tag == DRAW + "frame":
                self._frame(element)
            elif tag in (TEXT + "index-entry", TEXT + "soft-page-break"):
                continue

    def _heading(self, element: etree._Element) -> None:
        level = element.get(TEXT + "outline-level")
        depth = int(level) if level and level.isdigit() and 1 <= int(level) <= 9 else 1
        self.paragraph(element, self._counter.heading(depth), depth)

    def _list(self, element: etree._Element, style: str | None, depth: int) -> None:
        """A list; a list within a list is its next level."""
        name = element.get(TEXT + "style-name") or style or ""
        if depth > 10:
            return
        self._counter.begin(name, depth, element)
        for item in element:
            fresh = item.tag != TEXT + "list-header"
            for part in item:
                if part.tag in (P, H):
                    marker = self._counter.next(name, depth, item.get(TEXT + "start-value")) if fresh else None
                    fresh = False
                    level = part.get(TEXT + "outline-level")
                    self.paragraph(
                        part, marker, int(level) if level and level.isdigit() and 1 <= int(level) <= 9 else None
                    )
                elif part.tag == LIST:
                    self._list(part, name, depth + 1)
                else:
                    self.blocks([part])

    def paragraph(
        self, element: etree._Element, marker: tuple[str, bool] | None = None, level: int | None = None
    ) -> None:
        """One paragraph, and after it the text boxes that are anchored in it."""
        self.paragraphs += 1
        number = self.paragraphs
        look = self.looks.of(element.get(TEXT + "style-name"))
        live: list[tuple[str, Look]] = []
        struck: list[str] = []
        frames: list[etree._Element] = []
        self._inline(element, look, live, struck, frames)
        text = tidy("".join(part for part, _ in live))
        shows = marker[0] if marker is not None else ""
        if marker is not None and not marker[1] and text:
            text = f"{shows} {text}"
        if fallen := tidy("".join(struck)):
            self.out.struck.append(stretch(text=fallen, paragraph=number, table=self._place, style=look.name))
        if text:
            look = _most(live, look)
            self.out.stretches.append(
                stretch(
                    text=text,
                    paragraph=number,
                    table=self._place,
                    within=self._within,
                    columns=self._columns,
                    rows=self._rows,
                    header_row=self._header,
                    marker=shows,
                    level=level if level is not None else look.level,
                    style=look.name,
                    size=look.size,
                    bold=look.bold,
                    italic=look.italic,
                    caps=look.caps,
                )
            )
        for frame in frames:
            self._frame(frame)

    def _inline(
        self,
        element: etree._Element,
        look: Look,
        live: list[tuple[str, Look]],
        struck: list[str],
        frames: list[etree._Element],
    ) -> None:
        """The inside of a paragraph: an element's own text, its children, and the text after each."""
        self._put(element.text, look, live, struck)
        for child in element:
            tag = child.tag
            if tag == TEXT + "span":
                self._inline(child, self.looks.over(look, child.get(TEXT + "style-name")), live, struck, frames)
            elif tag == TEXT + "s":
                times = child.get(TEXT + "c") or "1"
                self._put(" " * (min(int(times), 200) if times.isdigit() else 1), look, live, struck)
            elif tag == TEXT + "tab":
                self._put(" ", look, live, struck)
            elif tag == TEXT + "line-break":
                self._put("\n", look, live, struck)
            elif tag == TEXT + "note":
                self._note(child)
            elif tag in (OFFICE + "annotation", OFFICE + "annotation-end"):
                self._comment(child)
            elif tag == DRAW + "frame":
                frames.append(child)
            elif tag == TEXT + "change-start":
                self.out.insertions += 1
            elif tag not in _SKIPPED:
                self._inline(child, look, live, struck, frames)
            self._put(child.tail, look, live, struck)

    def _put(self, text: str | None, look: Look, live: list[tuple[str, Look]], struck: list[str]) -> None:
        if not text:
            return
        if look.hidden:
            self.out.hidden += shown(text)
        elif look.struck:
            struck.append(text)
        else:
            live.append((text if text == "\n" else text.replace("\n", " "), look))

    def _note(self, element: etree._Element) -> None:
        body = element.find(TEXT + "note-body")
        self.out.notes.extend(self._apart(body))

    def _comment(self, element: etree._Element) -> None:
        for child in element:
            if str(child.tag).endswith("}creator") and child.text:
                self.out.authors.add(child.text[:200])
        self.out.comments.extend(self._apart(child for child in element if child.tag in (P, LIST)))

    def _apart(self, container: Iterable[etree._Element] | None) -> list[Stretch]:
        """The text of a note or a comment; its paragraphs are none of the body's."""
        walk = Walk(self.looks)
        walk.blocks(container if container is not None else ())
        return [stretch(text=one.text, marker=one.marker) for one in walk.out.stretches]

    def _frame(self, element: etree._Element) -> None:
        """A frame: a text box is read, a picture is counted."""
        boxes = element.findall(DRAW + "text-box")
        if not boxes:
            self.out.pictures += 1
        for box in boxes:
            self.blocks(box)

    def _table(self, element: etree._Element) -> None:
        """A table, row by row; cells that others cover give no text."""
        self.tables += 1
        table, number = self.tables, 0
        outer = (self._place, self._columns, self._rows, self._header, self._within)
        self._within = (*self._within, self._place)[-MOST_AROUND:] if self._place is not None else ()
        for row, header in _rows(element, False):
            times = _times(row, "number-rows-repeated", _LONGEST)
            if times > 1 and not count("".join(str(part) for part in row.itertext())):
                number += times
                continue
            for _ in range(times):
                number += 1
                self._row(row, table, number, header)
        self._place, self._columns, self._rows, self._header, self._within = outer

    def _row(self, row: etree._Element, table: int, number: int, header: bool) -> None:
        cell = column = 0
        for element in row:
            if element.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            for _ in range(_times(element, "number-columns-repeated", _WIDEST)):
                width = _times(element, "number-columns-spanned", _WIDEST)
                cell += 1
                column += 1
                if element.tag == TABLE + "covered-table-cell":
                    if self._covered_across:
                        self._covered_across -= 1
                        cell -= 1
                    continue
                last = column + width - 1
                self._covered_across = width - 1
                self._place, self._header = (table, number, cell), header
                self._columns = None if column == last == cell else (column, last)
                self._rows = _times(element, "number-rows-spanned", _LONGEST)
                self.blocks(element)

    _covered_across = 0


def _rows(element: etree._Element, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    for child in element:
        if child.tag == TABLE + "table-row":
            yield child, header
        elif child.tag == TABLE + "table-header-rows":
            yield from _rows(child, True)
        elif child.tag in (TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(child, header)


def _times(element: etree._Element, name: str, most: int) -> int:
    value = element.get(TABLE + name) or "1"
    return max(1, min(int(value), most)) if value.isdigit() and len(value) < 12 else 1


def _most(live: list[tuple[str, Look]], otherwise: Look) -> Look:
    """How most of the text looks."""
    weights: dict[Look, int] = {}
    for text, look in live:
        weights[look] = weights.get(look, 0) + shown(text)
    best = max(weights, key=lambda look: weights[look], default=otherwise)
    total = sum(weights.values())
    bold = total > 0 and 5 * sum(length for look, length in weights.items() if look.bold) >= 4 * total
    return Look(otherwise.name, best.size, bold, best.caps, level=otherwise.level, italic=best.italic)
