"""Where a draft already sends the child: settings that other sections than I name as the next, in words of moving.

"Introduction to staff at Heronsgate before she starts there" says where she will go, as section I of a draft may not.
A name alone says nothing: clubs, hospitals, towns and people have them too, and so has the setting that the child
attends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ehcp_audit.checks.names import NAME, own_names
from ehcp_audit.checks.passages import lettered, sentences_holding
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import once
from ehcp_audit.model import Passage, Plan
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely


def destinations(plan: Plan) -> list[Passage]:
    """The sentences of a draft's sections that treat a named setting as where the child will go."""
    pieces = lettered(plan, _SPOKEN_OF)
    return [one for one in sentences_holding(pieces, _MOVES) if _goes_somewhere(plan, one.text)]


_SPOKEN_OF = ("A", "B", "E", "F", "H1", "H2")  # C, D and G speak of clinics and of homes

_SURE = (  # words of a move that has been settled
    r"hand-?over(?!-hand)|hand(?:s|ing)? over (?!hand\b)|induction|orientation|taster|transition(?:s|ed|ing|al)?|"
    r"settling[- ]in|phased (?:start|entry)|"
    r"(?:chang(?:e|es|ing)|mov(?:e|es|ing)) (?:of )?(?:schools?|settings?|colleges?)|mov(?:e|es|ing) (?:on|up)\b|"
    r"(?:new|next|future|secondary|receiving|junior|infant) (?:school|college|nursery|setting|class(?:room)?|teachers?|"
    r"tutors?|base|unit|placement|building|staff|head\w*|form|SENCO)|"
    r"(?:before|when|once|until|after|as soon as) (?:he|she|they|(?-i:[A-Z]\w+)) (?:\w+ )?"
    r"(?:starts?|joins?|moves?|arrives?|transfers?|begins?|goes|go)\b|"
    r"uniforms?|blazer|first (?:day|week|fortnight|morning)|day one|starts?|starting|joins?|joining|transfers?|"
    r"transferring|"
    r"(?:moves?|moving) (?:to|into)|get(?:s|ting)? to know|(?:ready|in time) for|settles? in(?:to)?|will be sent|"
    r"(?:is|are|am|['’]s|['’]m) going to|where (?:he|she|they) (?:will )?goe?s?"
)
_MAY_BE = (  # words of visits, days and places, which need another of time or of people
    r"introduc\w+|visits?|tours?|(?:half[- ]|whole |full )?days?|mornings?|afternoons?|trips?|lunch(?:es)?|sessions?|"
    r"transport|travels?|taxi|open evenings?|will (?:visit|train|watch|meet|attend)|place|"
    r"know|knows|learn|find|finds|teachers?|staff|assistants?|lockers?|desk|rooms?|classrooms?|map|"
    r"photographs?|pictures|book|film"
)
_MOVES = rarely(rf"\b(?:{_SURE}|{_MAY_BE})\b", re.IGNORECASE)
_TIME_OF_MOVE = rarely(
    r"\b(?:(?:from|in|for|by|before|until) (?:next )?(?:September|the (?:autumn|summer holidays?|new year))|"
    r"(?:in|during|from) (?:the summer(?: term)?|(?:May|June|July)\b)|next (?:school )?year|end of (?:the )?term|"
    r"so that (?:he|she|they) knows?|knows? (?:the|his|her|their) |way (?:around|round|about)|ready for|"
    r"(?:his|her|their) (?:new |first )|to meet|day one)",
    re.IGNORECASE,
)
_PEOPLE = rarely(
    r"\b(?:teachers?|staff|assistants?|tutors?|class(?:room)?|base|unit|hall|lockers?|desk|rooms?|visits?|tours?|"
    r"half[- ]days?|mornings?|afternoons?|taxi|transport|pupils|lunch|lessons?|place|introduc\w+)\b",
    re.IGNORECASE,
)

