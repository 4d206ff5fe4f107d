from datetime import date

import pytest

from ehcp_audit.language.dates import find_dates, first_date, school_year_start, year_group_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4/5/2026", date(2026, 5, 4)),
        ("04/05/26", date(2026, 5, 4)),
        ("04.05.26", date(2026, 5, 4)),
        ("4-5-2026", date(2026, 5, 4)),
        ("4 / 5 / 2026", date(2026, 5, 4)),
        ("4th May 2026", date(2026, 5, 4)),
        ("4 May 26", date(2026, 5, 4)),
        ("4 May '26", date(2026, 5, 4)),
        ("4-May-2026", date(2026, 5, 4)),
        ("Monday 1st of June, 2026", date(2026, 6, 1)),
        ("22nd Sept 2025", date(2025, 9, 22)),
        ("3 Dec. 2025", date(2025, 12, 3)),
        ("May 4th, 2026", date(2026, 5, 4)),
        ("2026-05-04", date(2026, 5, 4)),
        ("born 29/02/2012", date(2012, 2, 29)),
        ("on 31.08.98 he", date(1998, 8, 31)),
    ],
)
def test_every_british_form_of_a_day_is_read(text, value):
    (found,) = find_dates(text)
    assert found.value == value
    assert found.precision == "day"
    assert text[found.start : found.end] == found.text


def test_a_month_alone_is_its_first_day_and_says_so():
    (found,) = find_dates("By the end of May 2026 she will")
    assert (found.value, found.precision, found.text) == (date(2026, 5, 1), "month", "May 2026")


@pytest.mark.parametrize(
    "text", ["31/02/2026", "32/01/2026", "13/13/2026", "30 February 2026", "29.02.2025", "0/5/2026"]
)
def test_days_that_do_not_exist_are_found_and_have_no_value(text):
    (found,) = find_dates(text)
    assert found.value is None
    assert first_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Spring term 2026",
        "in the summer of 2026",
        "4 May",
        "he may go 20 times",
        "24/7",
        "3/4 of the class",
        "sections 1.2.3.4",
        "scores of 4/5/6",
        "10-15 minutes",
        "999 012 3456",
        "Year 5",
        "2025/26",
        "4 May 20 minutes a day",
        "",
    ],
)
def test_terms_times_and_fractions_are_no_dates(text):
    assert find_dates(text) == ()


def test_several_dates_come_in_the_order_of_the_text():
    found = find_dates("Asked for on 5 January 2026, drafted 10.04.26 and issued on 22/05/2026.")
    assert [one.value for one in found] == [date(2026, 1, 5), date(2026, 4, 10), date(2026, 5, 22)]


@pytest.mark.parametrize(
    ("born", "as_of", "year"),
    [
        (date(2015, 8, 31), date(2026, 9, 1), 7),
        (date(2015, 9, 1), date(2026, 9, 1), 6),
        (date(2015, 9, 1), date(2026, 8, 31), 5),
        (date(2022, 8, 31), date(2026, 11, 20), 0),
        (date(2022, 9, 1), date(2026, 11, 20), -1),
        (date(2023, 10, 1), date(2026, 11, 20), -2),
        (date(2009, 9, 2), date(2026, 11, 20), 12),
        (date(2003, 1, 1), date(2026, 11, 20), 14),
        (date(1990, 1, 1), date(2026, 11, 20), None),
        (date(2026, 1, 1), date(2026, 11, 20), None),
    ],
)
def test_year_groups_run_from_september_to_august(born, as_of, year):
    assert year_group_of(born, as_of) == year


def test_the_school_year_begins_on_the_first_of_september():
    assert school_year_start(date(2026, 8, 31)) == date(2025, 9, 1)
    assert school_year_start(date(2026, 9, 1)) == date(2026, 9, 1)
