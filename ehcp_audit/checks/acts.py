"""What a provision line does, where no list of types knows its words: a meeting, a thing given, staff in a class."""

from __future__ import annotations

from functools import partial

from ehcp_audit.checks.lines import COUNTED, FIELDS, is_counted, read_parts
from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import kept_of
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.verbs import is_adverb
from ehcp_audit.language.wordlists import is_number, word_set
from ehcp_audit.model import Passage, Provision

BARE = frozenset({"help", "support", "assistance", "input", "adult", "adults", "safe"})
"""Hedges that leave nothing open beside words for what the help is with."""


def acts(provision: Provision) -> tuple[Passage, ...]:
    """The words that say what is done, where the amount is counted and no other words leave it open.

    "A counsellor will see him for 50 minutes each week" is counselling; "help with moving and lifting" is help with
    something that can be seen.
    """
    return kept_of(provision, "acts", partial(_acts, provision))


def _acts(provision: Provision) -> tuple[Passage, ...]:
    read = read_parts(provision, *COUNTED)
    if not any(said.amounts or said.frequencies or said.occasions for _, said in read):
        return ()
    named = [part for part in parts(provision, "title") if not _left_open(part, read)]
    if any(said.actors for _, said in read) and (whole := phrases("clinic").fullmatch(own(provision).text.strip(" ."))):
        return own(provision).quote([Span(*whole.span(), whole.group())])
    told = first(piece for part in named for piece in part.found(phrases("named act")))
    if told or not any(said.actors for _, said in read) or not is_counted(read):
        return told
    return first(piece for part in named for piece in part.quote(_in_plain_words(part.text)))


_SAID_ELSEWHERE = (
    *("roles.named", "roles.loose", "hedges.commitment", "hedges.amount", "hedges.mild", "hedges.actor", "hedges.soft"),
    *("amounts.amount", "amounts.frequency", "amounts.occasion", "amounts.length", "amounts.group", "amounts.yearly"),
    *("traps.reviewing", "traps.trainee"),
)


def _in_plain_words(text: str) -> tuple[Span, ...]:
    """The first words that are neither who, how much nor empty: asked where role and amount are given."""
    seen = look_at(text, "provision")
    known = seen.covered(*_SAID_ELSEWHERE)
    for index, word in enumerate(seen.words):
        named = index > 0 and seen.text[seen.starts[index]].isupper()  # a child's name
        if index in known or named or len(word) < 4 or not word.isalpha() or is_number(word) or is_adverb(word):
            continue
        if not any(word in word_set(name) for name in _EMPTY):
            return (seen.span(index, index + 1, "activity"),)
    return ()


_EMPTY = ("no_acts", "abstract", "empty_modifiers", "empty_actions", "services", "generic_objects", "weak_verbs")


def _left_open(part: Part, read: list[tuple[Part, ProvisionWording]]) -> bool:
    return any(
        span.kind == "commitment" and span.text.lower() not in BARE
        for one, said in read
        if one.text == part.text
        for span in said.hedges
    )


def not_bare(found: tuple[Passage, ...], named: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The vague words without a bare "help" or "support" inside the words that say what is done."""
    return tuple(
        one
        for one in found
        if one.text.lower() not in BARE or not any(act.start <= one.start and one.end <= act.end for act in named)
    )


def is_by_itself(provision: Provision) -> bool:
    """Is it something that the child has or takes, with nobody to give it: a break, extra time, lunch in a quiet room?

    An adjustment that somebody gives (a reader, a break with an adult) is a service.
    """
    read = read_parts(provision, *FIELDS)
    if any(said.actors or said.loose_actors for part, said in read if part.name != "other"):
        return False
    return phrases("has by itself").search(own(provision).text) is not None
