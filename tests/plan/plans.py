"""Small documents written by hand: one line a stretch."""

from collections.abc import Sequence
from datetime import date

from ehcp_audit.model import Document, Item, Plan, Stretch, Unread
from ehcp_audit.plan import build_plan

AS_OF = date(2026, 11, 20)
TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision (1970 Act)",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}


def line(text: str, **more) -> Stretch:
    return Stretch(text=text, **more)


def heading(text: str, level: int = 1, **more) -> Stretch:
    return Stretch(text=text, level=level, bold=True, **more)


def row(table: int, number: int, *texts: str | list[str], **more) -> list[Stretch]:
    """One row: a cell is a text, or a list of paragraphs; an empty text is an empty cell."""
    return [
        Stretch(text=text, table=(table, number, cell), columns=(cell, cell), **more)
        for cell, texts_of_cell in enumerate(texts, start=1)
        for text in ([texts_of_cell] if isinstance(texts_of_cell, str) else texts_of_cell)
        if text
    ]


def document(*stretches: Stretch | list[Stretch], **more) -> Document:
    flat = [one for part in stretches for one in (part if isinstance(part, list) else [part])]
    return Document(format="docx", pages=None, stretches=tuple(flat), **more)


def plan_of(*stretches: Stretch | list[Stretch], **more) -> Plan:
    settings = {name: more.pop(name) for name in ("status", "year_group") if name in more}
    as_of = more.pop("as_of", AS_OF)
    return build_plan(document(*stretches, **more), reference="P01", as_of=as_of, **settings)


def with_sections(*stretches: Stretch | list[Stretch], after: Sequence[Stretch] = (), **more) -> Plan:
    """The stretches, and after them enough further sections to make a plan; then what stands `after` them."""
    rest = [
        heading("Section I: Placement"),
        line("Harbour Lane School"),
        heading("Section J: Personal budget"),
        line("N/A"),
    ]
    rest += [
        heading("Section K: Advice and information"),
        line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
    ]
    return plan_of(*stretches, *rest, *after, **more)


UNREAD = (Unread("page 9", "no text"),)


def texts(plan: Plan, code: str) -> list[str]:
    """The words of a section's items, in order."""
    return [item.text for item in plan.section(code).items]


def fields(item: Item) -> dict[str, str]:
    """What stands beside an item, by name."""
    return {one.name: one.passage.text for one in item.fields}


def outcomes_of(*stretches: Stretch | list[Stretch]) -> Plan:
    """A plan whose section E holds these."""
    return with_sections(heading("Section E: Outcomes"), *stretches)


def provision_of(*stretches: Stretch | list[Stretch]) -> Plan:
    """A plan whose section F holds these."""
    return with_sections(heading("Section F: Special educational provision"), *stretches)
