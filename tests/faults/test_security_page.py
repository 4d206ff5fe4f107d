"""What the security pack says is so: its tests are there, its licences are those of the packages that are installed."""

from __future__ import annotations

import ast
import json
import re

import pytest

from ehcp_audit.cli.components import bill_of_materials, components, licences_page


def test_every_row_of_the_threat_table_names_a_test_that_is_there(root):
    page = (root / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 20
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", row)
        assert named, row
        for file, test in named:
            tree = ast.parse((root / file).read_text(encoding="utf-8"))
            assert test in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, f"{file}::{test}"


def test_the_licences_are_those_of_what_is_installed(root):
    """Another system or Python may lack some packages: those that are here must be on the page, as they say."""
    page = (root / "docs" / "licences.md").read_text(encoding="utf-8")
    for line in licences_page().splitlines():
        if line.startswith("| ") and "---" not in line:
            name, licence = line.split(" | ")[0], line.rpartition(" | ")[2]
            assert any(one.startswith(f"{name} | ") and one.endswith(f"| {licence}") for one in page.splitlines()), (
                f"{name}: run python -m ehcp_audit.cli.components"
            )


@pytest.mark.parametrize("strong", ["GPL-3.0", "GPL-2.0", "AGPL", "GPLv"])
def test_no_component_asks_that_what_uses_it_be_given_away(strong):
    assert [one.name for one in components() if strong in one.licence] == []


def test_the_bill_of_materials_names_every_component(root):
    kept = json.loads((root / "docs" / "sbom.cdx.json").read_text(encoding="utf-8"))
    names = {one["name"] for one in kept["components"]}
    assert kept["bomFormat"] == "CycloneDX"
    assert {one["name"] for one in json.loads(bill_of_materials())["components"]} <= names
    assert {"spacy", "lxml", "openpyxl", "typer"} <= names
    assert all(re.fullmatch(r"pkg:pypi/[\w.-]+@[\w.+-]+", one["purl"]) for one in kept["components"])
