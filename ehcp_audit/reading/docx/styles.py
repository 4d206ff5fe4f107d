"""What a paragraph or a run looks like: Word's styles with what they are based on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import VAL, W, on

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look. None: whatever stands beneath decides."""

    size: float | None = None
    bold: bool | None = None
    caps: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    italic: bool | None = None

    def over(self, beneath: Look) -> Look:
        """This look where it says something, the other where it does not."""
        return Look(
            beneath.size if self.size is None else self.size,
            beneath.bold if self.bold is None else self.bold,
            beneath.caps if self.caps is None else self.caps,
            beneath.struck if self.struck is None else self.struck,
            beneath.hidden if self.hidden is None else self.hidden,
            beneath.italic if self.italic is None else self.italic,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits."""

    id: str = ""
    name: str = ""
    look: Look = Look()
    level: int | None = None  # heading level, from 1
    number: str | None = None  # numId of its list
    number_level: int = 0
    indent: float | None = None


PLAIN = Look()
NONE = Style()
_BASED_ON, _NAME, _LOOK, _PARAGRAPH = W + "basedOn", W + "name", W + "rPr", W + "pPr"
_NUMBER_ID, _LEVEL = W + "numId", W + "ilvl"
_OUTLINE, _NUMBER, _INDENT = W + "outlineLvl", W + "numPr", W + "ind"


def _size(element: etree._Element, look: dict[str, float | bool | None]) -> None:
    value = element.get(VAL)
    if value is not None and len(value) < 8:
        try:
            look["size"] = float(value) / 2
        except ValueError:
            return


def _switch(name: str) -> Callable[[etree._Element, dict[str, float | bool | None]], None]:
    def turn(element: etree._Element, look: dict[str, float | bool | None]) -> None:
        look[name] = on(element.get(VAL))

    return turn


_LOOKS = {
    W + "sz": _size,
    W + "b": _switch("bold"),
    W + "caps": _switch("caps"),
    W + "smallCaps": _switch("caps"),
    W + "strike": _switch("struck"),
    W + "dstrike": _switch("struck"),
    W + "vanish": _switch("hidden"),
    W + "i": _switch("italic"),
}
_STYLE = W + "rStyle"


def look_of(properties: etree._Element, styles: Styles) -> Look:
    """The look that a `w:rPr` sets, its character style beneath it."""
    said: dict[str, float | bool | None] = {}
    style: Look | None = None
    for child in properties:
        tag = child.tag
        if tag in _LOOKS:
            _LOOKS[tag](child, said)
        elif tag == _STYLE:
            style = styles.of(child.get(VAL)).look
    if not said:
        return style or PLAIN
    look = Look(**said)  # type: ignore[arg-type]
    return look.over(style) if style else look


class Styles:
    """The styles of one document, worked out when they are first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._paragraphs: dict[str | None, Style] = {}
        self._beneath = PLAIN
        self._default: str | None = None
        if root is None:
            return
        default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if default is not None:
            self._beneath = look_of(default, self)
        for element in root.iterchildren(W + "style"):
            name = element.get(W + "styleId")
            if not name:
                continue
            self._elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = name

    def of(self, name: str | None) -> Style:
        """The style with this id; an id that the document does not define looks like nothing special."""
        return self._worked_out(name, 0) if name is not None else NONE

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph, the document's defaults beneath it."""
        known = self._paragraphs.get(name)
        if known is None:
            known = self.of(name if name in self._elements else self._default)
            known = self._paragraphs[name] = replace(known, look=known.look.over(self._beneath))
        return known

    def _worked_out(self, name: str, depth: int) -> Style:
        known = self._known.get(name)
        if known is not None:
            return known
        element = self._elements.get(name)
        if element is None or depth > 30:
            return NONE
        self._known[name] = NONE  # what a style that is based on itself finds
        parts = {child.tag: child for child in element}
        based_on = parts.get(_BASED_ON)
        beneath = self._worked_out(based_on.get(VAL) or "", depth + 1) if based_on is not None else NONE
        called = parts.get(_NAME)
        title = (called.get(VAL) or "")[:80] if called is not None else ""
        look = parts.get(_LOOK)
        level, number, number_level, indent = beneath.level, beneath.number, beneath.number_level, beneath.indent
        for said in parts.get(_PARAGRAPH, ()):
            tag = said.tag
            if tag == _OUTLINE:
                found = outline(said)
                level = level if found is None else found or None
            elif tag == _NUMBER:
                list_name, list_depth = number_of(said)
                number, number_level = number if list_name is None else list_name, list_depth or 0
            elif tag == _INDENT:
                shifted = indent_of(said)
                indent = indent if shifted is None else shifted
        if level is None and (heading := _HEADING.match(title)):
            level = int(heading[1])
        own = look_of(look, self).over(beneath.look) if look is not None else beneath.look
        self._known[name] = style = Style(name, title, own, level, number, number_level, indent)
        return style


def outline(element: etree._Element) -> int | None:
    """The heading level that a `w:outlineLvl` sets, from 1; 0 where it says body text; None where it says nothing."""
    value = element.get(VAL)
    if value is None or not value.isdigit() or len(value) > 2:
        return None
    return int(value) + 1 if int(value) < 9 else 0


def number_of(element: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level (from 0) that a `w:numPr` names."""
    name = depth = None
    for child in element:
        if child.tag == _NUMBER_ID:
            name = child.get(VAL)
        elif child.tag == _LEVEL:
            value = child.get(VAL) or ""
            depth = min(int(value), 8) if value.isdigit() and len(value) < 3 else None
    return name, depth


def indent_of(element: etree._Element) -> float | None:
    """The left indent that a `w:ind` sets, in points."""
    value = element.get(W + "left") or element.get(W + "start")
    if value is None or len(value) > 8:
        return None
    try:
        return float(value) / 20
    except ValueError:
        return None
