"""A sentence as its clauses, by what parts and opens them: enough to tell who does something from who only sees it.

No grammar is worked out. A clause ends at a mark, and where "and", "but", "so", "when" or "who" begins the next; what
is thought, asked, or true in one case alone is told apart by the word that opens it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ehcp_audit.language.tokens import split
from ehcp_audit.language.wordlists import is_number, word_set

_MARKS = frozenset([".", ";", ":", "!", "?", "(", ")", "-", ",", "/", '"', "'"])
_JOINS = frozenset({"and", "or", "but", "so", "then", "yet", "therefore"})
_ALSO = frozenset({"and", "or"})
_CASES = frozenset(
    {
        *("when", "whenever", "if", "unless", "till", "because", "although", "though", "whereas", "while", "whilst"),
        *("even", "despite", "whether", "that", "what", "how", "why", "where", "whom", "whose", "who", "than"),
        *("without", "lest"),
    }
)
_CASES_WITH_A_VERB = frozenset({"before", "after", "once", "since", "as", "until"})  # "before lunch", "once a week"
_SUBJECTS = frozenset(
    {
        *("he", "she", "they", "it", "i", "we", "there", "nobody", "everyone", "everybody", "someone", "somebody"),
    }
)
_FINITE = frozenset(
    {
        *("is", "are", "was", "were", "has", "have", "had", "can", "cannot", "could", "does", "did", "do", "will"),
        *("would", "must"),
    }
)
_RELATIVE = "which"
_IN_A_STATE = frozenset({"when", "if", "whenever"})
_STATES = frozenset(
    {
        *("upset", "angry", "anxious", "cross", "tired", "worried", "distressed", "overwhelmed", "dysregulated"),
        *("ready", "needed", "necessary", "possible"),
    }
)
_POINTS = frozenset({"which", "that", "this"})
_DATES = frozenset({"easter", "christmas", "half", "last", "autumn", "spring", "summer", "then", "year"})
_TIMES = frozenset(
    {"school", "lunch", "break", "registration", "lessons", "assembly", "breakfast", "dinner", "class", "pe"}
)
_NEAR = 6  # words after "before" in which its verb stands, where it has one


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause in lower case, which of them are written with a capital, and what opens it."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    opener: str  # "" for the first
    under: bool  # opened by "when", "who", "that" and the like, or joined to one that is
    joined: bool  # by "and" or "or" alone, so that it may be no more than the rest of a list

    def word(self, index: int) -> str:
        """The word at a place, or "" outside the clause."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order."""
    words, starts = _split(text)
    found: list[Clause] = []
    first, opener, under, joined = 0, "", False, False
    for index, word in enumerate((*words, ".")):
        mark, opens = word in _MARKS and not _is_ratio(words, index), _opens(words, index, word)
        if not mark and not opens and (word not in _JOINS or (word == "yet" and index > first)):
            continue
        alone = index > first  # and not right after a mark or another such word: ", and", "and then", "so that"
        if alone:
            capitals = tuple(text[start].isupper() for start in starts[first:index])
            found.append(Clause(tuple(words[first:index]), capitals, opener, under, joined))
        first, joined = index + 1, alone and not mark and word in _ALSO
        hangs = opens and word != _RELATIVE and not _is_answer(words, index) and not _is_now(words, index)
        under = False if mark else hangs if opens else under and (word in _ALSO or not alone)
        opener = "" if mark else word
    return tuple(found)


def _is_ratio(words: list[str], index: int) -> bool:
    """Is it the mark of "1:1" or "1-1"?"""
    return 0 < index < len(words) - 1 and words[index - 1].isdigit() and words[index + 1].isdigit()


def _split(text: str) -> tuple[list[str], list[int]]:
    """The words with where they start; "she's been" as "she has been"."""
    words, starts, _ = split(text)
    for place in range(len(words) - 1, -1, -1):
        whole, mark, short = words[place].partition("'")
        if mark and (whole in _SUBJECTS or short in _SHORT) and short in _SHORT.keys() | {"s"}:
            has = words[place + 1 : place + 2] in (["been"], ["got"])
            words[place : place + 1] = [whole, _SHORT.get(short, "has" if has else "is")]
            starts.insert(place, starts[place])
    return words, starts


_SHORT = {"ve": "have", "re": "are", "ll": "will", "m": "am"}


def _is_answer(words: list[str], index: int) -> bool:
    """Is it the "why" of "which is why", after which comes what is done about it?"""
    return words[index] == "why" and index > 1 and words[index - 1] == "is" and words[index - 2] in _POINTS


def _is_now(words: list[str], index: int) -> bool:
    """Is it the "that" of "now that", after which comes what has been arranged?"""
    return words[index] == "that" and index > 0 and words[index - 1] == "now"


def _opens(words: list[str], index: int, word: str) -> bool:
    """Does the word open a clause that hangs on another?"""
    if word in _CASES or word == _RELATIVE:
        if word in _IN_A_STATE and words[index + 1 : index + 2] and words[index + 1] in _STATES:
            return words[index + 2 : index + 3] not in ([one] for one in ("he", "she", "they", "i"))
        return words[index + 1 : index + 2] != ["of"] or word != "because"
    if word not in _CASES_WITH_A_VERB or index + 1 >= len(words):
        return False
    if words[index + 1] in _SUBJECTS:
        return True
    if words[index + 1] in _DATES | _TIMES or is_number(words[index + 1]) or words[index + 1] in word_set("months"):
        return False  # "Since January Amina has been ..."
    for following in words[index + 1 : index + 1 + _NEAR]:
        if following in _MARKS or following in _JOINS or following in _SUBJECTS:
            return False
        if following in _FINITE:
            return True
    return False
