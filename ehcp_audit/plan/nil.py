"""Statements that a section has nothing to say: "None identified", "Not known to social care", "N/A".

A statement is read by its clauses. One must say that there is nothing ("no needs were found"); each other must only
tell how that is known or where it follows from ("Dr Lowe saw him in May", "as section C is blank"). Whatever else is
said, the section says something. The words for all of this are in nil.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ehcp_audit.plan.form_words import is_prompt
from ehcp_audit.plan.pattern_data import joined
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

LONGEST_STATEMENT = 300
SHORTEST_SENTENCE = 12
_DATA = read_data(Path(__file__).parent / "nil.yml")


def _pattern(entries: Sequence[str | Mapping[str, Sequence[str]]]) -> re.Pattern[str]:
    return rarely(joined(entries, _DATA["parts"]))


_NEGATED = _pattern(_DATA["negated"])
_BARE = _pattern(_DATA["bare"])
_NOTHING = _pattern(_DATA["nothing"])
_OF_ALL = _pattern(_DATA["of all"])
_MATTERS = {code: _pattern(entries) for code, entries in _DATA["matters"].items()}
_BUDGET: tuple[str, ...] = tuple(_DATA["budget"])
_NOT_ASKED = _pattern(_DATA["not asked"])
_HELD = _pattern(_DATA["held"])
_PAID = _pattern(_DATA["paid"])
_SOMETHING = _pattern(_DATA["something"])
_PERHAPS = _pattern(_DATA["perhaps"])
_CLAUSES = _pattern(_DATA["clauses"])
_SMALLER = rarely(r",\s|:\s|\s[–-]\s|\s?[()]\s?")
_COMPANY = _pattern(_DATA["company"])
_LED = _pattern(_DATA["led"])
_GIVEN = _pattern(_DATA["given"])
_LACKS = _pattern(_DATA["lacks"])
_NONE_OF = _pattern(_DATA["none of"])
_TOLD = _pattern(_DATA["told"])
_NUMBER = re.compile(  # "10.1 None.", "3. None", "(a) None", "H2.1 None"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,4})[.):]|\d{1,3}(?:\.\d{1,2}){1,2}(?=\s)|\d{1,3}(?=\t)|"
    r"(?:H[12]|[A-K])\.\d{1,2}(?=\s))"
    r"\s{1,6}(?=\S)"
)
_ELSEWHERE = _pattern(_DATA["elsewhere"])
_NONE_THERE = rarely(r"\b(?:no|none|nothing)\b[^,;.:]{0,60}$")  # "because no health needs are set out in Section C"
_NO_MORE = rarely(r"(?:there (?:is|are) )?(?:no|nothing|none) (?:other|further|additional|more|else)\b")
_LOOKED_FOR = rarely(  # "Sensory needs were looked at by the nurse. None were found."
    r"[^.]{0,60}\b(?:needs?|difficult(?:y|ies))\b[^.]*\. (?:none|no such needs?) "
    r"(?:(?:is|are|was|were)(?: being)?|(?:has|have) been) (?:found|identified|seen|noted|recorded|reported)"
)
_AROUND = " \u00a0\t\n•*()[]\"'’‘ʼ`–-"
_ENDS = " .,()\"'"
_LONGEST_HEAD = 12  # words


@lru_cache(maxsize=8192)  # asked of the same words as a heading, a line and an item, and of a form in all its plans
def is_nil(statement: str) -> bool:
    """Does one short statement say that there is nothing? "No needs were identified, but ..." does not."""
    text = _bare(without_number(statement))
    if not text or len(text) > LONGEST_STATEMENT:
        return False
    text = plain(text)
    if len(text) > SHORTEST_SENTENCE and not _NEGATED.search(text):
        return False
    return _says(text.rstrip(".! ")) is True


def is_bare_nil(statement: str) -> bool:
    """Does a statement say that there is nothing without saying of what: "None.", "Not applicable"?"""
    return _BARE.fullmatch(plain(_bare(without_number(statement))).rstrip(".! ")) is not None


def is_nil_among(code: str, statement: str) -> bool:
    """Does a statement among the items of a section say that there are none? In B, E and F children do without much
    ("Ama dresses without help", "No handwriting is required"), so that there it has to speak of the section's matter.
    """
    return is_nil(statement) and _is_of_matter(code, statement) and not _says_what_there_is(statement)


def _says_what_there_is(statement: str) -> bool:
    """Do sentences tell something, and others only that there is no more: "He has eczema. No other need is known"?"""
    sentences = [plain(statement[start:end]).rstrip(".! ") for start, end in sentence_spans(statement)]
    told = {sentence: _says(sentence) for sentence in sentences if sentence}
    ends = [sentence for sentence, nothing in told.items() if nothing]
    return False in told.values() and bool(ends) and all(map(_NO_MORE.match, ends))


def _is_of_matter(code: str, statement: str) -> bool:
    if code not in _MATTERS:
        return True
    text = plain(_bare(without_number(statement))).rstrip(".! ")
    text = text.rpartition(": ")[2]
    return bool(_BARE.fullmatch(text) or _OF_ALL.search(text) or _LOOKED_FOR.match(text) or _MATTERS[code].search(text))


def _bare(statement: str) -> str:
    """Without marks around it, unless it is nothing but marks."""
    return statement.strip(_AROUND) or statement.strip()


@lru_cache(maxsize=4096)  # and as a sentence of its section
def _says(sentence: str, *, budget: bool = False) -> bool | None:
    """True where a sentence says that there is nothing, None where it only says how that is known, else False."""
    if _BARE.fullmatch(sentence):
        return True
    head, colon, tail = sentence.partition(": ")
    if colon and len(head.split()) <= _LONGEST_HEAD and _says(tail, budget=budget):
        return True  # "Other social care provision: none is reasonably required."
    sentence = _PERHAPS.sub("", _COMPANY.sub("", sentence))
    budget = budget or any(one in sentence for one in _BUDGET)
    if budget and _NOT_ASKED.search(sentence) and not _PAID.search(sentence) and not _is_held(sentence):
        return True
    if _SOMETHING.search(sentence):
        return False
    elsewhere = _ELSEWHERE.search(sentence)
    if elsewhere and not _NONE_THERE.search(sentence, 0, elsewhere.start()):
        return None
    to_child = " you" in sentence
    return together(
        _part(one, budget=budget, to_child=to_child) for one in _CLAUSES.split(sentence) if one.strip(_ENDS)
    )


def together(told: Iterable[bool | None]) -> bool | None:
    """Of some parts, each of which says that there is nothing, only tells of it, or says something."""
    nothing = None
    for one in told:
        if one is False:
            return False  # whatever the rest says
        nothing = nothing or one
    return nothing


def _part(part: str, *, budget: bool, to_child: bool) -> bool | None:
    told = _clause(part, budget=budget)
    if told is not False:
        return told
    smaller = [one for one in _SMALLER.split(part) if one.strip(_ENDS)]
    if len(smaller) < 2:
        return told
    return together(None if to_child and " " not in one.strip() else _clause(one, budget=budget) for one in smaller)


def _clause(clause: str, *, budget: bool) -> bool | None:
    clause = _LED.sub("", clause.strip(_ENDS), count=1)
    if _BARE.fullmatch(clause):
        return True
    if _is_given(clause):
        return False
    if _NOTHING.search(clause) or (budget and _NOT_ASKED.search(clause)):
        return True
    if budget and any(one in clause for one in _BUDGET):
        return False if _is_held(clause) else None
    return None if _TOLD.search(clause) else False


def _is_held(clause: str) -> bool:
    """Does a clause say that there is a budget or payment: "The sitter is paid by direct payment"?"""
    return _HELD.search(_NONE_OF.sub("", clause)) is not None


def _is_given(clause: str) -> bool:
    """Does a clause hold words of a need or of something given, of which it does not say that there is none?"""
    if _LACKS.search(clause):
        return True
    return _GIVEN.search(_NONE_OF.sub("", clause)) is not None


def without_number(statement: str) -> str:
    """A statement without the number of its paragraph ("52. None identified.")."""
    match = _NUMBER.match(statement)
    return statement if match is None else statement[match.end() :]


def says_nothing(text: str, code: str = "") -> bool | None:
    """True where a text of a few sentences says that there is nothing, and no more than how that is known; None where
    it only tells of the latter; False where it says anything else. `code` is the section's that holds it.
    """
    return together(_told_in(text, code))


def _told_in(text: str, code: str) -> Iterator[bool | None]:
    """What each sentence of a section's text says, as `_says` tells; a form's prompt only tells of it."""
    lowered = plain(text)
    budget = any(one in lowered for one in _BUDGET)
    for start, end in sentence_spans(text):
        sentence = _bare(without_number(lowered[start:end])).rstrip(".! ")
        if sentence and not sentence.isdigit():
            told = _says(sentence, budget=budget)
            if told and not _is_of_matter(code, sentence):
                yield False
            yield None if told is False and is_prompt(sentence) else told
