"""Whom a child knows is not the child: friends, staff and heroes named beside the child, and names that stand alone."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.he_or_she import HE, SHE
from ehcp_audit.model import Verdict
from tests.checks.small import small

_HER = "Ana reads slowly. She mishears. Ana cannot hold a pencil. She tires."
_HIM = "Tom reads slowly. He mishears. Tom cannot hold a pencil. He tires."


def _asked(name, told, line, section="B"):
    given = {"B": told}
    given[section] = f"{given.get(section, '')}\n{line}".strip()
    answer = checks()["identity.one_child"].function(small(child_name=f"{name} Sample", known_as=name, **given))
    return None if answer.verdict is Verdict.MET else answer


@pytest.mark.parametrize(
    "line",
    [
        "Ana quarrelled with Poppy last year and fears that Poppy will not forgive her.",
        "She swings with Zara and Theo, and Theo pushes her too high.",
        "She moves away from Kenver, as his laugh startles her.",
        "Ana smiles when Daniel cries and does not see that he is sad.",
        "She copies Kenver's jokes because he is funny.",
        "Baby Oscar wakes at five and he wakes her.",
        "She looks for the caretaker, Alan, and helps him sweep.",
        "Her uncle moved away. Ana wears his cap.",
        "She believes Sherlock Holmes is alive and wants to meet him.",
        "When Freya is away Ana eats nothing.",
        "She will only swim if Callum swims first.",
    ],
)
def test_whom_a_child_knows_is_not_the_child(line):
    assert _asked("Ana", _HER, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Ana quarrelled with nobody; Poppy needs help to keep friends.",
        "When Freya is tired she puts her head on the table.",
        "Ana needs an adult near roads, as Fergus does not see danger.",
        "She sees Nathaniel's mother on Saturdays.",
        "Ana is pleased with Fergus's progress.",
        "Ana keeps his coat on indoors.",
        "An adult sits with her to help Fergus begin.",
    ],
)
def test_a_name_or_pronoun_that_nothing_explains_is_still_seen(line):
    assert _asked("Ana", _HER, line) is not None


def test_of_somebody_named_beside_the_child_a_sentence_of_its_own_is_asked_about():
    answer = _asked("Tom", _HIM, "Tom plays with Rafferty at lunch.\nRafferty cannot count beyond ten.")
    assert answer.verdict is Verdict.NEEDS_PERSON
    assert [one.text for one in answer.evidence] == ["Rafferty cannot count beyond ten."]
    assert (
        answer.note
        == "A sentence opens with a name that the plan gives to somebody beside the child: is the child meant?"
    )


@pytest.mark.parametrize(
    "line",
    [
        "3. Jago follows a two-part instruction only when it is signed.",
        "Kitto gets lost between the hall and the classroom.",
        "Branok gives up at the first long word.",
        "Trystan prefers adults to children.",
        "Locryn trips over kerbs.",
        "Ysella is easily led by older pupils.",
        "Mabyn has learned the names of the letters but not their sounds.",
        "Toileting. Vesper is dry by day.",
        "Keladry climbs on furniture when the room is loud.",
    ],
)
def test_a_name_on_no_list_that_does_what_a_person_does_is_asked_about(line):
    assert _asked("Tom", _HIM, line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Keppra makes him drowsy.",
        "Makaton helps.",
        "Numicon gives him a picture of each number.",
        "Clicker reads the words aloud.",
        "Tesco refuses him entry.",
        "Penhallow throws its doors open at nine.",
        "Senokot gives results by morning.",
        "Appetite falls at midday and drops at night.",
        "Nystagmus makes print swim.",
        "Bliss symbols give him a way to say no.",
    ],
)
def test_what_medicines_programmes_and_places_do_is_not_asked_about(line):
    assert _asked("Tom", _HIM, line) is None


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("As a boy with Down syndrome, Ana learns by sight.", True),
        ("As a small boy Ana lined up her cars.", True),
        ("Her parents hope that their son will cook for himself.", True),
        ("Her aunt lives next door with their son.", False),
        ("Ana is a lively boy who likes order.", True),
        ("As the only boy in the family, she has a room alone.", True),
        ("Their son, Ana, was born at 30 weeks.", True),
        ("Ana is proud of himself when he scores.", True),
        ("As a girl with Down syndrome, Ana learns by sight.", False),
        ("Ana is a friend of the boy next door.", False),
        ("As a boy in her class was unkind, Ana sits alone.", False),
        ("Ana is afraid of a boy in Year 6.", False),
        ("Ana is in the boys' football team.", False),
    ],
)
def test_a_boy_in_the_plan_of_a_girl(line, seen):
    assert (_asked("Ana", _HER, line) is not None) is seen


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("The therapist shows staff how to help Kenan ask for a break.", True),
        ("A mentor gives Wenda a choice of two places.", True),
        ("An adult will help Connie talk about her worries.", True),
        ("A mentor gives Tom a choice of two places.", False),
        ("An assistant uses Makaton to help Tom ask for a break.", False),
    ],
)
def test_whom_provision_helps(line, seen):
    assert (_asked("Tom", _HIM, line, "F") is not None) is seen


@pytest.mark.parametrize(
    ("line", "section", "seen"),
    [
        ("Ms Sample's views (by telephone): Tom has a sister. She sees friends as what matters. ", "A", False),
        ("What matters to Tom: She hopes for a quiet class.", "A", True),
        ("Tom Sample, young person: views; Mrs Jean Sample, mother: letter", "K", False),
        ("Oliver Sample, young person: views", "K", True),
    ],
)
def test_whose_views_sections_a_and_k_hold(line, section, seen):
    assert (_asked("Tom", _HIM, line, section) is not None) is seen


@pytest.mark.parametrize(
    ("text", "he", "she"),
    [
        ("strokes his or her arm", 0, 0),
        ("her or his arm", 0, 0),
        ("her mother or her father", 0, 2),
        ("a friend or his brother", 1, 0),
    ],
)
def test_his_or_her_is_said_of_anybody(text, he, she):
    assert (len(HE.findall(text)), len(SHE.findall(text))) == (he, she)


_YOU = "You read slowly, and your writing tires you. You mishear what your teacher says to you. " * 4


@pytest.mark.parametrize(
    ("line", "section", "seen"),
    [
        ("After two o'clock Oscar is harder still to follow.", "B", True),
        ("You lose your place, and Oscar's spelling is two years behind.", "B", True),
        ("Your friends are Maisie and Zuri, and Zuri lives next door.", "A", False),
        ("By July 2027 you play for five minutes with Kofi and one other child.", "E", False),
        ("By July 2027 you use your sign fan with Kofi, an adult beside you.", "E", False),
        ("You fell out with Poppy last year, and you fear that Poppy is cross.", "B", False),
    ],
)
def test_in_a_plan_written_to_the_child_whom_you_know_is_not_you(line, section, seen):
    given = {"B": _YOU}
    given[section] = f"{given.get(section, '')}\n{line}".strip()
    answer = checks()["identity.other_names"].function(small(child_name="Tom Sample", **given))
    assert (answer.verdict is not Verdict.MET) is seen


_LED = "A group is led by the therapist and by an assistant trained by her."


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        (
            "Miss Lark, your teacher, writes: “She shares. In phonics his eyes go to her page. She beams at you.”",
            True,
        ),
        ("Mr Lark, your teacher, writes: “She is the first to share. She likes his jokes.”", False),
        ("Mrs Dell writes: “She is kind.” Her brother reads to her and she likes his voice.", False),
    ],
)
def test_a_woman_by_her_title_is_not_he(line, seen):
    answer = checks()["identity.pronouns"].function(small(child_name="Ana Sample", B=f"{_YOU}\n{_LED}", A=line))
    assert (answer.verdict is not Verdict.MET) is seen
