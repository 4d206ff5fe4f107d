"""Signs that somebody else than the plan speaks: its writer of the work still to be done, or the form to its writer.

A plan speaks about the child in the third person, or as the child or the parents, quoted or in a section of their own.
Each sign has points: SURE is one that cannot be read otherwise, PLAIN asks for a person, and a HINT needs another.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ehcp_audit.rare import rarely

SURE, PLAIN, HINT = 4, 2, 1
PROVISION = frozenset({"F", "G", "H1", "H2"})
SPOKEN = frozenset({"A", "B", "C", "D", "E", "F", "G", "H1", "H2", "J"})  # K says of advice that it is awaited
TOLD = SPOKEN - {"A"}


class Sign(NamedTuple):
    """Words that another voice uses, and what they weigh."""

    kind: str
    """Whose sign it is: of a gap (`mark`), the writer (`voice`), the `document`, `work` on the case, the `form`, ..."""
    points: int
    words: re.Pattern[str]
    leads: bool = False
    """Only where a sentence or a clause begins: "Query whether", and not "Amina will query"."""
    provided: int | None = None
    """The points in sections F to H2, where staff are told what to do; None: the same."""
    where: frozenset[str] = SPOKEN
    spoken: bool = False
    """Nothing where the section is told in the first person."""


def any_case(expression: str) -> re.Pattern[str]:
    """The words of a sign, in capitals or not."""
    return rarely(expression, re.IGNORECASE)


WHO = (
    r"(?:(?:the|his|her|their|school|school['’]s|class|head|specialist|advisory|community|case|plan|social|speech|"
    r"language|and|educational|occupational|link|family|foster|"
    r"short|breaks?|respite|SEND?|EHC|inclusion|sensory|support|health|key|visiting) ){0,4}"
    r"(?:mum|mummy|mother|dad|daddy|father|parents?|family|nan|gran\w{0,8}|carers?|case-?workers?|officers?|"
    r"writers?|"
    r"authors?|co-?ordinators?|SENCO|SENDCO|teachers?|school|college|nursery|setting|EP|psychologist|OT|SLT|SALT|"
    r"therapists?|physio\w{0,9}|nurse|paediatrician|paed|doctor|GP|workers?|care|health|audiologist|dietitian|team|"
    r"admin|manager)"
)
NUMBER = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|ten|twelve)"
PLACE = r"(?:box|column|row|field|template|heading|cell|paragraph|para|bullet)"
AGENCY = (  # those who are talked of as colleagues talk, without an article
    r"(?:EP|SALT|SLT|OT|health|school|education|finance|transport|commissioning|CAMHS|paeds?|physio|SENCO|DCO|"
    r"NHS trust|LA|ICB|panel|college|nursery|audiology|social care)"
)
