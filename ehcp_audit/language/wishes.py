"""A wish that poses as an outcome: "would like to", "one day", "when I grow up", "To be a vet"."""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.verbs import in_main_clause, stands_as_verb
from ehcp_audit.language.wordlists import is_number, word_set

_COUNTS_DAYS = frozenset(
    {"within", "for", "in", "of", "on", "after", "before", "by", "each", "every", "least", "most", "than", "only", "to"}
)
_A_WEEK = frozenset({"a", "per", "each", "every", "in", "of", "out", "before", "after", "later", "weekly", "and", "or"})
_NOUN_LIKE = ("plan", "hope", "wish", "want", "dream", "aspiration", "ambition")
_ASKING = frozenset({"if", "whenever", "what", "where", "who", "which", "how", "whether", "whom"})
_FEELINGS = frozenset(
    {"feelings", "feeling", "views", "choices", "needs", "opinions", "thoughts", "preferences", "likes"}
)
_MEANING = frozenset({"including", "say", "tell", "show", "shows", "sign", "means", "express", "communicate"})


def aspiration_frames(look: Look) -> tuple[Span, ...]:
    """Words of wishing, where they stand as verbs, and bare life destinations ("To be a vet")."""
    found: list[Span] = []
    for hit in look.find("frames.wish"):
        words = look.words[hit.first : hit.last]
        first, _ = look.sentence(hit.first)
        if words[0].startswith(_NOUN_LIKE) and not _wishes(look, hit, first):
            continue
        if look.words[hit.last - 1] == "wishes" and _beside_feelings(look, hit):
            continue
        if words == ("one", "day") and (look.word(hit.first - 1) in _COUNTS_DAYS or look.word(hit.last) in _A_WEEK):
            continue  # "within one day", "one day a week"
        asked = words[0] == "would" and not _ASKING.isdisjoint(look.words[max(first, hit.first - 3) : hit.first])
        asked = asked or (words[0] in {"his", "her", "their"} and look.word(hit.first - 1) in _ASKING)
        if not asked and (in_main_clause(look, hit.first) or words[0] == "when"):
            found.append(look.span(hit.first, hit.last, "wish"))
    for hit in look.find("frames.destination"):
        compared = look.word(hit.last) in word_set("comparatives")  # "become a better reader"
        if hit.first == look.sentence(hit.first)[0] and not compared:
            found.append(look.span(hit.first, hit.last, "destination"))
    return apart(found)


def _beside_feelings(look: Look, hit: Hit) -> bool:
    """ "Express his wishes and feelings", "share her views and wishes": what is told, where no wish follows."""
    after, before = look.words[hit.last : hit.last + 2], look.words[max(0, hit.first - 2) : hit.last - 1]
    joined = bool(after) and after[0] in {"and", ",", "or"} and not _FEELINGS.isdisjoint(after)
    return (joined or not _FEELINGS.isdisjoint(before)) and look.word(hit.last + 2 * joined) not in {"are", "is", ":"}


def _wishes(look: Look, hit: Hit, first: int) -> bool:
    word, before, following = look.words[hit.first], look.word(hit.first - 1), look.word(hit.first + 1)
    if not _ASKING.isdisjoint({before, look.word(hit.first - 2), look.word(hit.first - 3)}):
        return False
    if before in {"will", "can", "to"} or is_number(before):
        return False
    if word == "dream" and following in {"job", "career"}:
        return True
    if word.startswith(("aspiration", "ambition")):  # "raised aspirations" are a change, not a wish
        return (
            following in {"is", "are", "to", ":", "for", "of"}
            or before in word_set("determiners")
            or hit.first == first
        )
    if look.word(hit.first - 2) in {"that", "what"} and look.word(hit.first - 3) in _MEANING:
        return False  # "by card, including that she wants to leave"
    if word.startswith("plan") and following == "on":
        return stands_as_verb(look, hit.first, first)
    if word in {"hope", "hopes", "wish"} and following in {"that", "to", "for", "he", "she", "they", "i"}:
        return before not in word_set("determiners")
    if word in {"wants", "want", "wishes", "would"} and following in {"him", "her", "them", "me"}:
        return True
    named = hit.first + 1 < len(look.words) and look.text[look.starts[hit.first + 1]].isupper()
    by_family = before in word_set("family") | {"we", "i"}
    if word in {"want", "wants", "hope", "hopes", "wish", "wishes"} and named and by_family:
        return True  # "Mum and Dad want Casimir to go to the same school"
    if not stands_as_verb(look, hit.first, first) and following not in {"is", "are", "was"}:
        return False
    if following in {"to", "for", "that", "is", "are", "of", "i", "we"}:
        return True
    return word in {"wants", "want", "wishes", "dreams", "hopes"} and hit.first - first <= 4
