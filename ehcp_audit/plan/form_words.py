"""The words of a form that are nobody's: notes to its writer, prompts, what a section is for, places left to fill."""

from __future__ import annotations

import re

from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

AROUND = " \u00a0()[]*•–-"
"""What may stand around such a line."""

_LONGEST_GUIDANCE = 420  # characters
_LONGEST = 260  # of a line that says what its section is for
_NOTE_TO_WRITER = re.compile(
    r"\W{0,3}(?:guidance(?: notes?)?|notes? (?:to|for) (?:the )?"
    r"(?:writers?|authors?|officers?|co-?ordinators?|caseworkers?))"
    r"\s{0,2}[:–—-]\s",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(  # of a form in Word, as a PDF shows it
    r"(?:click or tap|click|tap) (?:here )?to (?:enter|add|insert|type)(?: (?:text|a date|some text))?\.?|"
    r"(?:choose an item|select a date)\.",
    re.IGNORECASE,
)
_PROMPTS = rarely(
    r"(?:this (?:section|part|page|box|may|includes?|must|should)|tick|please|(?:social care|health|education) to "
    r"complete|provision which must|list|record|give|state|set out|enter|include|describe|complete|"
    r"if (?:the|there|no|none)\b[^.]{0,90}\b(?:say|write|put|leave|state|enter|tick))\b"
)
_ON_WRITING = (  # Provision must be detailed, specific and quantified.
    r"^(?:the |all |any )?(?:of the )?(?:identified |special educational |health (?:care )?|social care )?"
    r"(?:provision|needs|outcomes?) (?:must|should|need to) (?:all |always |normally )?be "
    r"(?:detailed|specifi\w{1,3}|quantified|clear\w{0,2}|set out|recorded|listed|stated|described|measurable|smart|"
    r"written|linked|included)\b",
    # Outcomes are about what will change; outcomes should be what the child will be able to do.
    r"^(?:the )?outcomes? (?:is|are|should be|must be|say|says|describes?|sets? out) (?:about )?(?:what|how)\b",
    # They are not a description of the service; outcomes are long term; steps are for the next twelve months.
    r"^(?:they|these|it|outcomes?|an outcome|the outcomes?) (?:is|are|should|must) not (?:be )?(?:an?|the) (?:\w+ )?"
    r"(?:description|list|statement|service|target|provision)\b",
    r"^(?:the )?(?:outcomes?|steps?|targets?|aims?|objectives?|goals?) (?:is|are) "
    r"(?:(?:long|short|medium)(?:er)?[- ]term\b|"
    r"for (?:the (?:next|coming|end|year|key stage|phase)|a|one|the \w+ term)\b)",
    # Each entry is linked to the numbered outcomes in part E.
    r"^(?:each|every|all|the) (?:entry|entries|items?|lines?|rows?|points?|numbers?|provision|outcomes?|needs?)"
    r"(?: (?:below|here|in this section))? (?:is|are) "
    r"(?:linked|matched|tied|cross-referenced|numbered|grouped|ordered) "
    r"(?:to|with|by|under)\b(?: [\w'’-]{1,20}){0,3} (?:needs?|outcomes?|sections?|parts?|areas?|numbers?)\b",
    # Provision is linked to each need in section B.
    r"^(?:provision|support|outcomes?|needs?) (?:is|are) (?:linked|matched|tied|cross-referenced|numbered|grouped) "
    r"(?:to|with|by|under)\b(?: [\w'’-]{1,20}){0,3} (?:needs?|outcomes?|sections?|parts?|areas?|numbers?)\b",
    # Last saved 3 March 2026 at 10:15; Locked: yes. What a computer's record says of itself.
    r"^(?:(?:last )?(?:saved|exported|printed|generated)(?: by [^.:;]{3,40}?)?|(?:last )?(?:updated|modified|edited)|"
    r"last (?:amended|changed))(?: on| at)?[: ]{1,3}\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:st|nd|rd|th)? [A-Z][a-z]{2,8} )"
    r"\d{2,4}\b[^.;]{0,60}$",
    # The steps were rewritten at the review; the first outcome is partly met and the second not yet met.
    r"^(?:the|these|those|all|both) [^.:;]{1,40} (?:were|was|have been|has been) (?:all |both )?"
    r"(?:rewritten|revised|changed|updated|agreed|kept|reviewed|amended|added|removed|reworded|renewed)\b[^:;]{0,40}"
    r"\b(?:at|after|following|since) (?:the|this|that|last|his|her|their) (?:\w+ ){0,2}review\b",
    r"^(?:the |all |both |this |these )?(?:of the )?(?:first |second |third |last |other )?outcomes?(?: \d{1,2})? "
    r"(?:is|are|was|were|has been|have been) (?:now )?"
    r"(?:(?:not yet|partly|partially|fully|nearly|largely|almost) )?(?:met|achieved|reached)\b",
    # Please read Section E together with Section F.
    r"^please (?:read|see|refer to|look at) (?:this |the )?(?:section|part)s?\b[^.;]{0,90}"
    r"\b(?:sections?|parts?) [a-k]\b",
    # What, who, how long, how often.
    r"^(?:(?:what|who|where|when|how (?:long|often|much|many))(?: and )?[,?/ ]{1,3}){2,6}(?:[\w ]{3,12})?[.?]?$",
)
_ASKED = (
    r"(?:what(?: (?:support|provision|help))?(?: (?:will be|is to be|must be|is) "
    r"(?:done|provided|put in place|given|needed))?|"
    r"who(?: (?:will|is to|must|should))?(?: (?:do|does|give|gives|deliver|delivers|provide|provides)(?: it| this)?)?|"
    r"when|where|by whom|by when|how (?:often|long|much|many))"
)
_SUBTITLES = (  # what a form says a section is for, or asks of its writer
    # Any health provision reasonably required; details of any personal budget; this section is in two parts.
    r"^(?:any |the )?(?:health|social care) (?:care )?provision reasonably required\b[^:;]{0,120}$",
    r"^(?:this|the) section is in (?:two|2) parts\.?$",
    # Section E is the outcome row of each table and section F the table under it.
    r"^in (?:each|every|the) (?:table|row|box|card)s?\b[^.:;]{0,60}\b(?:columns?|rows?|cells?|boxes)\b[^:;]{0,120}$",
    # The cards below each hold one outcome and what will be provided for it.
    r"^(?:the |each |every )?(?:next |following )?(?:cards?|tables?|pages?|boxes|rows?|grids?|sheets?)\b[^.:;]{0,40}\b"
    r"(?:holds?|shows?|gives?|sets? out|has|have|contains?)\b[^:;]{0,40}\b(?:outcomes?|section|provision)\b[^:;]{0,80}"
    r"$",
    # The two sections are set side by side and are headed apart in the tables.
    r"^(?:the|these|both|all) (?:\w+ )?(?:sections|parts|tables|columns)\b[^.:;]{0,20} (?:is|are) (?:set|shown|placed|"
    r"written|headed|laid|printed)\b[^.:;]{0,100}\.?$",
    # There is one page for each area of need.
    r"^there (?:is|are) (?:an?|one|two|three) (?:\w+ )?(?:pages?|tables?|sheets?|grids?|cards?|charts?|box|rows?) "
    r"for (?:each|every) (?:area|need|outcome)\b[^:;.]{0,60}\.?$",
    r"^sections? [a-k][12]? (?:is|are|holds?|shows?|contains?) (?:the|in|an?)\b[^:;]{0,160}$",
    # Those which relate to special educational needs or a disability.
    r"^(?:those|any|all|needs|health (?:care )?needs|social care needs)\b(?: (?:which|that))?(?: are)? "
    r"(?:relate|related|relating) to (?!.{0,90}\b(?:is|are|was|has|have|will|must)\b)[^:;]{0,40}"
    r"(?:special educational|\bsen\b|learning difficult|disabilit)[^:;]{0,40}$",
    # Under section 2 of the Chronically Sick and Disabled Persons Act 1970; provision outside the 1970 Act.
    r"^(?:(?:any |all )?(?:other )?(?:social care )?(?:provision|support|services?|help|that) )?"
    r"(?:(?:which is|that is|to be)? ?(?:made|arranged|required|given|assessed) )?"
    r"(?:under|outside|in accordance with|other than under|not under|as required by|pursuant to) (?:the )?"
    r"(?:section 2|s\.? ?2|chronically sick|csdpa|\d{4} act)\b(?!.{0,90}\b(?:is|are|has|have|will|must)\b)[^:;]{0,90}$",
    # State what, who, and how often; what will be done, who will do it, and how often.
    r"^(?:(?:state|say|set out|specify|list|show|record|describe|detail|explain) (?:here |clearly )?)?"
    + _ASKED
    + r"(?:(?:,? and |[,;/?] )"
    + _ASKED
    + r"){1,6}[.?]?$",
    # What the child needs; what we want the young person to be able to do.
    r"^(?:what|how|who)\b(?: [\w'’-]{1,20}){0,4} (?:the|your|a|this) "
    r"(?:child|young person|pupil|learner)\b[^:;]{0,90}$",
)
_GUIDES, _SUBTITLE = (re.compile("|".join(patterns), re.IGNORECASE) for patterns in (_ON_WRITING, _SUBTITLES))
_NEEDS = r"(?:needs?|outcomes?|provision|services|views|evidence|advice|reports?|conditions|strengths|details)"
_WRITTEN = (
    r"(?:specifi(?:ed|c)|recorded|entered|written|set out|listed|detailed|quantified|described|included|measurable|"
    r"smart|quoted|numbered|attached|stated|clear|summari[sz]ed|completed|linked|referenced|achievable|left out)"
)
_TOLD = (  # who writes, in plain words: no date
    r"(?:plan|writer|author|officer|case|sen|send|ehc|social|health|education|family|parents?|school|setting|local|"
    r"designated|lead|child|young|co-?ordinator|professional)"
)
_MUST = r"(?:must|should|may|can|needs? to|are to|is to)(?: not)?(?: (?:all|always|normally|also|only|each))*"
_EACH = r"(?:" + _NEEDS + r"|area|professional|diagnosis|condition|item|service|one|entry|" + _TOLD + r")\b"
_OF_PLANS = (
    _NEEDS + r"|diagnos[ei]s|diagnosed|name and (?:the )?type|(?:draft|final|proposed) plan|section [a-k][12]?|"
    r"this section|budget|direct payments?|first person|provide it|regulation|here|adaptations|short breaks|"
    r"plans for the future|history|(?:child|young person|parents|family) (?:took part|was involved|communicates|"
    r"contributed)|engage them"
)
_STRONG = re.compile(
    # Describe all of the needs; please do not include provision here; note: list each service; say how the child ...
    r"(?:(?:please|note:|notes:|guidance:|n\.?b\.?:?|only|here|where possible,?|briefly|clearly|in this section,?) )*"
    r"(?:do not |don't )?"
    r"(?:describe|list|summari[sz]e|state|specify|detail|set out|outline|record|enter|insert|say|write|explain|type|"
    r"identify|complete|attach|name|document|indicate|quote|put|add|note|delete|refer to|number|consider|"
    r"(?:give|provide|include)(?! (?:the |a |each )?(?:child|young person|pupil|learner|student)\b))\b"
    r"[^.:;]{0,120}?\b(?:" + _OF_PLANS + r"|service)\b|"
    r"(?:state|say|specify|detail|set out)\b[^.:;]{0,20}\b"
    r"(?:what will be provided|who will provide (?:it|each|them|this))\b|"
    r"specify and quantify\b|one (?:row|line|box|page|sheet) (?:per|for each) "
    + _EACH
    + r"|taken? from the [a-z ]{0,30}advice\b|"
    r"tick (?:(?:one|all (?:that|which) apply|as appropriate)\W*$|the (?:areas|provision|needs|boxes that|box that)\b)|"
    r"prompts?: [^.:;]{0,60}\b(?:friends|hopes|home|family|health|future|interests)\b|(?:in )?(?:their own|"
    r"the (?:child|young person)'s own) words where possible\b|"
    r"(?:please )?keep to (?:one|two) pages?\b|"
    r"(?:health|social care|education|school)(?: colleagues| team| lead)? to complete(?: this)?\W*$|"
    r"[^.:;]{0,80}\b(?:,? say so\b|do not leave (?:it |this )?blank\b)|"
    r"(?:please )?summari[sz]e what is working\b|(?:please )?use\b[^.:;]{0,50}\bown words\b|"
    r"(?:please )?use (?:one|an?|a new|a separate) (?:row|line|box|table|page|sheet) for (?:each|every) " + _EACH + r"|"
    r"avoid (?:(?:words|phrases|terms)\b[^:;]{0,60}\b(?:regular|access|"
    r"opportunit\w+|as (?:required|needed|appropriate)|benefit|ongoing|vague|would)\b|jargon\W*$|vague)|"
    r"it (?:should|must) be clear\b[^.:;]{0,60}\b(?:" + _OF_PLANS + r"|provide[ds]?)\b|"
    # This section should set out ...; these should be based on the needs in Section C.
    r"(?:this|the) (?:section|part|box)(?: of the plan)? (?:should|must|is to|needs to|will|sets? out|describes|lists|"
    r"records|contains|covers|specifies|is for|is about|explains|includes)\b[^.:;]{0,80}?\b(?:" + _OF_PLANS + r"|child|"
    r"young person)\b|"
    r"(?:this|these|they) (?:should|must)\b[^.:;]{0,80}\b(?:" + _NEEDS + r"|section [a-k])\b|"
    # Outcomes should be SMART; only needs that relate to SEN should be recorded; each outcome should have a date.
    r"[a-z', /.-]{0,60}?\b" + _NEEDS + r"\b[^:;]{0,90}?[ ,]" + _MUST + r" "
    r"(?:be (?:[a-z]+ly )?" + _WRITTEN + r"\b|have (?:a|an) (?:date|number)\b|(?:describe|span|cover|reflect)\b|"
    r"be provided, including\b|[^.:;]{0,60}\b(?:written|recorded|entered|included|set out) (?:here|in this section)\b)|"
    r"there (?:must|should) be (?:provision|an outcome) for (?:each|every) (?:need|outcome)\b|"
    r"where (?:there is )?an? (?:personal budget|direct payment)\b[^.:;]{0,60}\bdetails (?:should|must) be\b|"
    r"(?:ensure|remember|make sure|check)\b[^.:;]{0,60}\b(?:outcomes?|needs?|provision)\b[^.:;]{0,40}\b"
    r"(?:smart|specific|measurable|quantified|numbered|recorded|linked|to (?:a|the) needs?)\b|"
    # If none, say so; write 'none' where there are none; leave blank in a proposed plan.
    r"(?:please )?(?:if|where|when) (?:there (?:is|are) )?(?:none|nothing|no [a-z ]{3,40}|not applicable|n/a),? "
    r"(?:please )?(?:say|state|write|enter|record|insert|put|note|indicate|leave)\b|"
    r"(?:please )?(?:write|enter|put|state|insert|record|say) ['\"(]{0,2}(?:none|nil|n/a|not applicable|not known)\b|"
    r"(?:please )?(?:do not )?leave (?:this (?:section|part|box) )?blank\b(?! \w+s\b)|to be left blank\b|"
    r"(?:please )?(?:do not )?(?:name|enter) (?:a|the) (?:school|setting|placement) in a (?:draft|proposed)\b|"
    # To be completed by the plan writer; the writer should ...
    r"to be (?:completed|filled in|written|drafted|entered|checked) (?:by|with) (?:the )?" + _TOLD + r"\b|"
    r"(?:the )?(?:plan )?(?:writers?|authors?|officers?|co-?ordinators?) (?:should|must|need to|needs to|will)\b"
    r"[^.:;]{0,80}\b(?:" + _OF_PLANS + r"|plan|section|conditions?)\b"
)
_OPENS = re.compile(r"(?:please|consider|think|remember|use|this|these|it|the form|notes?)\b")
_OF_LESSONS = rarely(  # what staff are told to do with the child
    r"\b(?:home[- ]school|book|diary|whiteboard|lessons?|timetable|classroom|pictures|care plan(?= at)|provision map|"
    r"task|stories|daily(?! li)|weekly|(?:each|every) (?:half |school )?(?:day|week|term|morning|session|meeting|"
    r"year)|visits?)\b"
)
_FURTHER = rarely(  # what may follow such a line, in a line of its own
    r"(?:please |only |also )?"
    r"(?:check|delete|number|use|refer|do not|each|they|see|remember|ensure|make sure|consider)\b"
    r"[^.:;]{0,90}\b(?:needs?|outcomes?|areas?|provision|section|smart|apply|applicable|quantified|numbered|advice)\b"
)
_OF_LAW = rarely(
    r"\b(?:sections?|regulations?|reg\.?|paragraphs?|s\.|year|stage|part) \d{1,4}[A-Z]?(?:\(\d\))?|"
    r"\b(?:under|over|aged?|post-?) ?\d\d\b|\b0(?: to |-)25\b|\b(?:19|20)\d\d (?=Act\b)|(?<=Act )(?:19|20)\d\d|"
    r"(?<=Regulations )20\d\d|\bsection I\b|(?-i:\b[A-HJK][12]?\b)",
    re.IGNORECASE,
)
_KNOWN = frozenset(  # capitals that name nobody
    {"Act", "Acts", "Adulthood", "Annex", "Appendix", "Authority", "Board", "Budget", "Budgets", "CCG", "CSDPA"}
    | {"Care", "Children", "Chronically", "Code", "Council", "Direct", "Disabled", "EHC", "EHCP", "EP", "Education"}
    | {"Educational", "Equality", "Families", "Health", "ICB", "Integrated", "Key", "LA", "Local", "N", "NHS"}
    | {"Needs", "Nil", "None", "Not", "OT", "Outcomes", "Part", "Payment", "Payments", "Personal", "Persons", "PfA"}
    | {"Plan", "Plans", "Practice", "Preparing", "Provision", "Regulation", "Regulations", "SALT", "SEN", "SEND"}
    | {"SMART", "School", "Section", "Sections", "Sick", "Social", "Special", "Stage", "Year"}
)
_CAPITAL = rarely(r"(?<=[a-z,;] )[A-Z][\w'’]*|(?<=[a-z,;] \()[A-Z][\w'’]*")
_EITHER = rarely(r"\b(?:his or her|his/her|he or she|he/she|him or her|her or his|she or he)\b", re.IGNORECASE)
_OF_SOMEBODY = rarely(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im)\b|\d|£|\{\{|«")


def tells_writer(text: str) -> bool:
    """Is it plainly for the writer: "Guidance: leave blank if there is none", "Click or tap here to enter text."?"""
    return _NOTE_TO_WRITER.match(text) is not None or _PLACEHOLDER.fullmatch(text.strip()) is not None


def is_prompt(sentence: str) -> bool:
    """Does a sentence, in small letters, ask the writer for something: "list each need", "tick if there are none"?"""
    return _PROMPTS.match(sentence) is not None


def is_of_the_form(text: str) -> bool:
    """Is a line what the form says the section is for, or how it is to be filled in, and no statement of the plan?"""
    text = " ".join(text.split())
    return len(text) <= _LONGEST and (_GUIDES.match(text) or _SUBTITLE.match(text)) is not None


def is_guidance(text: str) -> bool:
    """Is a line what a form tells its writer, of what plans are made of and of nobody?"""
    text = " ".join(text.split()).strip(AROUND)
    if not text or len(text) > _LONGEST_GUIDANCE:
        return False
    sentences = [plain(text[start:end]) for start, end in sentence_spans(text)]
    if _OPENS.match(sentences[0]) is None and _STRONG.match(sentences[0]) is None:
        return False  # a line's own words may end in what a writer forgot to delete
    strong = any(map(_STRONG.match, sentences)) and not any(map(_OF_LESSONS.search, sentences))
    return strong and _names_nobody(text)


def is_more_guidance(text: str) -> bool:
    """Is a line of the kind that goes on with guidance in the line above it?"""
    return _FURTHER.match(plain(text.strip(AROUND))) is not None and _names_nobody(text)


def _names_nobody(text: str) -> bool:
    bare = _EITHER.sub("the", _OF_LAW.sub("", text))
    if _OF_SOMEBODY.search(bare):
        return False
    return all(re.split(r"['’]", word)[0] in _KNOWN for word in _CAPITAL.findall(bare))
