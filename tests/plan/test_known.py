"""The sample plans against what is known of them: every section, item and fact, in Word and in PDF."""

from datetime import date
from difflib import SequenceMatcher
from functools import cache

import pytest
import yaml

from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan import build_plan
from ehcp_audit.reading import formats
from ehcp_audit.resources import shipped

SAMPLES = shipped("sample_plans")
KNOWN = yaml.safe_load((SAMPLES / "known.yml").read_text(encoding="utf-8"))
AS_OF = date.fromisoformat(str(KNOWN["as_of"]))
FILES = [
    (known, suffix)
    for known in KNOWN["plans"]
    for suffix in ("docx", "pdf")
    if (SAMPLES / f"{known['stem']}.{suffix}").exists() and known.get("sections")
]
NAMES = [f"{known['stem']}.{suffix}" for known, suffix in FILES]


@cache
def plan_of(stem, suffix):
    return build_plan(formats.read(SAMPLES / f"{stem}.{suffix}"), reference="P01", as_of=AS_OF)


def alike(one, other):
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() if one or other else 1.0


def all_items(known, plan):
    """(known, found) texts of every item of every section."""
    wanted = {**(known.get("needs") or {}), "E": known.get("outcomes") or [], **(known.get("provision") or {})}
    for code, texts in wanted.items():
        one = [" ".join((text if isinstance(text, str) else text["text"]).split()) for text in texts]
        yield one, [" ".join(item.text.split()) for item in plan.section(code).items]


@pytest.mark.parametrize(("known", "suffix"), FILES, ids=NAMES)
def test_every_section_has_its_state_and_its_words(known, suffix):
    plan = plan_of(known["stem"], suffix)
    for code in SECTION_CODES:
        expected = known["sections"].get(code)
        if expected is None:
            continue
        section = plan.section(code)
        assert section.state == expected["state"], code
        assert alike(section.text, expected.get("text") or "") >= 0.95, code


@pytest.mark.parametrize(("known", "suffix"), FILES, ids=NAMES)
def test_every_fact_is_read(known, suffix):
    facts = plan_of(known["stem"], suffix).facts
    for name, value in known["facts"].items():
        if hasattr(facts, name) and name != "contributors":
            assert getattr(facts, name) == value, name


def test_items_come_out_one_by_one():
    """At least 97% of the known items are found as they are, and no more than 3% of those found are none."""
    wanted = found = right = 0
    for known, suffix in FILES:
        for one, other in all_items(known, plan_of(known["stem"], suffix)):
            wanted += len(one)
            found += len(other)
            right += sum(any(alike(text, hit) > 0.93 for hit in other) for text in one)
    assert right >= 0.97 * wanted
    assert right >= 0.97 * found


def test_a_word_plan_and_its_pdf_twin_hold_the_same_items():
    for known in {id(known): known for known, _ in FILES}.values():
        twins = [plan_of(known["stem"], suffix) for one, suffix in FILES if one is known]
        if len(twins) == 2:
            word, pdf = (
                [[" ".join(item.text.split()) for item in section.items] for section in plan.sections] for plan in twins
            )
            assert word == pdf


def test_no_section_is_present_where_none_is_known():
    for known, suffix in FILES:
        plan = plan_of(known["stem"], suffix)
        for code, expected in known["sections"].items():
            if expected["state"] in ("missing", "unknown"):
                assert plan.section(code).state in (State.MISSING, State.UNKNOWN)
