"""Sentences around lines of provision that give nothing themselves: how long a year is, from when all of it runs, which
tests are not sat. Within a paragraph some of these are said of what stands before them; alone, over or under provision,
they are said of all of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ehcp_audit.language.definitions import is_definition
from ehcp_audit.language.wordlists import number_words
from ehcp_audit.months import MONTHS
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,2})?|"
    rf"(?:twenty|thirty|forty|fifty|sixty)(?:[- ](?:{'|'.join(number_words(1, 9))}))?|"
    rf"{'|'.join(number_words(1, 12))}|fifteen)"
)
_UNIT = (
    r"(?:(?:school|teaching|taught|term[- ]time|full|clock|working|whole) )?"
    r"(?:weeks?|days?|hours?|minutes?|lessons?|terms?)"
)
_TIME = _NUMBER + r" " + _UNIT
_BELOW = (
    r"(?:(?:set out |listed |described |given |shown |named )?(?:here|below|above|overleaf|that follows|which follows|"
    r"in (?:this|these) (?:sections?|parts?|tables?|pages?|plan)|in section [f-h][12]?))"
)
_ALL = (
    r"(?:(?:all|every|each) (?:of )?(?:the |this )?(?:special educational |educational |health )?"
    r"(?:provision|support|help)(?: " + _BELOW + r")?|"
    r"(?:the |this |any )?(?:special educational |educational |health )?provision(?: " + _BELOW + r")?|"
    r"(?:the |this |any )?(?:support|help|arrangements|hours|times) " + _BELOW + r"|"
    r"the (?:grid|timetable|table)|(?:each|every) (?:row|line|item|entry|box|part)|"
    r"the following|what follows|everything(?: " + _BELOW + r")?|all (?:of (?:it|this)|" + _BELOW + r"))"
)
_RUNS = (
    r"(?:is|are|runs?|appl(?:y|ies)|lasts?|starts?|begins?|continues?|stands?|"
    r"(?:will|shall|must|is to|are to) (?:be (?:made(?: available)?|given|provided|delivered|in place|available|"
    r"arranged)|run|apply|"
    r"last|continue|start|begin)|(?:is|are) (?:made|given|provided|delivered|in place|available|arranged))"
)
_SPAN = (
    r"(?:for|in|from|until|till|up to|to|throughout|during|unless|across|over|through|with effect|as from|on|by|save|"
    r"(?:each|every) (?:school |term[- ]time )?(?:week|term|year))\b"
)
_OF_TIME = rarely(
    r"\b(?:weeks?|terms?|term[- ]time|years?|until|20\d\d|amended|reviewed|plan|otherwise|"
    rf"{'|'.join(month for month in MONTHS if month != 'May')})\b",
    re.IGNORECASE,
)
_OWN_AMOUNT = rarely(  # what a line gives, and no length of time over which all is given
    r"\b(?:minutes?|mins?|hours?|sessions?|daily|weekly|fortnightly|once|twice|one[- ]to[- ]one|small group|"
    r"groups? of|teaching assistants?|therapists?|\d ?: ?\d)\b",
    re.IGNORECASE,
)
_BRACKETS = rarely(r"\([^()]{1,80}\)")
_LENGTH = rarely(  # The college year is 36 weeks; lessons last 60 minutes; there are 39 weeks in the school year.
    r"(?:(?:the|an?|each|every|our|one|all|his|her|their|my) )?"
    r"(?:(?:school|college|academic|academy|nursery|course|teaching|working|timetabled|taught|[A-Z][\w’'-]+['’]s) )"
    r"{0,2}"
    r"(?:(?:year|week|day)(?: (?:at|in|of) [\w ’'-]{3,40}?)?|(?:half[- ])?terms?|lessons|periods)"
    r" (?:is|are|has|have|lasts?|runs? (?:for|to)|means?|counts? as|consists? of|comprises?|holds?) "
    r"(?:(?:about|always|made up of|of|for|the) )?"
    + _NUMBER
    + r" "
    + _UNIT
    + r"(?: of "
    + _NUMBER
    + r" "
    + _UNIT
    + r")?"
    r"(?: (?:long|each|in length|of term(?:[- ]time)?|(?:a|an|per|in (?:the|a|each)|of the|each) "
    r"(?:school |college |academic )?(?:year|week|day|term)))?\s?(?:\([^()]{1,60}\))?[.;]?"
    r"|there are "
    + _NUMBER
    + r" "
    + _UNIT
    + r" (?:in|to) (?:a|an|the|each|every) (?:\w+ )?(?:year|week|day|term)[.;]?",
    re.IGNORECASE,
)
_UNLESS = r"(?:(?:unless|except where|save where|where not)\b[^.;]{3,60}?,? )?"
_RUN = rarely(_UNLESS + _ALL + r" (?:also )?" + _RUNS + r" " + _SPAN, re.IGNORECASE)
_MAKES = rarely(  # The school makes every provision below from 9 September 2026.
    r"(?:the |this |our )?(?:school|college|academy|nursery|setting|council|(?:local )?authority|county|borough) "
    r"(?:(?:will|shall|must|is to) )?(?:makes?|gives?|provides?|arranges?|secures?|delivers?) "
    r"(?:what follows|the following|(?:all|every|each|everything|the)\b(?: of)?(?: the| this)?"
    r"(?: (?:special educational |educational )?(?:provision|support|help|lines?))? " + _BELOW + r"),? " + _SPAN,
    re.IGNORECASE,
)
_TIMETABLE = rarely(  # Weekly timetable, 38 weeks a year, from 21/09/2026 to July 2028.
    r"(?:(?:the|this|his|her|their|my|[A-Z][\w’'-]+['’]s) )?(?:weekly|school|lesson|college|teaching|current) "
    r"(?:timetable|programme of lessons)\b(?!.*\b(?:will|must|shall|is|are|each|every|with)\b)[^:;]{0,120}",
    re.IGNORECASE,
)
_CHILD = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|I|"
    r"(?!(?:Staff|Teachers|Adults|Nobody|Everybody|Parents)\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_NOT_SAT = rarely(  # She will not sit the phonics screening check; Ivo is disapplied from French.
    _CHILD + r" (?:(?:will|shall|does|do|is|are|am) not (?:to |going to )?(?:be )?"
    r"(?:sit|take|study|follow|do|enter|entered for|taught|studying|taking|sitting)\b[^.;:]{0,90}|"
    r"(?:will be|is|are|has been) (?:disapplied|exempt|excused|withdrawn) (?:from|of)\b[^.;:]{0,90})\.?"
)
_SAT = rarely(
    r"\b(?:tests?|checks?|exams?|examinations?|assessments?|sats|gcses?|languages?|french|spanish|german|subjects?|"
    r"national curriculum|course|phonics screening|mock\w*|a[- ]levels?|baseline)\b",
    re.IGNORECASE,
)
_STAYS = rarely(  # Ivo stays with his own year group. The National Curriculum applies, with earlier English.
    r"(?:" + _CHILD + r" (?:stays|remains|is taught|is placed|works|will stay|will remain|is) (?:with|in|among) "
    r"(?:his|her|their|my|the) (?:own |correct |chronological )?(?:age|year|peer|class|tutor|registration) ?group"
    r"(?: (?:for all (?:his |her )?lessons|throughout|at all times))?|"
    + _CHILD
    + r" follows the (?:full |whole )?[Nn]ational [Cc]urriculum(?: (?:at|with) [^.;:]{0,60})?|[Tt]he "
    r"(?:[Nn]ational [Cc]urriculum|(?:[Ee]arly [Yy]ears )?[Ff]oundation [Ss]tage|EYFS)(?: \w+)? applies\b"
    r"[^.;:]{0,160})\.?"
)
_PAID = rarely(
    # The school makes it from its own budget; who does it is named in the second column.
    r"(?:" + _ALL + r"|it|this|(?:the |this )?(?:school|college|council|authority|setting) "
    r"(?:makes|funds|pays for|provides) (?:it|this|all of (?:it|this)|everything|the provision))(?: (?:is|are|will "
    r"be) (?:paid for|funded|met|costed))? "
    r"(?:from|by|out of|through) (?:its|the|their|a|an|school|notional|high|top)\b[^.;:]{0,40}"
    r"\b(?:budget|funding|funds|top[- ]up|element|grant|fees)\b[^.;:]{0,60}\.?"
    r"|[^.;:]{3,80}\b(?:is|are) (?:named|given|shown|listed|set out|told) in the (?:\w+ ){0,2}column\b[^.;:]{0,40}\.?",
    re.IGNORECASE,
)
_PAYS = ("budget", "funding", "funds", "top-up", "top up", "element", "grant", "fees", "column")
"""In small letters, each way of saying so holds one of these, which are found in no time."""


_MEANT = rarely(
    # Weeks are nursery weeks; where I name an assistant I mean one trained; Ivo attends on 5 days in 36 weeks.
    r"(?:the |all )?(?:weeks|days|terms|years|hours|minutes|lessons|sessions|times) (?:are|means?) (?:the )?"
    r"(?:(?:(?:school|nursery|college|term[- ]time|teaching|contact|lesson|clock|working) )+"
    r"(?:weeks|days|terms|years|hours|minutes|times)|approximate)\b[^.;:]{0,60}\.?$"
    r"|(?:where|when) (?:I|we|a line|this (?:plan|section)|it) (?:names?|says?|writes?|speaks? of|mentions?) "
    r"[^.;:]{2,60} "
    r"(?:I|we|it) means?\b"
    r"|" + _CHILD + r" (?:goes to|attends|is at|comes to) (?:the )?(?:school|college|nursery|base)\b[^.;:]{0,20}"
    r"\b(?:on|for) " + _TIME + r"[^.;:]{0,30}\b(?:in each of|in all|of the) " + _TIME + r"\b[^.;:]{0,30}\.?$",
    re.IGNORECASE,
)


_KEY = rarely(
    # In brackets is the number of the need; the key below says who does it; Period: from 30 November 2026, 38 weeks.
    r"the (?:key|legend|letters?|codes?|initials|numbers?|figures?)(?: (?!is\b|are\b)\w+){0,5} "
    r"(?:says?|shows?|tells?|names?|gives?|explains?|lists?|points?(?: back)? to|refers? (?:back )?to|means?)\b"
    r"[^.;:]{0,40}\b(?:who|needs?|outcomes?|staff|adults?|person|sections?|lines?|rows?)\b[^.;:]{0,60}\.?|"
    r"(?:in|the (?:figures?|numbers?|letters?) in) brackets (?:is|are|gives?|shows?|stands?)\b[^.:;]{0,60}"
    r"\b(?:numbers?|letters?|codes?|needs?|outcomes?|sections?|reports?|advice)\b[^.:;]{0,60}\.?"
    r"|(?:it|this|(?:this|the) (?:section|provision|list)) (?:was|has been) (?:written|drawn up|agreed|discussed|"
    r"planned) "
    r"(?:with|by|at|on) [^.;:]{3,90}\.?"
    r"|(?:period|duration|dates)\s?:[^:;]{0,60}\b(?:20\d\d|year)\b[^:;]{0,90}"
    # Letters show the outcome. Starts 12 October 2026. 38 school weeks a year unless a line says another number.
    r"|(?:letters?|numbers?|codes?) (?:show|give|tell|name|point to)s? (?:the |which )?(?:needs?|outcomes?)\b"
    r"[^.;:]{0,40}\.?"
    r"|(?:(?:it|this|all) )?(?:starts?|begins?|runs?|from) (?:on |from )?\d{1,2} [a-z]{3,9} 20\d\d\b"
    r"(?: (?:to|until) \d{1,2} [a-z]{3,9} 20\d\d)?(?:, " + _TIME + r" (?:a|an|each|every|per) (?:school )?year)?\.?"
    r"|" + _TIME + r" (?:a|an|each|every|per) (?:school )?year(?:,? unless [^.;:]{3,60})?\.?"
    # Set out by day of the week. The provision is arranged by how often it is given.
    r"|(?:(?:the |this |it |all )?(?:(?:special educational )?provision|support|section|list|it|everything) "
    r"(?:is|are|has been) )?(?:arranged|set out|grouped|listed|ordered|told|sorted|organised) (?:here |below )?"
    r"(?:by|in order of|under|according to) (?:the )?(?:days?|times?|weeks?|how|who|what|where|needs?|areas?|outcomes?|"
    r"places?|subjects?|order|lessons?|parts?|person|people)\b[^.;:]{0,60}\.?",
    re.IGNORECASE,
)
_BODY = (
    r"(?:(?:the|my|his|her|their|our|a|local) )?(?:[\w’'-]{1,20} )?(?:school|college|nursery|academy|"
    r"pre-?school|setting|"
    r"council|authority|county|borough|city|trust|board|nhs|home|hospital|hub|academy trust|health service)"
)
_ORDERED = rarely(
    # Provision made by the college and the borough.
    r"(?:the |all |this is )?(?:the )?(?:special educational |educational |health |social care )?"
    r"(?:provision|support|help|arrangements) "
    r"(?:(?:to be |that is |which is )?(?:made|given|provided|delivered|arranged|secured|funded|paid for|"
    r"put in place) )"
    r"(?:by|at|in|from|through) " + _BODY + r"(?:(?:, | and |, and | or )(?:by |at |in )?" + _BODY + r"){0,3}\.?"
    # The provision is made otherwise than in a school, at home, under section 61 of the Act.
    r"|(?:the |all |this )?(?:special educational )?(?:provision|education) is (?:made|provided|given) otherwise than "
    r"(?:in|at) (?!.*\b(?:hours?|minutes?|sessions?|teacher|tutor|therap\w+)\b)[^.;:]{3,140}\.?"
    # Set out by day of the week; listed in the order of the needs.
    r"|(?:(?:it|this|(?:all |the )?(?:provision|lines?|list|table|rows?|section)) (?:is|are) )?"
    r"(?:all )?(?:set out|arranged|listed|grouped|given|shown|told|sorted|ordered|laid out|organised|put) "
    r"(?:here |below |together |out )?(?:by|under|(?:in (?:the )?)?order of|according to|in the order of|"
    r"day by|area by|"
    r"need by|outcome by|line by|for each|under each) (?:(?:the|each|its|their|every|who|which) ){0,2}"
    r"(?:days?|weeks?|areas?|needs?|outcomes?|numbers?|person|people|subjects?|lines?|times?|terms?|headings?|adults?|"
    r"gives|provides)\b[^.;:\d]{0,50}\.?",
    re.IGNORECASE,
)
"""How a list of provision is ordered, or whose it is as a whole: a title that a writer put as a sentence."""
_REVIEW = (
    r"(?:(?:an?|the|his|her|their|my|our|this|first|second|third|next|last|final|early|further|interim|additional|another|"
    r"transition|annual|yearly|post-?16|key|stage|phase|transfer|plan|year \d{1,2}|[A-Z][\w’'-]+['’]s) ){0,5}"
    r"reviews?(?: meetings?)?"
)
_HELD = rarely(
    # A second review is held in January 2028, with the social worker present, to agree what comes next.
    _REVIEW
    + r"(?: of the plan)? (?:(?:is|will be|must be|shall be|is to be|should be) (?:held|arranged|called|convened|set|"
    r"brought forward|planned)|takes? place|will take place|happens) [^;:]{0,40}\b(?:20\d\d|year \d{1,2}|spring|summer|"
    r"autumn|before|ahead of)\b[^;:]{0,200}"
    # The annual review of 14 June 2027 sets out the move from college.
    r"|(?:the |his |her |their |my |this )?(?:(?:next|first|second|year \d{1,2}|transition) )?"
    r"(?:annual |early |interim )?review(?: meeting)?(?: (?:of|on|in|held in|at) [\w ]{3,40}?)? "
    r"(?:(?:will|must|shall|is to) )?"
    r"(?:sets? out|plans?|considers?|decides?|agrees?|discuss(?:es)?|confirms?|looks? (?:at|ahead)|names?) "
    r"[^;:]{3,160}",
    re.IGNORECASE,
)
"""Meetings of review of the whole plan, and what they settle: no provision, unless somebody's time is given too."""
_GIVEN_BESIDE = rarely(  # "... applies, with reading taught by a specialist teacher"
    r"\b(?:taught by|support|assistants?|therapists?|(?<!class )(?<!subject )teachers?|one-to-one|1:1|pre-?taught|"
    r"used? by|for use)\b",
    re.IGNORECASE,
)


