"""What OpenDocument styles say of paragraphs, of characters and of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.numbering import written
from ehcp_audit.reading.odt.names import FO, STYLE, TEXT

if TYPE_CHECKING:
    from lxml import etree

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, what it is based on included."""

    name: str = ""
    size: float | None = None
    bold: bool = False
    caps: bool = False
    struck: bool = False
    hidden: bool = False
    level: int | None = None
    list_style: str | None = None
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list."""

    bullet: bool
    form: str = "decimal"
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1  # how many levels' numbers are shown


class Looks:
    """The styles of one document, worked out when they are first asked for."""

    def __init__(self, *roots: etree._Element) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Look] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._default = Look()
        self.outline: dict[int, ListLevel] = {}
        for root in roots:
            for element in root.iter(STYLE + "style", STYLE + "default-style"):
                if element.tag == STYLE + "style":
                    self._elements.setdefault(element.get(STYLE + "name") or "", element)
                elif element.get(STYLE + "family") == "paragraph":
                    self._default = _with(Look(), element)
            for element in root.iter(TEXT + "list-style"):
                self._lists.setdefault(element.get(STYLE + "name") or "", _levels(element))
            for element in root.iter(TEXT + "outline-style"):
                self.outline = self.outline or _levels(element)

    def of(self, name: str | None, depth: int = 0) -> Look:
        """The look of the style with this name."""
        if name is None or name not in self._elements or depth > 30:
            return self._default
        known = self._known.get(name)
        if known is None:
            self._known[name] = self._default  # what a style that is based on itself finds
            element = self._elements[name]
            beneath = self.of(element.get(STYLE + "parent-style-name"), depth + 1)
            known = self._known[name] = _with(beneath, element)
        return known

    def over(self, beneath: Look, name: str | None) -> Look:
        """The look of a span: its own style over the text around it."""
        element = self._elements.get(name or "")
        return beneath if element is None else _with(beneath, element)

    def level(self, list_style: str | None, depth: int) -> ListLevel | None:
        """What a list of this style shows at a depth, from 1."""
        return self._lists.get(list_style or "", {}).get(depth)


def _with(beneath: Look, element: etree._Element) -> Look:
    """What a style adds to the one beneath it."""
    text = element.find(STYLE + "text-properties")
    said: dict[str, str] = {str(key): str(value) for key, value in text.attrib.items()} if text is not None else {}
    size, bold, caps, struck, hidden = beneath.size, beneath.bold, beneath.caps, beneath.struck, beneath.hidden
    italic = beneath.italic
    points = said.get(FO + "font-size", "")
    if points.endswith("pt"):
        try:
            size = float(points[:-2])
        except ValueError:
            size = beneath.size
    if FO + "font-weight" in said:
        bold = said[FO + "font-weight"] in ("bold", "600", "700", "800", "900")
    if FO + "font-style" in said:
        italic = said[FO + "font-style"] in ("italic", "oblique")
    if FO + "text-transform" in said or FO + "font-variant" in said:
        caps = said.get(FO + "text-transform") == "uppercase" or said.get(FO + "font-variant") == "small-caps"
    if STYLE + "text-line-through-style" in said:
        struck = said[STYLE + "text-line-through-style"] != "none"
    if TEXT + "display" in said:
        hidden = said[TEXT + "display"] == "none"
    outline = element.get(STYLE + "default-outline-level")
    return Look(
        (element.get(STYLE + "display-name") or element.get(STYLE + "name") or beneath.name)[:80],
        size,
        bold,
        caps,
        struck,
        hidden,
        int(outline) if outline and outline.isdigit() and 1 <= int(outline) <= 9 else beneath.level,
        element.get(STYLE + "list-style-name") or beneath.list_style,
        italic,
    )


def _levels(element: etree._Element) -> dict[int, ListLevel]:
    found = {}
    for one in element:
        depth = _whole(one.get(TEXT + "level"), 1)
        if str(one.tag).endswith(("level-style-bullet", "level-style-image")):
            found[depth] = ListLevel(True)
        elif one.get(STYLE + "num-format") is not None:
            found[depth] = ListLevel(
                False,
                _FORMS.get(one.get(STYLE + "num-format") or "", "decimal"),
                one.get(STYLE + "num-prefix") or "",
                one.get(STYLE + "num-suffix") or "",
                _whole(one.get(TEXT + "start-value"), 1),
                _whole(one.get(TEXT + "display-levels"), 1),
            )
    return found


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdigit() and len(value) < 6 else otherwise


class Counter:
    """How far the lists have counted."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._counts: dict[str, list[int]] = {}

    def begin(self, name: str, depth: int, element: etree._Element) -> None:
        """A list begins: from its start, unless it says that it goes on."""
        if element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list"):
            return
        counts = self._counts.setdefault(name, [])
        del counts[depth - 1 :]

    def next(self, name: str, depth: int, start: str | None = None) -> tuple[str, bool] | None:
        """What stands before the next item, and whether it is a bullet."""
        level = self._looks.level(name, depth)
        if level is None:
            return "•", True
        return self._shown(self._counts.setdefault(name, []), depth, level, self._looks.level, name, start)

    def heading(self, depth: int) -> tuple[str, bool] | None:
        """What stands before the next heading of this level."""
        level = self._looks.outline.get(depth)
        if level is None or level.form == "none":
            return None
        return self._shown(
            self._counts.setdefault("outline", []), depth, level, lambda _, at: self._looks.outline.get(at), "", None
        )

    def _shown(
        self, counts: list[int], depth: int, level: ListLevel, level_at: LevelAt, name: str, start: str | None
    ) -> tuple[str, bool] | None:
        if level.bullet:
            return "•", True
        while len(counts) < depth:
            above = level_at(name, len(counts) + 1)
            counts.append((above.start if above is not None else 1) - (1 if len(counts) == depth - 1 else 0))
        del counts[depth:]
        counts[depth - 1] = _whole(start, counts[depth - 1] + 1)
        shown = []
        for at in range(max(1, depth - level.shown + 1), depth + 1):
            one = level_at(name, at)
            shown.append(written(counts[at - 1], one.form if one is not None else "decimal"))
        number = ".".join(part for part in shown if part)
        return (f"{level.prefix}{number}{level.suffix}".strip(), False) if number else None


if TYPE_CHECKING:
    from collections.abc import Callable

    LevelAt = Callable[[str, int], ListLevel | None]
