"""YAML read into plain data that remembers where each key and value stands.

Nothing in the text can make an object, run code or grow: tags, anchors and aliases are refused where they stand,
duplicate keys too, and depth and size are limited. Numbers stay exact (int or Decimal, never a float), and only
`true`, `false` and `null` are special words, as in YAML 1.2, so that `no` and `on` are what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

Path = tuple[str | int, ...]

MOST_BYTES = 2 * 1024 * 1024
MOST_LEVELS = 12

_WHOLE = re.compile(r"[-+]?[0-9]{1,18}\Z")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong in a file, at a line and a column that both count from 1."""

    line: int
    column: int
    message: str
    file: str = ""  # the rubric that it stands in, where that is not the one asked for but one that it extends

    def under(self, name: str) -> str:
        """The line to print: `file:line:column: what is wrong`."""
        return f"{self.file or name}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of a rubric that extends another comes from: the other's name, its text, and the place in it."""

    file: str
    read: Positioned
    path: Path


@dataclass(slots=True)
class Positioned:
    """The data of one YAML file, where each part of it stands, and what was wrong already."""

    data: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    origins: dict[Path, Origin] = field(default_factory=dict)

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value (or the key) at `path`, or of the nearest thing around it."""
        while True:
            for found in (self.keys, self.values) if key else (self.values, self.keys):
                if path in found:
                    return found[path]
            if not path:
                return (1, 1)
            path = path[:-1]

    def where(self, path: Path, *, key: bool = False) -> tuple[str, int, int]:
        """File ("" for this one), line and column of what stands at `path`, here or in the rubric that it extends."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.keys or path[:length] in self.values:
                break
            if origin := self.origins.get(path[:length]):
                file, line, column = origin.read.where((*origin.path, *path[length:]), key=key)
                return file or origin.file, line, column
        return ("", *self.place(path, key=key))

    def note(self, path: Path, message: str, *, key: bool = False) -> None:
        """Keep a mistake that stands at `path`."""
        file, line, column = self.where(path, key=key)
        self.mistakes.append(Mistake(line, column, message, file))


def read_positioned(content: bytes) -> Positioned:
    """What does this YAML hold, and where? Mistakes are collected in the answer; `data` is None after a fatal one."""
    read = Positioned()
    if len(content) > MOST_BYTES:
        read.mistakes.append(
            Mistake(1, 1, f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB; a rubric never is")
        )
        return read
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        read.mistakes.append(Mistake(line, column, "this is not UTF-8 text; save the file as UTF-8"))
        return read
    try:
        _Builder(read).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        read.mistakes.append(Mistake(line, column, f"this is not YAML: {error.problem or 'it cannot be read'}"))
        read.data = None
    except yaml.YAMLError as error:
        at = getattr(error, "position", 0) or 0
        read.mistakes.append(Mistake(text.count("\n", 0, at) + 1, 1, "a character here may not stand in YAML"))
        read.data = None
    return read


class _Builder:
    """Turns the parser's events into data, so that nothing is ever constructed from a tag or an alias."""

    def __init__(self, read: Positioned) -> None:
        self.read = read

    def build(self, events: Iterator[Any]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                continue
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._mistake(event, "a second document starts here; a rubric is one document")
                    return
                continue
            self.read.data = self._value(event, events, ())

    def _mistake(self, event: Any, message: str) -> None:
        self.read.mistakes.append(Mistake(*_place(event), message))

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        self.read.values.setdefault(path, _place(event))
        if isinstance(event, yaml.AliasEvent):
            self._mistake(event, f"'*{event.anchor}' is an alias, which rubrics do not use; write the value out")
            return None
        if event.anchor:
            self._mistake(event, f"'&{event.anchor}' is an anchor, which rubrics do not use; take it away")
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._mistake(event, f"the tag '{event.tag}' is not allowed; write plain text, numbers, lists and mappings")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= MOST_LEVELS:
            self._mistake(event, f"nested more than {MOST_LEVELS} levels deep")
            self._skip(events)
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path)
        return self._mapping(events, path)

    def _list(self, events: Iterator[Any], path: Path) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._mistake(event, "a key must be plain text")
                if not isinstance(event, yaml.AliasEvent):
                    self._skip(events)
                self._value(next(events), events, (*path, "?"))
                continue
            key = str(event.value)
            inner = (*path, key)
            if key in mapping:
                before = self.read.keys[inner][0]
                self._mistake(event, f"the key '{key}' stands twice, first in line {before}; keep one of them")
                self._value(next(events), events, (*path, f"{key}?"))
                continue
            self.read.keys[inner] = _place(event)
            mapping[key] = self._value(next(events), events, inner)
        return mapping

    def _skip(self, events: Iterator[Any]) -> None:
        depth = 1
        for event in events:
            if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                depth += 1
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                depth -= 1
                if not depth:
                    return


def _place(event: Any) -> tuple[int, int]:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


def _scalar(event: Any) -> Any:
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if _WHOLE.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return Decimal(text)
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
