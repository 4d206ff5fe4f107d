"""Needs that are told among the outcomes: how the child is now, with nothing of what is to be otherwise by a day.

Asked of whole items: the baseline before or after an outcome is lawful. Many plans tell outcomes in the present ("Joy
stays with a task for eight minutes, in four sessions out of five") under a heading that gives the day, so the present
alone says nothing: what is looked for is a condition, a lack, a habit or a word for "now", without the measure of a
target beside it.
"""

from __future__ import annotations

import re

from ehcp_audit.model import Item
from ehcp_audit.rare import rarely

_TO_COME = rarely(
    r"\b(?:(?:will|shall)(?! (?:not|only|often|sometimes|usually|always)\b)|can now|(?<!not )(?<!only )able to|aims?|"
    r"goals?|targets?|outcomes? (?:is|are)|hopes?|(?:is|are|am) (?:going|expected) to|would (?:like|love)|wants?|"
    r"wish(?:es)?|dreams?|ambitions?|to (?:stand|rise|fall) (?:at|to|by))\b|['’]ll\b|"
    r"^\W*(?:For |That )?(?:[A-Z][\w'’-]+ (?:is )?)?to (?!date\b)[a-z]+\b",
    re.IGNORECASE,
)
_LABEL = rarely(
    r"\W*(?:\(?[A-Z]?\d+(?:\.\d+)?\)?\W+)?(?:baseline|now|currently|at present|present|start(?:ing)?|"
    r"where\b[^.:]{2,30}\b(?:is|are|am)|how\b[^.:]{2,40}|steps?|evidence|success|review(?:ed)?)\b ?"
    r"(?:\([^)]*\))?[:–—-]",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_TARGET = rarely(  # the measure of a target, which makes the present tense one of an outcome
    r"\b(?:no more than|not more than|no fewer|at least|at most|or (?:less|fewer|more|under|below)|under \d+|"
    rf"fewer than|less than|no longer|out of (?:every )?{_NUMBER}|"
    rf"{_NUMBER} (?:[a-z]+ )?(?:of|in) (?:the |every |any )?{_NUMBER}|\d+ ?(?:%|per cent)|"
    rf"(?<!been )for (?:a|{_NUMBER}) (?:whole |full )?(?:half[ -]?)?(?:terms?|weeks?|months?)|"
    r"in (?:a|one|the) (?:whole |full )?(?:half[ -]?)?(?:term|month|fortnight)|running|in a row)(?!\w)",
    re.IGNORECASE,
)
_ALONE = rarely(  # a target, too, unless it is what the child does not do
    r"\b(?:unaided|unprompted|independently|by (?:himself|herself|themselves|myself)|"
    r"without (?:an? |any |being )?(?:adult|help|prompt\w*|remind\w*|support))\b",
    re.IGNORECASE,
)
_NOW = rarely(
    r"\b(?:(?i:currently|presently|at present|at the moment|to date|so far|as yet|not yet|up to now|nowadays|these "
    r"days|as things stand|yet to|"
    r"not (?:yet )?(?:secure|in place)|inconsistent(?:ly)?)|"
    r"will (?:only|often|sometimes|usually|always)|(?:is|are|am) now \w+ing|(?:is|are|am) (?:just |only )?"
    r"(?:starting|beginning) to|(?:has|have) (?:now |recently |just )?(?:begun|started)|(?:has|have) (?:never|always|"
    r"not|yet to|long|recently|ever|only)|(?:has|have) been (?:\w+ly )?(?:\w+ed|out|off|in|on|un\w+|without)|"
    r"(?:was|were) born|(?:is|are|am) (?:\w+ )?awaiting|waiting for (?:an?|the)|"
    r"since (?:birth|infancy|starting|early|he|she|they|[A-Z]\w+|20\d\d|age|the age)|tends? to|"
    r"(?:is|are|am|has|have|does|do|he|she|they|I|[A-Z][a-z]+) (?:still|often|frequently|sometimes|usually|rarely|"
    r"seldom|mostly|generally)|continues? to|remains? (?:\w+ly |very |an? )?(?:concern|worry|difficult\w*|"
    r"challeng\w+|barrier|un\w+|in need|dependent|delayed|behind|below|anxious|reluctant|limited|hard|poor|weak|low|"
    r"at risk|on the))\b"
)
_HAS = (
    r"(?:has|have|experiences?|displays?|exhibits?|shows?)(?: got)?(?: an?| the| some| both| very)? (?:[\w-]+,? ){0,5}?"
)
_CONDITION = rarely(
    r"\b(?:presents? (?:with|as)|suffers? (?:from|with)|lives? with (?:an?|type|severe|chronic|the effects)|"
    r"diagnos(?:ed|is)|(?:is|are|am) registered|meets the criteria|"
    + _HAS
    + r"(?:disorder|syndrome|disabilit(?:y|ies)|impairments?|loss|palsy|epilepsy|diabetes|asthma|eczema|autism|ADHD|"
    r"ADD|"
    r"delays?|seizures|allerg(?:y|ies)|tremors?|phobias?|deficits?|difficult(?:y|ies)|needs|condition|disease|"
    r"scoliosis|spasms|absences|tics|anxiety|depression|trauma|problems?|tone|\w+(?:itis|osis|axia|lexia|calculia|"
    r"praxia|plegia|mutism|opathy|trophy|phasia|arthria))\b|scored \w+)|"
    r"\b(?:was|were|has been|have been) (?:\w+ly )?(?:assessed|found|excluded|suspended|referred|admitted|identified|"
    r"observed|removed|placed|bullied|adopted|abused|neglected)\b"
)
_LACK = rarely(
    r"\b(?:(?:does|do|is|are|am|has|have|can) not|(?:does|do|is|are|has|have|ca)n['’]t|cannot|never|neither|"
    r"(?:has|have|had|shows?|is|are|takes?|makes?|sees?|gives?) (?:no|little|few|hardly|almost no)|lacks?|"
    r"fails? to|(?:is|are|am) (?:un(?!aided|assisted|prompted|supervised|harmed)\w+))\b"
    r"(?! (?:more than|longer|fewer|less|need))"
)
_IS = r"\b(?:is|are|am|gets?|feels?|becomes?|seems?|appears?) (?:(?!not\b)(?:\w+ly|very|also|more|so|too|an?|at) ){0,3}"
_STATE = rarely(
    _IS + r"(?:vulnerable|risk (?:of|from)|high risk|prone to|dependent|reliant|under-?(?:responsive|sensitive|weight)|"
    r"over-?(?:responsive|sensitive|weight|whelmed)|hyper\w+|hypo\w+|delayed|behind|below|non-?verbal|pre-?verbal|"
    r"impulsive|anxious|worried|withdrawn|isolated|excluded|suspended|affected|afraid|frightened|scared|fearful|"
    r"sensitive|resistant|reluctant|limited|impaired|disordered|weak|poor|slow|low|tired|fatigued|distressed|upset|"
    r"inattentive|insecure|inflexible|incontinent|inaccessible|inconsistent|immature|rigid|clumsy|deaf|blind|autistic|"
    r"dyslexic|distractible|distracted|wary|lonely|sad|tearful|aggressive|defiant|a sensory seeker|"
    r"in (?:nappies|pads|pain|care|a wheelchair|foster)|out of school|on (?:a|the) (?:waiting|part-time|reduced))\b|"
    r"\b(?:depends?|rel(?:y|ies)) (?:\w+ly )?(?:up)?on\b|\b(?:needs?|requires?) (?!no\b|only\b|one\b|at\b|fewer\b|"
    r"less\b)"
    r"(?:[\w-]+ ){0,3}?(?:\w+ing|help|support|adults?|reminders?|prompts?|supervision|assistance|to be \w+|time)\b|"
    r"\baffects? (?:how|his|her|their|my|him|her|them|me|all|every|the|[A-Z])|\bimpacts? (?:up)?on\b|"
    r"\b(?:prevents?|stops) (?:him|her|them|me|[A-Z][a-z]+) from\b|\blimited (?:awareness|understanding|skills)\b|"
    r"\bhas (?:an?|a \w+) (?:impact|effect)\b|\b(?:makes?|making) it (?:very )?(?:hard|difficult|tricky)\b|"
    r"\b(?:results? in|is caused by|due to|owing to|as a result of|means that|makes? (?:him|her|them|me) \w+)\b|"
    r"\b(?:although|even though|though|despite|however)\b|"
    r"\b(?:yet|but) (?:(?:he|she|they|I|[A-Z][a-z]+) )?(?:does|is|are|has|can|cannot|finds?|only|not|struggles?|"
    r"rarely)\b"
)
_HABIT = rarely(
    r"^(?:\W*(?:\d+\W+)?(?:[Oo]utcome|[Nn]eed|[Tt]arget|[Aa]im|[Gg]oal) ?\d*\W+)?(?:[A-Z][\w-]+|[Hh]e|[Ss]he|[Tt]hey|"
    r"I) "
    r"(?:\w+ly )?(?:tires?|fatigues?|struggles?|panics?|forgets?|muddles?|misreads?|mishears?|refuses?|avoids?|"
    r"dislikes?|hates?|screams?|bites?|kicks?|hits?|cries|wakes?(?! up (?:by|at))|seeks?|craves?|mouths?|gags?|masks?|"
    r"fidgets?|wanders?|absconds?|withdraws?|loses?|misses|clings|dreads?|fears?|resists?|enjoys?|loves?|likes?|"
    r"prefers?|"
    r"lives?|communicates? (?:mainly |mostly |only )?(?:by|through|using|with)|wears?|lacks?|worries)\b"
)
_BEFORE = rarely(r"[^,;:.(—–]*\Z")
_SUBORDINATE = rarely(  # "when he does not follow", "people he does not know"
    r"\b(?:who|that|which|if|when|whenever|what|where|whatever|until|before|how|whom|why)\b|"
    r"\b(?!(?:and|but|yet|or|because|so|as|although|though|then|since|while|now|only)\b)[a-z]+ (?:he|she|they|I) \Z",
    re.IGNORECASE,
)
_TOLD_OF_CHILD = rarely(  # "Teddy looks to an adult", "Her anxiety rises", "Without an adult Theo stops"
    r"^(?:\W*(?:\d+\W+)?(?:[Oo]utcome|[Nn]eed|[Tt]arget|[Aa]im|[Gg]oal) ?\d*\W+)?"
    r"(?:(?:(?:[A-Z][\w'’-]*|I) (?:[\w'’-]+,? ){0,7}?(?:is|are|am|was|were|has|have|had|does|do|cannot)|"
    r"(?:(?:Without|Even|Left|Because|Since|Although|Despite)\b[^;.]{3,60}?,? )?"
    r"(?:(?:[A-Z][\w-]+['’]s?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y) (?:[\w-]+ ){1,4}?|[A-Z][a-z-]+ |[Hh]e |[Ss]he |[Tt]hey |I |"
    r"It takes )(?:\w+ly )?(?!(?:his|as|us|its|yes|across|towards|less|this|perhaps|makes (?:good )?progress|"
    r"develops|improves|achieves|gains|"
    r"feels|knows|understands|manages|becomes|attends)\b)(?:[a-z]+s|[a-z]+ed|get|find|feel|stood|takes))\b)"
)
_BEHIND_US = rarely(r"\b(?:was|were|had|has been|have been|since|scored|stood|last|arrived)\b")


def is_present_position(item: Item, others_look_ahead: bool) -> bool:
    """Does the whole item tell how the child is now, with no outcome in it and no day by which it is to be otherwise?

    Where all the others say what the child "will" do or by when, an item in the bare present is such a one, too.
    """
    text = item.text
    if looks_ahead(text) or _LABEL.match(text) or len(text.split()) < _SENTENCE:
        return False
    if any(field.name == "by_when" for field in item.fields):
        return False
    lacks = any(_in_main_clauses(text, pattern) for pattern in (_NOW, _LACK))
    if _TARGET.search(text) or (_ALONE.search(text) and not lacks):
        return False
    return lacks or _tells_a_state(text) or (others_look_ahead and _is_told_of_child(text))


def _is_told_of_child(text: str) -> bool:
    told = _TOLD_OF_CHILD.match(text) is not None
    return told and (not _YEAR.search(text) or _BEHIND_US.search(text) is not None)


def tells_of_today(sentence: str, opening: str) -> bool:
    """Does a sentence after one on what the child will do tell what is hard for the child today, with no measure that
    would make it where the outcome starts from: "He does not read faces and thinks that others laugh at him"?
    """
    if not _WILL.search(opening) or _MEASURED.search(sentence):
        return False
    return _HARD_TODAY.match(sentence) is not None


_WILL = rarely(r"\b(?:will|shall)\b")
_MEASURED = rarely(
    r"\d|\b(?:will|shall|yet|at present|currently|now|so far|today|baseline|wants?|hopes?|wish(?:es)?|this|these|half|"
    r"once|twice|one|two|three|four|five|six|seven|eight|nine|ten|steps?)\b",
    re.IGNORECASE,
)
_HARD_TODAY = rarely(
    r"\W{0,3}(?:s?he|they|i|(?-i:[A-Z][\w-]+)|(?:his|her|their|my) (?:[\w-]+ ){0,2}?[\w-]+) "
    r"(?:(?:often|still|also|usually|sometimes|frequently) )?"
    r"(?:(?:do(?:es)? not|do(?:es)?n['’]t|cannot|can['’]t) (?!need|require|have to|want|miss|leave|rely)\w+|"
    r"(?:is|are|am) (?:not|un(?!der|til)\w{4,}|often|easily|hard to|difficult to|weak|poor|slow to)\b|"
    r"(?:has|have) (?:no|little|few|poor|weak)\b|struggles?\b|(?:finds?|gets?|becomes?) "
    r"(?:[\w-]+ ){0,4}?(?:hard|difficult|cross|upset|lost|muddled|anxious|frustrated|overwhelmed|distressed)\b)",
    re.IGNORECASE,
)


def looks_ahead(text: str) -> bool:
    """Does it speak of what is to come, by "will", an aim or a day?"""
    if _TO_COME.search(text):
        return True  # as most outcomes: their days need not be read
    from ehcp_audit.language.outcomes import outcome_wording

    return any(_DAY_TO_COME.match(one.span.text) for one in outcome_wording(text).deadlines)


_YEAR = rarely(r"\b20\d\d\b")
_SENTENCE = 4  # words
_DAY_TO_COME = rarely(
    r"(?!(?:in|on)\b(?!.*\b(?:time|Year)\b)|over the (?:last|past)|at \d|by \d{1,2} ?[ap]m|by \d{1,2}[.:]\d\d)",
    re.IGNORECASE,
)


def _tells_a_state(text: str) -> bool:
    return bool(_CONDITION.search(text) or _HABIT.search(text)) or _in_main_clauses(text, _STATE)


def _in_main_clauses(text: str, pattern: re.Pattern[str]) -> bool:
    """Does the pattern stand where no "when", "who" or "that" opens its clause?"""
    return any(not _opened(text, hit.start()) for hit in pattern.finditer(text))


def _opened(text: str, place: int) -> bool:
    before = _BEFORE.search(text, 0, place)
    return before is not None and _SUBORDINATE.search(before.group()) is not None
