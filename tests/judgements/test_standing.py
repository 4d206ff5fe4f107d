"""Whose grade stands, and what a plan scores by it."""

from __future__ import annotations

from fractions import Fraction

import made_runs
import pytest

from ehcp_audit.errors import AuditError
from ehcp_audit.judgements import Action, Kept, as_judged, keep, read_judgements, standing, verdict_of
from ehcp_audit.model import Judgement, Verdict


def said(grade, round="first", *, plan="P01", criterion="E07", rater="AB"):
    return Judgement(plan, criterion, rater, round, False, grade, reason="" if grade else "too young")


def result(card, id="E07"):
    return next(one for one in card.criteria if one.id == id)


@pytest.mark.parametrize(
    ("judgements", "verdict", "share"),
    [
        ([], Verdict.PARTLY_MET, Fraction(1, 6)),
        ([said("met")], Verdict.MET, 1),
        ([said("met"), said("not met", "second", rater="CD")], Verdict.MET, 1),
        ([said("not met", "second", rater="CD")], Verdict.PARTLY_MET, Fraction(1, 6)),
        ([said("met"), said("partly met", "consensus", rater="panel")], Verdict.PARTLY_MET, Fraction(1, 2)),
        ([said("not met", "consensus"), said("met", "consensus")], Verdict.MET, 1),
        ([said("met"), said("not met", rater="CD")], Verdict.MET, 1),
        ([said(None)], Verdict.NOT_APPLICABLE, None),
    ],
)
def test_the_consensus_stands_else_the_first_audit_else_the_rules(judgements, verdict, share):
    card = as_judged(made_runs.scorecard(), judgements, made_runs.rubric())
    assert (result(card).verdict, result(card).share) == (verdict, share)


def test_what_the_checks_found_is_kept_as_it_was():
    card = made_runs.scorecard()
    judged = as_judged(card, [said("met")], made_runs.rubric())
    assert result(card).verdict is Verdict.PARTLY_MET
    assert judged.score.total > card.score.total
    assert judged.reference == card.reference


def test_a_plan_is_complete_when_nothing_waits():
    cards = [made_runs.scorecard("P01"), made_runs.scorecard("P02")]
    judgements = [said("met", criterion=id) for id in ("B02", "K02", "E07")]
    judgements.append(said("not met", "consensus", criterion="K02", rater="panel"))
    stands = standing(cards, judgements, made_runs.rubric())
    assert [card.reference for card in stands.complete] == ["P01"]
    assert [card.reference for card in stands.incomplete] == ["P02"]
    assert (stands.consensus, stands.first, stands.rules) == (1, 2, 15)
    assert stands.complete[0].score.band is not None


def test_a_grade_in_words_is_a_verdict():
    assert verdict_of(said("partly met")) is Verdict.PARTLY_MET
    assert verdict_of(said(None)) is Verdict.NOT_APPLICABLE


def test_what_is_kept_reads_back_as_it_was(tmp_path):
    from datetime import date

    kept = Kept((said("met"), said(None)), (), (Action("P01", "AB", "first", "Say how often", due=date(2027, 1, 31)),))
    keep(tmp_path, kept)
    keep(tmp_path, Kept((said("not met", "second"),)))
    back = read_judgements(tmp_path)
    assert back.judgements == (*kept.judgements, said("not met", "second"))
    assert back.actions == kept.actions


def test_a_damaged_file_is_named_with_its_line(tmp_path):
    path = keep(tmp_path, Kept((said("met"),)))
    path.write_text(path.read_text(encoding="utf-8") + '{"schema": "ehcp-audit/judgement/1"}\n', encoding="utf-8")
    with pytest.raises(AuditError, match="line 2 is damaged"):
        read_judgements(tmp_path)
    path.write_text("not json\n", encoding="utf-8")
    with pytest.raises(AuditError, match="line 1 is damaged"):
        read_judgements(tmp_path)
