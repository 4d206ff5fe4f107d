"""One word and one colour for everything, and no character of a plan that could act."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from wcag import contrast

from ehcp_audit import styling
from ehcp_audit.model import SECTION_CODES, Evidence, Mode, State, Tier, Verdict
from ehcp_audit.scoring import percent as scored_percent


@pytest.mark.parametrize("tone", styling.VERDICTS.values(), ids=[str(verdict) for verdict in styling.VERDICTS])
def test_the_word_of_a_verdict_can_be_read_on_its_colour(tone):
    assert contrast(tone.text, tone.background) >= 4.5


@pytest.mark.parametrize(
    ("text", "background"),
    [
        (styling.INK, styling.PAPER),
        (styling.QUIET, styling.PAPER),
        (styling.QUIET, styling.SHADE),
        (styling.PAPER, styling.BLUE),
        (styling.PAPER, styling.INK),
        (styling.INK, styling.INPUT),
        (styling.INK, styling.SHADE),
        (styling.INK, styling.FOCUS),
        ("1A65A6", styling.PAPER),
    ],
)
def test_every_other_pair_of_text_and_background_can_be_read(text, background):
    assert contrast(text, background) >= 4.5


def test_contrast_is_the_one_of_wcag():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_verdict_tier_mode_and_state_has_its_words():
    assert set(styling.VERDICTS) == set(Verdict)
    assert set(styling.TIERS) == set(styling.TIER_WORDS) == set(Tier)
    assert set(styling.MODES) == set(Mode)
    assert set(styling.STATES) == set(State)
    assert set(SECTION_CODES) <= set(styling.SECTIONS)


def test_no_two_verdicts_share_a_mark():
    marks = [tone.mark for tone in styling.VERDICTS.values()]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(("share", "shown"), [("29/36", "80.6%"), ("1/16", "6.3%"), ("3/40", "7.5%"), ("1", "100.0%")])
def test_a_percentage_has_one_decimal_half_up(share, shown):
    assert styling.percent(Fraction(share)) == shown


def test_percentages_agree_with_those_of_the_stored_result():
    shares = [Fraction(top, bottom) for top, bottom in product(range(40), range(1, 40)) if top <= bottom]
    assert [float(styling.tenths(one)) for one in shares] == [scored_percent(one) for one in shares]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Evidence("x", 0, page=3), "page 3"),
        (Evidence("x", 0, paragraph=88, table=(2, 3, 1)), "paragraph 88, table 2 row 3"),
        (Evidence("x", 0, page=3, paragraph=9), "page 3"),
        (Evidence("x", 0, document="A01", page=2), "advice A01, page 2"),
        (Evidence("x", 0), ""),
    ],
)
def test_a_place_is_said_as_a_reader_would_look_for_it(where, words):
    assert styling.place(where) == words


def test_numbers_agree_with_their_nouns():
    assert styling.count(1, "criterion", "criteria") == "1 criterion"
    assert styling.count(0, "plan") == "0 plans"
    assert styling.count(1200, "plan") == "1,200 plans"


def test_a_long_quotation_is_cut_between_words_and_says_so():
    cut = styling.shortened("Sam will order lunch on four days out of five", 30)
    assert cut == "Sam will order lunch on..."
    assert styling.shortened("Sam will read.", 30) == "Sam will read."


def test_sections_stand_in_the_order_of_the_document():
    assert sorted(["K", "H1", "all", "E", "C+G"], key=styling.section_rank) == ["all", "C+G", "E", "H1", "K"]


def test_a_source_is_named_once_for_references_that_follow_each_other():
    basis = (
        "SEND Regulations 2014, reg 13(2)",
        "SEND Regulations 2014, reg 13(3)",
        "The Act, s 37(2)",
        "Published practice",
    )
    assert (
        styling.basis_words(basis)
        == "SEND Regulations 2014, reg 13(2), reg 13(3); The Act, s 37(2); Published practice"
    )


def test_names_that_count_on_are_drawn_together():
    assert styling.run_words(["P01"]) == "P01"
    assert styling.run_words(["P01", "P02"]) == "P01, P02"
    assert styling.run_words(["P01", "P03", "P04", "P05", "P12"]) == "P01, P03 to P05, P12"
    assert styling.run_words(["P08", "P09", "P10", "Q11", "EHC-7", "x"]) == "P08 to P10, Q11, EHC-7, x"
    assert styling.run_words([]) == ""


@pytest.mark.parametrize(
    ("status", "days", "said"),
    [
        ("final", {"issued": date(2018, 7, 30), "amended": date(2026, 9, 16)}, "amended final, 16 September 2026"),
        ("final", {"drafted": date(2026, 7, 17), "amended": date(2026, 9, 11)}, "amended final, 11 September 2026"),
        ("final", {"drafted": date(2026, 7, 27), "issued": date(2026, 8, 31)}, "final, issued 31 August 2026"),
        ("final", {"drafted": date(2026, 7, 27)}, "final"),
        ("draft", {"drafted": date(2026, 10, 26), "issued": date(2025, 9, 1)}, "draft, 26 October 2026"),
        ("draft", {"issued": date(2025, 9, 1), "amended": date(2026, 1, 9)}, "draft"),
        (None, {"issued": date(2026, 8, 31)}, "issued 31 August 2026"),
        (None, {"review_due": date(2027, 8, 30)}, ""),
    ],
)
def test_a_plan_is_of_the_day_on_which_this_version_was_made(status, days, said):
    assert styling.version_words(status, days.items()) == said
