"""Checks on clauses of provision that undo a promise: variation, delegation, money alone, flexibility, transport.

Rubrics name each by the id in its decorator.
"""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.doubt import judged
from ehcp_audit.checks.lines import FIELDS, is_counted, is_statement, read_parts
from ehcp_audit.checks.parts import first, parts
from ehcp_audit.language import traps
from ehcp_audit.model import Answer, Passage, Provision, Verdict
from ehcp_audit.rare import rarely


@check("provision.varied")
def varied(provision: Provision) -> Answer:
    """Is it free of clauses by which somebody could change it outside a review or an amendment?"""
    return _trap(provision, "varied", "A clause lets it be changed outside a review or an amendment of the plan.")


@check("provision.delegated")
def delegated(provision: Provision) -> Answer:
    """Does the plan itself decide it, rather than the setting, a professional or a later assessment?

    More latitude may be lawful in a special school, so a finding here is a line to look at. Where the amount is given
    and a profession or its programme sets what is done in it ("as set by the physiotherapist"), a person decides.
    """
    answer = _trap(provision, "delegated", "It leaves what is provided to somebody else or to a later assessment.")
    set_by = all(_SET_BY.match(one.text) for one in answer.evidence)
    if answer.verdict is Verdict.NOT_MET and set_by and is_counted(read_parts(provision, *FIELDS)):
        return judged(answer.evidence, answer.note + " The amount stands.", sure=False)
    return answer


_SET_BY = rarely(
    r"as (?:set(?: out)?|advised|directed|recommended|specified|described|shown|written|outlined) (?:by|in|on)\b",
    re.IGNORECASE,
)


def _trap(provision: Provision, name: str, note: str) -> Answer:
    found: list[Passage] = []
    for part in parts(provision, *FIELDS):
        found.extend(part.quote(getattr(traps, name)(part.text)))
    if found:
        return Answer(Verdict.NOT_MET, first(found), note)
    return Answer(Verdict.MET, note="No such clause was found.")


@check("provision.money_alone")
def money_alone(provision: Provision) -> Answer:
    """Where it names a funding band or a sum, does it also say what is provided?

    A line that names no money is not asked.
    """
    found = [passage for part in parts(provision, *FIELDS) for passage in part.quote(traps.money(part.text))]
    if not found or is_statement(provision.text):  # "Personal budget: the provision is not part of it"
        return Answer(Verdict.NOT_APPLICABLE, note="It names no band and no sum of money.")
    read = read_parts(provision, *FIELDS)
    if any(said.specific_type for _, said in read) or any(said.quantified for _, said in read):
        return Answer(Verdict.MET, first(found), "Money is named beside what is provided.")
    sure = not _OF_MONEY.search(provision.text)
    return judged(first(found), "It names a band or a sum of money, not what is provided.", sure=sure)


_OF_MONEY = rarely(
    r"\b(?:told|explained|explains?|informed|discuss\w*|asked|requested|how|whether|not)\b|\bpart of\b", re.IGNORECASE
)
"""What was said of a personal budget, which provides and replaces nothing."""


@check("provision.flexibility")
def flexibility(provision: Provision) -> Answer:
    """Where the amount is flexible, is that tied to the child's needs, with a minimum?

    A line that names no flexibility is not asked.
    """
    found: list[Passage] = []
    reasoned = floored = False
    for part in parts(provision, *FIELDS):
        found.extend(part.quote(traps.flexible(part.text)))
        reasoned = reasoned or bool(traps.reasons(part.text))
        floored = floored or bool(traps.floors(part.text))
    if not found:
        return Answer(Verdict.NOT_APPLICABLE, note="It names no flexibility.")
    if reasoned and floored:
        return Answer(Verdict.MET, first(found), "The flexibility has a reason and a minimum.")
    if reasoned or floored:
        missing = "no minimum" if reasoned else "no reason that lies in the child's needs"
        return Answer(Verdict.PARTLY_MET, first(found), f"The flexibility has {missing}.")
    return Answer(Verdict.NOT_MET, first(found), "The amount is flexible without a minimum, and no need explains why.")


@check("provision.transport")
def transport(provision: Provision) -> Answer:
    """Is it free of travel between home and the setting, which is no special educational provision?

    Travel training is not caught. Where a line of teaching or of an activity says how the child gets there, a person
    sees whether that is the way to school.
    """
    answer = _trap(provision, "transport", "Travel between home and the setting stands here as provision.")
    if answer.verdict is Verdict.NOT_MET and not any(_is_to_school(part.text) for part in parts(provision, *FIELDS)):
        note = "Travel stands here as provision; is it between home and the setting, or part of what is taught?"
        return judged(answer.evidence, note, sure=False)
    return answer


def _is_to_school(text: str) -> bool:
    """Does the text open with travel, or a clause of it speak of travel between home and the setting?"""
    for number, clause in enumerate(_CLAUSE.split(text)):
        spans = traps.transport(clause)
        opens = number == 0 and any(len(clause[: span.start].split()) <= _OPENS for span in spans)
        if spans and (
            _TO_SCHOOL.search(clause) or (not _ELSEWHERE.search(clause) and (opens or _BETWEEN.search(clause)))
        ):
            return True
    return False


_CLAUSE = rarely(r"[;.](?=\s|$)")
_OPENS = 1  # words
_SETTING = r"(?:home|school|college|nursery|pre-?school|setting|placement|academy|provision|unit)\b"
_OF_THE = r"(?:(?:and|the|his|her|their|my|this|that|a|an) ){0,2}"
_TO_SCHOOL = rarely(rf"(?<!back )\bto {_OF_THE}{_SETTING}(?!['’])", re.IGNORECASE)
_BETWEEN = rarely(
    rf"\b(?:to|from|between|home-to-)\s?{_OF_THE}(?:from )?{_OF_THE}{_SETTING}|\bhome (?:to|and) {_SETTING}",
    re.IGNORECASE,
)
_ELSEWHERE = rarely(
    rf"\bfrom (?:the )?(?:school|college|nursery|setting)\b(?! to {_OF_THE}{_SETTING})[^;.]{{0,12}}\bto\b|"
    rf"\b(?:to|for|practis\w+|teach\w*|learn\w*) (?!{_OF_THE}{_SETTING})(?:the|a|an|his|her|their|paying|using)? ?"
    r"(?:\w+ ){0,2}(?:pool|club|gym|fares?|visits?|trips?|centre|farm|stables|museum|library|employer|workplace|"
    r"work experience|clinic|hospital|forest|town|shops?|event|group|activit(?:y|ies)|sessions?)\b",
    re.IGNORECASE,
)
