"""What a provision line has from the numbered item or the paragraph that it is one sentence of.

"F3. A therapist sees him for 40 minutes each week. She also models the session for the key worker." The plan's own
unit is F3: who does it, what it is and when it is reviewed are said once for all of its sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from itertools import pairwise

from ehcp_audit.checks.passages import lettered, lines, sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.language import traps
from ehcp_audit.model import Passage, Plan, Provision
from ehcp_audit.plan.over_all import frames
from ehcp_audit.plan.rules_over_all import is_rule
from ehcp_audit.rare import rarely


def siblings(provision: Provision, plan: Plan | None) -> tuple[Provision, ...]:
    """The other lines of provision that the plan gives the same number, or that stand in the same paragraph."""
    if plan is None:
        return ()
    start, end = paragraph(plan, provision)
    further = taken_up(provision, plan)
    return tuple(
        one
        for one in plan.section(provision.section).items
        if isinstance(one, Provision)
        and one is not provision
        and (
            start <= one.passages[-1].start < end
            or _numbered_alike(one, provision)
            or _on_one_card(one, provision, plan)
            or one is further
        )
    )


def direct_part(provision: Provision, plan: Plan | None) -> tuple[Provision, ...]:
    """The line before, where it is the direct part of what this one gives indirectly: "direct: 90 minutes, ..."."""
    if plan is None or _INDIRECT.match(provision.passages[-1].text) is None:
        return ()
    items = plan.section(provision.section).items
    return tuple(
        one
        for one, after in pairwise(items)
        if after is provision
        and isinstance(one, Provision)
        and _DIRECT.match(one.passages[-1].text)
        and one.refers == provision.refers
        and plan.text.count("\n", one.passages[-1].end, provision.passages[-1].start) == 1
    )


_INDIRECT, _DIRECT = rarely(r"\W{0,3}indirect\b", re.IGNORECASE), rarely(r"\W{0,3}direct\b", re.IGNORECASE)


def taken_up(provision: Provision, plan: Plan | None) -> Provision | None:
    """The line among the next few that says more of the programme that this one names: "... carries it out daily".

    "A small-steps programme, in which ..." over "The key adult will carry out the programme for 15 minutes a day".
    """
    named = {match.group(1).lower() for match in _NAMES.finditer(provision.text)}
    if plan is None or not named:
        return None
    items = plan.section(provision.section).items
    at = next((at for at, one in enumerate(items) if one is provision), len(items))
    return next(
        (
            one
            for one in items[at + 1 : at + 1 + _NEAR]
            if isinstance(one, Provision) and not named.isdisjoint(_spoken_of(one.text))
        ),
        None,
    )


def _spoken_of(text: str) -> set[str]:
    return {match.group(1).lower() for match in _SPEAKS_OF.finditer(text)}


_NEAR = 3  # lines
_KINDS = r"(programme|intervention|package|approach|therapy|curriculum|plan)\b"
_NAMES = rarely(r"\b(?!the |this |that |his |her |their )(?:\w[\w-]{1,40} )" + _KINDS, re.IGNORECASE)
_SPEAKS_OF = rarely(r"\b(?:the|this|that) " + _KINDS, re.IGNORECASE)


def _on_one_card(one: Provision, other: Provision, plan: Plan) -> bool:
    """Are both rows of one table that has a single title: "F3 for outcome 3" over "What", "Direct", "Practice"?"""
    if one.row is None or other.row is None or one.row[0] != other.row[0]:
        return False
    return once(plan, ("titles of table", one.section, one.row[0]), partial(_titles_of, plan, one)) == 1


def _titles_of(plan: Plan, one: Provision) -> int:
    """How many rows of the item's table have a title of their own."""
    table = one.row[0] if one.row else None
    items = plan.section(one.section).items
    return sum(
        any(field.name == "title" for field in item.fields) for item in items if item.row and item.row[0] == table
    )


def _numbered_alike(one: Provision, other: Provision) -> bool:
    return one.number is not None and (one.number, one.row, one.area) == (other.number, other.row, other.area)


def goes_on(provision: Provision) -> bool:
    """Does the line go on about the one before it: "They then carry out the stretches", "Both are repainted"?

    "She" and "he" may be the child, and are not asked.
    """
    return phrases("goes on").match(provision.text) is not None


def paragraph(plan: Plan, provision: Provision) -> tuple[int, int]:
    """Where the paragraph that holds the end of a provision starts and ends."""
    at = bisect_right(plan.starts, provision.passages[-1].start) - 1
    if at < 0:
        return provision.passages[-1].start, provision.passages[-1].end
    return plan.starts[at], plan.starts[at] + len(plan.stretches[at].text)


def review_of_all(provision: Provision, plan: Plan) -> Passage | None:
    """The sentence that reviews the whole section, or what stands before it in its paragraph."""
    code = provision.section
    told = once(plan, ("reviews of all", code), partial(_reviews_of_all, plan, code))
    if not told:
        return None
    start, end = paragraph(plan, provision)
    for sentence, widely in told:
        if widely or (start <= sentence.start < end and sentence.start > provision.passages[-1].start):
            return sentence
    return None


def review_elsewhere(plan: Plan) -> Passage | None:
    """The first sentence outside the sections, in E or in F, that says when provision or progress is looked at."""
    return once(plan, "review elsewhere", partial(_review_elsewhere, plan))


def _review_elsewhere(plan: Plan) -> Passage | None:
    for sentence in sentences((*plan.outside, *lettered(plan, "BEF"))):
        if holds(sentence, phrases("plan reviewed")) and traps.reviews(sentence.text):
            return sentence
        if is_rule(sentence.text, of_provision=True):  # "Provision is for 39 weeks a year, and is looked at each term"
            return sentence
    return next(
        (one for one in sentences(_over_all_lines(plan)) if traps.reviews(one.text)), None
    )  # "38 weeks a year. Reviewed at the meeting of 18 June."


def _over_all_lines(plan: Plan) -> list[Passage]:
    """The lines before the first of section F that say for how long all is given and when it is looked at."""
    section = plan.section("F")
    first = min((item.passages[0].start for item in section.items), default=0)
    return [one for one in lines(section.pieces) if one.start < first and frames(one.text)]


def _reviews_of_all(plan: Plan, code: str) -> list[tuple[Passage, bool]]:
    """The sentences of a section that review what stands before them in their paragraph, or (true) all of it."""
    return [
        (sentence, holds(sentence, phrases("reviews all")) is not None)
        for sentence in sentences(plan.section(code).pieces)
        if holds(sentence, phrases("reviews this")) and traps.reviews(sentence.text)
    ]
