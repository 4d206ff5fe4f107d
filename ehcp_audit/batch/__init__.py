"""Many plans by one rubric: from the files named to a run folder with all its outputs.

The folder is built as `RUN.part` and takes its name when everything is in it. The same plans give the same bytes,
however many workers did them and in whatever order they finished.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.batch.drawn import NOT_FOUND, draw_record, drawn_files
from ehcp_audit.batch.folder import clear_work, make_rooms, sweep, write_outputs, write_results
from ehcp_audit.batch.journal import Journal
from ehcp_audit.batch.pool import default_jobs, do_all
from ehcp_audit.batch.twice import kept_twice
from ehcp_audit.batch.work import Done, Settings, Task, input_sha256, still_holds
from ehcp_audit.errors import AuditError
from ehcp_audit.reading.terms import Terms
from ehcp_audit.reports.outline import Outlines
from ehcp_audit.reports.vague_phrases import wordings
from ehcp_audit.runs import Run, read_run, stamp, verify_run
from ehcp_audit.same_plans import twice_warnings
from ehcp_audit.saving import new_folder, refuse_output

if TYPE_CHECKING:
    from ehcp_audit.caseload import Caseload, CaseloadRow
    from ehcp_audit.model import Scorecard
    from ehcp_audit.reading import Gathered
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.rubric.waivers import Accepted
    from ehcp_audit.sampling import Manifest

__all__ = ["BatchRequest", "BatchResult", "run_batch"]

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A dip sample as it was asked for. `plans` are files, folders and patterns; `rubric` a shipped name or a path."""

    plans: tuple[str, ...]
    output: Path
    rubric: str
    as_of: date
    caseload: Path | None = None
    map: Path | None = None
    draw: Path | None = None  # the manifest of a draw: only its plans are audited
    jobs: int | None = None
    scorecards: bool = True
    resume: bool = False
    force: bool = False
    terms: Terms = field(default_factory=Terms)
    waivers: Path | None = None


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The finished run and its folder; what was passed over on the way; whether it was only verified."""

    run: Run
    folder: Path
    gathered: Gathered | None = None
    refused_rows: tuple[tuple[int, str], ...] = ()
    verified: bool = False
    faults: tuple[tuple[str, str], ...] = ()  # reference, and where in the program a fault of ours struck


def run_batch(request: BatchRequest, *, progress: Callable[[int, int], None] | None = None) -> BatchResult:
    """Audit every plan named and write the run folder.

    `progress` is told how many plans are done of how many. Plans that cannot be read are in the run's `unreadable`
    and the others are done. The run returned holds outlines of its scorecards; `in_full` reads them whole. Raises
    AuditError before any work when nothing is to be read, when the rubric or the caseload has mistakes, or when the
    folder exists already or cannot be written.
    """
    from ehcp_audit.rubric import load_rubric

    if request.resume and request.output.is_dir():
        return _verified(request.output, load_rubric(request.rubric))
    refuse_output(request.output, force=request.force)
    from ehcp_audit.caseload import read_caseload
    from ehcp_audit.reading import gather
    from ehcp_audit.reading.ocr import version
    from ehcp_audit.sampling import read_manifest

    rubric = load_rubric(request.rubric)
    if request.waivers is not None:
        _waivers(request.waivers)  # its mistakes are said before any work
    caseload = read_caseload(request.caseload, request.map) if request.caseload is not None else None
    manifest = read_manifest(request.draw) if request.draw is not None else None
    gathered = gather(request.plans)
    tasks = _tasks(request.plans, gathered, caseload, manifest)
    recogniser = version() if request.terms.ocr != "off" else None
    with new_folder(request.output, force=request.force, resume=request.resume) as part:
        make_rooms(part, scorecards=request.scorecards)
        done, cards = _done(part, tasks, rubric, request, recogniser, progress)
        sweep(part, cards if request.scorecards else ())
        read = [task.reference for task in tasks if task.reference in cards]
        told = twice_warnings(kept_twice(part, read))
        write_results(part, read, told)
        run = Run(
            rubric=stamp(rubric),
            as_of=request.as_of,
            scorecards=tuple(_warned(cards[reference], told.get(reference)) for reference in read),
            unreadable=tuple(one for task in tasks if (one := done[task.reference].unreadable) is not None),
            files={task.reference: task.path for task in tasks},
            settings=_run_settings(request, recogniser),
            inputs={task.reference: found for task in tasks if (found := done[task.reference].input) is not None},
            caseload=caseload,
            draw=draw_record(request.draw, manifest, tasks) if request.draw and manifest else None,
            source=part,
        )
        write_outputs(part, run, rubric)
        clear_work(part)
    return BatchResult(
        replace(run, source=request.output),
        request.output,
        gathered,
        caseload.refused if caseload is not None else (),
        faults=tuple((task.reference, done[task.reference].fault) for task in tasks if done[task.reference].fault),
    )


def _done(
    part: Path,
    tasks: Sequence[Task],
    rubric: Rubric,
    request: BatchRequest,
    recogniser: str | None,
    progress: Callable[[int, int], None] | None,
) -> tuple[dict[str, Done], dict[str, Scorecard]]:
    """Have every plan done: what an interrupted run left and still holds, then the rest by the workers.

    Outlines of the scorecards are taken up as they come, while the workers are at the next plans.
    """
    settings = Settings(
        str(part),
        request.as_of,
        request.terms,
        request.scorecards,
        () if request.waivers is None else _waivers(request.waivers),
        recogniser,
    )
    done: dict[str, Done] = {}
    cards: dict[str, Scorecard] = {}
    outlines = Outlines()

    def tell(one: Done) -> None:
        done[one.reference] = replace(one, outline="")
        if one.unreadable is None:
            cards[one.reference] = outlines.read(one.outline)
        if one.seal:
            journal.note(one.reference, one.input, "read" if one.unreadable is None else one.unreadable.kind, one.seal)
        if progress is not None:
            progress(len(done), len(tasks))

    with Journal(part, rubric.sha256) as journal:
        for task in tasks if request.resume else ():
            if before := still_holds(part, task, rubric, settings, journal.seals.get(task.reference)):
                tell(before)
        do_all([task for task in tasks if task.reference not in done], rubric, settings, _jobs(request), tell)
    return done, cards


def _warned(card: Scorecard, warning: str | None) -> Scorecard:
    """The scorecard with what only the run as a whole could tell of its plan, as it is stored."""
    if warning is None:
        return card
    return replace(card, plan=replace(card.plan, warnings=(*card.plan.warnings, warning)))


def _verified(folder: Path, rubric: Rubric) -> BatchResult:
    """A run that is whole is not made again: it is only checked."""
    wrong = verify_run(folder)
    if wrong:
        raise AuditError(f"{folder} is not as it was made: {'; '.join(wrong)}. Make it again with --force.")
    return BatchResult(read_run(folder, Outlines(wordings(rubric)).of), folder, verified=True)


def _jobs(request: BatchRequest) -> int:
    if request.jobs is None:
        return default_jobs()
    if request.jobs < 1:
        raise AuditError("--jobs must be 1 or more.")
    return request.jobs


def _waivers(path: Path) -> tuple[Accepted, ...]:
    from ehcp_audit.rubric.waivers import read_waivers

    return read_waivers(path)


def _run_settings(request: BatchRequest, recogniser: str | None) -> dict[str, str | int | float | bool | None]:
    """The settings that can change a result; never a path, an hour or the number of workers."""
    caseload = None if request.caseload is None else input_sha256(request.caseload)
    waivers = {} if request.waivers is None else {"waivers_sha256": input_sha256(request.waivers)}
    return {
        **waivers,
        "caseload_sha256": caseload,
        "ocr": request.terms.ocr,
        "ocr_program": recogniser,
        "read_mib": request.terms.mib,
        "read_seconds": float(request.terms.seconds),
        "scorecards": request.scorecards,
    }


def _tasks(
    arguments: Sequence[str], gathered: Gathered, caseload: Caseload | None, manifest: Manifest | None
) -> list[Task]:
    """The plans in path order, each with its reference and its row of the caseload; of a draw, those drawn."""
    from ehcp_audit.joining import joined

    if manifest is not None and gathered.files:
        return _drawn_tasks(gathered, caseload, manifest)
    absent = [Path(one) for one in gathered.missing if not _WILD & set(one)]
    paths = sorted([(path, True) for path in gathered.files] + [(path, False) for path in absent], key=_in_path_order)
    if not paths:
        raise AuditError(
            f"There is no plan in {', '.join(arguments)}. Name a plan, or a folder that holds .docx or .pdf files."
        )
    rows = joined(caseload, gathered.files) if caseload is not None else {}
    digits = max(2, len(str(len(paths))))
    return [_task(f"P{number:0{digits}}", path, there, rows.get(path)) for number, (path, there) in enumerate(paths, 1)]


def _drawn_tasks(gathered: Gathered, caseload: Caseload | None, manifest: Manifest) -> list[Task]:
    """The plans of a draw that were found, in path order, then those that were not, by id."""
    found, lost = drawn_files(manifest, caseload, gathered.files)
    found.sort(key=lambda one: _in_path_order((one[0], True)))
    lost.sort(key=lambda row: row.id)
    digits = max(2, len(str(len(found) + len(lost))))
    names = [f"P{number:0{digits}}" for number in range(1, len(found) + len(lost) + 1)]
    tasks = [_task(name, path, True, row) for name, (path, row) in zip(names, found, strict=False)]
    return tasks + [
        replace(_task(name, Path(row.file or row.id), False, row), absent=NOT_FOUND)
        for name, row in zip(names[len(found) :], lost, strict=True)
    ]


def _task(reference: str, path: Path, there: bool, row: CaseloadRow | None) -> Task:
    if row is None:
        return Task(reference, str(path), there)
    status = row.status.lower() if row.status and row.status.lower() in ("draft", "final") else None
    return Task(reference, str(path), there, row.id, row.team, row.year_group, status, row.name)


def _in_path_order(entry: tuple[Path, bool]) -> tuple[tuple[str, ...], str]:
    return tuple(part.casefold() for part in entry[0].parts), str(entry[0])
