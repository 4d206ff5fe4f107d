"""`--waivers FILE`: findings that somebody accepted, and what to say of waivers that do nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.cli import screen
from ehcp_audit.model import Scorecard

if TYPE_CHECKING:
    from ehcp_audit.rubric.waivers import Accepted


def waivers_of(file: str | None) -> tuple[Accepted, ...]:
    """The waivers of the file that was named; none without one."""
    if file is None:
        return ()
    from ehcp_audit.rubric.waivers import read_waivers

    return read_waivers(Path(file))


def say_idle(waivers: Sequence[Accepted], scorecards: Sequence[Scorecard], as_of: date) -> None:
    """Say which waivers have run out, and which fit nothing any more."""
    if not waivers:
        return
    from ehcp_audit.rubric.waivers import remarks

    for remark in remarks(waivers, scorecards, as_of):
        screen.complain(screen.printable(remark))
