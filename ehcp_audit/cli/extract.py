"""`extract`: what the reader saw."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.cli.options import AsOf, Ocr, PasswordFile, Plans, ReadMib, ReadSeconds, SectionOption
from ehcp_audit.errors import ExitCode

if TYPE_CHECKING:
    from ehcp_audit.cli.plans import Named, Reading
    from ehcp_audit.model import Plan, Unreadable


def extract(
    plans: Plans,
    format: Annotated[
        str | None, typer.Option("--format", metavar="text|json|jsonl", help="How to print. [text]")
    ] = None,
    section: SectionOption = None,
    as_of: AsOf = None,
    ocr: Ocr = None,
    password_file: PasswordFile = None,
    read_seconds: ReadSeconds = None,
    read_mib: ReadMib = None,
) -> int:
    """Show what was read of each plan: sections, items, facts."""
    from ehcp_audit.cli.plans import named_files, reading_settings, reading_terms
    from ehcp_audit.cli.selection import plan_sections

    how = settings.choose_format(format, ("text", "json", "jsonl"))
    codes = plan_sections(settings.setting("section", section))
    reading = reading_settings(as_of=as_of, terms=reading_terms(read_seconds, read_mib, ocr, password_file))
    results = _extracted(named_files(plans), reading, codes, how)
    if how == "json":
        read = [one for one in results if one["schema"] == "ehcp-audit/plan/1"]
        refused = [one for one in results if one["schema"] != "ehcp-audit/plan/1"]
        screen.show_json({"schema": "ehcp-audit/extract/1", "plans": read, "unreadable": refused})
    some_unread = any(one["schema"] != "ehcp-audit/plan/1" for one in results)
    return int(ExitCode.SOME_UNREADABLE if some_unread else ExitCode.DONE)


def _extracted(files: Sequence[Named], reading: Reading, codes: tuple[str, ...], how: str) -> list[dict[str, Any]]:
    """One JSON object a file, in path order; text and jsonl are printed as the plans come."""
    from ehcp_audit.cli.extracted import plan_json
    from ehcp_audit.cli.plans import read_plans
    from ehcp_audit.model import Unreadable
    from ehcp_audit.reports.plan_text import plan_text
    from ehcp_audit.results import unreadable_json

    results = []
    for file, read in read_plans(files, reading):
        plan = read if isinstance(read, Unreadable) else _only_if_found(read, file, codes)
        if isinstance(plan, Unreadable):
            result = unreadable_json(plan, named=True)
        else:
            result = plan_json(plan, file=os.fspath(file.path), codes=codes)
            if how == "text":
                screen.show(screen.printable(plan_text(plan, screen.name_of(file.path), codes)))
        if how == "jsonl":
            screen.show_json(result, indent=None)
        results.append(result if how == "json" else {"schema": result["schema"]})
    return results


def _only_if_found(plan: Plan, file: Named, codes: tuple[str, ...]) -> Plan | Unreadable:
    """With `--section`, a plan that has none of those asked for is not read as one."""
    from ehcp_audit.cli.plans import refuse
    from ehcp_audit.model import State, Unreadable

    if not codes or any(plan.section(code).state not in (State.MISSING, State.UNKNOWN) for code in codes):
        return plan
    reason = f"None of the sections asked for ({', '.join(codes)}) was found. Leave out --section to see what was."
    unreadable = Unreadable(file.reference, os.fspath(file.path), "not_a_plan", reason)
    refuse(unreadable)
    return unreadable
