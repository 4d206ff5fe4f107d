"""Where a draft already sends the child: names of places, in other sections than I, that nothing in the plan explains.

"Introduction to staff at Heronsgate before she starts there" says where she will go, as section I of a draft may not.
Names are sought first, and asked what they are: clubs, hospitals, towns and people have them too, and so has the
setting that the child attends. What is left, in a sentence that speaks of school life, is put to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ehcp_audit.checks.names import NAME, names_of_anybody, own_names
from ehcp_audit.checks.passages import lettered, lines, sentences
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import once
from ehcp_audit.model import Passage, Plan
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely

_SPOKEN_OF = ("A", "B", "E", "F", "H1", "H2")  # C, D and G speak of clinics and of homes
_SHORT_LINE = 30  # words; it is read as one sentence: "Transition days: 5 and 6 July, Tern Bank. Two adults."
_NEAR = 40  # characters beside a name
_SHORT_WORD = 3  # letters: "St", "the"


class _Told(NamedTuple):
    """A name, and what stands before and after it in its sentence."""

    name: str
    before: str
    after: str
    sentence: Passage
    planned: bool  # in section E or F

    @property
    def rest(self) -> str:
        """The sentence without the name, which may hold words of school life itself."""
        return f"{self.before}–{self.after}"

    def follows(self, words: str) -> bool:
        """Does the name stand right after these, or in their reach?"""
        return phrases(words).search(self.before) is not None

    def precedes(self, words: str) -> bool:
        return phrases(words).match(self.after) is not None

    def is_beside(self, words: str) -> bool:
        return phrases(words).search(self.rest) is not None


def destinations(plan: Plan) -> list[Passage]:
    """The sentences of a draft's sections that speak of a named place as where the child will go to school."""
    told = list(_told(plan))
    present = bool(told) and _has_present_setting(plan)
    asked = [one for one in told if _goes_there(one, present=present)]
    sure = {one.name for one in asked if one.is_beside("going to school")}
    other = {one.name for one in told if _is_of_other_life(one)} - sure
    other |= {name for name in {one.name for one in asked} if _is_explained(plan, name)}
    return list(dict.fromkeys(one.sentence for one in asked if one.name not in other))


def _is_explained(plan: Plan, name: str) -> bool:
    """Does the plan say anywhere that the name is a class's or a clinic's, or of where somebody lives or has been?"""
    return any(
        phrases("no setting follows").match(plan.text[hit.end() : hit.end() + _NEAR])
        or phrases("is elsewhere").search(plan.text[max(0, hit.start() - _NEAR) : hit.start()])
        for hit in re.finditer(rf"\b{re.escape(name)}(?!\w)", plan.text)
    )


# --- names ---
_NO_NAME = rf"{NAMED}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter|Christmas|Year|Key|Reception|Section|Stage"
_OPENS = (  # a sentence, before a name
    "At|To|From|In|For|By|When|Before|After|Once|Until|While|If|As|With|On|Her|His|Their|My|Our|This|That|Mum|Dad|"
    "Both|All|And|But|Since|During|Near|I|We|She|He|They|It"
)
_WORD = rf"(?!(?:{_NO_NAME})s?\b)(?:St\.? )?[A-Z][\w'’-]*[a-z][\w'’-]*"
_NAMES = rarely(rf"(?<![\w'’-])(?!(?:{_OPENS})\b){_WORD}(?: (?:(?:of|the|on|in) )?{_WORD}){{0,4}}")
_ROOM = rarely(rf"\bin –|– (?:at|in) {_WORD}")  # of the child's own school: "in The Den", "The Nest at Oakfield"


def _told(plan: Plan) -> Iterator[_Told]:
    """Each name that may be that of a place other than the child's own school, where it stands as one does."""
    known = once(plan, "names of where the child is", partial(_present_names, plan)) | own_names(plan)
    for code in _SPOKEN_OF:
        for line in lines(plan.section(code).pieces):
            for hit in _NAMES.finditer(line.text):
                if known.isdisjoint(_words(hit[0])):
                    one = _in_its_words(line, *hit.span(), planned=code in "EF")
                    if _stands_as_a_place(one) and _may_be_a_setting(one) and not _may_be_small(plan, one):
                        yield one


def _words(name: str) -> list[str]:
    return re.sub(r"['’]s?(?!\w)", "", name.lower()).split(" ")


def _in_its_words(line: Passage, start: int, end: int, *, planned: bool) -> _Told:
    """The name with the sentence that it stands in, or with the whole of a short line."""
    held = [one for one in sentences((line,)) if one.start <= line.start + start and line.start + end <= one.end]
    sentence = held[0] if held else line  # a full stop may stand in a name: "St. Bride's"
    around = line if len(line.text.split()) <= _SHORT_LINE else sentence
    begin = line.start + start - around.start
    return _Told(line.text[start:end], around.text[:begin], around.text[begin + end - start :], sentence, planned)


def _stands_as_a_place(one: _Told) -> bool:
    listed = one.before.endswith((", ", ": ", "; ", "– ", "(")) and (not one.after or one.after[0] in ".,;:)")
    return listed or one.follows("before a place") or one.precedes("after a place") or _is_a_school(one.name)


