"""Facts that no label and colon give: "Known as Sam" in a line of its own, "born on 4 May 2015" in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ehcp_audit.language.dates import find_dates
from ehcp_audit.plan.day_cells import is_day
from ehcp_audit.plan.events import event_of_label
from ehcp_audit.plan.fact_labels import DATED, label_in_full
from ehcp_audit.plan.histories import told_days
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.pairs import Pair
from ehcp_audit.plan.status import stage_of
from ehcp_audit.rare import rarely

LONGEST_LINE = 90
LONGEST_LABEL = 7  # words
MOST_LINES = 120
LOOK_BACK = 80  # characters before a date that may say what it is
_WORD = r"[A-Z][\w'’-]{0,25}"
NAME = _WORD + r"(?:\s{1,2}(?:(?:de|da|von|van|al|el|bin|ap|ferch)\s)?" + _WORD + r"){1,4}"
ALL_NAME = re.compile(NAME)
_CALLED = rarely(
    r"\b(?:(?:known|called|referred to) (?:to \w+ )?as|"
    r"(?:likes?|prefers?|wish(?:es)?|wants?) to be (?:called|known as)|"
    r"(?:my friends|my family|people|everyone|everybody) calls? me)\s{1,2}[\"'“‘]?(?P<name>[A-Z][\w'’-]{1,25})"
)
_CALLS = ("called", "known", "referred", "call me", "calls me")
_FOR = re.compile(
    r"\b(?i:plan|ehcp|prepared|made|written|drawn up|issued|assessment)\b[^.;]{0,70}?"
    r"\b(?:for|of|about|in respect of)\s{1,2}"
    r"(?P<name>" + NAME + r")(?=\s{0,2}(?:[(,.]|$|\b(?:who|whose|born|known|aged|DOB|date of birth|and)\b))"
)
_BORN = re.compile(
    r"\s{0,3}(?P<name>" + NAME + r")\s{0,2}(?:[,(–—-]|who was)?\s{0,2}"
    r"(?:(?:was\s)?born\b|(?i:date of birth|d\.?o\.?b\b|birthday)|(?:is\s)?aged? \d{1,2}\b)"
)
_BIRTHS = ("born", "birth", "age", "dob", "d.o", "do.b")
"""In small letters, each way of saying so holds one of these, which are found in no time."""
_NAMED = re.compile(
    r"\b(?:my (?:full )?name is|I am called)\s{1,2}(?P<name>" + NAME + r")(?=\s{0,2}(?:[(,.]|$|and\b|but\b))"
)
NO_NAME = rarely(
    r"\b(?:Education\w{0,3}|Health|Care|Plan|Council|Authority|Act|Code|School|Academy|College|County|Borough|City|"
    r"Section|Children|Families|Working|Document|Draft|Final|Version|Special|Local|Year|The|This)\b",
    re.IGNORECASE,
)
_BORN_ON = re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth|birthday)\b[^.;\d]{0,40}$", re.IGNORECASE)
_FINAL = rarely(
    r"(?<=this )(?:amended )?final\b(?= (?:ehc )?(?:plan|ehcp)\b)|"
    r"\b(?:amended )?final\b(?= (?:ehc )?(?:plan|ehcp) (?:was|is) )",
    re.IGNORECASE,
)


def _lines_told(layout: Layout, ownership: Ownership) -> Iterator[Pair]:
    """Lines of the cover that begin with a known label, without a colon: "School Elm Road Primary School"."""
    for index in lines_of_cover(layout, ownership):
        text = layout.stretches[index].text
        if layout.rows[index] is None and " " in text and len(text) <= LONGEST_LINE and text[-1] not in ".;:?,":
            pair = _label_first(layout, index, text)
            if pair is not None:
                yield pair


def sentences_told(layout: Layout, ownership: Ownership) -> Iterator[Pair]:
    """Facts in lines and running words: of the cover, and of the child's own words the name and the birthday."""
    yield from _lines_told(layout, ownership)
    weak: list[Pair] = []
    for index in lines_of_cover(layout, ownership):
        text = layout.stretches[index].text
        start = layout.starts[index]
        yield from (of_its_row(layout, index, pair) for pair in _dated(layout, start, text, weak))
        yield from _of_this_plan(layout, index)
        yield from _after_day(layout, index)
        if text.count(" ") < 4:
            continue
        match = _FOR.search(text) or (_BORN.match(text) if any(map(text.lower().__contains__, _BIRTHS)) else None)
        if match and not NO_NAME.search(match["name"]):
            yield Pair("child_name", "", layout.passage(start + match.start("name"), start + match.end("name")))
        yield from _called(layout, start, text)
    for index in _first_of_views(ownership):
        yield from _called(layout, layout.starts[index], layout.stretches[index].text)
        yield from (
            one
            for one in _dated(layout, layout.starts[index], layout.stretches[index].text, [])
            if one.fact == "date_of_birth"
        )
    yield from weak


def of_its_row(layout: Layout, index: int, pair: Pair) -> Pair:
    """The fact as the label of its row has it: in that of the first plan no later one is issued."""
    if pair.fact == "issued" and _FIRST_PLAN.match(_label_of_row(layout, index)):
        return pair._replace(fact="first_issued")
    return pair


