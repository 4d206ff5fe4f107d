"""What may leave for a moderation with another authority, and what comes back: checked field by field."""

from __future__ import annotations

import json
from dataclasses import replace

import judged_runs
import made_runs
import pytest

from ehcp_audit.errors import AuditError
from ehcp_audit.exchange import agreed_round, check_exchange, exchange_text, figures_text, received, suppressed
from ehcp_audit.judgements import Kept, keep, read_judgements, standing
from ehcp_audit.model import Judgement, Verdict
from ehcp_audit.moderation.measuring import moderate
from ehcp_audit.moderation.pairing import Source
from ehcp_audit.runs import read_run

KEY = bytes(range(32))


def agreed(authority="BFD", purpose="moderation-2026Q4", key=KEY):
    return agreed_round(authority, purpose, key)


def judged(folder, grade, rater="Alex.Example"):
    said = [
        Judgement(f"P{n:02}", "E07", rater, "first", True, grade, comment="Sam is sad", evidence="page 3")
        for n in range(1, 4)
    ]
    keep(folder, Kept(tuple(said)))
    return folder


@pytest.fixture
def north(tmp_path):
    return judged(judged_runs.run_folder(tmp_path / "north", 3, ids="EHC"), "met")


@pytest.fixture
def south(tmp_path):
    return judged(judged_runs.run_folder(tmp_path / "south", 4, ids="EHC"), "not met", "CD")


def sent(folder, **changed):
    return exchange_text(read_run(folder), read_judgements(folder), agreed(**changed))


def test_nothing_leaves_but_grades_under_keyed_references(north):
    text = sent(north)
    head, *lines = [json.loads(line) for line in text.splitlines()]
    assert len(lines) == 3
    assert lines[0].keys() == {"schema", "plan", "criterion", "grade", "round", "rater", "phase"}
    assert head["month"] == "2026-11"
    for private in ("EHC", "P01", "Alex", "Sam", "page 3", "North", "2026-11-20", "draft"):
        assert private not in text.replace("ehcp-audit", ""), private


def test_references_are_hmacs_of_purpose_and_id():
    import base64
    import hashlib
    import hmac

    digest = hmac.new(KEY, b"moderation-2026Q4\x1fEHC001", hashlib.sha256).digest()
    assert agreed().reference(" EHC001 ") == base64.b32encode(digest).decode()[:13]
    assert agreed(purpose="other").reference("EHC001") != agreed().reference("EHC001")
    assert agreed().fingerprint == hmac.new(KEY, b"fingerprint", hashlib.sha256).hexdigest()[:8]


def test_two_authorities_moderate_a_shared_set_without_exchanging_plans(north, south):
    found = received(sent(north), "north.jsonl", read_run(south), read_judgements(south), agreed("SOU"))
    assert (found.plans, found.unknown) == (3, 0)
    keep(south, Kept(found.judgements))
    kept = read_judgements(south)
    result = moderate([Source(1, "south", read_run(south), kept)], made_runs.rubric())
    assert result.overall.plans == 3
    assert result.overall.exact.more == {"k": 0, "n": 3}
    assert [rater.split("-")[0] for rater, _ in result.raters] == ["BFD", "CD"]
    stands = standing(read_run(south).scorecards, kept.judgements, made_runs.rubric())
    assert stands.first == 3, "what another authority sent is no audit of ours"


def test_sighted_grades_and_consensus_do_not_leave(north):
    sighted = Judgement("P01", "F04", "EF", "second", False, "met")
    agreed_on = Judgement("P01", "F04", "panel", "consensus", False, "met")
    keep(north, Kept((sighted, agreed_on)))
    assert "F04" not in sent(north)
    with pytest.raises(AuditError, match="no blind judgement"):
        exchange_text(read_run(north), Kept((sighted,)), agreed())


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"key": bytes(32)}, "another key"),
        ({"purpose": "moderation-2027Q1"}, "was made for"),
    ],
)
def test_another_key_or_purpose_is_an_error_and_never_no_match(north, south, changed, words):
    with pytest.raises(AuditError, match=words):
        received(sent(north, **changed), "x", read_run(south), read_judgements(south), agreed())


