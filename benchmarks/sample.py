"""The plans that are measured: made by sample_plans/make.py, the same from the same seed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MAKE = Path(__file__).resolve().parents[1] / "sample_plans" / "make.py"


def make_plans(folder: Path, count: int, seed: str, format: str = "both") -> Path:
    """The folder with that many plans, each as .docx and as .pdf unless one is asked for; made once."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        command = [sys.executable, str(MAKE), "--count", str(count), "--seed", seed, "-o", str(folder)]
        command += ["--format", format]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def files(folder: Path, suffix: str) -> list[Path]:
    """The plans of one format, in name order."""
    return sorted(folder.rglob(f"*{suffix}"))


def middle(folder: Path, suffix: str) -> Path:
    """The plan of median size: the one that stands for a plan of ordinary length."""
    by_size = sorted(files(folder, suffix), key=lambda path: (path.stat().st_size, path.name))
    return by_size[len(by_size) // 2]