def _of_this_plan(layout: Layout, index: int) -> Iterator[Pair]:
    """The day of the plan itself in a row of its own: "This plan | Version 6, issued 12 August 2026"."""
    if not _THIS_PLAN.match(_label_of_row(layout, index)):
        return
    text, start = layout.stretches[index].text, layout.starts[index]
    for found in find_dates(text):
        if found.value is not None and found.precision == "day" and _ISSUED.search(text, 0, found.start):
            yield Pair("issued", "This plan", layout.passage(start + found.start, start + found.end))
            return


def _label_of_row(layout: Layout, index: int) -> str:
    """The words of the cell before a cell of a table; "" elsewhere."""
    row = layout.rows[index]
    cells = row.cells if row is not None else ()
    before = next((one for one, other in pairwise(cells) if index in other.stretches), None)
    return layout.cell_text(before) if before is not None else ""


_OF_PLAN = r"(?:final )?(?:ehc |ehcp |education, health and care )?plan\W{0,3}$"
_FIRST_PLAN = rarely(rf"\W{{0,3}}(?:first|original|initial) {_OF_PLAN}", re.IGNORECASE)
_THIS_PLAN = re.compile(rf"\W{{0,3}}(?:this|(?:the )?(?:current|present|amended)) {_OF_PLAN}", re.IGNORECASE)
_ISSUED = rarely(r"\b(?:issued|dated|made|finalised)\W{0,3}(?:on )?$", re.IGNORECASE)


def _after_day(layout: Layout, index: int) -> Iterator[Pair]:
    """What stands in a row after the day that opens it: "3 May 2026 | Draft sent to parents"."""
    row = layout.rows[index]
    if row is None or row.first != index or len(row.cells) < 2:
        return
    day, said = layout.cell_passage(row.cells[0]), layout.cell_text(row.cells[1])
    if not is_day(day.text):
        return
    event = event_of_label(said)
    if event in DATED and not find_dates(said):
        yield Pair(event, said, day)


def lines_of_cover(layout: Layout, ownership: Ownership) -> range:
    """The lines before the first section."""
    opened = min((index for index, codes in ownership.codes_at.items() if codes), default=len(layout.stretches))
    owned = next((index for index, owner in enumerate(ownership.owners) if owner is not None), opened)
    return range(min(opened, owned, MOST_LINES))


def _first_of_views(ownership: Ownership) -> list[int]:
    return [index for index, owner in enumerate(ownership.owners) if owner == "A"][:12]


def _label_first(layout: Layout, index: int, text: str) -> Pair | None:
    """The longest label that a line begins with, where what follows is such a thing as it announces."""
    words = list(re.finditer(r"\S+", text))
    for count in range(min(LONGEST_LABEL, len(words) - 1), 0, -1):
        fact = label_in_full(text[: words[count - 1].end()])
        label = text[: words[count - 1].end()]
        if fact == "child_name" and "name" not in label.lower():
            continue  # "Pupil premium" begins with a label too
        if fact is not None and _suits(fact, text[words[count].start() :]):
            start = layout.starts[index] + words[count].start()
            return Pair(fact, text[: words[count - 1].end()], layout.passage(start, layout.ends[index]))
    return None


def _suits(fact: str, value: str) -> bool:
    if fact == "child_name":
        return ALL_NAME.fullmatch(value) is not None and not NO_NAME.search(value)
    if fact in ("known_as", "forename", "surname"):
        return re.fullmatch(_WORD + r"(?:\s" + _WORD + r")?", value) is not None and not NO_NAME.search(value)
    if fact == "status":
        return len(value.split()) < 4 and stage_of(value) is not None
    if fact == "setting":
        return (
            value[0].isupper()
            and re.search(r"\b(?:School|Academy|College|Nursery|Centre|Pre-?school)\b", value) is not None
        )
    if fact in DATED:
        return any(one.start == 0 and one.value is not None for one in find_dates(value))
    return False


def _called(layout: Layout, start: int, text: str) -> Iterator[Pair]:
    match = _CALLED.search(text) if any(map(text.__contains__, _CALLS)) else None
    if match:
        yield Pair("known_as", "", layout.passage(start + match.start("name"), start + match.end("name")))
    match = _NAMED.search(text)
    if match and not NO_NAME.search(match["name"]):
        yield Pair("child_name", "", layout.passage(start + match.start("name"), start + match.end("name")))


def _dated(layout: Layout, start: int, text: str, weak: list[Pair]) -> Iterator[Pair]:
    """The days of a text with what its words make of each; those that say least are kept for last."""
    dates = find_dates(text)
    for found in dates:
        near = text[max(0, found.start - LOOK_BACK) : found.start]
        if found.value is not None and found.precision == "day" and _BORN_ON.search(near):
            yield Pair("date_of_birth", near, layout.passage(start + found.start, start + found.end))
    for told in told_days(text, dates):
        pair = Pair(told.kind, told.words, layout.passage(start + told.start, start + told.end))
        if told.weak:
            weak.append(pair)
            continue
        yield pair
        if told.kind == "issued" and (final := _FINAL.search(text, 0, told.start)):
            yield Pair("status", told.words, layout.passage(start + final.start(), start + final.end()))
