"""What does the child do? Verbs that stand as verbs, and whether somebody could see the thing done."""

from __future__ import annotations

from ehcp_audit.language.idioms import is_of_an_idiom
from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.wordlists import is_number, word_set

_PURPOSE = frozenset(
    {
        ("so", "that"),
        ("so", "as"),
        ("so", "he"),
        ("so", "she"),
        ("so", "they"),
        ("so", "i"),
        ("in", "order"),
        ("to", "help"),
        ("to", "enable"),
        ("to", "allow"),
        ("to", "support"),
        ("to", "ensure"),
        ("to", "reduce"),
        ("to", "improve"),
        ("to", "increase"),
        ("to", "develop"),
        ("to", "promote"),
        ("which", "will"),
        ("enabling", "him"),
        ("enabling", "her"),
        ("allowing", "him"),
        ("allowing", "her"),
    }
)
_OPENS_PURPOSE = frozenset(first for first, _ in _PURPOSE)
_QUOTES = frozenset("'\"\u2018\u2019\u201c\u201d")
_ALSO_ADJECTIVES = frozenset({"secure", "calm", "open", "clean", "dry", "complete", "clear", "close", "present"})
_BEING = frozenset({"feel", "feels", "feeling", "be", "is", "are", "become", "becomes", "remain", "stay", "more"})
_NO_ING = frozenset({"bring", "sing", "ring", "swing", "spring", "fling", "cling", "wring", "sling", "ping", "string"})
_OTHERS = frozenset({"peers", "friends", "others", "people", "children", "adults", "pupils", "those", "staff"})
_GOES_ON = frozenset({"and", ",", "will", "or", "has", "have"})
_NOMINAL_OPENERS = frozenset({"improved", "increased", "better", "greater", "enhanced", "reduced", "more", "growing"})
_CARRIERS = frozenset({"will", "can", "to", "is", "are", "has", "have", "by", "would", "could"})
_OBJECTS = frozenset({"a", "an", "the", "his", "her", "their", "himself", "herself", "themselves", "each", "my"})
_TOWARDS = frozenset({"at", "from", "into", "onto", "along", "up", "out", "off", "over", "towards"})
_LEVELS = frozenset({"level", "levels", "standard", "potential", "age", "expectations"})
_ENDS_NAMES = frozenset({"", ".", "and", ",", "skills", "skill", "level", "levels", "ability"})
_COMPLEMENTS = frozenset({"that", "how", "what", "why", "when", "where", "who", "which"})
_LOOSER = frozenset({"better", "longer", "clearer", "wider", "more", "less", "harder"})


def in_main_clause(look: Look, index: int) -> bool:
    """Does the token stand in its sentence's main clause, outside conditions and purposes?"""
    first, last = look.sentence(index)
    inside: list[bool] | None = look.memo.get(("clause", first))
    if inside is None:
        inside = look.memo["clause", first] = _main_clause(look, first, last)
    return inside[index - first]


def _main_clause(look: Look, first: int, last: int) -> list[bool]:
    """For each token of a sentence: does it stand in the main clause?

    A condition ("when upset, ...", "given a picture, ...") ends at a comma, where "will" or "would" begins the main
    clause, or where somebody follows the time that it names ("When Ola leaves Year 6 she reads ..."); a purpose ("so
    that", "in order to") runs to the sentence's end.
    """
    inside = [True] * (last - first)
    opened, conditions, words = -1, word_set("conditions"), look.words
    for index in range(first, last):
        word = words[index]
        purpose = word in _OPENS_PURPOSE and index > first + 2 and (word, look.word(index + 1)) in _PURPOSE
        if purpose and words[index - 1] not in {"will", "able", ",", ":"}:
            inside[index - first :] = [False] * (last - index)
            break
        if opened < 0 and word in conditions:
            opened = index
        elif (opened >= 0 and word == ",") or (
            0 <= opened <= first + 4
            and (word in {"will", "would", "wants", "hopes"} or _follows_time(look, opened, index))
        ):
            opened = -1
        if opened >= 0:
            inside[index - first] = False
    return inside


