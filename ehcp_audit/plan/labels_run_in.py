"""Under one heading for several sections: paragraphs that begin with the label of one, and go on with its words.

"Section E – Outcomes. E1. By July ..." and then "Section F – Provision. A learning mentor ...", area after area.
"""

from __future__ import annotations

import re

from ehcp_audit.plan.headings import Heading, covers, place_of
from ehcp_audit.plan.labels import Label, find_label, may_begin_label
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement
from ehcp_audit.rare import rarely

_TITLE = rarely(  # "Outcomes. E1. By July ...", "(Outcomes): By July ..."
    r"(?:[(,]\s?)?(?P<title>[A-Za-z][A-Za-z ,/&()’'-]{2,58}?)\)?(?:\s?[.:]|\s[–—-])\s{1,3}(?=[A-Z\d(“\"‘•])"
)
_SAYS = rarely(
    r"\b(?:is|are|must|should|sets?|shows?|describes?|lists?|gives?|says?|has|have|follows?|needs to)\b", re.IGNORECASE
)
_OF_THE_FORM = rarely(r"(?:this|these|here|please|see|in this|use|write|list|set out)\b", re.IGNORECASE)
_MARKED = rarely(r"[.:)\]–—-]\s{1,3}$")  # before words that no title stands before: "Section E: By July ..."
_ENDS = rarely(r"[.!?)\]”\"’]\s{0,2}$")
_LONGEST_TITLE = 8  # words
_FEWEST_WORDS = 6  # after the label and its title
_LONGEST_BEGINNING = 60  # characters that would be a title
_WORDED = ("section", "part")


def run_in_under(layout: Layout, index: int, joint: Heading | None) -> Heading | None:
    """The heading that a paragraph begins with, of one of the sections that the last heading covers."""
    text = layout.stretches[index].text
    if joint is None or not may_begin_label(text) or (place := place_of(layout, index)) not in ("line", "alone"):
        return None
    text = text.replace("\n", " ")
    label = find_label(text)
    if label is None or label.sub or len(label.codes) > 1 or label.codes[0] not in covers(joint.codes):
        return None
    found = _titled(text, label) or _untitled(text, label)
    if found is None:
        return None
    body, sure = found
    shown = " ".join(text[:body].split())
    return Heading(index, index, label.codes, "section", 0.8, shown, sure, place, body=body)


def _titled(text: str, label: Label) -> tuple[int, float] | None:
    """Where the words begin after the title of the section, and how sure that title is."""
    match = _TITLE.match(text, label.end)
    if match is None or len(match["title"].split()) > _LONGEST_TITLE or _SAYS.search(match["title"]):
        return None
    sure = agreement(match["title"], label.codes[0])
    least = WORDS if label.kind in _WORDED else STARTS
    said = text[match.end() :]
    return (match.end(), sure) if sure >= least and _says_something(said) else None


def _untitled(text: str, label: Label) -> tuple[int, float] | None:
    """The same where the words follow the label itself, and are sentences that do not begin like its title."""
    if label.kind not in _WORDED or _MARKED.search(text, 0, label.end) is None:
        return None
    said = text[label.end :]
    is_title = agreement(said[:_LONGEST_BEGINNING], label.codes[0]) >= STARTS or said[:1].islower()
    return (label.end, STARTS) if not is_title and _says_something(said) and _ENDS.search(said) else None


def _says_something(said: str) -> bool:
    """Are the words those of the section: long enough, or a word that there is nothing, and none about the form?"""
    return (len(said.split()) >= _FEWEST_WORDS and _OF_THE_FORM.match(said) is None) or is_nil(said)
