"""Stages on the way to an outcome and titles over outcomes are no outcomes."""

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.staged import with_stages, without_tiers


def drafts(*rows):
    """A row is the item's words, or these and the cell beside them."""
    made, start = [], 0
    for each in rows:
        text, beside = each if isinstance(each, tuple) else (each, None)
        fields = [] if beside is None else [Field("other", Passage(beside, start + len(text) + 1))]
        made.append(Draft([Passage(text, start)], fields))
        start += len(text) + 50
    return made


def said(found):
    return [one.passages[0].text for one in found]


def steps(one):
    return [field.passage.text for field in one.fields if field.name == "steps"]


READS = "Idris will read a 60-word book on his own."
PLAYS = "Idris will play a game with two children for ten minutes."


def test_rows_that_open_with_a_term_are_the_steps_of_the_outcome_over_them():
    rows = drafts(
        (READS, "By July 2028"),
        ("A 20-word book with help.", "Autumn term 2026"),
        ("A 40-word book.", "Spring term 2027"),
        (PLAYS, "By July 2028"),
        ("With one child.", "Autumn term 2026"),
        ("With two for five minutes.", "Spring term 2027"),
    )
    found = with_stages(rows)
    assert said(found) == [READS, PLAYS]
    assert steps(found[0])[::2] == ["A 20-word book with help.", "A 40-word book."]
    assert steps(found[0])[1::2] == ["Autumn term 2026", "Spring term 2027"]


def test_lines_that_open_with_a_time_and_count_are_steps_too():
    found = with_stages(drafts(READS, "By July 2027: 30 words of 60.", PLAYS))
    assert said(found) == [READS, PLAYS]
    assert steps(found[0]) == ["By July 2027: 30 words of 60."]


def test_a_single_line_that_opens_with_a_time_and_promises_is_an_outcome_of_its_own():
    texts = [READS, "By July 2027: improved confidence in lessons.", PLAYS]
    assert said(with_stages(drafts(*texts))) == texts


def test_titles_over_outcomes_say_which_needs_they_answer():
    found = with_stages(drafts("Reading (needs B1 and B5)", READS, "Playing together (need B6)", PLAYS))
    assert said(found) == [READS, PLAYS]
    assert [(one.name, one.passage.text) for one in found[1].fields] == [("title", "Playing together (need B6)")]
    assert ("need B", "6") in found[1].refers


def test_vague_outcomes_are_no_titles():
    texts = ["Improved communication", READS, "Better attendance", PLAYS]
    assert said(with_stages(drafts(*texts))) == texts


def test_outcomes_that_promise_in_no_known_way_are_left_alone():
    texts = ["Reads a 60-word book by July 2028", "Listening", "Plays a game"]
    assert said(with_stages(drafts(*texts))) == texts


def test_names_of_tiers_over_groups_of_provision_are_no_provision():
    given = ["Coloured overlays.", "A reading pen.", "A wobble cushion."]
    texts = [one for thing in given for one in ("Targeted", thing)]
    assert said(without_tiers(drafts(*texts))) == given
    assert said(without_tiers(drafts("Universal"))) == ["Universal"]
    vague = ["Small group work.", "Small group work.", "Small group work."]
    assert said(without_tiers(drafts(*vague))) == vague


@pytest.mark.parametrize(
    "between",
    [
        [("Travels to college by bus alone four days in five.", "July 2028"), ("Cooks three meals.", "July 2028")],
        [("Improved confidence.", "July 2027"), ("Speech therapy weekly.", "December 2027")],
        ["By July 2027: improved confidence in lessons.", "By December 2027: better friendships."],
        ["By July 2027: two sessions of speech therapy a week."],
        ["By July 2029: lives with friends in a flat.", "By July 2030: works in a shop."],
        ["Attends school every day (B3)", READS, "Makes friends (B4)"],
        ["Speech therapy every week (B3)", READS, "Support with reading (B4)"],
        ["To be happy at school", READS, "Independent travel to college"],
    ],
)
def test_outcomes_between_promises_stay_outcomes(between):
    rows = [(READS, "July 2028"), *between, (PLAYS, "July 2028")]
    texts = [one if isinstance(one, str) else one[0] for one in rows]
    assert said(with_stages(drafts(*rows))) == texts


def test_a_column_of_deadlines_makes_no_stages_and_neither_do_numbers_or_other_areas():
    rows = drafts(READS, "Cooks three meals.", "Pays in a shop with a card.", PLAYS)
    for at, when in enumerate(("July 2028", "July 2027", "December 2027", "July 2028")):
        rows[at].fields.append(Field("by_when", Passage(when, 3000 + 20 * at)))
    assert len(with_stages(rows)) == 4
    rows = drafts((READS, "July 2028"), ("Ten words.", "July 2026"), ("Twenty words.", "July 2027"), PLAYS)
    rows[1].number, rows[2].number = "2", "3"
    assert len(with_stages(rows)) == 4


def test_rows_whose_time_stands_in_the_column_of_steps_begin_where_the_child_is_now():
    rows = drafts(READS, "Ten words with help.", "A 20-word book.", PLAYS)
    rows[1].fields.append(Field("steps", Passage("Now", 3000)))
    rows[2].fields.append(Field("steps", Passage("December 2026", 3010)))
    found = with_stages(rows)
    assert said(found) == [READS, PLAYS]
    assert steps(found[0]) == ["Ten words with help.", "Now", "A 20-word book.", "December 2026"]


def _changes(*stretches):
    outcomes = with_sections(heading("Section E: Outcomes"), *stretches).section("E").items
    return [(item.text, [one.passage.text for one in item.fields if one.name == "success"]) for item in outcomes]


WORDS, TIES = "By July 2028 Rowan will read 40 words a minute.", "By July 2028 Rowan will tie both laces in a minute."


def test_what_will_be_different_under_each_outcome_is_how_it_shows():
    told = [
        (WORDS, ["He will finish his stories and tell them to his friends."]),
        (TIES, ["He will be the first one out to play at every break."]),
    ]
    lines = (
        "What will be different: He will finish his stories and tell them to his friends.",
        "What will be different: He will be the first one out to play at every break.",
    )
    assert _changes(line(WORDS), line(lines[0]), line(TIES), line(lines[1])) == told
    assert (
        _changes(
            row(1, 1, "E: outcome", WORDS),
            row(1, 2, "What will be different", "He will finish his stories and tell them to his friends."),
            row(1, 3, "E: outcome", TIES),
            row(1, 4, "What will be different", "He will be the first one out to play at every break."),
        )
        == told
    )


def test_what_will_be_different_alone_is_the_outcome():
    assert _changes(line(f"What will be different: {WORDS}"), line(f"What will be different: {TIES}")) == [
        (WORDS, []),
        (TIES, []),
    ]


def test_times_in_the_row_of_a_numbered_outcome_are_its_steps():
    rows = drafts(READS, "Christmas 2026: 20 words", PLAYS, "Christmas 2026: one child")
    for at, one in enumerate(rows):
        one.number, one.row = str(1 + at // 2), (1, 1 + at // 2)
    assert said(with_stages(rows)) == [READS, PLAYS]
    rows[1].number = "2"
    assert len(with_stages(rows)) == 3
