"""Provision that is told among the needs: what others are to do, what is funded, what a report advises.

A need says what the child finds hard, how much help that takes ("depends on an adult for dressing"), what the child
does when help is there or lacking, and what was tried. Provision says what is done: "Staff give one instruction at a
time", "He has a laptop", "Funding at Band D has been agreed". A child's reaction in the same sentence makes it a need
("unless an adult keeps bringing him back").
"""

from __future__ import annotations

import re

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely

_CHILD = r"(?:he|she|they|him|her|them)"
_STAFF = (
    r"(?:[Ss]chool|[Nn]ursery|[Cc]ollege|[Ss]taff|[Aa]dults?|[Aa]ssistants?|TAs?|LSAs?|HLTA|SENCO|[Tt]eachers?|"
    r"[Tt]utors?|[Mm]entors?|[Tt]herapists?|[Nn]urses?|[Kk]ey ?workers?|[Kk]ey (?:adult|person)|[Pp]ractitioners?|"
    r"[Ss]upervisors?|members? of (?:\w+ )?staff|[Cc]oach|[Ww]orkers?)"
)
_DOES = (
    r"(?:uses?|repeats?|writes?|seats?|puts?|hoists?|funds?|runs?|delivers?|provides?|enlarges?|adapts?|scribes?|"
    r"models?|pre-teach(?:es)?|meets? and greets?|keeps? (?:a|his|her|their|the)|sets? (?:out|up|aside)|carr(?:y|"
    r"ies) out|will(?! (?:not|often|find|notice|see|hear|tell|say|report|need|know|be\b|have (?:to|seen|noticed)|"
    r"sometimes|usually))|goes (?:over|through)|explains?|re-?reads?|reads? (?:the|it|every|each|out|aloud)|ha(?:s|"
    r"ve) (?:put|set up|arranged|introduced|made|given|agreed)|breaks? (?:down|tasks|work)|offers?)"
    r"\b(?! (?:up|that|(?:a |an |the )?(?:diary|record|log|count|tally|guess\w*))\b)"
)
_SERVICE = (
    r"(?:specialist (?:teaching|setting|school|provision|support|input|teacher)|"
    r"(?:small|smaller) (?:class|group|setting)|"
    r"staffing|ratio|(?:[\w-]+ ){0,2}(?:therapy|physiotherapy|programme|tuition|exercises|plan|timetable)|extra time|"
    r"teaching (?:in|from|by)|named adult|toileting by|"
    r"(?:support|help) (?:from|of) (?:an?|one|trained|two) (?:[\w-]+ ){0,2}(?:adult|assistant|worker|teacher)s? "
    r"(?:at all times|in all|in every|throughout|for \w+ hours))"
)
_THINGS = (
    r"(?:laptop|tablet|iPad|reader|scribe|separate room|ear defenders|fidget\w*|cushion|slope|visual timetable|"
    r"communication book|task board|tick list|(?:now and next|first and then) board|key to the|lift key|"
    r"(?:time-?out|exit|help) card|pass to|software|quiet (?:room|corner|space)|key ?worker|named adult|job coach|"
    r"movement breaks|extra time)"
)
_REACTION = re.compile(
    r"^no\b|\b(?:is|are|was|were) not\b|\bno longer\b|"
    r"\b(?:which|slow(?:ly)?|hard|errors?|mistakes|tires?|tired|fear|dislikes?|to feel|to understand)\b|"
    r"[;:] " + _CHILD + r"\b|\b(?:still|even|otherwise|unless|without|although|though|but|yet|except|whatever|because|"
    r"cannot|can ?not|can't|struggles?|finds?|forgets?|refus\w+|cries|screams?|(?:do|does|did|will|have|has|had) not|"
    r"don['’]t|never|rarely|seldom|half of|depends?|relies|limited)\b|\b(?:or|and|before|until|then|"
    r"so) (?-i:(?!\w+days? )[A-Z][a-z]+) (?!(?:is|are) |to\b|has\b|and\b)[a-z]+\b|"
    r"\b(?:or|and|before|until|then|so|that) (?:then )?"
    + _CHILD
    + r"\b(?! (?:is|are) (?:given|told|shown|taught|to)\b)",
    re.IGNORECASE,
)
"""What a child does or cannot do, beside which the help in the sentence is how the need shows."""
_FROM_WHOM = rarely(r"\b(?:by|from|with) (?:(?:an?|his|her|their|the) )?(?:\w+ )?$")
_STAFF_DO = rarely(
    r"\b"
    + _STAFF
    + r"(?: (?:in|at|on|from|of|with) (?:the |his |her |their )?\w+)? (?:now |also |always |currently )?"
    + _DOES
)
_SERVICE_NEEDED = rarely(
    r"\b(?:needs?|requires?|will need|is needed|are needed)\b (?:to be given |to have )?"
    r"(?:(?:an?|the|daily|weekly|some|more|regular|high|very|positive|[\w-]+) ){0,3}?" + _SERVICE,
    re.IGNORECASE,
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty)"
_STAFF_NEEDED = rarely(  # how long or how often somebody is to be there, beyond how much help it takes
    r"\b(?:needs?|requires?)\b(?! (?:no|to)\b)[^.;:]{0,80}?\b(?:"
    + _STAFF
    + r"|1:1|one-to-one)\b[^.;:]{0,80}?\b(?:for (?:the (?:first|last) )?(?:about )?"
    + _COUNT
    + r" (?:minutes?|hours?)|"
    + _COUNT
    + r" (?:minutes|hours|times) (?:a|each|every|per) \w+|"
    r"(?:each|every) (?:day|morning|week|term|fortnight)|daily|weekly)\b"
)
_FUNDED = rarely(
    r"\b(?:[Ff]unding (?:at|of|for|has|is)|[Bb]and [A-Z0-9] (?:[Ff]und|[Tt]op-up|[Ss]upport)|inclusion (?:grant|"
    r"fund\w*)|top-up)|\b(?:\d+|[a-z-]+) hours(?: (?:a|each|every|per) week)? "
    r"of (?:[\w-]+ ){0,3}(?:support|teaching assistant|TA|time|"
    r"help|adult)|\b(?:receives?|gets?) (?:\w+ ){0,2}(?:hours?|sessions?|support|therapy|help)\b(?! of (?:sleep|rest|"
    r"play|pain))|\bsees the (?:[\w-]+ ){1,4}(?:once|twice|each|every|weekly|monthly|termly)\b"
)
_ADVISED = rarely(
    r"\b(?:advis(?:es|ed)|recommend(?:s|ed)|suggest(?:s|ed)(?! that (?:[\w'’-]+ ){1,5}(?:is|are|has|have|was|were)\b)|"
    r"recommendation)\b(?! (?:by his|by her|by their|a diagnosis))|"
    r"\b(?:it )?would help\b|\bis essential\b(?! to\b)|"
    r"\b(?:should|must) be (?!noted|known|remembered)"
    r"(?:\w{2,}(?:ed|en|wn)|taught|told|kept|sat|put|let|met|built|made)\b|"
    r"^(?:Provide|Ensure|Allow|Encourage|Give(?! or\b)|Keep(?! in mind)|Avoid|Offer|Teach|Seat|Repeat|"
    r"Praise(?! (?:is|makes|has|does|means|from)\b)|"
    r"Use(?! of [a-z]+ (?:is|are|has|was)\b)|Break (?:down|up|tasks?|work|instructions?|learning|things))\b|"
    r"^(?!\w+ing |(?:Una|A)ble |Slow |Quick |Keen |Likely )"
    r"[A-Z][\w'’-]+ to (?:have|be (?:\w+ed|\w+en|taught)|use|sit|work|get|attend|receive)\b|"
    r"\b(?:[Aa]dults|[Ss]taff|[Tt]eachers) are to (?!(?:him|her|them)\b)|"
    r"\bavoid (?:confront|eye|too)|\b(?:Use of|use of) [A-Z][\w-]+ signs?\b"
)
_MUST_HAVE = rarely(  # "must be given a laptop", and no "must be given time"
    r"\b(?:must|should|ought to) be (?:given|provided with|supplied with|lent|issued with) "
    r"(?:an?|his|her|their|the use of) "
    r"(?!(?:[\w-]+ )?(?:chance|choice|reason|moment|warning|minute|task|job|prompt|turn|clear|single|reminder)\b)"
)
_MUST_OF_CHILD = rarely(r"\b" + _CHILD + r" (?:must|needs? to|has to|have to)\b", re.IGNORECASE)
_IN_A_CONDITION = rarely(
    r"\b(?:if|when|once|until|after|whenever|unless|what|that|than|how|sections?)\b", re.IGNORECASE
)


