"""What a caseworker reads on the screen: what to mend first, in words that any terminal can show."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction

import made_runs
import pytest
from rich.console import Console

from ehcp_audit.model import Evidence, Tier, Verdict
from ehcp_audit.reports.batch_terminal import show_batch
from ehcp_audit.reports.concise import concise_report, left_out
from ehcp_audit.reports.gaps import NOTHING_FOUND
from ehcp_audit.reports.terminal import show_check


def shown(*scorecards, encoding: str = "utf-8", width: int = 80, **options) -> str:
    raw = io.BytesIO()
    page = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="")
    console = Console(file=page, width=width, markup=True, **options)
    show_check(console, scorecards, made_runs.rubric(), made_runs.run(1).unreadable)
    page.flush()
    return raw.getvalue().decode(encoding)


def test_it_leads_with_what_to_mend_then_scores_then_asks_a_person():
    text = shown(made_runs.scorecard())
    order = ["What to mend", "E07", "F04", "Score by these checks", "What a person must still judge", "Next"]
    assert sorted(order, key=text.index) == order


@pytest.mark.parametrize(
    "words",
    [
        "E.1, paragraph 80, table 2 row 1",
        '"Sam will improve his communication skills."',
        "Nothing says by when.",
        "Not met in 5 of 6 outcomes; asked for by the Code of Practice",
        "Why: A family must be able to tell",
        "What good looks like: A date, an age",
        "Who acts: the plan's writer",
        "Statutory gate: 3 of 5 must criteria met",
        "59.5% of what has been judged (unweighted: 59.5%, of",
        "Judged so far: 77.8%",
        "Look first at this one, in which the tool has seen something. ",
        "Perhaps not met in 1 of 2 needs; asked for by",
        'B.1  "Sam has a diagnosis of dyslexia."',
        "K: K02",
    ],
)
def test_a_finding_says_where_what_why_and_who(words):
    assert words in shown(made_runs.scorecard())


def long_list(**options) -> str:
    """A plan of whose six outcomes a person must look at each."""
    card = made_runs.scorecard(clean=True)
    first = card.criteria[2].findings[0]._replace(note="It names no effect.")
    waiting = tuple(first._replace(subject=item.subject, evidence=()) for item in card.plan.items)
    criteria = tuple(replace(one, findings=waiting) if one.id == "B02" else one for one in card.criteria)
    page = io.StringIO()
    show_check(Console(file=page, width=80), [replace(card, criteria=criteria)], made_runs.rubric(), **options)
    return page.getvalue()


def test_where_to_look_first_is_short_and_says_what_shows_all():
    text = long_list()
    assert " ".join(text.split()).count("It names no effect.") == 1
    assert '       E.3  "By July 2027 Sam will order lunch on four days out of five."' in text
    assert "and 3 more: E.4, E.5, E.6" in text
    assert 'Every line of one section: ehcp-audit check "draft P01.docx" --section B' in text


def test_a_part_of_the_rubric_shows_every_line_of_where_to_look_first():
    text = long_list(whole=True)
    assert 'E.6  "' in text
    assert "more:" not in text
    assert "Every line of one section" not in text


def test_after_a_clean_check_it_offers_to_explain_what_to_look_at_first():
    assert "ehcp-audit explain B02" in shown(made_runs.scorecard(clean=True))
    assert "ehcp-audit explain E07" in shown(made_runs.scorecard())


def test_a_plan_in_which_nothing_is_found_is_never_called_compliant():
    text = shown(made_runs.settled(made_runs.scorecard(clean=True)))
    assert f"{NOTHING_FOUND}. That does not say that the plan is lawful" in " ".join(text.split())
    assert "compliant" not in text.lower()
    assert "What to mend" not in text


def test_where_the_tool_proposes_a_gap_it_never_says_that_it_found_none():
    text = " ".join(shown(made_runs.scorecard(clean=True)).split())
    assert NOTHING_FOUND not in text
    assert "Nothing is certainly wrong; 1 place to look at first, in 1 criterion of the Code of Practice." in text
    both = " ".join(shown(made_runs.scorecard()).split())
    assert "Not certain, and not in the score: 1 place to look at first" in both


def test_where_much_waits_the_score_follows_how_much_was_judged_and_the_bounds():
    text = " ".join(shown(made_runs.scorecard()).split())
    led = (
        "Judged so far: 77.8% of the weight; the score will lie between 46.3% and 68.5% once all is judged "
        "59.5% of what"
    )
    assert led in text
    assert "By section (from and to, where much waits): " in text
    assert "B 0.0 to 100.0%" in text
    whole = " ".join(shown(made_runs.settled(made_runs.scorecard())).split())
    assert "Score by these checks ===================== 59.5% of what has been judged" in whole
    assert "(from and to" not in whole


def test_words_of_several_places_each_have_their_own():
    card = made_runs.scorecard()
    letters = (Evidence("SIT", 1004, "E", paragraph=80), Evidence("VBXR", 5400, "F", paragraph=150))
    first = card.criteria[0].findings[0]._replace(subject="plan", note="Nowhere written out.", evidence=letters)
    criteria = tuple(replace(one, findings=(first,)) if one.id == "X01" else one for one in card.criteria)
    text = shown(replace(card, criteria=criteria))
    assert 'E.1, paragraph 80  "SIT"' in text
    assert 'section F, paragraph 150  "VBXR"' in text
    assert "the plan, paragraph" not in text


def test_a_sentence_that_holds_the_word_in_question_is_shown_whole():
    card = made_runs.scorecard(clean=True)
    words = "meets Mirela and her mother at a side door, where a teaching assistant takes Jacob to the quiet room"
    held = card.criteria[2].findings[0]._replace(subject="plan", evidence=(Evidence(words, 5800, "F", paragraph=9),))
    criteria = tuple(replace(one, findings=(held,)) if one.id == "B02" else one for one in card.criteria)
    text = " ".join(shown(replace(card, criteria=criteria)).split())
    assert f'section F "... {words} ..."' in text


def test_a_pdf_gives_pages_and_what_was_left_unread():
    text = shown(made_runs.scorecard(form="pdf"))
    assert "E.1, page 6" in text
    assert "page 9: the page is a picture" in text


def test_no_line_is_wider_than_the_terminal_nor_ends_in_spaces():
    lines = shown(made_runs.scorecard(), made_runs.scorecard(form="pdf")).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_narrow_terminal_still_shows_every_word():
    text = " ".join(shown(made_runs.scorecard(), width=40).split())
    assert "Sam will be happier in school and have access to a quiet space when he needs one." in text


def test_nothing_in_a_plan_acts_on_the_terminal():
    text = shown(made_runs.scorecard(), force_terminal=False, width=200)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]his[/red] \\x1b[31mreading\\u202e" in text


def test_colour_is_added_to_words_and_never_stands_for_them():
    plain = shown(made_runs.scorecard(), no_color=True)
    assert "Not met in 5 of 6" in plain


def test_it_survives_a_cp1252_pipe():
    assert "Sam will improve" in shown(made_runs.scorecard(), encoding="cp1252")


def test_what_cannot_be_read_is_said_with_what_to_do():
    text = shown(made_runs.scorecard())
    assert "scan.pdf: could not be read" in text
    assert "ask for the Word file" in text


def test_concise_gives_one_finding_a_line():
    lines = concise_report(made_runs.run(1)).splitlines()
    assert lines[0] == "draft P01.pdf: page 6: E07 E.1 not met: Nothing says by when."
    assert any(": B02 B.1 needs a person (perhaps not met): " in line for line in lines)
    assert lines[-1].startswith("locked.docx: encrypted: ")
    assert not any(" met: " in line and " not met: " not in line for line in lines)
    assert any(line.endswith("""F04 F.1 not met: "access to" leaves open what will be done.""") for line in lines)


def test_concise_leaves_out_what_is_perhaps_met_and_what_only_a_person_can_judge():
    made = made_runs.run(1)
    lines, every = concise_report(made).splitlines(), concise_report(made, every=True).splitlines()
    assert not any("perhaps met" in line or " K02 " in line for line in lines)
    assert any("(perhaps met)" in line for line in every)
    assert any(" K02 K needs a person" in line for line in every)
    assert len(every) - len(lines) == left_out(made.scorecards)


@pytest.mark.parametrize("plans", [1, 7, 12, 40])
def test_the_end_of_a_batch_fits_a_screen(plans, tmp_path):
    page = io.StringIO()
    show_batch(Console(file=page, width=80), made_runs.run(plans), made_runs.rubric(), tmp_path)
    lines = page.getvalue().splitlines()
    assert len(lines) < 25 + 4  # a deep temporary folder wraps the paths
    assert lines[-1].strip()


def test_the_end_of_a_batch_keeps_the_rules_for_small_numbers(tmp_path):
    def told(plans: int) -> str:
        page = io.StringIO()
        show_batch(Console(file=page, width=200), made_runs.run(plans), made_runs.rubric(), tmp_path)
        return page.getvalue()

    assert "1 of 4 (too few for a rate)" in told(4)
    assert "2 of 7 (counts only below 10 plans)" in told(7)
    assert "4 of 12, 33.3% (95% interval 14 to 61%)" in told(12)
    assert "Small sample" in told(12)
    assert "Small sample" not in told(30)
    assert "lowest 52.8%, highest 100.0%" in told(12)


def test_what_the_tool_found_is_told_apart_from_what_it_cannot_tell():
    card = made_runs.scorecard(clean=True)
    found = tuple(one._replace(proposed=Verdict.MET) for one in card.criteria[2].findings)
    criteria = tuple(replace(one, findings=found) if one.id == "B02" else one for one in card.criteria)
    text = shown(replace(card, criteria=criteria))
    assert "Perhaps met: it found what is asked for, and a person confirms:\n  B: B02\n" in text
    assert "The others, which it cannot tell:\n  K: K02\n" in text
    assert "Look first" not in text


def test_what_to_look_at_first_begins_with_the_law():
    card = made_runs.scorecard()
    tiers = {"B02": Tier.LOCAL, "K02": Tier.MUST}
    criteria = tuple(
        replace(
            one,
            tier=tiers[one.id],
            findings=tuple(
                found._replace(tier=tiers[one.id], proposed=Verdict.NOT_MET, note=f"Seen in {one.id}.")
                for found in one.findings
            ),
        )
        if one.id in tiers
        else one
        for one in card.criteria
    )
    text = " ".join(shown(replace(card, criteria=criteria)).split())
    assert "Look first at these 2," in text
    first = text.index("Perhaps not met; asked for by the law. Seen in K02.")
    assert first < text.index("Perhaps not met in 2 of 2 needs; asked for by good practice. Seen in B02.")


def test_a_part_of_good_practice_in_a_duty_names_both():
    card = made_runs.scorecard()
    weak = tuple(
        replace(one, findings=tuple(found._replace(tier=Tier.LOCAL) for found in one.findings))
        if one.id == "F04"
        else one
        for one in card.criteria
    )
    text = " ".join(shown(replace(card, criteria=weak)).split())
    assert "asked for by good practice; other parts of it: the law" in text


def test_a_plans_own_numbers_stand_in_place_of_ours_and_are_explained_once():
    card = made_runs.scorecard()
    items = tuple(item._replace(label="7") if item.subject == "E.1" else item for item in card.plan.items)
    text = " ".join(shown(replace(card, plan=replace(card.plan, items=items))).split())
    assert "outcome 7, paragraph 80" in text
    assert text.count("Lines have the plan's own numbers") == 1
    assert "Lines have" not in shown(made_runs.scorecard())


def test_where_all_that_counts_is_met_a_finding_outside_the_score_is_named():
    card = made_runs.scorecard(clean=True)
    missing = next(one for one in made_runs.scorecard().criteria if one.id == "X01")
    criteria = tuple(missing if one.id == "X01" else one for one in card.criteria)
    score = replace(card.score, total=Fraction(1), coverage=Fraction(1, 2), bounds=(Fraction(1, 2), Fraction(1)))
    text = " ".join(shown(replace(card, criteria=criteria, score=score)).split())
    assert "All that counts in the score is met so far; X01 is not met and is outside it." in text
    assert "What to mend: 1 finding, asked for by the law." in text
    assert "They come from" not in text
