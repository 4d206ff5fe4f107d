"""Rows whose labels print the section's letter, and rows that a page breaks."""

from plans import fields, heading, line, row, texts, with_sections

OUTCOME = "By July 2029 Wilf will cook a hot meal for two on the hob without being told what comes next."
STEP = "Wilf will make toast and beans with the steps on a card."
FIRST = "Cookery with a life skills tutor in a group of three. (Life skills tutor; one hour each week)"
BROKEN = ("Shopping for the meal with a list in pictures. (Learning mentor;", "one visit to the shop each Tuesday)")


def test_steps_whose_label_has_the_letter_are_no_outcomes():
    table = [
        row(1, 1, "Need (Section B)", "Wilf cannot yet cook."),
        row(1, 2, "Outcome (Section E)", OUTCOME),
        row(1, 3, "Steps to the outcome (Section E)", STEP),
        row(1, 4, "Provision (Section F)", FIRST),
    ]
    plan = with_sections(heading("Sections B, E and F - Needs, outcomes and provision"), *table)
    (outcome,) = plan.section("E").items
    assert (outcome.text, fields(outcome)) == (OUTCOME, {"steps": STEP})
    assert STEP in plan.section("E").text


def band(table, number, text):
    return line(text, table=(table, number, 1), columns=(1, 3), bold=True)


def test_a_band_with_the_letter_and_the_number_of_its_outcome_opens_its_section():
    rows = []
    for at in (1, 2):
        rows += [band(at, 1, f"Section E: Outcome {at}"), line(OUTCOME, table=(at, 2, 1), columns=(1, 3))]
        rows += [band(at, 3, f"Section F: Provision to meet outcome {at}")]
        rows += row(at, 4, "Provision", "Provided by", "Frequency", bold=True)
        rows += row(at, 5, FIRST, "Life skills tutor", "Weekly")
    plan = with_sections(heading("Sections E and F: Outcomes and special educational provision"), *rows)
    assert texts(plan, "E") == [OUTCOME, OUTCOME]
    assert texts(plan, "F") == [FIRST, FIRST]
    assert "Provision to meet" not in plan.section("E").text


def of_pages(end):
    """A plan whose provision goes over the page within a row, the next page beginning with this."""
    head = row(1, 1, "Need (B)", "Outcome (E)", "Provision (F)", page=1)
    one = row(1, 2, "Wilf cannot yet cook.", OUTCOME, [FIRST, BROKEN[0]], page=1, marker="•")
    other = [
        one if one.text != end else line(one.text, table=one.table, columns=one.columns, page=2)
        for one in row(
            1, 3, "He is afraid of the hob.", STEP, [end, "A talking timer for his own use."], page=2, marker="•"
        )
    ]
    return with_sections(heading("Education", page=1), head, one, other)


def test_provision_that_ends_on_the_next_page_is_one():
    found = texts(of_pages(BROKEN[1]), "F")
    assert [" ".join(one.split()) for one in found] == [FIRST, " ".join(BROKEN), "A talking timer for his own use."]


def test_provision_that_begins_on_the_next_page_is_another():
    assert len(texts(of_pages("Lessons on the use of knives each Monday."), "F")) == 4
