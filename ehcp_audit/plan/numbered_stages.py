"""Steps that have a number below that of their outcome: "1" is the outcome, "1.1" and "1.2" are the way to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ehcp_audit.model import Field
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.staged import last_day_in, promises_something

_BELOW = re.compile(r"(?P<outcome>\d{1,2})(?:\.(?P<figure>\d{1,2})|(?P<letter>[a-h]))")
_CODED = re.compile(  # "S1.2 July 2028: ..." under "O1. By July 2029 ..."
    r"(?P<kind>[A-Z]{1,4})[ -]?(?P<outcome>\d{1,2})(?:\.\d{1,2})?(?:[.:)]|\s[–—-]|(?=\s))\s"
)
_FEWEST = 2  # outcomes with steps that make a habit


def with_numbered_stages(drafts: Sequence[Draft]) -> list[Draft]:
    """The outcomes with what stands below each by its number as their steps.

    Where the lines below promise as much, by the same day, they are the outcomes of a plan that numbers them by area.
    """
    ordered = sorted(drafts, key=lambda draft: draft.passages[0].start)
    outcome: Draft | None = None
    under: list[tuple[Draft, Draft]] = []
    if coded := _under_by_codes(ordered):
        return _as_steps(drafts, coded)
    for draft in ordered:
        below = _BELOW.fullmatch(draft.number or "")
        if below is None:
            outcome = draft
        elif outcome is not None and outcome.number == below["outcome"]:
            under.append((outcome, draft))
    steps = [(over, one) for over, one in under if _leads_to(one, over)]
    if len({id(over) for over, _ in steps}) < _FEWEST or len(steps) < len(under):
        return list(drafts)
    return _as_steps(drafts, steps)


def _under_by_codes(ordered: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """The steps that a code of another letter tells, with the number of the outcome before them: "S1.1" under "O1"."""
    found: list[tuple[Draft, Draft]] = []
    outcome: tuple[Draft, str, str] | None = None
    for draft in ordered:
        match = _CODED.match(draft.passages[0].text)
        if match is None:
            outcome = None
        elif outcome is not None and match["kind"] != outcome[1] and match["outcome"] == outcome[2]:
            own, goal = last_day_in(draft.passages[0].text[match.end() :]) or _day(draft), _day(outcome[0])
            if own is None or goal is None or own > goal or promises_something(draft):
                return []
            found.append((outcome[0], draft))
        else:
            outcome = (draft, match["kind"], match["outcome"])
    kinds = {match["kind"] for _, one in found if (match := _CODED.match(one.passages[0].text))}
    return found if len(kinds) == 1 and len({id(over) for over, _ in found}) >= _FEWEST else []


def _as_steps(drafts: Sequence[Draft], steps: Sequence[tuple[Draft, Draft]]) -> list[Draft]:
    """The drafts with some of them as steps of others: each is given with its outcome before it."""
    for over, one in steps:
        over.fields += [Field("steps", passage) for passage in one.passages]
        over.fields += [said._replace(name="steps") if said.name == "by_when" else said for said in _told(one)]
    gone = {id(one) for _, one in steps}
    return [one for one in drafts if id(one) not in gone]


def _told(step: Draft) -> list[Field]:
    return [said for said in step.fields if said.name != "need"]


def _leads_to(step: Draft, outcome: Draft) -> bool:
    """May it be a step: its outcome promises something, and it promises nothing itself or is due before that?"""
    if not promises_something(outcome):
        return False
    own, goal = _day(step), _day(outcome)
    if own is not None and goal is not None:
        return own < goal or (own == goal and not promises_something(step))
    return not promises_something(step)


def _day(draft: Draft) -> date | None:
    """The last day that it says by when."""
    said = [one.text for one in draft.passages] + [one.passage.text for one in draft.fields if one.name == "by_when"]
    return max((day for text in said if (day := last_day_in(text)) is not None), default=None)
