"""A year group that is written with its school year is that of then, and is carried on to the day of the audit."""

from datetime import date

import pytest
from plans import heading, line, row, with_sections

VIEWS = [heading("Section A: Views, interests and aspirations"), line("I like trains.")]


def _year(*cover, as_of=date(2026, 11, 27)):
    return with_sections(*cover, *VIEWS, as_of=as_of).facts.year_group


@pytest.mark.parametrize(
    "said",
    [
        "Year group 2025-26: Year 9",
        "Year group 2025/26: 9",
        "Year group (2025/2026): Year 9",
        "Year group in 2025-26: Year 9",
        "Year group for academic year 2025-26: Year 9",
        "Year group 2025–26: Year 9",
        "Year group: Year 9 (2025-26)",
        "Year group: Year 9 in 2025/26",
        "Year group: Year 10 (2026-27)",
        "Year group: Year 10",
    ],
)
def test_the_year_is_carried_on(said):
    assert _year(line(said)) == 10


def test_in_a_table_too():
    assert _year(row(1, 1, "Year group 2025-26", "Year 9", "UPN", "A999000000001")) == 10


@pytest.mark.parametrize(
    ("said", "as_of", "year"),
    [
        ("Year group 2025-26: Year 9", date(2026, 3, 1), 9),
        ("Year group 2025-26: Year 9", date(2027, 9, 2), 11),
        ("Year group 2025-26: Reception", date(2026, 11, 27), 1),
        ("Year group 2024-25: Year 13", date(2026, 11, 27), 14),
        ("Year group 2026-27: Year 6", date(2026, 7, 1), 5),
        ("Year group 2025-27: Year 9", date(2026, 11, 27), 9),
    ],
)
def test_to_the_day_of_the_audit(said, as_of, year):
    assert _year(line(said), as_of=as_of) == year


def test_a_school_year_of_something_else_carries_nothing_on():
    assert _year(line("Attendance 2024-25: 93 %"), line("Year group: Year 9")) == 9
