"""Settings promised in a draft, in section I or wherever a place is spoken of as settled."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


def ask(**given):
    return checks()["placement.fits_status"].function(small(status="draft", child_name="Nell Exampleby", **given))


@pytest.mark.parametrize(
    "text",
    [
        "Nell and her mother can rest assured that Fernhollow Lodge is expecting her on Monday.",
        "We hear from Larkhill Meadows that a desk is ready.",
    ],
)
def test_a_name_in_section_i_of_a_draft_is_put_to_a_person(text):
    answer = ask(I=text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)


@pytest.mark.parametrize(
    "text",
    [
        "To be completed when the plan is final.",
        "Left blank; Mr Osei and Nell Exampleby have fifteen days from the draft to name a school.",
        "The council will name a school for Nell Exampleby when the plan is final.",
        "Exampleshire County Council will name the school or college when the plan is final.",
    ],
)
def test_a_section_i_that_is_left_open_is_met(text):
    assert ask(I=text).verdict is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant will read with Nell for 20 minutes daily when she joins Oakmere Academy in January.",
        "Staff at Larkhill Meadows School, where Nell moves after Easter, are to meet her twice.",
        "A mentor makes a map with Nell, so that the change to Fernhollow Road Primary is calm.",
        "Nell will be taught in the hearing unit at Oakmere Academy from Year 7.",
        "We have agreed that Nell shall be placed at Oakmere College.",
        "Nell will remain at Elm Grove Primary until she is eleven.",
    ],
)
def test_a_place_spoken_of_as_settled_in_a_draft_is_put_to_a_person(text):
    answer = ask(I="Left blank.", F=text)
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert answer.evidence


@pytest.mark.parametrize(
    "text",
    [
        "A teaching assistant at Oakmere Academy reads with Nell for 20 minutes each day.",
        "Oakmere Academy's literacy teacher will teach Nell for an hour a week.",
    ],
)
def test_the_setting_that_gives_help_now_may_stand_in_a_draft(text):
    assert ask(I="Left blank.", F=text).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("F", "Introduction of Nell to staff at Heronsgate, over two half-days before she starts there."),
        ("F", "A handover visit to the Quarryside unit, ready for January."),
        ("F", "Three afternoons at Tern Bank to meet her new teacher before the change of school."),
        ("F", "Five half days to Marl Hill Juniors with her teaching assistant."),
        ("F", "A photograph book of Whinfell High for her to take home."),
        ("F", "From September a teaching assistant at Coppice Row will read with her each day."),
        ("E", "By December 2026 Nell will know the names of her teachers at Larchfield."),
        ("B", "The move to Kestrel House will be hard for her."),
        ("A", "We have bought the Whinfell uniform already."),
        ("A", "Nell starts at The Willows in September."),
        ("H1", "Travel to Brackendale will be by taxi with a passenger assistant."),
        ("F", "Ear defenders: a spare pair to be kept in the office at Ravenscourt."),
        ("F", "A bed at Fairlawn, Monday to Thursday, in a house of five girls."),
        ("F", "The autism base, Linnet Park: six places, one of them Nell's."),
        ("F", "Transition days: 5 and 6 July, Harebell Lodge."),
        ("E", "By Easter 2028 Nell will have joined one lunchtime activity at Edgehill."),
        ("B", "Nell worries about the toilets at Westholme and who will help her there."),
        ("B", "Stonechat Grange have 640 pupils and long corridors, which Nell will find hard."),
        ("A", "I want to sit next to Asha at Yaffle Bank, and not in the other class."),
    ],
)
def test_a_name_in_words_of_moving_is_put_to_a_person_with_its_sentence(code, text):
    answer = ask(I="Left blank.", setting="Oakdene Primary School", cover="Oakdene Primary School", **{code: text})
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert [one.text for one in answer.evidence] == [text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("F", "Staff at Oakdene will meet her new teaching assistant before she starts in September."),
        ("F", "A transition visit to her next class with Mrs Hale, her new teacher, in July."),
        ("F", "Transition to Owls: two visits in July to meet her new teacher."),
        ("F", "Introduction to Kingfisher Class before she moves up in September."),
        ("F", "Handover to Priya Nair, her new key worker, over two days in September."),
        ("F", "Introduction of Makaton to staff in the first week of September."),
        ("F", "An outreach teacher from Ashgate School visits each half-term."),
        ("F", "Four visits to her next school, once it is named, in June."),
        ("F", "Swimming at Kingsway Pool from September with a teaching assistant."),
        ("E", "By July 2027 Nell will travel to Station Road on her own before she starts Year 7."),
        ("A", "Her brother Finn starts at Quarry Hill in September."),
        ("A", "Her parents would like her to start at Quarry Hill in September."),
        ("A", "I want to start Beavers and get a uniform."),
        ("B", "Her family moved to Durham in June 2026, and she joined her new class in September."),
        ("B", "She went to Little Acorns before she started at Oakdene."),
        ("G", "Transition to adult care at Alder Hey starts in September."),
        ("F", "A teaching assistant uses Lexonik with Nell for 20 minutes each day before lessons."),
        ("F", "The physiotherapist from Ashton House comes to school each half-term for an hour."),
        ("F", "Nell's splints are made at Thornbury, and her teaching assistant puts them on after PE."),
        ("F", "She is taught in The Nest at Oakdene for two mornings a week."),
        ("F", "Nell is in Emerald class, and the Emerald team knows her well."),
        ("A", "On Thursdays Nell goes to Pebbles for tea with other deaf children."),
        ("A", "Nell's mum is a teaching assistant at Brindle Park."),
        ("B", "Nell's dad works in Aberdeen, and she misses lessons when he goes."),
        ("B", "She was taught at Brambles Pre-school until July 2021, and her teachers there noticed her hearing."),
        ("E", "By July 2028 Nell will take the bus to Wexley and go to Young Farmers with a friend."),
        ("H2", "Two nights a month at Larkspur House, with one-to-one care overnight."),
        ("H1", "The family will start to visit Derwent House for overnight stays from September."),
    ],
)
def test_clubs_people_classes_and_the_childs_own_setting_are_no_destination(code, text):
    answer = ask(I="Left blank.", setting="Oakdene Primary School", cover="Oakdene Primary School", **{code: text})
    assert answer.verdict is Verdict.MET


def test_an_amendment_notice_may_name_where_the_child_goes():
    told = "Three afternoons at Tern Bank to meet her new teacher before the change of school."
    assert ask(I="", stage="amendment notice", F=told).verdict is Verdict.NOT_APPLICABLE


def test_one_name_is_one_question_with_every_sentence_that_holds_it():
    told = ("Two mornings at Harebell Lodge in June.", "Staff at Harebell Lodge will read her passport.")
    answer = ask(I="Left blank.", setting="Oakdene Primary School", F="\n".join(told))
    assert tuple(one.text for one in answer.evidence) == told


def test_a_name_that_the_plan_explains_elsewhere_is_no_destination():
    answer = ask(
        I="Left blank.",
        setting="Oakdene Primary School",
        D="Nell goes to Harebell clinic.",
        F="Nell's seating at Harebell is checked each term by her teacher.",
    )
    assert answer.verdict is Verdict.MET
