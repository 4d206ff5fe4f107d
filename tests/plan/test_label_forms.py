"""The many ways in which authorities print a section's letter and title, one whole plan for each."""

import pytest
from plans import Stretch, heading, line, plan_of, row, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan.labels import find_label

FULL = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under the CSDPA 1970",
    "H2": "Any other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
OWN = {  # titles that say too little by themselves
    "A": "What matters to me",
    "B": "What I find hard",
    "C": "My health",
    "D": "My life at home and in the community",
    "E": "What I want to achieve",
    "F": "Help in school",
    "G": "Help from health",
    "H1": "Help at home by law",
    "H2": "Other help at home",
    "I": "My school",
    "J": "My money",
    "K": "Who told us",
}
NUMBER = {code: at for at, code in enumerate(FULL, start=1)}


def words(code: str) -> list[str]:
    return [f"{code} has a first sentence about Rowan and his day.", "And a second that says more of the same thing."]


def plan_with(heads) -> dict[str, str]:
    stretches: list[Stretch] = [
        line("Education, Health and Care Plan", bold=True, size=18.0),
        line("Name: Rowan Tidewell"),
    ]
    for code in FULL:
        stretches += [*heads(code), *(line(one, size=11.0) for one in words(code))]
    plan = plan_of(*stretches)
    return {code: plan.section(code).text for code in FULL}


@pytest.mark.parametrize(
    "form",
    [
        "{full} ({code})",
        "{own} ({code})",
        "{full} – {code}",
        "{full} Section {code}",
        "{own}\tSection {code}",
        "{own}? (Section {code})",
        "{code}: {own}",
        "{code} {own}",
        "({code}) {own}",
        "[{code}] {full}",
        "[Section {code}] {full}",
        "EHC Plan Section {code}: {full}",
        "EHCP – Section {code} – {full}",
        "Section {code} of my plan: {own}",
        "Section {code} of the EHC Plan – {full}",
        "▶ Section {code}: {full}",
        "❖ Section {code}: {full}",
        "| Section {code} | {full}",
        "{number} Section {code} {full}",
        "2.{number} Section {code}: {full}",
        "S E C T I O N  {code}: {full}",
        "Sect {code}: {full}",
        "§{code} {full}",
        "Section ‘{code}’: {full}",
        'Section "{code}" {full}',
        "{number}. {full}",
        "Part {number}: {full}",
        "Section {number}: {full}",
    ],
)
def test_each_form_of_a_heading_opens_its_section(form):
    def head(code):
        text = form.format(code=code, full=FULL[code], own=OWN[code], number=NUMBER[code])
        return [line(text, bold=True, size=14.0)]

    for code, text in plan_with(head).items():
        assert text == "\n".join(words(code)), code


def test_a_title_over_or_under_its_label_is_no_word_of_a_section():
    forms = [
        lambda code: [line(OWN[code], bold=True, size=14.0), line(f"(Section {code})", size=11.0)],
        lambda code: [line(f"Section {code}", bold=True, size=11.0), line(OWN[code], bold=True, size=14.0)],
    ]
    for form in forms:
        for code, text in plan_with(form).items():
            assert text == "\n".join(words(code)), code


def test_a_label_and_title_may_lead_into_the_words():
    stretches: list[Stretch] = [line("Name: Rowan Tidewell")]
    for code in ("A", "B", "C", "D", "E", "F", "G"):
        first, second = words(code)
        stretches += [line(f"Section {code}: {FULL[code]}: {first}"), line(second)]
    plan = plan_of(*stretches)
    for code in ("A", "B", "C", "D", "E", "F", "G"):
        assert plan.section(code).text == "\n".join(words(code)), code


def test_titles_in_plain_type_open_sections_where_they_run_from_a_to_k():
    titles = {**FULL, "H1": "Social care provision under the Chronically Sick and Disabled Persons Act 1970"}
    stretches: list[Stretch] = [line("Education, Health and Care Plan", bold=True), line("Name: Rowan Tidewell")]
    for code in ("A", "B", "C", "D", "E", "F", "G", "I", "J", "K"):
        stretches += [line(titles[code]), *map(line, words(code))]
    plan = plan_of(*stretches)
    for code in ("A", "B", "C", "D", "E", "F", "G", "I", "J", "K"):
        assert plan.section(code).text == "\n".join(words(code)), code


@pytest.mark.parametrize(
    "sentence",
    [
        "This support is to meet the needs in Section B",
        "Rowan was graded (B)",
        "The plan of the day",
        "My plan A is to be a vet.",
        "Plan B for wet days is the library.",
        "EHC plans are reviewed each year",
    ],
)
def test_lines_that_only_look_like_a_label_stay_words(sentence):
    def head(code):
        return [line(f"Section {code}: {FULL[code]}", bold=True, size=14.0), *([line(sentence)] if code == "F" else [])]

    assert plan_with(head)["F"] == "\n".join([sentence, *words("F")])


