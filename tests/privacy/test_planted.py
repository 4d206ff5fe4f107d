"""Identities planted in generated plans are found: a small run of what docs/privacy.md prints."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.privacy.planted.measuring import UNKNOWN, measure

CERTAIN = (
    "known, exact",
    "numbers",
    "contacts",
    "birth dates",
    "addresses",
    "tables",
    "properties, comments, hidden text",
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    return measure(tmp_path_factory.mktemp("planted"), 12, seed="test")


def test_exact_names_and_numbers_are_all_found(measured):
    assert sum(measured.planted[one] for one in CERTAIN) > 200
    assert {one: measured.missed[one] for one in CERTAIN} == dict.fromkeys(CERTAIN, 0)


def test_hardly_anything_else_is_missed(measured):
    assert sum(measured.missed.values()) <= 0.01 * sum(measured.planted.values())


def test_people_in_no_field_are_found_or_listed(measured):
    planted = sum(measured.planted[one] for one in UNKNOWN)
    lost = sum(measured.missed[one] - measured.listed[one] for one in UNKNOWN)
    assert planted > 100
    assert lost <= 0.05 * planted


def test_ordinary_words_stay(measured):
    assert measured.words > 5000
    assert measured.over <= 0.02 * measured.words


def test_the_judge_notices_what_is_left(tmp_path):
    """The measure can fail: an unmasked plan leaks nearly everything that was planted in it."""
    import random

    from ehcp_audit.reading import formats
    from tests.privacy.planted.generating import Writer
    from tests.privacy.planted.judging import leaked, ordinary_words

    writer = Writer(tmp_path / "plan.docx", random.Random("judge"), "held_out")  # noqa: S311
    made = writer.write()
    text = "\n".join(one.text for one in formats.read(made.path).stretches)
    ordinary = ordinary_words(made, writer.skeleton)
    there = [one for one in made.planted if not one.stratum.startswith(("headers", "properties"))]
    assert sum(leaked(one, made, text, ordinary) for one in there) >= 0.97 * len(there)


@pytest.mark.soak
def test_two_hundred_plans(tmp_path):
    found = measure(tmp_path, 200)
    assert sum(found.planted.values()) >= 6000
    assert Counter({one: found.missed[one] for one in CERTAIN}).total() == 0
    assert found.leaking <= 0.05 * found.plans


def test_the_page_prints_the_figures_of_a_whole_run(root):
    page = (root / "docs" / "privacy.md").read_text(encoding="utf-8")
    planted = re.search(r"200 generated plans, ([\d,]+) planted identities", page)
    assert planted is not None
    assert int(planted[1].replace(",", "")) >= 6000
    assert "anonymised" not in page
    kept = json.loads((root / "ehcp_audit/privacy/data/measured.json").read_text(encoding="utf-8"))
    assert f"| **all** | {kept['planted']:,} | {kept['missed']} |" in page
