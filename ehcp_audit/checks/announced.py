"""Provision announced among the needs: "The speech therapist will review ...", "Enlarged print shall be supplied".

Who acts tells it from a need: others who will, shall, must or are to do something, or a thing that is to be given,
arranged or kept. What the child "will not eat", and what "will be" lost, refused or missed, is how the need shows.
"""

from __future__ import annotations

import re

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely

_DONE = (
    r"(?:given|afforded|granted|provided|supplied|offered|assigned|allocated|arranged|set (?:up|aside|out)|appointed|"
    r"employed|recruited|"
    r"trained|interpreted|adapted|modified|enlarged|simplified|differentiated|chunked|broken (?:down|into)|taught|"
    r"delivered|run by|led|reviewed|monitored|updated|drawn up|written (?:by|for|into)|used|kept|stored|fitted|"
    r"installed|bought|purchased|ordered|lent|loaned|maintained|serviced|funded|paid|commissioned|carried out|"
    r"implemented|followed|supervised|overseen|supported|accompanied|escorted|transported|collected|"
    r"met(?= (?:by|at|each|every|on|from)\b)|phased|introduced|pre-taught|recorded|displayed|printed|brailled|signed|"
    r"captioned|subtitled|transcribed|scribed|placed|seated|sat|timetabled|scheduled|booked|organised|"
    r"planned(?! (?:from|at|in|after|following) (?:[\w-]+ ){0,4}?(?:review|meeting))|built "
    r"into|embedded|included|shared|emailed|handed|explained|repeated|warned|praised|rewarded|prompted|(?:checked|"
    r"tested|cleaned|charged)(?= (?:[\w-]+ ){0,4}by\b)|"
    r"allowed|permitted|excused|exempted?|withdrawn|paired|matched|grouped|buddied|coached|mentored|tutored|referred|"
    r"enrolled|liaised|put in|put on|made available|made by|available|in place|ready|on hand|to hand|"
    r"within (?:easy )?reach)\b"
)
_WILL = r"(?:will|shall|must|should|(?:is|are) (?:going )?to)"
_SOON = r"(?:also |then |therefore |always |now |each \w+ )?"
_DONE_TO = (  # done to a child, so looked for after "will", "shall" and "is to" alone
    r"(?:taken (?:to|out|for|by|through)|brought|helped|guided|reminded|told|shown|greeted|hoisted|lifted|positioned|"
    r"toileted|changed by|fed by|washed by|dressed by|seen (?:by|each|every|weekly|fortnightly|termly|at|for)|"
    r"marked|copied|sent|cut (?:up|to)|read (?:to|out|aloud)|encouraged|observed by|assessed by|screened|tested by)\b"
)
_IS_DONE = rarely(
    r"(?<!which )(?<!what )(?<!who )\b(?:will|shall|(?:is|are) (?:going )?to|must(?= be (?:ready|available|in place|"
    r"provided|supplied|on hand|to hand|within|fitted|trained|kept|allocated|set up)\b)) "
    + _SOON
    + r"be (?:\w+ly )?(?:"
    + _DONE
    + r"|"
    + _DONE_TO
    + r")|\b[Tt]here (?:will|shall|must|should|is to|are to) (?:also |always )?be (?!no\b|times|days|a time|occasions)"
)
_ARRANGED = rarely(  # help told as settled: "A place has been secured", "The council agrees to fund"
    r"\b(?:is|are) (?:now |already |also )?(?:in place|available to|on offer|timetabled|being trained|"
    r"trained (?:in|by))\b|"
    r"\b(?:is|are) (?:employed|appointed|deployed|contracted|allocated|assigned|commissioned|"
    r"(?<!\b[Hh]e is )(?<!\b[Ss]he is )used) (?:to|for|as) "
    r"(?!(?:him|her|them|being|having|it|the|his)\b)|\b(?:agrees?|agreed|undertakes?) to (?:fund|provide|pay|supply|"
    r"secure|arrange)\b|\b(?:has|have) been (?:secured|allocated|reserved|booked|commissioned|purchased|fitted|"
    r"asked to (?:give|use|keep|let|allow|make|provide|put|seat|check))\b|"
    r"\bwill (?:support|enable|help) (?:him|her|them|[A-Z]\w+(?:['’]s)?)\b|"
    r"\b(?:[Ss]upport|[Oo]utreach|[Tt]herapy|[Ii]nput|[Vv]isits|[Ss]essions|[Ii]nterventions?)\b[^.;]{0,50} "
    r"continues? (?:each|every|weekly|daily|fortnightly|monthly|termly|twice|once|until|to be)\b|"
    r"\b(?:is|are) (?:\w+ly |now |being )?(?:overseen|led|run|delivered|staffed|supervised|coordinated|provided|"
    r"monitored|reviewed|planned|funded|commissioned) (?:\w+ly |daily )?by\b"
    r"(?! (?:his|her|their) (?:\w*mother|\w*father|parents|family|mum|dad|aunt|uncle|sister|brother)\b)"
)
_OFFERED = rarely(  # a line without a verb: "Regular input from the therapist to ..."
    r"^(?:(?:Regular|Daily|Weekly|Fortnightly|Termly|Ongoing|Continued|Individual|Extra|Additional|A high level of|"
    r"High levels of|Frequent|One-to-one|1:1|Small[- ]group|One|Two|Three|\d+|short) )*(?:[Oo]pportunit(?:y|ies) "
    r"(?:for|to)|[Aa]ccess to (?:an?|specialist|regular)\b|"
    r"[Ii]nput from|(?:[Aa]dult )?[Ss]upport (?:from|with|to|in|across|throughout)|[Uu]se of (?:an?|the)|"
    r"[Pp]rovision of|[Hh]elp from|[Tt]eaching (?:from|by)|[Vv]isits? (?:from|by)|[Ss]essions? (?:of|with|from)|"
    r"[Tt]raining for|[Ii]ntervention (?:for|with|from)|(?:Full[- ]time )?(?:1:1|1-1|[Oo]ne[- ]to[- ]one|TA|LSA) "
    r"(?:adult |TA )?(?:support|help|supervision|teaching|tuition)|"
    r"[Aa]dult (?:alongside|beside|within)|"
    r"(?:Regular|Daily|Weekly|Fortnightly|Termly) (?:[\w-]+ ){1,4}?(?:from|with|by) (?:an?|the|his|her|their))\b"
    r"(?!.*\b(?:is|are|has|have|(?<!to )helps?|makes?|means|leads?|causes?|takes?|remains?|needs?|allows?|can|does|"
    r"do)\b)"
)
_TO_BE_DONE = rarely(  # a line with no verb of its own: "Hoist and changing bed to be kept ..."
    r"^(?!(?:I|He|She|They|We|It|Not|Has|Needs?|Likes?|Waits?|Asks?)\b)(?:(?!(?:is|are|was|were|am|has|have|had|needs?|"
    r"wants?|likes?|loves?|hates?|asks?|asked|hopes?|expects?|waits?|ought|seems?|appears?|tends?|refus\w+|able|unable|"
    r"not|hard|difficult|easy|used|learns?|begins?|prefers?|he|she|they|enough|too|does|do|can|cannot|liable|likely)\b)"
    r"[\w'’/&-]+,? ){1,10}(?:is |are )?to be (?:\w+ly )?" + _DONE
)
_STAFF_TO = rarely(
    r"(?:^|[:;–—] )(?:all |the |class |key |teaching |support )*(?:[Ss]chool|[Ss]taff|[Aa]dults?|[Tt]eachers?|"
    r"[Aa]ssistants?|TAs?|LSAs?|SENCO|[Tt]herapists?|[Nn]urses?|[Pp]ractitioners?|[Kk]ey ?workers?|[Mm]entors?|"
    r"[Cc]ollege|[Nn]ursery|[Ss]etting|[Pp]arents|[Cc]arers) to "
    r"(?!(?:be|him|her|them|his|their|the|an?|whom|which|whose)\b)[a-z]+ "
)
_SOMEBODY_WILL = rarely(
    r"\s" + _WILL + r" (?!(?:not|often|sometimes|usually|him|her|"
    r"them|be(?! (?:with|beside|alongside|within|on hand|available|present|"
    r"in the|next to)\b)|find|notice|see(?! (?:him|her|them|[A-Z]))|hear|tell|say|"
    r"report|need|know|have (?:to|seen|noticed|had|been)|feel|think|ask|understand|remember|wonder|become|get)\b)[a-z]+"
)
_FAMILY_MUST = rarely(
    r"\b(?:carers?|parents?) (?:must|should|shall|are to|is to) (?!(?:not|be|know|have|understand)\b)[a-z]+ "
    r"(?:him|her|them|[A-Z][a-z]+)\b"
)
_GOES_ON = rarely(  # "Portage will continue to visit"
    r"^(?:The |Visits from |Input from )?[A-Z][\w&’'-]*(?: [\w&’'-]+){0,6}? (?:will|shall) (?:continue|carry on|go on)"
    r"(?:ing)?(?: to (?:visit|see|support|provide|monitor|offer|advise|deliver|review|fund|run|supply|lend|train|"
    r"attend|receive|have|teach|be (?:seen|taught|supported|given|involved|offered))|$|[,.;]| (?:for|until|each|every|"
    r"weekly|at|on|in|with)\b)"
)
_TAKES_PART = rarely(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][\w’'-]+) (?:will|shall|(?:is|are|am) (?:going )?to) "
    + _SOON
    + r"(?:continue to )?(?:take part in|attend|join|follow|access|receive|get|have|use|go to|go on|"
    r"work (?:with|through|on)|spend|see|complete|start|begin|do) (?!no\b|to\b|not\b)"
    r"(?:(?!(?:in|at|during|when|after|before|if)\b)[\w'’%-]+,? ){0,8}?(?:(?:group|session|programme|"
    r"curriculum|timetable|lesson|club|intervention|therapy|training|scheme|class|tuition|mentoring|counselling|diet|"
    r"circuits?|breaks?|laptop|tablet|reader|scribe|support|pass|card|assistant|TA|therapist)s?\b|"
    r"with (?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:assistant|teacher|therapist|mentor|adult|TA|tutor|nurse)\b)"
)
_ADVICE = rarely(
    r"\b(?:I|[Ww]e)(?: would|['’]d| also| strongly| therefore){0,2} (?:recommend|advise|suggest)\b|"
    r"\bmy (?:advice|recommendation)s? (?:is|are)\b|^(?:Recommend(?:ed|ations?)?|Strategies|Provision) ?:|"
    r"^(?:Current|Existing) (?:support|provision|interventions?|arrangements) (?:includes?|is|are)\b|"
    r"^(?:(?:Current(?:ly)?|Existing) )?(?:[Ss]upport|[Pp]rovision|[Ii]nterventions?|[Aa]rrangements|[Ss]trategies|"
    r"[Aa]djustments) (?:currently |already )?(?:in place|required|used|given)(?: includes?\b| are\b| is\b|:)"
)
_ORDERS = rarely(  # verbs that are nouns, too ("Place value is weak", "Plan changes upset him"), with their object
    r"^(?:Deliver|Carry out|Implement|Follow (?=the|an?|his|her)|Put (?:in place|up|out|the|a)|"
    r"Make (?:sure|use of|available)|Arrange|Introduce|Prepare|Allocate|Set (?:up|aside)|"
    r"Check (?:that|in|whether)|Allow|Remind|Build in|Seat|Minimise|Adapt|Differentiate|Simplify|Pre-teach|Liaise|"
    r"(?:Share|Display|Label|Present|Support|Train|Limit|Plan|Place|Reduce|Monitor)"
    r"(?= (?:the|an?|all|each|every|his|her|their|him|them|any|new)\b)|"
    r"(?:Let|Warn|Prompt|Show|Tell|Ask|Help|Sit|Position) (?:him|her|them)|Enlarge (?:all|the|print|text|any)|"
    r"Wait (?:for|ten|five|until)|Speak (?:to|slowly|in|clearly)|Always (?:use|give|say|let|tell|ask|seat|check|keep)|"
    r"(?:When|If|Before|After|During|In|At)\b[^,;]{3,80}, (?:give|offer|let|use|allow|remind|provide|keep|take (?:him|"
    r"her|them)|ask|show|move|guide|make sure|avoid) (?:him|her|them|an?|the|his|their|[A-Z][a-z]+))\b(?! (?:is|are|"
    r"was|has)\b)"
)
_ROOM = (
    r"(?:(?:school|nursery|college) place|class(?:es)? (?:of|with|have|has) (?:no more|not more|fewer|up to|about|"
    r"around|at most|\d|\w+ (?:or|to) )|"
    r"(?:small|smaller) (?:teaching |specialist )?(?:class|school|group)(?:es)?|ratio|\d ?:\d\b|"
    r"(?:specialist|resourced?|residential|special|alternative|day) (?:school|placement|provision|setting|unit|base|"
    r"college))"
)
_PLACE_NEEDED = rarely(r"\b(?:[Rr]equires?|[Nn]eeds?|will need|must have|should have)\b[^.;:]{0,60}?\b" + _ROOM)
_BY_SOMEBODY = rarely(  # "must be accompanied by two adults", "requires instructions to be broken down by an adult"
    r"\b(?:must|should|would|(?:needs?|requires?) (?:[\w-]+ ){1,4}to) be (?:\w+ly )?"
    r"(?:\w+ed|worn|taught|given|led|run|driven|fed|done|broken|cut|put|read|written|drawn)\b(?: [\w-]+){0,8}? by "
    r"(?:an?|the|two|one|all|trained|\d)\b(?! (?:his|her|their) )"
)
_SOMEBODY_NEEDED = rarely(
    r"\b(?:[Nn]eeds?|[Rr]equires?) (?:an? )?(?:full[- ]time|1:1|one[- ]to[- ]one|2:1|two[- ]to[- ]one|dedicated|"
    r"permanent) (?:[\w-]+ ){0,4}?(?:assistant|TA|LSA|worker|interpreter|nurse|carer)\b"
)
_WE_WILL = rarely(
    r"^(?:We|(?!(?:He|She|They|I|It)\b)[A-Z][\w&’'-]+(?: [\w&’'-]+){0,5}?) (?:will|shall) "
    r"(?:make sure|ensure|provide|deliver|supply|fund|arrange|commission)\b"
)
_OF_TEACHING = rarely(
    r"^(?:Teaching|Homework|Tasks|Lessons|Work|Instructions|Texts|Materials|Resources|Activities|Tests)\b"
    r"(?: [\w-]+){0,3} (?:should|must|need to|are to|is to) be\b"
)
_FARES = rarely(
    r"^no\b|\b(?:still|even|otherwise|unless|although|though|but|yet|except|whatever|cannot|can ?not|can't|struggles?|"
    r"forgets?|refus\w+|cries|screams?|(?:do|does|did|will|has|have|had) not|don['’]t|never|rarely|seldom|depends?|"
    r"relies|no longer|target meeting|case officer|was|were|would|slow(?:ly)?|tires?|loses|misses|hits|bites|throws|"
    r"runs off|late|wrong|tears|cheeks)\b|"
    r"\b(?:and|or|then) (?:then )?(?:he|she|they)\b|\band then\b",
    re.IGNORECASE,
)
"""How the child fares, beside which help in the sentence is part of the need."""
_NOT_TOLD = rarely(  # what somebody thinks, hopes or asks, and what happens only in some case
    r"\b(?:that|if|whether|what|how|hop(?:es?|ing)|thinks?|believes?|expects?|expecting|afraid|fears?|fearful|asks?|"
    r"wants?|says?|knows?|unsure|checks?|worr(?:y|ies|ied)|until|in case|so|where|which|who(?! (?:teach|work|support|"
    r"meet))|each (?:row|card|block|"
    r"part))"
    r"\b(?! (?:TAs?|staff|adults|the)\b)|\b(?:(?-i:Section|Part|Table)|columns?|rows?)\b",
    re.IGNORECASE,
)


