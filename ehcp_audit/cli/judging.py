"""Reading and auditing the plans of one `check`, one after the other."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.cli.plans import Named, Reading, crashed, read_plans, refuse
from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Advice, Scorecard, Unreadable
from ehcp_audit.overruns import AUDITING, in_time

if TYPE_CHECKING:
    from ehcp_audit.cli.marking import Marks
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.rubric.waivers import Accepted


_NO_ADVICE: Mapping[str, tuple[Advice, ...]] = {}


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of the plans: their scorecards, and those that could not be read, in path order."""

    scorecards: tuple[Scorecard, ...]
    unreadable: tuple[Unreadable, ...]
    unmarked: int = 0  # of those that were read: no copy could be marked


def judge_files(
    files: Sequence[Named],
    rubric: Rubric,
    how: Reading,
    kept: frozenset[str] | None,
    mark: Marks = lambda file, plan, card: True,
    advice: Mapping[str, tuple[Advice, ...]] = _NO_ADVICE,
    waivers: Sequence[Accepted] = (),
) -> Judged:
    """Audit each file by the rubric, and mark a copy; one that cannot be read is said on stderr, the others go on."""
    from ehcp_audit.audit import audit_plan
    from ehcp_audit.rubric.waivers import waive

    scorecards: list[Scorecard] = []
    unreadable: list[Unreadable] = []
    unmarked = 0
    how = replace(how, plan_type=rubric.plan_type, titles=rubric.titles)
    for file, plan in read_plans(files, how):
        if isinstance(plan, Unreadable):
            unreadable.append(plan)
            continue
        screen.detail(f"{file.reference}: auditing")
        plan = replace(plan, advice=advice.get(file.reference, ()))
        try:
            name = os.fspath(file.path)
            work = partial(audit_plan, plan, rubric, select=kept, file=name)
            scorecards.append(waive(in_time(work, how.terms.work_seconds, AUDITING), waivers, how.as_of))
        except UnreadableError as error:
            unreadable.append(Unreadable(file.reference, name, error.kind, error.reason))
            refuse(unreadable[-1])
            continue
        except Exception as error:
            unreadable.append(crashed(file, error))
            refuse(unreadable[-1])
            continue
        unmarked += not mark(file, plan, scorecards[-1])
    return Judged(tuple(scorecards), tuple(unreadable), unmarked)
