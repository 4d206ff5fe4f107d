"""Patterns that are kept as data: lists of regular expressions, with <parts> in angle brackets that are given once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PART = re.compile(r"<([a-z][a-z ]*)>")


def joined(entries: Sequence[str | Mapping[str, Sequence[str]]], parts: Mapping[str, str]) -> str:
    """One expression for any of the entries: each an expression, or `words` that begin and end with a whole word."""
    one_each = (one if isinstance(one, str) else rf"\b(?:{'|'.join(one['words'])})\b" for one in entries)
    return _filled("|".join(one_each), parts)


def _filled(expression: str, parts: Mapping[str, str]) -> str:
    """An expression with its parts put in, and theirs."""
    while _PART.search(expression):
        expression = _PART.sub(lambda match: parts[match[1]], expression)
    return expression
