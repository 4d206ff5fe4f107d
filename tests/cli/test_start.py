"""What a command may load before it is needed: neither spaCy nor a document library for help, rules and explain."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = [
    "spacy",
    "numpy",
    "scipy",
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "pypdf",
    "docx",
    "lxml",
    "openpyxl",
    "jinja2",
    "PIL",
    "reportlab",
    "platformdirs",
]

LOADED = """
import sys
from ehcp_audit.cli.entry import run
code = run(sys.argv[2:])
heavy = sorted({name.split('.')[0] for name in sys.modules} & set(sys.argv[1].split()))
sys.stderr.write(f'LOADED {code} {heavy}')
"""


def loaded(*arguments: str, heavy: list[str]) -> str:
    command = [sys.executable, "-c", LOADED, " ".join(heavy), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.stderr.rpartition("LOADED ")[2]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["batch", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments):
    assert loaded(*arguments, heavy=[*HEAVY, "rich", "yaml"]) == "0 []"


def test_help_makes_none_of_the_records_of_a_plan():
    """Building their classes costs a quarter of what `--help` may."""
    code = (
        "import sys\nfrom ehcp_audit.cli.entry import run\nrun(['--help'])\nsys.exit('ehcp_audit.model' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60).returncode == 0


@pytest.mark.parametrize("arguments", [["explain", "E07"], ["rules"], ["schema", "result"], ["config"]])
def test_words_about_the_rubric_load_neither_spacy_nor_a_document_library(arguments):
    heavy = [name for name in HEAVY if name != "platformdirs"]  # finds the user's settings
    assert loaded(*arguments, heavy=heavy) == "0 []"


def test_the_test_would_notice():
    """The probe sees a module that is loaded."""
    assert loaded("--version", heavy=["typer"]) == "0 ['typer']"
