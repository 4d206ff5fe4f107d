"""Deadlines: points in time with the words that open them, and the decoys beside them."""

from datetime import date

import pytest

from ehcp_audit.language.deadlines import deadlines, points
from ehcp_audit.language.lexicon import look_at

YES = (
    "By July 2027",
    "By 07/27",
    "By 07/2027",
    "By the time they come to the end of Year 6",
    "By the examinations of summer 2027",
    "By midsummer 2027",
    "by the end of her time in Reception",
    "by the end of the two-year course",
    "by the end of AY 2027-28",
    "by the second anniversary of this plan",
    "six months from the date of this plan",
    "by the time he has completed his Level 1 course",
    "by the end of KS2",
    "By the end of Y6",
    "by Yr 6",
    "by age 11",
    "by the age of 11",
    "by the time she is 11",
    "before her 16th birthday",
    "by the end of the Autumn term 2026",
    "by the end of autumn term",
    "by the end of the academic year 2026-27",
    "by the end of the 2026/27 academic year",
    "By 31/07/2027",
    "by 31.07.2027",
    "By 31st July 2027",
    "by the 5th of May",
    "By 31 Aug 27",
    "by Sept 2027",
    "by Summer 2027",
    "by the summer",
    "by half-term",
    "by the February half term",
    "by the end of February half term",
    "at the end of the key stage",
    "at the end of Year 2",
    "within 12 months",
    "within one year",
    "within a year",
    "in 12 months' time",
    "in the next 12 months",
    "over the next two terms",
    "over the course of the year",
    "over the course of Year 8",
    "during Year 8",
    "this academic year",
    "this half-term",
    "next term",
    "for the 2026-27 year",
    "over the spring term",
    "by the next annual review",
    "by her annual review in May 2027",
    "by the annual review (May 2027)",
    "at her next annual review",
    "before transferring to secondary school",
    "by the time he transfers to secondary school",
    "before he moves to Year 7",
    "on transfer to secondary school",
    "on leaving school",
    "by the time he leaves school",
    "when he leaves college",
    "by the end of secondary school",
    "by the end of primary",
    "by the end of her time at nursery",
    "by the end of the placement",
    "by the end of this plan",
    "no later than July 2027",
    "prior to starting school",
    "By Christmas",
    "by Easter 2027",
    "by 2028",
    "by May",
    "in May 2027",
    "before starting Reception",
    "by the end of the EYFS",
    "by the end of the Foundation Stage",
    "by the start of Year 7",
    "by September",
    "six months after leaving college",
    "by week 10 of term 3",
    "by the end of the school year",
    "by the end of six weeks",
    "by the end of the first year",
    "by the end of next term",
    "by the third week of June",
    "by mid-March 2027",
    "by Autumn 1",
    "By the end of Spring 2",
    "By the end of T3",
    "By end KS1",
    "By end of Year 4",
    "By the end of Years 5 and 6",
    "By the end of Year six",
    "By the end of Upper Key Stage 2",
    "By the end of Post-16",
    "By the time Kai is in Year 6",
    "By the time Kai finishes Year 6",
    "As she moves into Year 7",
    "Before the end of term",
    "By Week 6",
    "by June next year",
    "12 months from now",
    "By the end of 2027",
    "before the summer holidays",
    "Not later than the thirty-first day of July 2027",
    "by the twenty-first of March",
    "By the 31st day of July, 2027",
    "by the thirtieth of June 2027",
    "in the spring and summer terms of 2027",
    "by the end of the spring or summer term of 2027",
    "across the autumn and spring terms 2027-28",
    "In the summer term of 2027",
    "for the month of March 2027",
    "over the month of June 2027",
    "at X-ray of Feb 2027",
    "at the clinic of March 2027",
)
NO = (
    "starting in September 2026",
    "at home and in nursery",
    "within 2 minutes",
    "across 3 consecutive weeks",
    "for 2 weeks",
    "over a two week period",
    "over 3 sessions",
    "measured termly",
    "as measured each term",
    "reviewed at each annual review",
    "per half-term",
    "each term",
    "once a term",
    "every half term",
    "within 18 months of his chronological age",
    "within 12 months of age-related expectations",
    "in one minute",
    "until July",
    "until the end of Year 6",
    "after leaving school",
    "after Year 11",
    "while attending college",
    "once she has left school",
    "before lunch",
    "before school",
    "by the teacher",
    "by using a chart",
    "by the window",
    "by the end of the lesson",
    "by the end of the session",
    "by the end of the day",
    "by XX/XX/XXXX",
    "by (date)",
    "by a set date",
    "in a Year 4 text",
    "at Year 4 level",
    "in Year 3 maths",
    "from the Year 2 word list",
    "at Key Stage 2 level",
    "with a Year 6 buddy",
    "by a Year 6 pupil",
    "from September 2026",
    "since Year 3",
    "during maths lessons",
    "on 3 days a week",
    "at break time",
    "over 10 minutes",
    "in 4 out of 5 weeks",
    "for one term",
    "for a full term",
    "within a group of four",
    "within school",
    "in school",
    "at school and in college",
    "in the primary playground",
    "on a school trip",
    "during the school day",
    "in the summer",
    "on Mondays",
    "for the whole year group",
    "he may travel",
    "to march in line",
    "across the school",
    "in the first five minutes",
    "at the start of the day",
    "throughout the day",
    "by the start of each lesson",
    "before each lesson",
    "when he is 5 metres away",
    "when there are 3 children",
    "on entry to class",
    "when moving to the next lesson",
    "before moving to the next activity",
    "on arrival at school",
    "by the end of the book",
    "by the end of the page",
    "at the end of each week",
    "at the end of each term",
    "by 10 words",
    "by 20%",
    "by 3 points",
    "to age 7 level",
    "in the class reading programme",
    "during the transition to lunch",
    "before transition times",
    "in spring and summer",
    "of the first thirty-one words",
    "in the first term of the course",
    "in the last chapter of the course book",
    "in the last term",
    "for a month",
    "at the level of May 2027",
    "on the thirty-first page",
)