def is_announced(text: str) -> bool:
    """Does a sentence announce, order, advise or count out help, and tell nothing of how the child fares?"""
    if _any_of(_OF_ADVICE, text) and _ADVICE.search(text):
        return True
    if _FARES.search(text):
        return False
    if _ORDERS.match(text) or _OFFERED.match(text):
        return True
    if _any_of(_NEEDING, text) and (_SOMEBODY_NEEDED.search(text) or _PLACE_NEEDED.search(text)):
        return True
    if " be" in text and (_BY_SOMEBODY.search(text) or _OF_TEACHING.match(text)):
        return True
    if _any_of(_MODALS, text) and (_WE_WILL.match(text) or _FAMILY_MUST.search(text)):
        return True
    if " to " in text and (_STAFF_TO.search(text) or _TO_BE_DONE.search(text)):
        return True
    for pattern, words in ((_IS_DONE, (" be ",)), (_ARRANGED, ()), (_GOES_ON, _GOING_ON), (_TAKES_PART, _TO_COME)):
        hit = pattern.search(text) if not words or _any_of(words, text) else None
        if hit and not _NOT_TOLD.search(text, 0, hit.start()):
            return True
    return _somebody_will(text)


def _any_of(words: tuple[str, ...], text: str) -> bool:
    """Does one of these stand in the text? It does wherever the pattern after it matches, and is found in no time: a
    pattern that few needs ask for is seldom compiled.
    """
    return any(map(text.__contains__, words))


