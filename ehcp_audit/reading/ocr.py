"""The program that reads pictures of pages, Tesseract: where it is, and which it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LANGUAGE = "eng"


def program() -> str | None:
    """Where is Tesseract?"""
    found = shutil.which("tesseract")
    if found is None and sys.platform == "win32":
        for folder in (os.environ.get("PROGRAMFILES"), os.environ.get("LOCALAPPDATA")):
            for place in (Path(folder or "C:/", "Tesseract-OCR"), Path(folder or "C:/", "Programs", "Tesseract-OCR")):
                if (place / "tesseract.exe").is_file():
                    return str(place / "tesseract.exe")
    return found


def version() -> str | None:
    """Which Tesseract is installed, such as "tesseract 5.3.0"? Another one may read another word. None: no one is."""
    return next((line for line in _said("--version") if line.startswith("tesseract")), None)


def has_language() -> bool:
    """Is the data for English there?"""
    return LANGUAGE in _said("--list-langs")


def _said(question: str) -> list[str]:
    found = program()
    if found is None:
        return []
    try:
        done = subprocess.run([found, question], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line.strip() for line in (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()]
