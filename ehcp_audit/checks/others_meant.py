"""A pronoun that cannot mean the child, for the child stands in its clause as somebody else.

"Tom goes nowhere without her": who does something with "her" is not "her". "The therapist will see Tom herself": it is
the therapist who does so. "His mother has a bad back ... nobody can lift him when she is ill": the line is about her.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ehcp_audit.checks.meant import STAFF, Meant, Told, has_the_child, is_object, plain, speaks_of_a_child, whom
from ehcp_audit.checks.names import NAME
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely


def is_another(told: Told) -> bool:
    """Is somebody beside the child meant, whatever else the line says?"""
    word = told.match.group().lower()
    if word.endswith("self"):
        return _is_of_who_acts(told)
    if word in ("he", "she") and _takes_it_down(told):
        return True
    if word in ("his", "hers") or (word == "her" and not is_object(told)):
        return (_MRS_AND if told.she else _MR_AND).search(told.last) is not None
    return (word in ("him", "her") and _acts_beside(told)) or _is_of_who_heads_the_line(told)


_MR_AND = rarely(r"\bMr\.? [A-Z][\w'’-]+,? (?:and|or|with) $")  # "Mr Sample and his mother"
_MRS_AND = rarely(r"\b(?:Mrs|Ms|Miss)\.? [A-Z][\w'’-]+,? (?:and|or|with) $")


def in_own_words(sentence: Passage, hits: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that stand in no example of how the child speaks: 'leaves off word endings ("he jump")'."""
    examples = [one.span() for one in _EXAMPLE.finditer(sentence.text)]
    return (hit for hit in hits if not any(start < hit.start() < end for start, end in examples))


_EXAMPLE = rarely(r"[\"“‘](?:[\w’'-]+[, ]{0,2}){1,5}[.!?]?[\"”’](?!\w)")


def _takes_it_down(told: Told) -> bool:
    """Is it who writes down what the child says, the child standing beside: "and she wrote them down while he ..."?"""
    if _WRITES.match(told.after) is None:
        return False
    return _CHILD_SAID[told.match.group().lower()].search(f"{told.last}|{told.after}") is not None


_WRITES = rarely(
    r" (?:then |also |just )?(?:wrote|typed|noted|scribed|recorded|took notes|jotted|writes|types|notes|scribes)\b"
    r"(?=[^.;]{0,40}(?:\bthem|\bit\b|\bwhat\b|\bdown\b|,|$|\b(?:his|her|their) (?:words|answers|views|replies)))"
)
_CHILD_SAID = {
    "she": rarely(r"\b(?:[Hh]e|[Hh]is|him)\b"),
    "he": rarely(r"\b(?:[Ss]he|[Hh]er)\b"),
}
_CLAUSE = rarely(
    r"[;:—–(]|, (?:and|but|so) (?!then )|\b(?:who|which|that|when|while|until|because|if|where|as|so|unless)\b"
)
_PARTS = rarely(r"[;:—–(]|\b(?:when|while|until|because|if|so|unless)\b")
_BESIDE = rarely(r"\b(?:with|without|beside|to|from|after|for|at|near|towards|past|about|like|next to|away from) $")
_KEEPS = rarely(
    r" (?:\w+ )?(?:ha(?:s|ve|d)"
    r"(?! (?:never|not|always|only|long|ever) (?:\w+ed|been|gone|known|spent|grown|slept|left)\b)|"
    r"needs?|gets?(?! to\b)|receives?|requires?|keeps?|carr(?:y|ies)|takes?|brings?|wears?)\b"
)
_FOR_CHILD = rarely(  # somebody is there to do it: "has an adult to read with her"
    r"\b(?:adults?|staff|people|somebody|someone|assistants?|teachers?|peers?|friends?|children|therapists?|nurses?|"
    r"workers?|mentors?|buddy|support) (?:to|who|\w+ing|will|sit|work)\b|\b(?:is|are|be|was|been|being) \w+(?:ed|"
    r"en|ght|wn)\b"
)


