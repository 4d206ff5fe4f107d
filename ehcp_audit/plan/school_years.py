"""The school year that a child is in, by what the cover says or the text tells."""

from __future__ import annotations

import re
from datetime import date

from ehcp_audit.language.dates import first_date, school_year_start
from ehcp_audit.language.wordlists import int_of, number_words
from ehcp_audit.model import Passage
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.rare import rarely

_BARE = r"(?P<figure>1[0-4]|[1-9])"
_FIGURE = _BARE + r"\b(?![/\d]|\.\d)"
_YEAR = rarely(r"\b(?:year|yr|y|ncy)\.?\s{0,2}(?:group\s{0,2})?" + _FIGURE, re.IGNORECASE)
_EARLY = (
    (rarely(r"\breception\b", re.IGNORECASE), 0),
    (rarely(r"\b(?:nursery (?:year )?2|n2)\b|\bnursery\b|\bpre-?school\b", re.IGNORECASE), -1),
    (rarely(r"\b(?:nursery (?:year )?1|n1)\b", re.IGNORECASE), -2),
)
_IN_YEAR = rarely(r"\b(?:in|is in|now in|currently in|a|into|my)\s{1,2}year\s{0,2}" + _FIGURE, re.IGNORECASE)
_NOW_IN_YEAR = rarely(
    r"(?:^\W{0,3}(?:currently |now )?|\b(?:is|am|are|currently|now)\s(?:currently |now )?)in\s{1,2}year\s{0,2}"
    + _FIGURE,
    re.IGNORECASE,
)
MOST_OUT_OF_COHORT = 2
_IN_WORDS = rarely(
    r"\s{0,3}(?:year\s{0,2}(?:group\s{0,2})?)?(?P<figure>" + "|".join(number_words(1, 14)) + r")\s{0,3}", re.IGNORECASE
)
_THEN = rarely(r"\W{1,4}(?:now |then |and )?(?:in |into )?")  # "Year 8 (Year 9 from ...": nothing else between
_FROM = rarely(r"\s{0,2}(?:from|as of|since)\s{1,2}(?P<when>[^();]{4,30})", re.IGNORECASE)


def year_in(words: str, as_of: date) -> int | None:
    """The year group in the words of its own label; 0 is Reception, -1 and -2 the nursery years.

    Of two, the next once it has begun: "Year 8 (Year 9 from September 2026)".
    """
    match = _YEAR.search(words) or re.fullmatch(r"\s{0,3}" + _BARE + r"\s{0,3}", words)
    if match:
        now = int(match["figure"])
        after = _YEAR.search(words, match.end())
        if after is None or _THEN.fullmatch(words, match.end(), after.start()) is None:
            return now
        then = int(after["figure"])
        higher = now < then <= now + MOST_OUT_OF_COHORT
        return then if higher and _has_begun(words, after.end(), as_of) else now
    if re.fullmatch(r"\s{0,3}(?:year\s{0,2})?(?:0|R)\s{0,3}", words, re.IGNORECASE):
        return 0
    match = _IN_WORDS.fullmatch(words)
    if match:
        return int_of(match["figure"].lower())
    return next((year for pattern, year in _EARLY if pattern.search(words)), None)


def _has_begun(words: str, end: int, as_of: date) -> bool:
    """Is a year said to run from a day that has come?"""
    told = _FROM.match(words, end)
    day = first_date(told["when"]) if told else None
    return day is not None and day.value is not None and day.value <= as_of


def carried_on(year: int, told: Passage, text: str, as_of: date) -> int:
    """The year group at this day, where its school year is given with it: "Year group 2025-26: Year 9".

    Without one the year is as it is told, and a year whose own words say from when ("Year 9 from September") as well.
    """
    before = text[max(0, told.start - _LABEL) : told.start].rpartition("\n")[2]
    written = _SCHOOL_YEAR.search(told.text) or _SCHOOL_YEAR.search(before)
    if written is None:
        return year
    began = int(written["began"])
    if int(written["ended"][-2:]) != (began + 1) % 100:
        return year  # "2025-27" is no school year
    return min(max(year + school_year_start(as_of).year - began, _FIRST), _LAST) if year < _LAST else year


_LABEL = 60  # characters
_FIRST, _LAST = -2, 14
_SCHOOL_YEAR = rarely(r"(?<!\d)(?P<began>20\d\d)\s?(?:[-–—/]|to)\s?(?P<ended>(?:20)?\d\d)(?![\d/–-])")


def year_told(layout: Layout, ownership: Ownership, reckoned: int | None) -> Passage | None:
    """The figure of "in Year 6": wherever it is said where the date of birth tells no year; else on the cover, in so
    many words and near what the date tells, for a child taught out of cohort.
    """
    opened = min((index for index, codes in ownership.codes_at.items() if codes), default=len(layout.stretches))
    for index, stretch in enumerate(layout.stretches):
        if ownership.owners[index] not in (None, "A"):
            continue
        if reckoned is not None and index >= opened:
            return None
        match = (_IN_YEAR if reckoned is None else _NOW_IN_YEAR).search(stretch.text)
        if match and (reckoned is None or abs(int(match["figure"]) - reckoned) <= MOST_OUT_OF_COHORT):
            start = layout.starts[index] + match.start("figure")
            return layout.passage(start, start + len(match["figure"]))
    return None
