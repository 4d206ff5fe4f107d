"""How often parents are told is no frequency of what is given: "a word with her parents each term"."""

from __future__ import annotations

import re

from ehcp_audit.rare import rarely

_HOME = (
    r"(?:(?:his|her|their|my|the|both|[A-Z][\w'’-]+['’]s?) )?(?:own )?(?:parents?|mother|father|mum|dad|family|"
    r"carers?|"
    r"foster carers?|grandparents?|grandmother|grandfather|guardians?|parent carers?|home)\b"
)
_TELLS = (
    r"(?:tells?|writes? to|phones?|rings?|calls?|e-?mails?|texts?|messages?|updates?|informs?|contacts?|meets?|sees?|"
    r"(?:speaks?|talks?|reports?|feeds? back|chats?|explains? (?:it|this)) (?:back )?(?:to|with)|"
    r"keeps? in touch with|"
    r"sends? (?:[\w-]+ ){1,5}?(?:to|for)|lets?|shares? (?:[\w-]+ ){1,4}?with|reviews? (?:it|this|progress) with)"
)
_WORD = (
    r"(?:words?|notes?|messages?|letters?|e-?mails?|texts?|(?:phone |telephone |video )?calls?|reports?|"
    r"summar(?:y|ies)|"
    r"feedback|updates?|photo\w*|meetings?|chats?|conversations?|contact|diary|book|talks?)"
)
_TELLING = rarely(
    rf"(?:[,;–-] |\band |\bwith |\bplus )(?:(?:and|also|then|will|shall|to|with|he|she|they) ){{0,3}}(?:"
    rf"{_TELLS} {_HOME}|"
    rf"(?:an? |one |the |regular |short |brief |written |weekly |termly |daily |half-termly |monthly |"
    rf"\w+ly ){{0,3}}{_WORD} "
    rf"(?:(?:is |are |will be |goes |go |sent |made |held |written |home )+)?(?:(?:to|with|for|from|"
    rf"between \w+ and) {_HOME}|"
    r"(?<=home )|home\b))[^.;]{0,60}?(?=[.;]|$|, (?!and (?:each|every))|\band (?!(?:his|her|their|the|then) ))",
    re.IGNORECASE,
)
_MAIN_WORDS = 5


def less_telling(text: str) -> str:
    """The text with what is told to the family blanked, so that all else stands where it stood.

    A line that is about the parents from its start, or says of nothing else who gives what, is left as it is.
    """
    if "parent" not in text and not any(map(text.__contains__, _SIGNS)):
        return text
    return _TELLING.sub(lambda told: _blanked(told, text), text)


_SIGNS = ("mother", "father", "mum", "dad", "family", "carer", "home", "guardian", "grand")


def _blanked(told: re.Match[str], text: str) -> str:
    before = text[: told.start()].rpartition(". ")[2]
    return " " * len(told.group()) if len(before.split()) >= _MAIN_WORDS else told.group()
