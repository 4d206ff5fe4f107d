"""Marks of a gap, questions, and words of the document itself, which a plan about a child has no use for."""

from __future__ import annotations

from ehcp_audit.checks.leftover_signs import HINT, NUMBER, PLACE, PLAIN, SPOKEN, SURE, TOLD, Sign, any_case
from ehcp_audit.rare import rarely

MOST = (
    r"(?:no more than|not more than|fewer than|less than|at most|up to|(?:a )?maximum(?: of)?|max\.?|keep to|"
    r"limit to)"
)
ROOM = r"(?:section|part|bit|form|line)"
QUESTION = Sign("question", HINT, any_case(r"\?"))

SIGNS = (
    Sign("mark", SURE, any_case(r"_{2,}|£{2,}|£ ?(?:x+|\?)")),
    Sign("mark", SURE, any_case(r"(?<![^\s(£])\?{2,}")),
    Sign("mark", PLAIN, any_case(r"\?{2,}"), spoken=True),
    Sign(  # a small group of ? children
        "mark",
        SURE,
        any_case(
            r"\b(?:of|by|for|is|are|around|about|least|most|every|aged?|than|with|between|and|to|or|in|at|x) "
            r"\?(?= [a-z]|[,;)%/])"
        ),
    ),
    Sign("mark", PLAIN, any_case(r"(?<![^\s(£?])\?(?=\w)")),
    Sign("mark", PLAIN, any_case(r"\bTB[CA]\b"), where=SPOKEN - {"J"}),
    Sign(
        "mark",
        SURE,
        any_case(
            r"\((?:names? of (?:the )?(?:child|pupil|student|young person|school|setting|provider)|"
            r"(?:child|pupil|student|young person|school|setting)(?:['’]?s)? (?:fore|sur|first |full )?name|"
            r"(?:insert|enter) [^()\n]{1,60})\)"
        ),
    ),
    Sign("mark", PLAIN, any_case(r"\((?:name|date|initials|number|amount|frequency|DOB)\)(?= [a-z]|['’]s)")),
    Sign("mark", PLAIN, rarely(r"(?<!\S)@[A-Z][a-z]+")),
    Sign("mark", SURE, rarely(r"\bFAO\b")),
    Sign("mark", PLAIN, any_case(r"\b(?:pls|plz|thx)\b")),
    Sign("mark", HINT, rarely(r"\b(?:NB|N\.B\.|n\.b\.|FYI)")),
    Sign(
        "mark",
        SURE,
        rarely(
            r"\b(?:DRAFT (?:WORDING|TEXT|ONLY|AMOUNTS?|HOURS)|NOT (?:YET )?(?:AGREED|CONFIRMED|FUNDED|"
            r"APPROVED|CHECKED)|"
            r"DO NOT (?:SEND|ISSUE|SHARE|CIRCULATE|USE)|TO (?:CHECK|CONFIRM|ADD|FOLLOW|UPDATE|DO|FINISH)|"
            r"TO BE (?:CHECKED|CONFIRMED|ADDED|AGREED|UPDATED)|CHECK (?:THIS|WITH)|MORE (?:HERE|NEEDED)|TODO|"
            r"(?:OLD|LAST YEAR['’]?S) (?:TEXT|WORDING)|DELETE(?: THIS)?|QUERY|REWRITE|UNFINISHED|"
            r"NEEDS? (?:CHECKING|WORK))\b"
        ),
    ),
    Sign(  # ... minutes, and dots to be written over
        "mark",
        SURE,
        any_case(
            r"(?<!\S)(?:\.{3,12}|…{1,4}) "
            r"(?:minutes|hours?|sessions?|times|per|weeks?|words|children|pupils|%)"
        ),
    ),
    Sign("mark", HINT, any_case(r"(?<=\w )(?:\.\.\.|…)")),
    QUESTION,
    Sign("question", PLAIN, any_case(r"\([^()?\n]{3,120}\?{1,3}[^()\n]{0,40}\)"), spoken=True),
    Sign(
        "question",
        SURE,
        any_case(
            r"\b(?:this|these|that|it) (?:all )?(?:still )?(?:the )?(?:right|correct|true|accurate|current|needed|"
            r"up to date|ok|okay|case|same)\b[^?.\n]{0,40}\?"
        ),
        where=TOLD,
    ),
    Sign("document", PLAIN, any_case(r"\bparas?\b(?! ?\d)")),
    Sign("document", HINT, any_case(r"\bparas? ?\d")),
    Sign("document", HINT, any_case(r"\b(?:the|this|that|last|next|first) (?:[\w-]+ ){0,2}paragraph\b")),
    Sign(
        "document",
        PLAIN,
        any_case(
            r"(?:(?<=exact )|(?<=final )|(?<=better )|(?<=new )|(?<=old )|(?<=right )|(?<=draft ))wording\b|"
            r"\bwording (?:here|of|for|from|needs|still)\b|\b(?:reword|re-word)\b"
        ),
        provided=HINT,
    ),
    Sign(
        "document",
        PLAIN,
        any_case(
            r"\b(?:copy|copied) (?:it |this |these |them )?(?:across|over)\b|"
            r"\b(?:paste|pasted) (?:in|across|over|from)\b|\bcopy (?:this |these |it )?from (?:the |her |his |"
            r"their )?"
            r"(?:last|old|previous|draft|first|current|\w{2,4} report|\w+['’]s report)\b"
        ),
        provided=HINT,
    ),
    Sign("document", HINT, any_case(rf"\bthis {PLACE}\b(?! of\b)"), where=SPOKEN | {"K"}),
    Sign("document", HINT, any_case(rf"\bthis {ROOM}\b(?! of the (?:room|school|book|day))"), where=SPOKEN | {"K"}),
    Sign(
        "document",
        HINT,
        any_case(
            r"\b(?:costings|costing sheet|the costing|spreadsheet|shared drive|case ?file|on file|"
            r"track(?:ed)? changes|"
            r"(?:on|from|in) the (?:system|portal)|old template|template)\b"
        ),
    ),
    Sign(
        "document",
        SURE,
        any_case(
            r"\((?:amend|delete|edit|change|omit|adapt) (?:as|if|where|whichever|this|or)\b[^()\n]{0,60}\)|"
            r"\b(?:delete|strike out|cross out) (?:whichever|those that|any that|as)\b|"
            r"\b(?:tick|circle) (?:all|any|those|whichever) (?:that )?(?:apply|applies)\b"
        ),
    ),
    Sign("document", PLAIN, any_case(r"\b(?:goes|go|belongs?|needed|adding) (?:in )?here\b(?= *[.;)–-]| *$)")),
    Sign(
        "document",
        PLAIN,
        any_case(
            r"\b(?:leave|left|leaving) (?:it |this |that |these )?(?:in|as is|as it (?:is|was)|blank)"
            r"(?: for now| for the moment| until| and see|\W*$)"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign("document", HINT, any_case(r"\bfor now\b")),
    Sign(
        "document",
        PLAIN,
        any_case(
            r"\bsame as (?:for |in )?(?:the )?(?:need|outcome|section|row|line|box|draft|last|previous|old|first|"
            r"before|[A-H]\d)\b|\bditto\b"
        ),
        leads=True,
    ),
    Sign("document", HINT, any_case(r"\bp\.? ?\d{1,3}\b|\bpage \d{1,3}\b")),
    Sign(
        "document",
        HINT,
        any_case(
            r"\b(?:last year['’]s|previous|old|earlier|this|latest) (?:version|draft)\b|\bv\.? ?\d(?:\.\d)?\b|"
            r"\bversion \d\b|\bfrom (?:last year['’]s|the old|the last|the previous) (?:plan|EHCP)\b"
        ),
    ),
    Sign("document", HINT, any_case(r"\bbullet ?points?\b|\bbullets\b")),
    Sign(
        "document",
        PLAIN,
        any_case(
            rf"\b{MOST} {NUMBER} (?:short |brief |clear )?(?:bullets?(?: ?points?)?|sides?|pages?|paragraphs?|"
            r"characters)\b|\b(?:exceed|no more than|maximum(?: of)?|max\.?|at most|keep to) \d{2,3}0 words\b|"
            r"\b(?:should|must) not exceed\b|\b\d{2,3}0 words (?:max|at most|or (?:fewer|less))"
        ),
        provided=HINT,
    ),
    Sign(
        "document",
        PLAIN,
        any_case(r"\b(?:append(?:ix|ices)|copy|copies|table|chart) to be (?:attached|added|inserted)\b"),
    ),
    Sign(
        "document",
        HINT,
        any_case(
            r"\b(?:(?:cut|copy|copied) and paste\w*|e-?mails?|drafts?|costings|costing sheet|mediation|"
            r"phone ?call|voicemail|(?:EP|SALT|OT|paed\w*|health|school['’]s) "
            r"(?:reports?|advice|wording|form|letter)|figures?|handwrit(?:ing|ten) (?:sheet|notes|on)|"
            r"handwriting|outcome \d|"
            r"all about me|this bit|the \w+ bit|this one|this (?:outcome|need)|comments from|rows?|wording|"
            r"jargon|plain English|"
            r"preferred name|sign-? ?off|summary|advice|deadline|vague)\b"
        ),
    ),
    Sign("question", PLAIN, any_case(r"\?(?= (?:or|and|not|but|check|see|ask|was|is)\b| ?[–—])"), where=TOLD | {"K"}),
    Sign(
        "question",
        PLAIN,
        any_case(r"\b(?:(?:who|what|when|where|how often|for how long|how long|how much|by whom)\? ?){2,6}"),
        leads=True,
        where=TOLD,
    ),
    Sign(
        "mark",
        SURE,
        rarely(
            r"\[(?:[xXnN]|\?|…|\.\.\.|[\w ]{1,20}/[\w ]{1,20})\]|\b[XY] (?:hours|minutes|mins|hrs|sessions|"
            r"times|weeks|days|"
            r"per)\b|\b(?:TO BE|PLEASE|DO NOT|NOT YET|STILL TO) [A-Z]{3,}"
        ),
    ),
    Sign("mark", PLAIN, any_case(r"\b(?:will|to|of|by|is|with|for|has|the|an?) ?(?:\.\.\.|…)"), spoken=True),
    Sign(
        "mark",
        PLAIN,
        any_case(
            r"\((?:job title|role|name and role|post title|max\.? ?\d+(?: words)?|\d{2,3} words(?: max\.?)?|"
            r"optional|"
            r"(?:family|mum|dad|parents|school|SENCO|officer|caseworker|health) to \w+[^()\n]{0,80}|"
            r"please (?:state|specify|"
            r"list|describe)[^()\n]{0,40}|delete [^()\n]{1,40})\)"
        ),
    ),
    Sign("document", PLAIN, any_case(r"\(see (?:comments?|notes?|e-?mails?|my|attached|costings?|tracked)\b")),
    Sign("mark", SURE, rarely(r"\b[XYZ] (?:by|and|or|in|times) [XYZ]\b|\b(?:achieve|attend|receive) X\b(?!-)")),
    Sign(
        "money",
        HINT,
        any_case(
            r"\b(?:banding|costings|the costing|top-?up|matrix|tariff|finance|by panel|what tribunal|"
            r"tribunal usually)\b"
        ),
    ),
    Sign(
        "document",
        PLAIN,
        any_case(
            r"\bhere (?:if|once|when) (?:(?:the|her|his) )?(?:we|they|mum|dad|school|family|parents|"
            r"\w+) (?:sends?|comes?|supply|supplies|provides?|replies|reply|gets?|have|has|confirms?)\b"
        ),
    ),
    Sign("mark", SURE, any_case(r"\(\?{1,3}\)|\[ {0,4}\] (?:hours?|minutes|sessions?|times|weeks?)\b|/ {1,6}/")),
    Sign("mark", PLAIN, any_case(r"(?<= )(?:\.\.\.|…)[ ,;][^.…\n]{1,40} (?:\.\.\.|…)")),
)
