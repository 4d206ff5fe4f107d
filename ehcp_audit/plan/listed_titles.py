"""Titles of a council's own, learnt from the list of contents that says which section each stands for.

"Section F | What will be done at school" at the front of a plan tells what the line "What will be done at school"
opens in its body, where the letter is drawn, or has been lost. The list itself is then none of the sections.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ehcp_audit.plan.headings import LONGEST_HEADING, covers
from ehcp_audit.plan.labels import code_of, find_trailing_label, may_end_in_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.learnt import NO_TITLES, Learnt
from ehcp_audit.plan.page_numbers import without_page
from ehcp_audit.plan.vocabulary import title_in_full, title_key
from ehcp_audit.rare import rarely

FEWEST_LISTED = 8  # sections that a list of contents names
FEWEST_FOUND = 5  # of its titles that stand over words elsewhere
LEAST_UNDER = 40  # characters under a title that opens a section
_SHARE = 0.5  # of the titles listed
_GAP = 1  # stretches between two entries: the head of the table again, a page's number
_LONGEST = 110  # characters of a title
_MOST_CELLS = 4
_CODE = r"(?:H\s?[-.(]?\s?(?:1|2|ii|i)\)?|[A-K])"
_WORD = r"(?:(?:[Ss]ections?|SECTIONS?|[Pp]art|PART)\s{1,2})?"
_CODES = rf"\(?{_CODE}(?:\s{{0,2}}(?:[|,/&+]|and|AND)\s{{0,2}}{_WORD}{_CODE}){{0,4}}\)?"  # "C / Section G"
_LABEL = re.compile(rf"[^\w(]{{0,4}}{_WORD}(?P<codes>{_CODES})")
_BETWEEN = re.compile(r"\s{0,3}(?:[:.|–—-]\s{0,3}|\s(?=\S))")
_ENDS = (")", "]", "i", "H", *"ABCDEFGIJK")  # of a line that ends in a label, without its figures
_ONE_CODE = rarely(rf"(?<![A-Za-z]){_CODE}(?![A-Za-z])")
_LEADS = rarely(r"[\s.…_·]{0,80}\(\s?(?:(?:this|which) is|=|see|in)\s(?=(?:[Ss]ection|[Pp]art)\b)")
"""Dots before a label in a sentence of its own: "Who I am ........ (this is Section A)"."""
_PAGE = rarely(r"(?:[Pp]ages?|[Pp]p?\.)?\s{0,2}\d{1,3}(?:\s{0,2}[–-]\s{0,2}\d{1,3})?")


class Listed(NamedTuple):
    """What a list of contents taught: its titles, and where it begins and ends in the text."""

    titles: Learnt
    begin: int
    end: int

    def holds(self, layout: Layout, index: int) -> bool:
        """Does a stretch stand in the list?"""
        return self.begin <= layout.starts[index] < self.end


class _Entry(NamedTuple):
    codes: tuple[str, ...]
    title: str
    first: int
    last: int


NOTHING = Listed(NO_TITLES, 0, 0)


def listed_titles(layout: Layout) -> Listed:
    """What the document's own list of contents teaches; nothing where it has none, or all its titles are known."""
    for run in _runs(layout):
        titles = _titles(run)
        own = not all(_is_known(key, codes) for key, codes in titles.items())
        if own and _stand_elsewhere(layout, titles, run[0].first, run[-1].last):
            return Listed(titles, layout.starts[run[0].first], layout.ends[run[-1].last])
    return NOTHING


def _is_known(key: str, codes: Sequence[str]) -> bool:
    return len(codes) == 1 and title_in_full(key) == codes[0]


def _titles(run: Sequence[_Entry]) -> Learnt:
    """The titles of a list that stand for one entry only, by the words that count."""
    keys = [(title_key(one.title), one.codes) for one in run]
    often = Counter(key for key, _ in keys)
    return Learnt({key: codes for key, codes in keys if key and often[key] == 1})


def _runs(layout: Layout) -> Iterator[list[_Entry]]:
    """The runs of entries that name most sections, each once, with next to nothing between them."""
    run: list[_Entry] = []
    named: set[str] = set()
    for one in _entries(layout):
        codes = set(covers(one.codes))
        if run and (one.first > run[-1].last + 1 + _GAP or named & codes):
            if len(named) >= FEWEST_LISTED:
                yield run
            run, named = [], set()
        run.append(one)
        named |= codes
    if len(named) >= FEWEST_LISTED:
        yield run


