"""A table that follows others of its kind without their header: its columns mean what theirs did."""

import pytest
from plans import heading, line, row, with_sections

HEADER = ("Provision to be made", "Who will provide this?", "How often?")


def fields(item):
    return {one.name: one.passage.text for one in item.fields}


@pytest.mark.parametrize("between", ["All outcomes", "Across the curriculum"])
def test_the_last_table_needs_no_header_of_its_own(between):
    provision = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 1, *HEADER),
        row(1, 2, "Rowan will have a reading session with cards.", "Teaching assistant", "20 minutes daily"),
        line(between, bold=True),
        row(2, 1, "A book will go between home and school.", "Keyworker", "Daily"),
        row(2, 2, "A keyworker will meet his parents.", "SENCO", "Each half term"),
    )
    items = provision.section("F").items
    assert [fields(one)["who"] for one in items] == ["Teaching assistant", "Keyworker", "SENCO"]
    assert [fields(one)["how_often"] for one in items] == ["20 minutes daily", "Daily", "Each half term"]


def test_a_table_with_other_columns_is_read_by_itself():
    provision = with_sections(
        heading("Section F: Special educational provision"),
        row(1, 1, *HEADER),
        row(1, 2, "Rowan will have a reading session with cards.", "Teaching assistant", "20 minutes daily"),
        row(2, 1, "A book will go between home and school.", "Keyworker"),
    )
    assert "who" not in fields(provision.section("F").items[1])
