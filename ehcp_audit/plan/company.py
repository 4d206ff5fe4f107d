"""Headings that are known by those around them: written, placed and set like the others, and next in the order."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.headings import Heading, same_format
from ehcp_audit.plan.layout import Layout, Row

LEAST = 0.3
PEERS = 4


def in_company(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The unsure candidates that the sure ones vouch for: "F  What will happen" between "E  Outcomes" and "G  ...".

    At least four others must be written, placed and set alike, none of them for the same letter, and the letter
    before or after it in the alphabet must be the nearest of them on that side.
    """
    found: list[Heading] = []
    taken = {one.first for one in sure}
    for one in candidates:
        if not one.codes or one.form in ("title", "outside", "column") or one.first in taken or one.score < LEAST:
            continue
        if len(one.codes) != 1 or one.codes[0] not in SECTION_CODES or one.place == "column":
            continue
        peers = [other for other in sure if _alike(one, other, layout)]
        codes = {other.codes[0] for other in peers}
        if len(codes) >= PEERS and one.codes[0] not in codes and _in_order(one, peers):
            found.append(one)
    return found


def _alike(one: Heading, other: Heading, layout: Layout) -> bool:
    if (
        one.form != other.form
        or _stand(one) != _stand(other)
        or one.page != other.page
        or bool(one.sub) != bool(other.sub)
    ):
        return False
    mine, theirs = layout.rows[one.first], layout.rows[other.first]
    if one.place == "row" and (mine is None or theirs is None or not _same_rows(mine, theirs)):
        return False
    return same_format(layout, one.first, other.first)


def _same_rows(mine: Row, theirs: Row) -> bool:
    """Rows of one table, or each the first row of a table of its own."""
    return mine.table == theirs.table or mine.number == theirs.number == 1


def _stand(one: Heading) -> str:
    """A line of its own and the only cell of a row are told apart by a frame only."""
    return "line" if one.place == "alone" else one.place


def _in_order(one: Heading, peers: Sequence[Heading]) -> bool:
    before = next((other for other in reversed(peers) if other.first < one.first), None)
    after = next((other for other in peers if other.first > one.first), None)
    at = SECTION_CODES.index(one.codes[0])
    return (before is not None and _place(before) == at - 1) or (after is not None and _place(after) == at + 1)


def _place(one: Heading) -> int:
    """The place in the alphabet; a lone H counts as H1, where it is before, or H2."""
    return SECTION_CODES.index(one.codes[-1]) if one.codes[-1] in SECTION_CODES else SECTION_CODES.index("H2")
