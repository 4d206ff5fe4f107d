"""The wheel, not the checkout: built, unpacked and used from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the wheel in it; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def used(site: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "ehcp_audit", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def test_the_wheel_holds_rubrics_and_sample_plans(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "ehcp_audit/rubrics/national.yaml" in names
    assert "ehcp_audit/sample_plans/known.yml" in names
    assert any(name.startswith("ehcp_audit/sample_plans/") and name.endswith(".docx") for name in names)
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in names)


def test_an_installed_copy_lists_its_own_rubric(site, tmp_path):
    done = used(site, tmp_path, "rules")
    assert done.returncode == 0, done.stderr
    assert "E07" in done.stdout


def test_an_installed_copy_is_sound(site, tmp_path):
    done = used(site, tmp_path, "doctor")
    assert str(site) in done.stdout
    assert done.returncode == 0, done.stdout


def test_an_installed_copy_checks_its_own_sample_plan(site, tmp_path):
    plan = sorted((site / "ehcp_audit" / "sample_plans").glob("*.docx"))[0]
    done = used(site, tmp_path, "check", str(plan), "--format", "json", "--fail-on", "never", "--as-of", "2026-11-20")
    assert done.returncode == 0, done.stderr
    assert '"ehcp-audit/result/1"' in done.stdout
