"""Do the caseload and the plan speak of the same child? A wrong file under an id is worse than a poor plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ehcp_audit.language.dates import year_group_of
from ehcp_audit.plan.school_years import MOST_OUT_OF_COHORT
from ehcp_audit.plan.status import STAGES

if TYPE_CHECKING:
    from datetime import date

    from ehcp_audit.batch.work import Task
    from ehcp_audit.model import Facts

_REMEDY = "Check that this is the right file for its id, or mend the caseload."


def mismatches(task: Task, facts: Facts, as_of: date) -> tuple[str, ...]:
    """What the caseload says of the plan that the plan itself says otherwise; never a name or a date of either."""
    found = []
    if task.name and not _share_a_name(task.name, facts):
        found.append(f"The caseload names another child than the plan does. {_REMEDY}")
    born = facts.date_of_birth
    reckoned = year_group_of(born, as_of) if born is not None else None
    apart = abs(task.year_group - reckoned) if task.year_group is not None and reckoned is not None else 0
    if apart > MOST_OUT_OF_COHORT:
        found.append(
            f"The caseload's year group is {apart} years from that of the plan's date of birth; the caseload's was"
            f" used. {_REMEDY}"
        )
    told = STAGES.get(facts.stage or "")
    if task.status is not None and told is not None and task.status != told:
        found.append(
            f"The caseload calls this plan {task.status}, the plan itself says {told}; the caseload's word was used."
            f" {_REMEDY}"
        )
    return tuple(found)


def _share_a_name(name: str, facts: Facts) -> bool:
    """True too where either says no name. One part in common is enough: surnames change, middle names are left out."""
    told = _parts(f"{facts.child_name or ''} {facts.known_as or ''}")
    named = _parts(name)
    return not told or not named or bool(told & named)


def _parts(name: str) -> set[str]:
    return {part for part in re.findall(r"[^\W\d_]{2,}", name.casefold()) if part not in ("miss", "mr", "ms")}
