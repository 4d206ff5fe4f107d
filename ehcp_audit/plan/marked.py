"""The items of a plan by what it calls them: their numbers, letters and labels, and what these mean beside an item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ehcp_audit.model import Item
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.plan.pointers import Pointer, label_key

ORDER = {"need": 0, "outcome": 1, "provision": 2}
_MOST = 20  # items that one number can mean


@dataclass(slots=True, eq=False)
class Marked:
    """An item with the numbers, letters and labels that the plan gives it, and what it points at."""

    item: Item
    marks: set[str]
    labels: set[str]
    said: list[Pointer] = field(default_factory=list)
    columns: list[Pointer] = field(default_factory=list)  # said by a column of needs or outcomes
    led: list[Pointer] = field(default_factory=list)  # by a code that stands before it: "B1: tasks cut ..."
    refers: list[str] = field(default_factory=list)

    @property
    def noun(self) -> str:
        return NOUNS[self.item.section]


class Index:
    """The items by what the plan calls them."""

    def __init__(self, marked: Mapping[str, list[Marked]]) -> None:
        self._marked = marked
        self.keys: dict[str, str] = {}
        self._labels: dict[str, list[Marked]] = {}
        self._marks: dict[tuple[str, str], list[Marked]] = {}
        for code, several in marked.items():
            for one in several:
                for label in sorted(one.labels):
                    self._labels.setdefault(label, []).append(one)
                for mark in sorted(one.marks):
                    self._marks.setdefault((code, mark), []).append(one)
                for stem in sorted({mark.partition(".")[0] for mark in one.marks if "." in mark}):
                    self._marks.setdefault((code, f"{stem}."), []).append(one)
        self._unmarked = {code for code, several in marked.items() if not any(one.marks for one in several)}

    def heed_codes(self, several: Sequence[Marked]) -> None:
        """Takes the codes before the items of a section for pointers where most are codes of the plan's own: "B1: A
        mentor ..." is for B1, while "C1", "C2" and "C3" before provision may count it under communication.
        """
        codes = [(one, code) for one in several for code in one.led]
        known = [(one, code) for one, code in codes if self._is_borne(*code)]
        by_areas = any(_OF_AREA.fullmatch(label) for one in several for label in one.labels)  # "C1", "L1", "S1"
        if len(known) * 3 >= len(codes) * 2 and not by_areas:
            for one, code in known:
                one.said.append(code)

    def _is_borne(self, noun: str, mark: str) -> bool:
        """Does the plan print the number or the label that is pointed at?"""
        kind, _, section = noun.partition(" ")
        section = "E" if kind == "outcome" else section
        hits = self._in(section, mark, None, place=False) if section else self._numbered(kind, mark, None, place=False)
        return bool(hits or self._labels.get(label_key(section + mark)))

    def named(self, one: Marked) -> list[Marked]:
        """The items of other kinds that it points at by noun, section or label, or by "paragraph"."""
        hits: list[Marked] = []
        for noun, mark in one.said:
            hits += self.alone(one, mark) if noun == "paragraph" else self.meant(noun, mark, one.item) if noun else ()
        for noun, mark in one.columns:
            hits += (self.meant(noun, mark, one.item) if noun else ()) or self.alone(one, mark)
        return [hit for hit in hits if hit.noun != one.noun]

    def bare(self, one: Marked) -> list[Marked]:
        """The items that it points at by bare numbers."""
        if one.noun == "need":
            return []
        found = [self.alone(one, mark) for noun, mark in one.said if not noun]
        return [hit for hits in found for hit in hits] if all(found) else []  # "(11.30 to 12)" is a time

    def alone(self, one: Marked, mark: str) -> list[Marked]:
        """The items that a number without a noun can mean: those of one kind, or of the kind that the section says."""
        kinds = ("need",) if one.noun == "outcome" else ("need", "outcome")
        found = [hits for noun in kinds if (hits := self._numbered(noun, mark, one.item, place=False))]
        if len(found) > 1:
            key = self.keys.get(one.item.section)
            found = [hits for hits in found if hits[0].noun == key]
        return found[0] if found else []

    def meant(self, noun: str, mark: str, item: Item | None) -> list[Marked]:
        """The items that a pointer with a noun means."""
        if noun == "label":
            return self._labels.get(mark, [])[:_MOST]
        kind, _, section = noun.partition(" ")
        if item is not None and kind == NOUNS[item.section]:
            return []
        if not section:
            return self._numbered(kind, mark, item, place=True) or (
                self._labels.get(f"E{mark.upper()}", []) if kind == "outcome" else []
            )
        labelled = self._labels.get(label_key(section + mark), [])
        if labelled and not self._in(section, mark, item, place=False):
            return labelled  # "C-1" before a need of section D: printed is more than counted
        return self._in(section, mark, item, place=True) or labelled

    def borne(self, section: str, mark: str, item: Item) -> list[Marked]:
        """The items of a section that bear this number itself."""
        return self._in(section, mark, item, place=False)

    def _numbered(self, noun: str, mark: str, item: Item | None, *, place: bool) -> list[Marked]:
        for section in _sections(noun, item):
            hits = self._in(section, mark, item, place=place)
            if hits:
                return hits
        return []

    def _in(self, section: str, mark: str, item: Item | None, *, place: bool) -> list[Marked]:
        """The items of a section with this mark: of the same area where numbers begin anew; with those
        under a number that has further ones within it; where nothing has a mark, the one in that place.
        """
        hits = self._marks.get((section, mark), [])
        if place:
            hits = [*hits, *(one for one in self._marks.get((section, f"{mark}."), ()) if one not in hits)]
        if hits:
            hits = hits[:_MOST]
            area = item.area if item is not None else None
            areas = [one.item.area for one in hits]
            return [one for one in hits if one.item.area == (area if area in areas else areas[0])]
        if not place or not mark.isdigit() or section not in self._unmarked:
            return []
        return self._marked[section][int(mark) - 1 : int(mark)] if int(mark) else []


_OF_AREA = re.compile(r"[AI-MQ-Z]\d{1,2}[a-z]?", re.IGNORECASE)
"""A label with a letter that is neither a section's with items nor one of a noun: need, outcome, provision."""


def _sections(noun: str, item: Item | None) -> Sequence[str]:
    if noun == "outcome":
        return ("E",)
    if noun == "provision":
        return ("F", "G", "H1", "H2")
    section = item.section if item is not None else "F"
    return ("C", "B", "D") if section == "G" else ("D", "B", "C") if section[0] == "H" else ("B", "C", "D")
