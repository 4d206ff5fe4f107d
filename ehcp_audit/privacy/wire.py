"""A lexicon as JSON: how the process that writes a redacted copy is told whom to mask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ehcp_audit.privacy.identities import Identity, Lexicon


def lexicon_json(lexicon: Lexicon) -> dict[str, Any]:
    """The lexicon as plain JSON. It holds identities: it goes through a pipe and is never stored."""
    return {
        "identities": [[one.kind, list(one.names), one.known] for one in lexicon.identities],
        "common": sorted(lexicon.common),
        "born": None if lexicon.born is None else lexicon.born.isoformat(),
    }


def lexicon_from_json(data: Mapping[str, Any]) -> Lexicon:
    """The lexicon that gave this JSON."""
    return Lexicon(
        tuple(Identity(kind, tuple(names), known) for kind, names, known in data["identities"]),
        None if data["born"] is None else date.fromisoformat(data["born"]),
        frozenset(data["common"]),
    )
