"""The sheets round the scorecard: its head, the actions, the guidance, and what the workbook is known by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ehcp_audit.bounds import score_words
from ehcp_audit.model import Scorecard
from ehcp_audit.rubric.law import NOT_CHECKED, is_unchecked, marked
from ehcp_audit.rubric.scales import scales_of_its_own
from ehcp_audit.scorecards.desk import AS_TOOL
from ehcp_audit.scoring import beside_score, not_in_document, of_what_it_holds
from ehcp_audit.sheets import Column, at, new_sheet, page_setup, table, title_rows, write
from ehcp_audit.styling import (
    ACTS,
    MODES,
    TIER_WORDS,
    basis_words,
    count,
    gate_words,
    long_date,
    percent,
    section_rank,
    version_words,
    year_words,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ehcp_audit.rubric import Rubric

ACTION_ROWS = 15

OVERALL = (
    ("Auditor (initials or key)", 18),
    ("Date of the audit", 18),
    ("Overall judgement", 18),
    ("Why, where it differs from the score", 60),
    ("What works well", 90),
    ("What to improve", 90),
    ("Immediate concern: safeguarding, or something the law requires that is left out", 60),
    ("Who was told of it, and when", 30),
)
"""What an auditor says of the plan as a whole, and the height of its cell in points."""

OVERALL_CELL = "B6"
"""Where the overall judgement stands on its sheet."""


ACTION_COLUMNS = (
    Column("Action", 52, unlocked=True),
    Column("Owner (role, not name)", 26, unlocked=True),
    Column("Due (date)", 14, unlocked=True, number="dd/mm/yyyy"),
    Column("Done (date)", 14, unlocked=True, number="dd/mm/yyyy"),
    Column("Evidence that it is done", 40, unlocked=True),
)
"""The columns of the sheet `Actions`; those who read it back find them by these headings."""


def header_lines(
    scorecard: Scorecard, rubric: Rubric, as_of: date, *, blind: bool, draw: str = ""
) -> tuple[str, list[str]]:
    """The title of the sheet and the lines below it: whose plan, by what rubric, the score and the gate."""
    gone = len(not_in_document(scorecard))
    scorecard = of_what_it_holds(scorecard, rubric)
    plan, score = scorecard.plan, scorecard.score
    facts = [
        version_words(plan.status, plan.facts),
        year_words(plan.year_group),
        plan.phase,
        scorecard.team,
        draw,
    ]
    name = f"{scorecard.reference}{f' (caseload id {scorecard.id})' if scorecard.id else ''}"
    about = ", ".join(fact for fact in facts if fact)
    lines = [
        f"Plan: {about or 'nothing known'}.  Rubric: {rubric.title}, {rubric.id} {rubric.version},"
        f" law as at {long_date(rubric.law_as_at)}.  Audit date: {long_date(as_of)}."
    ]
    if not blind:
        whole = ", of the criteria judged whole" if score.open else ""
        not_here = f"; {gone} not in this document and not asked" if gone else ""
        alike = f"unweighted {percent(score.unweighted)}{whole}"
        lines.append(
            f"Judged so far: {percent(score.coverage)} of the weight. Score: "
            f"{score_words(score, beside_score(scorecard))}; {alike};"
            f" {count(score.open, 'criterion', 'criteria')} left for you{not_here}."
            f"  Statutory gate: {gate_words(score.must)}."
        )
        if shown := scales_of_its_own(scorecard, rubric):
            lines.append(f"On this rubric's scales: {'.  '.join(f'{one.title}: {one.words}' for one in shown)}.")
    lines.append(how_to_grade(blind=blind))
    return f"Scorecard {name}{', blind' if blind else ''}", lines


def how_to_grade(*, blind: bool) -> str:
    """The line over the table that says what to write, and how to accept what the tool would say."""
    said = "Grade in the yellow cells: met, partly met, not met or N/A. N/A needs a reason."
    if blind:
        return said
    return (
        f"{said} Where you differ from the tool, say why in the comment."
        f' "{AS_TOOL}" accepts what it would say: filter that column to see what it doubts, or what it would call met.'
    )


def add_overall(book: Workbook, scorecard: Scorecard) -> Worksheet:
    """The sheet on which the auditor sums the plan up."""
    sheet = new_sheet(book, "Overall")
    columns = (Column("About the plan as a whole", 40), Column("Your words", 100, unlocked=True))
    line = "An overall judgement is this rubric's own. It is no inspection grade."
    row = title_rows(sheet, f"Overall judgement of {scorecard.reference}", [line])
    table(sheet, row, columns, [[label, ""] for label, _height in OVERALL], filters=False)
    for number, (_label, height) in enumerate(OVERALL, start=row + 1):
        sheet.row_dimensions[number].height = height
    page_setup(sheet, f"Scorecard {scorecard.reference}")
    return sheet


def add_actions(book: Workbook, scorecard: Scorecard) -> Worksheet:
    """The sheet that says who does what by when."""
    sheet = new_sheet(book, "Actions")
    columns = ACTION_COLUMNS
    lines = ["What this plan needs, who does it and by when. Dates as 31/01/2027. No names of children or parents."]
    row = title_rows(sheet, f"Actions for {scorecard.reference}", lines)
    end = table(sheet, row, columns, [[""] * len(columns)] * ACTION_ROWS, filters=False)
    for number in range(row + 1, end):
        sheet.row_dimensions[number].height = 28
    page_setup(sheet, f"Scorecard {scorecard.reference}")
    return sheet


def add_guidance(book: Workbook, rubric: Rubric, reference: str) -> Worksheet:
    """The sheet that says of each criterion what it looks for, why, and what it cannot know.

    What good looks like stands beside the question on the sheet `Scorecard`, and is not printed twice.
    """
    sheet = new_sheet(book, "Guidance")
    columns = (
        Column("ID", 6, wrap=False),
        Column("Question", 26),
        Column("Looks for", 42),
        Column("Why", 42),
        Column("What the tool cannot know", 34),
        Column("Tier and basis", 42),
        Column("Who decides", 14),
        Column("Who acts", 14),
    )
    criteria = sorted(rubric.criteria, key=lambda one: section_rank(one.section))
    rows = [
        [
            one.id,
            one.question,
            one.guidance.looks_for,
            one.guidance.why,
            one.guidance.cannot_know,
            f"{TIER_WORDS[one.tier]}: {_short_basis(one.basis)}",
            MODES[one.mode],
            ACTS.get(one.act, one.act),
        ]
        for one in criteria
    ]
    cited = [cite for one in criteria for cite in one.basis]
    key = [f"{short}: {full}." for full, short in _SHORT_NAMES if any(full in cite for cite in cited)]
    key += [f"{NOT_CHECKED}."] if any(map(is_unchecked, cited)) else []
    lines = ["Not legal advice. Verdicts are those of these checks; a person may always overrule them."]
    lines += ["  ".join(key)] if key else []
    table(sheet, title_rows(sheet, "Guidance", lines), columns, rows, size=9, freeze_columns=1)
    page_setup(sheet, f"Scorecard {reference}")
    return sheet


_SHORT_NAMES = (
    ("Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)", "SEND Regulations 2014"),
    ("SEND Code of Practice: 0 to 25 years (January 2015)", "SEND Code"),
)
"""Sources that nearly every criterion names: given in full once, over the table."""


def _short_basis(basis: Sequence[str]) -> str:
    words = basis_words(marked(basis))
    for full, short in _SHORT_NAMES:
        words = words.replace(full, short)
    return words


def origin(rubric: Rubric, *, tool_version: str, as_of: date, auditor: str, round: str, blind: bool) -> dict[str, str]:
    """Where a workbook is from, for `add_meta`: the rubric to the byte, the tool, the auditor and the round."""
    return {
        "rubric": rubric.id,
        "rubric_version": rubric.version,
        "rubric_sha256": rubric.sha256,
        "tool_version": tool_version,
        "as_of": as_of.isoformat(),
        "auditor": auditor,
        "round": round,
        "blind": "yes" if blind else "no",
    }


def add_meta(book: Workbook, identity: Mapping[str, str]) -> None:
    """What the workbook is known by, on a hidden sheet and in the file's own properties."""
    from openpyxl.packaging.custom import StringProperty

    sheet = new_sheet(book, "_meta")
    properties = book.custom_doc_props  # type: ignore[attr-defined,unused-ignore]  # the stubs lack it
    for row, (name, value) in enumerate(identity.items(), start=1):
        write(at(sheet, row, 1), name)
        write(at(sheet, row, 2), value)
        if value:
            properties.append(StringProperty(name=f"ehcp_audit_{name}", value=value))
    sheet.sheet_state = "hidden"