def _follows_time(look: Look, opened: int, index: int) -> bool:
    """Is the word somebody who does something, after the time that a condition names?"""
    if look.words[index] == "you" or look.words[index] in word_set("pronouns"):
        return not look.covered("times.").isdisjoint(range(opened, index))
    named = index - 1 in look.covered("times.") and look.span(index, index + 1, "").text[:1].isupper()
    return named and look.word(index + 1).endswith("s")  # "When he leaves college Sam cooks"


def is_adverb(word: str) -> bool:
    """Does the word look like an adverb in -ly?"""
    return word.endswith("ly") and word not in word_set("not_adverbs")


def stands_as_verb(look: Look, index: int, first: int) -> bool:
    """Does the form at this place stand where a verb would, not as a noun ("his reading", "a plan")?"""
    word = look.words[index]
    cursor = index - 1
    if cursor >= first and look.words[cursor] in _QUOTES:  # "will 'stay on task'", but not "a 'stop' card"
        opens = cursor == first or look.words[cursor - 1] in word_set("modals")
        return opens and look.word(index + 1) not in _QUOTES
    while cursor >= first and is_adverb(look.words[cursor]):
        cursor -= 1
    before = look.words[cursor] if cursor >= first else ""
    if before == "to" and look.word(cursor - 1) in word_set("attitudes"):
        return False  # "a better attitude to work"
    if before == "to" and look.word(cursor - 1) in word_set("dispositions") and _only_disposed(look, cursor - 1, first):
        return False  # "to feel confident to talk to people"
    of_task = before in {"in", "with", "at"} and look.word(cursor - 1) == "independent"
    if before in word_set("determiners") and not (
        word.endswith("ing") and (before in word_set("before_ing") or of_task)
    ):
        return False
    if before in {"who", "that"} and look.word(cursor - 1) in _OTHERS:
        return False  # "peers who share his interests"
    if word in _ALSO_ADJECTIVES and (_describes(look, index, first) or (before == "" and _no_object(look, index))):
        return False
    if before in {",", "and", "or"} and look.word(index + 1) in _GOES_ON and _is_listed(look, index, first):
        return False
    if before in {",", "and", "or"} and look.words[first] in _NOMINAL_OPENERS and _is_a_phrase(look, first):
        return False
    if before == "" and look.word(index + 1) in word_set("named_by") and _names_what(word):
        return False  # "Travel training", "Reading group"
    if word.endswith("ing") and word not in _NO_ING:
        if before == "" and look.word(index + 1) in _ENDS_NAMES:  # "Reading and writing", "Listening skills"
            return False
        if "(" in look.gap(cursor + 1) and look.word(cursor) in {"skills", "skill"}:
            return False  # "social skills (sharing, turn taking)"
        if before == "(" and look.word(cursor - 1) in {"skills", "skill"}:
            return False  # "social skills (sharing, turn taking)"
        if before in {"and", ","}:  # "by pointing and saying", not "reasoning and recording skills"
            return look.words[first].endswith("ing") or _by_doing(look, first, cursor)
        return of_task or before == "" or before in word_set("before_ing") or before in word_set("subjects")
    if word.endswith("ed") and before in {"and", "or", ","} and look.word(cursor - 1).isalpha():
        return not {"have", "has", "had"}.isdisjoint(look.words[first:cursor])  # not "broad and balanced"
    if before == "" or before in word_set("modals") or before in word_set("before_verbs"):
        return True
    if before in word_set("subjects") or cursor < index - 1:
        return True
    return look.text[look.starts[cursor]].isupper() and word.endswith("s")


def _names_what(word: str) -> bool:
    """Is it a word that names a session or group as readily as it says what is done?"""
    return (word.endswith("ing") and word not in _NO_ING) or word in word_set("also_names")


def _only_disposed(look: Look, index: int, first: int) -> bool:
    """Is the child only said to feel or be so, and nothing counted?"""
    feels = not _BEING.isdisjoint(look.words[max(first, index - 4) : index])
    return feels and not _has_figure(look, index, look.sentence(index)[1])


def _no_object(look: Look, index: int) -> bool:
    """ "Clear routines and boundaries": what stands first describes a noun."""
    following = look.word(index + 1)
    return following not in _OBJECTS and not is_number(following) and following not in _TOWARDS