def is_ordered(words: Passage) -> bool:
    """Does it say what others are to do: "Staff should give one instruction at a time"?"""
    return holds(words, phrases("ordered")) is not None and holds(words, phrases("no order")) is None


def is_arranged(text: str) -> bool:
    """Is help advised, owed or funded, with nothing of how the child fares: "It would help ...", "Band C funding"?"""
    if _MUST_HAVE.search(text):
        return True  # whatever it says of the child besides
    if _REACTION.search(text) or _is_from_family(text):
        return False
    if _ADVISED.search(text) and not _MUST_OF_CHILD.search(text):
        return True
    if _FUNDED.search(text) or _SERVICE_NEEDED.search(text) or _STAFF_NEEDED.search(text):
        return True
    told = _IS_TO.search(text)
    return told is not None and not _IN_A_CONDITION.search(text, 0, told.start())


def is_list_of_things(text: str) -> bool:
    """Is it a list of what is used to help, with no verb: "Visual timetable; ear defenders; quiet corner"?"""
    parts = _LISTED.split(text.strip(" ."))
    return len(parts) > 2 and sum(_A_THING.search(one) is not None for one in parts) > 1 and not _VERB.search(text)


_LISTED = re.compile(r"[;,]\s")
_A_THING = rarely(r"\b" + _THINGS, re.IGNORECASE)
_VERB = rarely(
    r"\b(?:is|are|was|has|have|had|can|cannot|does|do|will|needs?|uses?|likes?|wears?|finds?|dislikes?|without|no|not)\b",
    re.IGNORECASE,
)


