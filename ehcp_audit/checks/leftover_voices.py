"""Signs of the writer as a person: the writer's I, colleagues called by name, doubts, and the telegrams of notes."""

from __future__ import annotations

from ehcp_audit.checks.leftover_signs import AGENCY, HINT, PLAIN, SPOKEN, TOLD, Sign, any_case
from ehcp_audit.rare import rarely

SIGNS = (
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\bI(?:['’]ve| have|['’]d| had)? (?:just |only |now |also |already |not )?(?:left|added|taken|"
            r"moved|changed|gone with|not seen|had to guess|"
            r"reworded|toned|cut|copied|pasted|assumed|guessed|e-?mailed|rung|rang|chased|queried|attached|drafted|"
            r"removed|split|merged|shortened|summari[sz]ed|highlighted|tried to (?:get|keep|contact|reach))\b"
        ),
        spoken=True,
    ),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\bI(?:['’]ll| will) (?:check|add|chase|come back|finish|update|redo|reword|sort|tidy|fix|"
            r"e-?mail)\b"
        ),
        spoken=True,
    ),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\b(?:can['’]?t|cannot|could not|couldn['’]t|unable to|not been able to) "
            r"(?:find|get hold of|locate|open|trace|reach|get through)\b"
        ),
        leads=True,
        spoken=True,
    ),
    Sign(
        "voice",
        HINT,
        any_case(
            r"\b(?:but|and|I|we|though) (?:can['’]?t|cannot|could not|couldn['’]t) (?:find|locate|open|see) "
            r"(?:it|this|that|them|the|any)\b"
        ),
    ),
    Sign("voice", PLAIN, any_case(r"\b(?:ran|run|running) out of (?:time|room|space)\b"), leads=True, spoken=True),
    Sign(
        "voice",
        HINT,
        any_case(
            r"\b(?:ran|run|running) out of (?:time|room|space) (?:on|for|to|"
            r"in) "
        ),
        spoken=True,
    ),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\b(?:not sure|unsure|no idea|not certain|not clear|unclear|don['’]t know) (?:if|whether|what|"
            r"which|when|"
            r"how|about|where|who|why|(?:\w+ ){1,2}(?:can|will|is|are|has|have|do|does|knows?|"
            r"would))\b(?![^.;\n]*\b(?:I|me|my)\b)"
        ),
        leads=True,
    ),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\b(?:sorry|apologies)(?:[,:–-]| [–-]| for (?:the|"
            r"this)\b)"
        ),
        leads=True,
        spoken=True,
    ),
    Sign(
        "voice",
        HINT,
        any_case(
            r"\b(?:basically|obviously|obvs|or whatever|something like that|"
            r"words to that effect)\b"
        ),
    ),
    Sign(
        "voice",
        HINT,
        any_case(r"\b(?:will|to|need to|must|ll) (?:come|get|go) back to (?:it|this|these)\b"),
        spoken=True,
    ),
    Sign("voice", PLAIN, any_case(r"\blet (?:me|us) know\b"), spoken=True),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\b(?:are|can|could|would|have|did|do) you (?:happy with|ok(?:ay)? with|content|check|send|add|"
            r"confirm|"
            r"look at|have a look|chase|update|reword|agree|approve|sign)\b"
        ),
        spoken=True,
    ),
    Sign(
        "voice",
        PLAIN,
        any_case(
            r"\b(?:whether|can|do|should|could|if) we (?:fund|say|name|pay|specify|put|include|commission|quantify|"
            r"word|mention)\b|\bwe (?:don['’]t|can['’]t|won['’]t|cannot|do not) (?:fund|name|pay|specify|"
            r"commission)\b"
        ),
        spoken=True,
    ),
    Sign(  # Jan, can you; the child's own name is told apart
        "call",
        PLAIN,
        any_case(
            r"(?<=[a-z][,–-] )(?:are|can|could|do|did|have|would|will|is|please|pls|should) "
            r"(?:you|we|this|these|it|check|add|see|look|confirm|send)\b"
        ),
        spoken=True,
    ),
    Sign(
        "telegram",
        HINT,
        any_case(
            r"\b(?:not in|not from|not yet|haven['’]t|hasn['’]t|have (?:put|left|added|asked|used|cut|gone|"
            r"not|taken|kept)|"
            r"nothing|could do with|taken (?:out|from)|copied|move|merge|split|more needed|put|paste|repeat|"
            r"to be (?:typed|added|written|checked|confirmed|agreed|done|finished|completed|updated|sent)|"
            r"see my|see attached|was \d|left|cut|kept|moved|added|removed|waiting (?:on|for)|type|expand|"
            r"rewrite|need (?:\w+ )?(?:agreement|approval|confirmation|evidence|input|clarity)|needs (?:a|an|"
            r"more|to be|sign|\w+ing)|no (?:answer|reply|"
            r"response|news|advice|report)|still|same|as per|awaiting|only|over to|up to|back to|happy|"
            r"this is from|"
            r"replace|has anyone|have we|did|is|are|was|does|should|going with|gone with|went with|per (?:EP|"
            r"OT|SALT|SLT|school|the))\b"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign(
        "says",
        HINT,
        any_case(
            rf"(?<!the )(?<!her )(?<!his )(?<!to )(?<!at )(?<!in )(?<!from )(?<!and )(?<!of )"
            rf"\b{AGENCY} (?:says?|reckons?|"
            r"wants?|insists?|(?:have|has) (?:until|not|said|asked|yet)|haven['’]t|hasn['’]t|won['’]t|"
            r"can['’]t|disagrees?|"
            r"(?:is |are )?(?:not )?(?:happy|keen|ok|okay|fine)|come back|comes? back|to let|secretary)\b|"
            r"\b(?:mum|dad|parents|family) (?:is |are |was |were )?(?:adamant|not happy|not keen|may not like|"
            r"might not like|"
            r"happy with|insists?|won['’]t like|wants this)\b"
        ),
        where=SPOKEN,
    ),
    Sign(
        "lack",
        PLAIN,
        any_case(
            r"\b(?:views|advice|report|form|reply|response|paperwork|letter|information|dates?) (?:is |are |"
            r"was |were )?"
            r"(?:not (?:yet )?(?:received|in|back|here|seen)|still missing|not back)\b|"
            r"\bnothing (?:back|received|in|yet|heard|through)\b(?= (?:from|yet|on)\b|[.,;])|\b(?:haven['’]t|"
            r"have not|not) (?:yet )?"
            r"(?:had|heard|received|seen) (?:anything|back|the|a|any)\b|\bstill no (?:answer|reply|response|"
            r"word|news|advice|"
            r"report|sign)\b|\bno (?:reply|response|answer|word|news) (?:yet|from)\b"
        ),
        leads=True,
        spoken=True,
    ),
    Sign(
        "lack",
        HINT,
        any_case(
            r"\b(?:not (?:yet )?received|still no|no (?:answer|reply|response)|more recent|once \w+ (?:come|"
            r"comes|get|gets) back)\b"
        ),
    ),
    Sign(
        "edit",
        HINT,
        any_case(
            r"\b(?:taken out|take (?:it|this) out|put (?:it |this |that |them )?in\b(?! (?:a|the|her|his|"
            r"their|order)\b)|"
            r"(?:needs?|need|wants) (?:changing|updating|refreshing|checking|editing|rewording|moving|tidying|"
            r"work)|"
            r"don['’]t (?:edit|change|alter|delete)|typed up|type up|move to|merge|quantify|cross-referenced|"
            r"to be replaced|"
            r"replace with|throughout|left in|leave (?:it )?vague|have put|look at (?:this|it|again)|"
            r"go(?:ing)? with|run past|"
            r"run (?:this|it) by|beef(?:ing|ed)? up|rewrite|rephrase|redraft|flesh(?:ed|ing)? out|(?:can|"
            r"to) stay in(?= *(?:[.,;)]|$))|too (?:vague|woolly|wordy|general)|add more|expand|reword|"
            r"cut after|(?:confirm|check)(?=[).\n]|$))\b"
        ),
    ),
    Sign(
        "doubt",
        HINT,
        any_case(
            r"\b(?:probably|assume|assuming|presumably|for the moment|at the moment|in case we|could do with|"
            r"a better|"
            r"just suspected|anyone|or just|not ours|said I would|my manager|may not like|might not like|"
            r"out of date|"
            r"may need|guess|tbh|I think|I believe|I assume|I couldn['’]t|I can['’]t|apparently|supposedly)\b"
        ),
        spoken=True,
    ),
    Sign("voice", HINT, rarely(r"\b(?:[Ww]e|[Oo]urs?|I|[Mm]y)\b(?= [a-z]|['’][a-z])"), where=TOLD, spoken=True),
    Sign("other", PLAIN, rarely(r"\bfrom (?P<who>[A-Z][a-z]{2,14})['’]s (?:plan|EHCP|draft|EHC plan)\b")),
    Sign(
        "voice",
        PLAIN,
        any_case(r"\bI(?:['’]m| am) (?:guessing|assuming)\b|\bI (?:assume|guess) (?:this|that|it|these)\b"),
        spoken=True,
    ),
    Sign(
        "edit",
        PLAIN,
        any_case(
            r"\btoo (?:vague|woolly|wordy|general|medical|long-winded)\b|\b(?:rewrite|rephrase|reword|redraft|"
            r"tighten up|flesh out|beef up)\b"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign(
        "lack",
        PLAIN,
        any_case(r"\bnothing (?:in )?(?:here|yet)\b|\bnot (?:yet )?(?:written|drafted|done|started)\b"),
        leads=True,
        spoken=True,
    ),
    Sign("says", PLAIN, any_case(rf"\b{AGENCY} says? [^.;\n]{{1,60}}?\b{AGENCY} says?\b"), where=TOLD),
    Sign(
        "voice",
        PLAIN,
        any_case(r"\bthis (?:reads|sounds|looks) (?:like|wrong|odd|too|as if)\b|\bsame again\b"),
        leads=True,
    ),
    Sign(
        "doubt",
        HINT,
        any_case(r"\bnice to have\b|\bas far as I (?:can see|know)\b|\bin principle\b|\bcould be (?:cut|dropped)\b"),
    ),
    Sign(
        "edit",
        PLAIN,
        any_case(
            r"\b(?:split|merge|combine|copy|move|swap|delete|remove|reorder) (?:this|these|into (?:two|2|three)|"
            r"(?:the )?(?:row|"
            r"outcome|need|line|column|paragraph|bullet|section)s?)\b|\binsert \w{3,14}(?= *(?:[.\n]|\Z))"
        ),
        leads=True,
        provided=HINT,
    ),
    Sign(
        "edit",
        HINT,
        any_case(
            r"\b(?:carried|brought) (?:over|forward)\b|\bworked in\b|\b(?:could|can|should) come out(?= *(?:[.\n]|\Z))"
        ),
    ),
    Sign(
        "telegram",
        HINT,
        any_case(r"\bnot (?:related|relevant|agreed|worked|formally|ours?|mine|from|the same)\b"),
        leads=True,
    ),
)
