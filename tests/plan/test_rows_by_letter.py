"""Rows whose labels print the section's letter, and rows that a page breaks."""

from plans import fields, heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State

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


MORE = " He told us so in a meeting in May with his mother, and his teacher has seen it for a year or two."
SAID = {  # by letter: the title in a cell of its own, and what the row says
    "A": (
        "Wilf: story, hopes and plans",
        "I go to the gym, I help at the allotment and I watch cricket with my uncle, each week.",
    ),
    "B": (
        "What makes learning harder",
        f"Wilf reads as a child of seven does.{MORE}",
    ),
    "C": ("Health and wellbeing", f"Wilf has asthma.{MORE}"),
    "D": ("Home and care", f"Wilf lives with his grandmother.{MORE}"),
    "E": ("Where we want to get to", OUTCOME),
    "F": ("What education will provide", FIRST),
    "G": ("What health will provide", "None."),
    "H1": ("What care must provide", f"Two carers on Saturdays, 8am to 10am.{MORE}"),
    "H2": ("What else care will provide", f"A place at a youth club each Friday.{MORE}"),
    "I": ("College", "Harbour Lane College, a general further education college."),
    "J": ("Budget", "None has been asked for."),
    "K": ("Sources", "Advice from his mother (7 June 2026), and a report by Ms Ode, therapist (9 June 2026)."),
}


def by_letter(said, bold=True):
    table = []
    for number, (code, (title, text)) in enumerate(said.items(), start=1):
        table += [line(code, table=(1, number, 1), bold=True, size=18.0)]
        table += [line(title, table=(1, number, 2), columns=(2, 2), bold=bold, size=11.0)]
        table += [line(text, table=(1, number, 3), columns=(3, 3), size=11.0)]
    return table


def test_the_cell_between_a_letter_and_its_text_is_the_title():
    plan = plan_of(by_letter(SAID))
    assert {one.code: one.text for one in plan.sections} == {code: text for code, (_, text) in SAID.items()}
    assert plan.section("G").state is State.NIL


def test_in_plain_type_the_titles_are_told_by_what_they_name():
    plan = plan_of(by_letter(SAID, bold=False))
    assert plan.section("F").text == FIRST


def test_cells_that_hold_sentences_are_no_titles():
    said = {
        code: (f"{text} It is so.", "Wilf said this himself in his meeting in May.") for code, (_, text) in SAID.items()
    }
    plan = plan_of(by_letter(said, bold=False))
    assert said["B"][0] in plan.section("B").text


def test_a_title_below_the_table_of_all_sections_ends_the_last():
    after = [
        line("Adult life: who will help after this plan ends", bold=True),
        line("The worker will meet Wilf in May."),
    ]
    plan = plan_of(by_letter(SAID), *after)
    assert plan.section("K").text == SAID["K"][1]
    kept = plan_of(by_letter(SAID | {"K": ("Sources", "Listed below.")}), *after)
    assert after[0].text in kept.section("K").text


def test_closing_words_begin_with_the_title_over_them():
    after = [
        heading("Section K: Advice and information"),
        line("Advice from his mother, 7 June 2026"),
        line("A report by Ms Ode, therapist, 9 June 2026"),
        line("Your fifteen days", bold=True, size=12.0),
        line("Please write to us by 12 December 2026 with the school which you would like us to name."),
    ]
    assert plan_of(by_letter({code: SAID[code] for code in list(SAID)[:-1]}), *after).section("K").text == "\n".join(
        one.text for one in after[1:3]
    )
