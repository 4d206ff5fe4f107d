"""Fragments that name a service, where an outcome would say what the child does: "8 hours of LSA time"."""

from __future__ import annotations

from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import is_adverb, listed_verbs, stands_as_verb
from ehcp_audit.language.wordlists import is_number, word_set

_INSIDE = frozenset({"in", "during", "within", "at", "by", "before"})
_THINGS = {("access", "to"), ("use", "of"), ("provision", "of")}
_HOW_OFTEN = frozenset({"weekly", "daily", "fortnightly", "monthly", "termly", "regular"})


def bare_services(look: Look) -> list[Span]:
    """A fragment that names a service: "8 hours of LSA time", "Weekly physiotherapy", "Referral to CAMHS"."""
    found: list[Span] = []
    for start in look.sentences:
        if start >= len(look.words):
            continue
        first, last = look.sentence(start)
        words = look.words[first:last]
        if words[:2] in _THINGS:
            found.append(look.span(first, first + 2, "bare_service"))  # "Access to a daily group": a thing, not an act
            continue
        if (
            {"will", "can", "is", "are", "has", "have"} & set(words)
            or words[0] == "to"
            or _opens_with_verb(look, first)
            or ((titled := _past_title(look, first, last)) is not None and _opens_with_verb(look, titled))
        ):
            continue
        if words[0] in _HOW_OFTEN and last - first > 1 and words[1] not in word_set("daily_things"):
            found.append(look.span(first, first + 2, "bare_service"))
        for index in range(first, min(first + 5, last)):
            if look.words[index] in _INSIDE:
                break  # "greater participation in lessons" is no service
            if look.words[index] == "access" and words[0] in word_set("comparatives") | {"increased", "improved"}:
                break  # nor is "greater access to leisure"
            if look.words[index] in word_set("services") or look.words[index] in word_set("arranged_things"):
                found.append(look.span(first, index + 1, "bare_service"))
                break
    found += _scheduled(look)
    for hit in look.find("amounts.amount"):
        first = look.sentence(hit.first)[0]
        if hit.first == first and look.word(hit.last) in {"of", "per", "a", "weekly"}:
            found.append(look.span(hit.first, hit.last, "bare_service"))
    return found


def arranged(look: Look) -> list[Span]:
    """ "Key adult identified, quiet space set up and staff briefed": what others have done, and no act of the child."""
    return [
        look.span(hit.first, hit.last, "bare_service")
        for hit in look.find("frames.arranged_done")
        if not any(
            place < hit.first and stands_as_verb(look, place, look.sentence(hit.first)[0])
            for place in listed_verbs(look)
            if place >= look.sentence(hit.first)[0]
        )
    ]


def _scheduled(look: Look) -> list[Span]:
    """A fragment with no verb that stands in a timetable: "Duke of Edinburgh, Wednesdays after school"."""
    weekdays = word_set("weekdays")
    timetabled = [
        look.span(index, index + 1, "bare_service")
        for index, word in enumerate(look.words)
        if word in weekdays
        or (word == "sessions" and look.words[index - 2 : index - 1] == (",",) and is_number(look.word(index - 1)))
    ]
    if not timetabled or not {"will", "can", "is", "are", "has", "have"}.isdisjoint(look.words):
        return []
    acts = any(stands_as_verb(look, place, look.sentence(place)[0]) for place in listed_verbs(look))
    return [] if acts else timetabled[:1]


def _past_title(look: Look, first: int, last: int) -> int | None:
    """The word after a short title in brackets or before a colon: "(Independent living) plan a meal"."""
    close = ")" if look.words[first] == "(" else ":"
    for index in range(first + 1, min(first + 6, last - 1)):
        if look.words[index] == close:
            return index + 1
    return None


def _opens_with_verb(look: Look, first: int) -> bool:
    index = first
    while is_adverb(look.word(index)):
        index += 1
    named = look.text[look.starts[index]].isupper() and look.word(index) not in word_set("services")
    if named and index not in listed_verbs(look):
        index += 1  # "Elowen completes"
    return index in listed_verbs(look) and stands_as_verb(look, index, first)
