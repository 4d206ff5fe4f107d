"""Hopes of work, how views were gathered, and the early years, in the words of families (A04, A06, A08)."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.phrases import phrases


def holds(name, text):
    return phrases(name).search(text) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hoped employment", "“Be a welder, proper time-served. Get a van.”"),
        ("hoped employment", "I want to be a paramedic or cut hair."),
        ("hoped employment", "What I want\tBe a tree surgeon."),
        ("hoped employment", "We want him in work, with a wage."),
        ("hoped employment", "I want to work in radio."),
        ("hoped employment", "I'd love her to work, and to laugh."),
        ("hoped community life", "I want to see people who knew me."),
        ("hoped adult health", "I want to handle my seizures without a fuss."),
        ("how gathered", "Noor wrote notes on her laptop for Mrs Arden, her head of year, on 3 May 2026."),
        ("how gathered", "Noor chose pictures of what she likes with her teacher on 3 May 2026."),
        ("how gathered", "Noor dictated her page on 3 May 2026."),
        ("how gathered", "She sent me voice notes over a week."),
        ("how gathered", "(told to Bea Quill, youth worker, on 3 May 2026)"),
        ("life health", "She was slow to walk and talk."),
        ("life health", "Type 1 diabetes at six."),
        ("life health", "He came at 30 weeks and walked at two."),
        ("life history", "He came at 30 weeks."),
        ("life history", "Slow to walk and talk, and coeliac disease was found at seven."),
        ("life history", "He walked at two."),
        ("life history", "Noor went to a special school and then to college."),
    ],
)
def test_a_life_is_told_in_these_words(name, text):
    assert holds(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hoped employment", "I want to be a better reader."),
        ("hoped employment", "Be a faster swimmer."),
        ("hoped employment", "Be a good friend."),
        ("hoped employment", "I want to work in quiet."),
        ("hoped employment", "He does not like being a burden."),
        ("hoped community life", "She looks at people."),
        ("hoped adult health", "I manage my bag."),
        ("how gathered", "Noor draws horses with her sister."),
        ("how gathered", "She wrote a story for the school magazine."),
        ("how gathered", "Noor made a cake."),
        ("life health", "He walked to school with Ben."),
        ("life history", "He came to lunch with Ben."),
        ("life history", "She walks with her dog."),
        ("life history", "She goes to school by bus."),
    ],
)
def test_near_words_tell_nothing(name, text):
    assert not holds(name, text)
