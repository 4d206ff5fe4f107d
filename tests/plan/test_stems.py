"""Words that begin several outcomes and stand over them, and the steps of these in a table by their letters."""

from __future__ import annotations

import pytest
from plans import fields, line, outcomes_of, row, texts

from ehcp_audit.plan.introductions import leads_in

POINTS = (
    "(a) read a text of 400 words aloud in 4 lessons of 5; (B1)",
    "(b) type an answer of 300 words in 45 minutes. (B2)",
)
STEPS = (
    row(1, 1, "", "First step", "Next step"),
    row(1, 2, "(a)", "200 words by December 2026", "300 words by March 2027"),
    row(1, 3, "(b)", "100 words by December 2026", "200 words by March 2027"),
)


@pytest.mark.parametrize(
    "stem",
    [
        "By 16 July 2027, the end of Key Stage 4, Ivo will",
        "Learning: by 16 July 2027 Ivo will",
        "Health: by 16 July 2027 Ivo will be able to",
        "By 16 July 2027 Ivo will:",
    ],
)
def test_a_stem_stands_with_each_point_under_it(stem):
    plan = outcomes_of(*map(line, (stem, *POINTS)))
    assert len(texts(plan, "E")) == 2
    assert [item.passages[0].text for item in plan.section("E").items] == [stem, stem]


def test_each_stem_stands_with_its_own_points():
    first, second = "Learning: by 16 July 2027 Ivo will", "Speaking up: by 17 July 2026 Ivo will"
    plan = outcomes_of(line(first), line(POINTS[0]), line(second), line(POINTS[1]))
    assert [item.passages[0].text for item in plan.section("E").items] == [first, second]


def test_the_name_of_an_area_is_no_stem():
    plan = outcomes_of(
        line("Cognition and learning"),
        line("By July 2027 Ivo will read a text of 400 words aloud."),
        line("By July 2027 Ivo will type an answer of 300 words in 45 minutes."),
    )
    assert [len(item.passages) for item in plan.section("E").items] == [1, 1]


@pytest.mark.parametrize(
    "over", [None, "Steps. Set each term by Ivo and his tutor; checked by her at the end of each term."]
)
def test_a_table_by_letters_holds_the_steps_of_lettered_outcomes(over):
    stem = line("By 16 July 2027 Ivo will:")
    plan = outcomes_of(stem, *map(line, POINTS), *([line(over)] if over else []), *STEPS)
    one, two = plan.section("E").items
    assert [field.passage.text for field in one.fields if field.name == "steps"] == [
        "200 words by December 2026",
        "300 words by March 2027",
    ]
    assert len(fields(two)) == 1


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Steps. Set each term by Ivo, his parents and his tutor; checked by her at the end of each term.", True),
        ("Set by Ivo, his mother and the coordinator in September; checked by Ivo each term.", True),
        ("Set the table by himself by July 2027.", False),
        ("Checked by an adult once, Ivo will hand in his work by July 2027.", False),
    ],
)
def test_who_sets_the_steps_is_no_outcome(sentence, leads):
    assert leads_in("outcome", sentence) is leads
