"""Lines among the words of sections that belong to none: page numbers, headings said again overleaf or in another
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehcp_audit.plan.headings import LONGEST_HEADING, Heading
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.vocabulary import title_key

_PAGE = re.compile(r"\W{0,3}page \d{1,3} (?:of|/) \d{1,3}\W{0,3}", re.IGNORECASE)
_AGAIN = re.compile(r"(?P<word>[^\W\d_]{3,12})\s(?P<code>[A-K][12]?)\s?[:.–—-]\s")
_OFTEN = 3  # lines that make a habit


def strays(layout: Layout, headings: Sequence[Heading]) -> list[int]:
    """The stretches that count the pages, as text pasted from a PDF keeps them ("Page 2 of 8"), and those that say the
    heading before them in another language ("Adran D: Anghenion gofal").
    """
    pages = [index for index, one in enumerate(layout.stretches) if _PAGE.fullmatch(one.text)]
    again: dict[str, list[int]] = {}
    for one in headings:
        after = layout.stretches[one.last + 1].text if one.last + 1 < len(layout.stretches) else ""
        match = _AGAIN.match(after)
        if match is not None and match["code"] in one.codes:
            again.setdefault(match["word"], []).append(one.last + 1)
    habits = (pages, *again.values())
    opening = {one.first for one in headings}
    found = [index for habit in habits if len(habit) >= _OFTEN for index in habit]
    return [index for index in (*found, *_said_overleaf(layout, headings)) if index not in opening]


def _said_overleaf(layout: Layout, headings: Sequence[Heading]) -> Iterator[int]:
    """The title of a section said anew where it goes on: under its letter, "E (continued)", or over "(continued)" in a
    line of its own, perhaps with the letter between them.
    """
    titles: dict[tuple[str, ...], set[str]] = {}
    begins = [*(one.first for one in headings[1:]), len(layout.stretches)]
    for one, end in zip(headings, begins, strict=False):
        after = one.last + 1
        if one.continued and after < end and _is_said(layout, after, titles.get(one.codes, set())):
            yield after
        if not one.codes:
            continue
        said = titles.setdefault(one.codes, set())
        said.add(title_key(one.text))
        for index in range(after, end):
            if (
                not layout.stretches[index].text.endswith(_ENDS)
                or _CONTINUED.fullmatch(layout.stretches[index].text) is None
            ):
                continue
            yield index
            for above in range(index - 1, max(after, index - _MOST_LINES) - 1, -1):
                if layout.stretches[above].text.strip() not in one.codes and not _is_said(layout, above, said):
                    break
                yield above


_OF_OTHERS = re.compile(  # "Sections E and F are set out together, area by area." under D
    r"(?:outcomes and provision \()?(?:section|part)s (?P<codes>[A-K][12]?(?:(?:, | and |, and | & | to |"
    r"[-–])[A-K][12]?){1,4})"
    r"\)?,? (?:(?:below|which follow|that follow),? )?(?:are|stand|have been|follow|come|appear|run|share)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[A-K][12]?\b")


def of_later_sections(layout: Layout, owners: Sequence[str | None]) -> Iterator[int]:
    """The paragraphs that say how two or more sections after the one they stand in are set out: they are of neither."""
    for index, owner in enumerate(owners):
        text = layout.stretches[index].text if owner is not None and layout.rows[index] is None else ""
        match = _OF_OTHERS.match(text.lstrip()) if text else None
        if match is not None and all(code > (owner or "") for code in _CODE.findall(match["codes"].upper())):
            yield index


def _is_said(layout: Layout, index: int, titles: set[str]) -> bool:
    """Is a line a title that a heading of the section has, with or without its letter?"""
    key = title_key(layout.stretches[index].text) if len(layout.stretches[index].text) <= LONGEST_HEADING else ""
    return bool(key) and any(key == one or one.endswith(f" {key}") for one in titles)


_CONTINUED = re.compile(r"[(\[]?\s?cont(?:inued|'d|’d|\.)?\s?\.{0,3}[)\]]?", re.IGNORECASE)
_ENDS = (")", "d", "D", ".", "]")
_MOST_LINES = 3  # above "(continued)" that may be of the heading
