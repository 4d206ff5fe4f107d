"""What the columns of a table hold, where their headings are unusual: by what stands under them."""

import pytest
from plans import fields, outcomes_of, row, texts

READS = "Rowan reads a page of 45 common words aloud with no more than five errors."
TIES = "Rowan ties the laces of both shoes without help in under three minutes."


def table(heads, *rows):
    return [row(1, number, *cells) for number, cells in enumerate((heads, *rows), start=1)]


@pytest.mark.parametrize(
    ("heads", "order"),
    [
        (("No.", "About", "I will", "From Section B"), "natw"),
        (("", "What Rowan will do", "By", "Answers"), "nodw"),
        (("Focus", "What this will look like", "For", "Need"), "todw"),
        (("Ref", "What I am going to be able to do", "Until", "Checked by"), "nodc"),
        (("Aspect", "Rowan will", "Target", "Relates to"), "todw"),
        (("Result we expect", "Date to be reached", "B ref"), "odw"),
        (("Area", "What", "For"), "tod"),
    ],
)
def test_outcomes_and_their_days_are_told_by_what_stands_in_the_columns(heads, order):
    def cells(outcome, number):
        kinds = {
            "n": f"O{number}", "o": outcome, "a": ("Reading", "Dressing")[number - 1],
            "t": ("Words", "Laces")[number - 1],
            "d": "July 2028", "w": f"N{number}", "c": "class teacher",
        }  # fmt: skip
        if order == "natw":
            kinds["t"] = f"By July 2028 {outcome}"
        return tuple(kinds[one] for one in order)

    plan = outcomes_of(*table(heads, cells(READS, 1), cells(TIES, 2)))
    lead = "By July 2028 " if order == "natw" else ""
    assert texts(plan, "E") == [lead + READS, lead + TIES]
    if "d" in order:
        assert [fields(one)["by_when"] for one in plan.section("E").items] == ["July 2028", "July 2028"]


def test_a_first_row_of_a_few_words_is_no_heading_where_others_are_as_short():
    plan = outcomes_of(*table(("Reads", "45 words"), ("Ties", "both laces")))
    assert len(plan.section("E").items) == 2