def test_the_same_file_twice_is_refused(north, south):
    found = received(sent(north), "x", read_run(south), read_judgements(south), agreed())
    keep(south, Kept(found.judgements))
    with pytest.raises(AuditError, match="in already"):
        received(sent(north), "x", read_run(south), read_judgements(south), agreed())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"phase": "primary"', '"phase": "primary", "name": "Sam"', "fields that may not travel: name"),
        ('"phase": "primary"', '"phase": "primary", "comment": "x"', "fields that may not travel: comment"),
        ('"grade": "met"', '"grade": "superb"', "'grade' is not as it may be"),
        ('"grade": "met"', '"grade": ["met"]', "'grade' is not as it may be"),
        ('"month": "2026-11"', '"month": "2026-11-20"', "'month' is not as it may be"),
        ('"criterion": "E07"', '"criterion": "Sam Example"', "'criterion' is not as it may be"),
        ('"round": "first"', '"round": "consensus"', "'round' is not as it may be"),
        ("ehcp-audit/exchange/1", "ehcp-audit/other/1", "no line of an exchange file"),
    ],
)
def test_unknown_fields_and_values_are_refused_and_not_quoted(north, old, new, words):
    text = sent(north)
    assert old in text
    with pytest.raises(AuditError, match=words) as error:
        check_exchange(text.replace(old, new, 1), "x")
    assert "Sam" not in str(error.value)


@pytest.mark.parametrize("text", ["", "not json\n", "[]\n", '{"schema": "ehcp-audit/exchange-grade/1"}\n'])
def test_what_is_no_exchange_file_is_refused(text):
    with pytest.raises(AuditError):
        check_exchange(text, "x")


@pytest.mark.parametrize(
    ("k", "n", "wanted"),
    [
        (20, 36, (20, 36)),
        (4, 36, (None, 36)),
        (0, 36, (None, 36)),
        (33, 36, (None, 36)),
        (5, 10, (5, 10)),
        (5, 9, (None, 9)),
        (2, 4, (None, None)),
    ],
)
def test_small_cells_are_hidden_on_both_sides(k, n, wanted):
    assert suppressed(k, n) == wanted


def test_figures_alone_hold_no_plan(tmp_path):
    folder = judged_runs.run_folder(tmp_path / "run", 12, ids="EHC")
    lines = [json.loads(line) for line in figures_text(read_run(folder), agreed()).splitlines()]
    by_id = {one.get("criterion"): one for one in lines}
    assert (by_id["E07"]["k"], by_id["E07"]["n"], by_id["E07"]["says"]) == (None, 12, "too few")
    assert not any("plan" in one for one in lines)


def test_figures_are_too_few_where_many_more_plans_wait_for_a_person(tmp_path):
    run = read_run(judged_runs.run_folder(tmp_path / "run", 40, ids="EHC"))

    def sent(run):
        lines = map(json.loads, figures_text(run, agreed()).splitlines())
        return next((one["k"], one["n"], one["says"]) for one in lines if one.get("criterion") == "X01")

    assert sent(run) == (13, 40, "")
    cards = tuple(waiting(card, "X01") if n < 10 else card for n, card in enumerate(run.scorecards))
    assert sent(replace(run, scorecards=cards)) == (None, 30, "too few")


def waiting(card, id):
    """The scorecard with nothing known of one criterion."""
    return replace(
        card,
        criteria=tuple(
            replace(one, verdict=Verdict.NEEDS_PERSON, share=None, findings=()) if one.id == id else one
            for one in card.criteria
        ),
    )


@pytest.mark.parametrize(
    ("authority", "purpose"), [("Bradford Council, J. Smith", "x1"), ("B", "x1"), ("BFD", ""), ("BFD", "a\nb")]
)
def test_names_that_say_too_much_are_refused(authority, purpose):
    with pytest.raises(AuditError):
        agreed(authority, purpose)
