"""Views of parents under their name, of a child who was watched, and likes told without the word (A01, A02, A03)."""

import pytest
from small import small

from ehcp_audit.checks import checks
from ehcp_audit.checks.parents_labelled import hopes_for_child
from ehcp_audit.model import Passage, Verdict


def parents(text, **facts):
    plan = small(**{"year_group": 8, "child_name": "Ida Quill", "known_as": "Ida", "A": text, **facts})
    return checks()["children.parents_views"].function(plan.section("A"), plan).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Mum (5 August 2026): Ida is loyal. Nights are bad. She wants her to get through Year 11.",
        'His mother: "He was a climber at nine. I want him to have a year without being sent home."',
        'His father: "He can concentrate for two hours on an engine."',
        "Her parents (written statement, 25 July 2026). Ida was born early. They hope she will be well.",
        "A3. Ms Farrow and Mr Mbeki (joint statement, 20 July 2026) hope that their son will live in his own home.",
        "Mr Tolliver, in a talk on 10 September 2026, praised a generous, inventive daughter.",
        "Ms Bielak's statement tells of a gentle and creative daughter who comes home worn out.",
        "Ms Quill wrote on 11 September 2026: Ida spoke early. I want her to be in school all week.",
        "Mrs Black (conversation, 5 June 2026): “She sleeps badly. I want her to feel safe in school.”",
        "They are proud of his hands. They want him to leave school with maths.",
        "It was explained by Mrs Dunn that Ida's father died. She hopes that he will read.",
        "The views of Mr and Mrs Farr were received in writing. It is their wish that she should travel.",
        "The parents' views were given in writing. It is hoped that she will go to university.",
        "Mum and Dad\n“The words get stuck. A clever boy with a head full of journeys, full of trains.”",
    ],
)
def test_a_parent_who_is_named_at_the_head_speaks(text):
    assert parents(text) is Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "Her mother drives a bus. She works nights.",
        "Her parents (both deaf). Ida was born early and walked late.",
        "Mrs Black, class teacher: “She works hard. I want her to read.”",
        "Ms Lunt told Ida that it is raining. She wants a dog.",
        "Ida wants to marry and have a son.",
        "The school describes a gentle and creative girl.",
    ],
)
def test_nobody_wants_anything_for_the_child(text):
    assert parents(text) is not Verdict.MET


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("How these views were gathered: Mrs Moss, her key person, watched her at play.\nIda loves her dog.", "met"),
        ("His keyworker, Dalia Minns, watched him over four mornings in June.\nHe loves the water tray.", "met"),
        ("Her key person found out what she likes by watching her play.\nIda loves her dog.", "met"),
        ("Her parents watched her over four mornings in June.\nIda loves her dog.", "needs a person"),
        ("The keyworker has never watched her at play.\nIda loves her dog.", "needs a person"),
    ],
)
def test_what_a_child_was_seen_to_like_is_their_view(text, verdict):
    plan = small(child_name="Ida Quill", known_as="Ida", A=text)
    assert checks()["children.own_views"].function(plan.section("A"), plan).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("He smiles and rocks for music and water.", Verdict.MET),
        ("“My best thing is drama and my worst thing is when people look.”", Verdict.MET),
        ("At home she swims with her mother.", Verdict.MET),
        ("Boccia on Saturdays, baking with dad, audio books.", Verdict.MET),
        ("She has two good friends at drama club.", Verdict.MET),
        ("“I've got guinea pigs, Biscuit and Moss.”", Verdict.MET),
        ("“I produce beats, I do debating.”", Verdict.MET),
        ("She put the sand tray in the happy box.", Verdict.MET),
        ("“I'm in the chess club.”", Verdict.MET),
        ("“I am still into clothes.”", Verdict.MET),
        ("“I want to be on stage.”", Verdict.NOT_MET),
        ("“I do nothing.” He lives with dad.", Verdict.NOT_MET),
        ("At home she does not swim.", Verdict.NOT_MET),
        ("She rocks when the room is loud.", Verdict.NOT_MET),
    ],
)
def test_likes_are_told_in_many_shapes(text, verdict):
    assert checks()["children.interests"].function(small(A=text).section("A")).verdict is verdict


def test_a_parents_name_inside_another_word_is_no_parent():
    hope = "spoke in May. It is hoped that she will be in class."
    assert not hopes_for_child(Passage(f"As Always, the teacher {hope}", 0), ["Al"])
    assert hopes_for_child(Passage(f"At home Al {hope}", 0), ["Al"])
