"""What a form tells its writer under its headings: "List the advice in the order of regulation 6."

Such a line by itself may be the plan's own words to its readers ("Describe pictures to her"). It is the form's where it
speaks of what plans are made of, names nobody, and stands right under the headings of several sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehcp_audit.plan.headings import Heading
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

FEWEST_GUIDED = 3  # sections
LONGEST_GUIDANCE = 420  # characters
MOST_LINES = 6
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
_ACT = r"(?:csdpa|csdp act|chronically sick (?:and|&) disabled persons? act)"
_OF_ACT = re.compile(  # "Under section 2 of the Chronically Sick and Disabled Persons Act 1970", "Outside the 1970 Act"
    r"(?:(?:any |all |other ){0,2}(?:social care )?(?:provision|support|services|that|help)(?: (?:which|that))? )?"
    r"(?:(?:must be |is |is to be |to be )?(?:made|arranged|required|given|provided|resulting|assessed) )?"
    r"(?:(?:and )?(?:other than|not|under|outside|pursuant to|resulting from|from|in accordance with|as required by|by)"
    r" ){0,3}"
    r"(?:the )?(?:(?:section|s\.?) ?2(?: of the|,)? ?)?(?:the )?"
    r"(?:" + _ACT + r"(?:,? 1970)?|(?:1970 act|act of 1970))(?:,? ?\(?(?:section|s\.?) ?2\)?)?\.?"
)
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’]*|(?<=[a-z,;] \()[A-Z][\w'’]*")
_EITHER = rarely(r"\b(?:his or her|his/her|he or she|he/she|him or her|her or his|she or he)\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im)\b|\d|£|\{\{|«")
_AROUND = " \u00a0()[]*•–-"


def is_guidance(text: str) -> bool:
    """Is a line what a form tells its writer, of what plans are made of and of nobody?"""
    text = " ".join(text.split()).strip(_AROUND)
    if not text or len(text) > LONGEST_GUIDANCE:
        return False
    sentences = [plain(text[start:end]) for start, end in sentence_spans(text)]
    if _OPENS.match(sentences[0]) is None and _STRONG.match(sentences[0]) is None:
        return False  # a line's own words may end in what a writer forgot to delete
    strong = any(map(_STRONG.match, sentences)) and not any(map(_OF_LESSONS.search, sentences))
    return strong and _names_nobody(text)


def _names_nobody(text: str) -> bool:
    bare = _EITHER.sub("the", _OF_LAW.sub("", text))
    if _OF_SOMEBODY.search(bare):
        return False
    return all(re.split(r"['’]", word)[0] in _KNOWN for word in _CAPITAL.findall(bare))


def guidance(layout: Layout, owners: Sequence[str | None], headings: Sequence[Heading]) -> list[int]:
    """The stretches under the sections' headings that are guidance, where those of several sections are; and what
    names the Act under H1 and H2.
    """
    first = [at for one in headings if (at := _first_under(layout, owners, one)) is not None]
    acts = [at for at in first if owners[at] in ("H1", "H2") and _names_act(layout, at)]
    return [*acts, *_in_several(layout, owners, [at for at in first if at not in acts])]


def _names_act(layout: Layout, index: int) -> bool:
    """Does a line under H1 or H2 only say of which Act it is, as the rest of the heading?"""
    row, text = layout.rows[index], " ".join(layout.stretches[index].text.split()).strip(_AROUND)
    return (row is None or len(row.cells) == 1) and _OF_ACT.fullmatch(plain(text)) is not None


def _in_several(layout: Layout, owners: Sequence[str | None], first: Sequence[int]) -> list[int]:
    """Those of the first lines that are guidance, and what follows them, where three sections have some."""
    guided = [at for at in first if is_guidance(layout.stretches[at].text)]
    if len({owners[at] for at in guided}) < FEWEST_GUIDED:
        return []
    return [index for at in guided for index in (at, *_further(layout, owners, at))]


def _first_under(layout: Layout, owners: Sequence[str | None], one: Heading) -> int | None:
    """The first line of a section's own right under its heading."""
    at = one.last + 1
    if not one.codes or one.place == "column" or one.body is not None or at >= len(owners):
        return None
    return at if owners[at] is not None else None


def _further(layout: Layout, owners: Sequence[str | None], at: int) -> Iterator[int]:
    """The lines of guidance that follow the first under a heading."""
    for index in range(at + 1, min(at + MOST_LINES, len(owners))):
        text = layout.stretches[index].text
        told = is_guidance(text) or (_FURTHER.match(plain(text.strip(_AROUND))) is not None and _names_nobody(text))
        if owners[index] != owners[at] or not told:
            return
        yield index
