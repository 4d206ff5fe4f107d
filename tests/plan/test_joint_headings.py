"""One heading over outcomes and provision: how it names both, and rows under a header of provision."""

import pytest
from plans import fields, heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.labels import find_label, find_trailing_label

READS = "By July 2028 Rowan will read 45 words by sight in four of five sessions."
ASKS = "By July 2028 Rowan will ask for a break with his card in eight of ten lessons."


@pytest.mark.parametrize(
    "title",
    [
        "Section E – Outcomes and Section F – Special educational provision",
        "Section E: Outcomes / Section F: Special educational provision",
        "Section E (Outcomes) and Section F (Special educational provision)",
        "E – Outcomes and F – Special educational provision",
        "(E) Outcomes and (F) Special educational provision",
        "Part E and Part F: Outcomes and special educational provision",
    ],
)
def test_a_heading_may_give_each_letter_its_title(title):
    label = find_label(title)
    assert label is not None
    assert label.codes == ("E", "F")


@pytest.mark.parametrize(
    "title",
    [
        "Section F – Special educational provision to meet the needs in Section B and Section E",
        "Section F – Special educational provision for the needs in Section B and the outcomes in Section E",
        "Section E – Outcomes (see also Section F)",
        "E – Outcomes and F words",
    ],
)
def test_a_letter_that_a_title_points_at_is_none_of_the_headings(title):
    label = find_label(title)
    assert label is not None
    assert len(label.codes) == 1


def test_the_letters_may_follow_their_titles():
    label = find_trailing_label("Outcomes (Section E) and special educational provision (Section F)")
    assert label is not None
    assert label.codes == ("E", "F")
    label = find_trailing_label("Special educational provision for the needs (Section B) and outcomes (Section E)")
    assert label is not None
    assert label.codes == ("E",)


def block(table, number, outcome):
    head = ("Provision", "Delivered by", "Frequency and duration")
    rows = (
        (f"Outcome {number}", outcome),
        ("Steps", "Rowan will read 20 words by sight."),
        ("To be met by", "End of Year 9"),
        head,
        (f"Precision teaching {number}, in the library.", "Teaching assistant", "15 minutes daily"),
        (f"A card for breaks {number}. It will be shown to all staff.", "SENCO", "In every lesson"),
    )
    return [one for at, cells in enumerate(rows, start=1) for one in row(table, at, *cells)]


JOINT = "Section E – Outcomes and Section F – Special educational provision"


def test_rows_under_a_header_of_provision_are_the_second_sections():
    plan = with_sections(
        heading(JOINT),
        line("Cognition and learning", bold=True),
        *block(1, 1, READS),
        *block(2, 2, ASKS),
        line("Provision to meet all outcomes", bold=True),
        *row(3, 1, "Provision", "Delivered by", "Frequency and duration"),
        *row(3, 2, "Planning time for all adults.", "Teachers", "30 minutes weekly"),
    )
    assert texts(plan, "E") == [READS, ASKS]
    assert fields(plan.section("E").items[0])["by_when"] == "End of Year 9"
    assert texts(plan, "F") == [
        "Precision teaching 1, in the library.",
        "A card for breaks 1. It will be shown to all staff.",
        "Precision teaching 2, in the library.",
        "A card for breaks 2. It will be shown to all staff.",
        "Planning time for all adults.",
    ]
    assert "Planning time" not in plan.text[slice(0, plan.section("F").pieces[0].start)]
    assert "Provision to meet all outcomes" in "\n".join(one.text for one in plan.section("F").pieces)


def test_rows_of_provision_among_outcomes_leave_both_unknown():
    plan = plan_of(
        heading("Section B: Special educational needs"),
        line("Rowan finds reading hard."),
        heading("Section E: Outcomes"),
        *block(1, 1, READS),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("E").state is State.UNKNOWN
    assert plan.section("F").state is State.UNKNOWN
    assert "provision" in (plan.section("F").note or "")


def test_a_statutory_title_may_stand_in_the_brackets_of_the_letter():
    label = find_trailing_label(
        "How people will help at home (Section H1: provision under section 2 of the Chronically Sick and Disabled "
        "Persons Act 1970)"
    )
    assert label is not None
    assert label.codes == ("H1",)
