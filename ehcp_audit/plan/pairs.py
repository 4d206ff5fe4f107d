"""Labels and what they say: the cells, lines and running heads of a cover ("Date of birth: 4 May 2015")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from ehcp_audit.model import Passage
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import plain

_WORD = re.compile(r"[a-z0-9]+")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_IGNORED = frozenset({"the", "of", "s", "my", "an", "a"})
_COLON = re.compile(r"\s{0,3}[:=]\s{0,3}|\s{1,3}[–—-]\s{1,3}")
_GAP = re.compile(r"\t|\s{3,}|\s\|\s|\n|;\s")
LONGEST_LABEL = 90


@dataclass(frozen=True, slots=True)
class Pair:
    """A fact's name, the words that give it, and the label as printed. `passage` lies in the plan's text, or in a
    running head (then its start is -1)."""

    fact: str
    label: str
    passage: Passage


@lru_cache(maxsize=4096)
def fact_of(label: str) -> str | None:
    """Which fact a label announces; "other" for a label that is known and of no use; None for no label."""
    if len(label) > LONGEST_LABEL:
        return None
    words = [word for word in _WORD.findall(_BRACKETS.sub(" ", plain(label).replace("'s", ""))) if word not in _IGNORED]
    return _labels().get(" ".join(words)) if words else None


def pairs_in(layout: Layout, index: int) -> list[Pair]:
    """The pairs that begin in this stretch: in its own lines, with the next cell, or with the next line."""
    text = layout.stretches[index].text
    found = [
        Pair(fact, label, layout.passage(layout.starts[index] + start, layout.starts[index] + end))
        for fact, label, start, end in pairs_of_line(text)
    ]
    if found:
        return found
    fact = fact_of(text.strip().rstrip(":?"))
    if fact is None or fact == "other":
        return []
    value = _value_after(layout, index)
    return [Pair(fact, text, value)] if value is not None else []


def pairs_of_line(text: str) -> Iterator[tuple[str, str, int, int]]:
    """ "Name: Sam Example   DOB: 4/5/2015" gives two: fact, label, and where the value stands in the text."""
    begin = 0
    for end in [*(match.start() for match in _GAP.finditer(text)), len(text)]:
        yield from _pair(text, begin, end)
        begin = end


def _pair(text: str, begin: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    match = _COLON.search(text, begin, end)
    if match is None or match.end() >= end:
        return
    label = text[begin : match.start()].strip(" \t\n|;•")
    fact = fact_of(label)
    if fact is None:
        return
    again = _second_label(text, match.end(), end)
    stop = again if again is not None else end
    value = text[match.end() : stop]
    left = len(value) - len(value.lstrip())
    if value.strip() and fact != "other":
        yield fact, label, match.end() + left, match.end() + len(value.rstrip(" \t\n,;|"))
    if again is not None:
        yield from _pair(text, again, end)


def _second_label(text: str, begin: int, end: int) -> int | None:
    """Where a further label begins inside a value: "Sam Example DOB: ..." — its one to four last words before a colon."""
    match = _COLON.search(text, begin, end)
    if match is None or ":" not in match.group():
        return None
    words = [(one.start(), one.end()) for one in re.finditer(r"\S+", text[begin : match.start()])]
    for count in range(min(6, len(words)), 0, -1):
        start = begin + words[-count][0]
        if fact_of(text[start : match.start()]) is not None:
            return start
    return None


def _value_after(layout: Layout, index: int) -> Passage | None:
    """What a label that stands alone announces: the next cell of its row, the cell under it in a header row, or the next line."""
    row, cell = layout.rows[index], layout.cells[index]
    if row is not None and cell is not None:
        if index != cell.stretches[-1]:
            return layout.passage(layout.starts[index + 1], layout.ends[index + 1])
        if len(row.cells) > 1 and _all_labels(layout, row):
            return _cell_below(layout, row, cell.columns)
        after = [one for one in row.cells if one.columns[0] > cell.columns[1]]
        if after and after[0].columns[0] <= cell.columns[1] + 1:
            value = layout.passage(layout.starts[after[0].stretches[0]], layout.ends[after[0].stretches[-1]])
            return None if fact_of(value.text.strip().rstrip(":")) else value
        return None
    if (
        index + 1 < len(layout.stretches)
        and layout.rows[index + 1] is None
        and layout.stretches[index].text.rstrip().endswith(":")
    ):
        value = layout.passage(layout.starts[index + 1], layout.ends[index + 1])
        return value if len(value.text) < 120 and ":" not in value.text else None
    return None


def _all_labels(layout: Layout, row: Row) -> bool:
    return all(fact_of(layout.cell_text(cell).strip().rstrip(":")) is not None for cell in row.cells)


def _cell_below(layout: Layout, row: Row, columns: tuple[int, int]) -> Passage | None:
    rows = layout.tables[row.table]
    below = next((one for one in rows if one.number > row.number), None)
    cell = next((one for one in below.cells if one.columns[0] == columns[0]), None) if below else None
    if cell is None:
        return None
    return layout.passage(layout.starts[cell.stretches[0]], layout.ends[cell.stretches[-1]])


@cache
def _labels() -> dict[str, str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (Path(__file__).parent / "facts.yml").open(encoding="utf-8") as file:
        data: dict[str, list[str]] = yaml.load(file, Loader=loader)  # noqa: S506 (a safe loader)
    labels: dict[str, str] = {}
    for fact, names in data.items():
        for name in names:
            words = [word for word in _WORD.findall(str(name).lower()) if word not in _IGNORED]
            labels.setdefault(" ".join(words), fact)
    return labels
