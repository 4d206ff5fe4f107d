"""Signs of a form that tells its writer what to write."""

from __future__ import annotations

from ehcp_audit.checks.leftover_signs import HINT, NUMBER, PLACE, PLAIN, PROVISION, SPOKEN, SURE, Sign, any_case

VERB = (  # what a form asks of its writer, and staff are seldom told to do
    r"(?:describe|summari[sz]e|outline|set out|state|specify)"
)
VERBS = (
    r"(?:describe|summari[sz]e|outline|set out|state|specify|list|record|include|explain|say|note down|enter|"
    r"insert|"
    r"quote|identify|give|use|keep|write|refer to|read|see|avoid|do not|don['’]t|complete|provide|add|attach|"
    r"ensure|"
    r"make sure|link|number|limit|start with|begin with|focus on|consider)"
)
FORM_VERB = Sign("verb", HINT, any_case(rf"\b{VERBS}\b"), True, 0, SPOKEN | {"K"})
SIGNS = (
    FORM_VERB,
    Sign("form", HINT, any_case(rf"\b{VERB}\b"), True, HINT, PROVISION),
    Sign("form", SURE, any_case(rf"\b(?:{VERBS}|tell us) here\b(?! and now)"), leads=True, where=SPOKEN | {"K"}),
    Sign(
        "form",
        SURE,
        any_case(
            r"\b(?:set out|describe|list|summari[sz]e|state|record|include|outline|specify|explain|enter|"
            r"insert|quote|"
            r"identify|add|put|avoid|do not (?:use|include|list|repeat|put|name|write|give))\b"
            r"(?![^.;\n]*\b(?:I|me|my|him|her|his|them)\b)[^.;\n]{1,120} here(?= *[.;\n]| *\Z)"
        ),
        leads=True,
    ),
    Sign(
        "form",
        HINT,
        any_case(
            r"\b(?:describe|summari[sz]e|outline|set out|state|specify|list|record|include|explain|identify|quote|"
            r"start with|begin with|focus on|do not|avoid)\b[^.;\n]{0,80}"
            r"\b(?:strengths|difficulties|areas? of need|outcomes|views|aspirations|"
            r"advice|the (?:need|provision)|evidence|diagnos[ei]s)\b"
        ),
        leads=True,
        provided=0,
        where=SPOKEN | {"K"},
    ),
    Sign("form", HINT, any_case(r"\b(?:the|a|each|your) (?:child|young person|pupil|student|learner)(?:['’]s)?\b")),
    Sign("form", PLAIN, any_case(r"\b(?:child(?:['’]s)? or young person|young person(?:['’]s)? or child)\b")),
    Sign(
        "form",
        PLAIN,
        any_case(r"\b(?:see|refer to|read|check|follow) (?:the )?(?:[\w'’]+ )?guidance (?:notes?|document)\b"),
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            rf"\b(?:{PLACE}|section|table) (?:should|must|needs? to|"
            rf"is to) (?:not )?"
            r"(?:be|include|contain|describe|set out|exceed|reflect|record|list|say)\b"
        ),
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:provision|outcomes?|needs|views|targets|objectives|information|details|strengths|"
            r"aspirations|advice) "
            r"(?:should|must|needs? to) (?:all |always |normally |not )?(?:be )?(?:detailed|specific|specified|"
            r"quantified|clear\w*|set out|recorded|listed|stated|described|measurable|smart|written|linked|"
            r"included|"
            r"numbered|reflect|relate)\b"
        ),
        leads=True,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\bif (?:there (?:is|are) no|no|none)\b[^.\n]{0,90}\b(?:write|state|say so|enter|tick|"
            r"leave blank|insert|put [\"“‘])"
        ),
        leads=True,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:write|put|state|enter|insert|type) [\"“'‘](?:none|n/a|not|no |"
            r"nil)"
        ),
        spoken=True,
    ),
    Sign(
        "form",
        SURE,
        any_case(
            r"\b(?:tips?|hints?|guidance|advice|notes?|reminders?|instructions?|prompts?|examples?) (?:for|"
            r"to) (?:the )?"
            r"(?:plan )?(?:writers?|authors?|drafters?|case-?workers?|co-?ordinators?|officers?|completing|"
            r"filling in)\b"
        ),
        leads=True,
        where=SPOKEN | {"K"},
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:an|the|each|every) (?:outcome|objective|aim|aspiration)s? (?:is|are|should|must) (?:not |"
            r"only |always )?"
            r"(?:be )?(?:an?|the|about|what|something|smart|specific|written|measurable|personal)\b"
        ),
        leads=True,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\bremember to (?:include|state|specify|link|quantify|number|delete|mention|say (?:who|what|how|"
            r"when|where)|"
            r"add|use the (?:child|young person|pupil))\b"
        ),
        leads=True,
    ),
    Sign(
        "form",
        HINT,
        any_case(
            r"\bwho,? (?:and )?(?:how often|what|when|how long|how much)\b|"
            r"\bhow often,? (?:and )?(?:for )?how long\b"
        ),
    ),
    Sign("form", PLAIN, any_case(r"\be\.?g\.?[,:]? [\"“‘']"), leads=True),
    Sign("form", HINT, any_case(r"\bif you (?:can|have|are able|know|need)\b|\byour child\b"), spoken=True),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:is|has|can|does|will|was|are) ?/ ?(?:is |has |can |does |will |was |are |do )?"
            r"(?:not|cannot|can['’]t|doesn['’]t|does not)\b|\byes ?/ ?no\b"
        ),
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            rf"\b{NUMBER}(?: (?:to|or) {NUMBER})? (?:short |brief )?(?:bullet ?points?|bullets|sentences|"
            rf"paragraphs) "
            r"(?:on|about|describing|summarising|for each|maximum|max|only)\b"
        ),
        leads=True,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:(?:each|every|all) (?:need|outcome|provision|entry|line|area)s? (?:must|should|needs? to) be|"
            r"repeat (?:for|this|as)|only include|use plain English|avoid (?:jargon|phrases?|words|terms|wording)|"
            r"(?:please )?quantify(?: this| these)?(?=[.;\n]| *$)|enter the (?:date|name|number)|"
            r"summary of (?:the )?(?:child|views|needs)|if no [\w ]{3,40} (?:has|have) been received|"
            r"(?:not|no) (?:more than|longer than) (?:half )?a page|focus on what the|use (?:short|clear|"
            r"simple) (?:sentences|language)"
            r"(?= (?:and|in|when|that|so) (?:the|this|writing|parents|famil)))\b"
        ),
        leads=True,
        where=SPOKEN | {"K"},
    ),
    Sign(
        "form",
        HINT,
        any_case(r"\bno more than (?:half )?a (?:page|side)\b|\b(?:the )?views of the (?:child|young person)\b"),
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            rf"\b(?:completing|complete|fill in|delete) this (?:{PLACE}|section)\b|\b(?:in|"
            rf"on) this {PLACE}\b"
        ),
        where=SPOKEN | {"K"},
    ),
    Sign(
        "form",
        PLAIN,
        any_case(r"\bthe (?:child|young person|pupil|student|learner)['’]s own words\b"),
        provided=HINT,
    ),
    Sign(
        "form",
        HINT,
        any_case(rf"\b{VERBS} (?:each|all|every) (?:area|need|outcome|strength)s?\b"),
        leads=True,
        where=SPOKEN,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:choose|select|pick) from (?:the )?(?:drop-?down|list)(?=[.;)\n]| *$)|\bdrop-?down (?:list|"
            r"menu|box)\b"
        ),
        provided=HINT,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(
            r"\b(?:should|must|can|may|to) be (?:listed|recorded|included|described|written|added|noted|"
            r"entered|set out|summari[sz]ed|deleted|inserted) here\b|\b(?:everything|anything|provision|"
            r"what is|what you (?:write|put)) (?:written |put )?here must\b"
        ),
    ),
    Sign(
        "form",
        SURE,
        any_case(
            r"\b(?:type over|overwrite|replace|delete|remove) this (?:text|prompt|guidance|example|line|"
            r"paragraph|box|sentence)\b"
        ),
        leads=True,
    ),
    Sign(
        "form",
        PLAIN,
        any_case(rf"\b(?:ideally,?|you (?:should|may|might|could|must)) (?:also |then )?{VERBS}\b"),
        leads=True,
        provided=HINT,
        spoken=True,
    ),
)
