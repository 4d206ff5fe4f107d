"""Whose a line of section K is: the family's, the child's own, or nobody's."""

from __future__ import annotations

from ehcp_audit.checks.names import relatives
from ehcp_audit.checks.passages import found
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Contributor, Plan
from ehcp_audit.rare import rarely


def is_nobodys(entry: Contributor) -> bool:
    """Does the line say that nobody else was asked ("Anyone else: none asked for by Ms Ash"), or head the columns?"""
    if phrases("nobody else asked").search(entry.passage.text):
        return True
    cells = [cell.strip(" :") for cell in entry.passage.text.split("\t")]
    return sum(phrases("list heads").fullmatch(cell) is not None for cell in cells) >= _HEADS


_HEADS = 2  # cells


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
