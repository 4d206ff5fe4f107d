"""What one worker does: read one plan through its own reader, judge it, keep the result, write its scorecard.

Only small records travel between processes, never a plan's sentences: what a worker makes of a plan it keeps on disc.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import traceback
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit import __version__, offline
from ehcp_audit.batch.kept import Kept, keep, kept, workbook_file
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.model import Document, Plan, Scorecard, Unreadable
from ehcp_audit.overruns import AUDITING, BUILDING, in_time
from ehcp_audit.reports.csv_tables import PLAN_LINES
from ehcp_audit.reports.outline import outline_text
from ehcp_audit.reports.vague_phrases import wordings
from ehcp_audit.results import line, scorecard_json, unreadable_json
from ehcp_audit.saving import save

if TYPE_CHECKING:
    from ehcp_audit.reading import Reader, Terms
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.rubric.waivers import Accepted

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps the numerical libraries of a worker to one thread: the workers share the cores between them."""

_TRY_AGAIN = ("crashed", "out_of_memory", "timed_out", "not_readable")
"""What a resume tries once more: the machine may have been at fault."""

_HASH_LIMIT = 2**30
_NOT_THERE = "There is no file of this name; check the spelling and the folder."
_CHANGED = "It was changed while it was read; wait until nobody writes to it and run again."
_CRASHED = "Something went wrong while it was audited; please report this to whoever maintains your copy."


@dataclass(frozen=True, slots=True)
class Task:
    """One plan to be done: its reference and file, and what the caseload says of it."""

    reference: str
    path: str
    there: bool = True
    id: str | None = None
    team: str | None = None
    year_group: int | None = None
    status: str | None = None
    name: str | None = None  # of the child, to tell a wrong file by: in no result
    absent: str | None = None  # what to say when it is not there


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to know besides the plan: the same for every plan of a run."""

    folder: str  # RUN.part
    as_of: date
    terms: Terms
    scorecards: bool
    waivers: tuple[Accepted, ...] = ()
    recogniser: str | None = None  # the program that reads pictures, and its version


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker says of a plan: its figures, and of its words those alone that the rubric calls vague."""

    reference: str
    input: str | None  # sha256 of the file, where it could be hashed
    unreadable: Unreadable | None
    fault: str = ""  # where a fault of ours struck: files and lines of the program, never a value
    outline: str = ""  # of a plan that was read
    seal: str = ""  # of the result that was kept


class Worker:
    """One worker process: its rubric, its settings and its reader."""

    def __init__(self, rubric: Rubric, settings: Settings, reader: Reader) -> None:
        self.rubric = rubric
        self.settings = settings
        self.reader = reader
        self.wordings = wordings(rubric)

    def do(self, task: Task) -> Done:
        """Do one plan. Whatever its file holds, the answer is a result or one of the kinds of unreadable."""
        path = Path(task.path)
        before = input_sha256(path) if task.there else None
        try:
            plan = self._plan(task, path, before)
            seconds = self.settings.terms.work_seconds
            card, workbook = in_time(lambda: self._audited(task, plan, before), seconds, AUDITING)
        except UnreadableError as error:
            changed = before is not None and input_sha256(path) != before  # then it may have been refused for that
            kind, reason = ("not_readable", _CHANGED) if changed else (error.kind, error.reason)
            return self._keep(task, before, Unreadable(task.reference, task.path, kind, reason))
        except Exception as error:  # a fault of ours in one plan must not end the others
            crashed = Unreadable(task.reference, task.path, "crashed", _CRASHED)
            return replace(self._keep(task, before, crashed), fault=_where(error))
        return self._keep(task, before, card, workbook)

    def _plan(self, task: Task, path: Path, before: str | None) -> Plan:
        if not task.there:
            raise UnreadableError("not_found", task.absent or _NOT_THERE)
        document = self.reader.read(path)
        if input_sha256(path) != before:
            raise UnreadableError("not_readable", _CHANGED)
        return in_time(lambda: self._built(task, document), self.settings.terms.work_seconds, BUILDING)

    def _built(self, task: Task, document: Document) -> Plan:
        from ehcp_audit.batch.mismatch import mismatches
        from ehcp_audit.plan import build_plan, build_report

        if self.rubric.plan_type == "advice":
            return build_report(document, reference=task.reference, as_of=self.settings.as_of)
        plan = build_plan(
            document,
            reference=task.reference,
            as_of=self.settings.as_of,
            status=task.status,
            year_group=task.year_group,
            titles=self.rubric.titles,
        )
        if task.id is not None:
            plan = replace(plan, warnings=plan.warnings + mismatches(task, plan.facts, self.settings.as_of))
        return plan

    def _audited(self, task: Task, plan: Plan, before: str | None) -> tuple[Scorecard, bytes | None]:
        from ehcp_audit.audit import audit_plan

        card = self._waived(task, audit_plan(plan, self.rubric, id=task.id, team=task.team))
        return card, self._workbook(card, before) if self.settings.scorecards else None

    def _waived(self, task: Task, card: Scorecard) -> Scorecard:
        """The scorecard with the waivers of the run; a waiver may name the plan by its file, which no result keeps."""
        from ehcp_audit.rubric.waivers import waive

        named = replace(card, file=Path(task.path).name)
        return replace(waive(named, self.settings.waivers, self.settings.as_of), file=card.file)

    def _keep(
        self, task: Task, before: str | None, result: Scorecard | Unreadable, workbook: bytes | None = None
    ) -> Done:
        folder = Path(self.settings.folder)
        origin = made_from(task, before, self.rubric, self.settings)
        if isinstance(result, Unreadable):
            record = Kept(origin, before, readable=False, body=line(unreadable_json(result, named=False)))
            return Done(task.reference, before, result, seal=keep(folder, task.reference, record))
        if workbook is not None:
            save(workbook_file(folder, task.reference), workbook, force=True)
        record = Kept(
            origin,
            before,
            readable=True,
            body=line(scorecard_json(result)),
            tables={name: lines(result).encode() for name, lines in PLAN_LINES.items()},
            outline=outline_text(result, self.wordings),
            workbook=None if workbook is None else hashlib.sha256(workbook).hexdigest(),
        )
        seal = keep(folder, task.reference, record)
        return Done(task.reference, before, None, outline=record.outline, seal=seal)

    def _workbook(self, card: Scorecard, input: str | None) -> bytes:
        from ehcp_audit.scorecards.sheet import scorecard_workbook

        return scorecard_workbook(
            card, self.rubric, as_of=self.settings.as_of, tool_version=__version__, input=input or ""
        )


