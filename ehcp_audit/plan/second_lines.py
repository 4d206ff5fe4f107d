"""Headings of two lines, the second set smaller: "Health care needs" over "which relate to the child's special
educational needs".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, format_score, same_format
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import EXACT, STARTS, agreement
from ehcp_audit.rare import rarely

LONGEST_SECOND = 140  # characters
MOST_LINES = 2  # after the first
FEWEST_WORDS = 3
_GOES_ON = rarely(  # not "for Ada to join a club", "under the care of the clinic", "to walk to school with friends"
    r"(?:of|which|that|and|or|reasonably|relat(?:ed|ing) to|resulting from|including|arising from|"
    r"(?:as )?(?:required|needed) (?:by|for|to|under)|as (?:they|it|these|this) relates?|"
    r"(?:under|outside|within|pursuant to|in accordance with) (?:(?:the )?(?:[\w-]+ ){0,7}act|section|s\.? ?2|csdpa)|"
    r"to (?:meet|be (?:made|met|provided|arranged) (?:for|under|by))|"
    r"for (?:the |a |this )?(?:child|young person|pupil|student|learner))\b"
)
_OF_STATUTE = rarely(
    r"\b(?:which relate|relat(?:ed|ing) to|reasonably required|resulting from|(?:outcomes )?sought for|section 2|"
    r"chronically sick|required by|(?:the|a) (?:child|young person)\b)",
    re.IGNORECASE,
)
_OF_THE_ACT = re.compile(
    r"[(\[](?:(?:under|as required by|made under) )?(?:section 2 of )?(?:the )?"
    r"(?:chronically sick (?:and|&) disabled persons|csdp) act(?: 1970)?(?:,? section 2)?[)\]]",
    re.IGNORECASE,
)
_REST = rarely(  # of a heading that a PDF breaks after "which relate to his"
    r"(?:(?:his|her|their|the) )?(?:special educational needs?|learning difficult(?:y|ies)|difficult(?:y|ies)|"
    r"disabilit(?:y|ies))(?:,? (?:and|or) (?:(?:a|any|other) )?(?:disabilit(?:y|ies)|difficult(?:y|ies)))?"
    r"(?: (?:which|that) .{5,90})?"
)
_MID_ACT = rarely(r"\bsick(?: (?:and|&)(?: disabled(?: persons)?)?)?$", re.IGNORECASE)  # the Act's name, cut
_REST_OF_ACT = rarely(r"(?:(?:(?:(?:and|&) )?disabled )?persons )?act(?: 1970)?(?:,? section 2)?", re.IGNORECASE)
_RELATIVE = rarely(r"\b(?:which|that|who|what) (?:is|are|was|were|has been|have been|will be|must be)\b")
_STATES = rarely(r"\b(?:is|are|was|were|has|have|had|will|does|did|can|must|asked?|attends?|lives?|wants?|gets?)\b")
_DIGITS = rarely(r"\d")
_OF_ACT = rarely(r"\b(?:section|s\.?) ?2\b|\b(?:19|20)\d\d\b")


def with_second_lines(headings: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings, each with the line under it that goes on with its title, where the section says more after that."""
    firsts = {one.first for one in headings}
    return [_with_second_line(one, firsts, layout) if _may_go_on(one) else one for one in headings]


def _may_go_on(one: Heading) -> bool:
    return len(one.codes) == 1 and one.place in ("line", "alone", "row") and one.run_in is None


def _with_second_line(one: Heading, firsts: set[int], layout: Layout) -> Heading:
    if one.body is not None:
        return _in_paragraph(one, firsts, layout)
    for _ in range(MOST_LINES):
        after = one.last + 1
        if after + 1 >= len(layout.stretches) or not firsts.isdisjoint((after, after + 1)):
            break
        stretch = layout.stretches[after]
        row, beside = layout.rows[after], layout.cells[after] is not layout.cells[one.last]
        if stretch.marker or (beside and (row is None or row.first != one.first or row.last != after)):
            break
        again = format_score(layout, after) >= HEADING_FORMAT and agreement(stretch.text, one.codes[0]) >= EXACT
        again = again or (not beside and (_in_brackets(stretch.text) or _is_broken(one, after, layout)))
        if not (again or _goes_on(stretch.text, one.codes[0]) or (not beside and _fills_bar(one, after, layout))):
            break  # `again`: "Social care needs related to ..." under "Social care", which is over H1 and H2 too
        one = replace(one, last=after, text=f"{one.text} {' '.join(stretch.text.split())}")
    return one


def _in_paragraph(one: Heading, firsts: set[int], layout: Layout) -> Heading:
    """A heading and its second line in one paragraph, with a break between them."""
    text = layout.stretches[one.last].text
    line, more, _ = text[one.body :].partition("\n")
    if text[: one.body][-1:] != "\n" or not _goes_on(line, one.codes[0]):
        return one
    if not more and (one.last + 1 >= len(layout.stretches) or one.last + 1 in firsts):
        return one
    end = (one.body or 0) + len(line) + 1
    return replace(one, body=end if more else None, text=f"{one.text} {' '.join(line.split())}")


def _goes_on(text: str, code: str) -> bool:
    """Does a line go on in a small letter with the title above it, and state nothing of its own?"""
    if not text[:1].islower() or not _is_short(text):
        return False
    if _GOES_ON.match(text) is not None:
        return True
    agreed = agreement(text, code)
    return agreed >= STARTS or (agreed >= 0 and _OF_STATUTE.search(text) is not None)


def _fills_bar(one: Heading, index: int, layout: Layout) -> bool:
    """Is the line the rest of a bar that holds the heading alone, in the words of the statute?"""
    row = layout.rows[index]
    if row is None or row.last != index or row.first != one.first or one.form == "title":
        return False
    text = layout.stretches[index].text
    return _is_short(text) and _OF_STATUTE.search(text) is not None and agreement(text, one.codes[0]) >= STARTS


def _in_brackets(text: str) -> bool:
    """Does a line in brackets name the Act, and no more: "(Section 2 of the Chronically Sick and Disabled ...)"?"""
    return _OF_THE_ACT.fullmatch(text.strip()) is not None


def _is_broken(one: Heading, index: int, layout: Layout) -> bool:
    """Is the line the rest of a heading in capitals, or of one in bold, in the words of the statute?"""
    stretch, words = layout.stretches[index], layout.stretches[index].text.lower()
    if _MID_ACT.search(one.text) is not None:
        return is_rest_of_act(one.text, words)
    if not same_format(layout, one.last, index) or not _is_short(words) or _REST.fullmatch(words.strip()) is None:
        return False
    loud = one.text.isupper() and stretch.text.isupper()
    return loud or format_score(layout, index) >= HEADING_FORMAT


def is_rest_of_act(title: str, line: str) -> bool:
    """Does a title end amid the name of the Act, and is the line the rest of that name: "Persons Act 1970"?"""
    return _MID_ACT.search(title) is not None and _REST_OF_ACT.fullmatch(line.strip()) is not None


def _is_short(text: str) -> bool:
    if len(text) > LONGEST_SECOND or "\n" in text or text.rstrip().endswith((".", ":", ";", ",", "?")):
        return False
    if len(text.split()) < FEWEST_WORDS or _DIGITS.search(_OF_ACT.sub("", text)) is not None:
        return False
    return _STATES.search(_RELATIVE.sub("", text)) is None and not is_nil(text)
