"""Sentences that only lead into a section: "The following provision will be made to meet the needs in section B"."""

from __future__ import annotations

import re

from ehcp_audit.plan.form_words import is_of_the_form
from ehcp_audit.plan.keys import writes_out
from ehcp_audit.plan.lead_ins import leads_to_provision, stands_elsewhere
from ehcp_audit.plan.pointers import only_refers, references
from ehcp_audit.plan.preambles import is_preamble
from ehcp_audit.plan.rules_over_all import is_rule
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_AMOUNT = rarely(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|half an?|an?)[ -](?:minutes?|mins?|hours?|sessions?)\b|"
    r"\b(?:daily|fortnightly|once|twice)\b",
    re.IGNORECASE,
)
_THINGS = r"(?:provision|support|help|arrangements|strategies|interventions?|approaches)"
_PROVISION = (
    # The following provision will be made; she will receive the following support.
    r"\b(?:the |with |to )?following\b(?: \w{1,20}){0,4} " + _THINGS + r"\b",
    r"\b(?:receive|have|need|require|provided with|access to) the following\b\s{0,2}[.:]?\s{0,2}$",
    # The Council shall secure the following in each school week.
    r"\b(?:secure|arrange|provide|make|deliver|put in place)s? (?:all (?:of )?|each of )?the following\b[^:;]{0,160}$",
    # To achieve this, the following will be provided.
    r"\bthe following (?:will|is to|must|shall|should|needs to) be "
    r"(?:provided|put in place|made available|given|delivered|arranged|made|in place)\s{0,2}[.:]?\s{0,2}$",
    # The special educational provision in this section, below, set out here.
    _THINGS + r"(?: \w{1,20}){0,3} (?:in this section|below|set out here|in section f|as follows|overleaf)\b",
    _THINGS + r"(?: \w{1,20}){0,8} (?:needs|outcomes)(?: \w{1,20}){0,4} (?:in|from|of|under) sections? [a-e]\b",
    r"^(?:this section|section f|this part)\b",
    # This is the help that must be arranged for me.
    r"^(?:this is|these are|here is|here are|below (?:is|are)) (?:all )?(?:what|the (?:" + _THINGS + r"|things))\b"
    r"(?: (?:that|which))?(?: [\w'’-]{1,20}){0,3} "
    r"(?:must|will|has to|have to|should|is to|are to|shall|needs?|requires?|receives?|gets?|has|have)\b"
    r"(?![^.]{0,60}\b(?:for|every|each|per)\b [^.]{0,20}\b(?:hour|day|week|lesson|term|minute))"
    r"[^.,;\d]{0,60}[.:]?\s{0,2}$",
    # What I must get.
    r"^what (?:[\w'’-]{1,20} ){1,3}(?:must|will|has to|have to|should|is to|are to) (?:get|have|receive|be given|do)"
    r"[.:]?\s{0,2}$",
    # The provision will be monitored by the school.
    r"^(?:all |the |this )?(?:special educational )?(?:provision|support|progress)(?: \w{1,20}){0,3} "
    r"(?:will|is to|must|should) be (?:\w{1,12}ly )?(?:monitored|reviewed|evaluated)\b",
    # Provision runs for 38 weeks a year, unless ..., and is reviewed each term.
    r"^(?:all |the |this )?(?:special educational )?(?:provision|everything)(?: in section f)?\b[^.]{0,60}"
    r"\b(?:runs|is|are|applies|lasts) for (?:(?:\w+ ){1,3}weeks|(?:each|every) (?:school )?(?:week|term))\b",
    # Provision for this outcome is in Section H1.
    r"^(?:the )?provision (?:for|to meet) th(?:is|ese) (?:outcome|need)s?\b[^.]{0,60}\bin sections? [a-h]",
    # All staff should read this plan and know what it says.
    r"^(?:all|any|every|everyone|those|each)\b(?: [\w'’-]{1,20}){0,9} "
    r"(?:should|must|will|need to|needs to|are to|is to)(?: \w{1,20}){0,3} "
    r"(?:read|aware|familiar|understand|copy|access)\b(?: [\w'’-]{1,20}){0,7} "
    r"(?:plan|ehcp|section|document|profile|needs|contents)\b",
)
_AGREED = (  # what the health body agreed, and when, is neither a need nor provision
    r"^(?:th(?:is|ese|e) )?(?:(?:part|section|provision|health provision|needs?)(?: [a-h])? )?"
    r"(?:(?:was|were|is|are|has been|have been) )?"
    r"agreed(?: (?:with|by|on|in)\b|:)(?!.*\b(?:will|must|shall)\b)",
    r"^[^.:]{0,80}\b(?:board|icb|ccg|commissioners?|trust|officer|authority|service|panel)\b[^.:]{0,60}\b"
    r"(?:has |have )?agreed "
    r"(?:th(?:is|ese|e)\b|section|part|[a-h]\d?\b|all\b|to (?:this|these|section|part)\b)",
    r"^[^.:]{0,80}\b(?:board|icb|ccg|commissioners?)(?: \([^()]{1,30}\))?,? "
    r"(?:letter|e-?mail|decision|agreement) (?:of|dated) [^.]{4,30}\.?$",
)
_NEED = (
    # Each need has a number; the source is in brackets; the letters show the advice in Section K.
    r"^(?:the |each |every |all |key to )?"
    r"(?:needs?|numbers?|letters?|sources?|advice|references?|figures?|statements?)\b"
    r"[^.]{0,90}\b(?:brackets|section k|has a number|is numbered|are numbered|end of each|listed)\b",
    # The numbers below are used again in Sections E and F.
    r"^(?:the |these )?(?:numbers|letters|codes)\b[^.;:]{0,40}\b(?:used|repeated|kept|taken up)\b[^.;:]{0,40}"
    r"\bsections? [a-k]\b[^.;:]{0,40}\.?$",
    r"\bneeds?\b(?: \w{1,20}){0,3} (?:below|as follows|in this section|set out here|overleaf)\b",
    r"\bfollowing\b(?: [\w'’-]{1,20}){0,6} (?:needs|difficulties)\b",
    r"^(?:this section|section b|this part)\b",
    # His special educational needs are those numbered below; her needs follow, each with its number.
    r"^(?:[\w'’-]{1,20} ){0,2}(?:special educational )?needs (?:are (?:these|those|(?:all )?(?:numbered|"
    r"listed|named|set "
    r"out))|is each numbered|follow|come (?:next|after|second))\b(?![^.;:]{0,80}(?:\d|\bmet\b))[^.;:]{0,80}\.?$",
    # The paragraphs below are drawn from the advice; what follows comes from the reports listed in Section K.
    r"^(?:(?:the )?(?:paragraphs?|lines?|statements?|entries|rows?|points?|needs) (?:below|that follow|"
    r"here)|what follows|"
    r"(?:all of )?(?:this|it)) (?:is|are|was|were|has been|have been|comes?) (?:all )?(?:drawn|taken|from|"
    r"written|gathered|"
    r"summarised)\b[^.;:]{0,80}\b(?:advice|reports?|assessments?|section k|k)\b[^.;:]{0,30}\.?$",
    # There are five needs.
    r"^(?:there are|(?:he|she|they|i|(?-i:[A-Z])[\w'’-]{1,20}) (?:has|have)) "
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?:(?:main|special|educational|areas of) ){0,3}needs?\.?$",
    # Strengths come before needs in this section.
    r"^strengths (?:come|are (?:given|set out|listed|told|named|noted)|stand) (?:first|before|above)\b[^.;:]{0,40}\.?$",
)
_AGREES = rarely("|".join(_AGREED), re.IGNORECASE)
_LEADS = {
    "provision": (rarely("|".join(_PROVISION), re.IGNORECASE), _AGREES),
    "need": (rarely("|".join(_NEED), re.IGNORECASE), _AGREES),
}
_CHILD_WILL = r"\b(?:I|he|she|they|you|(?-i:[A-Z])[\w'’-]+) (?:will|can)\b"
_STEPS = rarely(
    # Her tutor sets half-termly targets under each outcome; these are for the end of Year 11.
    r"^(?!by\b|before\b)[^.]{0,80}\b"
    r"(?:teacher|tutor|senco|sendco|school|staff|team|parents?|mother|father|mum|dad|worker|we)\b"
    r"(?:[^.]{0,60}\s)?(?:sets?|agrees?|chooses?|writes?|reviews?|records?)\b[^.]{0,60}\b(?:steps?|targets?)\b"
    # Steps. Set each term by Ivo, his parents and his tutor; checked by her at the end of each term.
    r"|^(?:(?:the )?(?:steps|targets|progress)[.:] )?(?:set|agreed|chosen|written|checked) "
    r"(?:each|every|by|in|with|at|once|twice|termly)\b(?!.{0,200}\b(?:will|can)\b)"
    # This section holds what I will be able to do, and by when.
    r"|^th(?:is|e) (?:section|part) (?:holds|says|tells|sets out|lists|gives|shows|contains|is about)\b(?!.{0,200}\d)"
    # Each box gives an outcome, what will be different, and then the provision. The key worker appears below as "KW".
    r"|^(?:each|every) (?:box|row|table|line|block|card|page|entry|panel) (?:below |here )?"
    r"(?:gives|shows|has|sets out|holds|lists|contains|states)\b"
    r"|^(?!by\b|before\b)[^.]{0,200}\b(?:appears?|is called|is shown|is named|is written) "
    r"(?:below|here|in (?:this|the) (?:plan|section)) as\b"
    # Each part has what I will do (Section E, outcomes) and then what others must do (Section F).
    r"|^[^.()]{3,120}\(sections? [a-k]\d?\b[^()]{0,40}\)[^.()]{3,120}\(sections? [a-k]\d?\b"
    # Jo Penny and Mercy set two steps every half term.
    r"|^(?!by\b|before\b)(?!.{0,200}\bwill\b)[^.]{0,60}\b(?:and|with)\b[^.]{0,40}\s(?:sets?|agrees?|chooses?|writes?)\b"
    r"[^.]{0,60}\b(?:steps?|targets?)\b[^.]{0,40}\b(?:term|termly|half-termly|months?|weeks?)\b"
    # The SENCO meets the parents each half-term; they look at the steps, and the whole plan is reviewed after a year.
    r"|^(?!by\b|before\b)[^.]{0,60}\b(?:teacher|tutor|senco|sendco|school|staff|team|parents?|mother|father|we)\)? "
    r"(?:will )?meets?\b[^.]{0,120}\b(?:term|half-term|months?|weeks?|year)\b"
    # The steps are turned into termly targets by the teacher; the SENCO checks progress each term.
    r"|^(?:the |these |all )?(?:steps|outcomes|targets)\b[^.]{0,30}\b(?:are|will be) (?:turned|broken|divided|made|"
    r"written)\b"
    r"|^(?!by\b|before\b)[^.]{0,60}\b(?:teacher|tutor|senco|sendco|school|co-?ordinator|manager|lead)\b[^.]{0,30} "
    r"(?:checks?|reviews?|monitors?|records?|looks at) (?:the |his |her |their )?(?:progress|steps|targets|outcomes)\b"
    r"|^they (?:look(?! after)|agree|set|review|write|record|check)\b"
    r"|^(?:(?:because|as|since|while) [^,.]{3,60}, )?(?:the |this |all |her |his |their )?(?:whole )?"
    r"(?:ehc |short-term )?(?:plan|ehcp|outcomes?|targets?|steps?|progress)\b[^.]{0,60}\b(?:is|are|be) "
    r"(?:\w+ )?(?:reviewed|amended|looked at|checked|monitored|evaluated|measured|discussed)\b"
    r"|^(?:these|they|the outcomes|all)(?: outcomes)? (?:are|is|run) (?:for|to|until|by)\b"
    r"|^(?:the |all |her |his |their )?(?:short|medium|interim)(?:er)?(?:[- ]term)? "
    r"(?:outcomes|ones|targets|steps|aims) (?:is|are|run|last|should|will) (?:all )?(?:for|to|until|by|be)\b"
    r"|^each (?:table|row|page|box|card|line|panel) (?:holds?|shows?|gives?|sets out|has|is)\b"
    # The outcomes sought for Ana are these.
    r"|^(?:the |these |all )?(?:\w+ )?outcomes\b[^.:;\d]{0,60}\b(?:are|being) (?:these|those that follow|the following|"
    r"as follows|(?:set out|listed|given|stated|told) (?:below|here))[.:]?$"
    # School and parents will break these down into targets for each term.
    r"|^(?!by\b|before\b)[^.]{0,80}\b"
    r"(?:teachers?|tutors?|senco|sendco|school|college|nursery|staff|team|parents?|mother|father|family|mum|dad|worker|we)"
    r"\b[^.,;]{0,40}\s(?:breaks?|splits?|divides?|turns?) (?:these|those|them|each|all of (?:these|them)|"
    r"the outcomes)(?: (?:of (?:these|them)|outcome))?(?: (?:down|up))? into\b[^.,;]{0,40}\b(?:steps?|targets?|goals|"
    r"stages)\b"
    # These are the things that my support should help me to do.
    r"|^(?:these|here|below|this) (?:is|are) (?:some of )?(?:the |my |our |all |all the )?"
    r"(?:things|outcomes|goals|aims|targets|changes|hopes)\b(?!.{0,160}(?:\bby\b|\d))"
    r"(?!.{0,160}\bto (?!do\b|be able\b|achieve\b|reach\b|meet\b))[^.:;]{0,120}\.?$"
    # The personal assistant works on E2 and E4 above; outcomes 3 and 5 cover these needs; see E3.
    r"|^(?!by\b|before\b)(?!.{0,200}\bwill\b)(?:[^.:;]{0,60}\b(?:works? (?:on|towards?)|"
    r"covers?|serves?|(?:met|covered|served) (?:by|in|through|under))|(?:see|as)(?: also)?)\b"
    r"[^.:;\d]{0,30}(?:outcomes? |E\.?)\d{1,2}\b[^.:;]{0,60}\.?$"
    # When the plan ends, adult social care takes over.
    r"|^(?=when|after|before)(?!.{0,200}"
    + _CHILD_WILL
    + r")(?:when|after|before) (?:the|this|his|her|their|my) (?:plan|course|placement|programme|internship|package) "
    r"ends?\b"
    # When you move up, in Year 9, we will plan options and adult life.
    r"|^(?=when|as|from|before|after)(?!.{0,200}"
    + _CHILD_WILL
    + r")(?:when|as|from|before|after)\b[^.]{0,80}\bwe (?:will|shall) (?:all )?"
    r"(?:plan|talk|begin|start|discuss|agree|meet|think)\b"
    r"|^outcomes? E?\.?\d{1,2}\b(?!.{0,200}\bwill\b)[^.:;]{0,60}\b(?:covers?|serves?|also|appl(?:y|ies)|holds?|"
    r"(?:is|are) for)\b[^.:;]{0,60}\.?$",
    re.IGNORECASE,
)
_NUMBER = r"[EFGH]?\.?\d{1,2}[a-z]?"
_NUMBERS = r"(?:" + _NUMBER + r"\s?(?:,\s?(?:and\s)?|\band\s|&\s?|to\s|[–-]\s?)(?:outcomes?\s)?){0,8}" + _NUMBER
_SERVE = rarely(  # "The provision under outcomes 5 and 6 prepares Ana for adult life"
    r"(?:(?:preparing for )?adulthood\s?[:–-]\s)?"
    r"(?:(?:the )?(?:\w+ )?(?:provision|support|help) (?:\w+ )?(?:under|for|in|of|at|beside) )?"
    r"outcomes?\s"
    + _NUMBERS
    + r"\s?(?:also )?(?:prepares?|helps? (?:to )?prepare|serves?|(?:is|are) also)\b[^.;:]*\.?$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?:all|every|each|any)\b(?!.*\b(?:will|can|is|are|by)\b)"
    r"(?: of)?(?: the| his| her| their| my)? (?:outcomes?|aims?|goals?)"
    r"(?: (?:in|of|listed|above|below|within|throughout|across|here)\b[^.:;]{0,40})?\.?",
    re.IGNORECASE,
)
_EXPLAINS = rarely(
    # The SENCO is the special educational needs co-ordinator.
    r"(?:in this (?:part|section|plan),? )?[\"“][^\"”]{1,40}[\"”] (?:is|are) (?:one|each|any|the|a|an|his|her|their)\b"
    r"|the (?-i:[A-Z]{2,7}|SENCo|SENDCo) is the [\w ,'’-]{6,70}\.?$"
    # Hours below are for a school week of 32.5 hours; weeks are the 38 weeks of term.
    r"|(?:all |the )?(?:hours|weeks|times|amounts|minutes|sessions|frequencies)(?: (?:below|given|shown|here|stated))? "
    r"(?:are|refer to)(?: given| shown| stated)? (?:for|per|in|a|by|the|those)\b[^:;]*$"
    # Numbers in brackets: the list of advice in K.
    r"|(?:the )?(?:numbers?|letters?|figures?|codes?|initials)(?: (?:in|within) (?:round |square )?brackets)?"
    r"\s?(?::|=|[–-]\s)\s?(?:see )?(?:the )?[^.;:]{0,40}\b(?:advice|reports?|sections? [a-k]|needs?|outcomes?|in k)\b"
    r"[^.;:]{0,40}\.?$"
    r"|(?:it|this|everything) is all (?:given|provided|delivered|made) (?:in|on|at)\b[^.;:]*\.?$"
    r"|(?:the )?(?:all|everything|support|provision|times|hours|sessions)\b[^.]{0,80}\bunless\b[^.]{0,30}\b(?:shown|"
    r"stated|says?|said|given|specified)\b"
    # Except where a shorter time is given, it lasts to July 2029.
    r"|(?:except where|except when|unless|save where|where not)\b[^.,]{0,60}\b(?:shown|stated|said|says|given|"
    r"specified|named|set)\b[^.,]{0,30}, (?:it|this|they|each|all|everything|(?:the |all )?provision)\b[^.;:,]{0,20}"
    r"\b(?:lasts?|runs?|continues?|appl(?:y|ies)|stands?|is (?:for|to|until)|are (?:for|to|until))\b[^.;:]*\.?$"
    # The hub is a class for up to eight pupils.
    r"|the (?:\w+ ){0,2}(?:hub|base|unit|provision|centre|resource) is (?:a|an|the|one|our)\b[^.]{0,60}\b"
    r"(?:for|class|base|unit)\b"
    r"|where [^.;]{0,80}, (?:this|it) is (?:stated|said|shown)\b"
    r"|(?:every|each) (?:line|row|item|entry) (?:is|below is|here is) (?:in addition|additional|extra)\b",
    re.IGNORECASE,
)
_POINTS = (
    "this is ",
    "these are ",
    "here is ",
    "here are ",
    "monitored",
    "reviewed",
    " weeks",
    "evaluated",
    "follow",
    "section",
    "below",
    "set out",
    "overleaf",
    "this part",
    "must be",
    "should be",
    "need to be",
    "agreed",
    "needs are ",
    "drawn",
    "strengths ",
    "letter of",
    "letter dated",
)
"""Each of the patterns but the one on who reads the plan holds one of these."""
_ASKS = ("what", "who", "where", "when", "how ")
_READERS = ("all ", "any ", "every", "those ", "each ")
_CHANGES = rarely(  # what the school may change is a matter of its own, whichever words it points at
    r"(?-i:\bmay\b)|\b(?:might|could)\b|\bchang\w{1,3}|\b(?:vary|varied|adjusted|flexibl[ey]|discretion|withdrawn|reduced|"
    r"subject to|where (?:possible|appropriate|available)|as (?:appropriate|required|available))\b",
    re.IGNORECASE,
)
_POINTERS = re.compile(r"^\s{0,3}\([^()]{1,60}\)\s{1,3}")  # "(B8; E8)" of the paragraph before, in a PDF
_LISTS = rarely(r":\s{1,3}\S")
_LONGEST = 260


