"""What the columns of a table hold, where their headings are unusual: by what stands under them."""

import pytest
from plans import fields, heading, line, outcomes_of, plan_of, provision_of, row, texts, with_sections

READS = "Rowan reads a page of 45 common words aloud with no more than five errors."
NUMBERS = "Number lessons in small steps with counters"
LACES = "Practice of lacing on a board and on both shoes"
TRAINED = "Teaching assistant trained for two days"
RIGHT = "18 of 20 questions right on two days"
TURNS = "four turns in three games of five"
TIES = "Rowan ties the laces of both shoes without help in under three minutes."


def table(heads, *rows):
    return [row(1, number, *cells) for number, cells in enumerate((heads, *rows), start=1)]


@pytest.mark.parametrize(
    ("heads", "order"),
    [
        (("No.", "About", "I will", "From Section B"), "natw"),
        (("", "What Rowan will do", "By", "Answers"), "nodw"),
        (("Focus", "What this will look like", "For", "Need"), "todw"),
        (("Ref", "What I am going to be able to do", "Until", "Checked by"), "nodc"),
        (("Aspect", "Rowan will", "Target", "Relates to"), "todw"),
        (("Result we expect", "Date to be reached", "B ref"), "odw"),
        (("Area", "What", "For"), "tod"),
    ],
)
def test_outcomes_and_their_days_are_told_by_what_stands_in_the_columns(heads, order):
    def cells(outcome, number):
        kinds = {
            "n": f"O{number}", "o": outcome, "a": ("Reading", "Dressing")[number - 1],
            "t": ("Words", "Laces")[number - 1],
            "d": "July 2028", "w": f"N{number}", "c": "class teacher",
        }  # fmt: skip
        if order == "natw":
            kinds["t"] = f"By July 2028 {outcome}"
        return tuple(kinds[one] for one in order)

    plan = outcomes_of(*table(heads, cells(READS, 1), cells(TIES, 2)))
    lead = "By July 2028 " if order == "natw" else ""
    assert texts(plan, "E") == [lead + READS, lead + TIES]
    if "d" in order:
        assert [fields(one)["by_when"] for one in plan.section("E").items] == ["July 2028", "July 2028"]


def test_a_first_row_of_a_few_words_is_no_heading_where_others_are_as_short():
    plan = outcomes_of(*table(("Reads", "45 words"), ("Ties", "both laces")))
    assert len(plan.section("E").items) == 2


def test_how_often_and_who_are_told_by_what_stands_under_headings_of_the_writers_own():
    plan = provision_of(
        *table(
            ("For aim", "What is put in place", "In whose hands", "Dose"),
            ("1", NUMBERS, TRAINED, "25 minutes, daily"),
            ("2", LACES, "Occupational therapist", "40 minutes, weekly"),
        )
    )  # fmt: skip
    assert texts(plan, "F") == [
        NUMBERS,
        LACES,
    ]
    first = fields(plan.section("F").items[0])
    assert (first["who"], first["how_often"]) == (TRAINED, "25 minutes, daily")


def test_what_proves_an_outcome_is_told_by_its_measures():
    plan = outcomes_of(
        *table(
            ("No.", "Rowan will", "The proof", "Milestone"),
            ("1", "add and take away within 20 with a frame of ten", RIGHT, "July 2027"),
            ("2", "take turns in a game with other children of his age", TURNS, "July 2028"),
        )
    )  # fmt: skip
    assert [fields(one)["success"] for one in plan.section("E").items] == [
        RIGHT,
        TURNS,
    ]
    assert [fields(one)["by_when"] for one in plan.section("E").items] == ["July 2027", "July 2028"]


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("Rowan ties his laces alone", (READS, TIES)),
        ("Rowan reads clearly", (READS, TIES)),
    ],
)
def test_a_first_row_that_says_what_the_child_does_is_no_heading(first, others):
    plan = outcomes_of(*table(("Laces", first, "Home"), *(("Words", one, "School") for one in others)))
    assert texts(plan, "E") == [first, *others]


def test_a_first_row_that_says_who_and_how_often_is_no_heading():
    longer = [f"{one}, in a quiet room beside the classroom" for one in (NUMBERS, LACES)]
    plan = provision_of(
        *table(("Daily reading", "Class teacher", "Mornings"), *((one, "Tutor", "Noon") for one in longer))
    )
    assert texts(plan, "F") == ["Daily reading", *longer]


WHY = "This helps Rowan to keep up with his class in every lesson and to feel that he belongs there."


@pytest.mark.parametrize("heads", [("About", "Doing", "Reason"), ("For", "What is done", "Why it matters")])
def test_a_column_of_reasons_is_not_the_provision_however_long(heads):
    given = [f"{one}, 20 minutes daily" for one in (NUMBERS, LACES)]
    plan = provision_of(*table(heads, *(("Reading", one, WHY) for one in given)))
    assert texts(plan, "F") == given


def test_a_column_that_says_what_will_be_holds_the_outcomes_beside_a_longer_one():
    will = ["Rowan will read 45 words by July 2028", "Rowan will say ten long words by July 2028"]
    plan = outcomes_of(*table(("Focus", "Change", "Notes"), *(("Words", one, WHY) for one in will)))
    assert texts(plan, "E") == will


