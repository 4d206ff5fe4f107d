"""Under one heading over several sections: tables whose rows print the letters, in every place that they may stand."""

import pytest
from plans import heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State

WORDS = {
    "C": "Rowan is fed through a gastrostomy and has a target for fluid.",
    "D": "Rowan lives with foster carers and is not safe near roads.",
    "E": "By July 2028 Rowan will have joined one club and gone back to it.",
    "G": "Training for staff in feeding. (Community nurse; twice a year)",
    "H1": "A support worker for swimming. (Disability team; three hours a week)",
    "H2": "Life story work about moves. (Social worker; fortnightly for eight months)",
}
TITLES = {
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Social care outcome",
    "G": "Health provision",
    "H1": "Provision under the 1970 Act",
    "H2": "Other provision",
}
CARE = ("D", "E", "H1", "H2")
JOINT = "D, E, H1 & H2. Social care needs, outcomes and provision"
PLACES = {
    "own cell": lambda code, title, words: (code, title, words),
    "in brackets": lambda code, title, words: (f"({code})", title, words),
    "with its word": lambda code, title, words: (f"Section {code}", title, words),
    "no title": lambda code, _, words: (code, words),
    "before the title": lambda code, title, words: (f"{code} {title}", words),
    "with a mark": lambda code, title, words: (f"{code}. {title}", words),
    "over the title": lambda code, title, words: ([code, title], words),
    "in a cell after it": lambda code, title, words: (title, code, words),
    "after it": lambda code, title, words: (f"{title} (Section {code})", words),
}
ORDERS = (CARE, CARE[::-1], ("E", "H1", "H2", "D"))


def table(cells, order=CARE, titles=TITLES, without=""):
    """A row a section; the one `without` has lost its letter."""
    rows = []
    for number, code in enumerate(order, 1):
        texts = cells(code, titles[code], WORDS[code])
        if code == without:
            texts = ["", *texts[1:]] if texts[0] == code else [titles[code], *texts[1:]]
        rows += row(1, number, *texts)
    return with_sections(heading(JOINT), rows)


def held(plan):
    """Which of the words each section holds, whatever its state."""
    return {code: {one for one, words in WORDS.items() if words in plan.section(code).text} for code in WORDS}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("place", PLACES)
def test_each_row_is_that_of_its_letter(place, order):
    found = held(table(PLACES[place], order))
    assert {code: found[code] for code in CARE} == {code: {code} for code in CARE}


@pytest.mark.parametrize("place", ["own cell", "with a mark"])
def test_the_letter_tells_whatever_the_title_says(place):
    titles = dict.fromkeys(TITLES, "What comes next")
    found = held(table(PLACES[place], titles=titles))
    assert {code: found[code] for code in CARE} == {code: {code} for code in CARE}


@pytest.mark.parametrize("lost", CARE)
def test_a_row_without_its_letter_is_told_by_its_title_or_unknown(lost):
    for place in ("own cell", "no title", "with a mark"):
        plan = table(PLACES[place], without=lost)
        for code in CARE:
            assert plan.section(code).state is State.UNKNOWN or held(plan)[code] == {code}, (place, code)


@pytest.mark.parametrize("missing", CARE)
def test_a_row_that_is_not_there_leaves_the_others_as_they_are(missing):
    order = [code for code in CARE if code != missing]
    found = held(table(PLACES["own cell"], order))
    assert {code: found[code] for code in order} == {code: {code} for code in order}
    assert found[missing] == set()


def test_a_row_whose_letter_is_said_once_for_both_goes_on_with_it():
    rows = [row(1, 1, "C", "Health needs", WORDS["C"]), row(1, 2, "", "", "Cold air brings on his cough.")]
    rows.append(row(1, 3, "G", "Health provision", WORDS["G"]))
    plan = with_sections(heading("C & G. Health needs and provision"), *rows)
    assert plan.section("C").text.endswith("Cold air brings on his cough.")
    assert plan.section("C").state is plan.section("G").state is State.PRESENT


def test_letters_that_are_not_those_of_the_heading_open_nothing():
    """A key to letters, or the parts of an assessment, within a section's table."""
    rows = [row(1, 1, "J", "Joints", "Rowan has loose joints."), row(1, 2, "K", "Kidneys", "His kidneys are well.")]
    plan = with_sections(heading("C & G. Health needs and provision"), *rows, row(1, 3, "G", "Gait", WORDS["G"]))
    assert WORDS["G"] not in plan.section("J").text
    assert "kidneys" not in plan.section("K").text


