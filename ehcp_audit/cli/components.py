"""What ehcp-audit is made of, for IT: docs/licences.md and docs/sbom.cdx.json, `python -m ehcp_audit.cli.components`.

Both are read off the installed packages: those that pyproject.toml asks for, and those that they ask for in turn.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN = "ehcp-audit"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
_KNOWN = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
}

HEAD = """\
# Licences of what ehcp-audit is made of

Made by `python -m ehcp_audit.cli.components`; a test keeps it current. The versions that were tested are in [sbom.cdx.json](sbom.cdx.json) (CycloneDX). ehcp-audit itself is under the MIT licence, its rubrics under CC BY 4.0.

| Package | Asked for by | Licence |
|---|---|---|
"""  # noqa: E501  (a page of prose)


@dataclass(frozen=True, slots=True)
class Component:
    """A package that an installation holds: its name, version and licence, and who asks for it."""

    name: str
    version: str
    licence: str
    asked_by: tuple[str, ...]


def components() -> tuple[Component, ...]:
    """Every package that an installation of ehcp-audit holds, by name."""
    asked: dict[str, set[str]] = {}
    found: dict[str, Distribution] = {}
    waiting = [(OWN, name) for name in _asked_for(distribution(OWN))]
    while waiting:
        by, name = waiting.pop()
        asked.setdefault(name, set()).add(by)
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # asked for on another system or version of Python only
        waiting += [(name, other) for other in _asked_for(found[name])]
    return tuple(
        Component(name, one.version, licence_of(one), tuple(sorted(asked[name]))) for name, one in sorted(found.items())
    )


def _asked_for(package: Distribution) -> list[str]:
    """What a package asks for without any of its extras."""
    names = []
    for line in package.requires or ():
        match = _NAME.match(line)
        if match and "extra ==" not in line:
            names.append(re.sub(r"[-_.]+", "-", match.group()).lower())
    return names


def licence_of(package: Distribution) -> str:
    """The licence that a package's own metadata names, in short."""
    about = package.metadata
    if "License-Expression" in about:
        return about["License-Expression"]
    classifiers = [
        one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")
    ]
    named = [_KNOWN.get(one, one) for one in classifiers if one != "OSI Approved"]
    if named:
        return ", ".join(sorted(set(named)))
    first = "".join(about.get_all("License") or ()).strip().split("\n")[0]
    return first[:60] if first else "see its home page"


def licences_page() -> str:
    """docs/licences.md."""
    rows = [f"| {one.name} | {', '.join(one.asked_by)} | {one.licence} |" for one in components()]
    return HEAD + "\n".join(rows) + "\n"


def bill_of_materials() -> str:
    """docs/sbom.cdx.json: CycloneDX 1.5."""
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": OWN, "version": distribution(OWN).version,
                                   "licenses": [{"expression": "MIT"}]}},
        "components": [
            {"type": "library", "name": one.name, "version": one.version, "purl": f"pkg:pypi/{one.name}@{one.version}",
             "licenses": [{"license": {"name": one.licence}}]}
            for one in components()
        ],
    }  # fmt: skip
    return json.dumps(made, indent=1) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "licences.md").write_text(licences_page(), encoding="utf-8")
    (ROOT / "docs" / "sbom.cdx.json").write_text(bill_of_materials(), encoding="utf-8")
    sys.stdout.write("Written: docs/licences.md, docs/sbom.cdx.json\n")
