"""Sentences that speak of a section's items as such, and are none: "Unless a date is shown, each is for July 2028"."""

from __future__ import annotations

import re

from ehcp_audit.language.wordlists import number_words
from ehcp_audit.months import NAMED
from ehcp_audit.plan.introductions import is_every_outcome, leads_in
from ehcp_audit.plan.lead_ins import stands_elsewhere
from ehcp_audit.plan.only_when import holds_span, says_how_long
from ehcp_audit.plan.preambles import all_preamble, is_scope
from ehcp_audit.plan.rules_over_all import is_rule
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_NOUN = (
    r"(?:outcomes?|aims?|goals?|end\s?points?|target\s?dates?|end\s?dates?|dates?|time\s?scales?|time\s?frames?|"
    r"deadlines?|(?:numbers|letters)(?=[^.,;]{1,40}\b(?:refer|show|give|point|mean)s?\b))"
)
_COUNT = rf"(?:{'|'.join(number_words(2, 12))}|\d{{1,2}})"
_WHEN = (  # how a time begins
    r"(?:by|before|until|till|up to|for|within|at|in|on|from|to|between|all|each|every|these|they|as|see|unless|the|"
    r"an?|this|next|half|one|two|three|four|five|six|twelve|end|start|beginning|close|age|years?|key|ks\d?|reception|"
    rf"nursery|school|phase|{NAMED}|"
    r"spring|summer|autumn|easter|christmas)\b|[\d(]"
)
_OF_THE_PLAN = r"(?!\sof\s(?!(?:the|this|that|my|his|her|their)\s(?:plan|ehcp|section|part)\b))"
_SUBJECT = (  # each, these, all six, all of them, every outcome, the agreed dates, everything here
    r"(?:(?:all|each|every|both|most|some|none|any)(?:\s(?:of\s)?(?:them|these|those|" + _COUNT + r"))?(?=\s" + r"(?:"
    r"is|are|was|were|be|has|have|will|should|shall|must|to|runs?|lasts?|falls?|ends?|ought|by|for|at|can|may|"
    r"appl(?:y|ies)|looks?)\b)"
    r"|(?:these|those|they)(?=\s(?:is|are(?! able)|were|have|will be|should be|must be|all|"
    r"run|last|share|fall|end|apply|look)\b)"
    r"|what\sfollows(?=\s(?:is|are)\b)"
    r"|everything\s(?:here|below|in\s(?:this|section)\b[^,.;]{0,20}?(?=\s(?:is|runs|falls|has|was|will|should)\b))"
    r"|(?:(?:all|each|every|the|these|those|my|our|his|her|their|an?|[a-z][\w’'-]{1,20}['’]s?|no|both|most)\s"
    r"(?:of\s(?:the|these|those|my|his|her|their)\s)?(?:(?!short|interim)[\w-]{3,14}\s){0,2}?"
    r"|(?:agreed|shared|overall|final|long(?:er)?(?:[- ]term)?|educational?|health|social care|smart)\s|)"
    + _NOUN
    + r"\b(?:\s(?:here|below|above))?"
    r"(?!\s?\d|(?:: | - )(?:to\b(?!\sbe\s(?:met|achieved|reached|attained)\b)|(?!to be\b)(?!"
    + _WHEN
    + r")))"
    + _OF_THE_PLAN
    + r"|(?:short(?:er)?[- ]term\s|smaller\s|small\s|yearly\s)?(?:steps|targets|milestones)\b[^,.;]{0,40}?"
    r"\s(?:are|is|will be)\b"
    r"|the\s(?:[\w-]+\s){0,2}reviews?\b)"
)
_UNDER = r"(?:(?:unless|except|where|if|apart from|save)\b[^.;]{3,70}?(?:,\s|\s))?"
_OPENS = re.compile(r"\W{0,3}" + _UNDER + r"(?:and |but )?" + _SUBJECT, re.IGNORECASE)
_LATER_SUBJECT = rarely(r"(?:,|\b20\d{2})\s" + _SUBJECT, re.IGNORECASE)
_LABELLED = re.compile(
    r"\W{0,3}(?:(?:target|end|completion|agreed|shared)\s)?(?:time\s?scales?|time\s?frames?|dates?|deadlines?|period)"
    r"(?:\s(?:for|of)\b[^:]{0,30})?\s?[:–-]\s(?=" + _WHEN + r")|"
    r"\W{0,3}(?:I['’]m|I am|we['’]re|we are) aiming (?:at|for)\s(?:the\s)?(?=" + _WHEN + r")|"
    r"\W{0,3}to be (?:met|achieved|reached|attained)(?=\s?(?:\sall|\sin full)?"
    r"(?:\s(?:by|before|within|at|in|during):?|:)\s(?:his\s|her\s|their\s)?(?:" + _WHEN + r"))",
    re.IGNORECASE,
)
_PHASE = re.compile(r"\W{0,3}(?:for|over|during) the (?:period|key stage|phase|years?)\b", re.IGNORECASE)
_HELD = rarely(
    r"\b(?:(?:all|each|every|both)(?:\sone)?\sof\s(?:them|these|those|this|the outcomes)\b|"
    r"all\s" + _COUNT + r"(?=\s(?:to|will|should|must|are|be|by|before)\b)|"
    r"the\sfollowing(?=\s(?:by|before)\b)|to\s(?:achieve|reach|meet|do)\s(?:these|them)\b(?!\s[a-z]+s\b)|"
    r"(?:the|these|those|all|every|each) outcomes?\b" + _OF_THE_PLAN + r"|"
    r"(?:dates?|time\s?scale)(?=\s(?:is|are|for)\b))|"
    r"\A(?:these|those)(?=\sare (?:what|the things)\b)",
    re.IGNORECASE,
)
_OUTCOMES = rarely(
    r"\b(?:outcomes|target\s?dates?|end\s?dates?|time\s?scales?|time\s?frames?|deadlines?|reviews?|numbers|letters)\Z",
    re.IGNORECASE,
)
"""Words of which whatever is said is said of outcomes; a goal, a date, "they" and "all" may be the child's own."""
_SAYS = rarely(r"\s(?:is|are|was|were|will|shall|should|must|can|could|may|has|have|had|be|ought)(?=\s)", re.IGNORECASE)
_OF_OUTCOMES = rarely(
    r"(?:achiev|reach|met\b|meet|attain|complet|accomplish|fulfil|set\b|shown|given|agreed|review|measur|check|"
    r"monitor|consider|discuss|look(?:s|ed)? (?:at|ahead|forward)|written(?! in (?:an?|his|her|their|my|the)\b)|"
    r"drawn up|listed|linked|tied|matched|grouped|ordered|numbered|meant|intended|expected|due|planned|hoped|dated|"
    r"timed|chosen|drafted|long|short|annual|ambitious|for\b|by\b|from\b|until\b|within\b|before\b|in (?:section|this|"
    r"line|force)\b|on (?:track|the way)\b|(?:runs?|lasts?|goes|go|appl(?:y|ies)|stands?|falls?|ends?|extends?|"
    r"carr(?:y|ies)|leads?|shares?) (?:(?:on|up|to|for|until|by|before|at|in|over|all|through|as far|after|unless|"
    r"with|when|due|an?|one|the same)\b)|at\b|those\b|covers?\b|takes? (?:him|her|them|me|[A-Z])|what\b|the (?:things|"
    r"changes|outcomes|hopes|steps|end|start|beginning|last|same|summer)\b|(?:(?:an?|the|its|their|one|no|"
    r"this) )?(?:\w+[\s-]){0,3}(?:date|time\s?scale|time\s?frame|deadline|steps?|targets?|review|number|measure)\b|"
    r"(?:july|june|may|august|december|summer|spring|easter|year|key)\s|\d|[^\w\s]|\Z)",
    re.IGNORECASE,
)
"""What is said of outcomes and not of what a child does."""
_PERSON = rarely(
    r"\b(?:[Hh]e|[Ss]he|I|(?!(?:Your|My|His|Her|Their|Our|This|That|All|Each|Every|These|Those|They|Unless|Where|"
    r"Everything|Dates?|Outcomes?|The|For|By|When|"
    r"If|Key|Stage|Year|Section|Part|Letters|Numbers|Most|Some|None|Both|Target|Any|End|It|We|Except|"
    rf"{NAMED}|Easter|Christmas|Spring|"
    r"Summer|Autumn)\b)"
    r"[A-Z][a-z’'-]{2,20}(?<![’']s))\s(?P<said>(?:[a-z’'-]+\s?){1,6})"
)
"""Somebody, and what is said of them; and not of what is theirs ("when Joy's course ends")."""
_ON_THE_WAY = rarely(
    r"(?:will|shall|should|can|must|am|is|are|was|were|to|be|being|been|has|have|had|able|"
    r"already|now|also|all|expect(?:s|ed)|hope[sd]|due|likely|wants?|aims?|intends?|\w+ly)\s"
)
_REACHES = rarely(
    r"(?:achiev|reach|meet|met\b|attain|complet|leav|manag(?:e|ed|ing)\b|done\b|"
    r"do(?:ing)? (?:all|each|these|the following)\b|"
    r"finish(?:e[sd])?(?= (?:at|in|school|college|year|key|the|her|his|their)\b)|"
    r"mov(?:es?|ing) (?:on|up|to)\b|transfer|start|work(?:s|ing)? (?:on|towards?)\b|aim)"
)


