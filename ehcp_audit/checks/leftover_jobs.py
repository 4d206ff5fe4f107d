"""Signs of work on the case that was still to be done: to chase, to check, to wait for, to be added."""

from __future__ import annotations

from ehcp_audit.checks.leftover_signs import AGENCY, HINT, PLAIN, SPOKEN, SURE, WHO, Sign, any_case
from ehcp_audit.rare import rarely

PAPER = (  # what a writer waits for
    r"(?:reports?|advice|paperwork|letters?|sheets?|figures?|scores?|results|costings?|data|details|dates?|wording|"
    r"views|comments|reply|response|confirmation|sign-off|information|info|notes|decision|percentages?|paragraph|"
    r"para|outcome)"
)
GAP = (  # what is left open in a plan until it comes
    r"(?:details|figures|dates?|frequency|wording|scores?|results|amounts?|percentages?|para|paragraph|hours|"
    r"numbers?|"
    r"report|advice|costings?|views|assessment)"
)
END = r"(?=[.)\s]*(?:[\n\t]|\Z)|[.;,] )"
REVIEWED = r"(?! (?:at|in|by|during|after|following) (?:[\w'’]+ ){0,3}(?:reviews?|meetings?)\b)"
DOES = (
    r"(?:complete|add|confirm|supply|send|say|fill in|update|check|double-check|write|chase|finish|draft|provide|"
    r"advise|clarify|give|forward|email|quantify|specify|reword|re-word|let us know|let me know|come back|tell us)"
)
JOB = Sign("job", PLAIN, any_case(rf"\bto {DOES}\b"))

