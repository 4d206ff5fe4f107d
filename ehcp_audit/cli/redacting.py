"""Reading one plan, masking it, and writing what is left, for `redact`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.errors import AuditError, ExitCode, UnreadableError
from ehcp_audit.overruns import BUILDING, MASKING, in_time

if TYPE_CHECKING:
    from ehcp_audit.caseload import CaseloadRow
    from ehcp_audit.cli.plans import Reading
    from ehcp_audit.model import Document, Plan
    from ehcp_audit.privacy.identities import Lexicon
    from ehcp_audit.privacy.redacting import Redacted

PROMISE = (
    "Names and numbers known from the plan and the caseload were replaced. Some may be left: docs/privacy.md says how "
    "many were missed when it was measured. Treat this as personal data."
)

FROM_PICTURES = (
    "The plan was read from pictures of its pages: a name that was misread is not masked. Read all of it before it is "
    "shared."
)


@dataclass(frozen=True, slots=True)
class _Read:
    """One plan with what is to be masked in it."""

    redacted: Redacted
    lexicon: Lexicon
    format: str
    recognised: bool  # from pictures of pages


def redact_plan(
    plan: str,
    *,
    how: str,
    sections: Sequence[str],
    caseload: str | None,
    map: str | None,
    residue: Path | None,
    output: Path | None,
    reading: Reading,
    force: bool,
) -> int:
    """Mask one plan and show or write it. Exit code 3 where it cannot be read."""
    from ehcp_audit.cli.selection import plan_sections

    path = Path(plan)
    codes = plan_sections(sections)
    if how == "docx" and output is None:
        raise AuditError("A Word copy needs a file to be written to: name it with -o, such as -o redacted.docx.")
    if how == "docx" and codes:
        raise AuditError("--section prints sections as text; leave it out for a Word copy, or leave out --format docx.")
    row = _row(path, caseload, map)
    try:
        read = _read(path, reading, codes, row)
        copy = _word_copy(path, read, reading) if how == "docx" else None
    except UnreadableError as error:
        screen.complain(f"P01 {screen.name_of(path)}: {error.reason}")
        return int(ExitCode.SOME_UNREADABLE)
    _write(read.redacted.text, copy, output, force=force)
    if read.recognised:
        screen.say(FROM_PICTURES)
    _say(read.redacted, residue, force=force)
    return int(ExitCode.DONE)


def _row(path: Path, caseload: str | None, map: str | None) -> CaseloadRow | None:
    if caseload is None:
        return None
    from ehcp_audit.caseload import read_caseload
    from ehcp_audit.joining import joined

    row = joined(read_caseload(Path(caseload), None if map is None else Path(map)), (path,)).get(path)
    if row is None:
        screen.say("No row of the caseload is this plan's; what the plan itself says is masked.")
    return row


def _read(path: Path, reading: Reading, codes: Sequence[str], row: CaseloadRow | None) -> _Read:
    from ehcp_audit.plan import build_plan

    with reading.terms.reader() as reader:
        document = reader.read(path)
    seconds = reading.terms.work_seconds
    plan = in_time(lambda: build_plan(document, reference="P01", as_of=reading.as_of), seconds, BUILDING)
    return in_time(lambda: _masked(document, plan, path, codes, row), seconds, MASKING)


def _masked(document: Document, plan: Plan, path: Path, codes: Sequence[str], row: CaseloadRow | None) -> _Read:
    from ehcp_audit.privacy.identities import lexicon_of
    from ehcp_audit.privacy.masking import Masker
    from ehcp_audit.privacy.redacting import redact

    lexicon = lexicon_of(document, plan, row=row, file_name=path.name)
    recognised = any(one.ocr is not None for one in document.stretches)
    return _Read(redact(plan, Masker(lexicon), codes=codes), lexicon, document.format, recognised)


def _word_copy(path: Path, read: _Read, reading: Reading) -> bytes:
    from ehcp_audit.privacy.wire import lexicon_json

    if read.format != "docx":
        raise AuditError(f"{screen.name_of(path)} is no Word document; leave out --format docx to print it as text.")
    with reading.terms.reader("ehcp_audit.privacy.child") as maker:
        made = maker.copy(path, lexicon_json(read.lexicon))
    for remark in made.remarks:
        screen.say(remark)
    return made.data


def _write(text: str, copy: bytes | None, output: Path | None, *, force: bool) -> None:
    if output is None:
        screen.show(screen.printable(text))
        return
    screen.save(output, copy if copy is not None else text.encode("utf-8", "replace"), force=force)


def _say(redacted: Redacted, residue: Path | None, *, force: bool) -> None:
    """How much was replaced and how much is left to look over; never a word of it."""
    screen.say(f"Replaced: {sum(count for _, count in redacted.counts)}. {PROMISE}")
    left = len(redacted.residue)
    if residue is None:
        if left:
            screen.say(f"Capitals left to look over before it is shared: {left}; --residue FILE lists them.")
        return
    from ehcp_audit.privacy.redacting import residue_text
    from ehcp_audit.saving import save

    save(residue, residue_text(redacted.residue).encode("utf-8", "replace"), force=force)
    screen.say(f"Capitals left to look over before it is shared: {left}, in {screen.name_of(residue)}")
