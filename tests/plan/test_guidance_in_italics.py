"""What a form prints in italics under its headings is none of the plan's words."""

from __future__ import annotations

from dataclasses import replace

from plans import heading, line, plan_of

TOLD = {
    "A": "This part holds views and hopes. It should be written together.",
    "C": "Health needs that relate to learning. Others may be added with consent.",
    "G": "Health care must be agreed with the commissioning body.",
    "I": "Left blank in a draft. The type alone where no setting is named.",
    "J": "How any direct payment will be used and what it will meet.",
}
WORDS = {
    code: f"Orla has a lesson of 20 minutes in {code} each Monday, told in words of her own." for code in "ABCDEFGIJK"
}


def slanted(text):
    return replace(line(text), italic=True)


def built(told):
    parts = [
        part
        for code in WORDS
        for part in (
            heading(f"Section {code}"),
            *([slanted(told[code])] if code in told else []),
            line(WORDS[code]),
        )
    ]
    return plan_of(*parts)


def test_italics_under_several_headings_are_the_forms():
    plan = built(TOLD)
    assert {code: plan.section(code).text for code in WORDS} == WORDS


def test_under_few_headings_they_may_be_the_plans():
    plan = built({code: TOLD[code] for code in "AG"})
    assert all(plan.section(code).text == f"{TOLD[code]}\n{WORDS[code]}" for code in "AG")


def test_what_speaks_of_a_child_or_answers_is_the_plans():
    spoken = {"A": "“I like trains.”", "B": "She likes maps.", "C": "None known.", "E": "My words.", "G": "We agreed."}
    plan = built({**TOLD, **spoken})
    assert plan.section("A").text.startswith("“I like trains.”")
    assert plan.section("B").text.startswith("She likes maps.")
    assert plan.section("C").text.startswith("None known.")
