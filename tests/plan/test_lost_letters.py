"""Headings that have lost their letter: what is theirs is told by their title, or is `unknown`, never another's."""

import pytest
from plans import TITLES as ALL_TITLES
from plans import heading, line, plan_of, row, with_sections

from ehcp_audit.model import State

TITLES = {code: ALL_TITLES[code] for code in "ABCDEFGIJK"}
CONTENTS = [line(f"Section {code}: {title} {number}") for number, (code, title) in enumerate(TITLES.items(), 2)]


def words_of(code: str) -> str:
    return f"What is written under {code} goes on for more than the line of a list."


def plan_without(lost: str, title: str | None = None, contents=CONTENTS):
    """Headings with letters but for one, which has its own title or another."""
    parts = []
    for code, usual in TITLES.items():
        if code != lost:
            parts += [heading(f"Section {code}: {usual}"), line(words_of(code))]
        elif title != "":
            parts += [heading(title or usual), line(words_of(code))]
    return plan_of(contents, parts)


@pytest.mark.parametrize("lost", TITLES)
def test_a_contents_list_does_not_hold_the_section_whose_heading_lost_its_letter(lost):
    plan = plan_without(lost)
    assert {code: plan.section(code).text for code in TITLES} == {code: words_of(code) for code in TITLES}


def test_a_list_that_names_a_section_which_is_not_there_is_still_a_list():
    plan = plan_without("G", title="")
    assert plan.section("G").state is State.MISSING
    assert plan.section("A").text == words_of("A")


def test_a_title_that_nobody_knows_leaves_its_section_and_the_one_before_unknown():
    plan = plan_without("G", "Clinics and who runs them", contents=[])
    assert [plan.section(code).state for code in "EFGI"] == [
        State.PRESENT,
        State.UNKNOWN,
        State.UNKNOWN,
        State.PRESENT,
    ]
    assert "section G may begin" in plan.section("G").note


def test_a_section_that_is_missing_is_missing_where_sub_headings_are_set_like_headings():
    parts = []
    for code in "ABCDEFIJK":
        parts += [heading(f"Section {code}: {TITLES[code]}"), line(words_of(code)), heading("More of the same")]
        parts.append(line("Further words."))
    assert plan_of(parts).section("G").state is State.MISSING
    parts = [part for part in parts if not part.text.startswith("More")]
    assert plan_of(parts).section("G").state is State.MISSING


def test_a_title_set_like_the_lettered_headings_goes_before_sub_headings_of_another_make():
    parts = [heading("Views, interests and aspirations"), line(words_of("A"))]
    parts += [heading("Aspirations", level=3), line("Rowan hopes to drive a train.")]
    for code in "BCDEFGIJK":
        parts += [heading(f"Section {code}: {TITLES[code]}"), line(words_of(code))]
    plan = plan_of(parts)
    assert plan.section("A").text.startswith(words_of("A"))


def test_a_document_of_nothing_but_headings_or_rows_by_letter_is_built():
    plan = with_sections([heading("Sections E and F: outcomes and provision") for _ in range(600)])
    assert plan.section("E").state is not State.PRESENT
    rows = [row(1, at, "CEG"[at % 3], f"Words of row {at}.", "More words.") for at in range(1, 601)]
    plan = with_sections(heading("Sections C, E and G: health"), *rows)
    assert {plan.section(code).state for code in "CEG"} <= {State.PRESENT, State.UNKNOWN}
