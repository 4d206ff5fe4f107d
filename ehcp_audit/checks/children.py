"""Checks on the child in the plan: their own words in section A, and that the plan is about one child only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehcp_audit.checks import check
from ehcp_audit.checks.identity import relatives
from ehcp_audit.checks.passages import first, found, lines, over_school_age, sentences
from ehcp_audit.checks.phrases import phrases, source
from ehcp_audit.model import Answer, Passage, Plan, Section, Verdict

_NAME = re.compile(r"\b[A-Z][a-z]{2,15}")


def _voices(section: Section, parents: set[str]) -> Iterator[tuple[Passage, str]]:
    """Each line of section A with whose part it stands in: child, parent or unsaid, by the short line above it."""
    voice = "unsaid"
    for line in lines(section.pieces):
        short = len(line.text.split()) <= 12 and not line.text.endswith((".", "!"))
        named = bool(parents & set(_NAME.findall(line.text)))
        if short and (phrases("parent heading").search(line.text) or named) and not phrases("I am").search(line.text):
            both = phrases("child and").search(line.text)
            voice = "both" if both else "parent"
        elif short and phrases("child heading").search(line.text):
            voice = "child"
        yield line, voice


def _parent_speaks(text: str, parents: set[str]) -> bool:
    if phrases("parent speaks").search(text) or phrases("we speak").search(text):
        return True
    return bool(parents & set(_NAME.findall(text)) and phrases("view verbs").search(text))


@check("children.own_views")
def own_views(section: Section, plan: Plan) -> Answer:
    """Are the child's or young person's own views here: in the first person, quoted, or told as theirs?

    "He enjoys", "she wants" may be somebody else's account, so where nothing firmer stands a person decides.
    """
    parents = relatives(plan)
    name = plan.facts.known_as or (plan.facts.child_name or "").split(" ")[0]
    called = re.escape(name) if len(name) > 1 else r"(?!Staff|School|Teachers?|Report|Mr|Mrs|Ms|Dr|This|The)[A-Z][a-z]+"
    subject = rf"^(?:{called}|He|She|They) (?:\w+ly |also |has |have )?"
    told, weak = re.compile(rf"{subject}{source('tells')}\b"), re.compile(rf"{subject}{source('saying')}\b")
    evidence: list[Passage] = []
    accounts: list[Passage] = []
    for line, voice in _voices(section, parents):
        for sentence in sentences((line,)):
            text = sentence.text
            if voice == "parent" or _parent_speaks(text, parents):
                continue
            if (phrases("I speak").search(text) and len(text.split()) > 2) or told.search(text):
                evidence.append(sentence)
            elif weak.search(text):
                accounts.append(sentence)
    if evidence:
        return Answer(Verdict.MET, first(evidence, 3), "The child's or young person's own views are here.")
    note = "Nothing here is said in the child's or young person's own words, or told as their view."
    if accounts:
        note = "What the child wants or enjoys is told, and nothing says that the child said so."
        return Answer(Verdict.NEEDS_PERSON, first(accounts, 3), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), note)


@check("children.parents_views")
def parents_views(section: Section, plan: Plan) -> Answer:
    """Are the parents' or carers' views here? Not asked once the views owed are the young person's own."""
    parents = relatives(plan)
    evidence = [
        line
        for line, voice in _voices(section, parents)
        if _parent_speaks(line.text, parents) or (voice == "parent" and len(line.text.split()) > 6)
    ]
    if evidence:
        return Answer(Verdict.MET, first(evidence, 3), "The parents' or carers' views are here.")
    over = over_school_age(plan)
    if over:
        return Answer(
            Verdict.NOT_APPLICABLE, note="Over compulsory school age the views owed are the young person's own."
        )
    if over is None:
        return Answer(
            Verdict.NEEDS_PERSON,
            note="No parents' views were found, and the age is not shown.",
            proposed=Verdict.NOT_MET,
        )
    return Answer(Verdict.NOT_MET, note="Nothing was found that a parent or carer says, wants, hopes or worries about.")


@check("children.interests")
def interests(section: Section) -> Answer:
    """Does the section say what the child or young person likes and enjoys?"""
    if evidence := found(section.pieces, phrases("interests")):
        return Answer(Verdict.MET, first(evidence, 3), "Interests are here.")
    return Answer(
        Verdict.NOT_MET, note="Nothing was found that the child or young person likes, enjoys or is interested in."
    )


@check("children.communicates")
def communicates(section: Section) -> Answer:
    """Does the section say how the child communicates, or how they are drawn into decisions?"""
    if evidence := found(section.pieces, phrases("communicates")):
        return Answer(Verdict.MET, first(evidence, 3), "How the child or young person communicates is here.")
    return Answer(Verdict.NOT_MET, note="Nothing was found on how the child communicates or is drawn into decisions.")
