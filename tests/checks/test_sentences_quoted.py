"""Words quoted within their sentence: a time of day or a title does not end it."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.passages import in_sentences
from ehcp_audit.model import Passage
from tests.checks.small import small


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("She naps. At 1.30 pm Tom rests for 10 minutes.", "At 1.30 pm Tom rests for 10 minutes."),
        ("Tom rests at 10.40 and 1.30 in the den. He reads.", "Tom rests at 10.40 and 1.30 in the den."),
        ("He reads. Then Mrs. Lee and Tom talk. He sings.", "Then Mrs. Lee and Tom talk."),
        ("He eats at 1. Tom rests.", "Tom rests."),
        ("Is he ill? Tom rests! He reads.", "Tom rests!"),
    ],
)
def test_a_quotation_runs_from_the_start_of_its_sentence_to_its_end(said, quoted):
    plan = small(B=said)
    start = plan.text.index("Tom")
    (passage,) = in_sentences(plan, [Passage("Tom", start)])
    assert passage.text == quoted
