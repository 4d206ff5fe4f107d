"""Masked quotations for a share pack: each plan is read again, so that its whole dictionary masks its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ehcp_audit.caseload import Caseload, CaseloadRow
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.joining import joined
from ehcp_audit.model import GAPS, Finding, Scorecard
from ehcp_audit.overruns import MASKING, in_time
from ehcp_audit.plan import build_plan
from ehcp_audit.privacy.identities import Lexicon, lexicon_of
from ehcp_audit.privacy.masking import Masker
from ehcp_audit.reading import Reader, Terms
from ehcp_audit.runs import Run, sha256
from ehcp_audit.sharing.tables import LONGEST_QUOTE
from ehcp_audit.styling import shortened


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a plan as they may be shared: masked, without days, 200 characters at most."""

    reference: str  # of the run
    criterion: str
    subject: str
    verdict: str
    words: str


def quotes_of(run: Run, lexicons: dict[str, Lexicon]) -> Iterator[Quote]:
    """One quotation for each finding that is not met or partly met, of the item that it is about."""
    for card in run.scorecards:
        masker = Masker(lexicons[card.reference], months=True)
        items = {item.subject: item.text for item in card.plan.items}
        for finding in card.findings():
            if finding.verdict in GAPS:
                text = _words(finding, items)
                if text.strip():
                    yield Quote(
                        card.reference, finding.criterion, finding.subject, finding.verdict, masked(text, masker)
                    )


def _words(finding: Finding, items: dict[str, str]) -> str:
    """The whole item, whose words help to tell a name; else what the finding quotes of the plan."""
    if finding.subject in items:
        return items[finding.subject]
    return " ... ".join(one.text for one in finding.evidence if one.document is None)


def masked(text: str, masker: Masker) -> str:
    """Masked by the plan's dictionary, cut, and masked again as somebody would who knows nothing of the plan."""
    words = shortened(masker.mask(text), LONGEST_QUOTE - 20)
    cut = words.rfind("[")
    if cut > words.rfind("]"):
        words = words[:cut].rstrip() + "..."
    stranger = Masker(Lexicon(()), months=True)
    for _ in range(3):
        words = stranger.mask(words)
    return words[:LONGEST_QUOTE]


def lexicons_of(run: Run, caseload: Caseload | None, *, terms: Terms) -> dict[str, Lexicon]:
    """The dictionary of each plan of a run, from its file: the same that was audited, or none is made.

    Raises AuditError naming the plans whose files are gone or were changed.
    """
    paths = {card.reference: Path(run.files.get(card.reference, "")) for card in run.scorecards}
    gone = [one for one, path in paths.items() if not path.is_file() or sha256(path) != run.inputs.get(one)]
    if gone:
        raise AuditError(
            f"Quotations are masked with the plans at hand, and the files of {', '.join(gone)} are not where they were "
            "or were changed. Put them back, or leave out --quotes."
        )
    rows = joined(caseload, list(paths.values())) if caseload is not None else {}
    found: dict[str, Lexicon] = {}
    with terms.reader() as reader:
        for card in run.scorecards:
            found[card.reference] = _lexicon(reader, terms.work_seconds, paths[card.reference], card, run, rows)
    return found


def _lexicon(
    reader: Reader, seconds: float, path: Path, card: Scorecard, run: Run, rows: Mapping[Path, CaseloadRow]
) -> Lexicon:
    try:
        document = reader.read(path)

        def work() -> Lexicon:
            plan = build_plan(document, reference=card.reference, as_of=run.as_of)
            return lexicon_of(document, plan, row=rows.get(path), file_name=path.name)

        return in_time(work, seconds, MASKING)
    except UnreadableError as error:
        raise AuditError(f"{card.reference} could not be read again: {error.reason}") from error
