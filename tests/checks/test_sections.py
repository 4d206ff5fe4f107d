"""Checks on sections: present, saying so, separable, told from pointing elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Contributor, Passage, Verdict
from tests.checks.small import section_of, small


def ask(id, plan, code=None, **options):
    check = checks()[id]
    if code is None:
        return check.function(plan, **options)
    arguments = (plan.section(code), plan) if check.takes_plan else (plan.section(code),)
    return check.function(*arguments, **options)


WHOLE = dict.fromkeys(("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"), "Some words that stand here.")


def test_a_plan_with_every_section_is_met():
    assert ask("sections.present", small(**WHOLE)).verdict is Verdict.MET


def test_a_missing_section_is_named():
    answer = ask("sections.present", small(**{**WHOLE, "G": None}))
    assert answer.verdict is Verdict.PARTLY_MET
    assert answer.note == "No heading was found for section G."


def test_a_blank_section_is_there_all_the_same():
    assert ask("sections.present", small(**{**WHOLE, "G": ""})).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("year_group", "ages", "verdict"),
    [
        (5, "under 18", Verdict.NOT_MET),
        (14, "under 18", Verdict.NOT_APPLICABLE),
        (14, "18 and over", Verdict.NOT_MET),
        (5, "18 and over", Verdict.NOT_APPLICABLE),
        (None, "under 18", Verdict.NEEDS_PERSON),
    ],
)
def test_h1_is_owed_under_18_only(year_group, ages, verdict):
    plan = small(**{**WHOLE, "H1": None}, year_group=year_group)
    assert ask("sections.present", plan, codes=("H1",), ages=ages).verdict is verdict


@pytest.mark.parametrize(
    ("sections", "status", "verdict"),
    [
        ({"C": "", "F": "An hour of teaching."}, "final", Verdict.NOT_MET),
        ({"C": "None identified", "F": "An hour of teaching."}, "final", Verdict.MET),
        ({"I": "", "J": "No budget was asked for.", "F": "An hour of teaching."}, "draft", Verdict.MET),
        ({"I": "", "J": "", "F": "An hour of teaching."}, "draft", Verdict.NEEDS_PERSON),
        ({"I": "", "F": "An hour of teaching."}, "final", Verdict.NOT_MET),
    ],
)
def test_a_section_with_nothing_to_say_says_so(sections, status, verdict):
    assert ask("sections.says_so", small(**sections, status=status)).verdict is verdict


AREAS = (
    "Communication and interaction\nHe speaks in single words.\nCognition and learning\nHe counts to ten.\n"
    "Social, emotional and mental health\nLoud rooms frighten him.\nSensory and/or physical\n{last}"
)


def test_all_four_areas_are_met_and_a_bare_heading_is_not():
    assert ask("sections.areas", small(B=AREAS.format(last="No needs identified.")), "B").verdict is Verdict.MET
    answer = ask("sections.areas", small(B=AREAS.format(last="")), "B")
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)
    assert "sensory and physical" in answer.note


@pytest.mark.parametrize(
    ("needs", "met"),
    [
        (
            ("His speech is single words.", "He counts to ten.", "He panics in the hall.", "He has a frame to walk."),
            True,
        ),
        (("His speech is single words.", "He counts to ten.", "He panics in corridors and walks out."), False),
        (("His speech is single words.", "He counts to ten.", "He panics in corridors.", "Sensory needs"), False),
        (("His speech is slow and he reads slowly with a frame of coloured film.", "He panics.", "He is shy."), False),
    ],
)
def test_needs_of_each_area_do_without_its_name(needs, met):
    assert (ask("sections.areas", small(B="\n".join(needs)), "B").verdict is Verdict.MET) is met


BLOCK = (
    "Tom reads slowly. He spells by sound. Loud rooms frighten him. He hits out. He sleeps badly. He has few friends."
)


def test_needs_on_lines_of_their_own_are_separable_and_a_block_is_not():
    assert ask("sections.separable", small(B="Tom reads slowly.\nLoud rooms frighten him."), "B").verdict is Verdict.MET
    answer = ask("sections.separable", small(B=BLOCK), "B")
    assert answer.verdict is Verdict.NOT_MET
    assert answer.evidence[0].text == BLOCK


def test_the_needs_are_counted_and_what_tells_of_none_beside_them():
    plan = small(B="Tom is a real strength to his class and loves art.\nTom reads slowly.\nLoud rooms frighten him.")
    assert ask("sections.separable", plan, "B").note == "2 needs told apart, and 1 line of no need."
    source = checks()["needs.source"].function
    asked = [source(item, plan).verdict for item in plan.section("B").items]
    assert asked == [Verdict.NOT_APPLICABLE, Verdict.NOT_MET, Verdict.NOT_MET]


def test_blocks_of_one_area_each_are_asked_about():
    answer = ask(
        "sections.separable",
        small(B=f"{BLOCK}" + " He tires, and rests at noon on most days." * 8 + f"\n{BLOCK * 4}"),
        "B",
    )
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.PARTLY_MET)


def test_one_short_need_stands_by_itself():
    assert ask("sections.separable", small(B="Tom reads slowly. He spells by sound."), "B").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Jo has epilepsy, with seizures twice a week.", Verdict.MET),
        ("See attached paediatric report.", Verdict.NOT_MET),
        ("TBC", Verdict.NOT_MET),
        ("As set out in the report of Dr Example, Jo has epilepsy with seizures about twice a week, after each of "
         "which she sleeps for an hour and cannot follow a lesson for the rest of the day.", Verdict.MET),
    ],
)  # fmt: skip
def test_a_line_that_only_points_elsewhere_says_nothing(text, verdict):
    assert ask("sections.needs_or_none", section_of("C", text), "C").verdict is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Skills coaching: two three-hour sessions in each school holiday, led by a support worker.", Verdict.MET),
        ("A personal assistant takes Sam to a youth club for a 90-minute session.", Verdict.MET),
        ("A place at a play scheme every Monday.", Verdict.MET),
        ("A family support worker every half term.", Verdict.MET),
        ("Short breaks for the family.", Verdict.NOT_MET),
        ("A three-year plan for short breaks.", Verdict.NOT_MET),
    ],
)
def test_care_says_what_and_how_much_however_the_amount_is_written(text, verdict):
    assert ask("care.specific", section_of("H2", text), "H2").verdict is verdict


@pytest.mark.parametrize(
    ("author", "verdict"),
    [
        ("Tom Sample", Verdict.MET),
        ("Tim's own views, taken by B. Other", Verdict.MET),
        ("B. Other", Verdict.NEEDS_PERSON),
    ],
)
def test_the_childs_own_advice_needs_no_role(author, verdict):
    words = ("A. Example, head teacher", author)
    plan = small(child_name="Tom Sample", K="\n".join(words))
    entries = (
        Contributor(Passage(words[0], 0), "A. Example", "head teacher", date(2026, 4, 1)),
        Contributor(Passage(words[1], len(words[0]) + 1), author, None, date(2026, 4, 1)),
    )
    plan = replace(plan, facts=replace(plan.facts, contributors=entries))
    assert ask("advice.attributed", plan, "K").verdict is verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("Anyone else\tNone asked for by Ms Ash\t24 June 2026", Verdict.MET),
        ("K9\tAnyone else\tI did not ask for anybody else\t20 April 2026", Verdict.MET),
        ("Advice requested (all on 2 June 2026)\tWho from\tDate of advice\tAppended", Verdict.MET),
        ("Anyone else\tB. Other, asked for by Ms Ash\t24 June 2026", Verdict.NEEDS_PERSON),
        ("B. Other, who asked for no date\t24 June 2026", Verdict.NEEDS_PERSON),
    ],
)
def test_a_line_that_nobody_else_was_asked_is_no_advice(line, verdict):
    words = ("A. Example, head teacher", line)
    plan = small(K="\n".join(words))
    entries = (
        Contributor(Passage(words[0], 0), "A. Example", "head teacher", date(2026, 4, 1)),
        Contributor(Passage(words[1], len(words[0]) + 1), None, None, date(2026, 4, 1)),
    )
    plan = replace(plan, facts=replace(plan.facts, contributors=entries))
    assert ask("advice.attributed", plan, "K").verdict is verdict


@pytest.mark.parametrize(
    ("line", "late"),
    [
        ("Epilepsy specialist nurse, individual health care plan", False),
        ("None was requested by the parents", False),
        ("Tim's own views", False),
        ("Update on Year 12 work, head of sixth form", False),
        ("Epilepsy specialist nurse, report", True),
        ("Social worker, care and health", True),
    ],
)
def test_only_advice_that_was_sought_can_be_late(line, late):
    plan = small(K=line, child_name="Tim Sample", requested=date(2026, 1, 5))
    entry = Contributor(Passage(line, 0), None, None, date(2026, 5, 1))
    plan = replace(plan, facts=replace(plan.facts, contributors=(entry,)))
    answer = checks()["advice.in_six_weeks"].function(plan)
    assert answer.verdict is (Verdict.NEEDS_PERSON if late else Verdict.NOT_APPLICABLE)


@pytest.mark.parametrize(("undated", "said"), [(1, "1 of 3 shows no date."), (2, "2 of 3 show no date.")])
def test_how_many_lines_of_advice_show_no_date_is_said_in_good_english(undated, said):
    words = [f"A. Example{n}, head teacher" for n in range(3)]
    plan = small(K="\n".join(words))
    entries = tuple(
        Contributor(Passage(text, n * 30), text[:10], "head teacher", None if n < undated else date(2026, 4, 1))
        for n, text in enumerate(words)
    )
    plan = replace(plan, facts=replace(plan.facts, contributors=entries))
    assert ask("advice.attributed", plan, "K").note == said


def test_a_final_plan_gives_the_setting_though_the_next_one_will_be_named_later():
    words = "Harbour Lane Nursery, a maintained nursery school. The school for 2027 will be named after the review."
    assert ask("placement.fits_status", section_of("I", words, status="final")).verdict is Verdict.MET
    later = section_of("I", "To be named after the review.", status="final")
    assert ask("placement.fits_status", later).verdict is Verdict.NOT_MET


def test_a_full_stop_may_stand_in_the_name_of_a_setting():
    answer = ask("placement.fits_status", section_of("I", "St. Bride's Primary School", status="final"))
    assert answer.evidence[0].text == "St. Bride's Primary School"


@pytest.mark.parametrize(
    ("text", "misplaced"),
    [
        ("By May 2029 Ivo types 20 words a minute. He has poor grip and tires quickly.", True),
        ("By May 2029 Ivo types 20 words a minute. He becomes anxious in tests.", True),
        ("By May 2029 Ivo types 20 words a minute. His wrists ache and he finds handwriting painful.", True),
        ("By May 2029 Ivo types 20 words a minute. He is easily upset by loud voices.", True),
        ("By May 2029 Ivo types 20 words a minute. Noise in the hall frightens Ivo.", True),
        ("By May 2029 Ivo types 20 words a minute. He is very sensitive to noise.", True),
        ("By May 2029 Ivo types 20 words a minute. He dislikes being touched.", True),
        ("By May 2029 Ivo types 20 words a minute. He has a laptop in each lesson.", False),
        ("By May 2029 Ivo types 20 words a minute. He is often praised.", False),
        ("By May 2029 Ivo types 20 words a minute. He is rarely upset by noise.", False),
        ("By May 2029 Ivo types 20 words a minute. Now loud voices upset him three times a day.", False),
        ("By May 2029 Ivo types 20 words a minute. He is upset by noise on two days in five.", False),
        ("By May 2029 Ivo will say that noise upsets him.", False),
        ("By May 2029 Ivo will tell an adult when he is easily upset.", False),
        ("By May 2029 Ivo will ask for a break before he becomes anxious.", False),
        ("By May 2029 Ivo tires less and walks 90 metres.", False),
    ],
)
def test_a_need_among_the_outcomes_is_seen(text, misplaced):
    answer = checks()["places.right_section"].function(small(E=text))
    assert (answer.verdict is Verdict.NOT_MET) is misplaced
