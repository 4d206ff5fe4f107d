"""Names in a draft that may be those of settings: by their nouns, by where they stand, and by what else they may be.

Clubs, hospitals, towns, classes and people have names too, and so has the setting that the child attends.
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
_NEAR = 40  # characters before a name
_REACH = 500  # characters of its sentence on each side: more is a table that was read as one line
_SHORT_WORD = 3  # letters: "St", "the"


class Told(NamedTuple):
    """A name, and what stands before and after it in its sentence (see `told`)."""

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

    def is_in(self, words: str) -> bool:
        """Does one of these, in which – stands for a name, hold this one?"""
        place = len(self.before)
        return any(hit.start() <= place < hit.end() for hit in phrases(words).finditer(self.rest))

    def is_beside(self, words: str) -> bool:
        return phrases(words).search(self.rest) is not None


def told(around: Passage, start: int, end: int, sentence: Passage, *, planned: bool) -> Told:
    """The name at these characters of the words around it, which are its sentence or more."""
    text = around.text
    return Told(text[start:end], text[max(0, start - _REACH) : start], text[end : end + _REACH], sentence, planned)


# --- names ---
_NO_NAME = rf"{NAMED}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter|Christmas|Year|Key|Reception|Section|Stage"
_OPENS = (  # a sentence, before a name
    "At|To|From|In|For|By|When|Before|After|Once|Until|While|If|As|With|On|Her|His|Their|My|Our|This|That|Mum|Dad|"
    "Both|All|And|But|Since|During|Near|I|We|She|He|They|It|Whichever|Whatever|Wherever|Where|Which|Any|No"
)
_WORD = rf"(?!(?:{_NO_NAME})s?\b)(?:St\.? )?[A-Z][\w'’-]*[a-z][\w'’-]*"
_CHURCH = r"(?:RC|CE|CofE|C of E)"  # of a school's name: "St Hilda's RC Primary"
_ANY_WORD = r"\w+"
_ROOM = rarely(rf"\bin –|– (?:at|in) {_WORD}")  # of the child's own school: "in The Den", "The Nest at Oakfield"


def names_told(plan: Plan) -> Iterator[Told]:
    """Each name that may be that of a place other than the child's own school, where it stands as one does."""
    known = once(plan, "names of where the child is", partial(_present_names, plan)) | own_names(plan)
    there = tuple(_in_words(name) for name in _where_the_child_is(plan))
    cover = once(plan, "words about the plan", partial(_about, plan))
    pattern = once(plan, "pattern of names", partial(_names, own_names(plan)))
    for code in _SPOKEN_OF:
        for line in lines(plan.section(code).pieces):
            for hit in pattern.finditer(line.text):
                if _is_new(hit[0], known, cover) and not any(_in_words(hit[0]) in one for one in there):
                    one = _in_its_words(line, *hit.span(), planned=code in "EF")
                    if _stands_as_a_place(one) and _may_be_a_setting(one) and not _may_be_small(plan, one):
                        yield one


def _is_new(name: str, known: frozenset[str], cover: str) -> bool:
    """Is it no name of the cover, of section I or K? A village may lend its name to several schools."""
    words = _words(name)
    if known.isdisjoint(words):
        return True
    own = [word for word in words if word not in words_of("kinds of settings")]
    named = is_a_school(name) or ends_as_one(name)
    return len(own) > 1 and named and _in_words(" ".join(own)) not in cover


def _names(of_child: frozenset[str]) -> re.Pattern[str]:
    """Words of a name; the child's own end one, as in "At Hillcrest Court Nell will"."""
    child = "|".join(sorted(re.escape(one) for one in of_child)) or "-"
    word = rf"(?!(?i:{child})(?:['’]s?)?(?!\w)){_WORD}"
    return re.compile(
        rf"(?<![\w'’-])(?!(?:{_OPENS})\b){word}(?: (?:(?:(?:of|the|on|in) )?{word}|{_CHURCH}(?= [A-Z]))){{0,5}}"
    )


def _words(name: str) -> list[str]:
    return re.sub(r"['’]s?(?!\w)", "", name.lower()).split(" ")


def _in_words(name: str) -> str:
    """The words of a name between spaces, so that "Oak" is no part of "Oakdene School"."""
    return f" {' '.join(re.findall(_ANY_WORD, ' '.join(_words(name))))} "


def _in_its_words(line: Passage, start: int, end: int, *, planned: bool) -> Told:
    """The name with the sentence that it stands in, or with the whole of a short line."""
    held = [one for one in sentences((line,)) if one.start <= line.start + start and line.start + end <= one.end]
    sentence = held[0] if held else line  # a full stop may stand in a name: "St. Bride's"
    around = line if len(line.text.split()) <= _SHORT_LINE else sentence
    before = around.start - line.start
    return told(around, start - before, end - before, sentence, planned=planned)


def _stands_as_a_place(one: Told) -> bool:
    listed = one.before.endswith((", ", ": ", "; ", "– ", "(", "/ ")) and (not one.after or one.after[0] in ".,;:)")
    if listed or one.follows("before a place") or one.precedes("after a place") or is_a_school(one.name):
        return True
    return is_settled(one) or (ends_as_one(one.name) and one.is_beside("going to school"))


def is_a_school(name: str) -> bool:
    """Does the name end in a word for a school, a unit or the like?"""
    return phrases("named a school").search(name) is not None


_DECIDED = ("stays at the setting", "setting gives all", "setting is decided on")


def is_decided_on(one: Told) -> bool:
    """Does the sentence give the child a place there, keep one, or have all that is planned done there?"""
    return any(one.is_in(words) for words in _DECIDED)


