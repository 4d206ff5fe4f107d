"""Headings of two lines, the second set smaller, and the numbered headings within a part on social care."""

import pytest
from plans import heading, line, plan_of, row, with_sections

from ehcp_audit.model import State

SECONDS = {
    "A": "of the young person and her family",
    "B": "the young person's special educational needs",
    "C": "health needs which relate to the special educational needs",
    "D": "which relate to special educational needs or to a disability",
    "E": "the outcomes sought for the young person",
    "F": "the provision required by the young person",
    "G": "any health care provision reasonably required",
    "H1": "under section 2 of the Chronically Sick and Disabled Persons Act 1970",
    "H2": "any other provision reasonably required",
    "I": "the name and type of the school",
    "J": "details of any personal budget",
    "K": "the advice and information gathered during the assessment",
}
TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health care needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health care provision",
    "H1": "Social care provision",
    "H2": "Social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
BODY = "Orla is helped by her aunt on Mondays."


def sections(make):
    return plan_of(*(part for at, code in enumerate(TITLES) for part in make(at, code)))


def texts_of(plan):
    return {code: plan.section(code).text for code in TITLES}


SAID = {code: f"{BODY} {code}" for code in TITLES}


def test_the_second_line_in_a_titles_cell_is_the_headings():
    plan = sections(
        lambda at, code: [row(1, 2 * at, code, [TITLES[code], SECONDS[code]]), row(1, 2 * at + 1, SAID[code])]
    )
    assert texts_of(plan) == SAID
    assert plan.section("G").heading.endswith("reasonably required")


def test_it_may_stand_in_the_last_cell_of_the_row():
    plan = sections(
        lambda at, code: [row(1, 2 * at, code, TITLES[code], SECONDS[code]), row(1, 2 * at + 1, SAID[code])]
    )
    assert texts_of(plan) == SAID


def test_so_it_is_in_a_bar_of_one_cell():
    plan = sections(
        lambda at, code: [row(at + 1, 1, [f"Section {code}: {TITLES[code]}", SECONDS[code]]), line(SAID[code])]
    )
    assert texts_of(plan) == SAID


def test_so_it_is_where_it_is_a_paragraph_or_follows_a_break():
    plan = sections(lambda _, code: [heading(f"Section {code}: {TITLES[code]}"), line(SECONDS[code]), line(SAID[code])])
    assert texts_of(plan) == SAID
    plan = sections(
        lambda _, code: [line(f"Section {code}: {TITLES[code]}\n{SECONDS[code]}", bold=True), line(SAID[code])]
    )
    assert texts_of(plan) == SAID


def test_the_words_of_the_statute_in_a_bar_may_begin_with_a_capital():
    seconds = {**SECONDS, "C": "Health needs which relate to the young person's special educational needs"}
    plan = sections(
        lambda at, code: [row(1, 2 * at, code, [TITLES[code], seconds[code]]), row(1, 2 * at + 1, SAID[code])]
    )
    assert plan.section("C").text == SAID["C"]


@pytest.mark.parametrize(
    "words",
    [
        "not known to social care",
        "asthma, for which she has an inhaler",
        "under the care of the respiratory clinic at Saltby",
        "eczema and asthma",
        "for Orla to join a swimming club with her cousin",
        "to walk to school with a friend",
        "and 2 hours of home help",
        "of the child's needs, asthma is the one that affects him most.",
    ],
)
def test_words_of_the_section_in_small_letters_stay_its_own(words):
    plan = with_sections(heading("Section D: Social care needs"), line(words), line(BODY))
    assert plan.section("D").text == f"{words}\n{BODY}"


def test_all_that_a_section_says_is_no_part_of_its_heading():
    plan = with_sections(heading("Section D: Social care needs"), line("which relate to a disability"))
    assert plan.section("D").text == "which relate to a disability"


PARTS = {
    "Part 1: Views, interests and aspirations": "A",
    "Part 2: Special educational needs": "B",
    "Part 3: Health needs": "C",
    "Part 4: Social care needs": "D",
    "Part 5: Outcomes": "E",
    "Part 6: Special educational provision": "F",
    "Part 7: Health provision": "G",
}
OF_ACT = "Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970"


def in_parts(*social, after=()):
    return plan_of(
        *(part for title in PARTS for part in (heading(title), line(f"{BODY} {title}"))),
        heading("Part 8: Social care provision"),
        *social,
        heading("Part 9: Placement"),
        line("Gull Rock School"),
        heading("Part 10: Personal budget"),
        line("None requested."),
        heading("Part 11: Advice and information"),
        line("Ms Ada Finch, Educational psychologist, 12 March 2026", marker="1."),
        line("Mr Otto Penhale, Physiotherapist, 4 April 2026", marker="2."),
        *after,
    )


@pytest.mark.parametrize("numbers", [("8a. ", "8b. "), ("8.1 ", "8.2 "), ("(a) ", "(b) "), ("", "")])
def test_the_numbered_headings_of_a_part_on_social_care_are_no_text(numbers):
    plan = in_parts(
        line(f"{numbers[0]}{OF_ACT}", bold=True),
        line("Home help at weekends.", marker="1."),
        line(f"{numbers[1]}Any other social care provision", bold=True),
        line("A holiday club in August.", marker="1."),
    )
    assert plan.section("H1").text == "Home help at weekends."
    assert plan.section("H2").text == "A holiday club in August."