OF_ALL = rarely(
    r"(?:each|every|all|both|these|those|most|the)\s(?:of\s)?(?:the\s|these\s|those\s|his\s|her\s|their\s|my\s)?"
    r"(?:above\s|following\s|agreed\s)?outcomes?\b",
    re.IGNORECASE,
)
_OF_THE_SECTION = rarely(
    r"(?:the|all|this|any)\s(?:\w{1,20}\s){0,3}(?:support|provision|help|interventions?)\s(?:that is\s|which is\s)?"
    r"(?:set out|described|listed|detailed|specified|given|outlined|shown)\s"
    r"(?:below|above|here|in this|in the (?:table|following))\b",
    re.IGNORECASE,
)


_OF_SECTION_E = rarely(r"\boutcomes of [Ss]ection E\b")  # "... are set out first, and the provision follows"
_OF_A_LETTER = rarely(
    r"Dear [A-Z][\w'’ -]{1,30}[,:]?|Yours\b.{0,60}|(?:With |Kind |Best ){1,2}(?:regards|wishes)\b.{0,60}"
)
_THIS = rarely(r"(?:all of )?(?:this|it) (?:is|runs)(?: all)? (?:for|in|over)\b", re.IGNORECASE)  # then of all lines
_GIVES = rarely(r"\b(?:minutes?|hours?|sessions?|daily|fortnightly|once|twice)\b", re.IGNORECASE)


