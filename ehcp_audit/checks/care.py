"""Checks on health, social care and direct payments: sections D, G, H1, H2 and J beyond whether they say anything."""

from __future__ import annotations

import re
from typing import Literal

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import (
    first,
    found,
    is_adult,
    lettered,
    lines,
    says_nothing,
    sections_listed,
    sentences,
    sentences_holding,
    words,
)
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.together import siblings
from ehcp_audit.model import Answer, Contributor, Item, Passage, Plan, Provision, Section, State, Verdict
from ehcp_audit.rare import rarely
from ehcp_audit.styling import capital


@check("care.more_than_not_known")
def more_than_not_known(section: Section, plan: Plan | None = None) -> Answer:
    """Does section D say more than "not known to social care": that advice was sought, and what came of it?"""
    bare = found(section.pieces, phrases("not known"))
    asked = found(section.pieces, phrases("advice sought"))
    if asked:
        return Answer(Verdict.MET, first(asked, 3), "It says that advice was sought, or what came of it.")
    advisers = plan.facts.contributors if plan is not None else ()
    listed = [one.passage for one in advisers if _is_of_social_care(one)]
    if bare and words(section) <= 40:
        if listed:
            note = "It says 'not known'; section K lists who was asked, and nothing says what they found."
            return Answer(Verdict.PARTLY_MET, (*first(bare), *first(listed)), note)
        note = "It says 'not known'; nothing says who was asked and what they found."
        return Answer(Verdict.NOT_MET, first(bare, 2), note)
    if section.state is State.NIL:
        if listed:
            return Answer(
                Verdict.MET, first(listed, 2), "It says that there are no needs; section K lists who was asked."
            )
        note = "It says that there are no needs; nothing says who was asked."
        return Answer(Verdict.PARTLY_MET, first(lines(section.pieces), 1), note)
    return Answer(Verdict.MET, first(lines(section.pieces), 1), "It sets out needs.")


def _is_of_social_care(one: Contributor) -> bool:
    """Did somebody of social care or early help give this advice?"""
    from ehcp_audit.language.roles import find_roles

    return any(role.kind == "social care" for role in find_roles(f"{one.role or ''} {one.passage.text}"))


@check("care.agreed")
def agreed(section: Section, plan: Plan | None = None) -> Answer:
    """Does section G, or another part of the plan, show that the responsible health body agreed to it?

    Where C, G and E stand side by side, the agreement stands under the table, and may be read with any section.
    """
    if hits := found(section.pieces, phrases("health agreed")):
        return Answer(Verdict.MET, first(hits, 2), "The agreement of the health body is recorded.")
    if _gives_none(section):
        return Answer(Verdict.NOT_APPLICABLE, note="Section G says that there is no health provision to agree to.")
    if plan is not None and (told := _agreed_elsewhere(plan)):
        return Answer(
            Verdict.MET, first(told, 2), "The agreement of the health body is recorded elsewhere in the plan."
        )
    note = "There is no record in section G that the health body agreed to it."
    evidence = section.items[0].passages[:1] if section.items else first(lines(section.pieces), 1)
    return Answer(Verdict.NOT_MET, evidence, note)


def _gives_none(section: Section) -> bool:
    """Does the section begin by saying that there is none, and give no time or number of times after it: "None. The
    therapy educates and is in section F."?
    """
    from ehcp_audit.plan.nil import is_nil

    told = list(sentences(section.pieces))
    return bool(told) and is_nil(told[0].text) and not any(_AMOUNT_GIVEN.search(one.text) for one in told)


_AMOUNT_GIVEN = rarely(
    r"\b\d{1,3}[ -](?:minutes?|hours?)\b|\b(?:once|twice|each|every|a|per) (?:day|week|month|term|year)\b",
    re.IGNORECASE,
)


def _agreed_elsewhere(plan: Plan) -> list[Passage]:
    """The sentences outside section G that say that the health body agreed, and to nothing else than health care."""
    elsewhere = (*(piece for one in plan.sections if one.code != "G" for piece in one.pieces), *plan.outside)
    told = sentences_holding(elsewhere, phrases("health agreed elsewhere"))
    return [one for one in told if not phrases("agreed of other things").search(one.text)]


