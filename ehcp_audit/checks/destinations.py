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
_SHORT = 30  # words of a line that is read as one: "Transition days: 5 and 6 July, Tern Bank. Two adults."


class _Told(NamedTuple):
    """A place that a sentence names, and the rest of the sentence: "–" stands for the name."""

    name: str
    before: str
    after: str
    sentence: Passage
    planned: bool  # in section E or F

    @property
    def rest(self) -> str:
        return f"{self.before}–{self.after}"


def destinations(plan: Plan) -> list[Passage]:
    """The sentences of a draft's sections that speak of a named place as where the child will go to school."""
    told = list(_told(plan))
    known = once(plan, "present setting is told", partial(_is_told_of, plan))
    asked = [one for one in told if _goes_there(one, known=known)]
    elsewhere = {one.name for one in told if _is_of_other_life(one.rest)} - {one.name for one in asked if _is_sure(one)}
    elsewhere |= {name for name in {one.name for one in asked} if _is_explained(plan, name)}
    return list(dict.fromkeys(one.sentence for one in asked if one.name not in elsewhere))


def _is_explained(plan: Plan, name: str) -> bool:
    """Does the plan say anywhere that the name is that of a class or a clinic, or where somebody lives or was before?"""
    return any(
        phrases("no setting follows").match(plan.text, hit.end())
        or _IS_ELSEWHERE.search(plan.text[max(0, hit.start() - _NEAR) : hit.start()])
        for hit in re.finditer(rf"\b{re.escape(name)}(?!\w)", plan.text)
    )


_NEAR = 40  # characters


# --- names ---
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter|Christmas|Year|Key|Reception|Section|Stage"
_OPENS = (  # a sentence, before a name
    "At|To|From|In|For|By|When|Before|After|Once|Until|While|If|As|With|On|Her|His|Their|My|Our|This|That|Mum|Dad|"
    "Both|All|And|But|Since|During|Near|I|We|She|He|They|It"
)
_WORD = rf"(?!(?:{NAMED}|{_DAYS})s?\b)(?:St\.? )?[A-Z][\w'’-]*[a-z][\w'’-]*"
_NAMES = re.compile(rf"(?<![\w'’-])(?!(?:{_OPENS})\b){_WORD}(?: (?:(?:of|the|on|in|St\.?) )?{_WORD}){{0,4}}")
_TITLE = rarely(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Nurse|Sister|Aunt(?:ie|y)?|Uncle|Nan|Nana|Gran(?:ny|dad|ma|pa|nie)?|Mum\w*|Dad\w*)\b"
)


