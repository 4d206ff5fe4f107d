"""Dip samples: drawn so that anyone can draw them again, changed only on the record."""

from ehcp_audit.sampling.drawing import (
    ALGORITHM,
    GONE,
    DrawSettings,
    allocate,
    differences,
    draw,
    population_sha256,
    settings_of,
    ticket,
)
from ehcp_audit.sampling.replacing import (
    PURPOSES,
    REASONS,
    Manifest,
    core,
    extras,
    manifest_text,
    read_manifest,
    replaced,
    stratum_of,
    with_extra,
)

__all__ = [
    "ALGORITHM",
    "GONE",
    "PURPOSES",
    "REASONS",
    "DrawSettings",
    "Manifest",
    "allocate",
    "core",
    "differences",
    "draw",
    "extras",
    "manifest_text",
    "population_sha256",
    "read_manifest",
    "replaced",
    "settings_of",
    "stratum_of",
    "ticket",
    "with_extra",
]
