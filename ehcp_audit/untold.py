"""The sections whose needs, outcomes or provision could not be told apart, as every report of a plan says it first."""

from __future__ import annotations

from collections.abc import Iterator

from ehcp_audit.model import Mode, Scorecard, State, Verdict
from ehcp_audit.styling import count, join_words

_ITEMS = {
    "B": "needs",
    "C": "needs",
    "D": "needs",
    "E": "outcomes",
    "F": "provision",
    "G": "provision",
    "H1": "provision",
    "H2": "provision",
}
_OF_THE_THREAD = ("B", "E", "F")  # without any of these nothing can be followed from need to provision
_MOST = 8  # criteria that are named


def untold_lines(card: Scorecard) -> tuple[str, ...]:
    """A sentence for each section that was read and not understood: what could not be told, and what so waits.

    "Section B: the needs could not be told apart; B03, B05 and the golden thread were not checked."
    """
    return tuple(_lines(card))


def _lines(card: Scorecard) -> Iterator[str]:
    states = dict(card.plan.sections)
    asked = (one.subject for result in card.criteria for one in result.findings if "." in one.subject)
    holding = {subject.partition(".")[0] for subject in (*(item.subject for item in card.plan.items), *asked)}
    for code, state in card.plan.sections:
        if state is State.PRESENT and code in _ITEMS and code not in holding:
            what = f"the {_ITEMS[code]} could not be told apart"
        elif state is State.UNKNOWN and not card.plan.partial and not _is_half(code, states):
            what = "it could not be told where it begins and ends"
        else:
            continue
        left = [*_named(_not_checked(card, code)), *(["the golden thread"] if code in _OF_THE_THREAD else [])]
        if left:  # else nothing was asked of it
            yield f"Section {code}: {what}; {join_words(left)} {'was' if len(left) == 1 else 'were'} not checked."


def _is_half(code: str, states: dict[str, State]) -> bool:
    """Does one heading "H" hold both halves, so that the words of this one stand under the other?"""
    other = {"H1": "H2", "H2": "H1"}.get(code)
    return other is not None and states.get(other, State.UNKNOWN) is not State.UNKNOWN


def _not_checked(card: Scorecard, code: str) -> list[str]:
    """The criteria that wait for a person because nothing could be asked: those that only a person judges are not."""
    return [
        result.id
        for result in card.criteria
        if result.mode is not Mode.HUMAN
        and any(
            one.subject == code and one.verdict is Verdict.NEEDS_PERSON and one.proposed is None
            for one in result.findings
        )
    ]


def _named(ids: list[str]) -> list[str]:
    more = len(ids) - _MOST
    return ids if more < 2 else [*ids[:_MOST], count(more, "more criterion", "more criteria")]
