"""What stands between the sections of a plan and belongs to none; titles below labels that stand alone."""

import pytest

from ehcp_audit.model import SECTION_CODES
from tests.plan.plans import TITLES as KNOWN
from tests.plan.plans import heading, line, plan_of, row, with_sections

TITLES = {
    "A": "Get to know Bea",
    "B": "Strong points and sticking points",
    "C": "Keeping well",
    "D": "Beyond the school gate",
    "E": "The changes we hope for",
    "F": "In the classroom",
    "G": "At the clinic",
    "H1": "At home, by law",
    "H2": "At home, besides",
    "I": "The schoolhouse",
    "J": "The purse",
    "K": "The papers",
}
WORDS = {code: f"What stands under {title.lower()} is told here in a whole sentence." for code, title in TITLES.items()}


def texts(plan):
    return {one.code: "\n".join(piece.text for piece in one.pieces) for one in plan.sections}


def labelled(**after):
    """A plan whose labels have their titles; `after`: what stands at the end of a section, by its letter."""
    return [
        one
        for code in SECTION_CODES
        for one in (
            heading(f"Section {code}: {TITLES[code]}", size=15.0),
            line(WORDS[code], size=11.0),
            *after.get(code, ()),
        )
    ]


def small(text):
    return line(text, bold=True, size=11.0)


def said(text):
    return line(text, size=11.0)


# --- how the plan will be reviewed


@pytest.mark.parametrize("code", ["E", "H2", "I"])
@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Monitoring", "The plan is looked at in June of each year, with Bea."),
        ("Annual review", "The school will hold a review meeting by 18 November."),
        ("How the plan will be reviewed", "There will be an annual review in May."),
        ("When we meet again", "The plan will be reviewed at a meeting in June."),
    ],
)
def test_how_the_plan_is_reviewed_belongs_to_no_section(code, title, words):
    plan = plan_of(*labelled(**{code: [small(title), said(words)]}))

    assert texts(plan) == WORDS


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Monitoring", "The SENCO will check the reading record and change the word list."),
        ("Review", "The nurse will review how the inhaler is used."),
        ("Monitoring", "An adult will go through the plan with Bea for 20 minutes a week."),
        ("Steps to the next school", "The plan is reviewed in June, and Bea visits the school then."),
        ("Checking equipment", "The hearing aids are checked by an adult."),
    ],
)
def test_what_is_done_for_the_child_stays_in_its_section(title, words):
    plan = plan_of(*labelled(F=[small(title), said(words)]))

    assert texts(plan)["F"] == f"{WORDS['F']}\n{title}\n{words}"


def test_a_title_at_the_end_with_more_below_it_stays():
    more = [
        small("Monitoring"),
        said("The plan is looked at in June."),
        small("Reading"),
        said("An adult reads with Bea."),
    ]

    assert "An adult reads" in texts(plan_of(*labelled(F=more)))["F"]


def test_titles_below_large_letters_tell_how_titles_are_set():
    stretches = [
        one
        for code in SECTION_CODES
        for one in (
            line(code, bold=True, size=24.0),
            line(TITLES[code], bold=True, size=14.0),
            said(WORDS[code]),
            *([line("Looking at my plan again", bold=True, size=14.0), said("It is in June.")] if code == "I" else []),
        )
    ]

    assert texts(plan_of(*stretches)) == WORDS


# --- bands and parts


@pytest.mark.parametrize("title", ["PART 2", "Part two: outcomes and support", "STAGE 2: ACTION"])
@pytest.mark.parametrize("introduced", [False, True])
def test_the_title_of_a_part_belongs_to_no_section(title, introduced):
    more = [small(title), *([said("In this part each area of need is taken in turn.")] if introduced else [])]

    assert texts(plan_of(*labelled(D=more))) == WORDS


def test_a_part_of_a_programme_stays():
    more = [small("Part 2 of the programme"), said("An adult plays the second set of games with Bea.")]
    plan = plan_of(*labelled(F=more, D=[small("Part 1"), said("Bea swims with an adult.")]))

    assert "Part 2 of the programme" in texts(plan)["F"]
    assert "Bea swims" in texts(plan)["D"]


def in_table(bands, last=()):
    stretches, number = [], 0
    for code in SECTION_CODES:
        if code in bands:
            stretches += row(1, number := number + 1, bands[code], bold=True, size=11.0)
        number += 1
        stretches += row(1, number, code, bold=True, size=20.0)
        stretches += [
            line(text, table=(1, number, cell), columns=(cell, cell), bold=cell < 3, size=11.0)
            for cell, text in ((2, KNOWN[code]), (3, WORDS[code]))
        ]
    return stretches


