"""Titles without letters that come back for each area of need, under a name for the part that is for it."""

import pytest
from plans import line, plan_of, row, texts

from ehcp_audit.plan.vocabulary import is_of_watching

AREAS = ("Communication and interaction", "Cognition and learning", "Sensory and/or physical")
OUTCOME = "By July 2029 Wilf will order his own lunch in a cafe, at three visits out of four."
GIVEN = "A teaching assistant will practise orders with Wilf for twenty minutes each Tuesday."
HEALTH = "A therapist from the clinic will see Wilf once each half term."
WATCH = "The adults named will meet in the last week of each term and write down what they find."


def title(text):
    return line(text, bold=True, size=15.0)


def said(text):
    return line(text, size=11.0)


def of_areas(part="Part {at} of the plan: {area}", watched="How we will keep watch", anew=True):
    parts = []
    for at, area in enumerate(AREAS, start=1):
        parts += [line(part.format(at=at, area=area), bold=True, size=13.0), title("My outcomes")]
        parts += row(at, 1, "I will", "On the way there I will", "Checked by", bold=True, size=11.0)
        parts += row(at, 2, OUTCOME, "With a card, then without.", "Tutor, each term", size=11.0)
        if anew or at == 1:
            parts += [line(watched, bold=True, size=12.0), said(WATCH)]
        parts += [title("The education support I will have"), said(GIVEN)]
        parts += [title("The health support I will have"), said(HEALTH)]
    return plan_of(
        [title("My views, interests and hopes"), said("I like buses and the sea.")],
        [title("My special educational needs"), said("Wilf cannot yet ask for what he wants.")],
        [title("My health needs"), said("Wilf has eczema."), title("My social care needs"), said("None identified.")],
        parts,
        [title("Where I will learn"), said("Harbour Lane School"), title("Who gave advice"), said("Dr A. Finch")],
    )


@pytest.mark.parametrize(
    "part", ["{area}", "Part {at} of the plan: {area}", "Sheet {at}   {area}", "Area {at} – {area}", "My help: {area}"]
)
def test_the_name_of_an_area_over_its_outcomes_is_no_word_of_the_section_before(part):
    plan = of_areas(part)
    assert plan.section("G").text == "\n".join([HEALTH] * 3)
    assert not any(area in plan.section(code).text for area in AREAS for code in "DEFG")
    assert [len(texts(plan, code)) for code in "EFG"] == [3, 3, 3]


def test_words_after_a_label_that_name_no_area_stay_in_their_section():
    plan = of_areas("Note {at}: a calm room and a clear voice")
    assert "calm room" in plan.section("G").text


def test_how_progress_is_watched_under_the_outcomes_of_every_area_is_of_no_section():
    plan = of_areas()
    assert WATCH not in plan.section("E").text
    assert "Tutor, each term" in plan.section("E").text
    assert WATCH in "\n".join(piece.text for piece in plan.outside)


def test_a_sub_heading_of_the_outcomes_of_every_area_stays_in_their_section():
    assert "\n".join(["How I feel about this", WATCH]) in of_areas(watched="How I feel about this").section("E").text


@pytest.mark.parametrize("text", ["How we will keep watch", "How it will be checked", "Monitoring", "When we review"])
def test_titles_of_watching(text):
    assert is_of_watching(text)


@pytest.mark.parametrize("text", ["How we will help", "How I keep safe", "Watching birds", "How we keep him calm"])
def test_titles_of_other_things(text):
    assert not is_of_watching(text)