def is_settled(one: Told) -> bool:
    """Is it decided that the child goes there, by a whole sentence or by the words right beside the name?"""
    if one.follows("place settled") or is_decided_on(one):
        return True
    return one.precedes("place given") and one.is_beside("of a place")


def ends_as_one(name: str) -> bool:
    """Does the name end as those of schools do: in such a word, or in a hill, a lodge, a park?"""
    words = _words(name)
    return len(words) > 1 and (words[-1] in words_of("ends of settings") or is_a_school(name))


def _may_be_a_setting(one: Told) -> bool:
    """May the name be that of a setting, and no person's, area's, month's or programme's?"""
    from ehcp_audit.language.lexicon import look_at
    from ehcp_audit.privacy.words import given_names, known_capitals

    words = [word for word in _words(one.name) if word not in ("of", "the", "on", "in")]
    if not words or phrases("titles").search(one.name) or one.follows("role before a name"):
        return False
    if words_of("kinds of settings").issuperset(words):
        return False
    elsewhere = not words_of("places of other kinds").isdisjoint(words) and not is_a_school(one.name)
    if elsewhere or one.precedes("no setting follows"):
        return False
    if all(word in known_capitals() or phrases("other people").fullmatch(word) for word in words):
        return False
    by_its_end = words[-1] in words_of("ends of settings")
    as_a_school = by_its_end and (one.follows("school at") or one.precedes("after a place"))
    teaches = _may_teach(one, words)
    if words[-1] in words_of("no settings") and not as_a_school and not teaches:
        return False
    if words[0] in given_names() and not by_its_end and not teaches:
        return False
    return not look_at(one.name, "provision").under("types.")


def is_of_another_kind(name: str) -> bool:
    """Is it the name of a centre of health, of families, of leisure?"""
    *words, last = _words(name)
    return last in words_of("may be settings") and not words_of("centres of other kinds").isdisjoint(words)


def _may_teach(one: Told, words: list[str]) -> bool:
    """Is a centre, a hub or a farm spoken of as a school, and no centre of health, of leisure or of visitors?"""
    if words[-1] not in words_of("may be settings") or is_of_another_kind(one.name):
        return False
    return not one.follows("based at") and (
        one.is_beside("going to school") or one.follows("school at") or is_settled(one)
    )


def _may_be_small(plan: Plan, one: Told) -> bool:
    """May the name be that of a person, a programme, a class or a room, as names of one word or of plain words are?"""
    from ehcp_audit.privacy.words import fold, is_plain

    name, words = one.name, _words(one.name)
    plain = all(is_plain(fold(word)) for word in words if word != "the")
    if name.startswith("The "):
        return len(words) == 2 and plain and _ROOM.search(one.rest) is not None
    if len(words) > 1:
        as_one = ends_as_one(name) or is_settled(one) or (one.follows("school at") and one.follows("at a place"))
        return plain and not as_one and not one.is_beside("going to school")
    if one.before.endswith("The "):
        return False
    if plain or one.follows("before a programme"):
        return True
    if one.follows("at a place") or one.precedes("part of a school"):
        return False
    as_a_class = name.endswith("s") and name.isalpha() and not one.is_beside("of another school")  # "Owls"
    return as_a_class or words[0] in names_of_anybody(plan)


# --- the present setting ---
_IS_THERE = rarely(
    r"\b(?:attends|attending|on roll at|(?:is|am) (?:now |currently )?(?:a pupil |a student |in [\w ]{1,20} )?at|"
    r"has been at|currently at|(?:present|current) (?:school|setting|college|nursery),?(?: is)?|now at) "
    rf"(?:the )?(?P<there>{_WORD}(?: {_WORD}){{0,4}})|"
    r"\b(?:joined|started at|moved to|came to|entered|transferred to) (?:the )?"
    rf"(?P<since>{_WORD}(?: {_WORD}){{0,4}}) "
    rf"(?:in|for|at the start of) (?:Reception|Year \d|[Nn]ursery|{NAMED}|20\d\d)\b"
)
_NOT_YET = rarely(
    r"\b(?:when|once|while|after|if) (?:he|she|they|I|[A-Z]\w+) $|"
    r"\b(?:when|once|after|if|before|(?:will|shall|to) be) $",
    re.IGNORECASE,
)


def _where_the_child_is(plan: Plan) -> Iterator[str]:
    """The names of the settings that the plan says the child attends."""
    if plan.facts.setting:
        yield plan.facts.setting
    for piece in lettered(plan, _SPOKEN_OF):
        for match in _IS_THERE.finditer(piece.text):
            before = piece.text[max(0, match.start() - _NEAR) : match.start()]
            if _NOT_YET.search(before) is None and phrases("of others").search(before) is None:
                yield match["there"] or match["since"]


def has_present_setting(plan: Plan) -> bool:
    """Does the plan say where the child is?"""
    return next(_where_the_child_is(plan), None) is not None


def _about(plan: Plan) -> str:
    """The words of the cover, section I and section K, between spaces."""
    return _in_words(" ".join(one.text for one in (*plan.outside, *lettered(plan, "IK"))))


def _present_names(plan: Plan) -> frozenset[str]:
    """Words of names that the cover, section I or section K hold, and of the setting that the child attends."""
    from ehcp_audit.privacy.words import fold, is_plain

    texts = (one.text for one in (*plan.outside, *lettered(plan, "IK")))
    known = {word.lower() for text in texts for word in NAME.findall(text) if not is_plain(fold(word))}
    there = {word for name in _where_the_child_is(plan) for word in _words(name) if len(word) > _SHORT_WORD}
    return frozenset(known | {one for one in there - words_of("ends of settings") if not is_a_school(one)})