def _is_from_family(text: str) -> bool:
    """Is the help what the child has at home: "He is supported by his grandmother"?"""
    return any(_FROM_WHOM.search(text, 0, hit.start()) for hit in phrases("parent").finditer(text))


def is_given_now(text: str) -> bool:
    """Does a need tell what staff do now: "A teaching assistant works with him", "She has a nurse for an hour"?"""
    often = any(map(text.__contains__, _HOW_OFTEN))  # few needs say how often: what asks for it is seldom compiled
    if often and (shared := _DOES_WITH_STAFF.search(text)) and not _HARDLY.search(shared.group()):
        return True
    answer = _SO_THAT_HELP.search(text)
    if answer and _STAFF_DO.search(text, answer.end()) and _DOSED.search(text, answer.end()):
        return True  # "... loses the thread, so in English the TA goes over the chapter with her for ten minutes"
    does, has = _DOES_SO_OFTEN.search(text), _HAS.search(text)
    if not does and not has:
        return False  # as most lines: whom they name need not be looked at
    from ehcp_audit.language.provision import provision_wording

    if does and (_BY_HELPER.fullmatch(text, 0, does.start()) or _BY_NAME.match(text)):
        return True
    said = provision_wording(text)
    return any(
        (
            does
            and role.end == does.start()
            and (role.start <= _AT_THE_START or _AT_A_TIME.fullmatch(text, 0, role.start))
        )
        or (has and has.end() == role.start and _FOR_SO_LONG.match(text, role.end))
        for role in (*said.actors, *said.loose_actors)
        if not holds(Passage(role.text, 0), phrases("parent"))
    )


