"""An advice report: its author and date, and which of its words are views, needs, outcomes and provision."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.model import Document, State, Stretch
from ehcp_audit.plan import build_advice, build_report

AS_OF = date(2026, 11, 20)


def report(*lines, table=()):
    stretches = [
        Stretch(text.removeprefix("# "), paragraph=number, level=1 if text.startswith("# ") else None)
        for number, text in enumerate(lines, 1)
    ]
    stretches += [
        Stretch(text, paragraph=len(stretches) + 1, table=(1, row, cell))
        for row, cells in enumerate(table, 1)
        for cell, text in enumerate(cells, 1)
    ]
    return Document("docx", None, tuple(stretches))


@pytest.mark.parametrize(
    ("lines", "role", "written"),
    [
        (
            ("Occupational Therapy Report", "DOB: 4 March 2016", "Date of report: 12 May 2026"),
            "occupational therapy",
            date(2026, 5, 12),
        ),
        (
            ("Advice for an EHC assessment", "Author: Dr A. Example, educational psychologist", "Dated 1 June 2026"),
            "educational psychologist",
            date(2026, 6, 1),
        ),
        (("Report", "Date of birth: 4 March 2016", "He was quiet."), None, None),
    ],
)
def test_author_and_date_stand_at_the_head_and_a_birth_date_is_none(lines, role, written):
    advice = build_advice(report(*lines), reference="A01", as_of=AS_OF)
    assert (advice.role, advice.written) == (role, written)


def test_headings_say_what_follows():
    read = build_report(
        report(
            "# Tom's views",
            "Tom likes trains.",
            "# Background",
            "Tom was born in Leeds.",
            "# Outcomes",
            "By July 2027 Tom will read a page aloud.",
            "# Recommendations",
            "A teaching assistant reads with Tom for 15 minutes each day.",
            "Visual timetables.",
            "# Signed",
            "A. Example",
        ),
        reference="P01",
        as_of=AS_OF,
    )
    assert read.section("A").text == "Tom likes trains."
    assert [item.text for item in read.section("E").items] == ["By July 2027 Tom will read a page aloud."]
    assert [item.subject for item in read.section("F").items] == ["F.1", "F.2"]
    assert "Leeds" not in "".join(section.text for section in read.sections)


def test_a_table_goes_by_its_first_row():
    table = (
        ("Need", "Outcome", "Provision"),
        ("Tom reads slowly.", "By July 2027 Tom will read 40 words.", "Reading teaching for 15 minutes each day."),
    )
    read = build_report(report("Report", table=table), reference="P01", as_of=AS_OF)
    assert [read.section(code).text for code in "BEF"] == list(table[1])


def test_what_is_recommended_in_running_text_is_found():
    read = build_report(
        report("Tom was calm.", "I recommend that Tom has 15 minutes of teaching each day.", "He likes dogs."),
        reference="P01",
        as_of=AS_OF,
    )
    assert [item.text for item in read.section("F").items] == [
        "I recommend that Tom has 15 minutes of teaching each day."
    ]


def test_a_part_that_is_not_there_is_unknown_and_says_so():
    section = build_report(report("Tom was calm."), reference="P01", as_of=AS_OF).section("E")
    assert (section.state, section.note) == (State.UNKNOWN, "No outcomes could be made out in this report.")


def test_words_of_a_report_carry_its_reference():
    advice = build_advice(report("# Recommendations", "Daily reading."), reference="A07", as_of=AS_OF)
    assert {passage.document for item in advice.provision for passage in item.passages} == {"A07"}
