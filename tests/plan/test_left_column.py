"""Headings in a column at the left of a table, one of which has lost its letter."""

import pytest
from plans import TITLES, line, plan_of, row

from ehcp_audit.model import State

FORMS = {  # as printed, and without the letter
    "in one line": ("Section {code}: {title}", "Section : {title}"),
    "with a dash": ("Section {code} - {title}", "Section - {title}"),
    "a mark alone": ("{code}. {title}", ". {title}"),
    "title alone": ("Section {code}: {title}", "{title}"),
    "after the title": ("{title} (Section {code})", "{title} (Section )"),
}


def words_of(code):
    return f"What is written under {code} goes on for more than the line of a list."


def plan_without(lost, form, title=None, bold=True):
    rows, number = [], 0
    for code, usual in TITLES.items():
        printed, without = FORMS[form]
        label = (without if code == lost else printed).format(
            code=code, title=title if code == lost and title else usual
        )
        rows.append(line(label, table=(1, number := number + 1, 1), columns=(1, 1), bold=bold))
        rows.append(line(words_of(code), table=(1, number, 2), columns=(2, 2)))
        if code in "BF":  # goes on beside an empty cell
            rows.append(line("Cognition and learning", table=(1, number := number + 1, 2), columns=(2, 2), bold=True))
            rows.append(line(f"More of {code} in the next row.", table=(1, number, 2), columns=(2, 2)))
    return plan_of(rows)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lost", TITLES)
def test_a_title_that_is_known_and_wanting_opens_its_section(lost, form):
    plan = plan_without(lost, form)
    assert all(plan.section(code).text.startswith(words_of(code)) for code in TITLES)
    assert plan.section("F").text.endswith("More of F in the next row.")


@pytest.mark.parametrize("lost", TITLES)
def test_a_title_that_nobody_knows_leaves_its_section_and_the_one_before_unknown(lost):
    for form in FORMS:
        plan = plan_without(lost, form, "Who, what and where")
        assert plan.section(lost).state is State.UNKNOWN
        before = list(TITLES)[max(0, list(TITLES).index(lost) - 1)]
        assert plan.section(before).state is State.UNKNOWN
        others = [code for code in TITLES if code not in (lost, before)]
        assert all(words_of(code) in plan.section(code).text for code in others)


def test_the_letter_and_the_title_may_have_a_column_each():
    for lost in ("C", "G", "H2"):
        rows = []
        for number, (code, title) in enumerate(TITLES.items(), 1):
            letter = "Section :" if code == lost else f"Section {code}:"
            rows += row(1, number, letter, title, words_of(code))
        plan = plan_of(rows)
        assert all(plan.section(code).text == words_of(code) for code in TITLES)


def test_areas_and_labels_at_the_left_open_nothing_and_a_section_not_there_is_missing():
    rows, number = [], 0
    for code in "ABCDEFIJK":
        rows += row(1, number := number + 1, f"Section {code}: {TITLES[code]}", words_of(code), bold=True)
        if code in "BEF":
            rows += row(1, number := number + 1, "Cognition and learning", f"Rowan is told of in {code}.", bold=True)
    plan = plan_of(rows)
    assert [plan.section(code).state for code in ("G", "H1")] == [State.MISSING, State.MISSING]
    assert plan.section("F").text.endswith("Rowan is told of in F.")


def test_a_line_that_says_section_and_no_letter_is_a_sign_in_plain_type_too():
    parts = []
    for code, title in TITLES.items():
        label = "Section : Clinics and who runs them" if code == "G" else f"Section {code}: {title}"
        parts += [line(label), line(words_of(code))]
    plan = plan_of(parts)
    assert [plan.section(code).state for code in ("E", "F", "G", "H1")] == [
        State.PRESENT,
        State.UNKNOWN,
        State.UNKNOWN,
        State.PRESENT,
    ]


def test_a_letter_may_stand_beside_several_rows_and_the_title_in_the_first_of_them():
    rows, number = [], 0
    for code, title in TITLES.items():
        if code in ("D", "H1", "H2"):  # a letter and no title
            rows += row(1, number := number + 1, code, words_of(code))
        else:
            rows += row(1, number := number + 1, code, title, bold=True)
            rows += row(1, number := number + 1, "", "Cognition and learning", words_of(code))
    plan = plan_of(rows)
    assert [code for code in TITLES if words_of(code) not in plan.section(code).text] == []
    assert [plan.section(code).text for code in ("D", "H1", "H2")] == [words_of(code) for code in ("D", "H1", "H2")]
