"""Statements that a section has nothing to say: "None identified", "Not known to social care", "N/A"."""

from __future__ import annotations

import re

from ehcp_audit.plan.vocabulary import plain

_SUBJECT = r"(?:\w[\w'-]{0,30}\s{1,2}){0,6}?"
_NIL = re.compile(
    r"(?:"
    r"[-./\\_ ]{1,6}|n\s?[/.\\]?\s?a|n|nil(?: return)?|none|no|nothing|not? applicable|not (?:currently )?(?:required|needed|identified|known|appropriate|relevant)|"
    r"(?:none|nothing|nil|not applicable|n/a)\b[^.]{0,90}|"
    r"(?:there (?:is|are|was|were|have been|has been)|at (?:present|this time) there (?:is|are)) (?:currently |at present )?(?:no|none|nothing|not any)\b[^.]{0,160}|"
    r"no\b[^.]{0,160}?\b(?:identified|required|needed|known|reported|applicable|apply|applies|noted|raised|requested|in place|at present|at this time|currently|"
    r"made|agreed|recorded|disclosed|specified|necessary|been sought|received|involvement|involved)\b[^.]{0,80}|"
    r"no (?:\w[\w'/-]{0,20} ){0,5}(?:needs?|provision|personal budget|direct payments?|outcomes?|concerns?|issues?|involvement|advice|support)(?: (?:at|for|in|under|related|relating|which|that|to|of|from)\b[^.]{0,80})?|"
    r"(?:\w[\w'-]{0,30} ){0,6}?(?:is|are|was) not (?:currently |presently )?known to\b[^.]{0,90}|"
    r"not (?:currently |presently )?known to\b[^.]{0,90}|"
    r"(?:\w[\w'-]{0,30} ){1,4}?(?:has|have) (?:currently )?no (?:known |identified |additional |specific |current |significant |further )?[^.]{0,40}?\b(?:needs?|concerns?|issues?|involvement|provision|diagnos\w{1,3}|conditions?)\b[^.]{0,100}|"
    r"(?:\w[\w'-]{0,30} ){1,4}?(?:does|do|did) not (?:currently )?(?:have|require|need|receive)\b[^.]{0,120}|"
    r"(?:\w[\w'-]{0,30} ){0,5}?(?:has|have) not (?:been )?(?:requested|asked for|chosen|identified|applied for)\b[^.]{0,120}|"
    r"(?:\w[\w'-]{0,30} ){0,6}?(?:has|have|was|were|is|are) not (?:been |currently |being )?(?:requested|required|identified|sought|applicable|needed|in place|agreed)\b[^.]{0,100}|"
    r"(?:the )?(?:family|parents?|young person) (?:do|does|did) not (?:wish|want)\b[^.]{0,120}"
    r")[.!]{0,3}"
)
_BREAK = re.compile(r"[.;]\s{1,3}|\n|\t")
_BUT = re.compile(r"\b(?:but|however|although|except|apart from|other than)\b")


def is_nil(statement: str) -> bool:
    """Does one short statement say that there is nothing? "No needs identified, but ..." does not."""
    text = plain(statement).strip(" \t\n•*()[]\"'")
    text = text.strip()
    if not text:
        return False
    return len(text) <= 240 and _NIL.fullmatch(text) is not None and not _BUT.search(text)


def nil_share(text: str) -> tuple[int, int]:
    """How many of the statements of a text say that there is nothing, and how many there are."""
    statements = [one for one in _BREAK.split(text) if one.strip()]
    return sum(is_nil(one) for one in statements), len(statements)
