"""The labels that a plan prints beside its own items: "F8", "2.3", "Outcome 4", where ours would be another.

We count the items of a section as they stand, and a plan counts its own: what it calls F8 may be the ninth line of its
section F. A reader who looks for F.9 needs the plan's word for it.
"""

from __future__ import annotations

import re
from collections import Counter

from ehcp_audit.model import Item, Plan
from ehcp_audit.rare import rarely

_LABEL = (
    r"(?P<label>(?:(?P<noun>outcome|need|provision|target|aim|goal)s?\s{1,2}(?:no\.?\s?)?)?"
    r"(?:(?P<letter>[A-K])(?:\.\s?|-)?)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?))"
)
_BEFORE = re.compile(r"\W{0,3}" + _LABEL + r"\W{0,4}", re.IGNORECASE)
_OPENS = rarely(r"\W{0,3}" + _LABEL + r"(?:[.:)\]]|\s)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\W{0,2}(?P<label>(?P<letter>[A-K])[.-]?(?P<number>\d{1,2}(?:\.\d{1,2})?[A-Za-z]?))(?:[.:)\]]|\s(?=[A-Z(])|\s?[–-]\s)"
)


def own_labels(plan: Plan) -> dict[str, str]:
    """What the plan prints for its items, by subject ("F.9": "F8"); none in a section where it counts as we do.

    Where it counts otherwise anywhere in a section, all that it prints there is told, so that no reader takes our
    count for its number. A number over several lines, or one that begins anew in each area, is told of each of them.
    """
    printed = printed_labels(plan)
    borne = Counter((_section(subject), label.lower()) for subject, label in printed.items())
    otherwise = {
        _section(subject)
        for subject, label in printed.items()
        if not _is_ours(label, subject) or borne[_section(subject), label.lower()] > 1
    }
    return {subject: label for subject, label in printed.items() if _section(subject) in otherwise}


def _section(subject: str) -> str:
    return subject.partition(".")[0]


def printed_labels(plan: Plan) -> dict[str, str]:
    """What the plan prints for its items, by subject; none for those that bear no label."""
    found: dict[str, str] = {}
    for section in plan.sections:
        last: tuple[str | None, str] | None = None
        for item in section.items:
            head = _before(plan, item)
            if label := _printed(head, item):
                last = (item.number, label)
            elif last is not None and ("\t" in head or item.number is None or item.number != last[0]):
                last = None  # else another sentence of the clause that the label opens
            if last is not None:
                found[item.subject] = last[1]
    return found


def _before(plan: Plan, item: Item) -> str:
    """What stands in its line, or its row, before the item's words."""
    start = item.passages[0].start
    return plan.text[plan.text.rfind("\n", 0, start) + 1 : start]


def _printed(head: str, item: Item) -> str | None:
    """The label that stands before the item's words, or opens them, or the clause that they are in."""
    cells = [cell for cell in head.split("\t") if cell.strip()]
    for cell in (*cells[-1:], *cells[:1]):
        if (match := _BEFORE.fullmatch(cell)) and _is_its(match, item):
            return " ".join(match["label"].split())
    opening = _WITHIN.match(item.passages[0].text)
    if opening and _has_letter(opening, item.section):
        return opening["label"]
    clause = _OPENS.match(cells[-1]) if cells else None
    if clause and clause["number"].lower() == item.number and _is_its(clause, item):
        return " ".join(clause["label"].split())
    return None


def _is_its(match: re.Match[str], item: Item) -> bool:
    """Is it the item's own label, and not the number of what the line is for?"""
    if match["letter"] is not None:
        return _has_letter(match, item.section)
    named = match["noun"] is None or item.section in _NOUNS.get(match["noun"].lower(), "E")
    return named and item.number == match["number"].lower()


_NOUNS = {"need": "BCD", "provision": ("F", "G", "H1", "H2")}


def _has_letter(match: re.Match[str], section: str) -> bool:
    """Does a code begin as the section's do? "H1" is a section, and "H1.2" a line of it."""
    code = f"{match['letter']}{match['number']}".upper()
    return code.startswith(f"{section}.") if len(section) > 1 else code.startswith(section)


def _is_ours(label: str, subject: str) -> bool:
    """Does the label say the same as our subject: "F3", "F.3", "3", "Outcome 3"?"""
    match = _BEFORE.fullmatch(label)
    section, _, number = subject.partition(".")
    if match is None or match["letter"] is None:
        return match is not None and match["number"] == number
    return f"{match['letter'].upper()}{match['number']}" in (f"{section}{number}", f"{section}.{number}")
