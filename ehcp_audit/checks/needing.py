"""Which items of sections B, C and D tell of a need.

A plan often sets what goes well, or a sentence on the diagnosis, among its needs of section B, and over those of C and
D who assessed and how many needs follow. No provision answers them, and to ask for it hides the needs that have none.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import chain

from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds, once
from ehcp_audit.checks.strengths import EFFORT
from ehcp_audit.checks.ties import subjects
from ehcp_audit.model import Item, Passage, Plan

NO_NEED = "It tells of no need: it says what goes well, gives a diagnosis, or says who assessed or what follows."
_FEWEST = 3  # needs with a number or an area, beside which one that has none is no need
_TITLE_ALONE = 3  # words at most
_LONGEST = 25  # words of a sentence that gives a diagnosis and no more
_HIGH = re.compile(
    r"\b(?:[5-9]\d)(?:st|nd|rd|th) (?:per)?centile\b|\babove (?:the )?(?:average|(?:his|her|their|my) age)|"
    r"\b(?:a|real|great|clear) strengths?\b|\b(?:level|standard|progress|that) (?:that is )?expected (?:of|for)\b|"
    r"\b(?:of|has|with) (?:good |high )?average (?:ability|intelligence|reasoning)\b|\bexcellent\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:disorder|syndrome|impairment|palsy|dystrophy|(?:deaf)?blind|"
    r"learning (?:difficult|disabilit)\w+|(?:main|primary) need)\b",
    re.IGNORECASE,
)
_CAN = re.compile(  # "Kit can wait, share and lose at a game", and all of it
    r"\W{0,3}[A-Z][\w'’-]* can (?!only\b|be\b)(?!.*(?:\b(?:not|but|only|hard|difficult\w*|although|though|yet|unless|"
    r"needs?)\b|n['’]t\b))"
)
_TITLE = re.compile(r"\W{0,3}[A-Za-z][^.:;\d]{2,40}(?::\s[^.:;\d]{2,40})?\W{0,2}$")
_TELLS = re.compile(
    r"\b(?:I|he|she|they|we|you|is|are|am|was|were|has|have|had|can|will|does|do|did|finds?|gets?|takes?)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_HARD = re.compile(  # what is hard, or is forgotten, and is said not to be: "does not forget it", "never late"
    r"\b(?:does|do|did)(?:\snot|n['’]t)\s(?:(?:easily|often|ever)\s)?(?:tire|mind|complain|give\sup)\b|"
    r"\b(?:(?:does|do|did)(?:\snot|n['’]t)|never)\sforgets?\s(?:it|them|(?:an?\s|any\s)?(?:face|name|birthday|tune|song|date|"
    r"route|fact)s?)\b|"
    r"\bnever\s(?:been\s)?(?:late|absent|complains?|gives?\sup|unkind|rude|bored)\b|"
    r"\bnothing\s(?:(?:here|there)\s)?(?:is|was|seems|has\sbeen)\s(?:hard|difficult|a\s(?:worry|problem|concern))\b|"
    r"\b(?:nobody|no[- ]one)\s(?:has\s)?(?:found|finds|saw|sees|seen|noted|noticed|reported|identified|raised)\s"
    r"(?:anything|an?y?\s(?:needs?|difficult(?:y|ies)|concerns?|worr(?:y|ies)|problems?))\b"
    r"(?:\s(?:that\s)?(?:I|you|he|she|they|(?-i:[A-Z])[\w’'-]+)\s(?:needs?|requires?)\s(?:help|support)(?:\swith)?)?|"
    r"\b(?:no|without(?:\sany)?)\s(?:difficult(?:y|ies)|problems?|trouble)\b(?!\s(?:starting|picking|finding)\b)",
    re.IGNORECASE,
)
_HELP_WELL = re.compile(  # that a child does without help, or asks for it, is nothing hard either
    r"\basks?\sfor\shelp\s(?:from|when|if|before)\b|"
    r"\b(?:does|do|doing|manages?|works?)\s(?:(?!not\b)[\w’'-]+\s){0,3}?without\s(?:any\s)?(?:help|support|prompting)\b",
    re.IGNORECASE,
)
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_LEADS_ON = re.compile(
    r"\bneeds? (?:(?:now )?follow(?! up\b)|(?:are|is) (?:these|set out|listed|numbered|told|given|described))"
    r"(?: (?:below|here|under|in|one)\b[^.:;]{0,60})?\W*$|"
    r"\b(?:these|here) are the things\b|"
    # Provision runs in each of the 39 weeks; outcomes run to the end of Year 6; targets are set each term.
    r"\b(?:provision|outcomes?|targets)\b[^.:;]{0,40}"
    r"\b(?:runs?|lasts?|holds?|appl(?:y|ies)|continues?|(?:is|are) \w+)\b"
    r"[^.:;]{0,60}\b(?:weeks|term time|end of (?:year|key stage|reception)|until|each term|every (?:half[- ])?term)\b|"
    r"^\W{0,3}(?:each|every) (?:row|line|card|table|paragraph) (?:below |here )?"
    r"(?:is|has|gives|shows|holds|tells|names|sets|applies|carries|runs|goes|reads|starts|begins|says)\b|"
    # One grid for each area of need. "The setting" means the school that she attends. Four areas, and adult life.
    r"^\W{0,3}(?:one|an?) (?:grid|row|table|card|box|page|line|sheet) for (?:each|every)\b|"
    r"^[\"“'‘][^\"”]{2,40}[\"”'’] (?:means|is short for|stands for|refers to)\b|"
    r"^\W{0,3}" + _COUNT + r" (?:broad |main |separate )?(?:areas?|needs|headings|grids|tables|parts)"
    r"(?: of (?:special educational )?needs?)?(?:(?:,| and|, and) [a-z]+(?: [a-z]+)?)?\W{0,3}$|"
    # Her teachers and the psychologist found these needs.
    r"\b(?:found|identified|agreed|described?|named|set out) (?:the following|these|the) (?:" + _COUNT + r" )?"
    r"(?:special educational )?needs(?: below| here)?\W{0,3}$|"
    r"^\W{0,3}(?:(?:all|each|every|the|these|this) ){0,2}(?:provision|outcomes|progress notes)\b[^.:;]{0,30}?"
    r"\b(?:is|are|will be|runs?|ends?|starts?|begins?|lasts?)\b|"
    r"^\W{0,3}(?:(?:all|each|every|the|these) )?(?:shorter |smaller |next )?(?:steps|targets)\b[^.:;]{0,30}?"
    r"\b(?:set|agreed|written|checked|reviewed)\b|"
    r"^\W{0,3}(?:progress notes|steps|targets|outcomes)\s?:|"
    # Key Stage 4 ends in July 2028. The co-ordinator sets steps each term, and reviews all provision.
    r"^\W{0,3}(?:key stage|year|reception|(?:the|this) (?:phase|course))\b[^.:;]{0,20}\bends?\b[^.:;]{0,30}\W{0,3}$|"
    r"\b(?:sets?|reviews?|checks?)\b[^.:;]{0,20}\b(?:steps|targets|all (?:the )?provision|progress)\b"
    r"[^.:;]{0,80}\b(?:each|every|at the end of) (?:\w+ )?(?:half[- ])?(?:term|year|review)\b|"
    r"^\W{0,3}unless\b[^.:;]{0,60}\b(?:says?|stated?|given)\b|"
    # Sources are in brackets. The reports are listed under K. Each need has a number. Two needs, numbers 2 and 4.
    r"\b(?:sources?|reports?|statements?|letters?|numbers?|lists?|adviser|authors?)\b[^.]{0,60}?"
    r"\b(?:in brackets|(?:in|under) (?:section )?(?-i:K)\b|"
    # not "leaves letters out at the end of words"
    r"at the end(?: of (?:the|this|each|every) (?:plan|document|section|part|list|table|page|line|need)\b|\W*$)|"
    r"listed|used again)|"
    r"\bneeds?\b[^.:;]{0,30}\b(?:(?:is|are) (?:numbered|lettered)|"
    r"(?:has|have|bears?|carr(?:y|ies)) an? (?:number|letter))\b|"
    r"^\W{0,3}" + _COUNT + r" needs?, numbers?\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\W{0,3}(?:[A-Z]?\d{0,2}[.)]? )?(?:communication and interaction|cognition and learning|needs?|strengths?|"
    r"sensory(?: and/or| and|,)? physical(?: needs?)?|physical and sensory|social, emotional (?:and|&) mental health)"
    r"\W{0,3}",
    re.IGNORECASE,
)


def needing(plan: Plan, codes: str) -> tuple[Item, ...]:
    """The items of these sections that tell of a need; all of a section where none of it seems to."""
    return tuple(chain.from_iterable(once(plan, ("needing", code), partial(_needing, plan, code)) for code in codes))


def _needing(plan: Plan, code: str) -> tuple[Item, ...]:
    items = subjects(plan, code)
    if code != "B":
        return tuple(item for item in items if not _introduces(item)) or items
    if len(items) > _FEWEST and not _has_place(items[0]) and all(map(_has_place, items[1:])):
        items = items[1:]  # before the areas or the numbered needs: who the child is, and where it is all told
    numbered = sum(item.number is not None for item in items) >= _FEWEST
    kept = tuple(
        item
        for place, item in enumerate(items)
        if not _tells_no_need(item, opens=place == 0) and not (numbered and item.number is None and _is_easy(item))
    )
    return kept or items


def _has_place(item: Item) -> bool:
    """Does an item stand under an area of need, or bear a number?"""
    return item.area is not None or item.number is not None


def _is_easy(item: Item) -> bool:
    """Is nothing in it hard: what a child can do, before the numbered needs of each area?"""
    told = sentences(item.passages)
    return all(_CAN.match(one.text) or not holds(one, phrases("hard or helped")) for one in told)


def _tells_no_need(item: Item, *, opens: bool) -> bool:
    told = tuple(sentences(item.passages))
    if len(told) == 1 and len(told[0].text.split()) <= _TITLE_ALONE and _is_title(told[0]):
        return True  # "Feelings.", "Being an adult."
    if len(told) > 1 and _is_title(told[0]) and (holds(told[1], phrases("goes well")) or _HIGH.search(told[1].text)):
        told = told[1:]
    if not opens:
        return all(leads(one) or is_strength(one) for one in told)
    rest = [one for one in told if not (leads(one) or is_strength(one) or _only_names(one))]
    # "Alfie is a very able student. His reasoning was at the 96th percentile": a first paragraph on what goes well
    well = any(map(is_strength, told)) and len(rest) * 2 < len(told)
    return not rest or (well and not any(holds(one, phrases("hard or helped")) for one in rest))


def _introduces(item: Item) -> bool:
    """Does it say only who assessed, and how many needs were found: "Two needs were found"?"""
    return all(_LEADS_ON.search(one.text) or _opens_a_list(one.text) for one in sentences(item.passages))


def _opens_a_list(sentence: str) -> bool:
    rest = phrases("introduces").sub(" ", sentence)
    return rest != sentence and phrases("hard").search(rest) is None


def leads(sentence: Passage) -> bool:
    """Is it the name of an area, or does it say how and how long the section holds?"""
    return _LEADS_ON.search(sentence.text) is not None or _AREA.fullmatch(sentence.text) is not None


def _is_title(sentence: Passage) -> bool:
    """Is it a few words that tell nothing themselves: "Sensory: vision.", "Moving about."?"""
    tells = _TELLS.search(sentence.text) or _CONDITION.search(sentence.text) or holds(sentence, phrases("diagnosis"))
    return _TITLE.match(sentence.text) is not None and not tells and not holds(sentence, phrases("hard or helped"))


def is_strength(sentence: Passage) -> bool:
    """Does it tell what goes well or is liked, and of nothing that is hard?"""
    well = holds(sentence, phrases("goes well")) or _HIGH.search(sentence.text) is not None
    spoken = _HELP_WELL.sub("", EFFORT.sub("perseveres", sentence.text))  # "works hard" is nothing that is hard
    well = well or _NOT_HARD.search(spoken) is not None
    spoken = _NOT_HARD.sub("", spoken)
    hard = phrases("hard" if well else "hard or helped").search(spoken)
    return not hard and bool(well or holds(sentence, phrases("strengths")))


def _only_names(sentence: Passage) -> bool:
    """Does it give a diagnosis, and nothing of what it does?"""
    named = _CONDITION.search(sentence.text) is not None or holds(sentence, phrases("diagnosis"))
    does = any(holds(sentence, phrases(name)) for name in ("effect", "does something", "baseline"))
    return bool(named) and not does and len(sentence.text.split()) <= _LONGEST
