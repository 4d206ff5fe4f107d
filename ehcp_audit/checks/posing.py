"""Help, presence or an arrangement that poses as an outcome, by one principle.

An outcome names what the child will be able to do, know, manage, feel or achieve. With all that says when taken away,
help poses as one where what is left is taking part in what adults put on, being there, having a thing put in place, or
something done to the child; and where nothing beside it is the child's own part ("asks for", "on her own", "in 4 of 5
lessons", a second act). Words alone do not prove it: what is found here is put to a person.
"""

from __future__ import annotations

import re
from functools import cache

from ehcp_audit.checks.phrases import words_of
from ehcp_audit.language import beside
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.verbs import in_main_clause, is_adverb, listed_verbs
from ehcp_audit.language.wordlists import Lists, forms, is_number, word_set
from ehcp_audit.rare import rarely

_ANY: frozenset[str] = frozenset()
_PART = {  # verbs of taking part, with the words of which one must follow
    **dict.fromkeys("attend join access follow complete finish undertake do see visit spend experience use".split(), _ANY),
    **dict.fromkeys(("practise", "rehearse", "meet", "start", "begin", "trial"), _ANY),
    **dict.fromkeys(("move", "transfer"), frozenset({"to", "into", "onto"})),
    "sit": frozenset({"next", "near", "beside", "by", "at"}),
    "learn": frozenset({"in", "with", "through"}),
    "go": frozenset({"to", "on"}),
    "take": frozenset({"part"}),  # "in" follows,
    "participate": frozenset({"in"}),
    "engage": frozenset({"in", "with"}),
    "continue": frozenset({"with", "on", "in", "at"}),
    "carry": frozenset({"on"}),
    "stay": frozenset({"on", "in", "at", "with"}),
    "remain": frozenset({"on", "in", "at", "with", "under"}),
    "work": frozenset({"in", "with", "through", "on", "one"}),
    "benefit": frozenset({"from"}),
    "read": frozenset({"to", "with"}),
}
_HAVE = frozenset({"have", "get", "receive", "keep"})
_BEING = frozenset({"in", "on", "at", "under", "part", "with", "within", "member", "known"})
_MODALS = frozenset({"will", "shall", "should", "must"})
_PRONOUNS, _WHOSE = frozenset({"he", "she", "they", "i"}), frozenset({"her", "his", "their", "my", "its"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_ENDS = frozenset(
    {".", ";", ":", ",", "so", "because", "if", "when", "while", "until", "till", "that", "which", "who", "where", "by"}
)
_SKIPPED = frozenset({"also", "then", "now", "still", "each", "both", "always", "all"})
_DONE_TO = frozenset("kept met walked driven collected shadowed assisted hoisted fetched referred assessed helped".split())
_OWN_DOING = frozenset({"prepared", "dressed", "washed", "changed", "timed", "used", "checked", "rewarded", "praised"})
_HEARING = frozenset({"understand", "hear", "recognise", "find"})
_TIMES = frozenset("daily weekly fortnightly monthly termly twice wkly pw".split())
_EACH = frozenset({"each", "every", "per", "a", "most"})
_SPANS = frozenset("day morning afternoon week weeks fortnight month term half lunchtime lesson year".split())
_LENGTHS = frozenset("hour hours minutes minute mins hrs afternoons mornings".split())
_ROOMS = frozenset("room space area base hub tent den nest pod corner".split())
_SCHOOLS = frozenset("school college nursery lessons classes sixth registration setting preschool".split())


def posing(text: str) -> tuple[Span, ...]:
    """The words in which help, presence or an arrangement poses as an outcome; none where the child's part is told."""
    look = look_at(text, "outcome")
    if not look.words or _OWN.search(text) or not words_of("own part").isdisjoint(look.words):
        return ()
    found: list[Span] = []
    for start in (start for start in look.sentences if start < len(look.words)):
        first, last = look.sentence(start)
        hit = _in_sentence(look, first, last)
        if hit is not None:
            if not hit:
                return ()
            found.append(look.span(hit[0], hit[1]))
    return tuple(found)


_OWN = rarely(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|all)(?: \w+)?(?: times)? (?:out of|of|in|from) "
    r"(?:(?:the|every|her|his|their) )?(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"(?! (?:minutes?|hours?|weeks?))|\b\d+/\d+\b(?!/)|\b(?:her|his|their|my) own\b(?! (?:work|desk|space|room|adult))|"
    r"\bno (?:help|prompt|remind|adult)\w*|(?<!of )\bno more than\b|\bwith only\b|\bby (?:bus|train)\b",
    re.IGNORECASE,
)
"""A measure of what the child does, or that it is done without help."""

_Hit = tuple[int, int] | tuple[()] | None
"""The tokens of what poses; () where an act of the child's is told; None where the sentence tells neither."""


def _in_sentence(look: Look, first: int, last: int) -> _Hit:
    if any(_is_attendance(look, place, last) for place in range(first, last)):
        return first, last
    modal = next((place for place in range(first, last) if _is_modal(look, place, first)), -1)
    if modal < 0:
        return _without_modal(look, first, last)
    subject = _subject(look, first, modal)
    if subject == "helper":
        heard = not _HEARING.isdisjoint(look.words[modal : modal + 4])
        return None if heard else (first, min(modal + 2, last))
    if subject == "thing":
        be = look.word(_past(look, modal + 1, last)) in {"be", "have"}
        return (first, min(modal + 3, last)) if be else None
    return None if subject == "other" else _predicate(look, _past(look, modal + 1, last), last)


def _is_modal(look: Look, place: int, first: int) -> bool:
    word = look.words[place]
    if word in _MODALS:
        return in_main_clause(look, place)
    begins = place == first or (place < first + 9 and _is_child(look, place - 1))
    return word == "to" and begins and _lemma(look.word(place + 1)) != ""


def _is_child(look: Look, place: int) -> bool:
    """Is the word there a name or a pronoun, and no word of a time?"""
    word = look.word(place)
    if word in _PRONOUNS:
        return True
    named = place >= 0 and look.text[look.starts[place]].isupper() and word.isalpha() and place not in look.covered("times.")
    return named and look.word(place - 1) not in _TITLES and word not in words_of("helping people")


def _subject(look: Look, first: int, modal: int) -> str:
    """Who or what stands before the modal: the child, a helper with a title, a thing of the child's, or another."""
    head = look.word(modal - 1)
    for place in range(max(first, modal - 3), modal):
        if look.word(place - 1) in _TITLES and place > first and look.text[look.starts[place]].isupper():
            return "other" if head.endswith("'s") else "helper"
    whose = any(
        look.words[place].endswith("'s") or look.words[place] in _WHOSE for place in range(max(first, modal - 5), modal)
    )
    if whose:
        return "thing" if head in words_of("posing subjects") else "other"
    return "child" if modal == first or _is_child(look, modal - 1) or head in {",", "and"} else "other"


def _past(look: Look, place: int, last: int) -> int:
    """Past adverbs, and past what stands between commas: "will, by the end of Year 6, tell"."""
    while place < last:
        if look.words[place] == ",":
            after = next((one for one in range(place + 1, last) if look.words[one] == ","), place)
            place = after + 1
        elif is_adverb(look.words[place]) or look.words[place] in _SKIPPED:
            place += 1
        else:
            break
    return place


def _predicate(look: Look, place: int, last: int) -> _Hit:
    """Is the predicate that begins there help, or an act of the child's?"""
    start = place
    if look.words[place : place + 3] == ("make", "use", "of"):
        return _taking(look, start, place + 3, last, "use")
    if look.word(place) in {"continue", "start", "begin"} and look.word(place + 1) == "to":
        place += 2
    if look.words[place : place + 3] == ("be", "able", "to"):
        able = _lemma(look.word(place + 3))
        return _taking(look, start, place + 4, last, able) if able in _ABLE else ()
    if look.word(place) == "be" or look.words[place : place + 2] == ("have", "been"):
        place = _past(look, place + 1 + (look.word(place) == "have"), last)
        if look.word(place) == "to" and look.word(place - 1) == "been":
            return _taking(look, start, place, last, "go")
        if _lemma(look.word(place)) == "" or not look.word(place).endswith("ing"):
            return _being(look, start, place, last)
    if look.word(place) == "have":
        after = _past(look, place + 1, last)
        if look.word(after) != "had" and look.word(after) in _pasts(beside.lists()):
            place = after
        elif look.word(after) == "had":
            place = after
    if look.word(place) in {"wear", "wearing"} and _is_worn(look, place, last):
        return start, min(place + 5, last)
    return _taking(look, start, place + 1, last, _lemma(look.word(place)))


_ABLE = _HAVE | {"attend", "access", "join"}


def _lemma(word: str) -> str:
    """The verb of having, being or taking part that the word is a form of; "" for another."""
    return _lemmas(beside.lists()).get(word, "")


@cache
def _lemmas(_: Lists) -> dict[str, str]:
    known = {form: verb for verb in (*_PART, *_HAVE) for form in forms(verb)}
    return known | dict.fromkeys(("be", "been", "is"), "be") | {"gone": "go", "done": "do", "taken": "take", "seen": "see"}


@cache
def _pasts(lists: Lists) -> frozenset[str]:
    return frozenset(form for form in _lemmas(lists) if form.endswith(("ed", "ne", "en", "t", "ad"))) - {"get", "meet"}


def _being(look: Look, start: int, place: int, last: int) -> _Hit:
    """ "Be in a group", "be under the dietitian", "be walked to the taxi"."""
    word = look.word(place)
    done = (words_of("done to help") | _DONE_TO) - _OWN_DOING
    if word in done and not (look.word(place + 1) in {"to", "in"} and word in {"prepared", "used"}):
        return start, place + 1
    by = next((one for one in range(place + 1, min(place + 9, last)) if look.words[one] == "by"), -1)
    if by > 0 and word.endswith(("ed", "en", "ught")) and _helper_in(look, by + 1, min(by + 5, last)) and word not in _HEARD:
        return start, by + 1
    if word not in _BEING:
        done_by_others = place < last and _is_participle(look, place) and word not in _STATES | _HEARD
        return (start, place + 1) if done_by_others else ()
    return _taking(look, start, place + 1, last, "be")


_STATES = frozenset(  # what a child is, or has come to
    "dressed prepared engaged settled interested involved motivated organised employed enrolled qualified trained included "
    "chosen elected invited accepted known tired regulated relaxed focused focussed determined married finished gone done "
    "used washed ready changed showered absorbed occupied rested packed seated toileted open calmed reduced able toilet "
    "selected picked asked believed".split()
)
_HEARD = frozenset({"understood", "heard", "seen", "recognised", "followed", "described", "rated", "judged", "trusted"})


def _taking(look: Look, start: int, place: int, last: int, verb: str) -> _Hit:
    """What follows the verb: a thing of help is help; anything else is what the child does."""
    if verb in _PART and _PART[verb]:
        if look.word(place) not in _PART[verb]:
            return _with_helper(look, start, place, last)
        place += 1 + (look.words[place : place + 2] == ("part", "in"))
    elif verb not in _PART and verb not in _HAVE and verb != "be":
        return _with_helper(look, start, place, last)
    if verb in {"practise", "rehearse"}:
        return () if _own_act(look, place, last, verb) else (start, place)
    if verb == "have" and (look.word(place) in _ADAPTED or _has_done(look, place, last)):
        return start, place + 1
    if verb in _HAVE and (_is_participle(look, place) or look.word(place) in _GETTING):
        return _with_helper(look, start, place, last)
    end = next((one for one in range(place, last) if look.words[one] in _ENDS | _PRONOUNS), last)
    own = _own_act(look, place, last, verb)
    end = min(end, own) if own else end
    stops = _AROUND if verb in _HAVE else _BESIDE - {"with"} if verb in _WITH else _BESIDE
    reach = next((one for one in range(place + 1, end) if look.words[one] in stops and not _in_title(look, one)), end)
    reach = end if verb == "spend" else reach
    thing = next((one for one in range(place, reach) if _is_thing(look, one, place, end, verb)), -1)
    if thing < 0 and _helper_beside(look, place, end, verb):
        thing = end - 1
    if thing < 0:
        return () if verb not in {"be", "have"} or own else None
    return () if own else (start, thing + 1)


_ADAPTED = frozenset("enlarged adapted differentiated simplified modified chunked scaffolded".split())


def _has_done(look: Look, place: int, last: int) -> bool:
    """ "Have her eyes tested", "have the day explained to her": what others do."""
    end = next((one for one in range(place, last) if look.words[one] in _ENDS | _AROUND), last)
    done = words_of("done to help") | {"tested", "explained", "met", "read", "administered"}
    return any(look.words[one] in done for one in range(place + 2, end)) and look.word(place) in _WHOSE | {"the", "all"}


_AROUND = frozenset({"in", "on", "at", "with", "from", "for", "across", "during", "over", "before", "after"})
_BESIDE = _AROUND - {"in", "on", "at"}
_WITH = frozenset({"be", "remain", "stay", "attend"})
_GETTING = frozenset("to on off up out in from through into ready better dressed onto down back home going".split())


def _in_title(look: Look, one: int) -> bool:
    """Is it inside the name of a programme: "Talk for Learning"?"""
    return all(look.text[look.starts[at]].isupper() for at in (one - 1, one + 1) if at < len(look.words))


def _is_participle(look: Look, place: int) -> bool:
    """Does a verb follow "have" there: "have made", "have gained"?"""
    word = look.word(place)
    return place in listed_verbs(look) and (word.endswith(("ed", "en", "un")) or word in word_set("participles") | {"made"})


def _with_helper(look: Look, start: int, place: int, last: int) -> _Hit:
    """Any act beside a helper, so many times: "bake with the LSA every Friday"; else it is the child's own."""
    end = next((one for one in range(place, last) if look.words[one] in _ENDS), last)
    with_at = next((one for one in range(place, end) if look.words[one] == "with"), -1)
    if with_at < 0 or not _helper_in(look, with_at + 1, min(with_at + 5, end)) or not _dosed(look, place, last):
        return ()
    return () if _own_act(look, place, last, "") else (start, end)


def _own_act(look: Look, place: int, last: int, verb: str) -> int:
    """Where a second act of the child's begins: "and give two ideas", "to write a page", "by asking"; 0 for none."""
    verbs = listed_verbs(look)
    for one in range(place + 1, last):
        before, word = look.words[one - 1], look.words[one]
        if one not in verbs or _lemma(word) in {"have", "be", "get", "receive", "attend"} or not in_main_clause(look, one):
            continue
        if before in {"and", "then"} and not word.endswith(("ed", "ing")) and _is_no_noun(look, one):
            return one
        if before == "to" and verb not in _HAVE | {"be", "see"} and one > place + 1:
            return one
        if before == "by" and word.endswith("ing"):
            return one
    return 0


def _is_no_noun(look: Look, one: int) -> bool:
    """Does something follow that an act would be done to or in: "and give two", not "speech and play sessions"?"""
    return look.word(one + 1) not in words_of("services that pose") | {",", ".", ""}


def _is_thing(look: Look, one: int, place: int, end: int, verb: str) -> bool:
    """Is the word there a thing of help that this verb can take?"""
    word = look.words[one]
    if look.words[one - 1] in _TIMES and one > place and (verb in _HAVE or verb in _PART) and word.isalpha():
        return word not in _ENDS  # "weekly mindfulness", which somebody has put into the week
    if verb == "sit":
        return word in _SEATS and not any(is_number(each) for each in look.words[place:end])
    if verb == "use":
        return word in _ROOMS and (look.words[one - 1] in words_of("kinds of help") or _dosed(look, place, end))
    before = look.words[one - 1]
    if word in words_of("services that pose"):
        bare = word in {"sessions", "session", "support", "homework", "work", "phonics"} and one == place
        return not bare and not (verb == "access" and word == "curriculum") and look.word(one + 1) not in _NO_HELP
    if verb in _HAVE | {"be", "trial"} and word in words_of("helping things") | words_of("things that pose"):
        told = verb == "keep" and before not in words_of("kinds of help")
        return not told and before != "self"
    if look.words[one : one + 3] == ("one", "to", "one") or (word == "1" and look.word(one + 1) in {":", "to", "-"}):
        return True
    if verb in _HAVE and word in words_of("helping people") and before not in {"the", "to"}:
        return word not in _SCHOOLS
    if word in words_of("clubs that children choose") and verb in {"join", "go", "attend", "be", "work"}:
        return look.word(one + 1) not in _NO_HELP and not _is_of_the_place(look, one)
    if word in {"class", "group"} and verb in {"be", "learn", "work"} and look.word(one + 1) == "of":
        return True
    if verb in _HAVE and look.words[one : one + 2] == ("minutes", "early"):
        return True
    if word not in words_of("helping things by kind") or word in {"in", "ins", "time"}:
        return False
    return (before in words_of("kinds of help") and before not in _LOOSE_KINDS) or (
        verb in _PART and word in _WITH_A_DOSE and _dosed(look, place, look.sentence(one)[1])
    )


_SEATS = frozenset("front model buddy teacher door exit adult window wall back".split())
_NO_HELP = frozenset("ball task tasks game games discussion discussions activity activities skills project score".split())
_LOOSE_KINDS = frozenset("in up out one 1 time part now next first then story play drama writing walking standing".split())
_WITH_A_DOSE = frozenset("group groups club clubs lesson lessons course breakfast class classes circle training".split())


def _is_of_the_place(look: Look, one: int) -> bool:
    """Is it a club of the neighbourhood, or gone to with a friend: community life that the child has joined?"""
    near = look.words[max(0, one - 5) : one + 8]
    return not {"outside", "local", "village", "town", "community", "friend", "friends", "evening"}.isdisjoint(near)


def _dosed(look: Look, first: int, last: int) -> bool:
    """Does it say how often, on which day, or for how long at a time?"""
    words = look.words
    return any(
        word in _TIMES
        or word in word_set("weekdays")
        or (word in _EACH and look.word(place + 1) in _SPANS)
        or word in {"each", "every"}
        or (is_number(word) and look.word(place + 1) in _LENGTHS | {"x"})
        for place, word in enumerate(words[first:last], first)
    )


def _helper_in(look: Look, first: int, last: int) -> bool:
    people = words_of("helping people")
    return any(
        (look.words[one] in people - _SCHOOLS and look.word(one + 1) not in {"led", "directed", "initiated"})
        or (look.words[one - 1] in _TITLES and one > first)
        or look.words[one : one + 3] == ("one", "to", "one")
        for one in range(first, last)
    )


def _helper_beside(look: Look, place: int, end: int, verb: str) -> bool:
    """ "Spend an hour with the mentor", "have her lunch with Mrs Bell", "read to an adult"."""
    if (verb in {"see", "meet", "visit"} or look.words[place - 1] == "under") and _helper_in(look, place, min(place + 5, end)):
        return True
    after = [one for one in range(place - 1, end) if look.words[one] in {"with", "from", "to"}]
    return any(_helper_in(look, one + 1, min(one + 6, end)) for one in after)


def _is_worn(look: Look, place: int, last: int) -> bool:
    """ "Wear a weighted vest after each break", "wear her defenders when provided": an arrangement, however it is worn."""
    told = words_of("helping things").isdisjoint(look.words[place + 1 : place + 6])
    return not told and (_dosed(look, place, last) or not {"provided", "given", "offered"}.isdisjoint(look.words[place:last]))


def _is_attendance(look: Look, place: int, last: int) -> bool:
    """ "Attendance above 95%", "in school every day", "attends school full time", "a full-time timetable"."""
    words, word = look.words, look.words[place]
    near = words[max(0, place - 6) : min(place + 7, last)]
    if word == "attendance":
        return "%" in near or "cent" in near or "full" in near
    if words[place : place + 3] == ("full", "time", "timetable"):
        return True
    if _lemma(word) == "attend" or word in {"in", "at", "into"}:
        after = words[place + 1 : place + 4]
        school = next((one for one in after if one in _SCHOOLS), "")
        told = words[place + 1 : min(place + 12, last)]
        whole = ("full" in told and "time" in told) or "%" in told or not {"regularly", "daily"}.isdisjoint(told)
        whole = whole or ("every" in told and "day" in told)
        return bool(school) and whole and look.word(place - 1) != "and" and (_lemma(word) == "attend" or look.word(place - 1) in {"be", "is"})
    return False


def _without_modal(look: Look, first: int, last: int) -> _Hit:
    """ "Sam attends a club weekly"; "Reading to an adult 4x weekly", which has no verb but is a fragment of help."""
    place = next((one for one in range(first, min(first + 14, last)) if one not in look.covered("times.")), first)
    for one in range(place, min(place + 10, last - 1)):
        if _is_child(look, one) and look.words[one + 1].endswith("s") and _lemma(look.words[one + 1]):
            if not in_main_clause(look, one + 1):
                return None
            if look.words[one + 1] == "is":
                return _being(look, one + 1, _past(look, one + 2, last), last)
            return _taking(look, one + 1, one + 2, last, _lemma(look.words[one + 1]))
    if look.words[first].endswith("ing") and _dosed(look, first, last) and _helper_in(look, first, last):
        return first, last
    if any(one in listed_verbs(look) and not look.words[one].endswith(("ed", "ing")) for one in range(first, last)):
        return None
    named = words_of("services that pose") | words_of("things that pose") | words_of("helping things")
    thing = next((one for one in range(place, min(place + 7, last)) if look.words[one] in named), -1)
    before = look.words[place:thing] if thing >= 0 else ()
    return None if thing < 0 or before[:1] == ("no",) or not _AROUND.isdisjoint(before) else (place, thing + 1)
