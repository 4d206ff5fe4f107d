"""Whether a need has provision: told once, for whatever asks of one need, of all needs or of the whole thread."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from ehcp_audit.checks.difficulties import is_answered, unanswered
from ehcp_audit.checks.passages import first, found, lettered, listed, sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.checks.ties import content_of, generic, ties_of
from ehcp_audit.model import Answer, Item, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

ANSWERED_IN = {"B": ("F",), "C": ("G", "F"), "D": ("H1", "H2")}
"""The sections whose provision answers the needs of a section."""
WAYS = {
    "row": "by its row",
    "number": "by its number",
    "words": "by what they speak of",
    "area": "by its area of need",
}
_NOT_CLEAR = "It is not clear which provision is for this need."
_CAPITALS = rarely(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_FIRM_LIKENESS = 0.2


class Answered(NamedTuple):
    """One need and its provision.

    `answer`: not met without any, or where only teaching is near a need of health or care; partly met where it is
    not clear which provision is for it, or nothing speaks of some of its words. `tied`: its provision, or what is
    nearest to it. `bare`: the words of which none of it speaks.
    """

    need: Item
    answer: Answer
    tied: tuple[Item, ...] = ()
    bare: tuple[Passage, ...] = ()


def answered(need: Item, plan: Plan, codes: tuple[str, ...]) -> Answered:
    """What provision the need has in these sections."""
    return once(plan, ("answered", need.subject, codes), partial(_answered, need, plan, codes))


def _answered(need: Item, plan: Plan, codes: tuple[str, ...]) -> Answered:
    tied = ties_of(plan).between(need, *codes)
    where = " or ".join(codes)
    if not tied:
        note = f"No provision for this need was found in section {where}."
        return Answered(need, Answer(Verdict.NOT_MET, need.passages[:1], note))
    by = ties_of(plan).how(need, tied)
    heads = (*need.passages[:1], *(item.passages[0] for item in tied[:3] if item.passages))
    names = listed([item.subject for item in tied])
    if ties_of(plan).are_placed(need, tied):
        bare = _unspoken(need, tied, plan, codes) if len(tuple(sentences(need.passages))) > 1 else ()
        met = Answered(need, Answer(Verdict.MET, heads, f"The plan sets {names} beside it."), tied)
        return _partly(need, tied, bare, where) if bare else met
    if by == "area":
        note = f"{_NOT_CLEAR} Nearest, by its area of need alone: {names}."
        return Answered(need, Answer(Verdict.PARTLY_MET, heads, note), tied)
    if by == "words" and need.section == "B" and _is_faintly_tied(need, tied, plan):
        note = f"{_NOT_CLEAR} Nearest, for one word that they share: {names}."
        return Answered(need, Answer(Verdict.PARTLY_MET, heads, note), tied)
    if by == "words" and _only_likely(need, tied, plan):
        note = f"No provision for this need was found in section {where}."
        near = (
            "" if plan.section("G").items else f" {names} {'share' if len(tied) > 1 else 'shares'} some of its words."
        )
        return Answered(need, Answer(Verdict.NOT_MET, need.passages[:1] if not near else heads, note + near), tied)
    if bare := _unspoken(need, tied, plan, codes):
        return _partly(need, tied, bare, where)
    return Answered(need, Answer(Verdict.MET, heads, f"Tied to {names} {WAYS[by or 'words']}."), tied)


def _unspoken(need: Item, tied: tuple[Item, ...], plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    bare = _conditions_unspoken(need, plan, codes) if need.section == "C" else ()
    return bare or unanswered(need, tied, plan, codes)


def _partly(need: Item, tied: tuple[Item, ...], bare: tuple[Passage, ...], where: str) -> Answered:
    names = listed([item.subject for item in tied])
    note = f"A part of this need, the words quoted, has no provision in section {where} that could be found. "
    note += f"The rest has {names}."
    return Answered(need, Answer(Verdict.PARTLY_MET, first(bare), note), tied, bare)


def _is_faintly_tied(need: Item, tied: tuple[Item, ...], plan: Plan) -> bool:
    """Does a single word tie it to provision, which speaks of no difficulty that it tells of?"""
    return ties_of(plan).is_faint(need, tied) and not any(is_answered(one, tied) for one in sentences(need.passages))


def _only_likely(need: Item, tied: tuple[Item, ...], plan: Plan) -> bool:
    """Is a health or care need tied by few words to teaching alone, as a lunch club is to diabetes by "lunch"?"""
    if need.section == "B" or any(item.section != "F" for item in tied):
        return False
    ties = ties_of(plan)
    conditions = content_of(" ".join(hit.text for hit in found(need.passages, phrases("condition"))), generic())
    spoken = content_of(" ".join(item.text for item in tied), generic())
    if conditions and conditions.isdisjoint(spoken):
        return True  # eczema that keeps a child from holding a pencil is not answered by a handwriting programme
    return all(ties.likeness(need, item) < _FIRM_LIKENESS for item in tied)


def _conditions_unspoken(need: Item, plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    """The sentences of a need of several that name a condition of which no provision in these sections speaks."""
    told = tuple(sentences(need.passages))
    named = [sentence for sentence in told if holds(sentence, phrases("condition"))]
    if not named:
        return ()
    unspoken = _other_conditions(named, _spoken_in(plan, codes))
    if len(named) < 2:
        return unspoken or (_unspoken_in_its_row(need, named, plan, codes) if _shares_its_row(need, plan) else ())
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


def _shares_its_row(need: Item, plan: Plan) -> bool:
    """Do several needs stand in its row, so that the row does not say which of them the provision there is for?"""
    return need.row is not None and any(
        other.row == need.row for other in plan.section(need.section).items if other.subject != need.subject
    )


def _unspoken_in_its_row(need: Item, named: list[Passage], plan: Plan, codes: tuple[str, ...]) -> tuple[Passage, ...]:
    """The sentences of a need in such a row, where no provision speaks of the conditions that it names."""
    hits = found(tuple(named), phrases("condition"))
    spoken = _spoken_in(plan, codes)
    bare = all(content_of(hit.text, frozenset()).isdisjoint(spoken) for hit in hits)
    other = content_of(_CAPITALS.sub("", need.text), generic()) & (_spoken_in(plan, ("G",)) - generic())
    return tuple(named) if bare and not other else ()


def _spoken_in(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    """The things that these sections speak of, worked out once for all needs."""
    return once(plan, ("what is spoken of in", codes), partial(_content, plan, codes))


def _content(plan: Plan, codes: tuple[str, ...]) -> frozenset[str]:
    return content_of("\n".join(piece.text for piece in lettered(plan, codes)), frozenset())


def _other_conditions(named: list[Passage], spoken: frozenset[str]) -> tuple[Passage, ...]:
    """Of a sentence that names two conditions or more, those of which nothing is spoken.

    A shared word ("nurse") ties a need to provision; it does not answer the asthma beside the epilepsy.
    """
    hits = found(tuple(named), phrases("condition"))
    things = {hit: content_of(hit.text, frozenset()) for hit in hits}
    kinds = {next(iter(sorted(content, reverse=True)), "") for content in things.values()}
    lost = [hit for hit, content in things.items() if content and content.isdisjoint(spoken)]
    return tuple(lost) if len(kinds) > 1 and len(lost) < len(hits) else ()