@pytest.mark.parametrize("head", ["Start", "Set on", "Agreed"])
def test_days_on_which_outcomes_were_set_are_no_deadlines(head):
    plan = outcomes_of(*table(("Outcome", head), (READS, "September 2026"), (TIES, "September 2026")))
    assert all("by_when" not in fields(one) for one in plan.section("E").items)


@pytest.mark.parametrize(
    ("head", "titles", "said", "swapped"),
    [
        ("What I will do", ("Reading", "Dressing"), (READS, TIES), True),
        ("Why this matters", ("Reading", "Dressing"), (READS, TIES), False),
        ("What I will do", ("Rowan reads 45 words", "Rowan ties his laces"), (READS, TIES), False),
        ("Steps", ("Reading", "Dressing"), (READS, TIES), False),
        ("At school", ("Reading", "Dressing"), ("A teaching assistant reads " + READS[6:],) * 2, False),
    ],
)
def test_where_outcomes_are_titles_the_long_words_beside_them_are_the_outcomes(head, titles, said, swapped):
    rows = zip(titles, said, ("July 2028",) * 2, strict=True)
    plan = outcomes_of(*table(("My goal", head, "Deadline"), *rows))
    assert texts(plan, "E") == list(said if swapped else titles)


@pytest.mark.parametrize(
    ("head", "cells", "read"),
    [
        ("Area and need", ("Physical. Rowan walks 40 metres and then needs his chair.",) * 2, 2),
        ("Area", ("Cognition and learning", "Sensory and physical"), 0),
    ],
)
def test_a_column_of_areas_holds_the_needs_where_it_is_whole_sentences(head, cells, read):
    rows = [(f"B{number}", cell) for number, cell in enumerate(cells, start=1)]
    plan = with_sections(heading("Section B: Special educational needs"), *table(("Ref", head), *rows))
    assert len(plan.section("B").items) == read


def test_what_stands_beside_a_heading_in_its_row_is_the_head_of_its_column():
    titles = ("(A) Views", "(B) Special educational needs", "(C) Health needs", "(D) Social care needs")
    before = [part for title in titles for part in (heading(title), line("Rowan tires by noon."))]
    tables = [
        row(number, at, *cells)
        for number, outcome, given in ((1, READS, NUMBERS), (2, TIES, LACES))
        for at, cells in enumerate(
            (
                (f"(E) Outcome {number}. {outcome}",),
                ("(F) What will be done", "Who, how often and for how long"),
                (given, "Teaching assistant, 20 minutes daily"),
            ),
            start=1,
        )
    ]
    plan = plan_of(*before, heading("(E) and (F) What Rowan will achieve, and the provision that will help"), *tables)
    assert texts(plan, "F") == [NUMBERS, LACES]
    assert ("how_often", "Teaching assistant, 20 minutes daily") in fields(plan.section("F").items[0]).items()


def test_how_we_shall_see_it_heads_what_shows_that_an_outcome_is_met():
    plan = outcomes_of(
        *table(("Rowan will", "How we shall see it", "By"), (READS, RIGHT, "July 2028"), (TIES, TURNS, "May 2028"))
    )
    assert fields(plan.section("E").items[0]) == {"success": RIGHT, "by_when": "July 2028"}


@pytest.mark.parametrize("label", ["Section B: Special educational needs", "(B) My special educational needs"])
def test_strengths_beside_section_b_belong_to_no_section(label):
    plan = with_sections(
        row(1, 1, "Cognition and learning"),
        row(1, 2, "Strengths", label),
        row(1, 3, "She counts to five.", "She needs each new skill to be shown many times."),
        heading("Section E: Outcomes"),
        line("By July 2028 Leila will count to twenty."),
        heading("Section F: Special educational provision"),
        line("A teacher teaches Leila to count for 20 minutes each day."),
    )
    assert plan.section("B").text == "She needs each new skill to be shown many times."


def test_an_article_at_the_start_of_a_cell_is_no_section_a():
    plan = with_sections(
        heading("Section A: Views, interests and aspirations"),
        line("I like trains."),
        heading("Section F: Special educational provision"),
        row(1, 1, "Provision", "Who"),
        row(1, 2, "A whole-word reading programme", "Class teacher"),
        row(1, 3, "A language group", "Speech and language therapist"),
    )
    assert plan.section("A").text == "I like trains."


def test_a_column_of_days_under_the_letter_of_the_outcomes_says_by_when():
    plan = outcomes_of(*table(("E – Outcome", "E – By"), (READS, "July 2028"), (TIES, "June 2028")))
    assert [fields(one) for one in plan.section("E").items] == [{"by_when": "July 2028"}, {"by_when": "June 2028"}]


def test_roman_numbers_of_needs_beside_what_answers_them_are_no_needs():
    plan = with_sections(
        heading("Section C: Health needs"),
        line("C(i) Epilepsy, with two seizures a month."),
        line("C(ii) Gastrostomy feeding, with reflux and an unsafe swallow."),
        heading("Sections C, G and E: Health provision"),
        *table(
            ("Need", "G – Provision", "Outcome (E)"),
            ("C(i)", "Epilepsy nurse: a clinic of 40 minutes a term", READS),
            ("C(ii)", "Dietitian: 30 minutes every three months", TIES),
        ),
    )
    assert [one.text.split()[0] for one in plan.section("C").items] == ["C(i)", "C(ii)"]