@check("care.health_plan")
def health_plan(section: Section, plan: Plan) -> Answer:
    """Is an individual health care plan named, in section G or C?"""
    if hits := found((*section.pieces, *lettered(plan, "C")), phrases("health care plan")):
        return Answer(Verdict.MET, first(hits, 3), "A health care plan is named.")
    if hits := found((*section.pieces, *lettered(plan, "C")), phrases("usually has a health plan")):
        return Answer(
            Verdict.NOT_MET, first(hits, 2), "Pupils with this usually have a health care plan; none is named."
        )
    return Answer(Verdict.NOT_APPLICABLE, note="No condition was found that usually has a health care plan.")


@check("care.specific")
def specific(section: Section, plan: Plan, *, ages: Literal["any", "under 18"] = "any") -> Answer:
    """Does the section say what care is given and how much? `ages` can limit it to those under 18.

    Lines that say that there is none, and those on who looks at the care and when, are not asked; nor is a sentence
    that only says more of the care for which another of its paragraph or number gives the amount.
    """
    if ages == "under 18" and is_adult(plan):
        return Answer(Verdict.NOT_APPLICABLE, note="This is asked only of plans for those under 18.")
    if section.state is not State.PRESENT:
        verdict = Verdict.MET if section.state is State.NIL else Verdict.NOT_MET
        what = "says that there is none" if section.state is State.NIL else "has no words"
        return Answer(verdict, first(lines(section.pieces), 1), f"Section {section.code} {what}.")
    if not section.items:
        note = "There is text here, but no provision could be told apart."
        return Answer(Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), note)
    giving = [item for item in section.items if not _says_none(item)]
    if not giving:
        return Answer(Verdict.MET, section.items[0].passages[:1], f"Section {section.code} says that there is none.")
    given = [item for item in giving if not _is_about_care(item)]
    if not given and (len(giving) < len(section.items) or found(section.pieces, phrases("no care"))):
        note = f"Section {section.code} says that there is none now, and what is to be looked at."
        return Answer(Verdict.MET, section.items[0].passages[:1], note)
    giving = given or giving
    loose = [item for item in giving if not _says_what_and_how_much(item) and not _says_more_of_it(item, plan)]
    if not loose:
        return Answer(Verdict.MET, giving[0].passages[:1], "It says what is given and how much.")
    verdict = Verdict.NOT_MET if len(loose) == len(giving) else Verdict.PARTLY_MET
    evidence = first(item.passages[0] for item in loose)
    return Answer(verdict, evidence, "It does not say what care is given and how much, or leaves it open.")


def _says_none(item: Item) -> bool:
    """Does the line say that no care is required, and give none: "None. The assessment found no need for it."?"""
    return says_nothing(item) or bool(
        phrases("no care").search(item.text) and not found(item.passages, phrases("care amount"))
    )


def _is_about_care(item: Item) -> bool:
    """Is the line on who looks at the care and when, on its start or on the law, or a heading over what follows?"""
    if not phrases("about care").search(item.text):
        return False
    return not _HOURS.search(item.text)


_HOURS = rarely(r"\b(?:hours?|minutes?|nights?|overnight|days? (?:a|each|per|every))\b", re.IGNORECASE)


def _says_what_and_how_much(item: Item) -> bool:
    """Does a line of care name a kind of help, with an amount or as something done once, and nothing left open?"""
    pieces = (*item.passages, *(field.passage for field in item.fields))
    if not found(pieces, phrases("care kinds")) or found(item.passages, phrases("care left open")):
        return False
    return bool(found(pieces, phrases("care amount")) or found(pieces, phrases("care once")))


def _says_more_of_it(item: Item, plan: Plan) -> bool:
    """Does a line leave nothing open and name no care of its own ("The helper has first aid training"), where another
    of its paragraph or number says what is given and how much?
    """
    if not isinstance(item, Provision) or found(item.passages, phrases("care left open")):
        return False
    kinds = found(item.passages, phrases("care kinds"))
    if any(not _MEANT_BEFORE.search(plan.text[max(0, kind.start - 6) : kind.start]) for kind in kinds):
        return False
    return any(_says_what_and_how_much(one) for one in siblings(item, plan))


_MEANT_BEFORE = rarely(r"\b(?:the|this|that|these|those|his|her|their|my|our|its|same)\s$", re.IGNORECASE)
"""Before what has been spoken of: "the helper", and not "a helper"."""