_ROLE = rarely(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? $|\b(?:teacher|assistant|TA|SENCO|mentor|worker|tutor|head|nurse|therapist|doctor|"
    r"psychologist|friends?|brother|sister|cousins?|dog|cat),? (?:called |named |is )?$",
    re.IGNORECASE,
)


def _told(plan: Plan) -> Iterator[_Told]:
    """Each name that may be that of a place other than the child's own school, where it stands as one does."""
    known = once(plan, "names of where the child is", partial(_present_names, plan)) | own_names(plan)
    for code in _SPOKEN_OF:
        for line in lines(plan.section(code).pieces):
            hits = [hit for hit in _NAMES.finditer(line.text) if not _is_known(hit[0], known)]
            for hit in hits:
                one = _in_its_words(line, *hit.span(), planned=code in "EF")
                if _stands_as_a_place(one) and _may_be_a_setting(plan, one):
                    yield one


def _is_known(name: str, known: frozenset[str]) -> bool:
    return not known.isdisjoint(_words(name))


def _words(name: str) -> list[str]:
    return re.sub(r"['’]s?(?![\w])", "", name.lower()).split(" ")


def _in_its_words(line: Passage, start: int, end: int, *, planned: bool) -> _Told:
    """The name with the sentence that it stands in, or with the whole of a short line."""
    at = line.start + start
    held = [one for one in sentences((line,)) if one.start <= at < one.end]
    sentence = held[0] if held and held[0].end >= line.start + end else line
    around = line if len(line.text.split()) <= _SHORT else sentence
    begin = at - around.start
    return _Told(line.text[start:end], around.text[:begin], around.text[begin + end - start :], sentence, planned)


def _stands_as_a_place(one: _Told) -> bool:
    return _LEADS_TO.search(one.before) is not None or _FOLLOWS.match(one.after) is not None or _is_listed(one)


_LEADS_TO = rarely(
    r"\b(?:at|to|from|in|into|for|near|of|past|round|around|by|about|with|and|outside|join(?:s|ing)?|starts?|visit(?:s|ing)?|"
    r"attend|called|named|as|again|both|or|called|re)(?: the| both)? $|\b(?:school|college|nursery|setting|base|unit|placement)"
    r",?(?: (?:is|will be))? $",
    re.IGNORECASE,
)
_FOLLOWS = rarely(
    r"(?:['’]s?)? (?:team|(?:\w+ )?(?:staff|uniform|blazer|tie|jumper|base|unit|SENCO|site|campus|classroom|building)|"
    r"confirm\w*|(?:is|are) (?:\w+ ){0,3}(?:miles|minutes|away)|has|have|(?:has|have) (?:offered|agreed|said|around|about|over|\d)|(?:can|will|could|would) (?:\w+ )?(?:meet|offer|take|admit|provide|be|have))\b",
)


def _is_listed(one: _Told) -> bool:
    """Does it stand by itself in a heading or a note: "Transition days: 5 July, Tern Bank"?"""
    return re.search(r"[,:;–(] $", one.before) is not None and re.match(r"[.,;:)]|$", one.after) is not None


_ROOM = rarely(rf"\bin –|– (?:at|in) {_WORD}")  # of the child's own school: "in The Den", "The Nest at Oakfield"


def _may_be_a_setting(plan: Plan, one: _Told) -> bool:
    """May the name be that of a setting, and no person's, area's, month's or programme's?"""
    from ehcp_audit.language.lexicon import look_at
    from ehcp_audit.privacy.words import fold, given_names, is_plain, known_capitals

    name = one.name
    words = [word for word in _words(name) if word not in ("of", "the", "on", "in")]
    if name.startswith("The ") and len(words) == 1 and _ROOM.search(f"{one.before}–{one.after}"):
        return False
    kind = words[-1] if words else ""
    if not words or _TITLE.search(name) or _ROLE.search(one.before) or phrases("no setting follows").match(one.after):
        return False
    if kind in words_of("no settings"):
        if kind not in words_of("ends of settings") or not (_SCHOOL_AT.search(one.before) or _FOLLOWS.match(one.after)):
            return False
    if all(word in known_capitals() or phrases("other people").fullmatch(word) for word in words):
        return False
    if words_of("places to go to").intersection(words):
        return False
    if len(words) > 1 and not _ends_as_one(name) and all(is_plain(fold(word)) for word in words) and not _is_sure(one):
        return False  # "Young Farmers"
    if len(words) == 1 and not name.startswith("The ") and not one.before.endswith("The "):
        at = _AT.search(one.before) or _SITE.match(one.after)
        if _PROGRAMME.search(one.before) or is_plain(fold(words[0])) or words[0] in given_names() or (words[0] in names_of_anybody(plan) and not at):
            return False
        if name.endswith("s") and name.isalpha() and not at and not phrases("of another school").search(one.rest):
            return False  # "Owls", as classes are called
    if words[0] in given_names() and kind not in words_of("ends of settings"):
        return False
    return not look_at(name, "provision").under("types.")


_PROGRAMME = rarely(
    r"\b(?:introduc\w+|train\w*|us(?:e|es|ing)|taught|programmes?) (?:\w+ ){0,2}?(?:to|in|of|on|with) $", re.IGNORECASE
)
# --- what is said of them ---
_SCHOOL_AT = rarely(
    r"\b(?:staff|teachers?|class(?:room)?|SENCO|TAs?|assistants?|tutors?|head(?:teacher)?|key ?worker|base|unit|pupils?|"
    r"lessons?|lockers?|desk|dining (?:hall|room)|school(?:s|ing)?|education|uniform|form|year|term|lunch|places?|"
    r"timetable)(?: (?:at|in|of)|,)(?: the)? $",
    re.IGNORECASE,
)
_GOES_TO = rarely(
    r"\b(?:at|round|around|outside|near|visit(?:s|ing)?|attend)(?: the)? $|"
    r"\b(?:go(?:es|ing)?|gone|mov(?:e|es|ing)|transfer\w*|travel\w*|visits?|trips?|tours?|walk\w*|tak(?:e|en|ing|es)|"
    r"taxi|transport|minibus|way|return\w*|gets?|sent|up|miles)\b(?: [\w'’]+){0,3}? (?:to|from)(?: the)? $",
    re.IGNORECASE,
)
_KINDS = rarely(
    r"(?:School|Academy|College|Nursery|Pre-?School|Juniors?|Infants?|Primary|Secondary|High|Grammar|Special|First|Middle|Community|Church|"
    r"Unit|Base|Playgroup|Kindergarten)$",
    re.IGNORECASE,
)
_SITE = rarely(r"(?:['’]s?)? (?:\w+ )?(?:unit|base|campus|site|classroom|building|staff|uniform|blazer|tie|jumper|SENCO)\b|(?:['’]s?)? team\b")


def _is_sure(one: _Told) -> bool:
    """Do the words say that the child goes there, whatever else stands beside them?"""
    return phrases("going to school").search(one.rest) is not None


def _goes_there(one: _Told, *, known: bool) -> bool:
    """Does the sentence speak of the place as where the child goes to school, or will?"""
    if _is_of_time_gone(one) or phrases("never school").search(one.rest):
        return False
    if _is_sure(one):
        return True
    if not known or _is_of_other_life(one.rest) or _TOLD_OF_THEN.search(one.before) or _BASED.search(one.before):
        return False
    if _SCHOOL_AT.search(one.before) or _SITE.match(one.after) or (one.planned and _AT.search(one.before)):
        return True
    return phrases("school life").search(one.rest) is not None and (
        _GOES_TO.search(one.before) is not None or _ends_as_one(one.name) or _HARDLY_ELSE.search(one.before) is not None
    )


_AT = rarely(r"\bat(?: the)? $", re.IGNORECASE)
_HARDLY_ELSE = rarely(
    r"\b(?:near|(?:questions?|worr\w+|anxious|nervous|excited|ask\w*|looks?) (?:\w+ ){0,3}(?:about|of))(?: the)? $",
    re.IGNORECASE,
)
_BASED = rarely(  # whose place of work is no place for the child
    r"\b(?:(?:Mrs?|Ms|Miss|Mx|Dr)\.? [A-Z][\w'’-]+|\w*workers?|\w*therapists?|physio\w*|psychologists?|nurses?|"
    r"(?:specialist|advisory|peripatetic|outreach|visiting) teachers?|officers?|carers?|volunteers?|instructors?|coach|"
    r"advisers?|SLT|OT|based) (?:from|of|with|in)(?: the)? $|"
    r"\b(?:social worker|\w*therapists?|physio\w*|nurse|psychologist|"
    r"(?:made|bought|built|seen|assessed|diagnosed|treated)(?: \w+)?) (?:at|in|by)(?: the)? $"
)


def _ends_as_one(name: str) -> bool:
    return len(_words(name)) > 1 and (_words(name)[-1] in words_of("ends of settings") or _KINDS.search(name) is not None)


def _is_of_other_life(rest: str) -> bool:
    return any(phrases(name).search(rest) for name in ("never school", "beside school"))


_SAID = rarely(r"(?:(?!\b(?:will|would|can|could|is to)\b)[^.;])*\b(?:said|told|wrote|reported|noted)\b"
               r"(?!.*\b(?:will|would|can|could|is to)\b)")
_TOLD_OF_THEN = rarely(r"\b(?:said|told|wrote|reported|noted|found|saw|was|were|had|did)\b[^.;]{0,60}$")
_OF_OTHERS = rarely(
    r"\b(?:brothers?|sisters?|siblings?|cousins?|friends?|twin|neighbours?|uncle|aunt\w*|"
    r"(?:mum|mother|dad|father) (?:is|works|teaches|runs|volunteers))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_JOINS_THEM = rarely(r"\b(?:joins?|joining) (?:him|her|them)\b", re.IGNORECASE)
_WISHED = rarely(  # which a family may say, and a draft may hold
    r"\b(?:hop(?:e|es|ing)|prefers?|preference|request\w*|consider\w*|thinking (?:of|about)|whether|if|"
    r"ask(?:s|ed)? (?:for|that|to)|(?:would (?:like|love)|['’]d (?:like|love)|wish(?:es)?|wants?|wanting) "
    r"(?:(?:him|her|them|me|[A-Z]\w+) )?(?:for|to (?:\w+ly )?(?:go|attend|start|move|join|be|transfer|see|visit|work|live|have a place)))\b"
    r"(?:(?!\b(?:when|once|before|ready for|until|as|because)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_GONE_BY = rarely(
    r"\b(?<!will have )(?<!to have )(?:attended|went|had been|started|began|learn(?:ed|t)|moved|joined|left|transferred|came (?:to|from|back)|used to|under the care|since (?:he|she|they|I)|"
    r"previous\w*|former\w*)\b[^.;]{0,60}$"
)

_IS_ELSEWHERE = rarely(
    r"\b(?:lives?|living|lived|works?|working|family|home|born|came|moved|began|started|attended|went|left|transferred) "
    r"(?:[a-z]+ ){0,3}?(?:in |at |near |from |to )?(?:the )?$"
)
_LIVES = rarely(
    r"\b(?:(?:mum|mother|dad|father|parents?) works?|working|lives?|living|lived|born|family|home|house|flat|bus(?:es)?|trains?) "
    r"(?:[\w’']+ ){0,2}(?:in|near|at|from|to|as far as) $",
    re.IGNORECASE,
)


def _is_of_time_gone(one: _Told) -> bool:
    """Is the name that of where others go, where the child was, or where a family would like them to go?"""
    if any(said.search(one.before) for said in (_GONE_BY, _WISHED, _LIVES)) or _SAID.match(one.after):
        return True
    return _OF_OTHERS.search(one.before) is not None and _JOINS_THEM.search(one.after) is None


# --- the present setting ---
_IS_THERE = rarely(
    r"\b(?:attends|attending|on roll at|(?:is|am) (?:now |currently )?(?:a pupil |a student |in [\w ]{1,20} )?at|"
    r"has been at|currently at|(?:present|current) (?:school|setting|college|nursery),?(?: is)?|now at) "
    rf"(?:the )?(?P<there>{_WORD}(?: {_WORD}){{0,4}})"
)


_NOT_YET = rarely(r"\b(?:when|once|while|after|if) (?:he|she|they|I|[A-Z]\w+) $", re.IGNORECASE)


def _is_told_of(plan: Plan) -> bool:
    return bool(plan.facts.setting) or any(_IS_THERE.search(one.text) for one in lettered(plan, _SPOKEN_OF))


def _present_names(plan: Plan) -> frozenset[str]:
    """Words of names that the cover, section I or section K hold, and of the setting that the child attends."""
    return frozenset(_present_words(plan))


def _present_words(plan: Plan) -> Iterator[str]:
    from ehcp_audit.privacy.words import fold, is_plain

    for text in (one.text for one in (*plan.outside, *lettered(plan, "IK"))):
        yield from (word.lower() for word in NAME.findall(text) if not is_plain(fold(word)))
    there = [
        match
        for piece in lettered(plan, _SPOKEN_OF)
        for match in _IS_THERE.finditer(piece.text)
        if _NOT_YET.search(piece.text[: match.start()]) is None
    ]
    for name in (plan.facts.setting or "", *(one["there"] for one in there)):
        words = [word for word in _words(name) if len(word) > _SHORTEST]
        yield from (word for word in words if word not in words_of("ends of settings") and not _KINDS.match(word))


_SHORTEST = 3  # letters: "St", "the"
