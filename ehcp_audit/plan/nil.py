"""Statements that a section has nothing to say: "None identified", "Not known to social care", "N/A"."""

from __future__ import annotations

import re

from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

LONGEST_STATEMENT = 240
SHORTEST_SENTENCE = 12
_WHO = r"(?:\w[\w'-]{0,30} ){0,6}?"
_NOW = r"(?:currently |presently |at present )?"
_FORMS = (
    r"[-./\\_ ]{1,6}|n\s?[/.\\]?\s?a|n|nil(?: return)?|none|no|nothing|not? applicable",
    r"not (?:currently |yet |been )?(?:required|needed|identified|known|appropriate|relevant|requested|sought|in place|"
    r"asked for|taken up|wanted|agreed)(?: (?:at this time|at present|by \w[^.]{0,60}))?",
    r"(?:none|nothing|nil|not applicable|n/a)\b[^.]{0,150}",
    # There are no health needs; there is currently no other provision.
    r"(?:(?:at (?:present|this time),? )?there (?:is|are|was|were|has been|have been)|at (?:present|"
    r"this time) there (?:is|are)) " + _NOW + r"(?:no|none|nothing|not any)\b[^.]{0,160}",
    # No needs have been identified; no personal budget was requested.
    r"no\b[^.]{0,160}?\b(?:identified|required|needed|known|reported|applicable|apply|applies|noted|raised|"
    r"requested|in place|at present|"
    r"at this time|currently|made|provided|arranged|offered|agreed|recorded|entered|held|found|asked for|"
    r"disclosed|specified|necessary|sought|received|"
    r"involvement|involved)\b[^.]{0,80}",
    # No health needs related to his special educational needs.
    r"no (?:\w[\w'/-]{0,20} ){0,5}(?:needs?|provision|personal budget|direct payments?|outcomes?|concerns?|"
    r"issues?|involvement|advice|"
    r"support)(?: (?:at|for|in|under|related|relating|which|that|to|of|from)\b[^.]{0,80})?",
    # The family is not known to social care.
    r"(?:" + _WHO + r"(?:is|are|was) )?not " + _NOW + r"known to\b[^.]{0,90}",
    # She has no additional health needs.
    _WHO
    + r"(?:has|have) "
    + _NOW
    + r"no [^.]{0,60}?\b(?:needs?|concerns?|issues?|involvement|provision|diagnos\w{1,3}|conditions?)\b[^.]{0,100}",
    _WHO + r"(?:does|do|did) not " + _NOW + r"(?:have|require|need|receive)\b[^.]{0,120}",
    # A personal budget has not been requested.
    _WHO
    + r"(?:has|have|was|were|is|are) not (?:been |currently |being )?"
    + r"(?:requested|required|identified|sought|applicable|needed|in place|agreed)\b[^.]{0,100}",
)
_NIL = re.compile("(?:" + "|".join(_FORMS) + ")[.!]{0,3}")
_NOT_ASKED = re.compile(  # The parents were told about personal budgets and have not asked for one.
    r"\b(?:has|have|had|did|do|does|was|were|is|are)(?: not|n't) (?:yet |currently |been |being )?"
    r"(?:ask(?:ed)?|request(?:ed)?|sought|seek|want(?:ed)?|wish(?:ed)?|appl(?:y|ied)|take|taken|opt(?:ed)?|accept(?:ed)?|"
    r"pursued|chosen|choose|required?|needed|agreed|in place|set up|arranged)\b|"
    r"\b(?:declined|turned down|refused|decided against|(?:chosen|chose|opted|decided|prefers?|preferred) not to)\b"
)
_PAID = re.compile(r"£| / |\b(?:will|receives?|paid|pays?|uses?)\b")
_HOLDS = ("no", "n't", "declined", "turned down", "refused", "decided against")
_SUBJECT = re.compile(  # "Other social care provision: none is reasonably required."
    r"(?:(?:any|other|the|all) )?(?:health|social|social care|healthcare|educational) (?:\w+ ){0,2}"
    r"(?:needs|provision)\s?[:–-]\s",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-zA-Z]|[ivx]{1,4})[.):]\s{1,6}(?=\S)")
_AROUND = " \u00a0\t\n•*()[]\"'’‘ʼ`"
_BREAK = re.compile(r"[.;]\s{1,3}|\n|\t")
_AND = re.compile(r",? and (?=(?:no|none|nothing|not|there|he|she|they|has|have|is|are|does|do)\b)")
_BUT = re.compile(r"\b(?:but|however|although|except|apart from|other than)\b")
_GIVES = rarely(
    r"\b(?:but|however|although|will|must|shall|should|needs?|requires?|receives?|to be|struggles|finds)\b",
    re.IGNORECASE,
)


def is_nil(statement: str) -> bool:
    """Does one short statement say that there is nothing? "No needs were identified, but ..." does not."""
    text = _without(_SUBJECT, without_number(statement.strip(_AROUND)))
    if not text or len(text) > LONGEST_STATEMENT:
        return False
    if len(text) > SHORTEST_SENTENCE and text[0] not in "nN" and not any(map(text.lower().__contains__, _HOLDS)):
        return False  # no form of any length but holds "no", "not", "none" or "nothing", or begins with "nil" or "n/a"
    text = plain(text)
    if "budget" in text or "direct payment" in text:
        return (_NOT_ASKED.search(text) is not None and not _PAID.search(text)) or _says_none(text)
    return _says_none(text)


def _says_none(text: str) -> bool:
    if _BUT.search(text):
        return False
    if _NIL.fullmatch(text) is not None:
        return True
    halves = _AND.split(text)  # He is not known to social care, and no needs have been identified.
    return len(halves) == 2 and all(_NIL.fullmatch(half) for half in halves)


def without_number(statement: str) -> str:
    """A statement without the number of its paragraph ("52. None identified.")."""
    return _without(_NUMBER, statement)


def _without(opening: re.Pattern[str], statement: str) -> str:
    match = opening.match(statement)
    return statement if match is None else statement[match.end() :]


def nil_share(text: str) -> tuple[int, int]:
    """How many of the statements of a text say that there is nothing, and how many there are."""
    statements = [one for one in _BREAK.split(text) if one.strip()]
    return sum(is_nil(one) for one in statements), len(statements)


def is_nil_and_why(text: str) -> bool:
    """Does a short text say that there is nothing, and then how that is known? "No needs were found. His GP was
    asked.".
    """
    if len(text) > 330:
        return False
    statements = [text[start:end] for start, end in sentence_spans(text)]
    return len(statements) in (2, 3) and is_nil(statements[0]) and not any(_GIVES.search(one) for one in statements[1:])
