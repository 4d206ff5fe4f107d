"""Sentences that speak of a section's items as such, and are none: "Unless a date is shown, each is for July 2028"."""

from __future__ import annotations

import re

from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_NOUN = (
    r"(?:outcomes?|aims?|goals?|end\s?points?|target\s?dates?|end\s?dates?|dates?|time\s?scales?|time\s?frames?|"
    r"deadlines?|(?:numbers|letters)(?=\s(?:in|refer|show|after|give|at|and|point|mean)))"
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_SUBJECT = (  # each, these, all six, all of them, every outcome, the agreed dates, everything here
    r"(?:(?:all|each|every|both|most|some|none|any)(?:\s(?:of\s)?(?:them|these|those|" + _COUNT + r"))?(?=\s" + r"(?:"
    r"is|are|was|were|be|has|have|will|should|shall|must|to|runs?|falls?|ends?|ought|by|for|at|can|may|appl(?:y|ies)|"
    r"looks?)\b)"
    r"|(?:these|those|they)(?=\s(?:is|are(?! able)|were|have|will be|should be|must be|all|run|fall|end|apply|look)\b)"
    r"|everything\s(?:here|below|in\s(?:this|section)\b[^,.;]{0,20})"
    r"|(?:(?:all|each|every|the|these|those|my|our|his|her|their|an?|[a-z][\w’'-]{1,20}['’]s?|no|both|most)\s"
    r"(?:of\s(?:the|these|those|my|his|her|their)\s)?(?:(?!short|interim)[\w-]{3,14}\s){0,2}?"
    r"|(?:agreed|shared|overall|final|long(?:er)?(?:[- ]term)?|educational?|health|social care|smart)\s|)"
    + _NOUN
    + r"\b(?!\s?\d|: to )"
    r"|(?:short(?:er)?[- ]term\s|smaller\s|small\s|yearly\s)?(?:steps|targets|milestones)\b[^,.;]{0,40}?"
    r"\s(?:are|is|will be)\b"
    r"|the\s(?:[\w-]+\s){0,2}reviews?\b)"
)
_UNDER = r"(?:(?:unless|except|where|if|apart from|save)\b[^.;]{3,70}?(?:,\s|\s))?"
_OPENS = re.compile(r"\W{0,3}" + _UNDER + r"(?:and |but )?" + _SUBJECT, re.IGNORECASE)
_LABELLED = re.compile(
    r"\W{0,3}(?:(?:target|end|completion|agreed|shared)\s)?(?:time\s?scales?|time\s?frames?|dates?|deadlines?|period)"
    r"(?:\s(?:for|of)\b[^:]{0,30})?\s?[:–-]\s|\W{0,3}(?:for|over|during) the (?:period|key stage|phase|years?)\b|"
    r"\W{0,3}to be (?:met|achieved|reached|attained)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:all|each|every|both)(?:\sone)?\sof\s(?:them|these|those|the outcomes)\b|"
    r"\ball\s" + _COUNT + r"\s(?:to|will|should|must|are|be)\b|\b(?:the|these|those|all|every|each) outcomes?\b|"
    r"^(?:these|those) are (?:what|the things)\b|\b(?:dates?|time\s?scale) (?:is|are|for)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|(?!(?:All|Each|Every|These|Those|They|Unless|Where|Everything|Dates?|Outcomes?|The|For|By|When|"
    r"If|Key|Stage|Year|Section|Part|Letters|Numbers|Most|Some|None|Both|Target|Any|End|It|We|Except|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|Spring|Summer|Autumn)\b)"
    r"[A-Z][a-z’'-]{2,20})\s(?P<said>(?:[a-z’'-]+\s?){1,6})"
)
"""Somebody, and what is said of them."""
_ON_THE_WAY = re.compile(
    r"(?:will|should|can|must|is|are|was|to|be|being|been|has|have|had|able|already|now|also|all|expect(?:s|ed)|"
    r"hope[sd]|due|likely|wants?|aims?|intends?|\w+ly)\s"
)
_REACHES = re.compile(
    r"(?:achiev|reach|meet|met\b|attain|complet|leav|finish|mov(?:es?|ing) (?:on|up|to)\b|transfer|start|"
    r"work(?:s|ing)? (?:on|towards?)\b|aim)"
)


OF_ALL = rarely(
    r"(?:each|every|all|both|these|those|most|the)\s(?:of\s)?(?:the\s|these\s|those\s|his\s|her\s|their\s|my\s)?"
    r"(?:above\s|following\s|agreed\s)?outcomes?\b",
    re.IGNORECASE,
)
_OF_THE_SECTION = re.compile(
    r"(?:the|all|this|any)\s(?:\w{1,20}\s){0,3}(?:support|provision|help|interventions?)\s(?:that is\s|which is\s)?"
    r"(?:set out|described|listed|detailed|specified|given|outlined|shown)\s"
    r"(?:below|above|here|in this|in the (?:table|following))\b",
    re.IGNORECASE,
)


def speaks_of_all(noun: str, text: str) -> bool:
    """Does a paragraph say something of all outcomes, or of the whole provision, and name none of them?"""
    about = {"outcome": OF_ALL, "provision": _OF_THE_SECTION}.get(noun)
    if about is not None and about.match(text) is not None:
        return True
    return all(
        leads_in(noun, text[start:end]) or (noun == "outcome" and is_over_all(text[start:end]))
        for start, end in sentence_spans(text)
    )


def is_over_all(sentence: str) -> bool:
    """Does a sentence say something of all outcomes, or of their dates, and nothing that the child will do?

    "All are due at the end of July 2028", "Where no date is given, July 2028 is meant", "Priya should reach each of
    them by the end of Key Stage 2".
    """
    text = " ".join(sentence.split())
    opening = _LABELLED.match(text) or _OPENS.match(text)
    if opening is None and _HELD.search(text) is None:
        return False
    start = opening.end() if opening is not None else 0  # "Agreed outcomes run to": nobody is called Agreed
    return not any(match.start() >= start and _does_something(match["said"]) for match in _PERSON.finditer(text))


def is_label_over_all(sentence: str) -> bool:
    """Is it a label for the time of all, "Timescale: July 2028", which after one outcome would be that one's?"""
    text = " ".join(sentence.split())
    return _LABELLED.match(text) is not None and _EACH.search(text) is None


_EACH = re.compile(r"\b(?:all|each|every)\b", re.IGNORECASE)


def _does_something(said: str) -> bool:
    """Do the words after a name tell what its bearer does, other than to reach an outcome?"""
    if _IS_NAMED.match(said):
        return False
    while way := _ON_THE_WAY.match(said):
        said = said[way.end() :]
    return bool(said) and _REACHES.match(said) is None


_IS_NAMED = re.compile(r"(?:to|in|at|and|with|by|on|of|or|from|until)\b")  # "outcomes take Ana to the end of Year 6"
