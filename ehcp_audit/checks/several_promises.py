"""Outcomes that are paragraphs: a promise of nothing to be seen beside a clear one, and why the child wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ehcp_audit.checks.parts import first
from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.language.outcomes import OutcomeWording, outcome_wording
from ehcp_audit.model import Outcome, Passage
from ehcp_audit.rare import rarely


def without_reason(text: str) -> str:
    """The words without the sentences after a clear first one that say why the child wants it: "He wants to sing"."""
    return _without(text, lambda said: said.is_aspiration)


def without_help(text: str) -> str:
    """The words without the sentences after a clear first one that say what others do: "Her teacher keeps a record"."""
    return _without(text, lambda said: said.is_provision)


def _without(text: str, aside: Callable[[OutcomeWording], bool]) -> str:
    starts = [match.end() for match in _NEXT.finditer(text)]
    if not starts or not aside(outcome_wording(text)):
        return text
    opens = outcome_wording(text[: starts[0]])
    if aside(opens) or not opens.specific:
        return text
    kept = text[: starts[0]]
    for start, end in pairwise((*starts, len(text))):
        one = text[start:end]
        kept += " " * len(one) if aside(outcome_wording(one)) else one
    return kept


_NEXT = rarely(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+")


def bare_promises(outcome: Outcome) -> tuple[Passage, ...]:
    """The sentences of a paragraph of several promises that promise a change and nothing that could be seen."""
    told = tuple(part for one in sentences(outcome.passages) for part in _promises_of(one))
    promised = [one for one in told if holds(one, phrases("will do")) or (one is not told[0] and _is_to_come(one))]
    worded = [(one, outcome_wording(one.text)) for one in promised if len(told) > 1]
    return first(one for one, said in worded if not (_is_seen(said) or said.measures) and (said.changes or said.hedges))


def _promises_of(sentence: Passage) -> Iterator[Passage]:
    """A sentence, cut where it goes on to another promise: "... in four lessons out of five, and he will be braver"."""
    cuts = [0, *(match.end() for match in _AND_WILL.finditer(sentence.text)), len(sentence.text)]
    return (sentence.cut(start, end) for start, end in pairwise(cuts))


_AND_WILL = rarely(r"(?:;|, and|,| and) (?=(?:s?he|they|I|[A-Z][\w-]+) will\b)|, and (?=will\b)")


def _is_seen(said: OutcomeWording) -> bool:
    """Does it name something to be seen, other than the "will" of what follows ("will get on well")?"""
    return said.specific and any(one.text.lower() != "will" for one in said.behaviours or said.measures)


def _is_to_come(sentence: Passage) -> bool:
    """Is it what the child comes to, told in the present: "His independence is better", "copes well by July 2027"?"""
    if not _OF_THE_CHILD.match(sentence.text) or _AT_PRESENT.search(sentence.text):
        return False
    said = outcome_wording(sentence.text)
    return bool(said.changes or said.deadlines or _MORE.search(sentence.text)) and not said.is_aspiration


_OF_THE_CHILD = rarely(
    r"\W{0,3}(?:(?:by|at|in) [^,.;]{3,40},? )?(?:s?he|they|i|his|her|their|my|(?-i:[A-Z])[\w-]+(?:['’]s)?)\b"
    r"(?! (?:steps?|targets?|teachers?|assistants?|therapists?|parents?|mother|father|mum|dad|tutors?|mentors?)\b)",
    re.IGNORECASE,
)
_AT_PRESENT = rarely(
    r"\b(?:now|currently|at present|so far|today|baseline|still|not|cannot|hard|difficult|was|were|did|had|because|"
    r"wants?|hopes?|wish(?:es)?|would|likes?|loves?|steps?|matters?|so that|this|these|(?:who|that|which) )\b",
    re.IGNORECASE,
)
_MORE = rarely(
    r"\b(?:better|more|fuller|stronger|greater|happier|calmer|easier|improved|improves|grows|rises|progress)\b", re.I
)
