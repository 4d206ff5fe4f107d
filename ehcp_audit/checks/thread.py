"""The golden thread: which need, outcome and provision belong together, and what hangs loose.

Ties are looked for in this order: the same table row, a number that one gives of the other ("Outcome 2") or a third
item of both, shared words or things they both speak of, and the same area of need. A tie by area alone counts only
where the provision or outcome is not already claimed by another need, so that a forgotten need is not hidden by its
neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.checks import check
from ehcp_audit.checks.answered import ANSWERED_IN, WAYS, Answered, answered
from ehcp_audit.checks.golden_thread import names_of
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.checks.needing import NO_NEED, needing
from ehcp_audit.checks.passages import first, found, lettered, listed, listed_first, sections_listed
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.telling import told_once
from ehcp_audit.checks.ties import Ties, aspirations, subjects, ties_of
from ehcp_audit.checks.together import siblings
from ehcp_audit.model import Answer, Item, Need, Outcome, Passage, Plan, Provision, State, Verdict
from ehcp_audit.rare import rarely
from ehcp_audit.styling import capital


def _heads(items: Sequence[Item], most: int = 3) -> tuple[Passage, ...]:
    return tuple(item.passages[0] for item in items[:most] if item.passages)


def _unclear(plan: Plan, *codes: str) -> str | None:
    """Why a tie cannot be looked for: a section that could not be told apart, or that only the whole plan holds."""
    lost = [code for code in codes if plan.section(code).state is State.UNKNOWN]
    if lost and plan.partial:
        return f"{capital(sections_listed(lost))} {'are' if len(lost) > 1 else 'is'} not in this document."
    lost += [code for code in codes if plan.section(code).state is State.PRESENT and not plan.section(code).items]
    return f"The items of {sections_listed(lost)} could not be told apart." if lost else None


@check("thread.need_has_provision")
def need_has_provision(need: Need, plan: Plan, *, provision: tuple[str, ...] = ("F",)) -> Answer:
    """Is there provision for this need in one of these sections, tied to it by row, number, words or area?"""
    if need.section in ANSWERED_IN and need not in needing(plan, need.section):
        return Answer(Verdict.NOT_APPLICABLE, note=NO_NEED)
    if not ties_of(plan).between(need, *provision) and (why := _unclear(plan, *_there(plan, provision))):
        return Answer(Verdict.NEEDS_PERSON, need.passages[:1], why)
    return answered(need, plan, provision).answer


def _there(plan: Plan, codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if plan.section(code).state is not State.MISSING)


@check("thread.every_need_met")
def every_need_met(plan: Plan) -> Answer:
    """Does every need of section B have provision in section F? The needs with none are quoted."""
    needs = needing(plan, "B")
    if not needs:
        return Answer(Verdict.NEEDS_PERSON, note="The needs of section B could not be told apart.")
    if why := _unclear(plan, "F"):
        return Answer(Verdict.NEEDS_PERSON, note=why)
    short = [one for need in needs if (one := answered(need, plan, ("F",))).answer.verdict is not Verdict.MET]
    if not short:
        return Answer(Verdict.MET, _heads(needs, 2), f"Provision was found for each of the {len(needs)} needs.")
    loose = [one.need for one in short if not one.tied]
    notes = []
    if loose:
        notes = [f"No provision was found for {len(loose)} of {len(needs)} needs: {listed(names_of(loose))}."]
    notes += _said_of(short, "in section F")
    whole = _heads([one.need for one in short if not one.bare], 10)
    verdict = Verdict.NOT_MET if loose else Verdict.PARTLY_MET
    return Answer(verdict, first((*whole, *_bare_of(short)), 10), " ".join(notes))


def _said_of(short: Sequence[Answered], where: str) -> list[str]:
    """What is said of needs that have provision: to which it is not clear, and of whose words none speaks."""
    notes = []
    doubted = [one for one in short if one.tied and not one.bare]
    if without := [one.need for one in doubted if one.answer.verdict is Verdict.NOT_MET]:
        notes.append(f"No health or care provision was found for {listed(names_of(without))}.")
    if unclear := [one for one in doubted if one.answer.verdict is not Verdict.NOT_MET]:
        named = (f"{one.need.subject} (nearest: {listed(names_of(one.tied[:3]))})" for one in unclear)
        notes.append(f"It is not clear which provision is for {listed(tuple(named))}.")
    if bare := [one.need.subject for one in short if one.bare]:
        notes.append(f"A part of {listed(bare)}, the words quoted, has no provision {where} that could be found.")
    return notes


def _bare_of(short: Sequence[Answered]) -> tuple[Passage, ...]:
    return tuple(words for one in short for words in one.bare)


@check("thread.outcome_has_need")
def outcome_has_need(outcome: Outcome, plan: Plan) -> Answer:
    """Is this outcome tied to a need in B, C or D, or to a hope in section A?"""
    ties = ties_of(plan)
    needs = ties.between(outcome, "B", "C", "D")
    if needs:
        note = f"Tied to {listed(names_of(needs))} {WAYS[ties.how(outcome, needs) or 'words']}."
        return Answer(Verdict.MET, (*outcome.passages[:1], *_heads(needs)), note)
    hopes = tuple(passage for _, passage in aspirations(plan) if ties.speaks_of(outcome, passage.text))
    if hopes:
        return Answer(Verdict.MET, (*outcome.passages[:1], *hopes[:2]), "Tied to a hope in section A.")
    if why := _unclear(plan, "B", "C", "D"):
        return Answer(Verdict.NEEDS_PERSON, outcome.passages[:1], why)
    return Answer(Verdict.NOT_MET, outcome.passages[:1], "No need and no hope was found that this outcome comes from.")


_NO_OUTCOME = "No outcome was found for this provision."


@check(
    "thread.provision_has_outcome",
    told=told_once(_NO_OUTCOME, "lines have no outcome that could be found", mostly=False, shown=10),
)
def provision_has_outcome(provision: Provision, plan: Plan) -> Answer:
    """Is this provision tied to an outcome, or does it give the number of a need that is?

    Training for staff and lines that give nothing themselves serve all outcomes and are not asked. Where three lines
    and more are tied to none, they are named together.
    """
    if line_kind(provision) in ("training", "statement"):
        return Answer(Verdict.NOT_APPLICABLE, note="It serves all outcomes, or gives nothing itself.")
    ties = ties_of(plan)
    tied = ties.between(provision, "E")
    if tied:
        note = f"Tied to {listed(names_of(tied))} {WAYS[ties.how(provision, tied) or 'words']}."
        return Answer(Verdict.MET, (*provision.passages[:1], *_heads(tied)), note)
    if through := _through_its_needs(provision, ties):
        needs, tied = through
        note = f"It is for {listed(names_of(needs))}, from which {listed(names_of(tied))} {_COMES[len(tied) > 1]}."
        return Answer(Verdict.MET, (*provision.passages[:1], *_heads(tied)), note)
    if goes_with := _goes_with(provision, plan):
        line, tied = goes_with
        note = f"It goes with {line.subject}, which is tied to {listed(names_of(tied))}."
        return Answer(Verdict.MET, (*provision.passages[:1], *_heads(tied)), note)
    if why := _unclear(plan, "E"):
        return Answer(Verdict.NEEDS_PERSON, provision.passages[:1], why)
    return Answer(Verdict.NOT_MET, provision.passages[:1], _NO_OUTCOME)


_COMES = ("comes", "come")


def _goes_with(provision: Provision, plan: Plan) -> tuple[Item, tuple[Item, ...]] | None:
    """The line of whose paragraph or number this is, or that it takes up ("the same therapist"), and its outcomes."""
    ties = ties_of(plan)
    with_it: list[Item] = [*siblings(provision, plan)]
    if _TAKES_UP.search(provision.text):
        lines = plan.section(provision.section).items
        at = next((at for at, one in enumerate(lines) if one is provision), 0)
        with_it += [one for one in reversed(lines[max(0, at - _FEW) : at]) if one.area == provision.area]
    return next(((one, tied) for one in with_it if (tied := ties.between(one, "E"))), None)


_FEW = 3  # lines
_TAKES_UP = rarely(
    r"\b(?:the|that|this|these) same\b|^(?:the )?same\b|"
    r"\b(?:by|with|to) (?:the|that|this) (?:therapist|psychologist|mentor|tutor|programme)\b|"
    r"\b(?!this (?:EHC )?plan\b)(?:that|this|whom the|whom that|the therapist['’]s) (?:[\w-]+ ){0,2}"
    r"(?:therapist|teacher|tutor|psychologist|mentor|programme|plan|group)\b",
    re.IGNORECASE,
)


def _through_its_needs(provision: Provision, ties: Ties) -> tuple[tuple[Item, ...], tuple[Item, ...]] | None:
    """The needs whose numbers the provision gives, and their outcomes, by whatever more than an area ties these; or the
    needs of whose matter it speaks, and outcomes that stand beside these or give their numbers.
    """
    needs = ties.between(provision, "B", "C", "D")
    by = ties.how(provision, needs) if needs else "area"
    if by == "area":
        return None
    firm = {"row", "number"} if by == "words" else {"row", "number", "words"}
    outcomes = [tied for need in needs if (tied := ties.between(need, "E")) and ties.how(need, tied) in firm]
    found = tuple(dict.fromkeys(outcome for tied in outcomes for outcome in tied))
    return (needs, found) if found else None


@check("thread.whole")
def whole_thread(plan: Plan) -> Answer:
    """Can each need be followed to an outcome and to provision, and each outcome to provision?"""
    ties = ties_of(plan)
    needs, outcomes = needing(plan, "BCD"), subjects(plan, "E")
    lost = _unclear(plan, "B", "E", "F")
    if lost or not needs or not outcomes:
        return Answer(Verdict.NEEDS_PERSON, note=lost or "Needs or outcomes were not told apart.")
    without = {
        "outcome": [need for need in needs if not ties.between(need, "E")],
        "provision": [one for one in (*needs, *outcomes) if not ties.between(one, "F", "G", "H1", "H2")],
    }
    loose = [one for one in (*needs, *outcomes) if any(one in lacking for lacking in without.values())]
    short = [
        one for need in needs if need not in without["provision"] and (one := _short_in_its_own(need, plan)) is not None
    ]
    if not loose and not short:
        return Answer(Verdict.MET, note="Each need could be followed to an outcome and to provision.")
    verdict = Verdict.PARTLY_MET if len(loose) * 2 <= len(needs) + len(outcomes) else Verdict.NOT_MET
    notes = [f"No {what} was found for {listed_first(names_of(of))}." for what, of in without.items() if of]
    notes += _said_of(short, "there")
    followed = len(needs) + len(outcomes) - len({one.subject for one in (*loose, *(one.need for one in short))})
    if followed and verdict is Verdict.PARTLY_MET:  # one broken tie is not the whole thread
        notes.append(f"The other {followed} of {len(needs) + len(outcomes)} needs and outcomes can be followed.")
    doubted = [one.need for one in short if not one.bare and one.need not in loose]
    return Answer(verdict, first((*_heads((*loose, *doubted), 8), *_bare_of(short)), 10), " ".join(notes))


def _short_in_its_own(need: Item, plan: Plan) -> Answered | None:
    """What the sections that answer such a need say of it, where they hold provision for it that falls short."""
    said = answered(need, plan, ANSWERED_IN[need.section])
    return said if said.tied and said.answer.verdict is not Verdict.MET else None


@check("thread.health_and_care_outcomes")
def health_and_care_outcomes(plan: Plan) -> Answer:
    """Where section C or D holds needs, is at least one outcome tied to them?"""
    ties = ties_of(plan)
    lacking = []
    for code in ("C", "D"):
        needs = subjects(plan, code)
        if needs and not any(ties.between(need, "E") for need in needs):
            lacking.append(code)
    if not any(plan.section(code).items for code in ("C", "D")):
        return Answer(Verdict.MET, note="No health or care needs are set out that would call for an outcome.")
    if lacking:
        needs = tuple(need for code in lacking for need in subjects(plan, code))
        return Answer(
            Verdict.NOT_MET, _heads(needs), f"No outcome could be tied to the needs of section {listed(lacking)}."
        )
    return Answer(Verdict.MET, note="At least one outcome could be tied to the needs of sections C and D.")


@check("thread.speech_in_b_and_f")
def speech_in_b_and_f(plan: Plan) -> Answer:
    """Where help for speech, language or communication is given, is the need in B and the help in F?"""
    need = first(found(lettered(plan, "B"), phrases("speech need")), 2)
    plain_need = first(found(lettered(plan, "B"), phrases("plain speech need")), 2)
    in_f = first(found(lettered(plan, "F"), phrases("speech help")), 2)
    elsewhere = first(found(lettered(plan, ("G", "H1", "H2")), phrases("speech help")), 2)
    if elsewhere and not in_f:
        return Answer(Verdict.NOT_MET, elsewhere, "Help with speech and language stands outside section F only.")
    if in_f and not need:
        return Answer(
            Verdict.NOT_MET, in_f, "Section F gives help with speech and language; section B names no such need."
        )
    if plain_need and not in_f:
        note = "Section B names such a need; no speech and language help was found in F."
        return Answer(Verdict.PARTLY_MET, plain_need, note)
    if in_f:
        return Answer(Verdict.MET, (*need, *in_f), "The need is in B and the help is in F.")
    return Answer(Verdict.NOT_APPLICABLE, note="No help with speech, language or communication was found.")


@check("thread.educates_elsewhere")
def educates_elsewhere(plan: Plan) -> Answer:
    """Is therapy, teaching or training that stands in G, H1 or H2 in section F too?"""
    outside = [item for code in ("G", "H1", "H2") for item in plan.section(code).items]
    pattern = phrases("educates")
    hits = [item for item in outside if pattern.search(item.text) and not phrases("trains staff").search(item.text)]
    speech = phrases("speech help")
    hits = [item for item in hits if not phrases("not education").search(item.text)]
    kept = [item for item in hits if not (speech.search(item.text) and found(lettered(plan, "F"), speech))]
    if hits and not kept:
        note = "This seems to educate or train. Section F has help of the same kind: is this part of it?"
        return Answer(Verdict.PARTLY_MET, _heads(list[Item](hits)), note)
    if kept:
        note = "This seems to educate or train; nothing like it was found in section F."
        return Answer(Verdict.NOT_MET, _heads(list[Item](kept)), note)
    return Answer(Verdict.MET, note="Nothing in G or H was found that educates or trains and is not in F.")