@pytest.mark.parametrize(
    "cells",
    [
        ("{full} ({code})",),
        ("{own} ({code})",),
        ("{own} (Section {code})",),
        ("Section {code}: {own}",),
        ("Section {code}", "{own}"),
        ("({code})",),
    ],
)
def test_labels_in_the_cell_beside_the_words(cells):
    stretches: list[Stretch] = [
        line("Education, Health and Care Plan", bold=True, size=18.0),
        line("Name: Rowan Tidewell"),
    ]
    for code, number in NUMBER.items():
        label = [cell.format(code=code, full=FULL[code], own=OWN[code]) for cell in cells]
        stretches += row(number, 1, label, words(code))
    plan = plan_of(*stretches)
    for code in FULL:
        assert plan.section(code).text == "\n".join(words(code)), code


def test_a_bar_of_label_and_own_title_in_bold():
    stretches: list[Stretch] = [line("Name: Rowan Tidewell")]
    for code, number in NUMBER.items():
        stretches += [*row(number, 1, f"Section {code}", OWN[code], bold=True), *map(line, words(code))]
    plan = plan_of(*stretches)
    for code in FULL:
        assert plan.section(code).text == "\n".join(words(code)), code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("H1", "H2"),
        ("H1 – provision under section 2 of the Act of 1970", "H2 – other provision reasonably required"),
    ],
)
def test_h1_and_h2_in_lines_of_their_own_under_a_lone_h(one, other):
    stretches: list[Stretch] = [line("Name: Rowan Tidewell")]
    for code in ("A", "B", "C", "D", "E", "F", "G"):
        stretches += [line(f"Section {code}: {FULL[code]}", bold=True, size=14.0), *map(line, words(code))]
    stretches += [line("Section H: Social care provision", bold=True, size=14.0)]
    stretches += [line(one, bold=True), *map(line, words("H1")), line(other, bold=True), *map(line, words("H2"))]
    plan = plan_of(*stretches)
    for code in ("G", "H1", "H2"):
        assert plan.section(code).text == "\n".join(words(code)), code


def test_the_letters_of_a_list_of_advice_open_no_section_where_only_titles_are_printed():
    advice = ["parents' advice", "school advice", "medical advice", "psychological advice", "care advice", "other"]
    stretches: list[Stretch] = [line("Name: Rowan Tidewell")]
    for code in FULL:
        stretches += [line(FULL[code], bold=True, size=14.0), *map(line, words(code))]
    for number, (letter, said) in enumerate(zip("ABCDEF", advice, strict=True), start=1):
        stretches += row(1, number, letter, f"Mrs Ada Finch, {said}", "12 May 2026")
    plan = plan_of(*stretches)
    assert plan.section("A").text == "\n".join(words("A"))
    assert plan.section("K").text.endswith("F\tMrs Ada Finch, other\t12 May 2026")


def test_a_label_in_brackets_may_give_the_sections_name():
    plan = plan_of(
        heading("All about me (Section A: my views)"), line("I like trains."),
        heading("What is hard for me (Section B: special educational needs)"), line("I find reading hard."),
        heading("What I will do (Section E: outcomes)"), line("By July 2027 I will read 45 words."),
        heading("The help I will get (Section F: special educational provision)"), line("A teacher reads with me."),
        heading("Money (Section J: personal budget)"), line("None was asked for."),
    )  # fmt: skip
    assert plan.section("B").text == "I find reading hard."
    assert plan.section("F").text == "A teacher reads with me."


def test_a_statement_that_there_is_nothing_may_follow_the_title_in_its_line():
    plan = with_sections(
        line("Section C: health needs. None. The paediatrician found no health needs in June 2026."),
        line("Section G: health provision. None is needed."),
        line("Section H2: other social care provision. None."),
    )
    assert plan.section("C").text == "None. The paediatrician found no health needs in June 2026."
    assert plan.section("G").state is State.NIL
    assert plan.section("H2").state is State.NIL


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("C and G Health", ("C", "G")),
        ("D, H1 and H2 Social care", ("D", "H1", "H2")),
        ("H1 and H2 Social care provision", ("H1", "H2")),
    ],
)
def test_letters_before_a_title_that_no_mark_parts(text, codes):
    assert find_label(text).codes == codes


@pytest.mark.parametrize("text", ["G and I Holt, parents", "D and E Smith"])
def test_initials_are_no_letters_of_sections(text):
    label = find_label(text)
    assert label is None or len(label.codes) < 2
