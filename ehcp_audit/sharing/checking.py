"""What in a share pack should not be there: each finding with its sheet and cell, never with the words found.

A pack without quotations can hold nothing but numbers and a closed list of words: whatever else stands in it is
refused, so that no name gets through however it was put there. Quotations are searched as `redact` searches a plan,
and everything for the names that are known when they are given.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ehcp_audit.errors import AuditError
from ehcp_audit.privacy.identities import Lexicon
from ehcp_audit.privacy.masking import Masker
from ehcp_audit.sharing.banner import as_text, banner
from ehcp_audit.sharing.packing import MANIFEST, README, SHARE, TABLES, WORKBOOK
from ehcp_audit.sharing.tables import ABOUT, CRITERION, LONGEST_QUOTE, SHEETS, Kind
from ehcp_audit.workbooks import csv_unguarded, opened

_LARGEST = 64 * 2**20
_NEVER = re.compile(r"anonymi[sz]ed", re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{64}")
_WORD = re.compile(r"[A-Za-z0-9._-]{1,64}")


def check_pack(data: bytes, lexicons: Sequence[Lexicon] = ()) -> list[str]:
    """What does not hold in a pack: sentences with sheet and cell; none when it may leave.

    `lexicons`: whom the plans and the caseload name, where they are at hand. Raises AuditError when it is no pack.
    """
    files = _files(data)
    maskers = [Masker(lexicon) for lexicon in lexicons]
    manifest = _manifest(files)
    ids = frozenset(str(one) for one in manifest.get("criteria", ()))
    found = list(_manifest_findings(manifest, files, ids))
    allowed = {README, MANIFEST, WORKBOOK, *TABLES.values()}
    for number, name in enumerate(files, 1):
        if name not in allowed:
            found.append(f"file {number} of the pack is none that a share pack holds")
    quoted = bool(manifest.get("quotes"))
    if files.get(README, b"").decode("utf-8", "replace") != as_text(banner(quotes=quoted)):
        found.append(f"{README} is not the banner that a pack begins with")
    if WORKBOOK in files:
        found += _workbook_findings(files[WORKBOOK], ids, maskers, quoted=quoted)
    for sheet, name in TABLES.items():
        if name in files:
            found += _table_findings(sheet, name, files[name], ids, maskers)
    return found


def _files(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > 50 or sum(one.file_size for one in entries) > _LARGEST:
                raise AuditError("This is larger than any share pack; make the pack again with `ehcp-audit share`.")
            return {one.filename: archive.read(one) for one in entries}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError) as error:
        raise AuditError("This is no share pack; name the .zip file that `ehcp-audit share` wrote.") from error


def _manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        data = json.loads(files[MANIFEST])
    except (KeyError, ValueError) as error:
        raise AuditError(
            "This is no share pack: it has no pack.json. Make it again with `ehcp-audit share`."
        ) from error
    if not isinstance(data, dict) or data.get("schema") != SHARE or not isinstance(data.get("criteria"), list):
        raise AuditError("This is no share pack that this version knows; make it again with `ehcp-audit share`.")
    return data


def _manifest_findings(manifest: Mapping[str, Any], files: Mapping[str, bytes], ids: frozenset[str]) -> Iterator[str]:
    keys = {"schema", "tool", "rubric", "as_of", "plans", "criteria", "quotes", "files"}
    if set(manifest) - keys:
        yield f"{MANIFEST} holds a key that no share pack has"
    words = [*_strings({key: manifest.get(key) for key in ("tool", "rubric", "as_of")}), *ids]
    if not all(_WORD.fullmatch(one) for one in words) or not all(CRITERION.fullmatch(one) for one in ids):
        yield f"{MANIFEST} holds words that no share pack has there"
    sealed = manifest.get("files")
    sums = dict(sealed) if isinstance(sealed, dict) else {}
    for name in (README, WORKBOOK, *TABLES.values()):
        if name in files and sums.get(name) != hashlib.sha256(files[name]).hexdigest():
            yield f"{name} was changed after the pack was made"
        if name not in files and name in sums:
            yield f"{name} is missing"
    if not all(_HEX.fullmatch(str(one)) for one in sums.values()) or set(sums) - {README, WORKBOOK, *TABLES.values()}:
        yield f"{MANIFEST} names files that no share pack holds"


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
    elif data is not None:
        yield str(data)


# --- cells ------------------------------------------------------------------------------------------------


def _workbook_findings(data: bytes, ids: frozenset[str], maskers: Sequence[Masker], *, quoted: bool) -> Iterator[str]:
    book = opened(data, WORKBOOK)
    lines = banner(quotes=quoted)
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.title not in (ABOUT, *SHEETS):
            yield f"{WORKBOOK}: sheet {number} is none that a share pack holds"
            continue
        if sheet.sheet_state != "visible":
            yield f"{WORKBOOK}: sheet {sheet.title} is hidden"
        for row in sheet.iter_rows():
            for cell in row:
                where = f"{WORKBOOK}: sheet {sheet.title}, cell {cell.coordinate}"
                if getattr(cell, "comment", None) is not None:
                    yield f"{where} has a comment"
                if cell.value is None:
                    continue
                text = str(cell.value)
                if sheet.title == ABOUT:
                    expected = lines[cell.row - 1] if cell.column == 1 and cell.row <= len(lines) else ""
                    why = None if text == expected else "holds words that are not the banner's"
                else:
                    kinds = SHEETS[sheet.title]
                    kind = kinds[cell.column - 1] if cell.column <= len(kinds) else None
                    why = _wrong(text, kind, heading=cell.row == 1, ids=ids, maskers=maskers)
                if why is not None:
                    yield f"{where} {why}"
    properties = book.properties
    if any(getattr(properties, name) for name in ("lastModifiedBy", "keywords", "category", "subject")):
        yield f"{WORKBOOK} has properties that no share pack has"
    if properties.creator not in (None, "", "ehcp-audit", "openpyxl"):
        yield f"{WORKBOOK} names an author in its properties"


def _table_findings(
    sheet: str, name: str, data: bytes, ids: frozenset[str], maskers: Sequence[Masker]
) -> Iterator[str]:
    kinds = SHEETS[sheet]
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            kind = kinds[column - 1] if column <= len(kinds) else None
            why = _wrong(csv_unguarded(text), kind, heading=number == 1, ids=ids, maskers=maskers)
            if why is not None:
                yield f"{name}: row {number}, column {column} {why}"


def _wrong(
    text: str, kind: Kind | None, *, heading: bool, ids: frozenset[str], maskers: Sequence[Masker]
) -> str | None:
    """Why a cell should not hold this; None when it may."""
    if not text:
        return None
    if kind is None:
        return "stands where a share pack has no column"
    if heading:
        return None if text == kind.heading else "is no heading of a share pack"
    if _NEVER.search(text):
        return "says what no share pack may claim"
    if kind.quote:
        return _quote_wrong(text, maskers)
    if kind.id:
        return None if text in ids else "holds a criterion that is none of the pack's"
    if not kind.holds.fullmatch(text):
        return "holds what no share pack has there"
    return None


def _quote_wrong(text: str, maskers: Sequence[Masker]) -> str | None:
    if len(text) > LONGEST_QUOTE:
        return "is longer than a quotation may be"
    if any(masker.holds(text) or masker.mask(text) != text for masker in maskers):
        return "holds a known identity"
    stranger = Masker(Lexicon(()), months=True)
    return None if stranger.mask(text) == text else "holds what may be a name, a number or a date"
