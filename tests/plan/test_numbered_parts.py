"""Parts with numbers for letters: the title says which section a part is, and no I, C or D among them is a letter."""

from collections.abc import Iterator

import pytest
from plans import TITLES, heading, line, plan_of, row

from ehcp_audit.model import SECTION_CODES, Plan, State, Stretch

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")
EDUCATION_FIRST = ("A", "B", "E", "F", "C", "G", "D", "H1", "H2", "I", "J", "K")


def words(code: str) -> str:
    return f"Rowan has words of his own here, which nobody else has said, for section {code} and for that alone."


def numbered(
    label: str = "PART {}",
    titles: dict[str, str] | None = None,
    order: tuple[str, ...] = SECTION_CODES,
    numbers: tuple[str, ...] = ROMAN,
    *,
    two_lines: bool = True,
) -> Iterator[Stretch]:
    for number, code in zip(numbers, order, strict=False):
        title = (titles or TITLES)[code]
        shown = label.format(number)
        yield from (heading(shown), heading(title)) if two_lines else (heading(f"{shown}{title}"),)
        yield line(words(code))


def says(plan: Plan, *but: str) -> None:
    assert {code: plan.section(code).text for code in SECTION_CODES if code not in but} == {
        code: words(code) for code in SECTION_CODES if code not in but
    }


@pytest.mark.parametrize("label", ["PART {}", "Part {}", "Section {}", "Chapter {}"])
def test_a_number_over_a_title_is_no_letter(label):
    says(plan_of(*numbered(label)))


@pytest.mark.parametrize("label", ["Part {}: ", "Section {} – ", "SECTION {}  ", "{}. ", "({}) "])
def test_a_number_before_a_title_is_no_letter(label):
    says(plan_of(*numbered(label, two_lines=False)))


@pytest.mark.parametrize("label", ["Part {}", "Section {}"])
def test_figures_may_be_arabic(label):
    says(plan_of(*numbered(label, numbers=tuple(map(str, range(1, 13))))))


def test_the_parts_need_not_run_from_a_to_k():
    says(plan_of(*numbered(order=EDUCATION_FIRST)))


@pytest.mark.parametrize("halves", [("VIII (1)", "VIII (2)"), ("VIII(a)", "VIII(b)"), ("VIII.1", "VIII.2")])
def test_a_part_on_social_care_provision_may_have_two_halves(halves):
    titles = TITLES | {"H1": "Social care provision", "H2": "Social care provision"}
    says(plan_of(*numbered(titles=titles, numbers=(*ROMAN[:7], *halves, *ROMAN[8:]))))


def test_a_table_says_which_section_a_part_is():
    titles = TITLES | {"A": "Who Rowan is", "E": "What comes next", "F": "From the school"}
    key = [
        row(1, at, f"Part {number}", title, code)
        for at, (number, (code, title)) in enumerate(zip(ROMAN, TITLES.items(), strict=False), start=2)
    ]
    header = row(1, 1, "Part of this plan", "Title", "Regulation 12(1)")
    says(plan_of(header, *key, *numbered(titles=titles)))


def test_a_part_between_two_that_are_known_is_the_section_between():
    says(plan_of(*numbered(titles=TITLES | {"D": "Life at home", "G": "Staying well"})))


def test_a_part_that_cannot_be_told_leaves_what_is_wanting_unknown():
    titles = TITLES | {"E": "What comes next", "G": "Staying well: who will help", "F": "The school's work"}
    plan = plan_of(*numbered(titles=titles, order=EDUCATION_FIRST))
    says(plan, "E", "F", "G")
    for code in ("E", "F", "G"):
        assert plan.section(code).state is State.UNKNOWN
        assert plan.section(code).note


def test_a_last_part_that_cannot_be_told_leaves_the_last_sections_unknown():
    plan = plan_of(*numbered(titles=TITLES | {"J": "My purse", "K": "Who helped"}))
    says(plan, "J", "K")
    assert {plan.section(code).state for code in "JK"} == {State.UNKNOWN}


def test_a_part_that_is_no_section_ends_the_one_before():
    more = (heading("PART XIII"), heading("Monitoring and review"), line("The school will hold a meeting each May."))
    says(plan_of(*numbered(), *more))
    more = (heading("Part XIII: Monitoring and review"), line("The school will hold a meeting each May."))
    says(plan_of(*numbered("Part {}: ", two_lines=False), *more))


@pytest.mark.parametrize("label", ["PART {}", "Section {}"])
def test_a_letter_among_letters_stays_one(label):
    says(plan_of(*numbered(label, numbers=SECTION_CODES)))
    halves = ("A", "B", "C", "D", "E", "F", "G", "H I", "H II", "I", "J", "K")
    says(plan_of(*numbered(label, numbers=halves)))


def test_a_list_in_roman_figures_is_none_of_the_parts():
    items = [line(f"{number}. Rowan will do this in his own time.") for number in ROMAN[:6]]
    lettered = [one for code in SECTION_CODES for one in (heading(f"{code}. {TITLES[code]}"), line(words(code)))]
    plan = plan_of(*lettered[:10], *items, *lettered[10:])
    says(plan, "E")
    assert plan.section("I").heading == "I. Placement"


def test_sections_with_letters_may_stand_within_numbered_parts():
    parts = {"A": "Part 1: About me", "B": "Part 2: My needs", "E": "Part 3: My outcomes", "F": "Part 4: My support"}
    parts |= {"I": "Part 5: My placement", "K": "Part 6: Advice and information"}
    says(
        plan_of(
            *(
                one
                for code in SECTION_CODES
                for one in (
                    *([heading(parts[code])] if code in parts else []),
                    heading(f"Section {code}: {TITLES[code]}", level=2),
                    line(words(code)),
                )
            )
        )
    )
