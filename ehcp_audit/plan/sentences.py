"""Where the sentences of a paragraph begin and end, without a language model."""

from __future__ import annotations

import re
from functools import lru_cache

# Each begins with its mark, which is found at once.
_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)]{0,2}\s{1,4}(?=[\"'“‘(]?[A-Z0-9•]))")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|eg|ie|Dr|Mr|Mrs|Ms|Miss|Prof|St|approx|No|no|vs|etc|p|pp|para|c|min|mins|hrs|Yr|Rev)|\b[A-Z])\.[\"'”’)]{0,2}\s{1,4}$"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The start and end of each sentence; a line break ends one, "e.g." and "Dr." do not."""
    return list(_spans(text))


@lru_cache(maxsize=256)  # a paragraph is looked at from several sides, one after the other
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        if match.group() != "\n" and _SHORT.search(text, max(begin, match.start() - 12), match.end()):
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append((begin + left, begin + right))
