"""Idioms of a state of mind, whose verbs nobody could see: "take it in her stride", "come out of his shell"."""

from __future__ import annotations

import re
from functools import lru_cache

from ehcp_audit.language.tokens import Look
from ehcp_audit.rare import rarely

_WHOSE = r"(?:his|her|their|my|your|the|an?|[\w]{2,20}['’]s)"
_BETWEEN = r"(?: [\w'’,-]+){0,9}?"  # "take the ups and downs of the school day in her stride"
_IDIOM = rarely(
    rf"\b(?:tak|took)\w{{0,3}}{_BETWEEN} in {_WHOSE} stride\b|"
    rf"\b(?:tak|took)\w{{0,3}} (?:the ups and downs|the rough with the smooth|heart|{_WHOSE} place among|life as)\b|"
    rf"\b(?:com|came|go|walk|arriv|wak|get|set|leav|start|sit|meet|fac|look)\w{{0,4}}{_BETWEEN} with "
    rf"(?:(?:an?|{_WHOSE}) )?(?:much )?(?:(?:light|easy|easier|happy|happier|glad|brave|full|calm|quiet|cheerful|"
    rf"lighter|gladder|calmer|quieter|brighter|stronger) (?:heart|mind|spirits?|step)|(?:lighter|brighter|happier) "
    rf"(?:mood|outlook|face))\b|"
    rf"\b(?:com|came)\w{{0,3}} (?:right )?(?:out of {_WHOSE}(?: own)? shell|into {_WHOSE} own|to terms)\b|"
    rf"\b(?:find|found)\w{{0,3}} {_WHOSE} (?:own )?(?:feet|way in life|place in the world|voice in life|niche)\b|"
    rf"\b(?:hold|held)\w{{0,3}} {_WHOSE} (?:own|head (?:up )?high)\b|"
    rf"\b(?:turn\w{{0,3}} (?:a|the) corner|put\w{{0,4}} {_WHOSE} best foot|spread\w{{0,3}} {_WHOSE} wings|"
    rf"(?:stand|stood)\w{{0,3}} on {_WHOSE} own two feet|keep\w{{0,3}} {_WHOSE} (?:chin|spirits) up|"
    rf"go\w{{0,3}} from strength to strength|roll\w{{0,3}} with the punches|let\w{{0,4}} {_WHOSE} light shine|"
    rf"walk\w{{0,3}} (?:on air|tall)|look\w{{0,3}} on the bright side|"
    rf"feel\w{{0,3}} at home in {_WHOSE}(?: own)? skin)\b",
    re.IGNORECASE,
)


def is_of_an_idiom(look: Look, index: int) -> bool:
    """Does the word at this place belong to an idiom of how somebody feels?"""
    start = look.starts[index]
    return any(begin <= start < end for begin, end in _spans(look.text))


@lru_cache(maxsize=8)  # every verb of a text asks
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _IDIOM.finditer(text))
