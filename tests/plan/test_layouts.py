"""Sections in odd_layouts.py, and in four sets written before the rules saw them."""

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from fourth_layouts import LAYOUTS as FOURTH
from fourth_layouts import build as build_fourth
from held_layouts import LAYOUTS as HELD
from held_layouts import build as build_held
from later_layouts import LAYOUTS as LATER
from later_layouts import build as build_later
from odd_layouts import LAYOUTS as ODD
from odd_layouts import build as build_odd
from plans import AS_OF
from third_layouts import LAYOUTS as THIRD
from third_layouts import build as build_third

from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan import build_plan
from ehcp_audit.reading import formats

ENOUGH = 0.95
BUILDERS = [
    *((name, build_odd) for name in ODD),
    *((name, build_held) for name in HELD),
    *((name, build_later) for name in LATER),
    *((name, build_third) for name in THIRD),
    *((name, build_fourth) for name in FOURTH),
]


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() if one or other else 1.0


@pytest.mark.parametrize(("name", "build"), BUILDERS)
def test_every_section_holds_its_own_words(name, build, tmp_path):
    sheet = build(name, tmp_path)
    plan = build_plan(formats.read(sheet.path), reference="P01", as_of=AS_OF)
    for code in SECTION_CODES:
        section = plan.section(code)
        expected = sheet.states.get(code) or ("present" if sheet.text(code) else "missing")
        assert section.state == expected, code
        assert alike(section.text, sheet.text(code)) >= ENOUGH, code


@pytest.mark.parametrize(("name", "build"), BUILDERS)
def test_pieces_are_slices_of_the_text_and_no_character_has_two_owners(name, build, tmp_path):
    plan = build_plan(formats.read(build(name, tmp_path).path), reference="P01", as_of=AS_OF)
    spans = [piece for section in plan.sections for piece in section.pieces] + list(plan.outside)
    for piece in spans:
        assert plan.text[piece.start : piece.end] == piece.text
    ordered = sorted(spans, key=lambda piece: piece.start)
    assert all(one.end <= other.start for one, other in pairwise(ordered))
    for section in plan.sections:
        for item in section.items:
            for passage in (*item.passages, *(field.passage for field in item.fields)):
                assert plan.text[passage.start : passage.end] == passage.text


def test_one_heading_over_two_letters_says_so(tmp_path):
    plan = build_plan(formats.read(build_odd("one_h", tmp_path).path), reference="P01", as_of=AS_OF)
    assert plan.section("H1").state is State.PRESENT
    assert "H2" in plan.section("H1").note
    assert plan.section("H2").state is State.UNKNOWN
    assert "H1" in plan.section("H2").note
