"""An item's words piece by piece, so that every finding quotes exactly the words that stand in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ehcp_audit.checks.scanning import matches
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Field, Item, Passage
from ehcp_audit.rare import rarely


class Part(NamedTuple):
    """The item's own words, or one of its fields, and the passages they are made of."""

    name: str  # "own", or the field's name
    text: str
    passages: tuple[Passage, ...]

    def quote(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        """The spans as passages of the plan."""
        passages = self.passages
        if len(passages) == 1:
            return tuple([passages[0].cut(span.start, span.end) for span in spans])
        return tuple([piece for span in spans for piece in self._cut(span)])

    def found(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """Every place where the pattern stands in its text, as passages of the plan."""
        if len(self.passages) == 1:
            passage = self.passages[0]
            return tuple([passage.cut(*match.span()) for match in matches(passage, pattern)])
        return self.quote(Span(*match.span(), match.group()) for match in pattern.finditer(self.text))

    def _cut(self, span: Span) -> Iterator[Passage]:
        offset = 0
        for passage in self.passages:
            start, end = max(span.start - offset, 0), min(span.end - offset, len(passage.text))
            if start < end:
                yield passage.cut(start, end)
            offset += len(passage.text) + 1


def own(item: Item) -> Part:
    """The item's own words."""
    return Part("own", item.text, item.passages)


def parts(item: Item, *fields: str) -> tuple[Part, ...]:
    """The item's own words, then those of its fields that have one of these names."""
    named = (Part(field.name, field.passage.text, (field.passage,)) for field in item.fields if field.name in fields)
    if "how_often" not in fields:
        return (own(item), *named)
    counted = (
        Part("how_often", _with_unit(field), (field.passage,))
        for field in item.fields
        if field.name in ("minutes", "hours") or field.name.startswith("times a ")
    )
    return (own(item), *named, *counted)


def _with_unit(field: Field) -> str:
    """What a cell says under a unit: "40 minutes" of "40" under "Min"; "1 a month" under it as it stands."""
    text = field.passage.text
    return f"{text} {field.name}" if _BARE.fullmatch(text) else text


_BARE = rarely(r"\s*\d{1,3}(?:\.\d{1,2})?\s*")  # "1.5" under "Hours" too


def first(passages: Iterable[Passage], most: int = 5) -> tuple[Passage, ...]:
    """The first few: enough to show a caseworker what was meant."""
    kept: dict[Passage, None] = {}
    for passage in passages:
        kept[passage] = None
        if len(kept) == most:
            break
    return tuple(kept)
