"""Names one slip of the pen away: "Oluwasuen" for Oluwaseun."""

from __future__ import annotations

from ehcp_audit.privacy.forms import Forms
from ehcp_audit.privacy.tokens import Word
from ehcp_audit.privacy.words import acronyms, is_in_use, is_plain, known_capitals, one_letter_apart

LONG_ENOUGH = 5


def near_miss(word: Word, forms: Forms) -> frozenset[int]:
    """Whose name of five letters or more is this word but for one letter? An ordinary word is nobody's."""
    if len(word.folded) < LONG_ENOUGH - 1 or not _could_be_slip(word):
        return frozenset()
    found: frozenset[int] = frozenset()
    for length in (len(word.folded) - 1, len(word.folded), len(word.folded) + 1):
        if length < LONG_ENOUGH - 1:
            continue
        for name in forms.by_length.get(length, ()):
            long = length >= LONG_ENOUGH or (name[0] == word.folded[0] and not word.opens)
            if is_plain(name) and is_in_use(word.folded):
                continue
            if long and one_letter_apart(name, word.folded):
                found |= forms.tokens[name]
    return found


def _could_be_slip(word: Word) -> bool:
    """Is it no word that is in use? Inside a sentence a capital says enough: "Stubs" for Stubbs."""
    if not word.capital or word.folded in known_capitals() or (word.caps and word.folded in acronyms()):
        return False
    return not is_in_use(word.folded) or (not word.opens and not word.caps and len(word.folded) >= LONG_ENOUGH)
