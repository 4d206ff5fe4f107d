import pytest

from ehcp_audit.plan.vocabulary import (
    agreement,
    area_of,
    is_outside,
    is_surely_outside,
    plain,
    title_code,
    title_in_full,
)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("The views, interests and aspirations of the child and their parents", "A"),
        ("My Profile", "A"),
        ("All about me", "A"),
        ("This is me", "A"),
        ("My Views, Interests, Hopes and Dreams", "A"),
        ("Personal and Family Profile", "A"),
        ("My Special Educational Needs (SEN)", "B"),
        ("Sam’s special educational needs", "B"),
        ("Strengths, Difficulties", "B"),
        ("The child or young person’s health care needs which relate to their special educational needs", "C"),
        ("My Health Needs that relate to my SEN", "C"),
        ("Care Needs", "D"),
        ("Social care needs which relate to the child's special educational needs", "D"),
        ("Desired Outcomes", "E"),
        ("Outcomes sought for the child or young person", "E"),
        ("Special Education Provision", "F"),
        ("My Support Plan", "F"),
        ("Provision required", "F"),
        ("Any health care provision reasonably required", "G"),
        ("Healthcare provision", "G"),
        ("The health care Isla is to have", "G"),
        ("Any social care provision which must be made for a child or young person under 18", "H1"),
        ("Chronically Sick and Disabled Persons Act 1970, section 2", "H1"),
        ("under section 2 of the Chronically Sick and Disabled Persons Act 1970", "H1"),
        ("other provision reasonably required", "H2"),
        ("Any other social care provision reasonably required", "H2"),
        ("Care Provision", "H"),
        ("Name and type of Education Placement", "I"),
        ("Setting to be attended", "I"),
        ("Personal budget, including arrangements for direct payments", "J"),
        ("Direct Payments", "J"),
        ("The advice and information gathered during the EHC needs assessment", "K"),
        ("Advice used to write my plan", "K"),
        ("Report list", "K"),
    ],
)
def test_titles_are_known_in_full(title, code):
    assert title_in_full(title) == code


@pytest.mark.parametrize(
    "title",
    ["Shopping list", "Rowan and his dog", "What the teacher saw", "Chapter two", "Weekly timetable", "History lesson"],
)
def test_other_lines_are_no_titles(title):
    assert title_in_full(title) is None


def test_a_title_agrees_with_its_letter_or_with_another():
    assert agreement("Outcomes", "E") == 1.0
    assert agreement("Outcomes sought, with steps towards them", "E") > 0
    assert agreement("Outcomes", "F") < 0
    assert agreement("Social care provision", "H1") == 1.0
    assert agreement("Social care that the law of 1970 says must be given", "H1") > 0
    assert agreement("The teacher claps", "A") == 0.0


def test_a_long_title_is_known_by_its_beginning_or_its_words():
    assert title_code("Special educational provision that the school will make") == ("F", 0.75)
    assert title_code("How the health service will give support")[0] == "G"


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ("Communication and interaction", "communication"),
        ("Cognition & Learning", "cognition"),
        ("Area of need 2: Cognition and learning", "cognition"),
        ("Social, Emotional and Mental Health (SEMH) difficulties", "social"),
        ("Sensory and/or physical needs", "sensory"),
        ("Physical or sensory", "sensory"),
        ("Preparing for adulthood", "other"),
        ("Self-care and independence", "other"),
    ],
)
def test_areas_of_need_are_known_in_any_order(line, area):
    assert area_of(line) == area


@pytest.mark.parametrize("line", ["Rowan", "Outcomes", "He is learning to read.", "Strengths", "Speech bubbles"])
def test_other_lines_name_no_area(line):
    assert area_of(line) is None


def test_what_stands_outside_the_letters_is_known():
    assert is_surely_outside("Monitoring arrangements")
    assert is_surely_outside("Sign-off")
    assert is_surely_outside("Appendix 1: Timetable")
    assert is_outside("Review")
    assert not is_surely_outside("Review")
    assert is_outside("Monitoring and sign-off")
    assert is_outside("Agreement and signatures")
    assert not is_outside("The final plan")
    assert not is_outside("Outcomes")
    assert not is_outside("")


def test_plain_text_keeps_every_place():
    for text in ("Rowan’s “plan” – İstanbul", "ẞtraße", "A\u00a0B"):
        assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Preparing for adulthood: employment", "other"),
        ("Preparation for adulthood – friends, relationships and community", "other"),
        ("PfA: independent living", "other"),
        ("Preparing for adulthood: Sam will travel alone by bus to college on ten days.", None),
    ],
)
def test_a_pathway_to_adulthood_is_an_area(text, area):
    assert area_of(text) == area


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("What matters to Nadia", "A"),
        ("In my own words", "A"),
        ("What we want people to know about Sam", "A"),
        ("What is hard for Nadia", "B"),
        ("What I need help with", "B"),
        ("Sam's needs at school", "B"),
        ("How he learns and what gets in the way", "B"),
        ("Keeping well", "C"),
        ("Needs at home and in the community", "D"),
        ("Life outside school", "D"),
        ("What we want for Sam", "E"),
        ("What they are working towards", "E"),
        ("Her next steps", "E"),
        ("My help at school", "F"),
        ("How school will help me", "F"),
        ("What Sam needs to help him learn", "F"),
        ("What her school will do", "F"),
        ("How I will be taught", "F"),
        ("What the health service will do", "G"),
        ("Help from the NHS", "G"),
        ("The special educational help Isla will get", "F"),
        ("Other care", "H2"),
        ("Help at home", "H"),
        ("Where Nadia learns", "I"),
        ("Where we are taught", "I"),
        ("The place they learn", "I"),
        ("My nursery", "I"),
        ("Which school will Sam go to?", "I"),
        ("Money paid to my mum", "J"),
        ("Who told us", "K"),
        ("What this plan is based on", "K"),
    ],
)
def test_titles_in_the_words_of_a_child_or_a_family_are_known(title, code):
    assert title_code(title)[0] == code


@pytest.mark.parametrize(
    "line",
    [
        "What Sam told us", "Where Nadia plays", "Going to the park", "A quiet place to sit", "What we did last year",
        "The way home", "Walking the dog", "Who I live with", "Well done Sam",
    ],
)  # fmt: skip
def test_other_lines_of_a_child_or_a_family_are_no_titles(line):
    assert title_code(line)[0] is None


@pytest.mark.parametrize(
    ("title", "code"),
    [("What is hard at home", "D"), ("What I need help with to stay well", "C"), ("The help I will get", "H2")],
)
def test_words_that_any_section_may_have_do_not_speak_against_its_letter(title, code):
    assert agreement(title, code) >= 0
