"""Dip samples: drawn so that anyone can draw them again, changed only on the record."""

from ehcp_audit.sampling.capping import ALIKE, Cap, parse_cap, worth
from ehcp_audit.sampling.drawing import (
    ALGORITHM,
    GONE,
    DrawSettings,
    allocate,
    draw,
    population_sha256,
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
from ehcp_audit.sampling.verifying import differences, settings_of

__all__ = [
    "ALGORITHM",
    "ALIKE",
    "GONE",
    "PURPOSES",
    "REASONS",
    "Cap",
    "DrawSettings",
    "Manifest",
    "allocate",
    "core",
    "differences",
    "draw",
    "extras",
    "manifest_text",
    "parse_cap",
    "population_sha256",
    "read_manifest",
    "replaced",
    "settings_of",
    "stratum_of",
    "ticket",
    "with_extra",
    "worth",
]
