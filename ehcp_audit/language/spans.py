"""A found piece of a text: where it stands, what stands there, and what it was taken for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Exactly `text[start:end]` of the text that was asked about, from 0; `kind` says what it was taken for."""

    start: int
    end: int
    text: str
    kind: str = ""


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in reading order without those that overlap one that starts earlier, or is longer from there."""
    kept: list[Span] = []
    last = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.kind)):
        if span.start >= last:
            kept.append(span)
            last = span.end
    return tuple(kept)


class Taken:
    """Stretches of a text that are spoken for, asked about in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = apart(spans)
        self._starts = [span.start for span in self._spans]

    def overlaps(self, start: int, end: int) -> bool:
        """Does any of them share a character with this stretch?"""
        place = bisect_right(self._starts, start)
        if place and self._spans[place - 1].end > start:
            return True
        return place < len(self._spans) and self._starts[place] < end
