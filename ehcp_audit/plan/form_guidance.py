"""What a form tells its writer under its headings: "List the advice in the order of regulation 6."

Such a line by itself may be the plan's own words to its readers ("Describe pictures to her"). It is the form's where it
speaks of what plans are made of, names nobody, and stands right under the headings of several sections.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, takewhile

from ehcp_audit.plan.form_words import AROUND, is_guidance, is_more_guidance
from ehcp_audit.plan.headings import Heading
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

FEWEST_GUIDED = 3  # sections
MOST_LINES = 6
_ACT = r"(?:csdpa|csdp act|chronically sick (?:and|&) disabled persons? act)"
_OF_ACT = rarely(  # "Under section 2 of the Chronically Sick and Disabled Persons Act 1970", "Outside the 1970 Act"
    r"(?:(?:any |all |other ){0,2}(?:social care )?(?:provision|support|services|that|help)(?: (?:which|that))? )?"
    r"(?:(?:must be |is |is to be |to be )?(?:made|arranged|required|given|provided|resulting|assessed) )?"
    r"(?:(?:and )?(?:other than|not|under|outside|pursuant to|resulting from|from|in accordance with|as required by|by)"
    r" ){0,3}"
    r"(?:the )?(?:(?:section|s\.?) ?2(?: of the|,)? ?)?(?:the )?"
    r"(?:" + _ACT + r"(?:,? 1970)?|(?:1970 act|act of 1970))(?:,? ?\(?(?:section|s\.?) ?2\)?)?\.?"
)


def guidance(layout: Layout, owners: Sequence[str | None], headings: Sequence[Heading]) -> list[int]:
    """The stretches under the sections' headings that are guidance, where those of several sections are; and what
    names the Act under H1 and H2.
    """
    first = [at for one in headings if (at := _first_under(layout, owners, one)) is not None]
    acts = [at for at in first if owners[at] in ("H1", "H2") and _names_act(layout, at)]
    rest = [at for at in first if at not in acts]
    return [*acts, *dict.fromkeys((*_in_several(layout, owners, rest), *_in_italics(layout, owners, rest)))]


def _names_act(layout: Layout, index: int) -> bool:
    """Does a line under H1 or H2 only say of which Act it is, as the rest of the heading?"""
    row, text = layout.rows[index], " ".join(layout.stretches[index].text.split()).strip(AROUND)
    return (row is None or len(row.cells) == 1) and _OF_ACT.fullmatch(plain(text)) is not None


def _in_several(layout: Layout, owners: Sequence[str | None], first: Sequence[int]) -> list[int]:
    """Those of the first lines that are guidance, and what follows them, where three sections have some."""
    guided = [at for at in first if is_guidance(layout.stretches[at].text)]
    if len({owners[at] for at in guided}) < FEWEST_GUIDED:
        return []
    guides = partial(_guides, layout)
    return [index for at in guided for index in (at, *_further(owners, at, guides, MOST_LINES - 1))]


def _first_under(layout: Layout, owners: Sequence[str | None], one: Heading) -> int | None:
    """The first line of a section's own right under its heading."""
    at = one.last + 1
    if not one.codes or one.place == "column" or one.body is not None or at >= len(owners):
        return None
    return at if owners[at] is not None else None


def _in_italics(layout: Layout, owners: Sequence[str | None], first: Sequence[int]) -> list[int]:
    """The first lines in italics that speak of nobody, and those in italics that follow them, where four sections have
    some and the plan's own words stand upright.
    """
    told = [at for at in first if _is_told_in_italics(layout, at)]
    if len({owners[at] for at in told}) < FEWEST_IN_ITALICS:
        return []
    slanted = sum(len(one.text) for one in layout.stretches if one.italic)
    if slanted > MOST_IN_ITALICS * sum(len(one.text) for one in layout.stretches):
        return []
    slants = partial(_is_told_in_italics, layout)
    return [index for at in told for index in (at, *_further(owners, at, slants))]


def _is_told_in_italics(layout: Layout, index: int) -> bool:
    stretch = layout.stretches[index]
    answers = len(stretch.text.split()) <= LONGEST_NIL and is_nil(stretch.text)
    return stretch.italic and not answers and _OF_SOMEBODY.search(stretch.text) is None


LONGEST_NIL = 12  # words: "Left blank in a draft; the type alone where none is named" says nothing of this child
FEWEST_IN_ITALICS = 4  # sections
MOST_IN_ITALICS = 0.3  # of the document's letters
_OF_SOMEBODY = rarely(
    r"[“”\"]|\b(?:he|she|his|her|him|I|my|me|we|our|us|(?<!act )(?:19|20)\d\d(?! act)|M(?:r|rs|s|iss))\b", re.I
)
"""What is said of a child or by somebody, or has a date: the plan's own words."""


def _guides(layout: Layout, index: int) -> bool:
    text = layout.stretches[index].text
    return is_guidance(text) or is_more_guidance(text)


def _further(
    owners: Sequence[str | None], at: int, goes_on: Callable[[int], bool], most: int | None = None
) -> Iterator[int]:
    """The lines that follow the first of its section and go on with it, so many at the most."""
    of_section = takewhile(lambda index: owners[index] == owners[at], range(at + 1, len(owners)))
    return takewhile(goes_on, islice(of_section, most))
