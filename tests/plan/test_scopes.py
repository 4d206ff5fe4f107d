"""What leads into a section and is no item of it: when all of it runs, what goes well, a diagnosis over the needs."""

from __future__ import annotations

import pytest
from plans import heading, line, texts, with_sections

from ehcp_audit.plan.preambles import is_scope

GIVEN = "A teaching assistant reads with Ivo for 20 minutes each day."
MORE = "A mentor meets him for half an hour each Monday."
F = "Section F: Special educational provision"
B = "Section B: Special educational needs"


@pytest.mark.parametrize(
    "words",
    [
        "Each paragraph applies in every school week (39 a year) from the date of this plan to "
        "July 2027 unless it gives another period.",
        "This is for 39 school weeks a year and goes on until July 2028 unless another date is given.",
        "Term time, 38 weeks.",
        "Term-time only (39 weeks a year).",
        "39 weeks a year, term time only.",
        "Amounts are per week unless stated.",
        "Ruhan attends for 15 hours (five mornings, 8.45 to 11.45) in each of 38 weeks.",
        "These arrangements run until 31 August 2027 and will be re-planned for Reception at the May 2027 review.",
        "These apply in term time (38 weeks) until July 2028.",
        "Every paragraph below holds for 39 weeks a year.",
        "The sentences below are for term time and last until Easter 2028.",
        "All school weeks, 38 a year.",
        "It all starts on 7 September 2026 and goes on to July 2028.",
        "This goes on until the end of Year 6 unless a paragraph says otherwise.",
        "Mina is at nursery for 15 hours over three days, 38 weeks a year.",
        "All of this is in place from September 2026 to July 2028.",
        "Unless it says otherwise, each sentence is for every school week from January 2027.",
        "All amounts are for each school week, of which there are 38.",
        "Every number below is for one school week.",
    ],
)
def test_when_all_of_it_runs_is_no_line_of_provision(words: str) -> None:
    assert is_scope(words)
    assert texts(with_sections(heading(F), line(words), line(GIVEN), line(MORE)), "F") == [GIVEN, MORE]


@pytest.mark.parametrize(
    "words",
    [
        "Each paragraph is read aloud to her for ten minutes a day by an assistant.",
        "This is for 30 minutes a day until July 2028.",
        "This goes on for 20 minutes each morning until July 2028.",
        "These arrangements include a taxi with an escort until July 2027.",
        "Term time, 38 weeks: a learning mentor for one hour a week.",
        "These run for 30 minutes each week until July 2027.",
        "Ruhan attends hydrotherapy for one hour in each of 38 weeks.",
        "Ruhan attends the speech clinic for 15 hours a year.",
        "Ruhan attends for 15 hours with a one-to-one nurse in each of 38 weeks.",
        "The group runs until July 2027.",
        "These arrangements are made by the occupational therapist until July 2027.",
        "A mentor meets him in every school week until July 2028.",
        "Mina is at nursery for 15 hours with an adult beside her, 38 weeks a year.",
        "This applies in lessons: a reader and a scribe.",
        "Each adult applies the same three rules in every lesson.",
        "It all starts with a visual timetable each morning.",
        "Amounts of food are weighed by the cook each week.",
        "Term-time respite care, 38 weeks a year.",
    ],
)
def test_a_line_that_gives_something_is_no_scope(words: str) -> None:
    assert not is_scope(words)


def test_what_goes_on_about_the_line_before_stays_with_it() -> None:
    words = f"{GIVEN} This goes on until the end of Year 6."
    assert texts(with_sections(heading(F), line(words)), "F") == [words]


NEEDS = ("Learning. Ivo cannot yet read.", "Sensory. Loud rooms hurt him.", "Friends. Ivo plays alone.")
NUMBERED = ("B1. Ivo cannot yet read.", "B2. Loud rooms hurt him.", "B3. Ivo plays alone.")


@pytest.mark.parametrize(
    "words",
    [
        "Ivo is an able pupil (reasoning at the 88th percentile) and a gifted maker. These strengths also hide his "
        "difficulties.",
        "Ivo is practical, patient and kind. He can strip an engine. He scores at the 40th centile for patterns.",
        "Ivo is an accurate observer with reasoning at the 70th percentile. He is nimble and gentle with babies.",
        "Ivo is thoughtful, caring and funny. He loves maps.",
        "Ivo has a wonderful memory. He knows every station on the line.",
    ],
)
def test_strengths_over_needs_with_titles_are_none(words: str) -> None:
    assert texts(with_sections(heading(B), line(words), *map(line, NEEDS)), "B") == list(NEEDS)


@pytest.mark.parametrize(
    "words",
    [
        "Ivo is practical and kind. He reads at the 4th centile.",
        "Ivo is sociable. He will go off with anybody.",
        "Ivo is bright but he cannot write.",
        "Ivo is quick to hit out.",
        "Ivo is able to read single words.",
        "Ivo is happy only when his mother is near.",
        "Ivo has a good memory. He asks for his mother all day.",
    ],
)
def test_what_is_hard_over_needs_with_titles_stays(words: str) -> None:
    assert texts(with_sections(heading(B), line(words), *map(line, NEEDS)), "B") == [words, *NEEDS]


@pytest.mark.parametrize(
    "words",
    [
        "Ivo is autistic. The numbers below are used again in Sections E and F.",
        "Ivo is autistic.",
        "Ivo has a diagnosis of autism and ADHD.",
        "Ivo was diagnosed with developmental language disorder in March 2024 by Dr Hall.",
        "Ivo has Down syndrome. Each need has a number.",
    ],
)
def test_a_diagnosis_over_numbered_needs_is_none(words: str) -> None:
    assert len(texts(with_sections(heading(B), line(words), *map(line, NUMBERED)), "B")) == len(NUMBERED)


@pytest.mark.parametrize(
    "words",
    [
        "Ivo is autistic and cannot bear a change of plan.",
        "Ivo is autistic. He needs to know what comes next.",
        "Ivo has a diagnosis of autism, so new places frighten him.",
    ],
)
def test_a_need_beside_a_diagnosis_stays(words: str) -> None:
    assert texts(with_sections(heading(B), line(words), *map(line, NUMBERED)), "B")[0] == words


def test_a_diagnosis_that_has_a_number_or_stands_among_others_stays() -> None:
    assert len(texts(with_sections(heading(B), line("B1. Ivo is autistic."), line("B2. Ivo cannot read.")), "B")) == 2
    assert len(texts(with_sections(heading(B), line("Ivo is autistic."), line("Ivo cannot read.")), "B")) == 2


def test_strengths_with_a_number_before_their_label_are_no_need() -> None:
    lines = (
        "2.1\tStrengths: Ivo talks well.",
        "2.2\tNeed: Ivo cannot yet read.",
        "2.3\tStrengths: he runs and climbs.",
    )
    assert texts(with_sections(heading(B), *map(line, lines)), "B") == ["Ivo cannot yet read."]
    lines = ("B1 Strengths: Ivo talks well.", "B2 Need: Ivo cannot yet read.")
    assert texts(with_sections(heading(B), *map(line, lines)), "B") == ["Ivo cannot yet read."]


def test_a_bullet_on_how_long_all_of_it_runs_is_no_provision() -> None:
    runs = "These arrangements run until 31 August 2027 and will be planned again at the May review."
    taxi = "These arrangements include a taxi with an escort until July 2027."
    bullets = (line(words, marker="•") for words in (GIVEN, runs, taxi))
    assert texts(with_sections(heading(F), *bullets), "F") == [GIVEN, taxi]
