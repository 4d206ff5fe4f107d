"""The draw: tickets, golden draws, what a change of the caseload changes, exclusions, and drawing again."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehcp_audit.caseload import Caseload, CaseloadRow
from ehcp_audit.errors import AuditError
from ehcp_audit.sampling import (
    DrawSettings,
    core,
    differences,
    draw,
    extras,
    population_sha256,
    replaced,
    ticket,
    with_extra,
)

DAY = date(2026, 11, 20)


def caseload(ids, **columns):
    rows = tuple(
        CaseloadRow(number, id, **{name: values[place] for name, values in columns.items()})
        for place, (number, id) in enumerate(enumerate(ids, 2))
    )
    return Caseload(rows)


def numbered(count, start=1):
    return [f"EHC{number:04}" for number in range(start, start + count)]


def settings(n=5, seed="dice 4-2-6", **more):
    return DrawSettings(n=n, seed=seed, frame_date=DAY, **more)


def test_a_ticket_is_the_sha256_of_domain_seed_and_id():
    wanted = hashlib.sha256("ehcp-audit/draw/v1\nNoël 2026\nEHC1".encode()).hexdigest()
    assert ticket("Noël 2026", "EHC1") == wanted
    assert ticket(unicodedata.normalize("NFD", "Noël 2026"), "  EHC1 ") == wanted
    assert ticket("Noël 2027", "EHC1") != wanted


def test_a_golden_draw():
    drawn = draw(caseload(numbered(20)), settings())
    assert drawn["plans"] == ["EHC0012", "EHC0003", "EHC0005", "EHC0009", "EHC0008"]
    assert drawn["population_sha256"] == hashlib.sha256("".join(f"{id}\n" for id in numbered(20)).encode()).hexdigest()


def test_a_golden_draw_where_a_new_plan_displaces_only_the_last():
    before = draw(caseload(numbered(20)), settings())["plans"]
    new = next(f"NEW{n}" for n in range(99) if ticket("dice 4-2-6", f"NEW{n}") < ticket("dice 4-2-6", before[0]))
    after = draw(caseload([*numbered(20), new]), settings())["plans"]
    assert after == [new, *before[:4]]


@given(st.permutations(numbered(12)))
def test_the_order_of_rows_is_irrelevant(ids):
    assert draw(caseload(ids), settings()) == draw(caseload(numbered(12)), settings())


@given(st.integers(1, 30), st.integers(1, 30))
def test_a_larger_sample_holds_the_smaller(small, more):
    ids = caseload(numbered(40))
    first, second = draw(ids, settings(small)), draw(ids, settings(small + more))
    assert second["plans"][: len(first["plans"])] == first["plans"]
    assert [*first["plans"], *first["reserve"]][: small + 5] == draw(ids, settings(small + 5))["plans"]


def test_strata_are_named_weighed_and_listed_even_when_empty():
    phases = ["primary"] * 12 + ["secondary"] * 6 + [None] * 2 + ["post-16"]
    statuses = ["final"] * 20 + ["ceased"]
    drawn = draw(caseload(numbered(21), phase=phases, status=statuses), settings(10, stratify=("phase",)))
    assert [(one["key"], one["population"], one["drawn"], one["weight"]) for one in drawn["strata"]] == [
        ("not given", 2, 1, "1/10"),
        ("post-16", 0, 0, "0"),
        ("primary", 12, 6, "3/5"),
        ("secondary", 6, 3, "3/10"),
    ]
    assert drawn["excluded"] == {"status: ceased": 1}
    assert sorted(drawn["plans"]) == sorted(id for one in drawn["strata"] for id in one["plans"])
    assert drawn["plans"] == sorted(drawn["plans"], key=lambda id: ticket("dice 4-2-6", id))


def test_two_columns_make_one_key():
    drawn = draw(
        caseload(numbered(4), phase=["primary"] * 4, plan_type=["new", "new", "amended", "amended"]),
        settings(2, stratify=("phase", "Plan Type")),
    )
    assert [one["key"] for one in drawn["strata"]] == ["primary / amended", "primary / new"]


def test_other_columns_of_the_file_can_be_strata():
    rows = tuple(CaseloadRow(n, f"E{n}", extra=(("Locality", "NS"[n % 2]),)) for n in range(8))
    drawn = draw(Caseload(rows), settings(4, stratify=("locality",)))
    assert [one["drawn"] for one in drawn["strata"]] == [2, 2]


@pytest.mark.parametrize(
    ("audited", "out"),
    [
        (date(2026, 6, 1), True),
        (date(2025, 11, 20), True),
        (date(2025, 11, 19), False),
        (None, False),
    ],
)
def test_plans_audited_within_so_long_are_left_out(audited, out):
    drawn = draw(caseload(["A", "B"], audited=[audited, None]), settings(2, exclude_audited_within="12m"))
    assert drawn["excluded"] == ({"audited within 12m": 1} if out else {})
    assert drawn["population"] == (1 if out else 2)
    assert drawn["listed"] == 2


def test_rows_that_cannot_be_used_are_counted_among_the_exclusions():
    rows = Caseload(caseload(numbered(6)).rows, refused=((9, "id is blank"),))
    drawn = draw(rows, settings(2))
    assert drawn["excluded"] == {"row could not be used": 1}
    assert drawn["refused_rows"] == [{"row": 9, "reason": "id is blank"}]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seed": "  "}, "seed is empty"),
        ({"n": 0}, "1 or more"),
        ({"minimum": -1}, "0 or more"),
        ({"stratify": ("fase",)}, "Did you mean 'phase'"),
        ({"stratify": ("phase", "team", "status")}, "one column or two"),
        ({"stratify": ("phase",), "minimum": 4}, "smallest -n that works is 8"),
        ({"exclude_audited_within": "a year"}, "12m"),
        ({"exclude_audited_within": "9999y"}, "too far"),
    ],
)
def test_what_cannot_be_drawn_is_refused(changed, words):
    rows = caseload(numbered(10), phase=["primary", "secondary"] * 5)
    with pytest.raises(AuditError, match=words):
        draw(rows, settings(**{"n": 5, **changed}))


def test_doubled_ids_are_refused_with_their_rows():
    with pytest.raises(AuditError, match="Rows 3 and 7"):
        draw(Caseload(caseload(numbered(6)).rows, doubled=((3, 7),)), settings())


def test_a_draw_re_derives_and_says_what_differs_when_not():
    rows = caseload(numbered(30), phase=["primary", "secondary", "post-16"] * 10)
    drawn = draw(rows, settings(6, stratify=("phase",), minimum=2))
    assert differences(drawn, rows) == []
    assert any("population" in line for line in differences(drawn, Caseload(rows.rows[1:])))
    swapped = drawn | {"plans": [*drawn["plans"][:-1], drawn["reserve"][0]]}
    wanted = f"plans: {drawn['reserve'][0]} in the manifest alone, {drawn['plans'][-1]} in the draw made again"
    assert differences(swapped, rows) == [wanted]
    assert "algorithm" in differences(drawn | {"algorithm": "other/v9"}, rows)[0]
    reordered = drawn | {"plans": drawn["plans"][::-1]}
    assert "another order" in differences(reordered, rows)[0]


def test_a_plan_is_replaced_by_the_next_ticket_of_its_stratum_for_two_reasons_only():
    rows = caseload(numbered(30), phase=["primary", "secondary"] * 15)
    drawn = draw(rows, settings(6, stratify=("phase",)))
    stratum = drawn["strata"][1]
    out = stratum["plans"][1]
    changed = replaced(drawn, out, "unobtainable", when=DAY, note="file lost in a move")
    assert changed["replacements"][0]["in"] == stratum["reserve"][0]
    assert changed["plans"] == drawn["plans"], "the draw itself stays as it was drawn"
    assert set(core(changed)) == set(drawn["plans"]) - {out} | {stratum["reserve"][0]}
    again = replaced(changed, stratum["reserve"][0], "out_of_scope", when=DAY)
    assert again["replacements"][1]["in"] == stratum["reserve"][1]
    assert differences(again, rows) == []
    for wrong in ("not representative", "too good", ""):
        with pytest.raises(AuditError, match="out_of_scope or unobtainable"):
            replaced(drawn, stratum["plans"][0], wrong, when=DAY)
    with pytest.raises(AuditError, match="does not hold"):
        replaced(changed, out, "unobtainable", when=DAY)


def test_a_reserve_that_is_used_up_says_so_and_a_forged_replacement_is_found():
    rows = caseload(numbered(3))
    drawn = draw(rows, settings(2))
    changed = replaced(drawn, drawn["plans"][0], "unobtainable", when=DAY)
    with pytest.raises(AuditError, match="used up"):
        replaced(changed, drawn["plans"][1], "unobtainable", when=DAY)
    forged = changed | {"replacements": [changed["replacements"][0] | {"in": "EHC9999"}]}
    assert "EHC9999" in differences(forged, rows)[0]


def test_picks_for_risk_stand_apart_from_the_core():
    drawn = draw(caseload(numbered(10)), settings(3))
    pick = drawn["reserve"][0]
    changed = with_extra(drawn, pick, "risk", when=DAY)
    assert extras(changed) == {pick: "risk"}
    assert pick not in core(changed)
    moved = replaced(changed, drawn["plans"][0], "out_of_scope", when=DAY)
    assert pick in core(moved), "a pick that the reserve brings into the core counts there"
    assert extras(moved) == {}
    for id, purpose in ((drawn["plans"][0], "risk"), (pick, "risk"), ("X1", "curiosity")):
        with pytest.raises(AuditError):
            with_extra(changed, id, purpose, when=DAY)


def test_the_frame_has_a_fingerprint_whatever_its_order():
    assert population_sha256(["b", "a"]) == hashlib.sha256(b"a\nb\n").hexdigest()
