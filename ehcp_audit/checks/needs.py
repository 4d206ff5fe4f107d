"""Checks on the needs in sections B, C and D: shown by their effect, with a baseline, traced to their source."""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.needing import NO_NEED, needing
from ehcp_audit.checks.passages import first, found, lettered
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.senses import EARS, EYES, TAKEN_AWAY
from ehcp_audit.checks.telling import habit, told_once
from ehcp_audit.checks.ties import content_of, generic, subjects
from ehcp_audit.model import Answer, Item, Need, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

_SHORT = 6
_LONG = 12
"""Words beyond which a need that names no diagnosis is more than a label."""
_TOLD = 5
"""Words of a need beyond which what it does may well be told, in words that no list holds."""


_OF_A_NEED = ("other", "title", "success", "baseline", "steps")
"""The fields of which the cells beside a need are: "How it shows in school" is one of success among outcomes alone."""


def _all(item: Item, *fields: str) -> tuple[Passage, ...]:
    """The item's own words and those of these fields."""
    return (*item.passages, *(field.passage for field in item.fields if field.name in fields))


@check("needs.effect")
def effect(need: Need) -> Answer:
    """Is the need shown by what it does to learning or daily life, and not by a diagnosis alone?

    What the child does, how often, and at what level they work show it. Of a longer line that tells it in words of no
    list nothing is proposed, unless it gives a diagnosis.
    """
    pieces = _all(need, *_OF_A_NEED)
    for told in ("effect", "baseline", "does something"):
        if hits := found(pieces, phrases(told)):
            return Answer(Verdict.MET, first(hits, 3), "It says what the need does.")
    if found(need.passages, phrases("label only")) or len(need.text.split()) <= _SHORT:
        return Answer(
            Verdict.NOT_MET,
            need.passages[:1],
            "It names a label; nothing says what that does to learning or daily life.",
        )
    note = "No words were found for what the need does to learning or daily life."
    if len(need.text.split()) > _LONG and not found(need.passages, phrases("diagnosis")):
        return Answer(Verdict.NEEDS_PERSON, need.passages[:1], f"{note} It says more than a label.")
    return Answer(Verdict.PARTLY_MET, need.passages[:1], note)


@check("needs.bears_on_learning")
def bears_on_learning(need: Need, plan: Plan | None = None) -> Answer:
    """Is a health or care need tied to learning, school or daily life?

    A need of section B that is of the same health ties it too. Of few words without that, in a plan that speaks of the
    same elsewhere, a person sees whether it is tied there.
    """
    pieces = _all(need, *_OF_A_NEED)
    hits = (*found(pieces, phrases("learning")), *found(pieces, phrases("plain effect")))
    if hits:
        return Answer(Verdict.MET, first(hits, 3), "It says how the need bears on learning or daily life.")
    if told := _told_in_b(need, plan):
        note = "Section B says how the need bears on learning or daily life."
        return Answer(Verdict.MET, (*need.passages[:1], *told), note)
    note = "Nothing ties the need to learning, school or daily life."
    if len(need.text.split()) > _TOLD or any(len(one.passage.text.split()) >= _SAYS_SOMETHING for one in need.fields):
        return Answer(Verdict.NEEDS_PERSON, need.passages[:1], note, proposed=Verdict.NOT_MET)
    if again := _told_again(need, plan):
        note += " Other sections speak of it."
        return Answer(Verdict.NEEDS_PERSON, (*need.passages[:1], *again), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, need.passages[:1], note)


def _told_in_b(need: Item, plan: Plan | None) -> tuple[Passage, ...]:
    """The need of section B of the same health as one of C, or to which that points, where it says what it does."""
    if plan is None or need.section != "C":
        return ()
    of_health = {f"#{one}" for one in _OF_HEALTH}
    senses = {concept for names, concept in _SENSES if names.search(need.text)}
    things = (content_of(need.text.lower(), generic()) & of_health) | senses
    named = set(_IN_B.findall(need.text))
    for other in subjects(plan, "B"):
        points = (other.number or other.subject).lstrip("B. ") in named
        if not points and things.isdisjoint(content_of(other.text.lower(), generic())):
            continue
        if isinstance(other, Need) and effect(other).verdict is Verdict.MET:
            return other.passages[:1]
    return ()


