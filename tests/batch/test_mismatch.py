"""Where the caseload and the plan speak of different children, the result says so and names neither."""

from __future__ import annotations

from datetime import date

import pytest

from ehcp_audit.batch.mismatch import mismatches
from ehcp_audit.batch.work import Task
from ehcp_audit.model import Facts

AS_OF = date(2026, 11, 20)
FACTS = Facts(child_name="Juniper Vale-Ashdown", known_as="June", date_of_birth=date(2017, 3, 4), stage="amended final")


def said(**row):
    return mismatches(Task("P01", "a.docx", id="K1", **row), FACTS, AS_OF)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"name": "VALE-ASHDOWN, Juniper"},
        {"name": "June Vale"},
        {"name": "—"},
        {"year_group": 5},
        {"year_group": 3},  # taught out of cohort
        {"status": "final"},
    ],
)
def test_what_agrees_or_may_agree_is_passed_over(row):
    assert said(**row) == ()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "Bartholomew Quillfeather"}, "names another child"),
        ({"year_group": 9}, "4 years from that of the plan's date of birth"),
        ({"status": "draft"}, "calls this plan draft, the plan itself says final"),
    ],
)
def test_a_disagreement_is_told_without_a_name(row, words):
    (one,) = said(**row)
    assert words in one
    assert "right file for its id" in one
    assert not any(name in one for name in ("Bartholomew", "Quillfeather", "Juniper", "Vale"))


def test_all_disagreements_at_once_and_none_where_the_plan_says_nothing():
    row = {"name": "Bartholomew Quillfeather", "year_group": 9, "status": "draft"}
    assert len(said(**row)) == 3
    assert mismatches(Task("P01", "a.docx", id="K1", **row), Facts(), AS_OF) == ()
