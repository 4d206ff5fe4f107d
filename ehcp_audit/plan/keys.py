"""Lines that say how a section is to be read: "Words in brackets give the needs that each line answers."

There is no end to the ways of saying it, but the words are few: those for the parts of a document, and for what the
sections hold. A sentence of no other words says nothing about the child; none of them is a word for the child, for what
anybody can do or will get, or for what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.drafts import Draft
from ehcp_audit.rare import rarely

_SAID = """
support
card cards tier tiers layer layers level levels topic topics serve serves served section sections part parts area
areas table tables column columns row rows box boxes block blocks line lines item items entry entries list lists
listed page pages paragraph paragraphs heading headings headed title titles number numbers numbered letter letters
lettered code codes coded colour colours bracket brackets bracketed key keyed index plan plans document form
appendix below above left right left-hand right-hand beside opposite following follow follows first second third
last next order turn top bottom here word words set sets out given give gives giving grouped group arranged arranges
organised laid shown show shows stand stands stated state states recorded record listed described describe describes
belong belongs refer refers referred relate relates related link links linked correspond corresponds address
addresses addressed include includes included contain contains hold holds held tie tied ties provision provisions
need needs outcome outcomes aspiration aspirations special educational education health social care sen send views
strengths difficulties a an the this that these those it its each every all any both one ones some only same other
another and or but of to in into on at by for from with under over within through between against as than then is
are be being which what supports answers answered has have one two three four five six seven eight nine ten
"""
_OF_DOCUMENTS = frozenset(_SAID.split())
_NAMED = rarely(
    r"\b(?:sections?|parts?|tables?|columns?|rows?|box(?:es)?|blocks?|lines?|brackets?|numbers?|numbered|letters?|"
    r"headings?|keyed|listed|(?:set|laid) out|arranged|grouped|organised|recorded|belongs?|shown|follows?|below|above|"
    r"here)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w-]*(?:['’]\w+)?")
_OWNER = re.compile(r"^[A-Z][\w-]+['’]s?$")
_FIGURE = re.compile(r"[A-K]?\d?")  # a section's letter, a number


_CODE = r"(?:[A-Z]{1,4}\s?|[A-Z]{1,10}[-–])\d{1,2}[a-z]?"
_OF_ITEMS = re.compile(  # "S1, S6 and S7 are also the provision for adulthood", "Funding: PROV-1 and PROV-4 High needs"
    r"\W{0,2}(?P<label>[A-Z][a-z]+(?: [a-z]+)?:\s)?"
    + _CODE
    + r"(?:\s?(?:,\s?(?:and\s)?|;\s?|&\s?|/\s?|\band\s|\bto\s|[–-]\s?)\s?"
    + _CODE
    + r"){0,12}\s(?:(?P<verb>(?:is|are)\s(?:also\s|all\s|both\s){0,2}(?:the\s|part of\s)?(?:special educational )?"
    r"(?:provision|help|support|funded|paid))\b|(?=[A-Z]))"
)


def _speaks_of_items(text: str) -> bool:
    """Does a line say of items by their codes whose they are or what they are for, and give nothing itself?"""
    match = _OF_ITEMS.match(text)
    if match is None or (match["label"] is None) == (match["verb"] is None):
        return False
    return _GIVES.match(text, match.end()) is None and _PROMISED.search(text, match.end()) is None


_PROMISED = rarely(r"\b(?:will|must|shall|should|can)\b")
_WRITES_OUT = re.compile(  # "PfA = the preparing for adulthood pathway"; In this plan "TA" means a teaching assistant.
    r"\W{0,2}(?:[Ii]n this (?:part|section|plan),? )?[\"“'‘*†]?(?!(?:This|It|That|Which|These|They|He|She|I)\b)"
    r"[A-Z*†][\w/&. -]{0,30}?[\"”'’]?\W{0,2}\s(?:means?|stands? for|is short for|(?P<equals>=))(?:\s(?P<said>.*)|$)",
    re.DOTALL,
)
_WRITTEN_OUT = ("=", "mean", "stand", "short for")  # one of them is in each such line
_OF_THE_CHILD = rarely(
    r"(?:that|to|it|a lot|much|little|more|less|nothing|of)\b|(?-i:[A-Z][a-z]+) [a-z]+s\b|"
    r"(?:his|her|their|my|some|most)\s(?:(?!who\b|that\b|which\b)[\w’'-]+\s){1,4}(?:is|are|was|has|have|can|cannot)\b|"
    r".*\b(?:he|she|him|I|me|will|finds?|hard|needs (?:an?|the|to|more|help|support|his|her|their))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a word means for a child: "Deafness means she misses speech in noise", "Alternative means of recording"."""
_GIVES = rarely(
    r".*\b(?:minutes?|mins?|hours?|hrs?|sessions?|daily|weekly|fortnightly|monthly|termly|used|every|each)\b",
    re.IGNORECASE | re.DOTALL,
)


def writes_out(text: str) -> bool:
    """Does a line say what letters or a word of the document stand for, and nothing of a child or of what is given?"""
    match = _WRITES_OUT.match(text) if any(map(text.__contains__, _WRITTEN_OUT)) else None
    if match is None:
        return False
    said = match["said"] or ""
    return _OF_THE_CHILD.match(said) is None and (match["equals"] is None or _GIVES.match(said) is None)


def says_how_to_read(text: str) -> bool:
    """Is every word of it about the document, and none about the child? Whose section it is, may be named.

    So is a line that writes letters out.
    """
    if writes_out(text):
        return True
    for found in _WORD.finditer(text):  # of most texts one of the first few words is about the child
        word = found.group()
        if not (word.lower() in _OF_DOCUMENTS or _OWNER.match(word) or _FIGURE.fullmatch(word)):
            return False
    return _NAMED.search(text) is not None


def _is_of_lines(text: str) -> bool:
    return says_how_to_read(text) or _speaks_of_items(text)


def without_keys(drafts: Sequence[Draft]) -> list[Draft]:
    """The items without the lines that say how to read them; all, where nothing else is there."""
    kept = [one for one in drafts if one.fields or not all(_is_of_lines(said.text) for said in one.passages)]
    return kept or list(drafts)
