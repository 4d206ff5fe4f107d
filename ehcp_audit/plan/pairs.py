"""Labels and what they say: the cells, lines and running heads of a cover ("Date of birth: 4 May 2015")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ehcp_audit.language.dates import find_dates
from ehcp_audit.model import Passage
from ehcp_audit.plan.day_cells import is_day
from ehcp_audit.plan.fact_labels import (
    DATED,
    LONGEST_LABEL,
    STAGE_WORDS,
    dated_fact_of,
    fact_of,
    is_known_label,
    label_in_full,
    words_of_label,
)
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.rare import rarely

_NUMBER = re.compile(r"\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s{1,3}(?=[A-Z])")  # "1.1 Name: ..." among numbered lines
_DASH = re.compile(r"\s[–—-]\s")
_COLON = re.compile(r"\s{0,3}[:=]\s{0,3}|\s{1,3}[–—-]\s{1,3}")
_GAP = re.compile(r"\t|\s{3,}|\s\|\s|\n|;\s")
LONGEST_WITHOUT_COLON = 6  # words
_YEAR = re.compile(r"\s{0,2}(?:NC |National Curriculum )?year\s(?:group\s)?\d{1,2}\s{0,2}", re.IGNORECASE)
_REST = rarely(r"\s{0,2}(?:\([^()]{0,40}\))?\s{0,2}")
_ON = rarely(r"(?:\b(?:is|was|on|by|the|dated)\b\s{0,2}){1,3}$", re.IGNORECASE)


class Pair(NamedTuple):
    """A fact's name, the words that give it, and the label as printed. `passage` lies in the plan's text, or in a
    running head (then its start is -1)."""

    fact: str
    label: str
    passage: Passage


def pairs_in(layout: Layout, index: int) -> list[Pair]:
    """The pairs that begin in this stretch: in its own lines, with the next cell, or with the next line."""
    text = layout.stretches[index].text
    found = [
        Pair(fact, label, layout.passage(layout.starts[index] + start, layout.starts[index] + end))
        for fact, label, start, end in pairs_of_line(text)
        if fact not in DATED or find_dates(text[start:end])  # "Request for an assessment: date received"
    ]
    found = [*found, *_dated_sentences(layout, index)] or _without_colon(layout, index)
    if found:
        return found
    label = text.strip().rstrip(":?")
    fact = fact_of(label)
    value = _value_after(layout, index) if fact != "other" else None
    if value is None:
        return []
    day = is_day(value.text)
    if fact is None and ((not day and "/" not in label) or dated_fact_of(label) in (None, "other")):
        return []
    if "/" in label and (several := _several(label, value)):
        return several
    if day:
        fact = dated_fact_of(label)
    return [Pair(fact, text, value)] if fact is not None else []


def _several(label: str, value: Passage) -> list[Pair]:
    """Labels in one cell and as many days in that beside it: "Request / agreed to assess", "18 May / 22 June 2026"."""
    labels = label.split("/")
    days = [one for one in find_dates(value.text) if one.value is not None]
    if len(days) != len(labels):
        return []
    facts = [dated_fact_of(one.strip()) for one in labels]
    return [
        Pair(fact, one, value.cut(day.start, day.end))
        for fact, one, day in zip(facts, labels, days, strict=True)
        if fact in DATED
    ]


def _dated_sentences(layout: Layout, index: int) -> list[Pair]:
    """Labels and their days in one paragraph: "Request received 2 March 2026. Draft issued 12 June 2026."."""
    text = layout.stretches[index].text
    if len(text) > _LONGEST_OF_DAYS or " 20" not in text or len(ends := list(_SENTENCE_END.finditer(text))) < 2:
        return []
    found: list[Pair] = []
    start = 0
    for end in ends:
        fact, label = _fact_beside(text[start : end.start("day")].strip(" .:,–-"))
        if fact in DATED:
            day = layout.passage(layout.starts[index] + end.start("day"), layout.starts[index] + end.end("day"))
            found.append(Pair(fact, label, day))
        start = end.end()
    return found


_LONGEST_OF_DAYS = 400
_SENTENCE_END = re.compile(
    r"(?:^|(?<=[.;] ))[^.]{2,60}?(?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20\d\d)(?:[.;]\s*|$)"
)


def _without_colon(layout: Layout, index: int) -> list[Pair]:
    """A label and its date, or a school year, in a line of their own: "DOB 4 May 2015", "Year 6"."""
    text = layout.stretches[index].text
    if len(text) > LONGEST_LABEL or not any(map(str.isdigit, text)) or text.rstrip().endswith("."):
        return []
    start = layout.starts[index]
    if _YEAR.fullmatch(text):
        return [Pair("year_group", text, layout.passage(start, start + len(text)))]
    found = next((one for one in find_dates(text) if one.value is not None and one.start > 1), None)
    if found is None or _REST.fullmatch(text, found.end) is None:
        return []
    fact, label = _fact_beside(_NUMBER.sub("", text[: found.start], count=1))
    if fact not in DATED:
        fact, label = _fact_beside(_ON.sub("", label))
    if fact not in DATED:
        return []
    return [Pair(fact, label, layout.passage(start + found.start, start + found.end))]


def _fact_beside(words: str) -> tuple[str | None, str]:
    """Which fact words before a day announce, and those beside it: "Amended following | the review held" 2 March."""
    label = _AFTER.split(words)[-1]
    return fact_of(label) if len(label.split()) <= LONGEST_WITHOUT_COLON else None, label


_AFTER = rarely(r"\b(?:following|after)\s", re.IGNORECASE)


def pairs_of_line(text: str) -> Iterator[tuple[str, str, int, int]]:
    """ "Name: Sam Example   DOB: 4/5/2015" gives two: fact, label, and where the value stands in the text."""
    if ":" not in text and "=" not in text and _DASH.search(text) is None:
        return
    begin = 0
    for end in [*(match.start() for match in _GAP.finditer(text)), len(text)]:
        yield from _pairs(text, begin, end)
        begin = end


def _pairs(text: str, begin: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    again: int | None = begin
    while again is not None:
        begin = again
        match = _COLON.search(text, begin, end)
        if match is None or match.end() >= end:
            return
        label = text[begin : match.start()].strip(" \t\n|;•")
        label = label if begin else _NUMBER.sub("", label, count=1)
        value = text[match.end() : end].strip()
        fact = dated_fact_of(label) if is_day(value) else fact_of(label)
        if fact is None:
            return
        again = _second_label(text, match.end(), end)
        value = text[match.end() : again if again is not None else end]
        left = len(value) - len(value.lstrip())
        if value.strip() and fact != "other":
            yield fact, label, match.end() + left, match.end() + len(value.rstrip(" \t\n,;|"))


def _second_label(text: str, begin: int, end: int) -> int | None:
    """Where a further label begins inside a value: "Sam Example DOB: ..." — its one to four last words before a
    colon.
    """
    match = _COLON.search(text, begin, end)
    if match is None or ":" not in match.group():
        return None
    starts = [begin + one.start() for one in re.finditer(r"\S+", text[begin : match.start()])][-6:]
    whole = next((start for start in starts if is_known_label(text[start : match.start()])), None)
    if whole is not None:
        return whole
    # "Fenn Harrowgill Child's date of birth": the fewest words that make a label, for those before are the value
    return next((start for start in reversed(starts) if fact_of(text[start : match.start()]) is not None), None)


def _value_after(layout: Layout, index: int) -> Passage | None:
    """What a label that stands alone announces: the next cell of its row, the cell under it in a header row, or
    the next line.
    """
    row, cell = layout.rows[index], layout.cells[index]
    if row is not None and cell is not None:
        if index != cell.stretches[-1]:
            return layout.passage(layout.starts[index + 1], layout.ends[index + 1])
        if len(row.cells) > 1 and _is_header(layout, row):
            return _cell_below(layout, row, cell.columns)
        after = [one for one in row.cells if one.columns[0] > cell.columns[1]]
        if after and after[0].columns[0] <= cell.columns[1] + 1:
            value = layout.cell_passage(after[0])
            return None if _is_label(layout, after[0].stretches[0], index) else value
        return None
    if (
        index + 1 < len(layout.stretches)
        and layout.rows[index + 1] is None
        and (layout.stretches[index].text.rstrip().endswith(":") or _is_over_value(layout, index))
    ):
        value = layout.passage(layout.starts[index + 1], layout.ends[index + 1])
        return value if len(value.text) < 120 and ":" not in value.text else None
    return None


def _is_over_value(layout: Layout, index: int) -> bool:
    """Is a line a whole label in bold, and the next a value in plain type?"""
    label, value = layout.stretches[index], layout.stretches[index + 1]
    return (
        label.bold
        and not value.bold
        and layout.bold_share < 0.6
        and label_in_full(label.text) is not None
        and fact_of(value.text.strip().rstrip(":?")) in (None, label_in_full(label.text))
        and not (label_in_full(label.text) == "child_name" and _is_sentence(value.text))
    )


def _is_sentence(text: str) -> bool:
    """Does a line under "The child" say something, and name nobody: "2.1 I like to be outside"?"""
    words = re.split(r"[(,]", text, maxsplit=1)[0].split()
    return text[:1].isdigit() or 2 * sum(word[:1].islower() for word in words) > len(words)


def _is_label(layout: Layout, index: int, label: int) -> bool:
    """Is the cell beside a label a further label, and not its value ("Final", "Nursery")?"""
    text = layout.stretches[index].text.strip()
    if fact_of(text.rstrip(":?")) is None:
        return False
    one, other = layout.stretches[index], layout.stretches[label]
    return text.endswith(":") or (one.bold and other.bold)


def _is_header(layout: Layout, row: Row) -> bool:
    """Is the row one of labels, with the values under them?"""
    texts = [layout.cell_text(cell).strip() for cell in row.cells]
    if any(fact_of(text.rstrip(":")) is None for text in texts) and not _is_over_days(layout, row, texts):
        return False
    if len(texts) == 2 and fact_of(texts[0]) == "status" and set(words_of_label(texts[1])) <= STAGE_WORDS:
        return False  # "Plan status | Final" says what it is
    weights = {layout.stretches[cell.stretches[0]].bold for cell in row.cells}
    below = next((one for one in layout.tables[row.table] if one.number > row.number), None)
    return (
        len(weights) == 1
        and below is not None
        and fact_of(layout.cell_text(below.cells[0]).strip().rstrip(":")) is None
    )


def _is_over_days(layout: Layout, row: Row, texts: list[str]) -> bool:
    """Is it a row of steps with a day under each, though not all are labels that are known: "Request received | Panel
    met | Final issued"? The days show that nothing in the row is a value.
    """
    below = next((one for one in layout.tables[row.table] if one.number > row.number), None)
    if below is None or len(below.cells) != len(row.cells) or not any(dated_fact_of(text) in DATED for text in texts):
        return False
    values = [layout.cell_text(cell).strip() for cell in below.cells]
    if any(not is_day(text) and dated_fact_of(text.rstrip(":")) in DATED for text in values):
        return False  # "Plan first issued | 21 May 2024 | Review meeting | 3 March 2026" is no row of values
    days = [is_day(text) for text in values]
    others = [fact_of(text) not in (None, *DATED) for text in texts]  # "Version number" beside the days
    told = sum(days) > 1 and all(day or other for day, other in zip(days, others, strict=True))
    return told and all(text and not find_dates(text) for text in texts)


def _cell_below(layout: Layout, row: Row, columns: tuple[int, int]) -> Passage | None:
    rows = layout.tables[row.table]
    below = next((one for one in rows if one.number > row.number), None)
    cell = next((one for one in below.cells if one.columns[0] == columns[0]), None) if below else None
    if cell is None:
        return None
    return layout.cell_passage(cell)