def _is_a_school(name: str) -> bool:
    return phrases("named a school").search(name) is not None


def _ends_as_one(name: str) -> bool:
    words = _words(name)
    return len(words) > 1 and (words[-1] in words_of("ends of settings") or _is_a_school(name))


def _may_be_a_setting(one: _Told) -> bool:
    """May the name be that of a setting, and no person's, area's, month's or programme's?"""
    from ehcp_audit.language.lexicon import look_at
    from ehcp_audit.privacy.words import given_names, known_capitals

    words = [word for word in _words(one.name) if word not in ("of", "the", "on", "in")]
    if not words or phrases("titles").search(one.name) or one.follows("role before a name"):
        return False
    elsewhere = not words_of("places of other kinds").isdisjoint(words) and not _is_a_school(one.name)
    if elsewhere or one.precedes("no setting follows"):
        return False
    if all(word in known_capitals() or phrases("other people").fullmatch(word) for word in words):
        return False
    by_its_end = words[-1] in words_of("ends of settings")
    as_a_school = by_its_end and (one.follows("school at") or one.precedes("after a place"))
    if words[-1] in words_of("no settings") and not as_a_school:
        return False
    if words[0] in given_names() and not by_its_end:
        return False
    return not look_at(one.name, "provision").under("types.")


def _may_be_small(plan: Plan, one: _Told) -> bool:
    """May the name be that of a person, a programme, a class or a room, as names of one word or of plain words are?"""
    from ehcp_audit.privacy.words import fold, is_plain

    name, words = one.name, _words(one.name)
    plain = all(is_plain(fold(word)) for word in words if word != "the")
    if name.startswith("The "):
        return len(words) == 2 and plain and _ROOM.search(one.rest) is not None
    if len(words) > 1:
        return plain and not _ends_as_one(name) and not one.is_beside("going to school")
    if one.before.endswith("The "):
        return False
    if plain or one.follows("before a programme"):
        return True
    if one.follows("at a place") or one.precedes("part of a school"):
        return False
    as_a_class = name.endswith("s") and name.isalpha() and not one.is_beside("of another school")  # "Owls"
    return as_a_class or words[0] in names_of_anybody(plan)


# --- what is said of them ---
def _goes_there(one: _Told, *, present: bool) -> bool:
    """Does the sentence speak of the place as where the child goes to school, or will?

    Where the plan does not say where the child is (`present`), a place of school life may be that.
    """
    if _is_told_of_others(one) or one.is_beside("never school"):
        return False
    if one.is_beside("going to school"):
        return True
    if not present or one.is_beside("beside school") or one.follows("told of then") or one.follows("based at"):
        return False
    if one.follows("school at") or one.precedes("part of a school") or (one.planned and one.follows("at a place")):
        return True
    told = one.follows("goes to") or one.follows("asks about") or _ends_as_one(one.name)
    return told and one.is_beside("school life")


def _is_of_other_life(one: _Told) -> bool:
    return one.is_beside("never school") or one.is_beside("beside school")


def _is_told_of_others(one: _Told) -> bool:
    """Is the name that of where others go, where the child was, or where a family would like them to go?"""
    if any(one.follows(words) for words in ("gone by", "wished by a family", "lives at")) or one.precedes("said after"):
        return True
    return one.follows("of others") and phrases("joins them").search(one.after) is None


# --- the present setting ---
_IS_THERE = rarely(
    r"\b(?:attends|attending|on roll at|(?:is|am) (?:now |currently )?(?:a pupil |a student |in [\w ]{1,20} )?at|"
    r"has been at|currently at|(?:present|current) (?:school|setting|college|nursery),?(?: is)?|now at) "
    rf"(?:the )?(?P<there>{_WORD}(?: {_WORD}){{0,4}})"
)
_NOT_YET = rarely(r"\b(?:when|once|while|after|if) (?:he|she|they|I|[A-Z]\w+) $", re.IGNORECASE)


def _where_the_child_is(plan: Plan) -> Iterator[str]:
    """The names of the settings that the plan says the child attends."""
    if plan.facts.setting:
        yield plan.facts.setting
    for piece in lettered(plan, _SPOKEN_OF):
        for match in _IS_THERE.finditer(piece.text):
            if _NOT_YET.search(piece.text[max(0, match.start() - _NEAR) : match.start()]) is None:
                yield match["there"]


def _has_present_setting(plan: Plan) -> bool:
    return next(_where_the_child_is(plan), None) is not None


def _present_names(plan: Plan) -> frozenset[str]:
    """Words of names that the cover, section I or section K hold, and of the setting that the child attends."""
    from ehcp_audit.privacy.words import fold, is_plain

    texts = (one.text for one in (*plan.outside, *lettered(plan, "IK")))
    known = {word.lower() for text in texts for word in NAME.findall(text) if not is_plain(fold(word))}
    there = {word for name in _where_the_child_is(plan) for word in _words(name) if len(word) > _SHORT_WORD}
    return frozenset(known | {one for one in there - words_of("ends of settings") if not _is_a_school(one)})