def is_every_outcome(text: str) -> bool:
    """Does a cell or line of outcomes name all of them and none: "Every outcome in this plan"?"""
    return _EVERY.fullmatch(" ".join(text.split())) is not None


def _tells_of_progress(text: str) -> bool:
    """Does a paragraph say what has become of outcomes set before: "Progress. Of the five outcomes, three were met"?"""
    return _PROGRESS.match(text) is not None and _MET.search(text) is not None


_PROGRESS = re.compile(r"\W{0,3}progress\b[^.:\n]{0,60}[.:]\s|\W{0,3}of the (?:\w+ )?outcomes\b", re.IGNORECASE)
_MET = rarely(r"\b(?:was|were|has been|have been) (?:\w+ )?(?:met|achieved|reached|carried (?:on|over|forward))\b")


def _explains(sentence: str) -> bool:
    return writes_out(sentence) or _EXPLAINS.match(sentence) is not None


def leads_in(noun: str, sentence: str) -> bool:
    """Does a sentence of a section say only what the section holds, who is to read it, or who sets its steps?

    One that says how much or how often gives something, whatever else it points at; so does one that goes on after a
    colon.
    """
    sentence = _POINTERS.sub("", " ".join(sentence.split()), count=1)
    if is_of_the_form(sentence) or (noun != "need" and _SERVE.match(sentence.strip())):
        return True
    if noun != "outcome" and len(sentence) <= _LONGEST and _explains(sentence.strip()):
        return True
    if noun == "outcome":
        sentence = sentence.strip()
        return _tells_of_progress(sentence) or (len(sentence) <= _LONGEST and _STEPS.match(sentence) is not None)
    if is_rule(sentence):
        return True
    if noun == "provision" and (is_preamble(sentence) or leads_to_provision(sentence) or stands_elsewhere(sentence)):
        return True
    words = _LEADS.get(noun)
    if words is None or len(sentence) > _LONGEST or _LISTS.search(sentence):
        return False
    lowered = sentence.strip().lower()
    if lowered.startswith(_ASKS):
        return _holds(words, sentence.strip())
    if noun != "need" and not lowered.startswith(_READERS) and not any(map(lowered.__contains__, _POINTS)):
        return False
    if _AMOUNT.search(sentence) or _CHANGES.search(sentence):
        return False
    return _holds(words, sentence.strip())