def _where(error: Exception) -> str:
    """Where an exception was raised, for whoever maintains this: no message, which might quote the plan."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return f"{type(error).__name__} in {' > '.join(places[-6:])}"


def still_holds(folder: Path, task: Task, rubric: Rubric, settings: Settings, seal: str | None = None) -> Done | None:
    """Was this plan done already, from the same file by the same rubric, version and settings? Then what was said.

    `seal` is that of the result which the journal names, where it names one.
    """
    result = kept(folder, task.reference, seal)
    if result is None:
        return None
    now = input_sha256(Path(task.path)) if task.there else None
    if result.made_from != made_from(task, now, rubric, settings):
        return None
    if result.readable:
        lacks = settings.scorecards and result.workbook != input_sha256(workbook_file(folder, task.reference))
        done = Done(task.reference, now, None, outline=result.outline, seal=result.seal)
        return None if lacks or (settings.scorecards and result.workbook is None) else done
    data = json.loads(result.body)
    if data["kind"] in _TRY_AGAIN or (data["kind"] == "encrypted" and settings.terms.passwords):
        return None
    refused = Unreadable(task.reference, task.path, data["kind"], data["reason"])
    return Done(task.reference, now, refused, seal=result.seal)


def made_from(task: Task, input: str | None, rubric: Rubric, settings: Settings) -> str:
    """One hash over everything that a result depends on. Passwords are not in it: they open a file or do not."""
    told = {key: value for key, value in asdict(task).items() if key != "path"}
    on: list[object] = [told, input, rubric.sha256, __version__, settings.as_of.isoformat()]
    on += [settings.terms.seconds, settings.terms.mib, settings.terms.ocr, settings.recogniser]
    if settings.waivers:  # a waiver may name the plan by its file
        on += [Path(task.path).name, *(repr(one) for one in settings.waivers)]
    return hashlib.sha256(json.dumps(on, sort_keys=True).encode()).hexdigest()


def input_sha256(path: Path) -> str | None:
    """The sha256 of a file, or None where there is no regular file of a reasonable size that can be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _HASH_LIMIT:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


# --- in the worker process ------------------------------------------------------------------------------


_here: list[Worker] = []
_broken: list[str] = []


def start(rubric: Rubric, settings: Settings) -> None:
    """Make this process a worker; where it cannot be one, the first plan that it is asked for says why."""
    try:
        _begin(rubric, settings)
    except Exception as error:  # raised here it would be a traceback on the screen, and a pool that breaks
        missing = f" ({error.name} cannot be loaded)" if isinstance(error, ImportError) and error.name else ""
        _broken.append(
            f"The workers of this batch could not start{missing}. Install ehcp-audit again, or run `ehcp-audit doctor`"
            " to see what is wrong."
        )


def _begin(rubric: Rubric, settings: Settings) -> None:
    """Offline, deaf to Ctrl-C, gone when its parent is gone, with a reader of its own."""
    import atexit
    import gc
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends its workers
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # held by the parent while this process started
    threading.Thread(target=_follow_parent, daemon=True).start()
    offline.guard()
    import ehcp_audit.audit
    import ehcp_audit.plan  # noqa: F401  a broken installation shows here, not as a fault of every plan

    stack = ExitStack()
    reader = stack.enter_context(settings.terms.reader())
    atexit.register(stack.close)
    _here.append(Worker(rubric, settings, reader))
    gc.freeze()  # what is loaded stays; looking through it for garbage costs a tenth of every plan
    gc.set_threshold(100_000, 50, 100)


def work(task: Task) -> Done:
    """Do one plan in this worker process."""
    if _broken:
        raise AuditError(_broken[0])
    return _here[0].do(task)


def _follow_parent() -> None:
    """End this process when its parent ends, however that ends; the reader follows when its pipe closes."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
