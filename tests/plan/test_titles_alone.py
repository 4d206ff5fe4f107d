"""Sections that are opened by titles alone, one of which is the writer's own: its place and its words tell it."""

import pytest
from plans import heading, line, plan_of

from ehcp_audit.model import SECTION_CODES, State

TITLES = {
    "A": "All about me",
    "B": "My special educational needs",
    "C": "My health needs",
    "D": "My social care needs",
    "E": "My outcomes",
    "F": "The special educational provision I will get",
    "G": "Health provision",
    "H1": "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
    "H2": "Any other social care provision",
    "I": "My placement",
    "J": "Direct payments",
    "K": "Advice and information",
}
WORDS = {
    "A": "I like kites and I want to work on a boat. My family and I hope for good friends.",
    "B": "Nadia finds it hard to follow what is said in a loud room, and reads as a child of six does.",
    "C": "Nadia has asthma and uses a blue inhaler before she runs.",
    "D": "Nadia and her carers have a social worker, who knows them well.",
    "E": "By July 2028 Nadia will read a page aloud to her class.",
    "F": "A teacher works with Nadia on her reading for 30 minutes each day.",
    "G": "The school nurse of the NHS checks the inhaler twice a year.",
    "H1": "A carer paid by social care sits with Nadia for two hours on Saturdays.",
    "H2": "A short break of one night a month is given by the respite house.",
    "I": "Harbour Lane School, a mainstream primary school.",
    "J": "A direct payment of £40 a week is made for the Saturday carer.",
    "K": "Report of the educational psychologist, Dr Ada Finch, 3 March 2026. She assessed Nadia at school.",
}
OWN = {  # that no list of titles could hold
    "B": "Loud rooms and long words",
    "C": "Breathing",
    "D": "Around us",
    "E": "When the boat comes in",
    "F": "How it gets done",
    "G": "Puffers and check-ups",
    "H1": "What the law of the land gives us",
    "H2": "Saturdays and nights away",
    "I": "The place on the hill",
    "J": "Pounds and pence",
    "K": "Those we listened to",
}


def plan_with(titles, words=WORDS, level=1, more=()):
    """A plan of these titles and words; `more` stretches stand under the title of a section: (code, stretches)."""
    parts = []
    for code, title in titles.items():
        parts += [heading(title, level), line(words[code])]
        parts += [one for at, several in more if at == code for one in several]
    return plan_of(line("Education, Health and Care Plan", bold=True, size=20.0), parts)


def held(plan):
    return {code: plan.section(code).text for code in SECTION_CODES}


@pytest.mark.parametrize("code", OWN)
def test_a_title_of_the_writers_own_opens_the_one_section_that_is_wanting(code):
    assert held(plan_with(TITLES | {code: OWN[code]})) == WORDS


@pytest.mark.parametrize("title", ["Where I learn", "Where Nadia learns", "Where she is educated", "My college"])
def test_where_a_child_learns_is_the_placement(title):
    assert held(plan_with(TITLES | {"I": title})) == WORDS


@pytest.mark.parametrize("level", [1, None])
def test_a_plan_in_the_first_person_is_told(level):
    titles = {
        "A": "What matters to me", "B": "What is hard for me", "C": "Keeping well", "D": "Home and family",
        "E": "What we want for Nadia", "F": "What will help me learn", "G": "Help from the NHS",
        "H1": "Help at home under the 1970 Act", "H2": "Other help from social care", "I": "Where Nadia learns",
        "J": "Money for my plan", "K": "Who we asked",
    }  # fmt: skip
    assert held(plan_with(titles, level=level)) == WORDS


@pytest.mark.parametrize("code", OWN)
def test_a_title_over_words_that_say_nothing_leaves_its_section_and_the_one_before_unknown(code):
    plan = plan_with(TITLES | {code: OWN[code]}, WORDS | {code: "It has gone on like this for a long time."})
    before = SECTION_CODES[SECTION_CODES.index(code) - 1]
    assert {one for one in SECTION_CODES if plan.section(one).state is State.UNKNOWN} == {before, code}
    assert "own stands where" in plan.section(code).note
    assert not any(plan.section(one).state is State.MISSING for one in SECTION_CODES)