def _acts_beside(told: Told) -> bool:
    """Does the child do it, in the same clause: "Tom drew it with his assistant and talked it through with her"?"""
    if _BESIDE.search(told.last) is None:
        return False
    clause = _CLAUSE.split(told.last)[-1]
    subject = _SUBJECT.match(clause)
    if subject is None or not _is_the_child(subject["who"], told):
        return False
    rest = clause[subject.end() :]
    joined = STAFF.search(rest) is not None and _AND_DOES.search(rest) is not None
    return _FOR_CHILD.search(rest) is None and (joined or _KEEPS.match(rest) is None)


_SUBJECT = rarely(
    r"\W{0,3}(?:(?:At|In|On|After|Before|During|By|For|From|Since|Each|Every) [^,]{2,40}, |Then |Now |Often |"
    r"Leisure )?"
    r"(?P<who>[A-Z][\w'’-]+|[Hh]e|[Ss]he)(?= )"
)
_AND_DOES = rarely(r"\band (?:\w+ly )?[a-z]{3,12}\b")


def _is_the_child(word: str, told: Told) -> bool:
    return word.lower() in told.own or word.lower() == ("he" if told.she else "she")


def _is_of_who_acts(told: Told) -> bool:
    """Is it one of staff, spoken of before the child, who does it: "A therapist will see Tom herself"?"""
    staff = STAFF.search(plain(told.last))
    if staff is None or _PARTS.search(told.last, staff.end()):
        return False
    names = [one for one in NAME.finditer(told.last) if one.group().lower() in told.own]
    if not names:
        usual = _OF_HIM if told.she else _OF_HER
        return usual.search(told.last) is None and whom(told) is Meant.ANOTHER
    named = names[-1]
    return staff.start() < named.start() and not told.last[named.end() :].strip()


_OF_HIM = rarely(r"\b(?:he|him|his)\b", re.I)
_OF_HER = rarely(r"\b(?:she|her)\b", re.I)
_HEADS = r"(?:^|[.!?:] )(?:(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z]\w+['’]s?) )?(?:step|foster |own |birth |grand|great-)*"
_SHE_HEADS = rarely(
    rf"{_HEADS}(?:(?i:mother|mum|mam|mummy|aunt|nan|gran|grandma)\b|(?:Mrs|Ms|Miss) [A-Z])(?! and\b|['’])"
)
_HE_HEADS = rarely(rf"{_HEADS}(?:(?i:father|dad|daddy|uncle|grandad|grandpa)\b|Mr [A-Z])(?! and\b|['’])")


_NEW_ITEM = rarely(r"[.;] [B-H]\d{1,2}[.:)] ")  # "... at two each day. B5. When misunderstood he hides"


def _is_of_who_heads_the_line(told: Told) -> bool:
    """Is a parent whom the line is about meant, where the child is somebody else in the sentence?"""
    heads = _SHE_HEADS if told.she else _HE_HEADS
    if heads.search(_NEW_ITEM.split(plain(told.earlier or told.before))[-1]) is None:
        return False
    usual = _OF_HIM if told.she else _OF_HER
    named = any(word.lower() in told.own for word in NAME.findall(told.last))
    return named or usual.search(told.last) is not None


def is_of_kin(told: Told) -> bool:
    """Whose parents or teachers are they, where no other child stands before: "His mum adds that ..."?"""
    return _OF_KIN.match(told.after) is not None and not (has_the_child(told) or speaks_of_a_child(told))


_OF_KIN = rarely(
    r" (?:\w+ )?(?:parents?|mother|father|mum|mam|dad|famil(?:y|ies)|carers?|grand(?:mother|father|parents)|teachers?|"
    r"class(?:mates)?|peers|school|nursery|key (?:adult|worker|person))\b"
)
