"""A text as words that know their capitals, their neighbours and whether they begin a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ehcp_audit.privacy.words import fold, is_plain, word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ`´][sS]$")
_OPENS = frozenset('.!?:;•–—|("“[/\t\n*>▪■-…')
_BLANKS = " \u00a0'‘’\u200b"
_FAR = 300
_SMALL = word_set("tokens.small")
_SENTENCE = word_set("tokens.sentence")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, without a possessive ending. `folded` has neither case nor accents."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    caps: bool  # all of it in capitals, two letters at least
    opens: bool  # begins a sentence, a cell or a quotation
    owns: bool  # "'s" follows

    @property
    def plain(self) -> bool:
        """Is it an ordinary word, whatever its capitals?"""
        return is_plain(self.folded)


def words_in(text: str) -> list[Word]:
    """The words of a text in order."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        owner = _POSSESSIVE.search(match.group())
        if owner is not None:
            end = start + owner.start()
        word = text[start:end]
        at = start
        while at > 0 and text[at - 1] in _BLANKS:
            at -= 1
        opens = at == 0 or text[at - 1] in _OPENS
        if opens and at > 0 and text[at - 1] == "-":
            opens = at < start or at == 1 or not text[at - 2].isalpha()
        if opens and at > 0 and text[at - 1] == "\n" and _runs_on(text, at - 1):
            opens = False
        if opens and at > 0 and text[at - 1] == "." and _is_initial(text, at - 1):
            opens = False
        owns = owner is not None or (word[-1:] in "sS" and text[end : end + 1] in ("'", "’"))
        capitals = [one for one in word if one.isupper()]
        found.append(
            Word(start, end, word, fold(word), word[:1].isupper(), len(capitals) == _letters(word) > 1, opens, owns)
        )
    return found


def _runs_on(text: str, newline: int) -> bool:
    """Does the sentence go on over this line break? It does after a small letter or a comma."""
    before = text[max(0, newline - 4) : newline].rstrip()[-1:]
    return before.islower() or before == ","


def _letters(word: str) -> int:
    return sum(one.isalpha() for one in word)


def _is_initial(text: str, dot: int) -> bool:
    """Is the full stop that of an initial or a title ("J. Smith", "Mr. Smith")?"""
    begin = dot
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:dot]
    return (len(word) == 1 and word.isupper()) or word in ("Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Revd", "Cllr", "St")


def is_titled(text: str) -> bool:
    """Is the line written as a title, most of its words with a capital ("Cognition and Learning Needs")?"""
    if text.rstrip().endswith((".", "!", "?")):
        return False
    all_words = _WORD.findall(text)
    if all_words and all_words[0].lower() in _SENTENCE:
        return False
    rest = [word for word in all_words if word.lower() not in _SMALL][1:]
    return bool(rest) and 3 * sum(word[:1].isupper() for word in rest) >= 2 * len(rest)


def line_around(text: str, at: int) -> str:
    """The line or cell of the text that holds this place; of a long one what is near."""
    begin, end = at, at
    first, last = max(0, at - _FAR), min(len(text), at + _FAR)
    while begin > first and text[begin - 1] != "\t" and (text[begin - 1] != "\n" or _runs_on(text, begin - 1)):
        begin -= 1
    while end < last and text[end] != "\t" and (text[end] != "\n" or _runs_on(text, end)):
        end += 1
    return text[begin:end]
