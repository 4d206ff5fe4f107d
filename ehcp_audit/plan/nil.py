"""Statements that a section has nothing to say: "None identified", "Not known to social care", "N/A".

A statement is read by its clauses. One must say that there is nothing ("no needs were found"); each other must only
tell how that is known or where it follows from ("Dr Lowe saw him in May", "as section C is blank"). Whatever else is
said, the section says something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

LONGEST_STATEMENT = 300
SHORTEST_SENTENCE = 12
_NEGATED = re.compile(  # nothing of any length says that there is nothing without one of these
    r"n't\b|\b(?:n(?:o|ot|one|othing|obody|either|or|ever|il|/?a)|blank|empty|without|universal|declined|refused|"
    r"turned down|decided against)\b"
)
_GAP = r"(?:(?!(?:of|to|in|at|with|her|his|their|enough|the|and needs?|on|more)\b)[\w'/-]{1,20},? ){0,7}?"
_NEEDS = (
    r"needs?\b(?! (?:an?|the|to (?!report|record|note|declare|put|enter|list)|help|support|some|two|one|someone|"
    r"his|her|their|\d+)\b)"
)
_NOT_OF_HOME = (
    r"(?! (?:[\w'-]+ ){0,2}(?:family|relatives|friends|neighbours|grandparents|parents?|school|father|mother|adults?|"
    r"peers|children|staff|teachers?)\b)"
)
_SERVICE = (  # "the Disabled Children's Team", "early help", "us"
    r"(?:[\w'/&-]+,? ){0,6}?(?:care|services?|teams?|council|authority|help|camhs|cypmhs|therap\w+|physio\w*|"
    r"paediatric\w*|clinics?|hospitals?|nhs|icb|ccg|specialists?|professionals?|departments?|nurs\w+|workers?|hub|"
    r"mash|board|trust|dietetics|audiology|agenc(?:y|ies)|us)\b"
)
_MATTER = (
    r"(?:" + _NEEDS + r"|provision\b|involvement\b|concerns\b|worries\b|issues\b|matters\b|conditions?\b(?! for)|"
    r"outcomes?\b|"
    r"(?:personal )?budgets?\b|direct payments?\b|requirements?\b|component\b|contact with " + _SERVICE + r"|"
    r"(?:such |further )?request\b(?=$)|requests?\b(?= (?:has|have|was|were)\b| for (?:an? )?(?:personal|budget|"
    r"direct|assessment|one\b|social care|service))|(?:evidence|indications?)\b(?=$| (?:was|has been|were|"
    r"have been)\b| (?:of|that|for)\b[^.]{0,60}\b(?:needs?|concerns?|conditions?|issues?|provision|involvement)\b)|"
    r"(?:open |current )?case\b|(?:record|trace)\b(?= of| that|$)|further action\b|social workers?\b(?! (?:has|have|"
    r"is|was|were)\b(?: \w+){0,2} (?:allocated|visited|found|named|met|seen))|services? (?=from|are|is|were|of|"
    r"at present|to (?:put|list|record|enter))|entry\b|entries\b|information (?=from|to|was)|referrals?\b|advice was|"
    r"(?:help|support|care|input)\b(?= (?:from\b"
    + _NOT_OF_HOME
    + r"|was|is|were|are|has been|in place (?:from|at present))\b| at (?:present|"
    r"this)|$))"
)
_FAR = (
    r"(?:currently |presently |at present |yet |previously |been |being |yet been |in fact |all |at all |considered |"
    r"thought |felt )?"
)
_KNOWN = r"known(?=$|,)|known to " + _SERVICE
_NOTHING_MORE = (
    r"(?=$|[,;:(\"–-]| (?:at|known|identified|was|were|has|have|had|is|are|needed|required|requested|recorded|"
    r"reported|in (?:place|section|this|respect|relation|force)|to (?:record|report|add|put|enter|note|say|date|"
    r"specify|be|write|list)|applie?s?|applicable|further|here|notified|specified|agreed|currently|else|other|more|"
    r"additional|beyond|under|from|found\b(?! for)|of (?:them|whom|which|(?:the|these|those) (?:professionals|advice|"
    r"reports|people|needs|services))|within|received|raised|sought|noted|held|that|which|stated|as at|on file|"
    r"for (?:this|the time|health|social|us)|presently|over and above|arising|wanted|call|relating|related|linked|"
    r"needs?|wrong|came|about)\b)"
)
_ANYTHING = (
    r"(?<!able to )(?<!cannot )(?:needs?|needed|aware of|wants?|wanted|requires?|required|find|finds|found|reports?|"
    r"reported|raised?|raises|identif\w+|records?|recorded|ask for|asked for|have|has|had|adds?|added|sees?|seen|saw|"
    r"knows? of|knew of|noted?|disclosed|is|was|receives?|received|get|gets|offered|made|put|in place) (?:anything|"
    r"something)\b"
    r"(?=$| (?:from|to (?:report|add|record|put|say|note|declare|list|enter)|else$|more$|further|that|which|under|"
    r"at (?:present|this|the moment)|for (?:this|section)|here|in (?:this|section|place)|beyond|other than|of (?:note|"
    r"concern)|wrong|relevant|health|medical|social|new|currently|now)\b)"
)
_NOTHING = re.compile(
    # No additional health needs; does not have any; nobody found a need.
    r"\b(?:no|nor|neither|nil|zero) " + _GAP + _MATTER + "|"
    r"(?:\bnot?|n't|\bnever|\bnobody|\bno[- ]one|\bnone|\bneither\b[^.]{0,60}) "
    r"(?:[\w'-]{1,20} ){0,9}?(?:any|an?|have|require|receive) " + _GAP + _MATTER + "|"
    r"(?:\bnot|n't|\bnever|\bnobody|\bno[- ]one|\bnone|\bneither)\b[^.;]{0,60}?\b" + _ANYTHING + r"|"
    # None identified; there is nothing to record.
    r"(?:^|^still |^\"|\bthere(?:'s| is| are| was| were| has been| have been) (?:currently |presently )?|"
    r"(?<!he )(?<!they )\b(?:says|sees|gives?|has|have) |"  # "She says nothing in class"
    r"\b(?:is|are|was|were|found|and|raised|of|still|"
    r"made|put|reported|receives?|recorded|identified|needed|therefore|so|names|lists|holds|asks for) )"
    r"(?:also |again |currently |at present )?(?:none|nothing|nil(?: return)?|not any)\b" + _NOTHING_MORE + "|"
    r"\b(?:none|nothing) (?:was|were|has been|have been|is|are) (?:found|identified|needed|required|reported|raised|"
    r"noted|recorded|requested|wanted|made|in place|specified|provided|agreed|asked for)\b|"
    # Not known to social care; not required.
    r"(?:\bnot|n't) " + _FAR + r"(?:" + _KNOWN + r"|applicable\b|relevant\b|required\b|needed\b|requested\b|sought\b|"
    r"identified\b|appropriate\b|in place\b|asked for\b|taken up\b|wanted\b|agreed\b|called for\b|necessary\b|apply\b|"
    r"involved\b(?=$| (?:at|currently|now|yet|to date)\b| (?:with|from) (?:"
    + _SERVICE
    + r"|him|her|them|the \w+))|(?:an? )?(?:open|current) case\b|(?:currently )?open to "
    + _SERVICE
    + r"|"
    r"on (?:our|the) (?:books|caseload)|(?:meet|met|reach|reached) (?:the|their|its|our) (?:criteria|thresholds?)\b|"
    r"know (?:him|her|them|the (?:family|child|young person))\b|(?:[\w']+ ){0,4}need(?:ed)? (?:one|any|filling|it|"
    r"them|help from)\b|at (?:present|this time|the moment)\b|now$|this (?:year|time)$|disclosed\b|arise\b|arisen\b|"
    r"(?:a )?child in need\b)|\bthere (?:wasn't|isn't|weren't|aren't)$|^n/?a\b|^declined\b|\b(?:care|services?|teams?|"
    r"council|authority|help|camhs|hub|we) (?:do|does|did) not know [\w'-]+$|"
    r"\bunknown to " + _SERVICE + r"|\bnever (?:been |yet |once )?(?:referred|known to " + _SERVICE + r"|"
    r"involved with|asked for|(?:needed|wanted|received|required) (?:any|one|it|help|support|an?))\b|"
    # No equipment is required; no changes were asked for.
    r"\bno\b[^.]{0,100}?\b(?:is|are|was|were|has been|have been|being|been)? ?(?:currently |presently |considered )?"
    r"(?:identified|required|needed|reported|applicable|noted|raised|requested|sought|indicated|recorded|disclosed|"
    r"specified|necessary|called for)\b|\bno (?:[\w'-]+ ){0,3}(?:applies|apply)\b|\b(?:ticked|family|parents?|mother|"
    r"father|mum|dad|we|they|you|carers?)(?: (?:have|has))?(?: (?:answered|said|chose|chosen|replied|ticked))? \"?no$|"
    r"\bno,? thank|\b(?:aren't|isn't|haven't|hasn't) any\b|(?:^|\b(?:sections?|part|box|page|form|this|it|both|have|"
    r"has|intentionally|[a-k][12]?)\b[^.]{0,40}\b)(?:left|is|are|been|entirely|"
    r"intentionally) (?:this \w+ )?(?:therefore |also |then )?"
    r"(?:blank|empty|nil)\b|^blank(?=$| (?:on purpose|at|by|here|for)\b)|\b(?:only )?universal services only\b|"
    r"\bmet (?:in full |fully |entirely )?(?:by|through|within|from) (?:the )?(?:ordinary |usual )?universal\b|"
    r"\b(?:is|are|am) (?:a |an )?(?:very |perfectly |otherwise |generally )?(?:healthy(?! weight)|in (?:good|"
    r"excellent) (?:physical )?health|fit and (?:well|healthy)|well)\b(?=$| (?:and|at present|now)\b)|\b(?:rarely|"
    r"never|seldom) (?:ill|poorly|unwell)\b|\bno (?:part|element|portion|share)\b|\bnot? (?:[\w'-]+ ){0,4}(?:come|"
    r"came) to light\b|\b(?:closed|discharged) (?:the |his |her |their )?(?:case|file|referral)\b|\bcase (?:was |"
    r"is )?closed\b"
)
_BARE = re.compile(
    r"[-./\\_ ]{1,6}|n\s?[/.\\]?\s?a|n|nil(?: return)?|none|no|nothing|not? applicable|no,? thank(?:s|"
    r" you)"
)
_OF_ALL = rarely(  # "none identified", "there is nothing to add", "no needs were found", "no further provision"
    r"^(?:none|nothing|nil|n/?a|not? (?:applicable|relevant|required|needed|identified|known|requested))\b|"
    r"\b(?:is|are|was|were|been|has|have|found) (?:\w+ )?(?:none|nothing|nil|blank|empty)\b|"
    r"\b(?:provision|outcomes?)\b|\b(?:no|nor|any|an?) (?:[\w'/-]+,? ){0,5}needs?\b|"
    r"\b(?:any|no|not) (?:additional|further|other|special|specific)\b"
)
_MATTERS = {
    "B": rarely(r"\b(?:no|nor|any|an?) (?:[\w'-]+,? ){0,4}(?:concerns|worries|difficult(?:y|ies)|issues|problems)\b"),
    "E": rarely(r"\bno entry\b"),
    "F": rarely(r"^no (?:[\w-]+ ){0,3}(?:support|help|equipment) (?:is|was) (?:\w+ )?(?:needed|required|identified)$"),
}
_BUDGET = ("budget", "direct payment", "paid to us", "the money")
_NOT_ASKED = re.compile(  # The parents were told about personal budgets and have not asked for one.
    r"\b(?:has|have|had|did|do|does|was|were|is|are|would)(?: not|n't) (?:yet |currently |been |being |so far |"
    r"chosen to )?"
    r"(?:ask(?:ed)?|request(?:ed)?|sought|seek|want(?:ed)?|wish(?:ed|ing)?|appl(?:y|ied)|take|taken|opt(?:ed)?|like|"
    r"accept(?:ed)?|made|pursued?|chosen|choose|required?|needed|agreed|in place|set up|arranged|hold|held|use|used|"
    r"looking|interested)\b|\b(?:declined|turned (?:it |this |the offer )?down|decided against|decided (?:that )?not|"
    r"(?:chosen|chose|opted|decided|prefers?|preferred) not to|said \"?no$|rather not|no wish|no plans|no,? thank)\b"
)
_HELD = rarely(
    r"\b(?:chose|paid by|paid with|(?<!to )(?<!could )(?<!can )(?<!would )(?:has|have)) (?:an? |the )?"
    r"(?:direct payment|(?:personal |notional )?budget)\b|than the direct payment\b|"
    r"\b(?:direct payments?|personal budget)(?: [\w'-]+){0,4} (?:is|are) (?:in place|made|paid|used)\b"
)
_PAID = re.compile(r"£| / |\b(?:receives?|paid|pays?|uses?|refused)\b(?! (?:no\b|to us))")
_SOMETHING = re.compile(  # what leaves room for something beside "no needs"
    r"\b(?:but|however|although|though|except|apart from|other than|aside from|besides|save (?:for|that)|while|whilst|"
    r"as long as|provided (?:that|he|she|they|it)|unless|until|(?<!\d )(?<!in )(?<!of )(?<!since )may(?! \d{4})|can|"
    r"could|must|shall|should|will|would|struggles?|beyond (?:an?|the|his|her|one|two)|yet|instead|even so|"
    r"nevertheless|only if|pending|awaited|awaiting|waits|not only|any more)\b|£"
)
_PERHAPS = re.compile(  # what may be asked or thought about some day is nothing now
    r"\b(?:may|can|could|will|would like to|would|should)(?: \w+ly)? (?:also |still |always |then )?(?:be (?:asked|"
    r"considered|reviewed|discussed|looked at|raised|revisited|added|updated|amended|explored|recorded|made|"
    r"offered again)|ask|request|think (?!of)|raise|tell|consider|revisit|contact|ring|return|come back|look|"
    r"let us know|talk|discuss|review|change (?:his|her|their|your|our) minds?|take (?:its|their) place|"
    r"go on arranging|(?:itself )?arrange (?:all|the|its|everything))\b|\bshould (?:this|that|these|things|his|her|"
    r"their|the|any|your|circumstances)\b[^.]{0,60}?\bchange\b|\b(?:as|so) yet\b|\bthe provision that may\b|"
    r"\bthat (?:may|can|could|would|must|should|will) be (?:specified|required|made)\b|\bwould (?:require|need|"
    r"call for|fall|belong|go|indicate|suggest|be (?:needed|entered|required))\b|\b(?:would|could) (?=not\b|"
    r"think of nothing)"
)
_GOES_ON = (  # a clause of its own after "and"
    r",? and (?=(?:no|none|nothing|not|neither|nobody|there|he|she|they|we|you|i|it|this|the|his|her|their|your|our|"
    r"is|are|was|were|has|have|had|does|do|did|gave|gives|asks?|asked|reports?|reported|confirmed|takes|wears|uses|"
    r"carries|sees|needs|waits|attends|that|so|therefore|found|says?|said|wrote|sleeps|eats|spends|sits|cannot|can|"
    r"never)\b)"
)
_PARTS = re.compile(
    _GOES_ON + r"|;\s|,\s(?=(?:he|she|they|we|you|i|the|his|her|their|there (?:is|are)|one|two|an?|under)\b)|"
    r",? (?:so|therefore|because|as|since|which means(?: that)?|meaning(?: that)?|thus|where|when|that is why|and so|"
    r"hence)"
    r"(?: that)? "
    r"(?=(?:there|no|none|nothing|he|she|they|we|you|i|it|his|her|their|your|the|this|these|section|social|health|any|"
    r"none)\b)|(?:(?<=found)|(?<=concluded)|(?<=confirmed)|(?<=reported)|(?<=reports)|(?<=said)|(?<=says)|"
    r"(?<=told us)|(?<=tell us)|(?<=established)|(?<=states)|(?<=stated)|(?<=noted)|(?<=advised)|(?<=advise)|"
    r"(?<=wrote)|(?<=agreed)) that "
)
_SMALLER = re.compile(r",\s|:\s|\s[–-]\s|\s?[()]\s?")
_LED = re.compile(r"^(?:as|since|because|so|therefore|and|hence|for the same reason|accordingly|where) ")
_GIVEN = rarely(  # words of a need or of something given
    r"\b(?:takes|wears|uses|carries|needs (?:an?|the|to|help|support)|requires?|receives?|(?:has|have|had|"
    r"having) (?:an?|his|her|their|two|some|few|little|limited|mild|severe|moderate|type|asthma|eczema|epilep\w+|"
    r"allerg\w+|many|several|frequent|poor|low)|struggles|finds (?:it|this)|attends|pain|(?:cause|extent|effects?) of|"
    r"seizures?|asthma|eczema|epilep\w+|allerg\w+|diabet\w+|medication|medicines?|inhalers?|melatonin|injections?|"
    r"twice|daily|weekly|hours?|minutes|each (?:day|week|month|term)|every (?:\w+ )?(?:day|week|month|term|night|"
    r"year)s?|exhausted|tired|anxious|distress\w*|pads?|sleeps?|wakes?|afternoons?|evenings|weekends?|waiting|"
    r"short breaks?|respite|carers?'? (?:needs?|assessment is)|(?<!learning )difficult\w*|problems?|diagnosed with|"
    r"lives with (?:an?|epi)|under (?:the|a) (?:care|consultant)|treated|treatment|monitored by|overnight|nights|"
    r"glasses|hearing aids?|fits\b(?! (?:and|in|with))|feeds?\b|tube\b|vomit\w*|sitter|ramps?|rails?|hoist|wheelchair|"
    r"splints|taxi|hits?|child protection plan|looked after|young carer|(?:every|on) (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)days?"
    r"(?! \d)|disaggregate)\b"
)
_LACKS = rarely(  # "Her parents have no help."
    r"\b(?:parents?|mother|father|mum|dad|family|carers?)\b[^.]{0,25}\b(?:no|any|enough|little) (?:\w+ )?"
    r"(?:help|support|break|rest|respite)$"
)
_NONE_OF = rarely(r"(?:\b(?:\w+s )?(?:no|not|never|without|nor|any|none|nothing)|n't)\b(?: [\w'-]+){0,4}")
_TOLD = rarely(  # who was asked, what they did, where it stands
    r"\b(?:asked|asking|sought|seek|consulted|contacted|reports?|reported|confirm(?:s|ed)?|replied|replies|wrote|"
    r"writes|told|tells?|said|says?|stated?s?|found|examined|saw|sees|seen|reviewed|checked|checks?|conclude[sd]?|"
    r"advise[sd]?|agrees?|agreed|discharged|considered|looked|informed|notified|responded|response|noted|notes|"
    r"offered|explained|discussed|discussion|know about|aware of|assessed|assessment|assessments|took part|"
    r"contributed|carried out|completed|enquir\w+|inquir\w+|closed|established|satisfied|happy|settled|content|"
    r"health is good|pleased|well|healthy|good health|fit|thriving|fine|normal|managing|up to date|universal|ordinary|"
    r"like (?:any|every) (?:other )?(?:young person|child|boy|girl|pupil|student)|lives (?:at home )?with (?:his|her|"
    r"their|mum|dad|both)|section|see|above|below|leaflet|told of|right to|option|information|talked|spoke|letter|"
    r"e-?mail|dated|advice|opinion|view|time of writing|date of this plan|no change from|as far as (?:we|i)|thank you|"
    r"present|moment|reason|correct|same|agree|delegated|arranges?|arranged|know|invited|opportunity|think|ask again|"
    r"at any (?:time|review)|under section|under the|act(?: of)? \d{4}|\d{4} act)\b|^(?:on|in|at|following|after|from|"
    r"by|having|dated|further to|subject to|for)\b"
    r"(?!.* (?:is|are|was|were|has|had|he|she|they|cannot) )|^\d|\b(?:is|am|are) (?:now |aged )?(?:under )?\d{1,2}\b|"
    r"^(?:dr |the |our |his |her |a |an )?(?:[\w'-]+ ){0,4}(?:paediatrician|doctor|gp|nurse|worker|services?|council|"
    r"authority|icb|board|clinic|hub|team|nhs|officer|manager|dr [\w'-]+)$|^(?:dr|mr|mrs|ms|miss|dear) [\w' -]{2,30}$|"
    r"\b(?:takes|sees|uses|wears|needs|is on) no (?:[\w'-]+ )?(?:medic\w+|specialists?|consultants?|equipment|"
    r"treatment|doctors?)\b"
)
_PROMPTS = rarely(
    r"(?:this (?:section|part|page|box|may|includes?|must|should)|tick|please|(?:social care|health|education) to "
    r"complete|provision which must|list|record|give|state|set out|enter|include|describe|complete|"
    r"if (?:the|there|no|none)\b[^.]{0,90}\b(?:say|write|put|leave|state|enter|tick))\b"
)
_NUMBER = re.compile(  # "10.1 None.", "3. None", "(a) None", "H2.1 None"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,4})[.):]|\d{1,3}(?:\.\d{1,2}){1,2}(?=\s)|\d{1,3}(?=\t)|"
    r"(?:H[12]|[A-K])\.\d{1,2}(?=\s))"
    r"\s{1,6}(?=\S)"
)
_NO_MORE = re.compile(r"(?:there (?:is|are) )?(?:no|nothing|none) (?:other|further|additional|more|else)\b")
_AROUND = " \u00a0\t\n•*()[]\"'’‘ʼ`–-"
_ENDS = " .,()\"'"
_LONGEST_HEAD = 12  # words


@lru_cache(maxsize=8192)  # asked of the same words as a heading, a line and an item, and of a form in all its plans
def is_nil(statement: str) -> bool:
    """Does one short statement say that there is nothing? "No needs were identified, but ..." does not."""
    text = _bare(without_number(statement))
    if not text or len(text) > LONGEST_STATEMENT:
        return False
    text = plain(text)
    if len(text) > SHORTEST_SENTENCE and not _NEGATED.search(text):
        return False
    return _says(text.rstrip(".! ")) is True


def is_nil_among(code: str, statement: str) -> bool:
    """Does a statement among the items of a section say that there are none? In B, E and F children do without much
    ("Ama dresses without help", "No handwriting is required"), so that there it has to speak of the section's matter.
    """
    return is_nil(statement) and _is_of_matter(code, statement) and not _says_what_there_is(statement)


def _says_what_there_is(statement: str) -> bool:
    """Do sentences tell something, and others only that there is no more: "He has eczema. No other need is known"?"""
    sentences = [plain(statement[start:end]).rstrip(".! ") for start, end in sentence_spans(statement)]
    told = {sentence: _says(sentence) for sentence in sentences if sentence}
    ends = [sentence for sentence, nothing in told.items() if nothing]
    return False in told.values() and bool(ends) and all(map(_NO_MORE.match, ends))


def _is_of_matter(code: str, statement: str) -> bool:
    if code not in _MATTERS:
        return True
    text = plain(_bare(without_number(statement))).rstrip(".! ")
    text = text.rpartition(": ")[2]
    return (
        _BARE.fullmatch(text) is not None or _OF_ALL.search(text) is not None or _MATTERS[code].search(text) is not None
    )


def _bare(statement: str) -> str:
    """Without marks around it, unless it is nothing but marks."""
    return statement.strip(_AROUND) or statement.strip()


@lru_cache(maxsize=4096)  # and as a sentence of its section
def _says(sentence: str, *, budget: bool = False) -> bool | None:
    """True where a sentence says that there is nothing, None where it only says how that is known, else False."""
    if _BARE.fullmatch(sentence):
        return True
    head, colon, tail = sentence.partition(": ")
    if colon and len(head.split()) <= _LONGEST_HEAD and _says(tail, budget=budget):
        return True  # "Other social care provision: none is reasonably required."
    sentence = _PERHAPS.sub("", sentence)
    budget = budget or any(one in sentence for one in _BUDGET)
    if budget and _NOT_ASKED.search(sentence) and not _PAID.search(sentence) and not _is_held(sentence):
        return True
    if _SOMETHING.search(sentence):
        return False
    to_child = " you" in sentence
    return together(_part(one, budget=budget, to_child=to_child) for one in _PARTS.split(sentence) if one.strip(_ENDS))


def together(told: Iterable[bool | None]) -> bool | None:
    """Of some parts, each of which says that there is nothing, only tells of it, or says something."""
    nothing = None
    for one in told:
        if one is False:
            return False  # whatever the rest says
        nothing = nothing or one
    return nothing


def _part(part: str, *, budget: bool, to_child: bool) -> bool | None:
    told = _clause(part, budget=budget)
    if told is not False:
        return told
    smaller = [one for one in _SMALLER.split(part) if one.strip(_ENDS)]
    if len(smaller) < 2:
        return told
    return together(None if to_child and " " not in one.strip() else _clause(one, budget=budget) for one in smaller)


def _clause(clause: str, *, budget: bool) -> bool | None:
    clause = _LED.sub("", clause.strip(_ENDS), count=1)
    if _BARE.fullmatch(clause):
        return True
    if _is_given(clause):
        return False
    if _NOTHING.search(clause) or (budget and _NOT_ASKED.search(clause)):
        return True
    if budget and any(one in clause for one in _BUDGET):
        return False if _is_held(clause) else None
    return None if _TOLD.search(clause) else False


def _is_held(clause: str) -> bool:
    """Does a clause say that there is a budget or payment: "The sitter is paid by direct payment"?"""
    return _HELD.search(_NONE_OF.sub("", clause)) is not None


def _is_given(clause: str) -> bool:
    """Does a clause hold words of a need or of something given, of which it does not say that there is none?"""
    if _LACKS.search(clause):
        return True
    return _GIVEN.search(_NONE_OF.sub("", clause)) is not None


def without_number(statement: str) -> str:
    """A statement without the number of its paragraph ("52. None identified.")."""
    match = _NUMBER.match(statement)
    return statement if match is None else statement[match.end() :]


def says_nothing(text: str, code: str = "") -> bool | None:
    """True where a text of a few sentences says that there is nothing, and no more than how that is known; None where
    it only tells of the latter; False where it says anything else. `code` is the section's that holds it.
    """
    return together(_told_in(text, code))


def _told_in(text: str, code: str) -> Iterator[bool | None]:
    """What each sentence of a section's text says, as `_says` tells; a form's prompt only tells of it."""
    lowered = plain(text)
    budget = any(one in lowered for one in _BUDGET)
    for start, end in sentence_spans(text):
        sentence = _bare(without_number(lowered[start:end])).rstrip(".! ")
        if sentence and not sentence.isdigit():
            told = _says(sentence, budget=budget)
            if told and not _is_of_matter(code, sentence):
                yield False
            yield None if told is False and _PROMPTS.match(sentence) else told