@pytest.mark.parametrize("phrase", YES)
def test_a_deadline_is_found_with_its_exact_words_wherever_it_stands(phrase):
    last = deadlines(look_at(f"Sam will tie his laces {phrase}."))
    first = deadlines(look_at(f"{phrase}, Sam will tie his laces."))
    assert [one.span.text for one in last] == [phrase]
    assert [one.span.text for one in first] == [phrase]


@pytest.mark.parametrize("phrase", NO)
def test_what_names_no_end_is_no_deadline(phrase):
    assert deadlines(look_at(f"Sam will read a page {phrase}.")) == ()
    assert deadlines(look_at(f"{phrase.capitalize()} Sam will read a page.")) == ()


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("by 31/07/2027", date(2027, 7, 31)),
        ("by 31.07.2027", date(2027, 7, 31)),
        ("By 31st July 2027", date(2027, 7, 31)),
        ("by 31 Aug 27", date(2027, 8, 31)),
        ("by February 2028", date(2028, 2, 29)),
        ("by June 2027", date(2027, 6, 30)),
        ("by summer 2027", date(2027, 8, 31)),
        ("by the end of the 2026-27 school year", date(2027, 8, 31)),
        ("by the end of Year 6", None),
        ("by 31/02/2027", None),
        ("by July", None),
    ],
)
def test_the_last_day_is_told_where_the_words_name_a_year(phrase, value):
    assert [one.value for one in deadlines(look_at(f"Sam will swim {phrase}."))] == [value]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("by 1 May 2027", "date"),
        ("by May 2027", "month"),
        ("by the summer term", "term"),
        ("by age 16", "age"),
        ("by the end of Year 6", "year_group"),
        ("by the end of Key Stage 2", "key_stage"),
        ("by the end of this phase", "phase_end"),
        ("before she moves to secondary school", "transfer"),
        ("by the next annual review", "review"),
        ("within 12 months", "period"),
    ],
)
def test_the_kind_of_a_deadline_is_told(phrase, kind):
    assert [one.kind for one in deadlines(look_at(f"Sam will swim {phrase}."))] == [kind]


