"""Tables of test scores: a measure, what it gave, what that means. Beside needs they tell what these were seen by.

The needs themselves are told in words, over such a table or under it. A table with a column for the need, or for what
is hard, is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.rare import rarely

_MEASURE = rarely(
    r"(?:(?:name of |the |standardised |formal ){0,2}"
    r"(?:measures?|tests?|assessments?|scales?|instruments?|checklists?|subtests?|profile|what was (?:measured|tested))"
    r"(?: used)?)(?:(?: and|,|/) (?:the )?(?:date|by whom|who|when)s?)?(?: \([a-z ,/]{1,30}\))?"
)
_SCORE = rarely(
    r"(?:the |standard(?:ised)? |raw |scaled |t-?|composite |index ){0,2}"
    r"(?:scores?|results?|(?:per)?centiles?(?: ranks?)?|what it (?:gave|showed))"
    r"(?:(?: and|,|/) (?:(?:per)?centile|range|rank|date)s?)?(?: \([a-z ,/]{1,30}\))?"
)
_OF_NEED = rarely(
    r"\b(?:needs?|difficult(?:y|ies)|hard|barriers?|impact|effects?|means for|help|support|provision|outcomes?)\b"
)
_LONGEST = 60  # characters of a heading


def without_scores(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without the rows of tables of scores, unless there are no others."""
    tables = {draft.row[0] for draft in drafts if draft.row is not None}
    scored = {table for table in tables if is_score_table(layout, layout.tables[table])}
    kept = [draft for draft in drafts if draft.row is None or draft.row[0] not in scored]
    return kept or list(drafts)


def is_score_table(layout: Layout, rows: Sequence[Row]) -> bool:
    """Do the headings of the columns name a measure and its score, and none of them a need?"""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    heads = [" ".join(layout.cell_text(cell).lower().split()).strip(" .:") for cell in rows[0].cells]
    if any(len(head) > _LONGEST or _OF_NEED.search(head) for head in heads):
        return False
    return any(map(_MEASURE.fullmatch, heads)) and any(map(_SCORE.fullmatch, heads))
