"""The heads of a table in which whoever answers for the plan stands: "Caseworker | Post | Date"."""

from __future__ import annotations

import re

from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.rare import rarely


def is_row_to_sign(layout: Layout, row: Row) -> bool:
    """Are these the heads of a table in which whoever answers for the plan stands: "Caseworker | Post | Date"?"""
    cells = [layout.cell_text(cell).strip() for cell in row.cells]
    return (
        len(cells) > 1
        and all(_HEAD_TO_SIGN.fullmatch(text) for text in cells)
        and any(_SIGNER.match(text) for text in cells)
    )


_SIGNER = rarely(
    r"(?:(?:ehcp?|sen|send|plan) )?(?:caseworker|case officer|officer|co-?ordinator|manager|writer)\b|"
    r"(?:(?:to be|not yet|when|once) )?sign(?:ed|ature)\b|"
    r"(?:for|on behalf of) the (?:[\w-]+ ){0,3}(?:council|authority)\b|"
    r"(?:signed|agreed|approved|authorised|issued|written|prepared) (?:off )?(?:by|for|on behalf of)\b",
    re.IGNORECASE,
)
_HEAD_TO_SIGN = rarely(
    rf"(?:(?:print |full )?name|post|role|position|(?:job )?title|designation|dated?|team|service|{_SIGNER.pattern})"
    r"[^.:;\d]{0,30}[:.]?",
    re.IGNORECASE,
)