def _entries(layout: Layout) -> Iterator[_Entry]:
    """The lines and rows in the first half of a document that hold the letter of a section, a title, and nothing else
    but a page's number.
    """
    index, half = 0, bisect_right(layout.starts, len(layout.text) // 2)
    while index < half:
        row, text = layout.rows[index], layout.stretches[index].text
        if row is not None and index == row.first and len(row.cells) > 1:
            found = _in_row(layout, row)
            index = row.last + 1
            if found is not None:
                yield found
            continue
        if len(text) <= _LONGEST * len(_LETTERS):
            for line in text.split("\n"):
                told = _told(line) if len(line) <= _LONGEST else None
                if told is not None:
                    yield _Entry(*told, index, index)
        index += 1


_LETTERS = "ABCDEFGHIJK"


def _in_row(layout: Layout, row: Row) -> _Entry | None:
    texts = [" ".join(layout.cell_text(cell).split()) for cell in row.cells]
    texts = [text for text in texts if _PAGE.fullmatch(text) is None]
    if not 1 <= len(texts) <= _MOST_CELLS or any(len(text) > _LONGEST for text in texts):
        return None
    told = _told(texts[0]) if len(texts) == 1 else None
    if len(texts) == 2:
        for letter, title in (texts, reversed(texts)):
            label = _LABEL.fullmatch(letter)
            if label is not None and _may_be_title(title):
                told = _codes(label), without_page(title)[0]
                break
    return _Entry(*told, row.first, row.last) if told is not None else None


def _told(line: str) -> tuple[tuple[str, ...], str] | None:
    """The letters and the title of a line: "A  In my own words", "B | E | F  What is hard", "My school (Section I)"."""
    label = _LABEL.match(line)
    mark = _BETWEEN.match(line, label.end()) if label is not None else None
    if label is not None and mark is not None:
        title = without_page(line[mark.end() :].strip())[0]
        return (_codes(label), title) if _may_be_title(title) else None
    if not line.rstrip(" .\t0123456789").endswith(_ENDS):
        return None
    line = _LEADS.sub(" (", without_page(line)[0])
    last = find_trailing_label(line) if may_end_in_label(line) else None
    return (last.codes, last.title) if last is not None and _may_be_title(last.title) else None


def _codes(label: re.Match[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code_of(one.lower())[0] for one in _ONE_CODE.findall(label["codes"])))


def _may_be_title(text: str) -> bool:
    return 1 < len(text) <= _LONGEST and text[0].isalpha() and not text.rstrip().endswith((".", ";", ","))


def _stand_elsewhere(layout: Layout, titles: Learnt, first: int, last: int) -> bool:
    """Do most titles of a list stand outside it too, over words, and no others beside the letters of sections?

    A list of reports by letter, with the reports after it, is none of contents where "Section A: My views" stands too.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    others: set[tuple[str, ...]] = set()
    for index, stretch in enumerate(layout.stretches):
        if first <= index <= last or len(stretch.text) > LONGEST_HEADING:
            continue
        line = stretch.text.partition("\n")[0]
        codes = _opens(line, titles)
        if codes is not None:
            found.append((index, codes))
        elif "ection" in line or "ECTION" in line:
            told = _told(line)
            others.add(told[0] if told is not None else ())
    begins = [*(layout.starts[index] for index, _ in found), len(layout.text)]
    over = {
        codes
        for at, (index, codes) in enumerate(found)
        if begins[at + 1] - layout.ends[index] > LEAST_UNDER or "\n" in layout.stretches[index].text
    }
    if len(others - {()}) >= FEWEST_FOUND:
        return False
    return len(over) >= max(min(FEWEST_FOUND, len(titles)), _SHARE * len(titles))


def _opens(line: str, titles: Learnt) -> tuple[str, ...] | None:
    """The sections that a line may open: it is one of the titles, with or without its letters."""
    codes = titles.get(title_key(line))
    if codes is None and (told := _told(line)) is not None:
        codes = titles.get(title_key(told[1]))
    return codes
