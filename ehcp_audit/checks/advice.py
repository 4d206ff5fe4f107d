"""Checks on the advice behind a plan: section K's list, and the reports themselves."""

from __future__ import annotations

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, lines
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Answer, Plan, Section, Verdict


@check("advice.listed")
def is_listed(section: Section, plan: Plan) -> Answer:
    """Does section K list the advice?"""
    entries = plan.facts.contributors
    if entries:
        return Answer(
            Verdict.MET, first(entry.passage for entry in entries), f"{len(entries)} pieces of advice are listed."
        )
    if len(list(lines(section.pieces))) >= 2:
        return Answer(
            Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "There is text, but no list could be made out."
        )
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), "Section K does not list the advice.")


@check("advice.attributed")
def attributed(section: Section, plan: Plan) -> Answer:
    """Does each piece of advice carry its author, the author's role and its date?"""
    entries = plan.facts.contributors
    if not entries:
        return Answer(Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "No list of advice could be made out.")
    short = []
    lacking: dict[str, None] = {}
    for entry in entries:
        gaps = [
            word
            for word, value in (("author", entry.name), ("role", entry.role), ("date", entry.written))
            if value is None
        ]
        if gaps:
            short.append(entry.passage)
            lacking.update(dict.fromkeys(gaps))
    if not short:
        return Answer(Verdict.MET, first(entry.passage for entry in entries), "Each has its author, role and date.")
    verdict = Verdict.NOT_MET if len(short) == len(entries) else Verdict.PARTLY_MET
    note = f"{len(short)} of {len(entries)} show no {' or '.join(lacking)}."
    return Answer(verdict, first(short, 10), note)


@check("advice.appended")
def appended(section: Section, plan: Plan) -> Answer:
    """Is the advice appended, as far as section K shows it?

    A list of advice in section K counts unless it says that a report is not attached; whether the copies really lie
    behind the plan is for a person to see.
    """
    entries = plan.facts.contributors
    absent = tuple(entry.passage for entry in entries if entry.appended is False)
    absent += found(section.pieces, phrases("not attached"))
    if absent:
        verdict = Verdict.NOT_MET if len(absent) >= max(1, len(entries)) else Verdict.PARTLY_MET
        return Answer(verdict, first(absent), "The list says that advice is not attached.")
    if entries:
        return Answer(Verdict.MET, first(entry.passage for entry in entries), "The advice stands in section K.")
    return Answer(Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "No list of advice could be made out.")
