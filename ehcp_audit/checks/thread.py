"""The golden thread: which need, outcome and provision belong together, and what hangs loose.

Ties are looked for in this order: the same table row, a number that one gives of the other ("Outcome 2") or a third
item of both, shared words or things they both speak of, and the same area of need. A tie by area alone counts only
where the provision or outcome is not already claimed by another need, so that a forgotten need is not hidden by its
neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ehcp_audit.checks import check
from ehcp_audit.checks.difficulties import is_answered, left_bare, unanswered
from ehcp_audit.checks.golden_thread import names_of
from ehcp_audit.checks.lines import line_kind
from ehcp_audit.checks.needing import NO_NEED, needing
from ehcp_audit.checks.passages import first, found, lettered, listed, sentences, sentences_holding
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.checks.telling import told_once
from ehcp_audit.checks.ties import aspirations, content_of, generic, subjects, ties_of
from ehcp_audit.model import Answer, Item, Need, Outcome, Passage, Plan, Provision, State, Verdict

_WORDS = {
    "row": "by its row",
    "number": "by its number",
    "words": "by what they speak of",
    "area": "by its area of need",
}


def _heads(items: Sequence[Item], most: int = 3) -> tuple[Passage, ...]:
    return tuple(item.passages[0] for item in items[:most] if item.passages)


def _unclear(plan: Plan, *codes: str) -> str | None:
    """Why a tie cannot be looked for: a section that could not be told apart, or that only the whole plan holds."""
    lost = [code for code in codes if plan.section(code).state is State.UNKNOWN]
    if lost and plan.partial:
        return f"Section {listed(lost)} is not in this document."
    lost += [code for code in codes if plan.section(code).state is State.PRESENT and not plan.section(code).items]
    return f"The items of section {listed(lost)} could not be told apart." if lost else None


_NOT_CLEAR = "It is not clear which provision is for this need."
_QUOTED = "for the words quoted nothing was found"


@check("thread.need_has_provision")
def need_has_provision(need: Need, plan: Plan, *, provision: tuple[str, ...] = ("F",)) -> Answer:
    """Is there provision for this need in one of these sections, tied to it by row, number, words or area?"""
    if need.section == "B" and need not in needing(plan, "B"):
        return Answer(Verdict.NOT_APPLICABLE, note=NO_NEED)
    where = " or ".join(provision)
    tied = ties_of(plan).between(need, *provision)
    by = ties_of(plan).how(need, tied) if tied else None
    if by == "area":
        note = f"{_NOT_CLEAR} Nearest, by its area of need alone: {listed(names_of(tied))}."
        return Answer(Verdict.NOT_MET, (*need.passages[:1], *_heads(tied)), note)
    if tied and by == "words" and need.section == "B" and _is_faintly_tied(need, tied, plan):
        note = f"{_NOT_CLEAR} Nearest, for one word that they share: {listed(names_of(tied))}."
        return Answer(Verdict.NOT_MET, (*need.passages[:1], *_heads(tied)), note)
    if tied and by == "words" and _only_likely(need, tied, plan):
        note = f"{_NOT_CLEAR} Nearest, for some words that they share, but no health or care: {listed(names_of(tied))}."
        return Answer(Verdict.NOT_MET, (*need.passages[:1], *_heads(tied)), note)
    if tied and need.section == "C" and (bare := _unanswered(need, plan, provision)):
        return Answer(
            Verdict.PARTLY_MET, first(bare), f"Tied to {listed(names_of(tied))}; {_QUOTED} in section {where}."
        )
    if tied and need.section == "B" and (more := _also(need, tied) or _unspoken(need, tied, plan)):
        note = f"Tied to {listed(names_of(tied))}; {_QUOTED} there."
        return Answer(Verdict.PARTLY_MET, more, note)
    if tied and (more := unanswered(need, tied, plan, provision)):
        return Answer(Verdict.PARTLY_MET, more, f"Tied to {listed(names_of(tied))}; {_QUOTED} in section {where}.")
    if tied:
        how = _WORDS[by or "words"]
        return Answer(Verdict.MET, (*need.passages[:1], *_heads(tied)), f"Tied to {listed(names_of(tied))} {how}.")
    if why := _unclear(plan, *(code for code in provision if plan.section(code).state is not State.MISSING)):
        return Answer(Verdict.NEEDS_PERSON, need.passages[:1], why)
    return Answer(Verdict.NOT_MET, need.passages[:1], f"No provision for this need was found in section {where}.")


def _unanswered(need: Need, plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    """The sentences of a need of several that name a condition of which no provision in these sections speaks."""
    told = tuple(sentences(need.passages))
    named = [sentence for sentence in told if holds(sentence, phrases("condition"))]
    if not named:
        return ()
    unspoken = _other_conditions(named, _spoken_in(plan, codes))
    if len(named) < 2:
        return unspoken
    own = {sentence: content_of(_CAPITALS.sub("", sentence.text), generic()) for sentence in named}
    health = _spoken_in(plan, ("G",)) - generic()
    teaching = [piece.text.lower() for piece in lettered(plan, codes)]
    bare = tuple(
        sentence
        for sentence in named
        if own[sentence].isdisjoint(health)
        and not any(hit.text.lower() in text for hit in found((sentence,), phrases("condition")) for text in teaching)
    )
    return bare or unspoken


def _also(need: Need, tied: tuple[Item, ...]) -> tuple[Passage, ...]:
    """The sentences that add a need to the one before ("She also bites"), of which what is tied to it says nothing."""
    added = sentences_holding(need.passages, phrases("adds a need"))
    if not added:
        return ()
    spoken = content_of("\n".join(item.text for item in tied), generic())
    return tuple(one for one in added if spoken.isdisjoint(content_of(_CAPITALS.sub("", one.text), generic())))


def _unspoken(need: Need, tied: tuple[Item, ...], plan: Plan) -> tuple[Passage, ...]:
    """The sentences of a need of several that tell of something hard of which nothing in section F speaks.

    The first clause is asked, which names it; what follows tells how it shows.
    """
    told = tuple(sentences(need.passages))
    if len(told) < 2:
        return ()
    spoken = _spoken_in(plan, ("F",)) - generic()
    hard = (one for one in told if holds(one, phrases("hard or helped")) or holds(one, phrases("baseline")))
    other = (one for one in hard if _names_another_thing(one, spoken) and not holds(one, phrases("goes well")))
    return tuple(one for one in other if not is_answered(one, tied))


def _spoken_in(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    """The things that these sections speak of, worked out once for all needs."""
    return once(plan, ("what is spoken of in", codes), partial(_content, plan, codes))


def _content(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    return content_of("\n".join(piece.text for piece in lettered(plan, codes)), frozenset())


def _names_another_thing(sentence: Passage, spoken: frozenset[str]) -> bool:
    """Does the first clause name a thing that has a concept, and no word or thing that is spoken of?"""
    own = content_of(_CAPITALS.sub("", _CLAUSE.split(sentence.text)[0]), generic())
    return own.isdisjoint(spoken) and any(thing.startswith("#") for thing in own)


def _other_conditions(named: list[Passage], spoken: frozenset[str]) -> tuple[Passage, ...]:
    """Of a sentence that names two conditions or more, those of which nothing is spoken.

    A shared word ("nurse") ties a need to provision; it does not answer the asthma beside the epilepsy.
    """
    hits = found(tuple(named), phrases("condition"))
    things = {hit: content_of(hit.text, frozenset()) for hit in hits}
    kinds = {next(iter(sorted(content, reverse=True)), "") for content in things.values()}
    lost = [hit for hit, content in things.items() if content and content.isdisjoint(spoken)]
    return tuple(lost) if len(kinds) > 1 and len(lost) < len(hits) else ()


_CLAUSE = re.compile(r"[:;,]")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_FIRM_LIKENESS = 0.2


def _only_likely(need: Need, tied: tuple[Item, ...], plan: Plan) -> bool:
    """Is a health or care need tied by few words to teaching alone, as a lunch club is to diabetes by "lunch"?"""
    if need.section == "B" or any(item.section != "F" for item in tied):
        return False
    ties = ties_of(plan)
    conditions = content_of(" ".join(hit.text for hit in found(need.passages, phrases("condition"))), generic())
    spoken = content_of(" ".join(item.text for item in tied), generic())
    if conditions and conditions.isdisjoint(spoken):
        return True  # eczema that keeps a child from holding a pencil is not answered by a handwriting programme
    return all(ties.likeness(need, item) < _FIRM_LIKENESS for item in tied)


def _is_faintly_tied(need: Item, tied: tuple[Item, ...], plan: Plan) -> bool:
    """Does the area of need alone, or a single word, tie it to provision?"""
    by = ties_of(plan).how(need, tied)
    if by == "words" and ties_of(plan).is_faint(need, tied):
        return not any(is_answered(one, tied) for one in sentences(need.passages))
    return by == "area"


@check("thread.every_need_met")
def every_need_met(plan: Plan) -> Answer:
    """Does every need of section B have provision in section F? The needs with none are quoted."""
    needs = needing(plan, "B")
    if not needs:
        return Answer(Verdict.NEEDS_PERSON, note="The needs of section B could not be told apart.")
    if why := _unclear(plan, "F"):
        return Answer(Verdict.NEEDS_PERSON, note=why)
    ties = ties_of(plan)
    tied = {need.subject: ties.between(need, "F") for need in needs}
    loose = [need for need in needs if not tied[need.subject]]
    faint = [need for need in needs if tied[need.subject] and _is_faintly_tied(need, tied[need.subject], plan)]
    said = left_bare(plan, needs)
    notes = []
    if loose:
        notes = [f"No provision was found for {len(loose)} of {len(needs)} needs: {listed(names_of(loose))}."]
    elif faint:
        notes = [f"It is not clear which provision is for {listed([need.subject for need in faint])}."]
    if said:
        notes.append("For the words quoted of a need, nothing was found in section F.")
    if not notes:
        return Answer(Verdict.MET, _heads(needs, 2), f"Provision was found for each of the {len(needs)} needs.")
    evidence = (*_heads(loose or faint, 10), *said)
    return Answer(Verdict.NOT_MET if loose else Verdict.PARTLY_MET, first(evidence, 10), " ".join(notes))


@check("thread.outcome_has_need")
def outcome_has_need(outcome: Outcome, plan: Plan) -> Answer:
    """Is this outcome tied to a need in B, C or D, or to a hope in section A?"""
    ties = ties_of(plan)
    needs = ties.between(outcome, "B", "C", "D")
    if needs:
        note = f"Tied to {listed(names_of(needs))} {_WORDS[ties.how(outcome, needs) or 'words']}."
        return Answer(Verdict.MET, (*outcome.passages[:1], *_heads(needs)), note)
    hopes = tuple(passage for _, passage in aspirations(plan) if ties.speaks_of(outcome, passage.text))
    if hopes:
        return Answer(Verdict.MET, (*outcome.passages[:1], *hopes[:2]), "Tied to a hope in section A.")
    return Answer(Verdict.NOT_MET, outcome.passages[:1], "No need and no hope was found that this outcome comes from.")


_NO_OUTCOME = "No outcome was found for this provision."


@check(
    "thread.provision_has_outcome",
    told=told_once(_NO_OUTCOME, "lines have no outcome that could be found", mostly=False, shown=10),
)
def provision_has_outcome(provision: Provision, plan: Plan) -> Answer:
    """Is this provision tied to an outcome?

    Training for staff and lines that give nothing themselves serve all outcomes and are not asked. Where three lines
    and more are tied to none, they are named together.
    """
    if line_kind(provision) in ("training", "statement"):
        return Answer(Verdict.NOT_APPLICABLE, note="It serves all outcomes, or gives nothing itself.")
    ties = ties_of(plan)
    tied = ties.between(provision, "E")
    if tied:
        note = f"Tied to {listed(names_of(tied))} {_WORDS[ties.how(provision, tied) or 'words']}."
        return Answer(Verdict.MET, (*provision.passages[:1], *_heads(tied)), note)
    if why := _unclear(plan, "E"):
        return Answer(Verdict.NEEDS_PERSON, provision.passages[:1], why)
    return Answer(Verdict.NOT_MET, provision.passages[:1], _NO_OUTCOME)


@check("thread.whole")
def whole_thread(plan: Plan) -> Answer:
    """Can each need be followed to an outcome and to provision, and each outcome to provision?"""
    ties = ties_of(plan)
    needs, outcomes = needing(plan, "BCD"), subjects(plan, "E")
    if not needs or not outcomes:
        return Answer(Verdict.NEEDS_PERSON, note=_unclear(plan, "B", "E") or "Needs or outcomes were not told apart.")
    without = {
        "outcome": [need for need in needs if not ties.between(need, "E")],
        "provision": [one for one in (*needs, *outcomes) if not ties.between(one, "F", "G", "H1", "H2")],
    }
    loose = [one for one in (*needs, *outcomes) if any(one in found for found in without.values())]
    said = left_bare(plan, [need for need in needs if need not in loose])
    if not loose and not said:
        return Answer(Verdict.MET, note="Each need could be followed to an outcome and to provision.")
    verdict = Verdict.PARTLY_MET if len(loose) * 2 <= len(needs) + len(outcomes) else Verdict.NOT_MET
    notes = [f"No {what} was found for {listed(names_of(found[:8]))}." for what, found in without.items() if found]
    notes += ["For the words quoted of a need, no provision was found."] if said else []
    return Answer(verdict, first((*_heads(loose, 8), *said), 10), " ".join(notes))


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
