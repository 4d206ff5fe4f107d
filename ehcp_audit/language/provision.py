"""Is this provision line specified? What, how much and how often, by whom; and what leaves it open."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ehcp_audit.language import amounts as how_much
from ehcp_audit.language.actors import actors, loose_actors
from ehcp_audit.language.hedges import provision_hedges, soft_hedges
from ehcp_audit.language.kinds import types, unlisted
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.wordlists import Lists, active


class ProvisionWording(NamedTuple):
    """What the words of one provision line say, element by element, each with its spans."""

    specific_type: bool
    quantified: bool
    who: bool
    vague_terms: tuple[str, ...]
    overall: str  # specified, partly, vague
    notes: tuple[str, ...]
    types: tuple[Span, ...] = ()
    amounts: tuple[Span, ...] = ()
    frequencies: tuple[Span, ...] = ()
    occasions: tuple[Span, ...] = ()
    lengths: tuple[Span, ...] = ()
    group_sizes: tuple[Span, ...] = ()
    actors: tuple[Span, ...] = ()
    loose_actors: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()


def provision_wording(text: str) -> ProvisionWording:
    """What does the wording of this provision hold, and what does it lack?"""
    return _worded(text, active())


def forget() -> None:
    """Forget the texts that have been judged, as a measurement does before each run."""
    _worded.cache_clear()


@lru_cache(maxsize=1024)
def _worded(text: str, lists: Lists) -> ProvisionWording:
    """The wording by these lists, which are the ones that are asked now."""
    seen = look_at(text, "provision")
    kinds = types(seen)
    much, often, always = how_much.amounts(seen), how_much.frequencies(seen), how_much.occasions(seen)
    people = actors(seen)
    quantified = how_much.computable(seen)
    hedges = provision_hedges(seen)
    if not kinds and not hedges:
        kinds = unlisted(seen)
    if not kinds and not quantified:
        hedges = apart((*hedges, *soft_hedges(seen)))
    overall = _overall(bool(kinds), quantified, bool(people), bool(hedges))
    return ProvisionWording(
        specific_type=bool(kinds),
        quantified=quantified,
        who=bool(people),
        vague_terms=tuple(dict.fromkeys(span.text for span in hedges)),
        overall=overall,
        notes=_notes(bool(kinds), quantified, bool(people), hedges),
        types=kinds,
        amounts=much,
        frequencies=often,
        occasions=always,
        lengths=how_much.lengths(seen),
        group_sizes=how_much.group_sizes(seen),
        actors=people,
        loose_actors=loose_actors(seen),
        hedges=hedges,
    )


def _overall(kind: bool, quantified: bool, who: bool, hedged: bool) -> str:
    if hedged:
        return "partly" if quantified else "vague"
    held = kind + quantified + who
    if held == 3:
        return "specified"
    return "partly" if kind or quantified else "vague"


def _notes(kind: bool, quantified: bool, who: bool, hedges: tuple[Span, ...]) -> tuple[str, ...]:
    notes: list[str] = []
    if not kind:
        notes.append("It does not say what will be done.")
    if not quantified:
        notes.append("How much and how often cannot be worked out.")
    if not who:
        notes.append("No role or qualification says who does it.")
    if hedges:
        notes.append("Some words leave it open: " + ", ".join(f'"{span.text}"' for span in hedges[:5]) + ".")
    return tuple(notes)