def _holds(patterns: tuple[re.Pattern[str], ...], sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in patterns)


def is_pointing_heading(text: str) -> bool:
    """Is it a few words over provision, with what it is for in brackets: "Hearing (meets B1.1; outcomes 1 and 6)"?"""
    match = _POINTING_HEADING.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is not None and (match["said"][0].isdigit() or only_refers(match["said"])):
        return True
    return _FOR.match(text) is not None and points_at(text)


_FOR = re.compile(
    r"\s{0,3}(?:to (?:meet|address|support)|for|meets|meeting|addresses|linked to|links to)\b", re.IGNORECASE
)
_POINTING_HEADING = re.compile(
    r"[A-Z][\w'’,-]*(?: [\w'’,&-]+){0,6} "
    r"\((?P<said>(?:meets|for|towards|needs?|outcomes?|links?|linked|addresses|supports|to meet)\b[^()]{1,120}|"
    r"\d{1,2}\.\d{1,2}(?:(?:, | and |; )\d{1,2}\.\d{1,2}){0,5})\)[.:]?"
)


def points_at(text: str) -> bool:
    """Do a few words over provision name by letter or number what it is for: "F1 to meet B1 (outcome E1)"?"""
    text = " ".join(text.split())
    return (
        len(text) <= _LONGEST
        and not text.endswith((".", ";"))
        and bool(references(_OWN_CODE.sub("", text)))
        and _AMOUNT.search(text) is None
        and _VERB.search(text) is None
    )


