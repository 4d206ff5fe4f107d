"""Numbers that measure nothing: the year of a deadline, and the number of a need or an outcome."""

from __future__ import annotations

import pytest

from ehcp_audit.language.outcomes import outcome_wording


@pytest.mark.parametrize(
    "text",
    [
        "By the end of Year 11 (July 2027) Otti will be in a better place with her friends.",
        "By the end of Key Stage 2 (19 July 2028) Otti will be calmer in class.",
        "(needs 2 and 3a) By July 2027 Otti will be calmer in class.",
        "By July 2027 Otti will be calmer in class [outcome 4].",
    ],
)
def test_a_year_a_day_or_the_number_of_a_need_measures_nothing(text):
    assert outcome_wording(text).measures == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By the end of Year 11 (July 2027) Otti will read 90 words a minute.", "90 words"),
        ("By July 2027 Otti will save 2000 pounds.", "2000"),
        ("By July 2027 Otti will cross the road with no help (now with 2 prompts).", "2 prompts"),
    ],
)
def test_a_number_beside_them_still_does(text, words):
    assert any(words in one.text for one in outcome_wording(text).measures)
