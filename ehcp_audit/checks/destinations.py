"""Where a draft already sends the child: names of places, in other sections than I, that nothing in the plan explains.

"Introduction to staff at Heronsgate before she starts there" says where she will go, as section I of a draft may not.
Names are sought first, and asked what they are: clubs, hospitals, towns and people have them too, and so has the
setting that the child attends. What is left, in a sentence that speaks of school life, is put to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.setting_names import (
    Told,
    ends_as_one,
    has_present_setting,
    is_a_school,
    is_of_another_kind,
    is_settled,
    names_told,
    told,
)
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely

_NEAR = 40  # characters beside a name
_VISITED = rarely(r"\b(?:[Vv]isits?|[Tt]ours?|[Hh]andover|[Gg]oes|[Gg]o)(?: [\w'’]+){0,3}? (?:to|of|at)(?: the)? $")


def destinations(plan: Plan) -> list[Passage]:
    """The sentences of a draft's sections that speak of a named place as where the child will go to school."""
    names = list(names_told(plan))
    present = bool(names) and has_present_setting(plan)
    asked = [one for one in names if _goes_there(one, present=present) or (not present and _is_visited(plan, one))]
    sure = {one.name for one in asked if one.is_beside("going to school") or is_settled(one)}
    other = {one.name for one in names if _is_of_other_life(one)} - sure
    other |= {name for name in {one.name for one in asked} if _is_explained(plan, name)}
    return list(dict.fromkeys(one.sentence for one in asked if one.name not in other))


def _is_visited(plan: Plan, one: Told) -> bool:
    """Is it a school that lies ahead or is visited, of which the plan speaks nowhere else, as it would of the one that
    the child attends?
    """
    if not is_a_school(one.name) or plan.text.count(one.name) > 1 or is_told_of_others(one) or _is_of_other_life(one):
        return False
    visited = _VISITED.search(one.before) is not None or (one.planned and one.is_beside("shown round"))
    return visited or one.is_beside("lies ahead")


def _is_explained(plan: Plan, name: str) -> bool:
    """Does the plan say anywhere that the name is a class's or a clinic's, or of where somebody lives or has been?"""
    return any(
        phrases("no setting follows").match(plan.text[hit.end() : hit.end() + _NEAR])
        or phrases("is elsewhere").search(plan.text[max(0, hit.start() - _NEAR) : hit.start()])
        for hit in re.finditer(rf"\b{re.escape(name)}(?!\w)", plan.text)
    )


# --- schools by their full names ---
_SHORT_NAME = rarely(r"\b[A-Z][a-z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} (?:Primary|High|Grammar|Junior|Infant)\b(?! [A-Z])")
_WILL_BE_THERE = rarely(
    r"\b(?:will|shall|is to|are to|is going to|is (?:expected|due) to|would)\b[^.;]{0,40}?\b(?:attend|go to|move|"
    r"be attending|be delivered at|admit|place (?:him|her|them|[A-Z]\w+) (?:at|in)|transfer|start(?:ing)?|settled?|"
    r"join|enrol|specify|remain|stay|continue at|be (?:\w+ly )?(?:placed|educated|taught|admitted|named|a pupil|"
    r"on roll|at))\b|"
    r"\b(?:once|when|after|as soon as) (?:\w+ ){1,2}(?:starts?|joins?|transfers?|moves?|is admitted|arrives?|"
    r"(?:has|have) (?:started|joined|transferred|moved|arrived|settled))\b|"
    r"\b(?:new|next|future) (?:school|college|nursery|setting|placement)\b|\bplace(?:ment)? (?:at|for|is|has|was)\b|"
    r"\b(?:propos\w+|intends?|plans?) to name\b|\b(?:best|only) (?:be )?met (?:at|by|in)\b|\bsuitable for\b|"
    r"\b(?:agreed|offered|offer) (?:to (?:admit|take)|(?:him |her |them )?a place|an offer)\b|\bplace agreed\b|"
    r"\b(?:has|have) been accepted\b|\b[Ii] am going to\b|\brequires? a (?:\w+ )?setting such as\b|"
    r"\bfrom (?:next )?September\b|"
    r"\b(?:will|shall|is to|are to)\b[^.;]{0,40}\b(?:to and from|at (?:his|her|their|the) (?:new|next))\b"
)


def schools_promised(pieces: Iterable[Passage]) -> list[Passage]:
    """The sentences that speak of a school, given by its full name, as settled; it may be the present one."""
    ahead = [one for one in sentences(pieces) if _WILL_BE_THERE.search(one.text)]
    return [one for name in (phrases("setting name"), _SHORT_NAME) for one in ahead if _names_school(one, name)]


def _names_school(sentence: Passage, name: re.Pattern[str]) -> bool:
    """Does the name stand in the sentence, of more than a kind of school, and not as where others go?"""
    for hit in name.finditer(sentence.text):
        one = told(sentence, *hit.span(), sentence, planned=True)
        no_name = words_of("kinds of settings").issuperset(hit[0].lower().split()) or is_of_another_kind(hit[0])
        if not no_name and not is_told_of_others(one):
            return True
    return False


# --- what is said of them ---
_KEPT = rarely(  # "his mother would like him to stay at Oakfield Primary, and a place has been kept for him there"
    r"\bplace (?:is |was |has (?:already )?been )?(?:already )?(?:offered|agreed|confirmed|held|kept|reserved|saved)\b"
)


def _goes_there(one: Told, *, present: bool) -> bool:
    """Does the sentence speak of the place as where the child goes to school, or will?

    Where the plan does not say where the child is (`present`), a place of school life may be that.
    """
    if is_told_of_others(one):
        return False
    if one.is_beside("never school"):
        return one.is_beside("collected from school")
    if one.is_beside("going to school"):
        return True
    if _is_beside_school(one):
        return False
    if is_settled(one) and (present or one.is_beside("lies ahead")):
        return True
    if not present or any(one.follows(words) for words in ("told of then", "based at")):
        return False
    if one.precedes("comes to school"):
        return False
    if is_a_school(one.name) and one.is_beside("lies ahead"):
        return True
    if one.follows("school at") or one.precedes("part of a school") or (one.planned and one.follows("at a place")):
        return True
    likely = one.follows("goes to") or one.follows("asks about") or ends_as_one(one.name)
    return likely and one.is_beside("school life")


def _is_beside_school(one: Told) -> bool:
    return one.is_beside("beside school") and not one.is_beside("hydrotherapy")


def _is_of_other_life(one: Told) -> bool:
    health_or_breaks = one.is_beside("never school") and not one.is_beside("collected from school")
    return health_or_breaks or _is_beside_school(one)


def is_told_of_others(one: Told) -> bool:
    """Is the name that of where others go, where the child was, or where a family would like them to go?"""
    if any(one.follows(words) for words in ("gone by", "lives at")) or one.precedes("said after"):
        return True
    if one.follows("wished by a family") and _KEPT.search(one.after) is None:
        return True
    return one.follows("of others") and phrases("joins them").search(one.after) is None
