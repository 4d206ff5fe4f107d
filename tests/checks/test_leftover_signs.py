"""The signs of leftovers.yml: each is tried on a plan that holds one of the words before it, so it must hold one."""

from __future__ import annotations

import random
import re
from importlib import import_module
from pathlib import Path

import pytest

from ehcp_audit.checks import leftover_signs, leftovers
from ehcp_audit.checks.leftover_signs import HINT, PLAIN, PROVISION, SURE, part, signs
from ehcp_audit.resources import read_data

PARSE = import_module("re._parser").parse
CONSTANT = vars(import_module("re._constants"))
LEFTOVERS = Path(leftover_signs.__file__).with_name("leftovers.yml")
GATED = [sign for sign in signs() if sign.beside]


def heads():
    return list(read_data(LEFTOVERS)["signs"])


def example(parsed, draw):
    """Words that the expression matches, but for what it looks for before and after them."""
    return "".join(_of(op, given, draw) for op, given in parsed)


def _of(op, given, draw):
    if op is CONSTANT["LITERAL"]:
        return chr(given)
    if op in (CONSTANT["MAX_REPEAT"], CONSTANT["MIN_REPEAT"]):
        low, high, again = given
        return "".join(example(again, draw) for _ in range(draw.randint(low, min(high, low + 2))))
    if op is CONSTANT["SUBPATTERN"]:
        return example(given[3], draw)
    if op is CONSTANT["BRANCH"]:
        return example(draw.choice(given[1]), draw)
    if op is CONSTANT["ASSERT"] and given[0] < 0:
        return example(given[1], draw)
    if op is CONSTANT["IN"]:
        letters = [chr(one) for kind, one in given if kind is CONSTANT["LITERAL"]]
        return draw.choice(letters) if letters and given[0][0] is not CONSTANT["NEGATE"] else "7"
    return "" if op in (CONSTANT["AT"], CONSTANT["ASSERT"], CONSTANT["ASSERT_NOT"]) else "7"


@pytest.mark.parametrize("sign", GATED, ids=[sign.words.pattern[:60] for sign in GATED])
def test_what_a_sign_matches_holds_a_word_that_stands_before_it(sign):
    draw = random.Random(5)  # noqa: S311 - it guards nothing
    parsed = PARSE(sign.words.pattern, sign.words.flags)
    for text in {example(parsed, draw) for _ in range(300)}:
        assert any(words in text.lower() for words in sign.beside), text


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("chase", True),  # within a word too: "purchaser"
        ("to be added", True),
        ("be to", False),  # its words stand apart
        ("added draft", False),  # a line end is between them
        (" ?", True),
        ("? draft", False),
        ("check ", False),  # nothing follows it
        ("…", False),
    ],
)
def test_words_stand_in_a_text_where_they_are_found_as_they_are_written(words, there):
    text = "the purchaser said: how much ?\nwhat is to be added\ndraft to check"
    assert (words in text) is there
    assert leftovers._stands(text, " ".join({*text.split()}), words) is there


def test_a_head_says_what_the_lines_under_it_weigh():
    by_words = {sign.words.pattern: sign for sign in signs()}
    told = by_words[r"\bFAO\b"]
    assert (told.kind, told.points, told.provided, told.leads, told.spoken) == ("mark", SURE, SURE, False, False)
    assert told.words.flags & re.IGNORECASE == 0
    assert "K" not in told.where
    verb = next(sign for sign in signs() if sign.kind == "verb")
    assert (verb.points, verb.provided, verb.leads) == (HINT, 0, True)
    assert "K" in verb.where
    assert {sign.where for sign in signs()} > {PROVISION}
    assert {sign.points for sign in signs()} == {SURE, PLAIN, HINT}


def test_no_sign_looks_on_without_end():
    """Else a line of many words of a sign, each of which looks to its end, would take minutes."""
    assert [sign.words.pattern for sign in signs() if re.search(r"\[\^[^\]]*\][*+]", sign.words.pattern)] == []


def test_a_head_holds_no_word_that_means_nothing():
    said = {word for head in heads() for word in head.split(", ")[1:]}
    weights = {"sure", "plain", "hint", "none"}
    told = {"exactly", "leads", "spoken", "in F to H2"} | {f"provided {weight}" for weight in weights}
    sections = {f"{how} {code}" for how in ("with", "without") for code in ("A", "I", "J", "K")}
    assert said <= weights | told | sections


def test_a_sign_may_name_parts():
    assert "mum" in part("who")
    assert all("<who>" not in sign.words.pattern.replace("?P<who>", "") for sign in signs())
