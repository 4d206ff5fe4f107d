"""Why does a line end where it does: because the column is full, or because the writer began anew?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ehcp_audit.reading.pdf.lines import Row

_AFTER_HANGING = ("and ", "or ", "to ")  # "pre- and post-": the hyphen stands for a word to come
_ENDS = frozenset(".?!:")
_CLOSERS = "\"'”’)]»"
_OPENERS = "\"'“‘(["
_GOES_ON = frozenset(",;)&–(")  # what the rest of a sentence may begin with
_LEADS_ON = frozenset(",&–/(")  # what a line that breaks off may end with
_LEANING_WORDS = (
    "a an the and or but of to in on at by for from with without as that which who whose her his their its our my your "
    "is are was were be been will would can could should may must has have had not than into within between each every"
)
_LEANING = frozenset(_LEANING_WORDS.split())
_SENTENCE = re.compile(r"[.?!] ([A-Z][\w'’-]*)")
LABEL = re.compile(r"[A-Z][^.:;?!]{1,38}: (?![\"'‘“])")  # "Who will help: ..."
CHARGED = re.compile(  # "All teaching staff: to ...": they and their task, within a sentence's paragraph
    r"\b(?:staff|adults?|teachers?|assistants?|therapists?|mentors?|workers?|nurses?|psychologists?|parents?|trainers?|"
    r"co-?ordinators?|tutors?|SENCO|TAs?)\b",
    re.IGNORECASE,
)
_DIVIDERS = "\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?=-$)")
_ENDINGS = "tion tional ment ness ity ing ive able ible ical ance ence ship ist ists ism ology ery ary ory ful ed ly s"
_WORD_ENDS = tuple(_ENDINGS.split())


_MEASURED = 9  # lines of each size whose letters are measured


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return 540


_HELVETICA = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = _Widths(zip(map(chr, range(32, 127)), map(int, _HELVETICA.split()), strict=True))
"""Helvetica's letters in thousandths of its size: what other fonts do is near enough once a line gives the scale."""


@dataclass(slots=True)
class Column:
    """The space that lines were broken to fit into."""

    left: float
    right: float
    page: int
    ruled: bool = False  # a cell between ruling lines
    rights: dict[int, float] = field(default_factory=dict)  # where lines end that begin further in, by `step`

    def right_of(self, row: Row) -> float:
        """Where do lines end that begin where this one does?"""
        return self.rights.get(step(row.x0), self.right) if self.rights else self.right

    @property
    def slack(self) -> float:
        """How far may a line end from the right, where the words say that it goes on?"""
        return max(12.0, 0.18 * (self.right - self.left))


