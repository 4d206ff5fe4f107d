"""Checks on the needs in sections B, C and D: shown by their effect, with a baseline, traced to their source."""

from __future__ import annotations

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Answer, Item, Need, Passage, Verdict

_SHORT = 6
_TOLD = 5
"""Words of a need beyond which what it does may well be told, in words that no list holds."""


def _all(item: Item, *fields: str) -> tuple[Passage, ...]:
    """The item's own words and those of these fields."""
    return (*item.passages, *(field.passage for field in item.fields if field.name in fields))


@check("needs.effect")
def effect(need: Need) -> Answer:
    """Is the need shown by what it does to learning or daily life, and not by a diagnosis alone?"""
    if hits := found(_all(need, "other", "title"), phrases("effect")):
        return Answer(Verdict.MET, first(hits, 3), "It says what the need does.")
    if found(need.passages, phrases("label only")) or len(need.text.split()) <= _SHORT:
        return Answer(
            Verdict.NOT_MET,
            need.passages[:1],
            "It names a label; nothing says what that does to learning or daily life.",
        )
    return Answer(
        Verdict.PARTLY_MET, need.passages[:1], "No words were found for what the need does to learning or daily life."
    )


@check("needs.bears_on_learning")
def bears_on_learning(need: Need) -> Answer:
    """Is a health or care need tied to learning, school or daily life?"""
    pieces = _all(need, "other", "title")
    hits = (*found(pieces, phrases("learning")), *found(pieces, phrases("plain effect")))
    if hits:
        return Answer(Verdict.MET, first(hits, 3), "It says how the need bears on learning or daily life.")
    note = "Nothing ties the need to learning, school or daily life."
    if len(need.text.split()) <= _TOLD:
        return Answer(Verdict.NOT_MET, need.passages[:1], note)
    return Answer(Verdict.NEEDS_PERSON, need.passages[:1], note, proposed=Verdict.NOT_MET)


@check("needs.baseline")
def baseline(need: Need) -> Answer:
    """Does the need say where the child stands now: a score, a level, a count, a plain "can"?"""
    for field in need.fields:
        if field.name == "baseline" and field.passage.text.strip():
            return Answer(Verdict.MET, (field.passage,), "A baseline stands beside it.")
    if hits := found(_all(need, "other"), phrases("baseline")):
        return Answer(Verdict.MET, first(hits, 3), "It says where the child stands now.")
    return Answer(Verdict.NOT_MET, need.passages[:1], "No present level was found: no score, count, or plain 'can'.")


@check("needs.source")
def source(need: Need) -> Answer:
    """Can the need be traced to the advice it comes from?"""
    for field in need.fields:
        if field.name == "source" and field.passage.text.strip():
            return Answer(Verdict.MET, (field.passage,), "Its source stands beside it.")
    if hits := found(need.passages, phrases("need source")):
        return Answer(Verdict.MET, first(hits, 3), "It says where it comes from.")
    return Answer(Verdict.NOT_MET, need.passages[:1], "Nothing says which report or person this comes from.")


@check("needs.plain_effect")
def plain_effect(need: Need) -> Answer:
    """Is a health need explained, with what it means in a classroom?"""
    if hits := found(_all(need, "other"), phrases("plain effect")):
        return Answer(Verdict.MET, first(hits, 3), "It says what the need means.")
    if len(need.text.split()) <= _SHORT:
        return Answer(Verdict.NOT_MET, need.passages[:1], "It names a condition; nothing says what that means.")
    return Answer(Verdict.PARTLY_MET, need.passages[:1], "No words were found for what this means in a classroom.")
