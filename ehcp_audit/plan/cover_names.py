"""The child's name on a cover where no label gives it: in large type, or at the head of a line and of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehcp_audit.model import Passage, Stretch
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.pairs import Pair
from ehcp_audit.plan.told import ALL_NAME, NAME, NO_NAME, lines_of_cover
from ehcp_audit.rare import rarely

_TOP = 8  # lines
_LEAST_SAID = 3
_FIRST = 40  # stretches among which a title stands
_SHORT_NAME = rarely(r"""\s\(["'“‘]?[A-Z][\w'’-]{0,25}["'”’]?\)(?=\s[A-Z])""")
_BEGINS = re.compile(r"\s{0,3}" + NAME + r"(?=\s{0,2}(?:[,.;(–—-]|$|\n))")
_HEADS_LINE = re.compile(  # "Ana Sample, aged 9", "for Ana Sample - Elm County Council", "Ana Sample. This is a draft"
    r"(?:(?i:for|of|about)\s)?(?P<name>" + NAME + r")(?:\s{1,2}\([^()\n]{2,25}\))?(?=\s{0,2}(?:[,.;:|·–—-]|$|\n))"
)
_NO_PERSON = rarely(
    r"\b(?:Team|Services?|Centre|Office|House|Hall|Road|Street|Lane|Trust|Board|Partnership|Directorate|Department|"
    r"Inclusion|Support|Learning|Letter|Record|Confidential|Private|Official|Sensitive|Page|Copy|My|Our|Your|Printed|"
    r"Amended|Review|Annual|Needs|Form|Case|Photograph|Mrs?|Ms|Miss|Dr|Prof)\b",
    re.IGNORECASE,
)


_PLAN_FOR = rarely(
    r"(?i:plan|ehcp)(?:\s{1,3}(?i:for|of)|\s{0,3}[:–-])\s{0,3}"
    r"(?P<name>[A-Z][\w'’-]{1,25}(?:\s{1,2}[A-Z][\w'’-]{1,25}){1,3})\s{0,3}$"
)
_NO_CHILD = rarely(
    r"\b(?:working|document|draft|final|version|plan|review|annual|section|health|care)\b", re.IGNORECASE
)


def begins_with_name(text: str) -> bool:
    """Does a text begin with a first name and a family's: "Ana Sample", "Ana (Annie) Sample. Born in May"?"""
    return _BEGINS.match(without_short_name(text)) is not None


def without_short_name(text: str) -> str:
    """A name without the short form that stands in brackets amid it: "Wilfred (Wilf) Sample"."""
    return _SHORT_NAME.sub("", text, count=1)


def names_of_cover(layout: Layout, ownership: Ownership, margins: Sequence[Stretch]) -> Iterator[Pair]:
    """The child's name as the cover has it without a label, the surest first."""
    yield from _in_large_type(layout, ownership)
    yield from _at_head_of_pages(layout, ownership, margins)


def name_in_title(layout: Layout, ownership: Ownership) -> Passage | None:
    """The name that a title ends with: "Education, Health and Care Plan for Ana Sample"."""
    for index, stretch in enumerate(layout.stretches[:_FIRST]):
        if ownership.owners[index] is not None:
            continue
        match = _PLAN_FOR.search(stretch.text)
        if match and not _NO_CHILD.search(match["name"]):
            start = layout.starts[index] + match.start("name")
            return layout.passage(start, start + len(match["name"]))
    return None


def _at_head_of_pages(layout: Layout, ownership: Ownership, margins: Sequence[Stretch]) -> Iterator[Pair]:
    """A name at the head of one of the first lines that the running heads hold too. What stands in a row after a label
    is what that says: "Caseworker | Ben Sample".
    """
    heads = " | ".join(margin.text for margin in margins)
    if not heads:
        return
    for index in lines_of_cover(layout, ownership)[:_TOP]:
        row, said = layout.rows[index], _HEADS_LINE.match(layout.stretches[index].text)
        if said is None or (row is not None and row.first != index):
            continue
        name = said["name"]
        if not (NO_NAME.search(name) or _NO_PERSON.search(name)) and re.search(rf"\b{re.escape(name)}\b", heads):
            start = layout.starts[index] + said.start("name")
            yield Pair("child_name", "", layout.passage(start, start + len(name)))


def _in_large_type(layout: Layout, ownership: Ownership) -> Iterator[Pair]:
    """A name in large or bold type near the top of the cover, or in the row of a birthday, whose first name the plan
    says again and again.
    """
    for index in lines_of_cover(layout, ownership)[:_TOP]:
        stretch = layout.stretches[index]
        large = stretch.bold or (stretch.size or 0.0) > 1.15 * (layout.body_size or 1000.0)
        begin = len("for ") if stretch.text[:4].lower() == "for " else 0  # "For Rowan Ashdown"
        name = stretch.text[begin:]
        row = layout.rows[index]  # the only cell of its row is a box
        boxed = row is None or len(row.cells) == 1
        if not ((large and boxed) or _is_beside_birthday(layout, index)) or ALL_NAME.fullmatch(name) is None:
            continue
        first = name.split()[0]
        if not NO_NAME.search(name) and len(re.findall(rf"\b{re.escape(first)}\b", layout.text)) > _LEAST_SAID:
            yield Pair("child_name", "", layout.passage(layout.starts[index] + begin, layout.ends[index]))


def _is_beside_birthday(layout: Layout, index: int) -> bool:
    """Does a cell stand first in a row of which the next is the date of birth: "Rowan Ashdown", "Born: 4 May 2015"?"""
    row = layout.rows[index]
    if row is None or len(row.cells) < 2 or row.first != index or len(row.cells[0].stretches) > 1:
        return False
    told = layout.stretches[row.cells[1].stretches[0]].text
    return _BIRTHDAY.match(told) is not None


_BIRTHDAY = re.compile(r"(?:date of birth|d\.?o\.?b\b|born\b|birthday)[^\d\n]{0,12}\d", re.IGNORECASE)
