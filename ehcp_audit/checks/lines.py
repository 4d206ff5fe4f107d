"""What a provision line is, and which questions arise for it.

A writing slope needs no therapy hours, a cross-reference specifies nothing: such a line is not applicable to the
questions that are meant for services, rather than at fault.
"""

from __future__ import annotations

import re

from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.language import traps
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.model import Answer, Passage, Provision, Verdict

FIELDS = ("title", "who", "how_often", "group", "review", "other")
_THINGS = frozenset({"equipment", "adjustment"})
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")


def read_parts(provision: Provision, *fields: str) -> list[tuple[Part, ProvisionWording]]:
    """The line's own words and these of its fields, each with what its wording holds."""
    return [(part, provision_wording(part.text)) for part in parts(provision, *fields)]


def quotes(read: list[tuple[Part, ProvisionWording]], *elements: str) -> tuple[Passage, ...]:
    """The words of these elements, as passages of the plan."""
    return first(
        passage for part, said in read for element in elements for passage in part.quote(getattr(said, element))
    )


def line_kind(provision: Provision) -> str:
    """What a line is, for deciding which questions arise: service, thing, training or statement."""
    read = read_parts(provision, "title")
    text = own(provision).text
    if is_statement(text):
        return "statement"
    if traps.varied(text) and not any(said.specific_type for _, said in read):
        return "statement"
    if is_training(text):
        return "training"
    kinds = {span.kind for _, said in read for span in said.types}
    if any(said.amounts or said.frequencies for _, said in read_parts(provision, "title", "how_often")):
        return "training" if kinds == {"training"} else "service"
    if "training" in kinds and not kinds & {"therapy", "programme"} and traps.trainees(text):
        return "training"
    if kinds and kinds <= _THINGS:
        return "thing"
    return "service"


def is_training(text: str) -> bool:
    """Does the line promise training for staff, and nothing with an amount for the child beside it?"""
    promised = phrases("staff are trained")
    rest = [sentence for sentence in _SENTENCE_ENDS.split(text) if not promised.search(sentence)]
    if len(rest) == len(_SENTENCE_ENDS.split(text)):
        return False
    return not any(said.amounts or said.frequencies for said in map(provision_wording, rest))


def is_statement(text: str) -> bool:
    """Is the line a cross-reference or a remark, which specifies nothing and was never meant to?"""
    seen = look_at(text)
    return bool(seen.find("lines.reference")) and len(seen.words) <= 25


def not_asked(kind: str, asked_of: frozenset[str]) -> Answer | None:
    """The answer for a line of a kind that the question is not asked of; None for one that it is asked of."""
    if kind in asked_of:
        return None
    why = {
        "statement": "The line refers to other words and specifies nothing itself.",
        "thing": "The line is about equipment or an adjustment.",
        "training": "The line is about training for staff.",
        "service": "The line is not of the kind that this is asked of.",
    }
    return Answer(Verdict.NOT_APPLICABLE, note=why[kind])


SERVICES = frozenset({"service"})
