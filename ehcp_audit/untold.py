"""The sections whose needs, outcomes or provision could not be told apart, as every report of a plan says it first."""

from __future__ import annotations

from collections.abc import Iterator

from ehcp_audit.model import Mode, Scorecard, State, Verdict
from ehcp_audit.styling import join_words

_PROVISION = "line of provision"
_ITEMS = {
    "B": "need",
    "C": "need",
    "D": "need",
    "E": "outcome",
    "F": _PROVISION,
    "G": _PROVISION,
    "H1": _PROVISION,
    "H2": _PROVISION,
}
_OF_THE_THREAD = ("B", "E", "F")  # without any of these nothing can be followed from need to provision
_MOST = 4  # criteria that are all named
_FIRST = 3  # named where there are more


def untold_lines(card: Scorecard) -> tuple[str, ...]:
    """A sentence for each section that was read and not understood: who must read it, why, and what so waits.

    "Section B must be read by a person: these rules could not tell one need from the next, so B03, B05 and the golden
    thread were not checked."
    """
    return tuple(_lines(card))


def _lines(card: Scorecard) -> Iterator[str]:
    states = dict(card.plan.sections)
    asked = (one.subject for result in card.criteria for one in result.findings if "." in one.subject)
    holding = {subject.partition(".")[0] for subject in (*(item.subject for item in card.plan.items), *asked)}
    for code, state in card.plan.sections:
        if state is State.PRESENT and code in _ITEMS and code not in holding:
            what = f"one {_ITEMS[code]} from the next"
        elif state is State.UNKNOWN and not card.plan.partial and not _is_half(code, states):
            what = "where it begins and ends"
        else:
            continue
        ids = _not_checked(card, code)
        left = [*_named(ids), *(["the golden thread"] if code in _OF_THE_THREAD else [])]
        if left:  # else nothing was asked of it
            one = len(left) == 1 and len(ids) < 2
            yield (
                f"Section {code} must be read by a person: these rules could not tell {what}, so {join_words(left)} "
                f"{'was' if one else 'were'} not checked."
            )


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
    if len(ids) <= _MOST:
        return ids
    return [f"{len(ids)} criteria ({join_words([*ids[:_FIRST], f'{len(ids) - _FIRST} more'])})"]
