"""Tables over several sections: the letter in a header or a label tells, whatever the title beside it."""

import time
from dataclasses import replace

import pytest
from plans import heading, line, row, texts, with_sections

from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan.labels import find_label, find_trailing_label

WORDS = {
    "B": "Mirren cannot tell letters apart that look alike.",
    "E": "By July 2028 Mirren will read a page of her chosen book aloud.",
    "F": "Reading with a trained adult for 15 minutes a day.",
    "G": "The orthoptist will see Mirren at school each term.",
    "H1": "Grab rails will be fitted in the bathroom by May 2027.",
    "H2": "A sitter for three hours on alternate Fridays.",
}
TITLES = {
    "B": "What is hard",
    "E": "We want",
    "F": "School",
    "G": "NHS",
    "H1": "Council (1970 Act)",
    "H2": "Council, other",
}
FIVE = ("E", "F", "G", "H1", "H2")


def header(form, codes):
    return [form.format(title=TITLES[code], code=code).split("|") for code in codes]


def held(plan):
    return {code: plan.section(code).text.strip() for code in WORDS if plan.section(code).text.strip()}


def expect(codes):
    return {code: WORDS[code] for code in codes}


@pytest.mark.parametrize(
    "form",
    [
        "{title} (Section {code})",
        "{title}|(Section {code})",
        "{title} ({code})",
        "{title} [{code}]",
        "{title}|Section {code}",
        "Section {code}: {title}",
        "Section {code}|{title}",
        "{code}. {title}",
        "{code} – {title}",
        "({code}) {title}",
        "{code}|{title}",
        "{title}|{code}",
        "{code}) {title}",
        "{title} (Section {code} of the plan)",
        "(Section {code})",
    ],
)
def test_a_column_is_its_letters_whatever_its_title(form):
    plan = with_sections(
        heading("Provision agreed"),
        row(1, 1, *header(form, FIVE), bold=True),
        row(1, 2, *(WORDS[code] for code in FIVE)),
    )
    assert held(plan) == expect(FIVE)


@pytest.mark.parametrize("codes", [("B", "E", "F"), ("F", "G", "H1", "H2", "E"), ("B", "F", "E", "G"), ("B", *FIVE)])
def test_columns_stand_in_any_order_and_number(codes):
    plan = with_sections(
        heading("My plan"),
        row(1, 1, "No.", *header("{title}|(Section {code})", codes)),
        row(1, 2, "1", *(WORDS[code] for code in codes)),
    )
    assert held(plan) == expect(codes)


def test_a_header_repeated_over_the_page_is_no_words_of_its_columns():
    head = header("{title} ({code})", FIVE)
    plan = with_sections(
        heading("My plan"),
        row(1, 1, *head, bold=True),
        row(1, 2, *(WORDS[code] for code in FIVE)),
        row(1, 3, *head, bold=True),
        row(1, 4, *(WORDS[code] for code in FIVE)),
    )
    assert held(plan) == {code: f"{WORDS[code]}\n{WORDS[code]}" for code in FIVE}


@pytest.mark.parametrize(
    "beside", ["Annual review notes (11.3.26)", "Progress since the plan began", "Updates", "Notes"]
)
def test_a_column_of_what_a_review_found_belongs_to_no_section(beside):
    plan = with_sections(
        heading("My plan"),
        row(1, 1, *header("{code} – {title}", ("B", "F", "E")), beside),
        row(1, 2, WORDS["B"], WORDS["F"], WORDS["E"], "Half way there. Keep."),
        row(1, 3, *header("{code} – {title}", ("B", "F", "E")), beside),
        row(1, 4, WORDS["B"], WORDS["F"], WORDS["E"], "Her mother asks for more."),
    )
    assert held(plan) == {code: f"{WORDS[code]}\n{WORDS[code]}" for code in ("B", "E", "F")}


@pytest.mark.parametrize("letters", ["Section {code}", "({code})", "{code}"])
def test_titles_in_one_row_and_letters_in_the_next_are_one_header(letters):
    plan = with_sections(
        heading("Outcomes (E) and provision (F, G, H1 and H2)"),
        row(1, 1, *(TITLES[code] for code in FIVE), bold=True),
        row(1, 2, *(letters.format(code=code) for code in FIVE), bold=True),
        row(1, 3, *(WORDS[code] for code in FIVE)),
    )
    assert held(plan) == expect(FIVE)


def test_a_title_over_the_table_is_no_word_of_the_section_before():
    plan = with_sections(
        heading("Section D: Social care needs"),
        line("Mirren wakes at night and needs someone near."),
        heading("Provision agreed"),
        row(1, 1, *header("{title} ({code})", FIVE)),
        row(1, 2, *(WORDS[code] for code in FIVE)),
    )
    assert plan.section("D").text == "Mirren wakes at night and needs someone near."


