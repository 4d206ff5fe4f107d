"""Is it told how the time of a therapy is spent: with the child, on advice and training, or on review?"""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.behind import DONE_BEHIND, PAPERS
from ehcp_audit.checks.lines import FIELDS, line_kind, not_asked, quotes, read_parts
from ehcp_audit.checks.parts import Part, first, own
from ehcp_audit.language import traps
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Answer, Passage, Plan, Provision, Verdict
from ehcp_audit.rare import rarely


@check("provision.direct_indirect")
def direct_indirect(provision: Provision, plan: Plan | None = None) -> Answer:
    """For a therapy: is direct time told apart from indirect time (advice, training, programmes) and review?

    Asked only of a line that gives a therapist's time: not of things, staff training, or what others carry out to a
    therapist's programme, nor of a check or a review visit alone. Time of one kind that is named ("one to one", "to
    advise staff") can be taken for no other.
    The lines of one section that name the same therapy are asked together.
    """
    if answer := not_asked(line_kind(provision), frozenset({"service"})):
        return answer
    read = read_parts(provision, *FIELDS)
    therapies = _therapies(read)
    if not therapies:
        return Answer(Verdict.NOT_APPLICABLE, note="It gives no therapist's time.")
    if own(provision).found(_ONLY_CHECKS):
        return Answer(Verdict.NOT_APPLICABLE, note="It gives the time of a check alone.")
    if found := _time(read):
        return Answer(Verdict.MET, first(found), "It says how the therapist's time is spent.")
    for other in plan.section(provision.section).items if plan is not None else ():
        if isinstance(other, Provision) and other is not provision:
            others = read_parts(other, *FIELDS)
            if not therapies.isdisjoint(_therapies(others)) and (elsewhere := _time(others)):
                note = f"{other.subject} says how the time of this therapy is spent."
                return Answer(Verdict.MET, first(elsewhere), note)
    return Answer(Verdict.NOT_MET, quotes(read, "types"), "Direct, indirect and review time are not told apart.")


def _therapies(read: list[tuple[Part, ProvisionWording]]) -> set[str]:
    """The therapies whose time the line gives, by the first letters: "speech", "occupa", "physio"."""
    named = set()
    for part, said in read:
        seen = look_at(part.text, "provision")
        spans = [span for span in said.types if span.kind == "therapy" and _THERAPY.search(span.text)]
        spans += [seen.span(hit.first, hit.last) for hit in seen.find("lines.therapist")]
        named |= {_name(span) for span in spans if not _BEHIND.search(part.text, 0, span.start)}
    return named


def _name(span: Span) -> str:
    words = _THERAPY.search(span.text)
    return (words.group() if words else span.text).lower()[:6]


_THERAPY = re.compile(
    r"(?:speech|occupational|physio|music|art|play|drama|hydro|psycho)\w*(?: (?:and|&) language)? ?therap|"
    r"\w*therap(?:y|ies|ist)|\bphysio\b|\b(?:SLT|SaLT|OT)\b",
    re.IGNORECASE,
)
_ONLY_CHECKS = rarely(
    r"^(?:\W{0,3})(?:(?:the|an?|his|her|their|my|our) )?(?:[\w'’-]+ ){0,4}?"
    r"(?:therapist|physiotherapist|physio|OT|SLT|SaLT)(?: \([^()]{1,60}\))?,? (?:(?:will|must|shall|to) )?"
    r"(?:checks?|re-?checks?|reviews?|inspects?|looks? (?:at|over)|(?:re-?)?measures?|"
    r"visits? (?:\w+ ){0,5}?to (?:check|review|inspect|look (?:at|over)|(?:re-?)?measure))\b"
    r"(?!.*(?:\b(?:and|then|also)|[;.]) (?:\w+ly )?(?:will |then |also |she |he )?(?:sees?|treats?|works?|teach(?:es)?|"
    r"gives?|delivers?|provides?|runs?|leads?|trains?|advis\w+|models?|shows?)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""All that a therapist does in the line is to check or review what is there: "The therapist checks his seat"."""
_WITH = re.compile(  # "40 minutes with Leo and 20 minutes with staff"
    r"\b(?:hours?|minutes|mins)\b[^.;,\n]{0,40}? with (?:(?-i:[A-Z])[a-z]+|him|her|them|me|staff|the (?:child|class|"
    r"teacher|teaching assistant))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    # what a therapist checks, trains for or fits is no more her time with the child than what she plans
    rf"\b(?:(?:{DONE_BEHIND}|written|set up|trained|supervised|checked|(?:re-?)?measured|supplied|fitted)"
    rf"(?: \w+ly)? by|(?:{PAPERS}|training) "
    r"(?:from|of|by)) (?:(?:the|a|an|his|her|their|paediatric|school|community|specialist|qualified|registered|NHS|"
    r"council's) ){0,3}$",
    re.IGNORECASE,
)
"""What stands before a therapist who is behind the work and does not do it."""


def _time(read: list[tuple[Part, ProvisionWording]]) -> list[Passage]:
    """The words that tell how a therapist's time is spent: directly, indirectly, on review, and with whom."""
    return [passage for part, _ in read for passage in part.found(_WITH)] + [
        passage
        for part, _ in read
        for spans in traps.therapy_time(part.text).values()
        if spans
        for passage in part.quote(spans)
    ]
