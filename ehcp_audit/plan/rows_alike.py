"""Rows of the one table of sections whose letter stands over a title in the family's own words: "A" over "What Sam
wants", among "B" over "Special educational needs" and the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.headings import Heading, same_format
from ehcp_audit.plan.layout import Layout
from ehcp_audit.rare import rarely

_FEWEST = 5  # sections that open so in a table
_LETTER_OVER = rarely(r"(?P<code>H[12]|[A-K])\n(?P<title>[^\n]{2,60})")
_SCORE = 0.8


def with_rows_alike(chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, with the rows set as most of the sections' are and no title taken for a section inside them."""
    tables: dict[int, list[Heading]] = {}
    for one in chosen:
        row = layout.rows[one.first]
        if one.place == "row" and row is not None and _code_over(layout, one.first) in one.codes:
            tables.setdefault(row.table, []).append(one)
    found = list(chosen)
    for table, alike in tables.items():
        if len({one.codes for one in alike}) >= _FEWEST:
            found = _with_rows(found, alike, table, layout)
    return sorted(found, key=lambda one: one.first)


def _with_rows(chosen: list[Heading], alike: Sequence[Heading], table: int, layout: Layout) -> list[Heading]:
    lettered = {code for one in chosen if one.form != "title" for code in one.codes}
    for row in layout.tables[table]:
        code = _code_over(layout, row.first)
        if code is None or code in lettered or len(row.cells) < 2 or not same_format(layout, row.first, alike[0].first):
            continue
        before = [SECTION_CODES.index(one.codes[0]) for one in alike if one.first < row.first]
        after = [SECTION_CODES.index(one.codes[0]) for one in alike if one.first > row.first]
        at = SECTION_CODES.index(code)
        if max(before, default=-1) < at < min(after, default=len(SECTION_CODES)):
            text = " ".join(layout.stretches[row.first].text.split())
            kept = [one for one in chosen if code not in one.codes]
            chosen = [*kept, Heading(row.first, row.first, (code,), "bare", _SCORE, text, place="row")]
    return chosen


def _code_over(layout: Layout, index: int) -> str | None:
    """The letter that a stretch holds alone in its first line, over a title in its second."""
    match = _LETTER_OVER.fullmatch(layout.stretches[index].text.strip())
    return match["code"] if match is not None else None
