"""What a text points at: nouns, codes, labels, bare numbers; and the amounts, times and years that are no pointers."""

import pytest

from ehcp_audit.plan.pointers import only_refers, pointers, points_only, references


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(B1/E1)", [("need B", "1"), ("outcome", "1")]),
        ("B4–5", [("need B", "4"), ("need B", "5")]),
        ("B1a, B1b", [("need B", "1a"), ("need B", "1b")]),
        ("needs 1-3; outcome 1", [("need", "1"), ("need", "2"), ("need", "3"), ("outcome", "1")]),
        ("Meets need(s) 2 and 5; outcome(s) 1.", [("need", "2"), ("need", "5"), ("outcome", "1")]),
        ("need (1), outcomes (a), (d)", [("need", "1"), ("outcome", "a"), ("outcome", "d")]),
        ("need iii; outcome ii", [("need", "iii"), ("outcome", "ii")]),
        ("need two, outcome four", [("need", "2"), ("outcome", "4")]),
        ("Need 1 / Out 1, 2", [("need", "1"), ("outcome", "1"), ("outcome", "2")]),
        ("Section B, paragraph 3", [("need B", "3")]),
        ("Section B 1; Section E 2", [("need B", "1"), ("outcome", "2")]),
        ("N4 → O4 → P4", [("label", "N4"), ("label", "O4"), ("label", "P4")]),
        ("CI(a), SEMH 2; E1", [("label", "CIA"), ("label", "SEMH2"), ("outcome", "1")]),
        ("O1 to O3", [("label", "O1"), ("label", "O2"), ("label", "O3")]),
        ("(7; 16)", [("", "7"), ("", "16")]),
        ("2.1–2.3", [("", "2.1"), ("", "2.2"), ("", "2.3")]),
        ("para. 9; 13", [("paragraph", "9"), ("", "13")]),
        ("see 4 above", [("", "4")]),
        ("2; 20 minutes", None),
        ("39 weeks", None),
        ("once a week", None),
        ("C / 7", None),
        ("Level 3", None),
        ("1:1", None),
        ("2:1", None),
    ],
)
def test_a_text_that_only_points(text, said):
    assert points_only(text) == said


def test_the_column_says_what_bare_numbers_and_letters_are():
    assert points_only("2.3, 2.4", "need") == [("need", "2.3"), ("need", "2.4")]
    assert points_only("A, B", "outcome") == [("outcome", "a"), ("outcome", "b")]
    assert points_only("C / 7", "need") == [("need", "c"), ("need", "7")]
    assert points_only("Steps towards it", "need") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A second adult stands in. This meets paragraphs 4 and 5 and works towards 13 and 14.",
            [("paragraph", "4"), ("paragraph", "5"), ("paragraph", "13"), ("paragraph", "14")],
        ),
        ("She reads alone → E1, F2", [("outcome", "1"), ("provision F", "2")]),
        ("Sessions of therapy. (4, 5; outcomes 13 and 14)", [("outcome", "13"), ("", "4"), ("", "5")]),
        ("He meets 4 friends and works towards 20 minutes.", []),
        ("She needs 2 adults, and will need 15 minutes each day.", []),
        ("She was in F2, and in G5 before.", []),
        ("Given 1:1 in Year 4 (39 weeks), at stage 3, in 2027.", []),
        ("He scored in the lowest band (9) of four.", []),
        ("They need 2:1 staffing, and he needs 10.", []),
        ("A teaching assistant (1:1).", []),
        ("She answers 5, then stops.", []),
        ("Vitamin B12 each day and Vitamin D 3 times a week.", []),
        ("He got a grade C 2 times and has help at Band E 3 hours a week.", []),
        ("Meets need 2:", [("need", "2")]),
        ("It answers B 2 and E 3.", [("need B", "2"), ("outcome", "3")]),
    ],
)
def test_what_is_pointed_at_in_running_text(text, said):
    found = pointers(text)
    assert set(said) <= set(found)
    assert said or not found


def test_bare_numbers_are_no_references_by_themselves():
    assert references("A mentor meets him. (7; 16)") == []
    assert not only_refers("(7; 16)")
    assert only_refers("Meets: B1. Leads to: E1.")