def _describes(look: Look, index: int, first: int) -> bool:
    """ "Feel safe, secure and valued", "be calm and settle": does the word only say how the child is?"""
    before = look.words[max(first, index - 5) : index]
    at = max((place for place, word in enumerate(before) if word in _BEING), default=-1)
    return at >= 0 and before[-1] in {",", "and", "or", *_BEING} and "to" not in before[at:]


def _is_a_phrase(look: Look, first: int) -> bool:
    """Does the sentence hold no verb that would carry it: "Improved control, balance and co-ordination"?"""
    return _CARRIERS.isdisjoint(look.words[first : look.sentence(first)[1]])


def _is_listed(look: Look, index: int, first: int) -> bool:
    """Is it one noun of several with no verb before them: "core strength, balance and co-ordination will improve"?"""
    before = range(first, index)
    return _CARRIERS.isdisjoint(look.words[place] for place in before if look.words[place] != "by") and not any(
        place in listed_verbs(look) for place in before
    )


def _by_doing(look: Look, first: int, last: int) -> bool:
    """Does "by" stand before a form in -ing here ("by pointing and saying"), not only before a date?"""
    return any(
        look.words[index] == "by" and (look.word(index + 1).endswith("ing") or look.word(index + 2).endswith("ing"))
        for index in range(first, last)
    )


def listed_verbs(look: Look) -> dict[int, Hit]:
    """Every listed verb by the token that it begins with."""
    found: dict[int, Hit] | None = look.memo.get("verbs")
    if found is None:
        lists = ("verbs.observable_verbs", "verbs.inner_verbs", "verbs.change_verbs")
        found = look.memo["verbs"] = {hit.first: hit for name in lists for hit in look.find(name)}
    return found


def behaviours(look: Look) -> tuple[Span, ...]:
    """The observable verbs of the main clauses."""
    found: list[Span] = []
    for hit in look.find("verbs.observable_verbs", "verbs.inner_verbs", "verbs.change_verbs"):
        first, last = look.sentence(hit.first)
        if look.word(hit.last) == "taking" and look.words[hit.first] == "turn":
            continue  # "Turn taking, topic maintenance"
        if last - first <= 4 and look.words[last - 1] in {"skills", "skill"}:
            continue  # "Turn-taking skills"
        if is_of_an_idiom(look, hit.first):
            continue  # "take it in her stride"
        if hit.list != "verbs.observable_verbs" or not stands_as_verb(look, hit.first, first):
            continue
        if in_main_clause(look, hit.first) and not _is_weak(look, hit, last) and not is_known(look, hit.first, first):
            found.append(look.span(hit.first, hit.last, "behaviour"))
    found += _ended(look)
    return apart(found)


def _ended(look: Look) -> list[Span]:
    """ "Will reduce biting": less of something that can be seen."""
    return [
        look.span(hit.first, index + 1, "behaviour")
        for hit in look.find("verbs.change_verbs")
        if look.words[hit.first].startswith(("reduc", "decreas", "lessen", "lower", "minimi"))
        for index in (hit.last, hit.last + 1)
        if look.word(index).endswith("ing")
        and (index == hit.last or look.word(hit.last) in _OBJECTS)
        and index in listed_verbs(look)
        and listed_verbs(look)[index].list == "verbs.observable_verbs"
        and stands_as_verb(look, hit.first, look.sentence(hit.first)[0])
    ]


def is_known(look: Look, index: int, first: int) -> bool:
    """Is it what the child understands or knows ("understand that money is used to buy things"), not what is done?"""
    for cursor in range(index - 1, first, -1):
        word = look.words[cursor]
        if word in {",", "and", "or", "but"}:
            return False
        if word in _COMPLEMENTS and look.words[cursor - 1] in word_set("knowing"):
            return True
    return False