_IS_TO = rarely(  # no "is to sit his exams" or "is to have an operation"
    r"(?<!where )(?<!which )(?<!whether )\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]+) (?:is|are) (?:now |also |always )?to "
    r"(?:(?:sit|work|stand|eat|read|write|play|change|travel|stay) (?:\w+ )?(?:at|in|on|near|beside|next to|with|"
    r"apart|away|facing|by|opposite|alone)\b|(?:use|wear) (?:an?|the|his|her|their|ear|noise)\b|"
    r"leave [^.;]{0,30}\b(?:early|minutes)\b|spend [^.;]{0,40}\b(?:with|in)\b|"
    r"(?:have|get|take) (?:[\w-]+ ){0,3}?(?:breaks?|sessions?|lessons?|minutes|hours?|adult|assistant|seat|laptop))"
)
_HOW_OFTEN = ("each", "every", "daily", "weekly", "fortnightly", "once", "twice", "minutes", "day", "times a")
_DOES_WITH_STAFF = rarely(  # "Has Numicon with the TA each morning", "and she goes over them with him twice a week"
    r"(?:^|[,;:] (?:and |so )?|\band )(?:(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][\w'’-]+) )?"
    r"(?:now |already |currently |also )?"
    r"(?:[Hh]as|[Hh]ave|[Dd]oes|[Gg]oes (?:over|through)|[Gg]o (?:over|through)|[Ww]orks|[Rr]eads|[Pp]ractises?|"
    r"[Ss]ees|[Mm]eets|[Gg]ets|[Ss]pends|[Jj]oins|[Rr]ehearses) "
    r"[^.;]{0,60}?\b(?:with|from|by) (?:(?:an?|the|his|her|their|my|one) (?:[\w-]+ ){0,3}?"
    + _STAFF
    + r"|M(?:rs|r|s|iss) [A-Z]\w+)\b[^.;]{0,40}?"
    r"\b(?:each|every|daily|weekly|fortnightly|once|twice|for (?:[\w-]+ ){1,2}minutes|on [A-Z][a-z]+days?|times a)\b"
)
_SO_THAT_HELP = rarely(r"[,;] (?:and )?(?:so|therefore) (?!that\b)")
_DOSED = rarely(r"\b(?:minutes?|hours?|each|every|daily|weekly|twice|once)\b", re.IGNORECASE)
_HARDLY = rarely(
    r"\b(?:not|no|never|rarely|only|argu\w+|f[io]ghts?|cries|refus\w+|finds|struggl\w+|unless|if|when|until|can|"
    r"difficulty|trouble|outbursts?|fallen|conflict|quarrel\w*|row|rows|clash\w*|meltdowns?|upsets?)\b",
    re.IGNORECASE,
)
_AT_A_TIME = rarely(
    r"(?:At|In|Before|After|During|On|For|Each|Every) (?!.*\b(?:when|if|unless|because|that|who)\b)[^.;]{5,60} "
    r"(?:an?|his|her|the|their) "
)
_AT_THE_START = 30  # characters: "At present a", "In each literacy lesson an"
_BY_HELPER = rarely(r"(?:[A-Z][^,.;]{2,30} )?(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Tt]he) (?:[\w-]+ )?(?:assistant|helper)")
_BY_NAME = rarely(  # "Mrs Lund has him for 20 minutes of flash cards"
    r"M(?:rs|r|s|iss) [A-Z][\w'’-]+ (?:has|hears|takes|sees|keeps) (?:him|her|them|[A-Z][\w'’-]*) "
    r"(?:read |back |out )?for (?:[\w-]+ ){1,2}minutes\b(?! at a time)"
)
_DOES_SO_OFTEN = rarely(  # not "gives a score of 4 on each test", "takes the view that"
    r"\s(?:\w+ly |also |now |already )?(?:(?:works?|sits?) "
    r"(?:with|beside|next to|at (?:his|her|their) (?:table|desk))|visits?|runs?|leads?|delivers?|provides?|"
    r"(?:helps?|supports?|teach(?:es)?|meets?|gives?|takes?|walks?|prompts?|accompan(?:y|ies)|sees?|"
    r"hears?|has|keeps?) (?:him|her|them|me|[A-Z][\w'’-]*)(?! (?:at the|down|in the|on the|as)\b))\b[^.;:]*?"
    r"\b(?:each|every|daily|weekly|once|twice|on [A-Z][a-z]+days?|minutes?|hours?|times a|lessons a)\b"
)
_HAS = re.compile(r"\b(?:has|have|receives?|gets?) (?:an?|one|two|the|his|her|their|my) ")
_FOR_SO_LONG = rarely(r"[^.;]{0,60}?\b[\w-]+ (?:hours?|minutes?|lessons?|sessions?)\b")
