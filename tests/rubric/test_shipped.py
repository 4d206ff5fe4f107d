"""The rubrics that ship beside the national one: each whole, each with examples that hold, each what it says it is."""

from __future__ import annotations

import pytest

from ehcp_audit.model import Mode, Tier
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric, shipped_rubrics
from ehcp_audit.rubric.examples import run_examples
from ehcp_audit.rubric.law import reference

NATIONAL = load_rubric("national")
OTHERS = [name for name in shipped_rubrics() if name != "national"]


@pytest.mark.parametrize("name", OTHERS)
def test_every_example_holds(name):
    assert run_examples(load_rubric(name)) == []


@pytest.mark.parametrize("name", OTHERS)
def test_its_own_criteria_have_two_examples_each_way_and_a_basis_with_a_home(name):
    rubric = load_rubric(name)
    for criterion in rubric.criteria:
        if criterion.mode is not Mode.HUMAN:
            assert min(len(criterion.examples.get(verdict, ())) for verdict in ("met", "not met")) >= 2, criterion.id
        if name != "example-authority":
            assert [basis for basis in criterion.basis if reference(basis) is None] == []


@pytest.mark.parametrize("name", shipped_rubrics())
def test_editors_are_told_the_schema_in_the_first_line(name):
    first = (shipped("rubrics") / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=rubric.schema.json"


def test_essentials_holds_every_duty():
    held = {criterion.id for criterion in load_rubric("essentials").criteria}
    assert {criterion.id for criterion in NATIONAL.criteria if criterion.tier is Tier.MUST} <= held


def test_the_example_authority_has_ten_non_negotiables_under_ids_of_its_own():
    example = load_rubric("example-authority")
    assert len(example.non_negotiables) == 10
    assert all(id.startswith("EX-") for id in example.non_negotiables)
    assert example.scales[0] == "0-10"
