"""Staff and places that stand before "will" or "has" and are no subject of the sentence."""

from __future__ import annotations

from ehcp_audit.language.tokens import Look
from ehcp_audit.language.wordlists import is_number, word_set

_SUBORDINATES = frozenset(
    {
        "when",
        "whenever",
        "if",
        "unless",
        "until",
        "till",
        "although",
        "though",
        "while",
        "whilst",
        "once",
        "because",
        "after",
        "before",
        "since",
        "where",
        "wherever",
        "as",
    }
)
_BEFORE_ROLES = frozenset(
    {"a", "an", "the", "his", "her", "their", "my", "any", "some", "another", "other", "class", "new", "same", "own"}
)
_KNOWN_HOW = frozenset({"familiar", "unfamiliar", "known", "trusted", "chosen", "named", "strange", "less", "well"})
_PLACES = frozenset({"school", "college", "nursery", "class", "home", "setting", "academy", "playground"})
_AT = frozenset({"in", "at", "from", "outside", "around", "to"})
_COUNTED = frozenset(
    {"number", "fall", "drop", "decrease", "reduce", "reduced", "halve", "halved", "fallen", "dropped"}
)
_BEING = frozenset({"be", "have", "been", "total"})
_LEVELS = frozenset({"no", "fewer", "less", "under", "below", "down", "at", "zero", "nil"})


def in_subordinate_clause(look: Look, first: int, last: int) -> bool:
    """Are these words the subject of a clause of time or condition: "when staff have not understood her, Mia will"?

    Where "they" goes on after it, the staff are meant still: "When staff have been trained they will sign".
    """
    index = first - 1
    while look.word(index) in _BEFORE_ROLES | _KNOWN_HOW:
        index -= 1
    if look.word(index) not in _SUBORDINATES:
        return False
    rest = look.words[last : look.sentence(first)[1]]
    if "they" not in rest:
        return True
    clause = rest[: rest.index("they")]
    return "them" in clause or "their" in clause


def is_only_where(look: Look, first: int, last: int) -> bool:
    """Is a place only where what is counted happens: "shutdowns in school will number no more than one"?"""
    at = first - 1 - (look.word(first - 1) in {"the", "his", "her", "their"})
    head = at - 1
    if last - first > 2 or look.words[last - 1] not in _PLACES or look.word(at) not in _AT:
        return False
    if not look.word(head).isalpha() or head in look.covered("roles.") or look.word(head) in word_set("services"):
        return False
    said = look.words[last + 1 : last + 4]
    if said[:1] and said[0] in _COUNTED | {"not"} and not (said[0] == "number" and look.word(last + 2) == "the"):
        return True
    return said[:1] != () and said[0] in _BEING and any(one in _LEVELS | _COUNTED or is_number(one) for one in said[1:])
