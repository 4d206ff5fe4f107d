"""Rules of words in order: the first that holds tells, and it is found by its first word."""

import pytest

from ehcp_audit.plan.word_rules import ranked, ready, spaced, told_by

RULES = ranked(
    (told, ready(words)) for told, words in [("D", ("social", "need*")), ("H", ("social",)), ("B", ("need*",))]
)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("social care needs", "D"),
        ("needs in social care", "D"),  # the words of a rule may stand in any order
        ("social care provision", "H"),
        ("my needs", "B"),
        ("outcomes", None),
        ("antisocial", None),  # a word is a whole one, or begins so where a star says it
        ("kneed", None),
    ],
)
def test_the_first_rule_that_holds_tells(title, told):
    assert told_by(spaced(title.split()), RULES) == told
