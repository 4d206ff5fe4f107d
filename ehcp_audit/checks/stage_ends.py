"""A deadline that gives a day and the end of a school year or key stage which does not fall on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ehcp_audit.model import Facts, Passage
from ehcp_audit.rare import rarely

LAST_YEARS = {"1": 2, "2": 6, "3": 9, "4": 11, "5": 14}
"""The year group with which a key stage ends."""
_NEAR = 60  # characters before a day

_NAMED = r"end of (?:the )?(?:(?P<stage>Key Stage|KS) ?(?P<which>[1-4])|(?:Year|Yr|Y) ?(?P<year>\d{1,2}))\b"
_AFTER = rarely(rf"\W{{1,3}}(?:i\.?e\.? )?(?:at )?(?:the )?{_NAMED}", re.IGNORECASE)
_BEFORE = rarely(rf"\b{_NAMED}\W{{1,3}}(?:in |i\.?e\.? |that is )?(?:[a-z]+ term,? )?$", re.IGNORECASE)


class Unlike(NamedTuple):
    """A day and a stage that stand together and do not agree: their words, the stage and the year in which it ends."""

    words: Passage
    stage: str
    ends: int


def unlike(passage: Passage, facts: Facts, as_of: date) -> Iterator[Unlike]:
    """Each day beside the end of a year group or key stage that the child reaches in another school year.

    None where the year group is not that of the birth date (a child taught with another year), or is not known.
    """
    from ehcp_audit.language.dates import find_dates, school_year_start, year_group_of

    born = facts.date_of_birth
    reckoned = year_group_of(born, as_of) if born is not None else None
    if born is None or reckoned is None or reckoned > 13:
        return
    made = [day for day in (as_of, facts.amended, facts.issued, facts.drafted) if day is not None]
    if facts.year_group not in [year_group_of(born, day) for day in made]:
        return
    for day in find_dates(passage.text):
        if day.value is None:
            continue
        named = _AFTER.match(passage.text, day.end)
        start = day.start
        if named is None and (named := _BEFORE.search(passage.text, max(0, day.start - _NEAR), day.start)):
            start = named.start()
        if named is None:
            continue
        last = LAST_YEARS[named["which"]] if named["stage"] else int(named["year"])
        ends = school_year_start(as_of).year + 1 + last - reckoned
        soonest = ends - 1 if named["which"] == "3" else ends  # some schools end Key Stage 3 a year sooner
        if not date(soonest, 4, 1) <= day.value <= date(ends, 12, 31):  # from its last term to that year's end
            stage = f"Key Stage {named['which']}" if named["stage"] else f"Year {named['year']}"
            yield Unlike(passage.cut(start, max(day.end, named.end())), stage, ends)