_OF_ADVICE = (
    "ecommend",
    "advi",
    "suggest",
    "trategies",
    "rovision",
    "upport",
    "ntervention",
    "rrangement",
    "djustment",
)
_NEEDING = ("need", "Need", "equire", "must have", "should have")
_TO_COME = ("will ", "shall ", "is to ", "are to ", "am to ", "going to ")
_MODALS = ("will ", "shall ", "must ", "should ", "is to ", "are to ", "going to ")
_GOING_ON = ("continue", "carry on", "go on")
_LENGTHS = ("hour", "min", "hr", "night", "session", "visit")


def _somebody_will(text: str) -> bool:
    """Is it said of a role other than the family that they will do something: "The nurse will check his weight"?"""
    told = _SOMEBODY_WILL.finditer(text) if _any_of(_MODALS, text) else ()
    will = [hit for hit in told if not _NOT_TOLD.search(text, 0, hit.start())]
    dosed = _SO_MUCH.search(text) if _any_of(_LENGTHS, text.lower()) else None
    if not will and not dosed and not (" to " in text and _SOMEBODY_TO.match(text)):
        return False  # as most lines: whom they name need not be looked at
    from ehcp_audit.language.provision import provision_wording

    said = provision_wording(text)
    roles = [one for one in (*said.actors, *said.loose_actors) if not holds(Passage(one.text, 0), phrases("parent"))]
    if any(_BESIDE.fullmatch(text, role.end, hit.start()) for hit in will for role in roles if role.end <= hit.start()):
        return True
    for role in roles:
        if _ONLY_WHO.fullmatch(text, 0, role.start) and _WORKS.match(text, role.end):
            return _TO_DO.match(text, role.end) is not None or bool(said.amounts or said.frequencies)
    served = said.actors or (said.specific_type and not _PRONOUN.search(text))
    return bool(dosed and served and said.frequencies and (said.amounts or said.lengths)) and not _CLAUSE.search(text)