@check("care.h1_and_h2")
def h1_and_h2(plan: Plan) -> Answer:
    """Are H1 and H2 kept apart and plausibly sorted, with nothing in H1 for someone of 18 or over?"""
    h1, h2 = plan.section("H1"), plan.section("H2")
    if missing := [one.code for one in (h1, h2) if one.state is State.MISSING]:  # which is told where it is asked
        lost = f"{capital(sections_listed(missing))} {'was' if len(missing) == 1 else 'were'} not found"
        return Answer(Verdict.NEEDS_PERSON, note=f"{lost}, so whether the two are kept apart cannot be told.")
    if State.UNKNOWN in (h1.state, h2.state):
        return Answer(Verdict.PARTLY_MET, note="H1 and H2 could not be told apart under two headings.")
    given = [item for item in h1.items if not _says_none(item) and not _is_for_others(item)]
    if given and is_adult(plan):
        note = "H1 is for those under 18, and the plan is for somebody of 18 or over."
        return Answer(Verdict.NOT_MET, given[0].passages[:1], note)
    wrong = first(found(h1.pieces, phrases("usually H2")), 2)
    wrong += first(found(h2.pieces, phrases("usually H1")), 2) if is_adult(plan) is False else ()
    if wrong:
        return Answer(Verdict.NOT_MET, wrong, "This kind of help usually stands in the other of the two parts.")
    return Answer(Verdict.MET, note="H1 and H2 stand apart, and nothing in them looks out of place.")


def _is_for_others(item: Item) -> bool:
    """Does the line say that this part is for those of another age: "Not applicable, because I am over 18"?"""
    return _NOT_FOR_AGE.search(item.text) is not None and not found(item.passages, phrases("care amount"))


_NOT_FOR_AGE = rarely(
    r"^\W{0,3}(?:(?:section |part )?H ?1\W{1,3})?(?:(?:this|it|section H1|this (?:part|section)) )?"
    r"(?:(?:is )?not applicable|n/?a|does not apply|not relevant)\b[^.;\n]{0,80}"
    r"\b(?:(?:under|over|aged?|is|am|turned|below) (?:of )?(?:1[89]|2[0-5])|an adult|eighteen)\b",
    re.IGNORECASE,
)


@check("care.direct_payment")
def direct_payment(section: Section, plan: Plan) -> Answer:
    """Where section J speaks of a payment, does it name the needs and outcomes that it serves?

    A blank section J says neither; in a draft it may stand blank.
    """
    if section.state is State.EMPTY and plan.facts.status == "draft":
        return Answer(Verdict.NOT_APPLICABLE, note="Section J of a draft may stand blank.")
    if section.state is State.EMPTY:
        note = "Section J stands blank; it says neither that there is a payment nor that there is none."
        return Answer(Verdict.NOT_MET, note=note)
    if section.state is State.MISSING:
        return Answer(Verdict.NOT_APPLICABLE, note="There is no section J, which is owed only with a direct payment.")
    if none := found(section.pieces, phrases("no payment")):
        return Answer(Verdict.MET, first(none, 2), "It says that there is none.")
    if unwanted := _payment_not_wanted(section):
        return Answer(Verdict.MET, first(unwanted, 2), "It says that nobody wants one.")
    paid = found(section.pieces, phrases("payment"))
    if not paid:
        return Answer(
            Verdict.NEEDS_PERSON, first(lines(section.pieces), 2), "It could not be told whether there is a payment."
        )
    needs, outcomes = found(section.pieces, phrases("names a need")), found(section.pieces, phrases("names an outcome"))
    if needs and outcomes:
        return Answer(Verdict.MET, first((*needs, *outcomes), 3), "It names what the payment serves.")
    lacking = " or ".join(word for word, hits in (("needs", needs), ("outcomes", outcomes)) if not hits)
    verdict = Verdict.PARTLY_MET if needs or outcomes else Verdict.NOT_MET
    return Answer(verdict, first(paid, 2), f"It speaks of a payment and names no {lacking} that it serves.")


def _payment_not_wanted(section: Section) -> tuple[Passage, ...]:
    """The sentences that say that nobody asked for a payment or took one up, where no other says that it is made."""
    wanted = phrases("payment not wanted")
    told = tuple(sentences(section.pieces))
    if any(phrases("payment made").search(one.text) and not wanted.search(one.text) for one in told):
        return ()
    return tuple(one for one in told if wanted.search(one.text))