_OWN_CODE = rarely(r"^\W{0,3}(?:[FG]|H[12]?)\.?\s?\d{1,2}(?:\.\d{1,2})?[a-z]?\b[\s:.)–—-]{0,4}")
_VERB = rarely(r"\b(?:will|must|shall|should|is|are|has|have)\b", re.IGNORECASE)


def is_of_strengths(text: str) -> bool:
    """Does a line name an area, or the child, and then the strengths, and nothing hard?

    "Sensory and physical. Strengths: climbs"; "Ada's strengths: ..."; "What Ada does well. She ..."
    """
    match = _STRENGTHS_OF.match(text)
    named = (match is not None and area_of(match["area"]) is not None) or _OWN_STRENGTHS.match(text) is not None
    return named and _HARD.search(text) is None


_STRENGTHS_OF = re.compile(r"(?P<area>[A-Z][^.:;\n]{8,50})[.:]\s{1,2}Strengths?\s?[:.–—-]\s")
_OWN_STRENGTHS = re.compile(
    r"\s{0,3}(?:(?:(?:a |brief |short )?(?:summary|overview|outline|profile|list) of )?"
    r"(?:(?:my|his|her|their|the|[A-Z][\w’'-]{1,20}['’]s?) )?(?:(?:main|many|real|key|particular) )?strengths"
    r"(?: (?:summary|and (?:interests|abilities|gifts|achievements|talents|skills|likes|progress)))?"
    r"\s?(?:[:.–—-]\s|are\b|include\b)|(?:what|things) (?:\S{1,20} ){1,4}(?:good at|well)\s?[:.–—-]\s|"
    r"what(?: is|['’]s) (?:good|going well|working)\s?[:.–—-]\s|"
    r"(?:\S{1,20} )(?:has|have) (?:(?:many|real|clear|several|some|particular|a number of) )?strengths\b)",
    re.IGNORECASE,
)
_HARD = rarely(
    r"(?<!what he )(?<!what she )(?<!what they )(?<!what I )\bneeds?\b|"
    r"difficult|cannot|can't|struggl|(?<!work )(?<!works )(?<!tries )\bhard\b|unable|delay|\bbut\b",
    re.IGNORECASE,
)
