"""Run folders of made-up plans, and scorecards filled in as auditors do: for tests of what people judge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import made_runs
from openpyxl import load_workbook

from ehcp_audit.runs import (
    Run,
    files_of,
    manifest_json,
    manifest_text,
    references_text,
    stamp,
    unreadable_text,
)
from ehcp_audit.scorecards.handing import hand_out, take_back


def rubric(na_allowed=True):
    """The made-up rubric, all of whose criteria may (or may not) be answered N/A."""
    made = made_runs.rubric()
    if na_allowed:
        return made
    return made.model_copy(
        update={"criteria": tuple(one.model_copy(update={"na_allowed": False}) for one in made.criteria)}
    )


def run_folder(path: Path, plans: int = 3, *, ids: str = "", draw=None, as_of=made_runs.AS_OF, teams=True) -> Path:
    """A run of so many plans; `ids` is what their caseload ids start with."""
    cards = tuple(
        replace(
            made_runs.scorecard(f"P{n:02}", clean=n % 3 == 0, team=("North", "South")[n % 2] if teams else None),
            id=f"{ids}{n:03}" if ids else None,
            file=None,
        )
        for n in range(1, plans + 1)
    )
    run = Run(
        stamp(made_runs.rubric()),
        as_of,
        cards,
        inputs={card.reference: f"{n:064x}" for n, card in enumerate(cards, 1)},
        draw=draw,
    )
    return written(path, run)


def written(path: Path, run: Run) -> Path:
    """A run in a new folder: its results and its manifest, without the reports."""
    path.mkdir(parents=True)
    (path / "results.jsonl").write_bytes(made_runs.stored(run.scorecards))
    (path / "unreadable.jsonl").write_text(unreadable_text(run), encoding="utf-8")
    (path / "references.csv").write_text(references_text(run), encoding="utf-8")
    manifest = manifest_json(run, files_of(path), draw=run.draw)
    (path / "run.json").write_text(manifest_text(manifest), encoding="utf-8")
    return path


def export(folder: Path, auditor="AB", *, blind=False, round="first", one_workbook=False) -> Path:
    """An auditor's scorecards in a folder beside the run."""
    out = folder.parent / f"{folder.name}-{auditor}-{round}"
    hand_out(folder, rubric(), out, auditor=auditor, blind=blind, round=round, one_workbook=one_workbook, force=False)
    return out


def heading_row(sheet) -> int:
    return next(row for row in range(1, 20) if any(cell.value == "criterion_id" for cell in sheet[row]))


def columns(sheet) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[heading_row(sheet)]}


def fill(path: Path, grade, save=None, **more) -> Path:
    """Fill a scorecard: `grade(plan, criterion)` gives each grade, and every row gets a comment."""
    book = load_workbook(path)
    sheet = book["Scorecard"]
    place = columns(sheet)
    for row in range(heading_row(sheet) + 1, sheet.max_row + 1):
        id = sheet.cell(row, place["criterion_id"]).value
        plan = sheet.cell(row, place["plan_reference"]).value if "plan_reference" in place else path.name[:3]
        said = grade(plan, id)
        sheet.cell(row, place["Grade"]).value = said
        sheet.cell(row, place["Comment"]).value = more.get("comment", "I read it so.")
        if said == "N/A":
            sheet.cell(row, place["N/A reason"]).value = "not at this stage of the plan"
    save = save or path
    book.save(save)
    return save


def judge(folder: Path, auditor: str, grade, *, blind=True, round="first"):
    """One auditor judges every plan of a run and hands the scorecards back."""
    out = export(folder, auditor, blind=blind, round=round)
    files = [fill(path, grade) for path in sorted(out.glob("*.xlsx"))]
    taken = take_back(folder, rubric(), files)
    assert not taken.refused, taken.refused
    return taken


def national_run(path: Path, plans: int = 2, **options) -> Path:
    """A run by the national rubric, of plans in which no rule could settle anything: quick to make."""
    from ehcp_audit.model import CriterionResult, Finding, Verdict
    from ehcp_audit.rubric import load_rubric
    from ehcp_audit.scoring import score

    national = load_rubric("national")
    open_ = Verdict.NEEDS_PERSON
    criteria = tuple(
        CriterionResult(
            one.id,
            one.section,
            one.tier,
            one.mode,
            open_,
            None,
            one.weight,
            (Finding(one.id, "plan", one.tier, open_, "A person must read it.", one.act, f"{n:016x}"),),
        )
        for n, one in enumerate(national.criteria)
    )
    made = made_runs.scorecard("P01")
    cards = tuple(
        replace(
            made, reference=f"P{n:02}", id=f"EHC{n:03}", criteria=criteria, score=score(criteria, national), file=None
        )
        for n in range(1, plans + 1)
    )
    inputs = {card.reference: f"{n:064x}" for n, card in enumerate(cards, 1)}
    run = Run(stamp(national), made_runs.AS_OF, cards, inputs=inputs, **options)
    return written(path, run)