def is_of_all(noun: str, text: str, *, listed: bool, numbered: bool, first: bool = False) -> bool:
    """Is a line about all outcomes or the whole provision, and no item: "Each outcome has smaller steps, which ..."?

    `listed`: it has a marker, number or label, so that only words which can be of nothing else make it one. `first`:
    nothing stands before it that it could be said of.
    """
    if noun == "outcome" and (is_every_outcome(text) or leads_in("outcome", text)):
        return True
    if listed:
        return noun == "provision" and (is_scope(text) or stands_elsewhere(text) or (numbered and all_preamble(text)))
    return speaks_of_all(noun, text) or (first and noun == "provision" and frames(text))


def frames(text: str) -> bool:
    """Does what stands first say only for how long, or in which hours, all is given, and when it is looked at: "In
    college for 24 hours a week. Reviewed at the meeting of 18 June"?
    """
    sentences = [_APPOSED.sub("", text[start:end]) for start, end in sentence_spans(text)]
    return any(map(holds_span, sentences)) and all(
        leads_in("provision", one) or is_rule(one, of_this=True) or says_how_long(one) for one in sentences
    )


_APPOSED = rarely(r", (?:an?|the|who) [^,.;\d]{3,60},(?= (?:checks|reviews|looks))")  # "The head, a teacher, checks"


def speaks_of_all(noun: str, text: str) -> bool:
    """Does a paragraph say something of all outcomes, or of the whole provision, and name none of them?

    Where each section is a letter to the child, its first and last words are none either.
    """
    if _OF_A_LETTER.fullmatch(text.strip()) or (noun == "outcome" and _OF_SECTION_E.search(text)):
        return True
    about = {"outcome": OF_ALL, "provision": _OF_THE_SECTION}.get(noun)
    if about is not None and about.match(text) is not None and not (noun == "provision" and _GIVES.search(text)):
        return True
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    led = noun == "provision" and len(sentences) > 1 and bool(leads_in(noun, sentences[0]) or _THIS.match(sentences[0]))
    return all(
        leads_in(noun, one)
        or (noun == "outcome" and is_over_all(one))
        or (noun == "provision" and is_scope(one))
        or (led and is_rule(one, of_this=True))
        for one in sentences
    )


