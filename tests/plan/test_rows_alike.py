"""Rows of the table of sections whose letter stands over a title in the family's own words."""

import pytest
from plans import TITLES, plan_of, row, texts

from ehcp_audit.model import State

OWN = {**TITLES, "A": "What Sam wants"}


def _plan(**own):
    titles = {**OWN, **own}
    return plan_of(
        *(
            one
            for number, (code, title) in enumerate(titles.items(), start=1)
            for one in row(1, number, f"{code}\n{title}", f"Words of {code.lower()}, several of them.")
        )
    )


@pytest.mark.parametrize("own", [{}, {"A": "Our Sam"}, {"A": "Our Sam", "G": "From the clinic"}])
def test_a_letter_over_a_title_in_own_words_opens_its_row(own):
    plan = _plan(**own)
    assert all(one.text == f"Words of {one.code.lower()}, several of them." for one in plan.sections)


def test_a_letter_out_of_its_place_opens_nothing():
    plan = plan_of(
        *(
            one
            for number, code in enumerate("BCDEFGIJK", start=1)
            for one in row(1, number, f"{code}\n{TITLES[code]}", f"Words of {code.lower()}, several.")
        ),
        row(1, 30, "A\nbreak from lessons", "Ten minutes each."),
    )
    assert plan.section("A").state in (State.MISSING, State.UNKNOWN)
    assert texts(plan, "A") == []