# --- names ---
_WORD = (
    rf"(?!(?:{NAMED}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter|Christmas)\b)"
    r"(?:St\.? )?[A-Z][\w'’-]*[a-z][\w'’-]*"
)
_KINDS = (
    r"(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Sixth Form|Juniors?|Infants?|Primary|Secondary|High|Grammar|"
    r"Unit|"
    r"Base|Playgroup|Kindergarten)"
)
_BEFORE_NAME = (
    r"(?:\b(?:at|to|from|round|around|joins?|joining|starts?|visit(?:s|ed|ing)?|attend)|"
    r"\b(?:staff|teachers?|class(?:room)?|team|head(?:teacher)?|SENCO|tour|pupils|uniform|hall|photograph\w*|"
    r"pictures|map|"
    r"book|film|room|base|unit|place) (?:of|in|with)|"
    r"\b(?:school|college|nursery|setting|base|unit|placement),?(?: (?:called|named|will be|is))?)"
)
_NAME = rf"(?P<name>(?:{_WORD})(?: (?:(?:of|the|on|in|and) )?{_WORD}){{0,4}})"
_NAMES = rarely(
    rf"(?:{_BEFORE_NAME} (?:the |both )?{_NAME}|"
    rf"\b[Tt]he {_NAME.replace('?P<name>', '?P<house>')} (?:unit|base|uniform|blazer|jumper|tie|staff|team|site|"
    rf"campus|classroom|"
    r"building)\b)"
    r"(?P<after>(?:['’]s?)? ?[\w-]*)"
)
_NO_NAME_AFTER = rarely(
    r"(?:['’]s?)? ?(?:programme|signs?|approach|cards?|symbols?|software|app|scale|assessment|curriculum|method|"
    r"groups?|"
    r"books?|levels?|tests?|awards?|course|therapy|therapist|club|system|scheme|hospital|clinic|town|market|road|bus|"
    r"railway|station|service|council|library|pool|language|screening|training|interventions?|sessions?)\b"
)
_OTHER_LIFE = rarely(  # what children go to beside school
    r"\b(?:respite|short breaks?|overnight|play-?scheme|play scheme|holiday|clubs?|swim\w*|hospital|clinic|ward|"
    r"appointments?|"
    r"surgery|library|museum|church|mosque|market|shops?|farm|riding|choir|band|theatre|youth|scouts?|hospice|"
    r"operation|scan|hearing aids?|league|football|gym\w*)\b",
    re.IGNORECASE,
)
_OF_OTHERS = rarely(
    r"\b(?:brothers?|sisters?|siblings?|cousins?|friends?|twin|neighbours?|uncle|aunt\w*)"
    r"(?:,? (?:(?-i:[A-Z])\w+,?|who|and)){0,3} (?:\w+ )?$",
    re.IGNORECASE,
)
_WISHED = rarely(  # which a family may say, and a draft may hold
    r"\b(?:would (?:like|love|prefer)|hop(?:e|es|ing)|wish(?:es)?|wants?|prefers?|preference|request\w*|asks?|asked|"
    r"consider\w*|thinking (?:of|about)|whether|if|['’]d (?:like|love|prefer))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_GONE_BY = rarely(
    r"\b(?:attended|went|was|were|had been|started|moved|joined|left|transferred|came|since (?:he|she|they|I)|used to|"
    r"previous\w*|former\w*)\b[^.;]{0,60}$"
)
_TITLE = rarely(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Nurse|Sister|Aunt(?:ie|y)?|Uncle|Nan|Nana|Gran\w*|Mum|Dad)\b\.?"
)


def _goes_somewhere(plan: Plan, text: str) -> bool:
    """Does a sentence with words of moving name a setting as where the child will go?"""
    for match in _NAMES.finditer(text):
        group = "name" if match["name"] else "house"
        before = text[: match.start(group)]
        if _is_of_time_gone(before, text) or not _may_be_a_setting(plan, match[group], match["after"]):
            continue
        rest = before + "–" + text[match.end(group) :]  # without the name, which may hold a word of moving
        kind = (
            _KIND.search(match[group]) is not None or _KIND_AFTER.search(before[-4:] + "–" + match["after"]) is not None
        )
        if _JOINS.search(before) and not kind and _TIME_OF_MOVE.search(text) is None:
            continue  # "joins Sports Buddies"
        if _is_settled(rest, match[group], kind=kind):
            return True
    return False


_KIND = rarely(rf"\b{_KINDS}$")
_KIND_AFTER = rarely(r"\bthe – (?:unit|base|campus|site|classroom|building|staff|uniform)$", re.IGNORECASE)
_JOINS = rarely(r"\b(?:joins?|joining|starts?|starting|attend) (?:the )?$", re.IGNORECASE)
_CERTAIN = rarely(rf"\b(?:{_SURE})\b", re.IGNORECASE)
_POSSIBLE = rarely(rf"\b(?:{_MAY_BE})\b", re.IGNORECASE)
_TO_GO = rarely(
    r"\b(?:(?:starts?|starting|begins?|places? (?:at|in)|settles? (?:in|into)|joins?|joining|"
    r"transfers? to|transferring to|phased start|day one)\b)|"
    r"\b(?:new|next|future|secondary|receiving) (?:school|college|nursery|setting|base|unit|placement),? (?:called |"
    r"named )?–",
    re.IGNORECASE,
)


