"""Settings promised in a draft, in section I or wherever a place is spoken of as settled."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.setting_names import told
from ehcp_audit.model import Passage, Verdict
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
        "The teacher goes with Nell for three mornings to Cobbold Hall, where she will be starting Year 4.",
        "The assistant goes with Nell to four afternoons at Skelder Point Academy, where her Year 7 form tutor waits.",
        "Until Nell takes up her place at the Larches Nurture Base, this is held in the library.",
        "In the new year, when Nell starts at the Fernhill language base, the group will be made up there.",
        "A mentor makes a map with Nell, so that the change to Fernhollow Road Primary is calm.",
        "Nell will be taught in the hearing unit at Oakmere Academy from Year 7.",
        "We have agreed that Nell shall be placed at Oakmere College.",
        "Nell will remain at Elm Grove Primary until she is eleven.",
        "In January the mentor of Cragfoot Academy will join two of these, as it is there that she moves.",
        "The walker and the standing frame go with her to Larch Bank Primary in January.",
        "Visits to Marl Lane Junior School, with a book of photographs.",
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
        ("F", "Her mother would like her to stay at Marl Primary, and a place has been kept for her."),
        ("F", "From April, once she has moved over to the Fell Bank resource base, the base teacher leads the game."),
        (
            "F",
            "In June and July 2027 the habilitation specialist walks the site at Moorside High with Nell, six times.",
        ),
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
        ("F", "After her first week at Hazelmere Court Nell will choose a reading partner."),
        ("B", "Nell will go up to Farleigh Academy with two of her friends."),
        ("F", "Passenger assistant and car from home to Ravensdene House, morning and evening."),
        ("F", "The Lantern Provision will give her eight hours of teaching a week."),
        ("F", "From June she has her dinners at the Quayside Centre, in its small hall."),
        ("B", "Nell moves to the Rosemary Centre when she leaves Oakdene."),
        ("F", "Nell will be dual registered with Oakdene and the Merlin Unit."),
        ("F", "To be educated at: St Hilda's RC Primary"),
        ("F", "Where: Ravensdene House"),
        ("F", "The panel approved Westlea for her on 9 October."),
        ("F", "Westlea was consulted in October and has confirmed a place."),
        ("F", "Lowther Fold is to be responsible for the whole of section F."),
        ("F", "Hydrotherapy will be in the pool at Ravensdene House on Tuesdays."),
        ("H1", "Respite carers fetch Nell from Ravensdene House on Fridays."),
        ("E", "By July 2028 Nell will have one friend in her new class at Westlea."),
        ("A", "Her brother is at Farleigh Academy, and Nell will be going there too."),
        ("F", "The nearest suitable school for Nell is Westlea."),
        ("F", "The change from Oakdene / Lowther Bank is planned for May, with a handover."),
        ("B", "Once on roll at Ravensdene House, she will be seen by its own therapists."),
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
        ("F", "Nell will go on to Secondary School in September with all of her class."),
        ("F", "The occupational therapist from the Quayside Centre will visit Oakdene each half-term."),
        ("F", "A physiotherapist of Lowther Health Centre is to train two adults before September."),
        ("F", "An advisory teacher from Farleigh School for the Deaf will observe one lesson each term."),
        ("F", "Lowther Children's Centre will start a course on sleep for her parents."),
        ("F", "Whichever setting is named, an adult will meet Nell at its gate."),
        ("F", "Nell will be taught in Heron Class until July 2027."),
        ("F", "Nell will go to Forest School with her class from September."),
        ("G", "Orthotics at St Hilda's will fit new splints in August."),
        ("A", "Her parents have asked that Farleigh Academy be considered."),
        ("A", "Mum would prefer Westlea, and dad wants her to stay at Oakdene."),
        ("A", "She will sleep at her grandmother's, Oak Lodge, on Fridays."),
        ("A", "The Merlin Trust offered her a trike, which she will ride in the holidays."),
        ("F", "Nell will join the Oakridge Orchestra in September."),
        ("B", "Her sister will start at Farleigh Academy in September."),
        ("B", "She had a place at Lowther Fold Nursery before she joined Oakdene."),
        ("E", "By July 2027 Nell will walk to the Quayside Centre with an adult and pay for her swim."),
        ("H2", "Respite carers fetch Nell from Larkspur House after her overnight stay."),
    ],
)
def test_clubs_people_classes_and_the_childs_own_setting_are_no_destination(code, text):
    answer = ask(I="Left blank.", setting="Oakdene Primary School", cover="Oakdene Primary School", **{code: text})
    assert answer.verdict is Verdict.MET


def test_an_amendment_notice_may_name_where_the_child_goes():
    told = "Three afternoons at Tern Bank to meet her new teacher before the change of school."
    assert ask(I="", stage="amendment notice", F=told).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Two visits to Marl Lane Junior School before she moves there.", Verdict.NEEDS_PERSON),
        ("Two visits to the shop in Marl before she moves up.", Verdict.MET),
        ("Two visits with staff of Marl School before she moves up.", Verdict.MET),
        ("A photograph book is read with her on five days before she starts at Marl Hall.", Verdict.NEEDS_PERSON),
    ],
)
def test_a_village_may_lend_its_name_to_several_schools(text, verdict):
    cover = "Address: 3 Fold Lane, Nether Marl. School: Marl Primary School"
    assert ask(I="Left blank.", setting="Marl Primary School", cover=cover, F=text).verdict is verdict


def test_a_school_that_the_child_joined_is_where_the_child_is():
    text = "Nell joined Moorside in Reception. She has a visit from Moorside staff before she moves up."
    assert ask(I="Left blank.", B=text).verdict is Verdict.MET


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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("F", "Nell will remain at Oakdene until she transfers to secondary school."),
        ("F", "Nell is to continue to attend Oakdene Primary for the life of this plan."),
        ("F", "Name of setting: Oakdene Primary School"),
        ("F", "Oakdene Primary School shall deliver everything in the tables above."),
        ("F", "All of the provision in this plan will be made by Oakdene."),
        ("B", "Oakdene has said that it can meet all of her needs."),
        ("A", "The council will be naming Oakdene."),
        ("F", "Oakdene is to be her school, and shall be named."),
        ("E", "With these outcomes Oakdene remains the right school for her."),
        ("G", "Her place at Oakdene will continue from January."),
    ],
)
def test_a_draft_that_keeps_the_child_where_she_is_is_put_to_a_person(code, text):
    answer = ask(I="Left blank.", setting="Oakdene Primary School", cover="Oakdene Primary School", **{code: text})
    assert (answer.verdict, answer.proposed) == (Verdict.NEEDS_PERSON, Verdict.NOT_MET)
    assert [one.text for one in answer.evidence] == [text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A", "Nell has been at Oakdene since Reception and will tell visitors where everything is."),
        ("A", "Her parents would like her to stay at Oakdene until she is eleven."),
        ("A", "Her twin will stay at Oakdene until July."),
        ("B", "She stays at Oakdene's breakfast club until her class opens."),
        ("F", "A teaching assistant at Oakdene will read with Nell for 20 minutes each day."),
        ("F", "She is taught in a small room at Oakdene for two mornings a week."),
        ("F", "Oakdene will review the targets with her parents each term."),
        ("E", "By the end of Year 6 Nell will walk alone from the gate of Oakdene to her classroom."),
        ("E", "By July 2027 Nell will stay in the hall at Oakdene for a whole assembly."),
        ("B", "Oakdene asked for advice in May and has kept a log since."),
    ],
)
def test_what_is_done_where_the_child_is_now_may_stand_in_a_draft(code, text):
    answer = ask(I="Left blank.", setting="Oakdene Primary School", cover="Oakdene Primary School", **{code: text})
    assert answer.verdict is Verdict.MET


@pytest.mark.parametrize("setting", ["School", "the local nursery", ""])
def test_a_setting_without_a_name_of_its_own_is_not_looked_for(setting):
    assert ask(I="Left blank.", setting=setting, F="She will stay at school until three.").verdict is Verdict.MET


def test_a_name_that_begins_the_childs_setting_is_another_all_the_same():
    told = "Three afternoons at Elmvale to meet her new teacher before the change of school."
    assert ask(I="Left blank.", setting="Elmvalery Primary School", F=told).evidence


def test_a_setting_is_found_without_the_article_of_its_name():
    answer = ask(I="Left blank.", setting="The Oakdene School", F="Nell will remain at Oakdene until she is eleven.")
    assert answer.verdict is Verdict.NEEDS_PERSON


def test_what_is_read_around_a_name_is_bounded():
    """A table that was read as one line would else be searched again for each name in it."""
    line = Passage("and so on, " * 900 + "at Westlea" + ", and so on" * 900, 0)
    start = line.text.index("Westlea")
    one = told(line, start, start + 7, line, planned=True)
    assert one.name == "Westlea"
    assert one.before.endswith(", at ")
    assert len(one.before) == len(one.after) == 500
