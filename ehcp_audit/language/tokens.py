"""One tokenisation of a text: words in lower case with their offsets, and every list entry that was hit.

The words are split here and handed to spaCy as a Doc over a bare Vocab, for its Matcher and PhraseMatcher; no English
pipeline and none of its tokeniser takes part, because plans write "30mins", "KS2", "1-to-1" and "self-\\nregulate"
where the rules must see the parts, and because that tokeniser is quadratic on long runs of punctuation.
Offsets are those of the text as given: every translation is one character for one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import vocabulary
from ehcp_audit.rare import rarely

_LIKE = {
    **dict.fromkeys("‘’ʼ`´′", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\r\u000b\u000c\u200b\ufeff", " "),
    **dict.fromkeys("•●▪◦·‣", ";"),
    "×": "x",
    "½": "½",
}
_TRANSLATION = str.maketrans(_LIKE)
_LONGEST_SENTENCE = 400  # words; a longer one is looked at in pieces, so that nothing grows faster than the text
_PLAIN_FIRST = rarely(r"[a-z]+(?= |$)")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u00ad][^\W\d_]+)*|[^\w\s]")


# Each begins with its letter, which is found at once; what stands before the letter is asked then.
_MISREAD = re.compile(r"I(?<=[a-z]I)I*(?=[a-z]|\b)|0(?<!\w0)(?=[fnr]\b)|O(?<=\dO)\b|l(?<!\wl)(?=\d)")
_MEANT = str.maketrans("I0Ol", "lo01")  # "wiII", "0f", "2O minutes", "l5 words", as scanning misreads them
_JOINED_LETTERS = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00ad": ""}
_WHOLE = str.maketrans(_JOINED_LETTERS)


def plain(text: str) -> str:
    """The text in lower case with plain quotes, dashes and spaces, each character where it stood.

    Letters that scanning takes for figures, and figures for letters, are put right where only one reading makes a word.
    """
    translated = _MISREAD.sub(lambda found: found.group().translate(_MEANT), text.translate(_TRANSLATION))
    lowered = translated.lower()
    if len(lowered) == len(translated):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in translated)


_SPELLINGS = {
    "tbe": "the",
    "tlie": "the",
    "tne": "the",
    "thc": "the",
    "witb": "with",
    "vvith": "with",
    "vvill": "will",
    "behavior": "behaviour",
    "behaviors": "behaviours",
    "behavioral": "behavioural",
    "center": "centre",
    "color": "colour",
    "colored": "coloured",
    "colors": "colours",
    "counselor": "counsellor",
    "counselors": "counsellors",
    "counseling": "counselling",
    "math": "maths",
    "organize": "organise",
    "organized": "organised",
    "organizer": "organiser",
    "personalized": "personalised",
    "individualized": "individualised",
    "program": "programme",
    "programs": "programmes",
    "practicing": "practising",
    "specialized": "specialised",
    "vocalize": "vocalise",
    "verbalize": "verbalise",
    "initialize": "initialise",
    "socialize": "socialise",
    "generalize": "generalise",
    "apologize": "apologise",
    "summarize": "summarise",
    "memorize": "memorise",
    "utilize": "use",
    "utilise": "use",
    "utilizing": "using",
    "utilising": "using",
}
_RESPELT = frozenset(word[:end] for word in _SPELLINGS for end in range(1, len(word) + 1))


def is_respelt(beginning: str) -> bool:
    """Does a word that begins so count as another?"""
    return beginning in _RESPELT


class Hit(NamedTuple):
    """An entry of a word list found in a text: tokens `first` to `last` (past the end), and the list's name."""

    first: int
    last: int
    list: str


