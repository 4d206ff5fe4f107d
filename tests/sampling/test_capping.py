"""At most so many plans of one officer: whatever the order of rows, and the reserve keeps it too."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehcp_audit.caseload import Caseload, CaseloadRow
from ehcp_audit.errors import AuditError
from ehcp_audit.sampling import Cap, DrawSettings, differences, draw, parse_cap, replaced, ticket, worth

DAY = date(2026, 11, 20)


def caseload(officers, phases=None):
    """A row an officer named, with its phase."""
    rows = [
        CaseloadRow(n + 2, f"E{n:03}", phase=phases[n] if phases else None, extra=(("Officer", officer),))
        for n, officer in enumerate(officers)
    ]
    return Caseload(tuple(rows))


def drawn(rows, n=6, most=2, stratify=(), **more):
    return draw(rows, DrawSettings(n, "dice 4", DAY, tuple(stratify), cap=Cap("officer", most), **more))


def owners(rows, ids):
    whose = {row.id: row.extra[0][1] for row in rows.rows}
    return Counter(whose[id] for id in ids)


MANY = ["AB"] * 30 + ["CD"] * 20 + ["EF"] * 10 + ["GH"] * 5


def test_nobody_has_more_than_the_cap_and_the_tickets_are_walked_in_order():
    rows = caseload(MANY)
    found = drawn(rows)
    assert max(owners(rows, found["plans"]).values()) <= 2
    wanted, have = [], Counter()
    for row in sorted(rows.rows, key=lambda one: ticket("dice 4", one.id)):
        officer = row.extra[0][1]
        if len(wanted) < 6 and have[officer] < 2:
            wanted.append(row.id)
            have[officer] += 1
    assert found["plans"] == wanted
    assert found["cap"]["counts"] == sorted(owners(rows, wanted).values(), reverse=True)


@given(st.permutations(range(20)))
def test_the_order_of_rows_is_irrelevant(order):
    rows = caseload((MANY[::3] + MANY)[:20])
    mixed = Caseload(tuple(rows.rows[place] for place in order))
    assert drawn(mixed)["plans"] == drawn(rows)["plans"]


def test_any_replacement_keeps_the_cap():
    rows = caseload(MANY, ["primary", "secondary"] * 32 + ["primary"])
    found = drawn(rows, n=6, most=2, stratify=["phase"])
    whole = owners(rows, [*found["plans"], *found["reserve"]])
    assert max(whole.values()) <= 2
    loose = drawn(rows, n=4, most=4, stratify=["phase"])
    assert loose["reserve"]
    changed = replaced(loose, loose["plans"][0], "unobtainable", when=DAY)
    assert differences(changed, rows) == []


def test_a_cap_that_cannot_be_kept_says_which_could():
    with pytest.raises(AuditError, match=r"smallest that works is --cap officer=3"):
        drawn(caseload(["AB"] * 5 + ["CD"] * 5), n=6, most=2)


def test_plans_of_nobody_are_not_capped():
    assert len(drawn(caseload([""] * 9 + ["AB"]), n=8, most=1)["plans"]) == 8


def test_verifying_draws_with_the_cap_again_and_finds_a_changed_one():
    rows = caseload(MANY)
    found = drawn(rows)
    assert differences(found, rows) == []
    forged = found | {"cap": {**found["cap"], "most": 3}}
    assert any("plans" in one or "cap" in one for one in differences(forged, rows))
    plain = draw(rows, DrawSettings(6, "dice 4", DAY))
    assert plain["cap"] is None
    del plain["cap"]
    assert differences(plain, rows) == [], "a manifest of before there were caps"


@pytest.mark.parametrize("words", ["officer", "officer=", "=3", "officer=0", "officer=two"])
def test_a_cap_that_makes_no_sense_is_refused(words):
    with pytest.raises(AuditError, match="officer=4"):
        parse_cap(words)


@pytest.mark.parametrize(
    ("counts", "wanted"), [([4] * 9, 27.7), ([12, 8, 6, 4, 3, 2, 1], 21.7), ([1] * 36, 36), ([], 0)]
)
def test_what_plans_of_one_officer_being_alike_leaves(counts, wanted):
    assert worth(counts) == pytest.approx(wanted, abs=0.05)