_BESIDE = rarely(  # "trained by the therapist", "from the advisory service", "a pastoral officer,"
    r"(?:,[^,;.:]{2,70},| \([^)]*\)| (?:trained|registered|qualified|employed|from|at|in|of|with|based|working|around|"
    r"who (?:teach(?:es)?|works?|supports?|meets?))\b(?! (?:him|her|them)\b)[^,;.:]{1,60})?"
)
_ONLY_WHO = rarely(  # when and which, and no verb ("Expects adults to ...")
    r"(?:(?:(?:At|In|On|For|From|During|Before|After|Each|Every|Once|Twice|Daily|Weekly) [^;]{3,90}?, )?"
    r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Aa]ll|[Cc]lass|[A-Z][\w-]+['’]s|Level \d)? ?"
    r"(?:(?!\w*[a-rt-z]s )[\w-]+ )?)?"
)
_SOMEBODY_TO = rarely(r"(?:[\w'’-]+ ){1,5}to (?!(?:be|whom|which|whose)\b)[a-z]+ ")
_TO_DO = rarely(r" to (?!(?:be|him|her|them|whom|which|whose)\b)[a-z]+ ")
_WORKS = rarely(  # a role that does something to, for or with the child; no "reports that he", "says"
    r" to (?!(?:be|him|her|them|whom|which|whose)\b)[a-z]+ |"
    r"(?:,[^,;.:]{2,70},| \([^)]*\)| trained [^,;.:]{1,50}?)? (?:\w+ly )?"
    r"(?!(?:is|was|has|says|reports|notes|finds|thinks|feels|describes|observes|records|counts|believes|considers|"
    r"writes|states|measures|scores|gives an?|takes the|places|puts|rates)\b)[a-z-]+(?:s|es) "
    r"(?:[a-z]+ ){0,3}?(?:him|her|them|his|their|(?:with|to|for|beside) (?:him|them|[A-Z][a-z]+)|(?-i:[A-Z][a-z]+))\b"
)
_SO_MUCH = rarely(
    r"\b(?:\d+|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|an?|half(?: an)?)[ -]"
    r"(?:hours?|minutes?|mins?|hrs?|nights?|sessions?|visits?)\b",
    re.IGNORECASE,
)
_PRONOUN = rarely(r"\b(?:he|she|they|it|I)\b|=", re.IGNORECASE)
_CLAUSE = rarely(  # a verb of the child's, which makes help part of what is told of the child
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][a-z]+) (?:\w+ly )?(?:is|are|am|has|have|had|can|could|takes?|needs?|gets|uses|"
    r"manages?|spends?|stays?|[a-z]{3,}ed)\b|\b(?:meets?|takes?|lasts?|needs?|within|about|only|up to|after)\b"
)
