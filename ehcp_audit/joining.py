"""Which row of the caseload is each file's?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from ehcp_audit.caseload import Caseload, CaseloadRow


def joined(caseload: Caseload, files: Sequence[Path]) -> dict[Path, CaseloadRow]:
    """Which row is each file's? By the `file` column; else a row's is the one file whose name holds its id as a whole.

    A file that several ids fit is the longest one's; a row that several files fit is none's.
    """
    result: dict[Path, CaseloadRow] = {}
    by_name: dict[str, list[Path]] = {}
    by_tokens: dict[tuple[str, ...], list[Path]] = {}
    by_id = [row for row in caseload.rows if row.file is None]
    longest = max((len(_tokens(row.id)) for row in by_id), default=0)
    for file in files:
        by_name.setdefault(file.name.casefold(), []).append(file)
        tokens = _tokens(file.stem)
        for size in range(1, min(longest, len(tokens)) + 1):
            for start in range(len(tokens) - size + 1):
                by_tokens.setdefault(tokens[start : start + size], []).append(file)
    for row in caseload.rows:
        if row.file is not None:
            wanted = PurePosixPath(row.file.replace("\\", "/").casefold()).parts
            fits = [one for one in by_name.get(wanted[-1] if wanted else "", []) if _ends_with(one, wanted)]
            if len(fits) == 1:
                result.setdefault(fits[0], row)
    for row in sorted(by_id, key=lambda row: (-len(_tokens(row.id)), -len(row.id), row.number)):
        fits = [one for one in dict.fromkeys(by_tokens.get(_tokens(row.id), [])) if _holds_whole(one.stem, row.id)]
        if len(fits) == 1:
            result.setdefault(fits[0], row)
    return result


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def _holds_whole(stem: str, id: str) -> bool:
    pattern = rf"(?<![^\W_]){re.escape(id.casefold())}(?![^\W_])"
    return re.search(pattern, unicodedata.normalize("NFC", stem).casefold()) is not None


def _ends_with(file: Path, wanted: tuple[str, ...]) -> bool:
    parts = tuple(part.casefold() for part in file.parts)
    return parts[-len(wanted) :] == wanted