def test_bands_across_a_table_of_sections_belong_to_none():
    bands = {"A": "THE CHILD", "B": "WHAT IS DIFFICULT", "E": "WHAT IS TO BE DONE", "I": "FORMAL MATTERS"}

    assert texts(plan_of(*in_table(bands))) == WORDS


def test_bands_over_lines_belong_to_no_section():
    bands = {"A": "THE NEEDS", "D": "THE PLAN OF ACTION", "H2": "THE FORMALITIES"}
    plan = plan_of(*labelled(**{code: [line(text, bold=True, size=13.0)] for code, text in bands.items()}))

    assert texts(plan) == WORDS


def test_lines_set_so_within_sections_are_no_bands():
    within = {"F": [small("Reading"), said("An adult reads with Bea."), small("By the class teacher")]}
    plan = plan_of(*labelled(**within, G=[small("By the school nurse")]))

    assert texts(plan)["F"].endswith("By the class teacher")
    assert texts(plan)["G"].endswith("By the school nurse")


# --- titles


def broken(**more):
    return [
        one
        for code in SECTION_CODES
        for one in (line(f"SECTION {code}\n{TITLES[code]}", bold=True, size=14.0, **more), said(WORDS[code]))
    ]


def test_a_title_after_a_break_is_no_word_of_the_section():
    plan = plan_of(*broken())

    assert texts(plan) == WORDS
    assert plan.sections[4].heading == "SECTION E The changes we hope for"


def test_an_answer_after_a_break_stays():
    """Where few labels have a line after the break it may be what the section says."""
    stretches = [
        one
        for code in SECTION_CODES
        for one in (
            [line(f"SECTION {code}\nHarbour Lane School", bold=True), said("A school for boys and girls.")]
            if code == "I"
            else [line(f"SECTION {code}", bold=True), said(WORDS[code])]
        )
    ]

    assert texts(plan_of(*stretches))["I"] == "Harbour Lane School\nA school for boys and girls."


def guided(code, title):
    return [
        line(f"SECTION {code}", bold=True, size=12.0),
        line("Say here what is known, in the words of those who know it.", italic=True, size=9.0),
        *title,
        said(WORDS[code]),
    ]


def test_a_title_below_the_guidance_is_no_word_of_the_section():
    stretches = [one for code in SECTION_CODES for one in guided(code, [line(TITLES[code], bold=True, size=13.0)])]
    plan = plan_of(*stretches)

    assert texts(plan) == WORDS
    assert plan.sections[5].heading == "SECTION F In the classroom"


def test_the_first_item_s_title_below_the_guidance_stays_where_few_have_one():
    stretches = [
        one
        for code in SECTION_CODES
        for one in guided(code, [line("Reading together", bold=True, size=13.0)] if code == "F" else [])
    ]

    assert texts(plan_of(*stretches))["F"] == f"Reading together\n{WORDS['F']}"


@pytest.mark.parametrize(
    "heads",
    [
        ("To be signed when final", "Name and position", "Date"),
        ("For the council", "Name", "Date"),
        ("Caseworker", "Post", "Date"),
    ],
)
def test_a_table_to_sign_after_the_list_of_advice_is_none_of_it(heads):
    advice = [row(1, at, f"Ms {name}, therapist", f"{at} May 2026") for at, name in enumerate(("Ash", "Elm"), start=1)]
    stretches = labelled()[:-1]
    plan = plan_of(*stretches, *advice, row(2, 1, *heads), row(2, 2, "R. Lamb", "Head of SEND", "1 June 2026"))

    assert texts(plan)["K"] == "Ms Ash, therapist\t1 May 2026\nMs Elm, therapist\t2 May 2026"


def test_the_title_of_a_part_over_an_introduction_and_the_first_area_belongs_to_no_section():
    plan = with_sections(
        heading("Section D – Social care needs"),
        line("The family has had no break since May."),
        heading("PART TWO: OUTCOMES AND SUPPORT PLAN"),
        line("In this part the outcomes and the help are set out for each area."),
        heading("Area 1: Communication and interaction"),
        heading("Section E – Outcomes"),
        line("By July 2028 Ada will ask for help in words."),
    )
    assert plan.section("D").text == "The family has had no break since May."
