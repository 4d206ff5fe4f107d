"""Is the child called a boy in the plan of a girl, or the other way round: "As a boy with Down syndrome, Ana"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ehcp_audit.checks.names import first_names
from ehcp_audit.checks.passages import lettered, lines_holding
from ehcp_audit.checks.scanning import once
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely

_BOY = r"(?:boy|lad|young man|man|young gentleman)"
_GIRL = r"(?:girl|lass|young woman|woman|young lady)"
_BOYS = rarely(rf"\b(?:{_BOY}|son|grandson)\b")
_GIRLS = rarely(rf"\b(?:{_GIRL}|daughter|granddaughter)\b")


def called_otherwise(plan: Plan, usual: str) -> Iterator[Passage]:
    """The words for a child of the other kind that are said of the child who is "he" or "she"."""
    kind = _GIRLS if usual == "he" else _BOYS
    for line in lines_holding(lettered(plan, ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J")), kind):
        said = once(plan, ("said of the child", usual), partial(_said_of, first_names(plan), usual))
        for match in said.finditer(line.text):
            group = match.lastgroup or "is"
            yield line.cut(*match.span(group))


def _said_of(own: frozenset[str], usual: str) -> re.Pattern[str]:
    """What says of the child that it is a boy, for one who is "she"."""
    noun, born = (_GIRL, "daughter|granddaughter") if usual == "he" else (_BOY, "son|grandson")
    name = rf"(?:{'|'.join(re.escape(one.title()) for one in sorted(own)) or '-'})"
    child = rf"(?:{name}|[Hh]e|[Ss]he)\b(?!['’])"
    few = r"(?:(?!(?:of|to|for|with|by|the|an?|like|who|that|than|from|and)\b)[a-z-]+(?:,| and)? ){0,4}?"
    pronoun = usual.title()
    return re.compile(
        rf"\b[Aa]s (?:an?|the only|the youngest|the eldest) {few}(?P<as>{noun})\b(?!['’-])"
        rf"(?! (?:in|at|on|from|next)\b[^,\n]{{0,40}} (?:is|was|had|has|did)\b)"
        rf"(?:[^.;:\n]{{0,70}}, {child}| {name}\b(?!['’]))|"
        rf"\b(?:{name}|{pronoun}|{usual}) (?:is|was) (?:now |also |still )?an? "
        rf"{few}(?P<is>{noun})\b(?!['’-])|"
        rf"\b{name},? \(?an? {few}(?P<beside>{noun})\b(?!['’-])|"
        rf"(?:['’]s?|\b[Tt]heir|\b[Oo]ur|\b[Hh]is|\b[Hh]er|\b[Tt]he) (?:\w+ )?(?P<born>{born}),? {name}\b(?!['’])|"
        rf"\b(?:[Pp]arents|M(?:r|rs|s) and M(?:rs|s|r) [A-Z][\w’'-]+|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad) "
        rf"(?:\w+ ){{0,4}}?"
        rf"(?:hopes?|wants?|worr(?:y|ies)|says?|said|feels?|describes?|would like) (?:that |for )?"
        rf"(?:their|her|his) (?P<hoped>{born})\b(?!['’-])"
    )
