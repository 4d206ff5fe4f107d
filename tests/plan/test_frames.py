"""What stands first in section F and says only for how long, or in which hours, all is given is no line of it."""

import pytest
from plans import heading, line, texts, with_sections

READS = "A teacher teaches Ana to read for 20 minutes each day, one to one."
TALKS = "A speech and language therapist sees Ana for 30 minutes each week."


def lines_of(*words):
    return texts(with_sections(heading("Section F: Special educational provision"), *map(line, words)), "F")


@pytest.mark.parametrize(
    "words",
    [
        "14 September 2026 to July 2028; 38 weeks a year. Looked at each term; reviewed each year.",
        "Nursery runs for 38 weeks a year. It is checked at each termly meeting and reviewed at the annual review.",
        "I am on a supported internship: 36 weeks, five days a week. All of this is checked at my half-termly meeting.",
        "Ana is in college for 24 hours a week over four days. Reviewed at the meeting of 18 June 2027.",
        "In place from 9 November 2026, for 39 weeks of each school year; reviewed each term by the SENCO.",
        "It starts on 2 November 2026, runs for 36 weeks of each college year, and is reviewed each term by the tutor.",
        "The SENCO, a qualified teacher, checks that it has been given at the end of each term.",
        "The provision is made otherwise than in a school, under section 61 of the Act. It runs for 39 weeks a year.",
        "I will have all of this for 38 weeks of each school year, from 14 September 2026 to July 2029.",
    ],
)
def test_a_frame_over_all_lines_is_no_line(words):
    assert lines_of(words, READS, TALKS) == [READS, TALKS]


@pytest.mark.parametrize(
    "words",
    [
        "Ana is taught to read for 38 weeks a year. Reviewed each term.",
        "One hour a week for 38 weeks a year. Reviewed each term.",
        "Occupational therapy for 38 weeks a year. Reviewed each term.",
        "A quiet room for the whole of each term, reviewed each year.",
        "A learning mentor meets Ana each term for 38 weeks.",
        "Ana attends nursery with an assistant for 15 hours a week, 38 weeks a year.",
    ],
)
def test_a_first_line_that_gives_something_stays(words):
    assert any(words.startswith(one) for one in lines_of(words, READS, TALKS))


def test_what_stands_after_a_line_is_said_of_it():
    assert len(lines_of(READS, "Hours in school 10 to 12, 38 weeks a year.")) == 2


def test_all_from_a_day_on_is_of_all_wherever_it_stands():
    after = "All from 28 September 2026 to 31 July 2028; amounts looked at in each termly check."
    assert lines_of(READS, TALKS, after)[:2] == [READS, TALKS]
    assert after not in lines_of(READS, TALKS, after)
