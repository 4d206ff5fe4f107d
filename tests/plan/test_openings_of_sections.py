"""What opens a section and is no item: strengths over numbered needs, how provision is ordered, other sections."""

import pytest
from plans import heading, line, texts, with_sections

from ehcp_audit.checks.shared_times import period_over
from ehcp_audit.model import Passage, State
from ehcp_audit.plan.drafts import Draft, without_framing
from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.opening_needs import without_opening
from ehcp_audit.plan.vocabulary import joint_title

NEEDS = ["He carries out 4 of 10 instructions.", "His word reading is below the 1st percentile.", "He hits out daily."]


def _kept(opening):
    drafts = [Draft([Passage(opening, 0)])]
    drafts += [Draft([Passage(text, at * 1000)], number=str(at)) for at, text in enumerate(NEEDS, 1)]
    return len(without_opening(without_framing(drafts))) - len(NEEDS)


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        ("Carla is exact, loyal and musical. The paragraphs below are drawn from the advice in Section K.", 0),
        ("Perran's strengths are noted first: his reasoning is at the 61st percentile. His needs are those below.", 0),
        ("There is much that Kit does well. He is quick at sums, and he is kind to his sister.", 0),
        ("Before her needs, her strengths: Zora is precise and sings in tune.", 0),
        ("I learn fast by listening, and I got six grades above 7 in my exams. There are three needs.", 0),
        ("All support in column F begins on 7 May, for 38 weeks. Moving up is planned in Year 5.", 0),
        ("He loses his place in the columns of a sum. There are three of these each day.", 1),
        ("Lea is practical and remembers faces. She has developmental language disorder, diagnosed in July 2026.", 0),
        (
            "Raf has ideas to spare, and reasons well. He has autism, diagnosed by a doctor in 2024, and ADHD.",
            0,
        ),
        ("Raf has ideas to spare. He has dyslexia and reads 20 words a minute.", 1),
        ("Raf has few ideas. He has dyslexia and ADHD.", 1),
        ("Raf falls over daily. He has epilepsy, diagnosed in 2024, and cannot be left.", 1),
        (
            "My teacher sets my small targets with Mum three times a year and checks them at the end of each term. "
            "What is written under F runs for 38 school weeks a year and is looked at each term.",
            0,
        ),
        ("My teacher sets my small tables beside hers three times a year.", 1),
        ("Joel is kind, but hits others when upset.", 1),
        ("Lena's strengths are few: she cannot read.", 1),
        ("Ruth is bright; her reading is at the 2nd percentile.", 1),
        ("His needs are met by two adults at all times because he runs off.", 1),
    ],
)
def test_strengths_over_numbered_needs(opening, kept):
    assert _kept(opening) == kept


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Provision made by the college and the borough.", True),
        ("Set out by day of the week.", True),
        ("The table is arranged by who gives it.", True),
        ("The SENCO reviews every line each term, and all of it is gone through again at the annual review.", True),
        ("Support given by a teaching assistant in the school.", False),
        ("Help given by the nursery nurse at lunch.", False),
        ("Set out by the teaching assistant each morning: the visual timetable.", False),
        ("The speech and language therapist reviews his programme each term.", False),
        ("Work arranged in short steps by the teacher.", False),
    ],
)
def test_how_provision_is_ordered_and_looked_at_is_none(sentence, leads):
    assert leads_in("provision", sentence) is leads


def test_a_paragraph_on_later_sections_is_no_social_care_need():
    plan = with_sections(
        heading("Section D: Social care needs"),
        line("No social care needs have been identified."),
        line("Sections E and F are set out together, area by area. The class teacher checks the steps each term."),
        heading("Section E: Outcomes"),
        line("By July 2028 Wilf will read 40 words."),
    )
    assert plan.section("D").state is State.NIL
    assert any("set out together" in one.text for one in plan.outside)


def test_a_need_that_names_a_later_section_stays():
    plan = with_sections(
        heading("Section D: Social care needs"), line("Wilf needs respite; section H2 says how it is given.")
    )
    assert len(texts(plan, "D")) == 1


@pytest.mark.parametrize(
    ("statement", "nil"),
    [
        ("No health provision is needed, because no health needs are set out in Section C.", True),
        ("As no needs are given in section D, none is required here.", True),
        ("Health provision is set out in section F.", False),
    ],
)
def test_no_provision_because_there_is_no_need(statement, nil):
    assert is_nil(statement) is nil


@pytest.mark.parametrize(
    ("over", "found"),
    [
        ("All of this is for 38 weeks a year, from the date of the plan until July 2028, the end of Year 6.", True),
        ("A taxi is booked for 12 hours a week until July 2028.", False),
    ],
)
def test_the_length_of_a_year_is_no_amount_of_help(over, found):
    plan = with_sections(
        heading("Section F: Special educational provision"), line(over), line("F1. A teacher reads with Wilf daily.")
    )
    assert (period_over(plan.section("F").items[-1], plan) is not None) is found


@pytest.mark.parametrize(
    "lines",
    [
        ["Cognition and learning. (B.1) He knows nine sounds.", "(B.2) He cannot count to ten."],
        ["Cognition and learning. Need 1: letters. He knows nine sounds.", "Need 2: numbers. He cannot count to ten."],
    ],
)
def test_a_need_after_its_area_keeps_its_number(lines):
    plan = with_sections(heading("Section B: Special educational needs"), *map(line, lines))
    assert [one.number for one in plan.section("B").items] == ["1", "2"]


@pytest.mark.parametrize(
    "title",
    [
        "Plan of outcomes and special educational provision",
        "Outcomes and provision by area of need",
        "Table of outcomes and support",
        "My outcomes, and the special educational provision that secures each",
    ],
)
def test_a_title_over_two_sections_may_say_how_they_are_set_out(title):
    assert joint_title(title) == ("E", "F")
    assert joint_title("Plan of support") == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("B2 needs no more than the sentence rule set out in F1.", 2),
        ("B1 is met by the reading lessons in F3 and F4.", 2),
        ("B2 needs no more than five words at a time.", 3),
        ("He needs no more than the rule set out in F1.", 3),
    ],
)
def test_where_a_need_has_its_answer_is_no_need(text, count):
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("B1. He cannot read a word of print."),
        line("B2. He falls down once a day in the yard."),
        line(text),
    )
    assert len(texts(plan, "B")) == count