@pytest.mark.parametrize(
    "form", ["{title} (Section {code})", "{title} ({code})", "Section {code}: {title}", "{code}. {title}"]
)
@pytest.mark.parametrize(
    "over",
    [
        "Provision agreed",
        "Outcomes (Section E) and provision: education (Section F), health (Section G), care (Section H1 and H2)",
    ],
)
def test_tables_whose_rows_print_letters_may_come_one_for_each_outcome(form, over):
    stretches = [heading(over)]
    for table in (1, 2):
        for number, code in enumerate(FIVE, start=1):
            stretches += row(table, number, form.format(title=TITLES[code], code=code), WORDS[code])
    plan = with_sections(*stretches)
    assert held(plan) == {code: f"{WORDS[code]}\n{WORDS[code]}" for code in FIVE}


def test_a_label_with_nothing_beside_it_is_no_word_of_the_row_before():
    plan = with_sections(
        heading("My plan"),
        row(1, 1, "We want (E)", WORDS["E"]),
        row(1, 2, "School (F)", WORDS["F"]),
        row(1, 3, "NHS (G)", WORDS["G"]),
        row(2, 1, "We want (E)", WORDS["E"]),
        row(2, 2, "School (F)"),
        row(2, 3, "NHS (G)", WORDS["G"]),
    )
    assert plan.section("F").text == WORDS["F"]
    assert "School" not in plan.section("E").text


def test_a_column_without_a_letter_may_be_the_section_that_is_wanting():
    plan = with_sections(
        heading("My plan"),
        row(1, 1, "We want (Section E)", "School (Section F)", "Hospital team"),
        row(1, 2, WORDS["E"], WORDS["F"], WORDS["G"]),
        heading("Section H1: Social care provision"),
        line(WORDS["H1"]),
    )
    assert plan.section("F").state is State.UNKNOWN
    assert plan.section("G").state is State.UNKNOWN


def test_a_list_of_groups_and_a_chart_are_no_sections():
    for cells in (("Set B", "Set E", "Set F"), ("A: before", "B: behaviour", "C: consequence")):
        plan = with_sections(
            heading("Section F: Special educational provision"),
            row(1, 1, *cells),
            row(1, 2, "Reading on Monday.", "Spelling on Monday.", "Number on Monday."),
        )
        assert "Spelling on Monday." in plan.section("F").text
        assert [code for code in SECTION_CODES if plan.section(code).state is State.PRESENT][:1] == ["F"]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("6.1 Outcomes (Section E) and provision: education (Section F), health (Section G)", ("E", "F", "G")),
        ("Needs (Section B), outcomes (Section E) and provision (Section F)", ("B", "E", "F")),
        ("Outcomes (Section E) and how we get there (Section F)", ("E", "F")),
        ("Help for what is in my needs (Section B) and more (Section F)", ("F",)),
    ],
)
def test_each_title_in_a_heading_may_have_its_letter_after_it(title, codes):
    label = find_trailing_label(title)
    assert label is not None
    assert label.codes == codes


def test_each_title_in_a_heading_may_have_its_letter_before_it():
    label = find_label("Section E: Outcomes, Section F: Education, Section G: Health and Section H: Social care")
    assert label is not None
    assert label.codes == ("E", "F", "G", "H")


def test_hundreds_of_tables_by_letter_are_told_at_once():
    stretches = [heading("My plan")]
    for table in range(1, 101):
        stretches += row(table, 1, *header("{title} ({code})", FIVE)) + row(table, 2, *(WORDS[code] for code in FIVE))
    for table in range(101, 201):
        for number, code in enumerate(("E", "F"), start=1):
            stretches += row(table, number, f"{TITLES[code]} (Section {code})", WORDS[code])
    begin = time.perf_counter()
    plan = with_sections(*stretches)
    assert time.perf_counter() - begin < 5  # seconds
    assert len(texts(plan, "F")) == 200


def test_a_table_may_begin_with_a_label_that_has_no_answer():
    plan = with_sections(
        heading("Health and care"),
        row(1, 1, "Being well (Section C)", "Kit has asthma and tires on cold days."),
        row(1, 2, "NHS (Section G)", WORDS["G"]),
        row(2, 1, "Being well (Section C)"),
        row(2, 2, "NHS (Section G)", WORDS["G"]),
    )
    assert plan.section("C").text == "Kit has asthma and tires on cold days."
    assert plan.section("G").text == f"{WORDS['G']}\n{WORDS['G']}"


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("E. What Mirren will do", "F. What will be provided"), True),
        (("E. Easter", "F. Summer"), False),
    ],
)
def test_two_letters_tell_their_columns_where_a_title_says_what_such_a_section_holds(heads, told):
    plan = with_sections(heading("Section D: Social care needs"), row(1, 1, *heads), row(1, 2, WORDS["E"], WORDS["F"]))
    assert (held(plan) == expect("EF")) is told


