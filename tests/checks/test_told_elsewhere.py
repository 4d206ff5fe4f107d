"""What another part of the plan tells is read there: history, the next setting, who was asked, strengths."""

from dataclasses import replace
from datetime import date

import pytest
from small import small

from ehcp_audit.checks import checks
from ehcp_audit.model import Contributor, Verdict


def answer(check, **given):
    asked = checks()[check]
    plan = small(**given)
    subject = plan.section(given["at"]) if "at" in given else plan
    return asked.function(subject, plan) if asked.takes_plan else asked.function(subject)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ida's life so far: she got her left implant early.", "history"),
        ("She arrived in Leeds and walked late.", "history"),
        ("She was found deaf at her hearing screen.", "health"),
        ("She has had surgery and a stroke.", "health"),
        ("She bakes, and her cricket team comes first.", "play"),
    ],
)
def test_parts_of_a_life_are_told_in_other_words(text, part):
    section = small(A=text).section("A")
    note = checks()["children.whole_life"].function(section).note.partition(";")[0]  # after it: what was found
    assert part not in note


def test_a_bare_line_tells_of_no_history():
    section = small(A="She can count to ten.").section("A")
    note = checks()["children.whole_life"].function(section).note.partition(";")[0]  # after it: what was found
    assert "history" in note
    assert "health" in note


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Her next school will be added by a further amendment before 15 February 2027.", Verdict.NEEDS_PERSON),
        ("This plan will be amended by 15 February 2027.", Verdict.NEEDS_PERSON),
        ("Her secondary placement is to be settled in January.", Verdict.NEEDS_PERSON),
        ("Her secondary education was discussed.", Verdict.NOT_MET),
    ],
)
def test_the_next_setting_may_be_promised_on_the_cover(words, verdict):
    given = {"cover": words, "status": "final", "year_group": 6, "I": "Harbour Lane Primary School.", "F": "Weekly."}
    said = answer("placement.next_phase", **given)
    assert said.verdict is verdict
    assert said.proposed is (Verdict.MET if verdict is Verdict.NEEDS_PERSON else None)
    changes = answer("places.key_changes", **given)
    assert (changes.verdict is Verdict.MET) is (verdict is Verdict.NEEDS_PERSON or "amended" in words)


@pytest.mark.parametrize(
    ("d", "k", "verdict"),
    [
        ("None identified.", "Ann Lee, early help assessor, 4 May 2026", Verdict.MET),
        ("None identified.", "Ann Lee, duty social worker, 4 May 2026", Verdict.MET),
        ("None identified.", "Ann Lee, educational psychologist, 4 May 2026", Verdict.PARTLY_MET),
        ("No needs were identified (early help assessment, 4 May 2026).", None, Verdict.MET),
        ("No needs. The Disabled Children's Team confirmed this in May.", None, Verdict.MET),
        ("Not known to social care.", "Ann Lee, social worker, 4 May 2026", Verdict.PARTLY_MET),
        ("Not known to social care.", "Ann Lee, educational psychologist, 4 May 2026", Verdict.NOT_MET),
    ],
)
def test_section_k_may_list_who_was_asked(d, k, verdict):
    words = k or "Ann Lee, educational psychologist, 4 May 2026"
    plan = small(D=d, K=words, F="Weekly.")
    listed = (Contributor(plan.section("K").pieces[0], "Ann Lee", words.split(", ")[1], date(2026, 5, 4)),)
    plan = replace(plan, facts=replace(plan.facts, contributors=listed))
    section = plan.section("D")
    assert checks()["care.more_than_not_known"].function(section, plan).verdict is verdict


@pytest.mark.parametrize(
    ("b", "verdict"),
    [
        ("He mishears. What goes well. Drums, and an exact memory.", Verdict.MET),
        ("His strengths are drums, numbers and kindness to his cat. He mishears.", Verdict.MET),
        ("He has a keen ear and shows empathy. He mishears.", Verdict.MET),
        ("He mishears. Bright light hurts him. His muscles lack strength.", Verdict.NOT_MET),
    ],
)
def test_strengths_are_told_in_other_words(b, verdict):
    said = checks()["places.strengths"].function(small(B=b, A="Mum is worried."))
    assert said.verdict is verdict or (verdict is Verdict.NOT_MET and said.verdict is Verdict.PARTLY_MET)


@pytest.mark.parametrize(
    ("k", "verdict"),
    [
        ("Ida's own pages, 4 May 2026", Verdict.MET),
        ("Child's views, taken down by Ann Lee, tutor, 4 May 2026", Verdict.MET),
        ("Parents' views, 4 May 2026", Verdict.NOT_MET),
        ("Ann Lee, educational psychologist, 4 May 2026", Verdict.NOT_MET),
    ],
)
def test_the_list_of_advice_may_say_how_the_views_were_gathered(k, verdict):
    plan = small(A="I like red horses.", K=k, F="Weekly.")
    assert checks()["children.how_gathered"].function(plan.section("A"), plan).verdict is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"year_group": 2, "setting": "Meadow Primary School"}, Verdict.NOT_APPLICABLE),
        ({"year_group": 2, "setting": "Meadow Infant School"}, Verdict.NOT_MET),
        ({"year_group": 5, "setting": "Meadow Primary School"}, Verdict.NOT_MET),
        ({"year_group": 13, "F": "A job coach works with Leo for two hours a week."}, Verdict.MET),
        ({"year_group": 13, "E": "By July 2028 Leo will hold the tenancy of his own flat."}, Verdict.MET),
        ({"year_group": 11, "F": "A job coach works with Leo for two hours a week."}, Verdict.NOT_MET),
        ({"year_group": 13}, Verdict.NOT_MET),
        ({"year_group": 5, "I": "The council will name his secondary school by 15 February 2028."}, Verdict.MET),
    ],
)
def test_which_change_comes_next(given, verdict):
    sections = {"E": "By July 2028 Leo will read a page aloud.", "F": "Daily reading for ten minutes.", **given}
    assert answer("places.key_changes", **sections).verdict is verdict