@pytest.mark.parametrize("code", [one for one in TITLES if one != "A"])
def test_a_section_without_any_such_line_is_missing(code):
    plan = plan_with({one: title for one, title in TITLES.items() if one != code})
    assert plan.section(code).state is State.MISSING
    assert all(plan.section(one).text == WORDS[one] for one in TITLES if one != code)


@pytest.mark.parametrize(
    ("code", "line_of_make"),
    [
        ("C", "Communication and interaction"),
        ("D", "Sensory and physical"),
        ("F", "Monitoring arrangements"),
        ("J", "Sign-off"),
        ("K", "What to do if we disagree"),
        ("K", "Useful contacts"),
    ],
)
def test_areas_and_what_stands_outside_open_nothing(code, line_of_make):
    titles = {one: title for one, title in TITLES.items() if one != code}
    before = SECTION_CODES[SECTION_CODES.index(code) - 1]
    plan = plan_with(titles, more=[(before, [heading(line_of_make), line("Words that stand under it, and go on.")])])
    assert plan.section(code).state is State.MISSING
    assert plan.section(before).state is State.PRESENT


def test_sub_headings_of_another_make_open_nothing():
    within = [heading("My school", 2), line("I go to Harbour Lane, where my friends are."), heading("My goals", 2)]
    within += [line("I want to sail."), heading("My health", 2), line("I feel well."), heading("My money", 2)]
    within += [line("I save for a kite.")]
    titles = TITLES | {"I": "Where I learn", "E": "What we want for Nadia", "C": "Keeping well", "J": OWN["J"]}
    plan = plan_with(titles, more=[("A", within)])
    assert {code: plan.section(code).text for code in SECTION_CODES if code != "A"} == {
        code: words for code, words in WORDS.items() if code != "A"
    }
    assert plan.section("A").text.endswith("I save for a kite.")


@pytest.mark.parametrize(("code", "words"), [("I", "My school"), ("E", "My goals"), ("C", "My health")])
def test_plain_words_within_another_section_do_not_stand_for_one_that_is_missing(code, words):
    titles = {one: title for one, title in TITLES.items() if one != code}
    plan = plan_with(titles, more=[("A", [heading(words, 2), line("It goes well, and I like it.")])])
    assert plan.section(code).state is State.MISSING
    assert plan.section("A").text.endswith("and I like it.")


def test_the_number_of_an_item_in_bold_is_no_title():
    titles = {code: title for code, title in TITLES.items() if code != "E"}
    within = [one for at in "123" for one in (heading(f"Outcome {at}", None), line("She will run."))]
    plan = plan_with(titles, level=None, more=[("D", within)])
    assert plan.section("E").state is not State.PRESENT


def test_where_many_lines_are_set_like_the_headings_none_of_them_is_one():
    titles = {code: title for code, title in TITLES.items() if code != "G"}
    more = [(code, [heading("More of the same"), line("Further words.")]) for code in titles]
    assert plan_with(titles, more=more).section("G").state is State.MISSING


def test_one_more_line_of_that_make_leaves_the_section_in_doubt():
    plan = plan_with(TITLES | {"I": OWN["I"]}, more=[("B", [heading("In class"), line("She sits near the door.")])])
    assert plan.section("I").state is plan.section("H2").state is State.UNKNOWN


def test_two_that_are_wanting_in_one_place_are_both_in_doubt():
    plan = plan_with(TITLES | {"I": OWN["I"], "J": OWN["J"]})
    assert {code for code in SECTION_CODES if plan.section(code).state is State.UNKNOWN} == {"H2", "I", "J"}


def test_what_is_named_as_provision_is_no_list_of_outcomes():
    words = WORDS | {"E": "By July 2028 the help will have been given."}
    plan = plan_with(TITLES | {"E": "The help that is given"}, words)
    assert plan.section("E").state is State.UNKNOWN


def test_in_letters_too_the_section_is_told_by_its_letter():
    """The new titles are no reason to doubt a letter: "H2: The help I will get"."""
    titles = {
        "A": "What matters to me", "B": "What is hard for me", "C": "What is hard for my body", "D": "My needs at home",
        "E": "My next steps", "F": "The help I will get", "G": "The help I will get", "H1": "The help I will get",
        "H2": "Other help I will get", "I": "Where I learn", "J": "My money", "K": "Who we asked",
    }  # fmt: skip
    assert held(plan_with({code: f"Section {code}: {title}" for code, title in titles.items()})) == WORDS
