"""What counts as "he" and "she", and which of them a plan calls the child."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from ehcp_audit.checks.names import BODY
from ehcp_audit.checks.passages import lettered, listed
from ehcp_audit.checks.scanning import matches, once
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely

_HIS_OR, _HER_OR = (  # "strokes his or her arm" is said of anybody
    "".join(rf"(?<!\b{word} or )" for word in words) for words in (("he", "him", "his"), ("she", "her", "hers"))
)
HE = re.compile(rf"{_HER_OR}\b(?:he|him|his|himself)\b(?! or (?:she|hers?)\b)", re.I)
SHE = re.compile(rf"{_HIS_OR}\b(?:she|her|hers|herself)\b(?! or (?:he|his|him)\b)", re.I)


def usual_pronoun(plan: Plan) -> str:
    """ "he" or "she": what more lines of sections B to H call the child; where those are even, of A, I and J.

    Lines count and not words, so that one copied line that says "his" four times does not make a short plan a boy's;
    words do where the lines are even everywhere.
    """
    return once(plan, "usual pronoun", partial(_more_often, plan))


def person(plan: Plan) -> str:
    """How sections B to H speak of the child: to "you", as "I", or of "he or she"."""
    return once(plan, "person of the child", partial(_person, plan))


def _person(plan: Plan) -> str:
    pieces = lettered(plan, BODY)
    counts = {kind: _words(pieces, words) for kind, words in (("you", _YOU), ("I", _I))}
    kind = max(counts, key=lambda one: counts[one])
    spoken_of = _words(pieces, HE) + _words(pieces, SHE)
    return kind if counts[kind] > _OFTEN + spoken_of else "he or she"


_YOU = rarely(r"\b(?:you|your|yourself)\b", re.I)
_I = rarely(r"\bI\b|\b[Mm](?:y|e|yself)\b")
_OFTEN = 10


def _more_often(plan: Plan) -> str:
    body, rest = lettered(plan, BODY), lettered(plan, ("A", "I", "J"))
    for pieces, count in ((body, _lines_holding), (rest, _lines_holding), (body, _words)):
        he, she = count(pieces, HE), count(pieces, SHE)
        if he != she:
            return "he" if he > she else "she"
    return "he"


def _lines_holding(pieces: Iterable[Passage], kind: re.Pattern[str]) -> int:
    return sum(len({piece.text.count("\n", 0, one.start()) for one in matches(piece, kind)}) for piece in pieces)


def _words(pieces: Iterable[Passage], kind: re.Pattern[str]) -> int:
    return sum(len(matches(piece, kind)) for piece in pieces)


def pronouns_named(words: list[Passage]) -> str:
    """The words as a note names them, and what they are: "the pronoun 'her'", "the word 'boy'"."""
    said = list(dict.fromkeys(one.text.lower() for one in words))
    kind = "pronoun" if all(HE.fullmatch(one) or SHE.fullmatch(one) for one in said) else "word"
    quoted = listed([f"'{one}'" for one in said])
    return f"the {kind}{'s' if len(said) > 1 else ''} {quoted}"


def pronouns_stand(words: list[Passage]) -> str:
    """The words as they begin a sentence on where they are: "the pronouns 'she' and 'her' stand"."""
    many = len({one.text.lower() for one in words}) > 1
    return f"{pronouns_named(words)} {'stand' if many else 'stands'}"
