"""The legal references behind the criteria: `rubrics/law.yaml` is their one home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ehcp_audit.errors import ManyErrors
from ehcp_audit.resources import shipped
from ehcp_audit.rubric.positions import Mistake, read_positioned
from ehcp_audit.styling import basis_words

KINDS = ("act", "regulations", "code", "case", "practice")
"""What a reference is: an Act, Regulations, the Code of Practice, a case or decision, or published practice."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: how it is cited, what it says in our own words, and whether its text was seen (`checked`)."""

    id: str
    kind: str
    cite: str
    says: str
    checked: bool
    source: str | None
    law_as_at: date


@cache
def references() -> dict[str, Reference]:
    """Every reference by the words of its citation, as a criterion's `basis` gives them.

    Raises ManyErrors when the table itself is damaged.
    """
    path = shipped("rubrics") / "law.yaml"
    read = read_positioned(path.read_bytes())
    entries = read.data.get("references", []) if isinstance(read.data, dict) else []
    table: dict[str, Reference] = {}
    for number, entry in enumerate(entries):
        try:
            one = Reference(**{**entry, "law_as_at": date.fromisoformat(str(entry["law_as_at"]))})
            if one.kind not in KINDS or one.cite in table:
                raise ValueError
        except (TypeError, KeyError, ValueError):
            line, column = read.place(("references", number))
            read.mistakes.append(Mistake(line, column, "this is no whole reference, or its citation stands twice"))
            continue
        table[one.cite] = one
    if read.mistakes or not table:
        raise ManyErrors([mistake.under(str(path)) for mistake in read.mistakes] or [f"{path}: no references"])
    return table


def reference(basis: str) -> Reference | None:
    """The reference that a criterion's `basis` names; None when the table does not hold it."""
    return references().get(basis)


NOT_CHECKED = "* look this reference up before you cite it: nobody has yet compared it with its source"
"""What is said of a reference whose wording or number nobody has compared with its source."""


def is_unchecked(basis: str) -> bool:
    """Has nobody yet compared this reference with the official text? A local rubric's own reference has no mark."""
    found = reference(basis)
    return found is not None and not found.checked


def marked(basis: Iterable[str]) -> tuple[str, ...]:
    """The references, each of those not yet compared with the official text marked with a star."""
    return tuple(f"{cite}*" if is_unchecked(cite) else cite for cite in basis)


def shown_basis(basis: Sequence[str]) -> str:
    """A criterion's references as reports print them, with what the star means where one stands."""
    words = basis_words(marked(basis))
    return f"{words} ({NOT_CHECKED})" if any(is_unchecked(cite) for cite in basis) else words
