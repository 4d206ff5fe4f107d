"""Section A under a title of the writer's own ("Amara and her family"), in a plan whose sections have titles alone.

The title stands before the first section and is set like the others, and what stands under it is told in the first
person, or says what the child likes and the family hopes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, sections_opened
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.vocabulary import WORDS, area_of, is_outside, title_code
from ehcp_audit.rare import rarely

_FEWEST = 6  # sections that are opened by titles of one make
_ALIKE = 0.8  # of them, at least
_LONGEST = 90  # characters of a title
_LEAST = 80  # characters under it
_TELLS = 3  # words of the kinds below
_FIRST_PERSON = rarely(r"\b(?:I|I['’]m|I['’]d|me|my|we|our|us)\b", re.IGNORECASE)
_OF_VIEWS = rarely(
    r"\b(?:likes?|loves?|enjoys?|wants?|hopes?|wish(?:es)?|dreams?|would like|favourite|says?|said|told us|"
    r"aspir\w{2,6})\b",
    re.IGNORECASE,
)
_OF_READER = rarely(r"\byour?\b|\bthis (?:plan|document)\b|\bact 20\d\d\b", re.IGNORECASE)
_SCORE = 0.65


def with_own_title(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, with that of section A under a title of the writer's own where nothing else opens it."""
    opening: int | None = None
    for index, words in _before_sections(chosen, layout):
        if not is_of_a(words):
            opening = None
        elif opening is None:
            opening = index
    if opening is None:
        return list(chosen)
    text = " ".join(layout.stretches[opening].text.split())
    found = Heading(opening, opening, ("A",), "title", _SCORE, text, WORDS)
    return sorted([*chosen, found], key=lambda one: one.first)


def may_hold_a(chosen: Sequence[Heading], layout: Layout) -> bool:
    """Do words stand under such a title that may be section A's, and are not surely?"""
    return any(True for _ in _before_sections(chosen, layout))


def _before_sections(chosen: Sequence[Heading], layout: Layout) -> Iterator[tuple[int, str]]:
    """The lines before the first section that are set like its heading, each with the words under it."""
    sections = [one for one in chosen if one.codes]
    titles = [one for one in sections if one.form == "title" and one.place in ("line", "alone")]
    if not titles or "A" in sections_opened(sections):
        return
    make, often = Counter(_make(layout, one.first) for one in titles).most_common(1)[0]
    few = len({one.codes for one in titles}) < _FEWEST or often < _ALIKE * len(sections)
    if few or format_score(layout, titles[0].first) < HEADING_FORMAT:
        return
    begin = sections[0].first
    lines = [index for index in range(begin) if _make(layout, index) == make]
    for line, after in pairwise([*lines, begin]):
        under = [at for at in range(line + 1, after) if layout.rows[at] is None or _is_wide(layout, at)]
        words = "\n".join(layout.stretches[at].text for at in under)
        if _may_be_title(layout.stretches[line].text) and len(words) >= _LEAST and "." in words:
            yield line, words


def _make(layout: Layout, index: int) -> tuple[object, ...]:
    stretch, row = layout.stretches[index], layout.rows[index]
    return stretch.level, stretch.bold, round(stretch.size or 0), row and len(row.cells)


def _is_wide(layout: Layout, index: int) -> bool:
    """Does a cell hold prose, and not the label or the value of a table of facts?"""
    return len(layout.stretches[index].text) >= _LONGEST


def _may_be_title(text: str) -> bool:
    if len(text) > _LONGEST or text.rstrip().endswith((".", ",", ";")) or is_outside(text):
        return False
    return area_of(text) is None and title_code(text)[0] in (None, "A")


def is_of_a(words: str) -> bool:
    """Are words told in the first person, or do they say what a child likes and a family hopes?"""
    told = len(_FIRST_PERSON.findall(words)) >= _TELLS or len(_OF_VIEWS.findall(words)) >= _TELLS
    return told and len(_OF_READER.findall(words)) <= 1
