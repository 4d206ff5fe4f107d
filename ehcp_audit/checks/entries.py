"""Whose a line of section K is: the family's, the child's own, or nobody's."""

from __future__ import annotations

import re

from ehcp_audit.checks.names import relatives
from ehcp_audit.checks.passages import found
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Contributor, Plan
from ehcp_audit.rare import rarely


def is_nobodys(entry: Contributor) -> bool:
    """Is it no advice: nobody else was asked, the heads of columns, an officer's signature, words about the list?"""
    if phrases("nobody else asked").search(entry.passage.text):  # "Anyone else: none asked for by Ms Ash"
        return True
    if _is_signed_by_an_officer(entry) or _is_about_the_list(entry):
        return True
    cells = [cell.strip(" :") for cell in entry.passage.text.split("\t")]
    return sum(phrases("list heads").fullmatch(cell) is not None for cell in cells) >= _HEADS


_HEADS = 2  # cells


def _is_signed_by_an_officer(entry: Contributor) -> bool:
    """Do the words only say which officer of the authority made or sent the plan: a name, a post and a date?

    "SEND co-ordinator" is also the name of a school's: the authority has to stand beside it.
    """
    text = entry.passage.text.strip()
    if holds(entry.passage, _ADVICE) or (entry.name is None and _SIGNED.match(text) is None):
        return False
    from ehcp_audit.language.roles import find_roles

    kinds = {role.kind for role in find_roles(text)}
    if kinds:
        return kinds == {"authority"}
    signed = _SIGNED.match(text) is not None or _OFFICER.search(text) is not None
    return signed and _AUTHORITY.search(text) is not None


def _is_about_the_list(entry: Contributor) -> bool:
    """Is it a sentence about all of the advice, over or under the list: "This advice was gathered for the review"?"""
    if entry.name is not None or entry.role is not None or _OF_THEM_ALL.match(entry.passage.text) is None:
        return False
    return not any(holds(entry.passage, phrases(f"advice {kind}")) for kind in _KINDS)


_KINDS = ("parent", "educational", "psychological", "medical", "social care")
_ADVICE = rarely(
    r"\b(?:advice|views?|reports?|assessment of|contribution|information|letter|interview)\b", re.IGNORECASE
)
_SIGNED = rarely(r"(?:signed|sealed|issued|sent|compiled|for|on behalf of)\b", re.IGNORECASE)
_OFFICER = rarely(
    r"\b(?:case ?work|case|send?|ehcp?|plans?|assessment|senior|area|locality)[ -]{1,2}(?:\w+[ -]){0,2}?"
    r"(?:officer|co-?ordinator|manager|writer|lead)\b|"
    r"\b(?:head|director|manager) of (?:SEND?|special educational needs)\b",
    re.IGNORECASE,
)
_AUTHORITY = rarely(r"\b(?:council|local authority|borough|county|the authority)\b", re.IGNORECASE)
_OF_THEM_ALL = rarely(
    r"\s{0,3}(?:(?:(?:all|each|every|both|none|copies|a copy|the whole)(?: (?:piece|part|copy|item)s?)?(?: of)? )?"
    r"(?:this|these|the|such|it|that|those|them)?(?: \w+)? ?(?:advice|reports?|papers|documents|copies|list)|"
    r"(?:they|it|copies|all of (?:it|them|this|these)))(?: (?:above|below|here|listed|given|in this (?:list|section)))?"
    r" (?:was|were|is|are|ha[sd] been|have been|takes?|took|replaces?|replaced|stands?|stood|dates? from|comes?|came|"
    r"follows?)\b",
    re.IGNORECASE,
)


def is_the_familys(entry: Contributor) -> bool:
    """Is it the family's own advice, whose author is plain?"""
    from ehcp_audit.language.roles import find_roles

    roles = find_roles(f"{entry.role or ''} {entry.passage.text}")
    family = all(role.kind in ("parent", "child") for role in roles)
    return family and (bool(roles) or found((entry.passage,), phrases("parent")) != ())


def is_the_childs(entry: Contributor, plan: Plan) -> bool:
    """Is it the child's own: the child's first name stands in it, "me" or "own views"? Who that is, the plan says."""
    if _OWN_VIEWS.search(entry.passage.text):
        return True
    first_name = (plan.facts.known_as or plan.facts.child_name or "").split(" ")[0]
    said = set(_WORD.findall(entry.passage.text))
    return bool({first_name, "Me", "Myself"} & said) and not said & {"Parent", "Parents", "Mother", "Father"}


def is_of_a_relative(entry: Contributor, plan: Plan) -> bool:
    """Is it one of those whom the plan elsewhere calls a parent or carer, and nobody with a role of their own?"""
    said = set(_WORD.findall(entry.name or ""))
    return entry.role is None and bool(said & relatives(plan))


_OWN_VIEWS = rarely(r"['’]s? own (?:views?|words|voice|story)\b")  # "Leo's own views, taken by Shaun Whitlock"
_WORD = rarely(r"[A-Z][\w-]+")
