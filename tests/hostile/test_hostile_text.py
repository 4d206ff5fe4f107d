"""Patterns that once took seconds or minutes over a page of the same few characters, and do no longer."""

from __future__ import annotations

from time import process_time

import pytest

from ehcp_audit.checks import together
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.plan import facts, page_numbers
from ehcp_audit.plan.pairs import pairs_of_line
from ehcp_audit.reading import txt
from ehcp_audit.reading.pdf import breaking

LENGTH = 20_000


@pytest.mark.parametrize(
    ("looks", "piece", "end"),
    [
        (phrases("setting name").search, "A.", ""),
        (phrases("setting name").search, "A’", ""),
        (phrases("trained in what").search, "a-", ""),
        (phrases("trained in what").search, "-", ""),
        (phrases("care service").search, "’", ""),
        (lambda text: list(together._NAMES.finditer(text)), "a---", ""),
        (page_numbers._PAGE.search, " ", "x 5"),
        (page_numbers._PAGE.search, ".", "x 5"),
        (page_numbers._PAGE.search, "…", "x 5"),
        (page_numbers._PAGE.search, ". ", "x..."),
        (facts._IN_BRACKETS.search, "a", ""),
        (facts._IN_BRACKETS.search, "a’", ""),
        (txt._DIVIDER.match, "|-", "x"),
        (breaking._LAST_WORD.search, "a", ""),
    ],
)
def test_a_page_of_the_same_few_characters_is_looked_at_at_once(looks, piece, end):
    began = process_time()
    looks(piece * (LENGTH // len(piece)) + end)
    assert process_time() - began < 0.25


def test_what_they_find_is_found_still():
    assert phrases("setting name").search("He goes to St. Mary’s-on-Sea Primary School now.")[0].endswith("School")
    assert phrases("trained in what").search("a Makaton level 1 course")
    assert phrases("care service").search("children’s speech and language therapy service")
    assert [one.group(1) for one in together._NAMES.finditer("a Lego-based programme")] == ["programme"]
    assert page_numbers._PAGE.search("My outcomes ...... 12").span() == (11, 21)
    assert page_numbers._PAGE.search("My outcomes  page 12").start() == 11
    assert page_numbers._PAGE.search("My outcomes ………").start() == 12
    assert facts._IN_BRACKETS.search("Leonora (Leo) Example")["name"] == "Leo"
    assert txt._DIVIDER.match("| --- | :-: |")
    assert not txt._DIVIDER.match("| --- | a |")
    assert breaking._LAST_WORD.search("he will be teach-")[0] == "teach"


def test_thousands_of_labels_in_one_line_are_gone_through():
    pairs = list(pairs_of_line("Name: Sam " * 3000))
    assert {fact for fact, *_ in pairs} == {"child_name"}
    assert len(pairs) == 3000
