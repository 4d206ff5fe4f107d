"""A document becomes a plan: its sections, their items, and what is known of the child and the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document, Plan
from ehcp_audit.plan.candidates import find_candidates
from ehcp_audit.plan.choosing import choose
from ehcp_audit.plan.coded_rows import with_coded_rows
from ehcp_audit.plan.facts import find_facts
from ehcp_audit.plan.items import find_items
from ehcp_audit.plan.layout import lay_out
from ehcp_audit.plan.learnt import learning
from ehcp_audit.plan.listed_titles import listed_titles
from ehcp_audit.plan.ownership import assign, cut
from ehcp_audit.plan.partial import marked_as_part
from ehcp_audit.plan.soft_breaks import with_headings_apart
from ehcp_audit.plan.states import settle
from ehcp_audit.plan.vocabulary import Titles, using

FEWEST_SECTIONS = 3


def build_plan(
    document: Document,
    *,
    reference: str,
    as_of: date,
    status: str | None = None,
    year_group: int | None = None,
    titles: Titles = (),
) -> Plan:
    """What does this document say, section by section?

    `status` and `year_group`, where the caller knows them, win over what the document says; `titles` are those of
    another type of plan's sections. Raises UnreadableError("not_a_plan") where fewer than three sections are found.
    """
    with using(titles):
        return _build(document, reference, as_of, status, year_group, titles)


def _few(found: int) -> str:
    return f"Only {found}" if found else "None"


def _build(
    document: Document, reference: str, as_of: date, status: str | None, year_group: int | None, titles: Titles
) -> Plan:
    as_read = lay_out(document.stretches)
    listed = listed_titles(as_read)
    with learning(listed.titles):
        layout = with_headings_apart(as_read)
        candidates = [one for one in find_candidates(layout) if not listed.holds(layout, one.first)]
        headings = with_coded_rows(choose(candidates, layout), layout)
        ownership = assign(layout, headings)
        pieces, outside = cut(layout, ownership)
        sections = settle(document, layout, candidates, headings, ownership, pieces)
    found = sum(section.heading is not None for section in sections)
    if found < min(FEWEST_SECTIONS, len(titles) or FEWEST_SECTIONS):
        what = "that the rubric names" if titles else "A to K"
        whole = "plan" if titles else "EHC plan"
        raise UnreadableError(
            "not_a_plan",
            f"{_few(found)} of the sections {what} {'was' if found == 1 else 'were'} found; give a whole {whole}, with"
            " its section headings.",
        )
    items = find_items(layout, ownership, sections)
    sections = tuple(replace(section, items=items.get(section.code, ())) for section in sections)
    facts = find_facts(document, layout, ownership, as_of=as_of, status=status, year_group=year_group)
    plan = Plan(
        reference=reference,
        text=layout.text,
        sections=sections,
        facts=facts,
        stretches=tuple(document.stretches),
        starts=as_read.starts,
        as_of=as_of,
        format=document.format,
        pages=document.pages,
        outside=tuple(outside),
        unread=document.unread,
        warnings=document.warnings,
    )
    return marked_as_part(plan, document, layout, headings)
