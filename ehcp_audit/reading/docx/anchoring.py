"""Where words of a stretch stand in Word's XML, and runs cut so that a range can begin and end exactly there.

Every place is found before anything is changed: a run that several comments cut is cut once, at all of them.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.reading.characters import tidy_places
from ehcp_audit.reading.docx.gathered import Line
from ehcp_audit.reading.docx.names import MC, W

if TYPE_CHECKING:
    from lxml import etree

    from ehcp_audit.reading.marking import Span

_RUN, _TEXT, _LOOK, _PARAGRAPH, _PPR = W + "r", W + "t", W + "rPr", W + "p", W + "pPr"
_BOX, _SDT, _CONTENT, _ALTERNATE = W + "txbxContent", W + "sdt", W + "sdtContent", MC + "AlternateContent"
_WRAPPERS = (_SDT, W + "smartTag", W + "customXml")
_ABOUT_WRAPPERS = (W + "smartTagPr", W + "customXmlPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A place in the XML: an offset in the text of an element, or the near side of the whole of it (None)."""

    element: etree._Element
    offset: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """Where a range begins and where it ends; `hosted` when it stands at the drawing that holds the words."""

    start: Edge
    end: Edge
    inside: tuple[etree._Element, ...] = ()  # what was read from within the range
    hosted: bool = False


def find_anchor(span: Span, texts: Sequence[str], lines: dict[int, Line]) -> Anchor | None:
    """Where do the words of a span stand? None where nothing in the XML shows them.

    Word shows no comment in a text box, so words there are anchored at the drawing that holds them.
    """
    first, last = lines.get(span.first), lines.get(span.last)
    if first is None or last is None:
        return None
    start = _edge(first, texts[span.first], span.start, after=False)
    end = _edge(last, texts[span.last], span.end, after=True)
    if start is None or end is None:
        return None
    for edge in (start, end):
        drawing = _drawing_of(edge.element)
        if drawing is not None:
            return Anchor(Edge(drawing), Edge(drawing), (drawing,), hosted=True)
    inside = [one for number in range(span.first, span.last + 1) if number in lines for one in lines[number].sources]
    return Anchor(start, end, tuple(inside))


def _edge(line: Line, text: str, offset: int, *, after: bool) -> Edge | None:
    """The place before (or after) a character of a stretch's text; what numbering puts before it is no text."""
    places = tidy_places("".join(line.parts))
    number = offset - (len(text) - len(places)) - (1 if after else 0)
    if not places or number >= len(places):
        return None
    raw = places[max(number, 0)]
    for part, source in zip(line.parts, line.sources, strict=True):
        if raw < len(part):
            if source.tag != _TEXT:
                return Edge(source)
            return Edge(source, raw + 1 if after else raw)
        raw -= len(part)
    return None


def _drawing_of(element: etree._Element) -> etree._Element | None:
    """The run of the body that draws the text box that the element stands in; None outside text boxes."""
    path = [element, *element.iterancestors()]
    boxes = [number for number, one in enumerate(path) if one.tag == _BOX]
    if not boxes:
        return None
    found = None
    for one in path[boxes[-1] + 1 :]:
        if one.tag == _PARAGRAPH:
            break
        if one.tag in (_RUN, _ALTERNATE):
            found = one
    return found


def unwrap_controls(anchors: Iterable[Anchor]) -> None:
    """Take away the content controls (and smart tags) that a range begins, ends or runs in: their content stays.

    LibreOffice drops words from the page where a comment's range begins or ends inside a control, and the text of a
    control of whole paragraphs that a range runs over; in a smart tag it drops the range.
    """
    found: dict[etree._Element, None] = {}
    for anchor in anchors:
        for element in (anchor.start.element, anchor.end.element, *anchor.inside):
            for above in element.iterancestors(*_WRAPPERS):
                found[above] = None
    for control in found:
        content, parent = control.find(_CONTENT) if control.tag == _SDT else control, control.getparent()
        if content is not None and parent is not None:
            for child in list(content):
                if child.tag not in _ABOUT_WRAPPERS:
                    control.addprevious(child)
            parent.remove(control)


class Cutter:
    """Cuts runs at the edges of ranges, and says between which elements each edge then lies."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self._whole: dict[etree._Element, tuple[etree._Element, etree._Element]] = {}
        self._at: dict[tuple[etree._Element, int | str], tuple[etree._Element, tuple[int, int]]] = {}
        wanted: dict[etree._Element, set[tuple[int, int]]] = {}
        for anchor in anchors:
            for edge, after in ((anchor.start, False), (anchor.end, True)):
                run = edge.element.getparent()
                if edge.offset is None and (run is None or run.tag != _RUN):
                    self._whole[edge.element] = _ends_of(edge.element)
                elif run is not None:
                    place = _place_in(run, edge, after=after)
                    wanted.setdefault(run, set()).add(place)
                    self._at[_key(edge, after=after)] = (run, place)
        self._cut = {run: _cut(run, sorted(places)) for run, places in wanted.items()}

    def before(self, edge: Edge) -> etree._Element:
        """The element that a range beginning at the edge begins with."""
        if edge.element in self._whole:
            return self._whole[edge.element][0]
        run, place = self._at[_key(edge, after=False)]
        places, pieces = self._cut[run]
        return pieces[sum(one <= place for one in places)]

    def after(self, edge: Edge) -> etree._Element:
        """The element that a range ending at the edge ends with."""
        if edge.element in self._whole:
            return self._whole[edge.element][1]
        run, place = self._at[_key(edge, after=True)]
        places, pieces = self._cut[run]
        return pieces[sum(one < place for one in places)]


def _key(edge: Edge, *, after: bool) -> tuple[etree._Element, int | str]:
    side = "after" if after else "before"
    return edge.element, side if edge.offset is None else edge.offset


def _ends_of(element: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The first and the last element that a range over the whole of this one embraces."""
    if element.tag not in (_PARAGRAPH, _CONTENT):
        return element, element
    children = [child for child in element if child.tag != _PPR]
    return (children[0], children[-1]) if children else (element, element)


def _place_in(run: etree._Element, edge: Edge, *, after: bool) -> tuple[int, int]:
    """An edge as the number of a child of the run and an offset inside it; offset 0 is before the child."""
    number = run.index(edge.element)
    if edge.offset is None:
        return (number + 1, 0) if after else (number, 0)
    length = len(edge.element.text or "")
    return (number + 1, 0) if edge.offset >= length else (number, edge.offset)


def _cut(run: etree._Element, places: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[etree._Element]]:
    """Cut a run at these places: those at which there was something to cut, and the runs that it now is."""
    first = 1 if len(run) and run[0].tag == _LOOK else 0
    inner = [place for place in places if (first, 0) < place < (len(run), 0)]
    pieces = [run]
    for number, offset in reversed(inner):
        pieces.insert(1, _split(run, number, offset, first))
    return inner, pieces


def _split(run: etree._Element, number: int, offset: int, first: int) -> etree._Element:
    """Move what stands after a place in the run into a run of the same looks behind it."""
    right = copy.copy(run)
    for child in list(right)[first:]:
        right.remove(child)
    right.tail = None
    rest = list(run)[number:]
    if offset:
        text = rest[0].text or ""
        part = copy.copy(rest[0])
        rest[0].text, part.text, part.tail = text[:offset], text[offset:], None
        for one in (rest[0], part):
            one.set(_SPACE, "preserve")
        right.append(part)
        rest = rest[1:]
    right.extend(rest)
    run.addnext(right)
    return right
