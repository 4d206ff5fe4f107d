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

    def over(self, beneath: Look) -> Look:
        """This look where it says something, the other where it does not."""
        return Look(
            beneath.size if self.size is None else self.size,
            beneath.bold if self.bold is None else self.bold,
            beneath.caps if self.caps is None else self.caps,
            beneath.struck if self.struck is None else self.struck,
            beneath.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits."""

    name: str = ""
    look: Look = Look()
    level: int | None = None  # heading level, from 1
    number: str | None = None  # numId of its list
    number_level: int = 0
    indent: float | None = None


PLAIN = Look()


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
        self._known: dict[str | None, Style] = {}
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
        if name not in self._known:
            self._known[name] = self._worked_out(name, ())
        return self._known[name]

    def paragraph(self, name: str | None) -> Style:
        """The style of a paragraph, the document's defaults beneath it."""
        key = f"paragraph:{name}"
        if key not in self._known:
            style = self.of(name if name in self._elements else self._default)
            self._known[key] = replace(style, look=style.look.over(self._beneath))
        return self._known[key]

    def _worked_out(self, name: str | None, seen: tuple[str, ...]) -> Style:
        element = self._elements.get(name) if name else None
        if element is None or name is None or name in seen or len(seen) > 30:
            return Style()
        based_on = element.find(W + "basedOn")
        beneath = self._worked_out(based_on.get(VAL), (*seen, name)) if based_on is not None else Style()
        called = element.find(W + "name")
        style = replace(beneath, name=(called.get(VAL) or "")[:80] if called is not None else "")
        look = element.find(W + "rPr")
        if look is not None:
            style = replace(style, look=look_of(look, self).over(beneath.look))
        paragraph = element.find(W + "pPr")
        if paragraph is not None:
            style = _with_paragraph(style, paragraph)
        if heading := _HEADING.match(style.name):
            style = replace(style, level=style.level or int(heading[1]))
        return style


def _with_paragraph(style: Style, properties: etree._Element) -> Style:
    """The style with what its `w:pPr` adds: level, list, indent."""
    heading = properties.find(W + "outlineLvl")
    level = outline(heading) if heading is not None else None
    if level is not None:
        style = replace(style, level=level or None)
    number = properties.find(W + "numPr")
    if number is not None:
        name, depth = number_of(number)
        style = replace(style, number=name if name is not None else style.number, number_level=depth or 0)
    shifted = properties.find(W + "ind")
    indent = indent_of(shifted) if shifted is not None else None
    return style if indent is None else replace(style, indent=indent)


def outline(element: etree._Element) -> int | None:
    """The heading level that a `w:outlineLvl` sets, from 1; 0 where it says body text; None where it says nothing."""
    value = element.get(VAL)
    if value is None or not value.isdigit() or len(value) > 2:
        return None
    return int(value) + 1 if int(value) < 9 else 0


def number_of(element: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level (from 0) that a `w:numPr` names."""
    name = element.find(W + "numId")
    depth = element.find(W + "ilvl")
    value = depth.get(VAL) if depth is not None else None
    return (
        name.get(VAL) if name is not None else None,
        min(int(value), 8) if value is not None and value.isdigit() and len(value) < 3 else None,
    )


def indent_of(element: etree._Element) -> float | None:
    """The left indent that a `w:ind` sets, in points."""
    value = element.get(W + "left") or element.get(W + "start")
    if value is None or len(value) > 8:
        return None
    try:
        return float(value) / 20
    except ValueError:
        return None
