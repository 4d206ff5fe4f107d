"""Tokens and spans: what is found stands exactly where it is said to stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.language.tokens import plain, split

PIECES = [
    "by",
    "the end of Year 6",
    "–",
    "“up to”",
    "30\u00a0mins",
    "TA will",
    "İ",
    "support as-required\n",
    "\t",
    ",",
    ".",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("half-term", ["half", "term"]),
        ("30mins", ["30", "mins"]),
        ("KS2", ["ks", "2"]),
        ("1-to-1", ["1", "to", "1"]),
        ("20-30 minutes", ["20", "-", "30", "minutes"]),
        ("self-\nregulate", ["self", "regulate"]),
        ("Sam’s\u00a0‘own’", ["sam's", "'", "own", "'"]),
        ("inter\u00advention", ["intervention"]),
        ("2 × 30", ["2", "x", "30"]),
        ("", []),
    ],
)
def test_words_are_split_as_plans_write_them(text, words):
    assert split(text)[0] == words


@given(st.text(max_size=200))
def test_plain_text_keeps_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_every_span_is_exactly_what_stands_there(words):
    text = " ".join(words)
    said, given_ = outcome_wording(text), provision_wording(text)
    spans = [*said.measures, *said.behaviours, *said.hedges, *(one.span for one in said.deadlines)]
    spans += [*given_.types, *given_.amounts, *given_.actors, *given_.hedges, *given_.occasions]
    assert all(span.text == text[span.start : span.end] for span in spans)
    assert all(term in text for term in (*said.vague_terms, *given_.vague_terms))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2O minutes daiIy", ["20", "minutes", "daily"]),
        ("by the end 0f Year 3", ["by", "the", "end", "of", "year", "3"]),
        ("he wiII read l5 words", ["he", "will", "read", "15", "words"]),
        ("\ufb01nishes", ["finishes"]),
        ("I will. IV fluids. In 1O days", ["i", "will", ".", "iv", "fluids", ".", "in", "10", "days"]),
    ],
)
def test_what_scanning_misreads_is_put_right_where_one_reading_makes_a_word(text, expected):
    assert split(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a teach-\ning assistant", ["a", "teaching", "assistant"]),
        ("with-\r\nout help", ["without", "help"]),
        ("he can self-\nregulate", ["he", "can", "self", "regulate"]),
        ("half-\n", ["half"]),
    ],
)
def test_a_word_broken_at_a_line_end_is_one_where_the_lists_know_it(text, expected):
    assert split(text)[0] == expected
