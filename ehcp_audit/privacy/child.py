"""The reader process that writes redacted copies of Word documents: the same door, another maker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ehcp_audit.reading import child
from ehcp_audit.reading.marking import Copy


def main() -> None:
    """Serve until the other end closes."""
    child.main(make=_redacted)


def _redacted(path: Path, how: dict[str, Any]) -> Copy:
    from ehcp_audit.privacy.masking import Masker
    from ehcp_audit.privacy.wire import lexicon_from_json
    from ehcp_audit.privacy.word_copy import redacted_copy

    return redacted_copy(path, Masker(lexicon_from_json(how)))


if __name__ == "__main__":
    main()
