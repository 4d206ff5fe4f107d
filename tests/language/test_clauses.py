"""The clauses of a sentence, and what opens them."""

from __future__ import annotations

import pytest

from ehcp_audit.language.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He reads, but she does not.", [("", "he reads"), ("but", "she does not")]),
        ("She's been moved to a 1:1 room.", [("", "she has been moved to a 1 : 1 room")]),
        ("He eats before lunch once a week.", [("", "he eats before lunch once a week")]),
        ("He cries before he eats.", [("", "he cries"), ("before", "he eats")]),
        ("He does not yet read.", [("", "he does not yet read")]),
        ("Since January he has had a tutor.", [("", "since january he has had a tutor")]),
        ("Because of his asthma he rests.", [("", "because of his asthma he rests")]),
    ],
)
def test_a_sentence_falls_into_its_clauses(text, parts):
    assert [(one.opener, " ".join(one.words)) for one in clauses(text)] == parts


def test_what_hangs_on_another_clause_is_told_apart_up_to_the_next_mark():
    told = clauses("If staff leave and he sees it, he runs, which worries us.")
    assert [one.under for one in told] == [True, True, False, False]


def test_what_is_done_about_it_does_not_hang_on_what_it_answers():
    assert [one.under for one in clauses("He is deaf, which is why an aide signs.")] == [False, False, False]
    assert [one.under for one in clauses("He reads now that an aide sits by.")] == [False, False]
    assert [one.under for one in clauses("He asks why an aide sits by.")] == [False, True]


def test_the_rest_of_a_list_is_joined():
    assert [one.joined for one in clauses("A timer and a mat, and a pen")] == [False, True, False]
