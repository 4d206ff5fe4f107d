"""Where the sentences of a paragraph begin and end, without a language model."""

from __future__ import annotations

import re
from functools import lru_cache

# Each begins with its mark, which is found at once.
_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)]{0,2}\s{1,4}(?=[\"'“‘(]?[A-Z0-9•]))")
_SHORT_WORDS = (
    *("e.g", "i.e", "eg", "ie", "Dr", "Mr", "Mrs", "Ms", "Miss", "Prof", "St", "approx", "No", "no", "vs", "etc"),
    *("p", "pp", "para", "c", "min", "mins", "hrs", "Yr", "Rev"),
)
# "... in section C. He ..."
_LETTERED = r"(?<!\b[Ss]ection\s)(?<!\b[Oo]utcome\s)(?<!\b[Aa]ppendix\s)(?<!\b[Pp]art\s)"
_SHORT = re.compile(
    rf"(?:\b(?:{'|'.join(map(re.escape, _SHORT_WORDS))})|{_LETTERED}\b[A-Z])\.[\"'”’)]{{0,2}}\s{{1,4}}$"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The start and end of each sentence; a line break ends one, "e.g." and "Dr." do not."""
    return list(_spans(text))


@lru_cache(maxsize=1024)  # a paragraph is looked at from several sides, and a plan holds some hundreds
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        start = match.start()
        asked = text[start] == "." and _may_be_short(text, start)
        if asked and _SHORT.search(text, max(begin, start - 12), match.end()) is not None:
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _may_be_short(text: str, end: int) -> bool:
    """A cheap question before the dear one: does the word that ends here look like one that is cut short?"""
    return text[end - 1 : end].isupper() or text.endswith(_SHORT_WORDS, 0, end)


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append((begin + left, begin + right))
