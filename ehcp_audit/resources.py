"""Where the rubrics and the sample plans live, in a wheel, a checkout and an editable install alike."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `rubrics` or `sample_plans`, wherever this copy of ehcp-audit keeps it.

    A wheel holds both inside the package; a checkout holds them beside it.

    Raises FileNotFoundError when the installation lacks the folder.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of ehcp-audit has no folder '{name}'; install it again")
