"""Phrases that a rubric gives, looked for as the shipped word lists are."""

from __future__ import annotations

from functools import lru_cache

from ehcp_audit.language.lexicon import Lexicon
from ehcp_audit.language.spans import Span, apart


@lru_cache(maxsize=64)
def _lexicon(phrases: tuple[str, ...]) -> Lexicon:
    return Lexicon(("phrases.given", {"words": phrase}) for phrase in phrases)


def find_phrases(text: str, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Where the phrases stand in the text, whatever the case, the quotes or the spaces."""
    seen = _lexicon(phrases).look(text)
    return apart(seen.span(hit.first, hit.last, "given") for hit in seen.find("phrases.given"))
