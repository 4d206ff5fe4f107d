"""Whether the line of a need tells of what goes well alone: "Sensory and physical. I'm a good swimmer".

Writers who set strengths among the needs do not always call them so. A line is taken for one only if each sentence says
of the child what is able, kind or at the level expected, and none of it says what is hard, what helps, or when or where
alone it goes well: "works well only one to one" and "is a good reader of words but ..." tell of a need.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ehcp_audit.checks.phrases import phrases, source
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_NUMBER = r"\W{0,3}(?:[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?[.):]?\s{1,3})?"
_AREA = re.compile(_NUMBER + r"(?P<area>[A-Z][^.:;\n–—]{3,60})(?:[.:]|\s[–—-])\s{1,4}(?=\S)")
_AREA_AND_LABEL = re.compile(  # "2 Learning Good - mental recall"
    _NUMBER + r"(?P<area>[A-Z][^.:;\n–—]{3,50}?)\s(?=(?:Good|Going well|Strengths?)(?:\s?:|\s[–—-])\s)"
)
_POINTS = re.compile(r"\s?[(\[][A-H]\d{0,2}(?:[,;] ?[A-H]?\d{1,2})*[)\]]")
_CLAUSE = rarely(r"[,;:]\s(?:and\s)?|\s[–—-]\s|\sand\s(?=(?:I|he|she|they)\b)")
EFFORT = re.compile(  # "hard work" alone, not "reading is hard work"
    r"\b(?:hard[- ]?working|(?<!\bis )(?<!\bare )(?<!\bit )hard[- ]?work|"
    r"(?:works?|tr(?:y|ies)) (?:very |really )?hard)\b",
    re.IGNORECASE,
)
_ACTS = rarely(
    r"\sand\s((?:\w+ly\s)?[a-z]{3,}s\s(?:every|the|an?|his|her|their|my|all|any|people|others|things|in|at|out|up|off|on|"
    r"to|into|around|over|through|with|plugs)\b[^,;:]*)"
)
_MOST_OF_A_LIST = 5  # words of a clause that goes on with a list: "good at maths, drawing and music"

_WHO = r"(?:(?:I|he|she|they|(?-i:[A-Z])[\w’'-]{1,20}?)(?:\b|(?=[’'])))"
_BE = r"(?:[’'](?:m|s|re)|\s(?:am|is|are))\s"
_HAVE = r"(?:[’']ve(?:\sgot)?|[’']s\sgot|\s(?:has|have|shows?))\s"
_HOW = r"(?:(?:a|an|the|very|really|always|often|also|naturally|both|such|quite|as)\s){0,3}"
_OF_CHILD = r"(?:(?:my|his|her|their|(?-i:[A-Z])[\w’'-]{1,20}[’']s)\s(?:[\w’'-]+\s){1,5}?)"


def of_strengths_alone(text: str) -> bool:
    """Does the line tell of what goes well, and of nothing besides but the area's name?"""
    told = [_POINTS.sub("", text[start:end]) for start, end in sentence_spans(text)]
    said = [one for one in map(_without_area, told) if one]
    return bool(said) and all(map(_is_strength, said))


def _without_area(sentence: str) -> str:
    """What a sentence says besides the name of an area and the number before it."""
    if area_of(sentence.strip(" .:")) is not None:
        return ""
    for lead in (_AREA, _AREA_AND_LABEL):
        match = lead.match(sentence)
        if match is not None and (lead is _AREA_AND_LABEL or area_of(match["area"]) is not None):
            return sentence[match.end() :]
    return sentence


def _is_strength(sentence: str) -> bool:
    text = EFFORT.sub("perseveres", sentence).strip(" .!•·–-")
    if phrases("hard or helped").search(text):
        return False
    if phrases("goes well").search(sentence):
        return True
    if phrases("strength on terms").search(text):
        return False
    first, *others = [one for one in _CLAUSE.split(text) if one] or [""]
    pattern = _stated(beside.lists())
    if any(pattern.fullmatch(one) is None for one in _ACTS.findall(text)):
        return False  # "is agile and climbs every fence": what the child does with it
    if pattern.fullmatch(first) is None:
        return False
    return all(pattern.fullmatch(one) or _goes_on(before, one) for before, one in pairwise((first, *others)))


def _goes_on(before: str, clause: str) -> bool:
    """Is a clause a further word or two of the list before it?"""
    return len(clause.split()) <= _MOST_OF_A_LIST and _ANEW.match(clause) is None


_ANEW = rarely(r"(?:I|he|she|they|it|this|that|these|which|who|then|adults?|staff)\b", re.IGNORECASE)


@cache
def _stated(lists: Lists) -> re.Pattern[str]:
    """A clause that says what is able: "She is kind", "has a good memory for songs", "swims well"."""
    able, does, done = (source(name) for name in ("able", "does able", "done well"))
    rest = r"(?:[\s-].*)?"
    return re.compile(
        rf"(?:(?:{_WHO}(?:{_BE}|{_HAVE}))?{_HOW}{able}{rest}|"
        rf"{_OF_CHILD}(?:is|are)\s{_HOW}(?:good|excellent|outstanding|exceptional|impressive|above\saverage){rest}|"
        rf"(?:{_WHO}\s)?(?:always\s|often\s|also\s)?{does}{rest}|"
        rf"(?:{_WHO}\s)?(?:can\s)?[a-z]{{2,}}s?\s(?:[\w’'-]+\s){{0,5}}?(?:very\s)?{done}(?:\s(?:in|out)doors)?)",
        re.IGNORECASE | re.DOTALL,
    )
