import pytest

from ehcp_audit.plan.status import STAGES, stage_in_title, stage_of


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Final", "final"),
        ("Draft", "draft"),
        ("Proposed", "proposed"),
        ("Amended final", "amended final"),
        ("Final (amended)", "amended final"),
        ("Final plan, amended after a move", "amended final"),
        ("Amended", "amended final"),
        ("Amendment notice", "amendment notice"),
        ("Proposed amended plan", "amendment notice"),
        ("☐ Draft ☒ Final ☐ Amended", "final"),
        ("Draft ☒ Final ☐", "draft"),
        ("[x] Draft [ ] Final", "draft"),
        ("Draft ☐ Proposed ☐ Final ☑", "final"),
    ],
)
def test_the_stage_is_read_from_words_and_ticks(text, stage):
    assert stage_of(text) == stage
    assert STAGES[stage] in ("draft", "final")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("This is the final Education, Health and Care Plan for Ida Quill, who is 12 and in Year 8.", "final"),
        ("This is Ida's draft education, health & care plan. It was sent on 4 May 2026 to her parents.", "draft"),
        ("This document is the final version of the plan. It replaces that of 4 May 2025.", "final"),
        ("This is the plan that will be final when her parents have answered.", None),
    ],
)
def test_a_sentence_says_what_the_plan_is(text, stage):
    assert stage_in_title(text) == stage


@pytest.mark.parametrize(
    "text",
    [
        "Draft / Proposed / Final",
        "☐ Draft ☐ Final",
        "Draft/Final (delete as needed)",
        "Final plan / amended plan",
        "Rowan",
    ],
)
def test_options_left_open_say_nothing(text):
    assert stage_of(text) is None


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("DRAFT", "draft"),
        ("Final Education, Health and Care Plan", "final"),
        ("Proposed EHC Plan", "proposed"),
        ("Date of final plan", None),
        ("Draft plan issued on 4 May 2026", None),
        ("The council will send the final plan to the family.", None),
    ],
)
def test_a_title_may_give_the_stage(line, stage):
    assert stage_in_title(line) == stage


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("Harbour Council. Amended after my review. Final.", "amended final"),
        ("Harbour Council | Final plan", "final"),
        ("Education, Health and Care Plan. Final version.", "final"),
        ("This plan is final. It was amended after the review.", "amended final"),
        ("Amended after my review meeting; final", "amended final"),
        ("Harbour Council · DRAFT · for comment", "draft"),
        ("My plan. It is a draft.", "draft"),
        ("Draft | Final", None),
        ("Draft, Final", None),
        ("Final or draft, delete one", None),
        ("Harbour School, final year", None),
        ("Final exams. Year 11.", None),
    ],
)
def test_pieces_of_a_covers_line_may_give_the_stage(line, stage):
    assert stage_in_title(line) == stage
