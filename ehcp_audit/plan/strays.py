"""Lines among the words of sections that belong to none: page numbers, headings said again in another language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.headings import Heading
from ehcp_audit.plan.layout import Layout

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
    return [index for habit in habits if len(habit) >= _OFTEN for index in habit if index not in opening]
