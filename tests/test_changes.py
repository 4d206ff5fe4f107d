"""From one draft to the next: new, fixed and unchanged by fingerprint, and how what is fixed went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_runs import scorecard

from ehcp_audit.changes import change, changes, mean, whose_plans
from ehcp_audit.model import Facts, ItemRead, Verdict
from ehcp_audit.reports.changes import sentence
from ehcp_audit.runs import RubricStamp, Run

STAMP = RubricStamp("made", "2026.1", "ab" * 32, date(2026, 9, 1))
DAY = date(2026, 11, 20)
GAPS = (Verdict.NOT_MET, Verdict.PARTLY_MET)


def run(*cards, inputs=None, files=None) -> Run:
    return Run(STAMP, DAY, tuple(cards), inputs=inputs or {}, files=files or {})


def gaps(card):
    return [one for one in card.findings() if one.verdict in GAPS]


def without(card, criterion):
    return replace(card, criteria=tuple(one for one in card.criteria if one.id != criterion))


def with_items(card, texts):
    items = tuple(ItemRead(f"E.{number}", text, 100 * number) for number, text in enumerate(texts, 1))
    return replace(card, plan=replace(card.plan, items=items))


def test_the_same_draft_fixes_nothing():
    card = scorecard("P01")
    found = change(card, card)
    assert (found.fixed, found.new) == ((), ())
    assert list(found.unchanged) == gaps(card)


def test_a_clean_draft_fixes_everything():
    found = change(scorecard("P01"), scorecard("P01", clean=True))
    assert len(found.fixed) == found.found_before == len(gaps(scorecard("P01")))
    assert (found.unchanged, found.new) == ((), ())


def test_the_other_way_round_everything_is_new():
    found = change(scorecard("P01", clean=True), scorecard("P01"))
    assert [one.fingerprint for one in found.new] == [one.fingerprint for one in gaps(scorecard("P01"))]


@pytest.mark.parametrize(
    ("texts", "how"),
    [
        (["First outcome here.", "Something wholly different now.", "Third outcome here."], "mended"),
        (["First outcome here.", "Third outcome here."], "gone"),
        (["Second outcome here now.", "First outcome here.", "Third outcome here."], "mended"),
    ],
)
def test_a_line_that_is_deleted_is_not_one_that_is_put_right(texts, how):
    before = with_items(scorecard("P01"), ["First outcome here.", "Second outcome here.", "Third outcome here."])
    finding = next(one for one in gaps(before) if one.criterion == "E07" and one.subject == "E.2")
    found = change(before, with_items(without(before, "E07"), texts))
    assert next(one.how for one in found.fixed if one.finding is finding) == how


def test_a_line_that_is_reworded_and_still_falls_short_is_said_so():
    before = scorecard("P01")
    changed = tuple(
        replace(
            one,
            findings=tuple(two._replace(fingerprint=two.fingerprint[::-1]) for two in one.findings),
        )
        if one.id == "E07"
        else one
        for one in before.criteria
    )
    found = change(before, replace(before, criteria=changed))
    went = [one.how for one in found.fixed]
    assert went
    assert set(went) == {"reworded"}
    assert len(found.new) == len(went)


def test_two_single_plans_are_two_drafts_whatever_they_are_called():
    found = changes(run(scorecard("P01")), run(scorecard("P07", clean=True)))
    assert len(found.plans) == 1


def test_two_single_plans_of_the_caseload_are_the_same_only_by_their_ids():
    one, other = replace(scorecard("P01"), id="A1"), replace(scorecard("P01"), id="B2")
    assert changes(run(one), run(other)).plans == ()
    assert len(changes(run(one), run(replace(other, id="A1"))).plans) == 1


def bare(reference, **known):
    return replace(scorecard(reference), file=None, **known)


def test_plans_of_two_runs_are_paired_by_id_then_checksum_then_name_never_by_reference():
    before = run(
        bare("P01", id="A1"), bare("P02"), bare("P03"), bare("P04"),
        inputs={"P02": "s2", "P04": "s4"}, files={"P03": "old/three.docx", "P04": "four.docx"},
    )  # fmt: skip
    after = run(
        bare("P01"), bare("P02", id="A1"), bare("P03"), bare("P04"),
        inputs={"P01": "s2", "P04": "other"}, files={"P03": "elsewhere.docx", "P04": "new\\THREE.docx"},
    )  # fmt: skip
    found = changes(before, after)
    assert [(one.before.reference, one.after.reference) for one in found.plans] == [
        ("P01", "P02"),
        ("P02", "P01"),
        ("P03", "P04"),
    ]
    assert [card.reference for card in found.only_before] == ["P04"]
    assert [card.reference for card in found.only_after] == ["P03"]


def test_a_name_that_two_plans_bear_pairs_nothing():
    before = run(bare("P01"), bare("P02"), files={"P01": "a/x.docx", "P02": "b/x.docx"})
    assert changes(before, before).plans == ()


def test_counts_add_up_over_plans():
    before = run(*(replace(scorecard(f"P{n:02}"), id=f"C{n}") for n in range(1, 6)))
    after = run(*(replace(scorecard(f"P{n:02}", clean=n % 2 == 0), id=f"C{n}") for n in range(1, 6)))
    numbers = changes(before, after).counts()
    assert numbers["before"] == sum(len(gaps(card)) for card in before.scorecards)
    assert numbers["after"] == sum(len(gaps(card)) for card in after.scorecards)
    assert numbers["before"] == numbers["fixed"] + numbers["unchanged"]


def test_the_mean_is_exact_and_none_without_scores():
    cards = [scorecard("P01"), scorecard("P02", clean=True)]
    assert mean(cards) == (cards[0].score.total + cards[1].score.total) / 2
    assert mean([]) is None


def test_two_drafts_of_one_plan_raise_no_alarm():
    assert changes(run(scorecard("P01")), run(scorecard("P01", clean=True))).warnings == ()


def test_another_year_group_and_other_lines_raise_an_alarm():
    card = scorecard("P01")
    other = with_items(card, [f"A line of quite another child, number {n}: swimming" for n in range(6)])
    other = replace(other, plan=replace(other.plan, year_group=(card.plan.year_group or 0) + 4))
    warnings = changes(run(card), run(other)).warnings
    assert len(warnings) == 2
    assert "The first is of Year" in warnings[0]
    assert warnings[1].startswith("None of the first's 6 lines can be found in the second")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (Facts(child_name="Ada Example"), Facts(child_name="Ada Example"), []),
        (Facts(child_name="Ada Example"), Facts(child_name="Adeline Example", known_as="Ada"), []),
        (Facts(child_name="Ada Example"), Facts(child_name="Ben Sample"), ["names"]),
        (Facts(child_name="Ada Example"), Facts(), []),
        (Facts(date_of_birth=date(2014, 2, 1)), Facts(date_of_birth=date(2013, 2, 1)), ["dates of birth"]),
    ],
)
def test_another_child_is_said_without_a_name_or_a_date(first, second, said):
    warnings = whose_plans(first, second)
    assert len(warnings) == len(said)
    assert all(part in words for part, words in zip(said, warnings, strict=True))
    assert not any("Ada" in words or "2014" in words for words in warnings)


def test_the_sentence_tells_mended_from_deleted():
    card = with_items(scorecard("P01"), [item.text for item in scorecard("P01").plan.items])
    bare = replace(with_items(card, ["Something wholly new."]), criteria=())
    found = changes(run(card), run(bare))
    numbers = found.counts()
    mended = numbers["fixed"] - numbers["gone"]
    assert numbers["gone"]
    assert sentence(found) == (
        f"Draft 2 fixes {numbers['fixed']} of {numbers['before']} findings: {mended} mended, "
        f"{numbers['gone']} deleted; 0 remain and 0 are new."
    )
    same = changes(run(scorecard("P01")), run(scorecard("P01")))
    assert "mended" not in sentence(same)
