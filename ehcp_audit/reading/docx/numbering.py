"""The numbers that Word shows before paragraphs and stores nowhere: counted again from numbering.xml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.reading.docx.names import VAL, W, on
from ehcp_audit.reading.docx.styles import indent_of

if TYPE_CHECKING:
    from lxml import etree

_PLACE = re.compile(r"%([1-9])")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    joined: bool = False  # no space between number and text
    plain_numbers: bool = False  # every number as a decimal ("legal" numbering)
    restart: int | None = None  # the level (from 1) whose number starts this one again; 0: none does
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph."""

    text: str  # "1.2", "(a)", "•"
    bullet: bool
    joined: bool = False
    indent: float | None = None


def written(number: int, form: str) -> str:
    """A number as a list shows it: 4 as "4", "04", "d", "D", "iv", "4th" ..."""
    number = max(0, min(number, 30_000))
    if form in ("lowerLetter", "upperLetter") and number:
        turn, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) * min(turn + 1, 10)
        return text.upper() if form == "upperLetter" else text
    if form in ("lowerRoman", "upperRoman") and number:
        text = ""
        left = number % 4000
        for value, sign in _ROMAN:
            times, left = divmod(left, value)
            text += sign * times
        return text.upper() if form == "upperRoman" else text
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return "" if form == "none" else str(number)


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}  # a list that only names a numbering style
        self._of_style: dict[str, str] = {}  # numbering style -> the list that defines it
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._levels_of: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self.by_style: dict[str, tuple[str, int]] = {}  # paragraph style -> list and level, where only the list says so
        if root is not None:
            self._learn(root)

    def _learn(self, root: etree._Element) -> None:
        for element in root.iterchildren(W + "abstractNum"):
            name = element.get(W + "abstractNumId") or ""
            self._abstract[name] = {depth: level for depth, level, _ in map(_level, element.iterchildren(W + "lvl"))}
            link, defines = element.find(W + "numStyleLink"), element.find(W + "styleLink")
            if link is not None:
                self._linked[name] = link.get(VAL) or ""
            if defines is not None:
                self._of_style[defines.get(VAL) or ""] = name
        styles_of: dict[str, list[tuple[str, int]]] = {}
        for element in root.iterchildren(W + "abstractNum"):
            for depth, _, style in map(_level, element.iterchildren(W + "lvl")):
                if style:
                    styles_of.setdefault(element.get(W + "abstractNumId") or "", []).append((style, depth))
        for element in root.iterchildren(W + "num"):
            self._learn_list(element, styles_of)

    def _learn_list(self, element: etree._Element, styles_of: dict[str, list[tuple[str, int]]]) -> None:
        name, abstract = element.get(W + "numId") or "", element.find(W + "abstractNumId")
        if abstract is None:
            return
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            depth = _number(override.get(W + "ilvl"), 0)
            start, level = override.find(W + "startOverride"), override.find(W + "lvl")
            if level is not None:
                levels[depth] = _level(level)[1]
            if start is not None:
                starts[depth] = _number(start.get(VAL), 1)
        base = abstract.get(VAL) or ""
        base = self._of_style.get(self._linked.get(base, ""), base)
        self._lists[name] = (base, levels, starts)
        for style, depth in styles_of.get(base, ()):
            self.by_style.setdefault(style, (name, depth))

    def next(self, name: str, depth: int) -> Marker | None:
        """Count one more paragraph of a list; what stands before it? None for a list that is not defined."""
        if name not in self._lists:
            return None
        base, own, starts = self._lists[name]
        if name not in self._levels_of:
            self._levels_of[name] = {**self._abstract.get(base, {}), **own}
        levels = self._levels_of[name]
        level = levels.get(depth)
        if level is None:
            return None
        if level.format == "bullet":
            return Marker("•", True, indent=level.indent)
        counts = self._counts.setdefault(base, {})
        if depth in starts and (name, depth) not in self._started:
            self._started.add((name, depth))
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [one for one in counts if one > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < depth + 1 <= restart:
                del counts[deeper]
        return Marker(self._shown(level, levels, counts), False, level.joined, level.indent)

    def _shown(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        def number(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            one = levels.get(depth, Level())
            form = "decimal" if level.plain_numbers and one.format != "none" else one.format
            return written(counts.get(depth, one.start), form)

        return _PLACE.sub(number, level.text).strip()


def _level(element: etree._Element) -> tuple[int, Level, str | None]:
    """A `w:lvl`: its depth from 0, what it says, and the paragraph style that it is tied to."""
    said = {child.tag: child for child in element}

    def value(name: str) -> str | None:
        child = said.get(W + name)
        return child.get(VAL) if child is not None else None

    legal = said.get(W + "isLgl")
    form = value("numFmt") or "decimal"
    restart = value("lvlRestart")
    properties = said.get(W + "pPr")
    shifted = properties.find(W + "ind") if properties is not None else None
    level = Level(
        start=_number(value("start"), 0 if value("start") is not None else 1),
        format="bullet" if form == "bullet" or said.get(W + "lvlPicBulletId") is not None else form,
        text=(value("lvlText") or "")[:100],
        joined=value("suff") == "nothing",
        plain_numbers=legal is not None and on(legal.get(VAL)),
        restart=_number(restart, 0) if restart is not None else None,
        indent=indent_of(shifted) if shifted is not None else None,
    )
    return _number(element.get(W + "ilvl"), 0), level, value("pStyle")


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdigit() and len(value) < 6 else otherwise