def test_a_header_of_columns_that_begins_with_a_letter_is_no_such_row():
    rows = [row(1, 1, "Social care needs", WORDS["D"])]
    rows.append(row(1, 2, "H1: Provision under the 1970 Act", "Who provides it", "When", bold=True))
    rows.append(row(1, 3, "A support worker for swimming.", "Disability team", "Three hours a week"))
    rows.append(row(1, 4, "H2: Any other social care provision", "Who provides it", "When", bold=True))
    rows.append(row(1, 5, "Life story work about moves.", "Social worker", "Fortnightly"))
    plan = with_sections(heading("Sections D, H1 and H2: Social care needs and social care provision"), *rows)
    assert plan.section("D").text.endswith(WORDS["D"])
    assert "support worker" in plan.section("H1").text
    assert "Life story" in plan.section("H2").text


def test_outcomes_that_come_back_under_one_heading_are_told_row_by_row():
    rows = []
    for at in (1, 2):
        rows += row(at, 1, "Need (Section B)", f"Rowan cannot yet cook meal {at}.")
        rows += row(at, 2, "Outcome (Section E)", f"By July 2029 Rowan will cook meal {at} on the hob alone.")
        rows += row(at, 3, "Provision (Section F)", f"Cookery with a tutor for meal {at}, one hour each week.")
    plan = with_sections(heading("Sections B, E and F - Needs, outcomes and provision"), *rows)
    assert [len(plan.section(code).items) for code in "BEF"] == [2, 2, 2]


def test_a_letter_in_the_first_cell_of_each_table_opens_its_section():
    heads = {"C": "Health need", "D": "Social care need", "E": "Outcome for Rowan", "G": "Provision", "H1": "Provision"}
    rows = []
    for at, (code, head) in enumerate(heads.items(), start=1):
        rows += row(at, 1, code, head, "Who")
        rows += [one for number in range(1, 5) for one in row(at, 1 + number, str(number), WORDS[code], "Therapist")]
    plan = plan_of(*rows)
    assert {code: texts(plan, code)[0] for code in heads} == {code: WORDS[code] for code in heads}


def sheets(*, parts):
    """A sheet for each outcome under one heading: a band, and labels whose letter stands over a word.

    `parts`: is the label one paragraph with a break, as in Word, or two of their own size, as in a PDF?
    """
    rows = []
    for at, area in enumerate(
        ("Cognition and learning", "Sensory and/or physical", "Communication and interaction"), 1
    ):
        rows.append(line(f"Sheet {at}   {area}", table=(at, 1, 1), columns=(1, 2), bold=True, size=10.0))
        cells = [("E", "Outcome", f"By July 2029 Rowan will cook meal {at} on the hob alone.")]
        cells += [("F", "Education", f"Cookery with a tutor for meal {at}, one hour each week.")]
        cells += [("G", "Health", "A dietitian will see Rowan each term.")] if at == 1 else []
        cells += [("H2", "Care", "A cookery club for two hours each Saturday.")] if at == 2 else []
        for number, (code, word, said) in enumerate(cells, start=2):
            where = {"table": (at, number, 1), "columns": (1, 1)}
            if parts:
                rows += [line(code, bold=True, size=14.0, **where), line(word, size=9.0, **where)]
            else:
                rows.append(line(f"{code}\n{word}", size=9.0, **where))
            rows.append(line(said, table=(at, number, 2), columns=(2, 2), size=10.0))
    return with_sections(
        [heading("Who is Rowan? (A)"), line("Rowan likes trains."), heading("What are his needs? (B)")],
        [line("Rowan cannot yet cook."), heading("What do we want for Rowan and what will be done? (E, F, G and H2)")],
        rows,
    )


@pytest.mark.parametrize("parts", [True, False])
def test_letters_over_a_word_tell_the_rows_of_sheets_under_one_heading(parts):
    plan = sheets(parts=parts)
    assert [len(texts(plan, code)) for code in ("E", "F", "G", "H2")] == [3, 3, 1, 1]
    assert plan.section("G").text == "A dietitian will see Rowan each term."
    assert plan.section("H2").text == "A cookery club for two hours each Saturday."
    assert not any("Sheet" in plan.section(code).text for code in ("E", "F", "G", "H2"))


def test_a_statement_alone_before_a_table_of_rows_is_the_words_of_its_section():
    band = line("Not known to social care", table=(1, 1, 1), columns=(1, 2), bold=True)
    plan = with_sections(heading("Section D: Social care needs"), [band, *row(1, 2, "Section E: Outcomes", WORDS["E"])])
    assert plan.section("D").text == "Not known to social care"
