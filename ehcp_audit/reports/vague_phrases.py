"""The vague words of many plans, with how often each is used and in how many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ehcp_audit.model import GAPS, Finding, Scorecard

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

_OF_VAGUE_WORDS = ("vague", "hedge", "wording.")  # in the name of a check whose evidence is the vague words themselves
_LONGEST = 6  # words; longer evidence is a sentence and no phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A vague phrase, how often it stands and in how many plans."""

    text: str
    times: int
    plans: int


def vague_phrases(cards: Iterable[Scorecard], rubric: Rubric) -> tuple[Phrase, ...]:
    """The vague words that the plans' findings quote, most frequent first."""
    ids = wordings(rubric)
    times: Counter[str] = Counter()
    plans: Counter[str] = Counter()
    for card in cards:
        quoted = (result for result in card.criteria if result.id in ids)
        found = Counter(words for result in quoted for one in result.findings for words in vague_words_of(one))
        times.update(found)
        plans.update(found.keys())
    ranked = sorted(times, key=lambda text: (-times[text], text))
    return tuple(Phrase(text, times[text], plans[text]) for text in ranked)


def wordings(rubric: Rubric) -> frozenset[str]:
    """The criteria whose evidence is the vague words themselves."""
    return frozenset(
        one.id for one in rubric.criteria if any(part in use.check for use in one.checks for part in _OF_VAGUE_WORDS)
    )


def vague_words_of(finding: Finding) -> tuple[str, ...]:
    """The phrases that a finding of such a criterion quotes, without capitals or hyphens; a sentence is none."""
    if finding.verdict not in GAPS:
        return ()
    quoted = (one.text for one in finding.evidence if len(one.text.split()) <= _LONGEST)
    return tuple(" ".join(text.lower().replace("-", " ").split()) for text in quoted)