def _is_settled(rest: str, name: str, *, kind: bool) -> bool:
    """Do the words around a name that may be a setting's speak of going there?"""
    if _OTHER_LIFE.search(rest) and not kind:
        return False
    sure = _CERTAIN.search(rest) is not None
    if sure and (kind or " " in name or _PEOPLE.search(rest) or _TO_GO.search(rest) or _SETTLED.search(rest)):
        return True
    if (kind and _TAKEN_THERE.search(rest) and _WEEKLY.search(rest) is None) or _TRAVELS_THERE.search(rest):
        return True
    if not sure and _POSSIBLE.search(rest) is None:
        return False
    return all(one.search(rest) for one in (_TIME_OF_MOVE, _PEOPLE)) and _TOLD_OF_THEN.search(rest) is None


_TOLD_OF_THEN = rarely(r"\b(?:said|told|wrote|reported|noted|found|saw|was|were|had|did)\b")
_TAKEN_THERE = rarely(  # with the name of a school or the base of one, though nothing says when
    r"\b(?:introduc\w+|tours?|visits?|(?:half[- ]|whole |full )?days?|mornings?|afternoons?|lunch(?:es)?|rooms?|staff|"
    r"classroom|photographs?|pictures|book|map|film) (?:[\w,'’-]+ ){0,6}?(?:to|at|round|around|of)(?: the)? –",
    re.IGNORECASE,
)
_WEEKLY = rarely(r"\b(?:each week|every week|a week|weekly|link|outreach|inclusion|dual)\b", re.IGNORECASE)
_TRAVELS_THERE = rarely(
    r"\b(?:travels?|transport|taxi|minibus)\b[^.;]{0,30}\b(?:to|from|for) –(?=[^.;]*\b(?:passenger assistant|taxi|"
    r"minibus|September|when (?:he|she|they) starts?)\b)",
    re.IGNORECASE,
)
_SETTLED = rarely(
    r"\b(?:transition|induction|taster|hand-?over|uniform|blazer|orientation|settling|next year|in September|"
    r"the move to)\b",
    re.IGNORECASE,
)


def _is_of_time_gone(before: str, text: str) -> bool:
    """Is the name that of where others go, where the child was, or where a family would like them to go?"""
    return any(one.search(before) for one in (_GONE_BY, _WISHED)) or any(
        _OF_OTHERS.search(text[: verb.start()]) for verb in _GOES.finditer(before)
    )


_GOES = rarely(r"\b(?:starts?|goes|attends?|joins?|moves?|is|are|will)\b")


def _may_be_a_setting(plan: Plan, name: str, after: str) -> bool:
    """May the name be that of a setting other than the child's own, and no person's, area's, month's or programme's?"""
    from ehcp_audit.language.lexicon import look_at
    from ehcp_audit.privacy.words import fold, given_names, is_plain, known_capitals

    words = [word for word in re.split(r"[ ]+", name.lower()) if word not in ("of", "the", "on", "in", "and")]
    bare = [word.removesuffix("'s").removesuffix("’s") for word in words]
    if _TITLE.match(name) or _NO_NAME_AFTER.match(after) or bare[-1] in words_of("no settings") or _DAY.match(name):
        return False
    known = once(plan, "names of where the child is", partial(_present_names, plan))
    if not set(bare).isdisjoint(known | own_names(plan)):
        return False
    if all(word in known_capitals() or phrases("other people").fullmatch(word) for word in bare):
        return False
    alone = len(bare) == 1 and not name.startswith("The ")
    if alone and (is_plain(fold(bare[0])) or _OF_A_CLASS.search(bare[0])):
        return False
    if bare[0] in given_names() and bare[-1] not in words_of("ends of settings"):
        return False
    return not look_at(name, "provision").under("types.")


_OF_A_CLASS = rarely(r"(?<!field)(?<!s)s$")  # "Owls", "Kingfishers"; or a shop's
_DAY = rarely(rf"(?:{NAMED}|Easter|Christmas|Year|Key|Reception|Section|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def _present_names(plan: Plan) -> frozenset[str]:
    """Words of names that the cover, section I or section K hold, and of the setting that the child attends."""
    return frozenset(_present_words(plan))


def _present_words(plan: Plan) -> Iterator[str]:
    from ehcp_audit.privacy.words import fold, is_plain

    texts = [plan.facts.setting or "", *(one.text for one in (*plan.outside, *lettered(plan, "IK")))]
    for text in texts:
        for word in NAME.findall(text):
            if not is_plain(fold(word)):
                yield word.lower()
    for sentence in sentences_holding(lettered(plan, _SPOKEN_OF), _IS_THERE):
        for match in _IS_THERE.finditer(sentence.text):
            yield from (word.lower() for word in NAME.findall(match["there"]))


_IS_THERE = rarely(
    r"\b(?:attends|attending|on roll at|(?:is|am) (?:now |currently )?(?:a pupil |a student |in [\w ]{1,20} )?at|"
    r"has been at|currently at|(?:present|current) (?:school|setting|college|nursery),?(?: is)?|now at) "
    rf"(?:the )?(?P<there>{_WORD}(?: {_WORD}){{0,4}})"
)
