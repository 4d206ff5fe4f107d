"""Checks on section I: the setting and its type, which a first draft leaves out and a final plan gives."""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, lines
from ehcp_audit.model import Answer, Passage, Plan, State, Verdict

_KIND = (
    r"(?:mainstream|maintained|special|independent|non-maintained|community|academy trust|primary|secondary|infant|junior|"
    r"first|middle|high|nursery|specialist|resourced|residential|sixth[- ]form|further education|FE|post-16|alternative)"
)
_PLACE = r"(?:schools?|academy|college|nursery|nurseries|pre-?school|provision|unit|setting|placement|institution|sixth form|centre)"
_TYPE = re.compile(
    rf"\b{_KIND}\b(?: \w+){{0,3}} {_PLACE}\b|\bmainstream\b|\b(?:elective home education|educated? (?:otherwise|at home)|EOTAS)\b|"
    r"\beducation otherwise than (?:at|in) (?:a )?school\b|\b(?:type of (?:school|setting|placement|institution)|setting type)\b[^\n]{0,5}[:\t] ?\w+",
    re.I,
)
_NAME = re.compile(
    r"\b(?:St\.? )?[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|of|the|and|&|in|at|on|for|C of E|CofE|RC)){0,6} "
    r"(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Sixth Form|Centre|Unit|Kindergarten|Playgroup|Infants|Juniors)\b"
)
_OPEN = re.compile(
    r"\b(?:left blank|blank (?:at|in|until|for)|(?:not|never) (?:be )?(?:named|completed|specified|included|stated)(?: \w+){0,3} (?:at|in|until)|"
    r"to be (?:confirmed|decided|named|determined|completed|agreed|consulted)|TB[CAD]\b|"
    r"(?:is|will be|are) (?:named|completed|added|filled in|decided|entered) (?:in|when|once|after|on|at|only)|"
    r"no (?:school|setting|placement|institution|name|type)\b[^.\n]{0,60}\b(?:named|draft|stage|given|stated)|"
    r"(?:parental|parent(?:s|al|['’]s)?|family) preference|awaiting|pending)\b",
    re.I,
)
_LABELS = re.compile(
    r"(?:the )?(?:name|type)(?: and type)?(?: of (?:the )?(?:education(?:al)? )?(?:school|setting|placement|institution|provision|placement)"
    r"(?:[^:\n]{0,60}))?:?",
    re.I,
)


@check("placement.fits_status")
def fits_status(plan: Plan) -> Answer:
    """Does section I fit the plan's status: nothing named in a first draft, the setting and its type in a final plan?

    An amendment notice carries the plan as it stands, so it is not judged. A draft that may follow an earlier plan,
    and a plan without a status, go to a person.
    """
    section = plan.section("I")
    facts = plan.facts
    if section.state is State.UNKNOWN:
        return Answer(Verdict.NEEDS_PERSON, note="Section I could not be told apart.")
    if facts.stage is not None and "amend" in facts.stage.lower() and facts.status != "final":
        return Answer(
            Verdict.NOT_APPLICABLE, note="An amendment notice carries the plan as it stands; section I is not judged."
        )
    said = [line for line in lines(section.pieces) if not _LABELS.fullmatch(line.text) and not _OPEN.search(line.text)]
    names = found(said, _NAME)
    types = [kind for kind in found(said, _TYPE) if not _inside(kind.start, names)]
    if facts.status == "draft":
        return _draft(plan, names, tuple(types))
    if facts.status != "final":
        note = "The plan does not show whether it is a draft or final, and section I depends on it."
        return Answer(Verdict.NEEDS_PERSON, first((*names, *types), 3), note)
    if types:
        return Answer(Verdict.MET, first((*names, *types), 3), "The setting, or the type of setting, is given.")
    if names or said:
        note = "A setting seems to be named; no words for its type were found."
        return Answer(Verdict.NEEDS_PERSON, first(names or said, 3), note, proposed=Verdict.PARTLY_MET)
    if section.state is State.MISSING:
        return Answer(Verdict.NOT_MET, note="The plan is final, and no section I was found.")
    return Answer(
        Verdict.NOT_MET,
        first(lines(section.pieces), 1),
        "The plan is final, and section I gives neither a setting nor a type.",
    )


def _inside(start: int, names: tuple[Passage, ...]) -> bool:
    return any(name.start <= start < name.end for name in names)


def _draft(plan: Plan, names: tuple[Passage, ...], types: tuple[Passage, ...]) -> Answer:
    given = first((*names, *types), 3)
    if not given:
        return Answer(Verdict.MET, note="The draft names no setting and no type of setting in section I.")
    what = "a setting" if names else "a type of setting"
    earlier = plan.facts.amended or plan.facts.reviewed or plan.facts.issued
    if earlier:
        note = f"The draft gives {what}; it may be an amendment of an earlier plan, which may name one."
        return Answer(Verdict.NEEDS_PERSON, given, note, proposed=Verdict.NOT_MET)
    return Answer(
        Verdict.NOT_MET, given, f"The draft gives {what}; a first draft, or one after re-assessment, gives neither."
    )