def test_a_cell_that_answers_by_when_needs_no_by():
    assert [one.span.text for one in points("July 2027")] == ["July 2027"]
    assert points("ongoing") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When Year 8 is over, Sam will tie his laces.", "When Year 8"),
        ("Sam will tie his laces once Year 9 ends.", "once Year 9"),
        ("Sam will tie his laces, July 2027 at the latest.", "July 2027"),
        ("For July 2027: Sam will tie his laces.", "For July 2027"),
        ("Sam will tie his laces as he comes to the end of Year 6.", "as he comes to the end of Year 6"),
        ("Sam will tie his laces every time in the last half term of Year 9.", "in the last half term of Year 9"),
        ("By the end of his foundation learning year, Sam will cook.", "By the end of his foundation learning year"),
        ("Sam can thread six beads: spring 2027.", "spring 2027"),
    ],
)
def test_a_deadline_needs_no_by(text, words):
    assert [one.span.text for one in deadlines(look_at(text))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Sessions start in October 2026 and run weekly.",
        "The group will begin on 3 May 2027 and meet twice a week.",
        "In May 2026, she was at ten words.",
        "They were seen at home in June 2026.",
        "A first group was held (June 2026).",
        "At the review in May 2026 they could read five words.",
        "She has two hours a week from the date of this plan.",
        "After a year of therapy he says ten words.",
        "After six months in nursery she does not speak.",
        "When the autumn term ends he is tired.",
        "As the term is over, he will rest.",
        "For her annual review she will choose who comes.",
        "For her annual review, she will choose who comes.",
    ],
)
def test_a_time_that_was_or_starts_is_no_deadline(text):
    assert deadlines(look_at(text)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They could write ten words in May 2026, and will write fifty by July 2027.", "by July 2027"),
        ("As was agreed, Sam will swim in July 2027.", "in July 2027"),
        ("In July 2027, in work that was not taught before, Sam writes a page.", "In July 2027"),
        ("After 18 months, they will swim alone.", "After 18 months"),
        ("As they come to the end of Year 6 they will swim.", "As they come to the end of Year 6"),
        ("For the next annual review: Sam will swim.", "For the next annual review"),
    ],
)
def test_what_was_does_not_hide_what_will_be(text, words):
    assert [one.span.text for one in deadlines(look_at(text))] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She will go to a club each week in the last term of the course.", "in the last term"),
        ("In her final term at college she will cook three meals.", "In her final term"),
        ("In the last half-term of the programme he will travel alone.", "In the last half-term"),
        ("I will be in school for 92% of sessions in Year 11 up to Easter 2028.", "to Easter 2028"),
        ("Weight follows the 9th centile at each quarterly weighing to July 2027.", "to July 2027"),
    ],
)
def test_a_last_term_and_the_end_of_what_is_counted_say_by_when(text, words):
    assert [one.span.text for one in deadlines(look_at(text))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "In the last term of the course she was shy.",
        "He will meet Ali every fortnight until July 2027.",
        "She will go to the club up to Easter 2028.",
        "She will be seen by the nurse at each visit to July 2027.",
        "He will swim every week to July 2027.",
    ],
)
def test_what_only_goes_on_until_then_says_no_by_when(text):
    assert deadlines(look_at(text)) == ()


def test_a_month_of_a_pair_is_a_deadline():
    seen = look_at("Sam's score for low mood is in the normal range in both January and July 2028.")
    assert [one.span.text for one in deadlines(seen)] == ["in both January"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Reads 120 sight words, 15 of 20 right, July 2028", date(2028, 7, 31)),
        ("Reads 60 words - July 2027.", date(2027, 7, 31)),
        ("Reads 60 words, 07/2027", date(2027, 7, 31)),
        ("Reads 60 words by May half term 2026.", date(2026, 5, 31)),
    ],
)
def test_a_time_that_closes_an_outcome_is_by_when(text, value):
    assert [one.value for one in deadlines(look_at(text, "outcome"))] == [value]


def test_a_time_that_closes_a_bracket_of_a_test_is_none():
    assert deadlines(look_at("Reads at 7 years 2 months (WRAT, March 2026).", "outcome")) == ()
