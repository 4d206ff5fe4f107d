"""Which criteria of a rubric are asked: by id or how it starts, and by section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ehcp_audit.errors import AuditError, did_you_mean
from ehcp_audit.model import SECTION_CODES

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric


def kept_criteria(
    rubric: Rubric, *, select: Sequence[str] = (), ignore: Sequence[str] = (), sections: Sequence[str] = ()
) -> frozenset[str] | None:
    """The ids of the criteria to ask; None when nothing was selected, so that all are asked.

    Raises AuditError for a name that fits no criterion or section, and when nothing is left.
    """
    if not (select or ignore or sections):
        return None
    chosen = {
        criterion.id
        for criterion in rubric.criteria
        if (not select or _fits(criterion.id, select)) and in_sections(criterion, sections, rubric)
    }
    _check_names(rubric, [*select, *ignore])
    chosen = {id for id in chosen if not _fits(id, ignore)}
    if not chosen:
        raise AuditError("No criterion is left to ask. Select more, or ignore less.")
    return frozenset(chosen)


def in_sections(criterion: Criterion, sections: Sequence[str], rubric: Rubric) -> bool:
    """Is the criterion asked of one of these sections? "H" stands for H1 and H2 too."""
    if not sections:
        return True
    known = sorted({one.section for one in rubric.criteria} | set(SECTION_CODES))
    for name in sections:
        if name.lower() not in [one.lower() for one in known] and name.upper() != "H":
            raise AuditError(f"There is no section '{name}'. {did_you_mean(name, known)}")
    wanted = {name.lower() for name in sections}
    if "h" in wanted:
        wanted |= {"h1", "h2"}
    own = criterion.section.lower()
    return own in wanted or (own == "h" and bool(wanted & {"h1", "h2"}))


def plan_sections(names: Sequence[str]) -> tuple[str, ...]:
    """The codes of a plan's sections that the names stand for, in the plan's order.

    Raises AuditError for a name that is no section.
    """
    for name in names:
        if name.upper() not in (*SECTION_CODES, "H"):
            raise AuditError(f"There is no section '{name}'. {did_you_mean(name, SECTION_CODES)}")
    wanted = {name.upper() for name in names}
    return tuple(code for code in SECTION_CODES if code in wanted or ("H" in wanted and code in ("H1", "H2")))


def no_criterion(rubric: Rubric, name: str) -> AuditError:
    """What to raise where a rubric has no such criterion: the nearest by name, or how to see them all."""
    suggestion = did_you_mean(name, [criterion.id for criterion in rubric.criteria])
    end = suggestion if suggestion.startswith("Did you mean") else "'ehcp-audit rules' lists them."
    return AuditError(f"The rubric '{rubric.id}' has no criterion '{name}'. {end}")


def _fits(id: str, names: Sequence[str]) -> bool:
    return any(id.lower().startswith(name.lower()) for name in names)


def _check_names(rubric: Rubric, names: Sequence[str]) -> None:
    ids = [criterion.id for criterion in rubric.criteria]
    for name in names:
        if not any(id.lower().startswith(name.lower()) for id in ids):
            raise no_criterion(rubric, name)
