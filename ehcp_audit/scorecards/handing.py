"""Scorecards handed out to an auditor, and taken back: what went in, what was refused and why, what is still out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit import __version__
from ehcp_audit.errors import AuditError, ManyErrors
from ehcp_audit.judgements import (
    BLIND_ROUNDS,
    NA,
    Exported,
    Kept,
    keep,
    keep_export,
    own,
    read_exports,
    read_judgements,
)
from ehcp_audit.runs import RESULTS, Run, read_run, sha256
from ehcp_audit.saving import new_folder
from ehcp_audit.scorecards.desk import Desk, Returned, rater_key
from ehcp_audit.scorecards.many import scorecards_workbook
from ehcp_audit.scorecards.returned import read_returned
from ehcp_audit.scorecards.sheet import scorecard_workbook

if TYPE_CHECKING:
    from ehcp_audit.model import Scorecard
    from ehcp_audit.rubric import Rubric

LIST = "handed-out.csv"
"""What a folder of scorecards holds besides them: which plan is which file. It marks the folder as ours."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A workbook that did not go in, and everything that is wrong with it."""

    file: str
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """How an import ended."""

    path: Path | None  # the file written; None when nothing went in
    returned: tuple[Returned, ...]
    already: tuple[Returned, ...]  # in as they are, and passed over
    untouched: tuple[Returned, ...]  # nobody has written in them yet
    refused: tuple[Refused, ...]
    out: tuple[Exported, ...]  # handed out and not back
    unjudged: tuple[str, ...]  # plans that nobody has judged yet


def hand_out(
    folder: Path,
    rubric: Rubric,
    output: Path,
    *,
    auditor: str,
    blind: bool,
    round: str,
    one_workbook: bool,
    force: bool,
) -> tuple[str, ...]:
    """Write an auditor's scorecards of a run into a new folder, and remember that they are out. Returns file names."""
    key = rater_key(auditor)
    if key is None:
        raise AuditError("--auditor takes initials or a key of up to 20 letters and digits, such as AB; no name.")
    if blind and round not in BLIND_ROUNDS:
        raise AuditError("A consensus is agreed in the open: leave out --blind, or name another round.")
    run = read_run(folder)
    if not run.scorecards:
        raise AuditError(f"No plan of {folder} was read, so there is none to judge.")
    files = dict(_workbooks(folder, run, rubric, key, blind, round, one_workbook))
    with new_folder(output, force=force, whole=LIST) as part:
        for name, data in files.items():
            (part / name).write_bytes(data)
        (part / LIST).write_text("".join(f"{name}\n" for name in files), encoding="utf-8")
    keep_export(folder, [Exported(card.reference, key, round, blind) for card in run.scorecards])
    return tuple(files)


def _workbooks(
    folder: Path, run: Run, rubric: Rubric, auditor: str, blind: bool, round: str, one_workbook: bool
) -> Iterator[tuple[str, bytes]]:
    fingerprint = fingerprint_of(folder)
    so_far = None if blind or round == "first" else grades_so_far(read_judgements(folder))
    if one_workbook:
        data = scorecards_workbook(
            run.scorecards,
            rubric,
            as_of=run.as_of,
            tool_version=__version__,
            auditor=auditor,
            blind=blind,
            round=round,
            run=fingerprint,
            so_far=so_far,
        )
        yield f"scorecards-{auditor}-{round}.xlsx", data
        return
    for card in run.scorecards:
        data = scorecard_workbook(
            card,
            rubric,
            as_of=run.as_of,
            tool_version=__version__,
            blind=blind,
            auditor=auditor,
            round=round,
            draw=draw_words(run, card),
            run=fingerprint,
            input=run.inputs.get(card.reference, ""),
            so_far=None if so_far is None else so_far.get(card.reference, {}),
        )
        yield f"{card.reference}-{auditor}-{round}.xlsx", data


def grades_so_far(kept: Kept) -> dict[str, dict[str, str]]:
    """What others graded, for those who may see it: plan -> criterion -> "AB: met; CD: not met"."""
    words: dict[str, dict[str, list[str]]] = {}
    for one in kept.judgements:
        said = words.setdefault(one.plan, {}).setdefault(one.criterion, [])
        said.append(f"{one.rater} ({one.round}): {one.grade or NA}")
    return {plan: {id: "\n".join(said) for id, said in by.items()} for plan, by in words.items()}


def draw_words(run: Run, card: Scorecard) -> str:
    """Which stratum of which draw the plan stands for, and with what weight; "" without a draw."""
    if run.draw is None:
        return ""
    if card.reference in run.apart:
        return f"{run.apart[card.reference]}: apart from the random core"
    stratum = next((one for one in run.draw["strata"] if card.reference in one["references"]), None)
    return "" if stratum is None else f"stratum {stratum['key']}, weight {stratum['weight']}"


def take_back(
    folder: Path, rubric: Rubric, paths: Sequence[Path], *, partial: bool = False, again: Collection[Path] = ()
) -> Taken:
    """Read workbooks and keep what they say, in one new file of RUN/judgements; one with a mistake is refused whole.

    Those in `again` are passed over when all that they say is in; of any other that is a mistake.
    """
    run = read_run(folder)
    said = read_judgements(folder)
    kept = Kept(own(said.judgements), said.overall, said.actions)
    desk = Desk(
        {card.reference: card for card in run.scorecards}, rubric, fingerprint_of(folder), dict(run.inputs), kept
    )
    returned: list[Returned] = []
    refused: list[Refused] = []
    for path in sorted(dict.fromkeys(paths)):
        try:
            returned.append(read_returned(path, desk, partial=partial, again=path in again))
        except ManyErrors as errors:
            refused.append(Refused(path.name, errors.messages))
    already = tuple(one for one in returned if one.already)
    untouched = tuple(one for one in returned if one.untouched)
    returned, twice = _without_doubles([one for one in returned if not (one.already or one.untouched)])
    refused += twice
    came = Kept(
        tuple(one for each in returned for one in each.kept.judgements),
        tuple(one for each in returned for one in each.kept.overall),
        tuple(one for each in returned for one in each.kept.actions),
    )
    written = keep(folder, came) if came else None
    now = read_judgements(folder)
    there = {one.plan for one in now.judgements}
    unjudged = tuple(card.reference for card in run.scorecards if card.reference not in there)
    return Taken(written, tuple(returned), already, untouched, tuple(refused), still_out(folder, now), unjudged)


def still_out(folder: Path, kept: Kept) -> tuple[Exported, ...]:
    """The scorecards that were handed out and have not come back."""
    there = kept.cards()
    return tuple(one for one in read_exports(folder) if (one.plan, one.rater, one.round) not in there)


def fingerprint_of(folder: Path) -> str:
    """What a run is known by in a scorecard: the start of its results' sha256."""
    return sha256(folder / RESULTS)[:16]


def _without_doubles(returned: Sequence[Returned]) -> tuple[list[Returned], list[Refused]]:
    """Two workbooks with one auditor's judgement of the same plan: which is meant is not ours to say."""
    files: dict[tuple[str, str, str], list[str]] = {}
    for one in returned:
        for plan in one.plans:
            files.setdefault((plan, one.rater, one.round), []).append(one.file)
    twice: Mapping[str, str] = {
        file: f"{file}: the {round} judgement of {plan} by {rater} is in {' and in '.join(same)}; send one of them"
        for (plan, rater, round), same in files.items()
        if len(same) > 1
        for file in same
    }
    return [one for one in returned if one.file not in twice], [
        Refused(file, (mistake,)) for file, mistake in sorted(twice.items())
    ]