_SENSES = ((EARS, "#hearing"), (EYES, "#vision"))  # "glue ear"
_IN_B = rarely(r"\b(?:section )?B\.?(\d{1,2})\b")
_OF_HEALTH = (
    *("hearing", "vision", "epilepsy", "asthma", "diabetes", "heart", "anxiety", "depression", "trauma", "attention"),
    *("mobility", "motor", "pain", "skin", "toileting", "sleep"),
)
"""The concepts of which a condition of health and a need of section B can both be."""


def _told_again(need: Need, plan: Plan | None) -> tuple[Passage, ...]:
    """Words of the need, or for the sense that it touches, where sections B and F speak of them."""
    if plan is None:
        return ()
    words = {word for word in _WORD.findall(need.text.lower()) if word not in _ORDINARY}
    patterns = [re.escape(word) + r"\w*" for word in sorted(words)]
    patterns += [told for names, told in TAKEN_AWAY if names.search(need.text)]
    if not patterns:
        return ()
    words_of_plan = re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)  # `found` would remember it
    pieces = lettered(plan, "BF")
    return first([piece.cut(*hit.span()) for piece in pieces for hit in words_of_plan.finditer(piece.text)], 2)


_WORD = rarely(r"[a-z]{5,}")
_ORDINARY = frozenset({"right", "severe", "moderate", "under", "health", "chronic", "known", "needs", "takes", "daily"})
_SAYS_SOMETHING = 4  # words of the cell beside a need: "Moulds outgrown and painful"


_NO_LEVEL = "No present level was found: no score, count, or plain 'can'."


@check("needs.baseline", told=told_once(_NO_LEVEL, "needs show no present level", mostly=True, shown=5))
def baseline(need: Need, plan: Plan | None = None) -> Answer:
    """Does the need say where the child stands now: a score, a level, a count, a plain "can" or "cannot", how often?

    What goes well in section B, and who sets the steps, is not asked.
    """
    if plan is not None and need.section == "B" and need not in needing(plan, "B"):
        return Answer(Verdict.NOT_APPLICABLE, note=NO_NEED)
    for field in need.fields:
        if field.name == "baseline" and field.passage.text.strip():
            return Answer(Verdict.MET, (field.passage,), "A baseline stands beside it.")
    pieces = _all(need, *_OF_A_NEED)
    if hits := found(pieces, phrases("baseline")) or found(pieces, phrases("present level")):
        return Answer(Verdict.MET, first(hits, 3), "It says where the child stands now.")
    return Answer(Verdict.NOT_MET, need.passages[:1], _NO_LEVEL)


_NO_SOURCE = "Nothing says which report or person this comes from."


@check(
    "needs.source",
    told=habit(
        _NO_SOURCE,
        "needs name the report or person that they come from: the plan does not cite its advice for every need.",
    ),
)
def source(need: Need, plan: Plan | None = None) -> Answer:
    """Can the need be traced to the advice it comes from? What goes well in section B is not asked."""
    if plan is not None and need.section == "B" and need not in needing(plan, "B"):
        return Answer(Verdict.NOT_APPLICABLE, note=NO_NEED)
    for field in need.fields:
        if field.name == "source" and field.passage.text.strip():
            return Answer(Verdict.MET, (field.passage,), "Its source stands beside it.")
    if hits := found(need.passages, phrases("need source")):
        return Answer(Verdict.MET, first(hits, 3), "It says where it comes from.")
    return Answer(Verdict.NOT_MET, need.passages[:1], _NO_SOURCE)


@check("needs.plain_effect")
def plain_effect(need: Need, plan: Plan | None = None) -> Answer:
    """Is a health need explained, with what it means in a classroom, here or in section B?"""
    for told in ("plain effect", "effect", "explains", "does something"):
        if hits := found(_all(need, *_OF_A_NEED), phrases(told)):
            return Answer(Verdict.MET, first(hits, 3), "It says what the need means.")
    if told_there := _told_in_b(need, plan):
        return Answer(Verdict.MET, (*need.passages[:1], *told_there), "Section B says what it means.")
    if len(need.text.split()) <= _SHORT:
        return Answer(Verdict.NOT_MET, need.passages[:1], "It names a condition; nothing says what that means.")
    return Answer(Verdict.PARTLY_MET, need.passages[:1], "No words were found for what this means in a classroom.")
