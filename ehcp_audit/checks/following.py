"""Does provision keep to the advice behind it: cited, its specifics kept, as vague or not?"""

from __future__ import annotations

from ehcp_audit.checks import check
from ehcp_audit.checks.attribution import Source, is_vague, says, source_of
from ehcp_audit.checks.passages import first, found
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.telling import habit, told_once
from ehcp_audit.checks.ties import ties_of
from ehcp_audit.checks.vagueness import vague_words
from ehcp_audit.model import Answer, Passage, Plan, Provision, Verdict


@check("advice.cited_in_provision")
def cited_in_provision(provision: Provision) -> Answer:
    """Does the provision say which advice it rests on?"""
    pieces = (*provision.passages, *(field.passage for field in provision.fields if field.name == "source"))
    if hits := found(pieces, phrases("advice cited")):
        return Answer(Verdict.MET, first(hits, 2), "It says which advice it rests on.")
    if hits := found(pieces, phrases("need source")):
        return Answer(Verdict.MET, first(hits, 2), _NAMED)
    return Answer(Verdict.NOT_MET, provision.passages[:1], _UNCITED)


_UNCITED = "Nothing says which advice it rests on."
_BY_NEED = "The need that it is for says which advice it rests on."
_NAMED = "It names somebody who may have advised it."


@check(
    "advice.followed",
    told=habit(
        _UNCITED,
        "lines cite the advice that they rest on: the plan does not cite it for every line. With the reports "
        "beside the plan (--advice) both are laid out.",
        beside=(_NAMED, _BY_NEED),
    ),
)
def followed(provision: Provision, plan: Plan) -> Answer:
    """Does the provision keep the specifics of the advice it comes from? Both texts are laid out.

    Without the reports beside the plan only this can be told: whether the line, or the need that it is for, says which
    advice it rests on. Where half of the lines and more do not, that is how the plan is written: nothing is proposed.
    Who gives the help is no advice cited, though they may have advised it.
    """
    source = source_of(provision, plan)
    if source is None or source.line is None:
        cited = cited_in_provision(provision)
        loose = cited.verdict is not Verdict.MET or cited.note == _NAMED
        if source is None and loose and (named := _cited_by_need(provision, plan)):
            return Answer(Verdict.MET, named, _BY_NEED)
        if source is None or cited.verdict is Verdict.MET:
            return cited
        note = f"Nothing in the advice reports could be matched to this line; the closest report is {_who(source)}."
        return Answer(Verdict.NOT_MET, provision.passages[:1], note)
    evidence = (*provision.passages[:1], *source.passages[:1])
    if is_vague(provision) and says(provision, source, "provision.vague_words") == "more specific":
        note = f"The advice of {_who(source)} is more specific; its detail was lost in drafting."
        return Answer(Verdict.NOT_MET, evidence, note)
    return Answer(Verdict.MET, evidence, f"It keeps to the advice of {_who(source)}.")


def _cited_by_need(provision: Provision, plan: Plan) -> tuple[Passage, ...]:
    """The advice that a need names to which this provision is tied, by whatever it is tied."""
    ties = ties_of(plan)
    needs = ties.between(provision, "B", "C", "D")
    return first((hit for need in needs for hit in found(need.passages, phrases("need source"))), 2)


_UNREAD = "Whether the advice is as vague can be told only with the reports beside the plan (--advice)."


@check(
    "advice.also_vague",
    told=told_once(
        _UNREAD,
        "lines are vague; only with the reports beside the plan (--advice) can it be told whether these are too",
        mostly=False,
        shown=5,
    ),
)
def also_vague(provision: Provision, plan: Plan) -> Answer:
    """Where the provision is vague, is the advice behind it as vague, so that its author must be asked?

    Without the reports beside the plan nothing is proposed: whose the vague words are is for a person to find out.
    """
    vague = vague_words(provision)
    if vague.verdict is Verdict.NOT_APPLICABLE:
        return vague
    source = source_of(provision, plan)
    if source is None:
        return vague if vague.verdict is Verdict.MET else Answer(Verdict.NEEDS_PERSON, vague.evidence, _UNREAD)
    if not is_vague(provision):
        return Answer(Verdict.MET, note="The line is specific.")
    evidence = (*provision.passages[:1], *source.passages[:1])
    if source.line is None:
        note = f"No report says anything that could be matched to this line; the closest is {_who(source)}."
        return Answer(Verdict.NOT_MET, evidence, note)
    if says(provision, source, "provision.vague_words") == "as vague":
        note = f"The advice of {_who(source)} is as vague; only its author can say more."
        return Answer(Verdict.NOT_MET, evidence, note)
    return Answer(Verdict.MET, evidence, f"The advice of {_who(source)} is more specific; the writer can take it over.")


def _who(source: Source) -> str:
    role = f" ({source.advice.role})" if source.advice.role else ""
    return f"{source.advice.reference}{role}"
