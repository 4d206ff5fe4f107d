"""Labels of rows with a section's letter and an item's number beside what they announce: "F1 – What", "E2 Outcome"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS
from ehcp_audit.rare import rarely

_CODE = r"(?P<code>H[12](?=[. ]{1,2}\d)|[B-G])[. ]{0,2}(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)"
_CODED = rarely(
    r"[(\[]?(?:(?:Section|Part) )?" + _CODE + r"(?P<mark>[)\]]?\s{0,2}[:.|–—-]?)\s{1,2}(?P<label>[A-Za-z(].{1,60})$"
)
_CODE_LAST = rarely(r"(?P<label>[A-Z][A-Za-z /’'-]{1,60}?)(?P<mark>\s[(\[])(?:(?:Section|Part) )?" + _CODE + r"[)\]]$")
_OWN = {"need": ("need", "area"), "outcome": ("outcome", "steps", "success", "by_when")}


class CodedLabel(NamedTuple):
    """The section that a label's letter is of, its item's number, and the name of what it announces."""

    code: str
    number: str
    name: str


def coded_label(text: str) -> CodedLabel | None:
    """What a label with letter and number says; None where what stands beside them announces nothing."""
    text = " ".join(text.split())
    match = _CODED.match(text) or _CODE_LAST.match(text)
    if match is None or text.endswith((".", ";")):
        return None
    label = match["label"].strip("() ")
    name = column_name(label) if match["mark"].strip() else label_name(label)
    return CodedLabel(match["code"], match["number"].lower(), name) if name is not None else None


def section_of(label: CodedLabel, codes: Sequence[str]) -> str | None:
    """The section of several that a coded label gives its row to.

    The code of a need or an outcome may say what provision is for: "E1 – Provision" over "E1 – Who" and "E1 – Review".
    """
    own = _OWN.get(NOUNS[label.code])
    if own is not None and label.name not in own:
        return None
    return label.code if label.code in codes else None
