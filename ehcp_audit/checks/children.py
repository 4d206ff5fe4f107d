"""Checks on the child in the plan: their own words in section A, and that the plan is about one child only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, lines, over_school_age, sentences
from ehcp_audit.model import Answer, Passage, Plan, Section, Verdict

_PARENT = r"(?:parents?|carers?|mum|mam|mom|mummy|dad|daddy|mother|father|grand(?:mother|father|parents?|ma|dad)|nan|guardians?|foster carers?|famil(?:y|ies))"
_PARENT_HEADING = re.compile(rf"\b{_PARENT}\b|\bour (?:views|hopes|story)\b|\bwhat we\b", re.I)
_CHILD_HEADING = re.compile(
    r"\b(?:child|young person|pupil|student|learner)(?:'s|’s)?\b|\b(?:my|about me|all about me|who i am|in my words|i )\b",
    re.I,
)
_PARENT_SPEAKS = re.compile(
    rf"\b{_PARENT}(?:['’]s?)?\b[^.\n]{{0,60}}?\b(?:say|says|said|feels?|felt|wants?|would like|hopes?|wish(?:es)?|worr(?:y|ies|ied)|"
    r"concern(?:s|ed)?|believes?|thinks?|reports?|reported|proud|views?|told|tells?|describes?|described|asks?|asked|explains?|"
    r"explained|adds?|added|aspirations?|hoping|keen|shared|states?|stated|find|finds|loves?)\b",
    re.I,
)
_WE_SPEAK = re.compile(
    r"\bwe (?:\w+ )?(?:want|hope|feel|think|believe|wish|worry|are worried|are concerned|are proud|would like|love|know|find|need|see|have found)\b"
    r"|\b(?:my|our) (?:son|daughter|child|boy|girl|grandson|granddaughter|little (?:boy|girl))\b",
    re.I,
)
_I_SPEAK = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|I'd|I’d|my|My|me|Me)\b")
_SAYING = (
    r"(?:says?|said|told|tells?|likes?|liked|enjoys?|loves?|wants?|wanted|would like|feels?|felt|chose|chooses|points?|pointed|shared|shares|"
    r"explained|explains|reported|reports|indicated|communicated|hopes?|wishes|dreams?|described|describes|thinks|answered|drew|"
    r"dislikes?|hates?|does not like|doesn't like|doesn’t like|is proud|is happiest|smiled|signed|signs)"
)
_THEY_SPEAK = re.compile(rf"\b(?:He|She|They|he|she|they)\b (?:\w+ly |also |has |have )?{_SAYING}\b")
_INTERESTS = re.compile(
    r"\b(?:likes(?! to be told)|enjoys?|enjoyed|enjoying|loves?|loving|favou?rites?|hobb(?:y|ies)|passion(?:ate)?|keen on|fascinat(?:ed|ion)|"
    r"interests?|interested in|fan of|obsessed with|happiest when)\b|\bI (?:really |also )?like\b|\bthings (?:I|that I) (?:like|love)\b",
    re.I,
)
_COMMUNICATES = re.compile(
    r"\bcommunicat(?:es?|ing) (?:best |well |mainly |mostly |clearly )?(?:by|using|through|with|in|via|verbally|non-verbally)\b"
    r"|\bhow (?:to communicate with|best to talk to|(?:I|he|she|they|[A-Z][a-z]+) communicates?)\b|\bways? (?:to|of) communicat\w+\b"
    r"|\b(?:uses?|using|signs?|with|through|in) (?:a |an |his |her |their |my |some |single |short |simple )?(?:\w+ )?(?:Makaton|PECS|BSL|AAC|"
    r"communication (?:book|aid|board|device|passport)|signs|signing|gestures?|symbols?|pictures|photos|eye[- ]gaze|eye[- ]pointing|"
    r"spoken (?:words|language|sentences)|words|phrases|sentences|switch(?:es)?|voice output)\b"
    r"|\b(?:speaks?|talks?|speaking) (?:in|clearly|confidently|fluently|English|with|using|to people)\b|\bnon-?verbal(?:ly)?\b|\bpre-?verbal\b"
    r"|\b(?:is|are|am) (?:verbal|articulate|chatty|a confident talker)\b|\bcommunication (?:passport|profile)\b"
    r"|\b(?:take|takes|took|taking) part in (?:decisions|meetings|the meeting|(?:my|his|her|their) (?:review|meeting))\b"
    r"|\binvolve(?:d)? (?:me|him|her|them|\w+ )?in (?:making )?decisions\b|\b(?:give|gives|giving|show|shows) (?:me|him|her|them)? ?(?:time|choices)\b",
    re.I,
)


def _voices(section: Section) -> Iterator[tuple[Passage, str]]:
    """Each line of section A with whose part it stands in: child, parent or unsaid, by the short line above it."""
    voice = "unsaid"
    for line in lines(section.pieces):
        short = len(line.text.split()) <= 12 and not line.text.endswith((".", "!"))
        if short and _PARENT_HEADING.search(line.text) and not _I_SPEAK.search(line.text):
            voice = "both" if _CHILD_HEADING.search(line.text) else "parent"
        elif short and _CHILD_HEADING.search(line.text):
            voice = "child"
        yield line, voice


@check("children.own_views")
def own_views(section: Section, plan: Plan) -> Answer:
    """Are the child's or young person's own views here: in the first person, quoted, or told as theirs?"""
    name = plan.facts.known_as or (plan.facts.child_name or "").split(" ")[0]
    told = re.compile(rf"\b{re.escape(name)}\b (?:\w+ly |also |has |have )?{_SAYING}\b") if len(name) > 1 else None
    evidence: list[Passage] = []
    for line, voice in _voices(section):
        for sentence in sentences((line,)):
            text = sentence.text
            if _PARENT_SPEAKS.search(text) or _WE_SPEAK.search(text):
                continue
            mine = _I_SPEAK.search(text) and voice != "parent" and len(text.split()) > 2
            if mine or _THEY_SPEAK.search(text) or (told and told.search(text)):
                evidence.append(sentence)
    if evidence:
        return Answer(Verdict.MET, first(evidence, 3), "The child's or young person's own views are here.")
    note = "Nothing here is said in the child's or young person's own words, or told as their view."
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), note)


@check("children.parents_views")
def parents_views(section: Section, plan: Plan) -> Answer:
    """Are the parents' or carers' views here? Not asked once the views owed are the young person's own."""
    evidence = [
        line
        for line, voice in _voices(section)
        if _PARENT_SPEAKS.search(line.text)
        or _WE_SPEAK.search(line.text)
        or (voice == "parent" and len(line.text.split()) > 6)
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
    if evidence := found(section.pieces, _INTERESTS):
        return Answer(Verdict.MET, first(evidence, 3), "Interests are here.")
    return Answer(
        Verdict.NOT_MET, note="Nothing was found that the child or young person likes, enjoys or is interested in."
    )


@check("children.communicates")
def communicates(section: Section) -> Answer:
    """Does the section say how the child communicates, or how they are drawn into decisions?"""
    if evidence := found(section.pieces, _COMMUNICATES):
        return Answer(Verdict.MET, first(evidence, 3), "How the child or young person communicates is here.")
    return Answer(Verdict.NOT_MET, note="Nothing was found on how the child communicates or is drawn into decisions.")