@pytest.mark.parametrize(
    "who", ["For the council:", "For and on behalf of Saltby Borough Council", "For the authority"]
)
def test_who_signs_for_the_council_follows_the_list_of_advice(who):
    signed = [line(who), line("Mrs Iris Vane, Director of Education"), line("Dated 5 June 2026")]
    plan = in_parts(line("None."), after=signed)
    assert plan.section("K").text.endswith("4 April 2026")


def test_advice_for_the_council_is_advice():
    given = [line("For the council:"), line("Mrs Iris Vane, Social worker, 5 May 2026"), line("Mr Ivo Lark, Officer")]
    plan = in_parts(line("None."), after=given)
    assert "Iris Vane" in plan.section("K").text
    assert plan.section("H1").state is State.NIL


def test_a_title_said_again_in_full_under_a_short_one_is_of_the_heading():
    plan = plan_of(
        lettered_by_title(
            ("Social care", "Social care needs related to special educational needs"),
        )
    )
    assert plan.section("D").text == BODY


def lettered_by_title(*pairs):
    """A plan without letters, each section under its title, D under two."""
    parts = []
    for code, title in TITLES.items():
        if code == "D":
            parts += [heading(one) for one in pairs[0]]
        elif code == "H1":
            parts.append(heading("Social care provision under the Chronically Sick and Disabled Persons Act 1970"))
        elif code == "H2":
            parts.append(heading("Other social care provision"))
        else:
            parts.append(heading(title))
        parts.append(line(BODY))
    return parts


def test_a_line_in_brackets_that_names_the_act_belongs_to_the_heading():
    act = "(Section 2 of the Chronically Sick and Disabled Persons Act 1970)"
    plan = with_sections(heading("Section H1: Social care provision that must be made for me"), line(act), line(BODY))
    assert plan.section("H1").text == BODY


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("D. SOCIAL CARE NEEDS WHICH RELATE TO HIS", "SPECIAL EDUCATIONAL NEEDS"),
        ("D. SOCIAL CARE NEEDS RELATING TO THE LEARNING", "DIFFICULTIES OR DISABILITIES"),
        ("H1. Provision under section 2 of the Chronically Sick and Disabled", "Persons Act 1970"),
    ],
)
def test_the_rest_of_a_heading_that_a_pdf_broke_is_no_word_of_the_section(first, rest):
    code = "D" if first[0] == "D" else "H1"
    needs = heading("B. Special educational needs"), line(BODY), heading("C. Health needs"), line(BODY)
    plan = with_sections(*needs, heading(first), heading(rest), line("None."))
    assert plan.section(code).state is State.NIL


def test_the_title_under_a_letter_may_open_the_paragraph_of_the_sections_words():
    plan = with_sections(
        line("Part C", bold=True),
        line("Health needs related to his SEN. Dr Iyer, a community paediatrician, reports that Rowan has asthma."),
        line("Part D", bold=True),
        line("Social care needs related to his SEN. None identified."),
    )
    assert plan.section("C").text.strip() == "Dr Iyer, a community paediatrician, reports that Rowan has asthma."
    assert plan.section("D").text.strip() == "None identified."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Section H1: Provision under section 2 of the Chronically Sick and Disabled Persons", "Act 1970"),
        ("Section H1: Provision under section 2 of the Chronically Sick and", "Disabled Persons Act 1970"),
        ("Section H1: Provision under section 2 of the Chronically Sick &", "Disabled Persons Act 1970"),
    ],
)
def test_the_name_of_the_act_goes_on_in_the_next_line_in_any_type(first, second):
    plan = sections(
        lambda _, code: [
            *([heading(first), line(second)] if code == "H1" else [heading(f"Section {code}: {TITLES[code]}")]),
            line(BODY),
        ]
    )
    assert plan.section("H1").text == BODY


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("☒ H1 Provision under section 2 of the Chronically Sick and Disabled Persons", "Act 1970"),
        ("H1 Provision under section 2 of the Chronically Sick and", "Disabled Persons Act 1970"),
        ("H1 – Provision under section 2 of the Chronically Sick and Disabled", "Persons Act 1970"),
    ],
)
def test_so_it_does_where_the_first_line_alone_is_no_sure_heading(first, second):
    whole = [heading(f"{code} {TITLES[code]}") for code in TITLES]
    plan = plan_of(
        *(part for one in whole[:7] for part in (one, line(BODY))),
        heading("H Social care provision"),
        line(first),
        line(second, bold=True),
        line(BODY),
        line("☐ H2 Any other social care provision reasonably required"),
        line("No other provision is required."),
        *(part for one in whole[9:] for part in (one, line(BODY))),
    )
    assert plan.section("H1").text == BODY
    assert plan.section("H1").heading.endswith(" 1970")
    assert plan.section("H2").state is State.NIL


def test_so_it_does_in_a_title_without_a_letter():
    titles = TITLES | {"H2": "Any other social care provision"}
    first = "Provision under section 2 of the Chronically Sick and Disabled Persons"
    plan = sections(
        lambda _, code: [
            *([heading(first), heading("Act 1970")] if code == "H1" else [heading(titles[code])]),
            line(BODY),
        ]
    )
    assert plan.section("H1").text == BODY
    assert plan.section("H1").heading == f"{first} Act 1970"


def test_the_act_in_a_sentence_of_the_section_is_no_heading():
    said = ["H1 was looked at under the Chronically Sick and Disabled Persons", "Act 1970 and gave him nothing."]
    plan = with_sections(heading("Section D: Social care needs"), *map(line, said))
    assert plan.section("D").text == "\n".join(said)
