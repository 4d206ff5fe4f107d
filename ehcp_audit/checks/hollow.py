"""Does a provision line say anything in words of its own?

"Regular access to adult support in lessons, as required" is made of words that stand in every plan; of such a line a
rule can say what it lacks. "The coach fades help by a chart that the programme lead reads" says something, whatever
words of it are on a list, and what it lacks is for a person to weigh. The generic words are shared with the golden
thread; `hollow_words.txt` adds those in which help is promised and taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from ehcp_audit.checks.lines import read_parts
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists, is_number
from ehcp_audit.model import Provision
from ehcp_audit.rare import rarely

_SENTENCE = rarely(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*")
_BESIDE = rarely(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")  # "(B2; outcome 1)"
_WORD = rarely(r"[A-Za-z][\w-]*(?:['’](?!s\b)\w+)?")
_FEWEST_OWN = 3  # words that make a sentence say something: "a chart that the programme lead reads"
_PURPOSE = rarely(
    r"\b(?:so that|in order to|targeting|focus(?:ing|ed|ses)?|aimed|designed to)\b|"
    r"\b(?:support|help|input|assistance|guidance) (?:for|to|with|on|around|about)\b|"
    r"\b(?:therapy|physiotherapy|counselling|intervention|mentoring|training|tuition|teaching|programme|sessions?|"
    r"trained) "
    r"(?:in|for|to|with|on|around|about|covering)\b",
    re.IGNORECASE,
)
"""Where what a line gives ends, and what it is for begins."""


def is_of_somebody_before(provision: Provision) -> bool:
    """Is it a line on somebody of the line before: "She will sit near and help you", "One of them is with me"?"""
    return _OF_SOMEBODY_BEFORE.match(provision.passages[0].text) is not None


_OF_SOMEBODY_BEFORE = rarely(
    r"\W{0,3}(?:(?:one|both|each|all|two) of (?:them|these|those|whom)|both (?:will|shall|must|are|have)|"
    r"(?:the )?same (?!(?:support|help|provision|approach|strateg\w+|level|amount)\b)|"
    r"(?:s?he|they) (?:(?:will|shall|must|also) ){0,2}(?:sits?|stays?|works?|helps?|supports?|teach(?:es)?)\b"
    r"[^.;]{0,60}\b(?:you|me)\b)",
    re.IGNORECASE,
)


def is_hollow(provision: Provision) -> bool:
    """Do the words that take its promise back stand in a sentence of words that stand in every plan?"""
    return kept_of(provision, "hollow", partial(_says_little, provision, "hedges"))


def is_hollow_service(provision: Provision) -> bool:
    """The same of the sentence in which it names a service: "Speech therapy, to develop inference and narrative"."""
    return kept_of(provision, "hollow service", partial(_says_little, provision, "types"))


def _says_little(provision: Provision, what: str) -> bool:
    if is_of_somebody_before(provision):
        return False  # the line before says who that is, and more
    return any(len(_own_words(_PURPOSE.split(one, 1)[0])) < _FEWEST_OWN for one in _promising(provision, what))


def _promising(provision: Provision, what: str) -> Iterator[str]:
    """The sentences that hold vague words ("hedges") or name types, of a field with more than a word or two; all of its
    words where none does.
    """
    read = read_parts(provision, "title", "who", "how_often")
    found = False
    for part, said in read:
        if part.name in ("who", "how_often") and len(part.text.split()) <= _FEWEST_OWN:
            continue
        told = [one.start for one in getattr(said, what) if one.kind not in ("mild", "soft")]
        for match in _SENTENCE.finditer(part.text):
            if any(match.start() <= start < match.end() for start in told):
                found = True
                yield match.group()
    if not found:
        yield " ".join(part.text for part, _ in read if part.name in ("own", "title"))


def _own_words(sentence: str) -> set[str]:
    from ehcp_audit.privacy.words import given_names

    words = _WORD.findall(_BESIDE.sub(" ", sentence))
    said = {word.lower() for word in words if not (word[0].isupper() and word.lower() in given_names())}
    return {word for word in said - _everywhere(beside.lists()) if not is_number(word)}


@cache
def _everywhere(lists: Lists) -> frozenset[str]:
    return frozenset((*beside.words_now("generic_words", lists), *beside.words_now("hollow_words", lists)))
