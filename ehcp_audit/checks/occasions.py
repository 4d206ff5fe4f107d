"""Occasions told for provision that say less than an amount: over which part of the day, before which piece of work."""

from __future__ import annotations

import re

from ehcp_audit.checks.lines import GONE_OVER
from ehcp_audit.checks.parts import Part, first, own
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.model import Passage, Provision
from ehcp_audit.rare import rarely


def only_across(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> tuple[Passage, ...]:
    """The cell "Across the day", where it is all that is said of how much and what is given comes at some times: games,
    check-ins, practice; of somebody at the child's side it says all that has to be said.
    """
    if any(said.amounts for _, said in read) or not own(provision).found(_AT_TIMES):
        return ()
    cells = [part for part, said in read if part.name == "how_often" and said.occasions]
    if not cells or any(said.occasions for part, said in read if part.name != "how_often"):
        return ()
    return () if any(_ACROSS.fullmatch(part.text) is None for part in cells) else first(cells[0].passages)


_ACROSS = rarely(
    r"\W*(?:(?:spread|shared) )?(?:across|through|over|during) (?:the|each|every) (?:school )?"
    r"(?:day|week|morning|afternoon)\W*",
    re.IGNORECASE,
)
_AT_TIMES = rarely(
    r"^\W{0,3}(?:[\w’'-]+ ){0,3}?(?:check[- ]?ins?|check[- ]?ups?|games|practice|mentoring|catch[- ]ups?|chats?|talks?|"
    r"coaching|counselling|tuition|teaching(?! assist)|lessons?|sessions?|exercises|stretches|reading|spelling|phonics|"
    r"therapy|reassurance|movement breaks|sensory breaks|circuits?)\b",
    re.IGNORECASE,
)


def sessions_of_no_length(provision: Provision, read: list[tuple[Part, ProvisionWording]]) -> tuple[Passage, ...]:
    """The occasions of work that somebody sits down to with the child, where nothing says how long: "Before each new
    topic the assistant goes through the words with him one to one".
    """
    words = own(provision)
    if any(said.amounts for _, said in read) or not (words.found(GONE_OVER) or words.found(_SITS_DOWN)):
        return ()
    return first(one for part, _ in read for one in part.found(_BEFORE_EACH))


_SITS_DOWN = rarely(  # "runs through" the words of a topic; of conduct ("runs through the corridors") it is no work
    r"\b(?:one[- ]to[- ]one|1:1|individually|in (?:a|his|her|their) (?:small )?(?:group|pair)|"
    r"(?:r[ua]n(?:s|ning)?|look(?:s|ing|ed)?) (?:it |them |this )?(?:through|over))\b",
    re.IGNORECASE,
)
_BEFORE_EACH = rarely(
    r"\b(?:before|after|ahead of|at the (?:start|beginning|end) of|for) (?:each|every|any) (?:new |school )?"
    r"(?:topic|unit|text|book|module|chapter|project|piece of work|task|science topic|subject)\b",
    re.IGNORECASE,
)
