"""The house is in order: lint, format, types, layers; and what no tool checks for us."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ehcp_audit"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in MODULES]

DOORS = {
    "pypdfium2": ("reading/pdf",),
    "pdfplumber": ("reading/pdf",),
    "spacy": ("language",),
    "openpyxl": ("workbooks.py", "sheets.py", "scorecards/", "reports/summary"),
    "scipy": ("intervals.py",),
    "docx": ("word_pages.py",),
    "pypdf": ("reading/pdf",),
    "jinja2": ("reports/html.py",),
    "typer": ("cli",),
}
"""Each heavy dependency, and its door. Workbooks fill cells in `workbooks.py` alone; the others lay sheets out."""

LONG = {"ehcp_audit/model.py": 500}
"""The records are read as one page."""

CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


def ran(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    return done.returncode, done.stdout + done.stderr


def tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def test_ruff_finds_nothing():
    code, said = ran(sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", ".")
    assert code == 0, said


def test_everything_is_formatted():
    code, said = ran(sys.executable, "-m", "ruff", "format", "--check", "--no-cache", ".")
    assert code == 0, said


def test_mypy_strict_finds_nothing(tmp_path):
    code, said = ran(sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "ehcp_audit")
    assert code == 0, said


def test_imports_go_downwards_only():
    code, said = ran(tool("lint-imports"), "--no-cache", "--config", "pyproject.toml")
    assert code == 0, said


@pytest.mark.parametrize("name", NAMES)
def test_a_module_says_what_it_is_and_stays_small(name):
    source = (ROOT / name).read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source)), f"{name} has no docstring"
    assert len(source.splitlines()) <= LONG.get(name, 400), f"{name} holds more than one subject"
    assert Path(name).stem not in ("utils", "util", "helpers", "core", "common", "manager", "base")


@pytest.mark.parametrize("name", NAMES)
def test_public_functions_are_documented_and_short(name):
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            begin = node.body[0].lineno if "/cli/" in name else node.lineno  # a command's options are its signature
            lines = (node.end_lineno or node.lineno) - begin + 1
            assert lines <= 60, f"{name}: {node.name} is {lines} lines long"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if [ast.unparse(one) for one in node.decorator_list] == ["overload"]:
                continue  # the one below it that does the work says what it does
            assert ast.get_docstring(node), f"{name}: {node.name} has no docstring"


@pytest.mark.parametrize("name", [name for name in NAMES if "/cli/" not in name])
def test_below_the_command_nothing_prints_reads_the_clock_or_exits(name):
    if name in ("ehcp_audit/__main__.py", "ehcp_audit/reading/__main__.py", "ehcp_audit/reading/child.py"):
        pytest.skip("starts a process")
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                assert function.id not in ("print", "exit", "quit", "input"), f"{name}:{node.lineno}"
            if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
                assert (function.value.id, function.attr) not in CLOCKS | {("sys", "exit")}, f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", NAMES)
def test_each_heavy_dependency_has_one_door(name):
    inside = name.removeprefix("ehcp_audit/")
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for imported in names:
            doors = DOORS.get(imported.split(".")[0])
            assert doors is None or inside.startswith(doors), f"{name}:{node.lineno} imports {imported}"


def test_a_newcomer_finds_every_room_in_contributing():
    tree = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")[3]
    rooms = [path.name + "/" * path.is_dir() for path in PACKAGE.iterdir() if path.name[0] not in "_."]
    assert [room for room in rooms if room != "py.typed" and room not in tree] == []
