"""Sentences that say only when all of a section runs, and who looks at it: in no fixed form, so they are read by words.

"School weeks are 38 in a year. The special needs co-ordinator checks each line with Mara every term" holds no word of
anything given. Every word has to be one of these lists, or a name; and something has to say that all is meant.
"""

from __future__ import annotations

import re

from ehcp_audit.language.wordlists import number_words
from ehcp_audit.months import NAMED
from ehcp_audit.rare import rarely

_FORM = (
    "the a an and or of for to from in on at as is are be been being was will shall must may has have each every all "
    "any both whole it this that these they them there here which until till up before after during over between "
    "within throughout unless otherwise except where if while not than only also then again once twice more said says "
    "shown given stated set out below above another different other by with my his her their its our your me him us "
    "into so but no one's named "
    "what under written times f that"
)
_TIMES = (
    "year years yearly week weeks term terms termly half half-term half-terms half-termly term-time time day days date "
    "dates month months school college nursery teaching course internship placement academic working period periods "
    "start starts starting begin begins end ends ending run runs lasts last first second third next beginning close "
    "point points spring summer autumn winter easter christmas key stage stages phase force final full draft plan "
    "plan's annual annually reception column now currently attends"
)
_LOOKS = (
    "review reviews reviewed reviewing check checks checked look looks looked go goes gone through considered "
    "considers monitored monitors measured measures discussed discusses evaluated evaluates meeting meetings amounts "
    "progress targets steps sets short-term shorter smaller small interim "
    "recorded held updated agreed writing judged judges"
)
_GIVEN = (
    "provision everything everyone item items line lines row rows entry entries paragraph paragraphs part parts "
    "section applies apply provided delivered made arranged support help places place home"
)
_ROLES = (
    "special educational education needs co-ordinator coordinator co-ordinators senco sendco inclusion lead leader "
    "manager learning additional class teacher teachers head headteacher deputy assistant tutor tutors worker staff "
    "parents parent carer carers family mother father mum dad council council's local authority service tuition "
    "caseworker team therapist therapists psychologist specialist adviser mr mrs ms miss dr who setting pupil child "
    "young person"
)
_ATTENDED = (
    "i am on attend attends hours supported full-time part-time part otherwise programme timetable figures figure fit "
    "transfer set those mondays tuesdays wednesdays thursdays fridays monday tuesday wednesday thursday friday "
    "mornings afternoons force in place whole one get gets"
)
_SET = {name: frozenset(words.split()) for name, words in (("looks", _LOOKS), ("roles", _ROLES))}
_ALL = frozenset((*f"{_FORM} {_TIMES} {_LOOKS} {_GIVEN} {_ROLES}".split(), *number_words(1, 19)))
_HOW_LONG = frozenset((*f"{_FORM} {_TIMES} {_GIVEN} {_LOOKS} {_ATTENDED}".split(), *number_words(1, 19)))
_HOURS = rarely(r"\b(?:hours?|mornings|afternoons)\b", re.IGNORECASE)
_IN_SETTING = rarely(
    r"\b(?:nursery|school|college|course|programme|internship|placement|timetable|figures|attends?)\b", re.IGNORECASE
)
_CHILD_IS = rarely(r"(?<![^\W\d_])[A-Z][a-z’'-]{1,20}(?= (?:is|attends|goes) )")
_WORD = rarely(r"[^\W\d_](?:[\w’'-]*[^\W_])?|\d+(?:[./-]\d+)*")
_MONTH = rarely(NAMED, re.IGNORECASE)
_TIME = rarely(
    rf"\b(?:weeks|terms?|half[- ]terms?|(?:half[- ])?termly|annual(?:ly)?|yearly|years?|months?|date|{NAMED})\b",
    re.IGNORECASE,
)
_OF_ALL = rarely(
    r"\b(?:each|every|all|any|both|whole)(?: of)?(?: the| these| those| my| this)? "
    r"(?:lines?|rows?|items?|provision|entry|entries|paragraphs?|parts?|amounts|support|help|section|F|it|this|them)\b|"
    r"\b(?:the|my|his|her|their|this|special educational) provision\b|^provision\b|\beverything\b|\bfor all\b|"
    r"\bthe whole(?= (?:is|runs|lasts)\b)|^all(?= (?:from|for|in|until|runs?|lasts?|starts?)\b)|"
    r"\bwhat is (?:written|set out|given) (?:under|in) (?:section )?F\b|"
    r"\bsets (?:the|my|his|her|their|all) (?:short-term|shorter|smaller|small|interim) (?:targets|steps)\b",
    re.IGNORECASE,
)
_OF_WEEKS = rarely(
    r"(?:unless (?:said|stated|shown) otherwise\b.{0,20}|period for all\b.{0,60}|weeks are\b.{0,60}|"
    r"(?:for|in|over|during|provided|delivered|there are|from|term[- ]time)\b.{0,90}|"
    r"(?:(?:the )?(?:school|teaching|college|nursery|course|academic) years?|"
    r"the (?:internship|course|placement))\b.{0,60})\bweeks\b|"
    r"(?:school|college|teaching) weeks\b|\d\d (?:school |college |teaching )?weeks\b|"
    r"(?:in|during) (?:school |college |teaching )?(?:terms?|weeks)\b",
    re.IGNORECASE,
)
_LINES = r"(?:rows?|lines?|columns?|entries|entry|items?|paragraphs?|parts?)"
_CODES = r"F?\d[\d.]{0,5}[a-z]?(?:(?:,| and| to|,? or| ?[-–]) ?F?\d[\d.]{0,5}[a-z]?){0,6}"
_STANDING = rarely(  # "All three columns are part of the provision"; "Every row prepares Ana for adulthood"
    rf"(?:(?:each|every|all)(?: of)?(?: the| these| two| three| four| five)? {_LINES} "
    rf"(?:(?:is|are|forms?|counts?)(?: as)? (?:an? )?(?:part|special educational)\b|prepares? )|"
    # "F5.1 to F5.4 are provision for adulthood"; "From Year 9 it is to be read with F6, which is made for adulthood"
    rf"(?:(?:the )?{_LINES} |(?=F)){_CODES} (?:is|are)(?: (?:all|also|both))? "
    r"(?:(?:made|meant|written|intended|there|provision|given|support)? ?(?:for|towards)|to be read with|part of) |"
    r"(?:from year \d+ )?(?:it|this|this section|this provision) is "
    r"(?:to be read with|(?:written|worded|drawn up) for (?:whichever|whatever|any)) )[^.;:]{3,100}",
    re.IGNORECASE,
)
_BEGINS = rarely(  # "All of this provision begins when the plan is final"; "I get all of this in each school week"
    r"(?:(?:all (?:of )?)?(?:this|the|my|his|her|their) (?:provision|support|help)|all of (?:this|it)|this) "
    r"(?:begins?|starts?|runs?|lasts?|is in place|applies)\b[^.;:]{0,100}|"
    r"(?:i|he|she|they|(?-i:[A-Z])[\w'’-]{1,20}) (?:gets?|has|have|receives?) all (?:of )?(?:this|it|these) "
    r"(?:in|for|each|every|from|until|during)\b[^.;:]{0,100}",
    re.IGNORECASE,
)
_PREPARES = rarely(
    r"(?:it|this|all of (?:it|this)) (?:also )?prepares [\w'’]{2,20} for adult(?:hood| life)\b.{0,60}", re.I
)


