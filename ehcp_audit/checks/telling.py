"""What lacks in many lines of a section alike is told once, of the section, and not of each of its lines.

A plan that never cites its advice has one habit and not twenty faults. Where most of its lines do cite theirs, each
that does not stands by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from ehcp_audit.checks.passages import first, listed_first
from ehcp_audit.model import Answer, Item, Verdict


class Told(NamedTuple):
    """The answer for the section, and the subjects of the items that it tells of."""

    answer: Answer
    of: frozenset[str]


Telling = Callable[[Sequence[tuple[Item, Answer]]], Told | None]
"""Makes of the answers that the items of a section have one for the section; None where each stands by itself."""

_SEVERAL = 3  # lines


def told_once(note: str, says: str, *, mostly: bool, shown: int) -> Telling:
    """Tell all answers with this note as one: how many of the lines asked, `says`, which, and `shown` of them quoted.

    Fewer than three stand by themselves; with `mostly`, so do those of a section in which most lines are met.
    """

    def tell(answers: Sequence[tuple[Item, Answer]]) -> Told | None:
        alike = [(item, answer) for item, answer in answers if answer.note == note]
        asked = _asked(answers)
        if len(alike) < _SEVERAL or (mostly and len(alike) * 2 < asked):
            return None
        names = [item.subject for item, _ in alike]
        evidence = first((passage for item, _ in alike for passage in item.passages[:1]), shown)
        answer = Answer(alike[0][1].verdict, evidence, f"{len(alike)} of {asked} {says}: {listed_first(names)}.")
        return Told(answer, frozenset(names))

    return tell


def habit(note: str, says: str, *, beside: Collection[str] = ()) -> Telling:
    """Tell all answers with this note as how the plan is written, where most of its lines lack what is asked: nothing
    is then proposed. `says`: what few or none of the lines do. Fewer than three stand by themselves.

    `beside`: the notes of lines of which nothing is asked and which show no habit either. Where these and those that
    lack it are most of all, even one line is how the plan is written.
    """

    def tell(answers: Sequence[tuple[Item, Answer]]) -> Told | None:
        lacking = frozenset(item.subject for item, answer in answers if answer.note == note)
        neither = sum(answer.note in beside for _, answer in answers)
        asked = _asked(answers)
        few = len(lacking) < (1 if neither else _SEVERAL)
        if few or (len(lacking) + neither) * 2 < asked:
            return None
        many = asked - len(lacking) - neither or "None"
        return Told(Answer(Verdict.NEEDS_PERSON, note=f"{many} of the {asked} {says}"), lacking)

    return tell


def _asked(answers: Sequence[tuple[Item, Answer]]) -> int:
    return sum(answer.verdict is not Verdict.NOT_APPLICABLE for _, answer in answers)