_PARTS = r"(?:paragraph|sentence|line|entry|item|number|figure|amount|row|point|bullet)s?"
_WHOLE = (
    r"(?:(?:each|every|all|the|all the|any) (?:of (?:the |these )?)?"
    + _PARTS
    + r"(?: (?:below|here|in this section))?|"
    r"(?:these|those|the) arrangements|these(?= (?:all )?(?:apply|are for|run)\b)|"
    r"(?:all of )?this(?: all)?|it all|all of (?:it|this)|amounts|numbers|figures)"
)
_WHEN = (
    r"(?:for|in|on|from|to|until|till|up to|during|throughout|per|at)\b"
    r"[^.;:]{0,60}\b(?:weeks?|terms?|term[- ]time|years?|week|until|20\d\d|plan)\b"
)
_REST = r"(?:[^.;:]{0,160})?\.?"
_RUNS_ALONE = r"(?:holds?(?: good)?|goes on|go on|" + _RUNS + r")"
"""In a paragraph "This goes on until July" is said of what stands before it."""
_OF_ALL = rarely(_UNLESS + _WHOLE + " (?:all )?(?:also )?" + _RUNS_ALONE + " " + _WHEN + _REST, re.IGNORECASE)
_WEEKS = (
    r"(?:\d{2}|thirty(?:[- ]\w{3,5})?|forty) (?:school |teaching |term[- ]time )?weeks"
    r"(?: (?:a|per|in the|in each|each|of the|of each) (?:school )?year)?"
)
_TERM = rarely(  # Term time, 38 weeks; 39 weeks a year, term time only; all school weeks, 38 a year
    r"(?:all )?(?:in )?term[- ]time(?: only)?(?:[,;]? ?\(?"
    + _WEEKS
    + r"\)?)?(?:,? (?:until|from|to) [^.:;]{3,40})?\.?|"
    + _WEEKS
    + r"(?:,? (?:in )?term[- ]time(?: only)?)?(?:,? (?:until|from|to) [^.:;]{3,40})?\.?|"
    r"(?:all|every|each) school weeks?,? \(?\d{2} (?:a|per|in the) year\)?\.?|"
    r"for " + _WEEKS + r"(?:,? (?:from|until|to) [^.:;,]{3,40}){0,2}(?:,? (?:unless|except where) [^.:;]{3,60})?\.?",
    re.IGNORECASE,
)
_PLACE = r"(?:the )?(?:school|nursery|college|pre-?school|playgroup|base|class|setting)"
_ATTENDS = rarely(  # Ruhan attends for 15 hours in each of 38 weeks; Mina is at nursery for 15 hours over three days
    _CHILD + r" (?:attends?|is at " + _PLACE + r"|goes to " + _PLACE + r"|attends? " + _PLACE + r") "
    r"(?:for )?(?:\d{1,2}(?:\.\d)?|fifteen|twenty|thirty|twelve|ten) (?:funded )?hours(?: (?:a|per|each) week)?"
    r"(?:,? ?(?:\([^()]{1,60}\)|(?:over|on|across) (?:\w+ ){1,2}(?:days|mornings|afternoons)))?"
    r",? (?:(?:in|for) (?:each of |every one of )?)?" + _WEEKS + r"\.?"
)
_GIVES = rarely(
    r"\b(?:minutes?|mins?|hours?|sessions?|daily|fortnightly|once|twice|"
    r"(?:a|each|every) (?:day|morning|afternoon|lesson)|"
    r"one[- ]to[- ]one|groups?|\w*assistants?|therapists?|teachers?|adults?|mentors?|nurses?|staff|taxi|escort|"
    r"psychologists?|respite|include|made by|given by|read|with (?:an?|the))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # a sentence is asked from several sides, and a plan holds some hundreds
def is_preamble(sentence: str) -> bool:
    """Does a sentence of provision only say how long a year or lesson is, from when to when all of it runs, which
    curriculum or group is the child's, which test is not sat, who pays, who is meant, or where the rest is told?
    """
    text = " ".join(sentence.split())
    if _LENGTH.fullmatch(text) or (any(map(text.lower().__contains__, _PAYS)) and _PAID.fullmatch(text)):
        return True
    if _STAYS.fullmatch(text):
        return _GIVEN_BESIDE.search(text) is None
    if _NOT_SAT.fullmatch(text):
        return _SAT.search(text) is not None
    if "review" in text.lower() and _HELD.fullmatch(text):
        return _OWN_AMOUNT.search(text) is None
    if _TIMETABLE.fullmatch(text) or _KEY.fullmatch(text) or _ORDERED.fullmatch(text):
        return True
    if _MEANT.match(text) or is_definition(text):
        return True
    runs = _RUN.match(text) or _MAKES.match(text)
    if runs is None or ":" in text[runs.end() :].rstrip(" :"):
        return False  # "... from September 2026: a laptop."
    return _OF_TIME.search(text, runs.end() - 4) is not None and _OWN_AMOUNT.search(_BRACKETS.sub("", text)) is None


def all_preamble(text: str) -> bool:
    """Is each sentence of a paragraph a preamble, so that it is no line even where it has a number of its own?"""
    return all(is_preamble(text[start:end]) for start, end in sentence_spans(text))


def is_scope(sentence: str) -> bool:
    """Does a sentence that stands in no paragraph of provision say only in which weeks, or until when, all of it runs?

    Within a paragraph "This goes on until July 2028" is said of what stands before it, and is no scope.
    """
    text = " ".join(sentence.split())
    if _TERM.fullmatch(text) or _ATTENDS.fullmatch(text):
        return True
    return _OF_ALL.fullmatch(text) is not None and _GIVES.search(text) is None
