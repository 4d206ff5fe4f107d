"""Plans whose letters stand only in the numbers of their boxes and lines."""

import pytest
from plans import heading, line, plan_of, row

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Plan, State, Stretch

WORDS = {
    "A": [("About Ann", "I like horses and the sea."), ("Hopes", "I want to work with animals when I am grown up.")],
    "B": [
        ("Communication and interaction", "Ann understands sentences of three words."),
        ("Cognition and learning", "Ann reads at the level of a child of six."),
    ],
    "C": [("Medical", "Ann has asthma and uses an inhaler twice a day.")],
    "D": [("Leisure", "Ann has no friends whom she meets after school.")],
    "E": [("Aim", "By July 2027 Ann will ask for help in four lessons out of five.")],
    "F": [("Help", "A speech and language therapist will see Ann for 30 minutes each week.")],
    "G": [("Nursing", "The school nurse will check the inhaler each half term.")],
    "H1": [("Club", "Four hours a week of a support worker at the swimming club.")],
    "H2": [("Play scheme", "Ten days of a holiday play scheme each summer.")],
    "I": [("School named", "Harbour Lane School, a mainstream secondary school.")],
    "J": [("Personal budget", "A direct payment of £40 a week for the club.")],
    "K": [("Educational advice", "Mrs Ash, SENCO, dated 3 September 2026"), ("Medical advice", "Dr Oak, 9 May 2026")],
}
BANDS = {
    "A": "In our own words",
    "B": "What comes hard",
    "C": "Health and care: what has been found",
    "E": "What we aim for and what will be put in place",
    "I": "Where, with what money and on whose word",
}


def code(letter: str, number: int) -> str:
    return f"{letter}.{number}" if letter[0] == "H" else f"{letter}{number}"


def in_tables(words: dict[str, list[tuple[str, str]]], *, labels: bool = True) -> list[Stretch]:
    found: list[Stretch] = []
    table = number = 0
    for letter, boxes in words.items():
        if letter in BANDS:
            table, number = table + 1, 1
            found += row(table, number, BANDS[letter], bold=True)
        for at, (label, said) in enumerate(boxes, start=1):
            number += 1
            cells = (code(letter, at), label, said) if labels else (f"{code(letter, at)} {label}", said)
            found += row(table, number, *cells)
    return found


def texts(plan: Plan) -> dict[str, str]:
    return {one.code: " ".join(one.text.split()) for one in plan.sections}


@pytest.mark.parametrize("labels", [True, False])
def test_the_numbers_of_boxes_open_the_sections(labels):
    plan = plan_of(line("Education, health and care plan"), in_tables(WORDS, labels=labels), line("Signed: R. Lane"))
    for letter, boxes in WORDS.items():
        said = " ".join(f"{code(letter, at)} {' '.join(one)}" for at, one in enumerate(boxes, start=1))
        assert texts(plan)[letter] == said, letter
        assert plan.section(letter).state is State.PRESENT
    assert "Signed" not in plan.section("K").text
    assert len(plan.section("B").items) == 2
    assert len(plan.section("E").items) == len(plan.section("F").items) == 1


def test_outcomes_and_provision_may_come_back_for_every_area():
    words = in_tables(WORDS)
    at = next(index for index, one in enumerate(words) if one.text == "G1")
    table, number, _ = words[at].table
    more = [
        *row(table, number + 100, "Cognition and learning", bold=True),
        *row(table, number + 101, "E2", "Aim", "By July 2027 Ann will read a page aloud to an adult."),
        *row(table, number + 102, "F2", "Help", "An assistant will read with Ann for ten minutes each day."),
    ]
    plan = plan_of(line("Education, health and care plan"), words[:at], more, words[at:])
    assert texts(plan)["E"].endswith("E2 Aim By July 2027 Ann will read a page aloud to an adult.")
    assert texts(plan)["F"].endswith("F2 Help An assistant will read with Ann for ten minutes each day.")
    assert "Cognition and learning" not in texts(plan)["E"] + texts(plan)["F"] + texts(plan)["G"]
    assert texts(plan)["G"].startswith("G1")


def test_rows_under_another_letter_and_the_band_over_them_are_no_section_s():
    words = in_tables(WORDS)
    at = next(index for index, one in enumerate(words) if one.text == BANDS["I"])
    other = [
        *row(50, 1, "How progress will be checked", bold=True),
        *row(50, 2, "M1", "Annual review", "The plan will be reviewed by 15 November 2027."),
    ]
    plan = plan_of(line("Education, health and care plan"), words[:at], other, words[at:])
    assert not any("reviewed by" in one.text for one in plan.sections)
    assert texts(plan)["H2"].endswith("each summer.")


def test_a_row_without_a_number_goes_on_with_the_box_above():
    words = in_tables(WORDS)
    at = next(index for index, one in enumerate(words) if one.text == "C1")
    table, number, _ = words[at].table
    more = row(table, number + 100, "Since May", "The asthma has been worse since the spring.")
    plan = plan_of(words[: at + 3], more, words[at + 3 :])
    assert texts(plan)["C"].endswith("worse since the spring.")


def test_numbers_may_begin_the_lines_of_a_plan_without_tables():
    lines = []
    for letter, boxes in WORDS.items():
        if letter in BANDS:
            lines.append(heading(BANDS[letter]))
        for at, (label, said) in enumerate(boxes, start=1):
            lines += [line(f"{code(letter, at)} {label}"), line(said)]
    plan = plan_of(line("Education, health and care plan"), lines)
    for letter, boxes in WORDS.items():
        assert texts(plan)[letter].endswith(boxes[-1][1]), letter
    assert not any(band in one.text for one in plan.sections for band in BANDS.values())


def test_a_lone_h_with_three_boxes_holds_no_halves():
    words = {letter: boxes for letter, boxes in WORDS.items() if letter not in ("H1", "H2")}
    care = ("Care", "Four hours a week of a support worker at the club.")
    order = {one: words.get(one, [care] * 3) for one in ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K")}
    boxes = [
        part
        for letter, several in order.items()
        for at, (label, said) in enumerate(several, start=1)
        for part in row(1, 1000 * ord(letter) + at, f"{letter}{at}", label, said)
    ]
    plan = plan_of(boxes)
    assert texts(plan)["H1"].count("Four hours") == 3
    assert plan.section("H2").state is State.UNKNOWN


def test_a_numbered_form_that_is_no_plan_is_refused():
    asked = ["Name of the child", "Name of the parent", "Telephone", "Reason for the request", "Date of referral"]
    rows = [
        part
        for at, letter in enumerate("ABCDEFGHIJK")
        for number in (1, 2)
        for part in row(1, 2 * at + number, f"{letter}{number}", asked[at % 5], "Words that answer what is asked here.")
    ]
    with pytest.raises(UnreadableError):
        plan_of(line("Request for an education, health and care needs assessment"), rows)


def test_numbers_of_items_under_headings_open_nothing():
    titles = {"B": "Special educational needs", "E": "Outcomes", "F": "Special educational provision"}
    parts: list[Stretch] = [heading("Section A: Views"), line("I like horses.")]
    for letter, title in titles.items():
        parts.append(heading(f"Section {letter}: {title}"))
        for at, (label, said) in enumerate(WORDS[letter], start=1):
            parts += row(ord(letter), at, f"{letter}{at}", label, said)
    parts += [heading("Section I: Placement"), line("Harbour Lane School")]
    plan = plan_of(*parts)
    assert [one.code for one in plan.sections if one.heading] == ["A", "B", "E", "F", "I"]
    assert plan.section("B").heading == "Section B: Special educational needs"