SIGNS = (
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\b(?:check|double[- ]?check|re-?check|verify)\b[^.?!;\n]{0,40}\b(?:letters?|reports?|advice|figures?|"
            r"dates?|spelling|scores?|file|e-?mails?|wording|paperwork|diagnosis|address|surname|DOB)\b"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign("work", PLAIN, any_case(rf"\b(?:check|confirm|clarify|double[- ]?check) with {WHO}\b"), leads=True),
    Sign(
        "work",
        SURE,
        any_case(
            r"\b(?:still )?need to (?:find out|chase|double[- ]?check|query|clarify|(?:check|confirm|"
            r"ask) (?:with|if|"
            rf"whether|which|when|{WHO}))\b"
        ),
        leads=True,
        provided=PLAIN,
        spoken=True,
    ),
    Sign("work", PLAIN, any_case(r"\bquery(?:(?= (?:whether|if|with|this|why|how)\b)|\b ?[:–-])"), leads=True),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\bchased (?:up|twice|\d{1,2}(?:[./]\d|\w\w | )|(?:on )?(?:mon|tues|wednes|thurs|fri)day|"
            r"last week|today|"
            r"again(?= *[,.;)\n]| *$| on \d| \d))|\b(?:chasing|chase) (?:up\b|for\b|again\b)"
        ),
    ),
    Sign(
        "work",
        SURE,
        any_case(rf"\b(?:chase|chasing) (?:up |for )?(?:{WHO}|(?:the |a )?(?:[\w'’]+ ){{0,2}}{PAPER})\b"),
        True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\b(?:rang|phoned|called|e-?mailed|texted|spoke to|left (?:a )?(?:message|voicemail)|chased)\b"
            r"[^.;\n]{0,30} \d{1,2}[./]\d{1,2}\b"
        ),
    ),
    Sign(
        "work",
        HINT,
        any_case(
            r"\b(?:EP|SALT|SLT|OT|paed|physio|CAMHS|SENCO|school|health|mum|dad) (?:rang|"
            r"e-?mailed)\b"
        ),
    ),
    Sign(
        "ask",
        PLAIN,
        any_case(
            rf"\b(?:please |pls )?(?:ring|phone|call|e-?mail|text|contact|nudge|remind) "
            rf"(?P<who>{WHO}|(?-i:[A-Z][a-z]+)|her|him|them)\b(?=[^.;\n]{{0,30}}\b(?:about|re|whether|if|for|"
            rf"again)\b|"
            r"\W*$)"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign(
        "ask",
        PLAIN,
        any_case(
            rf"\b(?:please |pls )?(?:ask|remind) (?P<who>{WHO}|"
            rf"(?-i:[A-Z][a-z]+))(?: (?:for (?:[\w'’]+ ){{0,3}}{PAPER}\b|"
            r"(?:at panel|(?:on )?(?:mon|tues|wednes|thurs|fri)day|again|first|whether (?:this|we|these))|"
            r"to (?:send|confirm|supply|update|complete|reword)\b)|\W*$)"
        ),
        leads=True,
    ),
    Sign(
        "work",
        SURE,
        any_case(
            r"\b(?:still )?(?:awaiting|waiting (?:for|on)) (?:[\w'’-]+ ){0,4}"
            r"(?:report|advice|wording|paperwork|costings?|views|sheet|paragraph)\b"
        ),
        leads=True,
        spoken=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(rf"\b(?:still )?(?:awaiting|waiting (?:for|on)) (?:[\w'’-]+ ){{0,4}}{PAPER}\b"),
        leads=True,
        spoken=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(
            rf"\bstill (?:need|needed|to get|to do|"
            rf"to add)\b[^.;\n]{{0,40}}\b{PAPER}\b"
        ),
        leads=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(rf"\b{PAPER}(?: from [^.;\n]{{1,30}})? (?:is |are )?(?:still )?(?:awaited|outstanding)\b"),
    ),
    Sign(
        "work",
        SURE,
        any_case(
            rf"\b{GAP}(?: (?:from|for|of|on) [^.;\n]{{1,40}})? (?:still )?to (?:follow|come)"
            rf"(?:(?= (?:from|once|when|after|in|shortly|soon|later)\b)|{END})"
        ),
    ),
    Sign(
        "work",
        SURE,
        any_case(
            r"\b(?:wording|details|figures|scores|frequency|paragraph|costings?|amounts?)(?: (?:of|for|on) "
            r"(?:[\w'’-]+ ){1,5}| )(?:still )?to be (?:agreed|supplied|confirmed|added|provided|checked|sent|"
            r"finalised|"
            rf"written)\b{REVIEWED}"
        ),
    ),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\bto be (?:confirmed|agreed|added|supplied|updated|inserted|finalised|checked|amended|costed|"
            r"quantified|"
            rf"clarified|decided|reworded|completed)\b{REVIEWED} (?:once|after|when|following|pending|before)\b"
        ),
        provided=HINT,
    ),
    Sign("later", HINT, any_case(rf"\bto be (?:confirmed|added|decided|checked|updated)\b{REVIEWED}")),
    Sign(
        "work",
        PLAIN,
        any_case(
            rf"\bto be (?:added|supplied|inserted|attached|entered|filled in|reworded|costed|chased|confirmed){END}"
        ),
    ),
    Sign(
        "work",
        HINT,
        rarely(
            r"\b(?:[Pp]anel|[Mm]oderation|[Tt]ribunal officer|[Tt]eam manager|QA|quality assurance|mediation|"
            r"we fund)\b"
        ),
    ),
    Sign("work", HINT, any_case(r"\b(?:before|on|back from|until after) (?:my |annual )?leave\b")),
    Sign("work", PLAIN, any_case(r"\((?:get|lift|pull|copy) (?:this |it |these )?from\b"), provided=PLAIN),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\badd (?:something|a line|a sentence|more|wording|more detail|details?|a bit) (?:here|about|on|"
            r"from)\b"
        ),
        leads=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(r"\b(?:should|to|could|can|will|needs to) go (?:in|into section|under)(?= *[.;)?,]| [A-K]\b| *$)"),
    ),
    Sign(
        "work",
        SURE,
        any_case(
            r"\b(?:copy|copied|pasted?|lift|lifted|pull) (?:this |these |it |the \w+ )?(?:across |over |in |"
            r"through )?from "
            r"(?:the |his |her |their )?(?:last|old|previous|first|current|draft|\w{2,4} report|\w+['’]s report)\b"
        ),
        leads=True,
    ),
    Sign("work", HINT, any_case(r"\b(?:work|add|put|squeeze|fit) (?:this|it|these|that) in\b")),
    Sign(
        "ask",
        SURE,
        any_case(
            r"(?<=[a-z]: )(?:please|pls) (?:add|confirm|supply|complete|update|check|chase|clarify|"
            r"quantify)\b"
        ),
        where=SPOKEN | {"K"},
    ),
    Sign(
        "work",
        HINT,
        any_case(
            r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?!\.? ?\d|[a-z])|"
            r"\bw/[ce]\b|"
            r"\b(?:before|by|until|till|for) (?:next |the |this )?(?:(?:mon|tues|wednes|thurs|fri)day|"
            r"\d{1,2}(?:st|nd|rd|th)|deadline)\b|"
            r"\b\d{1,2}/\d{1,2}\b(?!/)(?= *(?:[,.;:)–-]|$))"
        ),
    ),
    Sign(
        "job",
        PLAIN,
        rarely(
            r"\b(?!(?:TAs?|LSA|HLTA|OT|EP|SLT|SALT|ELSA|SEN|QTVI|QTOD|TOD|PE|IT)\b)[A-Z]{2,3} to (?:send|look|"
            r"check|ask|"
            r"ring|email|e-mail|confirm|chase|add|speak|follow up|write up|advise|update|sort|find out|get)\b"
        ),
        leads=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\bwill (?:update|check|add|chase|come back|finish|revisit|redo|amend|reword|tidy|"
            r"confirm)\b(?! (?:with|the|her|his|in)\b)"
        ),
        leads=True,
    ),
    Sign(
        "work",
        HINT,
        any_case(
            r"\b(?:sent|send) (?:it|this|them|these) (?:on )?to me\b|\bnobody has (?:sent|replied|said|told|"
            r"answered|confirmed)\b"
        ),
        spoken=True,
    ),
    Sign("work", PLAIN, any_case(rf"\bleave (?:this |it |these )?(?:for|to) (?:the )?{AGENCY} to\b"), leads=True),
    Sign(
        "work",
        PLAIN,
        any_case(
            rf"\b{AGENCY} chased\b|\breminders? sent\b|\bsent (?:a |another |second |first )?(?:reminder|chaser)\b"
        ),
    ),
    Sign(
        "work",
        HINT,
        any_case(
            r"\bonce (?:decided|agreed|confirmed|known|received|approved|finali[sz]ed|available|we (?:know|"
            r"have|get|hear))\b|\bbefore (?:this|it) (?:can|goes)\b"
        ),
    ),
    Sign(
        "work",
        PLAIN,
        any_case(
            r"\bmore (?:detail|information|info|evidence|needed|required)(?: is| are)? (?:needed|required|"
            r"please|to come|on|here|about)\b"
        ),
        leads=True,
    ),
    Sign(
        "work",
        PLAIN,
        any_case(r"\b(?:still )?waiting on (?:Dr|Mr|Mrs|Ms|Miss|Prof|her|his|the|school|mum|dad|EP|health)\b"),
        leads=True,
        spoken=True,
    ),
    Sign(
        "ask",
        PLAIN,
        any_case(
            r"\b(?:ask|check with|run past|speak to|ring|email|chase) (?:finance|transport|commissioning|"
            r"legal|panel|admin|business support|my manager|the DCO|DSCO|the ICB)\b"
        ),
        leads=True,
    ),
    Sign(
        "other",
        PLAIN,
        rarely(
            r"\b(?P<who>(?!(?:Slow|Quick|Able|Unable|Keen|Hard|Easy|Ready|Likely|Reluctant|"
            r"Late|First|Last|How|What|When|Where|Staff)\b)[A-Z][a-z]{2,14}) to "
            r"(?:review|check|confirm|amend|sort|update|edit|look at this|finish)(?= *(?:[.\n]|\Z))"
        ),
        leads=True,
    ),
    Sign("work", PLAIN, any_case(r"\bcheck (?:against|spelling|dates?|figures?|names?)\b"), leads=True, provided=HINT),
    Sign("work", HINT, any_case(r"\b(?:on|mat|maternity|sick|annual) leave\b|\boff sick\b|\breceived (?:too )?late\b")),
    JOB,
)
