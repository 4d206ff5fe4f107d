"""Diagnoses: those of one name, and whether a plan tells what one makes hard without the name.

A plan names autism on its cover or in the child's words, and its section B tells of noise, of changes and of other
children: no need is left out. It is where nothing in section B is of the kind.
"""

from __future__ import annotations

from collections.abc import Iterable

from ehcp_audit.checks.needing import is_strength
from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.strengths import of_strengths_alone
from ehcp_audit.checks.ties import content_of
from ehcp_audit.language import beside
from ehcp_audit.model import Passage

_NAMED = 7  # letters by which the names of a diagnosis are one: "dyslexia" and "dyslexic"
_FEW = 3  # kinds of difficulty that are one: reading and spelling
_FORMS = (
    ("autism", ("autis", "asd", "asc")),
    ("adhd", ("adhd", "attention deficit")),
    ("hearing", ("hearing", "deaf")),
    ("vision", ("vision", "visual")),
    ("dyspraxia", ("dyspraxi", "developmental co")),
    ("epilepsy", ("epilep",)),
    ("diabetes", ("diabet",)),
    ("down's syndrome", ("down's", "downs")),
    ("developmental language disorder", ("developmental language", "dld")),
    ("foetal alcohol", ("foetal alcohol", "fasd")),
)


def condition(words: str) -> str:
    """One name for all forms in which a diagnosis is named; what has no shipped name goes by its first letters."""
    text = words.lower().replace("-", " ").replace("’", "'")
    for name, forms in _FORMS:
        if text.startswith(forms):
            return name
    # "Developmental delay" begins as "developmental language disorder" does, and is another.
    known = (name for name in beside.conditions() if not any(name == form for form, _ in _FORMS))
    return next((name for name in known if text[:_NAMED] == name[:_NAMED]), text[:_NAMED])


def is_described(name: str, pieces: Iterable[Passage]) -> bool:
    """Do these words tell of the kind of difficulty that the condition brings?

    One that shows in many ways (autism, Down's syndrome) is told by two of them: noise alone troubles many a child.
    """
    if name not in beside.conditions():
        return False
    brought = {f"#{kind}" for kind in beside.words_now(f"conditions.{name}", beside.lists())}
    needed = 1 if len(brought) <= _FEW else 2
    told: set[str] = set()
    for sentence in sentences(tuple(pieces)):
        if not (is_strength(sentence) or of_strengths_alone(sentence.text)):
            told |= brought & content_of(sentence.text, frozenset())
            if len(told) >= needed:
                return True
    return False
