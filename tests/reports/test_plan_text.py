"""The text of `extract` says what the reader saw, in the order of the page, with nothing left out."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.model import (
    SECTION_CODES,
    Facts,
    Outcome,
    Passage,
    Plan,
    Section,
    State,
    Stretch,
    Unread,
)
from ehcp_audit.reports.plan_text import plan_text

WORDS = "Sam hopes to read.\nSam will read 40 words.\tJuly 2027\nSam will swim.\x1b[31m"


@pytest.fixture
def plan() -> Plan:
    stretches = tuple(Stretch(text, page=page) for text, page in zip(WORDS.split("\n"), (4, 6, 6), strict=True))
    first, second = WORDS.index("Sam will read"), WORDS.index("Sam will swim")
    outcomes = (
        Outcome("E.1", (Passage(WORDS[first : first + 23], first),)),
        Outcome("E.2", (Passage(WORDS[second:], second),)),
    )
    known = {
        "A": Section("A", State.PRESENT, "Section A  Views", (Passage(WORDS[:18], 0),)),
        "E": Section("E", State.PRESENT, "Outcomes", (Passage(WORDS[19:], 19),), outcomes, 0.6, "The heading is worn."),
        "G": Section("G", State.NIL, "Health", (Passage("None.", 0),)),
        "J": Section("J", State.EMPTY, "J"),
    }
    return Plan(
        reference="P01",
        text=WORDS,
        sections=tuple(known.get(code, Section(code, State.MISSING)) for code in SECTION_CODES),
        facts=Facts(year_group=6, phase="primary", status="draft"),
        stretches=stretches,
        starts=(0, 19, second),
        as_of=date(2026, 11, 20),
        format="pdf",
        pages=9,
        unread=(Unread("page 9", "the page is a picture"),),
    )


@pytest.mark.parametrize(
    "words",
    [
        "P01 sam.pdf\nPDF, 9 pages, draft, Year 6, primary",
        "== Section A: views, interests and aspirations == present, page 4\nHeading: Section A Views\nSam hopes",
        "== Section E: outcomes == present, page 6, 2 items",
        "(The heading is worn.)",
        "[E.1] Sam will read 40 words. | July 2027\n[E.2] Sam will swim.",
        "== Section G: health provision == says that there is nothing",
        "== Section J: personal budget == empty: the heading stands and nothing follows",
        "== Section K: advice and information == missing: no such heading in the document",
        "Not read: page 9: the page is a picture",
    ],
)
def test_it_says_each_section_its_state_and_its_words(plan, words):
    assert words in plan_text(plan, "sam.pdf")


def test_sections_stand_in_order_and_can_be_chosen(plan):
    text = plan_text(plan, "sam.pdf")
    places = [text.index(f"== Section {code}:") for code in SECTION_CODES]
    assert places == sorted(places)
    assert "Section A:" not in plan_text(plan, "sam.pdf", ("E",))


def test_no_control_of_the_plan_reaches_the_terminal(plan):
    assert "\x1b" not in plan_text(plan, "sam.pdf")
    assert "\\x1b[31m" in plan_text(plan, "sam.pdf")


def test_a_header_row_is_read_once_and_a_number_goes_with_its_item():
    lines = [
        ("Provision", (1, 1, 1)),
        ("Who", (1, 1, 2)),
        ("Signs", (1, 2, 1)),
        ("Teacher", (1, 2, 2)),
        ("Provision", (2, 1, 1)),
        ("Who", (2, 1, 2)),
        ("1. Songs", (2, 2, 1)),
        ("Parent", (2, 2, 2)),
    ]
    text = "Provision\tWho\nSigns\tTeacher\nProvision\tWho\n1. Songs\tParent"
    starts, at = [], 0
    for words, _ in lines:
        starts.append(at)
        at += len(words) + 1
    song = text.index("Songs")
    section = Section("F", State.PRESENT, "F", (Passage(text, 0),), (Outcome("F.2", (Passage("Songs", song),)),))
    plan = Plan(
        reference="P01",
        text=text,
        sections=tuple(section if code == "F" else Section(code, State.MISSING) for code in SECTION_CODES),
        facts=Facts(),
        stretches=tuple(Stretch(words, table=table) for words, table in lines),
        starts=tuple(starts),
        as_of=date(2026, 11, 20),
        format="docx",
        pages=None,
    )
    assert "Provision | Who\nSigns | Teacher\n[F.2] 1. Songs | Parent" in plan_text(plan, "sam.docx", ("F",))
