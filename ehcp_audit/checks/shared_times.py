"""A time that is said once for several lines: of section E for its outcomes, and over lines of provision for them.

The reader gives each outcome the date that a sentence plainly says of all ("All outcomes are to be met by July 2028").
There is no end to the ways of saying it, so where hardly any outcome has a time of its own and the section does name
one, or where a sentence anywhere speaks of outcomes and of a time, that an outcome lacks it is not for a rule to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.scanning import once
from ehcp_audit.language.deadlines import points
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.model import Item, Outcome, Passage, Plan, Provision
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely


def time_for_all(plan: Plan) -> Passage | None:
    """The first line outside the outcomes that names a time, where fewer than half of them name one; or the first
    sentence of the plan that names a time and the outcomes; else None.
    """
    return once(plan, "time for all outcomes", partial(_time_for_all, plan))


def _time_for_all(plan: Plan) -> Passage | None:
    outcomes = [item for item in plan.section("E").items if isinstance(item, Outcome)]
    few = 2 * sum(map(_names_a_time, outcomes)) < len(outcomes)
    for line in _lines_outside(plan, outcomes):
        if (few or _UNLESS.search(line.text)) and points(line.text):
            return line
    return next(
        (one for one in _of_outcomes(plan) if points(one.text) and not _OF_SOMETHING_ELSE.search(one.text)), None
    )


_UNLESS = rarely(  # "These are for when I finish Year 13 in July 2028, unless another date is written."
    r"\b(?:unless|except where|save where|where no other)\b[^.]{0,40}\b(?:date|time|shown|written|stated|given|said)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = rarely(
    r"\b(?:review|progress|meeting|monitor|looked at|report|advice|steps|targets|previous|exams?\b|tests?\b|below\b|"
    r"outcomes (?:of|from) (?!(?:the|this|his|her|their|my) (?:plan|ehcp)\b))",
    re.IGNORECASE,
)
"""When outcomes are looked at or were set, and how examinations went."""


def _of_outcomes(plan: Plan) -> Iterator[Passage]:
    """The sentences outside section E that hold the word."""
    pieces = (piece for section in plan.sections if section.code != "E" for piece in section.pieces)
    return (one for one in sentences((*plan.outside, *pieces)) if "outcomes" in one.text.lower())


def period_over(provision: Provision, plan: Plan) -> Passage | None:
    """The last line over this one that says for how long what follows is given: "From September 2026 until the end of
    Year 7", "These run for 38 weeks"; None where none does.

    In the heading of one kind of help ("Speech and language, until July 2027") it holds as far as the next heading.
    """
    code = provision.section
    over = once(plan, ("lines over", code), partial(_lines_over, plan, code))
    past_heading = False
    for line, says_how_long in reversed([one for one in over if one[0].start < provision.passages[0].start]):
        if says_how_long and not (past_heading and _is_heading(line.text)):
            return line
        past_heading = past_heading or _is_heading(line.text)
    return None


def _lines_over(plan: Plan, code: str) -> list[tuple[Passage, bool]]:
    """The lines of a section that are none of its items, each with whether it says for how long."""
    lines = (one for one in _lines_between(plan, code, plan.section(code).items) if one.text.strip())
    return [(one, _says_how_long(one.text)) for one in lines]


def _is_heading(line: str) -> bool:
    """Does it name a kind of help? A sentence, or a time alone ("From September 2026 until July 2027"), does not."""
    return not line.rstrip().endswith((".", ":")) and _OF_ALL_BELOW.match(line) is None


def _says_how_long(line: str) -> bool:
    """Does a line name an end or a length, and give nothing itself?"""
    if not _TO_AN_END.search(line) or len(line.split()) > _LONGEST_LINE or _LOOKED_AT.search(line):
        return False
    said = provision_wording(line)
    given = [one for one in said.amounts if not _OF_THE_YEAR.fullmatch(one.text)]
    return not given and bool(said.lengths or any(one.kind not in _NO_END for one in points(line)))


_OF_THE_YEAR = rarely(  # "for 38 weeks a year": how long a year is, and no amount of help
    r"(?:\d{2}|thirty(?:[- ]\w{3,5})?|forty)(?: [\w-]{1,12}){0,2} weeks(?: (?:an?|per|of the|in the|"
    r"in each|each|every|of each)"
    r"(?: \w{1,12})? year)?",
    re.IGNORECASE,
)
_NO_END = ("age", "transfer", "review")
_LONGEST_LINE = 30  # words
_TO_AN_END = rarely(  # "From September 2026" says when it begins
    r"\b(?:until|till|ends?|ending|(?:up )?to|through(?:out)?|for (?:the|this|all|one|two|three|\d+)|during|"
    r"(?:in|over) (?:the )?(?:whole |whole of )?(?:this |school |academic )?year|between)\b|\d\s?[–—-]\s?[\dA-Z]",
    re.IGNORECASE,
)
_OF_ALL_BELOW = rarely(
    rf"\W*(?:from|until|till|for (?:the|this|all|one|two|three|\d+)|through(?:out)?|during|between|these|this|all|each|"
    rf"every\w*|provision|(?:academic |school )?year|{NAMED}|\d+)\b",
    re.IGNORECASE,
)
_LOOKED_AT = rarely(r"\b(?:review|report|assess|advice|meeting|agreed|letter|was|were)", re.IGNORECASE)


def _names_a_time(outcome: Outcome) -> bool:
    return any(one.name == "by_when" for one in outcome.fields) or bool(outcome_wording(outcome.text).deadlines)


def _lines_outside(plan: Plan, outcomes: list[Outcome]) -> Iterator[Passage]:
    """The lines of section E that hold no word of an outcome or of what is told of one."""
    return _lines_between(plan, "E", outcomes)


def _lines_between(plan: Plan, code: str, items: Sequence[Item]) -> Iterator[Passage]:
    """The lines of a section that hold no word of an item or of what is told of one."""
    passages = (passage for one in items for passage in (*one.passages, *(field.passage for field in one.fields)))
    taken = [(one.start, one.end) for one in passages]
    for piece in plan.section(code).pieces:
        start = 0
        for text in piece.text.split("\n"):
            line = piece.cut(start, start + len(text))
            start += len(text) + 1
            begins, ends = line.start, line.end
            if not [None for first, last in taken if first < ends and begins < last]:
                yield line