@dataclass(frozen=True, slots=True)
class Look:
    """A text looked at once."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...] = (0,)  # the token that each sentence, cell or list line begins with
    hits: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def find(self, *names: str) -> tuple[Hit, ...]:
        """The hits of these lists in reading order, longest first where they overlap."""
        if len(names) == 1:
            return self.hits.get(names[0], ())
        found: tuple[Hit, ...] | None = self.memo.get(names)
        if found is None:
            found = self.memo[names] = longest(hit for name in names for hit in self.hits.get(name, ()))
        return found

    def under(self, prefix: str) -> tuple[Hit, ...]:
        """The hits of every list of one file, longest first where they overlap."""
        found: tuple[Hit, ...] | None = self.memo.get(prefix)
        if found is None:
            every = (hit for name, hits in self.hits.items() if name.startswith(prefix) for hit in hits)
            found = self.memo[prefix] = longest(every)
        return found

    def covered(self, *names: str) -> frozenset[int]:
        """The tokens inside hits of these lists; a name that ends in a dot is a whole file."""
        found: frozenset[int] | None = self.memo.get(("covered", names))
        if found is None:
            hits = (hit for name in names for hit in (self.under(name) if name.endswith(".") else self.find(name)))
            found = frozenset(place for hit in hits for place in range(hit.first, hit.last))
            self.memo["covered", names] = found
        return found

    def lasts(self, *names: str) -> frozenset[int]:
        """The tokens right after hits of these lists."""
        found: frozenset[int] | None = self.memo.get(("lasts", names))
        if found is None:
            found = self.memo["lasts", names] = frozenset(hit.last for hit in self.find(*names))
        return found

    def span(self, first: int, last: int, kind: str = "") -> Span:
        """The characters of tokens `first` to `last` (past the end)."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start, end, self.text[start:end], kind)

    def word(self, index: int) -> str:
        """The word at a place, or "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between the token before `index` and it: a line break ends a fragment."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.words) else ""

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence, table cell or list line that the token at `index` stands in."""
        place = bisect_right(self.sentences, index)
        last = self.sentences[place] if place < len(self.sentences) else len(self.words)
        return self.sentences[place - 1], last


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits without those that lie inside, or start inside, one found before or longer than them."""
    kept: list[Hit] = []
    last = -1
    for hit in sorted(hits, key=lambda one: (one.first, -one.last, one.list)):
        if hit.first >= last:
            kept.append(hit)
            last = hit.last
    return tuple(kept)


def split(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a text in lower case, with where each starts and ends.

    A hyphen inside a word or at a line's end is no token ("half-term" is "half term"); between numbers it is. A word
    broken at a line's end is one where the lists know it ("teach-" and "ing").
    """
    flat = plain(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    size = len(flat)
    broken = False
    for match in _TOKEN.finditer(flat):
        word, start, end = match.group(), match.start(), match.end()
        if word == "-" and start > 0 and end < size and _joins(flat, start, end):
            broken = _at_line_end(flat, end)
            continue
        if not word.isascii():
            word = word.translate(_WHOLE)
        if broken:
            broken = False
            if words[-1] + word in vocabulary():
                words[-1] += word
                ends[-1] = end
                continue
        words.append(_SPELLINGS.get(word, word))
        starts.append(start)
        ends.append(end)
    return words, starts, ends


def first_word(text: str) -> str:
    """The first word of `split(text)`; the rest is not split where the first is plain letters and a space follows."""
    plainly = _PLAIN_FIRST.match(text)
    if plainly is None:
        return split(text)[0][0]
    return _SPELLINGS.get(plainly.group(), plainly.group())


def sentence_starts(text: str, words: list[str], starts: list[int], ends: list[int]) -> tuple[int, ...]:
    """The token that each sentence, table cell or list line begins with."""
    found = [0]
    for index in range(1, len(words)):
        if index - found[-1] >= _LONGEST_SENTENCE:
            found.append(index)
            continue
        before = words[index - 1]
        if before in {"!", "?", ";"}:
            found.append(index)
            continue
        start = starts[index]
        if before == ".":
            initial = index >= 2 and len(words[index - 2]) == 1 and words[index - 2].isalpha()
            if not initial and not text[start].islower() and text[start] not in ",;:)":
                found.append(index)
            continue
        if start > ends[index - 1] + 1 or text[ends[index - 1] : start] in {"\t", "\n"}:
            gap = text[ends[index - 1] : start]
            if "\t" in gap or ("\n" in gap and (not text[start].islower() or "\n\n" in gap)):
                found.append(index)
    return tuple(found)


def _joins(flat: str, start: int, end: int) -> bool:
    before, after = flat[start - 1], flat[end]
    if before.isalpha() and _at_line_end(flat, end):
        return True
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _at_line_end(flat: str, end: int) -> bool:
    return flat[end] == "\n" or flat.startswith(" \n", end)
