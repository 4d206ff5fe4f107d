"""Hostile text: nothing grows faster than the text does."""

import time

import pytest

from ehcp_audit.language.acronyms import unexplained
from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording

PARAGRAPH = (
    "By the end of Year 6, Sam will read 20 words with support as required and the TA will provide regular help, "
    "up to 30 minutes a week (e.g. phonics). "
)
BAIT = [
    "(",
    "a-",
    "1.1",
    "by the end of the ",
    "as and when ",
    "and will ",
    "' ",
    "when if ",
    "so that to help ",
    "AB ",
]


def _seconds(text):
    start = time.process_time()
    outcome_wording(text)
    provision_wording(text)
    unexplained(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", [PARAGRAPH, *BAIT])
def test_four_times_the_text_costs_about_four_times_as_much(piece):
    _seconds(piece * 3)
    size = 30_000 // len(piece)
    small, large = _seconds(piece * size), _seconds(piece * size * 4)
    assert large < 8 * small + 0.5


def test_a_paragraph_of_a_megabyte_is_judged():
    text = PARAGRAPH * (1_000_000 // len(PARAGRAPH))
    said = provision_wording(text)
    assert said.quantified
    assert said.vague_terms == provision_wording(PARAGRAPH).vague_terms
