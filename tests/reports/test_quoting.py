"""A finding quotes the exact words, and enough round them to recognise."""

from __future__ import annotations

import pytest

from ehcp_audit.model import Evidence, Finding, ItemRead, Tier, Verdict
from ehcp_audit.quoting import headed, in_own_labels, named, place_of, place_shown, placed_quotes, quotes

TEXT = "Sam will have access to a quiet space and regular breaks."
ITEM = ItemRead("F.1", TEXT, 500, paragraph=40)


def finding(*evidence: Evidence, subject: str = "F.1") -> Finding:
    return Finding("F09", subject, Tier.MUST, Verdict.NOT_MET, "Vague.", "writer", "0" * 16, evidence)


def at(words: str) -> Evidence:
    return Evidence(words, 500 + TEXT.index(words), "F", paragraph=40)


def test_a_phrase_is_marked_within_its_item():
    found = finding(at("access to"), at("regular"))
    assert quotes(found, {"F.1": ITEM}, 200) == ("Sam will have [access to] a quiet space and [regular] breaks.",)


def test_a_phrase_of_a_long_item_is_shown_with_the_words_round_it():
    assert quotes(finding(at("regular")), {"F.1": ITEM}, 40) == ("... a quiet space and [regular] breaks.",)


def test_no_word_stands_on_both_sides_of_dots():
    text = "By July Sam will have had six long meetings with the careers adviser and been taken to see two local firms."
    item = ItemRead("F.1", text, 500, paragraph=40)
    places = [Evidence(words, 500 + text.index(words), "F", paragraph=40) for words in ("six", "two")]
    (whole,) = quotes(finding(*places), {"F.1": item}, 80)
    assert "[six] long meetings with the careers adviser and been taken to see [two] local firms." in whole
    assert len(quotes(finding(*places), {"F.1": item}, 60)) == 2  # too far apart to meet
    cells = [Evidence(words, start, "F", paragraph=42) for words, start in (("service", 900), ("Service", 950))]
    assert quotes(finding(*cells), {"F.1": ITEM}, 200) == (f"{TEXT} ... [service]",)


def test_a_phrase_of_another_cell_follows_the_items_words():
    other = Evidence("key person", 900, "F", paragraph=42)
    assert quotes(finding(other), {"F.1": ITEM}, 200) == (f"{TEXT} ... [key person]",)


def test_a_short_item_that_is_all_evidence_is_quoted_as_it_is():
    item = ItemRead("F.1", "Regular support.", 500, paragraph=40)
    assert quotes(finding(Evidence("Regular support.", 500, "F")), {"F.1": item}, 200) == ("Regular support.",)


def test_a_finding_without_evidence_quotes_the_item_it_was_asked_of():
    assert quotes(finding(), {"F.1": ITEM}, 200) == (TEXT,)
    assert place_of(finding(), {"F.1": ITEM}) == "paragraph 40"


def test_a_finding_on_a_section_without_words_quotes_nothing():
    assert quotes(finding(subject="J"), {"F.1": ITEM}, 200) == ()
    assert place_of(finding(subject="J"), {}) == ""


def test_words_that_do_not_stand_at_their_place_are_not_marked_in_the_item():
    wrong = Evidence("access to", 503, "F", paragraph=40)
    assert "Sam [" not in quotes(finding(wrong), {"F.1": ITEM}, 200)[0]


LABELLED = {"F.9": ItemRead("F.9", "Weekly therapy.", 90, label="F8"), "F.10": ItemRead("F.10", "Daily reading.", 120)}


@pytest.mark.parametrize(
    ("subject", "words"),
    [("F.9", "F8"), ("F.10", "“Daily reading.”"), ("F.3", "F.3"), ("F", "section F"), ("plan", "the plan")],
)
def test_an_item_goes_by_the_plans_own_label_where_that_is_another(subject, words):
    assert named(subject, LABELLED) == words


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("B.1", "need 3 in B"),
        ("B.2", "1.1 in B"),
        ("E.1", "outcome 7"),
        ("E.2", "Outcome 4"),
        ("F.1", "6.2 (1 of 2)"),
        ("F.2", "6.2 (2 of 2)"),
        ("F.3", "1.1 in F"),
        ("F.4", "F3"),
        ("H1.1", "H1.2 in H1"),
    ],
)
def test_a_number_that_could_be_of_another_line_says_whose_it_is(subject, words):
    labels = {"B.1": "3", "B.2": "1.1", "E.1": "7", "E.2": "Outcome 4", "F.1": "6.2", "F.2": "6.2", "F.3": "1.1"}
    labels |= {"F.4": "F.3", "H1.1": "H1.2"}
    items = {one: ItemRead(one, "Words.", 10 * n, label=label) for n, (one, label) in enumerate(labels.items())}
    assert named(subject, items) == words
    told = in_own_labels(f"It is {subject}.", items)
    assert told == f"It is {words}."
    assert in_own_labels(told, items) == told


