"""Labels and what stands beside them: "Mother: Jane Example", a cell and the next one, a header row and its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ehcp_audit.model import Stretch
from ehcp_audit.privacy.words import lists

_WORD = re.compile(r"[a-z]+")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_COLON = re.compile(r"\s{0,3}[:=]\s{0,3}|\s{1,3}[–—-]\s{1,3}")
_GAP = re.compile(r"\t|\s{3,}|\s\|\s|\n|;\s")
_MOST_WORDS = 7
_LONGEST_VALUE = 240


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value that a label announces, and what kind of identity the label says it is."""

    kind: str
    label: str
    value: str


@lru_cache(maxsize=4096)
def kind_of(label: str) -> str | None:
    """Which kind of identity does a label announce? None where it announces none."""
    if len(label) > 70:
        return None
    words = _WORD.findall(_BRACKETS.sub(" ", label.lower().replace("'s", "").replace("’s", "")))
    if not words or len(words) > _MOST_WORDS:
        return None
    found = next((kind for kind, all_of in _rules() if all(_holds(words, one) for one in all_of)), None)
    if found in (None, "DOB", "EMAIL", "PHONE", "POSTCODE", "REFERENCE", "ADDRESS"):
        return found
    return None if _never() & set(words) else found


def _holds(words: Sequence[str], wanted: str) -> bool:
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return wanted in words or f"{wanted}s" in words


def labelled(stretches: Sequence[Stretch]) -> Iterator[Labelled]:
    """Every label with its value, in reading order."""
    rows: dict[tuple[int, int], dict[int, list[str]]] = {}
    for number, stretch in enumerate(stretches):
        yield from _in_line(stretch.text)
        if stretch.table is not None:
            table, row, cell = stretch.table
            rows.setdefault((table, row), {}).setdefault(cell, []).append(stretch.text)
        elif stretch.text.rstrip().endswith(":") and number + 1 < len(stretches):
            kind = kind_of(stretch.text.strip(" :"))
            after = stretches[number + 1]
            if kind is not None and after.table is None and len(after.text) < 120:
                yield Labelled(kind, stretch.text.strip(" :"), after.text)
    tables: dict[int, list[list[str]]] = {}
    for (table, _), cells in rows.items():
        tables.setdefault(table, []).append(["\n".join(lines) for _, lines in sorted(cells.items())])
    for made in tables.values():
        yield from _in_table(made)


def _in_line(text: str) -> Iterator[Labelled]:
    begin = 0
    for end in [*(match.start() for match in _GAP.finditer(text)), len(text)]:
        match = _COLON.search(text, begin, end)
        if match is not None and match.end() < end:
            label = text[begin : match.start()].strip(" \t\n|;•")
            kind = kind_of(label)
            value = text[match.end() : end].strip()
            if kind is not None and value and len(value) <= _LONGEST_VALUE:
                yield Labelled(kind, label, value)
        begin = end


def _in_table(rows: Sequence[Sequence[str]]) -> Iterator[Labelled]:
    """Label and value side by side; and under a header row whose cells are labels."""
    header: Sequence[str] = ()
    for cells in rows:
        kinds = [kind_of(cell.strip(" :?")) for cell in cells]
        heads = sum(kind is not None or _is_heading(cell) for kind, cell in zip(kinds, cells, strict=True))
        if len(cells) >= 2 and heads == len(cells) and any(kinds):
            header = cells
            continue
        if header and len(cells) == len(header):
            for label, cell in zip(header, cells, strict=True):
                kind = kind_of(label.strip(" :?"))
                if label.strip().lower() in ("name", "names", "name of professional", "contributor"):
                    kind = "PERSON"
                if kind is not None and 0 < len(cell) <= _LONGEST_VALUE:
                    yield Labelled(kind, label, cell)
        for at, kind in enumerate(kinds[:-1]):
            if kind is not None and kinds[at + 1] is None and 0 < len(cells[at + 1]) <= _LONGEST_VALUE:
                yield Labelled(kind, cells[at].strip(" :?"), cells[at + 1])


def _is_heading(cell: str) -> bool:
    words = set(_WORD.findall(cell.lower()))
    return len(cell) < 50 and bool(words & {"role", "date", "service", "organisation", "relationship", "age", "agency",
                                            "report", "advice", "job", "title", "position", "details", "name", "type",
                                            "appended", "attached", "team", "profession"})  # fmt: skip


@cache
def _rules() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((str(kind), tuple(str(one) for one in words)) for kind, words in lists("labels.yml")["rules"])


@cache
def _never() -> frozenset[str]:
    return frozenset(str(one) for one in lists("labels.yml")["never"])