def _is_weak(look: Look, hit: Hit, last: int) -> bool:
    """Does the verb only carry a state of mind or a manner: "show respect", "use equipment responsibly"?"""
    if look.words[hit.first].startswith("work") and not _LEVELS.isdisjoint(look.words[hit.last : hit.last + 4]):
        return True  # "working at a level in line with his ability"
    if is_loose(look, hit.last, last) or is_more_able(look, hit.first) or _only_begins(look, hit):
        return True
    if look.words[hit.first] not in word_set("weak_verbs"):
        return False
    if is_adverb(look.word(hit.first - 1)) and look.word(hit.first - 1) in word_set("manners"):
        return True
    for index in range(hit.last, min(hit.last + 6, last)):
        word = look.words[index]
        if is_number(word) or word in {'"', "'", "by", "when", "without", ",", ":"}:
            return False
        if word in {"to", "with", "from", "during", "in", "at", "on", "for"} and index > hit.last:
            return False
        if word in word_set("manners"):
            return not _has_figure(look, index, last)
        if word in word_set("taught_ways") and any("of" in one and "%" not in one for one in _counts(look)):
            return False  # "use a taught strategy in 4 of 5 incidents"
        if word in word_set("states") and look.word(index + 1) not in {
            "card",
            "cards",
            "chart",
            "board",
            "scale",
            "diary",
        }:
            return True
    return False


def is_more_able(look: Look, index: int) -> bool:
    """ "More able to talk", "better able to cope": a change, and nothing that says how much."""
    return look.words[max(0, index - 2) : index] == ("able", "to") and look.word(index - 3) in _LOOSER


def _only_begins(look: Look, hit: Hit) -> bool:
    """ "Begin to develop skills", "start to understand": no more than what is begun."""
    if look.words[hit.first].rstrip("s") not in {"begin", "start"} or look.word(hit.last) != "to":
        return False
    observable = {one.first for one in look.find("verbs.observable_verbs")}
    return hit.last + 1 in listed_verbs(look) and hit.last + 1 not in observable


def _counts(look: Look) -> list[tuple[str, ...]]:
    return [look.words[hit.first : hit.last] for hit in look.find("measures.count")]


def is_loose(look: Look, index: int, last: int) -> bool:
    """Is a manner or a comparative all that the verb is given: "listen well", "act responsibly", "use longer words"?"""
    word = look.word(index)
    if word == "as" and is_adverb(look.word(index + 1)):
        return True  # "live as independently as he can"
    if index >= last or not (word in word_set("empty_manners") or word in _LOOSER):
        return False
    if look.gap(index + 1).strip() or look.word(index + 1) in {'"', "'", "than", "of"}:
        return False
    return not _has_figure(look, index, last)


def _has_figure(look: Look, first: int, last: int) -> bool:
    """Is there a number that is no part of a date, and no name of a year or key stage?"""
    return any(
        is_number(look.words[index])
        and look.word(index - 1) not in word_set("label_words")
        and index not in look.covered("times.")
        for index in range(first, last)
    )


def changes(look: Look) -> tuple[Span, ...]:
    """Words that say better or more: verbs where they stand as verbs, comparatives ("happier"), "will read better"."""
    found = [
        look.span(hit.first, hit.last, "change")
        for hit in look.find("verbs.change_verbs")
        if stands_as_verb(look, hit.first, look.sentence(hit.first)[0])
    ]
    found += [look.span(hit.first, hit.last, "change") for hit in look.find("vague.comparative")]
    found += [
        look.span(hit.first, hit.last + 1, "change")  # "will read better"
        for hit in look.find("verbs.observable_verbs", "verbs.inner_verbs")
        if look.word(hit.last) in _LOOSER
        and is_loose(look, hit.last, look.sentence(hit.first)[1])
        and stands_as_verb(look, hit.first, look.sentence(hit.first)[0])
    ]
    return apart(found)


def finished(look: Look) -> tuple[Span, ...]:
    """What is done, in a fragment without a verb of its own: "80% of sounds said correctly", "12 words spelt right"."""
    if not word_set("modals").isdisjoint(look.words):
        return ()
    return tuple(
        look.span(hit.first, hit.last, "behaviour")
        for hit in look.find("verbs.observable_verbs")
        if hit.first > 1
        and any(is_number(word) for word in look.words[: hit.first])
        and (look.words[hit.first].endswith("ed") or look.words[hit.first] in word_set("participles"))
    )


def only_manner(look: Look, done: tuple[Span, ...]) -> bool:
    """Is the one behaviour judged by a manner: "contribute usefully in one game a week"?"""
    if len(done) != 1:
        return False
    place = next((index for index, start in enumerate(look.starts) if start >= done[0].end), len(look.words))
    return look.word(place) in word_set("empty_manners")