def test_a_note_names_each_item_with_its_own_label_and_only_once():
    items = {**LABELLED, "F.11": ItemRead("F.11", "Weekly maths.", 150, label="F9")}
    told = in_own_labels("The thread breaks at F.9, F.10, F.11 and F.99.", items)
    assert told == "The thread breaks at F8, “Daily reading.”, F9 and F.99."
    assert in_own_labels(told, items) == told


@pytest.mark.parametrize("label", ["B4", "B.4", "4", "Need 4", "B5"])
def test_a_line_without_a_number_is_told_by_its_words_where_the_plan_numbers_others_of_its_section(label):
    words = "“I swim.”"
    items = {"B.4": ItemRead("B.4", "I swim.", 10), "B.6": ItemRead("B.6", "I cannot wait.", 90, label=label)}
    assert named("B.4", items) == words
    assert headed("B.4", items) == "a line of B"
    elsewhere = {"B.4": items["B.4"], "E.6": items["B.6"]._replace(subject="E.6")}
    assert named("B.4", elsewhere) == "B.4"
    told = in_own_labels("None was found for B.4 (nearest: F.4).", items)
    assert told == f"None was found for {words} (nearest: F.4)."
    assert in_own_labels(told, items) == told


def test_our_count_does_not_stand_beside_the_plans_numbers_in_one_sentence():
    items = {**LABELLED, **{f"E.{n}": ItemRead(f"E.{n}", f"Sam reads {n} words.", 10 * n) for n in range(1, 5)}}
    assert (
        in_own_labels("Tied to E.2 by its words to F.9.", items) == "Tied to “Sam reads 2 words.” by its words to F8."
    )
    assert in_own_labels("Tied to E.2 and E.3.", items) == "Tied to E.2 and E.3."  # nothing is mixed
    many = "The thread breaks at F.9, E.1, E.2, E.3 and E.4."
    assert in_own_labels(many, items) == "The thread breaks at F8, E.1, E.2, E.3 and E.4."  # too many to quote


def test_a_sentence_names_an_item_as_its_quotation_does_before_a_bracket_too():
    items = {f"B.{at}": ItemRead(f"B.{at}", "Words.", 10 * at, label="1") for at in (1, 2)}
    told = in_own_labels("It is not clear for B.2 (nearest: F.3 and F.4).", items)
    assert told == f"It is not clear for {named('B.2', items)} (nearest: F.3 and F.4)."
    assert in_own_labels(told, items) == told


SENTENCE = "who meets Mirela and her mother at a side door before the bell and takes Jacob to the quiet room"
LONG = f"Each morning there is a teaching assistant {SENTENCE} where they look at the day together."


def test_a_sentence_that_is_evidence_is_shown_whole_with_dots_at_both_ends():
    item = ItemRead("F.8", LONG, 100, page=4)
    found = finding(Evidence(SENTENCE, 100 + LONG.index(SENTENCE), "F", page=4), subject="plan")
    assert quotes(found, {"F.8": item}, 40) == (f"... {SENTENCE} ...",)
    assert quotes(found, {}, 40) == (f"... {SENTENCE} ...",)


def test_a_line_that_is_meant_as_a_whole_is_known_by_its_first_words():
    item = ItemRead("F.8", LONG, 100, page=4)
    assert quotes(finding(Evidence(LONG, 100, "F", page=4), subject="plan"), {"F.8": item}, 40) == (
        "Each morning there is a teaching...",
    )


def test_phrases_of_several_lines_stand_each_in_its_own_line_with_its_own_place():
    items = {"F.1": ITEM, "F.2": ItemRead("F.2", "The LSA logs it.", 700, page=9)}
    letters = Evidence("LSA", 704, "F", page=9)
    found = finding(at("regular"), letters, Evidence("VBXR", 950, "G", page=11), subject="plan")
    shown, more = placed_quotes(found, items, 200)
    assert [(one.at, one.text) for one in shown] == [
        ("F.1, paragraph 40", "Sam will have access to a quiet space and [regular] breaks."),
        ("F.2, page 9", "The [LSA] logs it."),
        ("section G, page 11", "VBXR"),
    ]
    assert more == 0
    assert place_shown(found, items) == ""
    assert place_shown(finding(at("regular")), items) == "paragraph 40"


def test_an_item_keeps_its_own_place_where_it_is_tied_to_another():
    items = {"F.1": ITEM, "F.2": ItemRead("F.2", "The LSA logs it.", 700, page=9)}
    found = finding(Evidence("The LSA logs it.", 700, "F", page=9), Evidence(TEXT, 500, "F", paragraph=40))
    assert place_shown(found, items) == "paragraph 40"
    assert [one.at for one in placed_quotes(found, items, 200)[0]] == ["F.2, page 9", ""]


def test_of_many_sentences_three_are_shown_and_of_many_phrases_ten():
    long = [Evidence(f"{SENTENCE} {n}" * 2, 1000 * n, "F") for n in range(1, 6)]
    short = [Evidence(f"AB{n}", 1000 * n, "F") for n in range(1, 13)]
    assert placed_quotes(finding(*long, subject="plan"), {}, 100)[1] == 2
    assert placed_quotes(finding(*short, subject="plan"), {}, 100)[1] == 2