def says_only_when(sentence: str, *, of_provision: bool = False, of_this: bool = False) -> bool:
    """Does a sentence say of all lines when they run or are looked at, and hold no word of anything that is given?

    `of_provision`: does it name all of it, and not the weeks alone? `of_this`: what stands before it is said of all.
    """
    text = " ".join(sentence.split()).strip(" .")
    if (not of_provision and _STANDING.fullmatch(text)) or _BEGINS.fullmatch(text):
        return True
    if of_this and _PREPARES.fullmatch(text):
        return True
    if not _TIME.search(text) or not _is_of_all(text, of_provision=of_provision, of_this=of_this):
        return False
    words = [match.group() for match in _WORD.finditer(text)]
    plain = [word.replace("’", "'").lower() for word in words]
    looked = not _SET["looks"].isdisjoint(plain)
    if not looked and not _SET["roles"].isdisjoint(plain):
        return False  # "For 38 weeks, support by the class teacher"
    return all(
        low in _ALL
        or low[0].isdigit()
        or _MONTH.fullmatch(low)
        or (looked and word[0].isupper() and (at > 0 or not _SET["looks"].isdisjoint(plain[1:2])))
        for at, (word, low) in enumerate(zip(words, plain, strict=True))
    )


def says_how_long(sentence: str) -> bool:
    """Does a sentence hold only words of time, and of the setting in which a child spends it: "5 May 2026 to July 2028,
    38 weeks a year", "Ana is in college for 24 hours a week over four days"?

    Hours alone, of no setting, are an amount of something that a title may name.
    """
    text = " ".join(sentence.split()).strip(" .")
    if _HOURS.search(text) and not _IN_SETTING.search(text):
        return False
    words = [match.group().replace("’", "'").lower() for match in _WORD.finditer(_CHILD_IS.sub("it", text, count=1))]
    return bool(words) and all(one in _HOW_LONG or one[0].isdigit() or _MONTH.fullmatch(one) for one in words)


def holds_span(sentence: str) -> bool:
    """Does a sentence name weeks, terms, years or a date?"""
    return _TIME.search(sentence) is not None


def _is_of_all(text: str, *, of_provision: bool, of_this: bool) -> bool:
    if _OF_ALL.search(text) or (not of_provision and _OF_WEEKS.match(text)):
        return True
    return of_this and not _SET["looks"].isdisjoint(text.lower().split())