def is_over_all(sentence: str) -> bool:
    """Does a sentence say something of all outcomes, or of their dates, and nothing that the child will do?

    "All are due at the end of July 2028", "Where no date is given, July 2028 is meant", "Priya should reach each of
    them by the end of Key Stage 2".
    """
    text = " ".join(sentence.split())
    opening = _LABELLED.match(text) or _phase_over_all(text)
    if opening is None:
        opening = _OPENS.match(text)
        child = _THEY.match(text) if opening is None or not _is_of_outcomes(text, opening.end()) else None
        if child is not None:
            opening = None  # "They are to manage all of them"
            if _does_something(child["said"]):
                return False
        if not any(_is_of_outcomes(text, one.end()) for one in ([opening] if opening else _HELD.finditer(text))):
            return False
    start = opening.end() if opening is not None else 0  # "Agreed outcomes run to": nobody is called Agreed
    text = _GLOSS.sub("", _UNLESS.sub("", text))
    told = (match for match in _PERSON.finditer(text) if match.start() >= start and not _says_when(text, match.start()))
    return not any(_does_something(match["said"]) for match in told)


def _says_when(text: str, at: int) -> bool:
    """Is what somebody does from here on the time that is meant: "for when | I finish Year 13"?"""
    return _WHEN_SOMEBODY.search(text, max(0, at - 15), at) is not None and names_time(text[at:])


_WHEN_SOMEBODY = rarely(r"(?<!\w)(?:when|until|till|before|once|by the time)\s\Z", re.IGNORECASE)


_UNLESS = rarely(  # "..., unless I say a different time"; "... and, unless I say otherwise, that is the date"
    r"(?:,|\band) (?:unless|except|save)\b(?: [\w'’]+){1,4} otherwise|, (?:unless|except|save)\b[^.;]*"
)
_GLOSS = rarely(  # "by 21 July 2028, the end of Ana's Reception year and of the Early Years Foundation Stage"
    r"(?<=\d), (?:which is |that is )?(?:at )?the end of (?:(?!will\b|can\b)[\w'’-]+ ){1,14}[\w'’-]+\.?$",
    re.IGNORECASE,
)
_THEY = rarely(r"\W{0,3}they\s(?P<said>(?:[a-z’'-]+\s?){1,6})", re.IGNORECASE)
"""Outcomes, or a child of whom is said "they"."""


def _phase_over_all(text: str) -> re.Match[str] | None:
    """ "For the period to July 2028", alone or before words on the outcomes."""
    match = _PHASE.match(text)
    says = match is not None and _SAYS.search(text, match.end()) is not None
    return match if match is not None and (not says or _LATER_SUBJECT.search(text, match.end())) else None


def _is_of_outcomes(text: str, end: int) -> bool:
    """Is what follows a subject that ends here said of outcomes: "each | is to be reached by July 2028"?"""
    if _OUTCOMES.search(text, max(0, end - 12), end):
        return True
    rest = _UP_TO.match(text, end)
    said = rest.group() if rest is not None else ""
    verb = _SAYS.search(said)
    said = said[verb.start() if verb is not None and not names_time(said[: verb.start()]) else 0 :].lstrip()
    while way := _ON_THE_WAY.match(said) or _WHOSE.match(said):
        said = said[way.end() :]
    return _OF_OUTCOMES.match(said) is not None


_UP_TO = rarely(r"[^,;:]{0,160}")
_WHOSE = rarely(  # for Ana to, that she
    r"(?:for|that)\s(?:[A-Z][\w’'-]*|he|she|they|him|her|them|me|I)\s(?=(?:to|will|can|is|has|[a-z]{2,}s)\s)"
)


def is_label_over_all(sentence: str) -> bool:
    """Is it a label for the time of all, "Timescale: July 2028", which after one outcome would be that one's?"""
    text = " ".join(sentence.split())
    return _LABELLED.match(text) is not None and _EACH.search(text) is None


_EACH = rarely(r"\b(?:all|each|every)\b", re.IGNORECASE)


def _does_something(said: str) -> bool:
    """Do the words after a name tell what its bearer does, other than to reach an outcome?"""
    if _IS_NAMED.match(said):
        return False
    while way := _ON_THE_WAY.match(said):
        said = said[way.end() :]
    return bool(said) and _REACHES.match(said) is None and _IS_NAMED.match(said) is None


_IS_NAMED = rarely(r"(?:to|in|at|and|with|by|on|of|or|from|until)\b")  # "outcomes take Ana to the end of Year 6"