@pytest.mark.parametrize("tail", ["together, by area", "side by side", ", for each area of need", "combined"])
def test_how_sections_are_laid_out_may_follow_their_letters(tail):
    label = find_trailing_label(f"Mirren’s outcomes and support: Sections E and F {tail}".replace(" ,", ","))
    assert label is not None
    assert label.codes == ("E", "F")


def test_a_table_of_where_things_stand_is_no_section():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        row(1, 1, "Need", "Section B", "Outcome (E)", "Provision (F)", bold=True),
        row(1, 2, "Letters", "2.1", "5.1", "6.1, 6.2 and 6.3"),
        row(1, 3, "Friends", "2.2", "5.2 to 5.4", "6.4"),
        line(WORDS["B"]),
        heading("Section E: Outcomes"),
        line(WORDS["E"]),
        heading("Section F: Special educational provision"),
        line(WORDS["F"]),
    )
    assert [plan.section(code).text.strip() for code in "EF"] == [WORDS["E"], WORDS["F"]]
    assert WORDS["B"] in plan.section("B").text


def test_sections_may_stand_in_quarters_of_a_table_each_with_its_heading_in_its_cell():
    def quarter(code: str, title: str, *words: str):
        return [f"{code}  {title}", *words]

    def bold(stretches):
        return [
            replace(one, bold=True) if one.text[:2].strip() in ("C", "D", "G", "H1", "H2") else one for one in stretches
        ]

    right = [
        *quarter("H1", "Provision under the 1970 Act", "None."),
        *quarter("H2", "Other care", "A club on Saturdays."),
    ]
    table = [
        *bold(
            row(
                1,
                1,
                quarter("C", "Health needs", "Ama has asthma."),
                quarter("G", "Health provision", "A yearly check."),
            )
        ),
        *bold(row(1, 2, quarter("D", "Social care needs", "Ama meets nobody at weekends."), right)),
    ]
    plan = with_sections(heading("Section F: Special educational provision"), line("Reading each day."), table)
    told = {code: plan.section(code).text for code in ("C", "D", "F", "G", "H1", "H2")}
    assert told == {
        "C": "Ama has asthma.",
        "D": "Ama meets nobody at weekends.",
        "F": "Reading each day.",
        "G": "A yearly check.",
        "H1": "None.",
        "H2": "A club on Saturdays.",
    }


def test_a_row_of_items_that_bear_the_letters_of_sections_is_no_header():
    """As in a PDF, where a page ends within the row under the header."""
    plan = with_sections(
        heading("Sections D, H1, H2 and E"),
        row(
            1,
            1,
            "D – Social care needs",
            "H1 – Provision under section 2 of the Act of 1970",
            "H2 – Other social care provision",
            "E – Outcomes",
        ),
        row(
            1,
            2,
            "D.1 Parents share 24-hour care, sleeping five hours a night before night cover began. (K9)",
            "H1.1 Support worker, tracheostomy competent: 4 hours every Saturday at home, 1:1, 48 weeks. (D.1)",
            "H2.1 Overnight short break, 2 nights every month, 1:1. Reviewed every six months. (D.1)",
            "E.1 By July 2028 Mirren goes on one family outing of 2 hours each week.",
        ),
        row(1, 3, "D.2 The house has steps and no bathroom. (K9)", "H1.2 Ramp by 31 March 2027. (D.2)", "", "Steps."),
    )
    assert "H2.1" in plan.section("H2").text
    assert "H1.1" in plan.section("H1").text
    assert "D.1" in plan.section("D").text


def test_a_letter_over_the_outcomes_alone_opens_their_section_again_under_each_area():
    def area(number: int, over: str):
        return [
            heading(("Learning", "Feelings", "Moving")[number], level=3),
            row(number + 1, 1, "No.", "E: Outcome", "Success measure", "Steps", bold=True),
            row(
                number + 1,
                2,
                f"{number + 1}",
                f"By July 2029 Ama will do thing {number}.",
                "8 of 10",
                "By May: 4 of 10",
            ),
            line(over, bold=True),
            line(f"{number + 1}.1 A teacher teaches Ama thing {number} for 20 minutes each day."),
        ]

    plan = with_sections(
        heading("Sections E and F: Outcomes and special educational provision, by area"),
        *area(0, "F: provision for outcome 1"),
        *area(1, "F: provision for outcome 2"),
        *area(2, "F: provision for outcome 3"),
    )
    assert texts(plan, "E") == [f"By July 2029 Ama will do thing {number}." for number in range(3)]
    assert texts(plan, "F") == [f"A teacher teaches Ama thing {number} for 20 minutes each day." for number in range(3)]
