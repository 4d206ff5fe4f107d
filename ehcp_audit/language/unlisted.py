"""What the child does in a verb that no list knows: most such verbs name something that somebody could see."""

from __future__ import annotations

from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import in_main_clause, is_adverb, is_loose, is_more_able
from ehcp_audit.language.wordlists import is_number, word_set

_CARRIERS = frozenset({"will", "can", "could", "won't", "cannot", "can't", "doesn't", "don't", "never"})
_SKIPPED = frozenset({"be", "able", "to", "have", "been", "also", "not", "then", "always", "both", "either", "only"})
_OBJECTS = frozenset(
    {"a", "an", "the", "his", "her", "their", "each", "my", "its", "it", "him", "them", "both", "all"}
) | {
    *("himself", "herself", "themselves", "himself", "any", "another", "this", "these", "two", "three"),
}
_WAYS = frozenset(
    {"at", "from", "into", "onto", "along", "up", "out", "off", "over", "towards", "to", "with", "on"}
) | {
    *("back", "away", "down", "around", "round", "through", "across", "between", "against", "past", "under", "beside"),
    *("behind", "when", "without", "until", "before", "after", "while", "together", "apart", "as"),
}
_AFTER_OBJECTS = frozenset(
    {"", ".", ",", ";", "and", "or", "in", "on", "at", "by", "with", "without", "for", "using"}
) | {
    *("to", "from", "into", "onto", "when", "before", "after", "during", "within", "across", "every", "each"),
}
_GOALS = frozenset({"goal", "target", "aim", "outcome", "objective", "challenge", "next"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_FUNCTIONS = frozenset(
    {"when", "while", "where", "after", "once", "given", "during", "within", "over", "across", "until"}
) | {
    *(
        "that",
        "what",
        "which",
        "both",
        "only",
        "even",
        "such",
        "than",
        "then",
        "also",
        "just",
        "until",
        "since",
        "upon",
    ),
    *("will", "would", "could", "should", "must", "from", "into", "onto", "with", "without", "before", "under", "like"),
    *("have", "been", "being", "does", "more", "most", "much", "many", "some", "least", "around", "through", "because"),
}
_NO_VERBS = ("ous", "sis", "ness", "less", "ics", "ss", "us")


def unlisted_verbs(look: Look) -> tuple[Span, ...]:
    """What follows "will", "can", "be able to" or an opening "to", or opens a line in -s or -ing, and is in no list."""
    known = look.covered("verbs.observable_verbs", "verbs.inner_verbs", "verbs.change_verbs")
    found = [*_opening_verbs(look, known)]
    for index, word in enumerate(look.words):
        if not _carries(look, index, word):
            continue
        cursor = index + 1
        while cursor < len(look.words) and (is_adverb(look.word(cursor)) or look.word(cursor) in _SKIPPED):
            cursor += 1
        head = look.word(cursor)
        is_state = not {"be", "have", "been"}.isdisjoint(look.words[index + 1 : cursor])  # "be emotionally ready"
        if not head.isalpha() or cursor in known or is_more_able(look, cursor) or is_state or head.endswith("ed"):
            continue
        if word == "to" and (head in word_set("determiners") or is_number(head)):
            continue
        if head in {"get", "become"} and look.word(cursor + 1) in word_set("moods"):
            continue  # "will not get so upset"
        if in_main_clause(look, cursor) and not is_loose(look, cursor + 1, look.sentence(cursor)[1]):
            found.append(look.span(cursor, cursor + 1, "behaviour"))
    return tuple(found)


def _carries(look: Look, index: int, word: str) -> bool:
    """Does a verb follow: "will", "able to", and "to" where a line or the name of the child opens it?"""
    if word in _CARRIERS:
        return True
    if word != "to":
        return False
    first = look.sentence(index)[0]
    before = look.word(index - 1)
    if index == first or before in {"able", ":", ")", "learn", "learned", "learnt"}:
        return True
    if before == "is" and not _GOALS.isdisjoint(look.words[first:index]):
        return True  # "Otto's goal is to swim 25 metres"
    named = look.text[look.starts[index - 1]].isupper() or before in word_set("subjects") or before in {"him", "her"}
    return named and index - first <= 1 + (look.words[first] == "for")


def _opening_verbs(look: Look, known: frozenset[int]) -> list[Span]:
    """A verb that opens a line, or follows the subject that does: "Mia bangs two bricks", "By May he bangs them"."""
    found: list[Span] = []
    for index in _after_openings(look):
        if index not in known and _could_be_verb(look, index) and _goes_on(look, index) and in_main_clause(look, index):
            found.append(look.span(index, index + 1, "behaviour"))
    found += _having_done(look, known)
    return found


def _after_openings(look: Look) -> list[int]:
    """Where a verb would stand: at the opening of a line, and after a name or pronoun that opens a clause."""
    places: list[int] = []
    for start in look.sentences:
        opener = start
        while is_adverb(look.word(opener)) and opener < start + 3:
            opener += 1
        if opener < len(look.words):
            places.append(opener)
    timed = look.covered("times.")
    for index, word in enumerate(look.words[:-1]):
        is_name = look.text[look.starts[index]].isupper() and index not in timed and word not in word_set("label_words")
        if not is_name and word not in _PRONOUNS:
            continue
        opens = index in look.sentences or index - 1 in timed or look.word(index - 1) in {",", ":", ")"}
        after = index + 1
        while is_adverb(look.word(after)):
            after += 1
        if opens and look.word(after).endswith("s") == (word not in {"i", "they", "we"}):
            places.append(after)
    return sorted(set(places))


def _having_done(look: Look, known: frozenset[int]) -> list[Span]:
    """ "Will have clambered", "will be clambering", "by clambering": other forms of a verb that no list knows."""
    found: list[Span] = []
    for index, word in enumerate(look.words[:-1]):
        if word not in {"have", "be", "by"} or (word != "by" and look.word(index - 1) not in _CARRIERS):
            continue
        verb = index + 1
        while is_adverb(look.word(verb)):
            verb += 1
        ending = "ed" if word == "have" else "ing"
        fits = (
            look.word(verb).endswith(ending) and verb not in known and look.word(verb) not in word_set("nouns_in_ing")
        )
        fits = fits and len(look.word(verb)) > 5 and look.word(verb) not in word_set("providing")
        if fits and _goes_on(look, verb) and in_main_clause(look, verb):
            found.append(look.span(verb, verb + 1, "behaviour"))
    return found


def _could_be_verb(look: Look, index: int) -> bool:
    """Has the word the form of a verb, and is it no noun of plans?"""
    word = look.word(index)
    if len(word) < 4 or not word.isalpha() or word.endswith(_NO_VERBS):
        return False
    if word.endswith("ing"):
        return len(word) > 5 and word not in word_set("nouns_in_ing") and word not in word_set("providing")
    if not word.endswith("s"):
        return _is_bare_verb(look, index)
    return not any(
        word in word_set(name)
        for name in ("abstract", "services", "states", "plural_nouns", "providing", "empty_actions")
    )


def _is_bare_verb(look: Look, index: int) -> bool:
    """Does a base form open the line, with an object: "Thread ten beads onto a lace"?"""
    word, following = look.word(index), look.word(index + 1)
    if index not in look.sentences and not is_adverb(look.word(index - 1)):
        return look.word(index - 1) in {"i", "they"}
    if word in word_set("label_words") or word in _GOALS:
        return False  # "Outcome 4"
    owned = following in _OBJECTS or (is_number(following) and following != "one")
    helps = word in word_set("empty_actions") or word in word_set("providing") or word in word_set("helping")
    return (
        owned and not helps and not is_adverb(word) and word not in _FUNCTIONS and word not in word_set("determiners")
    )


def _goes_on(look: Look, index: int) -> bool:
    """Does an object or a way follow, as after a verb: "stills to a voice", "peels vegetables for lunch"?"""
    following = look.word(index + 1)
    if following in _OBJECTS or (is_number(following) and following != "one") or following in _WAYS:
        return True
    if is_adverb(following) or look.word(index + 1) == "":
        return is_adverb(following)
    if look.text[look.starts[index + 1]].isupper():
        return True
    return (
        following.isalpha()
        and look.word(index + 2) in _AFTER_OBJECTS
        and not any(following in word_set(name) for name in ("services", "states", "activity_heads", "equipment_heads"))
        and following not in {"of", "in", "for", "and", "or", "will", "is", "are", "that", "which", "who", "by"}
    )