class Habits:
    """What the document does everywhere: how far apart its lines stand, and the words it uses."""

    def __init__(self) -> None:
        self._gaps: defaultdict[float, Counter[float]] = defaultdict(Counter)
        # gaps after full lines that end within a sentence
        self._wraps: defaultdict[float, Counter[float]] = defaultdict(Counter)
        self._leading: dict[float, float] = {}
        self._scales: dict[tuple[float, bool], list[float]] = {}
        self._scale: dict[tuple[float, bool], float] = {}
        self._texts: list[list[Row]] = []
        self._words: frozenset[str] | None = None
        self._openers: Counter[str] | None = None
        self._within: Counter[str] = Counter()
        self._all_openers = self._all_within = 0
        # Of free text and of cells, which are often set closer: how many sentences should end at a line's end by
        # chance, and after lines that end early, the size and how far the next one is.
        self._chances = [0.0, 0.0]
        self._ends: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
        self._close: list[int | None] = [None, None]  # how many of the ends have no room after them

    def learn(self, rows: list[Row], column: Column) -> None:
        """Take the lines of one column or cell into account."""
        self._texts.append(rows)
        self._measure(rows[0])
        ends = self._ends[column.ruled]
        for above, below in pairwise(rows):
            size = below.size
            gap = below.base - above.base
            if above.size == size and 0.9 * size <= gap <= 2.5 * size:
                if column.right - above.x1 < 0.25 * (column.right - column.left):
                    if not below.marker and not ended(above.text):
                        self._wraps[size][round(gap * 2) / 2] += 1
                    if (within := _sentences_begun(above.text)) > 0:
                        self._chances[column.ruled] += within / (above.text.count(" ") + 1)
                elif not below.marker and ended(above.text):
                    ends.append((size, gap))
                self._gaps[size][round(gap * 2) / 2] += 1

    def _measure(self, row: Row) -> None:
        """How wide are the letters of this font? A line or two of many words in each size tell."""
        known = self._scales.setdefault((row.size, row.bold), [])
        if len(known) < _MEASURED and not row.spread:
            letters = width_of(row.text)
            if letters:
                known.append((row.x1 - row.text_left) / letters)

    def scale(self, row: Row) -> float:
        """Points for a thousandth of Helvetica, in the letters of this line."""
        key = row.size, row.bold
        known = self._scale.get(key)
        if known is None:
            measured = sorted(self._scales.get(key, ()))
            known = self._scale[key] = measured[len(measured) // 2] if measured else row.size / 1000
        return known

    def leading(self, size: float) -> float:
        """The usual distance from line to line for this size of letters: the smallest that is seen often."""
        known = self._leading.get(size)
        if known is None:
            gaps = self._gaps.get(size)
            if gaps:
                often = max(gaps.values()) * 0.25
                known = min(gap for gap, times in gaps.items() if times >= often)
                wraps = self._wraps.get(size)
                if known > 1.7 * size and wraps:
                    # short paragraphs with room between them: their few broken lines tell better
                    known = min(known, wraps.most_common(1)[0][0])
            else:
                known = 1.25 * size
            self._leading[size] = known
        return known

    def tight(self, column: Column, size: float) -> float:
        """How likely is it that a sentence's end at the end of a full line is a paragraph's end? As odds.

        Short last lines with no room after them tell how often paragraphs end so; a last line is full about as often
        as a word is too long for what is left of it. Where sentences end within lines, some end at a line's end by
        chance: as many as one in the words of a line.
        """
        close = self._close[column.ruled]
        if close is None:
            close = sum(1 for one, gap in self._ends[column.ruled] if gap <= self.leading(one) + 0.1 * one + 0.3)
            self._close[column.ruled] = close
        full = min(0.5, 3.3 * size / max(column.right - column.left, size))
        return (close * full / (1 - full) + 0.5) / (self._chances[column.ruled] + 0.5)

    def opens(self, text: str) -> float:
        """Does a paragraph, rather than a sentence within one, begin with this word? As odds.

        Learnt from the words that open columns and cells and from those that follow a full stop within a line.
        """
        if self._openers is None:
            rows = [row for rows in self._texts for row in rows]
            self._openers = Counter(_first_word(rows[0].text) for rows in self._texts)
            self._openers.update(
                _first_word(below.text)
                for rows in self._texts
                for above, below in pairwise(rows)
                if ended(above.text) and below.base - above.base > self.leading(below.size) + 0.1 * below.size + 0.3
            )
            self._within = Counter(_SENTENCE.findall("\n".join([row.text for row in rows])))
            self._all_openers, self._all_within = self._openers.total() + 20, self._within.total() + 20
        word = _first_word(text)
        if word not in self._openers and word not in self._within:
            return 1.0
        opens = (self._openers[word] + 0.5) / self._all_openers
        within = (self._within[word] + 0.5) / self._all_within
        return min(20.0, max(0.1, opens / within))

    @property
    def words(self) -> frozenset[str]:
        """The words that stand whole inside the lines, in small letters: none at a line's end or beginning."""
        if self._words is None:
            texts = [row.text.partition(" ")[2].rpartition(" ")[0] for rows in self._texts for row in rows]
            self._words = frozenset(map(str.lower, set(_WORD.findall("\n".join(texts)))))
        return self._words


def _first_word(text: str) -> str:
    return text.partition(" ")[0].rstrip(":")


def _sentences_begun(line: str) -> int:
    """How many sentences begin within the line?"""
    if ". " in line or "? " in line or "! " in line:
        return len(_SENTENCE.findall(line))
    return 0


def step(x: float) -> int:
    """A position, coarse enough that lines which begin together have one."""
    return round(x / 3)


@lru_cache(maxsize=4096)  # words, most of which begin many lines
def width_of_word(word: str) -> int:
    """How wide is the word beside other text of its font?"""
    return sum(map(_WIDTHS.__getitem__, word))


def width_of(text: str) -> int:
    """How wide is the text beside other text of its font?"""
    return sum(map(_WIDTHS.__getitem__, text))


def fits(above: Row, below: Row, column: Column, habits: Habits) -> float:
    """How many points would be left, had the first word of the line below stood at the end of the line above?"""
    slack = column.right_of(above) - above.x1
    if slack < 3.0:
        return -1.0
    word = below.text.partition(" ")[0]
    if "-" in word[1:-1]:
        word = word[: word.index("-", 1) + 1]
    return slack - (width_of_word(word) + 278) * habits.scale(below)


def ended(text: str) -> bool:
    """Does the text end as a sentence or a label does?"""
    last = text[-1:]
    if last.isalpha():
        return False
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    return not last or last in _ENDS


def goes_on(text: str) -> bool:
    """Does the text begin as the rest of a sentence does?"""
    head = text[:1]
    if head in _OPENERS:
        head = text.lstrip(_OPENERS)[:1]
    return head.islower() or text[:1] in _GOES_ON


def expects_more(text: str) -> bool:
    """Does the text break off where no sentence ends: after a comma, an "and", a "the"?"""
    return text[-1:] in _LEADS_ON or text.rpartition(" ")[2] in _LEANING


def runs_on(above: Row, below: Row) -> bool:
    """Is the second line the rest of the first one's sentence, by their words?"""
    if above.wrapped:
        return True
    if ended(above.text):
        return False
    if goes_on(below.text) or expects_more(above.text):
        return True
    return below.text.lstrip(_OPENERS)[:1].isdigit() and above.text[-1].isalpha()


def divides_word(above: Row, below: Row, column: Column, habits: Habits) -> bool:
    """Did a cell too narrow for a word cut it in two, without a hyphen?

    The line above then holds one word and no room for another letter, and the document knows the whole word, or
    does not know its beginning.
    """
    if column.right - above.x1 > 0.9 * above.size or column.right - column.left > 16 * above.size:
        return False
    first, rest = above.text, _WORD.match(below.text)
    if first.isalnum() and not first.isalpha() and len(first) > 7 and below.text[0].isdigit():
        return True  # a number of many figures
    if not first.isalpha() or rest is None or not rest[0].islower() or len(first) < 4:
        return False
    words = habits.words
    return (first + rest[0]).lower() in words or (
        first.lower() not in words
        and len(rest[0]) <= 4
        and rest[0].lower() not in words
        and not first.lower().endswith(_WORD_ENDS)
    )


def hyphen_divides(above: Row, below: Row, habits: Habits) -> bool:
    """Does the hyphen at a line's end only divide a word, which the document knows whole?"""
    if above.text[-1:] != "-" or not below.text[:1].islower():
        return False
    first, rest = _LAST_WORD.search(above.text), _WORD.match(below.text)
    return first is not None and rest is not None and (first[0] + rest[0]).lower() in habits.words


def joined(above: str, below: str, wrapped: bool = False) -> str:
    """Two lines as one text: a word that a hyphen divides is one word again, its hyphen kept."""
    if not above or not below:
        return above or below
    if above[-1] in _DIVIDERS and above[-2:-1].isalpha() and below[0].islower():
        return above[:-1] + below  # a hyphen that is set only where a line ends
    if above[-1] in "-/" and above[-2:-1].isalnum() and (wrapped or not below.startswith(_AFTER_HANGING)):
        return above + below
    return above + below if below[0] in ",;" else f"{above} {below}"
