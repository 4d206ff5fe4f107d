"""A year that is part of a level is no deadline (E07), and how a child carries the head is no measure (E05)."""

from __future__ import annotations

import pytest

from ehcp_audit.language.outcomes import outcome_wording


@pytest.mark.parametrize(
    "text",
    [
        "Tom will be working at end of Year 2 expectations in reading.",
        "Tom will reach the level expected at the end of Year 2.",
        "Tom will write as is usual for a child at the end of Year 3.",
        "Tom will meet the expectations for the end of Key Stage 1.",
        "Tom will work at the end of Year 4 age-related expectations.",
    ],
)
def test_a_year_inside_a_level_is_no_deadline(text):
    assert not outcome_wording(text).time_bound


@pytest.mark.parametrize(
    "text",
    [
        "By the end of Year 2 Tom will read 20 words.",
        "Tom will reach the expected standard by the end of Year 6.",
        "Tom is expected by the end of Year 2 to read 20 words.",
        "By July 2027 Tom will reach the level expected at the end of Year 2.",
        "Tom will read at the level of his class by the end of Year 5.",
    ],
)
def test_a_deadline_beside_a_level_stands(text):
    assert outcome_wording(text).time_bound


@pytest.mark.parametrize(
    "text",
    [
        "By July 2027 Tom will hold his head up high.",
        "By July 2027 she will hold her head high in school.",
        "By July 2027 he will keep his chin up.",
        "By July 2027 she will hold her own ground.",
    ],
)
def test_how_a_child_carries_the_head_is_no_measure(text):
    assert not outcome_wording(text).measurable


@pytest.mark.parametrize(
    "text",
    [
        "By July 2027 Tom will hold his head up for ten seconds.",
        "By July 2027 Tom will hold his pencil in a tripod grip.",
        "By July 2027 she will hold a driving licence.",
    ],
)
def test_what_a_child_holds_or_for_how_long_is_one(text):
    assert outcome_wording(text).measurable
